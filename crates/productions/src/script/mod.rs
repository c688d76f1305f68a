//! Scripts as texts: what is said where and when. Fountain and Final Draft are read; a PDF is only kept.

mod fdx;
mod fountain;
mod heading;
#[cfg(test)]
mod tests;

pub use heading::{Heading, Setting, TimeOfDay};

/// The most that a script may weigh: the longest ever shot have two megabytes of text.
pub(crate) const MOST_BYTES: usize = 16 * 1024 * 1024;
/// No film has so many paragraphs; what has is not a script.
const MOST_PARAGRAPHS: usize = 100_000;

/// A script that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub kind: ParagraphKind,
    pub text: String,
    /// Of a scene heading: what it says.
    pub heading: Option<Heading>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParagraphKind {
    Title,
    Heading,
    Action,
    Character,
    Parenthetical,
    Dialogue,
    Transition,
}

/// Why a file is not read as a script. The names lead to the sentences: what, where, what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScriptRefusal {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {most_megabytes} MB")]
    TooLarge { most_megabytes: usize },
    #[error("`{name}` is neither PDF nor Fountain nor Final Draft")]
    UnknownKind { name: String },
    #[error("line {line} is not text in UTF-8")]
    NotText { line: usize },
    #[error("the pages of the PDF cannot be counted")]
    NoPages,
    #[error("the XML breaks off at line {line}")]
    Damaged { line: usize },
    #[error("the XML is no Final Draft document")]
    NotFinalDraft,
    #[error("the document declares a type of its own")]
    OwnEntities { line: usize },
    #[error("more than {most} paragraphs")]
    TooLong { most: usize },
}

/// What a file of the vault is, told by its content and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScriptKind {
    Pdf,
    Fountain,
    FinalDraft,
}

impl ScriptKind {
    /// A file that says it is one thing and is another is refused: `name` and `bytes` have to agree.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, ScriptRefusal> {
        if bytes.is_empty() {
            return Err(ScriptRefusal::Empty);
        }
        if bytes.len() > MOST_BYTES {
            return Err(ScriptRefusal::TooLarge { most_megabytes: MOST_BYTES / (1024 * 1024) });
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let unknown = || ScriptRefusal::UnknownKind { name: name.to_owned() };
        match ending.as_str() {
            "pdf" if bytes.starts_with(b"%PDF-") => Ok(Self::Pdf),
            "fdx" => Ok(Self::FinalDraft),
            "fountain" | "spmd" | "txt" if !bytes.starts_with(b"%PDF-") => Ok(Self::Fountain),
            _ => Err(unknown()),
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Fountain => "fountain",
            Self::FinalDraft => "fdx",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Pdf, Self::Fountain, Self::FinalDraft].into_iter().find(|kind| kind.word() == word)
    }
}

impl Script {
    /// Reads a script that is text. A PDF has no text for us, but pages, each of which will carry its reader's name.
    pub fn read(kind: ScriptKind, bytes: &[u8]) -> Result<Option<Self>, ScriptRefusal> {
        match kind {
            ScriptKind::Pdf => match documents::pages_of(bytes) {
                Some(_) => Ok(None),
                None => Err(ScriptRefusal::NoPages),
            },
            ScriptKind::Fountain => fountain::read(&text(bytes)?).map(Some),
            ScriptKind::FinalDraft => fdx::read(&text(bytes)?).map(Some),
        }
    }

    /// The scenes in their order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.paragraphs.iter().filter_map(|paragraph| paragraph.heading.as_ref())
    }
}

impl ScriptRefusal {
    /// The key of its sentence, which says what and where.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "script-empty",
            Self::TooLarge { .. } => "script-too-large",
            Self::UnknownKind { .. } => "script-unknown-kind",
            Self::NotText { .. } => "script-not-text",
            Self::NoPages => "script-no-pages",
            Self::Damaged { .. } => "script-damaged",
            Self::NotFinalDraft => "script-not-final-draft",
            Self::OwnEntities { .. } => "script-own-entities",
            Self::TooLong { .. } => "script-too-long",
        }
    }

    /// The key of the sentence that says what to do.
    pub fn fix_key(&self) -> &'static str {
        match self {
            Self::Empty => "script-empty-fix",
            Self::TooLarge { .. } => "script-too-large-fix",
            Self::UnknownKind { .. } => "script-unknown-kind-fix",
            Self::NotText { .. } => "script-not-text-fix",
            Self::NoPages => "script-no-pages-fix",
            Self::Damaged { .. } => "script-damaged-fix",
            Self::NotFinalDraft => "script-not-final-draft-fix",
            Self::OwnEntities { .. } => "script-own-entities-fix",
            Self::TooLong { .. } => "script-too-long-fix",
        }
    }

    /// What its sentence names.
    pub fn filled(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::NotFinalDraft | Self::NoPages => Vec::new(),
            Self::TooLarge { most_megabytes } => vec![("most", most_megabytes.to_string())],
            Self::UnknownKind { name } => vec![("name", name.clone())],
            Self::NotText { line } | Self::Damaged { line } | Self::OwnEntities { line } => {
                vec![("line", line.to_string())]
            }
            Self::TooLong { most } => vec![("most", most.to_string())],
        }
    }
}

/// UTF-8, or UTF-16 with its mark, which older programs on Windows write.
fn text(bytes: &[u8]) -> Result<String, ScriptRefusal> {
    let wide = |from_bytes: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks(2).map(|pair| match pair {
            [first, second] => from_bytes([*first, *second]),
            // Half a letter at the end.
            _ => 0xDC00,
        });
        let mut text = String::new();
        for letter in char::decode_utf16(units) {
            match letter {
                Ok(letter) => text.push(letter),
                Err(_) => return Err(ScriptRefusal::NotText { line: text.matches('\n').count() + 1 }),
            }
        }
        Ok(text)
    };
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return wide(u16::from_le_bytes, rest);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return wide(u16::from_be_bytes, rest);
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.iter().take(error.valid_up_to());
        ScriptRefusal::NotText { line: good.filter(|byte| **byte == b'\n').count() + 1 }
    })?;
    match text.find('\0') {
        Some(at) => {
            let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
            Err(ScriptRefusal::NotText { line })
        }
        None => Ok(text.to_owned()),
    }
}

/// Puts paragraphs together, and no more than a script has.
#[derive(Default)]
struct Gathered {
    paragraphs: Vec<Paragraph>,
}

impl Gathered {
    fn add(&mut self, kind: ParagraphKind, text: &str, heading: Option<Heading>) -> Result<(), ScriptRefusal> {
        if self.paragraphs.len() >= MOST_PARAGRAPHS {
            return Err(ScriptRefusal::TooLong { most: MOST_PARAGRAPHS });
        }
        self.paragraphs.push(Paragraph { kind, text: text.to_owned(), heading });
        Ok(())
    }
}
