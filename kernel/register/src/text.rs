//! What people type: trimmed, measured, and never a resident identity number.

use crate::Refusal;

/// What numbers a sum of eleven leaves stand for in an identity number's last place (GB 11643-1999).
const CHECK: [u8; 11] = *b"10X98765432";
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The text without blanks at its ends; refused if it is empty, longer than `max` characters, has characters
/// that cannot be seen, or holds an identity number.
pub(crate) fn clean(field: &'static str, text: &str, max: usize) -> Result<String, Refusal> {
    let text = text.trim();
    if looks_like_id_number(text) {
        return Err(Refusal::IdNumber(field));
    }
    if text.is_empty() {
        return Err(Refusal::Missing(field));
    }
    if text.chars().count() > max {
        return Err(Refusal::Long(field, max));
    }
    if text.chars().any(unseen) {
        return Err(Refusal::Unseen(field));
    }
    Ok(text.to_owned())
}

/// [`clean`] for a field that may stay empty.
pub(crate) fn clean_opt(field: &'static str, text: Option<&str>, max: usize) -> Result<Option<String>, Refusal> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => clean(field, text, max).map(Some),
    }
}

/// A person's name as it is written everywhere here: one kind of dot between the parts of a name (`阿拉腾·其其格`),
/// whichever the keyboard gave, without blanks around it; one blank between the words of a name in letters.
pub fn person_name(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().map(|c| if is_dot(c) { '·' } else { c }).collect();
    let mut out = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let (before, after) = (out.chars().next_back(), chars.get(at + 1).copied());
        match c {
            '.' if before.is_some_and(is_han) && after.is_some_and(is_han) => out.push('·'),
            '·' => {
                out.truncate(out.trim_end().len());
                out.push('·');
            }
            c if c.is_whitespace() && !c.is_control() => {
                if !matches!(before, Some(' ' | '·')) {
                    out.push(' ');
                }
            }
            c => out.push(*c),
        }
    }
    out
}

/// The dots keyboards give for the one between the parts of a name.
const fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '∙' | '⋅' | '・' | '･' | '．' | '\u{0387}' | '\u{A78F}')
}

/// A Chinese character, the rare ones too.
const fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Control characters, and those that turn the direction of the text around them.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Letters, digits and the dot between the parts of a name: what can stand in an address without escapes.
pub(crate) fn is_code(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '·')
}

pub(crate) fn half_width(c: char) -> char {
    match c {
        '–' | '—' | '―' | '‐' | '‑' => '-',
        other => lianxin_base::half_width(other),
    }
}

/// A person's phone as digits: a mobile number (11 digits) or a landline with its area code, an extension after
/// a hyphen (`04758123456-801`). `None` if it is neither.
pub fn phone(text: &str) -> Option<String> {
    let plain: String = text
        .trim()
        .chars()
        .map(half_width)
        .map(|c| if c == '转' { '-' } else { c })
        .filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')'))
        .collect();
    let plain = plain.strip_prefix("+86").or_else(|| plain.strip_prefix("0086")).unwrap_or(&plain);
    mobile(plain).or_else(|| landline(plain))
}

fn mobile(plain: &str) -> Option<String> {
    let digits = plain.replace('-', "");
    let digits = if digits.len() == 13 { digits.strip_prefix("86")? } else { digits.as_str() };
    let good = all_digits(digits) && digits.len() == 11 && digits.starts_with('1') && digits.as_bytes()[1] >= b'3';
    good.then(|| digits.to_owned())
}

fn landline(plain: &str) -> Option<String> {
    // 010 and 02x have three digits, all other area codes four.
    let length = if plain.starts_with("01") || plain.starts_with("02") { 3 } else { 4 };
    let (code, rest) = plain.split_at_checked(length)?;
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let (main, extension) = rest.split_once('-').map_or((rest, None), |(m, e)| (m, Some(e)));
    let good = code.starts_with('0')
        && all_digits(code)
        && all_digits(main)
        && matches!(main.len(), 7 | 8)
        && main.as_bytes()[0] >= b'2'
        && extension.is_none_or(|e| all_digits(e) && (1..=6).contains(&e.len()));
    good.then(|| extension.map_or_else(|| format!("{code}{main}"), |e| format!("{code}{main}-{e}")))
}

/// An organisation's phone: what a person may have, or a short number (`12345`, `96011`) or a 400 number.
pub fn duty_phone(text: &str) -> Option<String> {
    phone(text).or_else(|| {
        let digits: String = text.trim().chars().map(half_width).filter(|c| !c.is_whitespace() && *c != '-').collect();
        let short = (3..=6).contains(&digits.len()) && matches!(digits.as_bytes().first(), Some(b'1' | b'9'));
        let free = digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
        (all_digits(&digits) && (short || free)).then_some(digits)
    })
}

/// A telephone number with gaps, as people read it out: `0475-8100001`, `138 1234 0000`.
pub fn said_phone(digits: &str) -> String {
    let area = if digits.starts_with("01") || digits.starts_with("02") { 3 } else { 4 };
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    match digits.len() {
        11 if plain && digits.starts_with('1') => format!("{} {} {}", &digits[..3], &digits[3..7], &digits[7..]),
        n if plain && n > area && digits.starts_with('0') => format!("{}-{}", &digits[..area], &digits[area..]),
        _ => digits.to_owned(),
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The last four digits of a phone as [`phone`] gives it, without the extension: what is asked at the counter.
pub fn phone_tail(phone: &str) -> Option<&str> {
    let main = phone.split('-').next()?;
    main.get(main.len().checked_sub(4)?..)
}

/// Whether a resident identity number stands anywhere in the text: eighteen places with a possible date and the
/// right check digit, whatever the width of its digits and the blanks or hyphens between them. Such numbers are
/// stored nowhere, so every text field refuses them.
pub fn looks_like_id_number(text: &str) -> bool {
    let places: Vec<u8> = text.chars().map(half_width).filter(|c| !between(*c)).map(place).collect();
    places.windows(18).any(is_id_number)
}

const fn between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '.' | '·' | '_' | ',')
}

fn place(c: char) -> u8 {
    match c {
        '0'..='9' => c as u8,
        'x' | 'X' | '×' => b'X',
        _ => b' ',
    }
}

fn is_id_number(w: &[u8]) -> bool {
    let number = |from: usize, to: usize| w[from..to].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    if !w[..17].iter().all(u8::is_ascii_digit) || w[0] == b'0' {
        return false;
    }
    let (year, month, day) = (number(6, 10), number(10, 12), number(12, 14));
    let (Ok(year), Ok(month), Ok(day)) = (i32::try_from(year), u8::try_from(month), u8::try_from(day)) else {
        return false;
    };
    if lianxin_base::Day::ymd(year, month, day).is_none() {
        return false;
    }
    let sum: u32 = w[..17].iter().zip(WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    CHECK[(sum % 11) as usize] == w[17]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn phones_are_read_as_people_write_them() {
        for (text, want) in [
            ("13812345678", Some("13812345678")),
            (" +86 138 1234 5678 ", Some("13812345678")),
            ("8613812345678", Some("13812345678")),
            ("138-1234-5678", Some("13812345678")),
            ("１３８１２３４５６７８", Some("13812345678")),
            ("0475-8123456", Some("04758123456")),
            ("（0475）8123456", Some("04758123456")),
            ("0475 8123456转801", Some("04758123456-801")),
            ("010-62345678", Some("01062345678")),
            ("010-6234567-12", Some("0106234567-12")),
            ("12812345678", None),
            ("1381234567", None),
            ("138123456789", None),
            ("0475-1123456", None),
            ("0475-812345", None),
            ("8123456", None),
            ("0475-8123456-1234567", None),
            ("12345", None),
            ("没有", None),
            ("", None),
            ("灯灯灯灯", None),
        ] {
            assert_eq!(phone(text).as_deref(), want, "{text}");
        }
        for (text, want) in [
            ("12345", Some("12345")),
            ("96011", Some("96011")),
            ("400-812-3456", Some("4008123456")),
            ("0475-8123456", Some("04758123456")),
            ("22", None),
            ("51234", None),
            ("", None),
        ] {
            assert_eq!(duty_phone(text).as_deref(), want, "{text}");
        }
        assert_eq!(phone_tail("04758123456-801"), Some("3456"));
        assert_eq!(phone_tail("12"), None);
    }

    #[test]
    fn identity_numbers_are_recognised_however_they_are_written() {
        // The sample every textbook prints; it belongs to nobody.
        for (text, is) in [
            ("11010519491231002X", true),
            ("11010519491231002x", true),
            ("身份证11010519491231002X，住3楼", true),
            ("110105 1949 1231 002X", true),
            ("110105-19491231-002X", true),
            ("１１０１０５１９４９１２３１００２Ｘ", true),
            ("电话13812345678 110105\n19491231002X", true),
            ("110105194912310021", false),
            ("11010519491331002X", false),
            ("11010519491231002", false),
            ("13812345678", false),
            ("灯坏了", false),
            ("", false),
        ] {
            assert_eq!(looks_like_id_number(text), is, "{text}");
        }
    }

    #[test]
    fn a_text_is_trimmed_and_measured_in_characters() {
        for (text, want) in [
            ("  𬸘㛃😀 ", Ok("𬸘㛃😀".to_owned())),
            ("", Err(Refusal::Missing("name"))),
            (" \n\t ", Err(Refusal::Missing("name"))),
            ("一二三四五", Err(Refusal::Long("name", 4))),
            ("一\u{0}", Err(Refusal::Unseen("name"))),
            ("一\u{202E}二", Err(Refusal::Unseen("name"))),
            ("<b>", Ok("<b>".to_owned())),
            ("11010519491231002X", Err(Refusal::IdNumber("name"))),
        ] {
            assert_eq!(clean("name", text, 4), want, "{text:?}");
        }
        assert_eq!(clean_opt("name", Some(" "), 4), Ok(None));
        assert_eq!(clean_opt("name", None, 4), Ok(None));
    }

    #[test]
    fn a_name_has_one_kind_of_dot_and_keeps_every_rare_character() {
        for (typed, read) in [
            ("阿拉腾·其其格", "阿拉腾·其其格"),
            ("阿拉腾•其其格", "阿拉腾·其其格"),
            ("阿拉腾 ・ 其其格", "阿拉腾·其其格"),
            ("阿拉腾．其其格", "阿拉腾·其其格"),
            ("阿拉腾.其其格", "阿拉腾·其其格"),
            ("  王　㛃 ", "王 㛃"),
            ("𬸘䶮", "𬸘䶮"),
            ("J. Smith", "J. Smith"),
            ("Anna   Maria", "Anna Maria"),
            ("·", "·"),
            ("", ""),
        ] {
            assert_eq!(person_name(typed), read, "{typed}");
        }
    }

    fn id_number() -> impl Strategy<Value = String> {
        (100_000u32..=999_999, 1900i32..=2100, 1u8..=12, 1u8..=28, 0u32..1000).prop_map(|(code, y, m, d, n)| {
            let head = format!("{code}{y}{m:02}{d:02}{n:03}");
            let sum: u32 = head.bytes().zip(WEIGHTS).map(|(b, w)| u32::from(b - b'0') * w).sum();
            format!("{head}{}", char::from(CHECK[(sum % 11) as usize]))
        })
    }

    proptest! {
        #[test]
        fn every_identity_number_is_found_in_any_words(before in "[a-z灯 ]{0,6}", id in id_number(), after in "[a-z灯 ]{0,6}") {
            let text = format!("{before}{id}{after}");
            prop_assert!(looks_like_id_number(&text));
        }

        #[test]
        fn another_check_digit_is_no_identity_number(id in id_number(), other in 0usize..11) {
            let last = char::from(CHECK[other]);
            prop_assume!(!id.ends_with(last));
            let text = format!("{}{last}", &id[..17]);
            prop_assert!(!looks_like_id_number(&text));
        }

        #[test]
        fn whatever_is_typed_nothing_breaks_and_a_read_phone_reads_the_same_again(text in "\\PC{0,40}|[0-9 +()转-]{0,24}") {
            let _ = looks_like_id_number(&text);
            let _ = clean("name", &text, 40);
            let name = person_name(&text);
            prop_assert_eq!(person_name(&name), name.clone());
            if let Some(read) = duty_phone(&text) {
                prop_assert_eq!(duty_phone(&read), Some(read.clone()));
            }
        }
    }
}
