use kernel::Id;
use store::{Change, Query, StoreError, values};

pub(crate) async fn insert_list(change: &Change, production: Id, token: &str) -> Result<(), StoreError> {
    change
        .run(
            "insert into production_list (production_id, token) values ($1, $2) \
             on conflict (production_id, token) do nothing",
            values![production, token],
        )
        .await
        .map(drop)
}

pub(crate) async fn list_lists(db: &impl Query, production: Id) -> Result<Vec<String>, StoreError> {
    let sql = "select token from production_list where production_id = $1 order by token";
    let rows = db.rows(sql, values![production]).await?;
    rows.iter().map(|row| row.get("token")).collect()
}
