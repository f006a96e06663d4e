use crate::House;
use crate::components::Html;
use crate::icons::Icon;
use crate::paper::Second;
use crate::upload::FileLimits;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, on};
use lianxin_base::{Lang, Refuse};
use lianxin_gate::{Capability, CapabilityWords, Gate, Role};
use lianxin_journal::Kind;
use lianxin_store::{Kept, Migrations};
use lianxin_work::{JobKind, TimerKind};

/// One system of the page, whole: what it brings into the house. Written with `..System::named("council")`,
/// so that a new field is no change for the others.
#[derive(Default)]
pub struct System {
    /// Its name, the prefix of its tables, acts and capabilities.
    pub name: &'static str,
    /// Its schema.
    pub migrations: Vec<Migrations>,
    /// Its acts.
    pub kinds: Vec<Kind>,
    /// Its tables and columns that are not replayed.
    pub kept: Vec<Kept>,
    /// Its pages and programs' addresses.
    pub routes: Vec<Route>,
    /// Its ways, as TOML.
    pub flows: Vec<&'static str>,
    /// What its timers do.
    pub timers: Vec<TimerKind>,
    /// Its long work.
    pub jobs: Vec<JobKind>,
    /// What a seat may do in it.
    pub capabilities: Vec<CapabilityWords>,
    /// What each role may do in it unless an office decides otherwise.
    pub roles: Vec<(Role, Vec<Capability>)>,
    /// Those of its capabilities nobody gets with a password alone: money, votes, exports.
    pub guarded: Vec<Capability>,
    /// Its places on the desk's rail.
    pub nav: Vec<Nav>,
    /// The sheets it prints, each with an invented example.
    pub specimens: Vec<Specimen>,
    /// Where an area's title in a second script is kept.
    pub second: Option<Second>,
    /// One of each of its refusals, for `docs/refusals.md`.
    pub refusals: Vec<Box<dyn Refuse>>,
    /// Every statement it runs, for the test that prepares them all.
    pub sql: Vec<(&'static str, &'static str)>,
}

impl System {
    /// A system that brings nothing yet.
    pub fn named(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }
}

/// A place on the desk's rail, shown to seats with a capability.
#[derive(Clone, Debug)]
pub struct Nav {
    /// Who sees it.
    pub cap: Capability,
    /// Where it leads.
    pub url: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// Its name.
    pub label: fn(Lang) -> String,
    /// The heading of the group it begins.
    pub head: Option<fn(Lang) -> String>,
}

/// A sheet a system prints: its name in addresses, its name for people, and an invented example of it.
#[derive(Clone, Copy, Debug)]
pub struct Specimen {
    /// The last part of its address.
    pub name: &'static str,
    /// What it is called.
    pub label: fn(Lang) -> String,
    /// The same template as it is printed with, filled with what nobody ever said.
    pub sheet: fn(Lang) -> Html,
}

/// One address with who may come through.
pub struct Route {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) gate: Gate,
    pub(crate) bare: bool,
    pub(crate) handler: MethodRouter<House>,
    pub(crate) files: Option<FileLimits>,
}

impl Route {
    /// A page, or something a program reads. HEAD is answered too.
    pub fn get<H, T>(path: &'static str, gate: Gate, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        let handler = on(MethodFilter::GET, handler);
        Self { method: Method::GET, path, gate, bare: false, handler, files: None }
    }

    /// What a form is sent to.
    pub fn post<H, T>(path: &'static str, gate: Gate, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        let handler = on(MethodFilter::POST, handler);
        Self { method: Method::POST, path, gate, bare: false, handler, files: None }
    }

    /// Whose form may carry files: so many, so large. Every other form with files is refused.
    #[must_use]
    pub const fn files(mut self, limits: FileLimits) -> Self {
        self.files = Some(limits);
        self
    }

    /// Without a [`crate::Visit`]: no session is looked up. For files and the machine's own health.
    #[must_use]
    pub(crate) const fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}
