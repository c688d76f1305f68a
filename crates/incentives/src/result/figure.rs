use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use rulebook::{Excepted, Explanation, Target};
use web::{Page, WebError, show};

use super::{KeptFacts, saved};
use crate::Desk;
use crate::desk::speaker;
use crate::formula::Shown;

#[derive(Template)]
#[template(path = "result/figure.html")]
struct FigurePage {
    page: Page,
    id: String,
    label: String,
    value: String,
    given: bool,
    formula: Vec<Linked>,
    worked: Vec<Linked>,
    governed: Option<String>,
    exceptions: Vec<ExceptionRow>,
    parts: Vec<Part>,
    clause: String,
    anchor: String,
    own: bool,
    book: String,
}

/// A part of a formula, with the address it leads to.
struct Linked {
    text: String,
    href: Option<String>,
}

struct ExceptionRow {
    label: String,
    /// The key of the word for whether it applied.
    applied: Option<&'static str>,
    when: String,
    then: String,
}

struct Part {
    label: String,
    value: String,
    href: Option<String>,
    source: String,
}

pub(super) async fn see(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id, name)): Path<(String, String, String)>,
) -> Result<Response, WebError> {
    let kept = saved(&desk, &id)?;
    let estimate = kept.estimate().map_err(KeptFacts)?;
    let figure = kept.book.find_figure(&name).ok_or(WebError::NotFound)?;
    let explanation = kept.book.explain(figure, Some(&estimate)).ok_or(WebError::NotFound)?;
    let (book, reader) = (&kept.book, speaker(&page));
    let link = |target: Option<Target>| match target {
        Some(Target::Figure(figure)) if estimate.value(figure).is_some() => {
            Some(page.link(format!("estimates/{id}/figures/{}", book.target_name(Target::Figure(figure)))))
        }
        _ => None,
    };
    let linked = |shown: Shown| Linked { href: link(shown.target), text: shown.text };
    let line = |values| reader.formula(book, &explanation.formula, values).into_iter().map(linked).collect();
    let exception = |exception: &Excepted| ExceptionRow {
        label: book.exception_label(exception.exception, page.language()),
        applied: exception.applied.map(|applied| if applied { "result-applied" } else { "result-not-applied" }),
        when: reader.line(book, &exception.when, false),
        then: reader.line(book, &exception.then, false),
    };
    let clause = book.clause(explanation.clause);
    let template = FigurePage {
        label: book.label(&name, page.language()),
        value: value(&explanation, &kept, &reader, &name),
        given: explanation.given,
        formula: line(false),
        worked: line(true),
        governed: explanation.governed_by.as_ref().map(|limb| book.label(limb, page.language())),
        exceptions: explanation.exceptions.iter().map(exception).collect(),
        parts: parts(&explanation, &kept, &estimate, &page, &id),
        clause: clause
            .map(|clause| clause.title_in(page.language()).unwrap_or(&clause.title).to_owned())
            .unwrap_or_default(),
        anchor: clause.map(|clause| clause.anchor.clone()).unwrap_or_default(),
        own: book.id == desk.own().id,
        book: book.id.clone(),
        id,
        page,
    };
    show(StatusCode::OK, &template)
}

fn value(explanation: &Explanation, kept: &crate::Saved, reader: &crate::Speaker<'_>, name: &str) -> String {
    let value = explanation.value.as_ref();
    value.map(|value| reader.value(&kept.book, value, explanation.of, Some(name))).unwrap_or_default()
}

/// What the figure rests on directly, each with its value and where it comes from.
fn parts(
    explanation: &Explanation,
    kept: &crate::Saved,
    estimate: &rulebook::Estimate,
    page: &Page,
    id: &str,
) -> Vec<Part> {
    let (book, reader) = (&kept.book, speaker(page));
    let part = |target: &Target| {
        let name = book.target_name(*target);
        let shown = |value: Option<&rulebook::Value>, of| {
            value.map(|value| reader.value(book, value, of, Some(name))).unwrap_or_default()
        };
        let (value, href, source) = match target {
            Target::Figure(figure) => {
                let of = book.figure(*figure)?.of;
                match estimate.value(*figure) {
                    Some(value) => {
                        let href = page.link(format!("estimates/{id}/figures/{name}"));
                        (shown(Some(value), of), Some(href), String::new())
                    }
                    None => (String::new(), Some(page.link(format!("estimates/{id}/lines"))), String::new()),
                }
            }
            Target::Input(input) => (shown(estimate.input(*input), book.inputs.get(input.0)?.of), None, String::new()),
            Target::Param(param) => {
                let used = estimate.params.iter().filter(|(used, _)| used == param);
                let rows: Vec<&rulebook::ParamRow> =
                    used.filter_map(|(param, at)| book.params.get(param.0)?.rows.get(*at)).collect();
                let texts: Vec<String> = rows
                    .iter()
                    .map(|row| {
                        reader.value(
                            book,
                            &row.value.into(),
                            book.params.get(param.0).map_or(rulebook::Type::Rate, |p| p.of),
                            Some(name),
                        )
                    })
                    .collect();
                let sources: Vec<String> = rows
                    .iter()
                    .map(|row| {
                        let from = page.day(row.from);
                        let until = row.until.map(|day| format!(" – {}", page.day(day))).unwrap_or_default();
                        format!("{from}{until}; {}", row.cite.clone().unwrap_or_default())
                    })
                    .collect();
                (texts.join("; "), None, sources.join("; "))
            }
            Target::Open(open) => (
                String::new(),
                None,
                book.opens.get(open.0)?.because.or_other(page.language()).unwrap_or("").to_owned(),
            ),
            Target::Column(_) | Target::Table(_) => return None,
        };
        Some(Part { label: book.label(name, page.language()), value, href, source })
    };
    explanation.rests_on.iter().filter_map(part).collect()
}
