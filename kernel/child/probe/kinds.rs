//! What a child may do, good and bad.

use lianxin_child::{Kind, Limits};
use std::time::Duration;

const MIB: usize = 1 << 20;

const LIMITS: Limits =
    Limits { memory: 256 << 20, cpu: 1, wall: Duration::from_secs(20), input: 4 * MIB, output: 8 * MIB };

/// All of them.
pub(crate) const KINDS: &[Kind] = &[
    Kind { name: "turned", run: turned, limits: LIMITS },
    Kind { name: "twice", run: |input| Ok([input, input].concat()), limits: LIMITS },
    Kind { name: "choosy", run: choosy, limits: LIMITS },
    Kind { name: "hungry", run: hungry, limits: LIMITS },
    Kind { name: "busy", run: busy, limits: LIMITS },
    Kind { name: "asleep", run: asleep, limits: Limits { wall: Duration::from_millis(300), ..LIMITS } },
    Kind { name: "talkative", run: |_| Ok(vec![b'x'; 9 * MIB]), limits: LIMITS },
    Kind { name: "panicking", run: |_| panic!("it broke"), limits: LIMITS },
    Kind { name: "writing", run: writing, limits: LIMITS },
    Kind { name: "environment", run: environment, limits: LIMITS },
];

fn turned(input: &[u8]) -> Result<Vec<u8>, String> {
    Ok(input.iter().rev().copied().collect())
}

fn choosy(input: &[u8]) -> Result<Vec<u8>, String> {
    if input.starts_with(b"%PDF") { Err("pdf".into()) } else { Ok(Vec::new()) }
}

fn hungry(_: &[u8]) -> Result<Vec<u8>, String> {
    let all = vec![1u8; 1 << 30];
    Ok(all[..10].to_vec())
}

fn busy(input: &[u8]) -> Result<Vec<u8>, String> {
    let mut n = input.len() as u64;
    loop {
        n = std::hint::black_box(n.wrapping_mul(3) + 1);
    }
}

fn asleep(_: &[u8]) -> Result<Vec<u8>, String> {
    std::thread::sleep(Duration::from_secs(60));
    Ok(Vec::new())
}

/// A file it may make, at the path it is given, but not write into.
fn writing(input: &[u8]) -> Result<Vec<u8>, String> {
    let path = String::from_utf8(input.to_vec()).map_err(|_| "path")?;
    std::fs::write(path, b"x").map_err(|_| "could not")?;
    Ok(b"wrote".to_vec())
}

fn environment(_: &[u8]) -> Result<Vec<u8>, String> {
    Ok(std::env::vars_os().count().to_string().into_bytes())
}
