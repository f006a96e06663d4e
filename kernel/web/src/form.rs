//! What a form carries besides its answers: whose it is and where it comes from.

use crate::{House, Trouble, Visit};
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The name of the hidden field with the token.
pub(crate) const TOKEN: &str = "token";
/// What a letter written without signal is known by (`assets/sw.js`): the token it was first sent with. It is sent with
/// a token of the day, and must still be the same letter.
const LETTER: &str = "letter";
/// Answers that are never written back into a page.
const SECRET: &[&str] = &["password", "code", "pin"];

type Pairs = Vec<(String, String)>;

/// The answers of the form being handled, for the front door: when something breaks, nothing typed is lost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept(Arc<Mutex<Option<Held>>>);

#[derive(Clone, Debug)]
struct Held {
    pairs: Pairs,
    /// Whether files came with them that a page cannot hold.
    files: bool,
}

impl Kept {
    fn held(&self) -> MutexGuard<'_, Option<Held>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn put(&self, pairs: &Pairs, files: bool) {
        self.held().get_or_insert_with(|| Held { pairs: pairs.clone(), files });
    }

    /// A file has been kept under a name that a page can hold.
    pub(crate) fn add(&self, name: &str, value: &str) {
        if let Some(held) = self.held().as_mut() {
            held.pairs.push((name.to_owned(), value.to_owned()));
            held.files = false;
        }
    }

    /// Whether the files that came must be chosen again.
    pub(crate) fn lost_files(&self) -> bool {
        self.held().as_ref().is_some_and(|held| held.files)
    }

    /// The answers without the token, or nothing if one of them is a secret.
    pub(crate) fn answers(&self) -> Option<Pairs> {
        let held = self.held();
        let pairs = &held.as_ref()?.pairs;
        let secret = |name: &str| SECRET.iter().any(|s| name.contains(s));
        if pairs.iter().any(|(name, _)| secret(name)) {
            return None;
        }
        Some(pairs.iter().filter(|(name, _)| name != TOKEN).cloned().collect())
    }

    pub(crate) fn token(&self) -> Option<String> {
        self.held().as_ref()?.pairs.iter().find(|(name, _)| name == TOKEN).map(|(_, value)| value.clone())
    }
}

/// Refuses what a browser says comes from another site. A program sends neither header and passes.
pub(crate) fn check_site(headers: &HeaderMap, house: &House) -> Result<(), Trouble> {
    let text = |name| headers.get(name).and_then(|v| v.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site")
        && !matches!(site.as_bytes(), b"same-origin" | b"none")
    {
        return Err(Trouble::Foreign);
    }
    match headers.get(ORIGIN) {
        None => Ok(()),
        Some(_) if text(ORIGIN).is_some_and(|o| house.settings().origin.is(o, text(HOST))) => Ok(()),
        Some(_) => Err(Trouble::Foreign),
    }
}

/// Checks a form's token and makes the act's from it, the address and the answers: two buttons of one page that send the
/// same answers to two addresses are two acts.
/// `files` are what came with them, each by its question and a hash of its bytes.
pub(crate) fn act_token(
    visit: &Visit,
    pairs: &[(String, String)],
    files: &[(String, String)],
) -> Result<String, Trouble> {
    let given = pairs.iter().find(|(name, _)| name == TOKEN).map_or("", |(_, value)| value);
    if !visit.house.keys().form_token_is(visit.bound(), given) {
        return Err(Trouble::Stale);
    }
    let letter = pairs.iter().find(|(name, value)| name == LETTER && (16..=255).contains(&value.len()));
    let basis = letter.map_or(given, |(_, value)| value);
    let here = [("".to_owned(), crate::paper::itself(visit.here()).to_owned())];
    Ok(echo(&visit.house, "form", basis, &[&here, pairs, files].concat()))
}

/// A program's Idempotency-Key with what it sent: another program that guesses the key learns nothing.
pub(crate) fn program_token(
    headers: &HeaderMap,
    house: &House,
    pairs: &[(String, String)],
) -> Result<Option<String>, Trouble> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    let key = key.to_str().ok().filter(|k| (1..=255).contains(&k.len())).ok_or(Trouble::Unreadable)?;
    Ok(Some(echo(house, "program", key, pairs)))
}

fn echo(house: &House, kind: &str, token: &str, pairs: &[(String, String)]) -> String {
    let mut parts: Vec<&[u8]> = vec![kind.as_bytes(), token.as_bytes()];
    for (name, value) in pairs.iter().filter(|(name, _)| name != TOKEN && name != LETTER) {
        parts.extend([name.as_bytes(), value.as_bytes()]);
    }
    house.keys().echo(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_kept_but_never_a_password() {
        let pairs = |list: &[(&str, &str)]| list.iter().map(|(n, v)| ((*n).into(), (*v).into())).collect::<Pairs>();
        let kept = Kept::default();
        assert_eq!((kept.answers(), kept.token()), (None, None));
        kept.put(&pairs(&[("token", "t"), ("words", "灯坏了")]), true);
        assert_eq!((kept.answers(), kept.token()), (Some(pairs(&[("words", "灯坏了")])), Some("t".into())));
        assert!(kept.lost_files());
        kept.add("kept", "p");
        assert_eq!(kept.answers(), Some(pairs(&[("words", "灯坏了"), ("kept", "p")])));
        assert!(!kept.lost_files(), "what was kept need not be chosen again");
        for secret in ["password", "new_password", "code", "pin"] {
            let kept = Kept::default();
            kept.put(&pairs(&[("login", "a"), (secret, "b")]), false);
            assert_eq!(kept.answers(), None, "{secret}");
        }
    }
}
