//! A report comes in by the form, and is answered when it is on disk.

use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::client::{Client, get, header};
use crate::drive::{Ask, abab, turn};
use crate::product::{file, found};
use crate::report::{Line, Sheet};
use crate::template::{Snapshot, Template};
use crate::town::PLACE;
use crate::trouble::{Done, Trouble, no};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const CLIENTS: usize = 16;
/// A usual report; a running number follows, so that no two are one form sent twice.
const WORDS: &str = "三号楼二单元四楼的灯坏了三天了，老人晚上上下楼看不见台阶，请来看看。第";
const WHAT: &str = "POST /report (form) to a bare axum handler that hands ready-made rows to a bare group-commit \
                    rusqlite writer: same tables, bytes, pragmas, ≤256 or 5 ms a group; asked: ≥ 0.60, ≤ 250 µs";

/// What a client of the form sends: the same answers with other words each time.
#[derive(Clone)]
pub(crate) struct Report {
    before: String,
    after: String,
    next: Arc<AtomicU64>,
    request: Vec<u8>,
}

impl Report {
    /// A form as a stranger fills it in, with a token of the product's own page.
    pub(crate) fn form(token: &str, next: &Arc<AtomicU64>) -> Self {
        let before = format!("token={token}&category=light&place={}&words={}", encoded(PLACE), encoded(WORDS));
        Self { before, after: "&phone=13900001234".into(), next: Arc::clone(next), request: Vec::new() }
    }
}

impl Ask for Report {
    fn next(&mut self) -> &[u8] {
        use std::io::Write as _;
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        let length = self.before.len() + 9 + self.after.len();
        self.request.clear();
        let wrote = write!(
            self.request,
            "POST /report HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {length}\r\n\r\n{}{n:09}{}",
            self.before, self.after
        );
        wrote.unwrap_or_default(); // a Vec takes what it is given
        &self.request
    }
    fn good(&self) -> u16 {
        303
    }
}

pub(crate) fn encoded(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// As many clients of the form, each with a token of its own.
pub(crate) fn reports(server: &Server, clients: usize, next: &Arc<AtomicU64>) -> Done<Vec<Report>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut all = Vec::new();
        let mut client = Client::to(server.addr).await?;
        for _ in 0..clients {
            let page = client.send(&get("/report", "")).await?;
            let text = String::from_utf8_lossy(&page.body).into_owned();
            let form = text.split("action=\"/report\"").nth(1).unwrap_or("");
            let token = form.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
            let token = token.ok_or_else(|| Trouble(format!("/report ({}) has no token", page.status)))?;
            all.push(Report::form(token, next));
        }
        Ok(all)
    })
}

/// Sends three reports and copies what the second of them left in the database.
pub(crate) fn copied(server: &Server, dir: &Path, next: &Arc<AtomicU64>) -> Done<Template> {
    let Some(mut report) = reports(server, 1, next)?.pop() else { return no("no form") };
    let conn = Connection::open(file(dir))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut seen = Vec::new();
    let mut words = Vec::new();
    for _ in 0..3 {
        words.push(format!("{WORDS}{:09}", next.load(Ordering::Relaxed)));
        runtime.block_on(async {
            let mut client = Client::to(server.addr).await?;
            let answer = client.send(report.next()).await?;
            match (answer.status, header(answer.head, "location")) {
                (303, Some(place)) if place.starts_with("/r/") => Ok(()),
                (status, _) => no(format!("a report was answered {status}: {}", String::from_utf8_lossy(&answer.body))),
            }
        })?;
        seen.push(Snapshot::of(&conn)?);
    }
    Template::copied(&seen[0], &seen[1], &seen[2], &words[1])
}

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let (ours, limit) = (fresh(asked, "intake-ours")?, fresh(asked, "intake-limit")?);
    found(&ours, None)?;
    let next = Arc::new(AtomicU64::new(1));
    let product = Server::start(&["serve-product", &ours.to_string_lossy()])?;
    let template = copied(&product, &ours, &next)?;
    std::fs::write(limit.join("template.json"), serde_json::to_vec(&template)?)?;
    Connection::open(file(&ours))?.execute("VACUUM INTO ?", [file(&limit).to_string_lossy()])?;
    let bare = Server::start(&["serve-limit", "intake", &limit.to_string_lossy()])?;
    let forms = reports(&product, CLIENTS, &next)?;
    let drive = |server: &Server| turn(server, forms.clone(), asked.time);
    let before = [count(&ours)?, count(&limit)?];
    let (mut by_ours, mut by_limit) = (0, 0);
    let both = abab(
        asked.rounds,
        || drive(&product).inspect(|t| by_ours += t.count),
        || drive(&bare).inspect(|t| by_limit += t.count),
    )?;
    let kept = [count(&ours)? - before[0], count(&limit)? - before[1]];
    let answered = [by_ours, by_limit];
    if kept != answered {
        return no(format!("answered {answered:?} reports (ours, limit), but {kept:?} are kept"));
    }
    sheet.add(&Line::rate("intake", &both, WHAT));
    sheet.add(&Line::latency("intake.p50", &both, 500, "the same"));
    sheet.add(&Line::latency("intake.p99", &both, 990, "the same"));
    let (now, most) = product.memory()?;
    let what = format!("asked: resident under 64 MiB after {} reports; at its most {most}", kept[0]);
    let (name, unit) = ("intake.rss".into(), "KiB");
    sheet.add(&Line { name, unit, ours: now, limit: 65_536, what, n: 1, ..Line::default() });
    Ok(())
}

fn count(dir: &Path) -> Done<u64> {
    let n: i64 = Connection::open(file(dir))?.query_row("SELECT count(*) FROM council_matter", [], |r| r.get(0))?;
    Ok(u64::try_from(n)?)
}
