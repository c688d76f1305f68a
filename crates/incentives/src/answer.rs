//! What came out, in the shape every surface shows.

use kernel::{Currency, Exact, Language, Money};
use rulebook::{
    Ask, Estimate, ExceptionId, FactProblem, Facts, Failure, FigureId, Kind, Ledger, Rulebook, Tables, Type, Value,
};
use serde_json::{Map, json};

use crate::Budget;

/// The result of a rulebook on facts and perhaps a budget.
pub struct Answer<'a> {
    pub book: &'a Rulebook,
    pub facts: Facts,
    pub estimate: Estimate,
    pub budget: Option<&'a Budget>,
}

/// How sure a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Known,
    /// A range; what to ask is said beside it.
    Unknown,
    NotInForce,
    Conflict,
    /// Known as far as the law could be encoded; something it rests on could not be.
    Untranslatable,
    /// A division by zero, a missing exchange rate, or a number too large.
    Undefined,
}

/// Why a part of the costs does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub exception: Option<ExceptionId>,
    pub amount: Money,
    /// Rows of the ledger, from nought.
    pub rows: Vec<usize>,
}

/// One bar of the waterfall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bar {
    /// A figure that stands by itself.
    Total { figure: FigureId, amount: Money },
    /// What a reason takes away.
    Less(Reason),
    /// The difference between two figures that no reason explains: a rate, a limit.
    Step { to: FigureId, amount: Money },
}

impl Outcome {
    pub fn word(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Unknown => "unknown",
            Self::NotInForce => "not_in_force",
            Self::Conflict => "conflict",
            Self::Untranslatable => "untranslatable",
            Self::Undefined => "undefined",
        }
    }

    pub fn of(value: &Value) -> Self {
        match value.failure() {
            Some(Failure::NotInForce { .. }) => Self::NotInForce,
            Some(Failure::Conflict { .. }) => Self::Conflict,
            Some(Failure::Overflow | Failure::DivisionByZero | Failure::NoRate { .. }) => Self::Undefined,
            None if !value.is_known() => Self::Unknown,
            None if !value.taints.is_empty() => Self::Untranslatable,
            None => Self::Known,
        }
    }
}

impl<'a> Answer<'a> {
    pub fn work_out(
        book: &'a Rulebook,
        facts: Facts,
        budget: Option<&'a Budget>,
        ledger: Option<&Ledger>,
        tables: &Tables,
    ) -> Result<Self, Vec<FactProblem>> {
        let estimate = book.estimate(&facts, ledger, tables)?;
        Ok(Self { book, facts, estimate, budget })
    }

    pub fn outcome(&self) -> Outcome {
        self.estimate.award_value().map_or(Outcome::Undefined, Outcome::of)
    }

    pub fn currency(&self) -> Option<Currency> {
        let award = self.estimate.award.and_then(|award| self.book.figure(award))?;
        award.of.currency()
    }

    /// The award, if it is one amount.
    pub fn award(&self) -> Option<Money> {
        self.money(self.estimate.award_value()?)
    }

    /// The least and the greatest that the award may be, as far as each has a limit.
    pub fn award_range(&self) -> Option<(Option<Money>, Option<Money>)> {
        let currency = self.currency()?;
        match self.estimate.award_value()?.kind {
            Kind::Number { low, high } => {
                let money = |end: Option<Exact>| end.and_then(|end| Money::from_exact(&end, currency));
                Some((money(low), money(high)))
            }
            _ => None,
        }
    }

    fn money(&self, value: &Value) -> Option<Money> {
        Money::from_exact(&value.known_number()?, self.currency()?)
    }

    pub fn figure_money(&self, id: FigureId) -> Option<Money> {
        let currency = self.book.figure(id)?.of.currency()?;
        Money::from_exact(&self.estimate.value(id)?.known_number()?, currency)
    }

    /// What the costs come to before anything is left out, and the part that counts.
    pub fn spent_and_counted(&self) -> Option<(Money, Money)> {
        let currency = self.counts_currency()?;
        let money = |amount: Option<Exact>| Money::from_exact(&amount?, currency);
        Some((money(self.estimate.spent)?, money(self.estimate.counted)?))
    }

    fn counts_currency(&self) -> Option<Currency> {
        self.book.counts.and_then(|(gross, _)| self.book.figure(gross)).and_then(|figure| figure.of.currency())
    }

    pub fn not_counted(&self) -> Vec<Reason> {
        let Some(currency) = self.counts_currency() else { return Vec::new() };
        let reasons = self.estimate.not_counted.iter().filter_map(|group| {
            let amount = Money::from_exact(&group.amount, currency)?;
            Some(Reason { exception: group.exception, amount, rows: group.rows.clone() })
        });
        reasons.collect()
    }

    /// The figures of the rulebook's waterfall, with what lies between them.
    pub fn waterfall(&self) -> Vec<Bar> {
        let mut bars = Vec::new();
        let mut before: Option<Money> = None;
        let mut reasons = self.not_counted();
        for figure in &self.book.waterfall {
            let Some(amount) = self.figure_money(*figure) else { continue };
            if let Some(last) = before {
                let mut rest = i128::from(last.minor()) - i128::from(amount.minor());
                let explained: i128 = reasons.iter().map(|reason| i128::from(reason.amount.minor())).sum();
                if explained == rest && !reasons.is_empty() {
                    bars.extend(reasons.drain(..).map(Bar::Less));
                    rest = 0;
                }
                if rest != 0
                    && last.currency() == amount.currency()
                    && let Ok(minor) = i64::try_from(rest)
                {
                    bars.push(Bar::Step { to: *figure, amount: Money::from_minor(minor, amount.currency()) });
                }
            }
            bars.push(Bar::Total { figure: *figure, amount });
            before = Some(amount);
        }
        bars
    }

    pub fn outcome_note(&self, value: &Value, language: Language) -> Vec<String> {
        let notes = value.taints.iter().filter_map(|at| self.book.untranslatable.get(*at));
        notes.filter_map(|note| note.note.or_other(language).map(str::to_owned)).collect()
    }

    /// The documented, stable answer to machines. Amounts are decimal strings; places are those of the file.
    pub fn to_json(&self, language: Language) -> serde_json::Value {
        let award = self.award();
        let mut figures = Map::new();
        for (id, value) in &self.estimate.figures {
            let Some(figure) = self.book.figure(*id) else { continue };
            figures.insert(figure.name.clone(), self.figure_json(value, figure.of, self.book.anchor(figure.clause)));
        }
        json!({
            "rulebook": self.book.id,
            "outcome": self.outcome().word(),
            "award": award.map(|money| json!({ "amount": money.decimal(), "currency": money.currency().code() })),
            "award_range": self.range_json(),
            "figures": figures,
            "spent": self.spent_and_counted().map(|(spent, _)| spent.decimal()),
            "counted": self.spent_and_counted().map(|(_, counted)| counted.decimal()),
            "not_counted": self.not_counted_json(language),
            "open": self.open_json(language),
            "asks": self.asks_json(language),
            "problems": self.problems_json(),
            "untranslatable": self.estimate.award_value().map(|value| self.outcome_note(value, language)),
            "assumed": self.assumed_json(),
            "parameters": self.parameters_json(),
            "receipt": self.receipt_json(),
        })
    }

    fn range_json(&self) -> serde_json::Value {
        match (self.outcome(), self.award_range(), self.currency()) {
            (Outcome::Unknown, Some((low, high)), Some(currency)) => json!({
                "low": low.map(|money| money.decimal()),
                "high": high.map(|money| money.decimal()),
                "currency": currency.code(),
            }),
            _ => serde_json::Value::Null,
        }
    }

    fn figure_json(&self, value: &Value, of: Type, clause: &str) -> serde_json::Value {
        let plain = |end: Option<Exact>| end.map(|number| number_text(&number, of));
        let (value_text, low, high) = match &value.kind {
            Kind::Number { low, high } if value.is_known() => (plain(low.or(*high)), None, None),
            Kind::Number { low, high } => (None, plain(*low), plain(*high)),
            Kind::Failed(_) => (None, None, None),
            _ if value.is_known() => (Some(self.book.show(value, of)), None, None),
            _ => (None, None, None),
        };
        let unit = match of {
            Type::Money(currency) | Type::Exact(currency) => currency.code().to_owned(),
            Type::Choice(_) => "enum".to_owned(),
            other => self.book.type_text(other),
        };
        let mut figure =
            json!({ "value": value_text, "unit": unit, "status": Outcome::of(value).word(), "clause": clause });
        if let Some(object) = figure.as_object_mut()
            && Outcome::of(value) == Outcome::Unknown
        {
            object.insert("low".to_owned(), json!(low));
            object.insert("high".to_owned(), json!(high));
        }
        if let (Some(object), Some(Failure::NotInForce { since: Some(since), .. })) =
            (figure.as_object_mut(), value.failure())
        {
            object.insert("since".to_owned(), json!(since.to_string()));
        }
        figure
    }

    fn not_counted_json(&self, language: Language) -> Vec<serde_json::Value> {
        let shown = |reason: Reason| {
            let exception = reason.exception.and_then(|id| self.book.exceptions.get(id.0));
            let clause = match exception {
                Some(exception) => self.book.anchor(exception.clause),
                None => self
                    .book
                    .counts
                    .and_then(|(_, counted)| self.book.figure(counted))
                    .map_or("", |f| self.book.anchor(f.clause)),
            };
            let places: Vec<String> = reason.rows.iter().take(100).map(|row| self.place(*row)).collect();
            json!({
                "reason": reason.exception.map(|id| self.book.exception_label(id, language)),
                "rule": exception.and_then(|exception| exception.label.clone()),
                "clause": clause,
                "amount": reason.amount.decimal(),
                "currency": reason.amount.currency().code(),
                "lines": reason.rows.len(),
                "places": places,
            })
        };
        self.not_counted().into_iter().map(shown).collect()
    }

    /// Where a row stands in the file, or its number.
    pub fn place(&self, row: usize) -> String {
        self.budget.and_then(|budget| budget.origin(row)).unwrap_or_else(|| (row + 1).to_string())
    }

    fn open_json(&self, language: Language) -> Vec<serde_json::Value> {
        let of = self.estimate.award.and_then(|award| self.book.figure(award)).map_or(Type::Rate, |figure| figure.of);
        let mut reports = Vec::new();
        for report in &self.estimate.open {
            let Some(open) = self.book.opens.get(report.open.0) else { continue };
            let reading = |(reading, value): (&rulebook::Reading, &Value)| json!({ "reading": reading.text, "award": self.figure_json(value, of, "") });
            let readings: Vec<_> = open.readings.iter().zip(&report.readings).map(reading).collect();
            reports.push(json!({
                "name": open.name,
                "because": open.because.or_other(language),
                "clause": self.book.anchor(open.clause),
                "matters": report.matters,
                "decided": report.decided.and_then(|at| open.readings.get(at)).map(|reading| reading.text.clone()),
                "readings": readings,
            }));
        }
        reports
    }

    fn asks_json(&self, language: Language) -> Vec<serde_json::Value> {
        let shown = |ask: &Ask| {
            let name = self.book.ask_name(*ask);
            let (kind, of, question) = match ask {
                Ask::Input(id) => {
                    let input = self.book.inputs.get(id.0);
                    let question = input.and_then(|input| input.ask.or_other(language)).map(str::to_owned);
                    ("input", input.map(|input| self.book.type_text(input.of)), question)
                }
                Ask::Total(id) => ("total", self.book.figure(*id).map(|figure| self.book.type_text(figure.of)), None),
                Ask::Open(id) => {
                    let open = self.book.opens.get(id.0);
                    let because = open.and_then(|open| open.because.or_other(language)).map(str::to_owned);
                    ("open", open.map(|open| self.book.type_text(open.of)), because)
                }
                Ask::Column(id) => {
                    ("column", self.book.columns.get(id.0).map(|column| self.book.type_text(column.of)), None)
                }
            };
            let question = question.unwrap_or_else(|| self.book.label(name, language));
            json!({ "name": name, "kind": kind, "type": of, "question": question })
        };
        self.estimate.asks.iter().map(shown).collect()
    }

    fn problems_json(&self) -> Vec<serde_json::Value> {
        let mut problems = Vec::new();
        for problem in &self.estimate.row_problems {
            let message = match &problem.failure {
                Failure::NoRate { currency, day } => format!("no exchange rate for {currency} on {day}"),
                Failure::NotInForce { .. } => "a parameter is not in force on the day of this line".to_owned(),
                Failure::Conflict { .. } => "two clauses say different things of this line".to_owned(),
                Failure::Overflow => "the number is too large".to_owned(),
                Failure::DivisionByZero => "a division by zero".to_owned(),
            };
            problems.push(
                json!({ "severity": "blocker", "kind": "row", "place": self.place(problem.row), "message": message }),
            );
        }
        if let Some(budget) = self.budget {
            for (severity, kind, group) in budget.staged.problems.groups() {
                let places: Vec<String> =
                    group.first.iter().take(20).map(|problem| problem.origin.to_string()).collect();
                problems.push(json!({
                    "severity": severity_word(severity),
                    "kind": kind.name(),
                    "count": group.count,
                    "places": places,
                }));
            }
        }
        problems
    }

    fn assumed_json(&self) -> Vec<serde_json::Value> {
        let column = |(id, rows): &(rulebook::ColumnId, usize)| {
            let name = self.book.columns.get(id.0).map(|column| column.name.clone());
            json!({ "column": name, "lines": rows })
        };
        self.estimate.assumed.iter().map(column).collect()
    }

    fn parameters_json(&self) -> Vec<serde_json::Value> {
        let mut rows = Vec::new();
        for (id, at) in &self.estimate.params {
            let Some(param) = self.book.params.get(id.0) else { continue };
            let Some(row) = param.rows.get(*at) else { continue };
            rows.push(json!({
                "name": param.name,
                "value": self.book.param_text(param, row),
                "from": row.from.to_string(),
                "until": row.until.map(|day| day.to_string()),
                "known": row.known.map(|day| day.to_string()),
                "cite": row.cite,
                "certainty": row.certainty,
            }));
        }
        rows
    }

    fn receipt_json(&self) -> serde_json::Value {
        let receipt = &self.estimate.receipt;
        let rates: Vec<_> = receipt
            .rates
            .iter()
            .map(|(name, source, hash)| json!({ "table": name, "source": source, "sha256": hash }))
            .collect();
        json!({
            "rulebook": receipt.rulebook,
            "rulebook_sha256": receipt.rulebook_hash,
            "engine": receipt.engine,
            "as_of": receipt.as_of.to_string(),
            "known_on": receipt.known_on.map(|day| day.to_string()),
            "facts_sha256": receipt.facts_hash,
            "ledger_sha256": receipt.ledger_hash,
            "rates": rates,
            "sha256": receipt.hash,
        })
    }
}

/// An amount with the currency's decimals, any other number as it is.
fn number_text(number: &Exact, of: Type) -> String {
    let money = of.currency().and_then(|currency| Money::from_exact(number, currency));
    money.map_or_else(|| number.to_string(), |money| money.decimal())
}

fn severity_word(severity: costs::Severity) -> &'static str {
    match severity {
        costs::Severity::Blocker => "blocker",
        costs::Severity::Warning => "warning",
        costs::Severity::Note => "note",
    }
}
