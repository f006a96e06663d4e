use lianxin_base::{ActId, AreaId, Day, Lang, Moment, OrgId, PersonId};
use lianxin_gate::Scope;
use lianxin_journal::{Head, NamedBy, Receipt, TextKey};
use lianxin_paper::{Import, ListKind};
use lianxin_store::{Fault, Read, Tx};
use lianxin_web::components::{Bridge, Holder, Html, Tag};

/// What the home page and the search by number need of the system that keeps matters. `app/src/wiring.rs` ties it.
/// Every function gets the caller's snapshot and gives only what that caller may see.
pub trait Needs: Send + Sync {
    /// The newest open matters somebody brought in, newest first (two are enough), and how many of theirs there are
    /// in all, closed ones too.
    ///
    /// # Errors
    /// The database's trouble.
    fn newest_of(
        &self,
        r: &mut Read<'_>,
        person: PersonId,
        now: Moment,
        lang: Lang,
    ) -> Result<(Vec<HomeMatter>, i64), Fault>;

    /// Public matters that are being talked over, newest first; three are enough.
    ///
    /// # Errors
    /// The database's trouble.
    fn talking(&self, r: &mut Read<'_>, now: Moment, lang: Lang) -> Result<Vec<HomeRow>, Fault>;

    /// What is happening now where somebody lives, each with its own button, ready to be shown; nothing when nothing is.
    ///
    /// # Errors
    /// The database's trouble.
    fn happening(&self, _: &mut Read<'_>, _: PersonId, (_, _): (Lang, Moment), _: &str) -> Result<Option<Html>, Fault> {
        Ok(None)
    }

    /// The newest published matters; three are enough.
    ///
    /// # Errors
    /// The database's trouble.
    fn newest_public(&self, r: &mut Read<'_>, now: Moment, lang: Lang) -> Result<Vec<HomeRow>, Fault>;

    /// The page of the matter with exactly this number (`芙蓉里-2026-0042`), if there is one.
    ///
    /// # Errors
    /// The database's trouble.
    fn find(&self, r: &mut Read<'_>, no: &str) -> Result<Option<String>, Fault>;

    /// The kinds of sheets other systems take in, besides this one's own.
    fn imports(&self) -> Vec<Import> {
        Vec::new()
    }

    /// The lists of other systems that can be taken out.
    fn lists(&self) -> Vec<ListKind> {
        Vec::new()
    }

    /// The matter with exactly this number as a line of the counter, leading to its page on the desk, and who brought it
    /// in, if it lies in the scope and that person is known.
    ///
    /// # Errors
    /// The database's trouble.
    fn at_counter(
        &self,
        r: &mut Read<'_>,
        scope: &Scope,
        no: &str,
        now: Moment,
        lang: Lang,
    ) -> Result<Option<(HomeRow, Option<PersonId>)>, Fault>;

    /// What somebody brought in and the scope reaches, newest first; five are enough.
    ///
    /// # Errors
    /// The database's trouble.
    fn brought(
        &self,
        r: &mut Read<'_>,
        scope: &Scope,
        person: PersonId,
        now: Moment,
        lang: Lang,
    ) -> Result<Vec<HomeRow>, Fault>;

    /// The open matters an organisation holds, what is due first on top. Whoever leaves one of its
    /// seats hands them over.
    ///
    /// # Errors
    /// The database's trouble.
    fn held_by(&self, r: &mut Read<'_>, org: OrgId, lang: Lang) -> Result<Vec<HeldMatter>, Fault>;

    /// Texts that were written down from a person's own words and bear nobody's name: they are erased with the person.
    ///
    /// # Errors
    /// The database's trouble.
    fn also(&self, r: &mut Read<'_>, person: PersonId) -> Result<Vec<TextKey>, Fault>;

    /// What somebody without an account left by a report, as far as it is there; `None` of an account's, which is erased
    /// with the account.
    ///
    /// # Errors
    /// The database's trouble.
    fn left(&self, _: &mut Read<'_>, _: ActId) -> Result<Option<Left>, Fault> {
        Ok(None)
    }

    /// Where rows name files: what an erasure leaves unnamed goes at once.
    fn files(&self) -> &'static NamedBy {
        &[]
    }

    /// Erases texts, and every room of the program forgets what it has of them; `None` if none of them is there.
    ///
    /// # Errors
    /// The database's trouble.
    fn erase(&self, tx: &mut Tx<'_>, head: Head, texts: &[TextKey]) -> Result<Option<Receipt>, Fault>;
}

/// What a report without an account left.
#[derive(Clone, Debug)]
pub struct Left {
    /// The matter's number.
    pub no: String,
    /// Where it lies.
    pub area: AreaId,
    /// The last four digits of the phone that was given.
    pub phone_tail: Option<String>,
    /// Every text that was written by them or down from their words.
    pub texts: Vec<TextKey>,
}

/// An open matter as a hand-over lists it.
#[derive(Clone, Debug)]
pub struct HeldMatter {
    /// Its number.
    pub no: String,
    /// Its short name, as the desk has it.
    pub title: String,
    /// Its page on the desk.
    pub url: String,
}

/// A matter as the home page shows it to who brought it in.
#[derive(Clone, Debug)]
pub struct HomeMatter {
    /// The id of its element; what the live stream names when it moves.
    pub id: String,
    /// Its page.
    pub url: String,
    /// Its short name.
    pub title: String,
    /// Its date, its category.
    pub meta: Vec<String>,
    /// How much time is left, where that is worth saying.
    pub tag: Option<Tag<'static>>,
    /// How far it has come.
    pub bridge: Bridge<'static>,
    /// Who has it, and their duty phone.
    pub holder: Holder<'static>,
}

/// A public matter as a line.
#[derive(Clone, Debug, Default)]
pub struct HomeRow {
    /// Its page.
    pub url: String,
    /// Its short name.
    pub title: String,
    /// Where, whose turn it is.
    pub line: Vec<String>,
    /// The day it was published, drawn before the line.
    pub day: Option<Day>,
    /// A word after it.
    pub tag: Option<Tag<'static>>,
}
