use costs::{BudgetLine, Field, Kind, Line, Place, Staged};
use kernel::Exact;
use rulebook::{Cell, Column, Ledger, LedgerProblem, Rulebook, Type};

/// A staged budget or ledger of a production, to be run through a rulebook.
pub struct Budget {
    pub staged: Staged,
}

/// A column of the rulebook that the file says nothing of, or not in every row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    pub column: String,
    pub rows: usize,
}

/// The names that lists of places use for everywhere else.
const ELSEWHERE: [&str; 4] = ["abroad", "elsewhere", "outside", "other"];

impl Budget {
    /// The file's lines as the rulebook's columns. `home` is the country that "here" means in the file.
    /// The row of the ledger is the place of the line in `staged.lines`.
    pub fn ledger(&self, book: &Rulebook, home: &str) -> Result<(Ledger, Vec<Unread>), LedgerProblem> {
        let rows = self
            .staged
            .lines
            .iter()
            .map(|line| book.columns.iter().map(|column| self.cell(book, column, line, home)).collect::<Vec<_>>());
        let ledger = Ledger::new(book, rows)?;
        let empty = book.columns.iter().zip(ledger.missing()).filter(|(_, rows)| *rows > 0);
        let unread = empty.map(|(column, rows)| Unread { column: column.name.clone(), rows }).collect();
        Ok((ledger, unread))
    }

    fn cell(&self, book: &Rulebook, column: &Column, line: &Line, home: &str) -> Option<Cell> {
        match (column.of, column.name.as_str()) {
            (Type::MoneyByCurrency | Type::Money(_), "amount") => Some(Cell::Money(line.amount)),
            (Type::MoneyByCurrency | Type::Money(_), name) => {
                self.staged.money(line, Field::from_name(name)?).map(Cell::Money)
            }
            (Type::Date, "incurred") => line.incurred.map(Cell::Day),
            (Type::Date, name) => self.staged.day(line, Field::from_name(name)?).map(Cell::Day),
            (Type::Choice(list), "place" | "used_in") => {
                place(book.list(list), line.work_place?, home).map(Cell::Choice)
            }
            (Type::Choice(list), "kind") => named(book.list(list), Kind::name(line.kind?)).map(Cell::Choice),
            (Type::Choice(list), "category" | "phase") => {
                let text = Field::from_name(&column.name).and_then(|field| self.staged.text(line, field));
                let said = text.and_then(|text| self.option(book, column, &text));
                said.or_else(|| by_category(book.list(list), line).map(Cell::Choice))
            }
            (Type::Choice(_) | Type::Key | Type::Bool, name) => {
                let text = self.staged.text(line, Field::from_name(name)?)?;
                self.option(book, column, &text)
            }
            (_, name) => {
                let number: Exact = self.staged.number(line, Field::from_name(name)?)?;
                Some(Cell::Number(number))
            }
        }
    }

    /// The option that a cell's text names, by its name or by any of its words.
    fn option(&self, book: &Rulebook, column: &Column, text: &str) -> Option<Cell> {
        let wanted = text.trim().to_lowercase();
        if wanted.is_empty() {
            return None;
        }
        match column.of {
            Type::Key => Some(Cell::Key(text.trim().to_owned())),
            Type::Choice(list) => {
                let is_named = |option: &String| {
                    let full = format!("{}.{option}", column.name);
                    let words = book.words.get(&full).or_else(|| book.words.get(option));
                    let mut labels =
                        words.into_iter().flat_map(|words| words.languages().filter_map(|tag| words.get(tag)));
                    option.replace('_', " ") == wanted
                        || *option == wanted
                        || labels.any(|label| label.to_lowercase() == wanted)
                };
                let at = book.list(list).iter().position(is_named)?;
                u8::try_from(at).ok().map(Cell::Choice)
            }
            _ => None,
        }
    }

    /// The line of the file that a row of the ledger is.
    pub fn line(&self, row: usize) -> Option<&Line> {
        self.staged.lines.get(row)
    }

    /// What a row is called: its description, else its account.
    pub fn description(&self, row: usize) -> String {
        let Some(line) = self.line(row) else { return String::new() };
        let text = self.staged.text(line, Field::Description).or_else(|| self.staged.text(line, Field::Account));
        text.map(std::borrow::Cow::into_owned).unwrap_or_default()
    }

    /// Where the row's amount stands in the file: `Budget!F12`.
    pub fn origin(&self, row: usize) -> Option<String> {
        let line = self.line(row)?;
        self.staged.origin(line, self.staged.mapping.cost_field()?).map(|origin| origin.to_string())
    }
}

/// The country's own name in the list, or the name for everywhere else. The scheme's own country stays open where the
/// list divides it further (a county, a State), and so does any country where it knows more than here and elsewhere.
fn place(names: &[String], place: Place, home: &str) -> Option<u8> {
    let own = match place {
        Place::Home => Some(home.to_owned()),
        Place::Country(code) => std::str::from_utf8(&code).ok().map(str::to_owned),
        Place::Abroad => None,
    };
    let is_home = own.as_deref() == Some(home);
    let own = own.map(|code| if code == "GB" { "UK".to_owned() } else { code });
    if let Some(at) = own.and_then(|code| named(names, &code)) {
        return Some(at);
    }
    let elsewhere = ELSEWHERE.iter().find_map(|name| named(names, name))?;
    (!is_home && !names.iter().any(|name| name == "EEA")).then_some(elsewhere)
}

/// The country whose scheme a rulebook is, by its id: `us-ga/film-credit` is of `US`, `uk/avec` of `GB`.
pub fn home_of(book: &Rulebook) -> String {
    let first = book.id.split(['/', '-']).next().unwrap_or("").to_uppercase();
    if first == "UK" { "GB".to_owned() } else { first }
}

/// An option with the name of the line's category, of its department, or of its part of the budget.
fn by_category(names: &[String], line: &Line) -> Option<u8> {
    let category = line.category?;
    let part = match category.line() {
        BudgetLine::Post => "post_production",
        BudgetLine::Above | BudgetLine::Below | BudgetLine::Other => "",
    };
    [category.id(), category.department(), part].into_iter().find_map(|name| named(names, name))
}

fn named(names: &[String], wanted: &str) -> Option<u8> {
    names.iter().position(|name| name == wanted).and_then(|at| u8::try_from(at).ok())
}
