use jiff::Timestamp;
use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use crate::account::passkey::{self, Algorithm, Challenge, ChallengeKind, Passkey, PublicKey};
use crate::sql::accounts::unreadable;

/// False if the authenticator's key is here already, whoever it belongs to.
pub(crate) async fn insert_passkey(change: &Change, new: &Passkey) -> Result<bool, StoreError> {
    let added = change
        .run(
            "insert into passkey (id, account_id, name, algorithm, public_key, counter, made_at, used_at) \
             values ($1, $2, $3, $4, $5, $6, $7, '') on conflict (id) do nothing",
            values![
                &new.id,
                new.account,
                &new.name,
                new.key.algorithm.word(),
                passkey::written(&new.key.bytes),
                new.counter,
                new.made_at
            ],
        )
        .await?;
    Ok(added == 1)
}

pub(crate) async fn find_passkey(db: &impl Query, id: &str) -> Result<Option<Passkey>, StoreError> {
    let row = db
        .row(
            "select id, account_id, name, algorithm, public_key, counter, made_at, used_at from passkey where id = $1",
            values![id],
        )
        .await?;
    row.as_ref().map(passkey_of).transpose()
}

pub(crate) async fn list_passkeys(db: &impl Query, account: Id) -> Result<Vec<Passkey>, StoreError> {
    let rows = db
        .rows(
            "select id, account_id, name, algorithm, public_key, counter, made_at, used_at from passkey \
             where account_id = $1 order by made_at, id",
            values![account],
        )
        .await?;
    rows.iter().map(passkey_of).collect()
}

pub(crate) async fn count_passkeys(db: &impl Query, account: Id) -> Result<i64, StoreError> {
    db.number("select count(*) from passkey where account_id = $1", values![account]).await
}

/// Counts a use; false if the counter did not go on: then the passkey was copied. Some always say nought.
pub(crate) async fn set_counter(change: &Change, id: &str, counter: i64) -> Result<bool, StoreError> {
    let counted = change
        .run(
            "update passkey set counter = $2, used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))",
            values![id, counter, change.moment()],
        )
        .await?;
    Ok(counted == 1)
}

pub(crate) async fn delete_passkey(change: &Change, account: Id, id: &str) -> Result<bool, StoreError> {
    let gone = change.run("delete from passkey where id = $1 and account_id = $2", values![id, account]).await?;
    Ok(gone == 1)
}

pub(crate) async fn delete_passkeys_of(change: &Change, account: Id) -> Result<(), StoreError> {
    change.run("delete from passkey_challenge where account_id = $1", values![account]).await?;
    change.run("delete from passkey where account_id = $1", values![account]).await.map(drop)
}

pub(crate) async fn insert_challenge(change: &Change, challenge: &Challenge) -> Result<(), StoreError> {
    change
        .run(
            "insert into passkey_challenge (id, kind, account_id, name, expires_at, used_at) \
             values ($1, $2, $3, $4, $5, '')",
            values![
                &challenge.fingerprint,
                challenge.kind.word(),
                challenge.account.map(|id| id.to_string()).unwrap_or_default(),
                &challenge.name,
                challenge.expires_at
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_challenge(db: &impl Query, fingerprint: &str) -> Result<Option<Challenge>, StoreError> {
    let row = db
        .row(
            "select id, kind, account_id, name, expires_at, used_at from passkey_challenge where id = $1",
            values![fingerprint],
        )
        .await?;
    row.as_ref().map(challenge_of).transpose()
}

/// Uses a challenge up; false if it was used before.
pub(crate) async fn take_challenge(change: &Change, fingerprint: &str) -> Result<bool, StoreError> {
    let taken = change
        .run(
            "update passkey_challenge set used_at = $2 where id = $1 and used_at = ''",
            values![fingerprint, change.moment()],
        )
        .await?;
    Ok(taken == 1)
}

pub(crate) async fn delete_old_challenges(change: &Change, before: Timestamp) -> Result<u64, StoreError> {
    change.run("delete from provider_sign_in where expires_at < $1", values![before]).await?;
    change.run("delete from passkey_challenge where expires_at < $1", values![before]).await
}

fn passkey_of(row: &Row) -> Result<Passkey, StoreError> {
    let (algorithm, bytes): (String, String) = (row.get("algorithm")?, row.get("public_key")?);
    let key = PublicKey {
        algorithm: Algorithm::from_word(&algorithm).ok_or_else(|| unreadable("algorithm"))?,
        bytes: passkey::read(&bytes).ok_or_else(|| unreadable("public_key"))?,
    };
    Ok(Passkey {
        id: row.get("id")?,
        account: row.get("account_id")?,
        name: row.get("name")?,
        key,
        counter: row.get("counter")?,
        made_at: row.get("made_at")?,
        used_at: row.get("used_at")?,
    })
}

fn challenge_of(row: &Row) -> Result<Challenge, StoreError> {
    let (kind, account): (String, String) = (row.get("kind")?, row.get("account_id")?);
    Ok(Challenge {
        fingerprint: row.get("id")?,
        kind: ChallengeKind::from_word(&kind).ok_or_else(|| unreadable("kind"))?,
        account: account.parse().ok(),
        name: row.get("name")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
    })
}
