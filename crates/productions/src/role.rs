/// What somebody is in the team of a production, invited by the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TeamRole {
    Owner,
    CoAuthor,
    Accountant,
    Lawyer,
    /// Reads what has to be proved, changes nothing.
    Auditor,
    /// A bank: how far the file is and what is promised, nothing else.
    Lender,
}

/// What somebody may do or see inside a production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    SeeStatus,
    SeeBrief,
    EditBrief,
    SeeMessages,
    WriteMessage,
    SeeDocuments,
    AddDocument,
    SeeMoney,
    EditMoney,
    SeeScripts,
    AddScript,
    WithdrawScript,
    SeeScriptLog,
    SeeTeam,
    ChangeTeam,
    MoveStage,
    Export,
}

/// The table of rights. Who has no role in a production has none of them, and is told 404.
pub fn may(role: TeamRole, act: Act) -> bool {
    match act {
        Act::SeeStatus => true,
        Act::SeeBrief => !matches!(role, TeamRole::Lender),
        Act::EditBrief => matches!(role, TeamRole::Owner | TeamRole::CoAuthor),
        Act::SeeMessages => !matches!(role, TeamRole::Auditor | TeamRole::Lender),
        Act::WriteMessage => !matches!(role, TeamRole::Auditor | TeamRole::Lender),
        Act::SeeDocuments => !matches!(role, TeamRole::Lender),
        Act::AddDocument => !matches!(role, TeamRole::Auditor | TeamRole::Lender),
        Act::SeeMoney => true,
        Act::EditMoney => matches!(role, TeamRole::Owner | TeamRole::CoAuthor | TeamRole::Accountant),
        // A script is not for those who count.
        Act::SeeScripts => matches!(role, TeamRole::Owner | TeamRole::CoAuthor | TeamRole::Lawyer),
        Act::AddScript => matches!(role, TeamRole::Owner | TeamRole::CoAuthor),
        Act::WithdrawScript | Act::SeeScriptLog | Act::ChangeTeam => matches!(role, TeamRole::Owner),
        Act::SeeTeam => !matches!(role, TeamRole::Lender),
        Act::MoveStage => matches!(role, TeamRole::Owner | TeamRole::CoAuthor),
        Act::Export => matches!(role, TeamRole::Owner | TeamRole::Auditor),
    }
}

impl TeamRole {
    pub const ALL: [Self; 6] =
        [Self::Owner, Self::CoAuthor, Self::Accountant, Self::Lawyer, Self::Auditor, Self::Lender];

    pub fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::CoAuthor => "co-author",
            Self::Accountant => "accountant",
            Self::Lawyer => "lawyer",
            Self::Auditor => "auditor",
            Self::Lender => "lender",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// The key of its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Owner => "team-owner",
            Self::CoAuthor => "team-co-author",
            Self::Accountant => "team-accountant",
            Self::Lawyer => "team-lawyer",
            Self::Auditor => "team-auditor",
            Self::Lender => "team-lender",
        }
    }

    /// The key of the sentence that says what it may.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Owner => "team-owner-text",
            Self::CoAuthor => "team-co-author-text",
            Self::Accountant => "team-accountant-text",
            Self::Lawyer => "team-lawyer-text",
            Self::Auditor => "team-auditor-text",
            Self::Lender => "team-lender-text",
        }
    }
}

impl Act {
    pub const ALL: [Self; 17] = [
        Self::SeeStatus,
        Self::SeeBrief,
        Self::EditBrief,
        Self::SeeMessages,
        Self::WriteMessage,
        Self::SeeDocuments,
        Self::AddDocument,
        Self::SeeMoney,
        Self::EditMoney,
        Self::SeeScripts,
        Self::AddScript,
        Self::WithdrawScript,
        Self::SeeScriptLog,
        Self::SeeTeam,
        Self::ChangeTeam,
        Self::MoveStage,
        Self::Export,
    ];
}

#[cfg(test)]
mod tests {
    use super::{Act, TeamRole, may};

    fn rights(role: TeamRole) -> Vec<Act> {
        Act::ALL.into_iter().filter(|act| may(role, *act)).collect()
    }

    #[test]
    fn the_owner_may_all() {
        assert_eq!(rights(TeamRole::Owner), Act::ALL);
    }

    #[test]
    fn a_co_author_works_on_everything_but_not_on_the_team_and_what_leaves() {
        let kept = [Act::WithdrawScript, Act::SeeScriptLog, Act::ChangeTeam, Act::Export];
        let expected: Vec<Act> = Act::ALL.into_iter().filter(|act| !kept.contains(act)).collect();
        assert_eq!(rights(TeamRole::CoAuthor), expected);
    }

    #[test]
    fn an_accountant_works_on_money_and_sees_no_script() {
        use Act::*;
        let expected = vec![
            SeeStatus,
            SeeBrief,
            SeeMessages,
            WriteMessage,
            SeeDocuments,
            AddDocument,
            SeeMoney,
            EditMoney,
            SeeTeam,
        ];
        assert_eq!(rights(TeamRole::Accountant), expected);
    }

    #[test]
    fn a_lawyer_reads_everything_and_writes_messages_and_documents() {
        use Act::*;
        let expected = vec![
            SeeStatus,
            SeeBrief,
            SeeMessages,
            WriteMessage,
            SeeDocuments,
            AddDocument,
            SeeMoney,
            SeeScripts,
            SeeTeam,
        ];
        assert_eq!(rights(TeamRole::Lawyer), expected);
    }

    #[test]
    fn an_auditor_only_reads_and_takes_the_bundle() {
        use Act::*;
        assert_eq!(rights(TeamRole::Auditor), vec![SeeStatus, SeeBrief, SeeDocuments, SeeMoney, SeeTeam, Export]);
    }

    #[test]
    fn a_lender_sees_status_and_money_only() {
        assert_eq!(rights(TeamRole::Lender), vec![Act::SeeStatus, Act::SeeMoney]);
    }
}
