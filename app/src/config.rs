//! Where settings come from: flags beat the environment, that beats `lianxin.toml`, that beats the defaults.

use clap::Args;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What every command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Flags {
    /// The office's folder: lianxin.db, files/, keys/, lianxin.toml
    #[arg(long, global = true, env = "LIANXIN_DATA", default_value = "data")]
    pub data: PathBuf,
    /// postgres://… instead of the file lianxin.db
    #[arg(long, global = true, env = "LIANXIN_DB", hide_env_values = true)]
    pub db: Option<String>,
    /// Where to listen
    #[arg(long, global = true, env = "LIANXIN_ADDR")]
    pub addr: Option<String>,
    /// Where photos lie instead of the folder's files/
    #[arg(long, global = true, env = "LIANXIN_FILES")]
    pub files: Option<PathBuf>,
    /// The address people reach it at, https://…
    #[arg(long, global = true, env = "LIANXIN_ORIGIN")]
    pub origin: Option<String>,
    /// Proxies whose X-Forwarded-For counts, comma-separated CIDRs
    #[arg(long, global = true, env = "LIANXIN_PROXY")]
    pub proxy: Option<String>,
    /// The mail server, smtps://name:password@host; without it no mail goes out
    #[arg(long, global = true, env = "LIANXIN_MAIL", hide_env_values = true)]
    pub mail: Option<String>,
    /// In whose name mail goes out, 连心桥 <lianxin@example.cn>
    #[arg(long, global = true, env = "LIANXIN_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// Hosts of one's own network that may be called, comma-separated: 10.0.0.8:8080; others by https in the open internet only
    #[arg(long, global = true, env = "LIANXIN_HOOK_HOSTS")]
    pub hook_hosts: Option<String>,
    /// Who runs this machine, named as in the register: votes about them warn the convener
    #[arg(long, global = true, env = "LIANXIN_HOSTED_BY")]
    pub hosted_by: Option<String>,
    /// The program that sets papers as PDF and pictures; without it, lianxin-press beside this one, if it is there
    #[arg(long, global = true, env = "LIANXIN_PRESS")]
    pub press: Option<PathBuf>,
    /// Folders with fonts for it, comma-separated
    #[arg(long, global = true, env = "LIANXIN_FONT_DIR")]
    pub font_dir: Option<String>,
    /// Where a backup goes every day by itself; without it none does
    #[arg(long = "backup-to", global = true, env = "LIANXIN_BACKUP")]
    pub backup: Option<PathBuf>,
    /// The passphrase of backups instead of the office's own
    #[arg(skip = passphrase())]
    pub passphrase: Option<String>,
}

/// From the environment alone: on the command line others would see it.
#[expect(clippy::disallowed_methods, reason = "this is the file where settings come from")]
fn passphrase() -> Option<String> {
    let said = std::env::var("LIANXIN_PASSPHRASE").ok()?.trim().to_owned();
    (!said.is_empty()).then_some(said)
}

#[derive(Deserialize, Default, Debug)]
#[serde(deny_unknown_fields)]
struct File {
    db: Option<String>,
    files: Option<PathBuf>,
    addr: Option<String>,
    origin: Option<String>,
    proxy: Option<String>,
    mail: Option<String>,
    mail_from: Option<String>,
    hook_hosts: Option<String>,
    hosted_by: Option<String>,
    press: Option<PathBuf>,
    font_dir: Option<String>,
    backup: Option<PathBuf>,
}

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The office's folder.
    pub data: PathBuf,
    /// A PostgreSQL address, or none for the file.
    pub db: Option<String>,
    /// Where photos and work under way lie.
    pub files: PathBuf,
    /// Where to listen.
    pub addr: String,
    /// The address people reach it at.
    pub origin: String,
    /// Proxies whose word counts.
    pub proxies: Vec<String>,
    /// The mail server, with its password.
    pub mail: Option<String>,
    /// In whose name mail goes out.
    pub mail_from: Option<String>,
    /// Hosts of one's own network that may be called.
    pub hook_hosts: Vec<String>,
    /// Who runs this machine, as the register calls them.
    pub hosted_by: Option<String>,
    /// The program that sets papers, if it is not the one beside this.
    pub press: Option<PathBuf>,
    /// Folders with fonts for it.
    pub fonts: Vec<String>,
    /// Where a backup goes every day.
    pub backup: Option<PathBuf>,
    /// The passphrase of backups, if it is not the office's own.
    pub passphrase: Option<String>,
    /// The program that reads what strangers send, as `PROGRAM child KIND`; none: this one. For tests, which run
    /// inside another program.
    pub program: Option<PathBuf>,
}

/// Where the server listens unless told otherwise.
pub const ADDR: &str = "127.0.0.1:8600";

/// Where Debian puts the fonts that papers are set in.
pub const FONTS: &str =
    "/usr/share/fonts/opentype/noto,/usr/share/fonts/truetype/babelstone,/usr/share/fonts/opentype/babelstone";

impl Config {
    /// Reads `lianxin.toml` in the folder, if there is one, and lays flags and environment over it.
    pub fn load(flags: &Flags) -> Result<Self, String> {
        let file = read(&flags.data.join("lianxin.toml"))?;
        let config = Self::over(flags, file);
        let place = config.files.to_string_lossy();
        if place.contains("://") {
            return Err(format!("LIANXIN_FILES={place} 不行：要写一个目录，照片放在这台机器上"));
        }
        Ok(config)
    }

    fn over(flags: &Flags, file: File) -> Self {
        let addr = flags.addr.clone().or(file.addr).unwrap_or_else(|| ADDR.into());
        let origin = flags.origin.clone().or(file.origin).unwrap_or_else(|| format!("http://{addr}"));
        let proxy = flags.proxy.clone().or(file.proxy).unwrap_or_default();
        Self {
            data: flags.data.clone(),
            db: flags.db.clone().or(file.db),
            files: flags.files.clone().or(file.files).unwrap_or_else(|| flags.data.join("files")),
            addr,
            origin,
            proxies: listed(&proxy),
            mail: flags.mail.clone().or(file.mail),
            mail_from: flags.mail_from.clone().or(file.mail_from),
            hook_hosts: listed(&flags.hook_hosts.clone().or(file.hook_hosts).unwrap_or_default()),
            hosted_by: flags.hosted_by.clone().or(file.hosted_by),
            press: flags.press.clone().or(file.press),
            fonts: listed(&flags.font_dir.clone().or(file.font_dir).unwrap_or_else(|| FONTS.into())),
            backup: flags.backup.clone().or(file.backup),
            passphrase: flags.passphrase.clone(),
            program: None,
        }
    }
}

/// What stands between commas.
fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|p| !p.is_empty()).map(Into::into).collect()
}

fn read(path: &Path) -> Result<File, String> {
    match std::fs::read_to_string(path) {
        Ok(text) => toml::from_str(&text).map_err(|e| format!("{} 读不懂：{}", path.display(), e.message())),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(File::default()),
        Err(e) => Err(format!("{} 打不开：{e}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(addr: Option<&str>) -> Flags {
        let (mail, mail_from, addr) = (None, None, addr.map(Into::into));
        Flags {
            data: "data".into(),
            db: None,
            files: None,
            addr,
            origin: None,
            proxy: None,
            mail,
            mail_from,
            hook_hosts: None,
            hosted_by: None,
            press: None,
            font_dir: None,
            backup: None,
            passphrase: None,
        }
    }

    #[test]
    fn flags_beat_the_file_and_the_file_beats_the_defaults() {
        let file = || File { addr: Some("10.0.0.2:80".into()), ..File::default() };
        assert_eq!(Config::over(&flags(None), File::default()).origin, "http://127.0.0.1:8600");
        assert_eq!(Config::over(&flags(None), file()).addr, "10.0.0.2:80");
        let both = Config::over(&flags(Some("127.0.0.1:1")), file());
        assert_eq!((both.addr.as_str(), both.origin.as_str()), ("127.0.0.1:1", "http://127.0.0.1:1"));
        assert_eq!(Config::over(&flags(None), File::default()).files, Path::new("data/files"));
        let elsewhere = || File { files: Some("/srv/photos".into()), ..File::default() };
        assert_eq!(Config::over(&flags(None), elsewhere()).files, Path::new("/srv/photos"));
        let flagged = Flags { files: Some("/mnt/photos".into()), ..flags(None) };
        assert_eq!(Config::over(&flagged, elsewhere()).files, Path::new("/mnt/photos"));
        let far = Flags { files: Some("s3://photos".into()), ..flags(None) };
        assert!(Config::load(&far).is_err_and(|why| why.contains("LIANXIN_FILES")));
        let mailed = Flags { mail: Some("smtp://flag".into()), ..flags(None) };
        let other =
            File { mail: Some("smtp://file".into()), mail_from: Some("a@example.cn".into()), ..File::default() };
        let mailed = Config::over(&mailed, other);
        assert_eq!((mailed.mail.as_deref(), mailed.mail_from.as_deref()), (Some("smtp://flag"), Some("a@example.cn")));
        let proxied = Flags { proxy: Some("10.0.0.0/8, ,::1/128".into()), ..flags(None) };
        assert_eq!(Config::over(&proxied, File::default()).proxies, ["10.0.0.0/8", "::1/128"]);
    }
}
