//! An invented country of any size, the same on every run.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use kernel::{Actor, Id, LocalText};
use places::{Fact, Field, Kind, Location, Look, Position, Precision, State, Visibility};
use store::{By, Entry, Store};

pub(crate) const KINDS: [&str; 8] =
    ["canyon", "desert", "steppe", "lake", "mountain", "industrial", "fortress", "village"];
const LOOKS: [&str; 6] = ["mars", "moon", "mongolia", "arctic", "soviet-1970s", "caravan"];
const PERMITS: [&str; 4] = ["none", "local", "national-park", "heritage"];
const DRONES: [&str; 3] = ["yes", "no", "ask"];
const VEHICLES: [&str; 3] = ["car", "van", "truck-20t"];
const WORDS: usize = 20_000;
const NOW: &str = "2026-11-23T04:00:00Z";

/// Numbers that look like chance and are the same on every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn of(seed: usize, what: u64) -> Self {
        Self((seed as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ what.wrapping_mul(0xd1b5_4a32_d192_ed03))
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap()
    }

    /// Few words are said often and most seldom.
    fn word(&mut self) -> usize {
        let range = 1_usize << (4 + self.below(11));
        self.below(range.min(WORDS))
    }
}

/// A word of the invented language; none ends like an English or Kazakh ending, and none is spelled like another.
pub(crate) fn word(number: usize) -> String {
    const FIRST: [&str; 20] = [
        "ba", "bo", "bu", "da", "do", "du", "ga", "go", "gu", "la", "lo", "lu", "ma", "mo", "mu", "ra", "ro", "ru",
        "va", "vo",
    ];
    const LAST: [&str; 4] = ["g", "b", "v", "z"];
    let (a, b, c) = (number % 20, number / 20 % 20, number / 400 % 20);
    format!("{}{}{}{}", FIRST[a], FIRST[b], FIRST[c], LAST[number / 8_000 % 4])
}

/// A place, as both contestants' data are made of it.
pub(crate) struct Invented {
    pub(crate) name: String,
    pub(crate) told: String,
    pub(crate) kind: usize,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a bench invents positions")]
pub(crate) fn invented(number: usize) -> Invented {
    let mut dice = Dice::of(number, 1);
    let name = format!("{} {}", word(dice.word()), word(dice.below(WORDS)));
    let told: Vec<String> = (0..18).map(|_| word(dice.word())).collect();
    Invented {
        name,
        told: told.join(" "),
        kind: dice.below(KINDS.len()),
        latitude: 40.0 + dice.below(15_000_000) as f64 / 1e6,
        longitude: 47.0 + dice.below(40_000_000) as f64 / 1e6,
    }
}

pub(crate) async fn fill(store: &Store, places: usize) {
    let by = || By { actor: Actor::program("bench"), moment: NOW.parse().unwrap(), reason: "bench".to_owned() };
    for thousand in 0..places.div_ceil(1_000) {
        let change = store.change(by()).await.unwrap();
        for number in thousand * 1_000..((thousand + 1) * 1_000).min(places) {
            places::insert_location(&change, &location(change.fresh_id(), number)).await.unwrap();
        }
        change.record(Entry::new("bench", thousand, "filled")).await;
        change.commit().await.unwrap();
    }
}

fn location(id: Id, number: usize) -> Location {
    let invented = invented(number);
    let mut dice = Dice::of(number, 2);
    let fact = |key: &str, value: &str, told: &str| {
        let mut note = LocalText::default();
        if !told.is_empty() {
            note.insert(kernel::Language::ENGLISH, told);
        }
        Fact {
            field: Field::find(key).unwrap(),
            value: value.to_owned(),
            note,
            source: "Scout".to_owned(),
            checked_on: None,
            visibility: Visibility::Public,
            is_uncertain: false,
        }
    };
    let mut names = LocalText::default();
    names.insert(kernel::Language::ENGLISH, invented.name.as_str());
    Location {
        id,
        slug: format!("place-{number}"),
        names,
        aliases: Vec::new(),
        kind: Kind::find(KINDS[invented.kind]).unwrap(),
        destination: None,
        state: State::Published,
        position: Position::new(invented.latitude, invented.longitude),
        precision: Precision::Exact,
        is_unreleased: false,
        facts: vec![
            fact("summary", "", &invented.told),
            fact("heaviest-vehicle", VEHICLES[dice.below(3)], ""),
            fact("drive-minutes", &(10 + dice.below(500)).to_string(), ""),
            fact("permit", PERMITS[dice.below(4)], ""),
            fact("drones", DRONES[dice.below(3)], ""),
            fact("seasons", "nnppggggppnn", ""),
        ],
        looks: vec![Look { slug: LOOKS[dice.below(6)].to_owned(), photo: None }],
        credits: Vec::new(),
        uses: Vec::new(),
        revision: 0,
        changed_at: NOW.parse().unwrap(),
        confirmed_on: None,
    }
}

/// A question, for all contestants.
pub(crate) struct Asked {
    pub(crate) text: String,
    pub(crate) kind: Option<usize>,
    /// West, south, east, north.
    pub(crate) area: Option<[f64; 4]>,
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a bench invents boxes")]
pub(crate) fn questions(count: usize, places: usize, text: bool, facet: bool, boxed: bool) -> Vec<Asked> {
    let one = |number: usize| {
        let mut dice = Dice::of(number, 3);
        // Words of a place that is there, so that something is found: of its name or of what is told, one or two.
        let place = invented(dice.below(places));
        let told: Vec<&str> = place.told.split(' ').collect();
        let words = match dice.below(4) {
            0 => place.name.clone(),
            1 => told[dice.below(18)].to_owned(),
            2 => format!("{} {}", told[dice.below(9)], told[9 + dice.below(9)]),
            _ => place.name.split(' ').next().unwrap_or_default().to_owned(),
        };
        let wide = [0.5, 1.0, 2.0, 5.0][dice.below(4)];
        let (west, south) = (47.0 + dice.below(36) as f64, 40.0 + dice.below(13) as f64);
        Asked {
            text: if text { words } else { String::new() },
            kind: facet.then_some(place.kind),
            area: boxed.then_some([west, south, west + 2.0 * wide, south + wide]),
        }
    };
    (0..count).map(one).collect()
}

impl Asked {
    pub(crate) fn path(&self) -> String {
        let mut path = format!("/en/locations?view=list&q={}", self.text.replace(' ', "+"));
        if let Some(kind) = self.kind {
            write!(path, "&type={}", KINDS[kind]).unwrap();
        }
        if let Some([west, south, east, north]) = self.area {
            write!(path, "&bbox={west},{south},{east},{north}").unwrap();
        }
        path
    }

    pub(crate) fn row(&self, number: usize) -> String {
        let kind = self.kind.map(|kind| kind.to_string()).unwrap_or_default();
        let area = self.area.map(|edges| edges.map(|edge| edge.to_string()).join(",")).unwrap_or_default();
        format!("{number}\t{}\t{kind}\t{area}\n", self.text)
    }
}

pub(crate) fn write_rows(path: &Path, places: usize) {
    let mut rows = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for number in 0..places {
        let place = invented(number);
        let Invented { name, told, kind, latitude, longitude } = place;
        writeln!(rows, "{name}\t{told}\t{kind}\t{latitude}\t{longitude}").unwrap();
    }
    rows.flush().unwrap();
}
