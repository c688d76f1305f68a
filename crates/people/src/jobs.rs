//! What the slice does by itself.

use anyhow::Context as _;
use jiff::tz::TimeZone;
use jobs::{Every, Registry};
use kernel::{Actor, Day};
use store::{By, Store};
use web::Session;

use crate::Desk;
use crate::sql::{accounts as sql, passkeys};

const RETENTION: &str = "people.retention";

/// Blanks personal data whose time is over, and sweeps what signing in leaves behind. Each night; may run twice.
pub fn jobs(desk: &Desk) -> Registry {
    let desk = desk.clone();
    let run = move |turn: jobs::Turn| {
        let desk = desk.clone();
        async move {
            blank_due(&desk, turn.now).await?;
            sweep(desk.store(), turn.now).await?;
            Ok(())
        }
    };
    Registry::new().add(RETENTION, run).every(RETENTION, Every::DayAt { hour: 21, minute: 40, zone: TimeZone::UTC })
}

async fn blank_due(desk: &Desk, now: jiff::Timestamp) -> anyhow::Result<()> {
    let date = TimeZone::UTC.to_datetime(now).date();
    let today = Day::new(date.year(), date.month(), date.day()).context("a date of the calendar is a day")?;
    loop {
        let by = By { actor: Actor::program("people"), moment: now, reason: RETENTION.to_owned() };
        let change = desk.store().change(by).await?;
        if desk.book().blank_due(&change, today).await? == 0 {
            return Ok(());
        }
        change.commit().await?;
    }
}

async fn sweep(store: &Store, now: jiff::Timestamp) -> anyhow::Result<()> {
    let change = store.upkeep(now).await?;
    let long_ago = now.checked_sub(jiff::SignedDuration::from_hours(24 * 30))?;
    sql::delete_old_links(&change, long_ago).await?;
    sql::delete_old_attempts(&change, long_ago).await?;
    passkeys::delete_old_challenges(&change, long_ago).await?;
    Session::sweep(&change).await?;
    change.commit().await?;
    Ok(())
}
