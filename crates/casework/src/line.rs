//! A case as a line of a list, in the reader's words.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::{Actor, Day, Id, WorkingCalendar};
use store::{Query, StoreError};
use web::{Page, Visitor, WebError};

use crate::{Case, Column, Desk};

/// Everything that lines need besides the cases.
pub(crate) struct Reader<'r> {
    pub(crate) page: &'r Page,
    pub(crate) desk: &'r Desk,
    pub(crate) calendar: WorkingCalendar,
    pub(crate) staff: Vec<Visitor>,
    pub(crate) today: Day,
}

/// One line.
pub(crate) struct Line {
    pub(crate) id: Id,
    pub(crate) reference: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) turn: String,
    pub(crate) owner: String,
    pub(crate) due: String,
    /// `3 working days left`
    pub(crate) left: String,
    /// The class that colours it; the words say the same.
    pub(crate) urgency: &'static str,
    pub(crate) opened: String,
    pub(crate) changed: String,
}

impl<'r> Reader<'r> {
    pub(crate) async fn of(page: &'r Page, desk: &'r Desk, db: &impl Query) -> Result<Self, StoreError> {
        let calendar = desk.working_calendar(db).await?;
        let staff = people::list_staff(db).await?;
        Ok(Self { page, desk, calendar, staff, today: desk.today(page.now()) })
    }

    pub(crate) fn line(&self, case: &Case) -> Line {
        let page = self.page;
        let (left, urgency) = self.left(case.due_on, case.is_closed);
        Line {
            id: case.id,
            reference: case.reference.clone(),
            href: page.link(format!("office/cases/{}", case.reference)),
            title: case.title.clone(),
            kind: self.kind_name(&case.kind),
            state: self.state_name(&case.kind, &case.state),
            turn: page.say(case.turn.label()).to_string(),
            owner: case.owner.map_or_else(|| page.say("owner-nobody").to_string(), |owner| self.name(owner)),
            due: case.due_on.map(|day| page.locale().weekday_and_day(day)).unwrap_or_default(),
            left,
            urgency,
            opened: page.day(self.desk.today(case.opened_at)),
            changed: page.moment(case.changed_at),
        }
    }

    pub(crate) fn lines(&self, cases: &[Case]) -> Vec<Line> {
        cases.iter().map(|case| self.line(case)).collect()
    }

    /// How much time is left, in words, and the class that colours it.
    pub(crate) fn left(&self, due_on: Option<Day>, is_closed: bool) -> (String, &'static str) {
        let Some(due_on) = due_on.filter(|_| !is_closed) else { return (String::new(), "") };
        let left = self.calendar.working_days_between(self.today, due_on);
        let days = usize::try_from(left.unsigned_abs()).unwrap_or(usize::MAX);
        if due_on < self.today {
            return (self.page.say("left-late").count("days", days.max(1)).to_string(), "late");
        }
        if due_on == self.today {
            return (self.page.say("left-today").to_string(), "near-due");
        }
        (self.page.say("left-days").count("days", days).to_string(), if left <= 3 { "near-due" } else { "" })
    }

    pub(crate) fn kind_name(&self, name: &str) -> String {
        self.desk.kinds.find(name).map_or_else(|| name.to_owned(), |kind| self.page.say(kind.label).to_string())
    }

    pub(crate) fn state_name(&self, kind: &str, name: &str) -> String {
        let state = self.desk.kinds.find(kind).and_then(|kind| kind.state(name));
        state.map_or_else(|| name.to_owned(), |state| self.page.say(state.label).to_string())
    }

    /// A colleague's name; whoever is not on the staff any more or never was is somebody outside.
    pub(crate) fn name(&self, account: Id) -> String {
        let known = self.staff.iter().find(|colleague| colleague.account == account);
        known.map_or_else(|| self.page.say("actor-outside").to_string(), |colleague| colleague.name.clone())
    }

    pub(crate) fn actor_name(&self, actor: &Actor) -> String {
        match actor {
            Actor::Account(account) => self.name(*account),
            Actor::Stranger => self.page.say("actor-stranger").to_string(),
            Actor::Program(_) => self.page.say("actor-program").to_string(),
        }
    }

    /// Until the office closes on a day: `Friday, 18 September 2026, 18:00 Almaty (15:00 Paris)`.
    pub(crate) fn deadline(&self, day: Day, elsewhere: Option<&TimeZone>) -> String {
        match self.desk.closing(day) {
            Some(moment) => self.page.deadline(moment, elsewhere),
            None => self.page.day(day),
        }
    }

    /// The day up to which something is soon: three working days from now.
    pub(crate) fn soon(&self) -> Day {
        self.calendar.plus_working_days(self.today, 3).unwrap_or(self.today)
    }
}

impl Line {
    pub(crate) fn cell(&self, column: &Column) -> &str {
        match column {
            Column::Kind => &self.kind,
            Column::State => &self.state,
            Column::Turn => &self.turn,
            Column::Owner => &self.owner,
            Column::Due => &self.due,
            Column::Opened => &self.opened,
            Column::Changed => &self.changed,
        }
    }
}

impl Desk {
    /// When the office closes on a day.
    pub(crate) fn closing(&self, day: Day) -> Option<Timestamp> {
        let date: jiff::civil::Date = day.to_string().parse().ok()?;
        let (hour, minute) = (self.hours.closes / 60, self.hours.closes % 60);
        let closing = date.at(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0);
        self.zone.to_timestamp(closing).ok()
    }
}

/// Whoever is signed in: the routes of the office let nobody else in.
pub(crate) fn me(page: &Page) -> Result<Id, WebError> {
    page.visitor().map(|visitor| visitor.account).ok_or(WebError::NotFound)
}
