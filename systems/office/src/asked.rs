use std::fmt::Write as _;

/// What stands behind the question mark of an address.
pub(crate) type Query = axum::extract::Query<Vec<(String, String)>>;

/// The first value of a name; empty if there is none.
pub(crate) fn asked<'q>(query: &'q Query, name: &str) -> &'q str {
    query.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
}

/// A path as it travels: what is not plain ASCII is escaped, escapes that are there stay.
pub(crate) fn path(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for b in text.bytes() {
        if b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}') {
            out.push(char::from(b));
        } else {
            write!(out, "%{b:02X}").ok(); // writing into a String does not fail
        }
    }
    out
}

/// One segment or value of an address, whatever is in it.
pub(crate) fn word(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for b in text.bytes() {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
            out.push(char::from(b));
        } else {
            write!(out, "%{b:02X}").ok(); // writing into a String does not fail
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_ascii() {
        for (text, as_path, as_word) in [
            ("/m/芙-1", "/m/%E8%8A%99-1", "%2Fm%2F%E8%8A%99-1"),
            ("/m/%E8%8A%99?a=1", "/m/%E8%8A%99?a=1", "%2Fm%2F%25E8%258A%2599%3Fa%3D1"),
            ("a b\r\n", "a%20b%0D%0A", "a%20b%0D%0A"),
        ] {
            assert_eq!((path(text).as_str(), word(text).as_str()), (as_path, as_word), "{text}");
        }
    }
}
