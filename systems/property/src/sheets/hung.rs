//! `/votes/{vote}/notice` and `/votes/{vote}/result`: what hangs on the paper board. No names, no doors.

use crate::assembly::pages::asked::{self, silent};
use crate::assembly::pages::one::needs;
use crate::assembly::pages::{any, url};
use crate::assembly::store as votes;
use crate::count::pages::{Came, results};
use crate::count::store as counts;
use crate::example;
use crate::filing::pages::{days, of_company};
use crate::refusal::Refusal;
use crate::roll::store as rolls;
use crate::say::{self, plain_day, weight, when_dated};
use crate::signing::pages::stands;
use crate::texts::{L10nLanguage, t};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use lianxin_base::Lang;
use lianxin_paper::qr_svg;
use lianxin_web::components::{Html, Text};
use lianxin_web::shell::Kind;
use lianxin_web::{Hung, Origin, Trouble, Visit};

struct Point {
    n: i64,
    words: String,
    kind: String,
    needs: String,
}

#[derive(Template)]
#[template(path = "notice_print.html")]
struct Notice {
    t: &'static L10nLanguage,
    second: Html,
    place: String,
    title: String,
    facts: Vec<(String, String)>,
    points: Vec<Point>,
    says: Vec<String>,
    convener: String,
    day: String,
    qr: Html,
    back: String,
}

/// The notice, without the title it has in a second script where it hangs.
fn notice_of(lang: Lang, v: &votes::Vote, matters: &[votes::Matter], origin: &Origin) -> Notice {
    let t = t(lang);
    let point = |m: &votes::Matter| Point {
        n: m.n,
        words: m.words.clone(),
        kind: say::kind(lang, &m.kind),
        needs: needs(lang, v, m),
    };
    let mut facts = vec![
        (t.msg_vote_when(), t.msg_vote_span(when_dated(lang, v.opens), when_dated(lang, v.closes))),
        (t.msg_call_online(), say::online(lang, v.online)),
        (t.msg_rules(), t.msg_rules_of(plain_day(lang, v.opens.day()), v.rules_name())),
    ];
    facts.extend(asked::facts(lang, v));
    Notice {
        t,
        second: Html(String::new()),
        place: t.msg_notice_title(v.place()),
        facts,
        points: matters.iter().map(point).collect(),
        says: vec![
            t.msg_notice_roll(when_dated(lang, v.opens), v.org_name.clone()),
            t.msg_notice_papers(),
            t.msg_notice_away(),
            v.set().map(|set| silent(lang, v, &set, matters)).unwrap_or_default(),
        ],
        convener: v.org_name.clone(),
        day: plain_day(lang, v.called.day()),
        qr: Html(qr_svg(&origin.url(&url(v.id))).unwrap_or_default()),
        back: url(v.id),
        title: v.title.clone(),
    }
}

/// The notice as a household gets it.
pub(crate) fn notice_html(lang: Lang, v: &votes::Vote, matters: &[votes::Matter], origin: &Origin) -> Html {
    Html::of(&notice_of(lang, v, matters, origin))
}

/// `GET /votes/{vote}/notice`
pub(super) async fn notice(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    let id = v.id;
    let matters = visit.read(move |r| Ok(votes::matters(r, id)?)).await?;
    let t = t(visit.lang);
    v.set().map_err(Trouble::refused)?;
    let hung = Hung::at(&visit, &[v.area]).await?;
    let origin = &visit.house.settings().origin;
    let view = Notice { second: hung.head(v.area), ..notice_of(visit.lang, &v, &matters, origin) };
    let name = view.title.clone();
    let when = view.facts.first().map(|(name, says)| t.msg_group_line(name.clone(), says.clone()));
    let group = [view.place.clone(), name.clone()].into_iter().chain(when).collect();
    let link = origin.url(&url(id));
    Ok(visit.page(&name, Kind::Print).hung(hung.group(group, link)).view(&view))
}

#[derive(Template)]
#[template(path = "result_print.html")]
struct Counted {
    t: &'static L10nLanguage,
    second: Html,
    place: String,
    title: String,
    facts: Vec<(Text<'static>, Text<'static>)>,
    /// Not printed: that the count sheet is not signed.
    warn: Option<lianxin_web::components::Notice<'static>>,
    results: Vec<Came>,
    convener: String,
    day: String,
    back: String,
}

/// `GET /votes/{vote}/result`
pub(super) async fn result(visit: Visit, Path(vote): Path<String>) -> Result<Response, Trouble> {
    let v = any(&visit, &vote).await?;
    let (at, lang) = (v.clone(), visit.lang);
    let found = visit.read(move |r| {
        let counted = counts::of(r, at.id)?.ok_or(Refusal::NotCounted)?;
        let matters = votes::matters(r, at.id)?;
        let company = of_company(&matters);
        let results = results(r, &at, &matters, lang)?;
        Ok((rolls::roll(r, at.id)?, counted, results, company, stands(r, &at)?))
    });
    let (roll, counted, results, company, signing) = found.await?;
    let t = t(lang);
    let positive = crate::assembly::pages::one::positive;
    let mut facts: Vec<(Text<'static>, Text<'static>)> = vec![
        (t.msg_vote_when().into(), t.msg_vote_span(when_dated(lang, v.opens), when_dated(lang, v.closes)).into()),
        (t.msg_count_at().into(), when_dated(lang, counted.at).into()),
        (t.msg_count_came().into(), weight(lang, positive(counted.persons), positive(counted.size)).into()),
    ];
    facts.extend(asked::facts(lang, &v).into_iter().map(|(name, says)| (name.into(), says.into())));
    if let Some(roll) = roll {
        let totals = weight(lang, positive(roll.persons), positive(roll.size));
        facts.push((t.msg_roll().into(), t.msg_roll_totals(positive(roll.units), totals).into()));
        facts.push((t.msg_roll_kept().into(), roll.list_sha256.into()));
    }
    facts.extend(signing.fact(lang).map(|(name, says)| (name.into(), says.into())));
    facts.push((t.msg_file_sha().into(), counted.file_sha256.clone().into()));
    facts.extend(days(lang, &v, &counted, company));
    let hung = Hung::at(&visit, &[v.area]).await?;
    let view = Counted {
        t,
        second: hung.head(v.area),
        place: t.msg_result_title(v.place()),
        warn: signing.warn(lang),
        facts,
        results,
        convener: v.org_name.clone(),
        day: plain_day(lang, counted.at.day()),
        back: url(v.id),
        title: v.title,
    };
    let name = view.title.clone();
    let came = t.msg_group_line(t.msg_count_came(), weight(lang, positive(counted.persons), positive(counted.size)));
    let link = visit.house.settings().origin.url(&view.back);
    let hung = hung.group(vec![view.place.clone(), name.clone(), came], link);
    Ok(visit.page(&name, Kind::Print).hung(hung).view(&view))
}

/// An invented example of the notice.
pub(crate) fn notice_specimen(lang: Lang) -> Html {
    let t = t(lang);
    let opens = when_dated(lang, example::OPENS);
    Html::of(&Notice {
        t,
        second: Html(String::new()),
        place: t.msg_notice_title(example::PLACE),
        title: example::TITLE.into(),
        facts: vec![(t.msg_vote_when(), example::span(lang))],
        points: vec![Point {
            n: 1,
            words: example::MATTER.into(),
            kind: say::kind(lang, example::KIND),
            needs: String::new(),
        }],
        says: vec![
            t.msg_notice_roll(opens, example::CONVENER),
            t.msg_notice_papers(),
            t.msg_notice_away(),
            t.msg_notice_silent(),
        ],
        convener: example::CONVENER.into(),
        day: plain_day(lang, example::DAY),
        qr: example::qr(),
        back: example::BACK.into(),
    })
}

/// An invented example of the result.
pub(crate) fn result_specimen(lang: Lang) -> Html {
    let t = t(lang);
    Html::of(&Counted {
        t,
        second: Html(String::new()),
        place: t.msg_result_title(example::PLACE),
        title: example::TITLE.into(),
        facts: vec![
            (t.msg_vote_when().into(), example::span(lang).into()),
            (t.msg_count_at().into(), when_dated(lang, example::CLOSES).into()),
            (t.msg_count_came().into(), weight(lang, 92, 801_000).into()),
            (t.msg_file_sha().into(), example::HASH.into()),
        ],
        warn: None,
        results: vec![example::came(lang)],
        convener: example::CONVENER.into(),
        day: plain_day(lang, example::DAY),
        back: example::BACK.into(),
    })
}
