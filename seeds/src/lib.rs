//! The cast and the map
