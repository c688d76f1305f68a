//! Which category a cost belongs to, and by which rule. All rules are data; what no rule knows is a problem, not a guess.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::{
    Column, Field, Kind, Limits, Line, Mapping, Origin, Place, Problem, ProblemKind, Staged,
    keywords::{Hit, Keywords},
    names::fold,
    sheet::Cell,
};

/// One of the categories in `data/categories.toml`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Category(u8);

/// How a category was found: the person's own word, a word of the file, an account number, a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    None,
    /// The mapping says so for this account, category or description.
    Person,
    /// A word in the file's own category column.
    CategoryColumn(&'static str),
    /// A range of the chart of accounts: `2200-2299`.
    Chart(&'static str),
    Tag(&'static str),
    /// A word in the description.
    Description(&'static str),
    /// A word in the heading above the line.
    Heading(&'static str),
}

impl Decision {
    /// The key of the sentence in words/.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "costs-decision-none",
            Self::Person => "costs-decision-person",
            Self::CategoryColumn(_) => "costs-decision-category-column",
            Self::Chart(_) => "costs-decision-chart",
            Self::Tag(_) => "costs-decision-tag",
            Self::Description(_) => "costs-decision-description",
            Self::Heading(_) => "costs-decision-heading",
        }
    }

    /// The word, range or code that decided; it stands in the sentence as `$rule`.
    pub fn rule(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Person => None,
            Self::CategoryColumn(rule)
            | Self::Chart(rule)
            | Self::Tag(rule)
            | Self::Description(rule)
            | Self::Heading(rule) => Some(rule),
        }
    }
}

/// The part of a budget a category stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BudgetLine {
    Above,
    Below,
    Post,
    Other,
}

impl BudgetLine {
    /// The key of the name in words/.
    pub fn key(self) -> &'static str {
        match self {
            Self::Above => "costs-line-above",
            Self::Below => "costs-line-below",
            Self::Post => "costs-line-post",
            Self::Other => "costs-line-other",
        }
    }
}

#[derive(Debug, Deserialize)]
struct CategoryEntry {
    id: String,
    line: BudgetLine,
    department: String,
    kind: Kind,
    en: Vec<String>,
    ru: Vec<String>,
    kk: Vec<String>,
}

#[derive(Debug, Deserialize, Default)]
struct CategoriesFile {
    category: Vec<CategoryEntry>,
}

#[derive(Debug, Deserialize)]
struct Chart {
    id: String,
    digits: usize,
    ranges: Vec<(u32, u32, String)>,
    suffixes: Vec<(u32, Kind)>,
}

#[derive(Debug, Deserialize)]
struct Tag {
    id: String,
    kind: Option<Kind>,
    category: Option<String>,
    place: Option<String>,
}

#[derive(Debug, Deserialize, Default)]
struct ChartsFile {
    chart: Vec<Chart>,
    tag: Vec<Tag>,
}

struct Book {
    categories: Vec<CategoryEntry>,
    keywords: Keywords<Category>,
    charts: Vec<ReadyChart>,
    tags: HashMap<String, ReadyTag>,
}

struct ReadyChart {
    id: String,
    digits: usize,
    ranges: Vec<(u32, u32, Category, String)>,
    suffixes: Vec<(u32, Kind)>,
}

struct ReadyTag {
    id: String,
    kind: Option<Kind>,
    category: Option<Category>,
    place: Option<Place>,
}

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let file: CategoriesFile = toml::from_str(include_str!("../data/categories.toml")).unwrap_or_default();
    let charts: ChartsFile = toml::from_str(include_str!("../data/charts.toml")).unwrap_or_default();
    let categories = file.category;
    let find = |id: &str| categories.iter().position(|entry| entry.id == id).and_then(to_category);
    let words = categories.iter().enumerate().flat_map(|(place, entry)| {
        let words = entry.en.iter().chain(&entry.ru).chain(&entry.kk);
        words.filter_map(move |word| Some((word.as_str(), to_category(place)?)))
    });
    let keywords = Keywords::new(words);
    let chart = |chart: Chart| ReadyChart {
        ranges: chart
            .ranges
            .iter()
            .filter_map(|(from, to, id)| Some((*from, *to, find(id)?, format!("{from}-{to}"))))
            .collect(),
        id: chart.id,
        digits: chart.digits,
        suffixes: chart.suffixes,
    };
    let tag = |tag: Tag| {
        let category = tag.category.as_deref().and_then(find);
        let place = tag.place.map(|_| Place::Abroad);
        (fold(&tag.id), ReadyTag { id: tag.id, kind: tag.kind, category, place })
    };
    let charts_ready = charts.chart.into_iter().map(chart).collect();
    let tags = charts.tag.into_iter().map(tag).collect();
    Book { keywords, charts: charts_ready, tags, categories }
});

fn to_category(place: usize) -> Option<Category> {
    u8::try_from(place).ok().map(Category)
}

impl Category {
    /// Every category, in the order of a budget.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..BOOK.categories.len()).filter_map(to_category)
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|category| category.id() == id)
    }

    fn entry(self) -> Option<&'static CategoryEntry> {
        BOOK.categories.get(usize::from(self.0))
    }

    /// The name in data, rulebooks and mappings: `set_dressing`.
    pub fn id(self) -> &'static str {
        self.entry().map_or("", |entry| entry.id.as_str())
    }

    /// The key of the name in words/.
    pub fn key(self) -> String {
        format!("costs-category-{}", self.id().replace('_', "-"))
    }

    pub fn line(self) -> BudgetLine {
        self.entry().map_or(BudgetLine::Other, |entry| entry.line)
    }

    pub fn department(self) -> &'static str {
        self.entry().map_or("", |entry| entry.department.as_str())
    }

    /// What such a cost usually is.
    pub fn kind(self) -> Kind {
        self.entry().map_or(Kind::Other, |entry| entry.kind)
    }
}

impl std::fmt::Debug for Category {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.id())
    }
}

/// The charts of accounts a mapping may name.
pub fn charts() -> impl Iterator<Item = &'static str> {
    BOOK.charts.iter().map(|chart| chart.id.as_str())
}

/// Looks up the words of each distinct text once.
struct Found {
    by_text: Vec<Option<Option<Hit<Category>>>>,
}

impl Found {
    fn in_text(&mut self, id: crate::sheet::TextId, text: &str) -> Option<Hit<Category>> {
        let look_up = || BOOK.keywords.find(text);
        match self.by_text.get_mut(id.index()) {
            Some(Some(found)) => *found,
            Some(empty) => *empty.insert(look_up()),
            None => look_up(),
        }
    }

    fn in_cell(&mut self, staged: &Staged, line: &Line, column: Option<Column>) -> Option<Hit<Category>> {
        let Some(Cell::Text(id)) = staged.cells.sheet.cell(line.index as usize, column?) else { return None };
        self.in_text(id, staged.cells.sheet.text(id))
    }
}

pub(crate) fn assign(staged: &mut Staged, limits: &Limits) {
    let column = |field| staged.mapping.column_of(field).map(|column| column.column);
    let columns = Columns {
        account: column(Field::Account),
        description: column(Field::Description),
        category: column(Field::Category),
        tag: column(Field::Tag),
    };
    let mut found = Found { by_text: vec![None; staged.cells.sheet.distinct_texts()] };
    let chart = chart_for(staged, &columns, &mut found);
    if let Some(chart) = chart {
        staged.mapping.chart = Some(chart.id.clone());
    }
    // Of each heading the nearest word decides: its own, else that of the heading above it.
    let mut headings: Vec<Option<Hit<Category>>> = Vec::with_capacity(staged.headings.len());
    for section in &staged.headings {
        let above = section.above.and_then(|above| headings.get(above as usize).copied().flatten());
        headings.push(BOOK.keywords.find(&section.label).or(above));
    }
    let mut lines = std::mem::take(&mut staged.lines);
    for line in &mut lines {
        let tag = tag(staged, line, columns.tag, limits);
        let heading = line.section.and_then(|section| headings.get(section as usize).copied().flatten());
        let account = columns.account.and_then(|column| account_number(staged, line, column, chart));
        let by_chart = chart.zip(account).and_then(|(chart, account)| chart.category(account));
        let decided = by_person(&staged.mapping, staged, line, &columns)
            .or_else(|| found.in_cell(staged, line, columns.category).map(as_decision(Decision::CategoryColumn)))
            .or_else(|| tag.and_then(|tag| Some((tag.category?, Decision::Tag(tag.id.as_str())))))
            .or_else(|| by_chart.map(|(category, range)| (category, Decision::Chart(range))))
            .or_else(|| found.in_cell(staged, line, columns.description).map(as_decision(Decision::Description)))
            .or_else(|| heading.map(as_decision(Decision::Heading)));
        let by_suffix = chart.zip(account).and_then(|(chart, account)| chart.kind(account));
        line.kind = line.kind.or(tag.and_then(|tag| tag.kind)).or(by_suffix);
        line.work_place = line.work_place.or(tag.and_then(|tag| tag.place));
        if let Some((category, decision)) = decided {
            line.category = Some(category);
            line.decision = decision;
            line.kind = line.kind.or(Some(category.kind()));
        } else {
            let text = |column: Option<Column>| column.and_then(|column| staged.cells.shown(line.index, column));
            let parts = [text(columns.account), text(columns.description)].into_iter().flatten();
            let found = parts.collect::<Vec<_>>().join(" ");
            let column = columns.account.or(columns.description);
            let origin = Origin { sheet: staged.mapping.sheet.clone(), row: Some(line.row), column };
            let kind = ProblemKind::AccountUnknown;
            staged.problems.add(Problem { kind, origin, found, expected: String::new() }, limits);
        }
    }
    staged.lines = lines;
}

struct Columns {
    account: Option<Column>,
    description: Option<Column>,
    category: Option<Column>,
    tag: Option<Column>,
}

fn as_decision(by: fn(&'static str) -> Decision) -> impl Fn(Hit<Category>) -> (Category, Decision) {
    move |hit| (hit.meaning, by(hit.word))
}

/// What the person's own table says of the line's account, category or description.
fn by_person(mapping: &Mapping, staged: &Staged, line: &Line, columns: &Columns) -> Option<(Category, Decision)> {
    let values = mapping.values.get(&Field::Category)?;
    let texts = [columns.account, columns.category, columns.description];
    let texts = texts.into_iter().flatten().filter_map(|column| staged.cells.shown(line.index, column));
    let mut ours = texts.filter_map(|text| Category::from_id(values.get(text.as_ref())?));
    ours.next().map(|category| (category, Decision::Person))
}

fn tag(staged: &mut Staged, line: &Line, column: Option<Column>, limits: &Limits) -> Option<&'static ReadyTag> {
    let column = column?;
    let text = staged.cells.shown(line.index, column)?.into_owned();
    let given = staged.mapping.values.get(&Field::Tag).and_then(|values| values.get(&text));
    let known = BOOK.tags.get(&fold(given.unwrap_or(&text)));
    if known.is_none() {
        let origin = Origin { sheet: staged.mapping.sheet.clone(), row: Some(line.row), column: Some(column) };
        let kind = ProblemKind::TagUnknown;
        staged.problems.add(Problem { kind, origin, found: text, expected: String::new() }, limits);
    }
    known
}

/// The chart a person chose, else the one whose numbers agree with the words of the lines.
fn chart_for(staged: &Staged, columns: &Columns, found: &mut Found) -> Option<&'static ReadyChart> {
    if let Some(id) = &staged.mapping.chart {
        return BOOK.charts.iter().find(|chart| chart.id == *id);
    }
    let account = columns.account?;
    BOOK.charts.iter().find(|chart| {
        let (mut fitting, mut agreeing, mut compared) = (0_usize, 0_usize, 0_usize);
        let looked_at = staged.lines.iter().take(2_000);
        for line in looked_at.clone() {
            let Some(number) = account_number(staged, line, account, Some(chart)) else { continue };
            fitting += 1;
            let by_words = found.in_cell(staged, line, columns.description);
            if let (Some(hit), Some((category, _))) = (by_words, chart.category(number)) {
                compared += 1;
                agreeing += usize::from(hit.meaning.department() == category.department());
            }
        }
        fitting * 5 >= looked_at.count() * 4 && compared >= 5 && agreeing * 2 >= compared
    })
}

/// The account as a number of the chart's length: `2210`, and the `2210` of `2210-05`.
fn account_number(staged: &Staged, line: &Line, column: Column, chart: Option<&ReadyChart>) -> Option<u32> {
    let digits = chart?.digits;
    let shown = staged.cells.shown(line.index, column)?;
    let number: String = shown.chars().take_while(char::is_ascii_digit).collect();
    (number.len() == digits).then(|| number.parse().ok()).flatten()
}

impl ReadyChart {
    fn category(&self, account: u32) -> Option<(Category, &str)> {
        let mut ranges = self.ranges.iter();
        let found = ranges.find(|(from, to, ..)| (*from..=*to).contains(&account));
        found.map(|(_, _, category, range)| (*category, range.as_str()))
    }

    fn kind(&self, account: u32) -> Option<Kind> {
        self.suffixes.iter().find(|(suffix, _)| account % 100 == *suffix).map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::{BOOK, Category};

    fn category(text: &str) -> &'static str {
        BOOK.keywords.find(text).map_or("none", |hit| hit.meaning.id())
    }

    #[test]
    fn the_shipped_data_hold_together() {
        let ids: std::collections::BTreeSet<&str> = Category::all().map(Category::id).collect();
        assert_eq!(ids.len(), BOOK.categories.len(), "two categories have one name");
        assert!(ids.len() > 40);
        for chart in &BOOK.charts {
            assert!(chart.ranges.windows(2).all(|pair| pair[0].1 < pair[1].0), "{}", chart.id);
        }
        assert_eq!(BOOK.tags.len(), 6);
        let file: super::ChartsFile = toml::from_str(include_str!("../data/charts.toml")).unwrap();
        for (_, _, id) in file.chart.iter().flat_map(|chart| &chart.ranges) {
            assert!(Category::from_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn costs_are_known_by_their_words_in_three_languages() {
        for (text, expected) in [
            ("Аренда кинокамеры ARRI Alexa 35", "camera"),
            ("Транспорт операторской группы", "transport"),
            ("Питание съемочной группы, 45 смен", "catering"),
            ("Режиссёр-постановщик", "director"),
            ("Режиссер монтажа", "editing"),
            ("Ассистент режиссера по актерам", "production_staff"),
            ("Художник по костюмам", "wardrobe"),
            ("Проживание в гостинице, Алматы", "accommodation"),
            ("Make-up artist", "makeup"),
            ("Line producer", "production_staff"),
            ("Sound design and foley", "post_sound"),
            ("Party props", "property"),
            ("Тамақтандыру", "catering"),
            ("Қоюшы-суретші", "art"),
            ("Көлік жалдау", "transport"),
            ("Reimbursement 17", "none"),
        ] {
            assert_eq!(category(text), expected, "{text}");
        }
    }
}
