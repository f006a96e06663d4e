use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// The cookies of this office. None is set before somebody signs in or chooses a size or language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cookie {
    Session,
    /// What makes a phone known where somebody came in on it before; it opens nothing.
    Device,
    Lang,
    Size,
}

const YEAR_AND_MORE: i64 = 400 * 86_400;

impl Cookie {
    const fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, false) => "lx_session",
            (Self::Device, false) => "lx_device",
            (Self::Lang, false) => "lx_lang",
            (Self::Size, false) => "lx_size",
            (Self::Session, true) => "__Host-lx_session",
            (Self::Device, true) => "__Host-lx_device",
            (Self::Lang, true) => "__Host-lx_lang",
            (Self::Size, true) => "__Host-lx_size",
        }
    }

    /// What the browser sent; the first, if it sent several.
    pub(crate) fn read(self, headers: &HeaderMap, secure: bool) -> Option<&str> {
        let name = self.name(secure);
        headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .find_map(|pair| pair.trim().split_once('=').filter(|(n, _)| *n == name).map(|(_, value)| value))
    }

    /// The header that sets it for 400 days, the longest browsers allow. `value` is made here and is plain ASCII.
    pub(crate) fn set(self, value: &str, secure: bool) -> HeaderValue {
        self.line(value, YEAR_AND_MORE, secure)
    }

    /// The header that takes it back.
    pub(crate) fn clear(self, secure: bool) -> HeaderValue {
        self.line("", 0, secure)
    }

    fn line(self, value: &str, age: i64, secure: bool) -> HeaderValue {
        let (name, tail) = (self.name(secure), if secure { "; Secure" } else { "" });
        let line = format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{tail}");
        HeaderValue::try_from(line).expect("names and values of our cookies are plain ASCII")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_https_a_cookie_belongs_to_this_host_alone() {
        for (secure, line) in [
            (false, "lx_size=elder; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax"),
            (true, "__Host-lx_size=elder; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure"),
        ] {
            assert_eq!(Cookie::Size.set("elder", secure), line);
        }
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("a=1; lx_lang=en; __Host-lx_lang=zh-CN; lx_lang=zh-CN"));
        assert_eq!(Cookie::Lang.read(&headers, false), Some("en"));
        assert_eq!(Cookie::Lang.read(&headers, true), Some("zh-CN"), "the unprefixed one is not believed over https");
        assert_eq!(Cookie::Session.read(&headers, true), None);
    }
}
