//! Invented examples of every sheet this system prints, made with the templates that print them.

use crate::coming::{posters, slips};
use crate::handover::sheet;
use crate::incident::print as incident;
use crate::journal::today;
use crate::privacy::mine;
use crate::texts::t;
use lianxin_base::{Day, Moment};
use lianxin_web::Specimen;

pub(crate) const NOW: Moment = Day::from_number(20_622).at(10, 0);
pub(crate) const ORG: &str = "样张社区居委会";
pub(crate) const WHERE: &str = "样张小区 1 号楼 1 单元 101";
pub(crate) const NAME: &str = "样张甲";
pub(crate) const OTHER: &str = "样张乙";
pub(crate) const WORDS: &str = "这几个字是编的，只为看看版面。";
pub(crate) const HOST: &str = "lianxin.example";
pub(crate) const ADDRESS: &str = "https://lianxin.example/";
pub(crate) const HASH: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
/// Where one looks at examples.
pub(crate) const BACK: &str = "/setup/papers";

/// The table of them.
pub(crate) const ALL: [Specimen; 7] = [
    Specimen { name: "entry-slips", label: |lang| t(lang).msg_slips_title(), sheet: slips::specimen },
    Specimen { name: "door-posters", label: |lang| t(lang).msg_posters_title(), sheet: posters::specimen },
    Specimen { name: "checkpoint", label: |lang| t(lang).msg_journal_log(), sheet: today::specimen },
    Specimen { name: "handover", label: |lang| t(lang).msg_handover_sheet_title(), sheet: sheet::specimen },
    Specimen { name: "own-data", label: |lang| t(lang).msg_copy_title(), sheet: mine::specimen },
    Specimen {
        name: "incident-notice",
        label: |lang| t(lang).msg_incident_notice_title(),
        sheet: incident::notice_specimen,
    },
    Specimen {
        name: "incident-report",
        label: |lang| t(lang).msg_incident_report_title(),
        sheet: incident::report_specimen,
    },
];
