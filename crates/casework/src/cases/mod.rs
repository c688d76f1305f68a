//! Cases as a list: filter, order, columns, and what can be done to many at once.

mod act;
mod export;
mod list;
mod operation;

pub(crate) use act::with_done;
pub(crate) use export::file;

use kernel::{Id, WorkingCalendar};
use people::fold::fold;
use store::{Query, StoreError};
use web::{Permission, Routes};

use crate::record::NO_DAY;
use crate::sql::{self, CaseFilter, Cursor};
use crate::{Case, Desk, DueFilter, OpenFilter, OwnerFilter, View};

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/office/cases", Permission::Office, list::see)
        .get("/{lang}/office/cases.csv", Permission::Office, export::csv)
        .get("/{lang}/office/cases.xlsx", Permission::Office, export::xlsx)
        .post("/{lang}/office/cases/act", Permission::Office, act::act)
        .get("/{lang}/office/operations/{id}", Permission::Office, operation::see)
        .post("/{lang}/office/operations/{id}/undo", Permission::Office, operation::undo)
        .office_item("office/cases", "nav-cases", 30)
}

/// A view in the words of the tables, for whoever looks.
pub(crate) fn filter_of(view: &View, calendar: &WorkingCalendar, today: kernel::Day, me: Id) -> CaseFilter {
    let names = |names: &[String]| if names.is_empty() { String::new() } else { format!(",{},", names.join(",")) };
    let text = |day: Option<kernel::Day>| day.map_or_else(String::new, |day| day.to_string());
    let due = match view.due {
        DueFilter::Any => (String::new(), NO_DAY.to_owned()),
        DueFilter::Overdue => (String::new(), text(today.plus_days(-1))),
        DueFilter::Soon => (today.to_string(), text(calendar.plus_working_days(today, 3))),
        DueFilter::WithoutDate => (NO_DAY.to_owned(), NO_DAY.to_owned()),
    };
    CaseFilter {
        text: searched(&view.text),
        kinds: names(&view.kinds),
        states: names(&view.states),
        turn: view.turn.map(|turn| turn.name().to_owned()).unwrap_or_default(),
        owner: match view.owner {
            OwnerFilter::Anybody => "*".to_owned(),
            OwnerFilter::Nobody => String::new(),
            OwnerFilter::Me => me.to_string(),
            OwnerFilter::Account(account) => account.to_string(),
        },
        closed: match view.open {
            OpenFilter::Open => (0, 0),
            OpenFilter::Closed => (1, 1),
            OpenFilter::All => (0, 1),
        },
        due,
    }
}

/// What is looked for: a reference as it is, everything else folded.
pub(crate) fn searched(text: &str) -> String {
    let text = text.trim();
    let is_reference = text.contains('-') && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_reference { crate::desk::fold_reference(text) } else { fold(text) }
}

/// Every case of a view, up to a limit, a page at a time.
pub(crate) async fn all_cases(
    db: &impl Query,
    view: &View,
    filter: &CaseFilter,
    limit: usize,
) -> Result<Vec<Case>, StoreError> {
    const AT_ONCE: i64 = 1_000;
    let mut cases: Vec<Case> = Vec::new();
    let mut after = Cursor::beginning(view.sort);
    while cases.len() < limit {
        let page = sql::list_cases(db, filter, view.sort, &after, AT_ONCE).await?;
        let Some(last) = page.last() else { break };
        after = Cursor::behind(view.sort, last);
        cases.extend(page);
    }
    cases.truncate(limit);
    Ok(cases)
}
