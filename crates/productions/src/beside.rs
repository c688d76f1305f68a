//! What the slices above read of a production, as far as their reader may know of it.

use kernel::Id;
use store::{Query, StoreError};
use web::{Page, WebError};

use crate::record::Production;
use crate::script::{Heading, Script};
use crate::vault::pages::note_opening;
use crate::{Desk, office, sql};

/// A production for somebody of the staff; who may not know of it learns nothing.
pub async fn find_production(db: &impl Query, page: &Page, id: Id) -> Result<Production, WebError> {
    let production = sql::find_production(db, id).await?.ok_or(WebError::NotFound)?;
    office::find(db, page, &production.reference.to_string()).await
}

/// As [`find_production`], by what people call it.
pub async fn find_production_by_reference(
    db: &impl Query,
    page: &Page,
    reference: &str,
) -> Result<Production, WebError> {
    office::find(db, page, reference).await
}

/// The lists of places that came with its inquiry: the words of their links.
pub async fn lists_of(db: &impl Query, production: Id) -> Result<Vec<String>, StoreError> {
    sql::list_lists(db, production).await
}

/// The scene headings of its latest script that is text, for somebody who works on the file: the script is opened, and
/// that is written down. Nothing if there is none, or if it may not be opened.
pub async fn script_headings(
    page: &Page,
    desk: &Desk,
    production: &Production,
) -> Result<Option<(String, Vec<Heading>)>, WebError> {
    let cases = casework::cases_of_subject(desk.store(), &Production::subject(production.id)).await?;
    let works = page.visitor().is_some_and(|visitor| office::works_on(visitor, production, &cases));
    if !works {
        return Ok(None);
    }
    for script in sql::list_scripts(desk.store(), production.id).await? {
        if script.shut(page.today()).is_some() {
            continue;
        }
        let Some(kept) = files::find_file(desk.store(), script.file).await? else { continue };
        let Ok(readable) = kept.readable_by(&page.actor()) else { continue };
        let bytes = desk.keep().bytes(&readable).await?;
        let Some(text) = Script::read(script.kind, &bytes).ok().flatten() else { continue };
        note_opening(page, desk, production, &script, "read").await?;
        return Ok(Some((script.title, text.headings().cloned().collect())));
    }
    Ok(None)
}
