//! Tests that cross systems.
