//! What was over first: solved, reopened and then solved, kept from the board, lapsed.

use super::script::{BLANK, Script, Step, Who, on};
use crate::rules::{Category, EntryKind, Pace};
use Step::{Again, Decide, Direct, Dispatch, Done, Good, Keep, Return, Say, Show};

const PHONE: Option<&str> = Some("phone");

pub(super) const OLDER: &[Script] = &[
    Script {
        spot: "南门",
        who: Who::Resident("杨帆"),
        said: Some(Category::Park),
        words: "楼道里老有人拉线给电动车充电，看着就害怕。能不能在南门那儿弄个充电棚？",
        back: 118,
        rest_day: true,
        at: (8, 45),
        title: "南门建电动车充电棚",
        category: Category::Park,
        events: &[
            on(0, 9, 30, "李秀英", Dispatch(Pace::Complex)),
            on(0, 9, 40, "吴敏", Show("")),
            on(0, 18, 30, "张玉兰", Say(EntryKind::Support, "早该有了，楼下那堆线看着就悬。")),
            on(1, 12, 40, "郑文", Say(EntryKind::Worry, "别紧挨着一楼窗户，万一着火怎么办？")),
            on(2, 10, 0, "刘志强", Say(EntryKind::Propose, "南门原来的自行车棚空着一半，在棚里改，不占新地方。")),
            on(3, 15, 20, "马建军", Say(EntryKind::Propose, "棚里装断电保护和灭火器，物业每天晚上看一遍。")),
            on(
                7,
                15,
                0,
                "吴敏",
                Decide("就在南门原自行车棚里改，离楼六米以上，装十个充电位，充满自动断电。", "红星物业", 25),
            ),
            on(29, 16, 40, "马建军", Done("十个充电位装好，灭火器、烟感都配了，怎么用贴在棚里。")),
            on(31, 19, 20, "杨帆", Good("充上了，挺方便，楼道里也没人拉线了。", None)),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        building: "1 号楼",
        spot: "1 单元",
        who: Who::Resident("罗娜"),
        said: Some(Category::Lift),
        words: "电梯老在五楼停一下，门开开关关好几回，孩子都不敢坐了。",
        back: 112,
        at: (9, 10),
        title: "1 单元电梯在五楼反复开门",
        category: Category::Lift,
        events: &[
            on(0, 9, 40, "李秀英", Direct(Pace::Utility, "红星物业")),
            on(0, 10, 0, "吴敏", Show("电梯老在五楼停一下，门开开关关好几回。")),
            on(0, 16, 30, "王建国", Done("维保的人来调了门机，试了二十趟没再犯。")),
            on(1, 8, 40, "罗娜", Again("今早又在五楼停了两回。", None)),
            on(1, 17, 10, "马建军", Done("换了五楼的门锁触点，维保单位签了字，检查单贴在轿厢里。")),
            on(2, 18, 45, "罗娜", Good("这回真好了。", None)),
        ],
        ..BLANK
    },
    Script {
        area: "铁东 12 号院",
        building: "东排",
        who: Who::Resident("佟玉珍"),
        said: None,
        words: "院里下水道堵了，洗衣服的水都往外冒，一股味儿。院里没有物业，不知道找谁。",
        back: 105,
        at: (8, 50),
        title: "东排院里下水道堵",
        category: Category::Water,
        events: &[
            on(0, 9, 30, "李秀英", Direct(Pace::General, "演示区城管大队")),
            on(0, 10, 10, "吴敏", Show("院里下水道堵了，洗衣服的水都往外冒，有味儿。院里没有物业。")),
            on(1, 9, 15, "何芳", Return("现场看过，堵的是院里自己的支管，不是路上的雨水井，不归城管疏通。")),
            on(1, 10, 20, "吴敏", Direct(Pace::General, "芙蓉街道办事处")),
            on(3, 15, 50, "高远", Done("请人来疏通了，掏出两袋淤泥，井盖也换了新的。")),
            on(4, 9, 30, "佟玉珍", Good("通了，水走得快。", None)),
        ],
        ..BLANK
    },
    Script {
        building: "1 号楼",
        spot: "2 单元顶楼",
        who: Who::Resident("田守义"),
        said: Some(Category::Repair),
        words: "房顶漏水，顺着卧室墙往下淌，接了两个盆，墙皮都鼓了。",
        back: 98,
        at: (10, 25),
        title: "1 号楼房顶漏水",
        category: Category::Repair,
        events: &[
            on(0, 11, 10, "李秀英", Dispatch(Pace::Complex)),
            on(0, 11, 30, "吴敏", Show("房顶漏水，顺着墙往下淌，墙皮都鼓了。")),
            on(1, 9, 40, "马建军", Say(EntryKind::Propose, "先用苫布盖上，再请做防水的来量，局部重做。")),
            on(2, 18, 20, "孙立", Say(EntryKind::Ask, "别的楼顶也一起看看？省得一栋一栋漏。")),
            on(
                5,
                15,
                30,
                "吴敏",
                Decide(
                    "红星物业先做 1 号楼局部防水；钱按维修资金应急使用的规定报，物管办看材料，票据给大家看。",
                    "红星物业",
                    12,
                ),
            ),
            on(15, 16, 20, "王建国", Done("局部防水做完，泼了两遍水，没见渗。")),
            on(17, 19, 5, "田守义", Again("靠烟道那块还湿着。", None)),
            on(21, 16, 0, "王建国", Done("烟道根部重做了一圈，又试了水。")),
            on(24, 8, 45, "田守义", Good("干透了，没再渗。", None)),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        building: "4 号楼",
        spot: "地下室",
        who: Who::Anyone { phone: Some("15400000051") },
        said: Some(Category::Clean),
        words: "4 号楼地下室一股臭味，一开门就往楼道里窜。",
        back: 95,
        at: (19, 15),
        title: "4 号楼地下室有臭味",
        category: Category::Clean,
        events: &[
            on(1, 9, 10, "李秀英", Direct(Pace::General, "红星物业")),
            on(1, 9, 15, "吴敏", Keep),
            on(3, 11, 20, "王建国", Done("清了三袋垃圾，地漏换了带水封的，开窗散了一天味。")),
            on(4, 10, 0, "李秀英", Good("打电话问了，说没味儿了。", PHONE)),
        ],
        ..BLANK
    },
    Script {
        spot: "中心花园",
        who: Who::Resident("白露"),
        said: None,
        words: "广场舞的音响晚上九点多还在放，家里人睡不好。别说是我提的。",
        parties_only: true,
        back: 90,
        at: (20, 0),
        title: "晚上跳舞音响声大",
        category: Category::Other,
        events: &[
            on(1, 9, 20, "吴敏", Dispatch(Pace::General)),
            on(1, 9, 25, "吴敏", Keep),
            on(1, 15, 10, "赵桂兰", Say(EntryKind::Propose, "我去跟领舞的说，挪到东边空地，晚上八点半收。")),
            on(
                3,
                10,
                30,
                "吴敏",
                Decide("跟跳舞的居民说好：挪到东边空地，音量调小，八点半收场。", "芙蓉社区居委会", 5),
            ),
            on(6, 16, 30, "吴敏", Done("说好了，连看三个晚上，都是八点半前收。")),
            on(8, 19, 40, "白露", Good("安静多了，谢谢。", None)),
        ],
        ..BLANK
    },
    Script {
        building: "2 号楼",
        spot: "地下室",
        who: Who::Resident("郑文"),
        said: None,
        words: "地下室窗户破了个洞，野猫钻进去下了一窝崽，味儿大，半夜还叫。",
        back: 84,
        at: (12, 15),
        title: "地下室进了野猫",
        category: Category::Clean,
        events: &[
            on(0, 15, 10, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 15, 30, "吴敏", Show("")),
            on(3, 10, 50, "王建国", Done("大猫小猫都引出来，有人领养了，窗户装上铁网，地面消了毒。")),
        ],
        ..BLANK
    },
];
