//! Everything that hangs together with some records, and taking it away: for sample data that has served.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};

use crate::{Change, Migration, Store, StoreError, Value};

/// One row, by its table and all that stands in it.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectedRow {
    pub table: &'static str,
    fields: Map<String, Json>,
}

/// What the store itself keeps is no record of anybody's.
const OWN_TABLES: [&str; 4] = ["audit", "audit_head", "counter", "sent_form"];

/// The columns by whose content rows name each other.
const NAMES: [&str; 3] = ["id", "reference", "email"];

impl ConnectedRow {
    pub fn text(&self, column: &str) -> Option<&str> {
        self.fields.get(column).and_then(Json::as_str)
    }

    /// What other rows may call this one. An id that is a day or a word means something to everybody.
    fn names(&self) -> impl Iterator<Item = &str> {
        let is_own = |column: &str, name: &str| match column {
            "id" => [26, 64].contains(&name.len()),
            _ => name.len() > 5,
        };
        NAMES.iter().filter_map(move |column| self.text(column).filter(|name| is_own(column, name)))
    }

    fn mentions(&self, names: &BTreeSet<String>) -> bool {
        let mut texts = self.fields.values().filter_map(Json::as_str);
        texts.any(|text| names.contains(text) || words(text).any(|word| names.contains(word)))
    }
}

/// The pieces of a text that can be a name of a row.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"@._+-".contains(letter))
}

impl Store {
    /// All rows that mention one of these names, those that mention them in turn, and so on.
    pub async fn connected(
        &self,
        steps: &[Migration],
        mut names: BTreeSet<String>,
    ) -> Result<Vec<ConnectedRow>, StoreError> {
        let mut waiting = self.every_row(steps).await?;
        let mut connected = Vec::new();
        loop {
            let (found, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|row| row.mentions(&names));
            if found.is_empty() {
                return Ok(connected);
            }
            names.extend(found.iter().flat_map(ConnectedRow::names).map(str::to_owned));
            connected.extend(found);
            waiting = rest;
        }
    }

    async fn every_row(&self, steps: &[Migration]) -> Result<Vec<ConnectedRow>, StoreError> {
        let mut snapshot = self.snapshot(steps).await?;
        let mut rows = Vec::new();
        for table in snapshot.tables().to_vec() {
            if OWN_TABLES.contains(&table) {
                continue;
            }
            let take = |line: String| {
                let unreadable = |what: String| StoreError::Unreadable { table: table.to_owned(), what };
                let fields = serde_json::from_str(&line).map_err(|error| unreadable(error.to_string()))?;
                rows.push(ConnectedRow { table, fields });
                Ok::<_, StoreError>(())
            };
            snapshot.each_line(table, take).await?;
        }
        Ok(rows)
    }
}

impl Change {
    /// Takes rows away; answers how many were still there.
    pub async fn delete_connected(&self, rows: &[ConnectedRow]) -> Result<u64, StoreError> {
        let mut deleted = 0;
        for row in rows {
            let mut conditions = Vec::new();
            let mut values = Vec::new();
            for (column, json) in &row.fields {
                let value = match json {
                    Json::String(text) => Value::Text(Some(text.clone())),
                    Json::Number(number) => Value::Whole(number.as_i64()),
                    Json::Null => {
                        conditions.push(format!("{column} is null"));
                        continue;
                    }
                    // Bytes and fractions say nothing that the others do not.
                    Json::Bool(_) | Json::Array(_) | Json::Object(_) => continue,
                };
                values.push(value);
                conditions.push(format!("{column} = ${}", values.len()));
            }
            let sql = format!("delete from {} where {}", row.table, conditions.join(" and "));
            deleted += self.run_made(row.table, sql, values).await?;
        }
        Ok(deleted)
    }
}
