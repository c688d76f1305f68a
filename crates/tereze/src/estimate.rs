use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use costs::{Mapping, Severity};
use incentives::{Answer, Bar, Budget, Outcome, Reason, Unread, home_of};
use kernel::Money;
use rulebook::{Ask, Failure as Reasoned, Ledger, Tables, Value};

use crate::question::{self, FactArguments};
use crate::voice::{Voice, VoiceArguments, padded, right};
use crate::{Failure, Kind};

const EXAMPLES: &str = "\
Examples:
  tereze estimate budget.xlsx --rulebook kz/cinema-subsidy --on 2025-12-25 --set agreement_rate=30%
  tereze estimate --rulebook ie/section-481 --set eligible_expenditure=4000000 --set total_cost=10000000
  tereze estimate budget.xlsx --rulebook hu/film-rebate --rates rates.xlsx --json
  tereze estimate budget.xlsx --rulebook kz/cinema-subsidy --lines lines.xlsx --save-map map.json
";

/// What a scheme would pay, from a budget or from totals, and why
#[derive(clap::Args)]
#[command(before_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// A budget or ledger: xlsx, xls, xlsb, ods, csv or tab-delimited; without it, facts give the totals
    file: Option<PathBuf>,
    /// Id of a shipped rulebook, such as kz/cinema-subsidy, or a .law.md file
    #[arg(long)]
    rulebook: String,
    #[command(flatten)]
    facts: FactArguments,
    /// How the columns are to be understood: a mapping saved before
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Save how the columns were understood
    #[arg(long, value_name = "FILE")]
    save_map: Option<PathBuf>,
    /// The sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// The currency of amounts for which the file names none
    #[arg(long)]
    currency: Option<kernel::Currency>,
    /// The answer for machines, in a documented shape
    #[arg(long)]
    json: bool,
    /// Write every line with what counts of it and why
    #[arg(long, value_name = "OUT.xlsx")]
    lines: Option<PathBuf>,
    #[command(flatten)]
    voice: VoiceArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let voice = Voice::new(&arguments.voice)?;
    let book = question::rulebook(&arguments.rulebook)?;
    let facts = arguments.facts.facts()?;
    let tables = arguments.facts.tables(&book)?;
    let budget = match &arguments.file {
        Some(path) => Some(staged(path, arguments, &voice)?),
        None => None,
    };
    if let Some(budget) = &budget
        && !budget.staged.is_usable()
    {
        let mut text = problems(budget, &voice, Severity::Blocker);
        text.push(voice.say("cli-blockers").to_string());
        return Err(Kind::BadData.because(anyhow::anyhow!("{}", text.join("\n"))));
    }
    let bound = match &budget {
        Some(budget) => Some(
            budget
                .ledger(&book, &home_of(&book))
                .map_err(|problem| Kind::BadData.because(anyhow::anyhow!("{problem}")))?,
        ),
        None => None,
    };
    let (ledger, unread) = match bound {
        Some((ledger, unread)) => (Some(ledger), unread),
        None => (None, Vec::new()),
    };
    let answer = Answer::work_out(&book, facts, budget.as_ref(), ledger.as_ref(), &tables)
        .map_err(|problems| question::fact_problems(&problems, &book))?;
    if let (Some(path), Some(ledger)) = (&arguments.lines, &ledger) {
        let count = write_lines(path, &answer, ledger, &tables, &voice)?;
        let phrase = voice.say("cli-written").with("file", path.display());
        eprintln!("{}", phrase.with("lines", voice.lines(count)));
    }
    if arguments.json {
        let json = serde_json::to_string_pretty(&answer.to_json(voice.language))
            .map_err(|error| Kind::Failed.because(error))?;
        println!("{json}");
    } else {
        print!("{}", report(&answer, ledger.as_ref(), &tables, &unread, arguments, &voice));
    }
    // A figure that could not be worked out for want of a rate or the like is a fault in what was given.
    match answer.outcome() {
        Outcome::Undefined => Err(undefined(&answer, &voice)),
        _ => Ok(()),
    }
}

fn undefined(answer: &Answer<'_>, voice: &Voice) -> Failure {
    let why =
        answer.estimate.award_value().and_then(Value::failure).map(|why| voice.speaker().failure(answer.book, why));
    let label = award_label(answer, voice);
    let text = voice.say("cli-award-undefined").with("label", label).with("why", why.unwrap_or_default()).to_string();
    let failure = Kind::BadData.because(anyhow::anyhow!("{text}"));
    let no_rate = rulebook::missing_rates(&answer.estimate);
    match no_rate.iter().next() {
        Some((currency, day)) => failure.hint(format!("give the rate of {currency} on {day}: `--rates FILE`")),
        None => failure,
    }
}

fn staged(path: &Path, arguments: &Arguments, voice: &Voice) -> Result<Budget, Failure> {
    let bytes = question::read(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if bytes.len() > 4_000_000 && std::io::stderr().is_terminal() {
        eprintln!("reading {name} …");
    }
    let mapping: Option<Mapping> = match &arguments.map {
        Some(map) => Some(serde_json::from_str(&question::read_text(map)?).map_err(|error| question::at(map, error))?),
        None => None,
    };
    let options = costs::Options {
        sheet: arguments.sheet.as_deref(),
        mapping: mapping.as_ref(),
        currency: arguments.currency,
        ..costs::Options::default()
    };
    let staged = costs::stage(&bytes, &name, &options).map_err(|refusal| {
        let mut said = voice.say(refusal.key());
        for (place, text) in refusal.arguments() {
            said = said.with(place, text);
        }
        let failure = question::at(path, said);
        failure.hint(voice.say(&refusal.fix_key()).to_string())
    })?;
    if let Some(save) = &arguments.save_map {
        let json = serde_json::to_string_pretty(&staged.mapping).map_err(|error| Kind::Failed.because(error))?;
        std::fs::write(save, json).map_err(|error| question::at(save, error))?;
    }
    Ok(Budget { staged })
}

fn award_label(answer: &Answer<'_>, voice: &Voice) -> String {
    let award = answer.estimate.award.and_then(|award| answer.book.figure(award));
    award.map(|award| answer.book.label(&award.name, voice.language)).unwrap_or_default()
}

fn report(
    answer: &Answer<'_>,
    ledger: Option<&Ledger>,
    tables: &Tables,
    unread: &[Unread],
    arguments: &Arguments,
    voice: &Voice,
) -> String {
    let mut out = Vec::new();
    let (book, speaker) = (answer.book, voice.speaker());
    out.push(voice.bold(&headline(answer, voice)));
    let law = voice.say("cli-law-of").with("rulebook", &book.id).with("day", voice.locale().day(answer.facts.as_of));
    out.push(voice.faint(&law.to_string()));
    out.extend(last_in_force(answer, ledger, tables, voice));
    if let Some(value) = answer.estimate.award_value() {
        let notes = answer.outcome_note(value, voice.language);
        if !notes.is_empty() {
            out.push(String::new());
            out.push(voice.say("cli-untranslatable").to_string());
            out.extend(notes.iter().map(|note| format!("  · {note}")));
        }
    }
    out.push(String::new());
    out.extend(waterfall(answer, voice));
    let reasons = answer.not_counted();
    if !reasons.is_empty() {
        out.push(voice.bold(&voice.say("cli-not-counted").to_string()));
        out.extend(reasons.iter().flat_map(|reason| not_counted(answer, reason, voice)));
        out.push(String::new());
    }
    out.extend(row_problems(answer, voice));
    out.extend(open_points(answer, voice));
    out.extend(asks(answer, voice));
    out.extend(assumed(answer, unread, voice));
    if let Some(budget) = answer.budget {
        let sums: Vec<String> = budget
            .staged
            .sums()
            .iter()
            .map(|(currency, sum)| {
                Money::from_exact(sum, *currency).map_or_else(String::new, |money| speaker.money(&money))
            })
            .collect();
        let lines = voice.lines(budget.staged.lines.len());
        out.push(voice.say("cli-totals").with("lines", lines).with("sums", sums.join(", ")).to_string());
        let shown: Vec<String> = [Severity::Warning, Severity::Note]
            .iter()
            .flat_map(|severity| problems(budget, voice, *severity))
            .collect();
        if !shown.is_empty() {
            out.push(voice.say("cli-problems").to_string());
            out.extend(shown);
        }
        out.push(String::new());
    }
    out.extend(parameters(answer, voice));
    if let Some(award) = answer.estimate.award.and_then(|award| book.figure(award)) {
        let command = format!("tereze rulebook explain {} {}{}", arguments.rulebook, award.name, repeated(arguments));
        out.push(voice.say("cli-next").with("command", command).to_string());
    }
    let receipt = voice.say("cli-receipt").with("hash", &answer.estimate.receipt.hash).to_string();
    out.push(voice.faint(&receipt));
    out.push(String::new());
    out.join("\n")
}

/// The file as an argument of the next command, so that it can be copied.
fn repeated(arguments: &Arguments) -> String {
    arguments.file.as_ref().map(|file| format!(" --file {}", file.display())).unwrap_or_default()
}

fn headline(answer: &Answer<'_>, voice: &Voice) -> String {
    let label = award_label(answer, voice);
    let of = answer.estimate.award.and_then(|award| answer.book.figure(award)).map(|award| award.of);
    match (answer.outcome(), answer.estimate.award_value(), of) {
        (Outcome::NotInForce, Some(value), _) => {
            let day = voice.locale().day(answer.facts.as_of);
            match value.failure() {
                Some(Reasoned::NotInForce { since: Some(since), .. }) => {
                    let phrase = voice.say("cli-award-not-in-force").with("label", label).with("day", day);
                    phrase.with("since", voice.locale().day(*since)).to_string()
                }
                _ => voice.say("cli-award-not-yet").with("label", label).with("day", day).to_string(),
            }
        }
        (Outcome::Unknown, Some(value), Some(of)) => {
            let range = voice.speaker().value(answer.book, value, of, None);
            voice.say("cli-award-range").with("label", label).with("range", range).to_string()
        }
        (_, Some(value), Some(of)) => {
            let amount = voice.speaker().value(answer.book, value, of, None);
            voice.say("cli-award").with("label", label).with("amount", amount).to_string()
        }
        _ => label,
    }
}

/// What the last text in force would have given, where the award is not in force on the day asked for.
fn last_in_force(answer: &Answer<'_>, ledger: Option<&Ledger>, tables: &Tables, voice: &Voice) -> Option<String> {
    let (Outcome::NotInForce, Some(day)) = (answer.outcome(), answer.book.usual_day()) else { return None };
    let mut facts = answer.facts.clone();
    facts.as_of = day;
    let then = Answer::work_out(answer.book, facts, answer.budget, ledger, tables).ok()?;
    let award = then.estimate.award.and_then(|award| answer.book.figure(award))?;
    let amount = voice.speaker().value(answer.book, then.estimate.award_value()?, award.of, None);
    let phrase = voice.say("cli-if-in-force").with("day", voice.locale().day(day)).with("amount", amount);
    Some(phrase.with("on", day).to_string())
}

fn waterfall(answer: &Answer<'_>, voice: &Voice) -> Vec<String> {
    let rows: Vec<(String, String)> = answer
        .waterfall()
        .iter()
        .map(|bar| match bar {
            Bar::Total { figure, amount } => (figure_label(answer, *figure, voice), voice.speaker().money(amount)),
            Bar::Less(reason) => {
                (format!("  − {}", reason_label(answer, reason, voice)), negative(&reason.amount, voice))
            }
            Bar::Step { to, amount } => (format!("  → {}", figure_label(answer, *to, voice)), negative(amount, voice)),
        })
        .collect();
    let left = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    let width = rows.iter().map(|(_, amount)| amount.chars().count()).max().unwrap_or(0);
    let mut lines: Vec<String> =
        rows.iter().map(|(label, amount)| format!("{}  {}", padded(label, left), right(amount, width))).collect();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn negative(money: &Money, voice: &Voice) -> String {
    let negated = money.minor().checked_neg().map(|minor| Money::from_minor(minor, money.currency()));
    negated.map(|money| voice.speaker().money(&money)).unwrap_or_default()
}

fn figure_label(answer: &Answer<'_>, id: rulebook::FigureId, voice: &Voice) -> String {
    answer.book.figure(id).map(|figure| answer.book.label(&figure.name, voice.language)).unwrap_or_default()
}

fn reason_label(answer: &Answer<'_>, reason: &Reason, voice: &Voice) -> String {
    match reason.exception {
        Some(exception) => answer.book.exception_label(exception, voice.language),
        None => voice.say("cli-in-part").to_string(),
    }
}

/// The reason, how much, how many lines, and the first of them.
fn not_counted(answer: &Answer<'_>, reason: &Reason, voice: &Voice) -> Vec<String> {
    let mut lines = vec![format!(
        "  {}: {} ({})",
        reason_label(answer, reason, voice),
        voice.speaker().money(&reason.amount),
        voice.lines(reason.rows.len())
    )];
    for row in reason.rows.iter().take(3) {
        let text = answer.budget.map(|budget| budget.description(*row)).unwrap_or_default();
        lines.push(voice.faint(&format!("      {}  {text}", answer.place(*row))));
    }
    if reason.rows.len() > 3 {
        let more = voice.say("cli-more").with("count", voice.lines(reason.rows.len() - 3)).to_string();
        lines.push(voice.faint(&format!("      {more}")));
    }
    lines
}

fn row_problems(answer: &Answer<'_>, voice: &Voice) -> Vec<String> {
    let rows = &answer.estimate.row_problems;
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![voice.bold(&voice.say("cli-row-problems").to_string())];
    for problem in rows.iter().take(5) {
        let why = voice.speaker().failure(answer.book, &problem.failure);
        lines.push(format!("  {}: {why}", answer.place(problem.row)));
    }
    if rows.len() > 5 {
        lines.push(format!("  {}", voice.say("cli-more").with("count", voice.lines(rows.len() - 5))));
    }
    lines.push(String::new());
    lines
}

fn open_points(answer: &Answer<'_>, voice: &Voice) -> Vec<String> {
    let Some(of) = answer.estimate.award.and_then(|award| answer.book.figure(award)).map(|award| award.of) else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for report in &answer.estimate.open {
        let Some(open) = answer.book.opens.get(report.open.0) else { continue };
        let decided = report.decided.and_then(|at| open.readings.get(at));
        let state = match decided {
            Some(reading) => voice.say("cli-open-decided").with("reading", &reading.text).to_string(),
            None if report.matters => voice.say("cli-open-matters").to_string(),
            None => voice.say("cli-open-same").to_string(),
        };
        lines.push(format!("  {} ({state}): {}", open.name, open.because.or_other(voice.language).unwrap_or("")));
        if report.matters && decided.is_none() {
            for (reading, value) in open.readings.iter().zip(&report.readings) {
                let value = voice.speaker().value(answer.book, value, of, None);
                lines.push(format!("      --set {}={}  {value}", open.name, reading.text));
            }
        }
    }
    if !lines.is_empty() {
        lines.insert(0, voice.bold(&voice.say("cli-open").to_string()));
        lines.push(String::new());
    }
    lines
}

fn asks(answer: &Answer<'_>, voice: &Voice) -> Vec<String> {
    let book = answer.book;
    let mut lines = Vec::new();
    for ask in &answer.estimate.asks {
        let name = book.ask_name(*ask);
        let question = match ask {
            Ask::Input(id) => {
                book.inputs.get(id.0).and_then(|input| input.ask.or_other(voice.language)).map(str::to_owned)
            }
            Ask::Open(_) => continue,
            Ask::Total(_) | Ask::Column(_) => None,
        };
        let question = question.unwrap_or_else(|| book.label(name, voice.language));
        lines.push(format!("  --set {name}=…  {question}"));
    }
    if !lines.is_empty() {
        lines.insert(0, voice.bold(&voice.say("cli-asks").to_string()));
        lines.push(String::new());
    }
    lines
}

fn assumed(answer: &Answer<'_>, unread: &[Unread], voice: &Voice) -> Vec<String> {
    let mut lines = Vec::new();
    for (column, rows) in &answer.estimate.assumed {
        let Some(column) = answer.book.columns.get(column.0) else { continue };
        let phrase = voice.say("cli-assumed-column").with("column", answer.book.label(&column.name, voice.language));
        lines.push(format!("  {}", phrase.with("lines", voice.lines(*rows))));
    }
    let filled = |name: &str| {
        answer.estimate.assumed.iter().any(|(id, _)| answer.book.columns.get(id.0).is_some_and(|c| c.name == name))
    };
    for column in unread.iter().filter(|column| !filled(&column.column)) {
        let phrase = voice.say("cli-unread-column").with("column", answer.book.label(&column.column, voice.language));
        let phrase = phrase.with("lines", voice.lines(column.rows)).with("set", format!("--set {}=…", column.column));
        lines.push(format!("  {phrase}"));
    }
    if !lines.is_empty() {
        lines.insert(0, voice.say("cli-assumed").to_string());
        lines.push(String::new());
    }
    lines
}

fn problems(budget: &Budget, voice: &Voice, wanted: Severity) -> Vec<String> {
    let mut lines = Vec::new();
    for (_, kind, group) in budget.staged.problems.groups().filter(|(severity, ..)| *severity == wanted) {
        let mut said = voice.say(&kind.group_key()).count("count", group.count);
        if let Some(first) = group.first.first() {
            for (place, text) in first.arguments() {
                said = said.with(place, text);
            }
        }
        lines.push(format!("  {said}"));
        let places: Vec<String> = group.first.iter().take(3).map(|problem| problem.origin.to_string()).collect();
        lines.push(voice.faint(&format!("      {}", voice.say("cli-place").with("places", places.join(", ")))));
        let mut fix = voice.say(&kind.fix_key());
        if let Some(first) = group.first.first() {
            for (place, text) in first.arguments() {
                fix = fix.with(place, text);
            }
        }
        lines.push(voice.faint(&format!("      {fix}")));
    }
    lines
}

fn parameters(answer: &Answer<'_>, voice: &Voice) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, at) in &answer.estimate.params {
        let Some(param) = answer.book.params.get(id.0) else { continue };
        let Some(row) = param.rows.get(*at) else { continue };
        let value = answer.book.param_text(param, row);
        let cite = row.cite.as_deref().map(|cite| format!("  [{cite}]")).unwrap_or_default();
        let certainty = row.certainty.as_deref().map(|mark| format!(" ({mark})")).unwrap_or_default();
        let until = row.until.map(|day| format!("–{day}")).unwrap_or_default();
        lines.push(format!(
            "  {} {value}  {}{until}{certainty}{cite}",
            answer.book.label(&param.name, voice.language),
            row.from
        ));
    }
    if !lines.is_empty() {
        lines.insert(0, voice.say("cli-parameters").to_string());
        lines.push(String::new());
    }
    lines
}

/// Every line with what counts of it; amounts as numbers with their decimals, so that they can be added up.
fn write_lines(
    path: &Path,
    answer: &Answer<'_>,
    ledger: &Ledger,
    tables: &Tables,
    voice: &Voice,
) -> Result<usize, Failure> {
    let rows = answer
        .book
        .rows(&answer.facts, ledger, tables)
        .map_err(|problems| question::fact_problems(&problems, answer.book))?;
    let Some(rows) = rows else {
        return Err(question::at(path, "the rulebook does not say which line counts"));
    };
    let currency =
        answer.book.counts.and_then(|(gross, _)| answer.book.figure(gross)).and_then(|figure| figure.of.currency());
    let currency = currency.ok_or_else(|| question::at(path, "the lines of the rulebook are not money"))?;
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let wrong = |error: rust_xlsxwriter::XlsxError| question::at(path, error);
    let headings = [
        voice.say("cli-sheet-place").to_string(),
        voice.say("cli-sheet-description").to_string(),
        voice.say("cli-sheet-amount").to_string(),
        voice.say("cli-sheet-currency").to_string(),
        voice.say("cli-sheet-value").with("currency", currency).to_string(),
        voice.say("cli-sheet-counted").with("currency", currency).to_string(),
        voice.say("cli-sheet-reason").to_string(),
    ];
    let bold = rust_xlsxwriter::Format::new().set_bold();
    for (column, heading) in (0..).zip(&headings) {
        sheet.write_string_with_format(0, column, heading, &bold).map_err(wrong)?;
    }
    let mut count = 0;
    for (row, (gross, counted)) in rows.gross.iter().zip(&rows.counted).enumerate() {
        let at = u32::try_from(row + 1).map_err(|error| question::at(path, error))?;
        sheet.write_string(at, 0, answer.place(row)).map_err(wrong)?;
        if let Some(budget) = answer.budget {
            sheet.write_string(at, 1, budget.description(row)).map_err(wrong)?;
            if let Some(line) = budget.line(row) {
                sheet.write_number(at, 2, cell_number(&line.amount)).map_err(wrong)?;
                sheet.write_string(at, 3, line.amount.currency().code()).map_err(wrong)?;
            }
        }
        if rows.unknown.contains(&row) {
            sheet.write_string(at, 6, voice.say("formula-anything").to_string()).map_err(wrong)?;
        } else {
            sheet.write_number(at, 4, cell_number(&Money::from_minor(*gross, currency))).map_err(wrong)?;
            sheet.write_number(at, 5, cell_number(&Money::from_minor(*counted, currency))).map_err(wrong)?;
            let reason = rows.reason(row).map(|id| answer.book.exception_label(id, voice.language));
            sheet.write_string(at, 6, reason.unwrap_or_default()).map_err(wrong)?;
        }
        count += 1;
    }
    sheet.autofit();
    book.save(path).map_err(wrong)?;
    Ok(count)
}

/// A spreadsheet knows only binary numbers. One of 15 digits or fewer comes back as the same decimal.
fn cell_number(money: &Money) -> f64 {
    money.decimal().parse().unwrap_or(0.0)
}
