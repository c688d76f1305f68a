//! From a file to the book and back.

use std::io::{Cursor, Write as _};

use axum::http::StatusCode;
use jobs::Worker;
use store::{Chance, Place, Store};
use testkit::{Browser, scratch_folder};

use super::site::{NOW, SMALL_COUNTRY, at, desk, load, officer, officer_at, reads, steps, with_store};
use crate::State;

const LIST: &str = "Название;name (en);Тип;Регион;Широта;Долгота;road;summary.en;Примечание\n\
    Озеро Каинды;Lake Kaindy;Озеро;Алматинская область;42,985;78,466;gravel;Drowned spruces;x\n\
    Чарынский каньон;Charyn Canyon;canyon;;43.360;79.079;Асфальт;;\n\
    Поющий бархан;Singing Dune;Бархан;Жетысу;78.572;43.866;;;\n\
    ;Nameless type;volcano;;;;;;\n";

const IMPORT: &str = "/en/office/locations/import";

async fn stage(browser: &mut Browser, name: &str, bytes: &[u8]) -> String {
    let answer = browser.upload(IMPORT, &[], &[("file", name, bytes)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").to_owned()
}

async fn do_it(browser: &mut Browser, import: &str, deed: &str) {
    let answer = browser.post(&format!("{import}/{deed}"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn a_file_is_looked_at_row_by_row_before_anything_is_kept() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = officer(&store).await;
        let import = stage(&mut officer, "places.csv", LIST.as_bytes()).await;
        let page = officer.get(&import).await;
        for words in [
            "New: 1",
            "Changed: 1",
            "Unchanged: 0",
            "Cannot be used: 2",
            "1 Lake Kaindy New lake-kaindy",
            "2 Charyn Canyon Changed Where Road",
            "3 Singing Dune Cannot be used Регион: `Жетысу`. There is no such destination",
            "Широта: `78.572`. Latitude and longitude seem to be swapped",
            "Тип: `volcano`. This is not a type of location",
        ] {
            reads(&page, StatusCode::OK, words);
        }
        assert!(crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().is_none());
        do_it(&mut officer, &import, "commit").await;
        let lake = crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().unwrap();
        assert_eq!((lake.state, lake.kind.word), (State::Draft, "lake"));
        assert_eq!(lake.fact("road").unwrap().source, "places.csv");
        let canyon = crate::find_location_by_slug(&store, "charyn-canyon").await.unwrap().unwrap();
        assert_eq!(canyon.fact("road").unwrap().value, "asphalt");
        assert_eq!(canyon.fact("altitude").unwrap().value, "1100", "what the file does not say stays");
        assert_eq!(canyon.state, State::Published);
    })
    .await;
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let mut officer = officer(&store).await;
        let first = stage(&mut officer, "places.csv", LIST.as_bytes()).await;
        do_it(&mut officer, &first, "commit").await;
        let before = crate::changed_since(&store, 0, 100).await.unwrap();
        let second = stage(&mut officer, "places.csv", LIST.as_bytes()).await;
        reads(&officer.get(&second).await, StatusCode::OK, "New: 0 Changed: 0 Unchanged: 2 Cannot be used: 2");
        reads(&officer.get(&second).await, StatusCode::OK, "Nothing would change");
        do_it(&mut officer, &second, "commit").await;
        assert_eq!(crate::changed_since(&store, 0, 100).await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn a_whole_import_is_taken_back_but_not_what_was_done_since() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let canyon = async || crate::find_location_by_slug(&store, "charyn-canyon").await.unwrap().unwrap();
        let before = canyon().await;
        let mut officer = officer(&store).await;
        let import = stage(&mut officer, "places.csv", LIST.as_bytes()).await;
        do_it(&mut officer, &import, "commit").await;
        assert_ne!(canyon().await.facts, before.facts);
        do_it(&mut officer, &import, "undo").await;
        let after = canyon().await;
        assert_eq!((&after.facts, after.position, &after.names), (&before.facts, before.position, &before.names));
        assert!(crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().is_none());
        reads(&officer.get(&import).await, StatusCode::OK, "Taken back");
        let again = stage(&mut officer, "places.csv", LIST.as_bytes()).await;
        do_it(&mut officer, &again, "commit").await;
        officer.post("/en/office/locations/lake-kaindy/looks", &[("look", "fairy-tale")]).await;
        do_it(&mut officer, &again, "undo").await;
        assert!(crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().is_some(), "somebody worked on it");
    })
    .await;
}

#[tokio::test]
async fn columns_are_given_their_meaning_and_it_is_remembered() {
    with_store(async |store| {
        let mut officer = officer(&store).await;
        let file = "Object,What,Breite,Laenge\nDune,dune,43.866,78.572\n";
        let import = stage(&mut officer, "a.csv", file.as_bytes()).await;
        reads(&officer.get(&import).await, StatusCode::OK, "The row has no name");
        let wrong = [("column-0", "name-en"), ("column-1", "name-en"), ("column-2", "latitud")];
        let refused = officer.post(&format!("{import}/mapping"), &wrong).await;
        reads(&refused, StatusCode::UNPROCESSABLE_ENTITY, "`name-en` is the meaning of two columns");
        reads(&refused, StatusCode::UNPROCESSABLE_ENTITY, "`latitud` is not on the list");
        let right =
            [("column-0", "name-en"), ("column-1", "kind"), ("column-2", "latitude"), ("column-3", "longitude")];
        officer.post(&format!("{import}/mapping"), &right).await;
        reads(&officer.get(&import).await, StatusCode::OK, "1 Dune New dune");
        let next = stage(&mut officer, "b.csv", file.replace("Dune,", "Second Dune,").as_bytes()).await;
        reads(&officer.get(&next).await, StatusCode::OK, "1 Second Dune New second-dune");
    })
    .await;
}

#[tokio::test]
async fn a_file_that_cannot_be_used_leaves_no_trace() {
    with_store(async |store| {
        let mut officer = officer(&store).await;
        let many = format!("name,lat\n{}", "Dune,43\n".repeat(5_001));
        for (bytes, words) in [
            (b"".as_slice(), "There is nothing in this file"),
            (b"PK\x03\x04 broken", "This file cannot be read"),
            (many.as_bytes(), "More than 5,000 rows"),
        ] {
            let answer = officer.upload(IMPORT, &[], &[("file", "x.csv", bytes)]).await;
            reads(&answer, StatusCode::UNPROCESSABLE_ENTITY, words);
        }
        let archive = zip(&[("../evil.jpg", b"x")]);
        let files = [("file", "x.csv", LIST.as_bytes()), ("photos", "p.zip", archive.as_slice())];
        let answer = officer.upload(IMPORT, &[], &files).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(crate::sql::imports::list_imports(&store, 10).await.unwrap().is_empty());
    })
    .await;
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn picture(shade: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::RgbImage::from_fn(1_600, 1_000, |x, y| image::Rgb([shade, (x % 251) as u8, (y % 241) as u8]));
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

#[tokio::test]
async fn photos_go_to_the_places_whose_folders_they_are_in_once() {
    with_store(async |store| {
        load(&store, SMALL_COUNTRY).await;
        let desk = desk(&store);
        let mut officer = officer_at(&desk).await;
        let (one, two) = (picture(10), picture(200));
        let archive = zip(&[("lake-kaindy/a.jpg", &one), ("Charyn Canyon/b.jpg", &two), ("nowhere/c.jpg", &one)]);
        let files = [("file", "x.csv", LIST.as_bytes()), ("photos", "p.zip", archive.as_slice())];
        let answer = officer.upload(IMPORT, &[], &files).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let import = answer.header("location").to_owned();
        do_it(&mut officer, &import, "commit").await;
        let worker = Worker::new(store.clone(), crate::jobs(&desk));
        worker.run_due_twice(NOW.parse().unwrap()).await.unwrap();
        for slug in ["lake-kaindy", "charyn-canyon"] {
            let place = crate::find_location_by_slug(&store, slug).await.unwrap().unwrap();
            assert_eq!(crate::sql::photos::list_photos(&store, place.id).await.unwrap().len(), 1, "{slug}");
        }
        do_it(&mut officer, &import, "undo").await;
        let lake = crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().unwrap();
        assert_eq!(lake.state, State::Withdrawn, "photos are somebody's work");
    })
    .await;
}

/// The database of a machine that was switched off: opened anew, with whatever had been committed.
async fn switched_on(folder: &std::path::Path) -> Store {
    Store::open(Place::Sqlite(folder.join("tereze.db")), Chance::Machine).await.unwrap()
}

#[tokio::test]
async fn an_import_goes_on_where_a_machine_was_switched_off() {
    let folder = scratch_folder("import");
    let store = switched_on(&folder).await;
    store.migrate(&steps()).await.unwrap();
    load(&store, SMALL_COUNTRY).await;
    let import = stage(&mut officer(&store).await, "places.csv", LIST.as_bytes()).await;
    store.close().await;
    // Staged: the rows are there.
    let store = switched_on(&folder).await;
    reads(&officer(&store).await.get(&import).await, StatusCode::OK, "New: 1 Changed: 1");
    // In the middle of the commit: nothing of it has happened.
    {
        let id = import.rsplit('/').next().unwrap().parse().unwrap();
        let change = store.change(super::site::by("import")).await.unwrap();
        let staged = crate::sql::imports::find_import(&change, id).await.unwrap().unwrap();
        crate::import::commit_rows(&change, &desk(&store), &staged).await.unwrap();
    }
    store.close().await;
    let store = switched_on(&folder).await;
    assert!(crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().is_none());
    reads(&officer(&store).await.get(&import).await, StatusCode::OK, "Read, not yet used");
    do_it(&mut officer(&store).await, &import, "commit").await;
    store.close().await;
    // Committed, and sent again by somebody who saw no answer.
    let store = switched_on(&folder).await;
    do_it(&mut officer(&store).await, &import, "commit").await;
    assert!(crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().is_some());
    do_it(&mut officer(&store).await, &import, "undo").await;
    store.close().await;
    let store = switched_on(&folder).await;
    do_it(&mut officer(&store).await, &import, "undo").await;
    assert!(crate::find_location_by_slug(&store, "lake-kaindy").await.unwrap().is_none());
    assert_eq!(at(&store, NOW).get("/en/locations/charyn-canyon").await.status, StatusCode::OK);
    assert!(matches!(store.verify_audit().await.unwrap(), store::Verdict::Whole(_)));
    store.close().await;
}
