use std::collections::BTreeMap;

use kernel::Day;
use rulebook::{Facts, Given};
use serde_json::Value;

/// Facts as a file gives them: JSON or TOML.
///
/// ```json
/// { "as_of": "2025-06-01", "known_on": "2025-06-01",
///   "given": { "base": "1000000000 KZT", "agreement_rate": "30%", "agreement_cap": ["0 KZT", "300000000 KZT"] },
///   "decided": { "mci_on": "application_date" } }
/// ```
///
/// Facts may also stand at the top without `given`. A pair in brackets is a range.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactsFile {
    pub as_of: Option<Day>,
    pub known_on: Option<Day>,
    pub given: BTreeMap<String, Given>,
    pub decided: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactsFileProblem {
    #[error("it is neither JSON nor TOML: {0}")]
    NotReadable(String),
    #[error("it must be a table of names and values")]
    NotATable,
    #[error("`{name}` is `{found}`, but a day such as 2026-03-01 is expected")]
    NotADay { name: String, found: String },
    #[error("`{name}` cannot be read; write a number, a text, true or false, or a range such as [\"0\", \"30%\"]")]
    NotAFact { name: String },
    #[error("`{name}` has decimals; write it as a text, so that nothing is lost: \"{found}\"")]
    Decimal { name: String, found: String },
}

impl FactsFile {
    pub fn read(text: &str) -> Result<Self, FactsFileProblem> {
        let value: Value = match serde_json::from_str(text) {
            Ok(value) => value,
            Err(json) => match toml::from_str(text) {
                Ok(value) => value,
                // What begins like JSON is most likely meant to be.
                Err(toml) => {
                    let is_json = text.trim_start().starts_with('{');
                    return Err(FactsFileProblem::NotReadable(if is_json {
                        json.to_string()
                    } else {
                        toml.to_string()
                    }));
                }
            },
        };
        Self::from_json(&value)
    }

    pub fn from_json(value: &Value) -> Result<Self, FactsFileProblem> {
        let Value::Object(table) = value else { return Err(FactsFileProblem::NotATable) };
        let mut file = Self::default();
        for (name, value) in table {
            match (name.as_str(), value) {
                ("as_of", value) => file.as_of = Some(day(name, value)?),
                ("known_on", value) => file.known_on = Some(day(name, value)?),
                ("given" | "inputs" | "totals", Value::Object(facts)) => {
                    for (name, value) in facts {
                        file.given.insert(name.clone(), given(name, value)?);
                    }
                }
                ("decided" | "readings", Value::Object(readings)) => {
                    for (name, value) in readings {
                        file.decided.insert(name.clone(), plain(name, value)?);
                    }
                }
                _ => {
                    file.given.insert(name.clone(), given(name, value)?);
                }
            }
        }
        Ok(file)
    }

    /// The facts for a day, unless the file names another.
    pub fn facts(&self, today: Day) -> Facts {
        let mut facts = Facts::on(self.as_of.unwrap_or(today));
        facts.known_on = self.known_on;
        facts.given.clone_from(&self.given);
        facts.decided.clone_from(&self.decided);
        facts
    }
}

fn day(name: &str, value: &Value) -> Result<Day, FactsFileProblem> {
    let found = plain(name, value)?;
    found.parse().map_err(|_| FactsFileProblem::NotADay { name: name.to_owned(), found })
}

fn given(name: &str, value: &Value) -> Result<Given, FactsFileProblem> {
    let not_a_fact = || FactsFileProblem::NotAFact { name: name.to_owned() };
    match value {
        Value::Array(ends) => match ends.as_slice() {
            [low, high] => Ok(Given::Within(plain(name, low)?, plain(name, high)?)),
            _ => Err(not_a_fact()),
        },
        Value::Object(parts) if toml_day(parts).is_some() => Ok(Given::Is(plain(name, value)?)),
        Value::Object(_) => match (value.get("from"), value.get("to"), value.get("amount"), value.get("currency")) {
            (Some(low), Some(high), ..) => Ok(Given::Within(plain(name, low)?, plain(name, high)?)),
            (.., Some(amount), Some(currency)) => {
                Ok(Given::Is(format!("{} {}", plain(name, amount)?, plain(name, currency)?)))
            }
            _ => Err(not_a_fact()),
        },
        _ => Ok(Given::Is(plain(name, value)?)),
    }
}

/// A day that TOML reads by itself: it hands it on as a table with one private key.
fn toml_day(parts: &serde_json::Map<String, Value>) -> Option<&str> {
    match parts.iter().next() {
        Some((key, Value::String(day))) if parts.len() == 1 && key.starts_with("$__toml_private") => Some(day),
        _ => None,
    }
}

/// Numbers are taken as they are written; a number with decimals has been through a float already and is refused.
fn plain(name: &str, value: &Value) -> Result<String, FactsFileProblem> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(truth) => Ok(truth.to_string()),
        Value::Object(parts) => {
            toml_day(parts).map(str::to_owned).ok_or_else(|| FactsFileProblem::NotAFact { name: name.to_owned() })
        }
        Value::Number(number) if number.is_i64() || number.is_u64() => Ok(number.to_string()),
        Value::Number(number) => Err(FactsFileProblem::Decimal { name: name.to_owned(), found: number.to_string() }),
        _ => Err(FactsFileProblem::NotAFact { name: name.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use rulebook::Given;

    use super::{FactsFile, FactsFileProblem};

    #[test]
    fn json_and_toml_say_the_same() {
        let json = r#"{"as_of":"2025-06-01","base":1000,"given":{"rate":["0","30%"],"film":true},"decided":{"o":"a"}}"#;
        let toml = "as_of = \"2025-06-01\"\nbase = 1000\n[given]\nrate = [\"0\", \"30%\"]\nfilm = true\n[decided]\no = \"a\"\n";
        let file = FactsFile::read(json).unwrap();
        assert_eq!(file, FactsFile::read(toml).unwrap());
        assert_eq!(file.given["rate"], Given::Within("0".to_owned(), "30%".to_owned()));
    }

    #[test]
    fn a_day_of_toml_needs_no_quotes() {
        let file = FactsFile::read("as_of = 2025-06-01\n[given]\nstart = 2025-07-01\n").unwrap();
        assert_eq!(file.as_of, "2025-06-01".parse().ok());
        assert_eq!(file.given["start"], Given::Is("2025-07-01".to_owned()));
    }

    #[test]
    fn a_decimal_number_is_refused_and_a_text_is_not() {
        assert!(matches!(FactsFile::read("{\"base\": 0.1}"), Err(FactsFileProblem::Decimal { .. })));
        assert!(FactsFile::read("{\"base\": \"0.1\"}").is_ok());
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        assert!(matches!(FactsFile::read("{\"a\": "), Err(FactsFileProblem::NotReadable(_))));
        assert!(matches!(FactsFile::read("[1]"), Err(FactsFileProblem::NotATable | FactsFileProblem::NotReadable(_))));
        assert!(matches!(FactsFile::read("{\"as_of\": \"June\"}"), Err(FactsFileProblem::NotADay { .. })));
    }
}
