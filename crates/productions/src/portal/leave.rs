//! What a team takes along: the dates for its calendar, and everything in one archive.

use std::io::Write;

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use casework::{FeedEvent, to_ics};
use serde_json::json;
use store::Entry;
use web::{Page, WebError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::entry::{Inside, enter};
use super::papers::papers;
use crate::edit::Field;
use crate::record::Production;
use crate::role::Act;
use crate::vault::pages;
use crate::{Desk, TeamRole, sql};

pub(super) async fn calendar(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::SeeStatus).await?;
    let production = &inside.production;
    let link = page.absolute(&inside.address(&page));
    let mut events = Vec::new();
    let mut add = |name: &str, on: Option<kernel::Day>, label: String| {
        events.extend(on.map(|on| FeedEvent {
            id: format!("{}-{name}@tereze", production.id),
            on,
            title: format!("{reference}: {label}"),
            text: String::new(),
            link: link.clone(),
        }));
    };
    add("starts", production.starts_on, page.say("start-starts-on").to_string());
    add("ends", production.ends_on, page.say("start-ends-on").to_string());
    for case in casework::cases_of_subject(desk.store(), &Production::subject(production.id)).await? {
        if !case.is_closed {
            add(
                &case.id.to_string(),
                case.due_on,
                page.say("portal-answer-due").with("case", &case.reference).to_string(),
            );
        }
    }
    let text = to_ics(&reference, &events, page.now());
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response())
}

/// Everything they gave us and everything we wrote, for the owner and the auditor.
pub(super) async fn export(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let inside = enter(desk.store(), &page, &reference, Act::Export).await?;
    let mut files = vec![
        ("production.json".to_owned(), facts(&page, &inside).into_bytes()),
        ("stages.json".to_owned(), stages(&desk, &inside).await?.into_bytes()),
        ("team.json".to_owned(), team(&desk, &inside).await?.into_bytes()),
        ("estimates.json".to_owned(), estimates(&desk, &inside).await?.into_bytes()),
    ];
    if inside.may(Act::SeeMessages) {
        files.push(("messages.json".to_owned(), messages(&page, &desk, &inside).await?.into_bytes()));
    }
    if inside.may(Act::SeeDocuments) {
        for (case, paper) in papers(&desk, &inside.production).await? {
            let kept = files::find_file(desk.store(), paper.file).await?;
            let Some(readable) = kept.and_then(|kept| kept.readable_by(&page.actor()).ok()) else { continue };
            files
                .push((format!("documents/{case}/{}-{}", paper.file, paper.name), desk.keep().bytes(&readable).await?));
        }
    }
    let change = desk.store().change(page.by("production.export")).await?;
    // An archive of scripts is their owner's business only.
    if inside.member.role == TeamRole::Owner {
        for script in sql::list_scripts(&change, inside.production.id).await? {
            let kept = files::find_file(&change, script.file).await?;
            let Some(readable) = kept.and_then(|kept| kept.readable_by(&page.actor()).ok()) else { continue };
            let bytes = desk.keep().bytes(&readable).await?;
            pages::log(&change, &page, &inside.production, &script, "downloaded").await?;
            files.push((format!("scripts/{}-{}", script.id, script.title), bytes));
        }
    }
    change.record(Entry::new("production", inside.production.id, "taken away")).await;
    change.commit().await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, files::download_header(&format!("{reference}.zip"))),
    ];
    Ok((headers, archive(&files)?).into_response())
}

fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, WebError> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn facts(page: &Page, inside: &Inside) -> String {
    let Production { reference, stage, made_at, .. } = &inside.production;
    let shown = Field::OF_PRODUCERS
        .iter()
        .map(|field| (field.word().to_owned(), json!(field.shown(page, &inside.production, &[]))));
    let facts: serde_json::Map<String, serde_json::Value> = shown.collect();
    pretty(&json!({
        "reference": reference.to_string(),
        "stage": stage.word(),
        "opened": made_at.to_string(),
        "facts": facts,
    }))
}

async fn stages(desk: &Desk, inside: &Inside) -> Result<String, WebError> {
    let steps = sql::list_steps(desk.store(), inside.production.id).await?;
    let steps = steps.iter().map(|step| {
        json!({
            "moment": step.moment.to_string(),
            "from": step.from.word(),
            "to": step.to.word(),
            "note": step.note,
            "reason": step.lost_reason.map(|reason| reason.word()),
        })
    });
    Ok(pretty(&json!(steps.collect::<Vec<_>>())))
}

async fn team(desk: &Desk, inside: &Inside) -> Result<String, WebError> {
    let members = sql::list_members(desk.store(), inside.production.id).await?;
    let members =
        members.iter().map(|member| json!({ "name": member.name, "email": member.email, "role": member.role.word() }));
    Ok(pretty(&json!(members.collect::<Vec<_>>())))
}

async fn estimates(desk: &Desk, inside: &Inside) -> Result<String, WebError> {
    let estimates = sql::list_estimates(desk.store(), inside.production.id).await?;
    let estimates = estimates.iter().map(|estimate| {
        json!({
            "estimate": estimate.estimate,
            "figure": estimate.figure.map(|figure| figure.word()),
            "rulebook": estimate.rulebook,
            "attached": estimate.attached_at.to_string(),
            "newer": estimate.newer,
            "newer_figure": estimate.newer_figure.map(|figure| figure.word()),
        })
    });
    Ok(pretty(&json!(estimates.collect::<Vec<_>>())))
}

async fn messages(page: &Page, desk: &Desk, inside: &Inside) -> Result<String, WebError> {
    const MOST: i64 = 10_000;
    let mut said = Vec::new();
    for case in casework::cases_of_subject(desk.store(), &Production::subject(inside.production.id)).await? {
        for message in casework::messages_outside(desk.store(), &case, page.now(), None, MOST).await? {
            said.push(json!({
                "case": case.reference,
                "moment": message.sent_at.to_string(),
                "from": if message.from_office { "commission" } else { "production" },
                "name": message.name,
                "text": message.text,
            }));
        }
    }
    Ok(pretty(&json!(said)))
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
