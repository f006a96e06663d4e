//! Texts become typed methods; a key that one language lacks stops the build.

fn main() -> std::process::ExitCode {
    lianxin_words::build()
}
