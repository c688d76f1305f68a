//! Asks owners in time, and hides what nobody answers for.

use anyhow::Context as _;
use jiff::Timestamp;
use jobs::{Every, Registry, Turn};
use kernel::Actor;
use store::{By, Entry};

use super::{Answer, ask};
use crate::record::location::{Location, State};
use crate::write::LOCATION;
use crate::{Desk, find, sql, write};

const KIND: &str = "places.confirm";
const MONTHS: i64 = 6;
/// So many letters a night at most.
const AT_ONCE: i64 = 200;

pub(crate) fn jobs(desk: &Desk) -> Registry {
    let desk = desk.clone();
    let run = move |turn: Turn| {
        let desk = desk.clone();
        async move {
            hide_silent(&desk, turn.now).await.context("hide places whose owners keep silent")?;
            ask_due(&desk, turn.now).await.context("ask owners of places")?;
            Ok(())
        }
    };
    let night = Every::DayAt { hour: 3, minute: 10, zone: jiff::tz::TimeZone::UTC };
    Registry::new().add(KIND, run).every(KIND, night)
}

async fn ask_due(desk: &Desk, now: Timestamp) -> anyhow::Result<()> {
    let Some(before) = desk.today(now).plus_months(-MONTHS) else { return Ok(()) };
    for id in sql::locations::list_unconfirmed(&desk.store, before, AT_ONCE).await? {
        let change = desk.store.change(by(now)).await?;
        let Some(place) = find::find_location(&change, id).await? else { continue };
        let asked = sql::questions::list_questions(&change, id).await?;
        // Somebody who was asked has time to think; who was hidden for it is not asked again by itself.
        let is_waiting = asked.iter().any(|question| question.answer == Answer::None);
        if place.state == State::Published && !is_waiting && ask(desk, &change, &place).await? {
            change.commit().await?;
        }
    }
    Ok(())
}

async fn hide_silent(desk: &Desk, now: Timestamp) -> anyhow::Result<()> {
    for question in sql::questions::list_overdue(&desk.store, now, AT_ONCE).await? {
        let change = desk.store.change(by(now)).await?;
        let Some(place) = find::find_location(&change, question.location).await? else { continue };
        sql::questions::set_answer(&change, &question.id, Answer::Silent, "").await?;
        if place.state == State::Published {
            let after = Location { state: State::Silent, ..place.clone() };
            write::set_location(&change, &place, &after, "owner silent").await?;
        } else {
            change.record(Entry::new(LOCATION, place.id, "owner silent")).await;
        }
        change.commit().await?;
    }
    Ok(())
}

fn by(now: Timestamp) -> By {
    By { actor: Actor::program("places"), moment: now, reason: KIND.to_owned() }
}
