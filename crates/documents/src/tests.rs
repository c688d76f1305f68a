//! A document as its reader gets it.

use jiff::Timestamp;
use serde_json::{Value, json};
use typst::layout::{Abs, Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::paper::Paper;
use crate::pdf::{calendar, laid_out};
use crate::{DocumentProblem, Picture, Template, illustrated, pages_of, pdf, stamped};

const LETTER: Template = Template {
    name: "letter",
    text: "#import \"/kit.typ\": *\n#let data = json(\"/data.json\")\n#show: paper.with(data)\n= #data.title\n\
           #rows((\"№\", \"₸\"), (1fr, auto), (1,), data.rows)\n#bars((\"a\", \"b\"), data.steps)\n#notice(\"!\", data.lines)",
};

fn data(language: &str, title: &str, rows: usize) -> Value {
    let row = |at: usize| json!([format!("Жол {at}: камера, жарық, дыбыс"), "1 234,50"]);
    json!({
        "title": title,
        "summary": "₸518,768,322.66",
        "language": language,
        "from": "Кино орталығы",
        "dated": "24.11.2026",
        "footing": "Бағдарлық",
        "rows": (0..rows).map(row).collect::<Vec<_>>(),
        "steps": [
            { "label": "Барлығы", "amount": "100", "kind": "sum", "left": 0, "width": 10000 },
            { "label": "одан", "amount": "−30", "kind": "less", "left": 7000, "width": 3000 },
        ],
        "lines": ["sha256 ".to_owned() + &"0123456789abcdef".repeat(20)],
    })
}

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn noon() -> Timestamp {
    moment("2026-11-24T12:00:00Z")
}

/// The words of each page in the order in which they were set.
fn pages(template: &Template, data: &Value) -> Vec<String> {
    set(template, data).pages().iter().map(|page| words(&page.frame)).collect()
}

fn set(template: &Template, data: &Value) -> PagedDocument {
    let paper = Paper::new(template, data.to_string(), Vec::new(), calendar(noon()).unwrap());
    laid_out(template, &paper).unwrap()
}

fn words(frame: &Frame) -> String {
    let mut said = String::new();
    for (_, item) in frame.items() {
        match item {
            FrameItem::Text(text) => said.push_str(&text.text),
            FrameItem::Group(group) => said.push_str(&words(&group.frame)),
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(..) => {}
        }
    }
    said
}

/// Where the text that ends furthest to the right ends.
fn right_edge(frame: &Frame, left: Abs) -> Abs {
    let edge = |(at, item): &(typst::layout::Point, FrameItem)| match item {
        FrameItem::Text(text) => left + at.x + text.width(),
        FrameItem::Group(group) => right_edge(&group.frame, left + at.x + group.transform.tx),
        FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(..) => left,
    };
    frame.items().map(edge).max().unwrap_or(left)
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn the_same_data_and_moment_give_the_same_bytes_and_another_moment_others() {
    let data = data("kk", "Есептеу", 30);
    let first = pdf(&LETTER, &data, noon()).unwrap();
    assert_eq!(first, pdf(&LETTER, &data, noon()).unwrap());
    assert_ne!(first, pdf(&LETTER, &data, moment("2026-11-25T12:00:00Z")).unwrap());
}

#[test]
fn title_language_moment_and_standards_are_written_for_readers_and_archives() {
    for (language, title) in [("kk", "Есептеу"), ("ru", "Расчёт"), ("en", "Estimate")] {
        let bytes = pdf(&LETTER, &data(language, title, 3), noon()).unwrap();
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let language = format!("<rdf:li>{language}</rdf:li>");
        for text in [title, "₸518,768,322.66", &language, "2026-11-24T12:00:00", "<pdfuaid:part>1", "<pdfaid:part>2"]
        {
            assert!(has(&bytes, text), "{text}");
        }
    }
}

#[test]
fn a_small_document_is_small() {
    let bytes = pdf(&LETTER, &data("kk", "Есептеу", 3), noon()).unwrap();
    assert!((5_000..60_000).contains(&bytes.len()), "{}", bytes.len());
}

#[test]
fn a_long_table_breaks_over_pages_with_its_head_on_each_and_loses_nothing() {
    let pages = pages(&LETTER, &data("kk", "Есептеу", 300));
    assert!((7..=14).contains(&pages.len()), "{}", pages.len());
    for at in [0, 149, 299] {
        assert!(pages.concat().contains(&format!("Жол {at}: камера")), "{at}");
    }
    let last = pages.len();
    for (at, page) in pages.iter().enumerate() {
        assert!(page.contains("Кино орталығы") && page.contains(&format!("{} / {last}", at + 1)), "{page}");
    }
    assert!(pages[1].contains('№'));
}

#[test]
fn a_word_longer_than_a_line_does_not_stick_out() {
    let document = set(&LETTER, &data("en", "Estimate", 1));
    let page = document.pages().first().unwrap();
    let edge = right_edge(&page.frame, Abs::zero());
    // Sums of widths are rounded: a hundredth of a millimetre is not sticking out.
    assert!(edge > Abs::mm(180.0) && edge < Abs::mm(190.01), "{edge:?}");
}

#[test]
fn a_picture_is_drawn_and_has_words_for_who_does_not_see_it() {
    let text = "#import \"/kit.typ\": *\n#let data = json(\"/data.json\")\n#show: paper.with(data)\n= #data.title\n\
                #image(\"/pictures/1-1.svg\", alt: \"Canyon\", width: 50mm)";
    let template = Template { name: "picture", text };
    let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 0h4v3z\" fill=\"#c50\"/></svg>";
    let picture = Picture { name: "1-1.svg".to_owned(), bytes: svg.as_bytes().to_vec() };
    let drawn = illustrated(&template, &data("en", "Place", 1), vec![picture], noon()).unwrap();
    assert!(has(&drawn, "<pdfuaid:part>1"));
    assert!(illustrated(&template, &data("en", "Place", 1), Vec::new(), noon()).is_err());
}

#[test]
fn what_people_typed_is_never_template_text() {
    let title = "#panic() *a* $x$ <b> @c";
    let pages = pages(&LETTER, &data("en", title, 1));
    assert!(pages[0].contains(title), "{}", pages[0]);
}

#[test]
fn letters_no_font_has_do_not_spoil_the_document() {
    assert!(pdf(&LETTER, &data("en", "摄影 🎬 Café\u{200b}", 1), noon()).is_ok());
}

#[test]
fn a_template_reaches_nothing_but_its_kit_and_data_and_says_where_it_fails() {
    let tries = ["#read(\"/etc/passwd\")", "#import \"@preview/cetz:0.3.0\"", "#image(\"/logo.png\")"];
    for text in tries.map(|attempt| format!("\n{attempt}")) {
        let template = Template { name: "nosy", text: Box::leak(text.into_boxed_str()) };
        match pdf(&template, &json!({}), noon()) {
            Err(DocumentProblem::Template { template: "nosy", problems }) => {
                assert!(problems[0].starts_with("document:2"), "{problems:?}");
            }
            other => panic!("{other:?}"),
        }
    }
}

/// As short as a PDF of two pages gets.
const TWO_PAGES: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n\
    4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

#[test]
fn somebody_elses_pages_carry_their_readers_name_each() {
    let mark = "Айжан Қуатқызы · 24.11.2026 · KZ-2026-0142";
    let marked = stamped(TWO_PAGES.to_vec(), mark, noon()).unwrap();
    assert_eq!(pages_of(&marked), Some(2));
    assert_eq!(marked, stamped(TWO_PAGES.to_vec(), mark, noon()).unwrap(), "the same pages give the same bytes");
    assert_ne!(marked, stamped(TWO_PAGES.to_vec(), "Ольга Ким", noon()).unwrap());
    let own = pdf(&LETTER, &data("kk", "Хат", 3), noon()).unwrap();
    assert_eq!(pages_of(&stamped(own.clone(), mark, noon()).unwrap()), pages_of(&own));
    for broken in [&b"%PDF-1.7\n"[..], b"MZ", b"", &TWO_PAGES[..60]] {
        assert_eq!(pages_of(broken), None);
        assert!(matches!(stamped(broken.to_vec(), mark, noon()), Err(DocumentProblem::NoPages)));
    }
}
