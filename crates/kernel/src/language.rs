use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A language as a short tag of two or three small letters: `kk`, `ru`, `en`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag; write two small letters such as `en`")]
pub struct UnknownLanguage(pub String);

impl Language {
    pub const ENGLISH: Self = Self(*b"en\0");

    pub fn tag(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("en").trim_end_matches('\0')
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let wrong = || UnknownLanguage(tag.to_owned());
        let is_tag = (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_tag {
            return Err(wrong());
        }
        let mut letters = [0; 3];
        letters.iter_mut().zip(tag.bytes()).for_each(|(to, from)| *to = from);
        Ok(Self(letters))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.tag())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.tag())
    }
}

/// One text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalText(BTreeMap<Language, String>);

impl LocalText {
    pub fn insert(&mut self, language: Language, text: impl Into<String>) {
        self.0.insert(language, text.into());
    }

    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// The text in the language wished for, else in English, else in any.
    pub fn or_other(&self, language: Language) -> Option<&str> {
        self.get(language)
            .or_else(|| self.get(Language::ENGLISH))
            .or_else(|| self.0.values().next().map(String::as_str))
    }

    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.0.keys().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
