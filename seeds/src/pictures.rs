//! Pictures for the demonstration, drawn by the program: flat shapes, and a band that says they are invented.

use image::{Rgb, RgbImage};
use lianxin_photo::Picture;

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 900;

/// A rectangle: left, top, width, height, colour.
type Shape = (u32, u32, u32, u32, [u8; 3]);

/// A scene: colours of its top and bottom, its shapes.
struct Scene {
    name: &'static str,
    top: [u8; 3],
    bottom: [u8; 3],
    shapes: &'static [Shape],
}

const STEPS_DARK: [u8; 3] = [46, 48, 56];
const STEPS_LIT: [u8; 3] = [196, 186, 168];

const SCENES: &[Scene] = &[
    Scene {
        name: "stairs-dark",
        top: [22, 24, 32],
        bottom: [40, 42, 50],
        shapes: &[
            (560, 60, 80, 40, [70, 70, 74]),
            (150, 700, 900, 70, STEPS_DARK),
            (230, 610, 740, 70, STEPS_DARK),
            (310, 520, 580, 70, STEPS_DARK),
            (390, 430, 420, 70, STEPS_DARK),
            (880, 240, 150, 260, [30, 30, 36]),
        ],
    },
    Scene {
        name: "stairs-lit",
        top: [250, 240, 214],
        bottom: [226, 214, 190],
        shapes: &[
            (540, 50, 120, 60, [255, 214, 92]),
            (150, 700, 900, 70, STEPS_LIT),
            (230, 610, 740, 70, STEPS_LIT),
            (310, 520, 580, 70, STEPS_LIT),
            (390, 430, 420, 70, STEPS_LIT),
            (880, 240, 150, 260, [150, 112, 80]),
        ],
    },
    Scene {
        name: "road",
        top: [186, 214, 232],
        bottom: [170, 170, 166],
        shapes: &[
            (0, 520, 1200, 380, [116, 118, 120]),
            (420, 600, 300, 130, [64, 62, 60]),
            (460, 630, 200, 70, [44, 42, 40]),
            (80, 200, 240, 320, [204, 170, 140]),
            (120, 250, 60, 70, [120, 150, 176]),
            (220, 250, 60, 70, [120, 150, 176]),
            (900, 240, 40, 280, [110, 84, 60]),
            (810, 120, 220, 180, [96, 140, 92]),
        ],
    },
    Scene {
        name: "bins",
        top: [206, 222, 230],
        bottom: [190, 188, 180],
        shapes: &[
            (0, 600, 1200, 300, [160, 158, 150]),
            (260, 380, 180, 260, [62, 112, 84]),
            (240, 350, 220, 40, [46, 88, 66]),
            (520, 380, 180, 260, [64, 92, 140]),
            (500, 350, 220, 40, [48, 72, 112]),
            (740, 560, 120, 90, [222, 210, 176]),
            (830, 590, 140, 70, [210, 196, 160]),
        ],
    },
    // A board on a wall with sheets behind glass.
    Scene {
        name: "board",
        top: [214, 206, 194],
        bottom: [188, 180, 168],
        shapes: &[
            (140, 120, 920, 560, [96, 78, 62]),
            (165, 145, 870, 510, [232, 228, 220]),
            (200, 190, 230, 320, [252, 252, 250]),
            (230, 230, 170, 14, [60, 60, 60]),
            (230, 270, 150, 8, [120, 120, 120]),
            (230, 295, 170, 8, [120, 120, 120]),
            (230, 320, 140, 8, [120, 120, 120]),
            (485, 190, 230, 320, [252, 252, 250]),
            (515, 230, 170, 14, [60, 60, 60]),
            (515, 270, 170, 8, [120, 120, 120]),
            (515, 295, 130, 8, [120, 120, 120]),
            (770, 190, 230, 320, [252, 252, 250]),
            (800, 230, 170, 14, [60, 60, 60]),
            (800, 270, 160, 120, [150, 176, 150]),
        ],
    },
    // A ballot box with its seal across the lid.
    Scene {
        name: "sealed-box",
        top: [226, 220, 210],
        bottom: [170, 160, 146],
        shapes: &[
            (0, 640, 1200, 260, [140, 110, 84]),
            (330, 270, 540, 400, [176, 44, 40]),
            (310, 230, 580, 60, [150, 34, 32]),
            (500, 248, 200, 18, [40, 20, 20]),
            (570, 200, 60, 320, [250, 248, 240]),
            (580, 330, 40, 8, [60, 60, 60]),
            (580, 352, 40, 8, [60, 60, 60]),
            (574, 400, 52, 52, [190, 60, 54]),
        ],
    },
    // A filled in and signed paper on a table.
    Scene {
        name: "signed-paper",
        top: [150, 122, 96],
        bottom: [126, 100, 78],
        shapes: &[
            (320, 70, 560, 760, [250, 250, 246]),
            (380, 130, 440, 26, [50, 50, 50]),
            (380, 220, 440, 12, [120, 120, 120]),
            (380, 260, 40, 40, [60, 60, 60]),
            (388, 268, 24, 24, [250, 250, 246]),
            (394, 274, 12, 12, [30, 40, 120]),
            (440, 272, 160, 14, [120, 120, 120]),
            (380, 360, 440, 12, [120, 120, 120]),
            (380, 400, 40, 40, [60, 60, 60]),
            (388, 408, 24, 24, [250, 250, 246]),
            (440, 412, 160, 14, [120, 120, 120]),
            (380, 700, 120, 12, [120, 120, 120]),
            (520, 680, 160, 40, [30, 40, 120]),
        ],
    },
    // The count sheet: a table with strokes, signatures below.
    Scene {
        name: "count-sheet",
        top: [206, 198, 186],
        bottom: [184, 174, 160],
        shapes: &[
            (240, 80, 720, 740, [252, 252, 248]),
            (420, 120, 360, 28, [50, 50, 50]),
            (300, 200, 600, 4, [70, 70, 70]),
            (300, 280, 600, 4, [70, 70, 70]),
            (300, 360, 600, 4, [70, 70, 70]),
            (300, 440, 600, 4, [70, 70, 70]),
            (460, 220, 60, 40, [90, 90, 90]),
            (540, 220, 60, 40, [90, 90, 90]),
            (460, 300, 24, 40, [90, 90, 90]),
            (300, 640, 110, 16, [90, 90, 90]),
            (430, 624, 150, 40, [30, 40, 120]),
            (640, 624, 150, 40, [30, 40, 120]),
            (430, 704, 150, 40, [30, 40, 120]),
        ],
    },
    // Room for a title in a second script: bars where its words would stand.
    Scene {
        name: "second-title",
        top: [255, 255, 255],
        bottom: [255, 255, 255],
        shapes: &[
            (80, 330, 1040, 180, [245, 243, 238]),
            (130, 370, 200, 100, [60, 56, 50]),
            (370, 370, 120, 100, [60, 56, 50]),
            (530, 370, 260, 100, [60, 56, 50]),
            (830, 370, 240, 100, [60, 56, 50]),
        ],
    },
];

/// The names of all scenes.
pub fn scenes() -> impl Iterator<Item = &'static str> {
    SCENES.iter().map(|s| s.name)
}

/// Draws a scene; the same each time. `None` for a name that is none.
pub fn picture(name: &str) -> Option<Picture> {
    let scene = SCENES.iter().find(|s| s.name == name)?;
    let mut drawn = RgbImage::from_fn(WIDTH, HEIGHT, |_, y| Rgb(between(scene.top, scene.bottom, y)));
    for shape in scene.shapes {
        fill(&mut drawn, *shape);
    }
    band(&mut drawn);
    lianxin_photo::encode(drawn).ok()
}

fn between(top: [u8; 3], bottom: [u8; 3], y: u32) -> [u8; 3] {
    let mix = |i: usize| (u32::from(top[i]) * (HEIGHT - y) + u32::from(bottom[i]) * y) / HEIGHT;
    [mix(0) as u8, mix(1) as u8, mix(2) as u8]
}

fn fill(drawn: &mut RgbImage, (left, top, width, height, colour): Shape) {
    for y in top..(top + height).min(HEIGHT) {
        for x in left..(left + width).min(WIDTH) {
            drawn.put_pixel(x, y, Rgb(colour));
        }
    }
}

/// The letters of the band, five columns and seven rows each, the leftmost column in the highest bit.
const LETTERS: [[u8; 7]; 4] = [
    [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110],
    [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
    [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001],
    [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
];
const DOT: u32 = 8;

/// A white band along the foot that says DEMO, so that nobody takes it for a photo of a real place.
fn band(drawn: &mut RgbImage) {
    fill(drawn, (0, HEIGHT - 88, WIDTH, 88, [248, 245, 240]));
    for (at, letter) in (0u32..).zip(LETTERS) {
        for (row, bits) in (0u32..).zip(letter) {
            for column in (0..5u32).filter(|column| bits >> (4 - column) & 1 == 1) {
                let (x, y) = (40 + at * 7 * DOT + column * DOT, HEIGHT - 72 + row * DOT);
                fill(drawn, (x, y, DOT, DOT, [34, 29, 24]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scene_is_drawn_and_the_same_each_time() {
        for name in scenes() {
            let one = picture(name).unwrap_or_else(|| panic!("{name} is drawn"));
            assert!(one == picture(name).expect("again") && one.width == WIDTH && one.height == HEIGHT, "{name}");
            assert!(one.large.len() < 120_000 && one.small.len() < 40_000, "{name}: {one:?}");
        }
        assert_eq!(picture("none"), None);
    }
}
