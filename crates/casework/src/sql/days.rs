use kernel::{Day, Language, LocalText, SpecialDay};
use store::{Change, Query, Row, StoreError, values};

/// What the office set in its working calendar. A name typed by an officer is the same in every language.
pub(crate) async fn list_calendar_days(
    db: &impl Query,
    languages: &[Language],
) -> Result<Vec<(Day, SpecialDay)>, StoreError> {
    let rows = db.rows("select day, is_working, name, source from calendar_day order by day", Vec::new()).await?;
    let read = |row: &Row| {
        let typed: String = row.get("name")?;
        let mut name = LocalText::default();
        languages.iter().for_each(|language| name.insert(*language, typed.clone()));
        Ok((row.get("day")?, SpecialDay { is_working: row.get("is_working")?, name, source: row.get("source")? }))
    };
    rows.iter().map(read).collect()
}

pub(crate) async fn set_calendar_day(
    change: &Change,
    day: Day,
    is_working: bool,
    name: &str,
    source: &str,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into calendar_day (day, is_working, name, source, changed_at, changed_by) \
             values ($1, $2, $3, $4, $5, $6) on conflict (day) do update set is_working = $2, name = $3, source = $4, \
             changed_at = $5, changed_by = $6",
            values![day, is_working, name, source, change.moment(), &change.by().actor],
        )
        .await
        .map(drop)
}

pub(crate) async fn delete_calendar_day(change: &Change, day: Day) -> Result<u64, StoreError> {
    change.run("delete from calendar_day where day = $1", values![day]).await
}
