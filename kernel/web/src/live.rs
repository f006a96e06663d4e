use crate::{House, Trouble, Visit};
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use lianxin_store::{Committed, Db};
use std::collections::{HashMap, VecDeque};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::sync::watch;
use tokio_stream::Stream;
use tokio_stream::wrappers::{BroadcastStream, WatchStream};

/// Most streams of one account; a browser opens one a page.
const EACH: usize = 12;
/// Most streams of one address without an account: behind one address there may be a whole office or a mobile network.
const EACH_ADDRESS: usize = 100;
const HEARTBEAT: Duration = Duration::from_secs(20);

/// The open live streams: who has how many, and when they end.
pub struct Live {
    db: Db,
    most: usize,
    open: Arc<Mutex<HashMap<String, usize>>>,
    closing: watch::Sender<bool>,
}

impl Live {
    pub(crate) fn new(db: Db, most: usize) -> Self {
        Self { db, most, open: Arc::default(), closing: watch::Sender::new(false) }
    }

    /// Ends every stream: first thing at shutdown, because a stream never ends by itself.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// How many streams are open.
    pub fn open(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().sum()
    }

    fn place(&self, key: String, each: usize) -> Result<Place, Trouble> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if *self.closing.borrow() || open.values().sum::<usize>() >= self.most {
            return Err(Trouble::Crowded);
        }
        let mine = open.entry(key.clone()).or_default();
        if *mine >= each {
            return Err(Trouble::Crowded);
        }
        *mine += 1;
        Ok(Place { key, open: self.open.clone() })
    }
}

/// One stream's place; given back when the stream goes.
struct Place {
    key: String,
    open: Arc<Mutex<HashMap<String, usize>>>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = open.get_mut(&self.key) {
            *n -= 1;
            if *n == 0 {
                open.remove(&self.key);
            }
        }
    }
}

/// Names of page elements as they move; no content, so the stream gives nothing away.
struct Moved {
    tail: BroadcastStream<Committed>,
    closing: WatchStream<bool>,
    queue: VecDeque<Event>,
    _place: Place,
}

impl Moved {
    fn fill(&mut self, committed: &Committed) {
        for element in &committed.moved {
            let plain = element.chars().filter(|c| !c.is_control()).collect::<String>();
            let event = Event::default().event("moved").data(plain).id(committed.at.micros().to_string());
            self.queue.push_back(event);
        }
    }
}

impl Stream for Moved {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Poll::Ready(closing) = Pin::new(&mut self.closing).poll_next(cx) {
            if closing != Some(false) {
                return Poll::Ready(None);
            }
        }
        loop {
            if let Some(event) = self.queue.pop_front() {
                return Poll::Ready(Some(Ok(event)));
            }
            match ready!(Pin::new(&mut self.tail).poll_next(cx)) {
                Some(Ok(committed)) => self.fill(&committed),
                // It fell behind: the browser connects again and the page it shows stays as it is until then.
                Some(Err(_)) | None => return Poll::Ready(None),
            }
        }
    }
}

/// `GET /live`: `event: moved`, `data: <element id>`, `id: <time of the commit in µs>`.
pub(crate) async fn live(State(house): State<House>, visit: Visit) -> Result<Response, Trouble> {
    let live = house.live();
    let place = match visit.bound() {
        "" => live.place(visit.source().key(), EACH_ADDRESS)?,
        session => live.place(session.to_owned(), EACH)?,
    };
    let queue = VecDeque::from([Event::default().retry(Duration::from_secs(5)).comment("ok")]);
    let stream = Moved {
        tail: BroadcastStream::new(live.db.tail()),
        closing: WatchStream::new(live.closing.subscribe()),
        queue,
        _place: place,
    };
    let mut response = Sse::new(stream).keep_alive(KeepAlive::new().interval(HEARTBEAT)).into_response();
    let unbuffered = HeaderName::from_static("x-accel-buffering");
    response.headers_mut().insert(unbuffered, HeaderValue::from_static("no"));
    Ok(response)
}
