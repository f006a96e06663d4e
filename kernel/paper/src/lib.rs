//! What is printed.

mod qr;

pub use qr::{MARGIN, TooLong, qr_svg};
