use jiff::{SignedDuration, Timestamp};
use kernel::Id;

/// A link that lets somebody in, or the step of signing in between password and code. Of its secret only the
/// fingerprint is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub fingerprint: String,
    pub kind: LinkKind,
    /// Nothing where the account is made when the link is used.
    pub account: Option<Id>,
    pub email: String,
    /// Where its bearer wanted to go.
    pub next: String,
    pub expires_at: Timestamp,
    /// Empty until then.
    pub used_at: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// Mailed: signs in.
    SignIn,
    /// Mailed: lets choose a new password.
    Reset,
    /// Mailed by an administrator: lets a new member of the staff choose a password.
    Invitation,
    /// Printed once on the machine itself: makes the first administrator.
    First,
    /// Mailed to a new address: makes it the account's.
    Email,
    /// In the page itself: the password was right, the code is still to come.
    Code,
    /// In the page itself: the password was right, the second factor is still to be set up.
    Enrolment,
}

/// Why a link does not work; names are keys of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkRefusal {
    Unknown,
    Used,
    Expired,
}

impl LinkKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Reset => "reset",
            Self::Invitation => "invitation",
            Self::First => "first",
            Self::Email => "email",
            Self::Code => "code",
            Self::Enrolment => "enrolment",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        let all = [Self::SignIn, Self::Reset, Self::Invitation, Self::First, Self::Email, Self::Code, Self::Enrolment];
        all.into_iter().find(|kind| kind.word() == word)
    }

    pub(crate) fn lasts(self) -> SignedDuration {
        match self {
            Self::SignIn | Self::Reset | Self::Email => SignedDuration::from_mins(30),
            Self::Invitation => SignedDuration::from_hours(7 * 24),
            Self::First => SignedDuration::from_hours(24),
            Self::Code => SignedDuration::from_mins(10),
            Self::Enrolment => SignedDuration::from_mins(30),
        }
    }
}

impl Link {
    /// Whether it can be used now for what it is meant for.
    pub(crate) fn check(&self, kinds: &[LinkKind], now: Timestamp) -> Result<(), LinkRefusal> {
        if !kinds.contains(&self.kind) {
            return Err(LinkRefusal::Unknown);
        }
        if !self.used_at.is_empty() {
            return Err(LinkRefusal::Used);
        }
        if self.expires_at <= now {
            return Err(LinkRefusal::Expired);
        }
        Ok(())
    }
}

impl LinkRefusal {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Unknown => "people-link-unknown",
            Self::Used => "people-link-used",
            Self::Expired => "people-link-expired",
        }
    }
}

/// Where to go after signing in: only pages of this site, and no forms or files.
pub(crate) fn next_page(typed: &str) -> &str {
    let is_ours = typed.starts_with('/')
        && !typed.starts_with("//")
        && !typed.contains(['\\', ':', '@'])
        && typed.len() <= 500
        && typed.chars().all(|letter| letter.is_ascii_graphic());
    if is_ours { typed } else { "" }
}

#[cfg(test)]
mod tests {
    use super::{Link, LinkKind, LinkRefusal, next_page};

    fn link(used_at: &str) -> Link {
        Link {
            fingerprint: String::new(),
            kind: LinkKind::SignIn,
            account: None,
            email: String::new(),
            next: String::new(),
            expires_at: "2026-11-24T10:30:00Z".parse().unwrap(),
            used_at: used_at.to_owned(),
        }
    }

    #[test]
    fn a_link_works_once_in_its_time_and_for_its_purpose() {
        let check = |link: &Link, kind, now: &str| link.check(&[kind], now.parse().unwrap());
        assert_eq!(check(&link(""), LinkKind::SignIn, "2026-11-24T10:29:59Z"), Ok(()));
        assert_eq!(check(&link(""), LinkKind::SignIn, "2026-11-24T10:30:00Z"), Err(LinkRefusal::Expired));
        assert_eq!(check(&link("2026"), LinkKind::SignIn, "2026-11-24T10:00:00Z"), Err(LinkRefusal::Used));
        assert_eq!(check(&link(""), LinkKind::Reset, "2026-11-24T10:00:00Z"), Err(LinkRefusal::Unknown));
    }

    #[test]
    fn the_next_page_is_one_of_ours() {
        assert_eq!(next_page("/kk/office/cases/KZ-2026-0142?tab=files"), "/kk/office/cases/KZ-2026-0142?tab=files");
        let foreign = [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "evil",
            "/a\r\nset-cookie: x",
            "/x:y",
            "/%09/\t/e",
            "javascript:1",
        ];
        for typed in foreign {
            assert_eq!(next_page(typed), "", "{typed}");
        }
    }
}
