use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use rulebook::{Excepted, Explanation, Rulebook, Target};
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

/// A part of a formula, with the address it leads to; a space goes before it unless it is `tight`.
struct Linked {
    text: String,
    href: Option<String>,
    tight: bool,
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
        Some(target) => named(&page, &desk, book, target),
        None => None,
    };
    let line = |values| {
        let mut line: Vec<Linked> = Vec::new();
        for Shown { text, target } in reader.formula(book, &explanation.formula, values) {
            let after_bracket = line.last().is_none_or(|before| before.text.ends_with('('));
            let tight = after_bracket || matches!(text.as_str(), ")" | ";" | ":");
            line.push(Linked { href: link(target), text, tight });
        }
        line
    };
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
        parts: parts(&explanation, &kept, &estimate, &page, &desk, &id),
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

/// The page of a name in the rules for reading, where those are the ones the estimate was worked out by.
fn named(page: &Page, desk: &Desk, book: &Rulebook, target: Target) -> Option<String> {
    let is_read = book.id == desk.own().id && book.hash == desk.own().hash && !matches!(target, Target::Table(_));
    is_read.then(|| page.link(format!("incentive/rules/{}", book.target_name(target))))
}

/// What the figure rests on directly, each with its value and where it comes from.
fn parts(
    explanation: &Explanation,
    kept: &crate::Saved,
    estimate: &rulebook::Estimate,
    page: &Page,
    desk: &Desk,
    id: &str,
) -> Vec<Part> {
    let (book, reader) = (&kept.book, speaker(page));
    let part = |target: &Target| {
        let name = book.target_name(*target);
        let read = || named(page, desk, book, *target);
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
            Target::Input(input) => {
                (shown(estimate.input(*input), book.inputs.get(input.0)?.of), read(), String::new())
            }
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
                (texts.join("; "), read(), sources.join("; "))
            }
            Target::Open(open) => {
                let open = book.opens.get(open.0)?;
                let decided = kept.facts.decided.get(&open.name);
                let value = match decided.map(String::as_str) {
                    None => page.say("result-undecided").to_string(),
                    Some("true") => page.say("formula-true").to_string(),
                    Some("false") => page.say("formula-false").to_string(),
                    Some(reading) => book.label(reading, page.language()),
                };
                (value, read(), open.because.or_other(page.language()).unwrap_or("").to_owned())
            }
            Target::Column(_) | Target::Table(_) => return None,
        };
        Some(Part { label: book.label(name, page.language()), value, href, source })
    };
    explanation.rests_on.iter().filter_map(part).collect()
}
