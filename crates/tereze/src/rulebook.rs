use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kernel::Day;
use rulebook::{Diagnostic, Excepted, Facts, FigureId, Rulebook, Tested};
use serde_json::json;

use crate::question::{self, FactArguments};
use crate::voice::{Voice, VoiceArguments};
use crate::{Failure, Kind, shipped};

const EXAMPLES: &str = "\
Examples:
  tereze rulebook list
  tereze rulebook test rulebooks/
  tereze rulebook check my-scheme.law.md --json
  tereze rulebook show kz/cinema-subsidy#art-15 --lang ru
  tereze rulebook explain ie/section-481 credit --set eligible_expenditure=4000000 --set total_cost=10000000
  tereze rulebook diff kz/cinema-subsidy@2024-06-01 kz/cinema-subsidy@2026-06-01
";

/// Read, check, test, explain and compare the rules
#[derive(clap::Args)]
#[command(before_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    voice: VoiceArguments,
}

#[derive(clap::Subcommand)]
enum Command {
    /// The rulebooks inside the program
    List {
        #[arg(long)]
        json: bool,
    },
    /// Say what is wrong with rulebooks: files, or folders of .law.md files
    Check {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    /// Run the tests written in rulebooks
    Test {
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long)]
        json: bool,
        /// Name every test, not only those that fail
        #[arg(long)]
        all: bool,
    },
    /// The text of a rulebook or of one clause: ID or ID#CLAUSE
    Show { id: String },
    /// How a figure is worked out; with facts, how it came about
    Explain {
        id: String,
        name: String,
        /// A budget or ledger behind it
        #[arg(long)]
        file: Option<PathBuf>,
        #[command(flatten)]
        facts: FactArguments,
    },
    /// What differs between two days of a scheme, or between two schemes: ID@DATE ID@DATE
    Diff { before: String, after: String },
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let voice = Voice::new(&arguments.voice)?;
    match &arguments.command {
        Command::List { json } => list(*json, &voice),
        Command::Check { paths, json } => check(paths, *json, &voice),
        Command::Test { paths, json, all } => test(paths, *json, *all, &voice),
        Command::Show { id } => show(id, &voice),
        Command::Explain { id, name, file, facts } => explain(id, name, file.as_deref(), facts, &voice),
        Command::Diff { before, after } => diff(before, after, &voice),
    }
}

fn list(as_json: bool, voice: &Voice) -> Result<(), Failure> {
    let library = shipped::library()?;
    let mut rows = Vec::new();
    for book in library.books() {
        let period = book.in_force.iter().max_by_key(|period| period.until.map_or((1, None), |day| (0, Some(day))));
        if as_json {
            rows.push(json!({
                "id": book.id,
                "title": book.title,
                "sha256": book.hash,
                "in_force_from": book.in_force.iter().map(|period| period.from).min().map(|day| day.to_string()),
                "in_force_until": period.and_then(|period| period.until).map(|day| day.to_string()),
                "reviewed_to": book.reviewed_to.map(|day| day.to_string()),
            }));
            continue;
        }
        let force = period.map(|period| {
            let from = book.in_force.iter().map(|period| period.from).min().unwrap_or(period.from);
            match period.until {
                Some(until) => voice.say("cli-in-force").with("from", from).with("until", until).to_string(),
                None => voice.say("cli-in-force-open").with("from", from).to_string(),
            }
        });
        println!("{:24} {}  {}", book.id, book.title, voice.faint(&force.unwrap_or_default()));
    }
    if as_json {
        println!("{}", pretty(&json!(rows)));
    }
    Ok(())
}

/// A rulebook of the disk, with what was found wrong.
struct Checked {
    path: PathBuf,
    text: String,
    book: Option<Rulebook>,
    diagnostics: Vec<Diagnostic>,
}

fn checked(paths: &[PathBuf]) -> Result<Vec<Checked>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            gather(path, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        return Err(Kind::Usage.because(anyhow::anyhow!("no file there ends in .law.md")));
    }
    files.sort();
    let mut all = Vec::new();
    for path in files {
        let text = question::read_text(&path)?;
        let (book, diagnostics) = rulebook::check(&text);
        all.push(Checked { path, text, book, diagnostics });
    }
    Ok(all)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for entry in std::fs::read_dir(folder).map_err(|error| question::at(folder, error))? {
        let path = entry.map_err(|error| question::at(folder, error))?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.to_string_lossy().ends_with(".law.md") {
            files.push(path);
        }
    }
    Ok(())
}

impl Checked {
    fn shown(&self, diagnostics: &[Diagnostic], voice: &Voice) -> String {
        let path = self.path.to_string_lossy();
        let shown = diagnostics.iter().map(|diagnostic| diagnostic.to_terminal(&path, &self.text, voice.colour()));
        shown.map(|text| format!("{text}\n")).collect()
    }

    fn json(&self, diagnostics: &[Diagnostic]) -> Vec<serde_json::Value> {
        let path = self.path.to_string_lossy();
        diagnostics.iter().map(|diagnostic| diagnostic.to_json(&path, &self.text)).collect()
    }
}

fn check(paths: &[PathBuf], as_json: bool, voice: &Voice) -> Result<(), Failure> {
    let all = checked(paths)?;
    let mut found = Vec::new();
    for file in &all {
        if as_json {
            found.extend(file.json(&file.diagnostics));
            continue;
        }
        print!("{}", file.shown(&file.diagnostics, voice));
        if let Some(book) = &file.book {
            let phrase = voice.say("cli-sound").with("path", file.path.display()).with("rules", book.figures.len());
            println!("{}", phrase.with("tests", book.test_count()));
        }
    }
    if as_json {
        println!("{}", pretty(&json!(found)));
    }
    let unsound = all.iter().filter(|file| file.book.is_none()).count();
    match unsound {
        0 => Ok(()),
        _ => Err(Kind::BadData.because(anyhow::anyhow!("{unsound} of {} rulebooks cannot be used", all.len()))),
    }
}

fn test(paths: &[PathBuf], as_json: bool, all_names: bool, voice: &Voice) -> Result<(), Failure> {
    let (mut passed, mut failed) = (0, 0);
    let mut rows = Vec::new();
    let mut examples: BTreeMap<String, String> = BTreeMap::new();
    for file in &checked(paths)? {
        let Some(book) = &file.book else {
            failed += 1;
            if !as_json {
                print!("{}", file.shown(&file.diagnostics, voice));
            }
            rows.extend(file.json(&file.diagnostics));
            continue;
        };
        let results = book.run_tests();
        for tested in &results {
            if as_json {
                rows.push(tested_json(book, file, tested));
            } else if !tested.passed() {
                print!("{}", file.shown(&tested.failures, voice));
            } else if all_names {
                let ids = if tested.examples.is_empty() {
                    String::new()
                } else {
                    format!("  [{}]", tested.examples.join(", "))
                };
                println!("  ok  {}{}", tested.name, voice.faint(&ids));
            }
            if tested.passed() {
                examples.extend(tested.examples.iter().map(|id| (id.clone(), book.id.clone())));
            }
        }
        let good = results.iter().filter(|tested| tested.passed()).count();
        passed += good;
        failed += results.len() - good;
        if !as_json {
            let phrase = voice.say("cli-tests").with("path", file.path.display()).with("passed", good);
            println!("{}", phrase.with("all", results.len()));
        }
    }
    if as_json {
        println!("{}", pretty(&json!({ "passed": passed, "failed": failed, "examples": examples, "tests": rows })));
    } else {
        if !examples.is_empty() {
            let ids: Vec<&str> = examples.keys().map(String::as_str).collect();
            println!("{}", voice.say("cli-examples").with("examples", ids.join(", ")));
        }
        println!("{}", voice.say("cli-tests-sum").with("passed", passed).with("failed", failed));
    }
    match failed {
        0 => Ok(()),
        _ => Err(Kind::Failed.because(anyhow::anyhow!("{failed} tests failed"))),
    }
}

fn tested_json(book: &Rulebook, file: &Checked, tested: &Tested) -> serde_json::Value {
    let shown: BTreeMap<String, String> = tested
        .shown
        .iter()
        .filter_map(|shown| {
            let figure = book.figure(shown.figure)?;
            Some((figure.name.clone(), book.show(&shown.value, figure.of)))
        })
        .collect();
    let refuted = tested.refuted.iter().filter_map(|refuted| {
        let figure = book.figure(refuted.figure)?;
        Some(format!("{} {}: {}", figure.name, book.show(&refuted.published, figure.of), refuted.because))
    });
    json!({
        "rulebook": book.id,
        "test": tested.name,
        "clause": book.anchor(tested.clause),
        "examples": tested.examples,
        "passed": tested.passed(),
        "figures": shown,
        "refuted": refuted.collect::<Vec<_>>(),
        "failures": file.json(&tested.failures),
    })
}

fn show(id: &str, voice: &Voice) -> Result<(), Failure> {
    let (id, anchor) = id.split_once('#').map_or((id, None), |(id, anchor)| (id, Some(anchor)));
    let book = question::rulebook(id)?;
    let Some(anchor) = anchor else {
        println!("{}", book.text);
        return Ok(());
    };
    let clause = book.document.find(anchor).and_then(|clause| book.clause(clause)).ok_or_else(|| {
        let anchors: Vec<&str> =
            book.document.clauses.iter().map(|clause| clause.anchor.as_str()).filter(|a| !a.is_empty()).collect();
        let failure = Kind::Usage.because(anyhow::anyhow!("{id} has no clause `{anchor}`"));
        failure.hint(format!("its clauses are {}", anchors.join(", ")))
    })?;
    println!("{}\n", voice.bold(&clause.title));
    println!("{}\n", clause.prose.or_other(voice.language).unwrap_or(""));
    print!("{}", book.law_of(anchor));
    Ok(())
}

fn explain(id: &str, name: &str, file: Option<&Path>, facts: &FactArguments, voice: &Voice) -> Result<(), Failure> {
    let book = question::rulebook(id)?;
    let figure = book.find_figure(name).ok_or_else(|| {
        let names: Vec<&str> = book.figures.iter().map(|figure| figure.name.as_str()).collect();
        let failure = Kind::Usage.because(anyhow::anyhow!("{id} has no figure `{name}`"));
        failure.hint(format!("its figures are {}", names.join(", ")))
    })?;
    let tables = facts.tables(&book)?;
    let facts = facts.facts()?;
    let budget = match file {
        Some(path) => {
            let bytes = question::read(path)?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let staged = costs::stage(&bytes, &name, &costs::Options::default())
                .map_err(|refusal| question::at(path, refusal))?;
            Some(incentives::Budget { staged })
        }
        None => None,
    };
    let ledger = match &budget {
        Some(budget) => {
            let bound = budget.ledger(&book, &incentives::home_of(&book));
            Some(bound.map_err(|problem| Kind::BadData.because(anyhow::anyhow!("{problem}")))?.0)
        }
        None => None,
    };
    let estimate = book
        .estimate(&facts, ledger.as_ref(), &tables)
        .map_err(|problems| question::fact_problems(&problems, &book))?;
    let mut waiting: Vec<(FigureId, usize)> = vec![(figure, 0)];
    let mut seen = Vec::new();
    while let Some((id, depth)) = waiting.pop() {
        // A line has no value of its own here; its rule is shown by `rulebook show`.
        let is_line = book.figure(id).is_some_and(|figure| figure.level == rulebook::Level::Line);
        if seen.contains(&id) || (is_line && id != figure && ledger.is_none()) {
            continue;
        }
        seen.push(id);
        let Some(explanation) = book.explain(id, Some(&estimate)) else { continue };
        print_explanation(&book, &explanation, depth, voice);
        for target in explanation.rests_on.iter().rev() {
            if let rulebook::Target::Figure(next) = target {
                waiting.push((*next, depth + 1));
            }
        }
    }
    Ok(())
}

fn print_explanation(book: &Rulebook, explanation: &rulebook::Explanation, depth: usize, voice: &Voice) {
    let (speaker, indent) = (voice.speaker(), "  ".repeat(depth.min(6)));
    let Some(figure) = book.figure(explanation.figure) else { return };
    let value = explanation.value.as_ref().map(|value| speaker.value(book, value, figure.of, Some(&figure.name)));
    let given = if explanation.given { format!(" ({})", voice.say("cli-given")) } else { String::new() };
    println!(
        "{indent}{} = {}{given}",
        voice.bold(&book.label(&figure.name, voice.language)),
        value.unwrap_or_default()
    );
    if !explanation.given {
        println!("{indent}  = {}", speaker.line(book, &explanation.formula, false));
        let worked = speaker.line(book, &explanation.formula, true);
        println!("{indent}  = {worked}");
    }
    if let Some(limb) = &explanation.governed_by {
        println!("{indent}  {}", voice.say("cli-governed").with("limb", book.label(limb, voice.language)));
    }
    if !explanation.exceptions.is_empty() {
        println!("{indent}  {}", voice.say("cli-exceptions"));
        explanation
            .exceptions
            .iter()
            .for_each(|exception| print_exception(book, exception, &format!("{indent}    "), voice));
    }
    if let Some(clause) = book.clause(explanation.clause) {
        let phrase = voice.say("cli-clause").with("title", &clause.title).with("anchor", &clause.anchor);
        println!("{indent}  {}", voice.faint(&phrase.to_string()));
    }
}

fn print_exception(book: &Rulebook, exception: &Excepted, indent: &str, voice: &Voice) {
    let speaker = voice.speaker();
    let applied = match exception.applied {
        Some(true) => format!(" [{}]", voice.say("cli-applies")),
        Some(false) => format!(" [{}]", voice.say("cli-applies-not")),
        None => String::new(),
    };
    let label = book.exception_label(exception.exception, voice.language);
    let (when, then) = (speaker.line(book, &exception.when, false), speaker.line(book, &exception.then, false));
    let words = (voice.say("formula-if").to_string(), voice.say("formula-then").to_string());
    println!("{indent}{label}{applied}: {} {when} {} {then}", words.0, words.1);
    exception.exceptions.iter().for_each(|inner| print_exception(book, inner, &format!("{indent}  "), voice));
}

/// A side of a comparison: a rulebook and a day.
struct Side {
    name: String,
    book: Rulebook,
    day: Day,
}

fn side(text: &str) -> Result<Side, Failure> {
    let (id, day) = text.split_once('@').ok_or_else(|| {
        let failure = Kind::Usage.because(anyhow::anyhow!("`{text}` names no day"));
        failure.hint("write it as `kz/cinema-subsidy@2025-06-01`")
    })?;
    let day: Day = day.parse().map_err(|error| Kind::Usage.because(anyhow::anyhow!("{error}")))?;
    Ok(Side { name: text.to_owned(), book: question::rulebook(id)?, day })
}

impl Side {
    /// Everything about the rules that may differ, as text by name.
    fn rules(&self, voice: &Voice) -> Result<BTreeMap<String, String>, Failure> {
        let book = &self.book;
        let mut rules = BTreeMap::new();
        for param in &book.params {
            for (keys, value) in book.param_on(param, self.day) {
                let name = if keys.is_empty() { param.name.clone() } else { format!("{} ({keys})", param.name) };
                rules.insert(name, value);
            }
        }
        let speaker = voice.speaker();
        for (at, figure) in book.figures.iter().enumerate() {
            let Some(explanation) = book.explain(FigureId(at), None) else { continue };
            let mut text = speaker.line(book, &explanation.formula, false);
            for exception in &explanation.exceptions {
                let when = speaker.line(book, &exception.when, false);
                text.push_str(&format!(
                    "; {} {when} → {}",
                    voice.say("formula-if"),
                    speaker.line(book, &exception.then, false)
                ));
            }
            rules.insert(figure.name.clone(), text);
        }
        let estimate = book.estimate(&Facts::on(self.day), None, &rulebook::Tables::new());
        let estimate = estimate.map_err(|problems| question::fact_problems(&problems, book))?;
        if let Some(award) = estimate.award.and_then(|award| book.figure(award)) {
            let off = estimate.award_value().and_then(rulebook::Value::failure).is_some();
            let state = voice.say(if off { "cli-today-not" } else { "cli-today-in-force" }).to_string();
            rules.insert(book.label(&award.name, voice.language), state);
        }
        Ok(rules)
    }
}

fn diff(before: &str, after: &str, voice: &Voice) -> Result<(), Failure> {
    let (before, after) = (side(before)?, side(after)?);
    let (old, new) = (before.rules(voice)?, after.rules(voice)?);
    let mut same = true;
    for name in old.keys().chain(new.keys().filter(|name| !old.contains_key(*name))) {
        let line = match (old.get(name), new.get(name)) {
            (Some(a), Some(b)) if a == b => continue,
            (Some(a), Some(b)) => {
                voice.say("cli-differs").with("name", name).with("before", a).with("after", b).to_string()
            }
            (Some(a), None) => format!("{name}: {a} ({})", voice.say("cli-only").with("side", &before.name)),
            (None, Some(b)) => format!("{name}: {b} ({})", voice.say("cli-only").with("side", &after.name)),
            (None, None) => continue,
        };
        same = false;
        println!("{line}");
    }
    if same {
        println!("{}", voice.say("cli-same-rules"));
    }
    Ok(())
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
