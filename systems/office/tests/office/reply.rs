//! An answer of the house, and what a test asks of it.

use axum::http::StatusCode;

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) to: String,
    pub(crate) cookie: Option<String>,
    pub(crate) body: String,
}

impl Reply {
    #[track_caller]
    pub(crate) fn has(&self, parts: &[&str]) -> &Self {
        for part in parts {
            assert!(self.body.contains(part), "{part:?} is missing in {}", self.body);
        }
        self
    }
    #[track_caller]
    pub(crate) fn lacks(&self, parts: &[&str]) -> &Self {
        for part in parts {
            assert!(!self.body.contains(part), "{part:?} should not be in {}", self.body);
        }
        self
    }
    #[track_caller]
    pub(crate) fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }
    /// The first form token of the page.
    pub(crate) fn token(&self) -> &str {
        let (_, rest) = self.body.split_once("name=\"token\" value=\"").expect("a form");
        rest.split('"').next().expect("a value")
    }
}
