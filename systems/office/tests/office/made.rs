//! A made-up keeper of matters, who knows one.

use crate::house::{FURONG, NO, ZHANG, o};
use lianxin_base::{ActId, Lang, Moment, OrgId, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::{Forget, Head, Receipt, TextKey};
use lianxin_office::{HeldMatter, HomeMatter, HomeRow, Needs};
use lianxin_register as register;
use lianxin_store::{Fault, Read, Tx};
use lianxin_web::components::{Bridge, Holder, Meta, Pier, State, Tag, Tone};

/// What the rooms of this house forget.
pub(crate) struct Rooms;

impl Forget for Rooms {
    fn forget(tx: &mut Tx<'_>, act: ActId, field: &str) -> Result<(), Fault> {
        lianxin_outbox::forget_text(tx, act, field)?;
        if field == "name"
            && let Some(person) = register::find::person_named_by(tx, act)?
        {
            lianxin_outbox::forget(tx, person)?;
            lianxin_gate::forget_person(tx, person)?;
        }
        register::forget(tx, act, field)
    }
}

/// A keeper of matters who knows one.
pub(crate) struct Made;

impl Needs for Made {
    fn newest_of(
        &self,
        _: &mut Read<'_>,
        person: PersonId,
        _: Moment,
        lang: Lang,
    ) -> Result<(Vec<HomeMatter>, i64), Fault> {
        if person != ZHANG {
            return Ok((Vec::new(), 0));
        }
        Ok((vec![matter(lang, "m-1", "2 单元楼道灯不亮"), matter(lang, "m-2", "<b>门禁</b>")], 3))
    }
    fn talking(&self, _: &mut Read<'_>, _: Moment, _: Lang) -> Result<Vec<HomeRow>, Fault> {
        Ok(vec![HomeRow { url: "/m/1".into(), title: "南门停车怎么分".into(), ..HomeRow::default() }])
    }
    fn newest_public(&self, _: &mut Read<'_>, now: Moment, _: Lang) -> Result<Vec<HomeRow>, Fault> {
        let day = Some(now.day());
        Ok(vec![HomeRow { url: "/m/2".into(), title: "水箱清洗".into(), day, ..HomeRow::default() }])
    }
    fn find(&self, _: &mut Read<'_>, no: &str) -> Result<Option<String>, Fault> {
        Ok((no == NO || no == "YFY-2025-0007").then(|| format!("/m/{no}")))
    }
    fn at_counter(
        &self,
        _: &mut Read<'_>,
        scope: &Scope,
        no: &str,
        _: Moment,
        _: Lang,
    ) -> Result<Option<(HomeRow, Option<PersonId>)>, Fault> {
        let row = HomeRow { url: format!("/desk/{no}"), title: "楼道灯不亮".into(), ..HomeRow::default() };
        Ok((no == NO && scope.covers(FURONG)).then_some((row, Some(ZHANG))))
    }
    fn brought(
        &self,
        _: &mut Read<'_>,
        _: &Scope,
        person: PersonId,
        _: Moment,
        _: Lang,
    ) -> Result<Vec<HomeRow>, Fault> {
        let row = HomeRow { url: format!("/desk/{NO}"), title: "楼道灯不亮".into(), ..HomeRow::default() };
        Ok(if person == ZHANG { vec![row] } else { Vec::new() })
    }
    fn held_by(&self, _: &mut Read<'_>, org: OrgId, _: Lang) -> Result<Vec<HeldMatter>, Fault> {
        let held = HeldMatter { no: NO.into(), title: "2 单元楼道灯不亮".into(), url: format!("/desk/{NO}") };
        let another = |n: usize| HeldMatter { no: format!("芙蓉里-2026-{n:04}"), ..held.clone() };
        Ok(match org {
            _ if org == o(1) => vec![held],
            _ if org == o(BUSY) => (1000..1090).map(another).collect(),
            _ => Vec::new(),
        })
    }
    fn also(&self, _: &mut Read<'_>, _: PersonId) -> Result<Vec<TextKey>, Fault> {
        Ok(Vec::new())
    }
    fn erase(&self, tx: &mut Tx<'_>, head: Head, texts: &[TextKey]) -> Result<Option<Receipt>, Fault> {
        lianxin_journal::erase::<Rooms>(tx, head, texts)
    }
}

/// An organisation with ninety open matters.
pub(crate) const BUSY: u8 = 9;

fn matter(lang: Lang, id: &str, title: &str) -> HomeMatter {
    let pier = |name: &'static str, state| Pier::new(name, state, "1");
    let piers =
        [pier("收集", State::Done), pier("协商", State::Done), pier("解决", State::Now), pier("反馈", State::Todo)];
    HomeMatter {
        id: id.into(),
        url: format!("/m/{NO}"),
        title: title.into(),
        meta: vec!["6 月 15 日".into(), "楼道照明".into()],
        tag: Some(Tag::new(Tone::Due, "剩 2 天")),
        bridge: Bridge { lang, piers, late: false },
        holder: Holder::new(lang, "红星物业正在办", Meta::of(["等新灯到货"])).phone("0475-8000001", "红星物业"),
    }
}
