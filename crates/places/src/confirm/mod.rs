//! Every half year the owner of a place says whether all is still so. They get a letter with a link that needs no
//! account; a place whose owner keeps silent is hidden, and comes back as soon as they answer.

mod page;
mod upkeep;

use jiff::{SignedDuration, Timestamp};
use kernel::{Id, Language};
use mail::{Address, Letter, Purpose};
use store::{Change, Entry, StoreError};
use web::{Permission, Routes};

use crate::record::location::Location;
use crate::write::LOCATION;
use crate::{Desk, sql};

pub(crate) use upkeep::jobs;

/// What an owner was asked, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// The fingerprint of the secret in the letter.
    pub(crate) id: String,
    pub(crate) location: Id,
    pub(crate) asked_at: Timestamp,
    pub(crate) silent_after: Timestamp,
    pub(crate) answer: Answer,
    pub(crate) said: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Nothing yet.
    None,
    /// All is still so.
    Correct,
    /// It goes on, but something is different.
    Changes,
    Withdraw,
    /// The time went by.
    Silent,
}

/// So long an owner may think.
const PATIENCE: SignedDuration = SignedDuration::from_hours(21 * 24);

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new().get("/{lang}/confirm/{token}", Permission::Public, page::see).post(
        "/{lang}/confirm/{token}",
        Permission::Public,
        page::answer,
    )
}

/// Writes to the owner; false if there is no address to write to.
pub(crate) async fn ask(desk: &Desk, change: &Change, place: &Location) -> Result<bool, StoreError> {
    let value = |key: &str| place.fact(key).map(|fact| fact.value.as_str()).unwrap_or_default();
    let Ok(to) = Address::check(value("owner-name"), value("owner-email")) else { return Ok(false) };
    let first = desk.languages.first().map_or(Language::ENGLISH, |first| *first);
    let wanted = value("owner-language").parse::<Language>().ok();
    let language = wanted.filter(|language| desk.languages.contains(language)).unwrap_or(first);
    let secret = desk.store.secret();
    let silent_after = change.moment().checked_add(PATIENCE).unwrap_or(change.moment());
    let question = Question {
        id: store::fingerprint(&secret),
        location: place.id,
        asked_at: change.moment(),
        silent_after,
        answer: Answer::None,
        said: String::new(),
    };
    sql::questions::insert_question(change, &question).await?;
    let say = |key: &str| desk.words.say(language, key);
    let link = format!("{}/{language}/confirm/{secret}", desk.origin);
    let text = say("places-letter-confirm").with("place", place.name(language)).with("link", link).to_string();
    let text = format!("{text}\n\n{}", say("commission-name"));
    let subject = say("places-letter-confirm-subject").with("place", place.name(language)).to_string();
    let letter = Letter { purpose: Purpose::Key, hold_seconds: 0, ..Letter::new(to, language, subject, text) };
    mail::post(change, &desk.mail, &letter).await?;
    change.record(Entry::new(LOCATION, place.id, "owner asked")).await;
    Ok(true)
}

impl Answer {
    const ALL: [Self; 5] = [Self::None, Self::Correct, Self::Changes, Self::Withdraw, Self::Silent];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Correct => "correct",
            Self::Changes => "changes",
            Self::Withdraw => "withdraw",
            Self::Silent => "silent",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::None => "places-answer-none",
            Self::Correct => "places-answer-correct",
            Self::Changes => "places-answer-changes",
            Self::Withdraw => "places-answer-withdraw",
            Self::Silent => "places-answer-silent",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }

    /// Whether the link of the letter still asks something.
    pub(crate) fn is_open(self) -> bool {
        match self {
            Self::None | Self::Silent => true,
            Self::Correct | Self::Changes | Self::Withdraw => false,
        }
    }
}
