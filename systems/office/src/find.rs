use crate::Office;
use crate::around::{Around, Caller, homes};
use crate::asked::{Query, asked, path};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use lianxin_base::half_width;
use lianxin_register as register;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{ErrorSummary, Field, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};
use std::collections::BTreeSet;

/// A number without its year is looked for in this year and so many before.
const YEARS: i32 = 10;

/// What a typed number says: `芙蓉里 42` has no year, `42` alone no place either.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Wanted {
    pub(crate) place: String,
    year: Option<i32>,
    n: u32,
}

#[derive(Template)]
#[template(path = "find.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    summary: Option<ErrorSummary<'a>>,
    field: Field<'a>,
    submit: Submit<'a>,
}

/// `GET /find?no=`: the matter with this number, however it was typed or told on the telephone.
pub(crate) async fn page(office: Office, visit: Visit, query: Query) -> Result<Response, Trouble> {
    let (caller, lang) = (Caller::of(&visit), visit.lang);
    let typed = asked(&query, "no").trim().to_owned();
    let wanted = read(&typed);
    let asked = wanted.clone();
    let (around, url) = visit
        .read(move |r| {
            let url = asked.as_ref().map(|w| look(r, &office, &caller, w)).transpose()?.flatten();
            Ok((Around::of(r, &caller)?, url))
        })
        .await?;
    if let Some(url) = url {
        return Ok(visit.to(&path(&url)));
    }
    let t = t(lang);
    let error = (!typed.is_empty()).then(|| if wanted.is_some() { t.msg_find_missing() } else { t.msg_find_wrong() });
    let missing = error.is_some();
    let field = Field::new(lang, "no", t.msg_find_field())
        .hint(t.msg_find_hint())
        .example(t.msg_find_example())
        .value(typed.chars().take(60).collect::<String>())
        .error(error.clone())
        .required()
        .max(60)
        .autocomplete("off");
    let summary = error.map(|say| ErrorSummary { lang, items: vec![("no".into(), say.into())] });
    let view = View { t, summary, field, submit: Submit::new(t.msg_find_go()).icon(Icon::Search) };
    let title = t.msg_tile_find();
    let page = around.round(visit.page(&title, Kind::Phone));
    Ok(if missing { page.status(StatusCode::NOT_FOUND) } else { page }.view(&view))
}

fn look(r: &mut Read<'_>, office: &Office, caller: &Caller, wanted: &Wanted) -> Result<Option<String>, Fault> {
    let mut own = Vec::new();
    if let (true, Some(person)) = (wanted.place.is_empty(), caller.person) {
        own.extend(homes(r, person, caller.today())?.into_iter().map(|h| h.area.code));
    }
    for no in numbers(r, wanted, own, caller.today().year())? {
        if let Some(url) = office.needs.find(r, &no)? {
            return Ok(Some(url));
        }
    }
    Ok(None)
}

/// The numbers a typed one may be, the newest year first: under the place that was typed, or the caller's own if there
/// is none, and then under every other code it has or had, for a number stays when its compound gets another name.
pub(crate) fn numbers(
    r: &mut Read<'_>,
    wanted: &Wanted,
    own: Vec<String>,
    this_year: i32,
) -> Result<Vec<String>, Fault> {
    let mut places = if wanted.place.is_empty() { own } else { spellings(&wanted.place) };
    for place in places.clone() {
        places.extend(register::find::codes(r, &place)?);
    }
    let mut seen = BTreeSet::new();
    places.retain(|p| seen.insert(p.clone()));
    let years: Vec<i32> = wanted.year.map_or_else(|| (this_year - YEARS + 1..=this_year).rev().collect(), |y| vec![y]);
    Ok(places.iter().flat_map(|place| years.iter().map(move |y| format!("{place}-{y}-{:04}", wanted.n))).collect())
}

/// How the place may stand in the number: as typed, in capitals, without 小区 or 社区 at its end.
fn spellings(place: &str) -> Vec<String> {
    let mut all = Vec::new();
    let bare = ["小区", "社区"].iter().find_map(|end| place.strip_suffix(end)).unwrap_or("");
    for place in [place, bare] {
        for spelled in [place.to_owned(), place.to_uppercase()] {
            if !spelled.is_empty() && !all.contains(&spelled) {
                all.push(spelled);
            }
        }
    }
    all
}

/// Reads a number as people type it: full-width digits, missing zeros, blanks or strokes between the parts, 号 after.
pub(crate) fn read(typed: &str) -> Option<Wanted> {
    let plain: String = typed.chars().map(half_width).map(stroke).collect();
    let plain = plain.trim_end_matches(['号', ' ']).trim_start_matches("编号").trim_start_matches([':', '#', ' ']);
    let (mut head, n) = digits(plain)?;
    let (mut year, mut n) = (None, n);
    if let (8, Some(y)) = (n.len(), n.get(..4).and_then(a_year)) {
        (year, n) = (Some(y), &n[4..]);
    } else if let Some((before, y)) = digits(head)
        && let Some(y) = a_year(y)
    {
        (head, year) = (before, Some(y));
    }
    let place: String = head.chars().filter(|c| *c != ' ').collect();
    // A stroke inside a place is none of ours; seven digits are more matters than a place has in a year.
    if place.contains('/') || n.len() > 7 {
        return None;
    }
    Some(Wanted { place, year, n: n.parse().ok()? })
}

/// What people put between the parts.
fn stroke(c: char) -> char {
    match c {
        '-' | '–' | '—' | '―' | '‐' | '‑' | '_' | '、' | ',' => ' ',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The digits at the end, and what stands before them without the blanks between.
fn digits(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let n = &text[head.len()..];
    (!n.is_empty()).then(|| (head.trim_end(), n))
}

fn a_year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|y| text.len() == 4 && (2000..2200).contains(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_was_told() {
        for (typed, place, year, n) in [
            ("芙蓉里-2026-0042", "芙蓉里", Some(2026), 42),
            ("芙蓉里 42", "芙蓉里", None, 42),
            ("芙蓉里42", "芙蓉里", None, 42),
            ("芙蓉里４２号", "芙蓉里", None, 42),
            ("编号：芙蓉里－２０２６－００４２", "芙蓉里", Some(2026), 42),
            ("芙蓉里 2026 42", "芙蓉里", Some(2026), 42),
            ("芙蓉里20260042", "芙蓉里", Some(2026), 42),
            ("yfy—2026—0042", "yfy", Some(2026), 42),
            ("芙 蓉 里  0042 ", "芙蓉里", None, 42),
            ("42", "", None, 42),
            ("2026-0042", "", Some(2026), 42),
            ("芙蓉里 12345", "芙蓉里", None, 12345),
        ] {
            let wanted = Wanted { place: place.into(), year, n };
            assert_eq!(read(typed), Some(wanted), "{typed}");
        }
        for typed in ["", "芙蓉里", "灯坏了", "芙蓉里/3", "13800001234"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_place_is_tried_as_it_may_be_written() {
        assert_eq!(spellings("yfy"), ["yfy", "YFY"]);
        assert_eq!(spellings("芙蓉里小区"), ["芙蓉里小区", "芙蓉里"]);
        assert!(spellings("").is_empty());
    }
}
