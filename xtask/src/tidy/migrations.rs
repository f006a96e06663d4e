//! A migration touches only tables of its own prefix, which is the name of its folder.

use super::layers::KERNEL;
use super::{File, Finding};

/// Tables of others that this file creates, changes or refers to.
pub(crate) fn check(file: &File) -> Vec<Finding> {
    let (Some(text), Some(room)) = (&file.text, room(&file.path)) else { return Vec::new() };
    let own = format!("{room}_");
    let mut findings = Vec::new();
    for (line, verb, table) in touched(text) {
        // a system may point at what the kernel keeps; nobody points at another system's rows
        let of_kernel = verb == "REFERENCES" && KERNEL.iter().any(|room| table.starts_with(&format!("{room}_")));
        if !table.starts_with(&own) && !of_kernel {
            let what =
                format!("{verb} {table}: only tables that begin with {own}; let their own room change the others");
            findings.push(Finding::new(&file.path, line, what));
        }
    }
    findings
}

/// `journal` of `kernel/journal/migrations/0001.sql`.
fn room(path: &str) -> Option<&str> {
    let (folder, file) = path.split_once("/migrations/")?;
    let room = folder.strip_prefix("kernel/").or_else(|| folder.strip_prefix("systems/"))?;
    file.ends_with(".sql").then_some(room)
}

/// Line, verb and table (or index) of every statement that names one.
fn touched(text: &str) -> Vec<(usize, &'static str, String)> {
    let words = words(text);
    let is = |at: usize, expected: &str| words.get(at).is_some_and(|(_, word)| word.eq_ignore_ascii_case(expected));
    let mut found = Vec::new();
    let mut name = |verb: &'static str, mut at: usize| {
        while ["IF", "NOT", "EXISTS", "ONLY"].iter().any(|filler| is(at, filler)) {
            at += 1;
        }
        if let Some((line, word)) = words.get(at) {
            found.push((*line, verb, word.trim_matches('"').to_lowercase()));
        }
    };
    for at in 0..words.len() {
        let after = |offset: usize, expected: &str| is(at + offset, expected);
        if is(at, "CREATE") && after(1, "TABLE") {
            name("CREATE TABLE", at + 2);
        } else if is(at, "CREATE") && after(1, "VIRTUAL") && after(2, "TABLE") {
            name("CREATE TABLE", at + 3);
        } else if is(at, "INDEX") {
            name("INDEX", at + 1);
        } else if is(at, "ALTER") && after(1, "TABLE") {
            name("ALTER TABLE", at + 2);
        } else if is(at, "DROP") && after(1, "TABLE") {
            name("DROP TABLE", at + 2);
        } else if is(at, "INSERT") && after(1, "INTO") {
            name("INSERT INTO", at + 2);
        } else if is(at, "DELETE") && after(1, "FROM") {
            name("DELETE FROM", at + 2);
        } else if is(at, "UPDATE") && !(at > 0 && is(at - 1, "ON")) {
            name("UPDATE", at + 1);
        } else if is(at, "REFERENCES") {
            name("REFERENCES", at + 1);
        }
    }
    found
}

/// Words with their lines; punctuation parts them, `--` comments are left out.
fn words(text: &str) -> Vec<(usize, &str)> {
    let lines = text.lines().enumerate();
    lines
        .flat_map(|(number, line)| {
            let code = line.split("--").next().unwrap_or_default();
            code.split([' ', '\t', '(', ')', ',', ';', '='])
                .filter(|word| !word.is_empty())
                .map(move |w| (number + 1, w))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[test]
    fn only_its_own_prefix() {
        for (path, sql, findings) in [
            ("kernel/journal/migrations/0001.sql", "CREATE TABLE journal_act(id TEXT)", 0),
            ("kernel/journal/migrations/0001.sql", "CREATE TABLE IF NOT EXISTS act(id TEXT)", 1),
            ("kernel/journal/migrations/0002.sql", "ALTER TABLE gate_slip ADD x BIGINT", 1),
            ("kernel/gate/migrations/0001.sql", "CREATE UNIQUE INDEX gate_a ON gate_slip(x)", 0),
            ("kernel/gate/migrations/0001.sql", "CREATE INDEX slip_a ON gate_slip(x)", 1),
            ("systems/mutual_aid/migrations/0001.sql", "UPDATE mutual_aid_wish SET a = 1", 0),
            ("systems/council/migrations/0001.sql", "-- DROP TABLE path_way\nDELETE FROM path_way;", 1),
            ("systems/council/migrations/0001.sql", "CREATE TABLE council_a(w TEXT REFERENCES path_way(id))", 0),
            ("systems/council/migrations/0001.sql", "CREATE TABLE council_a(w TEXT REFERENCES property_fee(id))", 1),
            ("systems/council/src/a.sql", "DROP TABLE path_way", 0),
        ] {
            assert_eq!(check(&file(path, sql)).len(), findings, "{path}: {sql}");
        }
    }

    #[test]
    fn a_finding_names_its_line() {
        let findings = check(&file("kernel/gate/migrations/0001.sql", "-- a\n\nDROP TABLE\n  work_job;"));
        assert!(findings[0].to_string().starts_with("kernel/gate/migrations/0001.sql:4: DROP TABLE work_job"));
    }
}
