//! QR codes as drawings of lines: level Q and four modules of margin, as paper on a stairwell wall needs.

use fast_qr::{ECL, QRBuilder};
use std::fmt::{self, Write as _};

/// The white frame round a code, in modules (ISO/IEC 18004 asks for four).
pub const MARGIN: usize = 4;

/// The text does not fit into the largest code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is too long for a QR code")
    }
}
impl std::error::Error for TooLong {}

/// The code of a text as an SVG element of class `qr`: black on white whatever the page's colours, sized by the page's
/// style sheet. It has no words of its own; what it leads to is printed beside it.
///
/// # Errors
/// [`TooLong`].
pub fn qr_svg(text: &str) -> Result<String, TooLong> {
    let code = QRBuilder::new(text).ecl(ECL::Q).build().map_err(|_| TooLong)?;
    let side = code.size + 2 * MARGIN;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let dark = row[x..code.size].iter().take_while(|module| module.value()).count();
            if dark > 0 {
                // Writing into a String does not fail.
                write!(path, "M{} {}h{dark}v1h-{dark}z", x + MARGIN, y + MARGIN).ok();
            }
            x += dark.max(1);
        }
    }
    Ok(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules a drawing paints dark, row by row.
    fn drawn(svg: &str) -> Vec<Vec<bool>> {
        let side: usize = svg
            .split("viewBox=\"0 0 ")
            .nth(1)
            .and_then(|s| s.split(' ').next())
            .expect("a box")
            .parse()
            .expect("a number");
        let mut all = vec![vec![false; side]; side];
        let path = svg.rsplit("d=\"").next().and_then(|s| s.split('"').next()).expect("a path");
        for part in path.split('M').skip(1) {
            let (x, rest) = part.split_once(' ').expect("two numbers");
            let (y, rest) = rest.split_once('h').expect("a width");
            let width = rest.split('v').next().expect("a width");
            let (x, y, width): (usize, usize, usize) =
                (x.parse().expect("x"), y.parse().expect("y"), width.parse().expect("a width"));
            for module in &mut all[y][x..x + width] {
                *module = true;
            }
        }
        all
    }

    #[test]
    fn what_is_drawn_is_the_code_with_a_white_frame_of_four_modules() {
        for text in ["https://lianxin.example/p/1001", "https://lianxin.example/login?slip=7KQM2XRBHD", "芙蓉里 3 号楼"]
        {
            let code = QRBuilder::new(text).ecl(ECL::Q).build().expect("it fits");
            let drawn = drawn(&qr_svg(text).expect("it fits"));
            assert_eq!(drawn.len(), code.size + 2 * MARGIN);
            for (y, row) in drawn.iter().enumerate() {
                for (x, dark) in row.iter().enumerate() {
                    let inside = (MARGIN..MARGIN + code.size).contains(&x) && (MARGIN..MARGIN + code.size).contains(&y);
                    let expected = inside && code[y - MARGIN][x - MARGIN].value();
                    assert_eq!(*dark, expected, "{text} {x} {y}");
                }
            }
        }
    }

    #[test]
    fn a_short_address_stays_coarse_enough_for_a_worn_print() {
        let svg = qr_svg("https://lianxin.example/p/1001").expect("it fits");
        let side = drawn(&svg).len();
        assert!(side <= 29 + 4 + 2 * MARGIN, "{side} modules on 30 mm are 0.7 mm each");
    }

    #[test]
    fn a_text_too_long_is_said_and_nothing_of_it_is_written_into_the_drawing() {
        assert_eq!(qr_svg(&"长".repeat(3000)), Err(TooLong));
        let svg = qr_svg("<script>&\"").expect("it fits");
        assert!(!svg.contains("script") && !svg.contains('&'));
    }
}
