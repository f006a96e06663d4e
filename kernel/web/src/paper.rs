//! Every sheet to print is a PDF too, where there is a press: the same address with `?paper=pdf`. Whoever may not see the
//! sheet sees no PDF either, for it is made of the answer.

use crate::{Trouble, Visit};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use lianxin_paper::press::{self, Paper};

const ASKED: &str = "paper=pdf";

/// A sheet on its way out, as our own template wrote it.
#[derive(Clone)]
pub(crate) struct Sheet {
    /// Its title.
    pub(crate) title: String,
    /// What stands on it, as HTML.
    pub(crate) html: String,
}

/// The address of this sheet as PDF.
pub(crate) fn address(here: &str) -> String {
    format!("{here}{}{ASKED}", if here.contains('?') { '&' } else { '?' })
}

/// The address of the sheet itself: on paper or as PDF, a form that makes it makes it once.
pub(crate) fn itself(here: &str) -> &str {
    let cut = here.strip_suffix(ASKED).and_then(|rest| rest.strip_suffix(['?', '&']));
    cut.unwrap_or(here)
}

/// Whether it is the PDF of a sheet that is asked for.
pub(crate) fn asked(here: &str) -> bool {
    here.split_once('?').is_some_and(|(_, query)| query.split('&').any(|part| part == ASKED))
}

/// The sheet that was asked for as PDF; any other answer goes out as it is.
pub(crate) async fn set(visit: &Visit, answer: Response) -> Response {
    let sheet = answer.extensions().get::<Sheet>().filter(|_| asked(visit.here()) && answer.status() == StatusCode::OK);
    let Some(sheet) = sheet.cloned() else { return answer };
    let paper = Paper::sheet(visit.lang, &sheet.title, &sheet.html).note(visit.demo_note());
    match press::pdf(visit.house.press(), &[paper]).await {
        Ok(pdf) => {
            let headers = [(CONTENT_TYPE, press::PDF), (CACHE_CONTROL, "no-store")];
            (headers.map(|(name, value)| (name, HeaderValue::from_static(value))), pdf).into_response()
        }
        Err(why) => Trouble::refused(why).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_and_its_pdf_have_one_address() {
        for here in ["/slips", "/desk/day?area=3", "/desk/day?paper=pdfs", "/x?paper=pd"] {
            assert_eq!(itself(here), here);
            assert_eq!(itself(&address(here)), here);
            assert!(asked(&address(here)) && !asked(here), "{here}");
        }
    }
}
