//! A small HTTP/1.1 client on one kept-alive connection, the same for both sides.

use crate::trouble::{Done, Trouble, no};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub(crate) struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer as it came; a chunked body is put together.
pub(crate) struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) head: &'a str,
    pub(crate) body: std::borrow::Cow<'a, [u8]>,
    /// Bytes on the wire, head and all.
    pub(crate) wire: usize,
}

impl Client {
    pub(crate) async fn to(addr: SocketAddr) -> Done<Self> {
        let stream = TcpStream::connect(addr).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    pub(crate) async fn send(&mut self, request: &[u8]) -> Done<Answer<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            self.more().await?;
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
        };
        let text = std::str::from_utf8(&self.buffer[..head])?;
        let length = header(text, "content-length").and_then(|v| v.parse::<usize>().ok());
        let chunked = length.is_none() && header(text, "transfer-encoding").is_some_and(|v| v.contains("chunked"));
        let end = head + length.unwrap_or(0);
        while if chunked { !self.buffer[head..].ends_with(b"0\r\n\r\n") } else { self.buffer.len() < end } {
            self.more().await?;
        }
        let text = std::str::from_utf8(&self.buffer[..head])?;
        let status = text.get(9..12).and_then(|s| s.parse().ok()).ok_or_else(|| Trouble("no HTTP answer".into()))?;
        let body = &self.buffer[head..];
        let body = if chunked { dechunk(body)?.into() } else { body.into() };
        Ok(Answer { status, head: text, body, wire: self.buffer.len() })
    }

    async fn more(&mut self) -> Done<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 { no("the server closed the connection") } else { Ok(()) }
    }
}

pub(crate) fn get(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n{headers}\r\n").into_bytes()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

fn dechunk(mut bytes: &[u8]) -> Done<Vec<u8>> {
    let mut out = Vec::new();
    loop {
        let Some(line) = find(bytes, b"\r\n") else { return no("a broken chunk") };
        let size = usize::from_str_radix(std::str::from_utf8(&bytes[..line])?.trim(), 16)?;
        let Some(chunk) = bytes.get(line + 2..line + 2 + size) else { return no("a short chunk") };
        if size == 0 {
            return Ok(out);
        }
        out.extend_from_slice(chunk);
        bytes = bytes.get(line + 4 + size..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_put_together_and_headers_found() {
        assert_eq!(dechunk(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").unwrap(), b"abcde");
        assert!(dechunk(b"9\r\nabc\r\n").is_err());
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nX: y\r\n\r\n";
        assert_eq!(header(head, "content-length"), Some("12"));
        assert_eq!(header(head, "location"), None);
    }
}
