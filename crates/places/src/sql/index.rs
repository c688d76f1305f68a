use store::{Query, StoreError, values};

/// Of the last change of any location; none has been made where it is nought.
pub(crate) async fn find_last_revision(db: &impl Query) -> Result<i64, StoreError> {
    db.number("select coalesce(max(revision), 0) from location", values![]).await
}
