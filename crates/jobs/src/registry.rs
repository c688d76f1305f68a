use std::collections::BTreeMap;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kernel::Id;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::Every;

/// Who does which jobs.
#[derive(Default, Clone)]
pub struct Registry {
    pub(crate) handlers: BTreeMap<&'static str, Handler>,
    pub(crate) schedule: Vec<(&'static str, Every)>,
}

/// One attempt at a job.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    pub id: Id,
    pub args: Json,
    /// The first is 1.
    pub attempt: u32,
    /// If this fails, nobody tries again.
    pub is_last: bool,
    pub now: Timestamp,
}

/// Why an attempt came to nothing. Any error is one, and worth another attempt.
#[derive(Debug)]
pub enum Setback {
    Retry(anyhow::Error),
    /// Another attempt would fail as this one did.
    GiveUp(anyhow::Error),
}

/// How long and how often a kind of job is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    pub attempts: u32,
    /// An attempt that takes longer has failed.
    pub time: Duration,
    /// Before the second attempt; each later one waits twice as long.
    pub first_pause: Duration,
}

#[derive(Clone)]
pub(crate) struct Handler {
    pub(crate) patience: Patience,
    pub(crate) run: Arc<dyn Fn(Turn) -> Running + Send + Sync>,
}

pub(crate) type Running = Pin<Box<dyn Future<Output = Result<(), Setback>> + Send>>;

/// However often something has failed, it is tried again at least so often.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(6);

impl Registry {
    pub fn new() -> Self {
        Self::default()
    }

    /// Says who does jobs of a kind. The kind is new: two answers to one question are a mistake of ours.
    #[must_use]
    pub fn add<F, R>(self, kind: &'static str, handler: F) -> Self
    where
        F: Fn(Turn) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), Setback>> + Send + 'static,
    {
        self.add_with(kind, Patience::default(), handler)
    }

    #[must_use]
    pub fn add_with<F, R>(mut self, kind: &'static str, patience: Patience, handler: F) -> Self
    where
        F: Fn(Turn) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), Setback>> + Send + 'static,
    {
        let run = Arc::new(move |turn| Box::pin(handler(turn)) as Running);
        let before = self.handlers.insert(kind, Handler { patience, run });
        assert!(before.is_none(), "two handlers for `{kind}`");
        self
    }

    /// Has a kind come by the clock, with empty arguments. What was missed while nobody worked comes once.
    #[must_use]
    pub fn every(mut self, kind: &'static str, every: Every) -> Self {
        self.schedule.push((kind, every));
        self
    }

    /// Puts two registries together: each slice brings its own.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        for (kind, handler) in other.handlers {
            let before = self.handlers.insert(kind, handler);
            assert!(before.is_none(), "two handlers for `{kind}`");
        }
        self.schedule.extend(other.schedule);
        self
    }
}

impl Turn {
    /// The arguments as a type; arguments that are something else will not get better.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Setback> {
        T::deserialize(&self.args).map_err(|error| Setback::GiveUp(error.into()))
    }
}

impl Setback {
    pub fn give_up(why: impl Into<anyhow::Error>) -> Self {
        Self::GiveUp(why.into())
    }
}

impl<E: Into<anyhow::Error>> From<E> for Setback {
    fn from(error: E) -> Self {
        Self::Retry(error.into())
    }
}

impl Patience {
    /// When to try again after an attempt that failed.
    pub(crate) fn next(&self, attempt: u32, now: Timestamp) -> Timestamp {
        let doubled = 1i32.checked_shl(attempt.saturating_sub(1)).filter(|times| *times > 0).unwrap_or(i32::MAX);
        let first = SignedDuration::try_from(self.first_pause).unwrap_or(LONGEST_PAUSE);
        let pause = first.checked_mul(doubled).map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE));
        now.checked_add(pause).unwrap_or(now)
    }
}

impl Default for Patience {
    /// Eight attempts over about an hour.
    fn default() -> Self {
        Self { attempts: 8, time: Duration::from_secs(300), first_pause: Duration::from_secs(30) }
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.handlers.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Patience;
    use jiff::Timestamp;

    #[test]
    fn each_pause_is_twice_the_one_before_up_to_six_hours() {
        let patience = Patience::default();
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let at = |attempt| patience.next(attempt, now).to_string();
        assert_eq!(at(1), "2026-03-02T09:00:30Z");
        assert_eq!(at(2), "2026-03-02T09:01:00Z");
        assert_eq!(at(8), "2026-03-02T10:04:00Z");
        assert_eq!(at(12), "2026-03-02T15:00:00Z");
        assert_eq!(at(u32::MAX), "2026-03-02T15:00:00Z");
    }
}
