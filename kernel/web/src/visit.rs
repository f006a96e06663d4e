use crate::cookies::Cookie;
use crate::page::Page;
use crate::shell::{Kind, Size};
use crate::{House, Source, Trouble};
use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use lianxin_base::{ActId, AreaId, Chance, Lang, Moment, PersonId};
use lianxin_gate::{Capability, Gate, Limit, Scope, SeatRow, SessionToken, Signed, Waits};
use lianxin_journal::{By, Receipt, already};
use lianxin_store::{Read, Stop, Tx};
use std::sync::{Arc, OnceLock};

/// Somebody at the door of a page: who they are, what they may see, how they read. The only way from a handler to
/// the store. Cheap to clone.
#[derive(Clone)]
pub struct Visit {
    /// The language of the answer.
    pub lang: Lang,
    /// How large it is written.
    pub size: Size,
    /// The house.
    pub house: House,
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) signed: Option<Signed>,
    pub(crate) waiting: Option<Signed>,
    pub(crate) gate: Gate,
    pub(crate) source: Source,
    pub(crate) here: String,
    pub(crate) fragment: Option<String>,
    pub(crate) program: bool,
    pub(crate) link: Option<ActId>,
    pub(crate) device: Option<SessionToken>,
    pub(crate) token: OnceLock<String>,
}

/// How somebody reads: known before it is known who they are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader {
    pub(crate) lang: Lang,
    pub(crate) size: Size,
    pub(crate) program: bool,
}

/// Whoever asks here is a program, whatever it says it takes: the API, and what the public log is checked by.
const FOR_PROGRAMS: [&str; 3] = ["/api/", "/journal/tile/", "/journal/checkpoint"];

impl Reader {
    pub(crate) fn of(headers: &HeaderMap, path: &str, secure: bool) -> Self {
        let chosen = Cookie::Lang.read(headers, secure).and_then(Lang::from_tag);
        let header = |name| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("");
        let lang = chosen.unwrap_or_else(|| Lang::from_accept(header(ACCEPT_LANGUAGE)));
        let size = Cookie::Size.read(headers, secure).and_then(Size::from_name).unwrap_or_default();
        let accept = header(ACCEPT);
        let asks_json = accept.contains("json") && !accept.contains("text/html");
        let for_programs = FOR_PROGRAMS.iter().any(|start| path.starts_with(start));
        Self { lang, size, program: for_programs || asks_json }
    }
}

impl Visit {
    pub(crate) fn of(parts: &Parts) -> Result<&Self, Trouble> {
        parts
            .extensions
            .get::<Self>()
            .ok_or_else(|| Trouble::Broken(lianxin_store::Fault::bug("a route without a gate")))
    }

    /// Who, if a person is known.
    pub fn person(&self) -> Option<PersonId> {
        self.inner.signed.as_ref().and_then(|s| s.person)
    }
    /// A session that is not whole yet, and what it waits for: a PIN, the second step. It opens nothing meanwhile.
    pub fn waiting(&self) -> Option<(&Signed, Waits)> {
        self.inner.waiting.as_ref().and_then(|s| s.waits.map(|waits| (s, waits)))
    }
    /// Whether somebody is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.inner.signed.is_some()
    }
    /// The seats they sit in today.
    pub fn seats(&self) -> &[SeatRow] {
        self.inner.signed.as_ref().map_or(&[], |s| &s.seats)
    }
    /// The seat they act in here: the one with this page's capability, else their first.
    pub fn seat(&self) -> Option<&SeatRow> {
        match self.inner.gate {
            Gate::Can(cap) => self.inner.signed.as_ref()?.seat_with(self.house.powers(), cap),
            _ => self.seats().first(),
        }
    }
    /// Whether one of their seats has a capability.
    pub fn can(&self, cap: Capability) -> bool {
        self.inner.signed.as_ref().is_some_and(|s| s.seat_with(self.house.powers(), cap).is_some())
    }
    /// What they see here: on a page with a capability what their seats with it see, elsewhere all that is theirs.
    pub fn scope(&self) -> Scope {
        match (&self.inner.signed, self.inner.gate) {
            (None, _) => Scope::Public,
            (Some(signed), Gate::Can(cap)) => signed.scope_of(self.house.powers(), cap),
            (Some(signed), _) => signed.scope(),
        }
    }
    /// What they see through the seats with a capability, on a page that is open to more people.
    pub fn scope_for(&self, cap: Capability) -> Scope {
        self.inner.signed.as_ref().map_or(Scope::Public, |s| s.scope_of(self.house.powers(), cap))
    }

    /// Who acts: on a page with a capability the seat that has it; elsewhere the person, else the seat, else anyone.
    pub fn by(&self) -> By {
        let as_seat = |s: &SeatRow| By::Seat { seat: s.seat, person: self.person(), org: s.org };
        match (self.inner.gate, self.person(), self.seat()) {
            (Gate::Can(_), _, Some(seat)) | (_, None, Some(seat)) => as_seat(seat),
            (_, Some(person), _) => By::Person(person),
            (_, None, None) => By::Anyone,
        }
    }

    /// The act whose secret link opened this page.
    pub fn link(&self) -> Option<ActId> {
        self.inner.link
    }
    /// Where the request comes from.
    pub fn source(&self) -> Source {
        self.inner.source
    }
    /// In the demo: that its data are invented, as every page says.
    pub fn demo_note(&self) -> Option<String> {
        self.house.settings().demo.then(|| crate::texts::t(self.lang).msg_demo())
    }
    /// Path and query of this page.
    pub fn here(&self) -> &str {
        &self.inner.here
    }
    /// The form in which the sheet at this address is asked for. A page that has better than what stands on its sheet sets
    /// it itself; of all others it is made of the answer.
    pub fn form(&self) -> Option<crate::shell::Form> {
        crate::paper::asked(self.here())
    }
    /// The element the page's script asks for alone; answer with [`Page::fragment`].
    pub fn fragment(&self) -> Option<&str> {
        self.inner.fragment.as_deref()
    }
    /// Whether a program asks: it gets JSON.
    pub fn is_program(&self) -> bool {
        self.inner.program
    }
    /// What time it is.
    pub fn now(&self) -> Moment {
        self.house.now()
    }
    /// Where new ids come from.
    pub fn chance(&self) -> &Chance {
        self.house.chance()
    }
    /// A new act's id; made before the command, because a command may run twice.
    pub fn act_id(&self) -> ActId {
        ActId::new(self.chance(), self.now())
    }

    /// The token of the forms on this page.
    pub fn token(&self) -> &str {
        // Always the operating system's chance: a seeded one would repeat tokens.
        self.inner.token.get_or_init(|| self.house.keys().form_token(self.bound(), &Chance::system()))
    }
    /// What a form's token is bound to: the session, or nobody's.
    pub(crate) fn bound(&self) -> &str {
        self.inner.signed.as_ref().or(self.inner.waiting.as_ref()).map_or("", |s| &s.session)
    }

    /// Counts one try of what `limit` names, by account or address.
    ///
    /// # Errors
    /// [`Trouble::TooOften`].
    pub fn take(&self, limit: Limit) -> Result<(), Trouble> {
        let key = if self.bound().is_empty() { self.source().key() } else { self.bound().to_owned() };
        self.take_for(limit, &key)
    }
    /// Counts one try for a key of its own, such as a link.
    ///
    /// # Errors
    /// [`Trouble::TooOften`].
    pub fn take_for(&self, limit: Limit, key: &str) -> Result<(), Trouble> {
        Ok(self.house.take(limit, key, self.source())?)
    }

    /// Looks at one snapshot.
    ///
    /// # Errors
    /// What the closure refuses, or the database's trouble.
    pub async fn read<T, F>(&self, f: F) -> Result<T, Trouble>
    where
        F: Fn(&mut Read<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.house.db().read(f).await?)
    }

    /// Runs a command that records acts in `area`.
    ///
    /// # Errors
    /// What the closure refuses, or the database's trouble.
    pub async fn act<T, F>(&self, area: AreaId, f: F) -> Result<T, Trouble>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.house.db().act(area, f).await?)
    }

    /// Runs a command once for a form's token ([`crate::Fields::token`]): sent again, it answers with the first receipt.
    /// The closure gives the token to its first act.
    ///
    /// # Errors
    /// What the closure refuses, or the database's trouble.
    pub async fn act_once<F>(&self, area: AreaId, token: Option<String>, f: F) -> Result<Receipt, Trouble>
    where
        F: Fn(&mut Tx<'_>, Option<String>) -> Result<Receipt, Stop> + Send + 'static,
    {
        self.act(area, move |tx| match token.as_deref().map(|t| already(tx, t)).transpose()?.flatten() {
            Some(receipt) => Ok(receipt),
            None => f(tx, token.clone()),
        })
        .await
    }

    /// Housekeeping on kept tables.
    ///
    /// # Errors
    /// What the closure refuses, or the database's trouble.
    pub async fn keep<T, F>(&self, f: F) -> Result<T, Trouble>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.house.db().keep(f).await?)
    }

    /// A page: shell, title and kind; ends with [`Page::view`].
    pub fn page<'a>(&'a self, title: &'a str, kind: Kind) -> Page<'a> {
        Page::new(self, title, kind)
    }

    /// Sends the browser on after a form (303).
    pub fn to(&self, path: &str) -> Response {
        let location = HeaderValue::try_from(local(path)).unwrap_or(HeaderValue::from_static("/"));
        (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
    }

    /// The same, setting cookies.
    pub(crate) fn to_with(&self, path: &str, cookies: impl IntoIterator<Item = HeaderValue>) -> Response {
        let mut response = self.to(path);
        for cookie in cookies {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
        response
    }

    /// What this phone or desk is known by, or will be from now on.
    pub(crate) fn device(&self) -> SessionToken {
        self.inner.device.clone().unwrap_or_else(SessionToken::make)
    }

    pub(crate) fn secure(&self) -> bool {
        self.house.settings().origin.secure()
    }
}

/// A path of this office, or the home page: what a form says of "back" is not to lead anywhere else.
pub(crate) fn local(path: &str) -> &str {
    let plain = path.len() <= 2048 && path.bytes().all(|b| b.is_ascii_graphic());
    let here = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if plain && here { path } else { "/" }
}

impl FromRequestParts<House> for Visit {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &House) -> Result<Self, Trouble> {
        Self::of(parts).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_leads_only_to_pages_of_this_office() {
        for (path, leads) in [
            ("/m/1?x=1", "/m/1?x=1"),
            ("/", "/"),
            ("//evil.example/", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("", "/"),
            ("/a\r\nSet-Cookie: x=1", "/"),
            ("/灯", "/"),
        ] {
            assert_eq!(local(path), leads, "{path:?}");
        }
    }

    #[test]
    fn a_chosen_language_beats_the_browsers() {
        for (cookie, accept, lang) in [
            ("", "en", Lang::En),
            ("lx_lang=zh-CN", "en", Lang::Zh),
            ("lx_lang=xx", "en", Lang::En),
            ("", "", Lang::Zh),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("cookie", cookie.parse().expect("a header"));
            headers.insert(ACCEPT_LANGUAGE, accept.parse().expect("a header"));
            assert_eq!(Reader::of(&headers, "/", false).lang, lang, "{cookie} {accept}");
        }
    }
}
