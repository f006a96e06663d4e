//! Mail to organisations: a number and a link, never what it is about, through the server the operator named.

use crate::post::{Courier, Letter, Unsent, Way};
use crate::texts::t;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{SmtpTransport, Transport as _};
use lianxin_base::{Lang, Moment};
use std::fmt;
use std::time::Duration;

/// A server that says nothing for so long is away.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends mail. At most once: what may have gone out is never sent again.
pub struct Mailer {
    transport: SmtpTransport,
    from: Mailbox,
    host: String,
    origin: String,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("from", &self.from.email.to_string()).finish_non_exhaustive()
    }
}

impl Mailer {
    /// Through `server` (`smtps://name:password@host`, `smtp://host:25` in one's own network), in the name of `from`,
    /// with links to `origin`.
    ///
    /// # Errors
    /// What is wrong with the address of the server or the sender, in a sentence without the password.
    pub fn new(server: &str, from: &str, origin: &str) -> Result<Self, String> {
        Self::patient(server, from, origin, PATIENCE)
    }

    /// [`Mailer::new`] with another patience; for tests.
    ///
    /// # Errors
    /// As there.
    pub fn patient(server: &str, from: &str, origin: &str, patience: Duration) -> Result<Self, String> {
        let from: Mailbox = from.parse().map_err(|_| "寄信人地址不对，例如 连心桥 <lianxin@example.cn>".to_owned())?;
        let builder = SmtpTransport::from_url(server)
            .map_err(|_| "邮件服务器地址不对，例如 smtps://用户名:密码@smtp.example.cn".to_owned())?;
        let host = from.email.domain().to_owned();
        Ok(Self { transport: builder.timeout(Some(patience)).build(), from, host, origin: origin.to_owned() })
    }

    /// One mail for all of these, which go to one address.
    fn write(&self, letters: &[Letter]) -> Result<Message, String> {
        let first = letters.first().ok_or("nothing to send")?;
        let to: lettre::Address = first.to.parse().map_err(|_| "no address".to_owned())?;
        // Nobody knows who opens it: both languages.
        let (zh, en) = (t(Lang::Zh), t(Lang::En));
        let lines = self.lines(letters);
        let subject = match lines.as_slice() {
            [(no, _)] => zh.msg_mail_subject(no),
            many => zh.msg_mail_subject_many(many.len()),
        };
        let mut text = String::new();
        for (no, link) in &lines {
            text += &format!("{}\n{link}\n\n", zh.msg_mail_waits(no));
        }
        text += &format!("{}\n{}\n", zh.msg_mail_more(), en.msg_mail_more());
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .message_id(Some(format!("<{}@{}>", first.id.replace('/', "."), self.host)))
            .header(ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(|why| why.to_string())
    }

    /// Number and link of each thing, once: three messages about one matter are one line.
    fn lines(&self, letters: &[Letter]) -> Vec<(String, String)> {
        let something = t(Lang::Zh).msg_mail_something();
        let mut lines: Vec<(String, String)> = Vec::new();
        for letter in letters {
            let no = if letter.no.is_empty() { something.clone() } else { letter.no.clone() };
            let line = (no, format!("{}{}", self.origin, letter.link));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }
}

impl Courier for Mailer {
    fn way(&self) -> Way {
        Way::Mail
    }

    fn send(&self, letters: &[Letter], _: Moment) -> Result<(), Unsent> {
        let message = self.write(letters).map_err(Unsent::Refused)?;
        // Whether the server is there is asked on a connection of its own: until it answers, nothing can have gone out.
        match self.transport.test_connection() {
            Ok(true) => {}
            Ok(false) => return Err(Unsent::Later("the server is not ready".into())),
            Err(why) if why.is_permanent() => return Err(Unsent::Refused(said(&why))),
            Err(why) => return Err(Unsent::Later(said(&why))),
        }
        match self.transport.send(&message) {
            Ok(_) => Ok(()),
            Err(why) if why.is_permanent() => Err(Unsent::Refused(said(&why))),
            Err(why) if why.is_transient() => Err(Unsent::Later(said(&why))),
            Err(why) => Err(Unsent::Unknown(said(&why))),
        }
    }
}

/// What the server or the network said, short and on one line.
fn said(why: &lettre::transport::smtp::Error) -> String {
    let source = std::error::Error::source(why).map(|s| format!(": {s}")).unwrap_or_default();
    let line: String = format!("{why}{source}").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.chars().take(160).collect()
}
