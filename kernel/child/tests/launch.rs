//! Children that behave and children that do not, each as a process.

use lianxin_child::{Children, Failure};
use std::path::PathBuf;
use std::time::Duration;

#[path = "../probe/kinds.rs"]
mod kinds;

const MIB: usize = 1 << 20;

fn children() -> Children {
    Children::of(PathBuf::from(env!("CARGO_BIN_EXE_child-probe")), kinds::KINDS.to_vec())
}

#[tokio::test]
async fn every_end_of_a_child_has_its_name() {
    let children = children();
    for (kind, input, want) in [
        ("turned", b"abc".to_vec(), Ok(b"cba".to_vec())),
        ("turned", Vec::new(), Ok(Vec::new())),
        ("twice", vec![7; 4 * MIB], Ok(vec![7; 8 * MIB])),
        ("twice", vec![7; 4 * MIB + 1], Err(Failure::TooLarge)),
        ("choosy", b"%PDF-1.7".to_vec(), Err(Failure::Refused("pdf".into()))),
        ("talkative", Vec::new(), Err(Failure::TooLarge)),
        ("panicking", b"x".to_vec(), Err(Failure::Crashed)),
        ("asleep", Vec::new(), Err(Failure::TooLong)),
        ("environment", Vec::new(), Ok(b"0".to_vec())),
    ] {
        assert!(children.ask(kind, input).await == want, "{kind}");
    }
    assert!(matches!(children.ask("unknown", Vec::new()).await, Err(Failure::NotStarted(_))));
}

#[cfg(unix)]
#[tokio::test]
async fn memory_time_and_the_disk_are_held() {
    let children = children();
    let path = std::env::temp_dir().join(format!("lianxin-child-{}", std::process::id()));
    for (kind, input, want) in [
        ("hungry", "", Err(Failure::TooLarge)),
        ("busy", "1", Err(Failure::TooLong)),
        ("writing", path.to_str().expect("a plain path"), Err(Failure::Crashed)), // the kernel ends it: SIGXFSZ
    ] {
        assert_eq!(children.ask(kind, input.into()).await, want, "{kind}");
    }
    assert_eq!(std::fs::read(&path).ok().unwrap_or_default(), b"", "nothing was written");
    std::fs::remove_file(&path).ok(); // whether the empty file was made does not matter
}

#[tokio::test]
async fn a_program_that_is_not_there_is_said_so() {
    let none = Children::of(PathBuf::from("/nowhere/lianxin"), kinds::KINDS.to_vec());
    assert!(matches!(none.ask("turned", Vec::new()).await, Err(Failure::NotStarted(_))));
}

#[tokio::test]
async fn two_work_at_a_time_and_one_that_nobody_waits_for_makes_room() {
    let children = children();
    let nobody_waits = async { tokio::time::timeout(Duration::from_millis(50), children.ask("busy", vec![1])).await };
    assert!(nobody_waits.await.is_err(), "dropped while it worked");
    let five = (0..5).map(|n| children.ask("turned", vec![n, 0]));
    for (n, asked) in five.enumerate() {
        assert_eq!(asked.await, Ok(vec![0, n as u8]));
    }
    let both = tokio::join!(children.ask("turned", vec![1, 2]), children.ask("turned", vec![3, 4]));
    assert_eq!(both, (Ok(vec![2, 1]), Ok(vec![4, 3])));
}

#[tokio::test]
async fn inside_a_room_s_test_the_same_functions_answer() {
    let children = Children::inside(kinds::KINDS.to_vec());
    assert_eq!(children.ask("turned", b"ab".to_vec()).await, Ok(b"ba".to_vec()));
    assert_eq!(children.ask("choosy", b"%PDF".to_vec()).await, Err(Failure::Refused("pdf".into())));
    assert_eq!(children.ask("talkative", Vec::new()).await, Err(Failure::TooLarge));
    assert_eq!(children.ask("panicking", Vec::new()).await, Err(Failure::Crashed));
}
