use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::Id;

/// Who does something. Written `account:01J…`, `stranger`, `program:jobs`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Somebody who is signed in.
    Account(Id),
    /// Somebody without an account: an inquiry, a link that was mailed.
    Stranger,
    /// The program itself, and which part of it.
    Program(Cow<'static, str>),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is nobody: an actor is `account:ID`, `stranger` or `program:PART`")]
pub struct NotAnActor(pub String);

impl Actor {
    pub const fn program(part: &'static str) -> Self {
        Self::Program(Cow::Borrowed(part))
    }

    pub fn account(&self) -> Option<Id> {
        match self {
            Self::Account(id) => Some(*id),
            Self::Stranger | Self::Program(_) => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account(id) => write!(out, "account:{id}"),
            Self::Stranger => out.write_str("stranger"),
            Self::Program(part) => write!(out, "program:{part}"),
        }
    }
}

impl FromStr for Actor {
    type Err = NotAnActor;

    fn from_str(text: &str) -> Result<Self, NotAnActor> {
        let wrong = || NotAnActor(text.to_owned());
        match text.split_once(':') {
            None if text == "stranger" => Ok(Self::Stranger),
            Some(("account", id)) => id.parse().map(Self::Account).map_err(|_| wrong()),
            Some(("program", part)) if !part.is_empty() => Ok(Self::Program(Cow::Owned(part.to_owned()))),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Actor;
    use crate::Id;

    #[test]
    fn an_actor_is_read_as_it_is_written() {
        for actor in [Actor::Account(Id::new(5, 7)), Actor::Stranger, Actor::program("jobs")] {
            assert_eq!(actor.to_string().parse(), Ok(actor));
        }
        for wrong in ["", "account:", "program:", "god", "account:1"] {
            assert!(wrong.parse::<Actor>().is_err(), "{wrong}");
        }
    }
}
