//! All of a case in one archive that opens without us: pages for people, tables for programs, papers as they came.

use std::io::{Cursor, Write};

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Id;
use web::{Page, WebError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::found;
use super::timeline::{Told, tell};
use crate::cases::file;
use crate::line::{Line, Reader};
use crate::sql::{self, DocumentRow};
use crate::{Case, Desk, Sheet, to_csv};

/// So much of a timeline goes into one archive.
const MOST_ENTRIES: i64 = 100_000;

type Archive = ZipWriter<Cursor<Vec<u8>>>;

#[derive(Template)]
#[template(path = "case/bundle.html")]
struct BundlePage<'b> {
    page: Page,
    line: Line,
    summary: String,
    entries: &'b [Told],
    papers: &'b [(String, String)],
    made: String,
}

pub(super) async fn download(
    page: Page,
    State(desk): State<Desk>,
    Path((_, reference)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let case = found(&desk.store, &reference).await?;
    let name = format!("{}.zip", case.reference);
    let bytes = bundle(&page, &desk, &[case]).await?;
    Ok(file("application/zip", &name, bytes))
}

/// The archive of some cases, a folder for each: all of a production, for its slice to hand out. It holds notes too,
/// so that it is for the office.
pub async fn bundle(page: &Page, desk: &Desk, cases: &[Case]) -> Result<Vec<u8>, WebError> {
    let reader = Reader::of(page, desk, &desk.store).await?;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for case in cases {
        let folder = if cases.len() == 1 { String::new() } else { format!("{}/", case.reference) };
        add_case(&mut archive, &reader, case, &folder).await?;
    }
    Ok(archive.finish()?.into_inner())
}

async fn add_case(archive: &mut Archive, reader: &Reader<'_>, case: &Case, folder: &str) -> Result<(), WebError> {
    let (page, desk) = (reader.page, reader.desk);
    let db = &desk.store;
    let options = SimpleFileOptions::default();
    let kind = desk.kinds.find(&case.kind);
    let entries = sql::list_entries(db, case.id, None, i64::MAX, MOST_ENTRIES).await?;
    let told: Vec<Told> = entries.iter().rev().map(|entry| tell(reader, case, kind, entry)).collect();
    let documents = sql::list_documents(db, case.id).await?;
    let mut papers = Vec::new();
    for document in &documents {
        let Some(bytes) = content(page, desk, document).await? else { continue };
        let name = format!("documents/{:02}-v{}-{}", papers.len() + 1, document.number, document.name);
        archive.start_file(format!("{folder}{name}"), options)?;
        archive.write_all(&bytes)?;
        papers.push((name, document.title.clone()));
    }
    let template = BundlePage {
        line: reader.line(case),
        summary: case.summary.clone(),
        entries: &told,
        papers: &papers,
        made: page.moment(page.now()),
        page: page.clone(),
    };
    archive.start_file(format!("{folder}index.html"), options)?;
    archive.write_all(template.render()?.as_bytes())?;
    archive.start_file(format!("{folder}timeline.csv"), options)?;
    archive.write_all(&to_csv(&sheet(page, &told)))?;
    archive.start_file(format!("{folder}case.json"), options)?;
    archive.write_all(&serde_json::to_vec_pretty(&record(case))?)?;
    Ok(())
}

async fn content(page: &Page, desk: &Desk, document: &DocumentRow) -> Result<Option<Vec<u8>>, WebError> {
    let Ok(id) = document.file.parse::<Id>() else { return Ok(None) };
    let Some(file) = files::find_file(&desk.store, id).await? else { return Ok(None) };
    // What the scanner has not passed does not travel either.
    let Ok(readable) = file.readable_by(&page.actor()) else { return Ok(None) };
    Ok(Some(desk.files.bytes(&readable).await?))
}

fn sheet(page: &Page, told: &[Told]) -> Sheet {
    let headings = ["bundle-when", "bundle-who", "bundle-what", "bundle-reason", "bundle-text"];
    let rows = told.iter().map(|entry| {
        let text = entry.text.clone().unwrap_or_default();
        vec![entry.when.clone(), entry.who.clone(), entry.what.clone(), entry.reason.clone(), text]
    });
    Sheet {
        name: String::new(),
        headings: headings.iter().map(|key| page.say(key).to_string()).collect(),
        rows: rows.collect(),
    }
}

fn record(case: &Case) -> serde_json::Value {
    serde_json::json!({
        "reference": case.reference,
        "kind": case.kind,
        "title": case.title,
        "summary": case.summary,
        "state": case.state,
        "turn": case.turn.name(),
        "subject": case.subject,
        "contact": { "name": case.contact_name, "email": case.contact_email, "language": case.language },
        "due_on": case.due_on.map(|day| day.to_string()),
        "opened_at": case.opened_at.to_string(),
        "changed_at": case.changed_at.to_string(),
        "closed_at": case.closed_at.map(|moment| moment.to_string()),
    })
}
