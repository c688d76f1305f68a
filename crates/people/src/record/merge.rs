//! Two records become one, and two again. Pure: what is kept of both is decided here, and written elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Entry, Field, Party};

/// A place of a record: a field, and its language where that matters.
pub(crate) type Slot = (Field, String);

/// What a person chose for one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Left,
    Right,
    /// Only where a record may have several values.
    Both,
}

/// Two records before they became one: enough to make them two again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    pub left: Party,
    pub right: Party,
    /// Ids that led to the one that goes away.
    pub aliases: Vec<String>,
}

/// One place of two records, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub field: Field,
    pub language: String,
    pub left: Vec<Entry>,
    pub right: Vec<Entry>,
}

impl Choice {
    pub fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Left, Self::Right, Self::Both].into_iter().find(|choice| choice.word() == word)
    }
}

impl Row {
    pub(crate) fn slot(&self) -> Slot {
        (self.field.clone(), self.language.clone())
    }

    pub(crate) fn says_the_same(&self) -> bool {
        let values = |entries: &[Entry]| {
            entries.iter().map(|entry| (entry.value.clone(), entry.detail.clone())).collect::<BTreeSet<_>>()
        };
        values(&self.left) == values(&self.right)
    }

    /// What is chosen if nobody chooses: all there is, and of two single values the one of the record that stays.
    pub(crate) fn usual(&self) -> Choice {
        match (self.left.is_empty(), self.right.is_empty(), self.field.is_list()) {
            (true, false, _) => Choice::Right,
            (false, false, true) if !self.says_the_same() => Choice::Both,
            _ => Choice::Left,
        }
    }
}

/// Every place that either record fills, in the order of fields.
pub(crate) fn side_by_side(left: &Party, right: &Party) -> Vec<Row> {
    let mut rows: BTreeMap<Slot, Row> = BTreeMap::new();
    let sides = [(left, true), (right, false)];
    for (party, is_left) in sides {
        for entry in party.entries.iter().filter(|entry| !entry.value.is_empty()) {
            let slot = (entry.field.clone(), entry.language.clone());
            let row = rows.entry(slot).or_insert_with(|| Row {
                field: entry.field.clone(),
                language: entry.language.clone(),
                left: Vec::new(),
                right: Vec::new(),
            });
            let side = if is_left { &mut row.left } else { &mut row.right };
            side.push(entry.clone());
        }
    }
    rows.into_values().collect()
}

/// What the record that stays says afterwards. A list that keeps both says nothing twice; a single value that is asked
/// to keep both keeps the left one. A name that is not chosen becomes another spelling, so that it still finds the record.
pub(crate) fn merged(left: &Party, right: &Party, choices: &BTreeMap<Slot, Choice>) -> Vec<Entry> {
    let mut kept: Vec<Entry> = Vec::new();
    for row in side_by_side(left, right) {
        let choice = choices.get(&row.slot()).copied().unwrap_or_else(|| row.usual());
        let (chosen, others) = match (choice, row.field.is_list()) {
            (Choice::Both, true) => ([row.left, row.right].concat(), Vec::new()),
            (Choice::Right, _) => (row.right, row.left),
            (Choice::Left, _) | (Choice::Both, false) => (row.left, row.right),
        };
        kept.extend(chosen);
        if row.field == Field::Name {
            kept.extend(others.into_iter().map(|entry| Entry { field: Field::Alias, ..entry }));
        }
    }
    let mut said = BTreeSet::new();
    kept.retain(|entry| {
        said.insert((entry.field.clone(), entry.language.clone(), entry.value.clone(), entry.detail.clone()))
    });
    let names: BTreeSet<String> =
        kept.iter().filter(|entry| entry.field == Field::Name).map(|entry| entry.value.clone()).collect();
    kept.retain(|entry| entry.field != Field::Alias || !names.contains(&entry.value));
    // Somebody cannot work for the record they have become part of.
    kept.retain(|entry| {
        entry.field != Field::WorksAt || (entry.value != left.id.to_string() && entry.value != right.id.to_string())
    });
    kept.sort_by_key(|entry| (entry.field.clone(), entry.language.clone(), entry.id));
    kept
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Choice, merged, side_by_side};
    use crate::record::tests::{entry, party};
    use crate::record::{Field, Party};

    fn values(left: &Party, right: &Party, choices: &[(Field, &str, Choice)]) -> Vec<String> {
        let choices: BTreeMap<_, _> = choices
            .iter()
            .map(|(field, language, choice)| ((field.clone(), (*language).to_owned()), *choice))
            .collect();
        merged(left, right, &choices).iter().map(|entry| format!("{} {}", entry.field.word(), entry.value)).collect()
    }

    #[test]
    fn what_only_one_record_says_is_kept_and_lists_keep_both() {
        let left =
            party(1, vec![entry(11, Field::Name, "kk", "Барыс Фильм"), entry(12, Field::Phone, "", "+77011234567")]);
        let right = party(
            2,
            vec![
                entry(21, Field::Name, "en", "Baris Film LLP"),
                entry(22, Field::Phone, "", "+77011234567"),
                entry(23, Field::Phone, "", "+77017654321"),
                entry(24, Field::Address, "", "Almaty"),
            ],
        );
        assert_eq!(
            values(&left, &right, &[]),
            ["name Baris Film LLP", "name Барыс Фильм", "phone +77011234567", "phone +77017654321", "address Almaty"]
        );
    }

    #[test]
    fn a_name_that_is_not_chosen_still_finds_the_record() {
        let left = party(1, vec![entry(11, Field::Name, "en", "Barys Film")]);
        let right = party(2, vec![entry(21, Field::Name, "en", "Baris Film")]);
        assert_eq!(values(&left, &right, &[]), ["name Barys Film", "alias Baris Film"]);
        let choice = [(Field::Name, "en", Choice::Right)];
        assert_eq!(values(&left, &right, &choice), ["name Baris Film", "alias Barys Film"]);
    }

    #[test]
    fn a_single_value_cannot_be_kept_twice() {
        let left = party(1, vec![entry(11, Field::Address, "", "Almaty")]);
        let right = party(2, vec![entry(21, Field::Address, "", "Astana")]);
        assert_eq!(values(&left, &right, &[(Field::Address, "", Choice::Both)]), ["address Almaty"]);
    }

    #[test]
    fn rows_stand_side_by_side() {
        let left = party(1, vec![entry(11, Field::Kind, "", "studio")]);
        let right = party(2, vec![entry(21, Field::Kind, "", "studio")]);
        let rows = side_by_side(&left, &right);
        assert_eq!(rows.len(), 1);
        assert!(rows[0].says_the_same());
    }
}
