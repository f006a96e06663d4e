//! 发到群里: a few lines about a public matter for the neighbours' chat group. Only what everybody may read goes in, and
//! it is a worker who pastes it: nothing here talks to a chat by itself.

use crate::pages::url;
use crate::say::holder;
use crate::texts::t;
use crate::view::{Seen, category_name};
use askama::Template;
use lianxin_outbox::{Channel, Quiet, To, Urgency, reach};
use lianxin_web::Visit;

/// The lines, and when to send them.
#[derive(Template)]
#[template(path = "desk_group.html")]
pub(super) struct Group {
    title: String,
    hint: String,
    label: String,
    text: String,
}

/// For a matter as everybody sees it; none where its words are not public.
pub(super) fn group(visit: &Visit, public: Option<&Seen>, quiet: Quiet) -> Option<Group> {
    let (lang, t, seen) = (visit.lang, t(visit.lang), public?);
    let who = holder(lang, seen);
    let stands = [who.title.to_string(), who.line.to_string()];
    let stands: Vec<String> = stands.into_iter().filter(|part| !part.is_empty()).collect();
    let link = visit.house.settings().origin.url(&url(&seen.m.no));
    let now = visit.now();
    let ways = reach(Urgency::Course, To::Everybody, now, quiet);
    let waits = ways.iter().any(|(channel, when)| *channel == Channel::Group && *when > now);
    Some(Group {
        title: t.msg_desk_group(),
        hint: if waits { t.msg_desk_group_night() } else { t.msg_desk_group_hint() },
        label: t.msg_desk_group_text(),
        text: t.msg_desk_group_lines(
            &seen.area,
            &seen.title,
            category_name(lang, seen.category),
            stands.join(&t.msg_desk_group_comma()),
            link,
        ),
    })
}
