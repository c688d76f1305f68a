use kernel::Id;
use store::{Query, StoreError, values};

use super::productions::production_of;
use crate::record::Production;

/// What of the productions somebody wants to see. Empty texts mean "all".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ProductionFilter {
    /// `,new,triaged,`
    pub(crate) stages: String,
    pub(crate) source: String,
    pub(crate) officer: String,
    /// Small letters.
    pub(crate) text: String,
}

/// One page of the productions by their next date; `after` is the last of the page before.
pub(crate) async fn list_productions(
    db: &impl Query,
    filter: &ProductionFilter,
    after: (&str, &str),
    limit: i64,
) -> Result<Vec<Production>, StoreError> {
    let ProductionFilter { stages, source, officer, text } = filter;
    let rows = db
        .rows(
            "select * from production where ($1 = '' or $1 like '%,' || stage || ',%') and ($2 = '' or source = $2) \
             and ($3 = '' or officer = $3) and ($4 = '' or search like '%' || $4 || '%') \
             and (next_on, id) > ($5, $6) order by next_on, id limit $7",
            values![stages, source, officer, text, after.0, after.1, limit],
        )
        .await?;
    rows.iter().map(production_of).collect()
}

pub(crate) async fn count_productions(db: &impl Query, filter: &ProductionFilter) -> Result<i64, StoreError> {
    let ProductionFilter { stages, source, officer, text } = filter;
    db.number(
        "select count(*) from production where ($1 = '' or $1 like '%,' || stage || ',%') and ($2 = '' or source = $2) \
         and ($3 = '' or officer = $3) and ($4 = '' or search like '%' || $4 || '%')",
        values![stages, source, officer, text],
    )
    .await
}

/// Those somebody belongs to, or was invited to by that address, the last changed first.
pub(crate) async fn list_productions_of(
    db: &impl Query,
    account: Id,
    email: &str,
) -> Result<Vec<Production>, StoreError> {
    let rows = db
        .rows(
            "select * from production where id in (select production_id from production_member \
             where removed_at = '' and (account = $1 or (account = '' and email = $2))) \
             order by changed_at desc, id desc limit 200",
            values![account, email],
        )
        .await?;
    rows.iter().map(production_of).collect()
}

/// Packages that nobody has answered since, the longest silent first.
pub(crate) async fn list_silent(db: &impl Query, before: jiff::Timestamp) -> Result<Vec<Id>, StoreError> {
    let rows = db
        .rows(
            "select id from production where stage = 'package-sent' and stage_since < $1 and changed_at < $1 \
             order by stage_since, id limit 500",
            values![before],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
