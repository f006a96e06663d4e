//! Mail to organisations: a number and a link, never what it is about, through the server the operator named.

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{SmtpTransport, Transport as _};
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

/// Why a letter did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unsent {
    /// The server refuses it for good.
    Refused(String),
    /// It surely did not go out, and may later.
    Later(String),
    /// It may have gone out.
    Unknown(String),
}

/// What a letter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) id: String,
    pub(crate) to: String,
    /// The number of what it is about; empty if it has none.
    pub(crate) no: String,
    /// Where to look, a path.
    pub(crate) link: String,
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

    pub(crate) fn send(&self, letter: &Letter) -> Result<(), Unsent> {
        let message = self.write(letter).map_err(Unsent::Refused)?;
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

    fn write(&self, letter: &Letter) -> Result<Message, String> {
        let to: lettre::Address = letter.to.parse().map_err(|_| "no address".to_owned())?;
        let no = if letter.no.is_empty() { "一件事".to_owned() } else { letter.no.clone() };
        let link = format!("{}{}", self.origin, letter.link);
        let text = format!(
            "{no} 等您看：\n{link}\n\n请登录以后看内容，邮件里不写。\nPlease sign in to read it; mail says no more than this.\n"
        );
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(format!("连心桥：{no} 等您看"))
            .message_id(Some(format!("<{}@{}>", letter.id.replace('/', "."), self.host)))
            .header(ContentType::TEXT_PLAIN)
            .body(text)
            .map_err(|why| why.to_string())
    }
}

/// What the server or the network said, short and on one line.
fn said(why: &lettre::transport::smtp::Error) -> String {
    let source = std::error::Error::source(why).map(|s| format!(": {s}")).unwrap_or_default();
    let line: String = format!("{why}{source}").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    line.chars().take(160).collect()
}
