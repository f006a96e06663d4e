use crate::assets;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;

/// Nothing from elsewhere, nothing inline, no frame round us. `blob:` is for the preview of a photo.
const CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);
const TWO_YEARS: HeaderValue = HeaderValue::from_static("max-age=63072000");
/// A page is asked for anew each time (WeChat keeps pages otherwise) and is kept by nobody in between.
const PAGE: HeaderValue = HeaderValue::from_static("private, no-cache");
const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

pub(crate) fn set(response: &mut Response, path: &str, secure: bool) {
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, CSP);
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A secret link in the address must not travel to other sites.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(OPENER, HeaderValue::from_static("same-origin"));
    if secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, TWO_YEARS);
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, PAGE);
    }
    if !path.starts_with(assets::PREFIX) {
        headers.append(VARY, HeaderValue::from_static("cookie, accept-language, x-fragment"));
    }
}
