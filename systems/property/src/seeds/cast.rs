//! Who owns what and who votes how. Days are counted back from today; a negative number lies ahead.

use crate::assembly::Online;
use crate::ballot::Mark::{self, Abstain, No, Yes};
use crate::objection::What;

/// One vote of the demonstration.
pub(super) struct Plan {
    pub(super) area: &'static str,
    /// Who calls it.
    pub(super) by: &'static str,
    pub(super) title: &'static str,
    pub(super) matters: &'static [(&'static str, &'static str)],
    pub(super) online: Online,
    pub(super) called: i32,
    pub(super) opens: i32,
    pub(super) closes: i32,
    /// Who showed the deed.
    pub(super) verified: &'static [&'static str],
    /// So many of them have not voted yet: the first.
    pub(super) waits: usize,
    /// From which building how many papers came back.
    pub(super) papers: &'static [(&'static str, usize)],
    /// Per matter what one after the other chooses.
    pub(super) marks: &'static [&'static [Mark]],
    /// So many papers are delivered; where there are none, nobody objects and nobody sends a proxy either.
    pub(super) reached: usize,
    /// Where its invented names begin.
    pub(super) first: usize,
}

/// 铁东 12 号院: the ditch passes, the stall does not.
pub(super) const OVER: Plan = Plan {
    area: "铁东 12 号院",
    by: "周国栋",
    title: "修排水沟，院口空地租不租",
    matters: &[
        ("fund-use", "东排、西排门前的排水沟重修，用维修资金，最多 18,600 元。"),
        ("common-use", "院口空地租给早点摊一年，租金归全体业主。"),
    ],
    online: Online::Allowed,
    called: 78,
    opens: 60,
    closes: 45,
    verified: &["佟玉珍", "康福"],
    waits: 0,
    papers: &[("东排", 6), ("西排", 6)],
    marks: &[&[Yes, Yes, Yes, Yes, No, Yes, Yes], &[Yes, No, Yes, Abstain, No, Yes, Yes]],
    reached: 0,
    first: 0,
};

/// 芙蓉里: open now, and not enough yet.
pub(super) const OPEN: Plan = Plan {
    area: "芙蓉里",
    by: "刘志强",
    title: "修屋顶、放快递柜",
    matters: &[
        ("fund-use", "六栋楼屋顶重做防水，用维修资金，最多 286,000 元，三家报价里选最低的。"),
        ("common-use", "南门空地放一组快递柜，每年租金 4,800 元，归全体业主。"),
    ],
    online: Online::Allowed,
    called: 21,
    opens: 5,
    closes: -9,
    verified: &["张玉兰", "杨帆", "孙立", "田守义", "郑文", "刘志强", "白露", "赵桂兰"],
    waits: 2,
    papers: &[("1 号楼", 14), ("2 号楼", 12), ("4 号楼", 9), ("5 号楼", 11)],
    marks: &[&[Yes, Yes, Yes, No, Yes, Abstain], &[Yes, No, Yes, Yes]],
    reached: 72,
    first: 20,
};

/// Owners who live in their own unit.
pub(super) const NAMED: &[(&str, &str, &str, &str)] = &[
    ("芙蓉里", "3 号楼", "2 单元 301", "孙立"),
    ("芙蓉里", "1 号楼", "1 单元 202", "冯德山"),
    ("芙蓉里", "1 号楼", "2 单元 602", "田守义"),
    ("芙蓉里", "2 号楼", "2 单元 101", "郑文"),
    ("芙蓉里", "2 号楼", "1 单元 502", "刘志强"),
    ("芙蓉里", "4 号楼", "1 单元 301", "白露"),
    ("芙蓉里", "4 号楼", "2 单元 201", "赵桂兰"),
    ("芙蓉里", "5 号楼", "2 单元 102", "董秀珍"),
    ("芙蓉里", "6 号楼", "2 单元 201", "吕淑芬"),
    ("铁东 12 号院", "东排", "3 号", "佟玉珍"),
    ("铁东 12 号院", "西排", "5 号", "康福"),
    // A grid worker of the community owns a house here, and so may stand for its committee.
    ("铁东 12 号院", "西排", "6 号", "李秀英"),
];

/// What is said of the posted roll: by whom, what, of which door.
pub(super) const OBJECTIONS: &[(&str, What, &str, &str)] = &[
    ("孙立", What::Area, "3 号楼 2 单元 301", "房本上的面积和贴出来的差 0.3 平方米，请核一下。"),
    ("白露", What::Owner, "4 号楼 1 单元 301", "去年加了爱人的名字，房本上是两个人。"),
];
/// What the first of them is told.
pub(super) const ANSWER: &str = "看了房本，按房本上的面积写，登记册已经核对过。";
/// Who holds the authority of two owners who are away, and where they live.
pub(super) const PROXY: &str = "杨帆";
pub(super) const PROXY_HOUSE: &str = "6 号楼";

/// The take-over of 铁东 12 号院: so many days before today, who, and what shows it. The first line begins it.
pub(super) const TAKEOVER: &[(i32, &str, &str)] = &[
    (120, "芙蓉社区", "没有物业公司，垃圾由社区临时清，院灯坏了大半，水费靠住户轮流收。"),
    (112, "芙蓉社区", "两个网格员走访 20 户，列了 11 件要紧的，欠的公共水费 2,140 元，见走访记录。"),
    (104, "街道办事处", "认定为弃管小区，公告贴在院口和三排门前，七天没有异议。"),
    (100, "街道办事处", "社区托管六个月，保洁、清运每月 900 元，从街道为民资金出。"),
    (92, "街道办事处", "原产权单位已经注销，请司法所和三位业主见证，清点了水泵、配电箱、旧图纸。"),
    (80, "芙蓉社区", "发出 20 张意向表，收回 17 张：想一起选物业的 12 张，想自己管的 5 张。只是问问，不算表决。"),
    (30, "筹备组", "业主 5 人、社区 1 人、街道 1 人，街道的同志任组长，名单贴了七天。"),
];

const SURNAMES: [&str; 21] = [
    "顾", "邵", "龚", "严", "温", "毛", "万", "段", "章", "汪", "石", "戴", "贺", "龙", "陶", "姚", "谭", "廖", "邹",
    "熊", "武",
];
const GIVEN: [&str; 11] = ["建平", "秀兰", "志刚", "桂英", "海燕", "永强", "春梅", "国庆", "立军", "晓东", "丽华"];

/// The nth invented name; no two alike.
pub(super) fn invented(n: usize) -> String {
    let surname = SURNAMES[n % SURNAMES.len()];
    let given = GIVEN[(n / SURNAMES.len()) % GIVEN.len()];
    format!("{surname}{given}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn invented_names_are_all_different() {
        let names: BTreeSet<String> = (0..231).map(invented).collect();
        assert_eq!(names.len(), 231);
    }
}
