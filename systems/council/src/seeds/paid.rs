//! Repairs inside a home that cost something: a price that waits for an answer, one that was agreed, one that was not. And
//! what one organisation cannot do alone.

use super::script::{BLANK, Script, Step, Who, on};
use crate::part::State;
use crate::quote::Covers;
use crate::rules::{Category, Need, Pace};
use Step::{Arrive, Direct, DoneFor, Good, OfPart, Part, Quote, Reply, Show};

pub(super) const PAID: &[Script] = &[
    Script {
        building: "3 号楼",
        spot: "2 单元 501",
        who: Who::Resident("张玉兰"),
        said: Some(Category::Water),
        need: Some(Need::Repair),
        words: "厨房水龙头关不严，夜里一直滴，拿盆接着呢。",
        parties_only: true,
        back: 2,
        at: (8, 50),
        title: "厨房水龙头关不严",
        category: Category::Water,
        events: &[
            on(0, 9, 20, "吴敏", Direct(Pace::General, "红星物业")),
            on(
                1,
                10,
                10,
                "王建国",
                Quote(8_500, Covers::Both, "换一个陶瓷芯龙头，连生料带；阀门要是也锈死了，另加 35 元，先跟您说。"),
            ),
        ],
        ..BLANK
    },
    Script {
        building: "1 号楼",
        spot: "1 单元",
        who: Who::Caller { name: "郑桂芬", phone: "15400000077", by: "吴敏" },
        said: Some(Category::Repair),
        need: Some(Need::Repair),
        words: "卫生间门锁打不开，小孩差点关里头。",
        parties_only: true,
        back: 12,
        at: (9, 10),
        title: "卫生间门锁坏了",
        category: Category::Repair,
        events: &[
            on(0, 9, 40, "吴敏", Direct(Pace::General, "红星物业")),
            on(0, 14, 0, "王建国", Quote(16_000, Covers::Both, "换一把新锁连工钱。")),
            on(0, 16, 20, "吴敏", Reply(false, "锁我自己有一把，只要人来装。", Some("phone"))),
            on(1, 9, 0, "王建国", Quote(4_000, Covers::Labour, "用您自己的锁，只收安装的工钱。")),
            on(1, 9, 40, "吴敏", Reply(true, "", Some("phone"))),
            on(1, 15, 30, "王建国", DoneFor("锁装好了，里外都能开，钥匙交给您了。", 4_000)),
            on(2, 10, 0, "吴敏", Good("好用，价钱也说得明白。", Some("phone"))),
        ],
        ..BLANK
    },
    Script {
        spot: "北墙外人行道",
        who: Who::Resident("孙立"),
        said: Some(Category::Safety),
        words: "北墙根塌了一截，砖头掉到外面人行道上，路过的都绕着走。",
        back: 3,
        at: (10, 5),
        title: "北墙塌了一截",
        category: Category::Repair,
        events: &[
            on(0, 10, 40, "吴敏", Direct(Pace::General, "红星物业")),
            on(0, 10, 50, "吴敏", Show("")),
            on(0, 14, 30, "王建国", Arrive),
            on(0, 15, 0, "王建国", Part("演示区城管大队", "人行道上的砖请清走，围一下，别让人从墙根走。", 2)),
            on(0, 16, 10, "何芳", OfPart("演示区城管大队", State::Accepted, "")),
            on(1, 11, 0, "何芳", OfPart("演示区城管大队", State::Done, "砖清走了，拉了围挡，墙修好再撤。")),
            on(1, 14, 0, "王建国", Part("演示区物管办", "墙是哪年修的、归不归维修资金，请查一下档案。", 5)),
        ],
        ..BLANK
    },
];
