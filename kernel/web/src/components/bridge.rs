//! The bridge: four piers and three arches, the one picture of how far something has come.

use askama::Template;
use lianxin_base::Lang;

use super::Text;
use crate::{icons::Icon, texts::t};

/// Where a pier stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Behind us.
    Done,
    /// Here and now; at most one pier.
    Now,
    /// Still to come.
    Todo,
    /// Not on this way, because nobody here has that part to play or nothing calls for it.
    Skipped,
}

/// One pier of the bridge.
#[derive(Clone, Debug)]
pub struct Pier<'a> {
    /// Its name, 收集.
    pub name: Text<'a>,
    /// Where it stands.
    pub state: State,
    /// A few words under the name: when or how long.
    pub span: Text<'a>,
}

impl<'a> Pier<'a> {
    /// A pier in one line.
    pub fn new(name: impl Into<Text<'a>>, state: State, span: impl Into<Text<'a>>) -> Self {
        Self { name: name.into(), state, span: span.into() }
    }
}

/// The way of one matter as a bridge with words for those who do not see it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/bridge.html")]
pub struct Bridge<'a> {
    /// Language of the hidden words.
    pub lang: Lang,
    /// The four piers in order.
    pub piers: [Pier<'a>; 4],
    /// The present step is overdue: its pier is filled and carries a mark.
    pub late: bool,
}

impl Bridge<'_> {
    fn label(&self) -> String {
        t(self.lang).msg_bridge()
    }

    fn class(&self, at: usize) -> &'static str {
        match self.piers.get(at).map(|pier| pier.state) {
            Some(State::Done) => "done reached",
            Some(State::Now) if self.late => "now over reached",
            Some(State::Now) => "now reached",
            Some(State::Skipped) if reached(self.piers.iter().map(|pier| pier.state), at) => "left reached",
            Some(State::Skipped) => "left",
            _ => "todo",
        }
    }

    fn spoken(&self, state: State) -> String {
        let t = t(self.lang);
        match state {
            State::Done => t.msg_bridge_done(),
            State::Now if self.late => t.msg_bridge_late(),
            State::Now => t.msg_bridge_now(),
            State::Todo => t.msg_bridge_todo(),
            State::Skipped => t.msg_bridge_skipped(),
        }
    }
}

/// The arch before a pier is drawn in ink when the way has come to this pier or beyond it.
fn reached(states: impl Iterator<Item = State>, at: usize) -> bool {
    states.skip(at).any(|state| matches!(state, State::Done | State::Now))
}

/// The bridge in a table: 92 × 20 pixels and the name of the step in words beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/mini_bridge.html")]
pub struct MiniBridge<'a> {
    /// Where the four piers stand.
    pub states: [State; 4],
    /// The present step is overdue.
    pub late: bool,
    /// The step in words, under the drawing.
    pub stage: Text<'a>,
}

/// The small bridge's shapes, ready made: a list draws twenty of them.
const ARCHES: [&str; 3] =
    [r#" d="M6 14a13 12 0 0 1 26 0"/>"#, r#" d="M32 14a13 12 0 0 1 26 0"/>"#, r#" d="M58 14a13 12 0 0 1 26 0"/>"#];
const PIERS: [&str; 4] = [
    r#" cx="6" cy="14" r="4.200"/>"#,
    r#" cx="32" cy="14" r="4.200"/>"#,
    r#" cx="58" cy="14" r="4.200"/>"#,
    r#" cx="84" cy="14" r="4.200"/>"#,
];

impl MiniBridge<'_> {
    fn shapes(&self) -> super::Html {
        let mut out = String::with_capacity(512);
        for (at, arch) in ARCHES.iter().enumerate() {
            out.push_str("<path");
            if reached(self.states.iter().copied(), at + 1) {
                out.push_str(r#" class="on""#);
            }
            out.push_str(arch);
        }
        for (state, pier) in self.states.iter().zip(PIERS) {
            out.push_str("<circle");
            out.push_str(match state {
                State::Done => r#" class="on""#,
                State::Now if self.late => r#" class="over""#,
                State::Now => r#" class="now""#,
                State::Skipped => r#" class="left""#,
                State::Todo => "",
            });
            out.push_str(pier);
        }
        super::Html(out)
    }
}
