//! Areas, grids, buildings, units, households, people, organisations, seats
