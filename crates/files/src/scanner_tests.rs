use bytes::Bytes;
use futures_util::stream;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::Scanner;
use crate::{FileError, Scan};

async fn scan(scanner: &Scanner, content: &'static str) -> Result<Scan, FileError> {
    scanner.scan(stream::iter([Ok(Bytes::from_static(content.as_bytes()))])).await
}

fn shell(script: &str) -> Scanner {
    Scanner::Command { program: "sh".to_owned(), arguments: vec!["-c".to_owned(), script.to_owned()] }
}

#[tokio::test]
async fn a_command_says_clean_or_infected_by_how_it_ends() {
    let scanner = shell("if grep -q VIRUS; then echo Test.Signature; exit 1; fi");
    assert_eq!(scan(&scanner, "good").await.unwrap(), Scan::Clean);
    assert_eq!(scan(&scanner, "a VIRUS").await.unwrap(), Scan::Infected("Test.Signature".to_owned()));
}

#[tokio::test]
async fn a_scanner_that_breaks_says_nothing_about_the_file() {
    assert!(scan(&shell("exit 2"), "good").await.is_err());
    let missing = Scanner::Command { program: "/no/such/scanner".to_owned(), arguments: Vec::new() };
    assert!(scan(&missing, "good").await.is_err());
    assert!(scan(&Scanner::Clamd("127.0.0.1:1".to_owned()), "good").await.is_err());
}

/// A daemon that speaks as ClamAV's does and knows one virus.
async fn daemon() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((mut peer, _)) = listener.accept().await {
            let mut word = [0; 10];
            peer.read_exact(&mut word).await.unwrap();
            assert_eq!(&word, b"zINSTREAM\0");
            let mut content = Vec::new();
            loop {
                let length = peer.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut piece = vec![0; length as usize];
                peer.read_exact(&mut piece).await.unwrap();
                content.extend(piece);
            }
            let infected = String::from_utf8_lossy(&content).contains("VIRUS");
            let said: &[u8] = if infected { b"stream: Test.Signature FOUND\0" } else { b"stream: OK\0" };
            peer.write_all(said).await.unwrap();
        }
    });
    address
}

#[tokio::test]
async fn the_daemon_is_asked_over_its_own_protocol() {
    let scanner = Scanner::Clamd(daemon().await);
    assert_eq!(scan(&scanner, "good").await.unwrap(), Scan::Clean);
    assert_eq!(scan(&scanner, "a VIRUS").await.unwrap(), Scan::Infected("Test.Signature".to_owned()));
}
