use crate::house::{Came, Door, door, door_with, request};
use axum::body::{Body, Bytes};

const EDGE: &str = "----edge";
const MIB: usize = 1 << 20;

/// A form as a browser sends it when it has files: a part without a file name is an answer.
fn form(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map_or_else(String::new, |f| format!("; filename=\"{f}\"\r\nContent-Type: image/jpeg"));
        let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{EDGE}--\r\n").as_bytes());
    body
}

async fn send(door: &Door, path: &str, body: impl Into<Body>) -> Came {
    let kind = format!("multipart/form-data; boundary={EDGE}");
    door.knock(request("POST", path, &[("content-type", &kind)], body.into())).await
}

async fn files(door: &Door, token: &str, files: &[(&str, &[u8])]) -> Came {
    let mut parts = vec![("token", None, token.as_bytes()), ("words", None, "灯坏了".as_bytes())];
    parts.extend(files.iter().map(|(name, bytes)| ("photo", Some(*name), *bytes)));
    send(door, "/files", form(&parts)).await
}

#[tokio::test]
async fn answers_and_files_come_through_and_a_child_looks_into_them() {
    let door = door();
    let token = door.token().await;
    for (sent, said) in [
        (vec![], vec![]),
        (vec![("", &b""[..])], vec![]), // nothing was chosen
        (vec![("a.jpg", &b"12345"[..])], vec!["photo a.jpg Ok([53])"]),
        (vec![("../a/灯.jpg", b"1"), ("b.jpg", b"22")], vec!["photo 灯.jpg Ok([49])", "photo b.jpg Ok([50])"]),
        (vec![("a.jpg", b"%PDF-1.7")], vec!["photo a.jpg Err(Refused(\"pdf\"))"]),
    ] {
        let came = files(&door, &token, &sent).await;
        assert_eq!(came.status, 200, "{}", came.text);
        let lines: Vec<&str> = came.text.lines().collect();
        assert_eq!((lines[0], &lines[2..]), ("words=灯坏了", &said[..]));
    }
}

#[tokio::test]
async fn what_is_too_large_or_too_many_is_said_beside_its_question_and_the_rest_is_taken() {
    let door = door();
    let token = door.token().await;
    let (large, exact) = (vec![7; MIB + 1], vec![7; MIB]);
    for (sent, said) in [
        (vec![("a", &large[..]), ("b", &large), ("c", b"1")], vec!["photo form.file_too_large", "photo c Ok([49])"]),
        (vec![("a", &exact[..])], vec!["photo a Ok([49, 48, 52, 56, 53, 55, 54])"]),
        (
            vec![("a", b"1"), ("b", b"1"), ("c", b"1"), ("d", b"1")],
            vec!["photo form.files_too_many", "photo a Ok([49])", "photo b Ok([49])"],
        ),
    ] {
        let came = files(&door, &token, &sent).await;
        let lines: Vec<&str> = came.text.lines().skip(2).collect();
        assert_eq!(lines, said);
    }
}

#[tokio::test]
async fn the_same_form_with_the_same_files_has_one_token_and_with_others_another() {
    let door = door();
    let token = door.token().await;
    let of = |came: Came| came.text.lines().nth(1).map(ToOwned::to_owned);
    let first = of(files(&door, &token, &[("a.jpg", b"1")]).await);
    assert_eq!(of(files(&door, &token, &[("a.jpg", b"1")]).await), first);
    assert_ne!(of(files(&door, &token, &[("a.jpg", b"2")]).await), first);
    assert_ne!(of(files(&door, &token, &[]).await), first);
}

#[tokio::test]
async fn forms_with_files_are_refused_like_others_and_where_no_files_are_taken() {
    let door = door();
    let token = door.token().await;
    let plain = form(&[("token", None, token.as_bytes()), ("words", None, "灯".as_bytes())]);
    assert_eq!(send(&door, "/note", plain.clone()).await.status, 415, "that form takes no files");
    assert_eq!(send(&door, "/files", plain).await.status, 200);
    let stale = files(&door, "none", &[("a.jpg", b"1")]).await;
    assert_eq!(stale.status, 422);
    assert!(stale.text.contains("value=\"灯坏了\"") && stale.text.contains("请再选一次"), "{}", stale.text);
    let as_before = door.post("/files", &[("token", &token), ("words", "没有照片")], &[]).await;
    assert!(as_before.text.starts_with("words=没有照片"), "a page without files needs no change");
    for broken in [&b"no form at all"[..], b"------edge\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nx"] {
        assert_eq!(send(&door, "/files", broken.to_vec()).await.status, 400);
    }
    let many: Vec<_> = (0..501).map(|_| ("words", None, &b"x"[..])).collect();
    assert_eq!(send(&door, "/files", form(&many)).await.status, 400, "more answers than questions");
    let long = vec![b'x'; 300 * 1024];
    assert_eq!(send(&door, "/files", form(&[("words", None, &long)])).await.status, 413);
}

#[tokio::test]
async fn no_more_is_read_than_may_come() {
    let door = door_with("http://127.0.0.1:8600", |s| s.upload_limit = 3 * MIB);
    let token = door.token().await;
    let huge = vec![7; 4 * MIB];
    let body = form(&[("token", None, token.as_bytes()), ("photo", Some("a"), &huge)]);
    let chunks: Vec<Result<Bytes, std::io::Error>> =
        body.chunks(64 * 1024).map(|c| Ok(Bytes::copy_from_slice(c))).collect();
    let unannounced = send(&door, "/files", Body::from_stream(tokio_stream::iter(chunks))).await;
    assert!(unannounced.status == 413 && unannounced.text.contains("3 MB"), "{}", unannounced.text);
    let kind = format!("multipart/form-data; boundary={EDGE}");
    let length = body.len().to_string();
    let headers = [("content-type", kind.as_str()), ("content-length", &length)];
    assert_eq!(door.knock(request("POST", "/files", &headers, Body::from(body))).await.status, 413, "announced");
}

#[tokio::test]
async fn a_file_that_was_kept_is_part_of_the_form_that_is_offered_again() {
    let door = door();
    let token = door.token().await;
    let parts = [("token", None, token.as_bytes()), ("away", None, &b"1"[..]), ("photo", Some("a.jpg"), b"1")];
    let came = send(&door, "/files", form(&parts)).await;
    assert_eq!(came.status, 503);
    assert!(came.text.contains("name=\"kept\" value=\"photo-1\""), "{}", came.text);
    assert!(!came.text.contains("请再选一次"), "it need not be chosen again");
}
