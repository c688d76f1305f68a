//! What those who run an installation do with it: copies, restores, another database, the chain, an examination, mail.

#![cfg(test)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use app::operations::{Backup, Problem, Records, Shelf, Target, make, move_store, restore};
use app::settings::Settings;
use app::{App, Profile, Supplied, migrations};
use files::{Kind, Limits};
use incentives::Library;
use jiff::Timestamp;
use jobs::Worker;
use kernel::Actor;
use store::{By, Carried, Chance, Entry, Place, Query, Store, Verdict, values};
use testkit::{Browser, TestBucket, fresh_postgres_address, scratch_folder, test_bucket};
use web::Clock;

const NOW: &str = "2025-06-03T06:00:00Z";
const PAPER: &[u8] = b"%PDF-1.7\nthe script of a film";
const ESTIMATE: &str = "estimates/0123456789abcdef01234567.json";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(work)
}

fn supplied() -> Supplied {
    let law = std::fs::read_to_string(root("rulebooks/kz/cinema-subsidy.law.md")).unwrap();
    let library = Library::read([("kz/cinema-subsidy.law.md", law.as_str())]).unwrap();
    Supplied { profile: Profile::from_folder(&root("profiles/kazakhstan")).unwrap(), library, sample: None }
}

/// A fresh place of each kind that there is.
fn places() -> Vec<String> {
    let file = scratch_folder("operations").join("tereze.db").to_str().unwrap().to_owned();
    [Some(file), fresh_postgres_address()].into_iter().flatten().collect()
}

fn settings(data: PathBuf, database: &str) -> Settings {
    Settings { data, database: database.to_owned(), ..Settings::default() }
}

/// An office at work: people, productions, cases, letters, an upload, an estimate.
async fn office(settings: &Settings) -> App {
    let mut app = App::open(settings, supplied(), Clock::Stopped(now()), Chance::seeded(7)).await.unwrap();
    let office = std::fs::read_to_string(root("profiles/kazakhstan/demo/office.toml")).unwrap();
    app.show_sample(&office).await.unwrap();
    let limits = Limits { bytes: 1_000, files: 1, kinds: &[Kind::Pdf] };
    let stored = app.keep.put_bytes(&PAPER.into(), "script.pdf", &limits).await.unwrap();
    let by = By { actor: Actor::program("test"), moment: now(), reason: "test".to_owned() };
    let change = app.store.change(by).await.unwrap();
    let file = files::insert_file(&change, &stored, &Actor::program("test")).await.unwrap();
    change.record(Entry::new("file", file.id, "uploaded")).await;
    change.commit().await.unwrap();
    let estimate = settings.data.join(ESTIMATE);
    std::fs::create_dir_all(estimate.parent().unwrap()).unwrap();
    std::fs::write(estimate, "{}").unwrap();
    app
}

async fn hashes(store: &Store) -> Carried {
    store.snapshot(&migrations()).await.unwrap().hashes().await.unwrap()
}

fn records(app: &App) -> Records {
    Records { store: app.store.clone(), keep: app.keep.clone(), data: app.data.clone() }
}

/// An installation on SQLite, and a backup of it.
fn backed_up() -> (Settings, PathBuf) {
    let settings = settings(scratch_folder("operations"), "");
    let shelf = Shelf { folder: scratch_folder("shelf"), keep: 3 };
    let path = wait(async {
        let app = office(&settings).await;
        let made = make(&records(&app), &shelf, now()).await.unwrap();
        app.store.close().await;
        made.path
    });
    (settings, path)
}

fn tereze(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tereze"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// The exit code and everything that was said.
fn run(arguments: &[&str]) -> (i32, String) {
    said(&tereze(arguments, b""))
}

fn said(output: &Output) -> (i32, String) {
    let text = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    (output.status.code().unwrap(), text.concat())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_is_restored_has_the_same_hashes_from_each_database_into_each() {
    for database in places() {
        let settings = settings(scratch_folder("operations"), &database);
        let shelf = Shelf { folder: scratch_folder("shelf"), keep: 3 };
        let (before, made) = wait(async {
            let app = office(&settings).await;
            let before = hashes(&app.store).await;
            let made = make(&records(&app), &shelf, now()).await.unwrap();
            app.store.close().await;
            (before, made)
        });
        assert!(before.iter().filter(|table| table.rows > 0).count() > 15, "an empty office proves little");
        assert_eq!(made.path.file_name().unwrap(), "tereze-2025-06-03T06-00-00Z.zip");
        assert_eq!(made.manifest.tables, before);
        for place in places() {
            let data = scratch_folder("operations").join("new");
            let target = Settings { data: data.clone(), database: place, ..Settings::default() };
            let place = target.database_place().unwrap();
            let files = files::Place::Folder(data.join("files"));
            wait(async {
                let mut backup = Backup::open(&made.path).unwrap();
                let to = Target { data: data.clone(), database: place, files };
                restore(&mut backup, &to, Chance::seeded(1)).await.unwrap();
                let restored = Records::open(&target, Chance::seeded(1)).await.unwrap();
                assert_eq!(hashes(&restored.store).await, before);
                let verified = files::verify(&restored.store, &restored.keep).await.unwrap();
                assert!(verified.sound >= 1 && verified.damaged.is_empty() && verified.missing.is_empty());
                assert_eq!(std::fs::read_to_string(data.join(ESTIMATE)).unwrap(), "{}");
                // It lives: the program opens it and its jobs are done.
                let app = App::open(&target, supplied(), Clock::Stopped(now()), Chance::seeded(1)).await.unwrap();
                Worker::new(app.store.clone(), app::jobs(&app)).run_due(now()).await.unwrap();
                app.store.close().await;
                restored.store.close().await;
            });
            assert!(!data.join(".restoring").exists());
        }
    }
}

#[test]
fn uploads_of_a_bucket_go_into_the_backup_and_into_another_bucket() {
    let (Some(from), Some(to)) = (test_bucket(), test_bucket()) else { return };
    let in_bucket = |bucket: &TestBucket| Settings {
        files: app::settings::Files {
            bucket: bucket.bucket.clone(),
            endpoint: bucket.endpoint.clone(),
            region: "eu-central-1".to_owned(),
            prefix: bucket.prefix.clone(),
            key_id: "test".to_owned(),
            secret: "test".to_owned(),
        },
        ..settings(scratch_folder("operations"), "")
    };
    let shelf = Shelf { folder: scratch_folder("shelf"), keep: 3 };
    wait(async {
        let app = office(&in_bucket(&from)).await;
        let made = make(&records(&app), &shelf, now()).await.unwrap();
        app.store.close().await;
        assert!(made.manifest.files().count() >= 1 && made.manifest.missing_files.is_empty());
        let new = in_bucket(&to);
        let target =
            Target { data: new.data.clone(), database: new.database_place().unwrap(), files: new.files_place() };
        let mut backup = Backup::open(&made.path).unwrap();
        restore(&mut backup, &target, Chance::seeded(1)).await.unwrap();
        let restored = Records::open(&new, Chance::seeded(1)).await.unwrap();
        let verified = files::verify(&restored.store, &restored.keep).await.unwrap();
        assert_eq!(verified.sound, made.manifest.files().count());
        restored.store.close().await;
    });
}

#[test]
fn from_sqlite_to_postgresql_and_back_nothing_changes() {
    let Some(server) = fresh_postgres_address() else { return };
    let settings = settings(scratch_folder("operations"), "");
    wait(async {
        let app = office(&settings).await;
        let before = hashes(&app.store).await;
        let to: Place = server.parse().unwrap();
        assert_eq!(move_store(&records(&app), &to, Chance::seeded(1)).await.unwrap(), before);
        let again = move_store(&records(&app), &to, Chance::seeded(1)).await;
        assert!(matches!(again, Err(Problem::Used(_))), "{again:?}");
        app.store.close().await;
        let served = Settings { database: server.clone(), ..settings.clone() };
        let there = Records::open(&served, Chance::seeded(1)).await.unwrap();
        let back = settings.data.join("back.db");
        let carried = move_store(&there, &Place::Sqlite(back.clone()), Chance::seeded(1)).await.unwrap();
        assert_eq!(carried, before);
        there.store.close().await;
        let home = Settings { database: text(&back).to_owned(), ..settings.clone() };
        let home = Records::open(&home, Chance::seeded(1)).await.unwrap();
        assert_eq!(hashes(&home.store).await, before);
        assert!(matches!(home.store.verify_audit().await.unwrap(), Verdict::Whole(_)));
        home.store.close().await;
        assert!(!settings.data.join(".moving").exists());
    });
}

#[test]
fn what_is_no_whole_backup_is_refused_and_leaves_no_trace() {
    let (_, path) = backed_up();
    let folder = scratch_folder("operations");
    let whole = std::fs::read(&path).unwrap();
    let bad = folder.join("tereze-bad.zip");
    let refused = |bytes: &[u8], expected: &str| {
        std::fs::write(&bad, bytes).unwrap();
        for arguments in
            [&["backup", "verify", text(&bad)][..], &["restore", text(&bad), "--data", text(&folder.join("new"))]]
        {
            let (code, said) = run(arguments);
            assert!(code == 65 && said.contains(expected), "{expected}: {code} {said}");
        }
        assert!(!folder.join("new").exists(), "{expected}");
    };
    refused(b"a letter", "is not a whole zip file");
    refused(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "is no backup of Tereze: it has no manifest.json");
    refused(&whole[..whole.len() / 2], "is not a whole zip file");
    refused(&whole[..whole.len() - 30], "tereze-bad.zip");
    // One byte of the upload, which stands in the zip as it is.
    let place = whole.windows(PAPER.len()).position(|window| window == PAPER).unwrap();
    let mut damaged = whole.clone();
    damaged[place + 12] ^= 1;
    refused(&damaged, "is damaged: `files/");
    // Wherever a byte is turned, either it is found or it says nothing: the names of the zip's own bookkeeping.
    for place in (0..whole.len()).step_by(whole.len() / 40) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x20;
        std::fs::write(&bad, &damaged).unwrap();
        let read = Backup::open(&bad).and_then(|mut backup| backup.verify().map(|()| backup.manifest.clone()));
        let original = Backup::open(&path).unwrap().manifest;
        assert!(read.as_ref().is_err() || read.is_ok_and(|manifest| manifest == original), "byte {place}");
    }
}

#[test]
fn nothing_is_restored_over_something() {
    let (settings, path) = backed_up();
    let refused = |arguments: &[&str]| {
        let (code, said) = run(&[&["restore", text(&path)], arguments].concat());
        assert!(code == 1 && said.contains("is used already"), "{code} {said}");
    };
    refused(&["--data", text(&settings.data)]);
    let folder = scratch_folder("operations");
    std::fs::write(folder.join("thesis.txt"), "years of work").unwrap();
    refused(&["--data", text(&folder)]);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    // A database that is used, beside data that are not.
    let fresh = scratch_folder("operations").join("new");
    let used = settings.data.join("tereze.db");
    let before = std::fs::read(&used).unwrap();
    refused(&["--data", text(&fresh), "--database", text(&used)]);
    assert_eq!(std::fs::read(&used).unwrap(), before);
    assert!(!fresh.exists());
    if let Some(server) = fresh_postgres_address() {
        wait(async {
            let store = Store::open(server.parse().unwrap(), Chance::seeded(1)).await.unwrap();
            store.migrate(&migrations()).await.unwrap();
            store.close().await;
        });
        refused(&["--data", text(&fresh), "--database", &server]);
        assert!(!fresh.exists());
    }
}

#[test]
fn a_backup_that_fails_in_the_middle_leaves_an_empty_database_empty() {
    let Some(server) = fresh_postgres_address() else { return };
    let (_, path) = backed_up();
    let folder = scratch_folder("operations");
    wait(async {
        let mut backup = Backup::open(&path).unwrap();
        // As if the manifest had been written by somebody else: the tables are filled, and then they differ.
        backup.manifest.tables.retain(|table| table.table != "party");
        let target = Target {
            data: folder.join("new"),
            database: server.parse().unwrap(),
            files: files::Place::Folder(folder.join("new/files")),
        };
        let restored = restore(&mut backup, &target, Chance::seeded(1)).await;
        assert!(matches!(restored, Err(Problem::Differs(_))), "{restored:?}");
        let store = Store::open(server.parse().unwrap(), Chance::seeded(1)).await.unwrap();
        assert!(store.is_empty().await.unwrap());
        store.close().await;
    });
    assert!(!folder.join("new").exists());
}

#[test]
fn a_restore_that_the_machine_broke_off_can_be_begun_again() {
    let (_, path) = backed_up();
    let data = scratch_folder("operations");
    std::fs::create_dir_all(data.join(".restoring/tables")).unwrap();
    std::fs::write(data.join(".restoring/tables/party.jsonl"), "{\"half").unwrap();
    std::fs::write(data.join("tereze.db.part"), "half a database").unwrap();
    std::fs::write(data.join("tereze.db.part-wal"), "and its log").unwrap();
    let (code, said) = run(&["restore", text(&path), "--data", text(&data)]);
    assert!(code == 0 && said.contains("hash for hash"), "{code} {said}");
    assert_eq!(run(&["audit", "verify", "--data", text(&data)]).0, 0);
    let names = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    // What SQLite keeps beside an open database may stay a moment longer than the program.
    let mut names: Vec<_> = names.filter(|name| !name.ends_with(".db-wal") && !name.ends_with(".db-shm")).collect();
    names.sort();
    assert_eq!(names, ["estimates", "files", "keys", "tereze.db"]);
}

#[test]
fn watchmen_read_whether_it_lives_and_numbers_only_where_they_may() {
    wait(async {
        let closed = settings(scratch_folder("operations"), "");
        let app = App::open(&closed, supplied(), Clock::Stopped(now()), Chance::seeded(1)).await.unwrap();
        let store = app.store.clone();
        let mut browser = Browser::new(app::router(app).unwrap());
        assert_eq!(browser.get("/healthz").await.text(), "alive");
        assert_eq!(browser.get("/readyz").await.text(), "ready");
        assert_eq!(browser.get("/metrics").await.status.as_u16(), 404);
        store.close().await;
        assert_eq!(browser.get("/readyz").await.status.as_u16(), 503);
        assert_eq!(browser.get("/healthz").await.status.as_u16(), 200);

        let open = Settings { metrics_open: true, ..settings(scratch_folder("operations"), "") };
        let app = office(&open).await;
        let mut browser = Browser::new(app::router(app).unwrap());
        browser.get("/nowhere").await;
        let numbers = String::from_utf8(browser.get("/metrics").await.body.to_vec()).unwrap();
        for line in ["tereze_requests_total{class=\"4xx\"} 1\n", "\ntereze_jobs_given_up 0\n", "\ntereze_sessions 0\n"]
        {
            assert!(numbers.contains(line), "{line}\n{numbers}");
        }
        assert!(!numbers.contains('@'), "{numbers}");
    });
}

#[test]
fn of_many_backups_the_newest_stay() {
    let settings = settings(scratch_folder("operations"), "");
    let shelf = Shelf { folder: scratch_folder("shelf"), keep: 2 };
    std::fs::write(shelf.folder.join("notes.zip"), "not ours").unwrap();
    // The machine stopped while this one was written.
    std::fs::write(shelf.folder.join("tereze-2025-05-01T06-00-00Z.zip.part"), "PK").unwrap();
    wait(async {
        let app = App::open(&settings, supplied(), Clock::Stopped(now()), Chance::seeded(1)).await.unwrap();
        for moment in ["2025-06-01T06:00:00Z", "2025-06-02T06:00:00Z", "2025-06-03T06:00:00Z"] {
            make(&records(&app), &shelf, moment.parse().unwrap()).await.unwrap();
        }
        let twice = make(&records(&app), &shelf, now()).await;
        assert!(matches!(twice, Err(Problem::Taken(_))), "{twice:?}");
        app.store.close().await;
    });
    let mut names: Vec<_> = std::fs::read_dir(&shelf.folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["notes.zip", "tereze-2025-06-02T06-00-00Z.zip", "tereze-2025-06-03T06-00-00Z.zip"]);
    let (code, said) = run(&["backup", "drill", "--folder", text(&shelf.folder)]);
    assert!(code == 0 && said.contains("03T06-00-00Z.zip can be restored: it took"), "{code} {said}");
}

#[test]
fn each_day_brings_a_backup_and_each_minute_the_mail() {
    let folder = scratch_folder("shelf");
    let maildir = scratch_folder("maildir");
    let mut settings = settings(scratch_folder("operations"), "");
    settings.backup.folder = Some(folder.clone());
    settings.mail.maildir = Some(maildir.clone());
    std::fs::create_dir_all(maildir.join("new")).unwrap();
    wait(async {
        let app = office(&settings).await;
        let (reference, letter) = letter(&app, "<7@producer.test>").await;
        std::fs::write(maildir.join("new/1"), letter).unwrap();
        std::fs::write(maildir.join("new/2"), "From: a@b.test\r\nTo: nobody@film.test\r\n\r\nHello\r\n").unwrap();
        let worker = Worker::new(app.store.clone(), app::jobs(&app));
        worker.run_due_twice(now()).await.unwrap();
        assert_eq!(messages(&app.store, &reference).await, 1);
        app.store.close().await;
    });
    assert_eq!(std::fs::read_dir(maildir.join("new")).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(maildir.join("cur")).unwrap().count(), 2);
    let backups: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert_eq!(backups.len(), 1, "{backups:?}");
    assert_eq!(run(&["backup", "verify", text(&backups[0].as_ref().unwrap().path())]).0, 0);
}

/// A case that an outsider can write to, and a letter to it.
async fn letter(app: &App, id: &str) -> (String, String) {
    let sql = "select reference from case_record where is_closed = 0 order by id limit 1";
    let row = app.store.row(sql, values![]).await.unwrap().unwrap();
    let reference: String = row.get("reference").unwrap();
    let to = app.letters.reply_address(&reference.parse().unwrap());
    let text = format!(
        "From: Jean <jean@producer.test>\r\nTo: {to}\r\nSubject: Re\r\nMessage-ID: {id}\r\n\
         Date: Tue, 03 Jun 2025 06:00:00 +0000\r\n\r\nWe come in May\r\n"
    );
    (reference, text)
}

async fn messages(store: &Store, reference: &str) -> i64 {
    let sql = "select count(*) as number from case_message message join case_record entry on message.case_id = entry.id \
               where entry.reference = $1 and message.body = 'We come in May'";
    store.number(sql, values![reference]).await.unwrap()
}

#[test]
fn a_mail_by_pipe_lands_on_its_case_once_and_a_made_up_one_on_none() {
    let settings = settings(scratch_folder("operations"), "");
    let (reference, letter) = wait(async {
        let app = office(&settings).await;
        let letter = letter(&app, "<8@producer.test>").await;
        app.store.close().await;
        letter
    });
    let receive = |mail: &str| said(&tereze(&["mail", "receive", "--data", text(&settings.data)], mail.as_bytes()));
    let (code, answer) = receive(&letter);
    assert!(code == 0 && answer.contains(&format!("it stands in case {reference}")), "{code} {answer}");
    let (code, answer) = receive(&letter);
    assert!(code == 0 && answer.contains("it came before"), "{code} {answer}");
    let (code, answer) = receive("From: a@b.test\r\nTo: office+KZ-1@film.test\r\n\r\nHello\r\n");
    assert!(code == 0 && answer.contains("it names no case of ours"), "{code} {answer}");
    let (code, answer) = receive("");
    assert!(code == 65 && answer.contains("error: "), "{code} {answer}");
    wait(async {
        let store = Store::open(settings.database_place().unwrap(), Chance::seeded(1)).await.unwrap();
        assert_eq!(messages(&store, &reference).await, 1);
        store.close().await;
    });
}

/// Does to a database what the program never does.
fn meddle(settings: &Settings, sql: &'static str) {
    wait(async {
        let store = Store::open(settings.database_place().unwrap(), Chance::seeded(1)).await.unwrap();
        let change = store.upkeep(now()).await.unwrap();
        assert_eq!(change.run(sql, values![]).await.unwrap(), 1);
        change.commit().await.unwrap();
        store.close().await;
    });
}

#[test]
fn the_chain_is_verified_exported_and_noted_and_a_meddled_row_is_found() {
    let (settings, _) = backed_up();
    let data = text(&settings.data);
    let (code, verified) = run(&["audit", "verify", "--data", data]);
    assert!(code == 0 && verified.contains("the chain is whole"), "{code} {verified}");
    let file = scratch_folder("operations").join("audit.jsonl");
    let (code, exported) = run(&["audit", "export", text(&file), "--data", data]);
    assert!(code == 0, "{exported}");
    let mut before = "0".repeat(64);
    for line in std::fs::read_to_string(&file).unwrap().lines() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        let sum = files::Hash::of(entry["line"].as_str().unwrap().as_bytes()).to_string();
        assert_eq!((entry["hash"].as_str(), entry["previous"].as_str()), (Some(sum.as_str()), Some(before.as_str())));
        before = sum;
    }
    let (code, noted) = run(&["audit", "checkpoint", "--data", data]);
    assert!(code == 0 && noted.starts_with("On ") && noted.contains(&before), "{code} {noted}");
    meddle(&settings, "update audit set actor = 'account:somebody' where position = 3");
    let (code, verified) = run(&["audit", "verify", "--data", data]);
    assert!(code == 1 && verified.contains("entry 3 was changed"), "{code} {verified}");
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let nowhere = scratch_folder("operations").join("nothing");
    let (code, found) = run(&["doctor", "--data", text(&nowhere)]);
    assert!(code == 1 && found.contains("wrong database") && found.contains("tereze restore FILE"), "{code} {found}");
    assert!(!nowhere.exists(), "an examination changes nothing");

    let (settings, backup) = backed_up();
    let data = text(&settings.data);
    let (code, found) = run(&["doctor", "--full", "--data", data]);
    assert!(code == 0 && !found.contains("\nwrong "), "{code} {found}");

    let file = scratch_folder("operations").join("tereze.toml");
    let folder = backup.parent().unwrap();
    let written = format!(
        "data = {:?}\n[backup]\nfolder = {:?}\n[mail]\nfrom = \"office@film.test\"\nserver = \"127.0.0.1\"\nport = 1\nsecurity = \"none\"\n",
        settings.data, folder
    );
    std::fs::write(&file, written).unwrap();
    std::fs::rename(&backup, folder.join("tereze-2020-01-01T00-00-00Z.zip")).unwrap();
    let kept = settings.data.join("files/kept");
    let hash = files::Hash::of(PAPER).to_string();
    let paper = kept.join(&hash[..2]).join(&hash[2..]);
    std::fs::write(&paper, "something else").unwrap();
    meddle(&settings, "update audit set detail = '{}' where position = 2");
    meddle(
        &settings,
        "insert into job (id, kind, args, state, run_at, attempts, failure, made_at, ended_at) \
                       values ('01J00000000000000000000000', 'mail.send', 'null', 'given up', '2026-01-01T00:00:00Z', 8, 'x', \
                       '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')",
    );
    let (code, found) = run(&["doctor", "--full", "--settings", text(&file)]);
    let expected = [
        "wrong audit      the details of entry 2 were changed",
        "wrong uploads    0 missing, 1 damaged",
        "warn  jobs       1 given up: mail.send",
        "wrong mail       127.0.0.1:1 does not take letters",
        "wrong backup     the newest is ",
        "4 things are wrong",
    ];
    for line in expected {
        assert!(code == 1 && found.contains(line), "{line}\n{found}");
    }
    std::fs::remove_file(&paper).unwrap();
    let (_, found) = run(&["doctor", "--settings", text(&file)]);
    assert!(found.contains("wrong uploads    1 missing, 0 damaged"), "{found}");
}

#[test]
fn an_upload_that_is_gone_hinders_no_backup_and_is_named() {
    let (settings, _) = backed_up();
    std::fs::remove_dir_all(settings.data.join("files/kept")).unwrap();
    let shelf = scratch_folder("shelf");
    let (code, made) = run(&["backup", "now", "--data", text(&settings.data), "--folder", text(&shelf)]);
    let hash = files::Hash::of(PAPER);
    assert!(code == 0 && made.contains(&format!("warning: the upload {hash} is gone")), "{code} {made}");
}

#[test]
fn every_command_of_the_guide_is_one_of_the_program() {
    let guide = std::fs::read_to_string(root("docs/guide/operations.md")).unwrap();
    let unit = std::fs::read_to_string(root("docs/guide/tereze.service")).unwrap();
    let mut tried = 0;
    for line in guide.lines().chain(unit.lines()) {
        let line = line.split(['#', '`', '"']).find(|part| part.contains("tereze ")).unwrap_or_default();
        let Some((_, command)) = line.rsplit_once("tereze ").filter(|(before, _)| before.ends_with([' ', '/', '=']))
        else {
            let Some(command) = line.strip_prefix("tereze ") else { continue };
            tried += try_command(command);
            continue;
        };
        tried += try_command(command);
    }
    assert!(tried > 15, "{tried}");
}

/// Whether the program knows the words and options; 1, or 0 for what is no command of ours.
fn try_command(command: &str) -> usize {
    let words: Vec<&str> = command.split_whitespace().collect();
    let is_word =
        |word: &&&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !word.starts_with('-');
    let names: Vec<&str> = words.iter().take_while(is_word).copied().collect();
    let starts = ["audit", "backup", "doctor", "mail", "move-store", "restore", "serve", "settings", "upgrade", "work"];
    if !names.first().is_some_and(|name| starts.contains(name)) {
        return 0;
    }
    let (code, help) = run(&[&names[..], &["--help"]].concat());
    assert_eq!(code, 0, "{command}");
    for option in words.iter().filter(|word| word.starts_with("--")) {
        assert!(help.contains(option), "{command}: {option}");
    }
    1
}

#[test]
fn an_older_database_is_brought_up_to_date_after_a_backup_that_leads_back() {
    for database in places() {
        let mut settings = settings(scratch_folder("operations"), &database);
        settings.backup.folder = Some(scratch_folder("shelf"));
        // As it was before its youngest table came.
        let all = migrations();
        let (newest, older) = all.split_last().unwrap();
        let table = newest.sql.lines().find_map(|line| line.strip_prefix("create table ")).unwrap();
        let table = table.split([' ', '(']).next().unwrap();
        let before = wait(async {
            let store = Store::open(settings.database_place().unwrap(), Chance::seeded(7)).await.unwrap();
            store.migrate(older).await.unwrap();
            people::first_run(&store, now()).await.unwrap();
            let before = store.snapshot(older).await.unwrap().hashes().await.unwrap();
            store.close().await;
            before
        });
        let found = wait(app::operations::lacking(&settings, Chance::Machine)).unwrap();
        assert_eq!(found, [newest.step()]);
        let upgraded = wait(app::operations::upgrade(&settings, now(), Chance::Machine)).unwrap();
        assert_eq!(upgraded.steps, [newest.step()]);
        assert!(wait(app::operations::lacking(&settings, Chance::Machine)).unwrap().is_empty());
        let again = wait(app::operations::upgrade(&settings, now(), Chance::Machine)).unwrap();
        assert!(again.steps.is_empty() && again.backup.is_none(), "there is nothing to do twice");

        let mut backup = Backup::open(&upgraded.backup.unwrap()).unwrap();
        assert!(backup.manifest.tables.iter().all(|each| each.table != table), "{table} was not there yet");
        assert_eq!(backup.manifest.tables, before, "the backup is of the time before");
        let folder = scratch_folder("restored").join("data");
        let target = Target {
            data: folder.clone(),
            database: Place::Sqlite(folder.join("tereze.db")),
            files: app::operations::FilesPlace::Folder(folder.join("files")),
        };
        let restored = wait(restore(&mut backup, &target, Chance::Machine)).unwrap();
        assert_eq!(restored.tables, before);
        assert_eq!(restored.steps, [newest.step()], "and is brought up to date where it is restored");
    }
}
