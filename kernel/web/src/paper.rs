//! Every sheet to print comes in other forms too, at the same address: `?paper=pdf` for the printer and `?paper=png` as one
//! long picture (both where there is a press), `?paper=docx` to be edited before the stamp, `?paper=text` to paste into a
//! group. They are made of the answer: whoever may not see the sheet gets no form of it either.

use crate::components::{Html, Paste};
use crate::page::Page;
use crate::photos::{Photo, bytes_of};
use crate::shell::{Form, Kind};
use crate::texts::t;
use crate::{Trouble, Visit};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::AreaId;
use lianxin_paper::notice::{DOCX, Round, SecondTitle, sheet_docx};
use lianxin_paper::press::{self, NotSet, Paper};
use lianxin_store::{Fault, Read};
use tokio::sync::SemaphorePermit;

/// Where an area's title in a second script is kept: the address of the picture, and its files.
pub type Second = fn(&mut Read<'_>, AreaId) -> Result<Option<(String, Photo)>, Fault>;

const ASKED: [(Form, &str); 4] =
    [(Form::Pdf, "paper=pdf"), (Form::Picture, "paper=png"), (Form::Word, "paper=docx"), (Form::Group, "paper=text")];

/// What a sheet that hangs somewhere has beside its words.
#[derive(Clone, Default, Debug)]
pub struct Hung {
    seconds: Vec<(AreaId, String, Photo)>,
    group: Vec<String>,
    link: String,
}

impl Hung {
    /// What hangs in these areas: with the title of each in a second script, where it has one.
    ///
    /// # Errors
    /// The database's trouble.
    pub async fn at(visit: &Visit, areas: &[AreaId]) -> Result<Self, Trouble> {
        let Some(of) = visit.house.second() else { return Ok(Self::default()) };
        let areas = areas.to_vec();
        let seconds = visit.read(move |r| {
            let mut all = Vec::new();
            for area in &areas {
                all.extend(of(r, *area)?.map(|(url, photo)| (*area, url, photo)));
            }
            Ok(all)
        });
        Ok(Self { seconds: seconds.await?, ..Self::default() })
    }

    /// What is pasted into a group, made of facts and never of what was typed about people; then the page it is told on.
    #[must_use]
    pub fn group(mut self, lines: Vec<String>, link: String) -> Self {
        (self.group, self.link) = (lines, link);
        self
    }

    /// The title of an area in a second script, for the head of a page that hangs there.
    pub fn head(&self, area: AreaId) -> Html {
        let here = self.seconds.iter().find(|(at, ..)| *at == area);
        // Words in another script: what they say is the title below.
        let image = |url: &str| format!("<p class=\"hung-second\"><img src=\"{url}\" alt=\"\"></p>");
        Html(here.map(|(_, url, _)| image(url)).unwrap_or_default())
    }
}

/// A sheet on its way out, as our own template wrote it.
#[derive(Clone)]
pub(crate) struct Sheet {
    /// Its title.
    pub(crate) title: String,
    /// What stands on it, as HTML.
    pub(crate) html: String,
    /// What it has where it hangs.
    pub(crate) hung: Hung,
}

impl Sheet {
    /// The forms this sheet has here, with their addresses.
    pub(crate) fn forms(&self, visit: &Visit) -> Vec<(Form, String)> {
        let press = visit.house.press().is_some();
        let there = |form: Form| match form {
            Form::Pdf | Form::Picture => press,
            Form::Word => self.edits(),
            Form::Group => !self.hung.group.is_empty(),
        };
        ASKED.iter().filter(|(form, _)| there(*form)).map(|(form, word)| (*form, with(visit.here(), word))).collect()
    }

    /// A sheet with codes of its own says nothing without them, and a document could not carry them.
    fn edits(&self) -> bool {
        !self.hung.link.is_empty() || !self.html.contains("<svg class=\"qr\"")
    }
}

fn with(here: &str, word: &str) -> String {
    format!("{here}{}{word}", if here.contains('?') { '&' } else { '?' })
}

/// The address of the sheet itself: on paper or in another form, a form that makes it makes it once.
pub(crate) fn itself(here: &str) -> &str {
    let cut = |word: &str| here.strip_suffix(word).and_then(|rest| rest.strip_suffix(['?', '&']));
    ASKED.iter().find_map(|(_, word)| cut(word)).unwrap_or(here)
}

/// The form of a sheet that is asked for.
pub(crate) fn asked(here: &str) -> Option<Form> {
    let (_, query) = here.split_once('?')?;
    let form = |part: &str| ASKED.iter().find(|(_, word)| *word == part).map(|(form, _)| *form);
    query.split('&').find_map(form)
}

/// The sheet in the form that was asked for; any other answer goes out as it is.
pub(crate) async fn set(visit: &Visit, answer: Response) -> Response {
    let form = asked(visit.here()).filter(|_| answer.status() == StatusCode::OK);
    let Some((form, sheet)) = form.zip(answer.extensions().get::<Sheet>().cloned()) else { return answer };
    made(visit, form, &sheet).await.unwrap_or_else(Trouble::into_response)
}

async fn made(visit: &Visit, form: Form, sheet: &Sheet) -> Result<Response, Trouble> {
    match form {
        Form::Pdf | Form::Picture => pressed(visit, form, sheet).await,
        Form::Word if sheet.edits() => word(visit, sheet).await,
        Form::Group if !sheet.hung.group.is_empty() => Ok(group(visit, sheet)),
        Form::Word | Form::Group => Err(Trouble::NotFound),
    }
}

async fn pressed(visit: &Visit, form: Form, sheet: &Sheet) -> Result<Response, Trouble> {
    let mut paper = Paper::sheet(visit.lang, &sheet.title, &sheet.html).note(visit.demo_note());
    for (at, (_, url, photo)) in sheet.hung.seconds.iter().enumerate() {
        // A title that stands for many areas comes once.
        if sheet.hung.seconds[..at].iter().all(|(_, other, _)| other != url) {
            paper = paper.picture(url, &bytes_of(&visit.house, photo.large).await?);
        }
    }
    match form {
        Form::Picture => Ok(file(press::PNG, "inline", png(visit, paper).await?)),
        _ => Ok(file(press::PDF, "inline", pdf(visit, &[paper]).await?)),
    }
}

/// These papers as one PDF, each beginning a page.
///
/// # Errors
/// What the press says; too many for people without a seat are being set.
pub async fn pdf(visit: &Visit, papers: &[Paper<'_>]) -> Result<Vec<u8>, Trouble> {
    let _place = place(visit)?;
    press::pdf(visit.house.press(), papers).await.map_err(Trouble::refused)
}

/// This paper as one long picture.
///
/// # Errors
/// As for [`pdf`].
pub async fn png(visit: &Visit, paper: Paper<'_>) -> Result<Vec<u8>, Trouble> {
    let _place = place(visit)?;
    press::png(visit.house.press(), paper).await.map_err(Trouble::refused)
}

fn place(visit: &Visit) -> Result<Option<SemaphorePermit<'_>>, Trouble> {
    if visit.seat().is_some() {
        return Ok(None);
    }
    visit.house.guests().try_acquire().map(Some).map_err(|_| Trouble::refused(NotSet::Busy))
}

async fn word(visit: &Visit, sheet: &Sheet) -> Result<Response, Trouble> {
    let second = match sheet.hung.seconds.first() {
        Some((_, _, photo)) => Some((bytes_of(&visit.house, photo.large).await?, photo)),
        None => None,
    };
    let second = second.as_ref().map(|(jpeg, p)| SecondTitle { jpeg, width: p.width, height: p.height });
    let note = visit.demo_note();
    let round = Round { second, note: note.as_deref() };
    let bytes = sheet_docx(&sheet.html, &sheet.hung.link, round).map_err(Trouble::Broken)?;
    Ok(file(DOCX, "attachment; filename=\"paper.docx\"", bytes))
}

fn group(visit: &Visit, sheet: &Sheet) -> Response {
    let lines: Vec<&str> = sheet.hung.group.iter().map(String::as_str).chain([sheet.hung.link.as_str()]).collect();
    let title = t(visit.lang).msg_form_group();
    let paste = Paste::new(visit.lang, itself(visit.here()), sheet.title.as_str(), lines.join("\n"));
    Page::new(visit, &title, Kind::Phone).view(&paste)
}

fn file(kind: &'static str, how: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store"), (CONTENT_DISPOSITION, how)];
    (headers.map(|(name, value)| (name, HeaderValue::from_static(value))), bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_and_its_forms_have_one_address() {
        for here in ["/slips", "/desk/day?area=3", "/desk/day?paper=pdfs", "/x?paper=pd"] {
            assert_eq!(itself(here), here);
            assert_eq!(asked(here), None, "{here}");
            for (form, word) in ASKED {
                assert_eq!(itself(&with(here, word)), here);
                assert_eq!(asked(&with(here, word)), Some(form));
            }
        }
    }

    #[test]
    fn a_sheet_with_codes_of_its_own_is_not_edited() {
        let sheet = |html: &str, link: &str| {
            let hung = Hung::default().group(Vec::new(), link.into());
            Sheet { title: String::new(), html: html.into(), hung }.edits()
        };
        assert!(sheet("<p>x</p>", "") && sheet("<svg class=\"qr\">", "https://lianxin.example/v/1"));
        assert!(!sheet("<svg class=\"qr\">", ""));
    }
}
