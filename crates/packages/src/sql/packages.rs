use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use super::{known, perhaps, text};
use crate::record::{Contact, Kind, Package, State, reader_of, reader_word};

pub(crate) async fn insert_package(change: &Change, package: &Package) -> Result<(), StoreError> {
    change
        .run(
            "insert into package (id, kind, state, keeper, token, title, words, language, recipient, email, \
             production_id, case_id, contact, reader, sun_on, expires_on, made_by, made_at, changed_at, shared_at, \
             sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, \
             $19, '')",
            values![
                package.id,
                package.kind.word(),
                package.state.word(),
                &package.keeper,
                &package.token,
                &package.title,
                &package.words,
                package.language.tag(),
                &package.recipient,
                &package.email,
                text(package.production),
                text(package.case),
                package.contact.word(),
                reader_word(package.reader),
                text(package.sun_on),
                text(package.expires_on),
                &package.made_by,
                package.made_at,
                moment(package.shared_at),
            ],
        )
        .await
        .map(drop)
}

pub(crate) async fn find_package(db: &impl Query, id: Id) -> Result<Option<Package>, StoreError> {
    let row = db.row("select * from package where id = $1", values![id]).await?;
    row.as_ref().map(package_of).transpose()
}

pub(crate) async fn find_package_by_token(db: &impl Query, token: &str) -> Result<Option<Package>, StoreError> {
    let row = db.row("select * from package where token = $1", values![token]).await?;
    row.as_ref().map(package_of).transpose()
}

/// The list that a browser keeps: its latest.
pub(crate) async fn find_package_of(db: &impl Query, keeper: &str) -> Result<Option<Package>, StoreError> {
    let sql = "select * from package where keeper = $1 order by id desc limit 1";
    let row = db.row(sql, values![keeper]).await?;
    row.as_ref().map(package_of).transpose()
}

/// Those of the office, the newest first.
pub(crate) async fn list_packages(db: &impl Query, kind: Kind, most: i64) -> Result<Vec<Package>, StoreError> {
    let sql = "select * from package where kind = $1 order by id desc limit $2";
    let rows = db.rows(sql, values![kind.word(), most]).await?;
    rows.iter().map(package_of).collect()
}

pub(crate) async fn list_packages_of_production(db: &impl Query, production: Id) -> Result<Vec<Package>, StoreError> {
    let sql = "select * from package where production_id = $1 order by id desc";
    let rows = db.rows(sql, values![production]).await?;
    rows.iter().map(package_of).collect()
}

/// Everything about a package but its places.
pub(crate) async fn set_package(change: &Change, package: &Package) -> Result<(), StoreError> {
    change
        .run(
            "update package set state = $2, title = $3, words = $4, language = $5, recipient = $6, email = $7, \
             production_id = $8, case_id = $9, contact = $10, reader = $11, sun_on = $12, expires_on = $13, \
             changed_at = $14, shared_at = $15, sent_at = $16 where id = $1",
            values![
                package.id,
                package.state.word(),
                &package.title,
                &package.words,
                package.language.tag(),
                &package.recipient,
                &package.email,
                text(package.production),
                text(package.case),
                package.contact.word(),
                reader_word(package.reader),
                text(package.sun_on),
                text(package.expires_on),
                change.moment(),
                moment(package.shared_at),
                moment(package.sent_at),
            ],
        )
        .await
        .map(drop)
}

/// As long as every other one, so that texts sort as moments do.
fn moment(moment: Option<jiff::Timestamp>) -> String {
    moment.map(|moment| format!("{moment:.3}")).unwrap_or_default()
}

fn package_of(row: &Row) -> Result<Package, StoreError> {
    Ok(Package {
        id: row.get("id")?,
        kind: known(row, "kind", Kind::from_word)?,
        state: known(row, "state", State::from_word)?,
        keeper: row.get("keeper")?,
        token: row.get("token")?,
        title: row.get("title")?,
        words: row.get("words")?,
        language: known(row, "language", |tag| tag.parse().ok())?,
        recipient: row.get("recipient")?,
        email: row.get("email")?,
        production: perhaps(row, "production_id")?,
        case: perhaps(row, "case_id")?,
        contact: known(row, "contact", Contact::from_word)?,
        reader: known(row, "reader", reader_of)?,
        sun_on: perhaps(row, "sun_on")?,
        expires_on: perhaps(row, "expires_on")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        changed_at: row.get("changed_at")?,
        shared_at: perhaps(row, "shared_at")?,
        sent_at: perhaps(row, "sent_at")?,
    })
}
