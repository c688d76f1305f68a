//! The server is killed at random moments while people send inquiries, again and again. Whatever was acknowledged is
//! there afterwards, the chain is whole, and no file is without its row or row without its file. A table of places is
//! brought in the same way: after each death all of it is there, or nothing.
//!
//! Six times as part of all tests; `TEREZE_SLOW=1` kills two hundred times, and restarts PostgreSQL underneath where
//! `TEREZE_TEST_POSTGRES_RESTART` says how.

#![cfg(test)]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use files::{Keep, Scanner};
use jiff::SignedDuration;
use store::{Chance, Place, Query, Store, Verdict, values};
use testkit::{fresh_postgres_address, scratch_folder, slow};

/// What the server said yes to.
#[derive(Default)]
struct Acknowledged {
    /// Draft addresses with the title that was typed.
    drafts: Vec<(String, String)>,
    /// Addresses of confirmations.
    sent: Vec<String>,
}

struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts on a port and waits until it answers.
    fn start(data: &Path, database: &str, port: u16) -> Self {
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut child = Command::new(env!("CARGO_BIN_EXE_tereze"))
            .args(["serve", "--listen", &address.to_string(), "--database", database, "--data"])
            .arg(data)
            .arg("--settings")
            .arg(data.join("settings.toml"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..1_500 {
            if TcpStream::connect(address).is_ok() {
                return Self { child, address };
            }
            assert!(child.try_wait().unwrap().is_none(), "the server does not start any more");
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the server does not answer");
    }

    /// As a power cut does: no signal that could be heard.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Status and `Location` of an answer that came whole; nothing if the line broke.
fn ask(address: SocketAddr, sender: &str, method: &str, path: &str, body: &[u8]) -> Option<(u16, String, String)> {
    let headers = format!("X-Forwarded-For: {sender}\r\nContent-Type: multipart/form-data; boundary=x\r\n");
    ask_with(address, &headers, method, path, body)
}

fn ask_with(
    address: SocketAddr,
    headers: &str,
    method: &str,
    path: &str,
    body: &[u8],
) -> Option<(u16, String, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
         {headers}Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let location = head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default().to_owned();
    Some((status, location, body.to_owned()))
}

fn form(fields: &[(&str, &str)], script: Option<&str>) -> Vec<u8> {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    if let Some(script) = script {
        body.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"script\"; filename=\"a.fountain\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n{script}\r\n"
        ));
    }
    body.push_str("--x--\r\n");
    body.into_bytes()
}

/// A page of the inquiry, what is typed into it, and a script.
type Step<'s> = (&'s str, &'s [(&'s str, &'s str)], Option<&'s str>);

/// One inquiry after the other until told to stop; what is acknowledged is noted at once.
fn people(address: SocketAddr, name: u64, stop: &AtomicBool, noted: &Mutex<Acknowledged>) {
    for number in 0.. {
        let title = format!("Film {name}-{number}");
        if inquire(address, &title, stop, noted).is_none() || stop.load(Ordering::Relaxed) {
            return;
        }
    }
}

fn inquire(address: SocketAddr, title: &str, stop: &AtomicBool, noted: &Mutex<Acknowledged>) -> Option<()> {
    let email = format!("{}@film.test", title.to_lowercase().replace(' ', "-"));
    let script = format!("Title: {title}\n\nINT. HUT - DAY\n\nShe waits.\n");
    let first = [("title", title), ("format", "feature"), ("brief", "Two walk home."), ("confidentiality", "open")];
    let (status, when, _) = ask(address, title, "POST", "/en/start", &form(&first, None))?;
    assert_eq!(status, 303, "a first page is taken");
    let draft = when.trim_end_matches("/when").to_owned();
    noted.lock().unwrap().drafts.push((draft.clone(), title.to_owned()));
    let who = [
        ("name", "Chloé"),
        ("email", email.as_str()),
        ("company", "Rouge"),
        ("country", "France"),
        ("phone", ""),
        ("zone", "Europe/Paris"),
        ("source", "market"),
    ];
    let steps: [Step; 5] = [
        ("when", &[("shooting-days", "24"), ("flexible", "yes")], None),
        ("looks", &[("looks", "Red canyons")], Some(&script)),
        ("budget", &[("budget", "unknown")], None),
        ("needs", &[("needs", "locations")], None),
        ("who", &who, None),
    ];
    for (step, fields, script) in steps {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        let (status, _, body) = ask(address, title, "POST", &format!("{draft}/{step}"), &form(fields, script))?;
        assert_eq!(status, 303, "`{step}` is taken: {}", testkit::visible(&body));
    }
    let (status, sent, body) = ask(address, title, "POST", &format!("{draft}/check"), &form(&[], None))?;
    assert_eq!(status, 303, "the inquiry is taken: {}", testkit::visible(&body));
    noted.lock().unwrap().sent.push(sent);
    Some(())
}

/// Kills the server so many times under load, and looks at what is left.
fn torment(place: &Place, database: &str, kills: u64, between: &mut dyn FnMut(u64)) {
    let data = scratch_folder("crash");
    // Behind a proxy each sender has a pace of their own; otherwise all of them would be one.
    std::fs::write(data.join("settings.toml"), "behind_proxy = true\n").unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let noted = Mutex::new(Acknowledged::default());
    let mut dice = 0x9E37_79B9_7F4A_7C15_u64;
    for round in 0..kills {
        let server = Server::start(&data, database, port);
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for name in 0..3 {
                let (stop, noted, address) = (&stop, &noted, server.address);
                scope.spawn(move || people(address, round * 3 + name, stop, noted));
            }
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            std::thread::sleep(Duration::from_millis(30 + dice % 600));
            stop.store(true, Ordering::Relaxed);
            server.kill();
        });
        between(round);
    }
    let server = Server::start(&data, database, port);
    let noted = noted.into_inner().unwrap();
    println!("{kills} kills; {} drafts and {} inquiries were acknowledged", noted.drafts.len(), noted.sent.len());
    assert!(noted.sent.len() as u64 > kills / 4 && noted.drafts.len() > noted.sent.len() / 2, "there was some load");
    for (draft, title) in &noted.drafts {
        let (_, _, body) = ask(server.address, "reader", "GET", &format!("{draft}/check"), b"").unwrap();
        let (_, _, sent) = ask(server.address, "reader", "GET", &format!("{draft}/sent"), b"").unwrap();
        assert!(body.contains(title) || sent.contains("KZ-"), "{draft}: `{title}` was acknowledged and is lost");
    }
    for sent in &noted.sent {
        let (status, _, body) = ask(server.address, "reader", "GET", sent, b"").unwrap();
        assert!(status == 200 && body.contains("KZ-"), "{sent} was acknowledged and is lost: {status}");
    }
    server.kill();
    tokio::runtime::Runtime::new().unwrap().block_on(look(place, &data, noted.sent.len()));
}

/// The records and the files, once everything stands still.
async fn look(place: &Place, data: &Path, sent: usize) {
    let store = Store::open(place.clone(), Chance::seeded(5)).await.unwrap();
    match store.verify_audit().await.unwrap() {
        Verdict::Whole(last) => println!("the chain of {} entries is whole", last.position),
        Verdict::Broken { position, why } => panic!("the chain breaks at {position}: {why:?}"),
    }
    let kept = store.number("select count(*) from production", values![]).await.unwrap();
    assert!(usize::try_from(kept).unwrap() >= sent, "{kept} productions for {sent} inquiries");
    let twice =
        "select count(*) from (select reference from production group by reference having count(*) > 1) as twice";
    assert_eq!(store.number(twice, values![]).await.unwrap(), 0, "no reference was given twice");
    let keep = Keep::open(&files::Place::Folder(data.join("files")), Scanner::Off, Chance::seeded(6)).unwrap();
    let later = web::Clock::Machine.now().checked_add(SignedDuration::from_hours(2)).unwrap();
    let swept = files::sweep(&store, &keep, later).await.unwrap();
    assert!(swept.missing.is_empty(), "rows without their files: {:?}", swept.missing);
    println!("{} files were on their way when the server died, and have been swept", swept.removed);
    let again = files::sweep(&store, &keep, later).await.unwrap();
    assert_eq!((again.removed, again.missing.len()), (0, 0), "no orphan is left");
    store.close().await;
}

#[test]
fn a_server_that_is_killed_loses_nothing_it_has_acknowledged() {
    let kills = if slow() { 200 } else { 6 };
    let database = scratch_folder("crash-database").join("tereze.db");
    let place = Place::Sqlite(database.clone());
    torment(&place, database.to_str().unwrap(), kills, &mut |_| {});
    if let Some(address) = fresh_postgres_address() {
        let place = Place::Postgres(address.clone());
        let restart = testkit::postgres_restart();
        torment(&place, &address, if slow() { 60 } else { 4 }, &mut |round| {
            if let Some(command) = restart.as_ref().filter(|_| round % 5 == 4) {
                assert!(Command::new("sh").args(["-c", command]).status().unwrap().success(), "{command}");
            }
        });
    }
}

const ROWS: i64 = 300;

/// An office that brings a table of places in, and whose machine dies at every step.
struct Importing {
    data: PathBuf,
    place: Place,
    port: u16,
    session: String,
    dice: u64,
}

impl Importing {
    fn new() -> Self {
        let data = scratch_folder("crash-import");
        std::fs::write(data.join("settings.toml"), "behind_proxy = true\n").unwrap();
        let place = Place::Sqlite(data.join("tereze.db"));
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut importing = Self { data, place, port, session: String::new(), dice: 0x2545_F491_4F6C_DD1D };
        importing.server().kill();
        importing.session = importing.with_store(async |store| {
            let secret = store.secret();
            let change = store.upkeep(web::Clock::Machine.now()).await.unwrap();
            let officer = web::Visitor {
                account: kernel::Id::new(1, 1),
                name: "Officer".to_owned(),
                email: "officer@film.test".to_owned(),
                roles: vec![web::Role::Officer],
            };
            web::Session::keep(&change, &secret, &officer, "test", 1).await.unwrap();
            change.commit().await.unwrap();
            secret
        });
        importing
    }

    fn server(&self) -> Server {
        Server::start(&self.data, self.data.join("tereze.db").to_str().unwrap(), self.port)
    }

    fn with_store<T>(&self, work: impl AsyncFnOnce(&Store) -> T) -> T {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let store = Store::open(self.place.clone(), Chance::seeded(5)).await.unwrap();
            let done = work(&store).await;
            store.close().await;
            done
        })
    }

    /// Sends a form again and again while the machine dies under it, and at last with a machine that lives. Gives
    /// where it led. After each death the places are none or all.
    fn insist(&mut self, deaths: u64, path: &str, kind: &str, body: &[u8]) -> String {
        let headers =
            format!("Cookie: session={}\r\nX-Forwarded-For: office\r\nContent-Type: {kind}\r\n", self.session);
        for death in 0..=deaths {
            let server = self.server();
            let address = server.address;
            let answer = std::thread::scope(|scope| {
                let asking = scope.spawn(|| ask_with(address, &headers, "POST", path, body));
                if death < deaths {
                    self.dice ^= self.dice << 13;
                    self.dice ^= self.dice >> 7;
                    self.dice ^= self.dice << 17;
                    std::thread::sleep(Duration::from_millis(self.dice % 250));
                    server.kill();
                    asking.join().unwrap()
                } else {
                    let answer = asking.join().unwrap();
                    server.kill();
                    answer
                }
            });
            let places = self.with_store(async |store| {
                assert!(matches!(store.verify_audit().await.unwrap(), Verdict::Whole(_)), "the chain is whole");
                store.number("select count(*) from location", values![]).await.unwrap()
            });
            assert!(places == 0 || places == ROWS, "{places} of {ROWS} places after {path}");
            if let Some((status, location, page)) = answer.filter(|_| death == deaths) {
                assert_eq!(status, 303, "{path}: {}", testkit::visible(&page));
                return location;
            }
        }
        panic!("{path} was never answered");
    }

    fn count(&self) -> i64 {
        self.with_store(async |store| store.number("select count(*) from location", values![]).await.unwrap())
    }
}

#[test]
fn an_import_of_places_goes_on_whenever_the_machine_dies() {
    let deaths = if slow() { 12 } else { 2 };
    let mut importing = Importing::new();
    let mut table = String::from("name (en);type;latitude;longitude\n");
    for row in 1..=ROWS {
        table.push_str(&format!("Lake number {row};lake;48.{row:03};68.{row:03}\n"));
    }
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lakes.csv\"\r\n\
         Content-Type: text/csv\r\n\r\n{table}\r\n--x--\r\n"
    );
    let parts = "multipart/form-data; boundary=x";
    let plain = "application/x-www-form-urlencoded";
    let import = importing.insist(deaths, "/en/office/locations/import", parts, body.as_bytes());
    assert_eq!(importing.count(), 0, "what is staged is not in the book yet");
    importing.insist(deaths, &format!("{import}/commit"), plain, b"");
    assert_eq!(importing.count(), ROWS);
    importing.insist(deaths, &format!("{import}/undo"), plain, b"");
    assert_eq!(importing.count(), 0, "all of it is taken back");
}
