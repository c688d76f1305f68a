//! The profile inside the program, so that it runs without any file beside it.

use app::Profile;

use crate::{Failure, Kind};

const FILES: [(&str, &str); 6] = [
    ("profile.toml", include_str!("../../../profiles/kazakhstan/profile.toml")),
    ("rates.csv", include_str!("../../../profiles/kazakhstan/rates.csv")),
    ("horizon.svg", include_str!("../../../profiles/kazakhstan/horizon.svg")),
    ("words/kk.ftl", include_str!("../../../profiles/kazakhstan/words/kk.ftl")),
    ("words/ru.ftl", include_str!("../../../profiles/kazakhstan/words/ru.ftl")),
    ("words/en.ftl", include_str!("../../../profiles/kazakhstan/words/en.ftl")),
];

pub(crate) fn profile() -> Result<Profile, Failure> {
    let file = |name: &str| FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned());
    Profile::read(&file).map_err(|problem| Kind::BadData.because(problem))
}
