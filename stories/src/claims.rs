use std::collections::BTreeMap;

/// What a story saw of the claims in `mission/claims.toml`. `cargo xtask claims` reads the lines it prints.
#[derive(Debug, Default)]
pub struct Claims(BTreeMap<&'static str, bool>);

impl Claims {
    /// Notes whether what a claim says was seen; once not seen, it stays so.
    #[expect(clippy::print_stdout, reason = "cargo xtask claims reads these lines")]
    pub fn saw(&mut self, id: &'static str, seen: bool) {
        let all = self.0.entry(id).or_insert(true);
        *all &= seen;
        println!("CLAIM {id} {}", if seen { "observed" } else { "fails" });
    }

    /// Ends the story.
    ///
    /// # Panics
    /// Names the claims that were not seen.
    pub fn end(self) {
        let missing: Vec<_> = self.0.iter().filter(|(_, seen)| !**seen).map(|(id, _)| *id).collect();
        assert!(missing.is_empty(), "not seen on the pages: {missing:?}");
    }
}
