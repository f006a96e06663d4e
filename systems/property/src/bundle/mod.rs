//! 整套表决票，一个文件: the papers of every household of a vote as one PDF, building by building, set by long work that can be
//! stopped and gone on with. It is no act: nothing is decided, and the file is made again from the roll at any time.

mod kept;
pub(crate) mod pages;
mod work;

pub use kept::Order;
pub use work::{JOB, Set, job_kind, step, steps};
