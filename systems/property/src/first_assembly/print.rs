//! `/first-assemblies/{first}/group`: who is in the group, as it hangs out in the compound.

use super::pages::{body_name, url};
use super::{First, Step};
use crate::procedure::pages::found;
use crate::refusal::Refusal;
use crate::say::plain_day;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_register::{OrgKind, find};
use lianxin_web::shell::Kind;
use lianxin_web::{Trouble, Visit};

#[derive(Template)]
#[template(path = "first_group_print.html")]
struct View {
    t: &'static L10nLanguage,
    title: String,
    facts: Vec<(String, String)>,
    /// What they are, and who.
    parts: Vec<(String, Vec<String>)>,
    says: Vec<String>,
    org: String,
    day: String,
    back: String,
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(ToOwned::to_owned).collect()
}

/// `GET /first-assemblies/{first}/group`
pub(super) async fn group(visit: Visit, Path(first): Path<String>) -> Result<Response, Trouble> {
    let (k, steps) = found::<First>(&visit, &first).await?;
    if !visit.scope().covers(k.area) {
        return Err(Trouble::NotFound);
    }
    let formed = steps.iter().find(|s| s.step == Step::Formed).ok_or_else(|| Trouble::refused(Refusal::FirstOrder))?;
    let (area, today) = (k.area, visit.now().day());
    let street = visit.read(move |r| {
        let street = find::party(r, area, OrgKind::Street, today)?;
        Ok(street.map(|org| find::org(r, org)).transpose()?.flatten().map(|org| org.name))
    });
    let street = street.await?;
    let (lang, t) = (visit.lang, t(visit.lang));
    let name = formed.more.body.map(|body| body_name(lang, body)).unwrap_or_default();
    let (owners, all) = formed.more.counts.unwrap_or_default();
    let [head, of_owners, others] = &formed.more.members;
    let view = View {
        t,
        title: t.msg_first_group_title(k.area_name.clone(), name),
        facts: vec![
            (t.msg_first_formed_day(), plain_day(lang, formed.day)),
            (t.msg_first_group_size(), t.msg_first_group_of(all, owners)),
            (t.msg_first_group_rule(), t.msg_first_group_rule_says()),
        ],
        parts: vec![
            (t.msg_first_head(), lines(head)),
            (t.msg_first_members_owners(), lines(of_owners)),
            (t.msg_first_members_others(), lines(others)),
        ],
        says: vec![t.msg_first_group_does(), t.msg_first_group_object()],
        // The street organises the group and answers for its list (274号 9), whoever notes it here.
        org: street.unwrap_or_else(|| t.msg_first_group_street()),
        day: t.msg_paper_day(),
        back: url(k.id),
    };
    let title = view.title.clone();
    Ok(visit.page(&title, Kind::Print).view(&view))
}
