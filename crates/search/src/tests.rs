use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

use crate::{
    Area, Choice, Document, Index, Near, Needs, Opening, Position, Question, Range, Schema, Sort, Weight, Words,
};

fn schema() -> Schema {
    Schema { numbers: vec!["rooms".to_owned(), "taken".to_owned()], version: 1 }
}

fn words(language: &str, text: &str, weight: Weight) -> Words {
    Words { language: language.parse().unwrap(), text: text.to_owned(), weight }
}

fn place(id: &str, names: [&str; 3], kind: &str, at: (f64, f64)) -> Document {
    let [kk, ru, en] = names;
    Document {
        id: id.to_owned(),
        words: vec![
            words("kk", kk, Weight::Name),
            words("ru", ru, Weight::Name),
            words("en", en, Weight::Name),
            words("en", kind, Weight::Keyword),
        ],
        facets: vec![("kind".to_owned(), kind.to_owned())],
        numbers: Vec::new(),
        position: Position::from_degrees(at.0, at.1),
        order: 0,
        kept: format!("kept of {id}"),
    }
}

fn country() -> Vec<Document> {
    let mut charyn =
        place("charyn", ["Шарын шатқалы", "Чарынский каньон", "Charyn Canyon"], "canyon", (43.353, 79.079));
    charyn.words.push(words("ru", "Чарын", Weight::Name));
    charyn.words.push(words("en", "Valley of castles: red rocks like those of Mars", Weight::Text));
    charyn.facets.push(("look".to_owned(), "mars".to_owned()));
    charyn.numbers.push(("rooms".to_owned(), 60));
    let mut bozzhyra = place("bozzhyra", ["Бозжыра", "Бозжыра", "Bozzhyra"], "desert", (43.416, 54.068));
    bozzhyra.facets.push(("look".to_owned(), "mars".to_owned()));
    bozzhyra.words.push(words("en", "White cliffs", Weight::Text));
    bozzhyra.numbers.push(("taken".to_owned(), 5));
    let kaindy = place("kaindy", ["Қайыңды көлі", "Озеро Каинды", "Lake Kaindy"], "lake", (42.985, 78.466));
    let kolsai = place("kolsai", ["Көлсай көлдері", "Кольсайские озёра", "Kolsai Lakes"], "lake", (42.99, 78.32));
    let altyn_emel = place("altyn", ["Алтын-Емел", "Алтын-Эмель", "Altyn-Emel"], "steppe", (44.1, 78.7));
    let mut oskemen = place("oskemen", ["Өскемен", "Усть-Каменогорск", "Oskemen"], "city", (49.95, 82.61));
    oskemen.order = 5;
    oskemen.numbers.push(("rooms".to_owned(), 900));
    vec![charyn, bozzhyra, kaindy, kolsai, altyn_emel, oskemen]
}

fn filled(documents: &[Document]) -> Index {
    let index = Index::in_memory(&schema()).unwrap();
    put(&index, documents, 1);
    index
}

fn put(index: &Index, documents: &[Document], mark: i64) {
    let mut writing = index.begin();
    documents.iter().for_each(|document| writing.put(document).unwrap());
    writing.commit(mark).unwrap();
}

fn asked(text: &str) -> Question {
    Question { text: text.to_owned(), limit: 10, ..Question::default() }
}

fn ids(index: &Index, question: &Question) -> Vec<String> {
    index.ask(question).unwrap().hits.into_iter().map(|hit| hit.id).collect()
}

#[track_caller]
fn finds(text: &str, expected: &[&str]) {
    assert_eq!(ids(&filled(&country()), &asked(text)), expected, "{text}");
}

#[test]
fn a_place_is_found_in_any_script_and_with_the_wrong_keyboard() {
    for typed in ["Charyn", "Sharyn", "Шарын", "Чарын", "Xfhsy", "Ifhsy", "шарын шатқалы", "ЧАРЫН", "charin", "Şaryn"]
    {
        finds(typed, &["charyn"]);
    }
    for typed in ["Oskemen", "Ust-Kamenogorsk", "өскемен", "оскемен", "Öskemen", "усть каменогорск"]
    {
        finds(typed, &["oskemen"]);
    }
    for typed in ["Бозжыра", "Bozjyra", "bozzhyra", ",jp;shf", "Boszhira"] {
        finds(typed, &["bozzhyra"]);
    }
    for typed in ["Altyn Emel", "altyn-emel", "Altynemel", "Алтын Емель", "алтынэмель"] {
        finds(typed, &["altyn"]);
    }
}

#[test]
fn other_forms_of_a_word_are_found() {
    finds("шатқалында", &["charyn"]);
    finds("каньоне", &["charyn"]);
    finds("canyons", &["charyn"]);
    finds("озера", &["kolsai", "kaindy"]);
    finds("lakes", &["kolsai", "kaindy"]);
    finds("rock", &["charyn"]);
}

#[test]
fn a_word_that_is_still_typed_finds_what_begins_with_it() {
    finds("cha", &["charyn"]);
    finds("lake kai", &["kaindy"]);
    finds("Ifh", &["charyn"]);
    finds("кай", &["kaindy"]);
}

#[test]
fn one_wrong_letter_is_forgiven_in_longer_words() {
    finds("Chryn", &["charyn"]);
    finds("Kolasi", &["kolsai"]);
    finds("Bozzhyrra", &["bozzhyra"]);
    finds("kanyimm", &[]);
    finds("lske", &[]);
}

#[test]
fn every_word_is_needed_but_the_small_ones() {
    finds("the red rocks of Charyn", &["charyn"]);
    finds("charyn lake", &[]);
    finds("charyn zzzzzz", &[]);
    let found = filled(&country()).ask(&asked("charyn zzzzzz")).unwrap();
    assert_eq!(found.unknown, ["zzzzzz"]);
    let any = Question { needs: Needs::AnyWord, ..asked("EXT. white cliffs near a lake, zzzzzz") };
    assert_eq!(ids(&filled(&country()), &any), ["bozzhyra", "kaindy", "kolsai"]);
}

#[test]
fn the_exact_name_comes_first() {
    let mut documents = country();
    documents.push(place("grove", ["Шарын тоғайы", "Чарынская роща", "Charyn Ash Grove"], "forest", (43.5, 79.3)));
    documents.push(place("told", ["Жер", "Место", "Place"], "forest", (43.5, 79.3)));
    documents[7].words.push(words("en", "an hour from Charyn", Weight::Text));
    documents[7].order = 100;
    let index = filled(&documents);
    assert_eq!(ids(&index, &asked("Чарын")), ["charyn", "grove", "told"]);
    assert_eq!(ids(&index, &asked("Charyn Ash Grove")), ["grove"]);
}

#[test]
fn counts_of_a_facet_leave_out_what_is_chosen_of_it() {
    let choice = Choice { facet: "kind".to_owned(), values: vec!["canyon".to_owned(), "lake".to_owned()] };
    let question = Question { choices: vec![choice], count: vec!["kind".to_owned(), "look".to_owned()], ..asked("") };
    let found = filled(&country()).ask(&question).unwrap();
    assert_eq!(found.total, 3);
    let kinds: Vec<(&str, usize)> = found.counts["kind"].iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
    assert_eq!(kinds, [("canyon", 1), ("city", 1), ("desert", 1), ("lake", 2), ("steppe", 1)]);
    assert_eq!(found.counts["look"]["mars"], 1);
    let question = Question { count: vec!["look".to_owned()], ..asked("kaindy") };
    assert_eq!(filled(&country()).ask(&question).unwrap().counts["look"]["mars"], 0, "what finds nothing is told");
}

#[test]
fn places_are_found_by_box_distance_and_numbers() {
    let index = filled(&country());
    let almaty = Position::from_degrees(43.35, 77.04).unwrap();
    let area = Area::from_degrees(42.9, 78.0, 43.4, 79.1).unwrap();
    assert_eq!(index.ask(&Question { area: Some(area), ..asked("") }).unwrap().total, 3);
    let near =
        Question { near: Some(Near { position: almaty, metres: Some(150_000) }), sort: Sort::Nearest, ..asked("") };
    let found = index.ask(&near).unwrap();
    let near: Vec<(&str, i64)> = found.hits.iter().map(|hit| (hit.id.as_str(), hit.metres.unwrap() / 1_000)).collect();
    assert_eq!(near, [("kolsai", 111), ("kaindy", 122)]);
    let range = Range { number: "rooms".to_owned(), least: Some(60), most: None };
    assert_eq!(ids(&index, &Question { ranges: vec![range], ..asked("") }), ["oskemen", "charyn"]);
    let most = Question { sort: Sort::Most("rooms".to_owned()), limit: 2, ..asked("") };
    assert_eq!(ids(&index, &most), ["oskemen", "charyn"]);
    let least = Question { sort: Sort::Least("taken".to_owned()), limit: 1, ..asked("") };
    assert_eq!(ids(&index, &least), ["bozzhyra"]);
}

#[test]
fn pages_follow_one_another_without_gaps() {
    let index = filled(&country());
    let all = ids(&index, &asked(""));
    let pages = (0..3).flat_map(|page| ids(&index, &Question { offset: page * 2, limit: 2, ..asked("") }));
    assert_eq!(pages.collect::<Vec<_>>(), all);
    assert_eq!(all.first().map(String::as_str), Some("oskemen"), "the one of greater order");
    let found = index.ask(&asked("charyn")).unwrap();
    assert_eq!(found.hits.first().unwrap().kept, "kept of charyn");
}

#[test]
fn a_change_is_seen_after_its_commit_and_not_before() {
    let index = filled(&country());
    let mut writing = index.begin();
    writing.put(&place("charyn", ["Темірлік", "Темирлик", "Temirlik"], "canyon", (43.3, 79.2))).unwrap();
    writing.remove("kaindy");
    assert_eq!(index.documents(), 6);
    drop(writing);
    assert_eq!(ids(&index, &asked("Charyn")), ["charyn"]);
    let mut writing = index.begin();
    writing.put(&place("charyn", ["Темірлік", "Темирлик", "Temirlik"], "canyon", (43.3, 79.2))).unwrap();
    writing.remove("kaindy");
    writing.commit(7).unwrap();
    assert_eq!((index.documents(), index.mark()), (5, 7));
    assert_eq!(ids(&index, &asked("Charyn")), <[&str; 0]>::default());
    assert_eq!(ids(&index, &asked("Temirlik")), ["charyn"]);
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("search-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

#[test]
fn an_index_in_a_folder_is_kept_or_begun_anew() {
    let folder = Folder::new("kept");
    let open = |schema: &Schema| Index::open(&folder.0, schema).unwrap();
    let (index, opening) = open(&schema());
    assert_eq!(opening, Opening::Missing);
    put(&index, &country(), 12);
    assert_eq!(open(&schema()).1, Opening::Busy, "another process is served from memory");
    drop(index);
    let (index, opening) = open(&schema());
    assert_eq!(opening, Opening::Kept { mark: 12 });
    assert_eq!(ids(&index, &asked("Sharyn")), ["charyn"]);
    drop(index);
    let (index, opening) = open(&Schema { version: 2, ..schema() });
    assert_eq!((opening, index.documents()), (Opening::Outdated, 0));
    put(&index, &country(), 13);
    drop(index);
    let files = std::fs::read_dir(&folder.0).unwrap().map(|file| file.unwrap().path());
    let largest = files.filter(|file| file.extension().is_some_and(|kind| kind == "idx")).max().unwrap();
    let mut bytes = std::fs::read(&largest).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 0x55;
    std::fs::write(&largest, bytes).unwrap();
    let (index, opening) = open(&Schema { version: 2, ..schema() });
    assert_eq!((opening, index.documents()), (Opening::Damaged, 0));
    put(&index, &country(), 14);
    drop(index);
    std::fs::write(folder.0.join("meta.json"), "{").unwrap();
    assert_eq!(open(&Schema { version: 2, ..schema() }).1, Opening::Damaged);
}

/// A document drawn at random, of few values, so that questions find some.
fn drawn() -> impl Strategy<Value = Document> {
    let word = || prop_oneof![Just("canyon"), Just("lake"), Just("шатқал"), Just("озеро"), Just("red"), Just("steppe")];
    let facets = prop::collection::vec((0_u8..3, 0_u8..4), 0..5);
    let position = prop::option::of((-90_i32..=90, -180_i32..=180));
    (0_u8..60, word(), word(), facets, position, prop::option::of(0_i64..5), any::<i8>()).prop_map(
        |(id, name, told, facets, position, rooms, order)| Document {
            id: format!("d{id}"),
            words: vec![words("en", name, Weight::Name), words("ru", told, Weight::Text)],
            facets: facets.into_iter().map(|(name, value)| (format!("f{name}"), format!("v{value}"))).collect(),
            numbers: rooms.into_iter().map(|rooms| ("rooms".to_owned(), rooms)).collect(),
            position: position.and_then(|(north, east)| Position::from_degrees(f64::from(north), f64::from(east))),
            order: i64::from(order),
            kept: String::new(),
        },
    )
}

fn question() -> impl Strategy<Value = Question> {
    let text = prop_oneof![Just(""), Just("canyon"), Just("озеро"), Just("lake red"), Just("shatqal")];
    let choices = prop::collection::btree_map(0_u8..3, prop::collection::vec(0_u8..4, 1..3), 0..3);
    let area = prop::option::of((-90_i32..=0, -180_i32..=180, 0_i32..=90, -180_i32..=180));
    let near = prop::option::of((-90_i32..=90, -180_i32..=180, 0_i64..12_000_000));
    let rooms = prop::option::of(0_i64..5);
    (text, choices, area, near, rooms).prop_map(|(text, choices, area, near, rooms)| Question {
        text: text.to_owned(),
        choices: choices
            .into_iter()
            .map(|(facet, values)| Choice {
                facet: format!("f{facet}"),
                values: values.into_iter().map(|value| format!("v{value}")).collect(),
            })
            .collect(),
        area: area.and_then(|(south, west, north, east)| {
            Area::from_degrees(f64::from(south), f64::from(west), f64::from(north), f64::from(east))
        }),
        near: near.map(|(north, east, metres)| Near {
            position: Position::from_degrees(f64::from(north), f64::from(east)).unwrap(),
            metres: Some(metres),
        }),
        ranges: rooms
            .into_iter()
            .map(|rooms| Range { number: "rooms".to_owned(), least: Some(rooms), most: None })
            .collect(),
        count: vec!["f0".to_owned(), "f1".to_owned(), "f2".to_owned()],
        limit: 100,
        ..Question::default()
    })
}

/// The obvious way: each document is asked.
fn holds(document: &Document, question: &Question, without: Option<&str>) -> bool {
    let has_words = question.text.split(' ').filter(|word| !word.is_empty()).all(|word| {
        let word = if word == "shatqal" { "шатқал" } else { word };
        document.words.iter().any(|words| words.text == word)
    });
    let chosen = question.choices.iter().filter(|choice| Some(choice.facet.as_str()) != without).all(|choice| {
        choice.values.iter().any(|value| document.facets.contains(&(choice.facet.clone(), value.clone())))
    });
    let rooms = document.numbers.first().map(|(_, rooms)| *rooms);
    has_words
        && chosen
        && question.area.is_none_or(|area| document.position.is_some_and(|at| area.holds(at)))
        && question.near.is_none_or(|near| {
            document.position.is_some_and(|at| near.position.metres_to(at) <= near.metres.unwrap_or(i64::MAX))
        })
        && question.ranges.iter().all(|range| rooms.is_some_and(|rooms| range.least.is_none_or(|least| rooms >= least)))
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 40, ..Default::default() })]
    #[test]
    fn what_is_found_and_counted_is_what_a_plain_filter_finds(
        documents in prop::collection::vec(drawn(), 1..80), parts in 1_usize..4,
        questions in prop::collection::vec(question(), 12),
    ) {
        let index = Index::in_memory(&schema()).unwrap();
        for (part, mark) in documents.chunks(documents.len().div_ceil(parts)).zip(0..) {
            put(&index, part, mark);
        }
        let last: BTreeMap<&str, &Document> = documents.iter().map(|document| (document.id.as_str(), document)).collect();
        let known = |text: &str| text.is_empty() || last.values().any(|document| holds(document, &asked(text), None));
        for question in questions {
            // A word that nobody has is read otherwise; that is tried elsewhere.
            if !question.text.split(' ').all(known) {
                continue;
            }
            let found = index.ask(&question).unwrap();
            let mut expected: Vec<&str> =
                last.values().filter(|document| holds(document, &question, None)).map(|document| document.id.as_str()).collect();
            let mut hits: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
            expected.sort_unstable();
            hits.sort_unstable();
            assert_eq!(hits, expected, "{question:?}");
            assert_eq!(found.total, expected.len());
            for (facet, counts) in &found.counts {
                let among = || last.values().filter(|document| holds(document, &question, Some(facet)));
                for (value, count) in counts {
                    let pair = (facet.clone(), value.clone());
                    assert_eq!(*count, among().filter(|document| document.facets.contains(&pair)).count(), "{pair:?}");
                }
                let told = among().flat_map(|document| &document.facets).filter(|(name, _)| name == facet);
                assert!(told.into_iter().all(|(_, value)| counts.contains_key(value)));
            }
        }
    }

}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 6, ..Default::default() })]
    #[test]
    fn the_order_does_not_depend_on_how_documents_were_put_in(
        documents in prop::collection::vec(drawn(), 1..40), seed in any::<usize>(),
    ) {
        let last: BTreeMap<String, Document> = documents.into_iter().map(|one| (one.id.clone(), one)).collect();
        let mut documents: Vec<Document> = last.into_values().collect();
        let (at_once, in_parts) = (filled(&documents), Index::in_memory(&schema()).unwrap());
        let turn = seed % documents.len();
        documents.rotate_left(turn);
        for (one, mark) in documents.iter().zip(0..) {
            put(&in_parts, std::slice::from_ref(one), mark);
        }
        for text in ["", "canyon", "озеро"] {
            assert_eq!(ids(&at_once, &asked(text)), ids(&in_parts, &asked(text)));
        }
    }
}

#[test]
fn anything_may_be_typed() {
    let index = filled(&country());
    let odd =
        ["\u{0}", "\u{1f}", "'''", "(", "a:b AND [", "ไทย", "🎬", "ь", "-", &"ш".repeat(10_000), &"a ".repeat(5_000)];
    for typed in odd {
        drop(index.ask(&asked(typed)).unwrap());
    }
    assert_eq!(index.ask(&asked("  ")).unwrap().total, 6);
}
