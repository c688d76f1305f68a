use std::path::Path;
use std::sync::Arc;

use jiff::tz::TimeZone;
use kernel::{Currency, Language, Money, RateProblem, RateTable, WorkingCalendar};
use people::CountryRules;
use serde::Deserialize;
use web::{Contact, LanguageSetting, SliceWords, WordSource, Words};

/// What makes an installation the one of a country: a folder of data, read whole or refused with a reason.
#[derive(Clone)]
pub struct Profile {
    /// Two letters, as on the country's stamps.
    pub country: String,
    pub languages: Vec<LanguageSetting>,
    pub currency: Currency,
    pub zone: TimeZone,
    pub contact: Contact,
    /// Names of rulebooks, the commission's first one first.
    pub rulebooks: Vec<String>,
    pub rates: RateTable,
    /// How the country names companies, and which numbers it gives to companies and people.
    pub people: CountryRules,
    pub calendar: WorkingCalendar,
    /// Bounds of the bands in which an inquiry is asked for its budget.
    pub budget_bands: Vec<Money>,
    /// Where the country is, roughly: coordinates elsewhere are refused.
    pub bounds: Option<places::Bounds>,
    /// What lies under the points of a map.
    pub ground: Option<Arc<places::Ground>>,
    /// Where people land.
    pub airports: Vec<places::Airport>,
    /// Slugs of the places on the front page, the large one first.
    pub featured: Vec<String>,
    /// Files of places and destinations to look at, with their names: for a sample country.
    pub places: Vec<(String, String)>,
    pub words: Vec<WordSource>,
    /// A drawing for the front page, as SVG without styles of its own: its shapes have classes that the style sheet colours.
    pub picture: Option<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum ProfileProblem {
    #[error("the profile has no `{0}`")]
    NoFile(String),
    #[error("profile.toml cannot be read: {0}")]
    Settings(#[from] toml::de::Error),
    #[error("profile.toml: {0}")]
    Value(String),
    #[error("people.toml cannot be read: {0}")]
    People(toml::de::Error),
    #[error("calendar.toml: {0}")]
    Calendar(#[from] casework::CalendarFileProblem),
    #[error(transparent)]
    Ground(#[from] places::GroundProblem),
    #[error("{file}: {problem}")]
    Rates { file: String, problem: RateProblem },
    #[error("words/{language}.ftl: {what}")]
    Words { language: Language, what: String },
}

/// What a profile has to say in each of its languages.
const SENTENCES: [&str; 6] =
    ["commission-name", "commission-short", "commission-about", "site-description", "home-title", "home-lead"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    country: String,
    currency: String,
    time_zone: String,
    rulebooks: Vec<String>,
    languages: Vec<LanguageLine>,
    rates: RatesLine,
    #[serde(default)]
    budget_bands: Vec<String>,
    bounds: Option<places::Bounds>,
    #[serde(default)]
    airports: Vec<places::Airport>,
    #[serde(default)]
    featured: Vec<String>,
    #[serde(default)]
    sample_places: Vec<String>,
    #[serde(default)]
    contact: Contact,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageLine {
    tag: String,
    locale: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RatesLine {
    file: String,
    source: String,
    reach_days: i32,
}

impl Profile {
    /// From a folder.
    pub fn from_folder(folder: &Path) -> Result<Self, ProfileProblem> {
        Self::read(&|name| std::fs::read_to_string(folder.join(name)).ok())
    }

    /// From files given by name, wherever they are kept.
    pub fn read(file: &dyn Fn(&str) -> Option<String>) -> Result<Self, ProfileProblem> {
        let needed = |name: &str| file(name).ok_or_else(|| ProfileProblem::NoFile(name.to_owned()));
        let wrong = |error: &dyn std::error::Error| ProfileProblem::Value(error.to_string());
        let settings: Settings = toml::from_str(&needed("profile.toml")?)?;
        let currency: Currency = settings.currency.parse().map_err(|error| wrong(&error))?;
        let zone = TimeZone::get(&settings.time_zone).map_err(|error| wrong(&error))?;
        let mut languages = Vec::new();
        let mut words = Vec::new();
        for LanguageLine { tag, locale, name } in settings.languages {
            let language: Language = tag.parse().map_err(|error| wrong(&error))?;
            let path = format!("words/{language}.ftl");
            let source = WordSource { text: needed(&path)?.into(), owner: path, language };
            check_words(&source, &locale)?;
            words.push(source);
            languages.push(LanguageSetting { language, locale, name });
        }
        let RatesLine { file: rates_file, source, reach_days } = settings.rates;
        let rates = RateTable::read(currency, reach_days, source, &needed(&rates_file)?)
            .map_err(|problem| ProfileProblem::Rates { file: rates_file, problem })?;
        let people = match file("people.toml") {
            Some(text) => toml::from_str(&text).map_err(ProfileProblem::People)?,
            None => CountryRules::default(),
        };
        let calendar = match file("calendar.toml") {
            Some(text) => casework::read_calendar(&text)?,
            None => WorkingCalendar::plain_week(),
        };
        let ground = file("map/base.json").map(|text| places::Ground::read(&text).map(Arc::new)).transpose()?;
        let mut places = Vec::new();
        for name in &settings.sample_places {
            let name = format!("places/{name}.toml");
            places.push((name.clone(), needed(&name)?));
        }
        let bands = settings.budget_bands.iter().map(|edge| edge.parse().map_err(|error| wrong(&error)));
        let budget_bands = bands.collect::<Result<_, _>>()?;
        Ok(Self {
            people,
            calendar,
            budget_bands,
            bounds: settings.bounds,
            airports: settings.airports,
            featured: settings.featured,
            places,
            ground,
            country: settings.country,
            languages,
            currency,
            zone,
            contact: settings.contact,
            rulebooks: settings.rulebooks,
            rates,
            words,
            picture: file("horizon.svg"),
        })
    }
}

impl Profile {
    /// The words of some slices and the commission's own, for what is written without a page.
    pub(crate) fn words_with(&self, slices: &[SliceWords]) -> Words {
        let tags: Vec<_> = self.languages.iter().map(|own| (own.language, own.locale.as_str())).collect();
        let sources: Vec<_> = slices.iter().flat_map(SliceWords::sources).chain(self.words.iter().cloned()).collect();
        Words::gather(&tags, &sources).expect("the site has read the same words")
    }

    /// The commission's name in its first language, as letters are signed.
    pub(crate) fn sender(&self) -> String {
        let tags: Vec<_> = self.languages.iter().map(|own| (own.language, own.locale.as_str())).collect();
        let first = self.languages.first().map_or(Language::ENGLISH, |own| own.language);
        Words::gather(&tags, &self.words)
            .map_or_else(|_| String::new(), |words| words.say(first, "commission-name").to_string())
    }
}

/// The rulebooks below a folder, with the places by which they are named: `xn/island-rebate.law.md`. A folder that is
/// not there has none.
pub fn rulebook_files(folder: &Path) -> std::io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for country in std::fs::read_dir(folder)? {
        let country = country?.path();
        if !country.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(&country)? {
            let file = file?.path();
            let place = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            if place.ends_with(".law.md") {
                files.push((place, std::fs::read_to_string(&file)?));
            }
        }
    }
    Ok(files)
}

fn check_words(source: &WordSource, locale: &str) -> Result<(), ProfileProblem> {
    let language = source.language;
    let refuse = |what| ProfileProblem::Words { language, what };
    let words = Words::gather(&[(language, locale)], std::slice::from_ref(source))
        .map_err(|problems| refuse(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
    match SENTENCES.iter().find(|key| !words.has(language, key)) {
        Some(missing) => Err(refuse(format!("`{missing}` is missing"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::Profile;

    fn read(settings: &str, words: &str) -> String {
        let file = |name: &str| match name {
            "profile.toml" => Some(settings.to_owned()),
            "words/en.ftl" => Some(words.to_owned()),
            "rates.csv" => Some("2026-03-02,EUR,1,0".to_owned()),
            _ => None,
        };
        Profile::read(&file).err().map(|problem| problem.to_string()).unwrap_or_default()
    }

    const SETTINGS: &str = "country = 'XN'\ncurrency = 'ISK'\ntime_zone = 'Atlantic/Reykjavik'\nrulebooks = []\n\
        languages = [{ tag = 'en', locale = 'en-GB', name = 'English' }]\n\
        rates = { file = 'rates.csv', source = 'bank', reach_days = 4 }\n";
    const WORDS: &str = "commission-name = a\ncommission-short = a\ncommission-about = a\nsite-description = a\n\
        home-title = a\nhome-lead = a\n";

    #[test]
    fn a_profile_that_cannot_be_used_says_why() {
        assert_eq!(read(&SETTINGS.replace("ISK", "QQQ"), WORDS), "profile.toml: unknown currency `QQQ`");
        assert_eq!(read(SETTINGS, "commission-name = a"), "words/en.ftl: `commission-short` is missing");
        assert_eq!(read(SETTINGS, WORDS), "rates.csv: line 1: expected `day,currency,units,rate`");
        assert_eq!(read(&SETTINGS.replace("'en'", "'ru'"), WORDS), "the profile has no `words/ru.ftl`");
        assert!(read(&format!("{SETTINGS}color = 'blue'"), WORDS).contains("unknown field"));
    }
}
