use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kernel::{Currency, Day, Quote, RateTable};
use rulebook::{Cell, Diagnostic, Facts, Given, Ledger, Rulebook, Tables};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Estimates kept for ever, each under the hash of its content: the text of the rulebook, the facts, the ledger's
/// columns and the exchange rates. Whoever has the link gets the same figure, whatever the rulebook says by then.
#[derive(Debug, Clone)]
pub struct Archive {
    folder: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum ArchiveProblem {
    #[error("cannot keep the estimate in {path}: {error}")]
    Write { path: PathBuf, error: std::io::Error },
    #[error("cannot read {path}: {error}")]
    Read { path: PathBuf, error: std::io::Error },
    #[error("{path} is damaged")]
    Damaged { path: PathBuf },
    #[error("the rulebook kept with the estimate cannot be read by this version")]
    Rulebook { diagnostics: Vec<Diagnostic> },
}

/// An estimate as it was kept.
#[derive(Debug)]
pub struct Saved {
    pub book: Rulebook,
    pub facts: Facts,
    pub ledger: Option<Ledger>,
    pub tables: Tables,
    /// What each row of the ledger is called and where it stood in the file.
    pub rows: Vec<RowNote>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowNote {
    pub place: String,
    pub text: String,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    rulebook: String,
    rulebook_sha256: String,
    as_of: String,
    known_on: Option<String>,
    given: BTreeMap<String, Vec<String>>,
    decided: BTreeMap<String, String>,
    /// Cells as the language writes them, by column; an empty cell is nothing.
    columns: Option<BTreeMap<String, Vec<Option<String>>>>,
    rows: Vec<RowNote>,
    rates: Vec<FileRates>,
}

#[derive(Serialize, Deserialize)]
struct FileRates {
    name: String,
    to: String,
    reach: i32,
    source: String,
    /// Currency, day, worth of one unit.
    quotes: Vec<(String, String, String)>,
}

impl Archive {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Keeps what an estimate rests on and answers with its id. The same content has the same id and one file.
    pub fn keep(
        &self,
        book: &Rulebook,
        facts: &Facts,
        ledger: Option<&Ledger>,
        tables: &Tables,
        rows: Vec<RowNote>,
    ) -> Result<String, ArchiveProblem> {
        let columns = ledger.map(|ledger| {
            let cells = |at: usize| {
                let id = rulebook::ColumnId(at);
                (0..ledger.rows()).map(|row| ledger.cell(id, row).map(|cell| book.cell_text(id, &cell))).collect()
            };
            book.columns.iter().enumerate().map(|(at, column)| (column.name.clone(), cells(at))).collect()
        });
        let given = facts.given.iter().map(|(name, given)| {
            let texts = match given {
                Given::Is(text) => vec![text.clone()],
                Given::Within(low, high) => vec![low.clone(), high.clone()],
            };
            (name.clone(), texts)
        });
        let used = book.tables.iter().filter_map(|table| tables.get(&table.name).map(|rates| (&table.name, rates)));
        let file = File {
            version: 1,
            rulebook: book.id.clone(),
            rulebook_sha256: book.hash.clone(),
            as_of: facts.as_of.to_string(),
            known_on: facts.known_on.map(|day| day.to_string()),
            given: given.collect(),
            decided: facts.decided.clone(),
            columns,
            rows,
            rates: used.map(|(name, rates)| file_rates(name, rates)).collect(),
        };
        let content = serde_json::to_vec(&file).unwrap_or_default();
        let id: String = hex(&content).chars().take(24).collect();
        self.write(&format!("rulebooks/{}.law.md", book.hash), book.text.as_bytes())?;
        self.write(&format!("estimates/{id}.json"), &content)?;
        Ok(id)
    }

    /// Nothing if there is no estimate of that id.
    pub fn find(&self, id: &str) -> Result<Option<Saved>, ArchiveProblem> {
        // INVARIANT: an id is letters and digits only, so it names no other folder.
        if id.len() != 24 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let path = self.folder.join(format!("estimates/{id}.json"));
        let Some(content) = read(&path)? else { return Ok(None) };
        if hex(&content).get(..24) != Some(id) {
            return Err(ArchiveProblem::Damaged { path });
        }
        let damaged = || ArchiveProblem::Damaged { path: path.clone() };
        let file: File = serde_json::from_slice(&content).map_err(|_| damaged())?;
        let law = self.folder.join(format!("rulebooks/{}.law.md", file.rulebook_sha256));
        let text = read(&law)?.ok_or_else(damaged)?;
        if hex(&text) != file.rulebook_sha256 {
            return Err(ArchiveProblem::Damaged { path: law });
        }
        let text = String::from_utf8(text).map_err(|_| damaged())?;
        let (book, diagnostics) = rulebook::check(&text);
        let book = book.ok_or(ArchiveProblem::Rulebook { diagnostics })?;
        file.saved(book).map(Some).ok_or_else(damaged)
    }

    /// Under another name first, so that a crash leaves no half file.
    fn write(&self, name: &str, content: &[u8]) -> Result<(), ArchiveProblem> {
        let path = self.folder.join(name);
        let refuse = |error| ArchiveProblem::Write { path: path.clone(), error };
        if path.exists() {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(refuse)?;
        }
        let draft = path.with_extension(format!("{}.draft", std::process::id()));
        std::fs::write(&draft, content).map_err(refuse)?;
        std::fs::rename(&draft, &path).map_err(refuse)
    }
}

impl File {
    fn saved(self, book: Rulebook) -> Option<Saved> {
        let mut facts = Facts::on(self.as_of.parse().ok()?);
        facts.known_on = match self.known_on {
            Some(day) => Some(day.parse().ok()?),
            None => None,
        };
        facts.decided = self.decided;
        for (name, texts) in self.given {
            let given = match texts.as_slice() {
                [text] => Given::Is(text.clone()),
                [low, high] => Given::Within(low.clone(), high.clone()),
                _ => return None,
            };
            facts.given.insert(name, given);
        }
        let ledger = match self.columns {
            Some(columns) => Some(ledger(&book, &columns)?),
            None => None,
        };
        let mut tables = Tables::new();
        for rates in self.rates {
            let mut table = RateTable::new(rates.to.parse().ok()?, rates.reach, rates.source);
            for (currency, day, one_unit) in rates.quotes {
                let (currency, day): (Currency, Day) = (currency.parse().ok()?, day.parse().ok()?);
                table.insert(currency, Quote { day, one_unit: one_unit.parse().ok()? });
            }
            tables.insert(rates.name, table);
        }
        Some(Saved { book, facts, ledger, tables, rows: self.rows })
    }
}

fn ledger(book: &Rulebook, columns: &BTreeMap<String, Vec<Option<String>>>) -> Option<Ledger> {
    let count = columns.values().map(Vec::len).max().unwrap_or(0);
    let mut rows: Vec<Vec<Option<Cell>>> = Vec::with_capacity(count);
    for row in 0..count {
        let mut cells = Vec::with_capacity(book.columns.len());
        for (at, column) in book.columns.iter().enumerate() {
            let text = columns.get(&column.name).and_then(|texts| texts.get(row)).cloned().flatten();
            cells.push(match text {
                Some(text) => Some(book.cell(rulebook::ColumnId(at), &text)?),
                None => None,
            });
        }
        rows.push(cells);
    }
    Ledger::new(book, rows).ok()
}

fn file_rates(name: &str, rates: &RateTable) -> FileRates {
    let quotes = rates.currencies().flat_map(|currency| {
        let shown =
            move |quote: &Quote| (currency.code().to_owned(), quote.day.to_string(), quote.one_unit.to_string());
        rates.quotes(currency).iter().map(shown)
    });
    FileRates {
        name: name.to_owned(),
        to: rates.to().code().to_owned(),
        reach: rates.reach(),
        source: rates.source().to_owned(),
        quotes: quotes.collect(),
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, ArchiveProblem> {
    match std::fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ArchiveProblem::Read { path: path.to_owned(), error }),
    }
}

fn hex(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
