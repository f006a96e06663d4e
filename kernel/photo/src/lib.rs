//! Photos: recognised by content, decoded in a child within limits, made small, turned upright, written anew as JPEG,
//! so that nothing of what the camera wrote into the file (place, time, device) comes along.

mod jpeg;
mod make;
mod mask;
mod picture;
mod refusal;
mod sniff;

mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use make::encode;
pub use mask::{Rect, mask_input};
pub use picture::Picture;
pub use refusal::Refusal;

use lianxin_child::{Kind, Limits};
use std::time::Duration;

/// Largest photo, in bytes.
pub const BYTES_MAX: usize = 12 << 20;
/// Largest photo, in pixels.
pub const PIXELS_MAX: u64 = 50_000_000;
/// The longer side of what is kept.
pub const LARGE: u32 = 1600;
/// The longer side of what stands in lists.
pub const SMALL: u32 = 480;
/// The pixels of a photo of 50 megapixels, and no more, may be in memory.
const DECODED_MAX: u64 = 160 << 20;

/// From a stranger's file to two pictures of ours.
pub const PHOTO: &str = "photo";
/// From a picture of ours to two with rectangles blackened.
pub const MASK: &str = "mask";

/// Address space for the largest photo there may be: 12 MB of it, its pixels, a progressive JPEG's coefficients.
const LIMITS: Limits =
    Limits { memory: 768 << 20, cpu: 10, wall: Duration::from_secs(20), input: BYTES_MAX, output: 8 << 20 };

/// The children of this room.
pub const KINDS: [Kind; 2] =
    [Kind { name: PHOTO, run: make::photo, limits: LIMITS }, Kind { name: MASK, run: mask::mask, limits: LIMITS }];
