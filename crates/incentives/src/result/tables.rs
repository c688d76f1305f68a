//! The lists of the page: reasons, open points, what moves the result, figures, dated values, the receipt.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Currency, Day, Exact, Quote};
use rulebook::{Ask, Cell, ColumnId, Conversion, FigureId, Given, Ledger, Level, Type, Value};

use super::outcome_key;
use super::sensitivity::{Moved, What};
use super::view::{MOST_SHOWN, View};
use crate::{Outcome, Reason};

pub(super) struct ReasonRow {
    pub(super) label: String,
    pub(super) amount: String,
    pub(super) count: usize,
    pub(super) lines: Vec<(String, String)>,
    pub(super) more: Option<String>,
}

pub(super) struct OpenRow {
    pub(super) field: String,
    pub(super) because: String,
    pub(super) matters: bool,
    pub(super) readings: Vec<(String, String)>,
}

pub(super) struct MovedRow {
    pub(super) label: String,
    pub(super) less: Move,
    pub(super) more: Move,
}

/// What a tenth less or more does to the award.
pub(super) struct Move {
    pub(super) said: String,
    /// The value of the button that makes an estimate of it; exchange rates have none, they are nobody's to choose.
    pub(super) value: Option<String>,
}

pub(super) struct FigureRow {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) outcome: &'static str,
    /// One of those a reader follows from the costs to the award.
    pub(super) is_main: bool,
}

pub(super) struct ParamRow {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) source: String,
    pub(super) certainty: String,
}

/// The rates of a currency at which lines were converted.
pub(super) struct RateRow {
    pub(super) currency: String,
    pub(super) rate: String,
    pub(super) days: String,
    pub(super) source: String,
}

impl View<'_> {
    pub(super) fn reason(&self, reason: &Reason) -> ReasonRow {
        let note = |row: &usize| {
            let note = self.kept.rows.get(*row);
            note.map_or_else(|| ((row + 1).to_string(), String::new()), |note| (note.place.clone(), note.text.clone()))
        };
        let exception = reason.exception.and_then(|id| self.kept.book.exceptions.get(id.0));
        let name = exception.and_then(|exception| exception.label.clone());
        let more = (reason.rows.len() > MOST_SHOWN).then(|| {
            let query = name.map(|name| format!("?reason={name}")).unwrap_or_default();
            self.page.link(format!("estimates/{}/lines{query}", self.id))
        });
        ReasonRow {
            label: self.reason_label(reason),
            amount: self.reader.money(&reason.amount),
            count: reason.rows.len(),
            lines: reason.rows.iter().take(MOST_SHOWN).map(note).collect(),
            more,
        }
    }

    pub(super) fn open(&self) -> Vec<OpenRow> {
        let mut rows = Vec::new();
        for report in &self.answer.estimate.open {
            let Some(open) = self.kept.book.opens.get(report.open.0) else { continue };
            let reading = |(reading, value): (&rulebook::Reading, &Value)| {
                let label = self.reading_label(&reading.text);
                let award = self.reader.value(&self.kept.book, value, self.award_of(), None);
                (reading.text.clone(), if report.matters { format!("{label} — {award}") } else { label })
            };
            rows.push(OpenRow {
                field: format!("open-{}", open.name),
                because: open.because.or_other(self.page.language()).unwrap_or("").to_owned(),
                matters: report.matters,
                readings: open.readings.iter().zip(&report.readings).map(reading).collect(),
            });
        }
        rows.sort_by_key(|row| !row.matters);
        rows
    }

    pub(super) fn moved(&self, moved: &Moved) -> MovedRow {
        let label = match &moved.what {
            What::Group { column, option } => self.kept.book.option_label(column, option, self.page.language()),
            What::Input(name) | What::Total(name) => self.label(name),
            What::Rate(currency) => self.page.say("result-rate-of").with("currency", currency).to_string(),
        };
        let tenth = |change: &Exact, share: i128| Move {
            said: self.signed(change, self.award_of()),
            value: moved.what.name().filter(|_| !change.is_zero()).map(|name| format!("{share}/{name}")),
        };
        MovedRow { label, less: tenth(&moved.less, 90), more: tenth(&moved.more, 110) }
    }

    /// Those of the waterfall first, in its order.
    pub(super) fn figures(&self) -> Vec<FigureRow> {
        let (book, estimate) = (&self.kept.book, &self.answer.estimate);
        let place = |id: FigureId| book.waterfall.iter().position(|main| *main == id).unwrap_or(usize::MAX);
        let mut values: Vec<(FigureId, &Value)> = estimate.figures.iter().map(|(id, value)| (*id, value)).collect();
        values.sort_by_key(|(id, _)| place(*id));
        let row = |(id, value): (FigureId, &Value)| {
            let figure = book.figure(id).filter(|figure| figure.level != Level::Line)?;
            Some(FigureRow {
                label: self.label(&figure.name),
                value: self.reader.value(book, value, figure.of, Some(&figure.name)),
                outcome: outcome_key(Outcome::of(value)),
                name: figure.name.clone(),
                is_main: estimate.award == Some(id) || book.waterfall.contains(&id),
            })
        };
        values.into_iter().filter_map(row).collect()
    }

    pub(super) fn params(&self) -> Vec<ParamRow> {
        let row = |(id, at): &(rulebook::ParamId, usize)| {
            let param = self.kept.book.params.get(id.0)?;
            let row = param.rows.get(*at)?;
            Some(ParamRow {
                label: self.label(&param.name),
                value: self.reader.value(&self.kept.book, &row.value.into(), param.of, Some(&param.name)),
                from: self.page.day(row.from),
                until: row.until.map(|day| self.page.day(day)).unwrap_or_default(),
                source: row.cite.clone().unwrap_or_default(),
                certainty: row.certainty.clone().unwrap_or_default(),
            })
        };
        self.answer.estimate.params.iter().filter_map(row).collect()
    }

    /// Each foreign currency of the ledger with the quotes its lines met, and who published them.
    pub(super) fn rates(&self) -> Vec<RateRow> {
        let Some(ledger) = &self.kept.ledger else { return Vec::new() };
        let book = &self.kept.book;
        let mut rows = Vec::new();
        for conversion in book.conversions() {
            let table = book.tables.get(conversion.table.0).and_then(|table| self.kept.tables.get(&table.name));
            let Some(table) = table else { continue };
            for (currency, days) in self.days_of(ledger, &conversion) {
                let quotes = days.iter().filter_map(|day| table.on(currency, *day).ok());
                let quotes: Vec<Quote> = quotes.filter(|_| currency != table.to()).collect();
                let (Some(first), Some(last)) = (quotes.first(), quotes.last()) else { continue };
                let worth = quotes.iter().map(|quote| quote.one_unit);
                let (Some(least), Some(most)) = (worth.clone().min(), worth.max()) else { continue };
                let day = |quote: &Quote| self.page.day(quote.day);
                rows.push(RateRow {
                    currency: currency.code().to_owned(),
                    rate: self.span(&least, &most, Type::Exact(table.to())),
                    days: if first == last { day(first) } else { format!("{} – {}", day(first), day(last)) },
                    source: table.source().to_owned(),
                });
            }
        }
        rows
    }

    fn span(&self, least: &Exact, most: &Exact, of: Type) -> String {
        let (low, high) = (self.reader.number(least, of), self.reader.number(most, of));
        if low == high { low } else { self.page.say("formula-range").with("low", low).with("high", high).to_string() }
    }

    /// The days whose rates the lines of each currency want; a line without one takes the day that was told for such
    /// lines, else that of the law.
    fn days_of(&self, ledger: &Ledger, conversion: &Conversion) -> BTreeMap<Currency, BTreeSet<Day>> {
        let column = conversion.day.and_then(|id| self.kept.book.columns.get(id.0));
        let told = match column.and_then(|column| self.kept.facts.given.get(&column.name)) {
            Some(Given::Is(day)) => day.parse().ok(),
            _ => None,
        };
        let mut days: BTreeMap<Currency, BTreeSet<Day>> = BTreeMap::new();
        for row in 0..ledger.rows() {
            let Some(Cell::Money(money)) = ledger.cell(conversion.amount, row) else { continue };
            let day = match conversion.day.and_then(|column| ledger.cell(column, row)) {
                Some(Cell::Day(day)) => day,
                _ => told.unwrap_or(self.kept.facts.as_of),
            };
            days.entry(money.currency()).or_default().insert(day);
        }
        days
    }

    /// Columns whose empty cells took a default, or what was told for them.
    pub(super) fn assumed(&self) -> Vec<String> {
        let said = |(id, rows): &(ColumnId, usize)| {
            let column = self.kept.book.columns.get(id.0)?;
            let is_told = self.kept.facts.given.contains_key(&column.name);
            let key = if is_told { "result-assumed-told" } else { "result-assumed-column" };
            let said = self.page.say(key).with("column", self.label(&column.name));
            Some(said.count("count", *rows).to_string())
        };
        self.answer.estimate.assumed.iter().filter_map(said).collect()
    }

    /// Columns that lines leave empty although the award hangs on them.
    pub(super) fn gaps(&self) -> Vec<String> {
        let missing = self.kept.ledger.as_ref().map(Ledger::missing).unwrap_or_default();
        let said = |ask: &Ask| {
            let Ask::Column(id) = ask else { return None };
            let (column, count) = (self.kept.book.columns.get(id.0)?, missing.get(id.0).copied()?);
            let said = self.page.say("result-gap").with("column", self.label(&column.name)).count("count", count);
            (count > 0).then(|| said.to_string())
        };
        self.answer.estimate.asks.iter().filter_map(said).collect()
    }

    pub(super) fn receipt(&self) -> Vec<(&'static str, String)> {
        let receipt = &self.answer.estimate.receipt;
        let mut rows = vec![
            ("receipt-rulebook", format!("{} · {}", receipt.rulebook, receipt.rulebook_hash)),
            ("receipt-day", receipt.as_of.to_string()),
            ("receipt-facts", receipt.facts_hash.clone()),
        ];
        rows.extend(receipt.ledger_hash.clone().map(|hash| ("receipt-ledger", hash)));
        rows.extend(
            receipt.rates.iter().map(|(name, source, hash)| ("receipt-rates", format!("{name}, {source} · {hash}"))),
        );
        rows.push(("receipt-engine", receipt.engine.clone()));
        rows.push(("receipt-hash", receipt.hash.clone()));
        rows
    }

    /// The call of the program that gives the same figure.
    pub(super) fn command(&self) -> String {
        let file = if self.kept.ledger.is_some() { format!(" estimate-{}.csv", self.id) } else { String::new() };
        let facts = &self.kept.facts;
        let mut command = format!("tereze estimate{file} --rulebook {} --on {}", self.kept.book.id, facts.as_of);
        for (name, given) in &facts.given {
            let value = match given {
                rulebook::Given::Is(text) => text.clone(),
                rulebook::Given::Within(low, high) => format!("{low}..{high}"),
            };
            command.push_str(&format!(" --set '{name}={value}'"));
        }
        for (name, reading) in &facts.decided {
            command.push_str(&format!(" --set '{name}={reading}'"));
        }
        command
    }
}
