use crate::around::{Around, Caller};
use crate::asked::{Query, asked};
use crate::store::{self, Recorded};
use crate::texts::{L10nLanguage, t};
use crate::{journal, say};
use askama::Template;
use axum::response::Response;
use lianxin_base::half_width;
use lianxin_base::{ActId, Lang};
use lianxin_journal::leaf_hash;
use lianxin_store::{Fault, Read};
use lianxin_web::components::{ErrorSummary, Facts, Field, Notice, NoticeKind, Submit};
use lianxin_web::icons::Icon;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

/// Fewest characters of a 留底号 that are looked up: 48 bits.
const LEAST: usize = 8;
/// A whole 留底号: 32 bytes in base64url.
const WHOLE: usize = 43;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What somebody copied off a receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Asked {
    /// The act's own id.
    Act(ActId),
    /// A 留底号 or its beginning: every hash that begins so lies between these two.
    Hash([u8; 32], [u8; 32]),
    /// A whole 留底号 that no hash can have, or letters that are none.
    Wrong,
}

/// What the record says of it.
enum Answer {
    Nothing,
    Several,
    /// One act; whether its leaf still has the hash that was recorded.
    One(Box<Recorded>, Facts<'static>, bool),
}

#[derive(Template)]
#[template(path = "verify.html")]
struct View<'a> {
    t: &'static L10nLanguage,
    summary: Option<ErrorSummary<'a>>,
    field: Field<'a>,
    submit: Submit<'a>,
    notice: Option<Notice<'a>>,
    found: Option<Found<'a>>,
}

struct Found<'a> {
    kind: String,
    url: String,
    hash: String,
    facts: Facts<'a>,
}

/// `GET /verify`: whether the record has what a receipt names, and whether it still says the same.
pub(crate) async fn page(visit: Visit, query: Query) -> Result<Response, Trouble> {
    let (caller, lang) = (Caller::of(&visit), visit.lang);
    let typed = asked(&query, "no").to_owned();
    let what = (!typed.trim().is_empty()).then(|| read(&typed));
    let (asked, sent) = (what.clone(), query.0.iter().any(|(name, _)| name == "no"));
    let (around, answer) = visit
        .read(move |r| {
            let answer = asked.as_ref().map(|a| answer(r, lang, a)).transpose()?;
            Ok((Around::of(r, &caller)?, answer))
        })
        .await?;
    let t = t(lang);
    let wrong = match what {
        Some(Asked::Wrong) => Some(t.msg_verify_wrong()),
        None if sent => Some(t.msg_verify_none()),
        _ => None,
    };
    let bad = wrong.is_some();
    let view = view(lang, &typed, wrong, answer);
    let title = t.msg_verify_title();
    let page = around.round(visit.page(&title, Kind::Phone));
    Ok(if bad { page.wrong() } else { page }.view(&view))
}

fn view(lang: Lang, typed: &str, wrong: Option<String>, answer: Option<Answer>) -> View<'static> {
    let t = t(lang);
    let field = Field::new(lang, "no", t.msg_verify_field())
        .hint(t.msg_verify_hint())
        .value(typed.chars().take(200).collect::<String>())
        .error(wrong.clone())
        .required()
        .max(200)
        .autocomplete("off");
    let (notice, found) = match answer.filter(|_| wrong.is_none()) {
        None => (None, None),
        Some(Answer::Nothing) => (Some(Notice::new(NoticeKind::Warn, t.msg_verify_missing())), None),
        Some(Answer::Several) => (Some(Notice::new(NoticeKind::Warn, t.msg_verify_several())), None),
        Some(Answer::One(leaf, facts, same)) => {
            let (kind, says) = if same {
                (NoticeKind::Ok, t.msg_verify_good(say::exact(leaf.at)))
            } else {
                (NoticeKind::Warn, t.msg_verify_bad())
            };
            let name = say::kind(lang, if leaf.hidden { "sealed" } else { &leaf.kind });
            let (url, hash) = (format!("/journal/{}", leaf.act), say::hash(&leaf.hash));
            (Some(Notice::new(kind, says)), Some(Found { kind: name, url, hash, facts }))
        }
    };
    let summary = wrong.map(|say| ErrorSummary { lang, items: vec![("no".into(), say.into())] });
    View { t, summary, field, submit: Submit::new(t.msg_verify_go()), notice, found }
}

fn answer(r: &mut Read<'_>, lang: Lang, asked: &Asked) -> Result<Answer, Fault> {
    let act = match asked {
        Asked::Wrong => return Ok(Answer::Nothing),
        Asked::Act(act) => *act,
        Asked::Hash(from, to) => match store::by_hash(r, from, to)?.as_slice() {
            [] => return Ok(Answer::Nothing),
            [act] => *act,
            _ => return Ok(Answer::Several),
        },
    };
    let Some(leaf) = store::leaf(r, act)? else { return Ok(Answer::Nothing) };
    let same = leaf_hash(&leaf.body).as_slice() == leaf.hash.as_slice();
    let facts = journal::facts(r, lang, &leaf)?;
    Ok(Answer::One(Box::new(leaf), facts, same))
}

/// Reads what was pasted: blanks, full-width letters and the dots of a shortened number pass.
fn read(typed: &str) -> Asked {
    let plain: String =
        typed.chars().map(half_width).filter(|c| !c.is_whitespace() && !matches!(c, '…' | '.')).collect();
    if let Ok(act) = plain.to_ascii_lowercase().parse() {
        return Asked::Act(act);
    }
    if !(LEAST..=WHOLE).contains(&plain.len()) {
        return Asked::Wrong;
    }
    bounds(&plain).map_or(Asked::Wrong, |(from, to)| Asked::Hash(from, to))
}

/// The first and the last hash that begin with these base64url letters.
fn bounds(letters: &str) -> Option<([u8; 32], [u8; 32])> {
    let (mut from, mut to) = ([0u8; 32], [0xffu8; 32]);
    for (i, letter) in letters.bytes().enumerate() {
        let six = ALPHABET.iter().position(|a| *a == letter)?;
        for bit in 0..6 {
            let (one, at) = (six >> (5 - bit) & 1 == 1, i * 6 + bit);
            match (from.get_mut(at / 8), to.get_mut(at / 8)) {
                (Some(low), Some(high)) if one => {
                    *low |= 0x80 >> (at % 8);
                    *high |= 0x80 >> (at % 8);
                }
                (Some(_), Some(high)) => *high &= !(0x80 >> (at % 8)),
                // The two bits beyond the 32nd byte are zero in a number that was really made.
                _ if one => return None,
                _ => {}
            }
        }
    }
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_paste_is_read() {
        let act: ActId = "018f0000-0000-7000-8000-000000000001".parse().expect("an id");
        for typed in [
            "018f0000-0000-7000-8000-000000000001",
            " 018F0000-0000-7000-8000-000000000001 ",
            "０１８f0000-0000-7000-8000-000000000001",
        ] {
            assert_eq!(read(typed), Asked::Act(act), "{typed}");
        }
        for typed in ["", "abc", "芙蓉里-2026-0042", "!!!!!!!!!!", &"A".repeat(44), &format!("{}B", "A".repeat(42))]
        {
            assert_eq!(read(typed), Asked::Wrong, "{typed}");
        }
    }

    #[test]
    fn a_number_is_found_by_its_beginning_and_by_the_whole_of_it() {
        let hash: [u8; 32] = std::array::from_fn(|i| (i * 37 + 11) as u8);
        let whole = say::hash(&hash);
        assert_eq!(bounds(&whole), Some((hash, hash)));
        for n in LEAST..WHOLE {
            let (from, to) = bounds(&whole[..n]).expect("letters");
            assert!(from <= hash && hash <= to, "{n}");
            assert_ne!(from, to);
        }
        let Asked::Hash(from, to) = read(&format!(" {}…", &whole[..12])) else { panic!("a number") };
        assert!(from <= hash && hash <= to);
        let mut other = hash;
        other[3] ^= 1;
        assert!(other < from || to < other, "another hash lies outside");
    }
}
