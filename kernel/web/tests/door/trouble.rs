use crate::house::{door, door_with, request};
use axum::body::{Body, Bytes};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

#[tokio::test]
async fn a_page_that_is_not_there_says_so_in_ones_language() {
    let door = door();
    for (path, headers, words) in [
        ("/nowhere", vec![], "这里没有这个页面"),
        ("/said/not-an-id", vec![], "这里没有这个页面"),
        ("/nowhere", vec![("accept-language", "en")], "There is no such page here"),
        ("/nowhere", vec![("cookie", "lx_lang=en")], "There is no such page here"),
        ("/%ff", vec![], "这里没有这个页面"),
    ] {
        let came = door.get(path, &headers).await;
        assert!(came.status == 404 && came.text.contains(words), "{path} {headers:?}: {}", came.text);
        assert!(
            came.text.contains("<!doctype html>") && came.text.contains("<h1>") && came.text.contains("href=\"/\"")
        );
        assert!(!came.header("content-security-policy").is_empty());
    }
    let program = door.get("/api/nowhere", &[]).await;
    assert_eq!((program.status, program.header("content-type")), (404, "application/problem+json"));
    let program = door.get("/nowhere", &[("accept", "application/json")]).await;
    assert_eq!(program.header("content-type"), "application/problem+json");
    let method = door.knock(request("DELETE", "/note", &[], Body::empty())).await;
    assert!(method.status == 405 && method.text.contains("不能这样打开"), "{}", method.text);
}

#[tokio::test]
async fn when_the_database_cannot_the_form_is_offered_again_with_what_was_written() {
    let door = door();
    for (how, words, wait) in [("busy", "人太多", "5"), ("away", "数据库暂时连不上", "30"), ("full", "硬盘满了", "120")]
    {
        let path = format!("/break/{how}");
        let page = door.get(&path, &[]).await;
        assert_eq!((page.status, page.header("retry-after")), (503, wait), "{how}");
        assert!(page.text.contains(words), "{how}: {}", page.text);
        let token = door.token().await;
        let form = door.post(&path, &[("token", &token), ("words", "写了很久")], &[]).await;
        assert_eq!(form.status, 503);
        assert!(form.text.contains("value=\"写了很久\"") && form.text.contains(words), "{how}: {}", form.text);
        assert_eq!(form.token(&path), token, "the same token: what was kept after all is not kept twice");
    }
}

#[tokio::test]
async fn bugs_panics_and_slowness_end_one_request_only() {
    let door = door();
    for (how, status) in [("bug", 500), ("panic", 500), ("slow", 503), ("refused", 422)] {
        let came = door.get(&format!("/break/{how}"), &[]).await;
        assert_eq!(came.status, status, "{how}");
        assert!(came.text.contains("<h1>"), "{how}");
        assert!(!came.text.contains("test_note") && !came.text.contains("as asked"), "{how}: nothing of the inside");
    }
    assert_eq!(door.get("/", &[]).await.status, 200);
}

/// A body of `chunks` × 64 KiB that counts what is taken of it.
fn flood(chunks: usize) -> (Body, Arc<AtomicUsize>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let count = taken.clone();
    let chunk = Bytes::from(vec![b'a'; 64 * 1024]);
    let stream = tokio_stream::iter(0..chunks);
    let stream = tokio_stream::StreamExt::map(stream, move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        Ok::<_, std::io::Error>(chunk.clone())
    });
    (Body::from_stream(stream), taken)
}

#[tokio::test]
async fn two_hundred_megabytes_are_refused_with_a_page_and_never_held() {
    let door = door();
    let form = ("content-type", "application/x-www-form-urlencoded");
    let length = (3200 * 64 * 1024).to_string();
    for (headers, taken, words) in [
        (vec![form, ("content-length", length.as_str())], 3200, "一次最多 1 MB"),
        (vec![form], 3200, "一次最多 256 KB"),
        (vec![form, ("content-length", length.as_str()), ("expect", "100-continue")], 0, "一次最多 1 MB"),
    ] {
        let (body, count) = flood(3200);
        let came = door.knock(request("POST", "/note", &headers, body)).await;
        assert!(came.status == 413 && came.text.contains(words), "{headers:?}: {} {}", came.status, came.text);
        assert_eq!(count.load(Ordering::SeqCst), taken, "read to its end so that the browser sees the page");
    }
}

#[tokio::test]
async fn over_the_wire_a_flood_gets_its_page_and_the_server_stops_when_told() {
    let door = door();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = listener.local_addr().expect("its address");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let (house, router) = (door.house.clone(), door.router.clone());
    let serving = async move {
        let stop = async { drop(stopped.await) };
        lianxin_web::serve(listener, &house, router, stop).await.expect("served");
    };
    let visiting = async move {
        let mut line = tokio::net::TcpStream::connect(at).await.expect("connected");
        let chunk = vec![b'a'; 1024 * 1024];
        let head = format!(
            "POST /note HTTP/1.1\r\nhost: {at}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
            200 * chunk.len()
        );
        line.write_all(head.as_bytes()).await.expect("sent");
        for _ in 0..200 {
            line.write_all(&chunk).await.expect("taken to the end");
        }
        let mut answer = String::new();
        line.read_to_string(&mut answer).await.expect("read");
        assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("一次最多 1 MB"), "{answer}");

        let mut stream = tokio::net::TcpStream::connect(at).await.expect("connected");
        stream.write_all(b"GET /live HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("sent");
        let mut first = [0u8; 512];
        assert!(stream.read(&mut first).await.expect("read") > 0);
        stop.send(()).expect("still serving");
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.expect("the stream ends");
    };
    let both = async { tokio::join!(serving, visiting) };
    tokio::time::timeout(std::time::Duration::from_secs(60), both).await.expect("it stops although a stream was open");
}

#[tokio::test]
async fn too_many_forms_wait_unless_this_machine_is_not_counted() {
    let near = "127.0.0.1:5000".parse::<std::net::SocketAddr>().expect("an address");
    for (counted, last) in [(true, 429), (false, 422)] {
        let door = door_with("http://127.0.0.1:8600", |s| s.count_loopback = counted);
        let mut status = 0;
        for _ in 0..121 {
            let kind = [("content-type", "application/x-www-form-urlencoded")];
            let mut request = request("POST", "/note", &kind, Body::empty());
            request.extensions_mut().insert(axum::extract::ConnectInfo(near));
            let came = door.knock(request).await;
            status = came.status;
            if status == 429 {
                assert_eq!(came.header("retry-after"), "60");
                assert!(came.text.contains("试的次数太多了"));
            }
        }
        assert_eq!(status, last, "counted: {counted}");
    }
    let page = door_with("http://127.0.0.1:8600", |s| s.demo = true).get("/", &[]).await;
    assert!(page.text.contains("演示数据"), "every page of the demo says so");
}
