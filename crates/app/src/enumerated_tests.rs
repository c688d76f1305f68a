//! What is tried for everything there is: every route for everybody, every statement, every page in every language,
//! every job twice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use jobs::Worker;
use kernel::Id;
use store::Store;
use testkit::{Browser, on_each_database};
use web::{Clock, Listed, Permission, Role, Visitor};

use crate::tests::{app_on, root};
use crate::{App, migrations};

/// The moment at which the sample office is looked at.
const NOW: &str = "2026-11-24T06:00:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

async fn sample(store: &Store) -> App {
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

/// Follows the links of the site as one person, some addresses of each route; notes what each route has shown.
async fn walk(
    browser: &mut Browser,
    tag: &str,
    listed: &[Listed],
    starts: Vec<String>,
    told: &mut BTreeMap<&'static str, Vec<(String, String)>>,
) {
    const OF_EACH: usize = 4;
    let mut waiting = starts;
    let mut seen = BTreeSet::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        let fitting = listed.iter().filter(|route| route.method == "GET" && fits(route.path, &path));
        // `/theme` is a form, and not the front page of a language of that name.
        let Some(route) = fitting.min_by_key(|route| route.path.matches('{').count()) else { continue };
        let count = counts.entry(route.path).or_default();
        if *count >= OF_EACH || !seen.insert(path.clone()) {
            continue;
        }
        *count += 1;
        let answer = browser.get(&path).await;
        let status = answer.status.as_u16();
        // The address of a form that is only sent.
        if status == 405 {
            counts.entry(route.path).and_modify(|count| *count -= 1);
            continue;
        }
        assert!(status < 400, "{path} answers {status}: {}", answer.text());
        if (300..400).contains(&status) {
            waiting.push(answer.header("location").to_owned());
            continue;
        }
        let is_page = answer.header("content-type").starts_with("text/html");
        let html = if is_page { answer.html() } else { String::new() };
        told.entry(route.path).or_default().push((path, html));
        if is_page {
            let links = answer.links().into_iter().map(|link| link.replace("&amp;", "&").replace("&#38;", "&"));
            let own = links.filter(|link| link.starts_with(&format!("/{tag}/")));
            waiting.extend(own.map(|link| link.split('#').next().unwrap_or_default().to_owned()));
        }
    }
}

/// Whether an address belongs to a pattern.
fn fits(pattern: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(one, other)| one == other || one.starts_with('{'))
}

/// What no link on the walk leads to: secrets, and what comes of forms. Each has a story of its own in its slice.
const NOT_LINKED: [&str; 24] = [
    "/{lang}/sign-in/link/{secret}",
    "/{lang}/sign-in/password/{secret}",
    "/{lang}/office/merge/{a}/{b}",
    "/{lang}/office/operations/{id}",
    "/{lang}/office/cases/{reference}/documents/{version}",
    "/{lang}/office/settings/keys",
    "/{lang}/office/views/{id}",
    "/{lang}/start/{draft}/{step}",
    "/{lang}/start/{draft}/sent",
    "/{lang}/start/{draft}/answer.ics",
    "/{lang}/office/productions/{reference}/scripts/{script}",
    "/{lang}/office/productions/{reference}/scripts/{script}/file",
    "/{lang}/portal/estimates/{estimate}",
    "/{lang}/portal/join/{secret}",
    "/{lang}/portal/productions/{reference}/documents/{file}",
    "/{lang}/portal/productions/{reference}/scripts/{script}",
    "/{lang}/portal/productions/{reference}/scripts/{script}/log",
    "/{lang}/demo/letters/{id}",
    "/{lang}/incentive/calculator/drafts/{draft}",
    "/{lang}/estimates/{id}",
    "/{lang}/estimates/{id}/estimate.pdf",
    "/{lang}/estimates/{id}/figures/{name}",
    "/{lang}/estimates/{id}/lines",
    "/{lang}/estimates/{id}/lines.csv",
];

#[tokio::test]
async fn every_page_can_be_read_in_every_language() {
    on_each_database(&migrations(), async |store| {
        let app = sample(&store).await;
        let listed = crate::routes(&app).listed().to_vec();
        let staff = people::list_staff(&store).await.unwrap();
        let producers = people::list_outside_staff(&store, 50).await.unwrap();
        let router = crate::router(app).unwrap();
        let own = staff.iter().find(|one| one.roles.contains(&Role::Officer)).unwrap();
        let everything = Visitor { roles: Role::ALL.to_vec(), ..own.clone() };
        let chloe = producers.iter().find(|one| one.email.starts_with("chloe")).unwrap();
        let producer =
            Visitor { account: chloe.id, name: chloe.name.clone(), email: chloe.email.clone(), roles: Vec::new() };
        for tag in ["en", "ru", "kk"] {
            let mut told = BTreeMap::new();
            let start = |paths: &[&str]| paths.iter().map(|path| format!("/{tag}/{path}")).collect::<Vec<_>>();
            let mut stranger = Browser::new(router.clone());
            let everywhere = ["", "start", "sign-in", "sign-in/staff", "sign-in/reset", "demo", "styleguide"];
            walk(&mut stranger, tag, &listed, start(&everywhere), &mut told).await;
            let mut officer = Browser::new(router.clone());
            officer.sign_in(&store, &everything, now()).await;
            let office = ["office", "office/keys", "office/search?q=planet", "office/cases", "office/productions"];
            walk(&mut officer, tag, &listed, start(&office), &mut told).await;
            let mut maker = Browser::new(router.clone());
            maker.sign_in(&store, &producer, now()).await;
            walk(&mut maker, tag, &listed, start(&["portal/", "portal/account"]), &mut told).await;
            for (path, html) in told.values().flatten() {
                let raw = raw_keys(html);
                assert!(raw.is_empty(), "{path} shows keys and not words: {raw:?}");
            }
            let in_language = |route: &&Listed| route.method == "GET" && route.path.starts_with("/{lang}/");
            let unread: Vec<&str> = listed
                .iter()
                .filter(in_language)
                .map(|route| route.path)
                .filter(|path| !told.contains_key(path))
                .collect();
            assert_eq!(unread, NOT_LINKED, "pages that no link leads to");
        }
    })
    .await;
}

/// Words of the page that look as keys do: `case-not-found`.
fn raw_keys(html: &str) -> Vec<String> {
    let known: BTreeSet<String> = crate::words()
        .iter()
        .flat_map(|slice| slice.files)
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key.to_owned()))
        .filter(|key| key.matches('-').count() > 1)
        .collect();
    testkit::visible(html).split(' ').filter(|word| known.contains(*word)).map(str::to_owned).collect()
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
