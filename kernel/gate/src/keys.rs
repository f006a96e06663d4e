use crate::SlipCode;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use lianxin_base::{ActId, Chance, SeatId, UnitId};
use lianxin_store::private;
use sha2::Sha256;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

const LENGTH: usize = 32;
const LINK_BYTES: usize = 20;
const FORM_NONCE: usize = 16;
const FORM_MAC: usize = 16;

/// What the office keeps secret: one file of 32 random bytes, and from it one key per purpose (HKDF-SHA256,
/// RFC 5869), so that what one purpose gives away helps with no other.
#[derive(Clone)]
pub struct Keys {
    form: [u8; LENGTH],
    link: [u8; LENGTH],
    pin: [u8; LENGTH],
    hook: [u8; LENGTH],
    slip: [u8; LENGTH],
    echo: [u8; LENGTH],
    own: [u8; LENGTH],
    salt: [u8; LENGTH],
    second: [u8; LENGTH],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// Reads `dir/secret`, or makes it (and the folder) with rights for the owner alone.
    ///
    /// # Errors
    /// The folder cannot be written, or the file does not hold 32 bytes.
    pub fn load_or_make(dir: &Path, chance: &Chance) -> io::Result<Self> {
        let path = dir.join("secret");
        match Self::load(&path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            other => return other,
        }
        private::folder(dir)?;
        let secret = chance.bytes::<LENGTH>();
        match write_new(&path, &secret) {
            Ok(()) => Ok(Self::from_secret(&secret)),
            // Another process was first: its secret is the office's.
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Self::load(&path),
            Err(e) => Err(e),
        }
    }

    /// Reads an existing secret and takes away the rights of everybody but its owner.
    ///
    /// # Errors
    /// The file is not there, cannot be read, or does not hold 32 bytes.
    pub fn load(path: &Path) -> io::Result<Self> {
        let mut file = fs::File::open(path)?;
        let mut secret = [0u8; LENGTH];
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "the secret is not 32 bytes long");
        file.read_exact(&mut secret).map_err(|_| wrong())?;
        if file.read(&mut [0u8])? != 0 {
            return Err(wrong());
        }
        private::close(path)?;
        Ok(Self::from_secret(&secret))
    }

    /// The keys that follow from a secret.
    pub fn from_secret(secret: &[u8; LENGTH]) -> Self {
        let hk = Hkdf::<Sha256>::new(Some(b"lianxin.gate.v1"), secret);
        let key = |purpose: &str| {
            let mut out = [0u8; LENGTH];
            hk.expand(purpose.as_bytes(), &mut out).expect("32 bytes are within what HKDF-SHA256 gives");
            out
        };
        Self {
            form: key("form"),
            link: key("link"),
            pin: key("pin"),
            hook: key("hook"),
            slip: key("slip"),
            echo: key("echo"),
            own: key("own"),
            salt: key("salt"),
            second: key("second"),
        }
    }

    /// The secret part of the link to what an act began, 160 bits as 27 characters. It is computed, not stored:
    /// the same form sent twice can show it again, and a stolen database does not open it.
    pub fn link_token(&self, act: ActId) -> String {
        BASE64URL.encode(&mac(&self.link, &[act.bytes()])[..LINK_BYTES])
    }

    /// Whether `token` is the link of `act`, in constant time.
    pub fn opens(&self, act: ActId, token: &str) -> bool {
        decoded::<LINK_BYTES>(token).is_some_and(|given| same(&self.link, &[act.bytes()], &given))
    }

    /// The six digits on an act's receipt, asked when somebody confirms or withdraws by its link.
    pub fn pin(&self, act: ActId) -> String {
        let tag = mac(&self.pin, &[act.bytes()]);
        let n = u64::from_be_bytes([tag[0], tag[1], tag[2], tag[3], tag[4], tag[5], tag[6], tag[7]]);
        format!("{:06}", n % 1_000_000)
    }

    /// What calls to the address that an act gave are signed with; shown to whoever looks after the address.
    pub fn hook_secret(&self, act: ActId) -> String {
        BASE64URL.encode(mac(&self.hook, &[act.bytes()]))
    }

    /// Whether `pin` is the receipt's, in constant time.
    pub fn pin_is(&self, act: ActId, pin: &str) -> bool {
        let (right, given) = (self.pin(act), pin.as_bytes());
        given.len() == right.len() && right.bytes().zip(given).fold(0, |d, (a, b)| d | (a ^ b)) == 0
    }

    /// A form's token for whoever `bound` names (a session's hash, or nobody's): different every time,
    /// good only for the same `bound`.
    pub fn form_token(&self, bound: &str, chance: &Chance) -> String {
        let nonce = chance.bytes::<FORM_NONCE>();
        let tag = mac(&self.form, &[bound.as_bytes(), &[0], &nonce]);
        format!("{}.{}", BASE64URL.encode(nonce), BASE64URL.encode(&tag[..FORM_MAC]))
    }

    /// Whether a form's token was made here for `bound`, in constant time.
    pub fn form_token_is(&self, bound: &str, token: &str) -> bool {
        let parts = token.split_once('.');
        let parts = parts.and_then(|(n, t)| Some((decoded::<FORM_NONCE>(n)?, decoded::<FORM_MAC>(t)?)));
        parts.is_some_and(|(nonce, tag)| same(&self.form, &[bound.as_bytes(), &[0], &nonce], &tag))
    }

    /// What stands in the database for an entry slip's code: without the key file a stolen database
    /// does not let anybody try codes.
    pub fn slip_hash(&self, code: &str) -> String {
        BASE64URL.encode(mac(&self.slip, &[code.as_bytes()]))
    }

    /// The code of the `n`th slip a form makes: computed, not stored, so that the same form sent twice (a print page that
    /// is loaded again) shows the same slips, and nobody without the key can tell them.
    pub fn slip_code(&self, form: &str, n: u32) -> SlipCode {
        let part =
            |more: u32| mac(&self.slip, &[b"form", &[0], form.as_bytes(), &[0], &n.to_be_bytes(), &more.to_be_bytes()]);
        SlipCode::drawn(|more| part(more).to_vec())
    }

    /// What is hashed for somebody's own code: six digits alone are guessed in an afternoon, with this key they are not.
    pub(crate) fn own_code(&self, digits: &str) -> String {
        BASE64URL.encode(mac(&self.own, &[b"code", &[0], digits.as_bytes()]))
    }

    /// The salt of the codes of one unit.
    pub(crate) fn unit_salt(&self, unit: UnitId) -> [u8; 16] {
        first(mac(&self.salt, &[unit.bytes()]))
    }

    /// What is hashed for the PIN of a staff phone.
    pub(crate) fn phone_pin(&self, phone: &str, digits: &str) -> String {
        BASE64URL.encode(mac(&self.own, &[b"pin", &[0], phone.as_bytes(), &[0], digits.as_bytes()]))
    }

    /// The secret of a seat's authenticator: it follows from the key and the seed, so that neither a stolen database
    /// nor a stolen key file opens anything alone.
    pub fn second(&self, seat: SeatId, seed: &str) -> [u8; 20] {
        first(mac(&self.second, &[b"totp", &[0], seat.bytes(), seed.as_bytes()]))
    }

    /// What stands in the database for a recovery code of a seat.
    pub(crate) fn recovery_hash(&self, seat: SeatId, code: &str) -> String {
        BASE64URL.encode(mac(&self.second, &[b"recovery", &[0], seat.bytes(), code.as_bytes()]))
    }

    /// A short name for parts that must come back the same and that nobody outside can compute:
    /// the token of a program's repeated request.
    pub fn echo(&self, parts: &[&[u8]]) -> String {
        let mut framed = Vec::new();
        for part in parts {
            framed.extend_from_slice(&(part.len() as u64).to_be_bytes());
            framed.extend_from_slice(part);
        }
        BASE64URL.encode(&mac(&self.echo, &[&framed])[..24])
    }
}

fn started(key: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    started(key, parts).finalize().into_bytes().into()
}

fn first<const N: usize>(tag: [u8; 32]) -> [u8; N] {
    std::array::from_fn(|i| tag[i])
}

fn same(key: &[u8], parts: &[&[u8]], given: &[u8]) -> bool {
    started(key, parts).verify_truncated_left(given).is_ok()
}

fn decoded<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64URL.decode(text).ok()?.try_into().ok()
}

fn write_new(path: &Path, secret: &[u8]) -> io::Result<()> {
    // Written beside and linked into place, so that no half-written secret is ever read.
    let draft = path.with_extension(format!("new-{}", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&draft).and_then(|mut file| {
        file.write_all(secret)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft).or_else(|e| if e.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(e) })?;
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::Moment;

    fn an_act(n: i64) -> ActId {
        ActId::new(&Chance::seeded(1), Moment::from_micros(n * 1_000_000))
    }

    #[test]
    fn a_link_opens_its_own_act_and_no_other() {
        let (keys, other) = (Keys::from_secret(&[1; 32]), Keys::from_secret(&[2; 32]));
        let (a, b) = (an_act(1), an_act(2));
        let token = keys.link_token(a);
        assert_eq!((token.len(), keys.link_token(a) == token), (27, true), "160 bits, the same each time");
        assert!(keys.opens(a, &token));
        assert!(!keys.opens(b, &token), "another act");
        assert!(!other.opens(a, &token), "another office");
        for bad in ["", "x", &token[1..], &format!("{token}A"), "灯坏了"] {
            assert!(!keys.opens(a, bad), "{bad}");
        }
    }

    #[test]
    fn a_pin_has_six_digits_and_is_checked_whole() {
        let keys = Keys::from_secret(&[1; 32]);
        let pin = keys.pin(an_act(1));
        assert!(pin.len() == 6 && pin.bytes().all(|b| b.is_ascii_digit()), "{pin}");
        assert!(keys.pin_is(an_act(1), &pin) && !keys.pin_is(an_act(2), &pin));
        for bad in ["", &pin[..5], "000000x", "１２３４５６"] {
            assert!(!keys.pin_is(an_act(1), bad), "{bad}");
        }
    }

    #[test]
    fn a_form_token_is_new_each_time_and_good_for_one_visitor() {
        let (keys, chance) = (Keys::from_secret(&[1; 32]), Chance::seeded(9));
        let (a, b) = (keys.form_token("anna", &chance), keys.form_token("anna", &chance));
        assert_ne!(a, b);
        assert!(keys.form_token_is("anna", &a) && keys.form_token_is("anna", &b));
        assert!(!keys.form_token_is("", &a) && !keys.form_token_is("ann", &a));
        for bad in ["", ".", "a.b", &a[1..], a.split_once('.').expect("two parts").0] {
            assert!(!keys.form_token_is("anna", bad), "{bad}");
        }
    }

    #[test]
    fn what_comes_back_comes_back_the_same_and_parts_do_not_run_together() {
        let keys = Keys::from_secret(&[1; 32]);
        assert_eq!(keys.echo(&[b"ab", b"c"]), keys.echo(&[b"ab", b"c"]));
        assert_ne!(keys.echo(&[b"ab", b"c"]), keys.echo(&[b"a", b"bc"]));
        assert_ne!(keys.slip_hash("ABCDEFGHJK"), Keys::from_secret(&[2; 32]).slip_hash("ABCDEFGHJK"));
        let slips = [keys.slip_code("form", 1), keys.slip_code("form", 2), keys.slip_code("other", 1)];
        assert_eq!(keys.slip_code("form", 1), slips[0]);
        assert!(slips[0] != slips[1] && slips[0] != slips[2]);
    }

    #[test]
    fn the_secret_is_made_once_and_only_its_owner_reads_it() {
        let dir = std::env::temp_dir().join(format!("lianxin-keys-{}", std::process::id()));
        let made = Keys::load_or_make(&dir, &Chance::system()).expect("made");
        let read = Keys::load_or_make(&dir, &Chance::system()).expect("read");
        assert_eq!(made.link_token(an_act(1)), read.link_token(an_act(1)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let path = dir.join("secret");
            let mode = |p: &Path| fs::metadata(p).expect("there").permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("set");
            Keys::load(&path).expect("read");
            assert_eq!(mode(&path), 0o600, "opened to others by mistake: closed again");
        }
        for wrong in [&b"short"[..], &[0; 33]] {
            fs::write(dir.join("secret"), wrong).expect("written");
            assert_eq!(
                Keys::load_or_make(&dir, &Chance::system()).expect_err("refused").kind(),
                io::ErrorKind::InvalidData
            );
        }
        fs::remove_dir_all(&dir).expect("removed");
    }
}
