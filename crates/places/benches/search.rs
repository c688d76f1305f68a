//! A million places: text, text and facet, text and facet and box, box. The same questions are put to tantivy by a
//! query written by hand, to our index, to the list page over HTTP, and to FTS5 of SQLite. Run by
//! `cargo xtask bench search`; a number as argument makes fewer places.
//!
//! Everything is the real thing: places are records of a database, the index follows them, the page is the site's.

#![expect(clippy::print_stdout, reason = "a bench answers on the terminal")]
#![expect(clippy::disallowed_methods, reason = "a bench measures time")]
#![expect(clippy::float_arithmetic, reason = "ratios of a bench are not money")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops where it is")]

#[path = "search/by_hand.rs"]
mod by_hand;
#[path = "search/country.rs"]
mod country;
#[path = "search/http.rs"]
mod http;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use country::{Asked, KINDS};
use search::{Area, Choice, Question};
use store::{Chance, Place, Store};

const PLACES: usize = 1_000_000;
/// Of each kind of question.
const QUESTIONS: usize = 300;
const A_PAGE: usize = 24;

#[tokio::main]
async fn main() {
    let places = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(PLACES);
    let folder = std::env::temp_dir().join(format!("tereze-bench-search-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let store = Store::open(Place::Sqlite(folder.join("tereze.db")), Chance::seeded(7)).await.unwrap();
    store.migrate(&http::steps()).await.unwrap();
    let began = Instant::now();
    country::fill(&store, places).await;
    println!("{places} places were written in {:.0} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    let index = folder.join("index");
    let catalogue = Arc::new(places::Catalogue::in_folder(store.clone(), index.clone()));
    let (found, _) = catalogue.state().await.unwrap();
    assert_eq!(found, places);
    println!("the index followed them in {:.0} s", began.elapsed().as_secs_f64());
    println!("memory: {} MB", memory("VmRSS"));
    let by_hand = by_hand::ByHand::open(&index);
    println!("segments: {}", by_hand.segments());
    let site = http::listen(&store, &catalogue, &folder).await;
    let kinds = [
        ("text", country::questions(QUESTIONS, places, true, false, false)),
        ("text and facet", country::questions(QUESTIONS, places, true, true, false)),
        ("text, facet and box", country::questions(QUESTIONS, places, true, true, true)),
        ("box", country::questions(QUESTIONS, places, false, false, true)),
    ];
    let peer = fts5(&folder, &kinds, places);
    println!("\nmilliseconds, p50 / p99, and our p99 beside that of the query by hand");
    println!(
        "{:<22} {:>15} {:>15} {:>6} {:>17} {:>17} {:>17}",
        "", "by hand", "ours", "ratio", "ours, all counts", "page over HTTP", "FTS5"
    );
    for ((name, asked), peer) in kinds.iter().zip(&peer) {
        let raw = measured(asked, |asked| by_hand.total(asked));
        let mut ours = Vec::new();
        let mut counted = Vec::new();
        let mut totals = Vec::new();
        let mut answered = Vec::new();
        // Once to warm up.
        for asked in asked {
            catalogue.ask(&question(asked, false)).await.unwrap();
        }
        for asked in asked {
            let began = Instant::now();
            totals.push(catalogue.ask(&question(asked, false)).await.unwrap().total);
            ours.push(began.elapsed());
        }
        for asked in asked {
            let began = Instant::now();
            let found = catalogue.ask(&question(asked, true)).await.unwrap();
            counted.push(began.elapsed());
            assert!(!found.counts.is_empty());
        }
        let mut line = http::Line::open(site).await;
        for asked in asked {
            line.get(&asked.path()).await;
        }
        for asked in asked {
            let began = Instant::now();
            line.get(&asked.path()).await;
            answered.push(began.elapsed());
        }
        assert_eq!(raw.totals, totals, "{name}: both find the same");
        assert!(peer.totals.is_empty() || peer.totals == totals, "{name}: FTS5 finds the same");
        let ratio = at(&ours, 99).as_secs_f64() / at(&raw.times, 99).as_secs_f64();
        println!(
            "{name:<22} {:>15} {:>15} {ratio:>5.2}x {:>17} {:>17} {:>17}",
            pair(&raw.times),
            pair(&ours),
            pair(&counted),
            pair(&answered),
            pair(&peer.times)
        );
        let adds = |share| at(&answered, share).as_secs_f64() * 1e3 - at(&counted, share).as_secs_f64() * 1e3;
        println!("{:<22} HTTP and the page add {:.2} ms at p50, {:.2} ms at p99", "", adds(50), adds(99));
    }
    println!("memory at most: {} MB", memory("VmHWM"));
    drop(std::fs::remove_dir_all(&folder));
}

struct Measured {
    times: Vec<Duration>,
    totals: Vec<usize>,
}

fn measured(asked: &[Asked], answer: impl Fn(&Asked) -> usize) -> Measured {
    for asked in asked {
        answer(asked);
    }
    let mut all = Measured { times: Vec::new(), totals: Vec::new() };
    for asked in asked {
        let began = Instant::now();
        let total = answer(asked);
        all.times.push(began.elapsed());
        all.totals.push(total);
    }
    all
}

/// As the page asks; without counts, as the query by hand.
fn question(asked: &Asked, counts: bool) -> Question {
    let facets =
        ["region", "drive", "type", "look", "period", "season", "permit", "drones", "night", "sound", "vehicle"];
    let more = ["power", "rooms", "credit", "panorama", "airport"];
    Question {
        text: asked.text.clone(),
        choices: asked
            .kind
            .map(|kind| Choice { facet: "type".to_owned(), values: vec![KINDS[kind].to_owned()] })
            .into_iter()
            .collect(),
        area: asked.area.map(|[west, south, east, north]| Area::from_degrees(south, west, north, east).unwrap()),
        limit: A_PAGE,
        count: facets.iter().chain(&more).filter(|_| counts).map(|facet| (*facet).to_owned()).collect(),
        ..Question::default()
    }
}

/// In a program of its own; where there is no Python, there is no peer.
fn fts5(folder: &Path, kinds: &[(&str, Vec<Asked>)], places: usize) -> Vec<Measured> {
    let rows = folder.join("places.tsv");
    country::write_rows(&rows, places);
    let asked = folder.join("questions.tsv");
    let mut lines = String::new();
    for (number, (_, questions)) in kinds.iter().enumerate() {
        questions.iter().for_each(|question| lines.push_str(&question.row(number)));
    }
    std::fs::write(&asked, lines).unwrap();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/search/fts5.py");
    let output = Command::new("python3").arg(script).arg(&rows).arg(&asked).output();
    let mut peer: Vec<Measured> = kinds.iter().map(|_| Measured { times: Vec::new(), totals: Vec::new() }).collect();
    let Ok(output) = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()) else { return peer };
    for line in output.lines() {
        let numbers: Vec<u64> = line.split('\t').map(|number| number.parse().unwrap()).collect();
        let of = &mut peer[usize::try_from(numbers[0]).unwrap()];
        of.times.push(Duration::from_nanos(numbers[1]));
        of.totals.push(usize::try_from(numbers[2]).unwrap());
    }
    peer
}

fn at(times: &[Duration], share: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() * share / 100).copied().unwrap_or_default()
}

fn pair(times: &[Duration]) -> String {
    if times.is_empty() {
        return "not there".to_owned();
    }
    format!("{:.2} / {:.2}", at(times, 50).as_secs_f64() * 1e3, at(times, 99).as_secs_f64() * 1e3)
}

fn memory(what: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1_024
}
