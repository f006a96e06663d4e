//! Pages for a phone.

use lianxin_base::Lang;
use lianxin_web::{
    components::{
        Back, Bridge, Choice, Choices, Confirm, Empty, Entry, ErrorSummary, Facts, Field, FieldKind, Holder, Html,
        Lead, Link, Log, Look, MatterCard, Meta, Notice, NoticeKind, Pager, Pier, Receipt, Row, Rows, State, Submit,
        TabItem, Tabs, Tag, Tile, Tiles, Tone,
    },
    icons::Icon,
    shell::{Me, Size},
};

use super::w;

pub(crate) fn me(lang: Lang) -> Me<'static> {
    Me { name: w(lang, "赵桂兰", "Zhao Guilan").into(), role: w(lang, "御府苑 住户", "Resident").into() }
}

pub(crate) fn bridge(lang: Lang, late: bool) -> Bridge<'static> {
    let span = if late { w(lang, "超了 3 天", "3 days late") } else { w(lang, "第 2 天", "day 2") };
    Bridge {
        lang,
        piers: [
            Pier::new(w(lang, "收集", "Collect"), State::Done, w(lang, "当天", "same day")),
            Pier::new(w(lang, "协商", "Discuss"), State::Done, w(lang, "1 天", "1 day")),
            Pier::new(w(lang, "解决", "Resolve"), State::Now, span),
            Pier::new(w(lang, "反馈", "Feedback"), State::Todo, w(lang, "还没到", "later")),
        ],
        late,
    }
}

fn holder(lang: Lang) -> Holder<'static> {
    let title = w(lang, "红星物业 维修班正在办", "Hongxing repair team is on it");
    let line = [w(lang, "等新灯到货", "waiting for a lamp")];
    Holder::new(lang, title, Meta::of(line)).phone("0475-0000000", w(lang, "红星物业", "Hongxing"))
}

fn card(lang: Lang) -> MatterCard<'static> {
    MatterCard {
        url: Some("/m/YFY-2026-0042".into()),
        meta: Meta::of([w(lang, "8 月 7 日", "7 Aug"), w(lang, "楼道照明", "stair light")]),
        tag: Some(Tag::new(Tone::Due, w(lang, "8 月 12 日（周三）前", "by Wed 12 Aug"))),
        bridge: Some(bridge(lang, false)),
        holder: Some(holder(lang)),
        src: Some("/m/YFY-2026-0042".into()),
        ..MatterCard::new("m-0042", w(lang, "2 单元楼道灯不亮", "Stair light out, entrance 2"))
    }
}

fn tiles(lang: Lang) -> Tiles<'static> {
    let tile = |icon, zh, en, badge: &'static str| Tile {
        url: "/".into(),
        icon,
        label: w(lang, zh, en).into(),
        badge: badge.into(),
    };
    Tiles {
        items: vec![
            tile(Icon::Receipt, "物业缴费", "Fees", w(lang, "8月", "Aug")),
            tile(Icon::HeartHandshake, "邻里互助", "Mutual aid", ""),
            tile(Icon::UsersGroup, "志愿活动", "Volunteers", ""),
            tile(Icon::School, "手机课堂", "Phone class", ""),
            tile(Icon::Plant2, "认领菜园", "Garden", ""),
            tile(Icon::FileText, "账目公开", "Accounts", ""),
        ],
    }
}

pub(crate) fn home(lang: Lang, size: Size) -> String {
    let hero = if size.is_elder() {
        format!("<section class=\"hero\"><h1>{}</h1></section>", w(lang, "有事您说话", "Tell us"))
    } else {
        format!(
            "<section class=\"hero\"><h1>{}</h1><p>{}</p></section>",
            w(lang, "有事您说话", "Tell us"),
            w(lang, "拍张照片，说两句。谁在办，一路看得见。", "A picture, a few words. See who has it, all the way.")
        )
    };
    let call = if size.is_elder() {
        let words = w(lang, "打电话给网格员", "Call the grid worker");
        format!("<a class=\"btn btn-wide\" href=\"tel:0475-0000000\">{}{words}</a>", Icon::Phone.svg(""))
    } else {
        String::new()
    };
    format!(
        "{hero}<div class=\"stack\"><a class=\"btn btn-main btn-wide\" href=\"/report\">{}{}</a>{call}</div>\
         <section class=\"sec\" aria-labelledby=\"mine\"><div class=\"sec-h\"><h2 id=\"mine\">{}</h2>\
         <a class=\"more\" href=\"/mine\">{}{}</a></div>{}</section>\
         <section class=\"sec\" aria-labelledby=\"svc\"><div class=\"sec-h\"><h2 id=\"svc\">{}</h2></div>{}</section>",
        Icon::Camera.svg(""),
        w(lang, "反映问题", "Report something"),
        w(lang, "我家的事", "Our matters"),
        w(lang, "全部 3 件", "All 3"),
        Icon::ChevronRight.svg("i-s"),
        card(lang),
        w(lang, "常用", "Services"),
        tiles(lang),
    )
}

pub(crate) fn form(lang: Lang, bad: bool) -> String {
    let error = bad.then(|| w(lang, "写两个字也行，说说什么坏了", "Say in a word or two what is wrong"));
    let kinds = Choices::new(lang, Look::Chips, "kind", w(lang, "什么事", "What is it about"))
        .item(Choice::new("fix", w(lang, "东西坏了", "Broken")).icon(Icon::Tool))
        .item(Choice::new("view", w(lang, "有意见", "An opinion")).icon(Icon::MessageCircle))
        .item(Choice::new("ask", w(lang, "想打听", "A question")).icon(Icon::HelpCircle))
        .item(Choice::new("dunno", w(lang, "说不清", "Not sure")).icon(Icon::Dots))
        .chosen("fix");
    let words = Field::new(lang, "words", w(lang, "怎么回事", "What happened"))
        .kind(FieldKind::Area)
        .hint(w(lang, "可以点键盘上的话筒，用嘴说", "You can dictate it"))
        .example(w(lang, "例：3 楼到 5 楼的灯都不亮", "The lights on floors 3 to 5 are out"))
        .error(error)
        .required()
        .max(500);
    let places = ["御府苑 3 号楼 2 单元", "御府苑 中心花园"].map(|place| Choice::new(place, place)).to_vec();
    let place = Field::new(lang, "place", w(lang, "在哪儿", "Where")).kind(FieldKind::Select(places));
    let phone = Field::new(lang, "phone", w(lang, "电话", "Telephone"))
        .kind(FieldKind::Tel)
        .hint(w(lang, "只给办事的人看", "Only for those who work on it"))
        .autocomplete("tel");
    let sees = Choices::new(lang, Look::Options, "see", w(lang, "谁能看见", "Who may see it"))
        .item(Choice::new("all", w(lang, "小区邻居都能看", "Neighbours")).note(w(
            lang,
            "名字和电话始终不公开",
            "Never your name",
        )))
        .item(Choice::new("desk", w(lang, "只给办事的人看", "Only those who work on it")))
        .chosen("all")
        .required();
    let tell = Choices::new(lang, Look::Checks, "tell", w(lang, "办好了怎么告诉您", "How we tell you"))
        .item(Choice::new("call", w(lang, "打电话", "By telephone")))
        .item(Choice::new("visit", w(lang, "上门", "At your door")));
    let faults = error.map(|text| ("words".into(), text.into())).into_iter().collect();
    format!(
        "{}<div class=\"page-h\"><h1>{}</h1><p>{}</p></div>{}<form method=\"post\" action=\"/report\" novalidate>\
         {words}{kinds}{place}{phone}{sees}{tell}{}{}</form>",
        Back::new("/", w(lang, "首页", "Home")),
        w(lang, "反映问题", "Report something"),
        w(lang, "说两句就行，当天有人接。", "A few words are enough."),
        ErrorSummary { lang, items: faults },
        Notice::new(
            NoticeKind::Assure,
            w(lang, "照片里的拍摄位置会自动抹掉。", "Where a picture was taken is removed.")
        ),
        Submit::send(lang),
    )
}

pub(crate) fn receipt(lang: Lang) -> String {
    Receipt {
        lang,
        title: "".into(),
        number: Some("御府苑-2026-0042".into()),
        says: w(
            lang,
            "网格员已经看到，8 月 12 日（周三）前给您回话。",
            "The grid worker has it and answers by Wed 12 Aug.",
        )
        .into(),
        leaf: "kQ3v 7YxM 2bTz".into(),
        at: "2026-08-07 17:45".into(),
        next: Some(Link::follow(lang, "/m/x").icon(Icon::Route)),
        qr: Html::default(),
        file: "/api/v1/receipts/x".into(),
        more: Html::default(),
    }
    .to_string()
}

pub(crate) fn log(lang: Lang) -> Log<'static> {
    let entry =
        |zh, en, who, when: &'static str, now| Entry { text: w(lang, zh, en).into(), meta: Meta::of([who, when]), now };
    Log {
        lang,
        items: vec![
            entry("换感应灯和线，等货", "New lamp ordered", w(lang, "红星物业", "Hongxing"), "8-10 10:24", true),
            entry("议定由物业修，钱走公共收益", "Agreed who pays", w(lang, "议事会", "Council"), "8-08 16:10", false),
            entry(
                "去看过了：3 到 5 层共 3 盏不亮",
                "Checked: three lamps",
                w(lang, "网格员", "Grid"),
                "8-07 18:32",
                false,
            ),
        ],
    }
}

pub(crate) fn matter(lang: Lang) -> String {
    let facts = Facts {
        items: vec![
            (w(lang, "编号", "Number").into(), "御府苑-2026-0042".into()),
            (w(lang, "地点", "Where").into(), w(lang, "3 号楼 2 单元", "Building 3, entrance 2").into()),
        ],
    };
    let late = MatterCard {
        tag: Some(Tag::new(Tone::Late, w(lang, "超了 3 天", "3 days late"))),
        bridge: Some(bridge(lang, true)),
        holder: Some(holder(lang)),
        level: 2,
        ..MatterCard::new("late", w(lang, "地下室返味，雨后积水", "Smell and water in the cellar"))
    };
    let closed = MatterCard {
        tag: Some(Tag::new(Tone::Ok, w(lang, "居民说办好了", "Residents say: solved"))),
        bridge: Some(Bridge {
            lang,
            piers: [
                Pier::new(w(lang, "收集", "Collect"), State::Done, w(lang, "当天", "same day")),
                Pier::new(w(lang, "协商", "Discuss"), State::Skipped, w(lang, "不用", "not needed")),
                Pier::new(w(lang, "解决", "Resolve"), State::Done, w(lang, "1 天", "1 day")),
                Pier::new(w(lang, "反馈", "Feedback"), State::Done, w(lang, "当天", "same day")),
            ],
            late: false,
        }),
        level: 2,
        ..MatterCard::new("closed", w(lang, "健身器材螺丝松动", "Loose bolt in the playground"))
    };
    format!(
        "{}<div class=\"page-h\"><h1>{}</h1></div>{}{late}{closed}<section class=\"sec\"><h2>{}</h2>{facts}{}</section>",
        Back::new("/board", w(lang, "议事", "Matters")),
        w(lang, "2 单元楼道灯不亮", "Stair light out, entrance 2"),
        Notice::new(NoticeKind::Ok, w(lang, "记下了，12 户也这样。", "Noted: 12 homes have it too.")),
        w(lang, "经过", "What happened"),
        log(lang),
    )
}

pub(crate) fn lists(lang: Lang) -> String {
    let rows = Rows {
        items: vec![
            Row::to("/n/1", w(lang, "6 月公共收益收支明细", "Common income in June"))
                .line([w(lang, "业主委员会", "Owners"), w(lang, "可逐笔核对", "line by line")]),
            Row {
                lead: Lead::Date { day: "24".into(), month: w(lang, "6月", "Jun").into() },
                title: w(lang, "水箱清洗，周六停水 3 小时", "Water off on Saturday").into(),
                ..Row::default()
            },
            Row::to("/n/3", w(lang, "南门停车怎么分", "Parking at the south gate"))
                .icon(Icon::Messages)
                .tag(Tag::new(Tone::Plain, w(lang, "待看", "to be read"))),
        ],
    };
    let tab = |zh, en, count, current| TabItem { url: "/board".into(), label: w(lang, zh, en).into(), count, current };
    let tabs = Tabs {
        label: w(lang, "按进度", "By step").into(),
        items: vec![
            tab("在办", "Open", Some(51), true),
            tab("收集", "Collect", Some(14), false),
            tab("办完的", "Closed", None, false),
        ],
    };
    format!(
        "<div class=\"page-h\"><h1>{}</h1></div>{tabs}{rows}{}{}{}{}",
        w(lang, "议事", "Matters"),
        Pager { lang, from: 1, to: 3, total: 51, prev: None, next: Some("/board?page=2".into()) },
        Notice::new(NoticeKind::Info, w(lang, "名字和电话不公开。", "Names are not shown.")),
        Notice::new(NoticeKind::Warn, w(lang, "3 号楼停水，在抢修。", "Building 3 is without water.")),
        Empty {
            icon: Icon::Inbox,
            text: w(lang, "还没有消息。", "No messages yet.").into(),
            action: Some(Link::new("/report", w(lang, "反映问题", "Report something")).icon(Icon::Camera)),
        },
    )
}

pub(crate) fn confirm(lang: Lang) -> String {
    Confirm {
        lang,
        title: w(lang, "这件事不办了？", "Withdraw this?").into(),
        lines: vec![
            w(lang, "撤回以后邻居就看不到了。随时能再提。", "Neighbours no longer see it. You can bring it up again.")
                .into(),
        ],
        action: "/m/x/withdraw".into(),
        csrf: "token".into(),
        hidden: vec![("act".into(), "withdraw".into())],
        submit: w(lang, "撤回", "Withdraw").into(),
        back: "/m/x".into(),
    }
    .to_string()
}

pub(crate) fn sheet(lang: Lang) -> String {
    format!("<h1>{}</h1>{}{}", w(lang, "登记单", "Intake slip"), bridge(lang, false), log(lang))
}
