use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Change, Query, Row, StoreError, values};

/// What has become of something that had to be sent in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequirementRow {
    pub(crate) name: String,
    /// `missing`, `received`, `accepted` or `replace`.
    pub(crate) state: String,
    pub(crate) reason: String,
}

/// The newest version of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentRow {
    pub(crate) id: Id,
    pub(crate) requirement: String,
    pub(crate) title: String,
    pub(crate) version: Id,
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) size: i64,
    pub(crate) file: String,
    pub(crate) kind: String,
    pub(crate) actor: Actor,
    pub(crate) made_at: Timestamp,
}

pub(crate) async fn list_requirements(db: &impl Query, case_id: Id) -> Result<Vec<RequirementRow>, StoreError> {
    let rows = db
        .rows("select name, state, reason from case_requirement where case_id = $1 order by name", values![case_id])
        .await?;
    let read =
        |row: &Row| Ok(RequirementRow { name: row.get("name")?, state: row.get("state")?, reason: row.get("reason")? });
    rows.iter().map(read).collect()
}

pub(crate) async fn set_requirement(
    change: &Change,
    case_id: Id,
    name: &str,
    state: &str,
    reason: &str,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_requirement (case_id, name, state, reason, changed_at) values ($1, $2, $3, $4, $5) \
             on conflict (case_id, name) do update set state = $3, reason = $4, changed_at = $5",
            values![case_id, name, state, reason, change.moment()],
        )
        .await
        .map(drop)
}

pub(crate) async fn insert_document(
    change: &Change,
    case_id: Id,
    id: Id,
    requirement: &str,
    title: &str,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_document (id, case_id, requirement, title, made_at) values ($1, $2, $3, $4, $5)",
            values![id, case_id, requirement, title, change.moment()],
        )
        .await
        .map(drop)
}

/// Puts a version behind the last one of its document.
pub(crate) async fn insert_version(
    change: &Change,
    document_id: Id,
    file: &str,
    name: &str,
    size: i64,
    kind: &str,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into case_document_version (id, document_id, number, file, name, size, kind, actor, made_at) \
             select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8 from case_document_version \
             where document_id = $2",
            values![change.fresh_id(), document_id, file, name, size, kind, &change.by().actor, change.moment()],
        )
        .await
        .map(drop)
}

/// Every version of every paper of a case, the newest of each first.
pub(crate) async fn list_documents(db: &impl Query, case_id: Id) -> Result<Vec<DocumentRow>, StoreError> {
    let rows = db
        .rows(
            "select d.id, d.requirement, d.title, v.id as version, v.number, v.name, v.size, v.file, v.kind, v.actor, \
             v.made_at from case_document d join case_document_version v on v.document_id = d.id \
             where d.case_id = $1 order by d.id, v.number desc",
            values![case_id],
        )
        .await?;
    rows.iter().map(document_of).collect()
}

pub(crate) async fn find_version(db: &impl Query, case_id: Id, version: Id) -> Result<Option<DocumentRow>, StoreError> {
    let row = db
        .row(
            "select d.id, d.requirement, d.title, v.id as version, v.number, v.name, v.size, v.file, v.kind, v.actor, \
             v.made_at from case_document d join case_document_version v on v.document_id = d.id \
             where d.case_id = $1 and v.id = $2",
            values![case_id, version],
        )
        .await?;
    row.as_ref().map(document_of).transpose()
}

fn document_of(row: &Row) -> Result<DocumentRow, StoreError> {
    Ok(DocumentRow {
        id: row.get("id")?,
        requirement: row.get("requirement")?,
        title: row.get("title")?,
        version: row.get("version")?,
        number: row.get("number")?,
        name: row.get("name")?,
        size: row.get("size")?,
        file: row.get("file")?,
        kind: row.get("kind")?,
        actor: row.get("actor")?,
        made_at: row.get("made_at")?,
    })
}
