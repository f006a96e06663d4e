//! 让不让邻居看: the form that publishes a matter's words and photos.

use super::super::masks::Masked;
use super::{Button, Draft, may_be_shown, quiet};
use crate::photos::DONE;
use crate::rules::{Publicity, TITLE_MAX, WORDS_MAX};
use crate::texts::t;
use lianxin_web::components::{FieldKind, Html};

impl Draft<'_> {
    /// What everybody will read: what is public already, else the reporter's words, to be masked.
    pub(super) fn publication(&self) -> (Vec<Html>, Vec<Button>) {
        let (t, o) = (t(self.lang()), self.o);
        let keep = (o.seen.m.publication != Publicity::Kept).then(|| quiet(t.msg_see_parties(), "show", "no"));
        if !may_be_shown(&o.seen.m) {
            return (Vec::new(), keep.into_iter().collect());
        }
        let offered = o.published.clone().unwrap_or_else(|| {
            let titled = if o.seen.m.titled.is_some() { o.seen.title.clone() } else { String::new() };
            (titled, o.seen.words.clone().unwrap_or_default())
        });
        let title = self.field("title", t.msg_desk_name(), &offered.0).max(TITLE_MAX as u32);
        let words = self
            .field("words", t.msg_desk_public_words(), &offered.1)
            .kind(FieldKind::Area)
            .hint(t.msg_desk_public_hint())
            .max(WORDS_MAX as u32);
        let show = quiet(t.msg_desk_publish(), "show", "yes");
        // Without the reporter's agreement: the worker's title, and photos of the work done.
        let photos = o.seen.photos.iter().enumerate().filter(|(_, p)| o.seen.agreed || p.stage == DONE);
        let photos = photos.filter_map(|(at, p)| Masked::of(self.lang(), p, at + 1, self.fields));
        let words = o.seen.agreed.then(|| Html::of(&words));
        let parts = std::iter::once(Html::of(&title)).chain(words).chain(photos.map(|p| Html::of(&p)));
        (parts.collect(), std::iter::once(show).chain(keep).collect())
    }
}
