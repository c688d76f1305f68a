use jiff::tz::TimeZone;
use kernel::{Day, Language};
use web::Form;

use super::{Format, Inquiry, Need, Step, What, When, Who};
use crate::{Confidentiality, LeadSource, MoneyRange};

/// A line of text and a longer one; what is longer was pasted by mistake.
const LINE: usize = 200;
const TEXT: usize = 4_000;
/// No shoot is longer.
const MOST_DAYS: i64 = 1_000;

/// What a check has to know besides the form.
#[derive(Clone)]
pub(crate) struct Checking<'c> {
    pub(crate) today: Day,
    pub(crate) bands: &'c [MoneyRange],
    pub(crate) language: Language,
}

/// Looks at one page and says beside each field what is wrong.
pub(crate) fn check_step(checking: &Checking<'_>, step: Step, form: &mut Form) {
    match step {
        Step::What => drop(what(form)),
        Step::When => drop(when(checking, form)),
        Step::Looks => drop(text(form, "looks", TEXT)),
        Step::Budget => drop(budget(checking, form)),
        Step::Needs => drop(needs(form)),
        Step::Who => drop(who(checking, form)),
        Step::Check => {}
    }
}

/// All pages at once; the first that has something wrong, with its refusals in the form.
pub(crate) fn check(checking: &Checking<'_>, form: &mut Form) -> Result<Inquiry, Step> {
    for step in Step::asking() {
        check_step(checking, step, form);
        if form.is_refused() {
            return Err(step);
        }
    }
    let what = what(form).ok_or(Step::What)?;
    let when = when(checking, form).ok_or(Step::When)?;
    let looks = text(form, "looks", TEXT).ok_or(Step::Looks)?;
    let budget = budget(checking, form).ok_or(Step::Budget)?;
    let (needs, needs_note) = needs(form).ok_or(Step::Needs)?;
    let who = who(checking, form).ok_or(Step::Who)?;
    Ok(Inquiry { what, when, looks, budget, needs, needs_note, who })
}

fn what(form: &mut Form) -> Option<What> {
    let title = needed(form, "title", "start-title-missing");
    let format = Format::from_word(form.typed("format"));
    if format.is_none() {
        form.refuse("format", "start-format-missing");
    }
    let brief = needed_text(form, "brief", "start-brief-missing");
    let confidentiality = match form.typed("confidentiality") {
        "" => Some(Confidentiality::Open),
        word => Confidentiality::from_word(word),
    };
    if confidentiality.is_none() {
        form.refuse("confidentiality", "start-choice-unknown");
    }
    let code_name = text(form, "code-name", LINE);
    if confidentiality == Some(Confidentiality::CodeName) && code_name.as_deref() == Some("") {
        form.refuse("code-name", "start-code-name-missing");
        return None;
    }
    let (title, format, brief) = (title?, format?, brief?);
    Some(What { title, format, brief, confidentiality: confidentiality?, code_name: code_name? })
}

fn when(checking: &Checking<'_>, form: &mut Form) -> Option<When> {
    let starts_on = day(form, "starts-on");
    let ends_on = day(form, "ends-on");
    let shooting_days = match plain(form.typed("shooting-days")).as_str() {
        "" => Some(None),
        typed => match typed.parse::<i64>().ok().filter(|days| (1..=MOST_DAYS).contains(days)) {
            Some(days) => Some(Some(days)),
            None => {
                let filled = vec![("typed", typed.to_owned()), ("most", MOST_DAYS.to_string())];
                form.refuse_with("shooting-days", "start-days-not-a-number", filled);
                None
            }
        },
    };
    let (starts_on, ends_on) = (starts_on?, ends_on?);
    if let Some((start, end)) = starts_on.zip(ends_on).filter(|(start, end)| end < start) {
        let filled = vec![("start", start.to_string()), ("end", end.to_string())];
        form.refuse_with("ends-on", "start-ends-before-start", filled);
        return None;
    }
    if let Some(last) = ends_on.or(starts_on).filter(|day| *day < checking.today) {
        form.refuse_with("starts-on", "start-in-the-past", vec![("typed", last.to_string())]);
        return None;
    }
    Some(When { starts_on, ends_on, shooting_days: shooting_days?, is_flexible: form.chose("flexible", "yes") })
}

/// Nothing is a mistake, `Some(None)` says that they do not know yet.
fn budget(checking: &Checking<'_>, form: &mut Form) -> Option<Option<MoneyRange>> {
    let typed = form.typed("budget");
    match typed {
        "unknown" => Some(None),
        "" => {
            form.refuse("budget", "start-budget-missing");
            None
        }
        word => {
            let band = checking.bands.iter().find(|band| band.word() == word).copied();
            if band.is_none() {
                form.refuse("budget", "start-choice-unknown");
            }
            band.map(Some)
        }
    }
}

fn needs(form: &mut Form) -> Option<(Vec<Need>, String)> {
    let note = text(form, "needs-note", TEXT)?;
    let needs: Option<Vec<Need>> = form.all("needs").map(Need::from_word).collect();
    let Some(needs) = needs else {
        form.refuse("needs", "start-choice-unknown");
        return None;
    };
    if needs.is_empty() && note.is_empty() {
        form.refuse("needs", "start-needs-missing");
        return None;
    }
    Some((needs, note))
}

fn who(checking: &Checking<'_>, form: &mut Form) -> Option<Who> {
    let name = needed(form, "name", "start-name-missing");
    let email = email(form);
    let company = text(form, "company", LINE);
    let country = text(form, "country", LINE);
    let phone = text(form, "phone", LINE);
    let zone = TimeZone::get(form.typed("zone")).ok();
    if zone.is_none() {
        form.refuse("zone", "start-zone-missing");
    }
    let source = match form.typed("source") {
        "" => Some(LeadSource::Website),
        word => LeadSource::from_word(word),
    };
    if source.is_none() {
        form.refuse("source", "start-choice-unknown");
    }
    Some(Who {
        name: name?,
        email: email?,
        company: company?,
        country: country?,
        phone: phone?,
        zone: zone?,
        language: checking.language,
        source: source?,
        source_event: form.typed("event").to_owned(),
    })
}

/// An address that a letter can be sent to. Whether it arrives is seen when it is sent.
fn email(form: &mut Form) -> Option<String> {
    let typed: String = form.typed("email").chars().filter(|sign| !sign.is_whitespace()).collect();
    if typed.is_empty() {
        form.refuse("email", "start-email-missing");
        return None;
    }
    let fits = typed.split_once('@').is_some_and(|(name, host)| {
        let dotted = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        !name.is_empty() && dotted && !host.contains('@') && typed.len() <= LINE
    });
    if !fits || typed.contains(['<', '>', '"', ',', ';']) {
        form.refuse_with("email", "start-email-wrong", vec![("typed", typed)]);
        return None;
    }
    Some(typed)
}

fn needed(form: &mut Form, field: &'static str, missing: &'static str) -> Option<String> {
    let typed = text(form, field, LINE)?;
    if typed.is_empty() {
        form.refuse(field, missing);
        return None;
    }
    Some(typed)
}

fn needed_text(form: &mut Form, field: &'static str, missing: &'static str) -> Option<String> {
    let typed = text(form, field, TEXT)?;
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
        let filled = vec![("letters", letters.to_string()), ("most", most.to_string())];
        form.refuse_with(field, "start-text-too-long", filled);
        return None;
    }
    Some(typed)
}

/// `2026-03-01` as browsers send it, `01.03.2026` as people write it; nothing typed is `Some(None)`.
pub(crate) fn day(form: &mut Form, field: &'static str) -> Option<Option<Day>> {
    let typed = plain(form.typed(field));
    if typed.is_empty() {
        return Some(None);
    }
    let written = || {
        let mut parts = typed.split(['.', '/']);
        let (day, month, year) =
            (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        if parts.next().is_some() || year < 1900 { None } else { Day::new(year, month, day) }
    };
    let day = typed.parse().ok().or_else(written);
    if day.is_none() {
        form.refuse_with(field, "start-not-a-day", vec![("typed", typed)]);
        return None;
    }
    Some(day)
}

fn plain(typed: &str) -> String {
    typed.chars().filter(|sign| !sign.is_whitespace()).collect()
}
