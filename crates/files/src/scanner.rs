use std::process::Stdio;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;

use crate::{FileError, Scan};

/// What looks for viruses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanner {
    /// Nothing: files open as they are.
    Off,
    /// A program and its arguments. It reads the file from its input and ends with 0 for clean or 1 for infected,
    /// as `clamscan -` and `clamdscan -` do; any other end is a fault.
    Command { program: String, arguments: Vec<String> },
    /// `host:port` of a ClamAV daemon.
    Clamd(String),
}

/// A scanner that takes longer has lost its way.
const LONGEST: Duration = Duration::from_secs(600);

/// So much of what a scanner says is kept.
const MOST_SAID: u64 = 500;

/// ClamAV takes pieces of any length below its limit; this one is below every limit.
const CLAMD_PIECE: usize = 64 * 1024;

impl Scanner {
    /// The state of a file that has just come.
    pub(crate) fn first_state(&self) -> Scan {
        match self {
            Self::Off => Scan::Off,
            Self::Command { .. } | Self::Clamd(_) => Scan::Waiting,
        }
    }

    pub(crate) async fn scan(
        &self,
        bytes: impl Stream<Item = Result<Bytes, FileError>> + Unpin + Send,
    ) -> Result<Scan, FileError> {
        let scanning = async {
            match self {
                Self::Off => Ok(Scan::Off),
                Self::Command { program, arguments } => run(program, arguments, bytes).await,
                Self::Clamd(address) => {
                    let mut daemon = TcpStream::connect(address).await.map_err(talking)?;
                    ask_clamd(&mut daemon, bytes).await
                }
            }
        };
        let too_long = |_| FileError::Scanner { said: "nothing for ten minutes".to_owned() };
        tokio::time::timeout(LONGEST, scanning).await.map_err(too_long)?
    }
}

async fn run(
    program: &str,
    arguments: &[String],
    mut bytes: impl Stream<Item = Result<Bytes, FileError>> + Unpin,
) -> Result<Scan, FileError> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child =
        command.spawn().map_err(|source| FileError::Machine { doing: "start the virus scanner", source })?;
    let mut input = child.stdin.take().expect("its input is a pipe");
    let mut output = child.stdout.take().expect("its output is a pipe");
    let feed = async {
        while let Some(piece) = bytes.next().await {
            // A scanner that has seen enough closes its input; what it says counts.
            if input.write_all(&piece?).await.is_err() {
                break;
            }
        }
        drop(input);
        Ok::<_, FileError>(())
    };
    let listen = async {
        let mut said = Vec::new();
        (&mut output).take(MOST_SAID).read_to_end(&mut said).await.map_err(talking)?;
        // The rest is thrown away, so that the scanner does not wait for a reader.
        tokio::io::copy(&mut output, &mut tokio::io::sink()).await.map_err(talking)?;
        Ok::<_, FileError>(String::from_utf8_lossy(&said).trim().to_owned())
    };
    let (fed, said) = tokio::join!(feed, listen);
    let status = child.wait().await.map_err(talking)?;
    fed?;
    let said = said?;
    match status.code() {
        Some(0) => Ok(Scan::Clean),
        Some(1) => Ok(Scan::Infected(said)),
        Some(_) | None => Err(FileError::Scanner { said: format!("{status}: {said}") }),
    }
}

async fn ask_clamd(
    daemon: &mut (impl AsyncRead + AsyncWrite + Unpin),
    mut bytes: impl Stream<Item = Result<Bytes, FileError>> + Unpin,
) -> Result<Scan, FileError> {
    daemon.write_all(b"zINSTREAM\0").await.map_err(talking)?;
    'sending: while let Some(piece) = bytes.next().await {
        for part in piece?.chunks(CLAMD_PIECE) {
            let length = u32::try_from(part.len()).expect("a part is shorter than 4 GB").to_be_bytes();
            let sent = async {
                daemon.write_all(&length).await?;
                daemon.write_all(part).await
            };
            // A daemon whose limit is reached says so and hangs up.
            if sent.await.is_err() {
                break 'sending;
            }
        }
    }
    let _ = daemon.write_all(&[0; 4]).await;
    let mut said = Vec::new();
    daemon.take(MOST_SAID).read_to_end(&mut said).await.map_err(talking)?;
    let said = String::from_utf8_lossy(&said).trim_end_matches('\0').trim().to_owned();
    match said.strip_prefix("stream: ") {
        Some("OK") => Ok(Scan::Clean),
        Some(found) if found.ends_with(" FOUND") => Ok(Scan::Infected(found.trim_end_matches(" FOUND").to_owned())),
        Some(_) | None => Err(FileError::Scanner { said }),
    }
}

fn talking(source: std::io::Error) -> FileError {
    FileError::Machine { doing: "talk to the virus scanner", source }
}

#[cfg(test)]
#[path = "scanner_tests.rs"]
mod tests;
