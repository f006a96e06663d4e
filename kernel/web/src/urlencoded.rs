use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// More answers than any of our forms has questions.
const MOST: usize = 500;

/// What a form body or a query string is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Unreadable;

/// Reads `a=1&b=%E7%81%AF` (WHATWG URL §5.1). Text that is no UTF-8 is refused rather than guessed at.
pub(crate) fn pairs(body: &[u8]) -> Result<Vec<(String, String)>, Unreadable> {
    let parts = body.split(|b| *b == b'&').filter(|part| !part.is_empty());
    let pairs = parts.take(MOST + 1).map(|part| {
        let at = part.iter().position(|b| *b == b'=');
        let (name, value) = at.map_or((part, &[][..]), |at| (&part[..at], &part[at + 1..]));
        Ok((decode(name)?, decode(value)?))
    });
    let pairs = pairs.collect::<Result<Vec<_>, _>>()?;
    if pairs.len() > MOST { Err(Unreadable) } else { Ok(pairs) }
}

fn decode(raw: &[u8]) -> Result<String, Unreadable> {
    let mut out = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let escaped = raw.get(at + 1..at + 3).filter(|_| *byte == b'%').and_then(hex);
        at += if escaped.is_some() { 3 } else { 1 };
        out.push(escaped.unwrap_or(if *byte == b'+' { b' ' } else { *byte }));
    }
    String::from_utf8(out).map_err(|_| Unreadable)
}

fn hex(two: &[u8]) -> Option<u8> {
    let digit = |b: u8| char::from(b).to_digit(16);
    u8::try_from(digit(two[0])? * 16 + digit(two[1])?).ok()
}

/// What stands as it is in a query string.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// Writes one value for a query string.
pub(crate) fn encode(value: &str) -> String {
    utf8_percent_encode(value, QUERY).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_are_read_as_browsers_write_them() {
        for (body, read) in [
            ("words=%E7%81%AF%E5%9D%8F+%F0%9F%98%80&place=", Ok(vec![("words", "灯坏 😀"), ("place", "")])),
            ("a=1&a=2&&b", Ok(vec![("a", "1"), ("a", "2"), ("b", "")])),
            ("a=100%&b=%zz%4", Ok(vec![("a", "100%"), ("b", "%zz%4")])),
            ("", Ok(vec![])),
            ("name=%B5%C6", Err(Unreadable)), // GB18030
        ] {
            let read = read.map(|v| v.into_iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect());
            assert_eq!(pairs(body.as_bytes()), read, "{body}");
        }
        assert_eq!(pairs("a=1&".repeat(501).as_bytes()), Err(Unreadable));
    }

    proptest! {
        #[test]
        fn what_is_encoded_reads_back(value: String) {
            let body = format!("v={}", encode(&value));
            prop_assert_eq!(pairs(body.as_bytes()), Ok(vec![("v".to_owned(), value)]));
        }
        #[test]
        fn nothing_sent_panics(body: Vec<u8>) {
            pairs(&body).ok();
        }
    }
}
