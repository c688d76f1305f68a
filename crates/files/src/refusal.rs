use crate::Kind;

/// Why a file is not taken. Nothing of it is kept then; what else stands in the form stays.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no file was chosen")]
    None,
    #[error("`{name}` is {}, which is not accepted here", found.word())]
    WrongType { name: String, found: Kind, accepted: &'static [Kind] },
    #[error("`{name}` is called {} but is {}", claimed.word(), found.word())]
    Mislabelled { name: String, claimed: Kind, found: Kind },
    #[error("`{name}` has more than {most} bytes")]
    TooBig { name: String, most: u64 },
    #[error("`{name}` is empty")]
    Empty { name: String },
    #[error("the virus scanner found something in `{name}`")]
    Virus { name: String },
    #[error("`{name}` is protected by a password")]
    Password { name: String },
    #[error("`{name}` did not arrive whole")]
    Failed { name: String },
    #[error("more than {most} files")]
    TooMany { most: usize },
    #[error("`{name}` is not our template filled in")]
    NotTheTemplate { name: String },
}

impl Refusal {
    /// The key of the sentence in words/. The sentence that says what to do has the same key with `-fix` after it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::None => "files-refusal-none",
            Self::WrongType { .. } => "files-refusal-wrong-type",
            Self::Mislabelled { .. } => "files-refusal-mislabelled",
            Self::TooBig { .. } => "files-refusal-too-big",
            Self::Empty { .. } => "files-refusal-empty",
            Self::Virus { .. } => "files-refusal-virus",
            Self::Password { .. } => "files-refusal-password",
            Self::Failed { .. } => "files-refusal-failed",
            Self::TooMany { .. } => "files-refusal-too-many",
            Self::NotTheTemplate { .. } => "files-refusal-not-the-template",
        }
    }

    pub fn fix_key(&self) -> String {
        format!("{}-fix", self.key())
    }

    /// What stands in the places of both sentences.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::None => Vec::new(),
            Self::WrongType { name, found, accepted } => {
                let endings = accepted.iter().filter_map(|kind| kind.endings().first());
                let accepted = endings.copied().collect::<Vec<_>>().join(", ");
                vec![("file", name.clone()), ("found", found.word().to_owned()), ("accepted", accepted)]
            }
            Self::Mislabelled { name, claimed, found } => {
                let claimed = claimed.endings().first().copied().unwrap_or_default().to_owned();
                let right = found.endings().first().copied().unwrap_or_default().to_owned();
                let found = found.word().to_owned();
                vec![("file", name.clone()), ("claimed", claimed), ("found", found), ("right", right)]
            }
            Self::TooBig { name, most } => {
                vec![("file", name.clone()), ("most", format!("{} MB", most.div_ceil(1 << 20)))]
            }
            Self::TooMany { most } => vec![("most", most.to_string())],
            Self::Empty { name }
            | Self::Virus { name }
            | Self::Password { name }
            | Self::Failed { name }
            | Self::NotTheTemplate { name } => vec![("file", name.clone())],
        }
    }
}
