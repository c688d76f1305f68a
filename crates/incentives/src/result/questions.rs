//! The inputs of a rulebook as fields of a form, and what was typed there as facts.

use kernel::{Exact, Money};
use rulebook::{Ask, Estimate, Facts, Given, Input, InputId, Rulebook, Type};
use web::{Form, Page};

use crate::calculator::number;

/// One input as a field.
pub(super) struct Question {
    pub(super) field: String,
    pub(super) label: String,
    pub(super) kind: QuestionKind,
    /// Asked because it would narrow the award.
    pub(super) wanted: bool,
    /// The unit beside a number: `%`, `KZT`.
    pub(super) unit: String,
}

pub(super) enum QuestionKind {
    /// Value and text of each answer.
    Choice(Vec<(String, String)>),
    Number,
    Day,
}

/// What the award asks for first, then what is known already, then the rest.
pub(super) fn questions(page: &Page, book: &Rulebook, estimate: &Estimate, facts: &Facts) -> Vec<Question> {
    let rank = |at: usize, input: &Input| {
        let asked = estimate.asks.iter().position(|ask| *ask == Ask::Input(InputId(at)));
        let given = facts.given.contains_key(&input.name);
        (asked.is_none() && !given, asked.unwrap_or(usize::MAX), at)
    };
    let mut inputs: Vec<(usize, &Input)> = book.inputs.iter().enumerate().collect();
    inputs.sort_by_key(|(at, input)| rank(*at, input));
    let question = |(at, input): (usize, &Input)| Question {
        field: format!("fact-{}", input.name),
        label: input
            .ask
            .or_other(page.language())
            .map_or_else(|| book.label(&input.name, page.language()), str::to_owned),
        kind: kind(page, book, input),
        wanted: !rank(at, input).0,
        unit: match input.of {
            Type::Rate => "%".to_owned(),
            of => of.currency().map(|currency| currency.code().to_owned()).unwrap_or_default(),
        },
    };
    inputs.into_iter().map(question).collect()
}

fn kind(page: &Page, book: &Rulebook, input: &Input) -> QuestionKind {
    match input.of {
        Type::Bool => QuestionKind::Choice(vec![
            ("true".to_owned(), page.say("formula-true").to_string()),
            ("false".to_owned(), page.say("formula-false").to_string()),
        ]),
        Type::Choice(list) => {
            let option = |name: &String| (name.clone(), book.option_label(&input.name, name, page.language()));
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
    for input in &book.inputs {
        if let Some(Given::Is(text)) = facts.given.get(&input.name) {
            form.fill(format!("fact-{}", input.name), shown(input.of, text));
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
    for input in &book.inputs {
        let field = format!("fact-{}", input.name);
        if !form.pairs().iter().any(|(name, _)| *name == field) {
            continue;
        }
        let typed = form.typed(&field).trim().to_owned();
        if typed.is_empty() {
            facts.given.remove(&input.name);
            continue;
        }
        match written(input.of, &typed) {
            Some(text) => {
                facts.given.insert(input.name.clone(), Given::Is(text));
            }
            None => form.refuse_with(field, "result-not-a-number", vec![("typed", typed)]),
        }
    }
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
