//! An office to look at: people, productions in every stage, cases on their clocks.

use anyhow::Context;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kernel::{Actor, Day, Id, Language, Money};
use productions::{
    Confidentiality, Format, Inquiry, LeadSource, LostReason, MoneyRange, Moving, Need, Stage, What, When, Who,
};
use serde::Deserialize;
use store::{By, Change, Store};
use web::Role;

use crate::Desks;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    staff: Vec<Person>,
    production: Vec<Prospect>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    email: String,
    roles: Vec<String>,
    #[serde(default)]
    on_duty: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prospect {
    title: String,
    #[serde(default)]
    code_name: String,
    #[serde(default)]
    confidentiality: Option<String>,
    format: String,
    brief: String,
    looks: String,
    days_ago: i64,
    company: String,
    name: String,
    email: String,
    country: String,
    zone: String,
    language: String,
    source: String,
    starts_in: i64,
    shooting_days: i64,
    /// Least and most; an empty one is open.
    budget: [String; 2],
    needs: Vec<String>,
    #[serde(default)]
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    to: String,
    days_ago: i64,
    #[serde(default)]
    note: String,
    #[serde(default)]
    lost: Option<String>,
}

/// Loads the office that a file describes. Each thing happens at its own moment, as if it had been done then.
pub(super) async fn load(store: &Store, desks: &Desks, text: &str, now: Timestamp) -> anyhow::Result<()> {
    let office: Office = toml::from_str(text).context("read the sample office")?;
    let mut staff = Vec::new();
    for person in &office.staff {
        staff.push(employ(store, person, days_before(now, 500)).await?);
    }
    // In the order of time, as references are numbered.
    let mut prospects: Vec<&Prospect> = office.production.iter().collect();
    prospects.sort_by_key(|prospect| std::cmp::Reverse(prospect.days_ago));
    for (at, prospect) in prospects.into_iter().enumerate() {
        let owner = staff.get(at % 2).copied().context("a sample office has two officers")?;
        open(store, desks, prospect, owner, now).await.with_context(|| format!("load `{}`", prospect.title))?;
    }
    Ok(())
}

async fn employ(store: &Store, person: &Person, moment: Timestamp) -> anyhow::Result<Id> {
    let change = begin(store, moment).await?;
    let account = people::find_or_make(&change, &person.email, &person.name, "kk", "Asia/Almaty").await?;
    let roles = person.roles.iter().map(|role| role.parse()).collect::<Result<Vec<Role>, _>>()?;
    people::give_roles(&change, account.id, &roles).await?;
    if person.on_duty {
        productions::set_officer_on_duty(&change, account.id).await?;
    }
    change.commit().await?;
    Ok(account.id)
}

async fn open(store: &Store, desks: &Desks, prospect: &Prospect, owner: Id, now: Timestamp) -> anyhow::Result<()> {
    let today = desks.cases.today(now);
    let inquiry = prospect.inquiry(today)?;
    let change = begin(store, days_before(now, prospect.days_ago)).await?;
    let filed = productions::file_inquiry(&desks.productions, &change, &inquiry).await?;
    change.commit().await?;
    for step in &prospect.steps {
        let change = begin(store, days_before(now, step.days_ago)).await?;
        let to = Stage::from_word(&step.to).with_context(|| format!("`{}` is no stage", step.to))?;
        let lost = step.lost.as_deref().and_then(LostReason::from_word);
        let moving = Moving { to, note: &step.note, lost };
        productions::step_by_staff(&change, filed.production, &moving).await??;
        casework::assign_case(&desks.cases, &change, filed.case, owner, "").await?;
        if let Some(state) = state_at(to) {
            casework::move_case(&desks.cases, &change, filed.case, state, "").await?;
        }
        change.commit().await?;
    }
    Ok(())
}

/// What an inquiry's case has come to when its production has come to a stage.
fn state_at(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::InWork => Some("in-work"),
        Stage::PackageSent | Stage::Scouting | Stage::Committed | Stage::Dormant => Some("answered"),
        Stage::Wrapped | Stage::Released | Stage::Closed => Some("closed"),
        Stage::Referred | Stage::CannotServe | Stage::Lost => Some("closed"),
        Stage::Spam => Some("spam"),
        Stage::New | Stage::Triaged | Stage::Shooting => None,
    }
}

impl Prospect {
    fn inquiry(&self, today: Day) -> anyhow::Result<Inquiry> {
        let unknown = |what: &str, word: &str| format!("`{word}` is no {what}");
        let [least, most] = &self.budget;
        let edge = |text: &str| (!text.is_empty()).then(|| text.parse::<Money>()).transpose();
        let (least, most) = (edge(least)?, edge(most)?);
        let currency = least.or(most).map(|money| money.currency());
        let budget =
            currency.and_then(|known| MoneyRange::new(least.map(|m| m.minor()), most.map(|m| m.minor()), known));
        let needs = self.needs.iter().map(|need| Need::from_word(need).with_context(|| unknown("need", need)));
        let confidentiality = match &self.confidentiality {
            Some(word) => Confidentiality::from_word(word).with_context(|| unknown("confidentiality", word))?,
            None => Confidentiality::Open,
        };
        let starts_on = today.plus_days(self.starts_in);
        Ok(Inquiry {
            what: What {
                title: self.title.clone(),
                format: Format::from_word(&self.format).with_context(|| unknown("format", &self.format))?,
                brief: self.brief.clone(),
                confidentiality,
                code_name: self.code_name.clone(),
            },
            when: When {
                starts_on,
                ends_on: starts_on.and_then(|day| day.plus_days(self.shooting_days.saturating_mul(7) / 5)),
                shooting_days: Some(self.shooting_days),
                is_flexible: self.shooting_days > 20,
            },
            looks: self.looks.clone(),
            budget,
            needs: needs.collect::<Result<_, _>>()?,
            needs_note: String::new(),
            who: Who {
                name: self.name.clone(),
                email: self.email.clone(),
                company: self.company.clone(),
                country: self.country.clone(),
                phone: String::new(),
                zone: TimeZone::get(&self.zone)?,
                language: self.language.parse::<Language>()?,
                source: LeadSource::from_word(&self.source).with_context(|| unknown("source", &self.source))?,
                source_event: String::new(),
            },
        })
    }
}

pub(super) async fn begin(store: &Store, moment: Timestamp) -> anyhow::Result<Change> {
    let by = By { actor: Actor::program("demo"), moment, reason: "sample".to_owned() };
    Ok(store.change(by).await?)
}

fn days_before(now: Timestamp, days: i64) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(days.saturating_mul(24))).unwrap_or(now)
}
