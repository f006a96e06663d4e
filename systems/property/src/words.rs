//! Words of leaves, tables and forms, as enums; and who acts.

pub use lianxin_gate::Author;
