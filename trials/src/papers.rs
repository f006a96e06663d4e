//! 300 ballot papers as one PDF, as the long work of a vote sets them: so many a step by the press, then all joined.

use crate::bench::Asked;
use crate::drive::median;
use crate::report::{Line, Sheet};
use crate::trouble::{Done, Trouble, no};
use lianxin_app::config::FONTS;
use lianxin_app::wiring;
use lianxin_base::{Lang, Refuse as _};
use lianxin_child::press::Press;
use lianxin_paper::join;
use lianxin_paper::press::{Paper, pdf_wait};
use std::path::Path;
use std::time::Instant;

/// Households, and how many a step sets.
const HOUSEHOLDS: usize = 300;
const EACH: usize = 50;
pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let Some(program) = std::env::var("LIANXIN_PRESS").ok().filter(|path| Path::new(path).exists()) else {
        if asked.names("papers") {
            return no("papers needs LIANXIN_PRESS; cargo xtask bench gives it once the press is built");
        }
        eprintln!("papers: no press here, so none are set");
        return Ok(());
    };
    let press = Press::of(program.into(), FONTS.split(',').map(String::from).collect());
    let systems = wiring::systems()?;
    let specimen = systems.iter().flat_map(|s| &s.specimens).find(|s| s.name == "vote-ballots");
    let specimen = specimen.ok_or_else(|| Trouble("no example of a ballot paper".into()))?;
    // The example has two papers, as they are printed, codes and all.
    let html = (specimen.sheet)(Lang::Zh).0;
    let mut times = Vec::new();
    for _ in 0..asked.rounds {
        let begun = Instant::now();
        let mut parts = Vec::new();
        for _ in 0..HOUSEHOLDS / EACH {
            let papers: Vec<Paper<'_>> = (0..EACH / 2).map(|_| Paper::sheet(Lang::Zh, "表决票", &html)).collect();
            parts.push(pdf_wait(Some(&press), &papers).or_else(|why| no(why.code()))?);
        }
        let file = join(&parts).ok_or_else(|| Trouble("the parts were not joined".into()))?;
        times.push(u64::try_from(begun.elapsed().as_millis())?);
        let pages = format!("/Count {HOUSEHOLDS}/");
        if !file.windows(pages.len()).any(|w| w == pages.as_bytes()) {
            return no(format!("not {HOUSEHOLDS} pages"));
        }
    }
    let what = "asked: 300 ballot papers as one PDF under 10 s, set 50 a step and joined".into();
    let (name, unit, n) = ("papers".into(), "ms", times.len() as u64);
    sheet.add(&Line { name, unit, ours: median(times.into_iter()), limit: 10_000, what, n, ..Line::default() });
    Ok(())
}
