//! `lianxin admin reset`: an administrator who lost phone and recovery codes comes in again. Whoever runs this has the
//! machine; the record says that it was done.

use super::{Sentence, import, say};
use crate::config::Config;
use lianxin_gate::{Keys, RESET_HOURS, reset_wait};

/// Opens an administrator's seat anew and prints the password, once.
pub(super) fn reset(config: &Config, name: &str) -> Result<(), Sentence> {
    let password = anew(config, name)?;
    say(&format!("账号 {name} 重开了：原来的登录全部退出，原来的验证码和备用码都作废，留底里记了一笔。"));
    say(&format!("新口令 {password}（只显示这一次；{RESET_HOURS} 小时内要用它登录一次，过时作废）"));
    say("下一步：用它登录，按页面上说的重新绑定手机验证码，把备用码抄在纸上。");
    Ok(())
}

/// Without the folder's key nothing is opened: a copy of the database alone is no office.
fn anew(config: &Config, name: &str) -> Result<String, Sentence> {
    let secret = config.data.join("keys").join("secret");
    if let Err(why) = Keys::load(&secret) {
        let what = "没有这个办公室的钥匙，账号没有动。请在放着 keys 目录的那台机器上运行，或者从备份里把它放回来";
        return Err(Sentence(format!("{}：{what}（{why}）。", secret.display())));
    }
    let db = import::open(config)?;
    Ok(reset_wait(&db, name)?)
}

#[cfg(test)]
mod tests {
    use super::super::init;
    use super::*;
    use lianxin_base::{Chance, Clock};
    use lianxin_gate::{Limits, Next, Powers, sign_in_wait};
    use lianxin_store::testing::Folder;

    fn config(folder: &Folder) -> Config {
        Config {
            data: folder.path().to_owned(),
            db: None,
            files: folder.path().join("files"),
            addr: "127.0.0.1:8600".into(),
            origin: "http://127.0.0.1:8600".into(),
            proxies: Vec::new(),
            program: None,
            mail: None,
            mail_from: None,
            hook_hosts: Vec::new(),
            hosted_by: None,
            press: None,
            fonts: Vec::new(),
            backup: None,
            passphrase: None,
        }
    }

    #[test]
    fn on_the_machine_with_its_key_an_administrator_comes_in_again_and_without_it_nobody() {
        let folder = Folder::new();
        let config = config(&folder);
        init::run(&config, "玉泉社区", "玉泉").unwrap_or_else(|why| panic!("{}", why.0));
        let password = anew(&config, "admin").unwrap_or_else(|why| panic!("{}", why.0));
        let open = || crate::house::open(crate::house::place(&config), Clock::system(), Chance::system());
        let db = open().expect("it opens");
        let done = sign_in_wait(&db, &Limits::new(), &Powers::new(), "admin", &password).expect("in");
        assert_eq!(done.next, Next::Enrol, "the second step comes first");
        drop(db);
        let nobody = anew(&config, "wumin").expect_err("refused");
        assert!(nobody.0.contains("没有这个管理员账号"), "{}", nobody.0);
        std::fs::remove_dir_all(folder.path().join("keys")).expect("the key is gone");
        let refused = anew(&config, "admin").expect_err("refused");
        assert!(refused.0.contains("没有这个办公室的钥匙"), "{}", refused.0);
        assert!(!folder.path().join("keys").exists(), "no new one is made");
        let db = open().expect("it opens");
        sign_in_wait(&db, &Limits::new(), &Powers::new(), "admin", &password).expect("nothing was touched");
    }
}
