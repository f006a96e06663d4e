//! 台账搬进来: matters under way are brought over from the sheet that was kept before, with their real dates, so that
//! nobody keeps two books.

mod list;

pub use list::LIST;

use crate::collect::{Dispatch, Report};
use crate::course::{Terms, community, due, flow, parties, terms};
use crate::feedback::Feedback;
use crate::rules::{Category, Move, Pace, See, Source, TITLE_MAX, WORDS_MAX};
use crate::solve::Completion;
use crate::store::{self, Matter};
use crate::texts::t;
use lianxin_base::{ActId, Day, Lang, MatterId, Moment, OrgId, WayId};
use lianxin_journal::{Head, already, record};
use lianxin_paper::{Asked, Column, Entered, Form, Import, Line, Schema, What, Wrong, door, each, nobody};
use lianxin_path::{Facts, Hop};
use lianxin_store::{Fault, FileHash, Read, Stop, Tx};

const NO: Column =
    Column::new("no", &["编号", "登记编号", "工单号", "序号"]).form(Form::Code).says("原来台账上的编号", "2026-015");
const DAY: Column = Column::new("day", &["受理日期", "登记日期", "反映日期", "日期"])
    .required()
    .form(Form::Day)
    .says("哪天收到的", "2026-08-03");
const SOURCE: Column = Column::new("source", &["来源", "诉求来源"]).says("哪儿来的", "12345 转办");
const NAME: Column = Column::new("name", &["反映人", "诉求人", "姓名"]).says("没有就空着", "张玉兰");
const PHONE: Column =
    Column::new("phone", &["联系电话", "电话", "手机号"]).form(Form::Code).says("没有就空着", "13812345678");
const AREA: Column =
    Column::new("area", &["小区", "小区名称", "所属小区"]).down().says("一个小区的表可以不要这一列", "芙蓉里");
const SPOT: Column =
    Column::new("spot", &["小区楼栋", "地点", "地址", "楼栋"]).says("小区和楼号写在一格里也行", "芙蓉里3号楼");
const WORDS: Column =
    Column::new("words", &["事项", "诉求内容", "反映事项", "内容"]).required().says("说的什么事", "楼道灯不亮");
const CATEGORY: Column = Column::new("category", &["类别", "事项类别"]).form(Form::One(&[
    "楼道照明",
    "电梯",
    "水电暖",
    "房屋维修",
    "环境卫生",
    "停车充电",
    "消防安全",
    "公共空间",
    "其他",
]));
const ORG: Column =
    Column::new("org", &["承办单位", "责任单位", "办理单位"]).says("交给了谁；册上有的单位，全名或简称", "红星物业");
const DUE: Column =
    Column::new("due", &["时限", "办理时限", "办结时限"]).form(Form::Day).says("哪天前办完", "2026-08-10");
const COURSE: Column = Column::new("course", &["办理情况", "办理结果", "处理情况"]).says("办得怎么样了", "已换灯");
const DONE: Column =
    Column::new("done", &["办结日期", "完成日期"]).form(Form::Day).says("还没办完就空着", "2026-08-06");
const BACK: Column = Column::new("back", &["回访", "回访情况", "满意度", "回访结果"]).says("居民怎么说", "满意");

/// The sheet that communities keep: 居民诉求台账.
pub const SCHEMA: Schema = Schema {
    kind: "matters",
    name: "诉求台账",
    columns: &[NO, DAY, SOURCE, NAME, PHONE, AREA, SPOT, WORDS, CATEGORY, ORG, DUE, COURSE, DONE, BACK],
    either: &[&["day"], &["words"]],
};

/// How it is brought over: the matters of a month together.
pub const IMPORT: Import = Import {
    schema: &SCHEMA,
    name: |lang| t(lang).msg_ledger_name(),
    group: |line| line.day(&DAY).ok().flatten().map_or_else(String::new, |d| d.to_string().chars().take(7).collect()),
    enter,
};

/// The hours that stand for a day of which the ledger says no more.
const MORNING: (u8, u8) = (9, 0);
const EVENING: (u8, u8) = (17, 0);

/// A line of the ledger.
struct Told {
    row: u32,
    /// The number the ledger gave it.
    no: Option<String>,
    key: String,
    day: Day,
    due: Option<Day>,
    done: Option<Day>,
    name: Option<String>,
    phone: Option<String>,
    place: Option<String>,
    category: Category,
    org: Option<String>,
    title: String,
    words: String,
    course: Option<String>,
    back: Option<String>,
}

fn enter(tx: &mut Tx<'_>, asked: &Asked, lines: &[Line]) -> Result<Entered, Stop> {
    let terms = terms(tx, asked.area)?;
    each(tx, asked, lines, read, |tx, _, told, done| bring(tx, asked, &terms, &told, done))
}

fn read(line: &Line, asked: &Asked, done: &mut Entered) -> Result<Told, Wrong> {
    let day = line.day(&DAY)?.ok_or(Wrong::of(&DAY, What::Missing))?;
    let said = line.words(&WORDS, WORDS_MAX)?.ok_or(Wrong::of(&WORDS, What::Missing))?;
    let (no, source) = (line.code(&NO, 40)?, line.words(&SOURCE, 40)?);
    let words: Vec<(&str, Category)> = Category::ALL.iter().map(|c| (category_name_zh(*c), *c)).collect();
    let due = line.day(&DUE).unwrap_or_else(|_| {
        done.review.push((line.row, t(asked.lang).msg_ledger_due()));
        None
    });
    let (org, finished) = (line.words(&ORG, 60)?.filter(|o| !nobody(o)), line.day(&DONE)?);
    let (course, back) = (line.words(&COURSE, WORDS_MAX)?, line.words(&BACK, 60)?);
    // The ledger's own number and source stay with the words: people go on asking by them. So does what an open matter
    // has no place for yet: how far it is, what was said on the telephone, the day that was promised before anybody had it.
    let open = finished.is_none();
    let mark: Vec<String> = [
        no.clone().map(|n| format!("原编号 {n}")),
        source.map(|s| format!("来源：{s}")),
        due.filter(|_| open && org.is_none()).map(|day| format!("时限：{day}")),
        course.clone().filter(|_| open).map(|c| format!("办理情况：{c}")),
        back.clone().filter(|_| open).map(|b| format!("回访：{b}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let words_all = if mark.is_empty() { said.clone() } else { format!("{said}（{}）", mark.join("，")) };
    let key = no.clone().unwrap_or_else(|| format!("{day} {said}"));
    Ok(Told {
        row: line.row,
        no,
        key: FileHash::of(format!("{} {key}", asked.area).as_bytes()).to_string(),
        day,
        due,
        done: finished,
        name: line.words(&NAME, 40)?.filter(|n| !nobody(n)),
        phone: line.phone(&PHONE)?,
        place: line.words(&SPOT, 60)?,
        category: line.one(&CATEGORY, &words)?.unwrap_or(Category::Other),
        org,
        title: said.chars().take(TITLE_MAX).collect(),
        words: words_all.chars().take(WORDS_MAX).collect(),
        course,
        back,
    })
}

/// As the template lists them.
const fn category_name_zh(c: Category) -> &'static str {
    match c {
        Category::Light => "楼道照明",
        Category::Lift => "电梯",
        Category::Water => "水电暖",
        Category::Repair => "房屋维修",
        Category::Clean => "环境卫生",
        Category::Park => "停车充电",
        Category::Safety => "消防安全",
        Category::Space => "公共空间",
        Category::Other => "其他",
    }
}

/// What the residents said when they were asked.
fn good(back: &str) -> Option<bool> {
    const BAD: [&str; 6] = ["不满意", "没办好", "未解决", "没解决", "未办", "不认可"];
    const GOOD: [&str; 5] = ["满意", "办好了", "已解决", "解决了", "认可"];
    if BAD.iter().any(|word| back.contains(word)) {
        return Some(false);
    }
    GOOD.iter().any(|word| back.contains(word)).then_some(true)
}

fn bring(tx: &mut Tx<'_>, asked: &Asked, terms: &Terms, told: &Told, done: &mut Entered) -> Result<(), Stop> {
    let (t, today) = (t(asked.lang), tx.now().day());
    let token = format!("ledger/{}", told.key);
    // Brought over before, or a line of our own list that came back.
    let ours = told.no.as_deref().map(|no| store::public_by_no(tx, no)).transpose()?.flatten();
    if already(tx, &token)?.is_some() || ours.is_some_and(|m| m.area == asked.area) {
        return Ok(());
    }
    let late = told.done.is_some_and(|done| done < told.day || done > today);
    if told.day > today || late {
        done.faults.push((told.row, t.msg_ledger_days()));
        return Ok(());
    }
    let executor = match &told.org {
        None => None,
        Some(name) => match party_named(tx, asked, name, today)? {
            Some(org) => Some(org),
            None => {
                done.faults.push((told.row, t.msg_ledger_no_org(name)));
                return Ok(());
            }
        },
    };
    let now = tx.now();
    let home = community(tx, asked.area, now)?;
    let m = begin(tx, asked, terms, told, home, token)?;
    if executor.is_some() || told.done.is_some() {
        handed_on(tx, asked, terms, told, &m, (executor.unwrap_or(home), home))?;
    }
    if let Some(day) = told.done {
        ended(tx, asked, terms, told, m.id, (executor.unwrap_or(home), home), day)?;
    }
    done.count(if told.done.is_some() { t.msg_ledger_done() } else { t.msg_ledger_open() });
    Ok(())
}

fn party_named(r: &mut Read<'_>, asked: &Asked, name: &str, on: Day) -> Result<Option<OrgId>, Fault> {
    let all = parties(r, asked.area, on)?;
    Ok(all.into_iter().find(|o| o.name == name || o.short.as_deref() == Some(name)).map(|o| o.id))
}

fn head(tx: &Tx<'_>, asked: &Asked, no: &str, token: Option<String>) -> Head {
    Head { id: ActId::new(tx.chance(), tx.now()), area: asked.area, by: asked.by, no: Some(no.to_owned()), token }
}

/// The report, on the day it came in; somebody looks at it from now on.
fn begin(
    tx: &mut Tx<'_>,
    asked: &Asked,
    terms: &Terms,
    told: &Told,
    home: OrgId,
    token: String,
) -> Result<Matter, Stop> {
    let area = lianxin_register::find::area(tx, asked.area)?.ok_or(crate::rules::Refusal::UnknownPlace)?;
    let (year, pace, now) = (told.day.year(), told.category.pace(), tx.now());
    let n = store::next_no(tx, asked.area, year)?;
    let way = WayId::new(tx.chance(), now);
    let begun = flow().begin(way, pace.name(), &|_| Some(home));
    let (mut begin, _) = begun.map_err(|no| Fault::bug(format!("the flow has no beginning: {no:?}")))?;
    begin.at = Some(told.day.at(MORNING.0, MORNING.1));
    begin.due = due(terms, &begin.step, pace, now);
    let code = told.place.as_deref().and_then(door).map(|d| lianxin_register::building_code(&d.building));
    let building = match code {
        Some(code) => lianxin_register::find::building_by_code(tx, asked.area, &code)?.map(|b| b.id),
        None => None,
    };
    let new = crate::collect::NewReport {
        photos: Vec::new(),
        tell: None,
        matter: MatterId::new(tx.chance(), now),
        way,
        area: asked.area,
        place: told.place.clone(),
        building,
        category: Some(told.category),
        words: told.words.clone(),
        phone: told.phone.clone(),
        name: told.name.clone(),
        reporter: None,
        behalf: true,
        see: See::Parties,
        source: Source::Ledger,
        origin: crate::origin::Origin::default(),
    };
    let (id, no) = (new.matter, format!("{}-{year}-{n:04}", area.code));
    let head = head(tx, asked, &no, Some(token));
    record(tx, head, &Report { new, year, n, begin, about: None })?;
    there(tx, id)
}

fn there(tx: &mut Tx<'_>, id: MatterId) -> Result<Matter, Stop> {
    Ok(store::by_id(tx, id)?.ok_or_else(|| Fault::bug("a matter just brought over is not there"))?)
}

/// A hop as the flow has it, with the time the ledger says. Who may take it is not asked: it was taken long ago.
fn hop(m: &Matter, mv: Move, (executor, home): (OrgId, OrgId), at: Moment, due: Option<Moment>) -> Result<Hop, Stop> {
    let party = |name: &str| Some(if name == "executor" { executor } else { home });
    let hop = flow().hop(m.way, &m.step, mv.name(), &Facts::new(), &party);
    let (mut hop, _) = hop.map_err(|no| Fault::bug(format!("the flow has no such hop: {no:?}")))?;
    hop.at = Some(at);
    hop.due = due.filter(|_| !hop.ends);
    Ok(hop)
}

fn handed_on(
    tx: &mut Tx<'_>,
    asked: &Asked,
    terms: &Terms,
    told: &Told,
    m: &Matter,
    who: (OrgId, OrgId),
) -> Result<(), Stop> {
    let pace: Pace = told.category.pace();
    let usual = due(terms, "work", pace, tx.now());
    let due = told.due.map(|day| terms.close_of(day)).or(usual);
    let mut hop = hop(m, Move::Direct, who, told.day.at(MORNING.0, MORNING.1), due)?;
    hop.kind = Some(pace.name().to_owned());
    let (title, executor) = (told.title.clone(), Some(who.0));
    let head = head(tx, asked, &m.no, None);
    record(tx, head, &Dispatch { matter: m.id, hop, category: told.category, pace, title, executor })?;
    Ok(())
}

/// The unit said done; what the residents said, if the ledger has it. Where it does not, they are asked from now on.
fn ended(
    tx: &mut Tx<'_>,
    asked: &Asked,
    terms: &Terms,
    told: &Told,
    id: MatterId,
    who: (OrgId, OrgId),
    day: Day,
) -> Result<(), Stop> {
    let (m, at) = (there(tx, id)?, day.at(EVENING.0, EVENING.1));
    let ask_by = due(terms, "feedback", m.pace, tx.now());
    let hop_done = hop(&m, Move::Completion, who, at, ask_by)?;
    let mut words = told.course.clone().unwrap_or_else(|| t(Lang::Zh).msg_ledger_no_course());
    // What says neither good nor bad is no answer of the residents, but it is not lost.
    if let Some(back) = told.back.as_ref().filter(|back| good(back).is_none()) {
        words = format!("{words}（回访：{back}）");
    }
    let first = head(tx, asked, &m.no, None);
    let (cost, paid, person, photos) = (None, false, None, Vec::new());
    record(tx, first, &Completion { matter: id, hop: hop_done, words, cost, paid, person, photos })?;
    let Some(good) = told.back.as_deref().and_then(good) else { return Ok(()) };
    let m = there(tx, id)?;
    let (mv, words) = (if good { Move::Confirmation } else { Move::Objection }, told.back.clone().unwrap_or_default());
    let hop_back = hop(&m, mv, who, at, due(terms, "work", m.pace, tx.now()))?;
    let second = head(tx, asked, &m.no, None);
    record(tx, second, &Feedback { matter: id, hop: hop_back, good, how: None, words, person: None })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::category_name;

    #[test]
    fn what_the_residents_said_is_understood() {
        for (back, want) in [
            ("满意", Some(true)),
            ("基本满意", Some(true)),
            ("不满意", Some(false)),
            ("电话回访，居民说办好了", Some(true)),
            ("还没解决，未解决", Some(false)),
            ("未接电话", None),
            ("", None),
        ] {
            assert_eq!(good(back), want, "{back}");
        }
    }

    #[test]
    fn a_category_is_called_here_as_on_the_pages() {
        for c in Category::ALL {
            assert_eq!(category_name_zh(*c), category_name(Lang::Zh, *c));
        }
    }
}
