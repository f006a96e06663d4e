//! An entry slip as it is shown and printed: for whom, the QR, the ten characters, what to do with them.

use crate::example;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use lianxin_base::{Day, Lang, PersonId, SlipId};
use lianxin_gate::{NewSlip, SLIP_DAYS, SlipCode};
use lianxin_paper::qr_svg;
use lianxin_web::components::Html;
use lianxin_web::{House, Visit};

/// One slip to cut out.
#[derive(Template)]
#[template(path = "slip.html")]
pub(super) struct Card {
    t: &'static L10nLanguage,
    name: String,
    place: String,
    qr: Html,
    code: String,
    address: String,
    until: String,
}

/// For whom a slip is.
#[derive(Clone, Debug)]
pub(super) struct For {
    pub(super) name: String,
    /// `芙蓉里 3号楼 1单元101`.
    pub(super) place: String,
}

impl Card {
    /// A slip made on a day.
    pub(super) fn new(house: &House, lang: Lang, whom: &For, code: &SlipCode, made: Day) -> Self {
        let origin = &house.settings().origin;
        let link = origin.url(&format!("/login?slip={}", code.plain()));
        let (year, month, day) = made.plus(SLIP_DAYS).parts();
        let words = t(lang);
        Self {
            t: words,
            name: whom.name.clone(),
            place: whom.place.clone(),
            qr: Html(qr_svg(&link).unwrap_or_default()),
            code: code.to_string(),
            address: origin.as_str().to_owned(),
            until: words.msg_slip_until(format!("{year}-{month:02}-{day:02}")),
        }
    }

    /// An invented one: its code opens nothing.
    pub(super) fn example(lang: Lang, name: &str) -> Self {
        let words = t(lang);
        Self {
            t: words,
            name: name.into(),
            place: example::WHERE.into(),
            qr: Html(qr_svg(example::ADDRESS).unwrap_or_default()),
            code: "00000-00000".into(),
            address: example::ADDRESS.into(),
            until: words.msg_slip_until(example::NOW.day().plus(SLIP_DAYS).to_string()),
        }
    }

    pub(super) fn html(&self) -> Html {
        Html::of(self)
    }
}

/// The `n`th slip a form makes; the same form makes the same code again.
pub(super) fn new_slip(
    visit: &Visit,
    form: &str,
    n: u32,
    person: PersonId,
    household: lianxin_base::HouseholdId,
) -> NewSlip {
    let slip = SlipId::new(visit.chance(), visit.now());
    NewSlip { slip, person, household, code: visit.house.keys().slip_code(form, n) }
}
