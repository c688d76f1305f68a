//! What happens to a file from the form to the sweep, on each database and in each place.
#![cfg(test)]

mod made;

use std::convert::Infallible;

use bytes::Bytes;
use files::{Closed, File, Hash, Keep, Kind, Limits, Place, PutError, Refusal, Scan, Scanner};
use jiff::{SignedDuration, Timestamp};
use kernel::{Actor, Id};
use made::{LIMITS, keep, pdf, places, shell_scanner};
use store::{By, Entry, Store};
use testkit::{on_each_database, scratch_folder};

fn uploader() -> Actor {
    Actor::Account(Id::new(1, 1))
}

fn now() -> Timestamp {
    // Files carry the machine's times, so tests about their age look from there.
    #[expect(clippy::disallowed_methods, reason = "the files of this test are made now")]
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap()
}

async fn upload(store: &Store, keep: &Keep, name: &str, content: &Bytes) -> File {
    let stored = keep.put_bytes(content, name, &LIMITS).await.unwrap();
    let change = store.change(By { actor: uploader(), moment: now(), reason: "test".to_owned() }).await.unwrap();
    let file = files::insert_file(&change, &stored, &uploader()).await.unwrap();
    change.record(Entry::new("file", file.id, "uploaded")).await;
    change.commit().await.unwrap();
    file
}

async fn refusal(keep: &Keep, name: &str, content: &[u8]) -> Refusal {
    match keep.put_bytes(&Bytes::copy_from_slice(content), name, &LIMITS).await {
        Err(PutError::Refused(refusal)) => refusal,
        Err(PutError::Failed(error)) => panic!("{name}: {error:?}"),
        Ok(stored) => panic!("{name} was taken: {stored:?}"),
    }
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_given() {
    for place in places() {
        let keep = keep(&place, Scanner::Off);
        on_each_database(&files::migrations(), async |store| {
            let file = upload(&store, &keep, r"C:\Айгүл\Смета.pdf", &pdf("budget")).await;
            let found = files::find_file(&store, file.id).await.unwrap().unwrap();
            assert_eq!(found, file);
            assert_eq!((found.name.as_str(), found.kind, found.scan.clone()), ("Смета.pdf", Kind::Pdf, Scan::Off));
            let readable = found.readable_by(&Actor::Stranger).unwrap();
            assert_eq!(keep.bytes(&readable).await.unwrap(), pdf("budget"));
            assert_eq!(found.hash, Hash::of(&pdf("budget")));
        })
        .await;
    }
}

#[tokio::test]
async fn a_large_file_goes_through_in_pieces() {
    for place in places() {
        let keep = keep(&place, Scanner::Off);
        let limits = Limits { bytes: 30 << 20, ..LIMITS };
        let pieces = (0..25).map(|number: u8| {
            let mut piece = vec![b'a' + number; 1 << 20];
            if number == 0 {
                piece[..5].copy_from_slice(b"%PDF-");
            }
            Ok::<_, Infallible>(Bytes::from(piece))
        });
        let whole: Vec<u8> = pieces.clone().flat_map(Result::unwrap).collect();
        let stored = keep.put(futures_util::stream::iter(pieces), "large.pdf", &limits).await.unwrap();
        assert_eq!((stored.size, stored.hash), (25 << 20, Hash::of(&whole)));
    }
}

#[tokio::test]
async fn a_bucket_that_is_away_is_a_fault_and_not_a_refusal() {
    let away = |endpoint: &str| Place::Bucket {
        endpoint: Some(endpoint.to_owned()),
        region: "us-east-1".to_owned(),
        bucket: "tereze".to_owned(),
        prefix: String::new(),
        key_id: "test".to_owned(),
        secret: "test".to_owned(),
    };
    for endpoint in ["https://127.0.0.1:1", "http://127.0.0.1:1"] {
        let keep = keep(&away(endpoint), Scanner::Off);
        let put = keep.put_bytes(&pdf("a"), "a.pdf", &LIMITS).await;
        assert!(matches!(put, Err(PutError::Failed(_))), "{endpoint}: {put:?}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_file_is_said() {
    let name = |name: &str| name.to_owned();
    for place in places() {
        let keep = keep(&place, Scanner::Off);
        let empty = Refusal::Empty { name: name("a.pdf") };
        assert_eq!(refusal(&keep, "a.pdf", b"").await, empty);
        let program = Refusal::WrongType { name: name("a.pdf"), found: Kind::Program, accepted: LIMITS.kinds };
        assert_eq!(refusal(&keep, "a.pdf", b"MZ\x90").await, program);
        let photo = Refusal::Mislabelled { name: name("a.pdf"), claimed: Kind::Pdf, found: Kind::Jpeg };
        assert_eq!(refusal(&keep, "a.pdf", b"\xFF\xD8\xFF\xE0").await, photo);
        let locked = Refusal::Password { name: name("a.pdf") };
        assert_eq!(refusal(&keep, "a.pdf", b"%PDF-1.4 /Encrypt 1 0 R").await, locked);
        let big = Refusal::TooBig { name: name("a.pdf"), most: LIMITS.bytes };
        assert_eq!(refusal(&keep, "a.pdf", &vec![b'a'; 2 << 20]).await, big);
        let broken = futures_util::stream::iter([Ok(Bytes::from_static(b"%PDF-")), Err("the line broke")]);
        let failed = keep.put(broken, "a.pdf", &LIMITS).await;
        assert!(matches!(failed, Err(PutError::Refused(Refusal::Failed { .. }))), "{failed:?}");
    }
}

#[test]
fn none_and_too_many_are_said_before_any_is_read() {
    assert_eq!(LIMITS.check_count(0), Err(Refusal::None));
    assert_eq!(LIMITS.check_count(4), Err(Refusal::TooMany { most: 3 }));
    assert_eq!(LIMITS.check_count(3), Ok(()));
}

#[tokio::test]
async fn until_it_is_scanned_only_the_uploader_opens_a_file() {
    let keep = keep(&Place::Folder(scratch_folder("files")), shell_scanner());
    let colleague = Actor::Account(Id::new(2, 2));
    on_each_database(&files::migrations(), async |store| {
        let good = upload(&store, &keep, "good.pdf", &pdf("good")).await;
        let bad = upload(&store, &keep, "bad.pdf", &pdf("VIRUS")).await;
        let waits = Closed::NotScannedYet { name: "good.pdf".to_owned() };
        assert_eq!(good.readable_by(&colleague), Err(waits.clone()));
        assert_eq!(good.readable_by(&Actor::Stranger), Err(waits));
        assert!(good.readable_by(&uploader()).is_ok());

        let scanned = files::scan_waiting(&store, &keep, now()).await.unwrap();
        assert_eq!((scanned.clean, scanned.infected, scanned.failed.len()), (1, 1, 0));
        let good = files::find_file(&store, good.id).await.unwrap().unwrap();
        assert!(good.readable_by(&colleague).is_ok());
        let bad = files::find_file(&store, bad.id).await.unwrap().unwrap();
        assert_eq!(bad.scan, Scan::Infected("Test.Signature".to_owned()));
        assert_eq!(bad.readable_by(&uploader()), Err(Closed::Infected { name: "bad.pdf".to_owned() }));
        assert_eq!(files::list_infected(&store).await.unwrap(), [bad]);

        let again = files::scan_waiting(&store, &keep, now()).await.unwrap();
        assert_eq!((again.clean, again.infected, again.failed.len()), (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_scanner_that_is_down_leaves_files_closed() {
    let nobody = Scanner::Clamd("127.0.0.1:1".to_owned());
    let keep = keep(&Place::Folder(scratch_folder("files")), nobody);
    on_each_database(&files::migrations(), async |store| {
        let file = upload(&store, &keep, "a.pdf", &pdf("a")).await;
        let scanned = files::scan_waiting(&store, &keep, now()).await.unwrap();
        assert_eq!(scanned.failed.len(), 1);
        let file = files::find_file(&store, file.id).await.unwrap().unwrap();
        assert_eq!(file.scan, Scan::Waiting);
    })
    .await;
}

#[tokio::test]
async fn bytes_without_a_row_are_swept_after_an_hour_and_rows_without_bytes_are_told() {
    for place in places() {
        on_each_database(&files::migrations(), async |store| {
            let keep = keep(&place, Scanner::Off);
            let orphan = keep.put_bytes(&pdf("orphan"), "a.pdf", &LIMITS).await.unwrap();
            let named = upload(&store, &keep, "b.pdf", &pdf("named")).await;
            let young = files::sweep(&store, &keep, now()).await.unwrap();
            assert_eq!((young.removed, young.missing.len()), (0, 0));
            let later = now() + SignedDuration::from_mins(61);
            let swept = files::sweep(&store, &keep, later).await.unwrap();
            assert_eq!((swept.removed, swept.missing.len()), (1, 0));
            let readable = named.readable_by(&Actor::Stranger).unwrap();
            assert_eq!(keep.bytes(&readable).await.unwrap(), pdf("named"));

            // The row comes, but its bytes have been swept: that is said.
            let change =
                store.change(By { actor: uploader(), moment: now(), reason: "test".to_owned() }).await.unwrap();
            let lost = files::insert_file(&change, &orphan, &uploader()).await.unwrap();
            change.record(Entry::new("file", lost.id, "uploaded")).await;
            change.commit().await.unwrap();
            let missing = std::slice::from_ref(&orphan.hash);
            assert_eq!(files::sweep(&store, &keep, now()).await.unwrap().missing, missing);
            let verified = files::verify(&store, &keep).await.unwrap();
            assert_eq!((verified.sound, verified.missing.as_slice()), (1, missing));
        })
        .await;
    }
}

#[tokio::test]
async fn a_flipped_bit_is_noticed() {
    let folder = scratch_folder("files");
    let keep = keep(&Place::Folder(folder.clone()), Scanner::Off);
    on_each_database(&files::migrations(), async |store| {
        let file = upload(&store, &keep, "a.pdf", &pdf("sound")).await;
        assert_eq!(files::verify(&store, &keep).await.unwrap().sound, 1);
        let (first, rest) = file.hash.as_str().split_at(2);
        std::fs::write(folder.join("kept").join(first).join(rest), b"%PDF-1.4 changed").unwrap();
        assert_eq!(files::verify(&store, &keep).await.unwrap().damaged, [file.hash]);
    })
    .await;
}

#[tokio::test]
async fn what_arrived_in_part_is_swept() {
    let folder = scratch_folder("files");
    let keep = keep(&Place::Folder(folder.clone()), Scanner::Off);
    std::fs::write(folder.join("staging").join("half#1"), b"half").unwrap();
    on_each_database(&files::migrations(), async |store| {
        assert_eq!(files::sweep(&store, &keep, now()).await.unwrap().removed, 0);
    })
    .await;
    let store = testkit::fresh_store(&files::migrations()).await;
    let later = now() + SignedDuration::from_mins(61);
    assert_eq!(files::sweep(&store, &keep, later).await.unwrap().removed, 1);
    assert_eq!(std::fs::read_dir(folder.join("staging")).unwrap().count(), 0);
}
