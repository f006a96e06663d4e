//! Photos of a form: read by a child as they come, kept as files at once, and held by the form under a signed name, so
//! that a form that comes back for its answers still has them.

use crate::components::KeptShot;
use crate::fields::Fields;
use crate::{FileLimits, House, Trouble, Upload, Visit};
use axum::extract::Path;
use axum::http::header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use lianxin_base::{DAY, HOUR, Moment, Refuse as _};
use lianxin_child::Failure;
use lianxin_gate::Limit;
use lianxin_photo::{BYTES_MAX, MASK, PHOTO, Picture, Rect, Refusal, mask_input};
use lianxin_store::{Fault, FileHash, Files};
use std::fmt;

/// The question's name in every form.
pub const PHOTO_FIELD: &str = "photo";
/// What a photo that has been kept is called in the form.
const KEPT: &str = "kept";
/// So many in one form.
pub const PHOTOS_MAX: usize = 6;
/// What a form with photos may carry.
pub const PHOTOS: FileLimits = FileLimits { count: PHOTOS_MAX, each: BYTES_MAX };
/// So long a form that came back may be sent again with its photos. What no row names by then is swept away later.
const GOOD_FOR: i64 = 20 * HOUR;
/// Older files that no row names are swept away.
pub const SWEPT_AFTER: i64 = DAY;

/// A photo as it is kept: two files by their hashes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Photo {
    /// At most 1600 pixels on its longer side.
    pub large: FileHash,
    /// At most 480.
    pub small: FileHash,
    /// Width of the large one.
    pub width: u32,
    /// Height of the large one.
    pub height: u32,
}

impl fmt::Display for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.large, self.small, self.width, self.height)
    }
}

impl std::str::FromStr for Photo {
    type Err = ();

    fn from_str(line: &str) -> Result<Self, ()> {
        let mut words = line.split(' ');
        let mut word = || words.next().ok_or(());
        let (large, small) = (word()?.parse().map_err(drop)?, word()?.parse().map_err(drop)?);
        let (width, height) = (word()?.parse().map_err(drop)?, word()?.parse().map_err(drop)?);
        Ok(Self { large, small, width, height })
    }
}

impl Photo {
    /// Writes both sizes down.
    ///
    /// # Errors
    /// The disk's trouble.
    pub fn put(files: &Files, picture: &Picture, now: Moment) -> Result<Self, Fault> {
        let (large, small) = (files.put(&picture.large, now)?, files.put(&picture.small, now)?);
        Ok(Self { large, small, width: picture.width, height: picture.height })
    }

    /// The name a form holds it under: good for this visitor, for a while.
    fn name(&self, visit: &Visit) -> String {
        let until = visit.now().plus(GOOD_FOR).micros();
        let plain = format!("{}.{}.{}.{}.{until}", self.large, self.small, self.width, self.height);
        format!("{plain}.{}", seal(visit, &plain))
    }

    fn named(visit: &Visit, name: &str) -> Option<Self> {
        let (plain, mac) = name.rsplit_once('.')?;
        let (photo, until) = plain.rsplit_once('.')?;
        let good = visit.now().micros() <= until.parse().ok()? && seal(visit, plain) == mac;
        photo.replace('.', " ").parse().ok().filter(|_| good)
    }
}

fn seal(visit: &Visit, plain: &str) -> String {
    visit.house.keys().echo(&[b"photo", visit.bound().as_bytes(), plain.as_bytes()])
}

/// The photos of a form: those it held already, then those that just came. Each new one is read by a child and kept, and
/// the form holds its name from now on; what is not taken is noted beside the question.
///
/// # Errors
/// Too often, or the house's own trouble (no place on the disk, no child to be had).
pub async fn photos(visit: &Visit, fields: &mut Fields) -> Result<Vec<Photo>, Trouble> {
    let mut all: Vec<Photo> = fields.all(KEPT).filter_map(|name| Photo::named(visit, name)).collect();
    all.truncate(PHOTOS_MAX);
    let came = fields.take_files(PHOTO_FIELD);
    let room = PHOTOS_MAX - all.len();
    if came.len() > room {
        let bad = crate::BadField::FilesTooMany { most: PHOTOS_MAX };
        fields.note(PHOTO_FIELD, bad.code(), bad.say(visit.lang));
    }
    let mut came = came.into_iter().take(room);
    // Two at a time, as many as are read at once.
    while let Some(first) = came.next() {
        let both = match came.next() {
            Some(second) => {
                let (a, b) = tokio::join!(read(visit, first), read(visit, second));
                vec![a?, b?]
            }
            None => vec![read(visit, first).await?],
        };
        for one in both {
            match one {
                Ok(photo) => {
                    fields.keep(KEPT, &photo.name(visit));
                    all.push(photo);
                }
                Err(no) if fields.faults().iter().any(|f| f.code == no.code()) => {}
                Err(no) => fields.refuse(&no),
            }
        }
    }
    Ok(all)
}

/// The photos a form holds, to be shown in it again.
pub fn kept(visit: &Visit, fields: &Fields) -> Vec<KeptShot> {
    let good = |name: &&str| Photo::named(visit, name).is_some();
    fields
        .all(KEPT)
        .filter(good)
        .map(|name| KeptShot { name: name.to_owned(), url: format!("/upload/{name}") })
        .collect()
}

async fn read(visit: &Visit, upload: Upload) -> Result<Result<Photo, Refusal>, Trouble> {
    visit.take(Limit::PHOTO)?;
    match ask(&visit.house, PHOTO, upload.bytes).await? {
        Ok(picture) => Ok(Ok(put(visit, picture).await?)),
        Err(no) => Ok(Err(no)),
    }
}

async fn ask(house: &House, kind: &str, input: Vec<u8>) -> Result<Result<Picture, Refusal>, Trouble> {
    match house.children().ask(kind, input).await {
        Ok(answer) => Ok(Picture::unpacked(&answer).ok_or(Refusal::TooHard)),
        Err(failure) => match (Refusal::of(&failure), failure) {
            (Some(no), _) => Ok(Err(no)),
            (None, Failure::NotStarted(why)) => Err(Trouble::Broken(Fault::bug(why))),
            (None, other) => Err(Trouble::Broken(Fault::bug(other.to_string()))),
        },
    }
}

async fn put(visit: &Visit, picture: Picture) -> Result<Photo, Trouble> {
    let now = visit.now();
    with_files(&visit.house, move |files| Photo::put(files, &picture, now)).await
}

/// A copy of a photo with rectangles burnt into it. Without any it is the photo itself.
///
/// # Errors
/// The house's own trouble; [`Trouble::NotFound`] if the file is not there any more.
pub async fn masked(visit: &Visit, photo: Photo, rects: &[Rect]) -> Result<Photo, Trouble> {
    if rects.is_empty() {
        return Ok(photo);
    }
    let bytes = bytes_of(&visit.house, photo.large).await?;
    match ask(&visit.house, MASK, mask_input(&bytes, rects)).await? {
        Ok(picture) => put(visit, picture).await,
        Err(no) => Err(Trouble::refused(no)),
    }
}

/// The bytes of a kept file, for a paper it goes into.
///
/// # Errors
/// [`Trouble::NotFound`] if the file is not there.
pub async fn bytes_of(house: &House, hash: FileHash) -> Result<Vec<u8>, Trouble> {
    with_files(house, move |files| files.get(hash)).await?.ok_or(Trouble::NotFound)
}

/// Keeps a file as it came, for who may ask for it later. What no row names is swept away.
///
/// # Errors
/// The disk's trouble.
pub async fn keep_file(visit: &Visit, bytes: Vec<u8>) -> Result<FileHash, Trouble> {
    let now = visit.now();
    with_files(&visit.house, move |files| files.put(&bytes, now)).await
}

/// Reads or writes beside the thread that serves others.
async fn with_files<T: Send + 'static>(
    house: &House,
    f: impl FnOnce(&Files) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Trouble> {
    let files = house.files().clone();
    #[expect(clippy::disallowed_methods, reason = "a disk may take long")]
    let done = tokio::task::spawn_blocking(move || f(&files)).await;
    Ok(done.map_err(|_| Fault::bug("a file's thread ended"))??)
}

/// Answers with a picture. The caller has made sure that this visitor may see it. A browser may keep it, but asks each
/// time whether it may still be seen.
///
/// # Errors
/// [`Trouble::NotFound`] if the file is not there.
pub async fn picture(visit: &Visit, hash: FileHash, headers: &HeaderMap) -> Result<Response, Trouble> {
    let tag = format!("\"{hash}\"");
    let etag = HeaderValue::try_from(tag.as_str()).map_err(|_| Trouble::NotFound)?;
    if headers.get(IF_NONE_MATCH).is_some_and(|given| given.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response());
    }
    let bytes = bytes_of(&visit.house, hash).await?;
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("image/jpeg")), (ETAG, etag)], bytes).into_response())
}

/// `GET /upload/{name}`: a photo of a form that is not sent yet, for who sends it.
pub(crate) async fn upload(visit: Visit, Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Trouble> {
    let photo = Photo::named(&visit, &name).ok_or(Trouble::NotFound)?;
    picture(&visit, photo.small, &headers).await
}
