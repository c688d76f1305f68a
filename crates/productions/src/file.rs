//! What is done with a production file: opened, edited, moved on, begun again. Each writes what it does into the chain.

use casework::{Case, CaseProblem, NewCase, open_case};
use kernel::Id;
use serde_json::json;
use store::{Change, Entry, Query, StoreError, fingerprint};

use crate::contact::{self, Contacts};
use crate::desk::INQUIRY;
use crate::inquiry::{Inquiry, Who};
use crate::record::{Member, Production, StepTaken};
use crate::{Desk, Mover, Moving, Reference, Stage, StageRefusal, TeamRole, sql};

/// What an inquiry has become.
pub(crate) struct Opened {
    pub(crate) production: Production,
    pub(crate) case: Case,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum FileProblem {
    #[error("the country `{0}` of the profile is not two capital letters")]
    NoReference(String),
    #[error(transparent)]
    Case(#[from] CaseProblem),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a production does not go where somebody wants it.
pub(crate) enum NotMoved {
    Refused(StageRefusal),
    /// Somebody else wrote in between.
    Overtaken,
    Broken(StoreError),
}

impl From<StoreError> for NotMoved {
    fn from(error: StoreError) -> Self {
        Self::Broken(error)
    }
}

/// The next reference of the year.
pub(crate) async fn fresh_reference(desk: &Desk, change: &Change) -> Result<Reference, FileProblem> {
    let country = &desk.cases().country;
    let year = desk.cases().today(change.moment()).year();
    let number = change.next_number(&Reference::counter(year)).await?;
    u32::try_from(number)
        .ok()
        .and_then(|number| Reference::new(country, year, number))
        .ok_or_else(|| FileProblem::NoReference(country.clone()))
}

/// Opens the file, the case with its clock, and the address book for what somebody asked. Nothing is typed again.
pub(crate) async fn open(desk: &Desk, change: &Change, inquiry: &Inquiry) -> Result<Opened, FileProblem> {
    let reference = fresh_reference(desk, change).await?;
    let Contacts { person, organisation } = contact::from_inquiry(desk.book(), change, &inquiry.who).await?;
    let officer = sql::find_duty(change).await?;
    let Who { name, email, language, zone, .. } = &inquiry.who;
    let zone = zone.iana_name().unwrap_or("UTC");
    let owner = people::find_or_make(change, &email.to_lowercase(), name, language.tag(), zone).await?;
    let now = change.moment();
    let Inquiry { what, when, looks, budget, needs, needs_note, who } = inquiry.clone();
    let production = Production {
        id: change.fresh_id(),
        reference,
        version: 1,
        title: what.title,
        code_name: what.code_name,
        confidentiality: what.confidentiality,
        format: what.format,
        brief: what.brief,
        synopsis: String::new(),
        looks,
        needs,
        needs_note,
        starts_on: when.starts_on,
        ends_on: when.ends_on,
        shooting_days: when.shooting_days,
        is_flexible: when.is_flexible,
        budget,
        spend: None,
        chance: None,
        stage: Stage::New,
        stage_since: now,
        lost_reason: None,
        source: who.source,
        source_event: who.source_event,
        waits_for: String::new(),
        next_step: String::new(),
        next_owner: None,
        next_on: None,
        officer,
        contact: person,
        organisation,
        language: who.language.tag().to_owned(),
        zone: who.zone.iana_name().unwrap_or("UTC").to_owned(),
        copied_from: None,
        made_at: now,
        changed_at: now,
    };
    insert(change, &production).await?;
    let new = NewCase {
        kind: INQUIRY,
        reference: Some(production.reference.to_string()),
        title: production.outside_name().unwrap_or_default().to_owned(),
        summary: summary(&production),
        subject: Production::subject(production.id),
        applicant: Some(owner.id),
        contact_name: who.name.clone(),
        contact_email: owner.email.clone(),
        language: who.language,
    };
    let new = if new.title.is_empty() { NewCase { title: production.reference.to_string(), ..new } } else { new };
    let case = open_case(desk.cases(), change, new).await?;
    let member = Member {
        id: change.fresh_id(),
        production_id: production.id,
        account: Some(owner.id),
        email: owner.email.clone(),
        name: who.name,
        role: TeamRole::Owner,
        invited_at: now,
        accepted_at: Some(now),
    };
    // They come by the address they gave; this link is never mailed.
    let unused = fingerprint(&desk.store().secret());
    sql::insert_member(change, &member, &unused, &change.by().actor.to_string()).await?;
    Ok(Opened { production, case })
}

/// A case shows what is wanted; what is secret stands in the file only.
fn summary(production: &Production) -> String {
    match production.confidentiality {
        crate::Confidentiality::Open => production.brief.clone(),
        crate::Confidentiality::CodeName | crate::Confidentiality::Secret => String::new(),
    }
}

pub(crate) async fn insert(change: &Change, production: &Production) -> Result<(), StoreError> {
    sql::insert_production(change, production, &search(production)).await?;
    let after = json!({ "reference": production.reference.to_string(), "source": production.source.word() });
    change.record(Entry::new("production", production.id, "opened").after(after)).await;
    Ok(())
}

/// Writes a production that was edited; `false` if somebody else was faster.
pub(crate) async fn save(change: &Change, production: &Production, entry: Entry) -> Result<bool, StoreError> {
    let saved = sql::set_production(change, production, &search(production)).await?;
    if saved {
        change.record(entry).await;
    }
    Ok(saved)
}

/// Brings a production to another stage, with the step in its history.
pub(crate) async fn move_on(
    change: &Change,
    production: &Production,
    moving: &Moving<'_>,
    mover: Mover,
) -> Result<Production, NotMoved> {
    production.stage.check(moving, mover).map_err(NotMoved::Refused)?;
    let lost_reason = moving.lost.filter(|_| moving.to == Stage::Lost);
    let moved = Production {
        stage: moving.to,
        stage_since: change.moment(),
        lost_reason,
        changed_at: change.moment(),
        ..production.clone()
    };
    let step = StepTaken {
        from: production.stage,
        to: moving.to,
        note: moving.note.trim().to_owned(),
        lost_reason,
        actor: change.by().actor.clone(),
        moment: change.moment(),
    };
    sql::insert_step(change, production.id, &step).await?;
    let entry = Entry::new("production", production.id, "moved")
        .before(json!({ "stage": production.stage.word() }))
        .after(json!({ "stage": moving.to.word(), "note": step.note }));
    match save(change, &moved, entry).await? {
        true => Ok(Production { version: production.version + 1, ..moved }),
        false => Err(NotMoved::Overtaken),
    }
}

/// Begins the next season: a new file with what is still true. Its team comes along.
pub(crate) async fn copy(
    desk: &Desk,
    change: &Change,
    production: &Production,
    title: &str,
) -> Result<Production, FileProblem> {
    let reference = fresh_reference(desk, change).await?;
    let season = production.next_season(change.fresh_id(), reference, title.to_owned(), change.moment());
    insert(change, &season).await?;
    for member in sql::list_members(change, production.id).await? {
        let member = Member { id: change.fresh_id(), production_id: season.id, ..member };
        let unused = fingerprint(&desk.store().secret());
        sql::insert_member(change, &member, &unused, &change.by().actor.to_string()).await?;
    }
    Ok(season)
}

/// Invites somebody; answers the secret of their link.
pub(crate) async fn invite(
    desk: &Desk,
    change: &Change,
    production: Id,
    name: &str,
    email: &str,
    role: TeamRole,
) -> Result<String, StoreError> {
    let secret = desk.store().secret();
    let member = Member {
        id: change.fresh_id(),
        production_id: production,
        account: None,
        email: email.to_lowercase(),
        name: name.to_owned(),
        role,
        invited_at: change.moment(),
        accepted_at: None,
    };
    sql::insert_member(change, &member, &fingerprint(&secret), &change.by().actor.to_string()).await?;
    let after = json!({ "member": member.id.to_string(), "role": role.word() });
    change.record(Entry::new("production", production, "invited").after(after)).await;
    Ok(secret)
}

/// By what the office finds a production: small letters, folded.
fn search(production: &Production) -> String {
    let Production { reference, title, code_name, brief, .. } = production;
    format!("{} {}", reference.to_string().to_lowercase(), people::fold::fold(&format!("{title} {code_name} {brief}")))
}

/// The inquiry of a production, or the newest of its cases.
pub(crate) async fn main_case(db: &impl Query, production: &Production) -> Result<Option<Case>, StoreError> {
    let cases = casework::cases_of_subject(db, &Production::subject(production.id)).await?;
    let inquiry = cases.iter().position(|case| case.kind == INQUIRY).unwrap_or(0);
    Ok(cases.into_iter().nth(inquiry))
}
