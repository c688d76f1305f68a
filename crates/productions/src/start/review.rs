use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use web::{Form, Page, WebError, show};

use super::Draft;
use crate::inquiry::{Checking, Format, Need, Step, check_step, day};
use crate::show::{band, zone_name};
use crate::{Confidentiality, Desk, LeadSource};

/// Everything that was answered, with a link to change each page.
#[derive(Template)]
#[template(path = "start/check.html")]
struct CheckPage {
    page: Page,
    form: Form,
    parts: Vec<Part>,
    action: String,
    back: String,
}

struct Part {
    title: &'static str,
    change: String,
    rows: Vec<Row>,
    is_wrong: bool,
}

struct Row {
    label: &'static str,
    /// Empty if nothing was said.
    value: String,
}

pub(super) fn show_answers(
    page: Page,
    desk: &Desk,
    secret: &str,
    draft: &Draft,
    status: StatusCode,
    mut form: Form,
) -> Result<Response, WebError> {
    let checking = Checking { today: page.today(), bands: desk.bands(), language: page.language() };
    let mut parts = Vec::new();
    for step in Step::asking() {
        let mut answers = draft.form();
        check_step(&checking, step, &mut answers);
        if answers.is_refused() {
            form.refuse(step.word(), "start-page-unfinished");
        }
        parts.push(Part {
            title: step.title(),
            change: page.link(format!("start/{secret}/{}?then=check", step.word())),
            rows: rows(&page, desk, step, &mut answers, draft),
            is_wrong: answers.is_refused(),
        });
    }
    let action = page.link(format!("start/{secret}/check"));
    let back = page.link(format!("start/{secret}/who"));
    show(status, &CheckPage { page, form, parts, action, back })
}

/// The places that somebody chose before they wrote, by the word of their link.
pub(super) fn link_of_list(page: &Page, token: &str) -> String {
    if token.is_empty() { String::new() } else { page.absolute(&format!("/l/{token}")) }
}

fn rows(page: &Page, desk: &Desk, step: Step, form: &mut Form, draft: &Draft) -> Vec<Row> {
    let said = |label: Option<&'static str>| label.map(|key| page.say(key).to_string()).unwrap_or_default();
    let plain = |form: &Form, label, field: &str| Row { label, value: form.typed(field).trim().to_owned() };
    match step {
        Step::What => vec![
            plain(form, "start-title", "title"),
            Row { label: "start-format", value: said(Format::from_word(form.typed("format")).map(Format::label)) },
            plain(form, "start-brief", "brief"),
            Row {
                label: "start-confidentiality",
                value: said(Confidentiality::from_word(form.typed("confidentiality")).map(Confidentiality::label)),
            },
            plain(form, "start-code-name", "code-name"),
        ],
        Step::When => {
            let mut written = |label, field: &'static str| {
                let value = day(form, field).flatten().map(|day| page.day(day));
                Row { label, value: value.unwrap_or_default() }
            };
            let mut rows = vec![written("start-starts-on", "starts-on"), written("start-ends-on", "ends-on")];
            rows.push(plain(form, "start-shooting-days", "shooting-days"));
            let flexible = form.chose("flexible", "yes").then_some("start-flexible");
            rows.push(Row { label: "start-dates", value: said(flexible) });
            rows
        }
        Step::Looks => vec![
            plain(form, "start-looks-field", "looks"),
            Row { label: "start-script", value: draft.script_name.clone() },
            Row { label: "start-list", value: link_of_list(page, form.typed("list")) },
        ],
        Step::Budget => {
            let chosen = desk.bands().iter().find(|range| range.word() == form.typed("budget"));
            let unknown = form.chose("budget", "unknown").then_some("start-budget-unknown");
            let value = chosen.map_or_else(|| said(unknown), |range| band(page, range));
            vec![Row { label: "start-budget-field", value }]
        }
        Step::Needs => {
            let needs = form.all("needs").filter_map(Need::from_word).map(|need| page.say(need.label()).to_string());
            let value = needs.collect::<Vec<_>>().join(", ");
            vec![Row { label: "start-needs-field", value }, plain(form, "start-needs-note", "needs-note")]
        }
        Step::Who => vec![
            plain(form, "start-name", "name"),
            plain(form, "start-email", "email"),
            plain(form, "start-company", "company"),
            plain(form, "start-country", "country"),
            plain(form, "start-phone", "phone"),
            Row {
                label: "start-zone",
                value: match form.typed("zone") {
                    "" => String::new(),
                    zone => zone_name(page, zone, page.now()),
                },
            },
            Row {
                label: "start-source",
                value: said(LeadSource::from_word(form.typed("source")).map(LeadSource::label)),
            },
        ],
        Step::Check => Vec::new(),
    }
}
