use std::io;
use std::path::Path;

use tracing::{error, warn};

use crate::{Desk, NotTaken, Received, receive};

/// What came of a look into a Maildir.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Polled {
    pub taken: usize,
    /// No mails, or too big ones; they stand in `cur`, flagged.
    pub not_taken: usize,
    /// Those that could not be dealt with; they stay in `new` for the next look.
    pub failed: usize,
}

/// So many at a look: the rest comes at the next.
const MOST: usize = 200;

/// Gives every new mail of a Maildir to `take`, in the order of their names, and moves it to those that were read.
/// A mail comes again if the machine stops in between: `take` asks [`admit`](crate::admit).
pub async fn poll<T, R>(maildir: &Path, desk: &Desk, take: T) -> io::Result<Polled>
where
    T: Fn(Received) -> R,
    R: Future<Output = anyhow::Result<()>>,
{
    let mut names = Vec::new();
    let mut entries = tokio::fs::read_dir(maildir.join("new")).await?;
    while let Some(entry) = entries.next_entry().await? {
        if entry.file_type().await?.is_file() {
            names.push(entry.file_name());
        }
    }
    names.sort();
    let mut polled = Polled::default();
    for name in names.into_iter().take(MOST) {
        let path = maildir.join("new").join(&name);
        let flags = match read(&path, desk).await? {
            Err(why) => {
                warn!(mail.file = %name.display(), "a mail is not taken: {why}");
                polled.not_taken += 1;
                ":2,FS"
            }
            Ok(received) => match take(received).await {
                Ok(()) => {
                    polled.taken += 1;
                    ":2,S"
                }
                Err(failure) => {
                    error!(mail.file = %name.display(), "a mail could not be dealt with: {failure:#}");
                    polled.failed += 1;
                    continue;
                }
            },
        };
        let mut read_name = name;
        read_name.push(flags);
        tokio::fs::create_dir_all(maildir.join("cur")).await?;
        tokio::fs::rename(&path, maildir.join("cur").join(read_name)).await?;
    }
    Ok(polled)
}

async fn read(path: &Path, desk: &Desk) -> io::Result<Result<Received, NotTaken>> {
    let size = tokio::fs::metadata(path).await?.len();
    if usize::try_from(size).is_ok_and(|size| size <= crate::receive::MOST_BYTES) {
        return Ok(receive(desk, &tokio::fs::read(path).await?));
    }
    Ok(Err(NotTaken::TooBig { most: crate::receive::MOST_BYTES }))
}
