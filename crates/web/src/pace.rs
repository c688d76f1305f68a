//! How often somebody may send a form.

use std::collections::HashMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

/// So many at once, and then one every so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    pub at_once: i32,
    pub seconds_each: i64,
}

impl Pace {
    /// An ordinary form.
    pub const FORM: Self = Self { at_once: 60, seconds_each: 1 };
    /// A form that guesses could be tried on, or that makes us send mail.
    pub const SIGN_IN: Self = Self { at_once: 10, seconds_each: 30 };
}

/// When each sender of each form may send again if the pace is kept exactly. In memory: a restart forgives.
#[derive(Default)]
pub(crate) struct Paces(Mutex<HashMap<(&'static str, String), Timestamp>>);

/// How many senders are kept in mind before those that may send again anyway are forgotten.
const MOST_SENDERS: usize = 20_000;

impl Paces {
    /// Nothing if the sender may send now; otherwise how many seconds to wait.
    pub(crate) fn ask(&self, form: &'static str, sender: String, pace: Pace, now: Timestamp) -> Result<(), i64> {
        let mut free_at = self.0.lock().expect("nobody panics while counting");
        if free_at.len() > MOST_SENDERS {
            free_at.retain(|_, moment| *moment > now);
        }
        let each = SignedDuration::from_secs(pace.seconds_each);
        let ahead = each.checked_mul(pace.at_once.saturating_sub(1)).unwrap_or(SignedDuration::MAX);
        let entry = free_at.entry((form, sender)).or_insert(now);
        let from = (*entry).max(now);
        let waits = from.duration_since(now).checked_sub(ahead).unwrap_or(SignedDuration::ZERO);
        if waits.is_positive() {
            return Err(waits.as_secs().saturating_add(1));
        }
        *entry = from.checked_add(each).unwrap_or(from);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Pace, Paces};
    use jiff::Timestamp;

    #[test]
    fn a_few_at_once_and_then_one_at_a_time() {
        let paces = Paces::default();
        let pace = Pace { at_once: 3, seconds_each: 10 };
        let ask = |sender: &str, second: i64| {
            paces.ask("form", sender.to_owned(), pace, Timestamp::from_second(1_000_000 + second).unwrap())
        };
        assert_eq!([ask("a", 0), ask("a", 0), ask("a", 1)], [Ok(()); 3]);
        assert_eq!(ask("a", 2), Err(9));
        assert_eq!(ask("b", 2), Ok(()), "another sender has a pace of its own");
        assert_eq!(ask("a", 11), Ok(()));
        assert!(ask("a", 11).is_err());
        assert_eq!([ask("a", 100), ask("a", 100), ask("a", 100)], [Ok(()); 3]);
    }
}
