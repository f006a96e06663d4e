//! A photo of 12 megapixels becomes two pictures of ours, in a child.

use crate::bench::Asked;
use crate::drive::median;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, Trouble, no};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use lianxin_app::rooms;
use lianxin_child::Children;
use lianxin_photo::{KINDS, PHOTO, Picture};
use std::io::{Read as _, Write as _};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

const SIZE: (u32, u32) = (4032, 3024);
const WHAT: &str = "a JPEG of 12 megapixels to 1600 and 480 pixels, in a child with its limits: the same code called in \
                    this process";
/// Photos a round.
const EACH: u32 = 5;

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let photo = drawn()?;
    let children = Children::of(std::env::current_exe()?, rooms::children());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let by_child = || -> Done<u64> {
        let (begun, photo) = (Instant::now(), photo.clone());
        let answer = runtime.block_on(children.ask(PHOTO, photo)).map_err(|why| Trouble(why.to_string()))?;
        let took = u64::try_from(begun.elapsed().as_micros())?;
        good(&answer)?;
        Ok(took)
    };
    let here = || -> Done<u64> {
        let begun = Instant::now();
        let answer = (KINDS[0].run)(&photo).map_err(Trouble)?;
        let took = u64::try_from(begun.elapsed().as_micros())?;
        good(&answer)?;
        Ok(took)
    };
    by_child()?;
    here()?;
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..asked.rounds * EACH {
        ours.push(by_child()?);
        limit.push(here()?);
    }
    let n = ours.len() as u64;
    let (ours, limit) = (median(ours.into_iter()), median(limit.into_iter()));
    let line = |name: &str, unit, ours, limit, what: String, n| Line {
        name: name.into(),
        unit,
        ours,
        limit,
        what,
        n,
        ..Line::default()
    };
    sheet.add(&line("photo", "µs", ours, limit, WHAT.into(), n));
    let what = format!("asked: under 400 ms; a file of {} KB", photo.len() / 1000);
    sheet.add(&line("photo.time", "ms", ours / 1000, 400, what, n));
    let what = "asked: resident memory of the child at its most under 200 MB".into();
    sheet.add(&line("photo.rss", "KiB", memory(&photo)?, 200 * 1000 * 1000 / 1024, what, 1));
    Ok(())
}

fn good(answer: &[u8]) -> Done<()> {
    match Picture::unpacked(answer) {
        Some(picture) if (picture.width, picture.height) == (1600, 1200) => Ok(()),
        _ => no("no picture came back"),
    }
}

/// A scene with edges, slopes and grain, as large a file as a telephone makes.
fn drawn() -> Done<Vec<u8>> {
    let mut state = 1u32;
    let mut grain = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 28) as u8
    };
    let picture = RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| {
        let window = (x / 180 + y / 140) % 3 == 0 && x % 180 > 40 && y % 140 > 30;
        let (slope, dark) = (y * 120 / SIZE.1, if window { 90 } else { 0 });
        let tone = |base: u32| (base + slope).saturating_sub(dark).min(235) as u8;
        Rgb([tone(90) + grain(), tone(100) + grain(), tone(120) + grain()])
    });
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 92).encode_image(&picture).map_err(|e| Trouble(e.to_string()))?;
    Ok(out)
}

/// What a child needs at its most, by its own word.
fn memory(photo: &[u8]) -> Done<u64> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["measured-child", PHOTO]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(photo)?;
    }
    let mut answer = Vec::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_end(&mut answer)?;
    }
    let done = child.wait_with_output()?;
    good(&answer)?;
    let said = String::from_utf8_lossy(&done.stderr);
    said.trim().parse().map_err(|_| Trouble(format!("the child told no memory: {said}")))
}

/// The child's side: as the product's, and says at its end how much memory it had.
pub(crate) fn measured(kind: &str) -> ExitCode {
    let code = lianxin_child::run(&rooms::children(), kind);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.split_whitespace().next());
    eprintln!("{}", most.unwrap_or("?"));
    code
}
