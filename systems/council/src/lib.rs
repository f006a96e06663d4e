//! Council: collect, deliberate, solve, feed back
