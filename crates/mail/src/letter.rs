use kernel::Language;

use crate::{Address, Reference};

/// A letter to post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub to: Address,
    /// The addressee's.
    pub language: Language,
    pub subject: String,
    /// Paragraphs with empty lines between them.
    pub text: String,
    /// Letters of state say it again below a rule.
    pub second: Option<SecondLanguage>,
    /// Stands in the subject, the reply address and the message id.
    pub reference: Option<Reference>,
    pub purpose: Purpose,
    /// The message id of the mail that this answers.
    pub in_reply_to: Option<String>,
    pub attachments: Vec<Attachment>,
    /// So long the letter can be taken back.
    pub hold_seconds: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondLanguage {
    pub language: Language,
    pub text: String,
}

/// Why a letter is written; it decides what machines on its way may think of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A person writes to a person.
    Correspondence,
    /// The law wants it sent; nobody can unsubscribe from it.
    Statutory,
    /// A key to a door: it leaves at once, and its text is forgotten when it is sent.
    Key,
    /// News and reminders: machines offer to unsubscribe at this address with one press.
    Notice { unsubscribe: String },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    pub media_type: String,
    pub content: Vec<u8>,
}

/// A minute to think again.
const HOLD_SECONDS: u32 = 60;

impl Letter {
    /// Correspondence that is held for a minute; change the fields that differ.
    pub fn new(to: Address, language: Language, subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            to,
            language,
            subject: subject.into(),
            text: text.into(),
            second: None,
            reference: None,
            purpose: Purpose::Correspondence,
            in_reply_to: None,
            attachments: Vec::new(),
            hold_seconds: HOLD_SECONDS,
        }
    }
}

impl Attachment {
    /// A calendar's file that mail programs show as an invitation to answer.
    pub fn invitation(calendar: impl Into<String>) -> Self {
        let media_type = "text/calendar; method=REQUEST; charset=utf-8".to_owned();
        Self { name: "invitation.ics".to_owned(), media_type, content: calendar.into().into_bytes() }
    }
}

impl Purpose {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Correspondence => "correspondence",
            Self::Statutory => "statutory",
            Self::Key => "key",
            Self::Notice { .. } => "notice",
        }
    }

    pub(crate) fn unsubscribe(&self) -> &str {
        match self {
            Self::Notice { unsubscribe } => unsubscribe,
            Self::Correspondence | Self::Statutory | Self::Key => "",
        }
    }

    /// Whether no person wrote it.
    pub(crate) fn is_automatic(&self) -> bool {
        match self {
            Self::Correspondence => false,
            Self::Statutory | Self::Key | Self::Notice { .. } => true,
        }
    }
}
