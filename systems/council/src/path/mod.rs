//! 路: the way a matter took beside the shortest, what is stuck, the map of many ways, and what would be if a rule were another.
//! Organisations only; between organisations for seats only; nothing of fewer than five but the list of work in hand.

pub mod draw;
pub mod explain;
pub mod way;
