use crate::make::{decoded, pictures};
use crate::{Refusal, sniff};
use image::{Rgb, RgbImage};
use lianxin_child::{pack, unpack};

/// More rectangles than anybody draws on one photo.
const RECTS_MAX: usize = 200;
/// Rectangles are given in thousandths of the picture's sides.
const WHOLE: u64 = 1000;

/// A rectangle of a picture, in thousandths of its width and height.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rect {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// Width.
    pub w: u16,
    /// Height.
    pub h: u16,
}

impl Rect {
    fn bytes(self) -> [u8; 8] {
        let [a, b] = self.x.to_le_bytes();
        let [c, d] = self.y.to_le_bytes();
        let [e, f] = self.w.to_le_bytes();
        let [g, h] = self.h.to_le_bytes();
        [a, b, c, d, e, f, g, h]
    }

    fn read([a, b, c, d, e, f, g, h]: [u8; 8]) -> Self {
        let n = |low, high| u16::from_le_bytes([low, high]);
        Self { x: n(a, b), y: n(c, d), w: n(e, f), h: n(g, h) }
    }

    /// The pixels it covers, rounded outwards: nothing at its edge stays.
    fn pixels(self, width: u32, height: u32) -> (std::ops::Range<u32>, std::ops::Range<u32>) {
        let span = |from: u16, length: u16, side: u32| {
            let side = u64::from(side);
            let end = (u64::from(from) + u64::from(length)).min(WHOLE);
            let (begin, end) = (u64::from(from).min(WHOLE) * side / WHOLE, (end * side).div_ceil(WHOLE));
            (begin as u32)..(end as u32)
        };
        (span(self.x, self.w, width), span(self.y, self.h, height))
    }
}

/// What the child that masks is given.
pub fn mask_input(jpeg: &[u8], rects: &[Rect]) -> Vec<u8> {
    let rects: Vec<u8> = rects.iter().flat_map(|r| r.bytes()).collect();
    pack(&[jpeg, &rects])
}

/// The child's work: rectangles burnt into a picture of ours, in both sizes.
pub(crate) fn mask(input: &[u8]) -> Result<Vec<u8>, String> {
    let parts = unpack(input).unwrap_or_default();
    let [jpeg, rects] = parts.as_slice() else { return Err(Refusal::Broken.into()) };
    let (rects, []) = rects.as_chunks::<8>() else { return Err(Refusal::Broken.into()) };
    if rects.len() > RECTS_MAX {
        return Err(Refusal::Broken.into());
    }
    let (picture, _) = decoded(jpeg, sniff::format(jpeg)?)?;
    let mut picture = picture.to_rgb8();
    for rect in rects {
        blacken(&mut picture, Rect::read(*rect));
    }
    Ok(pictures(&picture.into())?.packed())
}

fn blacken(picture: &mut RgbImage, rect: Rect) {
    let (xs, ys) = rect.pixels(picture.width(), picture.height());
    for y in ys {
        for x in xs.clone() {
            picture.put_pixel(x, y, Rgb([0, 0, 0]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_covers_its_pixels_and_those_it_only_touches() {
        let whole = Rect { x: 0, y: 0, w: 1000, h: 1000 };
        let beyond = Rect { x: 900, y: 1500, w: 60_000, h: 3 };
        let thin = Rect { x: 333, y: 0, w: 1, h: 1 };
        for (rect, size, want) in [
            (whole, (1600, 1200), (0..1600, 0..1200)),
            (whole, (1, 1), (0..1, 0..1)),
            (beyond, (10, 10), (9..10, 10..10)),
            (thin, (10, 10), (3..4, 0..1)),
        ] {
            assert_eq!(rect.pixels(size.0, size.1), want, "{rect:?} of {size:?}");
            assert_eq!(Rect::read(rect.bytes()), rect);
        }
    }
}
