//! Where an organisation gets its mail.

use crate::{Pace, Refusal, sql};
use lianxin_base::{ActId, AreaId, OrgId};
use lianxin_journal::{Act, Head, Leaf, Receipt, Recorded, record, text};
use lianxin_store::{Fault, Read, Stop, Tx, params};

/// Longer than any address in use.
const LONGEST: usize = 120;

/// 收信地址 An organisation gives an address for mail, or takes it back.
pub struct Address {
    org: OrgId,
    mail: Option<(String, Pace)>,
}

/// Where an organisation gets its mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The act that gave it.
    pub act: ActId,
    /// The address.
    pub mail: String,
    /// When it wants its letters.
    pub pace: Pace,
}

impl Act for Address {
    const KIND: &'static str = "outbox.address";

    fn leaf(&self, leaf: &mut Leaf) {
        leaf.text("of", self.org);
        leaf.int("given", self.mail.is_some());
        leaf.int("daily", matches!(self.mail, Some((_, Pace::Daily))));
        leaf.opt_seal("mail", None, self.mail.as_ref().map(|(mail, _)| mail.as_str()));
    }

    fn apply(rec: &Recorded, tx: &mut Tx<'_>) -> Result<(), Fault> {
        let org: OrgId = rec.id_of("of")?;
        if rec.int("given")? == 0 {
            tx.exec(sql::NO_ADDRESS, params![org])?;
        } else {
            let daily = rec.opt_int("daily")?.unwrap_or(0); // addresses given before there was a choice
            tx.exec(sql::ADDRESS, params![org, rec.area(), rec.id(), rec.at(), daily])?;
        }
        Ok(())
    }
}

/// Gives an organisation's address for mail; `None` takes it back. The caller has checked whose organisation it is.
///
/// # Errors
/// It is no address, or the database's trouble.
pub fn address(
    tx: &mut Tx<'_>,
    head: Head,
    area: AreaId,
    org: OrgId,
    mail: Option<(&str, Pace)>,
) -> Result<Receipt, Stop> {
    let mail = mail.map(|(typed, pace)| read(typed).map(|mail| (mail, pace))).transpose()?;
    Ok(record(tx, Head { area, ..head }, &Address { org, mail })?)
}

/// An address as people type it, with full-width signs made plain.
fn read(typed: &str) -> Result<String, Refusal> {
    let plain: String = typed.trim().replace('＠', "@").replace(['．', '。'], ".");
    let known = plain.chars().count() <= LONGEST && plain.parse::<lettre::Address>().is_ok();
    // Only what every mail server takes: no quoted names, and a domain with a dot.
    let usual = plain.is_ascii() && plain.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.'));
    if known && usual { Ok(plain) } else { Err(Refusal::NoAddress) }
}

/// An organisation's address for mail.
///
/// # Errors
/// The database's trouble.
pub fn mail_of(r: &mut Read<'_>, org: OrgId) -> Result<Option<Mailbox>, Fault> {
    let found = r.row(sql::ADDRESS_OF, params![org], |row| Ok((row.id::<ActId>(0)?, row.int(1)?)))?;
    let Some((act, daily)) = found else { return Ok(None) };
    let pace = if daily == 0 { Pace::AtOnce } else { Pace::Daily };
    Ok(text(r, act, "mail")?.map(|mail| Mailbox { act, mail, pace }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_type_it() {
        for (typed, want) in [
            ("wuye@example.cn", Some("wuye@example.cn")),
            (" wuye＠example。cn ", Some("wuye@example.cn")),
            ("a.b+c@mail.example.com", Some("a.b+c@mail.example.com")),
            ("wuye", None),
            ("wuye@localhost", None),
            ("物业@example.cn", None),
            ("a@b.cn, c@d.cn", None),
            ("a@b.cn\r\nBcc: c@d.cn", None),
            ("<a@b.cn>", None),
            ("", None),
        ] {
            assert_eq!(read(typed).ok().as_deref(), want, "{typed}");
        }
        assert!(read(&format!("{}@example.cn", "a".repeat(LONGEST))).is_err());
    }
}
