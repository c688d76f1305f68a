//! What happened on a case, in the reader's words.

use kernel::Day;
use web::Page;

use crate::escalate::SAID_BY_CLOCK;
use crate::line::Reader;
use crate::record::EntryKind;
use crate::sql::TimelineEntry;
use crate::toast::deed;
use crate::{Case, Kind};

/// One entry of the timeline as it is shown.
pub(super) struct Told {
    pub(super) kind: EntryKind,
    pub(super) who: String,
    pub(super) when: String,
    pub(super) what: String,
    pub(super) reason: String,
    /// The words of a message or note.
    pub(super) text: Option<String>,
    pub(super) is_struck: bool,
    pub(super) undo: Option<String>,
    pub(super) take_back: Option<String>,
}

pub(super) fn tell(reader: &Reader<'_>, case: &Case, kind: Option<&Kind>, entry: &TimelineEntry) -> Told {
    let page = reader.page;
    let now = page.now();
    let is_waiting = entry.leaves_at.is_some_and(|leaves_at| leaves_at > now) && !entry.is_taken_back;
    let base = page.link(format!("office/cases/{}", case.reference));
    let take_back = entry.refers.filter(|_| is_waiting && entry.deed == "sent");
    let young = entry.moment.checked_add(jiff::SignedDuration::from_hours(30 * 24)).is_ok_and(|over| now < over);
    let can_undo =
        young && !entry.is_undone && entry.deed != "undone" && entry.operation_kind != crate::operation::DECIDE;
    Told {
        kind: entry.kind,
        who: who(reader, entry),
        when: page.moment(entry.moment),
        what: what(reader, kind, entry),
        reason: reason(page, &entry.reason),
        text: entry.note.as_deref().map(|text| note_text(page, text)).or_else(|| entry.message.clone()),
        is_struck: entry.is_taken_back,
        undo: entry.operation.filter(|_| can_undo).map(|id| page.link(format!("office/operations/{id}/undo"))),
        take_back: take_back.map(|id| format!("{base}/messages/{id}/take-back")),
    }
}

fn who(reader: &Reader<'_>, entry: &TimelineEntry) -> String {
    match &entry.message_name {
        Some(name) if !name.is_empty() => name.clone(),
        _ => reader.actor_name(&entry.actor),
    }
}

fn what(reader: &Reader<'_>, kind: Option<&Kind>, entry: &TimelineEntry) -> String {
    let page = reader.page;
    let (before, after) = (entry.before.as_str(), entry.after.as_str());
    let state = |name: &str| {
        let label = kind.and_then(|kind| kind.state(name)).map(|state| state.label);
        label.map_or_else(|| name.to_owned(), |label| page.say(label).to_string())
    };
    let outcome = || {
        let label = kind.and_then(|kind| kind.outcome(after)).map(|outcome| outcome.label);
        label.map_or_else(|| after.to_owned(), |label| page.say(label).to_string())
    };
    let owner = |text: &str| match text.parse() {
        Ok(account) => reader.name(account),
        Err(_) => page.say("owner-nobody").to_string(),
    };
    match (entry.kind, entry.deed.as_str()) {
        (EntryKind::Message, "received") => page.say("told-received").to_string(),
        (EntryKind::Message, "taken-back") => page.say("told-taken-back").to_string(),
        (EntryKind::Message, _) => page.say("told-sent").to_string(),
        (EntryKind::Note, _) => page.say("told-note").to_string(),
        (EntryKind::Status, "opened") => page.say("told-opened").to_string(),
        (EntryKind::Status, _) => {
            page.say("told-state").with("before", state(before)).with("after", state(after)).to_string()
        }
        (EntryKind::Edit, "undone") => page.say("told-undone").with("deed", deed(page, after)).to_string(),
        (EntryKind::Edit, _) => match entry.field.as_str() {
            "owner" => page.say("told-owner").with("before", owner(before)).with("after", owner(after)).to_string(),
            "title" => page.say("told-title").with("before", before).with("after", after).to_string(),
            _ => page.say("told-summary").with("before", before).with("after", after).to_string(),
        },
        (EntryKind::File, "accepted") => {
            page.say("told-accepted").with("name", requirement(page, kind, after)).to_string()
        }
        (EntryKind::File, "replace") => {
            page.say("told-replace").with("name", requirement(page, kind, after)).to_string()
        }
        (EntryKind::File, _) => page.say("told-file").with("name", after).to_string(),
        (EntryKind::Decision, "proposed") => page.say("told-proposed").with("outcome", outcome()).to_string(),
        (EntryKind::Decision, "approved") => page.say("told-approved").with("outcome", outcome()).to_string(),
        (EntryKind::Decision, "withdrawn") => page.say("told-withdrawn").with("outcome", outcome()).to_string(),
        (EntryKind::Decision, _) => page.say("told-turned-down").with("outcome", outcome()).to_string(),
        (EntryKind::Deadline, deed) => deadline(page, entry, deed),
        (EntryKind::Task, "done") => page.say("told-task-done").with("title", after).to_string(),
        (EntryKind::Task, "reopened") => page.say("told-task-reopened").with("title", after).to_string(),
        (EntryKind::Task, _) => page.say("told-task").with("title", after).to_string(),
    }
}

fn deadline(page: &Page, entry: &TimelineEntry, deed: &str) -> String {
    let day =
        |text: &str| text.parse::<Day>().map_or_else(|_| text.to_owned(), |day| page.locale().weekday_and_day(day));
    let basis = page.say(if entry.field == "law" { "clock-law" } else { "clock-promise" }).to_string();
    let left = || usize::try_from(entry.after.parse::<i64>().unwrap_or(0).max(0)).unwrap_or(0);
    let phrase = match deed {
        "paused" => page.say("told-paused").count("left", left()),
        "resumed" => page.say("told-resumed").with("after", day(&entry.after)),
        "met" => page.say("told-met").with("after", day(&entry.after)),
        "escalated" => page.say("told-escalated").with("percent", &entry.after),
        _ => page.say("told-moved").with("before", day(&entry.before)).with("after", day(&entry.after)),
    };
    phrase.with("basis", basis).to_string()
}

/// A note that a clock wrote is told in the reader's words.
pub(crate) fn note_text(page: &Page, text: &str) -> String {
    match text.strip_prefix(SAID_BY_CLOCK) {
        Some(percent) => page.say("note-escalated").with("percent", percent).to_string(),
        None => text.to_owned(),
    }
}

/// A reason of the program's own is a word, any other is what a person typed.
pub(crate) fn reason(page: &Page, reason: &str) -> String {
    match reason {
        "@applicant" => page.say("reason-applicant").to_string(),
        "@authority" => page.say("reason-authority").to_string(),
        typed => typed.to_owned(),
    }
}

pub(super) fn requirement(page: &Page, kind: Option<&Kind>, name: &str) -> String {
    let known = kind.and_then(|kind| kind.requirements.iter().find(|requirement| requirement.name == name));
    known.map_or_else(|| name.to_owned(), |requirement| page.say(requirement.label).to_string())
}
