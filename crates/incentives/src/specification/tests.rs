//! What a person reads on the pages of the rules.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::RateTable;
use testkit::{Browser, check_words};
use web::{Clock, Contact, LanguageSetting, Site, SiteSettings, SliceWords, WordSource};

use crate::{Desk, Library};

const LAW: &str = "# Testland: the bonus {#bonus}

A bonus for <script>alert(1)</script> films, see [the law](https://law.example) and [not](javascript:alert(1)).

::: ru
**Тестляндия: премия.** Премия за фильмы.
:::

```law
doc \"xx/bonus\" languages {en authentic, ru unofficial} reviewed_to 2026-06-30
award bonus
```

## Section 1: how much {#amount}

A tenth of the costs, a fifth from 2026.

::: ru
**Раздел 1: сколько.** Десятая часть затрат, с 2026 года — пятая.
:::

```law
in force from 2025-01-01 until 2026-12-31

input costs: money EUR ask en \"What does it cost?\" ru \"Сколько это стоит?\"
input maker: enum {guild, other} ask en \"Who makes it?\" ru \"Кто снимает?\"
param share: rate {
  2025-01-01: 10% cite \"Gazette <1>\" certainty A
  2026-01-01: 20% known 2025-11-05 cite \"Gazette 2\" certainty B
}
open capped: bool in {true, false}
  because en \"nobody said whether there is a cap\" ru \"никто не сказал, есть ли предел\"
untranslatable en \"good taste\" ru \"хороший вкус\" taints bonus
define raw: money EUR = round down 0.01 (share * costs)
define bonus: money EUR = 0 EUR
exception granted to bonus when maker = guild then (if capped then min(raw, 1_000 EUR) else raw)

test \"a fifth\" example XX-1 source \"leaflet\" as_of 2026-03-01
  given costs 100 EUR, maker guild
  expect bonus 20 EUR
  refutes bonus 30 EUR because \"a fifth of a hundred is twenty\"
```

## Section 2: too much {#limits}

Nothing for more than a million.

```law
exception dear to granted when costs > 1_000_000 EUR then 0 EUR

test \"too dear\" as_of 2026-03-01
  given costs 2_000_000 EUR, maker guild
  expect bonus 0 EUR

words {
  bonus en \"Bonus\" ru \"Премия\"
  raw en \"Before limits\" ru \"До пределов\"
  costs en \"Costs\" ru \"Затраты\"
  share en \"Share\" ru \"Доля\"
  capped en \"There is a cap\" ru \"Есть предел\"
  maker en \"Maker\" ru \"Кто снимает\"
  maker.guild en \"the guild\" ru \"гильдия\"
  maker.other en \"somebody else\" ru \"кто-то другой\"
  granted en \"made by the guild\" ru \"снято гильдией\"
  dear en \"too dear\" ru \"слишком дорого\"
}
```
";

const OTHER: &str = "# Elsewhere: the other bonus {#other}

Elsewhere.

```law
doc \"yy/other\" languages {en authentic} reviewed_to 2026-06-30
award nothing
in force from 2020-01-01
define nothing: money EUR = 0 EUR
test \"none\" as_of 2026-01-01 expect nothing 0 EUR
```
";

fn browser_on(day: &str) -> Browser {
    let files = [("xx/bonus.law.md", LAW), ("yy/other.law.md", OTHER)];
    let library = Library::read(files).unwrap();
    let rates = RateTable::new("EUR".parse().unwrap(), 4, "test");
    let desk = Desk::new(library, "xx/bonus", rates, std::env::temp_dir().join("tereze-specification"), None).unwrap();
    let language = |tag: &str, locale: &str, name: &str| LanguageSetting {
        language: tag.parse().unwrap(),
        locale: locale.to_owned(),
        name: name.to_owned(),
    };
    let mut words: Vec<WordSource> = web::own_words().sources().collect();
    words.extend(crate::own_words().iter().flat_map(SliceWords::sources));
    for tag in ["en", "ru", "kk"] {
        let text = "commission-name = c\ncommission-short = c\ncommission-about = c\nsite-description = c\n\
                    nav-incentive = i\nhome-title = h\nhome-lead = h\n";
        words.push(WordSource { language: tag.parse().unwrap(), owner: "test".to_owned(), text: text.into() });
    }
    let moment: Timestamp = format!("{day}T10:00:00Z").parse().unwrap();
    let settings = SiteSettings {
        languages: vec![
            language("en", "en-GB", "English"),
            language("ru", "ru-RU", "Русский"),
            language("kk", "kk-KZ", "Қазақша"),
        ],
        currency: "EUR".parse().unwrap(),
        zone: TimeZone::UTC,
        clock: Clock::Stopped(moment),
        words,
        navigation: Vec::new(),
        contact: Contact::default(),
        origin: String::new(),
        store: None,
        behind_proxy: false,
    };
    Browser::new(Site::open(settings, web::own_routes().merge(crate::routes(desk))).unwrap())
}

async fn check(path: &str, read: &[&str]) {
    let answer = browser_on("2026-06-15").get(path).await;
    assert_eq!(answer.status.as_u16(), 200, "{path}");
    let text = answer.text().split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
    for sentence in read {
        assert!(text.contains(sentence), "{path} does not say `{sentence}`: {text}");
    }
}

#[test]
fn words_agree_and_are_all_used() {
    let languages = ["en", "ru", "kk"];
    let all = crate::own_words();
    let words = all.iter().find(|words| words.slice == "specification").unwrap();
    let others: Vec<SliceWords> = crate::own_words()
        .into_iter()
        .chain([web::own_words()])
        .filter(|other| other.slice != "specification")
        .collect();
    let problems = check_words(words, &others, &languages, env!("CARGO_MANIFEST_DIR"));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[tokio::test]
async fn the_rules_are_read_in_the_readers_language() {
    check("/en/incentive", &["Testland: the bonus", "In force on 15 June 2026", "Section 1: how much"]).await;
    check("/ru/incentive", &["Тестляндия: премия", "Действует на 15 июня 2026", "Раздел 1: сколько", "хороший вкус"])
        .await;
    check("/kk/incentive", &["Қолданыста, күні: 2026 ж. 15 маусым", "Мазмұны"]).await;
}

#[tokio::test]
async fn a_missing_text_is_shown_in_another_language_and_says_so() {
    check("/ru/incentive/clauses/limits", &["Русского текста этой нормы нет; показан язык: English"]).await;
    let html = browser_on("2026-06-15").get("/ru/incentive/clauses/limits").await.html();
    assert!(html.contains("<div class=\"prose flow\" lang=\"en\"><p>Nothing for more"), "{html}");
}

#[tokio::test]
async fn the_glance_is_worked_out_and_not_typed() {
    let read = ["Share 20% since 1 January 2026", "the guild: possible", "somebody else: nothing is paid"];
    check("/en/incentive", &read).await;
    let before = browser_on("2025-06-15").get("/en/incentive").await.text().replace('\u{a0}', " ");
    assert!(before.contains("Share 10% since 1 January 2025"), "{before}");
}

#[tokio::test]
async fn an_ended_scheme_says_when_it_ended_and_shows_its_last_day() {
    let text = browser_on("2027-01-01").get("/en/incentive").await.text().replace('\u{a0}', " ");
    for sentence in [
        "In force until 31 December 2026; nothing seen since",
        "Newer law was looked for up to 30 June 2026",
        "Worked out by the rules for 30 June 2026",
    ] {
        assert!(text.contains(sentence), "no `{sentence}` in {text}");
    }
    let early = browser_on("2024-01-01").get("/en/incentive").await.text().replace('\u{a0}', " ");
    assert!(early.contains("Not in force yet on 1 January 2024"), "{early}");
}

#[tokio::test]
async fn a_clause_shows_what_the_machine_reads() {
    check(
        "/en/incentive/clauses/amount",
        &[
            "A tenth of the costs",
            "Left open: There is a cap nobody said whether there is a cap Possible readings: yes · no",
            "Not encoded, so look at it yourself good taste",
            "Bonus = EUR 0.00",
            "if Maker = the guild then if There is a cap then the least of ( Before limits ; EUR 1,000.00) otherwise",
            "1 January 2025 31 December 2025 10% Gazette <1> A",
            "1 January 2026 no end seen 20% 5 November 2025 Gazette 2 B",
            "1 worked example: comes out as expected",
            "a fifth Published: XX-1 (leaflet)",
            "The published figure EUR 30.00 (Bonus) is wrong",
            "a fifth of a hundred is twenty",
            "Next clause Section 2: too much",
        ],
    )
    .await;
    check("/en/incentive/clauses/limits", &["Bonus Exception: too dear Takes precedence over: made by the guild"])
        .await;
}

#[tokio::test]
async fn a_name_has_a_page_that_says_where_it_comes_from() {
    check("/en/incentive/rules/bonus", &["amount in EUR", "made by the guild", "Section 1: how much", "a fifth"]).await;
    check("/en/incentive/rules/share", &["value with dates", "Used by Before limits", "Gazette 2"]).await;
    check("/en/incentive/rules/maker", &["Who makes it?", "the guild / somebody else", "Used by Bonus"]).await;
    check("/ru/incentive/rules/capped", &["Есть предел", "никто не сказал, есть ли предел", "да · нет"]).await;
}

#[tokio::test]
async fn other_schemes_are_labelled_as_not_ours() {
    let note = "Kept for comparison and to test the language of rules. Not a scheme of this commission";
    check("/en/incentive/rulebooks", &["The scheme of this commission Testland", "Schemes of others", note]).await;
    check("/en/incentive/rulebooks/yy/other", &["Elsewhere: the other bonus", note]).await;
    check("/en/incentive/rulebooks/yy/other/clauses/other", &["Kept for comparison", "none"]).await;
    check("/en/incentive/rulebooks/yy/other/rules/nothing", &["Rulebooks", "EUR 0.00"]).await;
}

#[tokio::test]
async fn the_own_scheme_has_one_address() {
    let mut browser = browser_on("2026-06-15");
    let answer = browser.get("/en/incentive/rulebooks/xx/bonus/clauses/amount").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (308, "/en/incentive/clauses/amount"));
    assert_eq!(browser.get("/en/incentive/rulebooks/xx/bonus").await.header("location"), "/en/incentive");
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let mut browser = browser_on("2026-06-15");
    for path in [
        "/en/incentive/clauses/nowhere",
        "/en/incentive/rules/nothing",
        "/en/incentive/rulebooks/zz/none",
        "/en/incentive/rulebooks/yy/other/clauses/amount",
        "/en/incentive/rulebooks/yy/other/rules/bonus",
    ] {
        assert_eq!(browser.get(path).await.status.as_u16(), 404, "{path}");
    }
}

#[tokio::test]
async fn nothing_in_a_rulebook_becomes_markup() {
    let mut browser = browser_on("2026-06-15");
    for path in ["/en/incentive", "/en/incentive/clauses/bonus"] {
        let html = browser.get(path).await.html();
        assert!(html.contains("A bonus for &lt;script&gt;alert(1)&lt;/script&gt; films"), "{html}");
        assert!(html.contains("<a href=\"https://law.example\">the law</a> and not."), "{html}");
        assert!(!html.contains("<script>") && !html.contains("javascript:"), "{html}");
    }
}
