use store::{Change, Query, StoreError, values};

pub(crate) async fn find_fact(db: &impl Query, name: &str) -> Result<Option<String>, StoreError> {
    let row = db.row("select value from installation where name = $1", values![name]).await?;
    row.map(|row| row.get("value")).transpose()
}

pub(crate) async fn insert_fact(change: &Change, name: &str, value: &str) -> Result<(), StoreError> {
    let sql = "insert into installation (name, value) values ($1, $2) on conflict (name) do nothing";
    change.run(sql, values![name, value]).await.map(drop)
}

pub(crate) async fn set_fact(change: &Change, name: &str, value: &str) -> Result<(), StoreError> {
    change.run("delete from installation where name = $1", values![name]).await?;
    insert_fact(change, name, value).await
}

pub(crate) async fn delete_forms_sent_before(change: &Change, day: jiff::Timestamp) -> Result<u64, StoreError> {
    change.run("delete from sent_form where sent_at < $1", values![day]).await
}
