//! What waits for one of several threads. A channel's receiver behind a lock would wake two threads for each piece of
//! work: the one that takes it, and the one that then waits in its place.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Why nothing more was taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Full;

/// The end at which work is put in; when the last of them goes, the threads end after what still waits.
pub struct Queue<T>(Arc<Ends<T>>);

/// The end at which threads take it out.
pub struct Takers<T>(Arc<Shared<T>>);

struct Ends<T>(Arc<Shared<T>>);

struct Shared<T> {
    most: usize,
    waiting: Mutex<Waiting<T>>,
    came: Condvar,
}

struct Waiting<T> {
    work: VecDeque<T>,
    idle: usize,
    closed: bool,
}

impl<T> Queue<T> {
    /// A queue that holds at most `most`.
    pub fn new(most: usize) -> (Self, Takers<T>) {
        let waiting = Mutex::new(Waiting { work: VecDeque::new(), idle: 0, closed: false });
        let shared = Arc::new(Shared { most, waiting, came: Condvar::new() });
        (Self(Arc::new(Ends(Arc::clone(&shared)))), Takers(shared))
    }

    /// Puts work in.
    ///
    /// # Errors
    /// As many as may wait are waiting.
    pub fn put(&self, work: T) -> Result<(), Full> {
        let shared = &self.0.0;
        let mut waiting = shared.lock();
        if waiting.work.len() >= shared.most {
            return Err(Full);
        }
        waiting.work.push_back(work);
        let idle = waiting.idle > 0;
        drop(waiting);
        if idle {
            shared.came.notify_one();
        }
        Ok(())
    }
}

impl<T> Takers<T> {
    /// The next piece of work, oldest first, once there is one; `None` when nobody can put any in.
    pub fn take(&self) -> Option<T> {
        let mut waiting = self.0.lock();
        loop {
            if let Some(work) = waiting.work.pop_front() {
                return Some(work);
            }
            if waiting.closed {
                return None;
            }
            waiting.idle += 1;
            waiting = self.0.came.wait(waiting).unwrap_or_else(PoisonError::into_inner);
            waiting.idle -= 1;
        }
    }
}

impl<T> Shared<T> {
    fn lock(&self) -> MutexGuard<'_, Waiting<T>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Clone for Queue<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Clone for Takers<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for Ends<T> {
    fn drop(&mut self) {
        self.0.lock().closed = true;
        self.0.came.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn every_piece_is_taken_once_and_the_threads_end() {
        let (queue, takers) = Queue::new(10_000);
        let sum = AtomicUsize::new(0);
        std::thread::scope(|s| {
            for _ in 0..4 {
                s.spawn(|| {
                    while let Some(n) = takers.take() {
                        sum.fetch_add(n, Ordering::Relaxed);
                    }
                });
            }
            let second = queue.clone();
            for n in 1..=5_000 {
                let end = if n % 2 == 0 { &queue } else { &second };
                assert_eq!(end.put(n), Ok(()));
            }
            drop((queue, second));
        });
        assert_eq!(sum.load(Ordering::Relaxed), 5_000 * 5_001 / 2);
    }

    #[test]
    fn what_waits_is_bounded_and_comes_out_in_order() {
        let (queue, takers) = Queue::new(2);
        assert_eq!([queue.put('a'), queue.put('b'), queue.put('c')], [Ok(()), Ok(()), Err(Full)]);
        assert_eq!(takers.take(), Some('a'));
        assert_eq!(queue.put('d'), Ok(()));
        drop(queue);
        assert_eq!([takers.take(), takers.take(), takers.take()], [Some('b'), Some('d'), None]);
    }
}
