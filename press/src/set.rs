//! Setting them. Each refusal is one word, with the character where it is about one: `json`, `fonts`, `glyph 𬸘`, `paper`.

use crate::fonts::Fonts;
use crate::paper::Job;
use crate::sheet;
use crate::world::Given;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};
use typst::diag::SourceDiagnostic;
use typst::foundations::Datetime;
use typst::layout::Abs;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

/// All papers as one PDF/A-2b, each beginning a page.
pub(crate) fn pdf(input: &[u8]) -> Result<Vec<u8>, String> {
    let document = laid_out("pdf", input)?;
    let standards = PdfStandards::new(&[PdfStandard::A_2b]).map_err(|_| String::from("paper"))?;
    // Tags make long tables many times as large; the page is the accessible copy.
    let options =
        PdfOptions { standards, tagged: document.pages().len() <= LONG, timestamp: epoch(), ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|why| told(&why))
}

/// An archive's PDF has to say when it was made. Ours says the same always: a paper's day stands on it, and the same paper
/// set again is the same file, so that its hash can be kept.
fn epoch() -> Option<Timestamp> {
    Datetime::from_ymd_hms(2000, 1, 1, 0, 0, 0).map(Timestamp::new_utc)
}

/// Papers of more pages than this go without tags.
const LONG: usize = 5;

/// A paper as one long picture.
pub(crate) fn png(input: &[u8]) -> Result<Vec<u8>, String> {
    let document = laid_out("png", input)?;
    let picture = typst_render::render_merged(&document, &RenderOptions::default(), Abs::zero(), None);
    picture.encode_png().map_err(|_| String::from("paper"))
}

fn laid_out(form: &str, input: &[u8]) -> Result<PagedDocument, String> {
    let mut job: Job = serde_json::from_slice(input).map_err(|_| String::from("json"))?;
    let mut files = Vec::new();
    for (n, paper) in job.papers.iter_mut().enumerate() {
        if let Some(html) = paper.html.take() {
            let pictures = std::mem::take(&mut paper.pictures);
            let there: Vec<&str> = pictures.iter().map(|it| it.src.as_str()).collect();
            let (nodes, drawings) = sheet::read(&html, n, &there);
            for (at, it) in pictures.iter().enumerate() {
                files.push((sheet::picture(n, at), bytes(&it.jpeg)?));
            }
            paper.nodes = Some(nodes);
            paper.small = html.contains("class=\"a5\"");
            files.extend(drawings);
        }
    }
    let fonts = Fonts::in_folders(&job.fonts);
    if fonts.all.is_empty() {
        return Err("fonts".into());
    }
    // In a picture a character that no font has would be a box, and nobody would be told.
    if let Some(c) = fonts.lacks(job.chars()) {
        return Err(format!("glyph {c}"));
    }
    files.push((String::from("/job.json"), serde_json::to_vec(&job).map_err(|_| String::from("json"))?));
    for (n, paper) in job.papers.iter().enumerate().filter(|(_, paper)| !paper.link.is_empty()) {
        files.push((format!("/code/{n}.svg"), code(&paper.link)?.into_bytes()));
    }
    for (n, second) in job.papers.iter().enumerate().filter_map(|(n, paper)| Some((n, paper.second.as_ref()?))) {
        files.push((format!("/second/{n}.jpg"), bytes(second)?));
    }
    let given = Given::new(form, fonts, files)?;
    typst::compile::<PagedDocument>(&given).output.map_err(|why| told(&why))
}

fn bytes(base64: &str) -> Result<Vec<u8>, String> {
    STANDARD.decode(base64).map_err(|_| String::from("json"))
}

/// A code for paper: a quarter of it may be unreadable.
fn code(link: &str) -> Result<String, String> {
    let code = QRBuilder::new(link).ecl(ECL::Q).build().map_err(|_| String::from("link"))?;
    Ok(SvgBuilder::default().margin(4).to_str(&code))
}

/// A template that does not compile is a mistake of ours: the first of its faults says where.
fn told(why: &[SourceDiagnostic]) -> String {
    let first = why.first().map(|fault| fault.message.to_string()).unwrap_or_default();
    format!("paper {}", first.chars().take(150).collect::<String>())
}
