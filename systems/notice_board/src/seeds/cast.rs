//! What hangs in the demonstration: invented, in invented compounds. Nobody is named, no sum is anybody's.

use crate::words::Section;

/// A sheet of the demonstration.
pub(super) struct Plan {
    /// So many days before today it is posted.
    pub(super) ago: i32,
    pub(super) area: &'static str,
    pub(super) by: &'static str,
    pub(super) section: Section,
    pub(super) ground: &'static str,
    pub(super) title: &'static str,
    pub(super) words: &'static str,
    /// The scene of its photo, what is seen, the caption.
    pub(super) photo: Option<(&'static str, &'static str, &'static str)>,
    /// Whether the photo of its end was taken.
    pub(super) end: bool,
    /// The series it is a part of: the first to name it begins it.
    pub(super) series: Option<&'static str>,
}

impl Plan {
    /// The same as a part of this series.
    const fn part_of(self, series: &'static str) -> Self {
        Self { series: Some(series), ..self }
    }
}

const fn plan(
    ago: i32,
    area: &'static str,
    by: &'static str,
    (section, ground): (Section, &'static str),
    title: &'static str,
    words: &'static str,
) -> Plan {
    Plan { ago, area, by, section, ground, title, words, photo: None, end: true, series: None }
}

const fn news(
    ago: i32,
    area: &'static str,
    section: Section,
    title: &'static str,
    words: &'static str,
    photo: (&'static str, &'static str, &'static str),
) -> Plan {
    Plan {
        ago,
        area,
        by: "吴敏",
        section,
        ground: "general",
        title,
        words,
        photo: Some(photo),
        end: true,
        series: None,
    }
}

const AFFAIRS: (Section, &str) = (Section::Affairs, "affairs");
const ACCOUNTS: (Section, &str) = (Section::Finance, "finance");
const PARTY: (Section, &str) = (Section::Party, "party");
const SERVICE: (Section, &str) = (Section::Property, "service");
const FUND: (Section, &str) = (Section::Finance, "fund");
const PLAIN: (Section, &str) = (Section::Affairs, "general");

/// A series of photo news.
pub(super) const BY_HAND: &str = "院里的事一起做";

/// The sheet whose photo of the end nobody took.
pub(super) const LACKING: &str = "第一季度居务公开";
/// The sheet that was corrected, so many days after it was posted, and what the correction says.
pub(super) const CORRECTED: (&str, i32, &str, &str) = (
    "芙蓉里屋面防水用维修资金的明细",
    3,
    "更正：芙蓉里屋面防水用维修资金的明细",
    "三天前贴的那张，防水卷材写成了 420 平方米，应当是 402 平方米，合计没有变：材料 21,306.00 元，人工 13,400.00 元，\
     合计 34,706.00 元。\n施工合同和验收单在业委会，业主随时能来看。",
);

/// All of it, the oldest first.
pub(super) const PLANS: &[Plan] = &[
    plan(
        330,
        "芙蓉社区",
        "周国栋",
        PARTY,
        "社区党委上半年工作",
        "开议事协调会 11 次，定下的 9 件事办完 8 件，还有 1 件等天暖。\n每月 8 号的主题党日都去了小区，清楼道、修扶手。",
    ),
    plan(
        300,
        "芙蓉社区",
        "吴敏",
        AFFAIRS,
        "第三季度居务公开",
        "办了哪些事：居民提的事按期办结的件数、没办完的和原因。\n用了哪些钱：办公、活动、维修三项，票据在社区窗口能看。",
    ),
    plan(
        298,
        "芙蓉社区",
        "吴敏",
        ACCOUNTS,
        "第三季度财务收支",
        "上级拨付 30,000.00 元；办公 6,210.00 元，活动 4,880.00 元，小修 9,300.00 元；结余 9,610.00 元。",
    ),
    plan(
        270,
        "和平里",
        "吴敏",
        SERVICE,
        "和平里物业服务报告（三季度）",
        "保洁、保安、电梯、绿化四项做了什么、没做到的是什么。\n公共收益：广告位 2,400.00 元，快递柜 900.00 元，记在业主公共收益账上。",
    ),
    news(
        240,
        "芙蓉里",
        Section::Events,
        "入冬前一起清院子",
        "周六上午，十几户出来清了楼后的落叶和杂物，给老树刷了白。",
        ("bins", "院子里摆着几个分类垃圾桶，旁边堆着装好的树叶袋", "入冬前清院子"),
    )
    .part_of(BY_HAND),
    plan(
        210,
        "芙蓉社区",
        "吴敏",
        AFFAIRS,
        "第四季度居务公开",
        "年底前要办的、办完的、办不了的，一件一件写在下面，承办单位也写着。\n有话到社区窗口说，或者打值班电话。",
    ),
    plan(
        208,
        "芙蓉社区",
        "吴敏",
        ACCOUNTS,
        "第四季度财务收支",
        "上级拨付 30,000.00 元；办公 5,940.00 元，慰问 7,200.00 元，小修 8,150.00 元；结余 8,710.00 元。",
    ),
    plan(
        200,
        "铁东 12 号院",
        "周国栋",
        PLAIN,
        "院里没有物业的这段时间，这些事找谁",
        "垃圾清运、路灯、下水：社区应急管着。\n水电气的急修：打各单位自己的值班电话，门口贴着。",
    ),
    plan(
        170,
        "芙蓉社区",
        "周国栋",
        PARTY,
        "支部今年的安排",
        "每季度一次党员大会，每月一次主题党日，都在小区里办。\n群众想让支部办什么，写在议事会的本子上。",
    ),
    news(
        150,
        "和平里",
        Section::Honour,
        "3 号楼的楼道亮起来了",
        "坏了一个月的楼道灯修好了，几户自己凑的灯罩也装上了。",
        ("stairs-lit", "楼道里灯亮着，台阶干净", "修好的楼道灯"),
    ),
    Plan {
        end: false,
        ..plan(
            95,
            "芙蓉社区",
            "吴敏",
            AFFAIRS,
            LACKING,
            "一季度办了什么、花了什么、还差什么。\n几件没按期办完的，写明了卡在哪家、预计哪天办。",
        )
    },
    plan(
        93,
        "芙蓉社区",
        "吴敏",
        ACCOUNTS,
        "第一季度财务收支",
        "上级拨付 30,000.00 元；办公 6,020.00 元，活动 3,300.00 元，小修 11,480.00 元；结余 9,200.00 元。",
    ),
    plan(
        80,
        "芙蓉里",
        "吴敏",
        SERVICE,
        "芙蓉里物业服务报告（一季度）",
        "做了什么：电梯维保 3 次，二次供水水箱清洗 1 次，消防设施检查 3 次。\n公共收益：停车 5,600.00 元，广告 1,200.00 元。",
    ),
    plan(
        60,
        "芙蓉里",
        "刘志强",
        FUND,
        CORRECTED.0,
        "6 号楼屋面防水：防水卷材 420 平方米，材料 21,306.00 元，人工 13,400.00 元，合计 34,706.00 元。",
    ),
    plan(
        45,
        "和平里",
        "吴敏",
        PLAIN,
        "二次供水水箱清洗停水通知",
        "后天上午 8 点到 12 点停水清洗水箱，请提前接好水。清洗完先放两分钟再用。",
    ),
    news(
        30,
        "铁东 12 号院",
        Section::Events,
        "院口的坑填平了",
        "院口的坑填平压实了，下雨不再积水。缺的两块路牙石下周补。",
        ("road", "院口的路面，坑已经填平，路牙边上码着石块", "填平的路面"),
    ),
    plan(
        20,
        "芙蓉社区",
        "周国栋",
        PARTY,
        "社区党委二季度党务公开",
        "议事协调会开了几次、定了什么、谁办、办到哪了。\n党员报到参加的服务，只写件数，不写人名。",
    ),
    plan(
        6,
        "芙蓉里",
        "吴敏",
        PLAIN,
        "高温天独居老人上门看一看",
        "七月到八月，每天下午网格员上门看独居的老人。家里有老人不方便开门的，打值班电话约时间。",
    ),
    plan(
        4,
        "铁东 12 号院",
        "吴敏",
        AFFAIRS,
        "铁东 12 号院接管到哪一步了",
        "摸底、认定、托管做完了，下一步意向征询。每一步哪天做的、谁做的，点开“接管”能看。",
    ),
    plan(
        3,
        "和平里",
        "吴敏",
        SERVICE,
        "和平里物业服务报告（二季度）",
        "做了什么：电梯维保 3 次，绿化补种 40 平方米。没做到：门禁两次超过一天没修好，原因写在后面。\n公共收益：广告位 2,400.00 元，快递柜 900.00 元。",
    ),
    plan(
        2,
        "芙蓉社区",
        "吴敏",
        AFFAIRS,
        "第二季度居务公开",
        "这一季度居民提的事、办完的、在办的、超期的，分小区列在下面。\n要看每件事办到哪了，扫码。",
    ),
    news(
        1,
        "芙蓉里",
        Section::Honour,
        "2 单元的扶手换好了",
        "松了的扶手换成新的，防滑条也补齐了。谢谢一起出主意的邻居。",
        ("stairs-lit", "楼梯的新扶手和台阶上的防滑条", "换好的扶手"),
    )
    .part_of(BY_HAND),
];
