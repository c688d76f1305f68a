//! Decisions of two people: proposed by one, approved or refused by another.

use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Id;
use serde_json::json;
use store::{Change, Entry};
use web::{Form, Page, WebError};

use super::page::refused;
use super::{back, found, is_sent_again, text_of_length};
use crate::act::Act;
use crate::operation::perform;
use crate::record::EntryKind;
use crate::sql::{self, DecisionRow, NewEntry};
use crate::{Case, Desk};

const LONGEST_GROUNDS: usize = 4_000;

type Address = Path<(String, String, String)>;

pub(super) async fn propose(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let grounds = text_of_length(&mut form, "grounds", LONGEST_GROUNDS);
    let change = desk.store.change(page.by("case.propose")).await?;
    let case = found(&change, &reference).await?;
    let kind = desk.kinds.find(&case.kind).ok_or(WebError::NotFound)?;
    let outcome = kind.outcome(form.typed("outcome")).copied();
    if outcome.is_none() {
        form.refuse("outcome", "refused-outcome");
    }
    let pending = sql::list_decisions(&change, case.id).await?.iter().any(|decision| decision.state == "proposed");
    if pending {
        form.refuse("outcome", "refused-pending");
    }
    let (Some(grounds), Some(outcome), false) = (grounds, outcome, pending) else {
        drop(change);
        return refused(page, desk, &reference, form).await;
    };
    if is_sent_again(&change, &form).await? {
        return Ok(back(&page, &case, "proposed"));
    }
    let id = change.fresh_id();
    sql::insert_decision(&change, case.id, id, outcome.name, &grounds).await?;
    let entry = NewEntry {
        after: outcome.name.to_owned(),
        reason: grounds,
        refers: Some(id),
        ..NewEntry::new(EntryKind::Decision, "proposed")
    };
    sql::insert_entry(&change, case.id, &entry).await?;
    change
        .record(
            Entry::new("decision", id, "proposed").after(json!({ "case": case.reference, "outcome": outcome.name })),
        )
        .await;
    change.commit().await?;
    Ok(back(&page, &case, "proposed"))
}

/// Only who proposed it takes a proposal away.
pub(super) async fn withdraw(page: Page, State(desk): State<Desk>, path: Address) -> Result<Response, WebError> {
    let Path((_, reference, decision)) = path;
    let change = desk.store.change(page.by("case.withdraw")).await?;
    let (case, decision) = proposal(&change, &reference, &decision).await?;
    if decision.proposed_by != page.actor() {
        return Err(WebError::Forbidden);
    }
    end(&change, &case, &decision, "withdrawn", "").await?;
    change.commit().await?;
    Ok(back(&page, &case, "refused"))
}

/// The second signature, or a refusal with its reason. Nobody approves what they entered.
pub(super) async fn decide(
    page: Page,
    State(desk): State<Desk>,
    path: Address,
    form: Form,
) -> Result<Response, WebError> {
    let Path((_, reference, decision)) = path;
    let mut form = form;
    let approves = form.typed("answer") == "approve";
    let refusal = if approves { Some(String::new()) } else { text_of_length(&mut form, "refusal", LONGEST_GROUNDS) };
    let Some(refusal) = refusal else { return refused(page, desk, &reference, form).await };
    let change = desk.store.change(page.by("case.decide")).await?;
    let (case, decision) = proposal(&change, &reference, &decision).await?;
    if decision.proposed_by == page.actor() {
        return Err(WebError::Forbidden);
    }
    if !approves {
        end(&change, &case, &decision, "refused", &refusal).await?;
        change.commit().await?;
        return Ok(back(&page, &case, "refused"));
    }
    let kind = desk.kinds.find(&case.kind).ok_or(WebError::NotFound)?;
    let outcome = kind.outcome(&decision.outcome).ok_or(WebError::Conflict)?;
    end(&change, &case, &decision, "approved", "").await?;
    perform(&desk, &change, &[case.id], &Act::Decide(outcome.state.to_owned()), "").await?;
    change.commit().await?;
    Ok(back(&page, &case, "approved"))
}

async fn proposal(change: &Change, reference: &str, id: &str) -> Result<(Case, DecisionRow), WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let case = found(change, reference).await?;
    let decision = sql::find_decision(change, case.id, id).await?.ok_or(WebError::NotFound)?;
    Ok((case, decision))
}

async fn end(
    change: &Change,
    case: &Case,
    decision: &DecisionRow,
    state: &'static str,
    refusal: &str,
) -> Result<(), WebError> {
    if sql::set_decided(change, decision.id, state, refusal).await? == 0 {
        return Err(WebError::Conflict);
    }
    let deed = if state == "refused" { "turned-down" } else { state };
    let entry = NewEntry {
        after: decision.outcome.clone(),
        reason: refusal.to_owned(),
        refers: Some(decision.id),
        ..NewEntry::new(EntryKind::Decision, deed)
    };
    sql::insert_entry(change, case.id, &entry).await?;
    change.record(Entry::new("decision", decision.id, state).after(json!({ "case": case.reference }))).await;
    Ok(())
}
