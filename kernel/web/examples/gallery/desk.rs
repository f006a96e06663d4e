//! Pages for the desk.

use lianxin_base::Lang;
use lianxin_web::{
    components::{
        Choice, Choices, Field, FieldKind, Filters, Holder, Look, Meta, MiniBridge, Pager, Pick, Search, State, Submit,
        TabItem, Tabs, Tag, Tick, Tone,
    },
    icons::Icon,
    shell::{Me, NavItem},
};

use super::{phone, w};

pub(crate) fn me(lang: Lang) -> Me<'static> {
    Me {
        name: w(lang, "李秀英", "Li Xiuying").into(), role: w(lang, "御府苑社区 网格员", "Grid worker").into()
    }
}

pub(crate) fn nav(lang: Lang) -> Vec<NavItem<'static>> {
    let item = |icon, zh, en, count, head: Option<&'static str>| NavItem {
        url: "/desk".into(),
        label: w(lang, zh, en).into(),
        icon,
        count,
        current: zh == "办事",
        head: head.map(Into::into),
    };
    vec![
        item(Icon::Inbox, "等我办的", "Waiting for me", Some(7), None),
        item(Icon::ClipboardList, "办事", "Matters", Some(51), None),
        item(Icon::Messages, "议事会", "Council", None, None),
        item(Icon::BuildingCommunity, "联席会议", "Joint meeting", None, None),
        item(Icon::Receipt, "物业收费", "Fees", None, Some(w(lang, "服务", "Services"))),
        item(Icon::HeartHandshake, "互助与心愿", "Mutual aid", None, None),
        item(Icon::UsersGroup, "志愿队伍", "Volunteers", None, None),
        item(Icon::Speakerphone, "公示发布", "Notices", None, Some(w(lang, "公开", "Public"))),
        item(Icon::Settings, "设置", "Settings", None, None),
    ]
}

struct Line {
    title: [&'static str; 2],
    place: [&'static str; 2],
    no: &'static str,
    at: usize,
    holder: [&'static str; 2],
    due: [&'static str; 2],
    class: &'static str,
    moved: &'static str,
}

const LINES: [Line; 7] = [
    Line {
        title: ["2 单元楼道灯不亮", "Stair light out"],
        place: ["御府苑 3 号楼", "Yufuyuan 3"],
        no: "0042",
        at: 2,
        holder: ["红星物业", "Hongxing"],
        due: ["8 月 12 日 周三", "Wed 12 Aug"],
        class: "soon",
        moved: "10:24",
    },
    Line {
        title: ["南门电动车充电棚选址", "Charging shed"],
        place: ["御府苑 南门", "South gate"],
        no: "0039",
        at: 1,
        holder: ["居民委员会", "Committee"],
        due: ["8 月 18 日 周二", "Tue 18 Aug"],
        class: "",
        moved: "09:50",
    },
    Line {
        title: ["地下室返味，雨后积水", "Smell in the cellar"],
        place: ["光明小区 5 号楼", "Guangming 5"],
        no: "0031",
        at: 2,
        holder: ["区住建局", "Housing bureau"],
        due: ["超了 1 天", "1 day late"],
        class: "late",
        moved: "8-09",
    },
    Line {
        title: ["健身器材螺丝松动", "Loose bolt"],
        place: ["御府苑 中心花园", "Garden"],
        no: "0040",
        at: 2,
        holder: ["红星物业", "Hongxing"],
        due: ["8 月 14 日 周五", "Fri 14 Aug"],
        class: "",
        moved: "8-09",
    },
    Line {
        title: ["楼上空调滴水到窗台", "Dripping cooler"],
        place: ["和平里 8 号楼", "Hepingli 8"],
        no: "0037",
        at: 1,
        holder: ["议事会", "Council"],
        due: ["8 月 17 日 周一", "Mon 17 Aug"],
        class: "",
        moved: "8-09",
    },
    Line {
        title: ["弃管楼化粪池满溢", "Cesspit full"],
        place: ["铁东 12 号院", "Tiedong 12"],
        no: "0044",
        at: 0,
        holder: ["还没交给谁", "nobody yet"],
        due: ["今天", "today"],
        class: "soon",
        moved: "8-09",
    },
    Line {
        title: ["单元门禁刷不开", "Door does not open"],
        place: ["光明小区 2 号楼", "Guangming 2"],
        no: "0028",
        at: 3,
        holder: ["居民代表", "Residents"],
        due: ["8 月 13 日 周四", "Thu 13 Aug"],
        class: "",
        moved: "8-08",
    },
];

fn states(at: usize) -> [State; 4] {
    [0, 1, 2, 3].map(|pier: usize| match pier.cmp(&at) {
        std::cmp::Ordering::Less => State::Done,
        std::cmp::Ordering::Equal => State::Now,
        std::cmp::Ordering::Greater => State::Todo,
    })
}

fn table(lang: Lang) -> String {
    let pick = |pair: [&'static str; 2]| w(lang, pair[0], pair[1]);
    let stages = [["收集", "Collect"], ["协商", "Discuss"], ["解决", "Resolve"], ["反馈", "Feedback"]];
    let rows: String = LINES
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let open = n == 0;
            let stage = stages.get(line.at).copied().unwrap_or(stages[0]);
            let mini = MiniBridge { states: states(line.at), late: line.class == "late", stage: pick(stage).into() };
            format!(
                "<tr{}><td class=\"what\"><a href=\"#pane\"{}>{}<span class=\"num\">{}</span></a></td><td>{mini}</td>\
                 <td>{}</td><td class=\"nw num {}\">{}</td><td class=\"nw num sub\">{}</td></tr>",
                if open { " class=\"on\"" } else { "" },
                if open { " aria-current=\"true\"" } else { "" },
                pick(line.title),
                Meta::of([pick(line.place), line.no]),
                pick(line.holder),
                line.class,
                pick(line.due),
                line.moved,
            )
        })
        .collect();
    let heads: String =
        [["事项", "Matter"], ["进度", "Step"], ["谁在办", "Who has it"], ["期限", "Due"], ["更新", "Moved"]]
            .map(|head| format!("<th scope=\"col\">{}</th>", pick(head)))
            .concat();
    format!(
        "<div class=\"scroll\"><table class=\"board flow\" id=\"board\"><caption class=\"vh\">{}</caption><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        w(lang, "在办的事", "Open matters")
    )
}

fn filters(lang: Lang) -> Filters<'static> {
    let all = |zh, en| vec![Choice::new("", w(lang, zh, en)), Choice::new("yfy", w(lang, "御府苑", "Yufuyuan"))];
    let pick = |name: &'static str, zh, en, items| Pick {
        name: name.into(),
        label: w(lang, zh, en).into(),
        items,
        value: "".into(),
    };
    Filters {
        lang,
        action: "/desk".into(),
        search: Some(Search {
            name: "q".into(),
            example: w(lang, "编号、事项、地点", "Number, words, place").into(),
            value: "".into(),
        }),
        picks: vec![
            pick("area", "小区", "Compound", all("全部小区", "All compounds")),
            pick("holder", "谁在办", "Who", all("全部单位", "Everybody")),
        ],
        ticks: vec![Tick { name: "late".into(), label: w(lang, "只看超期", "Only late").into(), on: false }],
        kept: vec![("tab".into(), "open".into())],
    }
}

fn pane(lang: Lang, open: bool) -> String {
    let holder = Holder::new(
        lang,
        w(lang, "红星物业 维修班正在办", "Hongxing repair team is on it"),
        Meta::of([w(lang, "等新灯到货", "waiting for a lamp")]),
    );
    let (level, sub) = if open { (1, 2) } else { (2, 3) };
    format!(
        "<section class=\"pane\" id=\"pane\" aria-label=\"{}\"><p class=\"pane-h\"><span class=\"num\">{}</span>{}</p><h{level} class=\"pane-t\">{}</h{level}>\
         <p class=\"said\">{}</p><p class=\"meta num\">{}</p>{}{holder}<h{sub} class=\"pane-s\">{}</h{sub}>{}\
         <form class=\"pane-f\" method=\"post\" action=\"/desk/act\"><input type=\"hidden\" name=\"token\" value=\"token\">\
         <button class=\"btn btn-quiet\" name=\"do\" value=\"note\">{}</button>\
         <button class=\"btn btn-quiet\" name=\"do\" value=\"pass\">{}</button>\
         <button class=\"btn btn-main\" name=\"do\" value=\"done\">{}</button></form></section>",
        w(lang, "这件事", "This matter"),
        Meta::of(["0042", w(lang, "楼道照明", "stair light")]),
        Tag::new(Tone::Due, w(lang, "8 月 12 日（周三）前", "by Wed 12 Aug")),
        w(lang, "2 单元楼道灯不亮", "Stair light out"),
        w(lang, "“3 楼到 5 楼的灯都不亮，晚上看不清台阶。”", "“The lights are out, one cannot see the steps.”"),
        w(lang, "12 户也这样", "12 homes have it too"),
        phone::bridge(lang, false),
        w(lang, "经过", "What happened"),
        phone::log(lang),
        w(lang, "记一笔", "Note"),
        w(lang, "交给…", "Hand on…"),
        w(lang, "干完了，请居民看", "Done, residents look"),
    )
}

pub(crate) fn board(lang: Lang, open: bool) -> String {
    let tab = |zh, en, count, current| TabItem {
        url: "/desk".into(),
        label: w(lang, zh, en).into(),
        count: Some(count),
        current,
    };
    let tabs = Tabs {
        label: w(lang, "按进度", "By step").into(),
        items: vec![
            tab("在办", "Open", 51, true),
            tab("收集", "Collect", 14, false),
            tab("协商", "Discuss", 9, false),
            tab("解决", "Resolve", 22, false),
            tab("反馈", "Feedback", 6, false),
            tab("办完的", "Closed", 1204, false),
        ],
    };
    let work = format!(
        "<div class=\"work\"><div class=\"work-h\"><div><h1>{}</h1><p class=\"num\">{}</p></div><div class=\"work-acts\">\
         <a class=\"btn btn-quiet\" href=\"/export\">{}{}</a><a class=\"btn\" href=\"/desk/new\">{}{}</a></div></div>\
         {tabs}{}{}{}</div>",
        w(lang, "办事", "Matters"),
        w(
            lang,
            "本周收到 <b>23</b> 件，居民说办好了 <b>19</b> 件。<span class=\"late\">1 件超期</span>",
            "<b>23</b> came in this week, residents call <b>19</b> solved. <span class=\"late\">1 is late</span>"
        ),
        Icon::Download.svg(""),
        w(lang, "导出", "Export"),
        Icon::Plus.svg(""),
        w(lang, "替人登记", "Enter for someone"),
        filters(lang),
        table(lang),
        Pager { lang, from: 1, to: 7, total: 51, prev: None, next: Some("/desk?page=2".into()) },
    );
    let class = if open { "split has-pane" } else { "split" };
    format!("<div class=\"{class}\">{work}{}</div>", pane(lang, open))
}

pub(crate) fn form(lang: Lang) -> String {
    let words = Field::new(lang, "words", w(lang, "居民原话", "In their words")).kind(FieldKind::Area).required();
    let from = Choices::new(lang, Look::Chips, "from", w(lang, "怎么来的", "How it came"))
        .item(Choice::new("call", w(lang, "来电", "Call")).icon(Icon::Phone))
        .item(Choice::new("desk", w(lang, "来社区", "Counter")).icon(Icon::BuildingCommunity))
        .item(Choice::new("round", w(lang, "巡查", "Round")).icon(Icon::Eye))
        .chosen("call")
        .required();
    let when =
        Field::new(lang, "day", w(lang, "哪天说的", "Which day")).kind(FieldKind::Date).value("2026-08-07").required();
    let homes = Field::new(lang, "homes", w(lang, "几户", "Homes")).kind(FieldKind::Number);
    let pin = Field::new(lang, "pin", w(lang, "您的 6 位码", "Your code")).kind(FieldKind::Code).required();
    let word = Field::new(lang, "word", w(lang, "口令", "Password"))
        .kind(FieldKind::Password)
        .value("secret")
        .autocomplete("current-password");
    format!(
        "<div class=\"work\"><div class=\"work-h\"><div><h1>{}</h1></div></div><form class=\"narrow\" method=\"post\" action=\"/desk/new\">\
         {words}{from}{when}{homes}{pin}{word}{}</form></div>",
        w(lang, "替人登记", "Enter for someone"),
        Submit::new(w(lang, "记下来", "Keep it")),
    )
}
