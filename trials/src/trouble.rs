use lianxin_store::Stop;

/// Why nothing could be measured, for a person.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) String);

pub(crate) type Done<T> = Result<T, Trouble>;

impl<E: std::error::Error> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

pub(crate) fn told(stop: Stop) -> Trouble {
    Trouble(match stop {
        Stop::Refused(no) => no.code().to_owned(),
        Stop::Failed(fault) => fault.to_string(),
    })
}

pub(crate) fn no<T>(why: impl Into<String>) -> Done<T> {
    Err(Trouble(why.into()))
}
