//! What every handler of the slice works with.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Day, Language, WorkingCalendar};
use people::Alphabet;
use people::fold::fold;
use store::{Query, Store, StoreError};

use crate::{Kinds, OfficeHours, OfficeTime, sql};

/// The slice's place in an installation.
#[derive(Clone)]
pub struct Desk {
    pub store: Store,
    pub kinds: Arc<Kinds>,
    /// Of the commission's profile; what the office changes in it stands in a table.
    pub calendar: Arc<WorkingCalendar>,
    pub hours: OfficeHours,
    pub zone: TimeZone,
    /// Two letters with which references begin.
    pub country: String,
    pub languages: Vec<Language>,
    /// Where papers are kept.
    pub files: files::Keep,
    /// Who writes the office's letters, and where replies go.
    pub mail: mail::Desk,
    pub alphabet: Alphabet,
}

impl Desk {
    /// The calendar as it stands today: the profile's, and what the office changed.
    pub async fn working_calendar(&self, db: &impl Query) -> Result<WorkingCalendar, StoreError> {
        let days = sql::list_calendar_days(db, &self.languages).await?;
        Ok(WorkingCalendar::clone(&self.calendar).with(days))
    }

    /// A moment as the office lives it.
    pub fn office_time(&self, moment: Timestamp) -> OfficeTime {
        let local = moment.to_zoned_datetime(self.zone.clone()).datetime();
        let day = Day::new(local.year(), local.month(), local.day()).expect("a date of the calendar is a day");
        OfficeTime { day, minute: i64::from(local.hour()) * 60 + i64::from(local.minute()) }
    }

    pub fn today(&self, moment: Timestamp) -> Day {
        self.office_time(moment).day
    }

    pub(crate) fn title_key(&self, title: &str) -> String {
        self.alphabet.key(title)
    }
}

/// What a search looks through: everything folded, so that `Sharyn` finds Шарын.
pub(crate) fn search_text(reference: &str, title: &str, summary: &str) -> String {
    format!("{} {} {}", fold_reference(reference), fold(title), fold(summary))
}

/// `KZ-2026-0142` and `kz 2026 142` are written alike here; letters stay letters.
pub(crate) fn fold_reference(reference: &str) -> String {
    reference.to_lowercase()
}
