use jiff::Timestamp;
use store::{Change, Query, StoreError, values};

use crate::provider::Errand;

/// Somebody who is away to say who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Away {
    pub fingerprint: String,
    /// Of what the browser keeps: nobody comes back in place of another.
    pub browser: String,
    pub errand: Errand,
    pub next: String,
    pub expires_at: Timestamp,
}

pub(crate) async fn insert_away(change: &Change, away: &Away) -> Result<(), StoreError> {
    change
        .run(
            "insert into provider_sign_in (id, browser, nonce, verifier, next, expires_at, used_at) \
             values ($1, $2, $3, $4, $5, $6, '')",
            values![
                &away.fingerprint,
                &away.browser,
                &away.errand.nonce,
                &away.errand.verifier,
                &away.next,
                away.expires_at
            ],
        )
        .await
        .map(drop)
}

/// Uses it up, whatever comes of it; nothing if it is unknown, over, used or another browser's.
pub(crate) async fn take_away(change: &Change, fingerprint: &str, browser: &str) -> Result<Option<Away>, StoreError> {
    let taken = change
        .run(
            "update provider_sign_in set used_at = $3 where id = $1 and browser = $2 and used_at = '' and expires_at > $3",
            values![fingerprint, browser, change.moment()],
        )
        .await?;
    if taken == 0 {
        return Ok(None);
    }
    let row = change
        .row(
            "select id, browser, nonce, verifier, next, expires_at from provider_sign_in where id = $1",
            values![fingerprint],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Away {
        fingerprint: row.get("id")?,
        browser: row.get("browser")?,
        errand: Errand { nonce: row.get("nonce")?, verifier: row.get("verifier")? },
        next: row.get("next")?,
        expires_at: row.get("expires_at")?,
    }))
}
