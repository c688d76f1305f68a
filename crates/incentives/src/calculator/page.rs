use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{Currency, Day, Money};
use rulebook::{Facts, Rulebook};
use web::{Form, Page, Upload, WebError, show};

use super::draft::Draft;
use super::groups::{self, Group, Groups};
use crate::desk::speaker;
use crate::result::{show_live, show_refused};
use crate::{Desk, RowNote, Saved};

#[derive(Template)]
#[template(path = "calculator/calculator.html")]
struct CalculatorPage {
    page: Page,
    form: Form,
    desk: Desk,
    fields: Vec<Group>,
    lines: bool,
    here: String,
    currencies: Vec<String>,
}

impl CalculatorPage {
    fn new(page: Page, form: Form, desk: Desk) -> Self {
        let book = desk.own();
        let facts = Facts::on(page.today());
        let groups = Groups::of(book, &facts, &desk.tables(book));
        let language = page.language();
        let here = groups
            .here(book)
            .into_iter()
            .map(|(of, option)| format!("{}: {}", book.label(of, language), book.option_label(of, option, language)));
        let here = here.collect::<Vec<_>>().join("; ");
        let lines = matches!(groups, Groups::Lines { .. });
        let fields = groups.fields(book);
        let currencies = desk.currencies();
        Self { page, form, desk, fields, lines, here, currencies }
    }

    fn label(&self, group: &Group) -> String {
        let (book, language) = (self.desk.own(), self.page.language());
        match &group.option {
            Some(option) => book.option_label(&group.of, option, language),
            None => book.label(&group.of, language),
        }
    }
}

pub(super) async fn ask(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    let mut form = Form::default();
    form.fill("on", page.today().to_string());
    form.fill("currency", desk.rates().to().code());
    show(StatusCode::OK, &CalculatorPage::new(page, form, desk))
}

pub(super) async fn submit(page: Page, State(desk): State<Desk>, upload: Upload) -> Result<Response, WebError> {
    let mut form = upload.form.clone();
    let sample = form.typed("way") == "sample";
    match form.typed("way") {
        "totals" => return typed_totals(page, desk, form),
        "live" => return while_typing(page, &desk, form),
        _ => {}
    }
    let chosen = match (sample, desk.sample(), upload.file("budget")) {
        (true, Some(sample), _) => Some((sample.name.clone(), sample.bytes.clone())),
        (_, _, Some(file)) => Some((file.name.clone(), file.bytes.to_vec())),
        _ => None,
    };
    let Some((name, bytes)) = chosen else {
        form.refuse("budget", "calculator-no-file");
        return show(StatusCode::UNPROCESSABLE_ENTITY, &CalculatorPage::new(page, form, desk));
    };
    match costs::stage(&bytes, &name, &costs::Options::default()) {
        Ok(_) => {
            let draft = Draft::new(&name, &bytes);
            draft.keep(&desk.drafts(), page.site().clock().now())?;
            let on = if sample { sample_day(&desk) } else { form.typed("on").to_owned() };
            let link = page.link(format!("incentive/calculator/drafts/{}?on={}", draft.id, on));
            Ok(Redirect::to(&link).into_response())
        }
        Err(refusal) => {
            // Nothing of a refused file is kept.
            let filled = refusal.arguments();
            form.refuse_with("budget", refusal.key(), filled.clone());
            form.refuse_with("budget", refusal.fix_key(), filled);
            show(StatusCode::UNPROCESSABLE_ENTITY, &CalculatorPage::new(page, form, desk))
        }
    }
}

/// The sample is a budget of the scheme's last days in force: that is the day its exchange rates are of.
fn sample_day(desk: &Desk) -> String {
    let rates = desk.rates();
    let last = rates.currencies().filter_map(|currency| rates.quotes(currency).last().map(|quote| quote.day)).max();
    let usual = desk.own().usual_day();
    last.into_iter().chain(usual).min().map(|day| day.to_string()).unwrap_or_default()
}

fn typed_totals(page: Page, desk: Desk, mut form: Form) -> Result<Response, WebError> {
    let checked = check(&page, &desk, &mut form);
    let Some(checked) = checked.filter(|_| !form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &CalculatorPage::new(page, form, desk));
    };
    let book = desk.own();
    let tables = desk.tables(book);
    let id = desk.archive().keep(book, &checked.facts, checked.ledger.as_ref(), &tables, checked.notes)?;
    Ok(Redirect::to(&page.link(format!("estimates/{id}"))).into_response())
}

/// The same totals, shown and not kept; nothing where nothing is typed yet.
fn while_typing(page: Page, desk: &Desk, mut form: Form) -> Result<Response, WebError> {
    let checked = check(&page, desk, &mut form);
    let is_empty = form.refusals().iter().any(|refusal| refusal.key == "calculator-nothing-typed");
    match checked.filter(|_| !form.is_refused()) {
        Some(Checked { facts, ledger, notes }) => {
            let book = desk.own().clone();
            let tables = desk.tables(&book);
            show_live(page, desk, &Saved { book, facts, ledger, tables, rows: notes })
        }
        None if is_empty => show_refused(page, &Form::default()),
        None => show_refused(page, &form),
    }
}

/// Typed totals that have been checked.
struct Checked {
    facts: Facts,
    ledger: Option<rulebook::Ledger>,
    notes: Vec<RowNote>,
}

fn check(page: &Page, desk: &Desk, form: &mut Form) -> Option<Checked> {
    let book = desk.own();
    let on = day(form, "on");
    let currency: Option<Currency> = form.typed("currency").parse().ok();
    if currency.is_none() {
        form.refuse("currency", "calculator-not-a-currency");
    }
    let mut facts = Facts::on(on?);
    let groups = Groups::of(book, &facts, &desk.tables(book));
    let fields = groups.fields(book);
    let mut amounts = Vec::new();
    for (at, group) in fields.iter().enumerate() {
        let typed = form.typed(&group.field).trim().to_owned();
        if typed.is_empty() {
            continue;
        }
        match currency.and_then(|currency| groups::amount(&typed, currency)) {
            Some(money) => amounts.push((at, money)),
            None => form.refuse_with(group.field.clone(), "calculator-not-an-amount", vec![("typed", typed)]),
        }
    }
    if amounts.is_empty() && !form.is_refused() {
        let first = fields.first().map_or("on", |group| group.field.as_str()).to_owned();
        form.refuse(first, "calculator-nothing-typed");
    }
    if form.is_refused() {
        return None;
    }
    match &groups {
        Groups::Lines { .. } => {
            let (ledger, notes) = groups.ledger(book, &amounts, |option| group_label(book, &fields, option, page))?;
            Some(Checked { facts, ledger: Some(ledger), notes })
        }
        Groups::Totals(_) => {
            for (at, money) in &amounts {
                let group = fields.get(*at)?;
                facts.give(group.of.clone(), given(book, &group.of, money));
            }
            Some(Checked { facts, ledger: None, notes: Vec::new() })
        }
    }
}

fn group_label(book: &Rulebook, fields: &[Group], at: usize, page: &Page) -> String {
    let Some(group) = fields.get(at) else { return String::new() };
    match &group.option {
        Some(option) => book.option_label(&group.of, option, page.language()),
        None => book.label(&group.of, page.language()),
    }
}

/// A typed total in the currency its figure has.
fn given(book: &Rulebook, name: &str, money: &Money) -> String {
    let of = book.find_figure(name).and_then(|id| book.figure(id)).map(|figure| figure.of);
    match of.and_then(|of| of.currency()) {
        Some(currency) => format!("{} {currency}", money.decimal()),
        None => money.decimal(),
    }
}

pub(super) fn day(form: &mut Form, field: &str) -> Option<Day> {
    let typed = form.typed(field).trim().to_owned();
    let day = typed.parse().ok();
    if day.is_none() {
        form.refuse_with(field, "calculator-not-a-day", vec![("typed", typed)]);
    }
    day
}

/// The day's name for people, for pages that show a typed one.
pub(super) fn day_text(page: &Page, day: Day) -> String {
    speaker(page).locale.day(day)
}
