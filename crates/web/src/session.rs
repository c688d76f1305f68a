//! Who is signed in. The browser holds a secret, the table its fingerprint: who reads the table cannot sign in.

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::{SignedDuration, Timestamp};
use kernel::Id;
use store::{Change, Query, Row, Store, StoreError, fingerprint, values};

use crate::page::cookie;
use crate::{Page, Role};

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visitor {
    pub account: Id,
    pub name: String,
    pub email: String,
    /// Nobody on the commission's staff is without one.
    pub roles: Vec<Role>,
}

/// One of the places where an account is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// Says which one it is, and cannot be used to sign in.
    pub id: String,
    pub visitor: Visitor,
    /// What the browser calls itself.
    pub device: String,
    pub opened_at: Timestamp,
    pub seen_at: Timestamp,
}

const COOKIE: &str = "session";

/// How old the last sign of life may be before a new one is noted: not every request is a write.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(10);

impl Session {
    /// Signs somebody in for so many days without a visit. The session the browser had before ends: nobody can be made
    /// to use one that somebody else knows. The answer belongs into `Set-Cookie`.
    pub async fn open(change: &Change, page: &Page, visitor: &Visitor, days: i64) -> Result<HeaderValue, StoreError> {
        if let Some(before) = page.session() {
            Self::close(change, &before.id).await?;
        }
        let secret = page.site().secret();
        Self::keep(change, &secret, visitor, page.device(), days).await?;
        Ok(page.site().session_cookie(&secret, days))
    }

    /// Keeps a session whose cookie holds `secret`.
    pub async fn keep(
        change: &Change,
        secret: &str,
        visitor: &Visitor,
        device: &str,
        days: i64,
    ) -> Result<(), StoreError> {
        let now = change.moment();
        let roles = visitor.roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(" ");
        change
            .run(
                "insert into session (id, account, name, email, roles, device, opened_at, seen_at, ends_at, days) \
                 values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)",
                values![
                    fingerprint(secret),
                    visitor.account,
                    &visitor.name,
                    &visitor.email,
                    roles,
                    device,
                    now,
                    after(now, days),
                    days
                ],
            )
            .await
            .map(drop)
    }

    pub async fn close(change: &Change, id: &str) -> Result<(), StoreError> {
        change.run("delete from session where id = $1", values![id]).await.map(drop)
    }

    /// For a new password, other roles, or a lost telephone.
    pub async fn close_all_of(change: &Change, account: Id) -> Result<u64, StoreError> {
        change.run("delete from session where account = $1", values![account]).await
    }

    /// Pages call somebody by another name from now on.
    pub async fn rename(change: &Change, account: Id, name: &str) -> Result<(), StoreError> {
        change.run("update session set name = $2 where account = $1", values![account, name]).await.map(drop)
    }

    /// How many places are signed in, whoever it is.
    pub async fn count(db: &impl Query, now: Timestamp) -> Result<i64, StoreError> {
        db.number("select count(*) as number from session where ends_at > $1", values![now]).await
    }

    pub async fn list_of(db: &impl Query, account: Id, now: Timestamp) -> Result<Vec<Self>, StoreError> {
        let sql = "select id, account, name, email, roles, device, opened_at, seen_at, days from session \
                   where account = $1 and ends_at > $2 order by seen_at desc";
        let rows = db.rows(sql, values![account, now]).await?;
        rows.iter().map(Self::of).collect()
    }

    /// Takes away what has ended.
    pub async fn sweep(change: &Change) -> Result<u64, StoreError> {
        change.run("delete from session where ends_at <= $1", values![change.moment()]).await
    }

    /// The session of a request, if it has one that still runs.
    pub(crate) async fn find(store: &Store, headers: &HeaderMap, now: Timestamp) -> Result<Option<Self>, StoreError> {
        let Some(secret) = cookie(headers, COOKIE) else { return Ok(None) };
        let sql = "select id, account, name, email, roles, device, opened_at, seen_at, days from session \
                   where id = $1 and ends_at > $2";
        let Some(row) = store.row(sql, values![fingerprint(secret), now]).await? else { return Ok(None) };
        let session = Self::of(&row)?;
        if now.duration_since(session.seen_at) > NOTED_EVERY {
            let change = store.upkeep(now).await?;
            let sql = "update session set seen_at = $2, ends_at = $3 where id = $1";
            change.run(sql, values![&session.id, now, after(now, row.get("days")?)]).await?;
            change.commit().await?;
        }
        Ok(Some(session))
    }

    /// What makes the browser forget.
    pub fn forgetting() -> HeaderValue {
        HeaderValue::from_static("session=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly")
    }

    fn of(row: &Row) -> Result<Self, StoreError> {
        let roles: String = row.get("roles")?;
        let visitor = Visitor {
            account: row.get("account")?,
            name: row.get("name")?,
            email: row.get("email")?,
            // A role of a newer program is no role here.
            roles: roles.split(' ').filter_map(|role| role.parse().ok()).collect(),
        };
        Ok(Self {
            id: row.get("id")?,
            visitor,
            device: row.get("device")?,
            opened_at: row.get("opened_at")?,
            seen_at: row.get("seen_at")?,
        })
    }
}

pub(crate) fn cookie_line(secret: &str, days: i64, is_secure: bool) -> HeaderValue {
    let seconds = days.saturating_mul(86_400);
    let secure = if is_secure { "; Secure" } else { "" };
    let line = format!("{COOKIE}={secret}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::try_from(line).expect("a secret is letters and digits")
}

pub(crate) fn has_cookie(headers: &HeaderMap) -> bool {
    cookie(headers, COOKIE).is_some()
}

/// What a browser calls itself, short enough to keep.
pub(crate) fn device(headers: &HeaderMap) -> String {
    let said = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.chars().take(200).collect()
}

fn after(now: Timestamp, days: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(days.saturating_mul(24))).unwrap_or(now)
}
