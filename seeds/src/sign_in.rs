use crate::{Map, cast};
use lianxin_base::{ActId, Chance, SlipId};
use lianxin_gate::{
    Keys, Login, NewSlip, SessionToken, Six, SlipCode, issue, pair_wait, pairing, password, set_code_wait, set_password,
};
use lianxin_journal::{By, Head};
use lianxin_store::{Db, Stop};

/// One way into the demonstration, for printing.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Who, as the stories call them.
    pub who: &'static str,
    /// What they are here for.
    pub role: &'static str,
    /// What they come in with.
    pub pass: Pass,
}

/// What somebody comes in with.
#[derive(Clone, Debug)]
pub enum Pass {
    /// 我是工作人员: a name and a password.
    Password {
        /// The name.
        login: &'static str,
        /// The password.
        password: String,
    },
    /// 我是住户: an entry slip.
    Slip(SlipCode),
    /// Coming back: one's door and one's own six digits.
    Code {
        /// Compound, building, unit.
        door: [&'static str; 3],
        /// The digits.
        digits: String,
    },
}

/// Gives every seat with a sign-in name a new password and makes the residents' entry slips, dated by the clock of
/// `db`. What they are comes from `secret`: the operating system in a demonstration, a seed in a test.
///
/// # Errors
/// The database's trouble.
pub fn sign_ins(db: &Db, map: &Map, keys: &Keys, secret: &Chance) -> Result<Vec<SignIn>, Stop> {
    let mut all = Vec::new();
    for chair in cast::CHAIRS {
        let Some(login) = chair.login else { continue };
        let password = SlipCode::make(secret).plain().to_lowercase();
        let (name, hash) = (Login::read(login)?, password::hash(&password, secret)?);
        let sits = (map.seat(chair.key), chair.person.map(|p| map.person(p)));
        db.keep_wait(move |tx| set_password(tx, &name, sits.0, sits.1, &hash))?;
        all.push(SignIn { who: chair.key, role: chair.title, pass: Pass::Password { login, password } });
    }
    for &(who, of) in cast::SLIPS {
        let code = SlipCode::make(secret);
        slip(db, map, keys, who, of, &code)?;
        let role = match who {
            cast::UNASKED => "居民，头一回进来",
            _ if who == of => "居民",
            _ => "家人，代为联系",
        };
        all.push(SignIn { who, role, pass: Pass::Slip(code) });
    }
    let [who, area, building, unit] = cast::CODE;
    let digits = six(secret);
    set_code_wait(db, keys, map.person(who), &Six::chosen(&digits)?)?;
    all.push(SignIn { who, role: "居民", pass: Pass::Code { door: [area, building, unit], digits } });
    paired(db, map, keys, secret)?;
    Ok(all)
}

/// Six digits nobody tries first.
fn six(secret: &Chance) -> String {
    loop {
        let n = u32::from_be_bytes(secret.bytes::<4>()) % 1_000_000;
        let digits = format!("{n:06}");
        if Six::chosen(&digits).is_ok() {
            return digits;
        }
    }
}

/// A field worker whose phone the office has paired.
fn paired(db: &Db, map: &Map, keys: &Keys, secret: &Chance) -> Result<(), Stop> {
    let (token, seat) = (SessionToken::make(), map.seat(cast::PHONE));
    let shown = token.clone();
    db.keep_wait(move |tx| pairing(tx, &shown, seat))?;
    pair_wait(db, keys, &token, &Six::chosen(&six(secret))?, "seeds")?;
    Ok(())
}

fn slip(db: &Db, map: &Map, keys: &Keys, who: &str, of: &str, code: &SlipCode) -> Result<(), Stop> {
    let (chance, now) = (db.chance(), db.clock().now());
    let area = map.area("芙蓉里");
    let new = NewSlip {
        slip: SlipId::new(chance, now),
        person: map.person(who),
        household: map.household(of),
        code: code.clone(),
    };
    let head = Head { id: ActId::new(chance, now), area, by: By::Office, no: None, token: None };
    let keys = keys.clone();
    db.act_wait(area, move |tx| issue(tx, &keys, head.clone(), &new))?;
    Ok(())
}
