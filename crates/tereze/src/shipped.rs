//! The profile, the rulebooks and the sample budget inside the program, so that it runs without any file beside it.

use app::Profile;
use incentives::{Library, LibraryProblem, Sample};

use crate::{Failure, Kind};

const FILES: [(&str, &str); 27] = [
    ("profile.toml", include_str!("../../../profiles/kazakhstan/profile.toml")),
    ("calendar.toml", include_str!("../../../profiles/kazakhstan/calendar.toml")),
    ("people.toml", include_str!("../../../profiles/kazakhstan/people.toml")),
    ("rates.csv", include_str!("../../../profiles/kazakhstan/rates.csv")),
    ("map/base.json", include_str!("../../../profiles/kazakhstan/map/base.json")),
    ("horizon.svg", include_str!("../../../profiles/kazakhstan/horizon.svg")),
    ("places/shared.toml", include_str!("../../../profiles/kazakhstan/places/shared.toml")),
    ("places/destinations.toml", include_str!("../../../profiles/kazakhstan/places/destinations.toml")),
    ("places/abai.toml", include_str!("../../../profiles/kazakhstan/places/abai.toml")),
    ("places/akmola.toml", include_str!("../../../profiles/kazakhstan/places/akmola.toml")),
    ("places/almaty.toml", include_str!("../../../profiles/kazakhstan/places/almaty.toml")),
    ("places/almaty-region.toml", include_str!("../../../profiles/kazakhstan/places/almaty-region.toml")),
    ("places/astana.toml", include_str!("../../../profiles/kazakhstan/places/astana.toml")),
    ("places/atyrau.toml", include_str!("../../../profiles/kazakhstan/places/atyrau.toml")),
    ("places/east-kazakhstan.toml", include_str!("../../../profiles/kazakhstan/places/east-kazakhstan.toml")),
    ("places/karaganda.toml", include_str!("../../../profiles/kazakhstan/places/karaganda.toml")),
    ("places/kyzylorda.toml", include_str!("../../../profiles/kazakhstan/places/kyzylorda.toml")),
    ("places/mangystau.toml", include_str!("../../../profiles/kazakhstan/places/mangystau.toml")),
    ("places/pavlodar.toml", include_str!("../../../profiles/kazakhstan/places/pavlodar.toml")),
    ("places/turkistan.toml", include_str!("../../../profiles/kazakhstan/places/turkistan.toml")),
    ("places/ulytau.toml", include_str!("../../../profiles/kazakhstan/places/ulytau.toml")),
    ("places/west-kazakhstan.toml", include_str!("../../../profiles/kazakhstan/places/west-kazakhstan.toml")),
    ("places/zhambyl.toml", include_str!("../../../profiles/kazakhstan/places/zhambyl.toml")),
    ("places/zhetysu.toml", include_str!("../../../profiles/kazakhstan/places/zhetysu.toml")),
    ("words/kk.ftl", include_str!("../../../profiles/kazakhstan/words/kk.ftl")),
    ("words/ru.ftl", include_str!("../../../profiles/kazakhstan/words/ru.ftl")),
    ("words/en.ftl", include_str!("../../../profiles/kazakhstan/words/en.ftl")),
];

const RULEBOOKS: [(&str, &str); 11] = [
    ("be/tax-shelter.law.md", include_str!("../../../rulebooks/be/tax-shelter.law.md")),
    ("ca/cptc.law.md", include_str!("../../../rulebooks/ca/cptc.law.md")),
    ("es/canary.law.md", include_str!("../../../rulebooks/es/canary.law.md")),
    ("hu/film-rebate.law.md", include_str!("../../../rulebooks/hu/film-rebate.law.md")),
    ("ie/section-481.law.md", include_str!("../../../rulebooks/ie/section-481.law.md")),
    ("kz/cinema-subsidy.law.md", include_str!("../../../rulebooks/kz/cinema-subsidy.law.md")),
    ("mt/rebate.law.md", include_str!("../../../rulebooks/mt/rebate.law.md")),
    ("uk/avec.law.md", include_str!("../../../rulebooks/uk/avec.law.md")),
    ("uk/film-tax-relief.law.md", include_str!("../../../rulebooks/uk/film-tax-relief.law.md")),
    ("us-ga/film-credit.law.md", include_str!("../../../rulebooks/us-ga/film-credit.law.md")),
    ("us-hi/production-credit.law.md", include_str!("../../../rulebooks/us-hi/production-credit.law.md")),
];

pub(crate) fn profile() -> Result<Profile, Failure> {
    let file = |name: &str| FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    Profile::read(&file).map_err(|problem| Kind::BadData.because(problem))
}

pub(crate) fn library() -> Result<Library, Failure> {
    library_with(&[])
}

/// The shipped rulebooks and those of a profile, which replace shipped ones of the same name.
pub(crate) fn library_with(files: &[(String, String)]) -> Result<Library, Failure> {
    let files = files.iter().map(|(place, text)| (place.as_str(), text.as_str()));
    Library::read(RULEBOOKS.into_iter().chain(files)).map_err(|problem| {
        let shown = match &problem {
            LibraryProblem::Unsound { path, text, diagnostics } => {
                diagnostics.iter().map(|diagnostic| diagnostic.to_terminal(path, text, false)).collect()
            }
            LibraryProblem::WrongId { .. } => Vec::new(),
        };
        Kind::BadData.because(anyhow::anyhow!("{problem}\n{}", shown.join("\n\n")))
    })
}

/// People and productions to look at.
pub(crate) const OFFICE: &str = include_str!("../../../profiles/kazakhstan/demo/office.toml");

/// A feature film of about a thousand lines, to try the calculator with.
pub(crate) fn sample() -> Sample {
    let bytes = include_bytes!("../../../profiles/kazakhstan/demo/feature-budget.xlsx").to_vec();
    Sample { name: "feature-budget.xlsx".to_owned(), bytes }
}

/// One rulebook of the shipped ones, without checking the others.
pub(crate) fn rulebook(id: &str) -> Option<(&'static str, &'static str)> {
    RULEBOOKS.into_iter().find(|(path, _)| path.trim_end_matches(".law.md") == id)
}

pub(crate) fn rulebook_ids() -> impl Iterator<Item = &'static str> {
    RULEBOOKS.into_iter().map(|(path, _)| path.trim_end_matches(".law.md"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::{RULEBOOKS, library, profile};

    #[test]
    fn no_rulebook_of_the_repository_is_forgotten() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rulebooks");
        let mut found = BTreeSet::new();
        for country in
            std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
        {
            for file in std::fs::read_dir(&country).unwrap().map(|entry| entry.unwrap().path()) {
                found.insert(file.strip_prefix(&folder).unwrap().to_string_lossy().into_owned());
            }
        }
        let shipped: BTreeSet<String> = RULEBOOKS.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(found, shipped);
    }

    #[test]
    fn no_file_of_places_is_forgotten() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles/kazakhstan/places");
        let names = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let found: BTreeSet<String> = names.map(|name| format!("places/{}", name.to_string_lossy())).collect();
        let shown = profile().map(|profile| profile.places).unwrap_or_default();
        assert_eq!(shown.into_iter().map(|(name, _)| name).collect::<BTreeSet<_>>(), found);
    }

    #[test]
    fn every_shipped_rulebook_is_sound() {
        assert!(library().is_ok_and(|library| library.books().count() == RULEBOOKS.len()));
    }
}
