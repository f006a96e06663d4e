//! 哪一位说的: of whom a worker writes something down, by the name in the register and, among namesakes, by the telephone.

use super::rules::Refusal;
use crate::texts::t;
use lianxin_base::{AreaId, PersonId};
use lianxin_register::find;
use lianxin_store::{Read, Stop};
use lianxin_web::Fields;
use lianxin_web::components::{Field, FieldKind};

/// So many people of one name are looked at to find the one that is meant.
const NAMESAKES: i64 = 3;
/// Longest name and telephone.
const MAX: usize = 20;

/// Somebody of the register, as a worker types it.
#[derive(Clone, Debug)]
pub(crate) struct Whose {
    name: String,
    phone: Option<String>,
}

/// The two fields: name, telephone.
pub(crate) fn ask(fields: &Fields) -> [Field<'static>; 2] {
    let t = t(fields.lang());
    let field = |name: &'static str, label: String| {
        let field = Field::new(fields.lang(), name, label).value(fields.raw(name).to_owned());
        field.error(fields.fault(name)).max(MAX as u32)
    };
    [
        field("name", t.msg_poll_write_name()).hint(t.msg_poll_write_name_hint()).required(),
        field("phone", t.msg_poll_write_phone()).kind(FieldKind::Tel),
    ]
}

/// What was typed into them; what is wrong is said at its field.
pub(crate) fn read(fields: &mut Fields) -> Whose {
    let name = fields.opt_line("name", MAX).unwrap_or_default();
    if name.is_empty() && fields.fault("name").is_none() {
        fields.refuse(&Refusal::NoName);
    }
    let phone = fields.opt_line("phone", MAX).and_then(|typed| {
        let digits = lianxin_register::phone(&typed);
        if digits.is_none() {
            fields.refuse(&crate::rules::Refusal::BadPhone);
        }
        digits
    });
    Whose { name, phone }
}

impl Whose {
    /// Who that is in an area.
    ///
    /// # Errors
    /// Nobody, or several; or the database's trouble.
    pub(crate) fn person(&self, r: &mut Read<'_>, area: AreaId) -> Result<PersonId, Stop> {
        let named = find::people_named(r, area, &self.name, NAMESAKES)?;
        match named.as_slice() {
            [] => Err(Refusal::NoName.into()),
            [one] => Ok(*one),
            _ => {
                for person in named {
                    if self.phone.is_some() && find::person_phone(r, person)? == self.phone {
                        return Ok(person);
                    }
                }
                Err(Refusal::WhichOne.into())
            }
        }
    }
}
