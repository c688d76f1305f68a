use kernel::{Language, LocalText};
use serde::Deserialize;

use crate::record::local;

/// Where people land: data of the profile.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Read")]
pub struct Airport {
    /// `ALA`.
    pub code: String,
    pub names: LocalText,
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    code: String,
    names: std::collections::BTreeMap<String, String>,
    latitude: f64,
    longitude: f64,
}

impl Airport {
    pub fn name(&self, language: Language) -> &str {
        self.names.or_other(language).unwrap_or(&self.code)
    }
}

impl TryFrom<Read> for Airport {
    type Error = String;

    fn try_from(read: Read) -> Result<Self, String> {
        let Read { code, names, latitude, longitude } = read;
        let is_on_globe = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        if !is_on_globe || code.is_empty() || names.is_empty() {
            return Err(format!("the airport `{code}` needs a code, a name, and degrees of latitude and longitude"));
        }
        let names = local::of_pairs(names.iter().map(|(tag, name)| (tag.as_str(), name.as_str())));
        Ok(Self { code, names, latitude, longitude })
    }
}
