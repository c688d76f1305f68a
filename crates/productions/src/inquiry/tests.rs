use jiff::tz::TimeZone;
use proptest::prelude::*;
use web::Form;

use super::checks::check_step;
use super::{Checking, Step, ZONES, check};
use crate::MoneyRange;

const GOOD: [(&str, &str); 12] = [
    ("title", "La Planète rouge"),
    ("format", "feature"),
    ("brief", "Two astronauts walk home."),
    ("starts-on", "2027-05-10"),
    ("ends-on", "10.06.2027"),
    ("shooting-days", "24"),
    ("budget", "25000000..100000000 USD"),
    ("needs", "locations"),
    ("needs", "incentive"),
    ("name", "Chloé D'Aubigné"),
    ("email", " chloe@rouge.example "),
    ("zone", "Europe/Paris"),
];

fn form(typed: &[(&str, &str)]) -> Form {
    Form::new(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

fn bands() -> Vec<MoneyRange> {
    MoneyRange::bands(&["250000 USD", "1000000 USD"].map(|edge| edge.parse().unwrap()))
}

fn with(changed: &[(&str, &str)]) -> String {
    let bands = bands();
    let checking = Checking { today: "2026-11-24".parse().unwrap(), bands: &bands, language: "en".parse().unwrap() };
    let mut typed: Vec<(&str, &str)> =
        GOOD.iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name)).copied().collect();
    typed.extend(changed);
    let mut form = form(&typed);
    match check(&checking, &mut form) {
        Ok(inquiry) => format!("{} from {}", inquiry.what.title, inquiry.who.email),
        Err(step) => {
            let refusals = form.refusals().iter().map(|refusal| format!("{}: {}", refusal.field, refusal.key));
            format!("{step:?} {}", refusals.collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn what_is_filled_in_becomes_an_inquiry() {
    assert_eq!(with(&[]), "La Planète rouge from chloe@rouge.example");
    assert_eq!(with(&[("starts-on", ""), ("ends-on", ""), ("shooting-days", ""), ("budget", "unknown")]), with(&[]));
}

#[test]
fn each_field_says_what_is_wrong_with_it() {
    let table = [
        ("title", " ", "What title: start-title-missing"),
        ("format", "opera", "What format: start-format-missing"),
        ("brief", "", "What brief: start-brief-missing"),
        ("confidentiality", "code-name", "What code-name: start-code-name-missing"),
        ("starts-on", "31.02.2027", "When starts-on: start-not-a-day"),
        ("ends-on", "2027-05-09", "When ends-on: start-ends-before-start"),
        ("shooting-days", "0", "When shooting-days: start-days-not-a-number"),
        ("budget", "", "Budget budget: start-budget-missing"),
        ("budget", "1..2 USD", "Budget budget: start-choice-unknown"),
        ("needs", "", "Needs needs: start-choice-unknown"),
        ("name", "", "Who name: start-name-missing"),
        ("email", "", "Who email: start-email-missing"),
        ("email", "chloe@rouge", "Who email: start-email-wrong"),
        ("zone", "Mars/Jezero", "Who zone: start-zone-missing"),
    ];
    for (field, typed, expected) in table {
        assert_eq!(with(&[(field, typed)]), expected, "{field}={typed}");
    }
    let past = with(&[("starts-on", "2025-05-10"), ("ends-on", "2025-05-12")]);
    assert_eq!(past, "When starts-on: start-in-the-past");
    assert_eq!(with(&[("looks", &"x".repeat(4_001))]), "Looks looks: start-text-too-long");
}

#[test]
fn every_field_belongs_to_one_page() {
    let mut fields: Vec<&str> = Step::ALL.iter().flat_map(|step| step.fields()).copied().collect();
    let all = fields.len();
    fields.sort_unstable();
    fields.dedup();
    assert_eq!(fields.len(), all);
}

#[test]
fn the_pages_follow_each_other_and_lead_back() {
    let mut step = Step::What;
    assert_eq!(step.before(), None);
    for next in Step::ALL.iter().skip(1) {
        assert_eq!((step.after(), next.before()), (*next, Some(step)));
        step = *next;
    }
    assert_eq!(step.after(), Step::Check);
}

#[test]
fn every_zone_that_is_offered_exists() {
    for zone in ZONES {
        assert!(TimeZone::get(zone).is_ok(), "{zone}");
    }
}

proptest! {
    #[test]
    fn no_typed_text_makes_a_check_panic(field in 0..20_usize, typed in any::<String>()) {
        let bands = bands();
        let checking = Checking { today: "2026-11-24".parse().unwrap(), bands: &bands, language: "en".parse().unwrap() };
        let fields: Vec<&str> = Step::ALL.iter().flat_map(|step| step.fields()).copied().collect();
        let name = fields[field % fields.len()];
        let mut form = form(&[(name, &typed)]);
        for step in Step::ALL {
            check_step(&checking, step, &mut form);
        }
    }
}
