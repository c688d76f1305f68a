use search::{Area, Choice, Near, Question, Sort};
use web::{Form, Page};

use super::facet::{FACETS, Facet, Names};
use crate::Desk;
use crate::airport::Airport;
use crate::index::numbers;

/// What somebody asked for: all of it stands in the address, and nothing elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Asked {
    pub(crate) text: String,
    pub(crate) chosen: Vec<(&'static Facet, Vec<String>)>,
    /// South, west, north, east in degrees, as the map wrote them.
    pub(crate) area: Option<(String, Area)>,
    pub(crate) from: Option<Airport>,
    pub(crate) kilometres: Option<i64>,
    pub(crate) sort: Order,
    pub(crate) view: Layout,
    /// The first is nought.
    pub(crate) page: usize,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Order {
    #[default]
    Best,
    Nearest,
    Drive,
    Permit,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Cards, and beside them the map where there is room.
    #[default]
    List,
    Map,
    /// Cards alone.
    Cards,
}

/// One thing that restricts the list: for its chip, and for leaving it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    Text,
    Value(&'static str, String),
    Area,
    Distance,
}

pub(crate) const A_PAGE: usize = 24;
const MOST_PAGES: usize = 50_000;
const MOST_LETTERS: usize = 300;
pub(crate) const KILOMETRES: [i64; 4] = [50, 100, 200, 400];

impl Asked {
    pub(crate) fn read(form: &Form, desk: &Desk, names: &Names<'_>) -> Self {
        let chosen = FACETS.iter().map(|facet| {
            let mut values: Vec<String> =
                form.all(facet.name).filter(|value| names.of(facet, value).is_some()).map(str::to_owned).collect();
            values.sort();
            values.dedup();
            if facet.is_single() {
                values.truncate(1);
            }
            (facet, values)
        });
        let from = desk.airports.iter().find(|airport| airport.code == form.typed("from")).cloned();
        let kilometres = form.typed("km").trim().parse().ok().filter(|far| (1..=5_000).contains(far));
        Self {
            text: form.typed("q").trim().chars().take(MOST_LETTERS).collect(),
            chosen: chosen.filter(|(_, values)| !values.is_empty()).collect(),
            area: area(form.typed("bbox")),
            kilometres: kilometres.filter(|_| from.is_some()),
            sort: Order::from_word(form.typed("sort"))
                .filter(|sort| *sort != Order::Nearest || from.is_some())
                .unwrap_or_default(),
            view: Layout::from_word(form.typed("view")).unwrap_or_default(),
            page: form.typed("page").parse::<usize>().unwrap_or(1).clamp(1, MOST_PAGES) - 1,
            from,
        }
    }

    pub(crate) fn question(&self) -> Question {
        let near = self.from.as_ref().and_then(|from| search::Position::from_degrees(from.latitude, from.longitude));
        let choices = self.chosen.iter();
        Question {
            text: self.text.clone(),
            choices: choices
                .map(|(facet, values)| Choice { facet: facet.name.to_owned(), values: values.clone() })
                .collect(),
            area: self.area.as_ref().map(|(_, area)| *area),
            near: near.map(|position| Near { position, metres: self.kilometres.map(|far| far * 1_000) }),
            sort: match self.sort {
                Order::Best => Sort::Best,
                Order::Nearest => Sort::Nearest,
                Order::Drive => Sort::Least(numbers::DRIVE.to_owned()),
                Order::Permit => Sort::Least(numbers::PERMIT.to_owned()),
            },
            offset: self.page * A_PAGE,
            limit: A_PAGE,
            count: FACETS.iter().map(|facet| facet.name.to_owned()).collect(),
            ..Question::default()
        }
    }

    pub(crate) fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if !self.text.is_empty() {
            parts.push(Part::Text);
        }
        for (facet, values) in &self.chosen {
            parts.extend(values.iter().map(|value| Part::Value(facet.name, value.clone())));
        }
        parts.extend(self.area.as_ref().map(|_| Part::Area));
        parts.extend(self.kilometres.map(|_| Part::Distance));
        parts
    }

    pub(crate) fn without(&self, part: &Part) -> Self {
        let mut rest = Self { page: 0, ..self.clone() };
        match part {
            Part::Text => rest.text.clear(),
            Part::Area => rest.area = None,
            Part::Distance => rest.kilometres = None,
            Part::Value(facet, value) => {
                let of = rest.chosen.iter_mut().filter(|(of, _)| of.name == *facet);
                of.for_each(|(_, values)| values.retain(|known| known != value));
                rest.chosen.retain(|(_, values)| !values.is_empty());
            }
        }
        rest
    }

    pub(crate) fn has(&self, facet: &str, value: &str) -> bool {
        self.chosen.iter().any(|(of, values)| of.name == facet && values.iter().any(|known| known == value))
    }

    pub(crate) fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    pub(crate) fn with_view(&self, view: Layout) -> Self {
        Self { view, ..self.clone() }
    }

    /// `q=mars&look=mars&look=moon`.
    pub(crate) fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut add = |name: &'static str, value: &str| {
            if !value.is_empty() {
                pairs.push((name, value.to_owned()));
            }
        };
        add("q", &self.text);
        for (facet, values) in &self.chosen {
            values.iter().for_each(|value| add(facet.name, value));
        }
        add("bbox", self.area.as_ref().map_or("", |(typed, _)| typed.as_str()));
        add("from", self.from.as_ref().map_or("", |from| from.code.as_str()));
        add("km", &self.kilometres.map(|far| far.to_string()).unwrap_or_default());
        add("sort", self.sort.word());
        add("view", self.view.word());
        if self.page > 0 {
            add("page", &(self.page + 1).to_string());
        }
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }

    pub(crate) fn href(&self, page: &Page) -> String {
        let query = self.query();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.link("locations"))
    }
}

impl Order {
    pub(crate) const ALL: [Self; 4] = [Self::Best, Self::Nearest, Self::Drive, Self::Permit];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Best => "",
            Self::Nearest => "nearest",
            Self::Drive => "drive",
            Self::Permit => "permit",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Best => "locations-sort-best",
            Self::Nearest => "locations-sort-nearest",
            Self::Drive => "locations-sort-drive",
            Self::Permit => "locations-sort-permit",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.word() == word)
    }
}

impl Layout {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::List => "",
            Self::Map => "map",
            Self::Cards => "list",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::List, Self::Map, Self::Cards].into_iter().find(|view| view.word() == word)
    }
}

/// West, south, east, north, as every map writes a box.
pub(crate) fn area(typed: &str) -> Option<(String, Area)> {
    let edges: Vec<f64> = typed.split(',').map(|edge| edge.trim().parse().ok()).collect::<Option<_>>()?;
    let [west, south, east, north] = edges.as_slice() else { return None };
    Some((typed.to_owned(), Area::from_degrees(*south, *west, *north, *east)?))
}
