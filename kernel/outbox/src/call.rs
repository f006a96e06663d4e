//! Calls to organisations' computers: one signed POST of a few ids and a link, never what it is about.
//!
//! `POST` with `content-type: application/json`, body
//! `{"id": "...", "kind": "council.dispatched", "number": "芙蓉里-2026-0042", "link": "https://...", "at": "2026-08-12T09:30:00+08:00"}`
//! and `lianxin-signature: t=SECONDS,v1=HEX`: HMAC-SHA256 with the secret shown on the organisation's page, over
//! `SECONDS.BODY`. Any 2xx is taken as received. The same `id` may come twice; it is the same message.

use crate::post::{Courier, Letter, Unsent, Way};
use crate::public::is_public;
use hmac::{Hmac, Mac as _};
use lianxin_base::{ActId, Moment, SECOND};
use sha2::Sha256;
use std::fmt;
use std::io;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// A computer that says nothing for so long is away.
const PATIENCE: Duration = Duration::from_secs(20);

/// Makes the secret of a hook from the act that gave it.
pub type Secrets = Box<dyn Fn(ActId) -> String + Send + Sync>;

/// Calls organisations' computers. At least once: what may not have arrived is sent again under the same id.
pub struct Caller {
    agent: Agent,
    secrets: Secrets,
    origin: String,
}

impl fmt::Debug for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller").field("origin", &self.origin).finish_non_exhaustive()
    }
}

impl Caller {
    /// Calls addresses of the open internet by https, and besides only `hosts` (`10.0.0.8:8080`, `jiedao.internal`) of
    /// one's own network; links lead to `origin`.
    pub fn new(hosts: &[String], origin: &str, secrets: Secrets) -> Self {
        Self::patient(hosts, origin, secrets, PATIENCE)
    }

    /// [`Caller::new`] with another patience; for tests.
    pub fn patient(hosts: &[String], origin: &str, secrets: Secrets, patience: Duration) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(patience))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .max_idle_connections(0)
            .user_agent("lianxin")
            .build();
        let guard = Guard { hosts: hosts.iter().map(|h| h.trim().to_ascii_lowercase()).collect() };
        let agent = Agent::with_parts(config, DefaultConnector::default(), guard);
        Self { agent, secrets, origin: origin.to_owned() }
    }
}

impl Courier for Caller {
    fn way(&self) -> Way {
        Way::Hook
    }

    fn send(&self, letters: &[Letter], now: Moment) -> Result<(), Unsent> {
        letters.iter().try_for_each(|letter| self.call(letter, now))
    }
}

impl Caller {
    fn call(&self, letter: &Letter, now: Moment) -> Result<(), Unsent> {
        let body = serde_json::json!({
            "id": letter.id, "kind": letter.kind, "number": letter.no,
            "link": format!("{}{}", self.origin, letter.link), "at": letter.at.rfc3339(),
        });
        let body = body.to_string();
        let signature = signature(&(self.secrets)(letter.given), now, &body);
        let request = self.agent.post(&letter.to).header("content-type", "application/json");
        match request.header("lianxin-signature", signature).send(body.as_bytes()) {
            Ok(answer) => taken(answer.status().as_u16()),
            Err(why @ (Error::BadUri(_) | Error::RequireHttpsOnly(_))) => Err(Unsent::Refused(said(&why))),
            Err(Error::Io(why)) if why.kind() == io::ErrorKind::PermissionDenied => {
                Err(Unsent::Refused(why.to_string()))
            }
            Err(why) => Err(Unsent::Later(said(&why))),
        }
    }
}

/// `t=SECONDS,v1=HEX` as in the head of this file.
fn signature(secret: &str, now: Moment, body: &str) -> String {
    let seconds = now.micros().div_euclid(SECOND);
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key of any length will do");
    mac.update(format!("{seconds}.{body}").as_bytes());
    let hex: String = mac.finalize().into_bytes().iter().map(|b| format!("{b:02x}")).collect();
    format!("t={seconds},v1={hex}")
}

/// What an answer means: received; too early or broken there, so later; everything else is for people to look at.
fn taken(status: u16) -> Result<(), Unsent> {
    match status {
        200..=299 => Ok(()),
        408 | 425 | 429 | 500..=599 => Err(Unsent::Later(format!("HTTP {status}"))),
        300..=399 => Err(Unsent::Refused(format!("HTTP {status}: it leads elsewhere, which is not followed"))),
        _ => Err(Unsent::Refused(format!("HTTP {status}"))),
    }
}

fn said(why: &Error) -> String {
    why.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).take(160).collect()
}

/// Finds addresses once for each call; the connection goes to those and no others.
#[derive(Debug)]
struct Guard {
    hosts: Vec<String>,
}

impl Guard {
    /// Whether the operator named this host, with its port or without.
    fn named(&self, uri: &Uri) -> bool {
        let host = uri.host().unwrap_or("").to_ascii_lowercase();
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("http") { 80 } else { 443 });
        self.hosts.iter().any(|named| *named == host || *named == format!("{host}:{port}"))
    }
}

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let no = |why: &str| Error::Io(io::Error::new(io::ErrorKind::PermissionDenied, why));
        let named = self.named(uri);
        if !named && uri.scheme_str() != Some("https") {
            return Err(no("only https, unless the operator named the host"));
        }
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        if !named && found.iter().any(|at| !is_public(at.ip())) {
            return Err(no("the address does not lie in the open internet"));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_named_with_its_port_or_for_all_of_them() {
        let guard = Guard { hosts: vec!["jiedao.internal".into(), "10.0.0.8:8080".into()] };
        for (uri, named) in [
            ("http://jiedao.internal/x", true),
            ("https://JIEDAO.internal:99/", true),
            ("http://10.0.0.8:8080/", true),
            ("http://10.0.0.8/", false),
            ("http://jiedao.internal.example.cn/", false),
            ("http://10.0.0.80:8080/", false),
        ] {
            assert_eq!(guard.named(&uri.parse().expect("an address")), named, "{uri}");
        }
    }

    #[test]
    fn the_signature_is_an_hmac_over_time_and_body() {
        // Computed by another program: `openssl dgst -sha256 -hmac secret` of `1900000000.{"id":"1"}`.
        let hex = "8a49cae9a98f327dc1d74b4767c009fc2164f5b0c68044c97bcb6d8ef5b18b81";
        let at = Moment::from_micros(1_900_000_000 * SECOND + 999_999);
        assert_eq!(signature("secret", at, r#"{"id":"1"}"#), format!("t=1900000000,v1={hex}"));
    }

    #[test]
    fn what_an_answer_means() {
        for (status, again) in [
            (200, None),
            (204, None),
            (302, Some(false)),
            (400, Some(false)),
            (404, Some(false)),
            (410, Some(false)),
            (408, Some(true)),
            (429, Some(true)),
            (500, Some(true)),
            (503, Some(true)),
        ] {
            let got = taken(status).err().map(|unsent| matches!(unsent, Unsent::Later(_)));
            assert_eq!(got, again, "{status}");
        }
    }
}
