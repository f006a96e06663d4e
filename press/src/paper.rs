//! What is asked of the press.

use serde::{Deserialize, Serialize};

/// Papers to be set, and where the fonts lie.
#[derive(Deserialize, Serialize)]
pub(crate) struct Job {
    /// Folders with fonts.
    #[serde(skip_serializing)]
    pub(crate) fonts: Vec<String>,
    /// The papers, as the template reads them; each begins a page.
    pub(crate) papers: Vec<Paper>,
}

/// The part of a paper that the press itself looks at; the template reads the rest.
#[derive(Deserialize, Serialize)]
pub(crate) struct Paper {
    /// What its code says.
    #[serde(default)]
    pub(crate) link: String,
    /// The title in a second script: a JPEG in base64. The template finds it as a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) second: Option<String>,
    /// A print view of ours instead of a document.
    #[serde(default, skip_serializing)]
    pub(crate) html: Option<String>,
    /// The pictures of that view.
    #[serde(default, skip_serializing)]
    pub(crate) pictures: Vec<Picture>,
    /// The same, read.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub(crate) nodes: Option<serde_json::Value>,
    /// It is printed on A5.
    #[serde(skip_deserializing)]
    pub(crate) small: bool,
    #[serde(flatten)]
    rest: serde_json::Map<String, serde_json::Value>,
}

/// A picture of a print view.
#[derive(Deserialize, Serialize)]
pub(crate) struct Picture {
    /// Its address there.
    pub(crate) src: String,
    /// A JPEG in base64.
    pub(crate) jpeg: String,
}

impl Job {
    /// Every character that will be set.
    pub(crate) fn chars(&self) -> impl Iterator<Item = char> {
        let mut texts = Vec::new();
        for paper in &self.papers {
            paper.rest.values().chain(&paper.nodes).for_each(|value| words(value, &mut texts));
        }
        texts.into_iter().flat_map(str::chars)
    }
}

fn words<'a>(value: &'a serde_json::Value, out: &mut Vec<&'a str>) {
    match value {
        serde_json::Value::String(text) => out.push(text),
        serde_json::Value::Array(all) => all.iter().for_each(|value| words(value, out)),
        serde_json::Value::Object(all) => all.values().for_each(|value| words(value, out)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_a_paper_is_looked_at() {
        let json = r#"{"fonts":[],"papers":[{"link":"x","title":"甲","facts":[["乙","丙"]],"blocks":[{"table":{"head":["丁"],"rows":[["戊"]]}}]}]}"#;
        let job: Job = serde_json::from_str(json).unwrap();
        let mut all: Vec<char> = job.chars().collect();
        all.sort_unstable();
        let mut wanted: Vec<char> = "甲乙丙丁戊".chars().collect();
        wanted.sort_unstable();
        assert_eq!(all, wanted);
    }
}
