//! The lines of the budget, before they become cells.

use super::draw::Draw;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

const SEED: u64 = 20_251_225;

pub(super) struct Plan {
    pub(super) title: String,
    pub(super) producer: String,
    pub(super) remark: String,
    pub(super) sections: Vec<Heading>,
    pub(super) groups: Vec<Heading>,
    pub(super) lines: Vec<Line>,
}

pub(super) struct Heading {
    pub(super) code: String,
    pub(super) name: String,
}

pub(super) struct Line {
    pub(super) section: usize,
    pub(super) group: usize,
    pub(super) code: String,
    pub(super) description: String,
    pub(super) quantity: i64,
    pub(super) unit: String,
    pub(super) price: i64,
    pub(super) currency: String,
    pub(super) supplier: String,
    pub(super) country: String,
    pub(super) is_here: bool,
    pub(super) kind: String,
    pub(super) person: Option<String>,
    /// The day in December 2025 of a payment already made.
    pub(super) day: Option<i64>,
}

impl Line {
    pub(super) fn amount(&self) -> i64 {
        self.quantity * self.price
    }
}

#[derive(Deserialize)]
struct Budget {
    title: String,
    producer: String,
    remark: String,
    phases: Vec<String>,
    places: Vec<String>,
    weeks: Vec<String>,
    sets: Vec<String>,
    sequences: Vec<String>,
    kz_people: Vec<String>,
    foreign_people: Vec<String>,
    kz_companies: Vec<String>,
    foreign_companies: BTreeMap<String, Vec<String>>,
    countries: BTreeMap<String, String>,
    section: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    name: String,
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    name: String,
    items: Vec<String>,
    each: Option<Each>,
    who: Who,
    supplier: String,
    place: Place,
    kind: String,
    currency: String,
    unit: String,
    quantity: (i64, i64),
    price: (i64, i64),
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Each {
    Phases,
    Places,
    Weeks,
    Sets,
    Sequences,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Who {
    Person,
    Company,
}

#[derive(Deserialize, Clone, Copy, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Place {
    Here,
    Abroad,
}

pub(super) fn lines() -> Result<Plan> {
    let budget: Budget = toml::from_str(include_str!("budget.toml")).context("reading budget.toml")?;
    let mut draw = Draw::new(SEED);
    let mut plan = Plan {
        title: budget.title.clone(),
        producer: budget.producer.clone(),
        remark: budget.remark.clone(),
        sections: Vec::new(),
        groups: Vec::new(),
        lines: Vec::new(),
    };
    for (section, own) in budget.section.iter().enumerate() {
        let section_code = (section + 1).to_string();
        plan.sections.push(Heading { code: section_code.clone(), name: own.name.clone() });
        for (place, group) in own.group.iter().enumerate() {
            let code = format!("{section_code}.{}", place + 1);
            plan.groups.push(Heading { code: code.clone(), name: group.name.clone() });
            for (place, description) in descriptions(&budget, group).into_iter().enumerate() {
                let code = format!("{code}.{}", place + 1);
                let groups = plan.groups.len() - 1;
                let line =
                    line(&budget, group, &mut draw, code, description).context("an empty list to choose from")?;
                plan.lines.push(Line { section, group: groups, ..line });
            }
        }
    }
    Ok(plan)
}

fn descriptions(budget: &Budget, group: &Group) -> Vec<String> {
    let each = match group.each {
        None => return group.items.clone(),
        Some(Each::Phases) => &budget.phases,
        Some(Each::Places) => &budget.places,
        Some(Each::Weeks) => &budget.weeks,
        Some(Each::Sets) => &budget.sets,
        Some(Each::Sequences) => &budget.sequences,
    };
    group.items.iter().flat_map(|item| each.iter().map(move |each| format!("{item}: {each}"))).collect()
}

fn line(budget: &Budget, group: &Group, draw: &mut Draw, code: String, description: String) -> Option<Line> {
    let is_local = group.supplier == "kz";
    let people = if is_local { &budget.kz_people } else { &budget.foreign_people };
    let companies = match is_local {
        true => &budget.kz_companies,
        false => budget.foreign_companies.get(&group.supplier)?,
    };
    let person = (group.who == Who::Person).then(|| draw.one_of(people).cloned()).flatten();
    // A local person works through the service company, a foreign one for the applicant.
    let supplier = match group.who {
        Who::Person => companies.first()?.clone(),
        Who::Company => draw.one_of(companies)?.clone(),
    };
    // People round their prices: to thousands of tenge, to tens of anything else.
    let step = if group.currency == "KZT" { 1_000 } else { 10 };
    let price = draw.within((group.price.0 / step, group.price.1 / step)) * step;
    let day = draw.once_in(9).then(|| draw.within((25, 31)));
    Some(Line {
        section: 0,
        group: 0,
        code,
        description,
        quantity: draw.within(group.quantity),
        unit: group.unit.clone(),
        price,
        currency: group.currency.clone(),
        supplier,
        country: budget.countries.get(&group.supplier)?.clone(),
        is_here: group.place == Place::Here,
        kind: group.kind.clone(),
        person,
        day,
    })
}
