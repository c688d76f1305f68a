//! The same inputs by the calculator's form, its link, the program and the engine give the same figure.

#![cfg(test)]

use std::path::PathBuf;
use std::process::Command;

use app::settings::Settings;
use app::{App, Profile, Supplied};
use axum::Router;
use incentives::{Answer, Archive, Library};
use kernel::{Exact, Money};
use store::Chance;
use testkit::Browser;
use web::Clock;

const SCENARIOS: u64 = 200;
const KINDS: [&str; 6] = ["goods", "works", "services", "labour", "finance", "other"];

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn library() -> Library {
    let text = std::fs::read_to_string(root("rulebooks/kz/cinema-subsidy.law.md")).unwrap();
    Library::read([("kz/cinema-subsidy.law.md", text.as_str())]).unwrap()
}

async fn site(data: PathBuf) -> Router {
    let profile = Profile::from_folder(&root("profiles/kazakhstan")).unwrap();
    let clock = Clock::Stopped("2025-12-25T06:00:00Z".parse().unwrap());
    let settings = Settings { data, behind_proxy: true, ..Settings::default() };
    let supplied = Supplied { profile, library: library(), sample: None };
    let app = App::open(&settings, supplied, clock, Chance::seeded(1)).await.unwrap();
    app::router(app).unwrap()
}

/// A small generator of numbers, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

struct Scenario {
    on: String,
    currency: &'static str,
    /// In smallest units.
    amounts: Vec<(&'static str, u64)>,
    /// In hundredths of a per cent.
    rate: Option<u64>,
    applicant: Option<&'static str>,
    decided: Option<(&'static str, &'static str)>,
}

impl Scenario {
    fn new(dice: &mut Dice) -> Self {
        let amounts = KINDS.iter().filter_map(|kind| {
            let size = [1_000, 10_000_000, 50_000_000_000][usize::try_from(dice.below(3)).unwrap()];
            (dice.below(3) > 0).then(|| (*kind, dice.below(size)))
        });
        let mut amounts: Vec<(&str, u64)> = amounts.collect();
        if amounts.is_empty() {
            amounts.push(("goods", 123_456));
        }
        let applicants = ["foreign_entity", "branch", "representative_office", "local_entity"];
        let readings = [
            ("pay_counts", "true"),
            ("pay_counts", "false"),
            ("minimum_survived", "true"),
            ("minimum_survived", "false"),
        ];
        Self {
            on: format!("2025-12-{}", 25 + dice.below(7)),
            currency: ["KZT", "USD", "EUR"][usize::try_from(dice.below(3)).unwrap()],
            amounts,
            rate: (dice.below(3) > 0).then(|| dice.below(3_001)),
            applicant: (dice.below(3) > 0).then(|| applicants[usize::try_from(dice.below(4)).unwrap()]),
            decided: (dice.below(2) > 0).then(|| readings[usize::try_from(dice.below(4)).unwrap()]),
        }
    }

    fn rate_text(&self) -> Option<String> {
        self.rate.map(|rate| Exact::fraction(rate.into(), 100).unwrap().to_string())
    }
}

/// The digits of each amount on the page or in an answer: `KZT 1,234.50 to KZT 2` is `123450` and `200`.
fn amounts(text: &str) -> Vec<String> {
    let cleaned: String = text.chars().filter(|letter| !matches!(letter, ',' | '\u{a0}')).collect();
    cleaned
        .split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .filter(|part| part.contains('.'))
        .map(|part| part.replace('.', ""))
        .collect()
}

#[tokio::test]
async fn two_hundred_scenarios_give_one_figure_on_every_surface() {
    let data = std::env::temp_dir().join(format!("tereze-surfaces-{}", std::process::id()));
    std::fs::create_dir_all(&data).unwrap();
    let (site, other_site) = (site(data.clone()).await, site(data.clone()).await);
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let library = library();
    let book = library.get("kz/cinema-subsidy").unwrap();
    for number in 0..SCENARIOS {
        let scenario = Scenario::new(&mut dice);
        // Somebody else each time: one alone would be told to wait.
        let sender = format!("scenario-{number}");
        let mut browser = Browser::new(site.clone()).with_header("x-forwarded-for", &sender);
        let mut other_browser = Browser::new(other_site.clone());
        // The form, without script.
        let mut fields = vec![
            ("way".to_owned(), "totals".to_owned()),
            ("on".to_owned(), scenario.on.clone()),
            ("currency".to_owned(), scenario.currency.to_owned()),
        ];
        for (kind, minor) in &scenario.amounts {
            let money = Money::from_minor(i64::try_from(*minor).unwrap(), scenario.currency.parse().unwrap());
            fields.push((format!("group-{kind}"), money.decimal()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = browser.upload("/en/incentive/calculator", &fields, &[]).await;
        let first = answer.header("location").to_owned();
        let mut told = vec![("on".to_owned(), scenario.on.clone())];
        told.extend(scenario.rate_text().map(|rate| ("fact-agreement_rate".to_owned(), rate)));
        told.extend(scenario.applicant.map(|applicant| ("fact-applicant".to_owned(), applicant.to_owned())));
        told.extend(scenario.decided.map(|(open, reading)| (format!("open-{open}"), reading.to_owned())));
        let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = browser.post(&first, &told).await;
        let estimate = answer.header("location").to_owned();
        let on_page = |html: String| {
            let row = html.split("/figures/subsidy\">").nth(1).unwrap_or_default().to_owned();
            let cell = row.split("class=\"amount\">").nth(1).unwrap_or_default().to_owned();
            amounts(cell.split("</td>").next().unwrap_or_default())
        };
        let page = on_page(browser.get(&estimate).await.html());
        // The link, opened by somebody else.
        let link = on_page(other_browser.get(&estimate).await.html());
        // The program, with the lines downloaded from the page.
        let lines = data.join("lines.csv");
        std::fs::write(&lines, browser.get(&format!("{estimate}/lines.csv")).await.body).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_tereze"));
        command.args([
            "estimate",
            lines.to_str().unwrap(),
            "--rulebook",
            "kz/cinema-subsidy",
            "--json",
            "--on",
            &scenario.on,
        ]);
        command.args(scenario.rate_text().map(|rate| format!("--set=agreement_rate={rate}%")));
        command.args(scenario.applicant.map(|applicant| format!("--set=applicant={applicant}")));
        command.args(scenario.decided.map(|(open, reading)| format!("--set={open}={reading}")));
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let json: serde_json::Value =
            serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{number}: {said}"));
        let figure = &json["figures"]["subsidy"];
        let known = figure["value"].as_str().map(|value| vec![value]);
        let range = [figure["low"].as_str(), figure["high"].as_str()].into_iter().flatten().collect();
        let program: Vec<String> = known.unwrap_or(range).iter().map(|amount| amount.replace('.', "")).collect();
        // The engine itself, from the archive's own ledger.
        let id = estimate.rsplit('/').next().unwrap();
        let kept = Archive::new(&data).find(id).unwrap().unwrap();
        let answer = Answer::work_out(book, kept.facts, None, kept.ledger.as_ref(), &kept.tables).unwrap();
        let (low, high) = answer.award_range().unwrap();
        let mut direct: Vec<String> =
            [low, high].iter().flatten().map(|money| money.decimal().replace('.', "")).collect();
        direct.dedup();
        assert_eq!(page, link, "scenario {number}: the link");
        assert_eq!(page, program, "scenario {number}: the program; {said}");
        assert_eq!(page, direct, "scenario {number}: the engine");
        assert!(!page.is_empty(), "scenario {number}: no figure on the page");
    }
    std::fs::remove_dir_all(data).unwrap();
}
