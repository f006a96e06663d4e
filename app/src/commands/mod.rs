//! What can be said on the command line. Exit 0: done; 1: refused, with a sentence on stderr; 2: usage.

mod admin;
mod backup;
mod ballot;
mod child;
mod cosign;
mod doctor;
mod export;
mod import;
mod init;
mod journal;
mod left;
mod outside;
mod path;
mod prove;
mod receipt;
mod restore;
mod serve;
mod sheet;
mod witness;

use crate::config::{Config, Flags};
use crate::{demo, upgrade};
use clap::{Parser, Subcommand};
use lianxin_base::Day;
use lianxin_journal::log::LogTrouble;
use lianxin_store::{Fault, Stop};
use std::path::PathBuf;
use std::process::ExitCode;

/// 连心桥：小区里的事，收集、协商、解决、反馈，走最短的路。
#[derive(Parser, Debug)]
#[command(name = "lianxin", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// Where the office is and how it is reached.
    #[command(flatten)]
    pub flags: Flags,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// 看演示：备好一年的演示数据，走一遍主流程，打开网页
    Demo {
        /// 备好、走完就退出
        #[arg(long)]
        once: bool,
        /// 当作这一天（2026-08-12）；默认今天
        #[arg(long)]
        today: Option<Day>,
    },
    /// 打开网页，开始办公
    Serve,
    /// 新开一个办公室：建数据目录、钥匙、本机管理员
    Init {
        /// 社区的全名
        #[arg(long)]
        community: String,
        /// 编号里用的短名，如“芙蓉”
        #[arg(long)]
        code: String,
    },
    /// 看看有什么会让办公室明天开不了门，该怎么办
    Doctor,
    /// 管理员进不来了：在这台机器上给他开一条路
    Admin {
        /// 做什么
        #[command(subcommand)]
        what: Admin,
    },
    /// 做一份备份：全部留底、照片和钥匙，用口令锁着；开着门也能做
    Backup {
        /// 写到哪个文件，如 /media/usb/lianxin.tar.gz.age
        #[arg(required_unless_present = "words")]
        file: Option<PathBuf>,
        /// 只看口令：抄在纸上，和电脑分开放
        #[arg(long)]
        words: bool,
    },
    /// 从备份恢复到一个空目录（用 PostgreSQL 的，再加 --db 指一个空数据库）：先核对，对得上才放过去
    Restore {
        /// 备份文件
        file: PathBuf,
        /// 旧电脑的数据目录（或旧数据库的地址），还在的话：备份以后抹去的，这里也抹去
        #[arg(long)]
        log: Option<PathBuf>,
        /// 别处存的一张当日留底：恢复出来的记录要接着它
        #[arg(long)]
        witness: Option<PathBuf>,
        /// 没有当日留底，或者备份以后的记录丢了：写明原因，公开留底另起一本
        #[arg(long, value_name = "REASON")]
        no_witness: Option<String>,
    },
    /// 把数据库升到这个版本
    Migrate {
        /// 数据库已经自己备份好了，升级前不再留一份
        #[arg(long)]
        copied: bool,
    },
    /// 留底：核对、看哪些列受保护
    Journal {
        /// 做什么
        #[command(subcommand)]
        what: Journal,
    },
    /// 表决：照规则把票数一遍，每一步算式都写出来
    Ballot {
        /// 做什么
        #[command(subcommand)]
        what: Ballot,
    },
    /// 路：一件事走的路和最短的路，路线图，估算改一条规矩会怎样
    Path {
        /// 做什么
        #[command(subcommand)]
        what: Way,
    },
    /// 导入表格：区域 areas、网格 grids、房屋 units、产权户 owners、住户 people、单位 organisations、岗位 seats、诉求台账 matters
    Import {
        /// 哪一种
        #[arg(value_parser = SHEETS)]
        kind: String,
        /// 表格文件：.xlsx、.xls 或 .csv
        file: PathBuf,
        /// 小区或社区的名字、简称；表里写了可以不要
        #[arg(long)]
        area: Option<String>,
        /// 只试一遍，什么也不改
        #[arg(long)]
        dry_run: bool,
    },
    /// 导出名单：能导入的那几种，还有要告诉的 errands、交接 handovers、个人信息事件 incidents、办得怎么样 figures、哪样事归谁管 responsibilities
    Export {
        /// 哪一种
        #[arg(value_parser = LISTS)]
        kind: String,
        /// 写到哪个文件；不写就是“名单名.xlsx”
        #[arg(long)]
        out: Option<PathBuf>,
        /// 只要这个小区或社区
        #[arg(long)]
        area: Option<String>,
        /// 拿去做什么用；名单里有人时要写
        #[arg(long)]
        purpose: Option<String>,
    },
    /// 读别人发来的照片、表格：由本程序自己叫起来，读标准输入，写标准输出
    #[command(hide = true)]
    Child {
        /// 哪一种
        kind: String,
    },
}

/// The sheets that come in; a test holds these lists against the rooms'.
const SHEETS: [&str; 8] = ["areas", "grids", "units", "owners", "people", "organisations", "seats", "matters"];

/// The lists that go out.
const LISTS: [&str; 14] = [
    "areas",
    "grids",
    "units",
    "owners",
    "people",
    "organisations",
    "seats",
    "matters",
    "errands",
    "notices",
    "handovers",
    "incidents",
    "figures",
    "responsibilities",
];

/// What can be done for an administrator, on the machine only.
#[derive(Subcommand, Debug)]
pub enum Admin {
    /// 手机和备用码都丢了：原来的登录全部退出，给一个新口令；要有这个目录里的钥匙
    Reset {
        /// 管理员登录用的账号名
        name: String,
    },
}

/// What can be done with a vote.
#[derive(Subcommand, Debug)]
pub enum Ballot {
    /// 数一份表决文件，格式见 kernel/ballot/README.md；不用数据目录
    Count {
        /// 表决文件
        file: PathBuf,
        /// 一行 JSON
        #[arg(long)]
        json: bool,
    },
}

/// What can be told of ways.
#[derive(Subcommand, Debug)]
pub enum Way {
    /// 一件事走的路：每段在谁手里、用了多久，和最短的路比
    Explain {
        /// 编号，如 御府苑-2026-0042
        no: String,
        /// 一行 JSON
        #[arg(long)]
        json: bool,
    },
    /// 路线图：每一步几次、多久，怎么走的，在哪儿折返
    Map {
        /// 只要这个小区或社区
        #[arg(long)]
        area: Option<String>,
        /// 往回看几个月
        #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(i64).range(1..=120))]
        months: i64,
        /// 按哪天结束时算（2026-08-12）；默认现在
        #[arg(long)]
        on: Option<Day>,
        /// 一行 JSON
        #[arg(long)]
        json: bool,
    },
    /// 办结的事走过的路，写成 XES（IEEE 1849），别的软件可以读
    Xes {
        /// 写到哪个文件
        #[arg(long, default_value = "走过的路.xes")]
        out: PathBuf,
        /// 只要这个小区或社区
        #[arg(long)]
        area: Option<String>,
        /// 往回看几个月
        #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(i64).range(1..=120))]
        months: i64,
    },
    /// 估算：照文件里改了的规矩，把走过的路再走一遍；格式见 systems/council/README.md
    Whatif {
        /// 改法：.toml 或 .json
        file: PathBuf,
        /// 只要这个小区或社区
        #[arg(long)]
        area: Option<String>,
        /// 一行 JSON
        #[arg(long)]
        json: bool,
    },
}

/// What can be done with the record.
#[derive(Subcommand, Debug)]
pub enum Journal {
    /// 从头核对：每条留底、每段文字、每张表，和签过名的公开留底；给了收据就只核对收据，不用数据目录
    Verify {
        /// 别处留着的当日留底（文件），可以给几份：这里的记录要接着它们
        #[arg(long)]
        checkpoint: Vec<PathBuf>,
        /// 收据文件（/api/v1/receipts/… 的那份）：是不是真在公开留底里
        #[arg(long)]
        receipt: Option<PathBuf>,
        /// 导出的公开留底（journal export 的文件）：只核对它，不用数据目录
        #[arg(long, conflicts_with = "receipt")]
        export: Option<PathBuf>,
        /// 一个办公室的网址：把它的公开留底从头取一遍核对，不用数据目录
        #[arg(long, conflicts_with_all = ["receipt", "export"])]
        url: Option<String>,
        /// 公开留底的公钥，公示栏上写的那串；不给就用数据目录里的
        #[arg(long)]
        key: Option<String>,
    },
    /// 打印当日留底：签过名的一张纸，留着以后核对；或者见证别的办公室的一张
    Checkpoint {
        /// 别的办公室的一张当日留底（文件）：看它接不接着上次见过的，接着就签上见证
        #[arg(long, requires = "key")]
        witness: Option<PathBuf>,
        /// 那个办公室的公钥
        #[arg(long)]
        key: Option<String>,
        /// 那个办公室的网址
        #[arg(long, requires = "witness")]
        url: Option<String>,
    },
    /// 把公开留底写成一个文件，谁都可以拿去核对
    Export {
        /// 写到哪个文件；不写就是“公开留底.jsonl”
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// 打开一段没公开的话：手里有这段话的人，拿它能证明留底留的就是这段
    Prove {
        /// 收据上的编号
        #[arg(required_unless_present = "check")]
        act: Option<String>,
        /// 哪一段：words、name、phone……
        #[arg(default_value = "words")]
        field: String,
        /// 手里的那段话（文件）：一字不差才打开
        #[arg(long)]
        text: Option<PathBuf>,
        /// 核对别人打开的一份，不用数据目录
        #[arg(long)]
        check: Option<PathBuf>,
    },
    /// 换签名的钥匙：往后用新的签，三个月里旧的也一起签
    Rotate,
    /// 每一列受不受留底保护
    Coverage {
        /// 一行一个 JSON
        #[arg(long)]
        json: bool,
    },
}

/// What ends a command early: a sentence for stderr.
pub struct Sentence(pub String);

impl From<String> for Sentence {
    fn from(s: String) -> Self {
        Self(s)
    }
}

impl From<Fault> for Sentence {
    fn from(f: Fault) -> Self {
        Self(match f {
            Fault::Busy(_) => "数据库正被别的程序占着，请稍等再试。".into(),
            Fault::Full(_) => "磁盘满了或者不能写，请先腾出地方。".into(),
            Fault::Away(why) => format!("数据库连不上：{why}。请看看它开着没有、地址对不对。"),
            Fault::Damaged(what) => format!("数据库文件坏了或者不是连心桥的：{what}。请从备份恢复。"),
            Fault::Newer(step) => format!(
                "这个数据库是更新的版本写过的（{step}），这个版本读不了，没有动它。请换回新版本，或者恢复升级前的备份。"
            ),
            Fault::Bug(what) => format!("程序出了错：{what}。数据没有动，请把这句话告诉开发的人。"),
        })
    }
}

impl From<LogTrouble> for Sentence {
    fn from(why: LogTrouble) -> Self {
        match why {
            LogTrouble::Stop(stop) => stop.into(),
            other => Self(other.say(lianxin_base::Lang::Zh)),
        }
    }
}

impl From<Stop> for Sentence {
    fn from(s: Stop) -> Self {
        match s {
            Stop::Refused(r) => Self(r.say(lianxin_base::Lang::Zh)),
            Stop::Failed(f) => f.into(),
        }
    }
}

/// Runs a command.
pub fn run(cli: Cli) -> ExitCode {
    match dispatch(cli) {
        Ok(code) => code,
        Err(Sentence(why)) => {
            complain(&why);
            ExitCode::from(1)
        }
    }
}

fn dispatch(cli: Cli) -> Result<ExitCode, Sentence> {
    if let Command::Child { kind } = &cli.command {
        return Ok(child::run(kind)); // before anything of the office is looked at
    }
    let config = Config::load(&cli.flags)?;
    match cli.command {
        Command::Demo { once, today } => demo::run(&config, once, today)?,
        Command::Doctor => doctor::run(&config)?,
        Command::Admin { what: Admin::Reset { name } } => admin::reset(&config, &name)?,
        Command::Serve => serve::office(&config)?,
        Command::Init { community, code } => init::run(&config, &community, &code)?,
        Command::Backup { file: Some(file), words: false } => backup::run(&config, &file)?,
        Command::Backup { .. } => backup::words(&config)?,
        Command::Restore { file, log, witness, no_witness } => {
            restore::run(&config, &file, &witness::Shown { witness, no_witness, log })?;
        }
        Command::Migrate { copied } => {
            upgrade::brought(&config, copied)?;
            say("数据库已经是这个版本了。");
        }
        Command::Journal { what } => return record(&config, what),
        Command::Ballot { what: Ballot::Count { file, json } } => ballot::run(&file, json)?,
        Command::Path { what } => match what {
            Way::Explain { no, json } => path::explain(&config, &no, json)?,
            Way::Map { area, months, on, json } => path::map(&config, area, months, on, json)?,
            Way::Xes { out, area, months } => path::xes(&config, &out, area, months)?,
            Way::Whatif { file, area, json } => path::whatif(&config, &file, area, json)?,
        },
        Command::Import { kind, file, area, dry_run } => {
            return import::run(&config, &import::Told { kind, file, area, dry_run });
        }
        Command::Export { kind, out, area, purpose } => export::run(&config, &kind, out, area, purpose)?,
        Command::Child { kind } => return Ok(child::run(&kind)),
    }
    Ok(ExitCode::SUCCESS)
}

fn record(config: &Config, what: Journal) -> Result<ExitCode, Sentence> {
    match what {
        Journal::Verify { checkpoint, receipt: Some(receipt), key, .. } => {
            receipt::verify(config, &receipt, &checkpoint, key.as_deref())?;
        }
        Journal::Verify { checkpoint, key, export, url, .. } => {
            match outside::source(export.as_deref(), url.as_deref())? {
                Some(mut source) => outside::verify(config, &mut *source, &checkpoint, key.as_deref())?,
                None => return journal::verify(config, &checkpoint, key.as_deref()),
            }
        }
        Journal::Checkpoint { witness: Some(note), key, url } => {
            cosign::run(config, &note, key.as_deref(), url.as_deref())?;
        }
        Journal::Checkpoint { .. } => journal::checkpoint(config)?,
        Journal::Export { out } => outside::export(config, out.as_deref())?,
        Journal::Prove { check: Some(path), .. } => prove::check(&path)?,
        Journal::Prove { act, field, text, .. } => {
            prove::run(config, act.as_deref().unwrap_or_default(), &field, text.as_deref())?;
        }
        Journal::Rotate => crate::signing::rotate(config)?,
        Journal::Coverage { json } => journal::coverage(config, json)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stderr, reason = "a refusal is a sentence on stderr")]
fn complain(why: &str) {
    eprintln!("{why}");
}

/// A line on stdout, there at once even if stdout is a file; a closed pipe ends nothing.
pub fn say(line: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

pub(crate) use journal::{looked, tell};
pub use serve::serve_on;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wiring::{imports, lists};
    use std::collections::BTreeSet;

    #[test]
    fn every_sheet_that_comes_in_and_goes_out_can_be_asked_for() {
        assert_eq!(imports().iter().map(|i| i.schema.kind).collect::<BTreeSet<_>>(), BTreeSet::from(SHEETS));
        assert_eq!(lists().iter().map(|l| l.kind).collect::<BTreeSet<_>>(), BTreeSet::from(LISTS));
    }
}
