//! The words every slice shares. Pure: no input or output, no clock, no database, no web.
//!
//! **Invariants.** No floating point. Two currencies are never added. Every division says how it rounds.
//! Nothing here panics on any input: overflow is an `Option` or an error.

mod actor;
mod calendar;
mod currency;
mod day;
mod exact;
pub mod fold;
mod id;
mod language;
mod money;
mod rates;

pub use actor::{Actor, NotAnActor};
pub use calendar::{CalendarProblem, DayKind, SpecialDay, WorkingCalendar, YearlyHoliday};
pub use currency::{Currency, UnknownCurrency};
pub use day::{Day, NotADay};
pub use exact::{Exact, NotANumber, Rounding};
pub use id::{Id, NotAnId};
pub use language::{Language, LocalText, UnknownLanguage};
pub use money::{Money, MoneyError};
pub use rates::{Quote, RateProblem, RateTable};
