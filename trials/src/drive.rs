//! The generator: so many clients, each sending its next request as soon as the last is answered; and ABAB.

use crate::child::Server;
use crate::client::Client;
use crate::trouble::{Done, no};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// What one client sends.
pub(crate) trait Ask: Send + 'static {
    /// The next request.
    fn next(&mut self) -> &[u8];
    /// The status a good answer has.
    fn good(&self) -> u16;
}

/// The same page again and again.
pub(crate) struct Get(pub(crate) Vec<u8>);

impl Ask for Get {
    fn next(&mut self) -> &[u8] {
        &self.0
    }
    fn good(&self) -> u16 {
        200
    }
}

/// One turn of one side.
#[derive(Default)]
pub(crate) struct Turn {
    pub(crate) count: u64,
    pub(crate) micros: u64,
    pub(crate) cpu: u64,
    pub(crate) latencies: Vec<u64>,
}

impl Turn {
    pub(crate) fn rate(&self) -> u64 {
        self.count * 1_000_000 / self.micros.max(1)
    }
    pub(crate) fn cpu_each(&self) -> u64 {
        self.cpu / self.count.max(1)
    }
}

/// Drives a server for so long; each client is a task of a runtime with one thread.
pub(crate) fn turn<A: Ask>(server: &Server, clients: Vec<A>, time: Duration) -> Done<Turn> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut connected = Vec::new();
        for ask in clients {
            connected.push((Client::to(server.addr).await?, ask));
        }
        let (cpu, begun) = (server.cpu()?, Instant::now());
        let mut tasks = JoinSet::new();
        for (client, ask) in connected {
            tasks.spawn(one(client, ask, begun + time));
        }
        let mut turn = Turn::default();
        while let Some(done) = tasks.join_next().await {
            turn.latencies.extend(done??);
        }
        turn.micros = u64::try_from(begun.elapsed().as_micros())?;
        turn.cpu = server.cpu()? - cpu;
        turn.count = turn.latencies.len() as u64;
        Ok(turn)
    })
}

async fn one<A: Ask>(mut client: Client, mut ask: A, until: Instant) -> Done<Vec<u64>> {
    let mut latencies = Vec::new();
    let mut now = Instant::now();
    while now < until {
        let good = ask.good();
        let answer = client.send(ask.next()).await?;
        if answer.status != good {
            let said: String = String::from_utf8_lossy(&answer.body).chars().take(400).collect();
            return no(format!("answered {} instead of {good}: {said}", answer.status));
        }
        let after = Instant::now();
        latencies.push(u64::try_from(after.duration_since(now).as_micros())?);
        now = after;
    }
    Ok(latencies)
}

/// The turns of both sides, taken in turns.
#[derive(Default)]
pub(crate) struct Both {
    pub(crate) ours: Vec<Turn>,
    pub(crate) limit: Vec<Turn>,
}

/// ABAB: one turn each to warm up, which is thrown away, then so many rounds.
pub(crate) fn abab(
    rounds: u32,
    mut ours: impl FnMut() -> Done<Turn>,
    mut limit: impl FnMut() -> Done<Turn>,
) -> Done<Both> {
    let mut both = Both::default();
    ours()?;
    limit()?;
    for _ in 0..rounds {
        both.ours.push(ours()?);
        both.limit.push(limit()?);
    }
    Ok(both)
}

/// The middle one; of an even number the lower.
pub(crate) fn median(values: impl Iterator<Item = u64>) -> u64 {
    part(values, 500)
}

/// The value below which so many thousandths lie.
pub(crate) fn part(values: impl Iterator<Item = u64>, thousandths: usize) -> u64 {
    let mut all: Vec<u64> = values.collect();
    all.sort_unstable();
    all.get(all.len().saturating_sub(1) * thousandths / 1000).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_few() {
        for (values, middle) in [(vec![], 0), (vec![7], 7), (vec![9, 1, 5], 5), (vec![4, 1, 3, 2], 2)] {
            assert_eq!(median(values.into_iter()), middle);
        }
        assert_eq!(part(1..=1000, 990), 990);
    }
}
