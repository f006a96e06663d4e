use super::{URL, board, job, kinds};
use crate::Office;
use crate::import::{Refusal, Staging, TRY, area_named, ask_sheet, stage};
use axum::response::Response;
use lianxin_base::AreaId;
use lianxin_paper::Book;
use lianxin_web::{Fields, Trouble, Visit};
use std::path::PathBuf;

/// `POST /sheets`: a workbook is read by a child, staged, and tried.
pub(crate) async fn send(office: Office, visit: Visit, mut fields: Fields) -> Result<Response, Trouble> {
    let offered: Vec<&'static str> = kinds(&office, &visit).iter().map(|i| i.schema.kind).collect();
    let kind = fields.choice("kind", &offered);
    let area = fields.opt_line("area", 40);
    let file = fields.take_files("file").into_iter().find(|f| !f.bytes.is_empty());
    if file.is_none() && fields.fault("file").is_none() {
        fields.refuse(&Refusal::NoFile);
    }
    let (Some(kind), Some(file), true) = (kind, file, fields.good()) else {
        return board::show(&office, &visit, &fields).await;
    };
    let name = file.name.clone();
    let book = match ask_sheet(visit.house.children(), file.bytes).await {
        Ok(book) => book,
        Err(no) => {
            fields.refuse(&no);
            return board::show(&office, &visit, &fields).await;
        }
    };
    match staged(&office, &visit, (kind, name), area, book).await {
        Ok(folder) => {
            let area = visit.seat().map(|s| s.area).ok_or(Trouble::NotFound)?;
            let id = visit.house.jobs().start(TRY, area, &folder.to_string_lossy(), job::mine(&visit)).await?;
            Ok(visit.to(&format!("{URL}/{id}")))
        }
        Err(Trouble::Refused(no)) => {
            fields.refuse(no.as_ref());
            board::show(&office, &visit, &fields).await
        }
        Err(other) => Err(other),
    }
}

/// On the reader's thread, which may wait for the disk. Should it run again, the folder it made before is swept away
/// in a day.
async fn staged(
    office: &Office,
    visit: &Visit,
    (kind, name): (&'static str, String),
    area: Option<String>,
    book: Book,
) -> Result<PathBuf, Trouble> {
    let root = visit.house.drafts().map(PathBuf::from).ok_or(Trouble::NotFound)?;
    let kinds = std::sync::Arc::clone(&office.imports);
    let (by, scope, lang, chance) = (visit.by(), visit.scope(), visit.lang, visit.chance().clone());
    visit
        .read(move |r| {
            let area: Option<AreaId> = area.as_deref().map(|name| area_named(r, name)).transpose()?;
            let (name, book, scope, mark) = (name.as_str(), book.clone(), Some(scope.clone()), "");
            stage(r, &root, &chance, &Staging { kinds: &kinds, kind, name, book, area, by, scope, lang, mark })
        })
        .await
}
