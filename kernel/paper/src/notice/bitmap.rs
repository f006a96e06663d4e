//! The code of an address as a bitmap of two colours: office programs read it, and it needs no encoder.

use crate::qr::{MARGIN, TooLong};
use fast_qr::{ECL, QRBuilder};

/// So many pixels a module.
const SCALE: usize = 8;
const HEAD: usize = 62;

/// A BMP, lowest row first as the format has it.
pub(super) fn qr_bmp(text: &str) -> Result<Vec<u8>, TooLong> {
    let code = QRBuilder::new(text).ecl(ECL::Q).build().map_err(|_| TooLong)?;
    let side = (code.size + 2 * MARGIN) * SCALE;
    let row = side.div_ceil(32) * 4;
    let size = HEAD + row * side;
    let mut out = Vec::with_capacity(size);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
    out.extend(b"BM");
    for n in [size, 0, HEAD, 40, side, side] {
        out.extend(number(n));
    }
    out.extend([1, 0, 1, 0]); // one plane, one bit a pixel
    for n in [0, row * side, 11_811, 11_811, 2, 2] {
        out.extend(number(n)); // plain, 300 dots an inch, two colours
    }
    out.extend([255, 255, 255, 0, 0, 0, 0, 0]);
    let dark = |y: usize, x: usize| {
        let inside = |n: usize| (n / SCALE).checked_sub(MARGIN).filter(|n| *n < code.size);
        inside(y).zip(inside(x)).is_some_and(|(y, x)| code[y][x].value())
    };
    for y in (0..side).rev() {
        let mut line = vec![0u8; row];
        for x in (0..side).filter(|x| dark(y, *x)) {
            if let Some(byte) = line.get_mut(x / 8) {
                *byte |= 0x80 >> (x % 8);
            }
        }
        out.extend(line);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bitmap_says_its_own_size_and_has_a_white_frame() {
        let bmp = qr_bmp("https://lianxin.example/notice/1").expect("it fits");
        let number = |at: usize| u32::from_le_bytes(bmp[at..at + 4].try_into().expect("four bytes")) as usize;
        assert_eq!((number(2), number(10), number(18)), (bmp.len(), HEAD, number(22)));
        let row = number(18).div_ceil(32) * 4;
        assert!(bmp[HEAD..HEAD + row * MARGIN * SCALE].iter().all(|byte| *byte == 0), "the frame is white");
        assert!(bmp[HEAD..].iter().any(|byte| *byte != 0));
        assert_eq!(qr_bmp(&"长".repeat(3000)), Err(TooLong));
    }
}
