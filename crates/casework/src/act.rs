//! What an officer does to a case, as values: applied, explained and undone without a database.

use jiff::Timestamp;
use kernel::{Day, Id, WorkingCalendar};

use crate::record::{
    Basis, Case, CaseClock, EntryKind, Kept, KeptClock, StateColumns, due_text, moment_text, soonest, text_of,
};
use crate::sql::NewEntry;
use crate::{ClockState, Kind, Kinds, Turn};

/// One thing to do to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    Assign(Option<Id>),
    /// Moves what the office promised, by working days.
    MoveDeadline(i64),
    SetState(String),
    /// A decision of two people: it may lead to states that nobody can choose.
    Decide(String),
    Rename(String),
    Describe(String),
    Pause {
        clock: Id,
    },
    Resume {
        clock: Id,
    },
    Extend {
        clock: Id,
        days: i64,
    },
}

/// Why an act does nothing to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Skip {
    AlreadySo,
    Closed,
    NoSuchState,
    NoPromise,
    NoSuchClock,
    NotRunning,
    NotPaused,
    OutOfRange,
    /// Somebody else changed the case after the act that is to be undone.
    ChangedSince,
    /// There is no such case any more.
    Gone,
}

/// A case and its clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Loaded {
    pub(crate) case: Case,
    pub(crate) clocks: Vec<CaseClock>,
}

/// What acts need to know of the world.
pub(crate) struct Ground<'g> {
    pub(crate) kinds: &'g Kinds,
    pub(crate) calendar: &'g WorkingCalendar,
    pub(crate) today: Day,
    pub(crate) moment: Timestamp,
    /// The sort key of a new title.
    pub(crate) title_key: &'g (dyn Fn(&str) -> String + Sync),
}

/// Why a clock stands because of the case's state; a person's own reason is any other text.
const WAITS_FOR_APPLICANT: &str = "@applicant";
const WAITS_FOR_AUTHORITY: &str = "@authority";

impl Act {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Assign(_) => "assign",
            Self::MoveDeadline(_) => "move",
            Self::SetState(_) => "state",
            Self::Decide(_) => crate::operation::DECIDE,
            Self::Rename(_) => "rename",
            Self::Describe(_) => "describe",
            Self::Pause { .. } => "pause",
            Self::Resume { .. } => "resume",
            Self::Extend { .. } => "extend",
        }
    }

    pub(crate) fn argument(&self) -> String {
        match self {
            Self::Assign(owner) => text_of(owner.as_ref()),
            Self::MoveDeadline(days) | Self::Extend { days, .. } => days.to_string(),
            Self::SetState(state) | Self::Decide(state) => state.clone(),
            Self::Rename(text) | Self::Describe(text) => text.clone(),
            Self::Pause { clock } | Self::Resume { clock } => clock.to_string(),
        }
    }

    /// The case as it is afterwards, and what its timeline says. `reason` is what the officer gave.
    pub(crate) fn apply(
        &self,
        ground: &Ground<'_>,
        loaded: &Loaded,
        reason: &str,
    ) -> Result<(Loaded, Vec<NewEntry>), Skip> {
        let mut after = loaded.clone();
        let mut entries = match self {
            Self::Assign(owner) => assign(&mut after.case, *owner)?,
            Self::MoveDeadline(days) => move_promises(ground, &mut after, *days)?,
            Self::SetState(state) => {
                let kind = ground.kinds.find(&after.case.kind).ok_or(Skip::NoSuchState)?;
                let may = kind.next_of(&after.case.state).any(|next| next.name == state);
                if after.case.state == *state {
                    return Err(Skip::AlreadySo);
                }
                if !may {
                    return Err(Skip::NoSuchState);
                }
                set_state(ground, kind, &mut after, state)?
            }
            Self::Decide(state) => {
                let kind = ground.kinds.find(&after.case.kind).ok_or(Skip::NoSuchState)?;
                set_state(ground, kind, &mut after, state)?
            }
            Self::Rename(title) => {
                let case = &mut after.case;
                let entry = edited("title", &case.title, title)?;
                case.title.clone_from(title);
                case.title_key = (ground.title_key)(title);
                vec![entry]
            }
            Self::Describe(summary) => {
                let entry = edited("summary", &after.case.summary, summary)?;
                after.case.summary.clone_from(summary);
                vec![entry]
            }
            Self::Pause { clock } => {
                let found = clock_of(&mut after, *clock)?;
                let paused = found.clock.pause(ground.calendar, ground.today).map_err(|_| Skip::NotRunning)?;
                let entry = clock_entry("paused", found, &paused.state);
                found.clock = paused;
                reason.clone_into(&mut found.reason);
                vec![entry]
            }
            Self::Resume { clock } => {
                let found = clock_of(&mut after, *clock)?;
                let resumed = found.clock.resume(ground.calendar, ground.today).map_err(|_| Skip::NotPaused)?;
                let entry = clock_entry("resumed", found, &resumed.state);
                found.clock = resumed;
                found.reason.clear();
                vec![entry]
            }
            Self::Extend { clock, days } => {
                let found = clock_of(&mut after, *clock)?;
                vec![extend(ground, found, *days)?]
            }
        };
        after.case.due_on = soonest(&after.clocks);
        after.case.changed_at = ground.moment;
        after.case.search = crate::desk::search_text(&after.case.reference, &after.case.title, &after.case.summary);
        entries
            .iter_mut()
            .filter(|entry| entry.reason.is_empty())
            .for_each(|entry| reason.clone_into(&mut entry.reason));
        Ok((after, entries))
    }
}

impl Skip {
    pub(crate) const ALL: [Self; 10] = [
        Self::AlreadySo,
        Self::Closed,
        Self::NoSuchState,
        Self::NoPromise,
        Self::NoSuchClock,
        Self::NotRunning,
        Self::NotPaused,
        Self::OutOfRange,
        Self::ChangedSince,
        Self::Gone,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::AlreadySo => "already-so",
            Self::Closed => "closed",
            Self::NoSuchState => "no-such-state",
            Self::NoPromise => "no-promise",
            Self::NoSuchClock => "no-such-clock",
            Self::NotRunning => "not-running",
            Self::NotPaused => "not-paused",
            Self::OutOfRange => "out-of-range",
            Self::ChangedSince => "changed-since",
            Self::Gone => "gone",
        }
    }

    /// The sentence for the name of a result, as it stands in a table.
    pub(crate) fn label(name: &str) -> &'static str {
        match name {
            "done" => "result-done",
            "already-so" => "skip-already-so",
            "closed" => "skip-closed",
            "no-such-state" => "skip-no-such-state",
            "no-promise" => "skip-no-promise",
            "no-such-clock" => "skip-no-such-clock",
            "not-running" => "skip-not-running",
            "not-paused" => "skip-not-paused",
            "out-of-range" => "skip-out-of-range",
            "changed-since" => "skip-changed-since",
            _ => "skip-gone",
        }
    }
}

impl Loaded {
    /// All that acts can change, as it stands in the tables.
    pub(crate) fn kept(&self) -> Kept {
        let case = &self.case;
        Kept {
            title: case.title.clone(),
            title_key: case.title_key.clone(),
            search: case.search.clone(),
            state: case.state.clone(),
            turn: case.turn.name().to_owned(),
            is_closed: i64::from(case.is_closed),
            owner: text_of(case.owner.as_ref()),
            summary: case.summary.clone(),
            due_on: due_text(case.due_on),
            changed_at: moment_text(Some(case.changed_at)),
            closed_at: moment_text(case.closed_at),
            clocks: self.clocks.iter().map(kept_clock).collect(),
        }
    }
}

fn kept_clock(clock: &CaseClock) -> KeptClock {
    let StateColumns { name, due_on, since, left } = StateColumns::of(clock.clock.state);
    KeptClock {
        id: clock.id.to_string(),
        working_days: clock.clock.working_days,
        state: name.to_owned(),
        due_on,
        since,
        left_days: left,
        reason: clock.reason.clone(),
        escalated: clock.escalated,
    }
}

fn assign(case: &mut Case, owner: Option<Id>) -> Result<Vec<NewEntry>, Skip> {
    if case.is_closed {
        return Err(Skip::Closed);
    }
    let entry = edited("owner", &text_of(case.owner.as_ref()), &text_of(owner.as_ref()))?;
    case.owner = owner;
    Ok(vec![entry])
}

fn edited(field: &'static str, before: &str, after: &str) -> Result<NewEntry, Skip> {
    if before == after {
        return Err(Skip::AlreadySo);
    }
    let entry = NewEntry::new(EntryKind::Edit, "edited");
    Ok(NewEntry { field, before: before.to_owned(), after: after.to_owned(), ..entry })
}

fn move_promises(ground: &Ground<'_>, loaded: &mut Loaded, days: i64) -> Result<Vec<NewEntry>, Skip> {
    if loaded.case.is_closed {
        return Err(Skip::Closed);
    }
    if days == 0 {
        return Err(Skip::AlreadySo);
    }
    let promises = loaded.clocks.iter_mut().filter(|clock| {
        clock.basis == Basis::Promise
            && matches!(clock.clock.state, ClockState::Running { .. } | ClockState::Paused { .. })
    });
    let entries: Vec<NewEntry> = promises.map(|clock| extend(ground, clock, days)).collect::<Result<_, _>>()?;
    if entries.is_empty() { Err(Skip::NoPromise) } else { Ok(entries) }
}

fn extend(ground: &Ground<'_>, clock: &mut CaseClock, days: i64) -> Result<NewEntry, Skip> {
    if days == 0 {
        return Err(Skip::AlreadySo);
    }
    let extended = clock.clock.extend(ground.calendar, days).map_err(|refusal| match refusal {
        crate::ClockRefusal::NotRunning | crate::ClockRefusal::NotPaused => Skip::NotRunning,
        crate::ClockRefusal::OutOfRange => Skip::OutOfRange,
    })?;
    let entry = clock_entry("moved", clock, &extended.state);
    clock.clock = extended;
    // More time is a new beginning of urgency.
    clock.escalated = 0;
    Ok(entry)
}

fn clock_of(loaded: &mut Loaded, id: Id) -> Result<&mut CaseClock, Skip> {
    loaded.clocks.iter_mut().find(|clock| clock.id == id).ok_or(Skip::NoSuchClock)
}

fn clock_entry(deed: &'static str, clock: &CaseClock, after: &ClockState) -> NewEntry {
    let entry = NewEntry::new(EntryKind::Deadline, deed);
    let (before, after) = (state_text(&clock.clock.state), state_text(after));
    NewEntry { field: clock.basis.name(), before, after, ..entry }
}

/// A due day as it is, or the working days that are left while a clock stands.
fn state_text(state: &ClockState) -> String {
    match state {
        ClockState::Running { due_on } | ClockState::Met { due_on, .. } => due_on.to_string(),
        ClockState::Paused { left, .. } => left.to_string(),
        ClockState::Stopped { .. } => String::new(),
    }
}

/// Moves a case into a state, and its clocks with it: they stand while others have to act, and end with the case.
fn set_state(ground: &Ground<'_>, kind: &Kind, loaded: &mut Loaded, name: &str) -> Result<Vec<NewEntry>, Skip> {
    let state = kind.state(name).ok_or(Skip::NoSuchState)?;
    let case = &mut loaded.case;
    if case.state == name {
        return Err(Skip::AlreadySo);
    }
    let entry = NewEntry::new(EntryKind::Status, "moved");
    let mut entries = vec![NewEntry { before: case.state.clone(), after: name.to_owned(), ..entry }];
    name.clone_into(&mut case.state);
    case.turn = state.turn;
    case.is_closed = state.is_closed;
    case.closed_at = state.is_closed.then_some(ground.moment);
    for clock in &mut loaded.clocks {
        let (deed, after, reason) = match (state.is_closed, state.turn, clock.basis) {
            (true, _, _) => ("met", clock.clock.meet(ground.calendar, ground.today), ""),
            (false, Turn::Applicant, _) => {
                ("paused", clock.clock.pause(ground.calendar, ground.today), WAITS_FOR_APPLICANT)
            }
            // The law's own limit goes on while another office of the state decides.
            (false, Turn::Authority, Basis::Promise) => {
                ("paused", clock.clock.pause(ground.calendar, ground.today), WAITS_FOR_AUTHORITY)
            }
            (false, Turn::Office | Turn::Nobody, _) | (false, Turn::Authority, Basis::Law) => {
                // A person's own pause ends by a person's hand.
                if !clock.reason.starts_with('@') {
                    continue;
                }
                ("resumed", clock.clock.resume(ground.calendar, ground.today), "")
            }
        };
        if let Ok(after) = after {
            entries.push(NewEntry { reason: reason.to_owned(), ..clock_entry(deed, clock, &after.state) });
            clock.clock = after;
            reason.clone_into(&mut clock.reason);
        }
    }
    Ok(entries)
}
