//! The councils of the demonstration: two whose minutes are final, one whose minutes hang out with an objection, one to come
//! that was moved, one nobody wrote down.

use super::open::{HALL, POLES};
use super::play::Play;
use super::rule::RULE;
use super::script::{BLANK, Script, Step, Who, on};
use crate::meeting::{
    Decided, NewChange, NewMeeting, NewMinutes, NewName, Outcome, Whoever, call, change, copied, minutes, object, store,
};
use crate::rules::{Category, EntryKind, Pace};
use crate::store::public_by_no;
use Step::{Dispatch, Done, Good, Say, Show};
use lianxin_base::{ActId, Day, Fen, Moment};
use lianxin_calendar::Calendar;
use lianxin_journal::Receipt;
use lianxin_store::{Fault, Stop};

/// 5 号楼和 6 号楼中间的空地, and 地库口的减速带: talked over at the two councils that are over.
pub(super) const TALKED: &[Script] = &[
    Script {
        building: "5 号楼",
        spot: "东边空地",
        who: Who::Resident("杨帆"),
        said: Some(Category::Space),
        words: "5 号楼、6 号楼中间那块空地荒着，能不能收拾出来放几条长椅？",
        back: 27,
        at: (18, 20),
        title: "5 号楼东边的空地怎么用",
        category: Category::Space,
        events: &[
            on(1, 9, 10, "李秀英", Dispatch(Pace::Complex)),
            on(1, 9, 20, "吴敏", Show("")),
            on(1, 19, 0, "董秀珍", Say(EntryKind::Support, "坐着说说话的地方是真没有。")),
            on(14, 15, 30, "王建国", Done("草清了，铺了碎石，四条长椅朝南摆好。")),
            on(15, 8, 45, "杨帆", Good("孩子们放学都在那儿写作业。", None)),
        ],
        ..BLANK
    },
    Script {
        area: "和平里",
        building: "1 号楼",
        spot: "地库口",
        who: Who::Resident("贾宏"),
        said: Some(Category::Park),
        words: "车出地库冲得快，门口老有孩子跑。加条减速带行不行？",
        back: 20,
        at: (12, 40),
        title: "地库口加减速带",
        category: Category::Park,
        events: &[
            on(1, 9, 40, "李秀英", Dispatch(Pace::Complex)),
            on(1, 9, 50, "吴敏", Show("")),
            on(2, 19, 10, "罗娜", Say(EntryKind::Worry, "推婴儿车过得去吗？")),
            on(15, 16, 0, "王建国", Done("两条减速带装好了，靠墙留了一米平的给推车走。")),
            on(16, 9, 0, "贾宏", Good("都慢下来了。", None)),
        ],
        ..BLANK
    },
];

/// What the minutes say of one matter: what, in which words, who does it, how many working days after the minutes, yuan.
type Said = (Outcome, &'static str, &'static str, u32, Option<i64>);

/// A council: when it is called, held and written down, counted in working days before today.
pub(super) struct Council {
    area: &'static str,
    by: &'static str,
    place: &'static str,
    called: u32,
    /// Before today; of the one to come, after it.
    held: u32,
    /// By the words they were reported in.
    agenda: &'static [&'static str],
    invited: &'static [&'static str],
    words: &'static str,
    written: Option<Written>,
    /// So many working days before today it was moved: to so many after today, at another place.
    moved: Option<(u32, u32, &'static str)>,
    /// It was held, and nobody wrote its minutes.
    missed: bool,
}

/// The morning after: who signed, and the minutes.
struct Written {
    residents: &'static [&'static str],
    others: &'static [(&'static str, &'static [&'static str])],
    words: &'static str,
    said: &'static [Said],
    /// Who objects the day after that.
    objection: Option<(&'static str, &'static str)>,
}

const TOGETHER: &[&str] = &["芙蓉社区党委", "芙蓉社区居委会", "芙蓉里业委会", "红星物业"];

/// All of them.
pub(super) const COUNCILS: &[Council] = &[
    Council {
        area: "芙蓉里",
        by: "吴敏",
        place: "芙蓉里居民活动室",
        called: 62,
        held: 58,
        agenda: &[RULE.words],
        invited: TOGETHER,
        words: "",
        written: Some(Written {
            residents: &["张玉兰", "董秀珍", "孙立", "韩磊", "白露"],
            others: &[("芙蓉里业委会", &["刘志强"]), ("红星物业", &["马建军"]), ("芙蓉社区党委", &["周国栋"])],
            words: "先看了估算。物业说两天大多来得及，等零件的先停一停、写明白等什么；居民说能知道哪天修好就行。",
            said: &[(Outcome::Do, "办的时限改成 2 个工作日，等零件的停下写明；把新时限贴出来", "红星物业", 10, None)],
            objection: None,
        }),
        moved: None,
        missed: false,
    },
    Council {
        area: "芙蓉里",
        by: "吴敏",
        place: "党群服务中心一楼议事角",
        called: 25,
        held: 22,
        agenda: &[TALKED[0].words],
        invited: TOGETHER,
        words: "",
        written: Some(Written {
            residents: &["杨帆", "苏晴", "董秀珍", "张玉兰", "孙立", "田守义"],
            others: &[("芙蓉里业委会", &["刘志强"]), ("红星物业", &["马建军"]), ("芙蓉社区党委", &["周国栋"])],
            words: "大家先看了空地的样子，物业报了价。有人想停车，多数人想有个坐的地方。",
            said: &[(Outcome::Do, "清草、铺碎石、放四条长椅，不停车", "红星物业", 9, Some(6_800))],
            objection: None,
        }),
        moved: None,
        missed: false,
    },
    Council {
        area: "和平里",
        by: "马建军",
        place: "和平里物业前台",
        called: 18,
        held: 15,
        agenda: &[TALKED[1].words],
        invited: &["芙蓉社区党委", "芙蓉社区居委会"],
        words: "",
        written: Some(Written {
            residents: &["贾宏", "罗娜", "任桂香"],
            others: &[("红星物业", &["马建军"]), ("芙蓉社区居委会", &["吴敏"])],
            words: "都同意装。给推婴儿车、轮椅的留一条平的。",
            said: &[(Outcome::Do, "地库口装两条减速带，靠墙留一米平的", "红星物业", 10, Some(900))],
            objection: None,
        }),
        moved: None,
        missed: false,
    },
    Council {
        area: "芙蓉里",
        by: "吴敏",
        place: "党群服务中心二楼会议室",
        called: 7,
        held: 3,
        agenda: &[HALL],
        invited: TOGETHER,
        words: "",
        written: Some(Written {
            residents: &["董秀珍", "郑文", "白露", "吕淑芬", "孙立"],
            others: &[("芙蓉里业委会", &["刘志强"]), ("红星物业", &["马建军"])],
            words: "门厅不停车没人反对。停到哪儿说了两种：都去南门棚子，或者 5 号楼西山墙再搭四个位。多数人愿意先搭四个位试试。",
            said: &[(Outcome::Do, "5 号楼西山墙搭四个位，电从楼外走；门厅画线不停车", "红星物业", 10, Some(3_200))],
            objection: Some(("郑文", "四个位不够，我们 2 号楼就有七辆。能不能写清先给谁用？")),
        }),
        moved: None,
        missed: false,
    },
    Council {
        area: "芙蓉里",
        by: "周国栋",
        place: "芙蓉里居民活动室",
        called: 1,
        held: 4,
        agenda: &[POLES],
        invited: TOGETHER,
        words: "冬天楼道里堆的东西怎么清",
        written: None,
        moved: Some((0, 5, "芙蓉里居民活动室")),
        missed: false,
    },
    Council {
        area: "和平里",
        by: "马建军",
        place: "和平里物业前台",
        called: 12,
        held: 7,
        agenda: &[],
        invited: &["芙蓉社区居委会"],
        words: "活动室晚上几点关门，钥匙放谁那儿",
        written: None,
        moved: None,
        missed: true,
    },
];

/// What happens to a council.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Doing {
    Called,
    Moved,
    Written,
    Objected,
}

impl Council {
    /// Everything that happens to it, with its time.
    pub(super) fn plan(&self, calendar: &Calendar, today: Day) -> Vec<(Moment, Doing)> {
        let before = |n: u32| super::working_days_before(calendar, today, n);
        let mut all = vec![(before(self.called).at(15, 20), Doing::Called)];
        if let Some((back, ..)) = self.moved {
            all.push((before(back + 1).at(17, 10), Doing::Moved));
        }
        if let Some(written) = &self.written {
            all.push((before(self.held - 1).at(10, 15), Doing::Written));
            if written.objection.is_some() {
                all.push((before(self.held - 2).at(12, 25), Doing::Objected));
            }
        }
        all
    }

    fn starts(&self, calendar: &Calendar, today: Day) -> Moment {
        let day = match self.written {
            _ if self.missed => super::working_days_before(calendar, today, self.held),
            Some(_) => super::working_days_before(calendar, today, self.held),
            None => calendar.add_working_days(today, self.held),
        };
        day.at(19, 0)
    }
}

impl Play<'_> {
    /// One thing of a council.
    pub(super) fn council(&mut self, n: usize, doing: Doing, today: Day) -> Result<(), Stop> {
        let Some(council) = COUNCILS.get(n) else { return Ok(()) };
        match doing {
            Doing::Called => {
                let receipt = self.call(council, today)?;
                self.councils.insert(n, receipt.act);
                Ok(())
            }
            Doing::Moved => self.moved(council, n, today),
            Doing::Written => self.write(council, n),
            Doing::Objected => self.object(council, n),
        }
    }

    fn meeting(&self, n: usize) -> Result<ActId, Stop> {
        Ok(self.councils.get(&n).copied().ok_or_else(|| Fault::bug("a council goes on that was not called"))?)
    }

    fn call(&self, council: &Council, today: Day) -> Result<Receipt, Stop> {
        let area = self.map.area(council.area);
        let numbers: Vec<String> =
            council.agenda.iter().map(|words| self.number_of(council.area, words)).collect::<Result<_, _>>()?;
        let new = NewMeeting {
            area,
            place: council.place.into(),
            starts: council.starts(&self.terms.calendar, today),
            hours: 2,
            days: 3,
            matters: Vec::new(),
            words: council.words.into(),
            invited: council.invited.iter().map(|name| self.map.org(name)).collect(),
        };
        let author = self.author(self.map.author(council.by));
        self.db.act_wait(area, move |tx| {
            let mut matters = Vec::new();
            for no in &numbers {
                matters.extend(public_by_no(tx, no)?.map(|m| m.id));
            }
            call(tx, &author, &NewMeeting { matters, ..new.clone() })
        })
    }

    fn moved(&self, council: &Council, n: usize, today: Day) -> Result<(), Stop> {
        let (id, area) = (self.meeting(n)?, self.map.area(council.area));
        let Some((_, after, place)) = council.moved else { return Ok(()) };
        let starts = self.terms.calendar.add_working_days(today, after).at(18, 30);
        let (author, words) = (self.author(self.map.author(council.by)), council.words);
        self.db.act_wait(area, move |tx| {
            let matters = store::items(tx, id)?.into_iter().map(|item| item.matter).collect();
            change(tx, &author, id, &NewChange { place: place.into(), starts, hours: 2, matters, words: words.into() })
        })?;
        Ok(())
    }

    fn write(&self, council: &Council, n: usize) -> Result<(), Stop> {
        let (id, area) = (self.meeting(n)?, self.map.area(council.area));
        let Some(written) = &council.written else { return Ok(()) };
        let residents = std::iter::once((None, written.residents));
        let others = written.others.iter().map(|(org, names)| (Some(self.map.org(org)), *names));
        for (org, names) in residents.chain(others) {
            let name = |who: &&'static str| NewName {
                act: ActId::new(self.db.chance(), self.now()),
                person: Some(self.map.person(who)),
                name: (*who).into(),
            };
            let names: Vec<NewName> = names.iter().map(name).collect();
            let author = self.author(self.map.author(council.by));
            self.db.act_wait(area, move |tx| copied(tx, &author, id, org, &names))?;
        }
        let item = |(n, said): (i64, &Said)| {
            let (outcome, words, executor, days, yuan) = *said;
            Decided {
                n,
                outcome: Some(outcome),
                words: words.into(),
                executor: Some(self.map.org(executor)),
                by: Some(self.terms.calendar.add_working_days(self.now().day(), days)),
                limit: yuan.map(|yuan| Fen(yuan * 100)),
            }
        };
        let new = NewMinutes { words: written.words.into(), items: (1..).zip(written.said).map(item).collect() };
        let (author, terms) = (self.author(self.map.author(council.by)), self.terms.clone());
        self.db.act_wait(area, move |tx| minutes(tx, &terms, &author, id, &new)).map(|_| ())
    }

    fn object(&self, council: &Council, n: usize) -> Result<(), Stop> {
        let (id, area) = (self.meeting(n)?, self.map.area(council.area));
        let Some((who, words)) = council.written.as_ref().and_then(|w| w.objection) else { return Ok(()) };
        let author = self.author(self.map.resident(who));
        let whoever = Whoever { person: self.map.person(who), orgs: Vec::new() };
        self.db.act_wait(area, move |tx| object(tx, &author, id, &whoever, words)).map(|_| ())
    }
}
