use crate::conn::Conn;
use crate::queue::{Queue, Takers};
use crate::{Fault, Place, Read, Stop};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::oneshot;

/// How many looks may wait before the next is refused as busy.
const MOST: usize = 4096;

type Look = Box<dyn FnOnce(&mut Conn, &Place) + Send>;

/// Threads that read, each with a connection of its own.
#[derive(Clone)]
pub(crate) struct Pool {
    looks: Queue<Look>,
}

impl Pool {
    pub(crate) fn start(place: &Place, readers: usize) -> Result<Self, Fault> {
        let (looks, takers) = Queue::new(MOST);
        for n in 0..readers.max(1) {
            let conn = place.connect_reader()?;
            let (takers, place) = (takers.clone(), place.clone());
            std::thread::Builder::new()
                .name(format!("read-{n}"))
                .spawn(move || serve(conn, &place, &takers))
                .map_err(|e| Fault::Busy(e.to_string()))?;
        }
        Ok(Self { looks })
    }

    pub(crate) fn ask<T, F>(&self, f: F) -> Result<oneshot::Receiver<Result<T, Stop>>, Fault>
    where
        F: Fn(&mut Read<'_>) -> Result<T, Stop> + Send + 'static,
        T: Send + 'static,
    {
        let (to, answer) = oneshot::channel();
        let look: Look = Box::new(move |conn, place| {
            if !to.is_closed() {
                to.send(look_again(conn, place, &f)).ok(); // the asker may have gone away meanwhile
            }
        });
        self.looks.put(look).map_err(|_| Fault::Busy("too many pages wait".into()))?;
        Ok(answer)
    }
}

fn serve(mut conn: Conn, place: &Place, takers: &Takers<Look>) {
    while let Some(look) = takers.take() {
        if conn.lost()
            && let Ok(fresh) = place.connect_reader()
        {
            conn = fresh;
        }
        look(&mut conn, place);
    }
}

/// A snapshot; if the line broke since the last look, once more on a new one: looking changes nothing.
fn look_again<T>(conn: &mut Conn, place: &Place, f: &impl Fn(&mut Read<'_>) -> Result<T, Stop>) -> Result<T, Stop> {
    match snapshot(conn, f) {
        Err(Stop::Failed(Fault::Away(_))) if conn.is_pg() => {
            *conn = place.connect_reader()?;
            snapshot(conn, f)
        }
        done => done,
    }
}

/// Runs `f` in one snapshot.
pub(crate) fn snapshot<T>(conn: &mut Conn, f: &impl Fn(&mut Read<'_>) -> Result<T, Stop>) -> Result<T, Stop> {
    conn.control(&["BEGIN"], "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
    let done = catch_unwind(AssertUnwindSafe(|| f(&mut Read { conn: &mut *conn })))
        .unwrap_or_else(|_| Err(Fault::bug("a look panicked").into()));
    if conn.in_transaction() {
        conn.control(&["ROLLBACK"], "ROLLBACK")?;
    }
    done
}
