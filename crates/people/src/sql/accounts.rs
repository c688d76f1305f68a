use jiff::Timestamp;
use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use crate::account::{Account, Link, LinkKind, State};

pub(crate) async fn insert_account(change: &Change, account: &Account) -> Result<(), StoreError> {
    change
        .run(
            "insert into account (id, email, name, language, time_zone, state, password, totp_secret, totp_step, made_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            values![
                account.id,
                &account.email,
                &account.name,
                &account.language,
                &account.time_zone,
                account.state.word(),
                &account.password,
                &account.totp_secret,
                account.totp_step,
                change.moment()
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_account(db: &impl Query, id: Id) -> Result<Option<Account>, StoreError> {
    let row = db
        .row(
            "select id, email, name, language, time_zone, state, password, totp_secret, totp_step \
             from account where id = $1",
            values![id],
        )
        .await?;
    row.as_ref().map(account_of).transpose()
}

pub(crate) async fn find_account_by_email(db: &impl Query, email: &str) -> Result<Option<Account>, StoreError> {
    let row = db
        .row(
            "select id, email, name, language, time_zone, state, password, totp_secret, totp_step \
             from account where email = $1",
            values![email],
        )
        .await?;
    row.as_ref().map(account_of).transpose()
}

/// Accounts without a role, by name.
pub(crate) async fn list_outside_staff(db: &impl Query, most: i64) -> Result<Vec<Account>, StoreError> {
    let rows = db
        .rows(
            "select id, email, name, language, time_zone, state, password, totp_secret, totp_step \
             from account where state = 'active' \
             and not exists (select 1 from account_role where account_role.account_id = account.id) \
             order by name, id limit $1",
            values![most],
        )
        .await?;
    rows.iter().map(account_of).collect()
}

/// Accounts that have a role, with their roles: one row for each.
pub(crate) async fn list_staff(db: &impl Query) -> Result<Vec<(Account, String)>, StoreError> {
    let rows = db
        .rows(
            "select account.id, email, name, language, time_zone, state, password, totp_secret, totp_step, role \
             from account join account_role on account_role.account_id = account.id order by name, account.id, role",
            values![],
        )
        .await?;
    rows.iter().map(|row| Ok((account_of(row)?, row.get("role")?))).collect()
}

pub(crate) async fn list_roles(db: &impl Query, account: Id) -> Result<Vec<String>, StoreError> {
    let rows = db.rows("select role from account_role where account_id = $1 order by role", values![account]).await?;
    rows.iter().map(|row| row.get("role")).collect()
}

pub(crate) async fn set_roles(change: &Change, account: Id, roles: &[&str]) -> Result<(), StoreError> {
    change.run("delete from account_role where account_id = $1", values![account]).await?;
    for role in roles {
        change.run("insert into account_role (account_id, role) values ($1, $2)", values![account, *role]).await?;
    }
    Ok(())
}

/// How many active accounts have a role.
pub(crate) async fn count_with_role(db: &impl Query, role: &str) -> Result<i64, StoreError> {
    db.number(
        "select count(*) from account_role join account on account.id = account_role.account_id \
         where role = $1 and state = 'active'",
        values![role],
    )
    .await
}

pub(crate) async fn set_person(change: &Change, account: &Account) -> Result<(), StoreError> {
    change
        .run(
            "update account set email = $2, name = $3, language = $4, time_zone = $5, state = $6 where id = $1",
            values![
                account.id,
                &account.email,
                &account.name,
                &account.language,
                &account.time_zone,
                account.state.word()
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn set_password(change: &Change, account: Id, password: &str) -> Result<(), StoreError> {
    change.run("update account set password = $2 where id = $1", values![account, password]).await.map(drop)
}

pub(crate) async fn set_second_factor(change: &Change, account: Id, secret: &str, step: i64) -> Result<(), StoreError> {
    change
        .run("update account set totp_secret = $2, totp_step = $3 where id = $1", values![account, secret, step])
        .await
        .map(drop)
}

/// Accounts whose second factor was set up by a program that sealed none.
pub(crate) async fn list_unsealed(db: &impl Query) -> Result<Vec<Account>, StoreError> {
    let rows = db
        .rows(
            "select id, email, name, language, time_zone, state, password, totp_secret, totp_step \
             from account where totp_secret <> '' and totp_secret not like 'sealed:%'",
            values![],
        )
        .await?;
    rows.iter().map(account_of).collect()
}

pub(crate) async fn delete_sealed(change: &Change) -> Result<(), StoreError> {
    change
        .run("update account set totp_secret = '', totp_step = 0 where totp_secret like 'sealed:%'", values![])
        .await
        .map(drop)
}

/// Takes a step of the second factor; false if it or a later one was taken before.
pub(crate) async fn take_step(change: &Change, account: Id, step: i64) -> Result<bool, StoreError> {
    let taken = change
        .run("update account set totp_step = $2 where id = $1 and totp_step < $2", values![account, step])
        .await?;
    Ok(taken == 1)
}

pub(crate) async fn set_recovery_codes(change: &Change, account: Id, codes: &[String]) -> Result<(), StoreError> {
    change.run("delete from recovery_code where account_id = $1", values![account]).await?;
    for code in codes {
        change
            .run("insert into recovery_code (id, account_id, used_at) values ($1, $2, '')", values![code, account])
            .await?;
    }
    Ok(())
}

pub(crate) async fn take_recovery_code(change: &Change, account: Id, code: &str) -> Result<bool, StoreError> {
    let taken = change
        .run(
            "update recovery_code set used_at = $3 where id = $1 and account_id = $2 and used_at = ''",
            values![code, account, change.moment()],
        )
        .await?;
    Ok(taken == 1)
}

pub(crate) async fn count_recovery_codes(db: &impl Query, account: Id) -> Result<i64, StoreError> {
    db.number("select count(*) from recovery_code where account_id = $1 and used_at = ''", values![account]).await
}

pub(crate) async fn insert_link(change: &Change, link: &Link, expires_at: Timestamp) -> Result<(), StoreError> {
    change
        .run(
            "insert into sign_in_link (id, kind, account_id, email, next, expires_at, used_at) \
             values ($1, $2, $3, $4, $5, $6, '')",
            values![
                &link.fingerprint,
                link.kind.word(),
                link.account.map(|id| id.to_string()).unwrap_or_default(),
                &link.email,
                &link.next,
                expires_at
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_link(db: &impl Query, fingerprint: &str) -> Result<Option<Link>, StoreError> {
    let row = db
        .row(
            "select id, kind, account_id, email, next, expires_at, used_at from sign_in_link where id = $1",
            values![fingerprint],
        )
        .await?;
    row.as_ref().map(link_of).transpose()
}

/// Uses a link up; false if it was used before.
pub(crate) async fn take_link(change: &Change, fingerprint: &str) -> Result<bool, StoreError> {
    let taken = change
        .run(
            "update sign_in_link set used_at = $2 where id = $1 and used_at = ''",
            values![fingerprint, change.moment()],
        )
        .await?;
    Ok(taken == 1)
}

/// A newer link ends the older ones of its kind.
pub(crate) async fn end_links(change: &Change, email: &str, kind: LinkKind) -> Result<(), StoreError> {
    change
        .run(
            "update sign_in_link set used_at = $3 where email = $1 and kind = $2 and used_at = ''",
            values![email, kind.word(), change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn delete_links_of(change: &Change, email: &str, account: Id) -> Result<(), StoreError> {
    change.run("delete from sign_in_link where email = $1 or account_id = $2", values![email, account]).await.map(drop)
}

pub(crate) async fn delete_old_links(change: &Change, before: Timestamp) -> Result<u64, StoreError> {
    change.run("delete from sign_in_link where expires_at < $1", values![before]).await
}

/// Counts one more try and answers how many there were since the counting began.
pub(crate) async fn count_attempt(change: &Change, subject: &str, since: Timestamp) -> Result<i64, StoreError> {
    change.run("delete from attempt where id = $1 and since < $2", values![subject, since]).await?;
    change
        .number(
            "insert into attempt (id, count, since) values ($1, 1, $2) \
             on conflict (id) do update set count = attempt.count + 1 returning count",
            values![subject, change.moment()],
        )
        .await
}

pub(crate) async fn delete_attempts(change: &Change, subject: &str) -> Result<(), StoreError> {
    change.run("delete from attempt where id = $1", values![subject]).await.map(drop)
}

pub(crate) async fn delete_old_attempts(change: &Change, before: Timestamp) -> Result<u64, StoreError> {
    change.run("delete from attempt where since < $1", values![before]).await
}

fn account_of(row: &Row) -> Result<Account, StoreError> {
    let state: String = row.get("state")?;
    Ok(Account {
        id: row.get("id")?,
        email: row.get("email")?,
        name: row.get("name")?,
        language: row.get("language")?,
        time_zone: row.get("time_zone")?,
        state: State::from_word(&state).ok_or_else(|| unreadable("state"))?,
        password: row.get("password")?,
        totp_secret: row.get("totp_secret")?,
        totp_step: row.get("totp_step")?,
    })
}

fn link_of(row: &Row) -> Result<Link, StoreError> {
    let (kind, account): (String, String) = (row.get("kind")?, row.get("account_id")?);
    Ok(Link {
        fingerprint: row.get("id")?,
        kind: LinkKind::from_word(&kind).ok_or_else(|| unreadable("kind"))?,
        account: account.parse().ok(),
        email: row.get("email")?,
        next: row.get("next")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
    })
}

pub(crate) fn unreadable(column: &str) -> StoreError {
    StoreError::Column { column: column.to_owned(), wanted: "known word" }
}
