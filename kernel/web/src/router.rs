use crate::assets::{self, Asset};
use crate::manifest::{Route, System};
use crate::{House, Trouble, front, guard, live, photos, prefs};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Router};
use lianxin_gate::Gate;
use std::future::Future;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

const READY: &str = "SELECT COUNT(*) FROM gate_session WHERE hash = ''";
/// Every statement of this room.
pub const SQL: &[(&str, &str)] = &[("ready", READY)];

/// One line of the permission matrix.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Passage {
    /// The path as the router knows it, `/m/{no}`.
    pub path: &'static str,
    /// GET or POST.
    pub method: String,
    /// Who comes through.
    pub gate: String,
}

/// Every route with its gate, in order of the paths.
pub fn matrix(systems: &[System]) -> Vec<Passage> {
    let own = own();
    let routes = own.iter().chain(systems.iter().flat_map(|s| &s.routes));
    let line = |r: &Route| Passage { path: r.path, method: r.method.to_string(), gate: r.gate.to_string() };
    let mut all: Vec<_> = routes.map(line).collect();
    all.sort();
    all
}

/// What every house has, whatever systems live in it.
fn own() -> Vec<Route> {
    vec![
        Route::get("/assets/{name}", Gate::Anyone, asset).bare(),
        Route::get("/sw.js", Gate::Anyone, keeper).bare(),
        Route::get("/healthz", Gate::Anyone, alive).bare(),
        Route::get("/readyz", Gate::Anyone, ready).bare(),
        Route::get("/live", Gate::Anyone, live::live),
        Route::get("/upload/{name}", Gate::Anyone, photos::upload),
        Route::post("/settings/size", Gate::Anyone, prefs::size),
        Route::post("/settings/lang", Gate::Anyone, prefs::lang),
    ]
}

/// All routes of a house, each behind its gate, all behind the front door.
pub fn router(house: &House, systems: Vec<System>) -> Router {
    let mut router = Router::new();
    for mut route in own().into_iter().chain(systems.into_iter().flat_map(|s| s.routes)) {
        if let Some(limits) = route.files {
            route.handler = route.handler.layer(Extension(limits));
        }
        let guarded = if route.bare {
            route.handler
        } else {
            route.handler.layer(from_fn_with_state((house.clone(), route.gate), guard::guard))
        };
        router = router.route(route.path, guarded);
    }
    router
        .method_not_allowed_fallback(front::wrong_method)
        .fallback(front::nowhere)
        .layer(from_fn_with_state(house.clone(), front::front))
        .layer(CompressionLayer::new().br(true).quality(CompressionLevel::Precise(2)))
        .with_state(house.clone())
}

/// Serves until `stop` is done: live streams end first, then what is being answered is answered.
///
/// # Errors
/// The listener broke.
pub async fn serve(
    listener: TcpListener,
    house: &House,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let closing = house.clone();
    let stop = async move {
        stop.await;
        closing.live().close();
    };
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Trouble> {
    let asset = assets::find(&format!("{}{name}", assets::PREFIX)).ok_or(Trouble::NotFound)?;
    let accepts = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
    Ok(asset_response(asset, accepts.split(',').any(|e| e.trim().split(';').next() == Some("br"))))
}

fn asset_response(asset: &'static Asset, brotli: bool) -> Response {
    let compressed = brotli && !asset.brotli.is_empty();
    let body = if compressed { Body::from(asset.brotli.as_slice()) } else { Body::from(asset.body) };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if compressed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

/// What keeps letters on a phone without signal; asked for anew each day by the browser, hence without a hash.
async fn keeper() -> Response {
    let kind = [(CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"))];
    (kind, include_str!("../assets/sw.js")).into_response()
}

/// The process is there.
async fn alive() -> Response {
    front::plain("ok\n")
}

/// The database answers, and nothing that runs beside the pages has given up.
async fn ready(State(house): State<House>) -> Result<Response, Trouble> {
    house.db().read(|r| Ok(r.row(READY, &[], |row| row.int(0))?)).await?;
    if house.is_ready() {
        return Ok(front::plain("ready\n"));
    }
    Ok((StatusCode::SERVICE_UNAVAILABLE, front::plain("not ready\n")).into_response())
}
