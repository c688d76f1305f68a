/// How far a production has come, from the first word to the cinema, or where it stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    New,
    Triaged,
    InWork,
    PackageSent,
    Scouting,
    Committed,
    Shooting,
    Wrapped,
    Released,
    Closed,
    Spam,
    Referred,
    CannotServe,
    Dormant,
    Lost,
}

/// Why a production went elsewhere or nowhere: counted, so that the commission learns from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LostReason {
    Incentive,
    Budget,
    Financing,
    Locations,
    Dates,
    Crew,
    Permits,
    Travel,
    NoReply,
    OtherCountry,
    Other,
}

/// Who asks for a change of stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mover {
    Staff,
    Producer,
    /// The program itself, when time has passed or a permit begins.
    Program,
}

/// A change of stage that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moving<'m> {
    pub to: Stage,
    /// In the mover's own words.
    pub note: &'m str,
    pub lost: Option<LostReason>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StageRefusal {
    #[error("from this stage there is no step to that one")]
    NoSuchStep,
    #[error("this step is not yours to take")]
    NotYours,
    #[error("say why")]
    NoteMissing,
    #[error("choose why it was lost")]
    LostReasonMissing,
}

impl Stage {
    pub const ALL: [Self; 15] = [
        Self::New,
        Self::Triaged,
        Self::InWork,
        Self::PackageSent,
        Self::Scouting,
        Self::Committed,
        Self::Shooting,
        Self::Wrapped,
        Self::Released,
        Self::Closed,
        Self::Spam,
        Self::Referred,
        Self::CannotServe,
        Self::Dormant,
        Self::Lost,
    ];

    /// The way of a production for which all goes well, for pictures of how far it has come.
    pub const WAY: [Self; 9] = [
        Self::New,
        Self::Triaged,
        Self::InWork,
        Self::PackageSent,
        Self::Scouting,
        Self::Committed,
        Self::Shooting,
        Self::Wrapped,
        Self::Released,
    ];

    /// As it is kept and as it stands in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Triaged => "triaged",
            Self::InWork => "in-work",
            Self::PackageSent => "package-sent",
            Self::Scouting => "scouting",
            Self::Committed => "committed",
            Self::Shooting => "shooting",
            Self::Wrapped => "wrapped",
            Self::Released => "released",
            Self::Closed => "closed",
            Self::Spam => "spam",
            Self::Referred => "referred",
            Self::CannotServe => "cannot-serve",
            Self::Dormant => "dormant",
            Self::Lost => "lost",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::New => "stage-new",
            Self::Triaged => "stage-triaged",
            Self::InWork => "stage-in-work",
            Self::PackageSent => "stage-package-sent",
            Self::Scouting => "stage-scouting",
            Self::Committed => "stage-committed",
            Self::Shooting => "stage-shooting",
            Self::Wrapped => "stage-wrapped",
            Self::Released => "stage-released",
            Self::Closed => "stage-closed",
            Self::Spam => "stage-spam",
            Self::Referred => "stage-referred",
            Self::CannotServe => "stage-cannot-serve",
            Self::Dormant => "stage-dormant",
            Self::Lost => "stage-lost",
        }
    }

    /// Where a production may go from here.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::New => &[Self::Triaged, Self::Spam],
            Self::Triaged => &[Self::InWork, Self::Referred, Self::CannotServe, Self::Lost],
            Self::InWork => {
                &[Self::PackageSent, Self::Scouting, Self::Committed, Self::CannotServe, Self::Dormant, Self::Lost]
            }
            Self::PackageSent => &[Self::Scouting, Self::Committed, Self::InWork, Self::Dormant, Self::Lost],
            Self::Scouting => &[Self::Committed, Self::InWork, Self::Dormant, Self::Lost],
            Self::Committed => &[Self::Shooting, Self::Dormant, Self::Lost],
            Self::Shooting => &[Self::Wrapped, Self::Lost],
            Self::Wrapped => &[Self::Released, Self::Closed],
            Self::Released => &[Self::Closed],
            // A mistake can be taken back; what slept or was lost may come again.
            Self::Spam => &[Self::New],
            Self::Referred | Self::CannotServe | Self::Dormant | Self::Lost => &[Self::InWork],
            Self::Closed => &[Self::Wrapped],
        }
    }

    /// Still being studied: it stands in the pipeline of prospects.
    pub fn is_prospect(self) -> bool {
        match self {
            Self::New | Self::Triaged | Self::InWork | Self::PackageSent | Self::Scouting | Self::Dormant => true,
            Self::Committed | Self::Shooting | Self::Wrapped | Self::Released | Self::Closed => false,
            Self::Spam | Self::Referred | Self::CannotServe | Self::Lost => false,
        }
    }

    /// Nothing more is to be done.
    pub fn is_over(self) -> bool {
        match self {
            Self::Closed | Self::Spam | Self::Referred | Self::CannotServe | Self::Lost => true,
            Self::New | Self::Triaged | Self::InWork | Self::PackageSent | Self::Scouting | Self::Committed => false,
            Self::Shooting | Self::Wrapped | Self::Released | Self::Dormant => false,
        }
    }

    /// What has to be said before a production comes here: ends are honest, and say why.
    pub fn wants_a_note(self) -> bool {
        match self {
            Self::Referred | Self::CannotServe | Self::Lost => true,
            Self::New | Self::Triaged | Self::InWork | Self::PackageSent | Self::Scouting | Self::Committed => false,
            Self::Shooting | Self::Wrapped | Self::Released | Self::Closed | Self::Spam | Self::Dormant => false,
        }
    }

    /// Who may bring a production from here to there.
    fn is_open_to(self, to: Self, mover: Mover) -> bool {
        match mover {
            Mover::Staff => true,
            Mover::Producer => matches!(
                (self, to),
                (Self::PackageSent, Self::Scouting)
                    | (Self::PackageSent | Self::Scouting, Self::Committed)
                    | (Self::Shooting, Self::Wrapped)
                    | (Self::Wrapped, Self::Released)
            ),
            Mover::Program => matches!(to, Self::Dormant | Self::Shooting | Self::Wrapped),
        }
    }

    /// Whether that step can be taken.
    pub fn check(self, moving: &Moving<'_>, mover: Mover) -> Result<(), StageRefusal> {
        if !self.next().contains(&moving.to) {
            return Err(StageRefusal::NoSuchStep);
        }
        if !self.is_open_to(moving.to, mover) {
            return Err(StageRefusal::NotYours);
        }
        if moving.to == Self::Lost && moving.lost.is_none() {
            return Err(StageRefusal::LostReasonMissing);
        }
        if moving.to.wants_a_note() && moving.note.trim().is_empty() {
            return Err(StageRefusal::NoteMissing);
        }
        Ok(())
    }
}

impl StageRefusal {
    /// The field of the form that it stands beside.
    pub fn field(self) -> &'static str {
        match self {
            Self::NoSuchStep | Self::NotYours => "stage",
            Self::NoteMissing => "note",
            Self::LostReasonMissing => "lost",
        }
    }

    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoSuchStep => "stage-no-such-step",
            Self::NotYours => "stage-not-yours",
            Self::NoteMissing => "stage-note-missing",
            Self::LostReasonMissing => "stage-lost-reason-missing",
        }
    }
}

impl LostReason {
    pub const ALL: [Self; 11] = [
        Self::Incentive,
        Self::Budget,
        Self::Financing,
        Self::Locations,
        Self::Dates,
        Self::Crew,
        Self::Permits,
        Self::Travel,
        Self::NoReply,
        Self::OtherCountry,
        Self::Other,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Incentive => "incentive",
            Self::Budget => "budget",
            Self::Financing => "financing",
            Self::Locations => "locations",
            Self::Dates => "dates",
            Self::Crew => "crew",
            Self::Permits => "permits",
            Self::Travel => "travel",
            Self::NoReply => "no-reply",
            Self::OtherCountry => "other-country",
            Self::Other => "other",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Incentive => "lost-incentive",
            Self::Budget => "lost-budget",
            Self::Financing => "lost-financing",
            Self::Locations => "lost-locations",
            Self::Dates => "lost-dates",
            Self::Crew => "lost-crew",
            Self::Permits => "lost-permits",
            Self::Travel => "lost-travel",
            Self::NoReply => "lost-no-reply",
            Self::OtherCountry => "lost-other-country",
            Self::Other => "lost-other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LostReason, Mover, Moving, Stage, StageRefusal};

    fn check(from: Stage, to: Stage, note: &str, lost: Option<LostReason>, mover: Mover) -> Result<(), StageRefusal> {
        from.check(&Moving { to, note, lost }, mover)
    }

    #[test]
    fn staff_bring_a_production_all_the_way() {
        for (from, to) in Stage::WAY.iter().zip(Stage::WAY.iter().skip(1)) {
            assert_eq!(check(*from, *to, "", None, Mover::Staff), Ok(()), "{from:?} to {to:?}");
        }
    }

    #[test]
    fn steps_that_are_not_drawn_do_not_exist() {
        for from in Stage::ALL {
            for to in Stage::ALL.into_iter().filter(|to| !from.next().contains(to)) {
                let refused = check(from, to, "why", Some(LostReason::Other), Mover::Staff);
                assert_eq!(refused, Err(StageRefusal::NoSuchStep), "{from:?} to {to:?}");
            }
        }
        assert!(!Stage::New.next().contains(&Stage::Shooting));
        assert!(!Stage::Spam.next().contains(&Stage::InWork));
    }

    #[test]
    fn every_stage_can_be_reached_and_left() {
        for stage in Stage::ALL {
            assert!(!stage.next().is_empty(), "{stage:?}");
            assert!(Stage::ALL.iter().any(|from| from.next().contains(&stage)), "{stage:?}");
            assert!(!stage.next().contains(&stage), "{stage:?}");
            assert_eq!(Stage::from_word(stage.word()), Some(stage));
        }
    }

    #[test]
    fn what_ends_says_why() {
        let lost = |note, reason| check(Stage::Scouting, Stage::Lost, note, reason, Mover::Staff);
        assert_eq!(lost("went to Georgia", None), Err(StageRefusal::LostReasonMissing));
        assert_eq!(lost(" ", Some(LostReason::Incentive)), Err(StageRefusal::NoteMissing));
        assert_eq!(lost("went to Georgia", Some(LostReason::Incentive)), Ok(()));
        let cannot = |note| check(Stage::InWork, Stage::CannotServe, note, None, Mover::Staff);
        assert_eq!((cannot(""), cannot("no sea here")), (Err(StageRefusal::NoteMissing), Ok(())));
    }

    #[test]
    fn a_producer_commits_and_wraps_but_does_not_triage() {
        assert_eq!(check(Stage::Scouting, Stage::Committed, "", None, Mover::Producer), Ok(()));
        assert_eq!(check(Stage::Shooting, Stage::Wrapped, "", None, Mover::Producer), Ok(()));
        assert_eq!(check(Stage::New, Stage::Triaged, "", None, Mover::Producer), Err(StageRefusal::NotYours));
        let spam = check(Stage::New, Stage::Spam, "", None, Mover::Producer);
        assert_eq!(spam, Err(StageRefusal::NotYours));
    }

    #[test]
    fn the_program_puts_to_sleep_and_begins_the_shoot_only() {
        for from in Stage::ALL {
            for to in from.next() {
                let allowed = check(from, *to, "why", Some(LostReason::NoReply), Mover::Program).is_ok();
                let expected = matches!(to, Stage::Dormant | Stage::Shooting | Stage::Wrapped);
                assert_eq!(allowed, expected, "{from:?} to {to:?}");
            }
        }
    }
}
