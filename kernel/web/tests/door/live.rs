use crate::house::{Door, door_with, request};
use axum::body::{Body, BodyDataStream};
use tokio_stream::StreamExt as _;
use tower::ServiceExt as _;

async fn listen(door: &Door) -> (u16, BodyDataStream) {
    let response = door.router.clone().oneshot(request("GET", "/live", &[], Body::empty())).await.expect("an answer");
    if response.status() == 200 {
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        assert!(response.headers().get("content-encoding").is_none());
    }
    (response.status().as_u16(), response.into_body().into_data_stream())
}

async fn next(stream: &mut BodyDataStream) -> Option<String> {
    let next = tokio::time::timeout(std::time::Duration::from_secs(5), stream.next()).await.expect("in time");
    next.map(|chunk| String::from_utf8_lossy(&chunk.expect("a chunk")).into_owned())
}

#[tokio::test]
async fn an_open_page_is_told_what_moved_and_nothing_else() {
    let door = door_with("http://127.0.0.1:8600", |s| s.streams = 2);
    let (_, mut first) = listen(&door).await;
    assert!(next(&mut first).await.is_some_and(|hello| hello.contains("retry: 5000")));
    let token = door.token().await;
    let sent = door.post("/note", &[("token", &token), ("words", "路灯坏了")], &[]).await;
    let event = next(&mut first).await.expect("an event");
    assert!(event.contains("event: moved") && event.contains("data: board") && event.contains("id: "), "{event}");
    assert!(!event.contains("路灯"), "no content on the stream");
    let part = door.get(sent.header("location"), &[("x-fragment", "board")]).await;
    assert_eq!(part.text, "<p>路灯坏了</p>", "the element alone");
    let page = door.get(sent.header("location"), &[("x-fragment", "<script>")]).await;
    assert!(page.text.contains("<html"), "no such element: the page");

    let (status, second) = listen(&door).await;
    assert_eq!((status, door.house.live().open()), (200, 2));
    assert_eq!(listen(&door).await.0, 503, "a third does not fit");
    drop(second);
    assert_eq!(door.house.live().open(), 1, "a closed page gives its place back");
    door.house.live().close();
    assert_eq!(next(&mut first).await, None, "streams end first at shutdown");
    assert_eq!(listen(&door).await.0, 503);
}
