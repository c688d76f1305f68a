//! What the records promise, on each database.
#![cfg(test)]

use jiff::Timestamp;
use kernel::Actor;
use serde_json::json;
use store::{By, Entry, Migration, Query, Store, StoreError, Verdict, values};
use testkit::{fresh_postgres, fresh_store, on_each_database};

const STEP: Migration = Migration {
    owner: "test",
    name: "0001",
    sql: "create table thing (\n    id text primary key,\n    size bigint,\n    share double precision,\n    face blob,\n    note text\n);\n",
};

fn by(reason: &str) -> By {
    By { actor: Actor::Stranger, moment: moment(0), reason: reason.to_owned() }
}

fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

async fn add(store: &Store, id: &str, note: Option<&str>) -> Result<(), StoreError> {
    let change = store.change(by("test.add")).await?;
    let sql = "insert into thing (id, size, share, face, note) values ($1, $2, $3, $4, $5)";
    change.run(sql, values![id, Some(-5_i64), 0.1_f64, vec![0_u8, 255], note]).await?;
    change.record(Entry::new("thing", id, "added").after(json!({ "note": note }))).await;
    change.commit().await
}

#[tokio::test]
async fn what_was_committed_is_read_back_as_it_was() {
    on_each_database(&[STEP], async |store| {
        add(&store, "a", None).await.unwrap();
        let row = store.row("select id, size, share, face, note from thing", values![]).await.unwrap().unwrap();
        assert_eq!(row.get::<String>("id").unwrap(), "a");
        assert_eq!(row.get::<i64>("size").unwrap(), -5);
        assert_eq!(row.get::<f64>("share").unwrap().to_string(), "0.1");
        assert_eq!(row.get::<Vec<u8>>("face").unwrap(), [0, 255]);
        assert_eq!(row.get::<Option<String>>("note").unwrap(), None);
        assert!(row.get::<String>("note").is_err() && row.get::<i64>("nowhere").is_err());
        let taken = add(&store, "a", None).await.unwrap_err();
        assert!(taken.is_taken(), "{taken:?}");
        assert_eq!(store.number("select count(*) from thing", values![]).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_change_that_is_dropped_or_says_nothing_leaves_no_trace() {
    on_each_database(&[STEP], async |store| {
        let change = store.change(by("test.drop")).await.unwrap();
        change.run("insert into thing (id) values ($1)", values!["a"]).await.unwrap();
        assert_eq!(change.number("select count(*) from thing", values![]).await.unwrap(), 1);
        assert_eq!(store.number("select count(*) from thing", values![]).await.unwrap(), 0);
        drop(change);
        let change = store.change(by("test.silent")).await.unwrap();
        change.run("insert into thing (id) values ($1)", values!["b"]).await.unwrap();
        assert!(matches!(change.commit().await, Err(StoreError::Unrecorded { .. })));
        assert_eq!(store.number("select count(*) from thing", values![]).await.unwrap(), 0);
        assert_eq!(store.checkpoint().await.unwrap().position, 0);
    })
    .await;
}

#[tokio::test]
async fn one_change_at_a_time_so_numbers_have_no_gaps() {
    on_each_database(&[STEP], async |store| {
        let count = async |store: Store, gives_up: bool| {
            let change = store.change(by("test.count")).await.unwrap();
            let number = change.next_number("reference").await.unwrap();
            if gives_up {
                return None;
            }
            change.record(Entry::new("reference", number, "given")).await;
            change.commit().await.unwrap();
            Some(number)
        };
        let tasks: Vec<_> = (0..24).map(|at| tokio::spawn(count(store.clone(), at % 4 == 0))).collect();
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.extend(task.await.unwrap());
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=18).collect::<Vec<i64>>());
        assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(last) if last.position == 18));
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_is_answered_as_the_first_time() {
    on_each_database(&[STEP], async |store| {
        let change = store.change(by("test.once")).await.unwrap();
        assert_eq!(change.once("key", "/en/start/KZ-2026-0001").await.unwrap(), None);
        change.record(Entry::new("thing", "a", "added")).await;
        change.commit().await.unwrap();
        let again = store.change(by("test.once")).await.unwrap();
        assert_eq!(again.once("key", "/elsewhere").await.unwrap().as_deref(), Some("/en/start/KZ-2026-0001"));
        assert_eq!(again.once("other", "/x").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn whoever_changes_the_chain_is_found_out() {
    on_each_database(&[STEP], async |store| {
        for id in ["a", "b", "c", "d"] {
            add(&store, id, Some("қ")).await.unwrap();
        }
        assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(last) if last.position == 4));
        let meddle = async |sql: &'static str| {
            let change = store.upkeep(moment(1)).await.unwrap();
            change.run(sql, values![]).await.unwrap();
            change.commit().await.unwrap();
            match store.verify_audit().await.unwrap() {
                Verdict::Whole(_) => "whole".to_owned(),
                Verdict::Broken { position, why } => format!("{position} {why:?}"),
            }
        };
        assert_eq!(meddle("update audit set detail = '{}' where position = 2").await, "2 DetailChanged");
        assert_eq!(meddle("update audit set detail = null where position = 2").await, "whole");
        assert_eq!(meddle("update audit set actor = 'account:x' where position = 3").await, "3 Changed");
        assert_eq!(meddle("update audit set actor = 'stranger' where position = 3").await, "whole");
        assert_eq!(meddle("delete from audit where position = 4").await, "4 Missing");
        assert_eq!(meddle("update audit_head set position = 3").await, "3 HeadDiffers");
        assert_eq!(meddle("delete from audit where position = 2").await, "2 Missing");
    })
    .await;
}

#[tokio::test]
async fn details_whose_time_is_over_can_be_blanked_and_the_chain_holds() {
    on_each_database(&[STEP], async |store| {
        add(&store, "a", Some("+7 701 000 00 00")).await.unwrap();
        let mut late = by("retention");
        late.moment = moment(60);
        let change = store.change(late).await.unwrap();
        assert_eq!(change.blank_audit_of("thing", "a", moment(30)).await.unwrap(), 1);
        change.commit().await.unwrap();
        let links = store.audit_of("thing", "a", 10).await.unwrap();
        assert_eq!(links.iter().map(|link| link.deed.as_str()).collect::<Vec<_>>(), ["details blanked", "added"]);
        assert_eq!(links[1].detail, None);
        assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(_)));
    })
    .await;
}

#[tokio::test]
async fn steps_are_taken_once_and_a_newer_or_changed_database_is_refused() {
    on_each_database(&[STEP], async |store| {
        assert_eq!(store.migrate(&[STEP]).await.unwrap(), Vec::<String>::new());
        let second =
            Migration { owner: "test", name: "0002", sql: "create table other (\n    id text primary key\n);" };
        assert_eq!(store.migrate(&[STEP, second]).await.unwrap(), ["test-0002"]);
        assert!(matches!(store.migrate(&[STEP]).await, Err(StoreError::Newer(step)) if step == "test-0002"));
        let changed = Migration { sql: "create table thing (id text)", ..STEP };
        assert!(
            matches!(store.migrate(&[changed, second]).await, Err(StoreError::ChangedStep(step)) if step == "test-0001")
        );
    })
    .await;
}

/// All lines of all tables, as a backup has them.
async fn lines(store: &Store) -> Vec<(&'static str, Vec<String>)> {
    let mut snapshot = store.snapshot(&[STEP]).await.unwrap();
    let mut all = Vec::new();
    for table in snapshot.tables().to_vec() {
        let mut lines = Vec::new();
        let take = |line| {
            lines.push(line);
            Ok::<_, StoreError>(())
        };
        snapshot.each_line(table, take).await.unwrap();
        all.push((table, lines));
    }
    all
}

async fn fill(store: &Store, from: &[(&'static str, Vec<String>)]) -> Result<(), StoreError> {
    let lines = |table: &str| {
        let lines = from.iter().find(|(known, _)| *known == table).map(|(_, lines)| lines.clone()).unwrap_or_default();
        Ok(lines.into_iter().map(Ok))
    };
    store.fill(&[STEP], lines).await.map(drop)
}

#[tokio::test]
async fn everything_moves_there_and_back_with_equal_hashes() {
    on_each_database(&[STEP], async |store| {
        for (id, note) in [("ә", None), ("b", Some("\"quoted\" \u{1F3AC}")), ("c", Some(""))] {
            add(&store, id, note).await.unwrap();
        }
        let before = store.snapshot(&[STEP]).await.unwrap().hashes().await.unwrap();
        let there = match fresh_postgres().await {
            Some(server) => {
                server.migrate(&[STEP]).await.unwrap();
                server
            }
            None => fresh_store(&[STEP]).await,
        };
        fill(&there, &lines(&store).await).await.unwrap();
        assert_eq!(there.snapshot(&[STEP]).await.unwrap().hashes().await.unwrap(), before);
        let back = fresh_store(&[STEP]).await;
        fill(&back, &lines(&there).await).await.unwrap();
        assert_eq!(back.snapshot(&[STEP]).await.unwrap().hashes().await.unwrap(), before);
        assert!(matches!(back.verify_audit().await.unwrap(), Verdict::Whole(last) if last.position == 3));
        let again = fill(&back, &lines(&there).await).await;
        assert!(matches!(again, Err(StoreError::NotEmpty(_))), "{again:?}");
    })
    .await;
}
