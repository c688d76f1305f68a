//! The pages people open most, on an office with 100,000 cases, beside a bare handler that says one word: requests a
//! second, the slowest of a hundred, and memory. Run by `cargo xtask bench pages`.

#![expect(clippy::print_stdout, reason = "a bench answers on the terminal")]
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]
#![expect(clippy::float_arithmetic, reason = "ratios of a bench are not money")]
#![expect(clippy::unwrap_used, reason = "a bench stops where it is")]

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use app::settings::Settings;
use app::{App, Profile, Supplied};
use axum::Router;
use axum::routing::get;
use casework::NewCase;
use incentives::Library;
use kernel::{Actor, Id, Language};
use store::{By, Chance, Query, Store, values};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use web::{Clock, Role, Session, Visitor};

const CASES: usize = 100_000;
const ENTRIES: usize = 1_000;
/// So many people press at once.
const PEOPLE: usize = 8;
const SECONDS: u64 = 4;
const TITLES: [&str; 4] = ["Қара теңіз", "Steppe", "Апорт", "Red"];

#[tokio::main]
async fn main() {
    let folder = std::env::temp_dir().join(format!("tereze-bench-pages-{}", std::process::id()));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("rulebooks/kz/cinema-subsidy.law.md")).unwrap();
    let supplied = Supplied {
        profile: Profile::from_folder(&root.join("profiles/kazakhstan")).unwrap(),
        library: Library::read([("kz/cinema-subsidy.law.md", text.as_str())]).unwrap(),
        sample: None,
    };
    let settings = Settings { data: folder.clone(), ..Settings::default() };
    let app = App::open(&settings, supplied, Clock::Machine, Chance::Machine).await.unwrap();
    let began = Instant::now();
    let busiest = fill(&app).await;
    println!("{CASES} cases were opened in {:.0} s", began.elapsed().as_secs_f64());
    let cookie = sign_in(&app.store).await;
    let router = app::router(app).unwrap();
    let site = listen(router).await;
    let bare = listen(Router::new().route("/", get(async || "hello"))).await;
    println!("memory when idle: {} MB", memory("VmRSS"));
    let pages = [
        ("front page", "/en/".to_owned()),
        ("today", "/en/office".to_owned()),
        ("cases, by due day", "/en/office/cases?open=all".to_owned()),
        ("cases, filtered, by title", "/en/office/cases?state=new&turn=office&sort=title".to_owned()),
        ("case with 1,000 entries", format!("/en/office/cases/{busiest}")),
    ];
    let measured = load(bare, "/", "").await;
    println!("{:<28} {:>9} {:>9} {:>9}", "page", "each s", "p99 ms", "of bare");
    print_line("bare handler", &measured, &measured);
    for (name, path) in &pages {
        print_line(name, &load(site, path, &cookie).await, &measured);
    }
    println!("memory at most under load: {} MB", memory("VmHWM"));
    drop(std::fs::remove_dir_all(&folder));
}

struct Measured {
    each_second: f64,
    p99: Duration,
}

fn print_line(name: &str, measured: &Measured, bare: &Measured) {
    let Measured { each_second, p99 } = measured;
    let share = bare.each_second / each_second;
    println!("{name:<28} {each_second:>9.0} {:>9.1} {share:>8.1}x", p99.as_secs_f64() * 1_000.0);
}

/// Opens the cases and one with a long timeline; gives the reference of that one.
async fn fill(app: &App) -> String {
    let desk = app.desks().cases;
    let moment = app.clock.now();
    let mut reference = String::new();
    for thousand in 0..CASES / 1_000 {
        let by = By { actor: Actor::program("bench"), moment, reason: "bench".to_owned() };
        let change = app.store.change(by).await.unwrap();
        for one in 0..1_000 {
            let number = thousand * 1_000 + one;
            let new = NewCase {
                kind: productions::INQUIRY,
                reference: None,
                title: format!("{} {number}", TITLES.get(number % TITLES.len()).copied().unwrap_or_default()),
                summary: "A road, a lake, a horse".to_owned(),
                subject: String::new(),
                applicant: None,
                contact_name: "Somebody".to_owned(),
                contact_email: format!("somebody{number}@film.test"),
                language: Language::ENGLISH,
            };
            let case = casework::open_case(&desk, &change, new).await.unwrap();
            if number == 0 {
                reference = case.reference.clone();
                for entry in 0..ENTRIES {
                    let text = format!("Message {entry}");
                    casework::write_to_office(&change, &case, "Somebody", &text, None).await.unwrap();
                }
            }
        }
        change.commit().await.unwrap();
    }
    assert_eq!(
        usize::try_from(app.store.number("select count(*) from case_record", values![]).await.unwrap()),
        Ok(CASES)
    );
    reference
}

async fn sign_in(store: &Store) -> String {
    let visitor = Visitor {
        account: Id::new(1, 1),
        name: "Bench".to_owned(),
        email: "bench@film.test".to_owned(),
        roles: vec![Role::Officer],
    };
    let secret = store.secret();
    let change = store.upkeep(Clock::Machine.now()).await.unwrap();
    Session::keep(&change, &secret, &visitor, "bench", 1).await.unwrap();
    change.commit().await.unwrap();
    format!("session={secret}")
}

async fn listen(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
    address
}

/// Eight people who ask again as soon as they have been answered.
async fn load(address: SocketAddr, path: &str, cookie: &str) -> Measured {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n");
    let until = Instant::now() + Duration::from_secs(SECONDS);
    let people = (0..PEOPLE).map(|_| tokio::spawn(person(address, request.clone(), until)));
    let mut times = Vec::new();
    for one in people.collect::<Vec<_>>() {
        times.extend(one.await.unwrap());
    }
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    let each_second = f64::from(u32::try_from(times.len()).unwrap()) / f64::from(u32::try_from(SECONDS).unwrap());
    Measured { each_second, p99 }
}

async fn person(address: SocketAddr, request: String, until: Instant) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut times = Vec::new();
    let mut answer = Vec::new();
    while Instant::now() < until {
        let began = Instant::now();
        stream.write_all(request.as_bytes()).await.unwrap();
        answer.clear();
        while !is_whole(&answer) {
            assert!(stream.read_buf(&mut answer).await.unwrap() > 0, "the line broke");
        }
        times.push(began.elapsed());
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    }
    times
}

/// Whether head and announced body are there. Nothing is compressed: nobody asked for it.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let (head, body) = answer.split_at(end + 4);
    let head = String::from_utf8_lossy(head);
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok());
    body.len() >= length.expect("a page says how long it is")
}

fn memory(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1_024
}
