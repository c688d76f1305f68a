//! What is tried for everything there is: every route for everybody, every statement, every job twice.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use jobs::Worker;
use kernel::Id;
use store::Store;
use testkit::{Browser, on_each_database};
use web::{Clock, Permission, Role, Visitor};

use crate::tests::{app_on, root};
use crate::{App, migrations};

/// The moment at which the sample office is looked at.
const NOW: &str = "2026-11-24T06:00:00Z";

pub(crate) fn now() -> Timestamp {
    NOW.parse().unwrap()
}

pub(crate) async fn sample(store: &Store) -> App {
    let mut app = app_on(store.clone(), "kazakhstan", Clock::Stopped(now()));
    let office = std::fs::read_to_string(root("profiles/kazakhstan/demo/office.toml")).unwrap();
    app.show_sample(&office).await.unwrap();
    app
}

/// Everybody who may come: a name for the table, and who they are.
fn everybody() -> Vec<(&'static str, Option<Visitor>)> {
    let visitor = |roles: &[Role]| Visitor {
        account: Id::new(1, 1),
        name: "Somebody".to_owned(),
        email: "somebody@film.test".to_owned(),
        roles: roles.to_vec(),
    };
    let mut all = vec![("stranger", None), ("account", Some(visitor(&[])))];
    all.extend(Role::ALL.map(|role| (role.word(), Some(visitor(&[role])))));
    all
}

/// The table of the repository: who is let in where.
fn table(app: &App) -> String {
    let mut text = String::from(
        "# Permissions\n\nWho is let in at each address: ● to look or to do, · told that there is no such page (a \
         stranger is led to the sign-in). What somebody may see of one production is asked where it is read. This page \
         is compared with the program by a test.\n\n| Address | Permission |",
    );
    let everybody = everybody();
    for (name, _) in &everybody {
        text.push_str(&format!(" {name} |"));
    }
    text.push_str(&format!("\n|---|---|{}\n", "---|".repeat(everybody.len())));
    let routes = crate::routes(app);
    let mut lines: Vec<String> = routes
        .listed()
        .iter()
        .map(|route| {
            let admits = everybody.iter().map(|(_, who)| {
                if route.permission.admits(who.as_ref(), route.method != "GET") { " ● |" } else { " · |" }
            });
            let admits: String = admits.collect();
            format!("| {} `{}` | {:?} |{admits}", route.method, route.path, route.permission)
        })
        .collect();
    lines.sort();
    text.push_str(&lines.join("\n"));
    text.push('\n');
    text
}

#[tokio::test]
async fn the_table_of_permissions_is_what_the_program_does() {
    on_each_database(&migrations(), async |store| {
        let app = sample(&store).await;
        let path = root("docs/reference/permissions.md");
        let told = table(&app);
        if testkit::rewrites() {
            std::fs::write(&path, &told).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        let (kept, told): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), told.lines().collect());
        let differ: Vec<_> = kept.symmetric_difference(&told).collect();
        assert!(differ.is_empty(), "write it anew with TEREZE_UPDATE=1: {differ:#?}");
    })
    .await;
}

/// An address of a pattern that leads to nothing in particular.
fn address(pattern: &str) -> String {
    let parts = pattern.split('/').map(|part| match part {
        "{lang}" => "en".to_owned(),
        place if place.starts_with('{') => "01J9ZK3V5T0000000000000001".to_owned(),
        word => word.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_route_lets_in_whom_the_table_names_and_nobody_else() {
    on_each_database(&migrations(), async |store| {
        let app = sample(&store).await;
        let listed = crate::routes(&app).listed().to_vec();
        let router = crate::router(app).unwrap();
        let mut wrong = Vec::new();
        for (name, who) in everybody() {
            let mut browser = Browser::new(router.clone());
            for route in &listed {
                // Each time anew: signing out is a route too.
                browser.forget();
                if let Some(who) = &who {
                    browser.sign_in(&store, who, now()).await;
                }
                let changes = route.method != "GET";
                let path = address(route.path);
                let answer = if changes { browser.post(&path, &[]).await } else { browser.get(&path).await };
                let admits = route.permission.admits(who.as_ref(), changes);
                let turned_away = match (&who, changes) {
                    (None, false) => answer.header("location").starts_with("/en/sign-in?next="),
                    (None, true) => answer.status.as_u16() == 401,
                    (Some(_), _) => answer.status.as_u16() == 404,
                };
                let is_wrong = if admits {
                    answer.status.is_server_error() || answer.status.as_u16() == 401
                } else {
                    !turned_away
                };
                if is_wrong {
                    wrong.push(format!("{name}: {} {path} {}", route.method, answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let guarded = listed.iter().filter(|route| route.permission != Permission::Public).count();
        assert!(guarded > 60, "{guarded} routes are guarded");
    })
    .await;
}

#[tokio::test]
async fn a_sample_that_is_taken_away_leaves_no_row_and_takes_nothing_else() {
    on_each_database(&migrations(), async |store| {
        let app = app_on(store.clone(), "kazakhstan", Clock::Stopped(now()));
        let by = store::By { actor: kernel::Actor::program("test"), moment: now(), reason: "test".to_owned() };
        let change = store.change(by).await.unwrap();
        people::find_or_make(&change, "real@film.test", "Real Person", "kk", "Asia/Almaty").await.unwrap();
        change.commit().await.unwrap();
        let kept = ["audit", "audit_head", "counter"];
        let hashes = async || {
            let all = store.snapshot(&migrations()).await.unwrap().hashes().await.unwrap();
            all.into_iter().filter(|table| !kept.contains(&table.table.as_str())).collect::<Vec<_>>()
        };
        let before = hashes().await;
        let office = std::fs::read_to_string(root("profiles/kazakhstan/demo/office.toml")).unwrap();
        app.load_sample(&office).await.unwrap();
        assert_ne!(hashes().await, before);
        let gone = crate::purge(&store, now()).await.unwrap();
        assert!(gone > 150, "{gone} rows");
        let after = hashes().await;
        let left: Vec<_> = after.iter().zip(&before).filter(|(one, other)| one != other).collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(matches!(store.verify_audit().await.unwrap(), store::Verdict::Whole(_)));
    })
    .await;
}

#[tokio::test]
async fn every_job_may_run_twice() {
    on_each_database(&migrations(), async |store| {
        let app = sample(&store).await;
        let worker = Worker::new(store.clone(), crate::jobs(&app));
        for days in [0, 1, 40] {
            let moment = now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            let ran = worker.run_due_twice(moment).await.unwrap();
            assert!(ran.retried == 0 && ran.given_up == 0, "{ran:?}");
        }
        assert!(matches!(store.verify_audit().await.unwrap(), store::Verdict::Whole(_)));
    })
    .await;
}

/// Every text of a statement in every `sql.rs` of the workspace.
fn statements() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    gather(&root("crates"), &mut files);
    let mut found = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        for literal in literals(&text) {
            let is_statement = ["select ", "insert into ", "update ", "delete from ", "with "]
                .iter()
                .any(|start| literal.starts_with(start));
            if is_statement {
                found.push((path.clone(), literal));
            }
        }
    }
    found
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let is_sql = entry.file_name().is_some_and(|name| name == "sql.rs");
        let in_sql = entry.parent().is_some_and(|parent| parent.ends_with("src/sql"));
        if entry.is_dir() {
            gather(&entry, files);
        } else if is_sql || (in_sql && entry.extension().is_some_and(|ending| ending == "rs")) {
            files.push(entry);
        }
    }
}

/// The string literals of a source text, with their line ends taken out as the compiler does.
fn literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '"' {
            continue;
        }
        let mut literal = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => break,
                '\\' => match letters.next() {
                    Some('\n') => while letters.next_if(|next| next.is_whitespace()).is_some() {},
                    Some(other) => literal.push(other),
                    None => break,
                },
                other => literal.push(other),
            }
        }
        found.push(literal);
    }
    found
}

#[tokio::test]
async fn every_statement_is_understood_by_each_database() {
    on_each_database(&migrations(), async |store| {
        let statements = statements();
        assert!(statements.len() > 150, "{} statements", statements.len());
        let mut wrong = Vec::new();
        for (path, sql) in statements {
            if let Err(error) = store.prepare(sql.clone()).await {
                wrong.push(format!(
                    "{}: {sql}: {:?}",
                    path.display(),
                    std::error::Error::source(&error).map(ToString::to_string)
                ));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    })
    .await;
}
