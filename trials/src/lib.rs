//! What measures and what breaks
