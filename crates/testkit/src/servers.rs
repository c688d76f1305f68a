use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// A bucket of a server for tests, and a prefix that no other test uses.
#[derive(Debug, Clone)]
pub struct TestBucket {
    pub endpoint: String,
    pub bucket: String,
    pub prefix: String,
}

/// A mail server for tests, and the Maildir into which it puts whatever it is given.
#[derive(Debug, Clone)]
pub struct TestMailServer {
    pub host: String,
    pub port: u16,
    pub maildir: PathBuf,
}

/// The bucket that `TEREZE_TEST_S3` names, as `http://127.0.0.1:5000/bucket`; nothing if there is no server.
pub fn test_bucket() -> Option<TestBucket> {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let address = setting("TEREZE_TEST_S3")?;
    let (endpoint, bucket) = address.rsplit_once('/').expect("TEREZE_TEST_S3 is an address and a bucket");
    let prefix = format!("test-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    Some(TestBucket { endpoint: endpoint.to_owned(), bucket: bucket.to_owned(), prefix })
}

/// The server that `TEREZE_TEST_SMTP` names, as `127.0.0.1:2525/path/of/maildir`; nothing if there is none.
pub fn test_mail_server() -> Option<TestMailServer> {
    let address = setting("TEREZE_TEST_SMTP")?;
    let server = || {
        let (host, rest) = address.split_once(':')?;
        let (port, maildir) = rest.split_once('/')?;
        Some(TestMailServer {
            host: host.to_owned(),
            port: port.parse().ok()?,
            maildir: PathBuf::from(format!("/{maildir}")),
        })
    };
    Some(server().expect("TEREZE_TEST_SMTP is host, port and Maildir"))
}

fn setting(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "tests learn of their servers here and in the databases")]
    std::env::var(name).ok()
}
