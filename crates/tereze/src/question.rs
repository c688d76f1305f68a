//! What `estimate` and `rulebook explain` have in common: a rulebook, facts, rates.

use std::path::{Path, PathBuf};

use incentives::FactsFile;
use kernel::{Day, RateTable};
use rulebook::{FactProblem, Facts, Given, Rulebook, Tables};

use crate::{Failure, Kind, shipped};

#[derive(clap::Args)]
pub(crate) struct FactArguments {
    /// The day whose law applies, as 2025-12-25; today without it
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    /// Leave out what was not public by this day
    #[arg(long, value_name = "DATE")]
    known: Option<Day>,
    /// Facts from a file: JSON or TOML
    #[arg(long, value_name = "FILE")]
    facts: Option<PathBuf>,
    /// One fact, the reading of an open point, or what empty cells of a column mean; may be repeated
    #[arg(long = "set", value_name = "NAME=VALUE")]
    set: Vec<String>,
    /// Exchange rates: a spreadsheet or csv of the central bank; the shipped ones without it
    #[arg(long, value_name = "FILE")]
    rates: Option<PathBuf>,
}

impl FactArguments {
    pub(crate) fn facts(&self) -> Result<Facts, Failure> {
        let mut file = match &self.facts {
            Some(path) => {
                let text = read_text(path)?;
                FactsFile::read(&text).map_err(|problem| at(path, problem))?
            }
            None => FactsFile::default(),
        };
        file.as_of = self.on.or(file.as_of);
        file.known_on = self.known.or(file.known_on);
        let mut facts = file.facts(today());
        for setting in &self.set {
            let (name, value) = setting.split_once('=').ok_or_else(|| {
                let failure = Kind::Usage.because(anyhow::anyhow!("`{setting}` has no `=`"));
                failure.hint("write it as `--set agreement_rate=30%`")
            })?;
            let given = match value.split_once("..") {
                Some((low, high)) => Given::Within(low.trim().to_owned(), high.trim().to_owned()),
                None => Given::Is(value.trim().to_owned()),
            };
            facts.given.insert(name.trim().to_owned(), given);
        }
        Ok(facts)
    }

    /// The tables a rulebook asks for: every one into the currency of the rates at hand.
    pub(crate) fn tables(&self, book: &Rulebook) -> Result<Tables, Failure> {
        let shipped = shipped::profile()?.rates;
        let mut tables = Tables::new();
        for table in &book.tables {
            let rates = match &self.rates {
                Some(path) => Some(self.read_rates(path, table.to, shipped.reach())?),
                None => (shipped.to() == table.to).then(|| shipped.clone()),
            };
            tables.extend(rates.map(|rates| (table.name.clone(), rates)));
        }
        Ok(tables)
    }

    fn read_rates(&self, path: &Path, to: kernel::Currency, reach: i32) -> Result<RateTable, Failure> {
        let bytes = read(path)?;
        let name = path.to_string_lossy();
        let read = costs::rates(&bytes, &name, to, reach, &name, &costs::Limits::default())
            .map_err(|refusal| at(path, refusal))?;
        if let Some(problem) =
            read.problems.rows().into_iter().find(|problem| problem.severity() == costs::Severity::Blocker)
        {
            let (kind, place) = (problem.kind.name(), &problem.origin);
            return Err(at(path, anyhow::anyhow!("{kind} at {place}: `{}`", problem.found)));
        }
        Ok(read.table)
    }
}

/// By id from the shipped ones, or from a file.
pub(crate) fn rulebook(name: &str) -> Result<Rulebook, Failure> {
    let (path, text) = match shipped::rulebook(name) {
        Some((path, text)) => (path.to_owned(), text.to_owned()),
        None if name.ends_with(".md") => (name.to_owned(), read_text(Path::new(name))?),
        None => {
            let ids: Vec<&str> = shipped::rulebook_ids().collect();
            let failure = Kind::Usage.because(anyhow::anyhow!("there is no rulebook `{name}`"));
            return Err(failure.hint(format!("it is one of {}, or a file that ends in .law.md", ids.join(", "))));
        }
    };
    let (book, diagnostics) = rulebook::check(&text);
    book.ok_or_else(|| {
        let shown: Vec<String> =
            diagnostics.iter().map(|diagnostic| diagnostic.to_terminal(&path, &text, false)).collect();
        Kind::BadData.because(anyhow::anyhow!("{path} is not a sound rulebook\n{}", shown.join("\n")))
    })
}

pub(crate) fn fact_problems(problems: &[FactProblem], book: &Rulebook) -> Failure {
    let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let inputs: Vec<&str> = book.inputs.iter().map(|input| input.name.as_str()).collect();
    let failure = Kind::BadData.because(anyhow::anyhow!("{}", shown.join("; ")));
    failure.hint(format!("the inputs of {} are {}", book.id, inputs.join(", ")))
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| at(path, error))
}

pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|_| at(path, anyhow::anyhow!("this is not a text in UTF-8")))
}

/// What went wrong with a file, the file's name first.
pub(crate) fn at(path: &Path, error: impl std::fmt::Display) -> Failure {
    Kind::BadData.because(anyhow::anyhow!("{}: {error}", path.display()))
}

/// Today where the machine stands.
fn today() -> Day {
    web::Clock::Machine.today(&jiff::tz::TimeZone::system())
}
