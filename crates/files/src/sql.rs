use jiff::Timestamp;
use kernel::Id;
use store::{Change, Query, Row, StoreError, values};

use crate::{File, Hash, Kind, Scan};

pub(crate) async fn insert_file(change: &Change, file: &File) -> Result<(), StoreError> {
    let sql = "insert into file (id, hash, size, kind, name, uploaded_by, uploaded_at, scan, scan_said) \
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let size = i64::try_from(file.size).unwrap_or(i64::MAX);
    let (scan, said) = (file.scan.word(), file.scan.said());
    let File { id, hash, kind, name, uploaded_by, uploaded_at, .. } = file;
    let values = values![*id, hash.as_str(), size, kind.word(), name, uploaded_by, *uploaded_at, scan, said];
    change.run(sql, values).await?;
    Ok(())
}

pub(crate) async fn find_file(db: &impl Query, id: Id) -> Result<Option<File>, StoreError> {
    let sql = "select id, hash, size, kind, name, uploaded_by, uploaded_at, scan, scan_said from file where id = $1";
    db.row(sql, values![id]).await?.as_ref().map(file).transpose()
}

pub(crate) async fn list_infected(db: &impl Query) -> Result<Vec<File>, StoreError> {
    let sql = "select id, hash, size, kind, name, uploaded_by, uploaded_at, scan, scan_said from file \
               where scan = 'infected' order by id desc limit 200";
    db.rows(sql, values![]).await?.iter().map(file).collect()
}

pub(crate) async fn list_files_of(db: &impl Query, hash: &Hash) -> Result<Vec<Id>, StoreError> {
    let sql = "select id from file where hash = $1 order by id";
    db.rows(sql, values![hash.as_str()]).await?.iter().map(|row| row.get("id")).collect()
}

pub(crate) async fn count_files_of(db: &impl Query, hash: &Hash) -> Result<i64, StoreError> {
    let sql = "select count(*) as number from file where hash = $1";
    db.number(sql, values![hash.as_str()]).await
}

pub(crate) async fn list_waiting_hashes(db: &impl Query, most: i64) -> Result<Vec<Hash>, StoreError> {
    let sql = "select distinct hash from file where scan = 'waiting' order by hash limit $1";
    db.rows(sql, values![most]).await?.iter().map(hash).collect()
}

pub(crate) async fn list_hashes(db: &impl Query, after: &str, most: i64) -> Result<Vec<Hash>, StoreError> {
    let sql = "select distinct hash from file where hash > $1 order by hash limit $2";
    db.rows(sql, values![after, most]).await?.iter().map(hash).collect()
}

pub(crate) async fn set_scan(change: &Change, hash: &Hash, scan: &Scan, moment: Timestamp) -> Result<(), StoreError> {
    let sql = "update file set scan = $2, scan_said = $3, scanned_at = $4 where hash = $1";
    change.run(sql, values![hash.as_str(), scan.word(), scan.said(), moment]).await?;
    Ok(())
}

fn hash(row: &Row) -> Result<Hash, StoreError> {
    let text: String = row.get("hash")?;
    text.parse().map_err(|_| wrong("hash"))
}

fn file(row: &Row) -> Result<File, StoreError> {
    let scan = match row.get::<String>("scan")?.as_str() {
        "off" => Scan::Off,
        "waiting" => Scan::Waiting,
        "clean" => Scan::Clean,
        "infected" => Scan::Infected(row.get("scan_said")?),
        _ => return Err(wrong("scan")),
    };
    Ok(File {
        id: row.get("id")?,
        hash: hash(row)?,
        size: u64::try_from(row.get::<i64>("size")?).map_err(|_| wrong("size"))?,
        kind: Kind::of_word(&row.get::<String>("kind")?).ok_or_else(|| wrong("kind"))?,
        name: row.get("name")?,
        uploaded_by: row.get("uploaded_by")?,
        uploaded_at: row.get("uploaded_at")?,
        scan,
    })
}

fn wrong(column: &str) -> StoreError {
    StoreError::Column { column: column.to_owned(), wanted: "a word that we write" }
}
