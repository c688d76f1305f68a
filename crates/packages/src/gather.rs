//! A package with all that its readers see of it.

use std::collections::BTreeMap;

use kernel::Id;
use places::{Location, State};
use store::Query;
use web::{Page, WebError};

use crate::pictures::pictures_of;
use crate::record::{Kind, Package};
use crate::sheet::Sheet;
use crate::{Desk, sql};

/// Whether a place may be in a package: what is kept back for a production only the office gives away.
pub(crate) fn may_be_in(kind: Kind, location: &Location) -> bool {
    match kind {
        Kind::List => location.is_listed(),
        Kind::Office => location.state == State::Published,
    }
}

/// The places in their order. What was withdrawn since it was chosen is not shown any more.
pub(crate) async fn sheets(page: &Page, desk: &Desk, package: &Package) -> Result<Vec<Sheet>, WebError> {
    let db = desk.store();
    let mut regions: BTreeMap<Id, String> = BTreeMap::new();
    let mut sheets = Vec::new();
    for chosen in sql::list_places(db, package.id).await? {
        if chosen.is_taken_out {
            continue;
        }
        let Some(location) = places::find_location(db, chosen.location).await? else { continue };
        if !may_be_in(package.kind, &location) {
            continue;
        }
        let region = match location.destination {
            Some(id) => region(page, db, &mut regions, id).await?,
            None => String::new(),
        };
        let pictures = pictures_of(page, desk, package, &location).await?;
        let sheet = Sheet::of(page, desk.zone(), package, chosen, &location, region, pictures);
        sheets.push(Sheet { number: sheets.len() + 1, ..sheet });
    }
    Ok(sheets)
}

async fn region(page: &Page, db: &impl Query, known: &mut BTreeMap<Id, String>, id: Id) -> Result<String, WebError> {
    if let Some(name) = known.get(&id) {
        return Ok(name.clone());
    }
    let found = places::find_destination(db, id).await?;
    let name = found.map(|found| found.name(page.language()).to_owned()).unwrap_or_default();
    known.insert(id, name.clone());
    Ok(name)
}
