//! The two stories that have a name: the main job, and what the newspaper tells of 御府苑.

use super::script::{BLANK, Script, Step, Who, on};
use crate::rules::{Category, EntryKind, Pace};
use Step::{Decide, Dispatch, Done, Good, Say, Show, Thank};

/// The main job: 2 单元楼道灯不亮.
pub(super) const LAMP: Script = Script {
    building: "3 号楼",
    spot: "2 单元",
    who: Who::Resident("张玉兰"),
    said: Some(Category::Light),
    words: "2 单元三楼往上楼道灯都不亮，晚上下楼全靠摸墙。我七十多了，就怕踩空。",
    back: 6,
    photo: "stairs-dark",
    photo_done: "stairs-lit",
    at: (18, 40),
    title: "2 单元楼道灯不亮",
    category: Category::Light,
    events: &[
        on(1, 9, 5, "李秀英", Dispatch(Pace::General)),
        on(1, 9, 20, "吴敏", Show("2 单元三楼往上楼道灯都不亮，晚上下楼全靠摸墙，老人怕踩空。")),
        on(
            1,
            12,
            20,
            "孙立",
            Say(EntryKind::Propose, "灯泡换过两回了，没几天又坏。干脆换感应灯，人来就亮，人走就灭。"),
        ),
        on(1, 19, 10, "陈晓梅", Say(EntryKind::Ask, "我赞成换。感应灯的电费算谁的？晚上会不会一直闪？")),
        on(
            2,
            10,
            30,
            "吴敏",
            Decide(
                "三楼到六楼换感应灯，一层一盏，顺手把线路查一遍；电费还走公共照明，不另外收钱。红星物业来办。",
                "红星物业",
                3,
            ),
        ),
        on(4, 16, 15, "王建国", Done("四盏感应灯换好了，三楼接头老化也一起换了，走一趟都能亮。请晚上再看看。")),
        on(5, 8, 50, "张玉兰", Good("昨晚下楼看了，一层一层都亮，办好了。", None)),
        on(5, 8, 52, "张玉兰", Thank),
    ],
    ..BLANK
};

/// What the newspaper told of 御府苑, entered later: only the outcome, in our own words.
pub(super) const STAIR_ROOM: Script = Script {
    area: "御府苑",
    who: Who::Told { by: "红都社区居委会" },
    said: Some(Category::Space),
    words: "据报道补记：居民多次说起，小区里没有休闲的地方，楼道里还停着闲置的车。报道没有写日期，这里的时间都是补录的时间。",
    back: 122,
    at: (10, 0),
    title: "小区没有休闲议事的地方",
    category: Category::Space,
    events: &[
        on(0, 10, 5, "红都社区居委会", Dispatch(Pace::Complex)),
        on(0, 10, 10, "红都社区居委会", Show("")),
        on(
            0,
            10,
            15,
            "红都社区居委会",
            Decide(
                "据报道补记：社区党支部和物业公司一起，把闲置的楼道改成居民活动室，主题是“相约和平、多彩空间”。",
                "红都社区物业公司",
                1,
            ),
        ),
        on(
            0,
            10,
            20,
            "红都社区物业公司",
            Done(
                "据报道补记：“相约和平、多彩空间”已经建成，能议事也能休闲，里面设了居民议事角“你说、我来说，共商共议”。车后来怎样，报道没有说。",
            ),
        ),
        on(0, 10, 25, "红都社区居委会", Good("据报道补记：活动室已在使用。居民当时怎么答复，报道没有逐条写。", None)),
    ],
    ..BLANK
};
