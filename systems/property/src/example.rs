//! Invented examples of every sheet this system prints, made with the templates that print them.

use crate::count::pages::Came;
use crate::say::{self, weight, when_dated};
use crate::texts::t;
use crate::{ballot, delivery, filing, handover, objection, proxy, roll, sealing, sheets, urgent};
use lianxin_base::{Day, Lang, Moment};
use lianxin_paper::qr_svg;
use lianxin_web::Specimen;
use lianxin_web::components::{Html, Tag, Tone};

pub(crate) const DAY: Day = Day::from_number(20_622);
pub(crate) const NOW: Moment = DAY.at(10, 0);
pub(crate) const OPENS: Moment = DAY.plus(16).at(9, 0);
pub(crate) const CLOSES: Moment = DAY.plus(30).at(18, 0);
pub(crate) const PLACE: &str = "样张小区";
pub(crate) const HOUSE: &str = "1 号楼";
pub(crate) const CONVENER: &str = "样张小区业主委员会";
pub(crate) const TITLE: &str = "样张：要不要换 1 号楼的水泵";
pub(crate) const MATTER: &str = "换 1 号楼的水泵，花维修资金 12,000.00 元";
const ARTICLE: &str = "《民法典》第二百七十八条";
pub(crate) const KIND: &str = "fund-use";
pub(crate) const HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Where one looks at examples; this system knows no more of it.
pub(crate) const BACK: &str = "/setup/papers";

/// From when to when the example goes.
pub(crate) fn span(lang: Lang) -> String {
    t(lang).msg_vote_span(when_dated(lang, OPENS), when_dated(lang, CLOSES))
}

/// A code that leads nowhere.
pub(crate) fn qr() -> Html {
    Html(qr_svg("https://lianxin.example/").unwrap_or_default())
}

/// What came of the example's matter.
pub(crate) fn came(lang: Lang) -> Came {
    let t = t(lang);
    let side = |name: String, persons, size| (name, weight(lang, persons, size));
    Came {
        n: 1,
        words: MATTER.into(),
        kind: say::kind(lang, KIND),
        tag: Tag::new(Tone::Ok, t.msg_passed()),
        says: t.msg_passed_by(ARTICLE),
        tally: vec![
            side(t.msg_mark_yes(), 80, 700_000),
            side(t.msg_mark_no(), 9, 76_000),
            side(t.msg_mark_abstain(), 3, 25_000),
        ],
        sheet: Default::default(),
        hurdles: Vec::new(),
        follow: String::new(),
        other: None,
        houses: Vec::new(),
    }
}

/// The table of them.
pub(crate) const ALL: [Specimen; 13] = [
    Specimen { name: "vote-notice", label: |lang| t(lang).msg_specimen_notice(), sheet: sheets::hung::notice_specimen },
    Specimen { name: "vote-roll", label: |lang| t(lang).msg_specimen_roll(), sheet: roll::pages::specimen },
    Specimen { name: "vote-paper", label: |lang| t(lang).msg_specimen_paper(), sheet: ballot::blank::specimen },
    Specimen { name: "vote-ballots", label: |lang| t(lang).msg_specimen_ballots(), sheet: sheets::ballots::specimen },
    Specimen { name: "vote-delivery", label: |lang| t(lang).msg_specimen_delivery(), sheet: delivery::print::specimen },
    Specimen { name: "vote-proxy", label: |lang| t(lang).msg_specimen_proxy(), sheet: proxy::pages::specimen },
    Specimen {
        name: "vote-objection",
        label: |lang| t(lang).msg_specimen_objection(),
        sheet: objection::pages::specimen,
    },
    Specimen { name: "vote-tally", label: |lang| t(lang).msg_specimen_tally(), sheet: sheets::count::specimen },
    Specimen { name: "vote-box", label: |lang| t(lang).msg_specimen_box(), sheet: sealing::pages::specimen },
    Specimen { name: "vote-result", label: |lang| t(lang).msg_specimen_result(), sheet: sheets::hung::result_specimen },
    Specimen { name: "vote-filing", label: |lang| t(lang).msg_specimen_filing(), sheet: filing::pages::specimen },
    Specimen { name: "vote-hand-over", label: |lang| t(lang).msg_specimen_hand_over(), sheet: handover::specimen },
    Specimen { name: "urgent-print", label: |lang| t(lang).msg_specimen_urgent(), sheet: urgent::print::specimen },
];
