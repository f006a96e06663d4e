//! What may hang, from when to when, and what may still be done with it; pure.

use crate::ground::{DAYS_MAX, Ground};
use crate::refusal::{Refusal, ShorterThanOld, TooShort, WithinPeriod};
use crate::words::{Faces, Section, Sheet, Standing};
use lianxin_base::{Day, Refuse};

/// Longest title.
pub(crate) const TITLE_MAX: usize = 60;
/// Longest words: two sheets of A4.
pub(crate) const WORDS_MAX: usize = 3000;
/// Longest contact.
pub(crate) const CONTACT_MAX: usize = 80;
/// Longest caption, and longest line of what is seen.
pub(crate) const CAPTION_MAX: usize = 120;
/// Longest name of who took it.
pub(crate) const CREDIT_MAX: usize = 30;
/// Longest sentence on how they agreed.
pub(crate) const CONSENT_MAX: usize = 120;
/// So many days a notice without a period of its own hangs, if nobody says otherwise.
const USUAL: i32 = 30;
/// A photo of the last day may be taken so many days later, while the sheet still hangs.
const AFTER: i32 = 7;

/// A reason of either kind.
pub(crate) type No = Box<dyn Refuse>;

fn no(why: impl Refuse + 'static) -> No {
    Box::new(why)
}

/// What somebody wants to post.
#[derive(Clone, Debug)]
pub(crate) struct Posting<'a> {
    pub(crate) sheet: Sheet,
    pub(crate) section: Section,
    pub(crate) ground: &'a Ground,
    pub(crate) from: Day,
    pub(crate) to: Option<Day>,
    pub(crate) today: Day,
    pub(crate) title: &'a str,
    pub(crate) words: &'a str,
    pub(crate) contact: &'a str,
    pub(crate) photos: usize,
    pub(crate) caption: &'a str,
    pub(crate) credit: &'a str,
    pub(crate) alt: &'a str,
    pub(crate) faces: Option<Faces>,
    pub(crate) consent: &'a str,
    /// Whether children are seen; not said.
    pub(crate) children: Option<bool>,
    /// Whether somebody in need is seen; not said.
    pub(crate) needy: Option<bool>,
}

/// From when to when it hangs, and until when by law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hung {
    pub(crate) to: Day,
    pub(crate) until: Option<Day>,
}

/// The lines of what is seen on each photo.
pub(crate) fn lines(alt: &str) -> Vec<&str> {
    alt.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// May it hang so?
pub(crate) fn may_post(p: &Posting<'_>) -> Result<Hung, No> {
    if p.title.is_empty() {
        return Err(no(Refusal::NoTitle));
    }
    if p.words.is_empty() {
        return Err(no(Refusal::NoWords));
    }
    let typed = [p.title, p.words, p.contact, p.caption, p.credit, p.alt, p.consent];
    if typed.iter().any(|text| lianxin_register::looks_like_id_number(text)) {
        return Err(no(Refusal::IdNumber));
    }
    if p.ground.section.is_some_and(|section| section != p.section) {
        return Err(no(Refusal::BadSection));
    }
    photos(p)?;
    days(p.ground, p.from, p.to, p.today)
}

/// Photos come with what is seen, who took them, and what became of the people in them.
fn photos(p: &Posting<'_>) -> Result<(), No> {
    if p.photos == 0 {
        return if p.sheet == Sheet::News { Err(no(Refusal::NoPhoto)) } else { Ok(()) };
    }
    if p.children != Some(false) {
        return Err(no(Refusal::Children));
    }
    if p.needy != Some(false) {
        return Err(no(Refusal::Needy));
    }
    match p.faces {
        Some(Faces::Nobody) => {}
        Some(Faces::Agreed) if p.consent.is_empty() => return Err(no(Refusal::NoConsentHow)),
        Some(Faces::Agreed) => {}
        Some(Faces::NotAsked) | None => return Err(no(Refusal::NoConsent)),
    }
    if lines(p.alt).len() != p.photos {
        return Err(no(Refusal::NoAlt));
    }
    if p.caption.is_empty() {
        return Err(no(Refusal::NoCaption));
    }
    if p.credit.is_empty() {
        return Err(no(Refusal::NoCredit));
    }
    Ok(())
}

/// From when to when: not in the past, not backwards, not shorter than the law wants.
pub(crate) fn days(ground: &Ground, from: Day, to: Option<Day>, today: Day) -> Result<Hung, No> {
    if from < today {
        return Err(no(Refusal::FromPast));
    }
    let until = ground.until(from);
    let to = to.or(until).unwrap_or(from.plus(USUAL));
    if to < from {
        return Err(no(Refusal::ToBeforeFrom));
    }
    if to > from.plus(DAYS_MAX) || from > today.plus(DAYS_MAX) {
        return Err(no(Refusal::TooFar));
    }
    match until {
        Some(until) if to < until => {
            Err(no(TooShort { days: ground.days, until, article: ground.days_by().to_owned() }))
        }
        _ => Ok(Hung { to, until }),
    }
}

/// Until when a correction hangs: as long as the wrong sheet would have, and for the whole of its period anew. Left open it
/// is as long; shorter it is refused.
pub(crate) fn no_shorter(old: Dates, anew: Option<Day>, asked: Option<Day>, hung: Hung) -> Result<Hung, No> {
    let least = old.to.max(anew.unwrap_or(old.to));
    match asked {
        _ if hung.to >= least => Ok(hung),
        None => Ok(Hung { to: least, ..hung }),
        Some(_) => Err(no(ShorterThanOld { until: least })),
    }
}

/// What of a notice decides where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dates {
    pub(crate) from: Day,
    pub(crate) to: Day,
    pub(crate) until: Option<Day>,
    pub(crate) corrected: bool,
    pub(crate) down: bool,
}

/// Where it stands on a day.
pub(crate) fn standing(d: Dates, on: Day) -> Standing {
    match d {
        Dates { down: true, .. } => Standing::Down,
        Dates { corrected: true, .. } => Standing::Corrected,
        Dates { from, .. } if on < from => Standing::Coming,
        Dates { to, .. } if on <= to => Standing::Hanging,
        _ => Standing::Over,
    }
}

/// May what is written be changed? Only before it hangs.
pub(crate) fn may_change(d: Dates, on: Day) -> Result<(), Refusal> {
    match standing(d, on) {
        Standing::Coming => Ok(()),
        Standing::Down => Err(Refusal::IsDown),
        Standing::Corrected => Err(Refusal::Corrected),
        Standing::Hanging | Standing::Over => Err(Refusal::Hangs),
    }
}

/// May another one correct it? Once, and not before it hangs.
pub(crate) fn may_correct(d: Dates, on: Day) -> Result<(), Refusal> {
    match standing(d, on) {
        Standing::Hanging | Standing::Over => Ok(()),
        Standing::Coming => Err(Refusal::NotYet),
        Standing::Down => Err(Refusal::IsDown),
        Standing::Corrected => Err(Refusal::Corrected),
    }
}

/// May it be taken down? Not within the period the law sets.
pub(crate) fn may_take_down(d: Dates, on: Day, article: &str, reason: &str) -> Result<(), No> {
    if d.down {
        return Err(no(Refusal::IsDown));
    }
    if reason.is_empty() {
        return Err(no(Refusal::NoReason));
    }
    if lianxin_register::looks_like_id_number(reason) {
        return Err(no(Refusal::IdNumberReason));
    }
    match d.until {
        Some(until) if d.from <= on && on <= until => Err(no(WithinPeriod { until, article: article.to_owned() })),
        _ => Ok(()),
    }
}

/// May this photo of the physical board stand as the proof of its start or its end?
pub(crate) fn may_prove(
    d: Dates,
    (end, given): (bool, bool),
    day: Day,
    on: Day,
    (photos, nobody): (usize, bool),
) -> Result<(), Refusal> {
    if d.down {
        return Err(Refusal::IsDown);
    }
    if on < d.from {
        return Err(Refusal::NotYet);
    }
    if given {
        return Err(Refusal::ProofGiven);
    }
    if photos == 0 {
        return Err(Refusal::NoPhoto);
    }
    if !nobody {
        return Err(Refusal::ProofPeople);
    }
    if day > on {
        return Err(Refusal::ProofToCome);
    }
    let last = d.until.unwrap_or(d.to);
    if !end && !(d.from..=last).contains(&day) {
        return Err(Refusal::ProofStart);
    }
    if end && !(last..=d.to.max(last).plus(AFTER)).contains(&day) {
        return Err(Refusal::ProofEnd);
    }
    Ok(())
}

/// Whether its period is over and not both photos are there.
pub(crate) fn lacks_proof(d: Dates, (start, end): (bool, bool), on: Day) -> bool {
    !d.down && d.until.is_some_and(|until| until < on) && !(start && end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::ground;

    fn day(text: &str) -> Day {
        text.parse().expect(text)
    }

    fn posting(ground: &Ground) -> Posting<'_> {
        Posting {
            sheet: Sheet::Notice,
            section: Section::Property,
            ground,
            from: day("2026-06-18"),
            to: Some(day("2026-07-31")),
            today: day("2026-06-18"),
            title: "开业主大会",
            words: "7 月 20 日开",
            contact: "业委会值班",
            photos: 0,
            caption: "清扫院子",
            credit: "吴敏",
            alt: "几个人在扫地",
            faces: Some(Faces::Agreed),
            consent: "6 月 17 日当面问的",
            children: Some(false),
            needy: Some(false),
        }
    }

    type Change = fn(&mut Posting<'_>);

    #[test]
    fn what_may_not_hang_is_refused_each_for_its_reason() {
        let g = ground("assembly", day("2026-06-18")).expect("a ground");
        let cases: &[(&str, Change, &str)] = &[
            ("all right", |_| {}, ""),
            ("no title", |p| p.title = "", "no_title"),
            ("no words", |p| p.words = "", "no_words"),
            ("an identity number", |p| p.words = "联系 11010519491231002X", "id_number"),
            ("one as contact", |p| p.contact = "11010519491231002X", "id_number"),
            ("another section", |p| p.section = Section::Honour, "bad_section"),
            ("from yesterday", |p| p.from = day("2026-06-17"), "from_past"),
            ("to before from", |p| p.to = Some(day("2026-06-17")), "to_before_from"),
            ("a day too short", |p| p.to = Some(day("2026-07-02")), "too_short"),
            ("exactly long enough", |p| p.to = Some(day("2026-07-03")), ""),
            ("too long", |p| p.to = Some(day("2027-12-31")), "too_far"),
            ("from too far", |p| (p.from, p.to) = (day("2028-06-18"), None), "too_far"),
            ("news without a photo", |p| p.sheet = Sheet::News, "no_photo"),
            ("a photo", |p| p.photos = 1, ""),
            ("nobody asked", |p| (p.photos, p.faces) = (1, Some(Faces::NotAsked)), "no_consent"),
            ("not said", |p| (p.photos, p.faces) = (1, None), "no_consent"),
            ("agreed, not how", |p| (p.photos, p.consent) = (1, ""), "no_consent_how"),
            ("nobody to be known", |p| (p.photos, p.faces, p.consent) = (1, Some(Faces::Nobody), ""), ""),
            ("children", |p| (p.photos, p.children) = (1, Some(true)), "children"),
            ("children not said", |p| (p.photos, p.children) = (1, None), "children"),
            ("somebody in need", |p| (p.photos, p.needy) = (1, Some(true)), "needy"),
            ("two photos, one line", |p| p.photos = 2, "no_alt"),
            ("no caption", |p| (p.photos, p.caption) = (1, ""), "no_caption"),
            ("no credit", |p| (p.photos, p.credit) = (1, ""), "no_credit"),
        ];
        for (what, change, code) in cases {
            let mut p = posting(g);
            change(&mut p);
            let found = may_post(&p).err().map_or("", |why| why.code().trim_start_matches("notice_board."));
            assert_eq!(found, *code, "{what}");
        }
    }

    #[test]
    fn without_an_end_it_hangs_for_its_period_or_a_month() {
        let on = day("2026-06-18");
        for (id, to, until) in [("assembly", "2026-07-03", Some("2026-07-03")), ("general", "2026-07-18", None)] {
            let hung = days(ground(id, on).expect(id), on, None, on).expect(id);
            assert_eq!(hung, Hung { to: day(to), until: until.map(day) }, "{id}");
        }
    }

    fn dates() -> Dates {
        let (from, to) = (day("2026-06-18"), day("2026-07-10"));
        Dates { from, to, until: Some(day("2026-07-03")), corrected: false, down: false }
    }

    #[test]
    fn where_it_stands_says_what_may_be_done() {
        let (down, corrected) = (Dates { down: true, ..dates() }, Dates { corrected: true, ..dates() });
        for (d, on, at, change, correct) in [
            (dates(), "2026-06-17", Standing::Coming, Ok(()), Err(Refusal::NotYet)),
            (dates(), "2026-06-18", Standing::Hanging, Err(Refusal::Hangs), Ok(())),
            (dates(), "2026-07-10", Standing::Hanging, Err(Refusal::Hangs), Ok(())),
            (dates(), "2026-07-11", Standing::Over, Err(Refusal::Hangs), Ok(())),
            (down, "2026-07-05", Standing::Down, Err(Refusal::IsDown), Err(Refusal::IsDown)),
            (corrected, "2026-07-05", Standing::Corrected, Err(Refusal::Corrected), Err(Refusal::Corrected)),
        ] {
            let found = (standing(d, day(on)), may_change(d, day(on)), may_correct(d, day(on)));
            assert_eq!(found, (at, change, correct), "{on}");
        }
    }

    #[test]
    fn a_correction_hangs_no_shorter_than_what_it_corrects() {
        for (what, anew, asked, to, ends) in [
            ("left open, as long as the old", None, None, "2026-07-05", Ok("2026-07-10")),
            ("left open, its period anew", Some("2026-07-20"), None, "2026-07-10", Ok("2026-07-20")),
            ("longer", Some("2026-07-20"), Some("2026-08-01"), "2026-08-01", Ok("2026-08-01")),
            ("to the day", None, Some("2026-07-10"), "2026-07-10", Ok("2026-07-10")),
            ("a day shorter", None, Some("2026-07-09"), "2026-07-09", Err("notice_board.shorter_than_old")),
            (
                "the period cut",
                Some("2026-07-20"),
                Some("2026-07-19"),
                "2026-07-19",
                Err("notice_board.shorter_than_old"),
            ),
        ] {
            let hung = Hung { to: day(to), until: None };
            let found = no_shorter(dates(), anew.map(day), asked.map(day), hung);
            let found = found.map(|hung| hung.to).map_err(|why| why.code());
            assert_eq!(found, ends.map(day), "{what}");
        }
    }

    #[test]
    fn nothing_is_taken_down_within_its_period() {
        for (on, reason, code) in [
            ("2026-06-17", "不贴了", ""),
            ("2026-06-18", "写错了", "notice_board.within_period"),
            ("2026-07-03", "写错了", "notice_board.within_period"),
            ("2026-07-04", "换新的", ""),
            ("2026-07-04", "", "notice_board.no_reason"),
            ("2026-07-04", "11010519491231002X 不同意", "notice_board.id_number_reason"),
        ] {
            let found = may_take_down(dates(), day(on), "物业管理条例 14", reason).err().map_or("", |why| why.code());
            assert_eq!(found, code, "{on} {reason}");
        }
    }

    #[test]
    fn a_photo_proves_what_it_was_taken_for() {
        for (what, end, given, taken, on, photos, may) in [
            ("the first day", false, false, "2026-06-18", "2026-06-18", 1, Ok(())),
            ("not yet", false, false, "2026-06-17", "2026-06-17", 1, Err(Refusal::NotYet)),
            ("before it hung", false, false, "2026-06-17", "2026-06-19", 1, Err(Refusal::ProofStart)),
            ("after it was over", false, false, "2026-07-04", "2026-07-05", 1, Err(Refusal::ProofStart)),
            ("tomorrow", false, false, "2026-06-20", "2026-06-19", 1, Err(Refusal::ProofToCome)),
            ("no photo", false, false, "2026-06-18", "2026-06-18", 0, Err(Refusal::NoPhoto)),
            ("twice", false, true, "2026-06-18", "2026-06-18", 1, Err(Refusal::ProofGiven)),
            ("the last day", true, false, "2026-07-03", "2026-07-03", 1, Ok(())),
            ("a day early", true, false, "2026-07-02", "2026-07-03", 1, Err(Refusal::ProofEnd)),
            ("while it still hangs", true, false, "2026-07-17", "2026-07-20", 1, Ok(())),
            ("long after", true, false, "2026-07-18", "2026-07-20", 1, Err(Refusal::ProofEnd)),
        ] {
            assert_eq!(may_prove(dates(), (end, given), day(taken), day(on), (photos, true)), may, "{what}");
        }
        let first = dates().from;
        assert_eq!(may_prove(dates(), (false, false), first, first, (1, false)), Err(Refusal::ProofPeople));
        for (on, start, end, lacks) in [
            ("2026-07-03", false, false, false),
            ("2026-07-04", true, false, true),
            ("2026-07-04", false, true, true),
            ("2026-07-04", true, true, false),
        ] {
            assert_eq!(lacks_proof(dates(), (start, end), day(on)), lacks, "{on}");
        }
    }
}
