//! Runs a rulebook on facts and a ledger: every figure, what does not count and why, which open points matter,
//! what to ask next, and a receipt.

mod runner;

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Currency, Day, Exact};
use sha2::{Digest, Sha256};

use crate::book::{ColumnId, ExceptionId, FigureId, InputId, OpenId, ParamId, Rulebook, Step};
use crate::column::{EachRow, Program};
use crate::facts::{FactProblem, Facts};
use crate::ledger::Ledger;
use crate::syntax::Level;
use crate::value::{Ask, Failure, Value};
use crate::walk::{Log, Tables, Walk};
use runner::{Runner, exception_of};

#[derive(Debug, Clone)]
pub struct Estimate {
    pub as_of: Day,
    pub known_on: Option<Day>,
    /// Each total and define, in the order of the rulebook.
    pub figures: BTreeMap<FigureId, Value>,
    pub award: Option<FigureId>,
    /// What the gross lines and the lines that count come to, in whole units.
    pub spent: Option<Exact>,
    pub counted: Option<Exact>,
    pub not_counted: Vec<NotCounted>,
    pub row_problems: Vec<RowProblem>,
    pub open: Vec<OpenReport>,
    /// What would narrow the award, the most telling first.
    pub asks: Vec<Ask>,
    /// Columns whose empty cells were filled with a default or a fact, and how many cells that were.
    pub assumed: Vec<(ColumnId, usize)>,
    /// The rows of parameters that were read.
    pub params: BTreeSet<(ParamId, usize)>,
    pub receipt: Receipt,
    /// How the lines were worked out in the end.
    pub worked_by: Engine,
    pub(crate) log: Log,
    pub(crate) inputs: Vec<Option<Value>>,
}

/// Lines that do not count, or not in full, for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCounted {
    /// The exception that decided; nothing where the rule itself takes less than the whole.
    pub exception: Option<ExceptionId>,
    /// What is left out, in whole units.
    pub amount: Exact,
    /// Rows of the ledger, from nought.
    pub rows: Vec<usize>,
}

/// Every row by itself, in smallest units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    pub gross: Vec<i64>,
    pub counted: Vec<i64>,
    reasons: Vec<u16>,
    /// Rows that are a range, or that could not be worked out; they stand as nought above.
    pub unknown: BTreeSet<usize>,
}

impl Rows {
    /// The exception that decided what counts of a row.
    pub fn reason(&self, row: usize) -> Option<ExceptionId> {
        self.reasons.get(row).copied().and_then(exception_of)
    }
}

/// A row that could not be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    pub row: usize,
    pub failure: Failure,
}

/// An open point, and what the award is under each reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenReport {
    pub open: OpenId,
    pub decided: Option<usize>,
    pub readings: Vec<Value>,
    /// Whether the award differs between the readings.
    pub matters: bool,
}

/// What a figure rests on, so that it can be had again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub rulebook: String,
    pub rulebook_hash: String,
    pub engine: String,
    pub as_of: Day,
    pub known_on: Option<Day>,
    pub facts_hash: String,
    pub ledger_hash: Option<String>,
    /// Name, source and hash of each table of rates.
    pub rates: Vec<(String, String, String)>,
    /// SHA-256 over all of the above.
    pub hash: String,
}

/// How lines and totals are worked out. All ways give the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Column programs where they can, the walker for the rest.
    Columns,
    /// The walker alone, the reference.
    Walker,
}

impl Rulebook {
    pub fn estimate(
        &self,
        facts: &Facts,
        ledger: Option<&Ledger>,
        tables: &Tables,
    ) -> Result<Estimate, Vec<FactProblem>> {
        self.estimate_with(Engine::Columns, facts, ledger, tables)
    }

    pub fn estimate_with(
        &self,
        engine: Engine,
        facts: &Facts,
        ledger: Option<&Ledger>,
        tables: &Tables,
    ) -> Result<Estimate, Vec<FactProblem>> {
        let bound = self.bind(facts)?;
        let filled = ledger.map(|ledger| ledger.filled(self, &bound.cells, facts.as_of));
        let (ledger, assumed) = match filled {
            Some((ledger, counts)) => (Some(ledger), counts),
            None => (None, Vec::new()),
        };
        let may_reuse = self.aggregates().all(|(id, _)| self.is_early(id));
        let lines_rest_on = self.lines_rest_on();
        let runner = Runner { book: self, tables, ledger: ledger.as_ref(), engine, lines_rest_on, may_reuse };
        let mut estimate = runner.estimate(&bound);
        estimate.receipt = self.receipt(facts, ledger.as_ref(), tables);
        let counted = assumed.iter().enumerate().filter(|(_, count)| **count > 0);
        estimate.assumed = counted.map(|(at, count)| (ColumnId(at), *count)).collect();
        Ok(estimate)
    }

    /// What each row of the ledger comes to, by the rulebook's `counts` statement; nothing without one.
    pub fn rows(&self, facts: &Facts, ledger: &Ledger, tables: &Tables) -> Result<Option<Rows>, Vec<FactProblem>> {
        let bound = self.bind(facts)?;
        let (filled, _) = ledger.filled(self, &bound.cells, facts.as_of);
        let mut walk = Walk::new(self, &bound, tables, Some(&filled), &bound.readings);
        walk.before_lines();
        let Some((gross, counted)) = self.counts else { return Ok(None) };
        let mut rows = EachRow::new(filled.rows());
        if Program::link(&mut walk, &filled).and_then(|program| program.run(&filled, &mut rows)).is_some() {
            let EachRow { gross, counted, reasons } = rows;
            return Ok(Some(Rows { gross, counted, reasons, unknown: BTreeSet::new() }));
        }
        walk.all_lines();
        let decimals =
            self.figure(gross).and_then(|figure| figure.of.currency()).map_or(0, |currency| currency.decimals());
        let mut unknown = BTreeSet::new();
        let mut minor = |id: FigureId| -> Vec<i64> {
            let values = walk.line_values(id).unwrap_or(&[]).iter().enumerate();
            let minor = values.map(|(row, value)| {
                let number = value.known_number().and_then(|number| number.scaled(decimals));
                let number = number.and_then(|number| i64::try_from(number).ok());
                if number.is_none() {
                    unknown.insert(row);
                }
                number.unwrap_or(0)
            });
            minor.collect()
        };
        let (gross, counted_minor) = (minor(gross), minor(counted));
        let reasons = walk.line_reasons(counted).to_vec();
        Ok(Some(Rows { gross, counted: counted_minor, reasons, unknown }))
    }

    /// The inputs and open points that change what lines come to.
    fn lines_rest_on(&self) -> BTreeSet<Step> {
        let mut roots = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let is_first = |step: &Step| match step {
            Step::Figure(id) => self.figure(*id).is_some_and(|figure| figure.level != Level::Define),
            _ => false,
        };
        let mut waiting: Vec<Step> = self.order.iter().filter(|step| is_first(step)).copied().collect();
        while let Some(step) = waiting.pop() {
            if seen.insert(step) {
                if matches!(step, Step::Input(_) | Step::Open(_)) {
                    roots.insert(step);
                }
                waiting.extend(self.needs(step));
            }
        }
        roots
    }

    fn receipt(&self, facts: &Facts, ledger: Option<&Ledger>, tables: &Tables) -> Receipt {
        let hex =
            |text: &str| Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let mut rates = Vec::new();
        for table in &self.tables {
            let Some(found) = tables.get(&table.name).filter(|_| ledger.is_some()) else { continue };
            rates.push((table.name.clone(), found.source().to_owned(), found.hash().to_owned()));
        }
        let mut receipt = Receipt {
            rulebook: self.id.clone(),
            rulebook_hash: self.hash.clone(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            as_of: facts.as_of,
            known_on: facts.known_on,
            facts_hash: hex(&format!("{:?}{:?}", facts.given, facts.decided)),
            ledger_hash: ledger.map(|ledger| ledger.hash().to_owned()),
            rates,
            hash: String::new(),
        };
        receipt.hash = hex(&format!("{receipt:?}"));
        receipt
    }
}

impl Estimate {
    pub fn value(&self, id: FigureId) -> Option<&Value> {
        self.figures.get(&id)
    }

    pub fn award_value(&self) -> Option<&Value> {
        self.award.and_then(|award| self.value(award))
    }

    /// The exceptions that decided a figure of the production, outermost first.
    pub fn applied(&self, id: FigureId) -> &[ExceptionId] {
        self.log.applied.get(&id).map_or(&[], Vec::as_slice)
    }

    pub fn input(&self, id: InputId) -> Option<&Value> {
        self.inputs.get(id.0).and_then(Option::as_ref)
    }
}

/// Currencies in a ledger for which a day's rate is missing, for messages that name them once.
pub fn missing_rates(estimate: &Estimate) -> BTreeSet<(Currency, Day)> {
    let failures = estimate.row_problems.iter().map(|problem| &problem.failure);
    failures
        .filter_map(|failure| match failure {
            Failure::NoRate { currency, day } => Some((*currency, *day)),
            _ => None,
        })
        .collect()
}
