//! Commands that hand on to other programs of the workspace.

use crate::apt::{Need, install};
use crate::demo::Demo;
use crate::postgres::{Durability, Postgres};
use crate::run::{MOST, binary, cargo, must, press, root};
use crate::{Stop, none};
use std::path::PathBuf;
use std::process::Command;

/// `bench [NAME…] [--json]`: the trials, in release. A bench on PostgreSQL gets a server that pays for its disk.
pub(crate) fn bench(words: &[String]) -> Result<(), Stop> {
    if let Some(flag) = words.iter().find(|word| word.starts_with('-') && *word != "--json") {
        return Err(Stop::Usage(format!("`{flag}` is not understood here")));
    }
    let mut command = cargo(&["run", "--quiet", "--release", "--package", "lianxin-trials", "--", "bench"]);
    command.args(words);
    let names: Vec<&String> = words.iter().filter(|word| !word.starts_with('-')).collect();
    let wants_postgres = names.is_empty() || names.iter().any(|name| name.ends_with(".postgres"));
    let postgres = if wants_postgres {
        install(&[Need::Postgres])?;
        Some(Postgres::start(Durability::Full)?)
    } else {
        None
    };
    if let Some(server) = &postgres {
        command.env("LIANXIN_BENCH_PG", server.url()).env("LIANXIN_BENCH_PG_BIN", server.bin());
    }
    // Papers are set by the press, where its own step has built it.
    command.env("LIANXIN_PRESS", press());
    must(&mut command, "bench")
}

/// `crash`: the trials again, with what sets a clock back.
pub(crate) fn crash(words: &[String]) -> Result<(), Stop> {
    install(&[Need::Build, Need::Faketime])?;
    let mut command = cargo(&["run", "--quiet", "--package", "lianxin-trials", "--", "crash"]);
    command.args(words);
    must(&mut command, "crash")
}

/// `matrix`: printed by the stories, who have a running server to ask.
pub(crate) fn matrix(words: &[String]) -> Result<(), Stop> {
    none(words)?;
    must(&mut cargo(&["run", "--quiet", "--package", "lianxin-stories", "--bin", "matrix"]), "matrix")
}

/// `shots [DIR]`: pictures of the pages that `e2e/pages.toml` lists.
pub(crate) fn shots(words: &[String]) -> Result<(), Stop> {
    let folder = match words {
        [] => root().join("target/shots"),
        [folder] if !folder.starts_with('-') => std::env::current_dir()?.join(PathBuf::from(folder)),
        _ => return Err(Stop::Usage("shots takes one folder".into())),
    };
    install(&[Need::Build, Need::Browser])?;
    must(cargo(&["build", "--bin", "lianxin"]).args(MOST), "building the server")?;
    npm_ci()?;
    std::fs::create_dir_all(&folder)?;
    let demo = Demo::start(&binary("debug"))?;
    let mut command = Command::new("node");
    command.arg("e2e/shots.mjs").arg(demo.url()).arg(&folder).current_dir(root()).env("DEMO_SAID", demo.said());
    must(&mut command, "shots")?;
    println!("pictures in {}", folder.display());
    Ok(())
}

/// The browser tests' few packages, exactly as locked and without scripts of theirs.
pub(crate) fn npm_ci() -> Result<(), Stop> {
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    must(Command::new("npm").args(words).current_dir(root().join("e2e")), "npm ci in e2e")
}
