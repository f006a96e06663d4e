use super::*;
use lianxin_journal::log::opened;
use lianxin_tlog::{KeyKind, Note, Signer, Verifier};

/// Leaves in memory, and what is served as their tiles.
struct Made {
    leaves: Vec<String>,
    tiles: BTreeMap<(u8, u64), Vec<u8>>,
}

impl Made {
    fn of(n: u64) -> Self {
        let leaves: Vec<String> = (0..n).map(|i| format!("{{\"id\":\"{i}\",\"kind\":\"ping\"}}")).collect();
        let hashes: Vec<Hash> = leaves.iter().map(|leaf| leaf_hash(leaf)).collect();
        let grown = Growth::default().append(&hashes).expect("grows");
        Self { leaves, tiles: grown.into_iter().map(|tile| ((tile.level, tile.n), tile.hashes)).collect() }
    }

    fn due(&self, size: u64) -> Due {
        let (mut growth, n) = (Growth::default(), usize::try_from(size).expect("small"));
        growth.append(&self.leaves[..n].iter().map(|leaf| leaf_hash(leaf)).collect::<Vec<_>>()).expect("grows");
        let checkpoint = Checkpoint::new("made.example/journal", size, growth.root()).expect("a checkpoint");
        Due { from: format!("张{size}"), checkpoint }
    }

    fn found(&mut self, sizes: &[u64], due_of: &Self) -> Result<Vec<String>, String> {
        let due: Vec<Due> = sizes.iter().map(|size| due_of.due(*size)).collect();
        walk(self, &due, &mut |_, _| ())
    }
}

impl Source for Made {
    fn newest(&mut self) -> Result<(String, Option<String>), String> {
        Err("not asked".into())
    }

    fn leaves(&mut self, at: u64, size: u64) -> Result<Vec<String>, String> {
        let (at, end) = (at as usize, size.min(at / 256 * 256 + 256) as usize);
        self.leaves.get(at..end).map(<[String]>::to_vec).ok_or_else(|| "不在".to_owned())
    }

    fn tile(&mut self, level: u8, n: u64) -> Result<Option<Vec<u8>>, String> {
        Ok(self.tiles.get(&(level, n)).cloned())
    }
}

#[test]
fn a_log_leads_to_every_checkpoint_that_was_signed_of_it() {
    for size in [0, 1, 2, 255, 256, 257, 700] {
        let whole = Made::of(size);
        let earlier: Vec<u64> = [0, 1, 3, 255, 256, 512, size].into_iter().filter(|n| *n <= size).collect();
        assert_eq!(Made::of(size).found(&earlier, &whole), Ok(vec![]), "{size}");
    }
}

#[test]
fn what_was_changed_is_said() {
    let whole = Made::of(700);
    let mut changed = Made::of(700);
    changed.leaves[600] = "{\"id\":\"600\",\"kind\":\"pong\"}".into();
    let said = changed.found(&[600, 601, 700], &whole).expect("walked");
    assert_eq!(said, ["前 601 条和 张601 签过名的不一样", "前 700 条和 张700 签过名的不一样"]);
    let mut tile = Made::of(700);
    tile.tiles.get_mut(&(0, 1)).expect("full")[5] ^= 1;
    assert_eq!(tile.found(&[700], &whole).expect("walked"), ["第 0 层第 1 块散列，和条目算出来的不一样"]);
    let mut short = Made::of(300);
    assert!(short.found(&[700], &whole).is_err(), "leaves are missing");
    let mut odd = Made::of(3);
    odd.leaves[1] = "[]".into();
    assert_eq!(odd.found(&[3], &odd_whole()).expect("walked"), ["第 2 条不是一条留底"]);
}

/// The same oddity, signed.
fn odd_whole() -> Made {
    let mut made = Made::of(3);
    made.leaves[1] = "[]".into();
    made
}

#[test]
fn addresses_are_read_as_people_give_them() {
    for good in ["https://lianxin.example.cn", "https://lianxin.example.cn/", " http://127.0.0.1:8600/journal "] {
        assert!(Web::at(good).is_ok(), "{good}");
    }
    for bad in ["", "lianxin", "ftp://lianxin.example.cn", "https://", "/journal"] {
        assert!(Web::at(bad).is_err_and(|why| why.contains("不像网址")), "{bad}");
    }
}

#[test]
fn a_file_that_is_none_or_was_cut_is_said_to_be() {
    let path = std::env::temp_dir().join(format!("lianxin-outside-{}", std::process::id()));
    let signer = Signer::new("made.example/journal", KeyKind::Note, &[1; 32]).expect("a key");
    let text = Made::of(2).due(2).checkpoint.to_string();
    let note = Note::new(&text, signer.sign(&text).expect("signed")).expect("a note").to_string();
    let first = serde_json::json!({"log": "1", "key": signer.verifier().to_string(), "checkpoint": note}).to_string();
    let leaves = Made::of(2).leaves.join("\n");
    let read = |text: &str| -> Result<Vec<String>, String> {
        std::fs::write(&path, text).expect("written");
        let mut file = ExportFile::open(&path)?;
        let (note, key) = file.newest()?;
        let log: Verifier = key.expect("its key").parse().expect("a key");
        let due = Due {
            from: "文件".into(),
            checkpoint: opened(&note, &log).map_err(|why| format!("签名不对：{why}"))?,
        };
        walk(&mut file, &[due], &mut |_, _| ())
    };
    assert_eq!(read(&format!("{first}\n{leaves}\n")), Ok(vec![]));
    for (text, says) in [
        (String::new(), "不是导出的公开留底"),
        ("{}\n".into(), "不是导出的公开留底"),
        (first.replace("\"1\"", "\"2\"") + "\n", "不是导出的公开留底"),
        (format!("{first}\n{}\n", Made::of(1).leaves[0]), "只有 1 条，该有 2 条"),
        (format!("{first}\n{leaves}"), "没有存全"),
        (first.replace("\\n2\\n", "\\n3\\n") + "\n", "签名不对"),
    ] {
        assert!(read(&text).is_err_and(|why| why.contains(says)), "{says}: {text}");
    }
    std::fs::remove_file(&path).expect("removed");
}
