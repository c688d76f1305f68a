use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::{known, perhaps, text};
use crate::TeamRole;
use crate::record::Member;

pub(crate) async fn insert_member(
    change: &Change,
    member: &Member,
    secret: &str,
    invited_by: &str,
) -> Result<(), StoreError> {
    let Member { id, production_id, account, email, name, role, invited_at, accepted_at } = member;
    change
        .run(
            "insert into production_member (id, production_id, account, email, name, role, secret, invited_by, \
             invited_at, accepted_at, removed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '')",
            values![
                *id,
                *production_id,
                text(*account),
                email,
                name,
                role.word(),
                secret,
                invited_by,
                *invited_at,
                text(*accepted_at),
            ],
        )
        .await
        .map(drop)
}

/// What somebody is in a production: by their account, or by the address they were invited at.
pub(crate) async fn find_member(
    db: &impl Query,
    production: Id,
    account: Id,
    email: &str,
) -> Result<Option<Member>, StoreError> {
    let row = db
        .row(
            "select id, production_id, account, email, name, role, invited_at, accepted_at from production_member \
             where production_id = $1 and removed_at = '' and (account = $2 or (account = '' and email = $3)) \
             order by account desc, id limit 1",
            values![production, account, email],
        )
        .await?;
    row.as_ref().map(member_of).transpose()
}

/// The open invitation of a link.
pub(crate) async fn find_invitation(db: &impl Query, secret: &str) -> Result<Option<Member>, StoreError> {
    let row = db
        .row(
            "select id, production_id, account, email, name, role, invited_at, accepted_at from production_member \
             where secret = $1 and removed_at = ''",
            values![secret],
        )
        .await?;
    row.as_ref().map(member_of).transpose()
}

pub(crate) async fn list_members(db: &impl Query, production: Id) -> Result<Vec<Member>, StoreError> {
    let rows = db
        .rows(
            "select id, production_id, account, email, name, role, invited_at, accepted_at from production_member \
             where production_id = $1 and removed_at = '' order by id",
            values![production],
        )
        .await?;
    rows.iter().map(member_of).collect()
}

pub(crate) async fn set_member_account(change: &Change, id: Id, account: Id) -> Result<u64, StoreError> {
    change
        .run(
            "update production_member set account = $2, accepted_at = $3 where id = $1 and account = ''",
            values![id, account, change.moment()],
        )
        .await
}

pub(crate) async fn set_member_removed(change: &Change, production: Id, id: Id) -> Result<u64, StoreError> {
    change
        .run(
            "update production_member set removed_at = $3 where id = $1 and production_id = $2 and removed_at = ''",
            values![id, production, change.moment()],
        )
        .await
}

fn member_of(row: &Row) -> Result<Member, StoreError> {
    Ok(Member {
        id: row.get("id")?,
        production_id: row.get("production_id")?,
        account: perhaps(row, "account")?,
        email: row.get("email")?,
        name: row.get("name")?,
        role: known(row, "role", TeamRole::from_word)?,
        invited_at: row.get("invited_at")?,
        accepted_at: perhaps(row, "accepted_at")?,
    })
}

/// Who answers new inquiries.
pub(crate) async fn find_duty(db: &impl Query) -> Result<Option<Id>, StoreError> {
    let row = db.row("select account from duty where id = 'today'", values![]).await?;
    row.map(|row| row.get("account")).transpose()
}

pub(crate) async fn set_duty(change: &Change, account: Id) -> Result<(), StoreError> {
    change
        .run(
            "insert into duty (id, account, since) values ('today', $1, $2) \
             on conflict (id) do update set account = $1, since = $2",
            values![account, change.moment()],
        )
        .await
        .map(drop)
}

/// Until when somebody has read the messages of a production.
pub(crate) async fn find_seen(
    db: &impl Query,
    production: Id,
    account: Id,
) -> Result<Option<jiff::Timestamp>, StoreError> {
    let row = db
        .row(
            "select seen_at from production_seen where production_id = $1 and account = $2",
            values![production, account],
        )
        .await?;
    row.map(|row| row.get("seen_at")).transpose()
}

pub(crate) async fn set_seen(change: &Change, production: Id, account: Id) -> Result<(), StoreError> {
    change
        .run(
            "insert into production_seen (production_id, account, seen_at) values ($1, $2, $3) \
             on conflict (production_id, account) do update set seen_at = $3",
            values![production, account, change.moment()],
        )
        .await
        .map(drop)
}
