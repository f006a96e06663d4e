//! Rust without its comments and texts, so that a rule about code does not trip over words.

/// The same number of lines; comments, strings and characters are blanked.
pub(crate) fn only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match chars[at] {
            '/' if next(&chars, at) == Some('/') => line_end(&chars, at),
            '/' if next(&chars, at) == Some('*') => comment_end(&chars, at),
            '"' => string_end(&chars, at),
            'r' if !after_word(&chars, at) => raw_end(&chars, at).unwrap_or(at),
            '\'' => char_end(&chars, at),
            _ => at,
        };
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

fn next(chars: &[char], at: usize) -> Option<char> {
    chars.get(at + 1).copied()
}

fn after_word(chars: &[char], at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| (chars[before].is_alphanumeric() && chars[before] != 'b') || chars[before] == '_')
}

fn line_end(chars: &[char], at: usize) -> usize {
    chars[at..].iter().position(|c| *c == '\n').map_or(chars.len(), |length| at + length)
}

/// Comments nest.
fn comment_end(chars: &[char], at: usize) -> usize {
    let mut depth = 0;
    let mut i = at;
    while i < chars.len() {
        match (chars[i], next(chars, i)) {
            ('/', Some('*')) => (depth, i) = (depth + 1, i + 2),
            ('*', Some('/')) => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            return i;
        }
    }
    chars.len()
}

fn string_end(chars: &[char], at: usize) -> usize {
    let mut i = at + 1;
    while i < chars.len() {
        match chars[i] {
            '\\' => i += 2,
            '"' => return i + 1,
            _ => i += 1,
        }
    }
    chars.len()
}

/// `r"…"`, `r#"…"#` and so on; `None` when it is only a word with an r.
fn raw_end(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
    let open = at + 1 + hashes;
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let closes =
        |i: usize| chars[i] == '"' && chars[i + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
    Some((open + 1..chars.len()).find(|i| closes(*i)).map_or(chars.len(), |i| i + 1 + hashes))
}

/// A character, or `at` when it is a lifetime.
fn char_end(chars: &[char], at: usize) -> usize {
    match (next(chars, at), chars.get(at + 2)) {
        (Some('\\'), _) => {
            let rest = chars.get(at + 3..).unwrap_or_default();
            rest.iter().position(|c| *c == '\'').map_or(at, |length| at + 3 + length + 1)
        }
        (Some(_), Some('\'')) => at + 3,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_blanked() {
        for (text, left) in [
            ("let a = 1; // f64", "let a = 1;"),
            ("/* f64 /* f32 */ */ b", "b"),
            ("say(\"f64 \\\" // no\") + 1", "say( ) + 1"),
            ("r\"f64\" r#\"a \" f64\"# br\"x\" c", "b c"),
            ("'\"' 'x' '\\'' '\\u{4e00}' d", "d"),
            ("fn f<'a>(x: &'a str) -> f64", "fn f<'a>(x: &'a str) -> f64"),
            ("for_r#match", "for_r#match"),
            ("x // 中文\ny", "x y"),
        ] {
            let words: Vec<String> = only(text).split_whitespace().map(String::from).collect();
            assert_eq!(words.join(" "), left, "{text}");
        }
    }

    #[test]
    fn lines_stay_where_they_are_and_the_end_is_not_passed() {
        assert_eq!(only("\"a\nb\"\n/* c\n*/\nd").lines().count(), 5);
        for text in ["\"open", "r#\"open", "/* open", "'\\", "'", "r", "r#", "\"\\"] {
            assert!(only(text).len() <= text.len(), "{text}");
        }
    }
}
