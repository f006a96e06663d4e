//! Flows, ways taken, shortest ways, and what the store keeps of them.

mod flow;
mod help;
mod shortest;
mod store;
mod sums;
mod walk;
mod whatif;
