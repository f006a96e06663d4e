//! Working days, office hours, legal deadlines
