//! Photos as people send them, and files that only look like photos.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder as _, ImageFormat, ImageReader, Rgb, RgbImage, Rgba, RgbaImage};
use lianxin_child::Kind;
use lianxin_photo::{KINDS, LARGE, Picture, Rect, SMALL, encode, mask_input};
use std::io::Cursor;

const PHOTO: Kind = KINDS[0];
const MASK: Kind = KINDS[1];

/// Red above, blue below.
fn flag(w: u32, h: u32) -> RgbImage {
    RgbImage::from_fn(w, h, |_, y| if y < h / 2 { Rgb([230, 20, 20]) } else { Rgb([20, 20, 230]) })
}

fn written(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).expect("written");
    out.into_inner()
}

/// EXIF as a phone writes it: orientation, maker, and where it was taken.
fn exif(orientation: u8) -> Vec<u8> {
    let mut out = b"MM\0*\0\0\0\x08".to_vec();
    let entries: [[u8; 12]; 3] = [
        [0x01, 0x0f, 0, 2, 0, 0, 0, 10, 0, 0, 0, 50],         // maker, at 50
        [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0], // orientation
        [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 60],          // place, at 60
    ];
    out.extend([0, 3]);
    out.extend(entries.concat());
    out.extend([0; 4]);
    out.extend(b"TestMaker\0");
    out.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2]); // north
    out.extend(b"N\0\0\0\0\0\0\0");
    out
}

fn jpeg_with(picture: &RgbImage, exif: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, 90);
    encoder.set_exif_metadata(exif).expect("EXIF is taken");
    encoder.encode_image(picture).expect("written");
    out
}

fn made(bytes: &[u8]) -> Picture {
    Picture::unpacked(&(PHOTO.run)(bytes).expect("taken")).expect("a picture")
}

fn opened(jpeg: &[u8]) -> RgbImage {
    ImageReader::with_format(Cursor::new(jpeg), ImageFormat::Jpeg).decode().expect("a JPEG").to_rgb8()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|w| w == part)
}

fn is_red(p: &Rgb<u8>) -> bool {
    p.0[0] > 150 && p.0[2] < 100
}

#[test]
fn what_phones_send_comes_back_small_in_both_sizes() {
    for (what, bytes, large, small) in [
        ("a JPEG", written(&flag(4000, 3000), ImageFormat::Jpeg), (1600, 1200), (480, 360)),
        ("a PNG, whatever it is called", written(&flag(1000, 2000), ImageFormat::Png), (800, 1600), (240, 480)),
        ("a WebP", written(&flag(700, 500), ImageFormat::WebP), (700, 500), (480, 343)),
        ("a small one stays as it is", written(&flag(30, 20), ImageFormat::Jpeg), (30, 20), (30, 20)),
        ("a strip", written(&flag(9000, 2), ImageFormat::Png), (1600, 1), (480, 1)),
    ] {
        let picture = made(&bytes);
        let (l, s) = (opened(&picture.large), opened(&picture.small));
        assert_eq!((l.dimensions(), s.dimensions()), (large, small), "{what}");
        assert_eq!((picture.width, picture.height), large, "{what}");
        assert!(l.width().max(l.height()) <= LARGE && s.width().max(s.height()) <= SMALL);
    }
}

#[test]
fn it_is_turned_upright() {
    for (orientation, size, red_at, blue_at) in [
        (1, (400, 300), (200, 20), (200, 280)),
        (3, (400, 300), (200, 280), (200, 20)),
        (6, (300, 400), (280, 200), (20, 200)),
        (8, (300, 400), (20, 200), (280, 200)),
    ] {
        let picture = opened(&made(&jpeg_with(&flag(400, 300), exif(orientation))).large);
        assert_eq!(picture.dimensions(), size, "{orientation}");
        let at = |(x, y): (u32, u32)| is_red(picture.get_pixel(x, y));
        assert!(at(red_at) && !at(blue_at), "{orientation}");
    }
}

#[test]
fn nothing_the_camera_wrote_comes_along() {
    let sent = jpeg_with(&flag(400, 300), exif(1));
    assert!(holds(&sent, b"Exif") && holds(&sent, b"TestMaker"), "it was in what was sent");
    let picture = made(&sent);
    for bytes in [&picture.large, &picture.small] {
        for part in [&b"Exif"[..], b"TestMaker", b"MM\0*", b"GPS", b"http://ns.adobe.com", b"\xff\xe1", b"ICC_PROFILE"]
        {
            assert!(!holds(&bytes[..bytes.len().min(700)], part), "{part:?} in the head");
        }
        assert!(!holds(bytes, b"Exif") && !holds(bytes, b"TestMaker"));
    }
}

#[test]
fn what_can_be_seen_through_lies_on_white() {
    let clear = RgbaImage::from_pixel(60, 40, Rgba([200, 0, 0, 0]));
    let mut out = Cursor::new(Vec::new());
    clear.write_to(&mut out, ImageFormat::Png).expect("written");
    let picture = opened(&made(&out.into_inner()).large);
    assert!(picture.pixels().all(|p| p.0.iter().all(|c| *c > 250)));
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { c >> 1 ^ 0xedb8_8320 } else { c >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [&kind[..], data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &body, &crc(&body).to_be_bytes()].concat()
}

/// A PNG that says it has this size, with next to nothing in it.
fn says_size(w: u32, h: u32, between: &[u8]) -> Vec<u8> {
    let head = [&w.to_be_bytes()[..], &h.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let pixels = zeros(u64::from(h.min(4)) * (u64::from(w.min(4)) * 3 + 1));
    let parts = [chunk(b"IHDR", &head), between.to_vec(), chunk(b"IDAT", &pixels), chunk(b"IEND", b"")];
    [b"\x89PNG\r\n\x1a\n".to_vec(), parts.concat()].concat()
}

/// So many zeros as zlib packs them: a literal, then runs of 258, thirteen bits each.
fn zeros(n: u64) -> Vec<u8> {
    let (mut out, mut held, mut bits) = (vec![0x78, 0x01], 0u64, 0u32);
    let mut put = |value: u64, length: u32, out: &mut Vec<u8>| {
        held |= value << bits;
        bits += length;
        while bits >= 8 {
            out.push(held as u8);
            (held, bits) = (held >> 8, bits - 8);
        }
    };
    put(0b011, 3, &mut out); // last block, fixed codes
    put(0b0000_1100, 8, &mut out); // one zero
    for _ in 0..(n - 1) / 258 {
        put(0b1010_0011, 8, &mut out); // a run of 258 …
        put(0, 5, &mut out); // … of the byte before
    }
    for _ in 0..(n - 1) % 258 {
        put(0b0000_1100, 8, &mut out);
    }
    put(0, 7, &mut out); // the end
    put(0, 7, &mut out);
    out.extend(((n % 65_521) << 16 | 1).to_be_bytes()[4..].iter());
    out
}

#[test]
fn what_is_no_photo_or_a_bomb_is_refused_with_its_word() {
    let good = written(&flag(400, 300), ImageFormat::Jpeg);
    let heic = [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], &[0; 64]].concat();
    let avif = [&b"\0\0\0\x18ftypavif\0\0\0\0mif1avif"[..], &[0; 64]].concat();
    assert!((PHOTO.run)(&says_size(3, 3, b"")).is_ok(), "the generator makes good files too");
    for (what, bytes, word) in [
        ("a HEIC from an iPhone", heic, "heic"),
        ("an AVIF", avif, "heic"),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3".to_vec(), "pdf"),
        ("a PDF with something before it", [&b"\r\n\r\n"[..], b"%PDF-1.4"].concat(), "pdf"),
        ("nothing", Vec::new(), "unknown"),
        ("words", "灯坏了".as_bytes().to_vec(), "unknown"),
        ("a GIF", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), "unknown"),
        ("an SVG", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), "unknown"),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec(), "unknown"),
        ("half a JPEG", good[..good.len() / 2].to_vec(), "broken"),
        ("the head of a JPEG", good[..30].to_vec(), "broken"),
        ("half a PNG", written(&flag(40, 30), ImageFormat::Png)[..60].to_vec(), "broken"),
        ("a PNG of 30,000 × 30,000", says_size(30_000, 30_000, b""), "pixels"),
        ("one of 11,900 × 11,900", says_size(11_900, 11_900, b""), "pixels"),
        ("a strip of 12,001", says_size(12_001, 1, b""), "pixels"),
        ("a PNG with less in it than it says", says_size(4_000, 4_000, b""), "broken"),
    ] {
        assert_eq!((PHOTO.run)(&bytes), Err(word.to_owned()), "{what}");
    }
}

#[test]
fn a_colour_profile_of_three_hundred_megabytes_is_not_unpacked() {
    let profile = [&b"icc\0\0"[..], &zeros(300 << 20)].concat();
    let bomb = says_size(3, 3, &chunk(b"iCCP", &profile));
    assert!(bomb.len() < 3 << 20, "small as it is sent: {}", bomb.len());
    match (PHOTO.run)(&bomb) {
        Ok(answer) => assert!(answer.len() < 10_000, "read without it"),
        Err(word) => assert!(["pixels", "broken"].contains(&word.as_str()), "{word}"),
    }
}

#[test]
fn masks_are_burnt_into_both_sizes_and_nothing_under_them_is_left() {
    let picture = encode(flag(1600, 1200)).expect("made");
    let rects = [Rect { x: 0, y: 0, w: 500, h: 500 }, Rect { x: 900, y: 900, w: 100, h: 100 }];
    let masked = (MASK.run)(&mask_input(&picture.large, &rects)).expect("masked");
    let masked = Picture::unpacked(&masked).expect("a picture");
    for (jpeg, w, h) in [(&masked.large, 1600, 1200), (&masked.small, 480, 360)] {
        let seen = opened(jpeg);
        assert_eq!(seen.dimensions(), (w, h));
        let black = |x: u32, y: u32| seen.get_pixel(x, y).0.iter().all(|c| *c < 40);
        assert!(black(w / 4, h / 4) && black(w - 5, h - 5), "covered");
        assert!(is_red(seen.get_pixel(w * 3 / 4, h / 4)), "the rest is as it was");
    }
    for bad in
        [&b""[..], b"no frame", &mask_input(b"no picture", &rects), &mask_input(&picture.large, &[rects[0]; 201])]
    {
        assert!((MASK.run)(bad).is_err());
    }
}
