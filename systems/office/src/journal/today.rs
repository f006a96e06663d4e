//! 当日留底 The newest checkpoint as a paper to keep: whoever has it finds out later whether anything before it was changed.

use crate::texts::{L10nLanguage, t};
use crate::{example, say};
use askama::Template;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_journal::log::published;
use lianxin_paper::qr_svg;
use lianxin_register::find;
use lianxin_web::components::Html;
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "checkpoint.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    /// Whose record it is.
    office: String,
    signed: Option<Signed>,
    back: String,
}

struct Signed {
    says: String,
    note: String,
    /// The same lines for a phone.
    qr: Html,
    key: String,
    check: String,
}

/// `GET /journal/today`
pub(crate) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let look = |r: &mut lianxin_store::Read<'_>| {
        let root = find::roots(r)?.first().map(|a| a.name.clone()).unwrap_or_default();
        Ok((published(r)?, root))
    };
    let (found, office) = visit.read(look).await?;
    let (lang, now) = (visit.lang, visit.now());
    let t = t(lang);
    let url = visit.house.settings().origin.as_str().to_owned();
    let signed = found.map(|p| Signed {
        says: t.msg_checkpoint_says(say::when(lang, now, now), i64::try_from(p.size).unwrap_or(i64::MAX)),
        qr: Html(qr_svg(&p.note).unwrap_or_default()),
        note: p.note,
        key: p.key,
        check: format!("lianxin journal verify --url {url} --checkpoint FILE --key KEY"),
    });
    let title = t.msg_journal_log();
    let view = View { t, title: title.clone(), office, signed, back: t.msg_journal_title() };
    Ok(visit.page(&title, Kind::Print).view(&view))
}

/// An invented example of the paper.
pub(crate) fn specimen(lang: Lang) -> Html {
    let t = t(lang);
    let note = format!("{}\n1204\n{}\n", example::HOST, example::HASH);
    Html::of(&View {
        t,
        title: t.msg_journal_log(),
        office: example::ORG.into(),
        signed: Some(Signed {
            says: t.msg_checkpoint_says(say::when(lang, example::NOW, example::NOW), 1204),
            qr: Html(qr_svg(&note).unwrap_or_default()),
            note,
            key: format!("{}+00000000+{}", example::HOST, example::HASH),
            check: format!("lianxin journal verify --url {} --checkpoint FILE --key KEY", example::ADDRESS),
        }),
        back: t.msg_journal_title(),
    })
}
