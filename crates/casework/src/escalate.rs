//! Nobody has to remember: at a half, at four fifths and at the end of its time a clock speaks up by itself.

use anyhow::Context;
use jobs::{Every, Registry, Turn};
use kernel::{Actor, Id};
use serde_json::json;
use store::{By, Change, Entry, StoreError};
use web::{Role, Visitor};

use crate::clock::Escalation;
use crate::record::EntryKind;
use crate::sql::{self, NewEntry};
use crate::{CaseClock, Desk};

const KIND: &str = "casework.escalate";
const AT_ONCE: i64 = 500;
/// What the program notes for colleagues begins so; the reader's words stand in the words files.
pub(crate) const SAID_BY_CLOCK: &str = "@escalated ";

/// Who does the jobs of this slice.
pub fn jobs(desk: &Desk) -> Registry {
    let desk = desk.clone();
    let run = move |turn: Turn| {
        let desk = desk.clone();
        async move {
            escalate(&desk, turn.now).await.context("tell people of urgent clocks")?;
            Ok(())
        }
    };
    Registry::new().add(KIND, run).every(KIND, Every::Minutes(15))
}

/// Looks at every running clock and tells of each new step of urgency, once. Answers how many there were.
pub async fn escalate(desk: &Desk, now: jiff::Timestamp) -> Result<usize, StoreError> {
    let calendar = desk.working_calendar(&desk.store).await?;
    let office_time = desk.office_time(now);
    let (mut due_on, mut id) = (String::new(), String::new());
    let mut told = 0;
    loop {
        let clocks = sql::list_running_clocks(&desk.store, (&due_on, &id), AT_ONCE).await?;
        let Some(last) = clocks.last() else { return Ok(told) };
        due_on = last.clock.due_on().map(|day| day.to_string()).unwrap_or_default();
        id = last.id.to_string();
        for clock in clocks {
            let step = clock.clock.escalation(&calendar, desk.hours, office_time);
            if step > Escalation::from_percent(clock.escalated) {
                told += usize::from(tell(desk, now, &clock, step).await?);
            }
        }
    }
}

/// Whether there was something to tell: another worker may have been faster.
async fn tell(desk: &Desk, now: jiff::Timestamp, clock: &CaseClock, step: Escalation) -> Result<bool, StoreError> {
    let by = By { actor: Actor::program("casework"), moment: now, reason: KIND.to_owned() };
    let change = desk.store.change(by).await?;
    let clocks = sql::list_clocks(&change, clock.case_id).await?;
    let is_same = clocks.iter().any(|known| known == clock);
    let Some(case) = sql::find_case(&change, clock.case_id).await?.filter(|case| is_same && !case.is_closed) else {
        return Ok(false);
    };
    sql::set_escalated(&change, clock.id, step.percent()).await?;
    let entry = NewEntry {
        field: clock.basis.name(),
        after: step.percent().to_string(),
        ..NewEntry::new(EntryKind::Deadline, "escalated")
    };
    sql::insert_entry(&change, case.id, &entry).await?;
    match step {
        Escalation::Calm | Escalation::Half => {}
        Escalation::Near | Escalation::Over => {
            let staff = people::list_staff(&change).await?;
            remind(&change, case.id, told_to(&staff, case.owner), step).await?;
        }
    }
    change.record(Entry::new("clock", clock.id, "escalated").after(json!({ "percent": step.percent() }))).await;
    change.commit().await?;
    Ok(true)
}

/// The owner, and those who answer for what is missed.
fn told_to(staff: &[Visitor], owner: Option<Id>) -> Vec<Id> {
    let heads = staff.iter().filter(|colleague| colleague.roles.contains(&Role::Approver));
    let mut told: Vec<Id> = heads.map(|colleague| colleague.account).collect();
    told.extend(owner.filter(|owner| !told.contains(owner)));
    told
}

async fn remind(change: &Change, case_id: Id, told: Vec<Id>, step: Escalation) -> Result<(), StoreError> {
    let note = change.fresh_id();
    sql::insert_note(change, case_id, note, &format!("{SAID_BY_CLOCK}{}", step.percent())).await?;
    for account in told {
        sql::insert_mention(change, account, case_id, note).await?;
    }
    Ok(())
}
