//! What the slice does by itself: old drafts are forgotten, and prospects from whom nobody hears any more are put to
//! sleep, to be woken with one step.

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};
use jobs::{Every, Registry, Turn};
use kernel::{Actor, Id};
use store::{By, StoreError};

use crate::file::{self, NotMoved};
use crate::{Desk, Mover, Moving, Stage, forget_old_drafts, look_again, sql};

const KIND: &str = "productions.upkeep";
/// A package that nobody answered for so long.
const SILENCE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Who does the jobs of the slice.
pub fn jobs(desk: &Desk) -> Registry {
    let desk = desk.clone();
    let run = move |turn: Turn| {
        let desk = desk.clone();
        async move {
            forget_old_drafts(desk.store(), turn.now).await.context("forget old drafts")?;
            put_to_sleep(&desk, turn.now).await.context("put silent prospects to sleep")?;
            if let Some(rules) = desk.estimates() {
                look_again(desk.store(), rules, turn.now).await.context("put attached questions to new rules")?;
            }
            Ok(())
        }
    };
    let night = Every::DayAt { hour: 2, minute: 20, zone: jiff::tz::TimeZone::UTC };
    Registry::new().add(KIND, run).every(KIND, night)
}

/// Answers how many fell asleep.
pub async fn put_to_sleep(desk: &Desk, now: Timestamp) -> Result<usize, StoreError> {
    let Ok(before) = now.checked_sub(SILENCE) else { return Ok(0) };
    let mut asleep = 0;
    for id in sql::list_silent(desk.store(), before).await? {
        asleep += usize::from(sleep(desk, now, id).await?);
    }
    Ok(asleep)
}

async fn sleep(desk: &Desk, now: Timestamp, id: Id) -> Result<bool, StoreError> {
    let by = By { actor: Actor::program("productions"), moment: now, reason: KIND.to_owned() };
    let change = desk.store().change(by).await?;
    // Somebody may have moved it since the list was read.
    let Some(production) = sql::find_production(&change, id).await? else { return Ok(false) };
    let moving = Moving { to: Stage::Dormant, note: "", lost: None };
    match file::move_on(&change, &production, &moving, Mover::Program).await {
        Ok(_) => {
            change.commit().await?;
            Ok(true)
        }
        Err(NotMoved::Refused(_) | NotMoved::Overtaken) => Ok(false),
        Err(NotMoved::Broken(error)) => Err(error),
    }
}
