//! Which photos everybody may see, and what of them is blackened: a tick, and a grid of ticks over the picture.

use crate::photos::{ShownPhoto, grid, rects};
use crate::store::Matter;
use crate::store::photos::{PhotoRow, of_matter};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use lianxin_base::Lang;
use lianxin_web::photos::{Photo, masked};
use lianxin_web::{Fields, Trouble, Visit};

/// The names of the ticks: `ACT.N` for a photo, `ACT.N.CELL` for a cell of it.
const SHOW: &str = "shown";
const CELL: &str = "mask";

/// A photo with its ticks.
#[derive(Template)]
#[template(path = "desk_mask.html")]
pub(super) struct Masked {
    t: &'static L10nLanguage,
    at: usize,
    name: String,
    url: String,
    width: u32,
    height: u32,
    columns: u32,
    shown: bool,
    /// Row, column, number, whether it is blackened.
    cells: Vec<(u32, u32, u32, bool)>,
}

impl Masked {
    /// As it is published now, or as it was ticked in a form that came back.
    pub(super) fn of(lang: Lang, p: &PhotoRow, at: usize, sent: Option<&Fields>) -> Option<Self> {
        let photo = p.photo?;
        let name = format!("{}.{}", p.act, p.n);
        let shown = sent.map_or(p.shown.is_some(), |f| f.all(SHOW).any(|v| v == name));
        let black = sent.map_or_else(|| p.mask.clone(), |f| ticked(f, &name));
        let (columns, rows) = grid(photo.width, photo.height);
        let cells = (0..columns * rows).map(|c| (c / columns + 1, c % columns + 1, c, black.contains(&c))).collect();
        let url = format!("/photo/{}/{}", p.act, p.n);
        Some(Self { t: t(lang), at, name, url, width: photo.width, height: photo.height, columns, shown, cells })
    }

    fn label(&self, row: &u32, column: &u32) -> String {
        self.t.msg_desk_mask_cell(*row, *column)
    }
}

fn ticked(fields: &Fields, name: &str) -> Vec<u32> {
    let of_photo = |v: &str| v.strip_prefix(name)?.strip_prefix('.')?.parse().ok();
    fields.all(CELL).filter_map(of_photo).collect()
}

/// The copies of the photos that were ticked; a copy that is published already as it was ticked is taken as it is.
pub(crate) async fn chosen(visit: &Visit, m: &Matter, fields: &Fields) -> Result<Vec<ShownPhoto>, Trouble> {
    let matter = m.id;
    let all = visit.read(move |r| Ok(of_matter(r, matter)?)).await?;
    let mut chosen = Vec::new();
    for p in all {
        let name = format!("{}.{}", p.act, p.n);
        let Some(photo) = p.photo.filter(|_| fields.all(SHOW).any(|v| v == name)) else { continue };
        let mask = ticked(fields, &name);
        let copy: Photo = match p.shown.filter(|_| p.mask == mask) {
            Some(shown) => shown,
            None => masked(visit, photo, &rects(&photo, &mask)).await?,
        };
        chosen.push(ShownPhoto { act: p.act, n: p.n, large: copy.large, small: copy.small, mask });
    }
    Ok(chosen)
}
