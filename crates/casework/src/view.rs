//! A view of the cases: filter, order and columns. Its query is the view: who has the address sees the same list.

use kernel::Id;

use crate::Turn;

/// What a list shows. Whatever cannot be understood in a query is left away, so that an old link still opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What somebody typed into the search field.
    pub text: String,
    /// Names of kinds; none is all.
    pub kinds: Vec<String>,
    pub states: Vec<String>,
    pub turn: Option<Turn>,
    pub owner: OwnerFilter,
    pub due: DueFilter,
    pub open: OpenFilter,
    pub sort: Sort,
    /// What stands beside the title, in their order.
    pub columns: Vec<Column>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnerFilter {
    Anybody,
    /// Whoever looks at the view.
    Me,
    Nobody,
    Account(Id),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueFilter {
    Any,
    Overdue,
    /// Within three working days, today included.
    Soon,
    WithoutDate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFilter {
    Open,
    Closed,
    All,
}

/// Each order has one direction: the one in which it is of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// The soonest first; cases without a date last.
    Due,
    /// The last changed first.
    Changed,
    /// The newest first.
    Opened,
    /// By the alphabet of the commission's first language.
    Title,
    Reference,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Kind,
    State,
    Turn,
    Owner,
    Due,
    Opened,
    Changed,
}

/// No sensible filter names more.
const MOST_NAMES: usize = 20;
/// Nobody searches for a longer text.
const MOST_TEXT: usize = 200;

impl Default for View {
    fn default() -> Self {
        Self {
            text: String::new(),
            kinds: Vec::new(),
            states: Vec::new(),
            turn: None,
            owner: OwnerFilter::Anybody,
            due: DueFilter::Any,
            open: OpenFilter::Open,
            sort: Sort::Due,
            columns: Column::USUAL.to_vec(),
        }
    }
}

impl View {
    /// From the pairs of a query; other pairs are not the view's.
    pub fn from_pairs<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Self {
        let mut view = Self::default();
        let mut columns = Vec::new();
        for (name, value) in pairs {
            match name {
                "q" => view.text = value.trim().chars().take(MOST_TEXT).collect(),
                "kind" => add_name(&mut view.kinds, value),
                "state" => add_name(&mut view.states, value),
                "turn" => view.turn = Turn::from_name(value),
                "owner" => view.owner = OwnerFilter::from_name(value),
                "due" => view.due = find(&DueFilter::ALL, value, DueFilter::name).unwrap_or(DueFilter::Any),
                "open" => view.open = find(&OpenFilter::ALL, value, OpenFilter::name).unwrap_or(OpenFilter::Open),
                "sort" => view.sort = find(&Sort::ALL, value, Sort::name).unwrap_or(Sort::Due),
                "column" => {
                    let column = find(&Column::ALL, value, Column::name);
                    columns.extend(column.filter(|column| !columns.contains(column)));
                }
                _ => {}
            }
        }
        if !columns.is_empty() {
            view.columns = columns;
        }
        view
    }

    /// The pairs from which it can be read again; what is usual is left away.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let usual = Self::default();
        let mut pairs = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q", self.text.clone()));
        }
        pairs.extend(self.kinds.iter().map(|kind| ("kind", kind.clone())));
        pairs.extend(self.states.iter().map(|state| ("state", state.clone())));
        pairs.extend(self.turn.map(|turn| ("turn", turn.name().to_owned())));
        if self.owner != usual.owner {
            pairs.push(("owner", self.owner.name()));
        }
        if self.due != usual.due {
            pairs.push(("due", self.due.name().to_owned()));
        }
        if self.open != usual.open {
            pairs.push(("open", self.open.name().to_owned()));
        }
        if self.sort != usual.sort {
            pairs.push(("sort", self.sort.name().to_owned()));
        }
        if self.columns != usual.columns {
            pairs.extend(self.columns.iter().map(|column| ("column", column.name().to_owned())));
        }
        pairs
    }

    /// `kind=inquiry&owner=me`, as it stands behind the question mark.
    pub fn query(&self) -> String {
        serde_urlencoded::to_string(self.pairs()).unwrap_or_default()
    }

    pub fn from_query(query: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        Self::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

impl OwnerFilter {
    pub fn name(&self) -> String {
        match self {
            Self::Anybody => String::new(),
            Self::Me => "me".to_owned(),
            Self::Nobody => "nobody".to_owned(),
            Self::Account(id) => id.to_string(),
        }
    }

    fn from_name(name: &str) -> Self {
        match name {
            "me" => Self::Me,
            "nobody" => Self::Nobody,
            other => other.parse().map_or(Self::Anybody, Self::Account),
        }
    }
}

impl DueFilter {
    pub const ALL: [Self; 4] = [Self::Any, Self::Overdue, Self::Soon, Self::WithoutDate];

    pub fn name(&self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Overdue => "overdue",
            Self::Soon => "soon",
            Self::WithoutDate => "none",
        }
    }

    pub fn label(&self) -> &'static str {
        match self {
            Self::Any => "view-due-any",
            Self::Overdue => "view-due-overdue",
            Self::Soon => "view-due-soon",
            Self::WithoutDate => "view-due-none",
        }
    }
}

impl OpenFilter {
    pub const ALL: [Self; 3] = [Self::Open, Self::Closed, Self::All];

    pub fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::All => "all",
        }
    }

    pub fn label(&self) -> &'static str {
        match self {
            Self::Open => "view-open",
            Self::Closed => "view-closed",
            Self::All => "view-all",
        }
    }
}

impl Sort {
    pub const ALL: [Self; 5] = [Self::Due, Self::Changed, Self::Opened, Self::Title, Self::Reference];

    pub fn name(&self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Changed => "changed",
            Self::Opened => "opened",
            Self::Title => "title",
            Self::Reference => "reference",
        }
    }

    pub fn label(&self) -> &'static str {
        match self {
            Self::Due => "column-due",
            Self::Changed => "column-changed",
            Self::Opened => "column-opened",
            Self::Title => "column-title",
            Self::Reference => "column-reference",
        }
    }
}

impl Column {
    pub const ALL: [Self; 7] =
        [Self::Kind, Self::State, Self::Turn, Self::Owner, Self::Due, Self::Opened, Self::Changed];
    const USUAL: [Self; 4] = [Self::State, Self::Turn, Self::Owner, Self::Due];

    pub fn name(&self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::State => "state",
            Self::Turn => "turn",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Opened => "opened",
            Self::Changed => "changed",
        }
    }

    pub fn label(&self) -> &'static str {
        match self {
            Self::Kind => "column-kind",
            Self::State => "column-state",
            Self::Turn => "column-turn",
            Self::Owner => "column-owner",
            Self::Due => "column-due",
            Self::Opened => "column-opened",
            Self::Changed => "column-changed",
        }
    }
}

fn find<T: Copy>(all: &[T], name: &str, name_of: impl Fn(&T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|known| name_of(known) == name)
}

fn add_name(names: &mut Vec<String>, name: &str) {
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if is_name && names.len() < MOST_NAMES && !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, DueFilter, OwnerFilter, Sort, View};
    use crate::Turn;

    #[test]
    fn a_view_is_its_query() {
        let view = View {
            text: "Шарын & co".to_owned(),
            kinds: vec!["inquiry".to_owned(), "permit".to_owned()],
            turn: Some(Turn::Applicant),
            owner: OwnerFilter::Me,
            due: DueFilter::Soon,
            sort: Sort::Title,
            columns: vec![Column::Owner, Column::Kind],
            ..View::default()
        };
        assert_eq!(View::from_query(&view.query()), view);
        assert_eq!(View::default().query(), "");
        assert_eq!(View::from_query(""), View::default());
    }

    #[test]
    fn what_is_not_understood_is_left_away() {
        let odd = "sort=%27;drop&kind=Not+a+name&kind=%25&owner=somebody&due=never&page=9&column=secret";
        assert_eq!(View::from_query(odd), View::default());
        let long = View::from_query(&format!("q={}", "a".repeat(5_000)));
        assert_eq!(long.text.len(), super::MOST_TEXT);
    }
}
