//! What is under way today, at every stage; some of it late, some reopened, some sent on.

use super::script::{BLANK, Script, Season, Step, Who, on};
use crate::about::Whom;
use crate::pause::Reason;
use crate::rules::{Category, EntryKind, Need, Pace, Source};
use Step::{
    Again, Answer, Ask, Decide, Direct, Dispatch, Done, Good, Hide, Join, Keep, Pause, Plan, Return, Same, Say, Show,
    Take, Transfer, Wait,
};

/// The well behind the house, once more, by somebody else.
const WELL_AGAIN: &str = "楼后那口污水井又冒了，味儿大得窗户都不敢开。";

/// What is talked over at councils, in the words it was reported in.
pub(super) const HALL: &str = "门厅里停着三四辆电动车，婴儿车都推不过去。南门棚子有空位，能不能都停过去？";
pub(super) const POLES: &str = "花园东边能不能立几根晾衣杆？现在都搭在树上，不好看，树也勒坏了。";

/// Said in anger, and hidden the next morning.
const FINGER: &str = "就是 2 单元老韩家那两辆，说了多少回也不挪。";

pub(super) const OPEN: &[Script] = &[
    // 收集: nobody has looked yet; the first has been waiting too long.
    Script {
        area: "铁东 12 号院",
        building: "临街商铺",
        spot: "门前人行道",
        who: Who::Resident("魏红"),
        said: Some(Category::Safety),
        words: "店门口人行道的井盖翘起来一角，骑车的差点摔了，我拿个筐先扣上了。",
        photo: "road",
        back: 3,
        at: (9, 30),
        category: Category::Safety,
        ..BLANK
    },
    Script {
        building: "6 号楼",
        spot: "1 单元",
        who: Who::Resident("韩磊"),
        said: Some(Category::Repair),
        need: Some(Need::Repair),
        words: "单元门刷卡不灵，刷五六回才开一回。",
        back: 1,
        at: (16, 20),
        title: "1 单元门刷卡不灵",
        category: Category::Repair,
        events: &[
            on(0, 16, 50, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 17, 0, "吴敏", Show("单元门刷卡不灵，刷五六回才开一回。")),
        ],
        ..BLANK
    },
    Script {
        area: "芙蓉社区",
        who: Who::Anyone { phone: None },
        words: "铁东那边胡同口的垃圾点两天没人清了，苍蝇乱飞。",
        photo: "bins",
        season: Season::NoSnow,
        back: 1,
        at: (14, 40),
        category: Category::Other,
        ..BLANK
    },
    Script {
        area: "芙蓉社区",
        who: Who::Anyone { phone: None },
        words: "铁东那边胡同口的垃圾点两天没人清了，袋子都冻在地上。",
        photo: "bins",
        season: Season::Snow,
        back: 1,
        at: (14, 40),
        category: Category::Other,
        ..BLANK
    },
    Script {
        area: "和平里",
        building: "2 号楼",
        spot: "1 单元",
        who: Who::Counter { name: "任桂香", by: "李秀英" },
        said: Some(Category::Repair),
        words: "九楼楼道窗户关不严，一刮风就咣咣响。",
        back: 1,
        at: (17, 10),
        title: "9 楼楼道窗户关不严",
        category: Category::Repair,
        events: &[
            on(0, 17, 30, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 17, 35, "吴敏", Show("九楼楼道窗户关不严，一刮风就咣咣响。")),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        spot: "东墙外人行道",
        who: Who::Caller { name: "和平里一位住户", phone: "15400000061", by: "李秀英" },
        outer: Some((Source::Hotline, "20260017-3321", 5)),
        said: Some(Category::Light),
        need: Some(Need::Repair),
        words: "东墙外边一排路灯全不亮，晚上下班走那段心里发毛。",
        back: 1,
        at: (14, 50),
        category: Category::Light,
        ..BLANK
    },
    Script {
        building: "3 号楼",
        spot: "后身消防通道",
        who: Who::Seen { by: "李秀英" },
        words: "巡查看到 3 号楼后身消防通道口堆了两个旧沙发，车进不去。",
        back: 4,
        at: (9, 10),
        title: "3 号楼后身消防通道堆旧沙发",
        category: Category::Safety,
        events: &[
            on(0, 9, 20, "李秀英", Direct(Pace::General, "红星物业")),
            on(2, 15, 0, "马建军", Done("问到了是谁家的，一起抬到大件垃圾点了，通道口画了黄线。")),
        ],
        ..BLANK
    },
    // Complaints about a party: the company is asked at the table, the office that supervises looks at the owners' committee, the
    // street at the community; none of them learns who it was.
    Script {
        building: "4 号楼",
        spot: "1 单元",
        who: Who::Resident("赵桂兰"),
        need: Some(Need::Opinion),
        about: Some(Whom::Company),
        words: "楼道说是天天扫，其实三四天才见一回人，问了两回，话还挺难听。",
        back: 3,
        at: (10, 40),
        title: "楼道几天才扫一回",
        category: Category::Clean,
        events: &[
            on(0, 11, 10, "李秀英", Dispatch(Pace::General)),
            on(0, 11, 20, "吴敏", Show("楼道说是天天扫，其实三四天才见一回人。")),
            on(
                1,
                15,
                10,
                "马建军",
                Say(EntryKind::Propose, "保洁走了一个，新的这周到。先两天扫一回，扫完在门里签字。"),
            ),
            on(1, 18, 40, "韩磊", Say(EntryKind::Ask, "签字表贴哪儿？")),
        ],
        ..BLANK
    },
    Script {
        who: Who::Resident("田守义"),
        need: Some(Need::Opinion),
        about: Some(Whom::Owners),
        parties_only: true,
        words: "电梯广告的钱一年多少、花哪儿了，业委会一直没贴出来，问了就说下回。",
        back: 5,
        at: (14, 20),
        title: "公共收益一直没公布",
        category: Category::Other,
        events: &[on(0, 15, 0, "李秀英", Direct(Pace::General, "演示区物管办")), on(0, 15, 10, "吴敏", Keep)],
        ..BLANK
    },
    Script {
        who: Who::Resident("姜敏"),
        need: Some(Need::Opinion),
        about: Some(Whom::Community),
        parties_only: true,
        words: "去社区开证明跑了三趟，两趟下午窗口没人，门上写的时间不准。",
        back: 4,
        at: (15, 30),
        title: "社区窗口下午没人",
        category: Category::Other,
        events: &[on(0, 16, 10, "高远", Take(Pace::General))],
        ..BLANK
    },
    // 协商
    Script {
        building: "5 号楼",
        spot: "1 单元门厅",
        who: Who::Resident("杨帆"),
        said: Some(Category::Safety),
        words: HALL,
        back: 9,
        at: (10, 15),
        title: "门厅停电动车",
        category: Category::Safety,
        events: &[
            on(0, 10, 50, "李秀英", Dispatch(Pace::General)),
            on(0, 11, 0, "吴敏", Show("")),
            on(0, 18, 50, "董秀珍", Say(EntryKind::Worry, "我腿不好，南门太远，近处再有几个位就好了。")),
            on(1, 19, 20, "孙立", Say(EntryKind::Worry, FINGER)),
            on(2, 9, 10, "吴敏", Hide(FINGER, "点了邻居家的名；车停哪儿可以接着说，不点人")),
            on(
                2,
                16,
                0,
                "马建军",
                Plan("5 号楼西山墙能搭四个位，电从楼外走，得大家同意。", Some(320_000), Some("红星物业")),
            ),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        spot: "大门口",
        who: Who::Resident("尹建华"),
        said: Some(Category::Space),
        words: "快递柜想放大门口，可那儿本来就窄，推轮椅的转不过身。换个地方行不行？",
        back: 5,
        at: (9, 40),
        title: "快递柜放在哪儿",
        category: Category::Space,
        events: &[
            on(0, 10, 30, "李秀英", Dispatch(Pace::Complex)),
            on(0, 10, 40, "吴敏", Show("")),
            on(0, 19, 20, "罗娜", Say(EntryKind::Support, "放健身角旁边吧，晚上有灯。")),
            on(1, 12, 20, "贾宏", Ask("红星物业", "快递公司给不给场地费？给了进公共收益吗？")),
            on(2, 15, 30, "马建军", Answer("还没谈价。我跟快递公司要个数，下周贴出来；给的钱进公共收益。")),
        ],
        ..BLANK
    },
    Script {
        spot: "中心花园",
        who: Who::Resident("吕淑芬"),
        said: Some(Category::Space),
        words: POLES,
        back: 3,
        at: (8, 45),
        title: "花园东边立晾衣杆",
        category: Category::Space,
        events: &[
            on(0, 9, 30, "李秀英", Dispatch(Pace::Complex)),
            on(0, 9, 40, "吴敏", Show("")),
            on(0, 12, 30, "张玉兰", Say(EntryKind::Support, "我赞成，被子总得见见太阳。")),
            on(1, 18, 30, "孙立", Say(EntryKind::Worry, "别挡着小孩跑的那条道。")),
            on(1, 19, 30, "田守义", Plan("靠墙那一溜向阳，不挡道，立四根够用。", Some(48_000), None)),
        ],
        ..BLANK
    },
    Script {
        building: "3 号楼",
        spot: "门前",
        who: Who::Resident("张玉兰"),
        said: Some(Category::Light),
        words: "楼前那盏路灯开得晚，天都黑透了才亮，能不能早半个钟头？",
        back: 2,
        at: (9, 15),
        title: "楼前路灯早点开",
        category: Category::Light,
        events: &[
            on(0, 10, 0, "李秀英", Dispatch(Pace::General)),
            on(0, 10, 10, "吴敏", Show("")),
            on(0, 19, 0, "陈晓梅", Say(EntryKind::Support, "下班回来那段最黑。")),
            on(0, 19, 1, "陈晓梅", Join),
            on(1, 12, 10, "孙立", Join),
            on(1, 12, 40, "姜敏", Join),
        ],
        ..BLANK
    },
    // 解决
    Script {
        building: "2 号楼",
        spot: "北侧",
        who: Who::Resident("郑文"),
        said: None,
        words: "楼后污水井一个月冒了三回，每回都是掏一掏就完，得找找根子。",
        back: 6,
        at: (10, 5),
        title: "楼后污水井反复冒",
        category: Category::Water,
        events: &[
            on(0, 10, 40, "李秀英", Dispatch(Pace::General)),
            on(0, 10, 50, "吴敏", Show("")),
            on(0, 14, 0, "李秀英", Same(WELL_AGAIN)),
            on(0, 16, 30, "田守义", Say(EntryKind::Propose, "我看过，有树根长进管里了，得用管道镜照一照。")),
            on(2, 15, 0, "吴敏", Decide("用管道镜查一遍，塌的那段换管；挖开的地方当天围好。", "红星物业", 7)),
            on(2, 16, 20, "白露", Join),
            on(4, 9, 30, "王建国", Wait("镜子照过了，塌了两米多，换的管子厂家得现发，管子到了当天就挖。", 8)),
        ],
        ..BLANK
    },
    Script {
        building: "2 号楼",
        spot: "北侧",
        who: Who::Resident("刘志强"),
        words: WELL_AGAIN,
        back: 6,
        at: (11, 40),
        category: Category::Water,
        ..BLANK
    },
    Script {
        area: "和平里",
        building: "4 号楼",
        spot: "2 单元",
        who: Who::Resident("贾宏"),
        said: Some(Category::Safety),
        words: "十一楼防火门关不上，老开着一条大缝。",
        back: 12,
        at: (9, 20),
        title: "11 楼防火门关不上",
        category: Category::Safety,
        events: &[
            on(0, 10, 10, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 10, 20, "吴敏", Show("十一楼防火门关不上，老开着一条大缝。")),
        ],
        ..BLANK
    },
    Script {
        building: "6 号楼",
        spot: "2 单元",
        who: Who::Resident("吕淑芬"),
        said: Some(Category::Repair),
        words: "楼道墙皮一碰就掉，昨天掉下来一大块，差点砸着人。",
        back: 10,
        at: (10, 30),
        title: "楼道墙皮脱落",
        category: Category::Repair,
        events: &[
            on(0, 11, 0, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 11, 10, "吴敏", Show("")),
            on(4, 15, 40, "王建国", Done("松的都铲了，重新抹平刷白。")),
            on(6, 12, 10, "吕淑芬", Again("二楼拐角又鼓包了，一按就掉渣。", None)),
        ],
        ..BLANK
    },
    Script {
        area: "铁东 12 号院",
        spot: "巷口",
        who: Who::Resident("康福"),
        said: Some(Category::Safety),
        words: "巷口早上摆摊把路占满了，三轮车、救护车都进不来。",
        back: 7,
        at: (8, 40),
        title: "巷口摆摊占道",
        category: Category::Safety,
        events: &[
            on(0, 9, 30, "李秀英", Direct(Pace::General, "芙蓉街道办事处")),
            on(0, 9, 40, "吴敏", Show("")),
            on(2, 10, 10, "吴敏", Transfer("演示区城管大队", "街道给划了便民摊位，挪摊、守路口由城管来。")),
        ],
        ..BLANK
    },
    Script {
        building: "4 号楼",
        spot: "2 单元",
        who: Who::Resident("赵桂兰"),
        said: Some(Category::Repair),
        words: "楼顶那根网线耷拉下来，风一吹抽窗户。",
        back: 4,
        at: (9, 0),
        title: "楼顶线缆垂落",
        category: Category::Repair,
        events: &[
            on(0, 9, 40, "李秀英", Direct(Pace::General, "演示区城管大队")),
            on(0, 9, 50, "吴敏", Show("")),
            on(1, 10, 20, "何芳", Return("现场看过，是楼里住户的宽带线，不是路上的架空线。")),
            on(1, 11, 10, "吴敏", Direct(Pace::General, "红星物业")),
        ],
        ..BLANK
    },
    Script {
        building: "5 号楼",
        spot: "1 单元门",
        who: Who::Resident("董秀珍"),
        said: Some(Category::Repair),
        need: Some(Need::Repair),
        words: "单元门禁不认卡了，进个门得按邻居家的铃。",
        back: 3,
        at: (9, 50),
        title: "5 号楼 1 单元门禁不认卡",
        category: Category::Repair,
        events: &[
            on(0, 10, 20, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 10, 30, "吴敏", Show("")),
            on(
                1,
                15,
                10,
                "马建军",
                Pause(Reason::Parts, "门禁主板坏了，厂家发货要几天；先把门敞着，白天有保安看。", 6),
            ),
        ],
        ..BLANK
    },
    // 反馈: the unit says done, the residents have not answered yet.
    Script {
        area: "和平里",
        building: "1 号楼",
        spot: "1 单元",
        who: Who::Resident("罗娜"),
        said: Some(Category::Light),
        words: "三楼楼道灯一闪一闪的，晃眼睛。",
        back: 5,
        at: (12, 15),
        title: "3 楼楼道灯闪",
        category: Category::Light,
        events: &[
            on(0, 14, 50, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 15, 0, "吴敏", Show("")),
            on(3, 10, 40, "王建国", Done("灯座接触不好，换了灯座和灯泡。")),
        ],
        ..BLANK
    },
    Script {
        building: "2 号楼",
        spot: "2 单元",
        who: Who::Resident("郑文"),
        said: Some(Category::Repair),
        words: "信报箱的门掉了两个，信都湿了。",
        back: 8,
        at: (11, 0),
        title: "信报箱掉门",
        category: Category::Repair,
        events: &[
            on(0, 11, 40, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 11, 50, "吴敏", Show("")),
            on(2, 15, 20, "王建国", Done("两个门都装上了，锁芯也换了，钥匙在物业前台。")),
        ],
        ..BLANK
    },
    Script {
        building: "1 号楼",
        spot: "1 单元门口",
        who: Who::Counter { name: "冯德山", by: "李秀英" },
        said: None,
        words: "门口有块地砖活动了，一踩一翘，下雨还溅一裤腿泥。",
        back: 4,
        at: (10, 20),
        title: "1 单元门口地砖松动",
        category: Category::Repair,
        events: &[
            on(0, 10, 40, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 10, 50, "吴敏", Show("门口有块地砖活动了，一踩一翘。")),
            on(3, 16, 30, "王建国", Done("地砖重新铺平，灌了缝，明天就能踩。")),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        spot: "地库坡道",
        who: Who::Resident("尹建华"),
        said: Some(Category::Clean),
        words: "地库坡道结冰了，早上有车打滑，得赶紧铲。",
        season: Season::Snow,
        back: 3,
        at: (8, 35),
        title: "地库坡道结冰",
        category: Category::Clean,
        events: &[
            on(0, 8, 45, "李秀英", Direct(Pace::Urgent, "红星物业")),
            on(0, 9, 0, "吴敏", Show("")),
            on(0, 10, 5, "王建国", Done("冰铲了，撒了防滑沙，坡口放了沙箱，谁都能用。")),
            on(1, 8, 40, "尹建华", Good("早上出车不滑了。", None)),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        spot: "东侧绿化带",
        who: Who::Resident("尹建华"),
        said: Some(Category::Clean),
        words: "东边绿化带草长到膝盖了，蚊子一团一团的。",
        season: Season::Warm,
        back: 3,
        at: (8, 35),
        title: "东侧绿化带草高蚊子多",
        category: Category::Clean,
        events: &[
            on(0, 9, 20, "李秀英", Direct(Pace::General, "红星物业")),
            on(0, 9, 30, "吴敏", Show("")),
            on(1, 16, 20, "王建国", Done("草打了一遍，积水的坑填了，傍晚喷了药。")),
            on(2, 8, 50, "尹建华", Good("清爽多了。", None)),
        ],
        ..BLANK
    },
    // Heard from somebody without an account: the words stay with the parties.
    Script {
        spot: "北门",
        who: Who::Anyone { phone: Some("15400000054") },
        said: Some(Category::Clean),
        words: "北门垃圾桶旁边扔了两张旧沙发，堆了好几天。",
        back: 2,
        at: (17, 40),
        title: "北门扔旧沙发",
        category: Category::Clean,
        events: &[on(1, 9, 10, "李秀英", Direct(Pace::General, "红星物业")), on(1, 9, 15, "吴敏", Keep)],
        ..BLANK
    },
];
