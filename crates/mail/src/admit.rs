use jiff::SignedDuration;
use store::{Change, StoreError};

use crate::{Received, sql};

/// What to do with a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    New,
    /// The mail server delivered it twice, or a worker died; it has been seen to.
    SeenBefore,
    /// We wrote it, or its sender writes faster than a person: keep it, and let nothing answer it.
    Loop,
}

/// A person who writes more than this in an hour is not one.
const MOST_AN_HOUR: i64 = 30;

const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// Notes the mail, in the change that does something with it, and says whether it is to be done.
pub async fn admit(change: &Change, received: &Received) -> Result<Admission, StoreError> {
    let now = change.moment();
    let sender = received.from.address();
    if sql::insert_received(change, &received.message_id, sender, now).await? == 0 {
        return Ok(Admission::SeenBefore);
    }
    let since = now.checked_sub(HOUR).unwrap_or(now);
    let is_flood = sql::count_received(change, sender, since).await? > MOST_AN_HOUR;
    Ok(if received.is_our_own || is_flood { Admission::Loop } else { Admission::New })
}
