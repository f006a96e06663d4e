use crate::fields::FieldFault;
use crate::texts::t;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use lianxin_base::{Lang, Refuse};
use lianxin_gate::{EndedSeat, Refusal, Wait};
use lianxin_store::{Fault, Stop};
use std::sync::Arc;

/// Why a request is not answered with what it asked for. A handler returns it with `?`; the front door turns it into
/// a page in the visitor's language, or into problem+json (RFC 9457) for programs.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// No such page, or not for this visitor: the two read alike.
    NotFound,
    /// The address takes another method.
    Method,
    /// Only for who is signed in.
    SignIn,
    /// The seat this visitor signed in to has ended: whom to ask now.
    SeatEnded(Box<EndedSeat>),
    /// A form from another site.
    Foreign,
    /// A form whose token is not (or no longer) this visitor's.
    Stale,
    /// A body that is no form and no JSON object.
    Unreadable,
    /// A body in a format this address does not take.
    Format,
    /// A body larger than this many bytes.
    TooLarge(usize),
    /// Too many requests: the seconds to wait.
    TooOften(Wait),
    /// The rules say no.
    Refused(Arc<dyn Refuse>),
    /// Answers of a form that cannot be taken, in order of the questions.
    Faults(Vec<FieldFault>),
    /// More streams are open than this machine carries.
    Crowded,
    /// The answer took too long.
    Slow,
    /// Something broke.
    Broken(Fault),
}

impl Trouble {
    /// A refusal.
    pub fn refused(refusal: impl Refuse) -> Self {
        Self::Refused(Arc::new(refusal))
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Foreign | Self::SeatEnded(_) => StatusCode::FORBIDDEN,
            Self::Stale | Self::Faults(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Format => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Refused(r) => StatusCode::from_u16(r.status()).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY),
            Self::Broken(fault) if !fault.passing() => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Crowded | Self::Slow | Self::Broken(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// A steady name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "web.not_found",
            Self::Method => "web.method",
            Self::SignIn => "web.sign_in",
            Self::SeatEnded(_) => "web.seat_ended",
            Self::Foreign => "web.foreign_form",
            Self::Stale => "web.stale_form",
            Self::Unreadable => "web.unreadable",
            Self::Format => "web.format",
            Self::TooLarge(_) => "web.too_large",
            Self::TooOften(_) => "gate.too_often",
            Self::Refused(r) => r.code(),
            Self::Faults(faults) => faults.first().map_or("form.fault", |f| f.code),
            Self::Crowded => "web.crowded",
            Self::Slow => "web.slow",
            Self::Broken(Fault::Busy(_)) => "store.busy",
            Self::Broken(Fault::Away(_)) => "store.away",
            Self::Broken(Fault::Full(_)) => "store.full",
            Self::Broken(Fault::Bug(_) | Fault::Damaged(_) | Fault::Newer(_)) => "store.broken",
        }
    }

    /// Seconds for Retry-After, where trying again helps.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooOften(wait) => Some(wait.seconds),
            Self::Refused(r) if r.status() == 429 => Some(900),
            Self::Broken(Fault::Busy(_)) => Some(5),
            Self::Slow | Self::Crowded | Self::Broken(Fault::Away(_)) => Some(30),
            Self::Broken(Fault::Full(_)) => Some(120),
            _ => None,
        }
    }

    /// Whether sending the same form again may well succeed, so that it should be offered.
    pub(crate) fn again_helps(&self) -> bool {
        matches!(self, Self::Stale | Self::Slow) || matches!(self, Self::Broken(fault) if fault.passing())
    }

    /// One sentence: what is wrong and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let t = t(lang);
        match self {
            Self::Refused(refusal) => refusal.say(lang),
            Self::TooOften(wait) => Refusal::TooOften(*wait).say(lang),
            Self::Faults(faults) => {
                let between = if lang == Lang::Zh { "" } else { " " };
                faults.iter().map(|f| f.say.as_str()).collect::<Vec<_>>().join(between)
            }
            Self::NotFound => t.msg_trouble_not_found(),
            Self::Method => t.msg_trouble_method(),
            Self::SignIn => t.msg_trouble_sign_in(),
            Self::SeatEnded(seat) => seat_ended(lang, seat),
            Self::Foreign => t.msg_trouble_foreign(),
            Self::Stale => t.msg_trouble_stale(),
            Self::Unreadable => t.msg_trouble_unreadable(),
            Self::Format => t.msg_trouble_format(),
            Self::Crowded => t.msg_trouble_crowded(),
            Self::Slow => t.msg_trouble_slow(),
            Self::Broken(Fault::Busy(_)) => t.msg_trouble_busy(),
            Self::Broken(Fault::Away(_)) => t.msg_trouble_away(),
            Self::Broken(Fault::Full(_)) => t.msg_trouble_full(),
            Self::Broken(Fault::Bug(_) | Fault::Damaged(_) | Fault::Newer(_)) => t.msg_trouble_broken(),
            Self::TooLarge(limit) => t.msg_trouble_too_large(size(*limit)),
        }
    }
}

/// Which seat it was, and whom to ask now.
fn seat_ended(lang: Lang, seat: &EndedSeat) -> String {
    let (t, title) = (t(lang), seat.title.as_deref().unwrap_or_else(|| seat.role.say(lang)));
    match &seat.phone {
        Some(phone) => t.msg_trouble_seat_ended_phone(&seat.org_name, title, phone),
        None => t.msg_trouble_seat_ended(&seat.org_name, title),
    }
}

fn size(bytes: usize) -> String {
    const MIB: usize = 1024 * 1024;
    if bytes >= MIB { format!("{} MB", bytes / MIB) } else { format!("{} KB", bytes / 1024) }
}

impl From<Stop> for Trouble {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusal) => Self::Refused(Arc::from(refusal)),
            Stop::Failed(fault) => Self::Broken(fault),
        }
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Broken(fault)
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooOften(wait) => Self::TooOften(wait),
            other => Self::refused(other),
        }
    }
}

impl From<Wait> for Trouble {
    fn from(wait: Wait) -> Self {
        Self::TooOften(wait)
    }
}

impl IntoResponse for Trouble {
    /// Only the status; the front door writes the rest, because it knows who asked and in which language.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_has_a_sentence_in_both_languages() {
        let seat = EndedSeat {
            role: lianxin_gate::Role::Worker,
            title: Some("窗口".into()),
            org_name: "芙蓉社区居委会".into(),
            phone: Some("04808000002".into()),
            until: None,
        };
        let fault = FieldFault { field: "words".into(), code: "form.empty", say: "这一项要填。".into() };
        for trouble in [
            Trouble::NotFound,
            Trouble::Method,
            Trouble::SignIn,
            Trouble::SeatEnded(Box::new(seat.clone())),
            Trouble::SeatEnded(Box::new(EndedSeat { title: None, phone: None, ..seat })),
            Trouble::Foreign,
            Trouble::Stale,
            Trouble::Unreadable,
            Trouble::Format,
            Trouble::TooLarge(1 << 20),
            Trouble::TooOften(Wait { seconds: 7 }),
            Trouble::refused(Refusal::SlipUsed),
            Trouble::Faults(vec![fault]),
            Trouble::Crowded,
            Trouble::Slow,
            Trouble::Broken(Fault::Busy(String::new())),
            Trouble::Broken(Fault::Away(String::new())),
            Trouble::Broken(Fault::Full(String::new())),
            Trouble::Broken(Fault::bug("x")),
        ] {
            assert!(trouble.say(Lang::Zh).ends_with('。'), "{trouble:?}");
            assert!(!trouble.say(Lang::En).is_empty() && !trouble.code().is_empty(), "{trouble:?}");
            let (status, wait) = (trouble.status().as_u16(), trouble.retry_after());
            assert!((400..600).contains(&status), "{trouble:?}");
            assert_eq!(matches!(status, 429 | 503), wait.is_some(), "{trouble:?}: waiting is told in seconds");
        }
        assert!(Trouble::TooLarge(64 * 1024).say(Lang::En).contains("64 KB"));
    }

    #[test]
    fn what_broke_is_not_told_to_strangers() {
        let trouble = Trouble::Broken(Fault::bug("no such table: secret_table"));
        for lang in Lang::ALL {
            assert!(!trouble.say(lang).contains("secret_table"));
        }
    }
}
