//! A thread that sleeps until it is rung, and ends when its handle goes.

use lianxin_store::Fault;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// Wakes a sleeping thread.
#[derive(Default)]
pub(crate) struct Bell {
    state: Mutex<Rung>,
    changed: Condvar,
}

#[derive(Default)]
struct Rung {
    rung: bool,
    over: bool,
}

impl Bell {
    /// Sleeps until rung or `longest` has passed; `false` when it is time to end.
    pub(crate) fn sleep(&self, longest: Duration) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut state, _) = self
            .changed
            .wait_timeout_while(state, longest, |s| !s.rung && !s.over)
            .unwrap_or_else(PoisonError::into_inner);
        state.rung = false;
        !state.over
    }
    /// Wakes the sleeper.
    pub(crate) fn ring(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).rung = true;
        self.changed.notify_all();
    }
    /// Whether it is time to end.
    pub(crate) fn over(&self) -> bool {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).over
    }
    fn end(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).over = true;
        self.changed.notify_all();
    }
}

/// A running thread of this room. Dropping it ends the thread after what it is doing just now (one act, one step).
pub struct Handle {
    bell: Arc<Bell>,
    thread: Option<JoinHandle<()>>,
}

impl Handle {
    pub(crate) fn start(name: &str, bell: Arc<Bell>, run: impl FnOnce() + Send + 'static) -> Result<Self, Fault> {
        let thread =
            std::thread::Builder::new().name(name.into()).spawn(run).map_err(|e| Fault::Busy(e.to_string()))?;
        Ok(Self { bell, thread: Some(thread) })
    }

    /// Looks now instead of at the next step.
    pub fn wake(&self) {
        self.bell.ring();
    }
}

/// Runs something now and then again and again with a pause between, on a thread of its own, until the handle is dropped.
/// For what no act causes and no row waits for; everything else is a timer or a job.
///
/// # Errors
/// The system gives no thread.
pub fn again(name: &str, pause: Duration, mut run: impl FnMut() + Send + 'static) -> Result<Handle, Fault> {
    let bell = Arc::new(Bell::default());
    let own = Arc::clone(&bell);
    Handle::start(name, bell, move || {
        loop {
            run();
            if !own.sleep(pause) {
                break;
            }
        }
    })
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.bell.end();
        if let Some(thread) = self.thread.take() {
            thread.join().ok(); // what it ran is guarded; nothing is left to tell
        }
    }
}
