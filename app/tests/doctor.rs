//! `lianxin doctor` by the command line, in a process of its own.

use lianxin::house;
use lianxin_base::{Chance, Clock};
use lianxin_journal::log::LogKeys;
use lianxin_store::Place;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder that is removed in the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok(); // a test that failed may still write there
    }
}

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("lianxin-doctor-{name}-{}", std::process::id())));
        std::fs::create_dir_all(&folder.0).expect("a folder");
        folder
    }

    fn lianxin(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lianxin"));
        command.args(words).arg("--data").arg(&self.0).env_remove("LIANXIN_DB").output().expect("runs")
    }

    fn doctor(&self) -> (bool, String) {
        let done = self.lianxin(&["doctor"]);
        let said = [done.stdout, done.stderr].concat();
        (done.status.success(), String::from_utf8(said).expect("text"))
    }
}

#[test]
fn an_empty_folder_has_no_office_yet_and_stays_empty() {
    let folder = Folder::new("empty");
    let (well, said) = folder.doctor();
    assert!(!well && said.contains("先运行 lianxin init") && said.contains("样要办"), "{said}");
    assert_eq!(std::fs::read_dir(&folder.0).expect("read").count(), 0, "looked at, nothing made");
}

#[test]
fn a_new_office_has_two_things_to_do() {
    let folder = Folder::new("new");
    assert!(folder.lianxin(&["init", "--community", "和平里社区", "--code", "和平里"]).status.success());
    let (well, said) = folder.doctor();
    assert!(!well && said.contains("有 2 样要办") && said.contains("本站信息还没填"), "{said}");
    assert!(said.contains("3 条留底") && said.contains("还没有备份过"), "{said}");
    let stick = folder.0.join("usb.tar.gz.age");
    assert!(folder.lianxin(&["backup", &stick.to_string_lossy()]).status.success());
    let (_, said) = folder.doctor();
    assert!(said.contains("有 1 样要办") && said.contains("备份：今天做过"), "{said}");
}

#[test]
fn a_database_behind_what_was_signed_is_named() {
    let folder = Folder::new("signed");
    let (db, keys) = (folder.0.join("lianxin.db"), folder.0.join("keys"));
    assert!(folder.lianxin(&["init", "--community", "和平里社区", "--code", "和平里"]).status.success());
    let before = folder.0.join("before.db");
    Place::File(db.clone()).copy_to(&before).expect("copied");
    let backup = folder.0.join("usb.tar.gz.age");
    assert!(folder.lianxin(&["backup", &backup.to_string_lossy()]).status.success(), "one more act");
    {
        let open = house::open(Place::File(db.clone()), Clock::system(), Chance::system()).expect("opens");
        let keys = LogKeys::load_or_make(&keys, "heping.example/journal", &Chance::system()).expect("a key");
        house::sequence(&open, &keys).unwrap_or_else(|why| panic!("{why:?}"));
    }
    let (_, said) = folder.doctor();
    assert!(said.contains("heping.example/journal，签到第 4 条"), "{said}");
    for beside in ["lianxin.db-wal", "lianxin.db-shm"] {
        std::fs::remove_file(folder.0.join(beside)).ok(); // there only while it is open
    }
    std::fs::rename(&before, &db).expect("an older one");
    let (well, said) = folder.doctor();
    assert!(!well && said.contains("数据库被换成旧的了"), "{said}");
    std::fs::write(keys.join("log.skey"), "nonsense").expect("written");
    assert!(folder.doctor().1.contains("不是签名的钥匙"));
}

#[cfg(unix)]
#[test]
fn what_other_accounts_can_read_is_named_with_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("open");
    assert!(folder.lianxin(&["init", "--community", "和平里社区", "--code", "和平里"]).status.success());
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let (db, key) = (folder.0.join("lianxin.db"), folder.0.join("keys").join("secret"));
    assert_eq!((mode(&db), mode(&key)), (0o600, 0o600));
    for (path, says) in [(&db, "lianxin.db 别的账号也能读"), (&key, "secret 别的账号也能读")] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).expect("opened");
        let (well, said) = folder.doctor();
        assert!(!well && said.contains(says) && said.contains("chmod 600"), "{said}");
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("closed");
    }
    std::fs::remove_file(&key).expect("gone");
    let (_, said) = folder.doctor();
    assert!(said.contains("secret 不在") && said.contains("备份"), "{said}");
}
