//! Invented examples of every sheet this system prints, made with the templates that print them.

use crate::meeting::pages::paper as meeting;
use crate::meeting::store::Item;
use crate::pages::desk::paper as desk;
use crate::texts::t;
use lianxin_base::{Day, MatterId, Moment};
use lianxin_web::Specimen;

const DAY: Day = Day::from_number(20_622);
pub(crate) const NOW: Moment = DAY.at(10, 0);
pub(crate) const DUE: Moment = DAY.plus(4).at(17, 0);
pub(crate) const PLACE: &str = "样张小区";
pub(crate) const WHERE: &str = "样张小区 1 号楼活动室";
pub(crate) const ORG: &str = "样张社区居委会";
pub(crate) const NO: &str = "样张-2026-0001";
pub(crate) const TITLE: &str = "样张：楼道的灯不亮";
pub(crate) const WORDS: &str = "三层的灯晚上不亮，老人下楼看不见。";
pub(crate) const ADDRESS: &str = "https://lianxin.example/";
/// Where one looks at examples; this system knows no more of it.
pub(crate) const BACK: &str = "/setup/papers";

/// An invented matter of an agenda.
pub(crate) fn item() -> Item {
    Item {
        n: 1,
        matter: MatterId::from_bytes([0; 16]),
        outcome: None,
        executor: None,
        executor_name: None,
        by: None,
        limit: None,
        landed: None,
    }
}

/// The table of them.
pub(crate) const ALL: [Specimen; 7] = [
    Specimen { name: "desk-day", label: |lang| t(lang).msg_specimen_day(), sheet: desk::day_specimen },
    Specimen { name: "desk-slip", label: |lang| t(lang).msg_slip_title(), sheet: desk::slip_specimen },
    Specimen { name: "desk-blank", label: |lang| t(lang).msg_blank_title(), sheet: desk::blank_specimen },
    Specimen { name: "desk-register", label: |lang| t(lang).msg_paper_register(), sheet: desk::register_specimen },
    Specimen { name: "path-week", label: |lang| t(lang).msg_path_week_title(), sheet: crate::path::week::specimen },
    Specimen { name: "meeting-sheet", label: |lang| t(lang).msg_specimen_sheet(), sheet: meeting::sheet_specimen },
    Specimen { name: "meeting-poster", label: |lang| t(lang).msg_specimen_poster(), sheet: meeting::poster_specimen },
];
