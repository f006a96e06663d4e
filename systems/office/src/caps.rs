//! What a seat may do in this system, in the words an administrator ticks.

use crate::coming::{self, COUNTER, STAFF_PHONES};
use crate::incident::{self, INCIDENTS};
use crate::privacy::{self, PRIVACY};
use crate::sheets::{EXPORT, IMPORT};
use crate::telling::{self, TELL};
use lianxin_gate::{Capability, CapabilityWords, Role};

/// Reading what reached one's organisation; every seat may.
pub const INBOX: Capability = Capability("office.inbox");
/// Running this machine: settings, people, backups.
pub const ADMIN: Capability = Capability("office.admin");
/// Looking at buildings, units, households and people.
pub const REGISTER: Capability = Capability("office.register");
/// Changing them.
pub const CHANGE: Capability = Capability("office.register_change");
/// Seeing residents' telephone numbers whole.
pub const PHONES: Capability = Capability("office.phones");
/// Looking at organisations, their contracts and seats.
pub const ORGS: Capability = Capability("office.orgs");
/// Changing them: giving seats, sign-in names, deputies, hand-overs.
pub const SEATS: Capability = Capability("office.seats");

/// All of them in words.
pub(crate) fn words() -> Vec<CapabilityWords> {
    [
        (INBOX, "看收件", "Read the inbox"),
        (IMPORT, "导入表格", "Import sheets"),
        (EXPORT, "导出名单", "Take lists out"),
        (ADMIN, "管这台机器：设置、人员、备份", "Run this machine: settings, people, backups"),
        (REGISTER, "看楼栋、房号、住户", "Look at buildings, units, households"),
        (CHANGE, "登记、修改楼栋房号和住户", "Register and change buildings, units and households"),
        (PHONES, "看住户电话的全号", "See residents' telephone numbers whole"),
        (ORGS, "看单位、合同、岗位", "Look at organisations, contracts, seats"),
        (
            SEATS,
            "管单位和合同，安排岗位、账号、代班、交接",
            "Manage organisations, contracts, seats, sign-in, deputies, hand-overs",
        ),
    ]
    .into_iter()
    .map(|(cap, zh, en)| CapabilityWords { cap, zh, en })
    .chain(coming::WORDS)
    .chain([privacy::WORDS, incident::WORDS, telling::WORDS])
    .collect()
}

/// What each role may do unless an office decides otherwise. The machine's administrator arranges seats and never sees
/// who lives where.
pub(crate) fn roles() -> Vec<(Role, Vec<Capability>)> {
    let of = |role: Role| match role {
        Role::Admin => vec![INBOX, ADMIN, ORGS, SEATS, IMPORT, EXPORT, INCIDENTS],
        Role::Secretary => vec![INBOX, REGISTER, CHANGE, PHONES, ORGS, SEATS, IMPORT, EXPORT, PRIVACY, INCIDENTS],
        Role::Worker => vec![INBOX, REGISTER, CHANGE, PHONES, ORGS, IMPORT, EXPORT, PRIVACY],
        Role::GridWorker => vec![INBOX, REGISTER, PHONES, ORGS],
        _ => vec![INBOX],
    };
    let at_doors = |role: Role| [COUNTER, STAFF_PHONES].into_iter().filter(move |cap| coming::may(role, *cap));
    let told = |role: Role| telling::tells(role).then_some(TELL);
    let all = |role: Role| of(role).into_iter().chain(at_doors(role)).chain(told(role)).collect();
    Role::ALL.iter().map(|role| (*role, all(*role))).collect()
}
