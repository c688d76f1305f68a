use std::io;
use std::path::{Path, PathBuf};

use files::{FileError, Hash, PutBackError};
use store::StoreError;
use zip::result::ZipError;

/// Why something about an installation was not done. Each is a sentence for who runs it.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("{} is not a whole zip file", path.display())]
    NotWhole { path: PathBuf, source: ZipError },
    #[error("{} is no backup of Tereze: {why}", path.display())]
    Foreign { path: PathBuf, why: String },
    #[error("{} was made by a newer Tereze: it has `{what}`, which this one does not know", path.display())]
    Newer { path: PathBuf, what: String },
    #[error("{} is damaged: `{entry}` {why}", path.display())]
    Damaged { path: PathBuf, entry: String, why: String },
    #[error("there is no backup in {}", .0.display())]
    NoBackup(PathBuf),
    #[error("{} is there already", .0.display())]
    Taken(PathBuf),
    #[error("{0} is used already")]
    Used(String),
    #[error("there is no database at {}", .0.display())]
    NoDatabase(PathBuf),
    #[error("the database is older than this program: it lacks {}", .0.join(", "))]
    Behind(Vec<String>),
    #[error("what was read back differs: {0}")]
    Differs(String),
    #[error("cannot {doing} {}", path.display())]
    Machine { doing: &'static str, path: PathBuf, source: io::Error },
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Files(#[from] FileError),
}

impl Problem {
    /// What to do about it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::NotWhole { .. } | Self::Damaged { .. } => {
                Some("it may have been cut off when it was copied; copy it again, or take another one")
            }
            Self::Foreign { .. } => Some("a backup is called `tereze-YYYY-MM-DDTHH-MM-SSZ.zip`"),
            Self::Newer { .. } => Some("use the version of the program that made it, or a later one"),
            Self::NoBackup(_) => Some("`tereze backup now` makes one"),
            Self::Used(_) => Some("choose a place where nothing is yet: `--data`, `--database`"),
            Self::NoDatabase(_) => Some("`--data`, `--database` or `--settings` say where it is"),
            Self::Behind(_) => {
                Some("`tereze upgrade` brings it up to date, after a backup if the settings name a folder for them")
            }
            Self::Taken(_) | Self::Differs(_) | Self::Machine { .. } | Self::Store(_) | Self::Files(_) => None,
        }
    }

    /// Whether it lies in a file or place that was given to us.
    pub fn is_bad_data(&self) -> bool {
        match self {
            Self::NotWhole { .. } | Self::Foreign { .. } | Self::Newer { .. } | Self::Damaged { .. } => true,
            Self::Used(_) | Self::NoDatabase(_) | Self::NoBackup(_) | Self::Behind(_) | Self::Taken(_) => false,
            Self::Differs(_) | Self::Machine { .. } | Self::Store(_) | Self::Files(_) => false,
        }
    }

    /// What became of a content that was put back.
    pub(super) fn putting_back(path: &Path, hash: &Hash, error: PutBackError<io::Error>) -> Self {
        let entry = format!("files/{hash}");
        match error {
            PutBackError::Source(source) => Self::Machine { doing: "read", path: path.to_owned(), source },
            PutBackError::Differs(_) => {
                Self::Damaged { path: path.to_owned(), entry, why: "is not what its name says".to_owned() }
            }
            PutBackError::Failed(error) => Self::Files(error),
        }
    }
}

/// Says what was being done to which file: `.doing("write", &path)`.
pub(super) trait Doing<T> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, Problem>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, Problem> {
        self.map_err(|source| Problem::Machine { doing, path: path.to_owned(), source })
    }
}

impl<T> Doing<T> for Result<T, ZipError> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, Problem> {
        self.map_err(io::Error::from).doing(doing, path)
    }
}
