use kernel::{Day, Id};
use store::{Query, StoreError, Value, values};

use super::cases::case_of;
use crate::Sort;
use crate::record::{Case, NO_DAY};

/// A filter in the words of the tables.
#[derive(Debug, Clone)]
pub(crate) struct CaseFilter {
    /// Folded; nothing is everything.
    pub(crate) text: String,
    /// `,inquiry,permit,`, or nothing.
    pub(crate) kinds: String,
    pub(crate) states: String,
    pub(crate) turn: String,
    /// An account, nothing for nobody, or `*`.
    pub(crate) owner: String,
    /// From open (0) to closed (1).
    pub(crate) closed: (i64, i64),
    pub(crate) due: (String, String),
}

/// Where a page of a list begins: behind the last case of the page before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub(crate) key: String,
    pub(crate) id: String,
}

impl CaseFilter {
    fn values(&self) -> Vec<Value> {
        let (from_closed, to_closed) = self.closed;
        let (from_due, to_due) = &self.due;
        values![
            &self.text,
            &self.kinds,
            &self.states,
            &self.turn,
            &self.owner,
            from_closed,
            to_closed,
            from_due,
            to_due,
        ]
    }
}

impl Cursor {
    /// Before the first case of a list.
    pub(crate) fn beginning(sort: Sort) -> Self {
        match sort {
            Sort::Due | Sort::Title | Sort::Reference => Self { key: String::new(), id: String::new() },
            // Later than every moment, and greater than every id.
            Sort::Changed | Sort::Opened => Self { key: format!("{NO_DAY}T"), id: "Z".repeat(26) },
        }
    }

    pub(crate) fn behind(sort: Sort, case: &Case) -> Self {
        let key = match sort {
            Sort::Due => crate::record::due_text(case.due_on),
            Sort::Changed => crate::record::moment_text(Some(case.changed_at)),
            Sort::Opened => crate::record::moment_text(Some(case.opened_at)),
            Sort::Title => case.title_key.clone(),
            Sort::Reference => case.reference.clone(),
        };
        Self { key, id: case.id.to_string() }
    }
}

/// One page of a list. Where it is not sorted by its days, they must not lead the database away from the order's index.
pub(crate) async fn list_cases(
    db: &impl Query,
    filter: &CaseFilter,
    sort: Sort,
    after: &Cursor,
    limit: i64,
) -> Result<Vec<Case>, StoreError> {
    let sql = match sort {
        Sort::Due => {
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where ($1 = '' or search like '%' || $1 || '%') and ($2 = '' or $2 like '%,' || kind || ',%') \
             and ($3 = '' or $3 like '%,' || state || ',%') and ($4 = '' or turn = $4) \
             and ($5 = '*' or owner = $5) and is_closed >= $6 and is_closed <= $7 \
             and due_on >= $8 and due_on <= $9 \
             and (due_on, id) > ($10, $11) order by due_on, id limit $12"
        }
        Sort::Changed => {
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where ($1 = '' or search like '%' || $1 || '%') and ($2 = '' or $2 like '%,' || kind || ',%') \
             and ($3 = '' or $3 like '%,' || state || ',%') and ($4 = '' or turn = $4) \
             and ($5 = '*' or owner = $5) and is_closed >= $6 and is_closed <= $7 \
             and coalesce(due_on, '') >= $8 and coalesce(due_on, '') <= $9 \
             and (changed_at, id) < ($10, $11) order by changed_at desc, id desc limit $12"
        }
        Sort::Opened => {
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where ($1 = '' or search like '%' || $1 || '%') and ($2 = '' or $2 like '%,' || kind || ',%') \
             and ($3 = '' or $3 like '%,' || state || ',%') and ($4 = '' or turn = $4) \
             and ($5 = '*' or owner = $5) and is_closed >= $6 and is_closed <= $7 \
             and coalesce(due_on, '') >= $8 and coalesce(due_on, '') <= $9 \
             and (opened_at, id) < ($10, $11) order by opened_at desc, id desc limit $12"
        }
        Sort::Title => {
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where ($1 = '' or search like '%' || $1 || '%') and ($2 = '' or $2 like '%,' || kind || ',%') \
             and ($3 = '' or $3 like '%,' || state || ',%') and ($4 = '' or turn = $4) \
             and ($5 = '*' or owner = $5) and is_closed >= $6 and is_closed <= $7 \
             and coalesce(due_on, '') >= $8 and coalesce(due_on, '') <= $9 \
             and (title_key, id) > ($10, $11) order by title_key, id limit $12"
        }
        Sort::Reference => {
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where ($1 = '' or search like '%' || $1 || '%') and ($2 = '' or $2 like '%,' || kind || ',%') \
             and ($3 = '' or $3 like '%,' || state || ',%') and ($4 = '' or turn = $4) \
             and ($5 = '*' or owner = $5) and is_closed >= $6 and is_closed <= $7 \
             and coalesce(due_on, '') >= $8 and coalesce(due_on, '') <= $9 \
             and (reference, id) > ($10, $11) order by reference, id limit $12"
        }
    };
    let mut all = filter.values();
    all.extend(values![&after.key, &after.id, limit]);
    db.rows(sql, all).await?.iter().map(case_of).collect()
}

/// How many cases there are, but never more than the limit: counting further is of no use to a reader.
pub(crate) async fn count_cases(db: &impl Query, filter: &CaseFilter, limit: i64) -> Result<i64, StoreError> {
    let mut all = filter.values();
    all.extend(values![limit]);
    db.number(
        "select count(*) from (select 1 as one from case_record \
             where ($1 = '' or search like '%' || $1 || '%') and ($2 = '' or $2 like '%,' || kind || ',%') \
             and ($3 = '' or $3 like '%,' || state || ',%') and ($4 = '' or turn = $4) \
             and ($5 = '*' or owner = $5) and is_closed >= $6 and is_closed <= $7 \
             and due_on >= $8 and due_on <= $9 \
             limit $10) as found",
        all,
    )
    .await
}

/// Open cases of somebody that are due in a range of days.
pub(crate) async fn list_due(
    db: &impl Query,
    owner: Id,
    from: &str,
    to: Day,
    limit: i64,
) -> Result<Vec<Case>, StoreError> {
    let rows = db
        .rows(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where is_closed = 0 and owner = $1 and due_on >= $2 and due_on <= $3 \
             order by due_on, id limit $4",
            values![owner, from, to, limit],
        )
        .await?;
    rows.iter().map(case_of).collect()
}

/// Open cases of somebody in which it is the office's turn.
pub(crate) async fn list_waiting_for(db: &impl Query, owner: Id, limit: i64) -> Result<Vec<Case>, StoreError> {
    let rows = db
        .rows(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where owner = $1 and is_closed = 0 and turn = 'office' order by due_on, id limit $2",
            values![owner, limit],
        )
        .await?;
    rows.iter().map(case_of).collect()
}

/// Open cases that nobody has taken, the most urgent first.
pub(crate) async fn list_unowned(db: &impl Query, after: &Cursor, limit: i64) -> Result<Vec<Case>, StoreError> {
    let rows = db
        .rows(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where owner = '' and is_closed = 0 and (due_on, id) > ($1, $2) order by due_on, id limit $3",
            values![&after.key, &after.id, limit],
        )
        .await?;
    rows.iter().map(case_of).collect()
}

/// What a few letters may mean: cases whose reference, title or summary holds them, the last changed first.
pub(crate) async fn list_found(db: &impl Query, text: &str, limit: i64) -> Result<Vec<Case>, StoreError> {
    let rows = db
        .rows(
            "select id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, applicant, \
             contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search from case_record \
             where search like '%' || $1 || '%' order by is_closed, changed_at desc, id desc limit $2",
            values![text, limit],
        )
        .await?;
    rows.iter().map(case_of).collect()
}
