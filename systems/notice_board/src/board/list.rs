//! `/notice-board`: every place that has a board.

use crate::notice::pages::{board_url, every_board};
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::response::Response;
use lianxin_web::components::{Empty, Row, Rows};
use lianxin_web::icons::Icon;
use lianxin_web::shell::{Kind, Tab};
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "boards.html")]
struct View {
    t: &'static L10nLanguage,
    rows: Rows<'static>,
    empty: Option<Empty<'static>>,
}

/// `GET /notice-board`
pub(super) async fn page(visit: Visit) -> Result<Response, Trouble> {
    let today = visit.now().day();
    let all = visit.read(move |r| Ok(every_board(r, today)?)).await?;
    let t = t(visit.lang);
    let view = View {
        t,
        empty: all.is_empty().then(|| Empty {
            icon: Icon::Speakerphone,
            text: t.msg_boards_empty().into(),
            action: None,
        }),
        rows: Rows { items: all.into_iter().map(|a| Row::to(board_url(&a.code), a.name)).collect() },
    };
    let title = t.msg_boards();
    Ok(visit.page(&title, Kind::Phone).tab(Tab::Board).view(&view))
}
