//! The texts of this crate become typed functions; a build fails when the two languages differ.
fn main() -> std::process::ExitCode {
    lianxin_words::build()
}
