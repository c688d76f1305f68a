use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::Money;
use rulebook::{Cell, ColumnId, Rows};
use web::{Page, WebError, show};

use super::{KeptFacts, saved};
use crate::desk::speaker;
use crate::{Desk, Saved};

/// Lines on one page.
const PER_PAGE: usize = 200;

#[derive(Template)]
#[template(path = "result/rows.html")]
struct RowsPage {
    page: Page,
    id: String,
    rows: Vec<Row>,
    all: usize,
    earlier: Option<usize>,
    later: Option<usize>,
}

struct Row {
    place: String,
    text: String,
    amount: String,
    value: String,
    counted: String,
    reason: String,
}

#[derive(serde::Deserialize)]
pub(super) struct Asked {
    from: Option<usize>,
    /// Only lines left out by this rule.
    reason: Option<String>,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let kept = saved(&desk, &id)?;
    let results = results(&kept)?.ok_or(WebError::NotFound)?;
    let is_wanted = |row: &usize| match &asked.reason {
        None => true,
        Some(wanted) => reason_name(&kept, &results, *row).as_deref() == Some(wanted.as_str()),
    };
    let wanted: Vec<usize> = (0..results.gross.len()).filter(is_wanted).collect();
    let first = asked.from.unwrap_or(0).min(wanted.len());
    let rows = wanted.iter().skip(first).take(PER_PAGE).map(|row| line(&page, &kept, &results, *row)).collect();
    let later = (first + PER_PAGE < wanted.len()).then_some(first + PER_PAGE);
    let earlier = (first > 0).then(|| first.saturating_sub(PER_PAGE));
    show(StatusCode::OK, &RowsPage { page, id, rows, all: wanted.len(), earlier, later })
}

fn results(kept: &Saved) -> Result<Option<Rows>, WebError> {
    let Some(ledger) = &kept.ledger else { return Ok(None) };
    Ok(kept.book.rows(&kept.facts, ledger, &kept.tables).map_err(KeptFacts)?)
}

fn reason_name(kept: &Saved, results: &Rows, row: usize) -> Option<String> {
    let exception = kept.book.exceptions.get(results.reason(row)?.0)?;
    exception.label.clone()
}

fn line(page: &Page, kept: &Saved, results: &Rows, row: usize) -> Row {
    let reader = speaker(page);
    let currency =
        kept.book.counts.and_then(|(gross, _)| kept.book.figure(gross)).and_then(|figure| figure.of.currency());
    let money = |minor: Option<&i64>| match (minor, currency) {
        _ if results.unknown.contains(&row) => page.say("formula-anything").to_string(),
        (Some(minor), Some(currency)) => reader.money(&Money::from_minor(*minor, currency)),
        _ => String::new(),
    };
    let amount = kept.ledger.as_ref().and_then(|ledger| {
        (0..kept.book.columns.len()).find_map(|at| match ledger.cell(ColumnId(at), row) {
            Some(Cell::Money(money)) => Some(reader.money(&money)),
            _ => None,
        })
    });
    let note = kept.rows.get(row);
    Row {
        place: note.map(|note| note.place.clone()).unwrap_or_default(),
        text: note.map(|note| note.text.clone()).unwrap_or_default(),
        amount: amount.unwrap_or_default(),
        value: money(results.gross.get(row)),
        counted: money(results.counted.get(row)),
        reason: results.reason(row).map(|id| kept.book.exception_label(id, page.language())).unwrap_or_default(),
    }
}

/// The lines as a csv that the program and the calculator read: the columns of the rulebook by their names.
pub(super) async fn download(
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let kept = saved(&desk, &id)?;
    let ledger = kept.ledger.as_ref().ok_or(WebError::NotFound)?;
    let mut text = String::from("\u{feff}Description;Amount;Currency");
    let columns: Vec<(ColumnId, &str)> = kept
        .book
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| {
            let heading = match column.name.as_str() {
                "amount" => return None,
                "incurred" => "Date incurred",
                "place" | "used_in" => "Place of work",
                "kind" => "Kind of cost",
                other => other,
            };
            Some((ColumnId(at), heading))
        })
        .collect();
    columns.iter().for_each(|(_, heading)| text.push_str(&format!(";{heading}")));
    text.push_str("\r\n");
    for row in 0..ledger.rows() {
        let description = kept.rows.get(row).map(|note| note.text.as_str()).unwrap_or_default();
        text.push_str(&quoted(description));
        let amount = (0..kept.book.columns.len()).find_map(|at| match ledger.cell(ColumnId(at), row) {
            Some(Cell::Money(money)) => Some(money),
            _ => None,
        });
        match amount {
            Some(money) => text.push_str(&format!(";{};{}", money.decimal(), money.currency())),
            None => text.push_str(";;"),
        }
        for (column, _) in &columns {
            let cell = ledger.cell(*column, row).map(|cell| kept.book.cell_text(*column, &cell)).unwrap_or_default();
            text.push_str(&format!(";{}", quoted(&cell)));
        }
        text.push_str("\r\n");
    }
    let name = format!("attachment; filename=\"estimate-{id}.csv\"");
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, text).into_response())
}

/// A text cell that a spreadsheet takes as text: quoted, and never as a formula.
fn quoted(text: &str) -> String {
    let guarded = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    format!("\"{}\"", guarded.replace('"', "\"\""))
}
