//! The parts of a production file that are edited one at a time.

use kernel::{Currency, Exact, Money};
use web::{Form, Page, Visitor};

use crate::inquiry::{Format, Need, day};
use crate::record::{PercentRange, Production};
use crate::show::{band, chance};
use crate::{Act, Confidentiality, LeadSource, MoneyRange};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Confidentiality,
    Format,
    Brief,
    Synopsis,
    Looks,
    Needs,
    Dates,
    Budget,
    Spend,
    Chance,
    Source,
    Waits,
    Next,
    Officer,
}

/// How long a line and a text may be.
const LINE: usize = 200;
const TEXT: usize = 8_000;

impl Field {
    pub(crate) const ALL: [Self; 15] = [
        Self::Title,
        Self::Confidentiality,
        Self::Format,
        Self::Dates,
        Self::Budget,
        Self::Spend,
        Self::Chance,
        Self::Waits,
        Self::Next,
        Self::Officer,
        Self::Source,
        Self::Brief,
        Self::Synopsis,
        Self::Looks,
        Self::Needs,
    ];

    /// What the team of a production told us and may tell us anew; the rest is the office's own.
    pub(crate) const OF_PRODUCERS: [Self; 9] = [
        Self::Title,
        Self::Confidentiality,
        Self::Format,
        Self::Brief,
        Self::Synopsis,
        Self::Looks,
        Self::Dates,
        Self::Budget,
        Self::Needs,
    ];

    /// What somebody in the team has to be allowed to do so.
    pub(crate) fn act(self) -> Act {
        match self {
            Self::Budget | Self::Spend => Act::EditMoney,
            Self::Title | Self::Confidentiality | Self::Format | Self::Brief | Self::Synopsis => Act::EditBrief,
            Self::Looks | Self::Needs | Self::Dates | Self::Chance | Self::Source => Act::EditBrief,
            Self::Waits | Self::Next | Self::Officer => Act::EditBrief,
        }
    }

    /// As it stands in addresses and in the chain.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Confidentiality => "confidentiality",
            Self::Format => "format",
            Self::Brief => "brief",
            Self::Synopsis => "synopsis",
            Self::Looks => "looks",
            Self::Needs => "needs",
            Self::Dates => "dates",
            Self::Budget => "budget",
            Self::Spend => "spend",
            Self::Chance => "chance",
            Self::Source => "source",
            Self::Waits => "waits",
            Self::Next => "next",
            Self::Officer => "officer",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// The key of its name.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Title => "start-title",
            Self::Confidentiality => "start-confidentiality",
            Self::Format => "start-format",
            Self::Brief => "start-brief",
            Self::Synopsis => "production-synopsis",
            Self::Looks => "start-looks-field",
            Self::Needs => "start-needs-field",
            Self::Dates => "start-dates",
            Self::Budget => "start-budget-field",
            Self::Spend => "production-spend",
            Self::Chance => "production-chance",
            Self::Source => "production-source",
            Self::Waits => "production-waits",
            Self::Next => "production-next",
            Self::Officer => "production-officer",
        }
    }

    /// What stands in the file, as the form shows it.
    pub(crate) fn fill(self, production: &Production, form: &mut Form) {
        let text = |value: Option<String>| value.unwrap_or_default();
        match self {
            Self::Title => form.fill("title", &production.title),
            Self::Confidentiality => {
                form.fill("confidentiality", production.confidentiality.word());
                form.fill("code-name", &production.code_name);
            }
            Self::Format => form.fill("format", production.format.word()),
            Self::Brief => form.fill("brief", &production.brief),
            Self::Synopsis => form.fill("synopsis", &production.synopsis),
            Self::Looks => form.fill("looks", &production.looks),
            Self::Needs => {
                production.needs.iter().for_each(|need| form.fill("needs", need.word()));
                form.fill("needs-note", &production.needs_note);
            }
            Self::Dates => {
                form.fill("starts-on", text(production.starts_on.map(|day| day.to_string())));
                form.fill("ends-on", text(production.ends_on.map(|day| day.to_string())));
                form.fill("shooting-days", text(production.shooting_days.map(|days| days.to_string())));
                if production.is_flexible {
                    form.fill("flexible", "yes");
                }
            }
            Self::Budget => fill_range(production.budget, form),
            Self::Spend => fill_range(production.spend, form),
            Self::Chance => {
                form.fill("least", text(production.chance.map(|chance| chance.least().to_string())));
                form.fill("most", text(production.chance.map(|chance| chance.most().to_string())));
            }
            Self::Source => {
                form.fill("source", production.source.word());
                form.fill("event", &production.source_event);
            }
            Self::Waits => form.fill("waits", &production.waits_for),
            Self::Next => {
                form.fill("next-step", &production.next_step);
                form.fill("next-owner", text(production.next_owner.map(|id| id.to_string())));
                form.fill("next-on", text(production.next_on.map(|day| day.to_string())));
            }
            Self::Officer => form.fill("officer", text(production.officer.map(|id| id.to_string()))),
        }
    }

    /// The file with what was typed; refusals stand in the form.
    pub(crate) fn take(self, production: &Production, form: &mut Form, staff: &[Visitor]) -> Option<Production> {
        let mut changed = production.clone();
        match self {
            Self::Title => changed.title = needed(form, "title", "start-title-missing")?,
            Self::Confidentiality => {
                let level = Confidentiality::from_word(form.typed("confidentiality"));
                changed.code_name = text(form, "code-name", LINE)?;
                changed.confidentiality = known(form, "confidentiality", level)?;
                if changed.confidentiality == Confidentiality::CodeName && changed.code_name.is_empty() {
                    form.refuse("code-name", "start-code-name-missing");
                    return None;
                }
            }
            Self::Format => {
                let format = Format::from_word(form.typed("format"));
                changed.format = known(form, "format", format)?;
            }
            Self::Brief => changed.brief = text(form, "brief", TEXT)?,
            Self::Synopsis => changed.synopsis = text(form, "synopsis", TEXT)?,
            Self::Looks => changed.looks = text(form, "looks", TEXT)?,
            Self::Needs => {
                let needs = form.all("needs").map(Need::from_word).collect::<Option<Vec<_>>>();
                changed.needs = known(form, "needs", needs)?;
                changed.needs_note = text(form, "needs-note", TEXT)?;
            }
            Self::Dates => take_dates(&mut changed, form)?,
            Self::Budget => changed.budget = take_range(form)?,
            Self::Spend => changed.spend = take_range(form)?,
            Self::Chance => changed.chance = take_chance(form)?,
            Self::Source => {
                let source = LeadSource::from_word(form.typed("source"));
                changed.source = known(form, "source", source)?;
                changed.source_event = text(form, "event", LINE)?;
            }
            Self::Waits => changed.waits_for = text(form, "waits", LINE)?,
            Self::Next => {
                changed.next_step = text(form, "next-step", LINE)?;
                changed.next_owner = person(form, "next-owner", staff)?;
                changed.next_on = day(form, "next-on")?;
                if !changed.next_step.is_empty() && (changed.next_owner.is_none() || changed.next_on.is_none()) {
                    let field = if changed.next_owner.is_none() { "next-owner" } else { "next-on" };
                    form.refuse(field, "production-next-unowned");
                    return None;
                }
            }
            Self::Officer => changed.officer = person(form, "officer", staff)?,
        }
        Some(changed)
    }

    /// What stands in the file, as people read it; empty if nothing does.
    pub(crate) fn shown(self, page: &Page, production: &Production, staff: &[Visitor]) -> String {
        let name = |account| {
            let known = staff.iter().find(|visitor| visitor.account == account);
            known.map(|visitor| visitor.name.clone()).unwrap_or_default()
        };
        let written = |day: Option<kernel::Day>| day.map(|day| page.day(day)).unwrap_or_default();
        let joined =
            |parts: &[String]| parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        match self {
            Self::Title => production.title.clone(),
            Self::Confidentiality => {
                joined(&[page.say(production.confidentiality.label()).to_string(), production.code_name.clone()])
            }
            Self::Format => page.say(production.format.label()).to_string(),
            Self::Brief => production.brief.clone(),
            Self::Synopsis => production.synopsis.clone(),
            Self::Looks => production.looks.clone(),
            Self::Needs => {
                let needs = production.needs.iter().map(|need| page.say(need.label()).to_string());
                joined(&[needs.collect::<Vec<_>>().join(", "), production.needs_note.clone()])
            }
            Self::Dates => {
                let span = [written(production.starts_on), written(production.ends_on)];
                let span = span.iter().filter(|day| !day.is_empty()).cloned().collect::<Vec<_>>().join(" – ");
                let days = production.shooting_days;
                let days = days.map(|days| {
                    page.say("production-shooting-days").count("days", usize::try_from(days).unwrap_or(0)).to_string()
                });
                let flexible = production.is_flexible.then(|| page.say("start-flexible").to_string());
                joined(&[span, days.unwrap_or_default(), flexible.unwrap_or_default()])
            }
            Self::Budget => production.budget.map(|range| band(page, &range)).unwrap_or_default(),
            Self::Spend => production.spend.map(|range| band(page, &range)).unwrap_or_default(),
            Self::Chance => production.chance.map(|range| chance(page, &range)).unwrap_or_default(),
            Self::Source => joined(&[page.say(production.source.label()).to_string(), production.source_event.clone()]),
            Self::Waits => production.waits_for.clone(),
            Self::Next => {
                let owner = production.next_owner.map(name).unwrap_or_default();
                joined(&[production.next_step.clone(), owner, written(production.next_on)])
            }
            Self::Officer => production.officer.map(name).unwrap_or_default(),
        }
    }

    /// What stands in the file as one text: if it is another one when the form comes back, somebody was faster.
    pub(crate) fn seen(self, production: &Production) -> String {
        let mut form = Form::default();
        self.fill(production, &mut form);
        let pairs = form.pairs().iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("\n")
    }
}

fn take_dates(changed: &mut Production, form: &mut Form) -> Option<()> {
    changed.starts_on = day(form, "starts-on")?;
    changed.ends_on = day(form, "ends-on")?;
    if changed.starts_on.zip(changed.ends_on).is_some_and(|(start, end)| end < start) {
        let filled = vec![("start", form.typed("starts-on").to_owned()), ("end", form.typed("ends-on").to_owned())];
        form.refuse_with("ends-on", "start-ends-before-start", filled);
        return None;
    }
    changed.shooting_days = whole(form, "shooting-days", 1, 1_000)?;
    changed.is_flexible = form.chose("flexible", "yes");
    Some(())
}

fn fill_range(range: Option<MoneyRange>, form: &mut Form) {
    let amount = |money: Option<Money>| money.map(|money| money.decimal()).unwrap_or_default();
    form.fill("least", amount(range.and_then(|range| range.least())));
    form.fill("most", amount(range.and_then(|range| range.most())));
    if let Some(range) = range {
        form.fill("currency", range.currency().code());
    }
}

fn take_range(form: &mut Form) -> Option<Option<MoneyRange>> {
    if form.typed("least").trim().is_empty() && form.typed("most").trim().is_empty() {
        return Some(None);
    }
    let currency: Option<Currency> = form.typed("currency").trim().to_uppercase().parse().ok();
    let Some(currency) = currency else {
        let typed = form.typed("currency").to_owned();
        form.refuse_with("currency", "production-not-a-currency", vec![("typed", typed)]);
        return None;
    };
    let least = amount(form, "least", currency)?;
    let most = amount(form, "most", currency)?;
    let range = MoneyRange::new(least, most, currency);
    if range.is_none() {
        form.refuse("most", "production-range-turned");
    }
    range.map(Some)
}

/// Nothing typed is `Some(None)`. Groups may be told apart by spaces or commas: `1 500 000`, `1,500,000.50`.
fn amount(form: &mut Form, field: &'static str, currency: Currency) -> Option<Option<i64>> {
    let typed: String = form.typed(field).chars().filter(|sign| !sign.is_whitespace() && *sign != '\'').collect();
    if typed.is_empty() {
        return Some(None);
    }
    let is_grouped = typed.matches(',').count() > 1 || (typed.contains(',') && typed.contains('.'));
    let plain = if is_grouped { typed.replace(',', "") } else { typed.replace(',', ".") };
    let money = plain.parse::<Exact>().ok().and_then(|exact| Money::from_exact(&exact, currency));
    if money.is_none() {
        form.refuse_with(field, "production-not-an-amount", vec![("typed", typed)]);
    }
    money.map(|money| Some(money.minor()))
}

fn take_chance(form: &mut Form) -> Option<Option<PercentRange>> {
    let least = whole(form, "least", 0, 100)?;
    let most = whole(form, "most", 0, 100)?;
    let (Some(least), Some(most)) = (least.or(most), most.or(least)) else { return Some(None) };
    let range = PercentRange::new(least, most);
    if range.is_none() {
        form.refuse("most", "production-range-turned");
    }
    range.map(Some)
}

fn whole(form: &mut Form, field: &'static str, least: i64, most: i64) -> Option<Option<i64>> {
    let typed: String = form.typed(field).chars().filter(|sign| !sign.is_whitespace() && *sign != '%').collect();
    if typed.is_empty() {
        return Some(None);
    }
    let number = typed.parse().ok().filter(|number| (least..=most).contains(number));
    if number.is_none() {
        let filled = vec![("typed", typed), ("least", least.to_string()), ("most", most.to_string())];
        form.refuse_with(field, "production-not-a-number", filled);
    }
    number.map(Some)
}

fn person(form: &mut Form, field: &'static str, staff: &[Visitor]) -> Option<Option<kernel::Id>> {
    let typed = form.typed(field);
    if typed.is_empty() {
        return Some(None);
    }
    let known = staff.iter().find(|visitor| visitor.account.to_string() == typed).map(|visitor| visitor.account);
    known_some(form, field, known)
}

fn known_some<T>(form: &mut Form, field: &'static str, value: Option<T>) -> Option<Option<T>> {
    known(form, field, value).map(Some)
}

fn known<T>(form: &mut Form, field: &'static str, value: Option<T>) -> Option<T> {
    if value.is_none() {
        form.refuse(field, "start-choice-unknown");
    }
    value
}

fn needed(form: &mut Form, field: &'static str, missing: &'static str) -> Option<String> {
    let typed = text(form, field, LINE)?;
    if typed.is_empty() {
        form.refuse(field, missing);
        return None;
    }
    Some(typed)
}

fn text(form: &mut Form, field: &'static str, most: usize) -> Option<String> {
    let typed = form.typed(field).trim().replace("\r\n", "\n");
    let letters = typed.chars().count();
    if letters > most {
        form.refuse_with(
            field,
            "start-text-too-long",
            vec![("letters", letters.to_string()), ("most", most.to_string())],
        );
        return None;
    }
    Some(typed)
}
