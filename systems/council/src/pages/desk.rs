//! Being written.

/// Routes.
pub fn routes() -> Vec<lianxin_web::Route> {
    Vec::new()
}
