//! Forms with files: read as they come in, held in memory within limits, given to a child to be understood.

use crate::fields::FORM_LIMIT;
use crate::plain::BadField;
use crate::{House, Trouble};
use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use multer::{Field, Multipart};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many KiB of files are held at once by the whole program: two forms with as much as a form may carry, and some.
const ROOM: u32 = 192 * 1024;
/// A file's name is kept so long, in characters.
const NAME: usize = 120;
/// More parts than any of our forms has.
const PARTS: usize = 500;

/// How many files a form takes, and how large.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FileLimits {
    /// So many in all.
    pub count: usize,
    /// So many bytes each.
    pub each: usize,
}

/// A file as somebody sent it: not yet looked into.
pub struct Upload {
    /// The question it answers.
    pub field: String,
    /// What it is called on the sender's side. Never a path of ours, and never believed about what is in it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// The memory it takes up.
    room: Option<OwnedSemaphorePermit>,
}

impl Upload {
    /// Tells one content from another.
    pub(crate) fn hash(&self) -> String {
        Sha256::digest(&self.bytes).iter().map(|b| format!("{b:02x}")).collect()
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({}, {} bytes)", self.field, self.bytes.len())
    }
}

/// Memory for files, shared by all forms that are being read: a flood of uploads is refused, not held.
pub(crate) struct Room(Arc<Semaphore>);

impl Room {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(ROOM as usize)))
    }

    /// Lets what is held grow to so many bytes.
    fn grow(&self, held: &mut Option<OwnedSemaphorePermit>, bytes: usize) -> Result<(), Trouble> {
        let has = held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let more = bytes.div_ceil(1024).saturating_sub(has);
        let more = u32::try_from(more).map_err(|_| Trouble::Crowded)?;
        let permit = Arc::clone(&self.0).try_acquire_many_owned(more).map_err(|_| Trouble::Crowded)?;
        match held {
            Some(held) => held.merge(permit),
            None => *held = Some(permit),
        }
        Ok(())
    }
}

/// What a form brought.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    pub(crate) pairs: Vec<(String, String)>,
    pub(crate) files: Vec<Upload>,
    /// What was not taken, by its question.
    pub(crate) bad: Vec<(String, BadField)>,
}

/// Reads a form with files. A file that is too large, or one too many, is read to its end and thrown away, so that the
/// form comes back with a sentence instead of a broken line.
pub(crate) async fn read(body: Body, headers: &HeaderMap, limits: FileLimits, house: &House) -> Result<Sent, Trouble> {
    let kind = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let boundary = multer::parse_boundary(kind).map_err(|_| Trouble::Unreadable)?;
    let mut form = Multipart::new(body.into_data_stream(), boundary);
    let mut reader = Reader { sent: Sent::default(), limits, house, words: 0, left: house.settings().upload_limit };
    let mut parts = 0;
    while let Some(field) = form.next_field().await.map_err(|_| Trouble::Unreadable)? {
        parts += 1;
        if parts > PARTS {
            return Err(Trouble::Unreadable);
        }
        reader.part(field).await?;
    }
    Ok(reader.sent)
}

struct Reader<'h> {
    sent: Sent,
    limits: FileLimits,
    house: &'h House,
    /// Bytes of answers that are no files.
    words: usize,
    /// Bytes that may still come.
    left: usize,
}

impl Reader<'_> {
    async fn part(&mut self, field: Field<'_>) -> Result<(), Trouble> {
        let name = field.name().unwrap_or_default().to_owned();
        match field.file_name().map(plain_name) {
            Some(file) => self.file(field, name, file).await,
            None => self.answer(field, name).await,
        }
    }

    async fn chunk(&mut self, field: &mut Field<'_>) -> Result<Option<axum::body::Bytes>, Trouble> {
        let chunk = field.chunk().await.map_err(|_| Trouble::Unreadable)?;
        let length = chunk.as_ref().map_or(0, |c| c.len());
        let limit = self.house.settings().upload_limit;
        self.left = self.left.checked_sub(length).ok_or(Trouble::TooLarge(limit))?;
        Ok(chunk)
    }

    async fn answer(&mut self, mut field: Field<'_>, name: String) -> Result<(), Trouble> {
        let mut value = Vec::new();
        while let Some(chunk) = self.chunk(&mut field).await? {
            self.words += chunk.len();
            if self.words > FORM_LIMIT {
                return Err(Trouble::TooLarge(FORM_LIMIT));
            }
            value.extend_from_slice(&chunk);
        }
        let value = String::from_utf8(value).map_err(|_| Trouble::Unreadable)?;
        self.sent.pairs.push((name, value));
        Ok(())
    }

    async fn file(&mut self, mut field: Field<'_>, name: String, file: String) -> Result<(), Trouble> {
        let mut upload = Upload { field: name, name: file, bytes: Vec::new(), room: None };
        let full = self.sent.files.len() >= self.limits.count;
        let mut size = 0;
        while let Some(chunk) = self.chunk(&mut field).await? {
            size += chunk.len();
            if full || size > self.limits.each {
                (upload.bytes, upload.room) = (Vec::new(), None); // the rest goes the same way
                continue;
            }
            self.house.room().grow(&mut upload.room, size)?;
            upload.bytes.extend_from_slice(&chunk);
        }
        let bad = match size {
            0 => return Ok(()), // a question about files that nobody answered comes as an empty one
            _ if full => Some(BadField::FilesTooMany { most: self.limits.count }),
            _ if size > self.limits.each => Some(BadField::FileTooLarge { most: self.limits.each >> 20 }),
            _ => None,
        };
        match bad {
            Some(bad) if self.sent.bad.contains(&(upload.field.clone(), bad)) => {}
            Some(bad) => self.sent.bad.push((upload.field, bad)),
            None => self.sent.files.push(upload),
        }
        Ok(())
    }
}

/// The last part of what a browser calls the file, without what cannot be seen.
fn plain_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_name_is_its_last_part_and_short() {
        for (sent, name) in [
            ("楼道.jpg", "楼道.jpg"),
            ("C:\\Users\\me\\a.xlsx", "a.xlsx"),
            ("../../etc/passwd", "passwd"),
            ("a\r\nb\0.png", "ab.png"),
            ("", ""),
        ] {
            assert_eq!(plain_name(sent), name, "{sent:?}");
        }
        assert_eq!(plain_name(&"长".repeat(500)).chars().count(), NAME);
    }

    #[test]
    fn room_is_given_until_there_is_none_and_comes_back() {
        let room = Room::new();
        let (mut one, mut other, mut third) = (None, None, None);
        for bytes in [1, 1000, 1024, 1025, ROOM as usize * 512] {
            room.grow(&mut one, bytes).expect("up to half of it, in small steps");
        }
        room.grow(&mut other, ROOM as usize * 512).expect("the other half");
        assert!(matches!(room.grow(&mut third, 1), Err(Trouble::Crowded)));
        drop(one.take());
        assert!(room.grow(&mut third, 12 << 20).is_ok());
    }
}
