use axum::body::{Body, Bytes};
use std::time::Duration;
use tokio_stream::StreamExt as _;

/// A refused body is still read to its end, up to this much and this long, and thrown away: a browser that is cut
/// off while it sends shows "connection reset" instead of our sentence.
const DRAIN: u64 = 512 * 1024 * 1024;
const DRAIN_TIME: Duration = Duration::from_secs(60);

/// Why a body was not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum NotRead {
    /// More than the limit.
    TooLarge,
    /// The sender went away.
    BrokenOff,
}

/// Reads a body of at most `limit` bytes. What is larger is thrown away as it comes in, never held.
pub(crate) async fn read(body: Body, limit: usize) -> Result<Bytes, NotRead> {
    let mut stream = body.into_data_stream();
    let mut held: Vec<u8> = Vec::new();
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| NotRead::BrokenOff)?;
        if held.len() + chunk.len() > limit {
            drop(held);
            drain_stream(stream).await;
            return Err(NotRead::TooLarge);
        }
        held.extend_from_slice(&chunk);
    }
    Ok(held.into())
}

/// Throws a body away as it comes in.
pub(crate) async fn drain(body: Body) {
    drain_stream(body.into_data_stream()).await;
}

async fn drain_stream(mut stream: axum::body::BodyDataStream) {
    let all = async {
        let mut left = DRAIN;
        while let Some(Ok(chunk)) = stream.next().await {
            left = left.saturating_sub(chunk.len() as u64);
            if left == 0 {
                break;
            }
        }
    };
    tokio::time::timeout(DRAIN_TIME, all).await.ok(); // who sends more, or slower, is cut off
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit() {
        for (sent, limit, answer) in
            [("", 4, Ok("")), ("灯", 4, Ok("灯")), ("four", 4, Ok("four")), ("fives", 4, Err(NotRead::TooLarge))]
        {
            assert_eq!(read(Body::from(sent), limit).await, answer.map(Bytes::from), "{sent}");
        }
    }
}
