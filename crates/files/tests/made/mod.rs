//! Places, files and scanners for tests.

use bytes::Bytes;
use files::{Keep, Kind, Limits, Place, Scanner};
use store::Chance;
use testkit::scratch_folder;

pub(crate) const LIMITS: Limits = Limits { bytes: 1 << 20, files: 3, kinds: &[Kind::Pdf, Kind::Jpeg, Kind::Text] };

/// A folder always; a bucket too where `TEREZE_TEST_S3` names a server.
pub(crate) fn places() -> Vec<Place> {
    let folder = Place::Folder(scratch_folder("files"));
    let bucket = testkit::test_bucket().map(|server| Place::Bucket {
        endpoint: Some(server.endpoint),
        region: "us-east-1".to_owned(),
        bucket: server.bucket,
        prefix: server.prefix,
        key_id: "test".to_owned(),
        secret: "test".to_owned(),
    });
    if bucket.is_none() {
        println!("left out: a bucket; TEREZE_TEST_S3 names no object store");
    }
    std::iter::once(folder).chain(bucket).collect()
}

pub(crate) fn keep(place: &Place, scanner: Scanner) -> Keep {
    Keep::open(place, scanner, Chance::Machine).unwrap()
}

pub(crate) fn pdf(content: &str) -> Bytes {
    Bytes::from(format!("%PDF-1.4\n{content}\n%%EOF\n"))
}

/// Finds the word `VIRUS`, as a scanner finds a signature.
pub(crate) fn shell_scanner() -> Scanner {
    let script = "if grep -q VIRUS; then echo Test.Signature; exit 1; fi";
    Scanner::Command { program: "sh".to_owned(), arguments: vec!["-c".to_owned(), script.to_owned()] }
}
