//! Flows, ways taken, shortest ways, and what the store keeps of them.

mod flow;
mod help;
mod shortest;
mod store;
mod walk;
mod sums;
mod whatif;
