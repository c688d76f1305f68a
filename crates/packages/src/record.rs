//! What a package is. Pure.

use jiff::Timestamp;
use kernel::{Actor, Day, Id, Language};
use people::Reader;

/// Places chosen for somebody to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package {
    pub(crate) id: Id,
    pub(crate) kind: Kind,
    pub(crate) state: State,
    /// The fingerprint of the cookie of the browser whose list it is.
    pub(crate) keeper: String,
    pub(crate) token: String,
    pub(crate) title: String,
    /// What is said to the recipient above the places.
    pub(crate) words: String,
    pub(crate) language: Language,
    pub(crate) recipient: String,
    pub(crate) email: String,
    pub(crate) production: Option<Id>,
    pub(crate) case: Option<Id>,
    pub(crate) contact: Contact,
    /// What its recipient may see of a place.
    pub(crate) reader: Reader,
    pub(crate) sun_on: Option<Day>,
    pub(crate) expires_on: Option<Day>,
    pub(crate) made_by: Actor,
    pub(crate) made_at: Timestamp,
    pub(crate) changed_at: Timestamp,
    pub(crate) shared_at: Option<Timestamp>,
    pub(crate) sent_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A visitor's own.
    List,
    /// Put together by the office for a production.
    Office,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Only who makes it sees it.
    Open,
    /// Whoever has the link sees it, until its last day.
    Shared,
    Withdrawn,
}

/// Whom a recipient can turn to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contact {
    Nobody,
    /// The commission, as at the foot of each page.
    Office,
    /// Who made the package.
    Officer,
}

/// A place in a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) id: Id,
    pub(crate) package: Id,
    pub(crate) location: Id,
    pub(crate) position: i64,
    /// Which scene it is for.
    pub(crate) scene: String,
    pub(crate) note: String,
    pub(crate) is_taken_out: bool,
    /// Photos that are not shown.
    pub(crate) hidden: Vec<Id>,
}

/// What one reader thinks of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reaction {
    pub(crate) id: Id,
    pub(crate) package: Id,
    pub(crate) location: Id,
    /// The fingerprint of a cookie.
    pub(crate) reader: String,
    pub(crate) name: String,
    pub(crate) liking: Liking,
    pub(crate) comment: String,
    pub(crate) language: Language,
    pub(crate) moment: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Liking {
    Yes,
    No,
    MoreLikeThis,
}

/// Somebody opened the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) deed: Deed,
    pub(crate) language: Language,
    pub(crate) moment: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Page,
    Archive,
    Paper,
}

/// Why a link leads nowhere any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shut {
    Expired,
    Withdrawn,
}

/// So many days a visitor's link lives, and one of the office unless it says otherwise.
pub(crate) const DAYS_OF_LIST: i64 = 90;
pub(crate) const DAYS_OF_PACKAGE: i64 = 30;
/// More places nobody looks at.
pub(crate) const MOST_PLACES: usize = 60;
pub(crate) const LONGEST_NOTE: usize = 2_000;
pub(crate) const LONGEST_LINE: usize = 200;

impl Package {
    /// Where its readers find it.
    pub(crate) fn path(&self) -> String {
        format!("/l/{}", self.token)
    }

    /// Why its link leads nowhere; an open package has none yet.
    pub(crate) fn shut(&self, today: Day) -> Option<Shut> {
        match self.state {
            State::Withdrawn => Some(Shut::Withdrawn),
            State::Open | State::Shared => self.expires_on.filter(|day| *day < today).map(|_| Shut::Expired),
        }
    }
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::List, Self::Office];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Office => "office",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Days that a link of it lives.
    pub(crate) fn days(self) -> i64 {
        match self {
            Self::List => DAYS_OF_LIST,
            Self::Office => DAYS_OF_PACKAGE,
        }
    }
}

impl State {
    pub(crate) const ALL: [Self; 3] = [Self::Open, Self::Shared, Self::Withdrawn];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Shared => "shared",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Open => "package-state-open",
            Self::Shared => "package-state-shared",
            Self::Withdrawn => "package-state-withdrawn",
        }
    }
}

impl Contact {
    pub(crate) const ALL: [Self; 3] = [Self::Officer, Self::Office, Self::Nobody];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Office => "office",
            Self::Officer => "officer",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|contact| contact.word() == word)
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Nobody => "package-contact-nobody",
            Self::Office => "package-contact-office",
            Self::Officer => "package-contact-officer",
        }
    }
}

impl Liking {
    pub(crate) const ALL: [Self; 3] = [Self::Yes, Self::No, Self::MoreLikeThis];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::MoreLikeThis => "more",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|liking| liking.word() == word)
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Yes => "reaction-yes",
            Self::No => "reaction-no",
            Self::MoreLikeThis => "reaction-more",
        }
    }

    /// Seen at once, in any language.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Yes => "👍",
            Self::No => "👎",
            Self::MoreLikeThis => "✨",
        }
    }
}

impl Deed {
    pub(crate) const ALL: [Self; 3] = [Self::Page, Self::Archive, Self::Paper];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Archive => "archive",
            Self::Paper => "paper",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Page => "opening-page",
            Self::Archive => "opening-archive",
            Self::Paper => "opening-paper",
        }
    }
}

impl Shut {
    /// The key of the sentence that says so.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Expired => "link-expired",
            Self::Withdrawn => "link-withdrawn",
        }
    }
}

/// As a reader's rights are kept.
pub(crate) fn reader_word(reader: Reader) -> &'static str {
    match reader {
        Reader::Anybody => "anybody",
        Reader::VerifiedProducer => "verified",
        // A package leaves the office: it is never shown as the office sees it.
        Reader::Office => "verified",
    }
}

pub(crate) fn reader_of(word: &str) -> Option<Reader> {
    match word {
        "anybody" => Some(Reader::Anybody),
        "verified" => Some(Reader::VerifiedProducer),
        _ => None,
    }
}

/// The order of places after one of them went up or down; nothing if it is at the end already or not there.
pub(crate) fn moved(order: &[Id], which: Id, up: bool) -> Option<Vec<Id>> {
    let at = order.iter().position(|id| *id == which)?;
    let to = if up { at.checked_sub(1)? } else { Some(at + 1).filter(|to| *to < order.len())? };
    let mut order = order.to_vec();
    order.swap(at, to);
    Some(order)
}

#[cfg(test)]
mod tests {
    use super::moved;
    use kernel::Id;

    #[test]
    fn a_place_goes_up_and_down_but_not_over_the_ends() {
        let [a, b, c] = [1, 2, 3].map(|number| Id::new(number, 1));
        assert_eq!(moved(&[a, b, c], c, true), Some(vec![a, c, b]));
        assert_eq!(moved(&[a, b, c], a, false), Some(vec![b, a, c]));
        assert_eq!(moved(&[a, b, c], a, true), None);
        assert_eq!(moved(&[a, b, c], c, false), None);
        assert_eq!(moved(&[a, b], c, false), None);
    }
}
