use crate::body::{self, NotRead};
use crate::components::{ErrorSummary, Text};
use crate::plain::{BadField, Lines, clean};
use crate::upload::{self, FileLimits, Upload};
use crate::{House, Trouble, Visit, form, urlencoded};
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use lianxin_base::{Day, Lang, Refuse};
use serde_json::Value;
use std::str::FromStr;

/// Largest form: some 29,000 characters of Chinese as a browser writes them, so that an answer that is far too long
/// still comes back with its question instead of being lost.
pub const FORM_LIMIT: usize = 256 * 1024;

/// The answers of a form (or of a JSON object under `/api/`). Each getter cleans one answer; what cannot be taken is
/// noted, so that all questions are looked at before the page comes back with every fault at once.
#[derive(Debug)]
pub struct Fields {
    lang: Lang,
    pairs: Vec<(String, String)>,
    faults: Vec<FieldFault>,
    token: Option<String>,
    files: Vec<Upload>,
    kept: form::Kept,
}

/// One answer that cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldFault {
    /// The question's name; empty if it is about the whole form.
    pub field: String,
    /// A steady name for programs.
    pub code: &'static str,
    /// The sentence for a person.
    pub say: String,
}

impl Fields {
    pub(crate) fn new(lang: Lang, pairs: Vec<(String, String)>, token: Option<String>) -> Self {
        Self { lang, pairs, faults: Vec::new(), token, files: Vec::new(), kept: form::Kept::default() }
    }

    /// A form nobody has answered yet.
    pub fn empty(lang: Lang) -> Self {
        Self::new(lang, Vec::new(), None)
    }
    /// What the address of a page asks: its query as questions and answers. One that cannot be read asks nothing.
    pub fn asked(lang: Lang, query: &str) -> Self {
        Self::new(lang, urlencoded::pairs(query.as_bytes()).unwrap_or_default(), None)
    }
    /// The language it is answered in.
    pub const fn lang(&self) -> Lang {
        self.lang
    }
    /// The same with an answer already in it, from the page's address.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What was answered, as it was sent: to write it back into the form. Empty if nothing was.
    pub fn raw(&self, name: &str) -> &str {
        self.pairs.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// All answers to a question that takes several, as they were sent.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The files that came for a question, taken out.
    pub fn take_files(&mut self, name: &str) -> Vec<Upload> {
        let (taken, left) = std::mem::take(&mut self.files).into_iter().partition(|file| file.field == name);
        self.files = left;
        taken
    }

    /// An answer the page itself makes of what came: the name under which a file has been kept. It is sent again with
    /// the form, so that nobody has to choose the file a second time.
    pub fn keep(&mut self, name: &str, value: &str) {
        self.pairs.push((name.to_owned(), value.to_owned()));
        self.kept.add(name, value);
    }

    /// An answer the page itself gives in the place of what was typed.
    pub fn fill(&mut self, name: &str, value: &str) {
        self.pairs.retain(|(n, _)| n != name);
        self.pairs.push((name.to_owned(), value.to_owned()));
    }

    /// Whether a box was ticked or a button of this name pressed.
    pub fn has(&self, name: &str) -> bool {
        !self.raw(name).is_empty()
    }

    /// Several lines that must not be empty, at most `most` characters.
    pub fn text(&mut self, name: &str, most: usize) -> String {
        self.required(name, Lines::Many, most)
    }

    /// Several lines that may be left out.
    pub fn opt_text(&mut self, name: &str, most: usize) -> Option<String> {
        self.cleaned(name, Lines::Many, most).filter(|text| !text.is_empty())
    }

    /// One line that must not be empty, at most `most` characters.
    pub fn line(&mut self, name: &str, most: usize) -> String {
        self.required(name, Lines::One, most)
    }

    /// One line that may be left out.
    pub fn opt_line(&mut self, name: &str, most: usize) -> Option<String> {
        self.cleaned(name, Lines::One, most).filter(|text| !text.is_empty())
    }

    /// One of the values offered.
    pub fn choice(&mut self, name: &str, offered: &[&'static str]) -> Option<&'static str> {
        let found = offered.iter().find(|o| **o == self.raw(name)).copied();
        self.noted(name, found, BadField::Choice)
    }

    /// One of the values offered, or none.
    pub fn opt_choice(&mut self, name: &str, offered: &[&'static str]) -> Option<&'static str> {
        if self.has(name) { self.choice(name, offered) } else { None }
    }

    /// An id, a role: whatever is read from one word a page of ours wrote.
    pub fn id<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let found = self.raw(name).parse().ok();
        self.noted(name, found, BadField::Choice)
    }

    /// The same, or none.
    pub fn opt_id<T: FromStr>(&mut self, name: &str) -> Option<T> {
        if self.has(name) { self.id(name) } else { None }
    }

    /// A calendar day.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        let found = self.raw(name).trim().parse().ok();
        let bad = if self.has(name) { BadField::Day } else { BadField::Empty };
        self.noted(name, found, bad)
    }

    /// A calendar day, or none.
    pub fn opt_day(&mut self, name: &str) -> Option<Day> {
        if self.has(name) { self.day(name) } else { None }
    }

    /// Notes a refusal of the rules with the question it is about.
    pub fn refuse(&mut self, refusal: &dyn Refuse) {
        let field = refusal.field().unwrap_or_default();
        self.note(field, refusal.code(), refusal.say(self.lang));
    }

    /// After a command failed: a refusal of the rules is noted beside its question, so that the form comes back;
    /// any other trouble (too often, the database away) goes on to the front door.
    ///
    /// # Errors
    /// The trouble, if it is not about the answers.
    pub fn absorb(&mut self, trouble: Trouble) -> Result<(), Trouble> {
        match &trouble {
            Trouble::Refused(refusal) if matches!(refusal.status(), 409 | 422) => {
                self.refuse(&**refusal);
                Ok(())
            }
            Trouble::Faults(faults) => {
                self.faults.extend(faults.iter().cloned());
                Ok(())
            }
            _ => Err(trouble),
        }
    }

    /// Notes a fault in words of the page's own.
    pub fn note(&mut self, field: &str, code: &'static str, say: String) {
        self.faults.push(FieldFault { field: field.to_owned(), code, say });
    }

    /// What cannot be taken, in the order the questions were looked at.
    pub fn faults(&self) -> &[FieldFault] {
        &self.faults
    }

    /// The fault of one question, to stand beside it.
    pub fn fault(&self, name: &str) -> Option<String> {
        self.faults.iter().find(|fault| fault.field == name).map(|fault| fault.say.clone())
    }

    /// Whether every answer looked at so far can be taken.
    pub fn good(&self) -> bool {
        self.faults.is_empty()
    }

    /// Ends here if an answer cannot be taken: for programs, and for forms of one button.
    ///
    /// # Errors
    /// [`Trouble::Faults`] with all of them.
    pub fn check(&self) -> Result<(), Trouble> {
        if self.good() { Ok(()) } else { Err(Trouble::Faults(self.faults.clone())) }
    }

    /// The list at the head of the form.
    pub fn summary(&self) -> ErrorSummary<'static> {
        let item = |f: &FieldFault| (Text::Owned(f.field.clone()), Text::Owned(f.say.clone()));
        ErrorSummary { lang: self.lang, items: self.faults.iter().map(item).collect() }
    }

    /// The same, with the questions' names: what is said of any field alike ("这一项要填。") does not tell which one.
    pub fn summary_named(&self, names: &[(&str, &str)]) -> ErrorSummary<'static> {
        let between = if self.lang == Lang::Zh { "：" } else { ": " };
        let item = |f: &FieldFault| {
            let name = names.iter().find(|(field, _)| *field == f.field).filter(|_| f.code.starts_with("form."));
            let says = name.map_or_else(|| f.say.clone(), |(_, name)| format!("{name}{between}{}", f.say));
            (Text::Owned(f.field.clone()), Text::Owned(says))
        };
        ErrorSummary { lang: self.lang, items: self.faults.iter().map(item).collect() }
    }

    /// The token of the act this form causes: the same form with the same answers, sent twice, gives the same one;
    /// other answers on the same form (after pressing "back") give another. `None` for a program without a key.
    pub fn token(&self) -> Option<String> {
        self.token.clone()
    }

    fn required(&mut self, name: &str, lines: Lines, most: usize) -> String {
        let found = self.cleaned(name, lines, most);
        if found.as_deref() == Some("") {
            self.bad(name, BadField::Empty);
        }
        found.unwrap_or_default()
    }

    fn cleaned(&mut self, name: &str, lines: Lines, most: usize) -> Option<String> {
        let cleaned = clean(self.raw(name), lines, most);
        cleaned.map_err(|bad| self.bad(name, bad)).ok()
    }

    fn noted<T>(&mut self, name: &str, found: Option<T>, bad: BadField) -> Option<T> {
        if found.is_none() {
            self.bad(name, bad);
        }
        found
    }

    fn bad(&mut self, name: &str, bad: BadField) {
        self.note(name, bad.code(), bad.say(self.lang));
    }
}

impl FromRequest<House> for Fields {
    type Rejection = Trouble;

    async fn from_request(request: Request, house: &House) -> Result<Self, Trouble> {
        let (parts, body) = request.into_parts();
        let visit = Visit::of(&parts)?;
        form::check_site(&parts.headers, house)?;
        let kept = parts.extensions.get::<form::Kept>().cloned().unwrap_or_default();
        if visit.is_program() && is_type(&parts.headers, "application/json") {
            let pairs = json_pairs(&read(body).await?)?;
            let token = form::program_token(&parts.headers, house, &pairs)?;
            return Ok(Self::new(visit.lang, pairs, token));
        }
        let sent = if with_files(&parts.headers) {
            let Some(limits) = parts.extensions.get::<FileLimits>() else {
                body::drain(body).await;
                return Err(Trouble::Format);
            };
            upload::read(body, &parts.headers, *limits, house).await?
        } else if is_type(&parts.headers, "application/x-www-form-urlencoded") {
            let pairs = urlencoded::pairs(&read(body).await?).map_err(|_| Trouble::Unreadable)?;
            upload::Sent { pairs, ..upload::Sent::default() }
        } else {
            return Err(Trouble::Format);
        };
        kept.put(&sent.pairs, !sent.files.is_empty());
        let hashes: Vec<(String, String)> = sent.files.iter().map(|f| (f.field.clone(), f.hash())).collect();
        let token = form::act_token(visit, &sent.pairs, &hashes)?;
        let mut fields = Self { files: sent.files, kept, ..Self::new(visit.lang, sent.pairs, Some(token)) };
        for (field, bad) in sent.bad {
            fields.bad(&field, bad);
        }
        Ok(fields)
    }
}

/// Whether a form comes with files.
pub(crate) fn with_files(headers: &HeaderMap) -> bool {
    is_type(headers, "multipart/form-data")
}

async fn read(body: axum::body::Body) -> Result<axum::body::Bytes, Trouble> {
    body::read(body, FORM_LIMIT).await.map_err(|not| match not {
        NotRead::TooLarge => Trouble::TooLarge(FORM_LIMIT),
        NotRead::BrokenOff => Trouble::Unreadable,
    })
}

fn is_type(headers: &HeaderMap, wanted: &str) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    given.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case(wanted)
}

/// A JSON object of plain values, as the same questions and answers a form has.
fn json_pairs(body: &[u8]) -> Result<Vec<(String, String)>, Trouble> {
    let Ok(Value::Object(object)) = serde_json::from_slice(body) else { return Err(Trouble::Unreadable) };
    let mut pairs = Vec::new();
    for (name, value) in object {
        match value {
            Value::Null => {}
            Value::Array(items) => {
                for item in items {
                    pairs.push((name.clone(), json_word(item)?));
                }
            }
            other => pairs.push((name, json_word(other)?)),
        }
    }
    Ok(pairs)
}

fn json_word(value: Value) -> Result<String, Trouble> {
    match value {
        Value::String(text) => Ok(text),
        Value::Bool(yes) => Ok(if yes { "1" } else { "" }.to_owned()),
        Value::Number(n) if n.is_i64() => Ok(n.to_string()),
        _ => Err(Trouble::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lianxin_base::PersonId;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Fields::new(Lang::Zh, pairs, None)
    }

    #[test]
    fn good_answers_come_through_clean() {
        let id = "018f0000-0000-7000-8000-000000000001";
        let mut f = fields(&[
            ("words", " 灯坏了 \r\n"),
            ("name", "㛃䶮"),
            ("kind", "fix"),
            ("by", "2026-08-12"),
            ("who", id),
            ("tick", "1"),
            ("many", "a"),
            ("many", "b"),
        ]);
        assert_eq!(f.text("words", 10), "灯坏了");
        assert_eq!(f.opt_line("name", 10).as_deref(), Some("㛃䶮"));
        assert_eq!(f.choice("kind", &["ask", "fix"]), Some("fix"));
        assert_eq!(f.day("by").map(|d| d.to_string()).as_deref(), Some("2026-08-12"));
        assert_eq!(f.id::<PersonId>("who").map(|p| p.to_string()).as_deref(), Some(id));
        assert_eq!((f.opt_text("none", 5), f.opt_day("none"), f.opt_choice("none", &["x"])), (None, None, None));
        assert!(f.has("tick") && !f.has("none"));
        assert_eq!(f.all("many").collect::<Vec<_>>(), ["a", "b"]);
        assert!(f.good() && f.check().is_ok());
    }

    #[test]
    fn every_fault_is_noted_with_its_question_and_nothing_typed_is_lost() {
        let long = "长".repeat(30);
        let mut f = fields(&[("words", &long), ("name", "a\0b"), ("kind", "other"), ("by", "31.2."), ("who", "x")]);
        f.text("words", 20);
        f.line("name", 10);
        f.text("missing", 10);
        f.choice("kind", &["ask", "fix"]);
        f.day("by");
        f.id::<PersonId>("who");
        let codes: Vec<_> = f.faults().iter().map(|fault| (fault.field.as_str(), fault.code)).collect();
        assert_eq!(
            codes,
            [
                ("words", "form.too_long"),
                ("name", "form.control"),
                ("missing", "form.empty"),
                ("kind", "form.choice"),
                ("by", "form.day"),
                ("who", "form.choice"),
            ]
        );
        assert!(f.fault("words").is_some_and(|say| say.contains("20") && say.contains("30")));
        assert_eq!(f.raw("words"), long, "all of it goes back into the form");
        assert!(f.check().is_err());
    }

    #[test]
    fn a_program_sends_plain_values() {
        let read =
            json_pairs(r#"{"words":"灯坏了","n":3,"yes":true,"no":false,"none":null,"tags":["a","b"]}"#.as_bytes());
        let f = Fields::new(Lang::Zh, read.expect("an object"), None);
        assert_eq!((f.raw("words"), f.raw("n"), f.has("yes"), f.has("no")), ("灯坏了", "3", true, false));
        assert_eq!(f.all("tags").count(), 2);
        for bad in ["", "[]", "1", r#"{"a":{"b":1}}"#, r#"{"a":1.5}"#, "{"] {
            assert!(json_pairs(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
