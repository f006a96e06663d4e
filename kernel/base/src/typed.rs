//! Signs as people's keyboards make them.

/// A full-width letter, digit or sign as its plain one, the full-width blank as a blank; anything else stays.
pub const fn half_width(c: char) -> char {
    match c {
        '！'..='～' => match char::from_u32(c as u32 - '！' as u32 + '!' as u32) {
            Some(plain) => plain,
            None => c,
        },
        '\u{3000}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_signs_become_plain_and_others_stay() {
        let typed = "１２：３０　－．～Ａｚ（！";
        assert_eq!(typed.chars().map(half_width).collect::<String>(), "12:30 -.~Az(!");
        for c in ['灯', '。', '—', 'a', '·', '\u{ff5f}'] {
            assert_eq!(half_width(c), c);
        }
    }
}
