use files::Refusal as FileRefusal;
use images::{Refusal, Stranger};

/// Why a file is not taken as a photo of a place. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoRefusal {
    #[error(transparent)]
    Picture(#[from] Refusal),
    #[error(transparent)]
    File(#[from] FileRefusal),
    #[error("the same file is among the photos of this place")]
    There,
    #[error(transparent)]
    Archive(#[from] ArchiveRefusal),
}

/// Why an archive is not opened. Nothing in it is kept either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveRefusal {
    #[error("the archive is damaged")]
    Damaged,
    #[error("{entries} files are in the archive, {most} at most")]
    TooManyFiles { entries: usize, most: usize },
    #[error("the archive unpacks to more than {most} MB")]
    TooLarge { most: u64 },
    #[error("a file in the archive has a name that leads out of it")]
    LeadsOut,
    #[error("an archive is in the archive")]
    Nested,
    #[error("a file in the archive is not as large as it says")]
    Lies,
    #[error("the archive has a password")]
    Password,
    #[error("no photo is in the archive")]
    NoPhotos,
}

impl PhotoRefusal {
    /// The key of the sentence, which says what to do too.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Picture(refusal) => picture_key(refusal),
            Self::File(refusal) => refusal.key(),
            Self::There => "photos-refused-there",
            Self::Archive(refusal) => match refusal {
                ArchiveRefusal::Damaged => "photos-refused-archive-damaged",
                ArchiveRefusal::TooManyFiles { .. } => "photos-refused-archive-many",
                ArchiveRefusal::TooLarge { .. } => "photos-refused-archive-large",
                ArchiveRefusal::LeadsOut => "photos-refused-archive-leads-out",
                ArchiveRefusal::Nested => "photos-refused-archive-nested",
                ArchiveRefusal::Lies => "photos-refused-archive-lies",
                ArchiveRefusal::Password => "photos-refused-archive-password",
                ArchiveRefusal::NoPhotos => "photos-refused-archive-no-photos",
            },
        }
    }

    /// What stands in the places of the sentence.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Picture(refusal) => match refusal {
                Refusal::TooLarge { width, height, most, widest } => {
                    let megapixels = refusal.megapixels().unwrap_or_default();
                    vec![
                        ("width", width.to_string()),
                        ("height", height.to_string()),
                        ("megapixels", megapixels.to_string()),
                        ("most", most.to_string()),
                        ("widest", widest.to_string()),
                    ]
                }
                Refusal::TooSmall { width, height } | Refusal::Strip { width, height } => {
                    vec![("width", width.to_string()), ("height", height.to_string())]
                }
                Refusal::NotAPhotograph(_)
                | Refusal::Animated
                | Refusal::Cmyk
                | Refusal::Coding
                | Refusal::CutOff
                | Refusal::Damaged => Vec::new(),
            },
            Self::File(refusal) => refusal.arguments(),
            Self::There => Vec::new(),
            Self::Archive(refusal) => match refusal {
                ArchiveRefusal::TooManyFiles { entries, most } => {
                    vec![("entries", entries.to_string()), ("most", most.to_string())]
                }
                ArchiveRefusal::TooLarge { most } => vec![("most", most.to_string())],
                ArchiveRefusal::Damaged
                | ArchiveRefusal::LeadsOut
                | ArchiveRefusal::Nested
                | ArchiveRefusal::Lies
                | ArchiveRefusal::Password
                | ArchiveRefusal::NoPhotos => Vec::new(),
            },
        }
    }
}

pub(crate) fn picture_key(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotAPhotograph(stranger) => match stranger {
            Stranger::Empty => "photos-refused-empty",
            Stranger::Heic => "photos-refused-heic",
            Stranger::Gif => "photos-refused-gif",
            Stranger::Tiff => "photos-refused-tiff",
            Stranger::Svg => "photos-refused-svg",
            Stranger::Other => "photos-refused-other",
        },
        Refusal::TooLarge { .. } => "photos-refused-large",
        Refusal::TooSmall { .. } => "photos-refused-small",
        Refusal::Strip { .. } => "photos-refused-strip",
        Refusal::Animated => "photos-refused-animated",
        Refusal::Cmyk => "photos-refused-cmyk",
        Refusal::Coding => "photos-refused-coding",
        Refusal::CutOff => "photos-refused-cut-off",
        Refusal::Damaged => "photos-refused-damaged",
    }
}
