//! Every component on one page, in every theme: the page to look at after a change of style.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Currency, Money};

use crate::{Form, Page, Step, StepKind, Theme, Waterfall, WebError, show};

#[derive(Template)]
#[template(path = "styleguide.html")]
struct Styleguide {
    page: Page,
    themes: [Theme; 2],
    form: Form,
    waterfall: Waterfall,
    rows: Vec<Row>,
    unit: String,
}

struct Row {
    name: &'static str,
    amount: Money,
}

pub(crate) async fn styleguide(page: Page) -> Result<Response, WebError> {
    let currency: Currency = page.site().currency();
    let unit = currency.code().to_owned();
    let money = |millions: i64| Money::from_minor(millions * 1_000_000 * currency.units(), currency);
    let step = |key, millions, kind| Step { label: page.say(key).to_string(), amount: money(millions), kind };
    let waterfall = Waterfall {
        title: page.say("styleguide-waterfall").to_string(),
        steps: vec![
            step("styleguide-budget", 820, StepKind::Sum),
            step("styleguide-abroad", -260, StepKind::Change),
            step("styleguide-not-counted", -38, StepKind::Change),
            step("styleguide-counted", 522, StepKind::Sum),
        ],
    };
    let mut form = Form::default();
    form.fill("total", "12 00o");
    form.fill("kind", "film");
    form.fill("account", "styleguide-places");
    form.refuse("total", "styleguide-refusal");
    form.refuse("file", "styleguide-refusal-file");
    let rows = [("styleguide-crew", 214), ("styleguide-places", 61), ("styleguide-travel", 8)]
        .into_iter()
        .map(|(name, millions)| Row { name, amount: money(millions) })
        .collect();
    show(StatusCode::OK, &Styleguide { page, themes: [Theme::Light, Theme::Dark], form, waterfall, rows, unit })
}
