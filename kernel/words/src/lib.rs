//! Build helper for texts
