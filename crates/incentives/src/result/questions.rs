//! What a rulebook can be told, as fields of a form, and what was typed there as facts: its inputs, and columns that
//! lines of the ledger leave empty.

use kernel::{Exact, Money};
use rulebook::{Ask, Column, ColumnId, Estimate, Facts, Given, Input, InputId, Ledger, Rulebook, Type};
use web::{Form, Page};

use crate::calculator::number;

/// One input or column as a field.
pub(crate) struct Question {
    pub(crate) field: String,
    pub(crate) label: String,
    pub(crate) kind: QuestionKind,
    /// Asked because it would narrow the award.
    pub(crate) wanted: bool,
    /// The unit beside a number: `%`, `KZT`.
    pub(crate) unit: String,
}

pub(crate) enum QuestionKind {
    /// Value and text of each answer.
    Choice(Vec<(String, String)>),
    Number,
    Day,
}

/// What the award asks for first, then what is known already, then the rest.
pub(super) fn questions(
    page: &Page,
    book: &Rulebook,
    estimate: &Estimate,
    facts: &Facts,
    ledger: Option<&Ledger>,
) -> Vec<Question> {
    let rank = |ask: Ask, name: &str| {
        let asked = estimate.asks.iter().position(|other| *other == ask);
        (asked.is_none() && !facts.given.contains_key(name), asked.unwrap_or(usize::MAX))
    };
    let mut ranked: Vec<((bool, usize), Question)> = Vec::new();
    for (at, input) in book.inputs.iter().enumerate() {
        let rank = rank(Ask::Input(InputId(at)), &input.name);
        ranked.push((rank, of_input(page, book, input, !rank.0)));
    }
    for (id, column, count) in gaps(book, ledger) {
        let rank = rank(Ask::Column(id), &column.name);
        ranked.push((rank, of_column(page, book, column, count, !rank.0)));
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, question)| question).collect()
}

/// Columns without a default that lines leave empty.
pub(crate) fn of_columns(page: &Page, book: &Rulebook, ledger: &Ledger) -> Vec<Question> {
    let open = gaps(book, Some(ledger)).into_iter().filter(|(_, column, _)| !column.has_default());
    open.map(|(_, column, count)| of_column(page, book, column, count, true)).collect()
}

/// Columns with empty cells that one answer can fill, and how many those are.
fn gaps<'b>(book: &'b Rulebook, ledger: Option<&Ledger>) -> Vec<(ColumnId, &'b Column, usize)> {
    let missing = ledger.map(Ledger::missing).unwrap_or_default();
    let columns = book.columns.iter().enumerate().zip(missing);
    let gaps = columns.filter(|((_, column), count)| *count > 0 && is_answerable(column.of));
    gaps.map(|((at, column), count)| (ColumnId(at), column, count)).collect()
}

fn is_answerable(of: Type) -> bool {
    matches!(of, Type::Bool | Type::Choice(_) | Type::Date)
}

fn of_input(page: &Page, book: &Rulebook, input: &Input, wanted: bool) -> Question {
    let asked = input.ask.or_other(page.language()).map(str::to_owned);
    Question {
        field: format!("fact-{}", input.name),
        label: asked.unwrap_or_else(|| book.label(&input.name, page.language())),
        kind: kind(page, book, &input.name, input.of),
        wanted,
        unit: match input.of {
            Type::Rate => "%".to_owned(),
            of => of.currency().map(|currency| currency.code().to_owned()).unwrap_or_default(),
        },
    }
}

fn of_column(page: &Page, book: &Rulebook, column: &Column, count: usize, wanted: bool) -> Question {
    let label = page.say("result-column-question").with("column", book.label(&column.name, page.language()));
    Question {
        field: format!("fact-{}", column.name),
        label: label.count("count", count).to_string(),
        kind: kind(page, book, &column.name, column.of),
        wanted,
        unit: String::new(),
    }
}

fn kind(page: &Page, book: &Rulebook, name: &str, of: Type) -> QuestionKind {
    match of {
        Type::Bool => QuestionKind::Choice(vec![
            ("true".to_owned(), page.say("formula-true").to_string()),
            ("false".to_owned(), page.say("formula-false").to_string()),
        ]),
        Type::Choice(list) => {
            let option = |option: &String| (option.clone(), book.option_label(name, option, page.language()));
            QuestionKind::Choice(book.list(list).iter().map(option).collect())
        }
        Type::Date => QuestionKind::Day,
        _ => QuestionKind::Number,
    }
}

/// The form as the facts stand.
pub(super) fn filled(book: &Rulebook, facts: &Facts) -> Form {
    let mut form = Form::default();
    form.fill("on", facts.as_of.to_string());
    for (name, of) in askable(book) {
        if let Some(Given::Is(text)) = facts.given.get(name) {
            form.fill(format!("fact-{name}"), shown(of, text));
        }
    }
    for open in &book.opens {
        let decided = facts.decided.get(&open.name).cloned();
        let given = facts.given.get(&open.name).and_then(|given| match given {
            Given::Is(text) => Some(text.clone()),
            Given::Within(..) => None,
        });
        form.fill(format!("open-{}", open.name), decided.or(given).unwrap_or_default());
    }
    form
}

/// A fact as it stands in its field: a rate without its sign, an amount without its currency.
fn shown(of: Type, text: &str) -> String {
    match of {
        Type::Rate => {
            let percent = text.parse::<Exact>().ok().and_then(|rate| rate.times(&Exact::whole(100)));
            percent.map_or_else(|| text.to_owned(), |percent| percent.to_string())
        }
        Type::Money(_) | Type::Exact(_) => text.split_whitespace().next().unwrap_or("").to_owned(),
        _ => text.to_owned(),
    }
}

/// Takes what was typed into the facts; a field left empty takes the fact away.
pub(super) fn take(book: &Rulebook, form: &mut Form, facts: &mut Facts) {
    let typed_day = form.typed("on").trim().to_owned();
    match typed_day.parse() {
        Ok(day) => facts.as_of = day,
        Err(_) => form.refuse_with("on", "calculator-not-a-day", vec![("typed", typed_day)]),
    }
    take_facts(askable(book), form, facts);
    for open in &book.opens {
        let field = format!("open-{}", open.name);
        if !form.pairs().iter().any(|(name, _)| *name == field) {
            continue;
        }
        facts.given.remove(&open.name);
        match form.typed(&field).trim() {
            "" => facts.decided.remove(&open.name),
            reading => facts.decided.insert(open.name.clone(), reading.to_owned()),
        };
    }
}

/// The same for columns alone.
pub(crate) fn take_columns(book: &Rulebook, form: &mut Form, facts: &mut Facts) {
    take_facts(columns(book), form, facts);
}

fn askable(book: &Rulebook) -> impl Iterator<Item = (&str, Type)> {
    book.inputs.iter().map(|input| (input.name.as_str(), input.of)).chain(columns(book))
}

fn columns(book: &Rulebook) -> impl Iterator<Item = (&str, Type)> {
    let answerable = book.columns.iter().filter(|column| is_answerable(column.of));
    answerable.map(|column| (column.name.as_str(), column.of))
}

fn take_facts<'b>(names: impl Iterator<Item = (&'b str, Type)>, form: &mut Form, facts: &mut Facts) {
    for (name, of) in names {
        let field = format!("fact-{name}");
        if !form.pairs().iter().any(|(typed, _)| *typed == field) {
            continue;
        }
        let typed = form.typed(&field).trim().to_owned();
        if typed.is_empty() {
            facts.given.remove(name);
            continue;
        }
        match written(of, &typed) {
            Some(text) => facts.give(name, text),
            None => form.refuse_with(field, "result-not-a-number", vec![("typed", typed)]),
        }
    }
}

/// What was typed, as the language writes it.
fn written(of: Type, typed: &str) -> Option<String> {
    match of {
        Type::Rate => number(typed.trim_end_matches('%').trim()).map(|percent| format!("{percent}%")),
        Type::Money(currency) | Type::Exact(currency) => {
            let amount = number(typed.trim_end_matches(currency.code()).trim())?;
            Money::from_exact(&amount, currency).map(|money| money.to_string())
        }
        Type::Count | Type::Points | Type::Days => {
            number(typed).filter(Exact::is_whole).map(|number| number.to_string())
        }
        _ => Some(typed.to_owned()),
    }
}
