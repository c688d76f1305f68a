use std::sync::Arc;

use casework::Turn;
use files::Keep;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Currency, Day, Money};
use people::Book;
use store::Store;

use crate::{Estimates, MoneyRange};

/// What the slice's pages work with.
#[derive(Clone)]
pub struct Desk(Arc<Inside>);

#[derive(Clone)]
struct Inside {
    cases: casework::Desk,
    book: Book,
    bands: Vec<MoneyRange>,
    currency: Currency,
    estimates: Option<Arc<dyn Estimates>>,
}

/// The kind of the case that an inquiry opens.
pub const INQUIRY: &str = "inquiry";
/// How many working days an answer to an inquiry takes at most.
const PROMISED_DAYS: i64 = 1;

impl Desk {
    /// `edges` are the bounds of the bands in which a budget is asked for, rising, in one currency; `currency` is the
    /// commission's.
    pub fn new(cases: casework::Desk, book: Book, edges: &[Money], currency: Currency) -> Self {
        Self(Arc::new(Inside { cases, book, bands: MoneyRange::bands(edges), currency, estimates: None }))
    }

    /// With somebody who works figures out, so that they can be attached.
    #[must_use]
    pub fn with_estimates(self, estimates: Arc<dyn Estimates>) -> Self {
        let Inside { cases, book, bands, currency, .. } = self.0.as_ref().clone();
        Self(Arc::new(Inside { cases, book, bands, currency, estimates: Some(estimates) }))
    }

    pub(crate) fn estimates(&self) -> Option<&dyn Estimates> {
        self.0.estimates.as_deref()
    }

    pub fn cases(&self) -> &casework::Desk {
        &self.0.cases
    }

    pub fn store(&self) -> &Store {
        &self.0.cases.store
    }

    pub(crate) fn book(&self) -> &Book {
        &self.0.book
    }

    pub(crate) fn mail(&self) -> &mail::Desk {
        &self.0.cases.mail
    }

    pub(crate) fn keep(&self) -> &Keep {
        &self.0.cases.files
    }

    pub(crate) fn bands(&self) -> &[MoneyRange] {
        &self.0.bands
    }

    pub(crate) fn currency(&self) -> Currency {
        self.0.currency
    }

    pub(crate) fn zone(&self) -> &TimeZone {
        &self.0.cases.zone
    }

    /// The end of an office day: by then what is due on it is done.
    pub(crate) fn closing(&self, day: Day) -> Option<Timestamp> {
        let minutes = self.0.cases.hours.closes;
        let (hour, minute) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
        let date = jiff::civil::Date::new(day.year(), day.month(), day.day_of_month()).ok()?;
        self.zone().to_timestamp(date.at(hour, minute, 0, 0)).ok()
    }
}

/// The kinds of cases that the slice opens.
pub fn case_kinds() -> Vec<casework::Kind> {
    let state = |name, label, turn, is_closed, next| casework::State { name, label, turn, is_closed, next };
    let states = vec![
        state("new", "inquiry-new", Turn::Office, false, &["in-work", "answered", "spam"]),
        state("in-work", "inquiry-in-work", Turn::Office, false, &["answered", "closed"]),
        state("answered", "inquiry-answered", Turn::Applicant, false, &["in-work", "closed"]),
        state("closed", "inquiry-closed", Turn::Nobody, true, &["in-work"]),
        state("spam", "inquiry-spam", Turn::Nobody, true, &["new"]),
    ];
    vec![casework::Kind {
        name: INQUIRY,
        label: "kind-inquiry",
        states,
        promised_working_days: Some(PROMISED_DAYS),
        statutory: None,
        requirements: Vec::new(),
        outcomes: Vec::new(),
    }]
}
