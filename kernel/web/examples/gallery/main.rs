//! Writes the gallery as files one can open and look at.
//! `cargo run -p lianxin-web --example gallery -- FOLDER`

mod pages;

use std::{fs, io, path::Path, process::ExitCode};

use lianxin_web::assets;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else { return ExitCode::from(2) };
    if write(Path::new(&folder)).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The pages and their assets; addresses become relative, so that a browser opens them from the disk.
fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder.join("assets"))?;
    for asset in assets::all() {
        fs::write(folder.join(asset.url.trim_start_matches('/')), asset.body)?;
    }
    for (name, page) in pages::pages() {
        fs::write(folder.join(name), page.replace("\"/assets/", "\"assets/"))?;
    }
    Ok(())
}
