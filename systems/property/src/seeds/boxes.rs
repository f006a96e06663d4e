//! What proves a vote of the demonstration: its box sealed and opened before two, one paper that came as a photo from away, and the
//! count sheet signed.

use super::cast::{Plan, invented};
use crate::away::send;
use crate::ballot::{Mark, Sheet, enter};
use crate::roll::store as rolls;
use crate::sealing::{self, NewBox, What};
use crate::signing::{self, NewSigning};
use crate::words::Author;
use lianxin_base::{ActId, AreaId, Moment};
use lianxin_seeds::picture;
use lianxin_store::{Db, Fault, Files, Stop};
use lianxin_web::photos::Photo;

/// Where the box stands.
const PLACE: &str = "院口传达室";
/// Who of the community is there, calls and counts.
const DESKS: [&str; 2] = ["周国栋，芙蓉社区", "吴敏，芙蓉社区"];
/// The building in which somebody is away.
pub(super) const AWAY_HOUSE: &str = "3 号楼";

fn photo(db: &Db, files: &Files, scene: &str) -> Result<Photo, Stop> {
    let picture = picture(scene).ok_or_else(|| Fault::bug("no such scene"))?;
    Ok(Photo::put(files, &picture, db.clock().now())?)
}

/// A vote, and where it is.
pub(super) type Of = (ActId, AreaId);

/// Owners of the compound who watch.
fn watchers(plan: &Plan) -> [String; 2] {
    let names = match plan.verified {
        [.., one, two] => [(*one).to_owned(), (*two).to_owned()],
        _ => [invented(plan.first), invented(plan.first + 1)],
    };
    names.map(|name| format!("{name}，业主"))
}

/// The box is sealed or opened.
pub(super) fn noted(
    db: &Db,
    files: &Files,
    author: &Author,
    (id, area): Of,
    (plan, what, at): (&Plan, What, Moment),
) -> Result<(), Stop> {
    let photo = Some(photo(db, files, "sealed-box")?);
    let people = [&DESKS.map(ToOwned::to_owned)[..], &watchers(plan)].concat().join("\n");
    let new = NewBox { number: 1, what, at, place: PLACE.into(), people, photo };
    let author = author.clone();
    db.act_wait(area, move |tx| sealing::note(tx, &author, id, &new).map(|_| ()))
}

/// The count sheet is signed.
pub(super) fn signed(db: &Db, files: &Files, author: &Author, of: Of, plan: &Plan) -> Result<(), Stop> {
    sheet_signed(db, files, author, of, &watchers(plan).join("\n"))
}

/// The same, with who watched.
pub(super) fn sheet_signed(db: &Db, files: &Files, author: &Author, (id, area): Of, watch: &str) -> Result<(), Stop> {
    let (day, photo) = (db.clock().now().day(), Some(photo(db, files, "count-sheet")?));
    let [calls, counts] = DESKS.map(ToOwned::to_owned);
    let names = [calls, counts, watch.to_owned()];
    let new = NewSigning { day, names, same: true, words: String::new(), photo };
    let author = author.clone();
    db.act_wait(area, move |tx| signing::note(tx, &author, id, &new).map(|_| ()))
}

/// A photo of a signed paper comes to the desk, and two read it.
pub(super) fn away(db: &Db, files: &Files, desks: &[Author; 2], (id, area): Of, marks: &[Mark]) -> Result<(), Stop> {
    let photo = photo(db, files, "signed-paper")?;
    // Whoever lives last in the building: nobody of those who vote on the phone.
    let last =
        db.read_wait(move |r| Ok(rolls::lines(r, id)?.into_iter().rfind(|l| l.house == AWAY_HOUSE).map(|l| l.no)))?;
    let no = last.ok_or_else(|| Fault::bug("nobody lives there"))?;
    let now = db.clock().now();
    let ids: Vec<ActId> = (0..3).map(|_| ActId::new(db.chance(), now)).collect();
    let (desks, marks) = (desks.clone(), marks.to_vec());
    db.act_wait(area, move |tx| {
        send(tx, &Author { act: ids[0], ..desks[0].clone() }, (id, no), &[photo])?;
        for (desk, act) in desks.iter().zip(&ids[1..]) {
            let sheet = Sheet { vote: id, no, copy: None };
            enter(tx, &Author { act: *act, ..desk.clone() }, sheet, &marks)?;
        }
        Ok(())
    })
}
