//! The same intake on PostgreSQL, beside the database's own load generator.

use crate::bench::{Asked, fresh};
use crate::child::Server;
use crate::drive::{Both, Turn, abab, turn};
use crate::intake::{copied, reports};
use crate::product::found;
use crate::report::{Line, Sheet};
use crate::template::{Bump, Cell, Piece, Template};
use crate::trouble::{Done, Trouble, no};
use postgres::{Client, NoTls};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

const CLIENTS: usize = 64;
const WHAT: &str =
    "pgbench -c 64 -M prepared, one transaction an intake, same rows; ours: POST /report from 64 clients";

pub(crate) fn run(asked: &Asked, sheet: &Sheet) -> Done<()> {
    let (Ok(server), Ok(folder)) = (std::env::var("LIANXIN_BENCH_PG"), std::env::var("LIANXIN_BENCH_PG_BIN")) else {
        return no("intake.postgres needs LIANXIN_BENCH_PG and LIANXIN_BENCH_PG_BIN; cargo xtask bench gives both");
    };
    let dir = fresh(asked, "postgres")?;
    let template = rows(&dir, asked)?;
    let (ours, limit) = (database(&server, "ours")?, database(&server, "limit")?);
    found(&dir, Some(&ours))?;
    found(&dir, Some(&limit))?;
    begun(&limit, &template)?;
    let product = Server::start(&["serve-product", &dir.to_string_lossy(), &ours])?;
    let forms = reports(&product, CLIENTS, &Arc::new(AtomicU64::new(1)))?;
    let mut generator = Generator { program: PathBuf::from(folder).join("pgbench"), url: limit.clone(), turns: 0 };
    for (name, how, what) in [
        ("intake.postgres", How::Counted, WHAT),
        ("intake.postgres.uncounted", How::Plain, "the same without the counts, for whose one row all clients wait"),
        ("intake.postgres.pipelined", How::Pipelined, "without the counts, in one pipeline an intake"),
    ] {
        let script = dir.join(format!("{name}.sql"));
        std::fs::write(&script, how.script(&template))?;
        let drive = || turn(&product, forms.clone(), asked.time);
        let both: Both = abab(asked.rounds, drive, || generator.turn(&script, asked))?;
        sheet.add(&Line::rate(name, &both, what));
    }
    drop(product);
    let mut admin = Client::connect(&server, NoTls)?;
    for name in ["ours", "limit"] {
        admin.batch_execute(&format!("DROP DATABASE lianxin_bench_{name}"))?;
    }
    Ok(())
}

/// What an intake writes, copied from the product on SQLite: the same rows.
fn rows(dir: &Path, asked: &Asked) -> Done<Template> {
    let lite = fresh(asked, "postgres-rows")?;
    found(&lite, None)?;
    std::fs::create_dir_all(dir)?;
    let server = Server::start(&["serve-product", &lite.to_string_lossy()])?;
    copied(&server, &lite, &Arc::new(AtomicU64::new(1)))
}

/// A fresh database of this server; its address.
pub(crate) fn database(server: &str, name: &str) -> Done<String> {
    let mut admin = Client::connect(server, NoTls)?;
    admin.batch_execute(&format!("DROP DATABASE IF EXISTS lianxin_bench_{name}"))?;
    admin.batch_execute(&format!("CREATE DATABASE lianxin_bench_{name}"))?;
    let (base, query) = server.split_once('?').map_or((server, ""), |(b, q)| (b, q));
    let root = base.rfind('/').filter(|at| !base[..*at].ends_with('/')).map_or(base, |at| &base[..at]);
    Ok(format!("{root}/lianxin_bench_{name}{}{query}", if query.is_empty() { "" } else { "?" }))
}

struct Generator {
    program: PathBuf,
    url: String,
    turns: u64,
}

impl Generator {
    /// One turn of pgbench; `micros` and `count` are such that the rate is what it says.
    fn turn(&mut self, script: &Path, asked: &Asked) -> Done<Turn> {
        self.turns += 1;
        let base = format!("base={}", self.turns * 10_000_000_000);
        let mut command = Command::new(&self.program);
        command.args(["-n", "-c", "64", "-j", "2", "-M", "prepared", "-T", &asked.time.as_secs().to_string()]);
        command.args(["-D", &base, "-D", "c=0", "-f"]).arg(script).arg(&self.url);
        let out = command.output()?;
        let said = String::from_utf8_lossy(&out.stdout);
        let done = said.lines().find_map(|l| l.strip_prefix("tps = "));
        let rate = done.and_then(|l| l.split('.').next()?.parse().ok());
        match rate {
            Some(count) if out.status.success() => Ok(Turn { count, micros: 1_000_000, ..Turn::default() }),
            _ => Err(Trouble(format!("pgbench: {}", String::from_utf8_lossy(&out.stderr)))),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Plain,
    Pipelined,
    Counted,
}

impl How {
    /// Every client counts by itself, so that ids grow and never meet.
    fn script(self, template: &Template) -> String {
        let mut lines = vec!["\\set c :c + 1".to_owned(), "\\set r :base + :client_id * 10000000 + :c".to_owned()];
        let piped = self == Self::Pipelined;
        lines.extend(piped.then(|| "\\startpipeline".to_owned()));
        lines.push("BEGIN;".into());
        for line in &template.lines {
            let cells: Vec<String> = line.cells.iter().map(literal).collect();
            lines.push(format!(
                "INSERT INTO {}({}) VALUES({});",
                line.table,
                line.columns.join(", "),
                cells.join(", ")
            ));
        }
        if self == Self::Counted {
            lines.extend(template.bumps.iter().map(raised));
        }
        lines.push("COMMIT;".into());
        lines.extend(piped.then(|| "\\endpipeline".to_owned()));
        lines.join("\n") + "\n"
    }
}

fn raised(b: &Bump) -> String {
    let at: Vec<String> = b.at.iter().map(|(name, cell)| format!("{name} = {}", literal(cell))).collect();
    format!("UPDATE {0} SET {1} = {1} + {2} WHERE {3};", b.table, b.column, b.by, at.join(" AND "))
}

/// The rows that are raised, as they begin.
fn begun(url: &str, template: &Template) -> Done<()> {
    let mut client = Client::connect(url, NoTls)?;
    for b in &template.bumps {
        let names: Vec<&str> = b.at.iter().map(|(name, _)| name.as_str()).collect();
        let values: Vec<String> = b.at.iter().map(|(_, cell)| literal(cell)).collect();
        let (names, values) = (names.join(", "), values.join(", "));
        client.batch_execute(&format!("INSERT INTO {}({names}, {}) VALUES({values}, 0)", b.table, b.column))?;
    }
    Ok(())
}

fn literal(cell: &Cell) -> String {
    match cell {
        Cell::Null => "NULL".into(),
        Cell::Int(n) | Cell::Time(n) => n.to_string(),
        Cell::Seq => "CAST(:r AS bigint)".into(),
        // Salts and hashes are 32 bytes, and so are two of these.
        Cell::Chance(_) => "decode(md5(CAST(:r AS text)) || md5('x' || CAST(:r AS text)), 'hex')".into(),
        Cell::Text(pieces) => pieces.iter().map(piece).collect::<Vec<_>>().join(" || "),
    }
}

/// As many bytes as the product writes; a colon in a text would begin a variable of pgbench.
fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Plain(text) => {
            let quoted = text.replace('\'', "''");
            format!("'{}'", quoted.replace(':', "' || chr(58) || '"))
        }
        Piece::Id(k) => format!("'018f0000-0000-7{:x}' || lpad(CAST(:r AS text), 20, '0')", k % 16),
        Piece::No => "CAST(:r AS text)".into(),
        Piece::Words => "'三号楼二单元四楼的灯坏了三天了，老人晚上上下楼看不见台阶，请来看看。第123456789'".into(),
        Piece::Token => "md5('token' || CAST(:r AS text))".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_statements_without_variables_of_their_own() {
        for (given, said) in [
            (Piece::Plain("it's".into()), "'it''s'"),
            (Piece::Plain("{\"v\":1}".into()), "'{\"v\"' || chr(58) || '1}'"),
            (Piece::No, "CAST(:r AS text)"),
        ] {
            assert_eq!(piece(&given), said);
        }
    }
}
