//! What readers said, in words; and days that somebody typed.

use kernel::Day;
use store::StoreError;
use web::Page;

use crate::record::{Liking, Package, Reaction};
use crate::{Desk, sql};

/// A reaction as it is read by whoever shared the places.
#[derive(Debug, Clone)]
pub(crate) struct SaidReaction {
    pub(crate) place: String,
    pub(crate) liking: Liking,
    pub(crate) name: String,
    pub(crate) comment: String,
    pub(crate) when: String,
}

/// The latest first.
pub(crate) async fn said_reactions(
    page: &Page,
    desk: &Desk,
    package: &Package,
) -> Result<Vec<SaidReaction>, StoreError> {
    let mut said = Vec::new();
    for reaction in sql::list_reactions(desk.store(), package.id).await? {
        let Reaction { liking, name, comment, moment, location, .. } = reaction;
        let Some(place) = places::find_location(desk.store(), location).await? else { continue };
        let place = place.name(page.language()).to_owned();
        said.push(SaidReaction { place, liking, name, comment, when: page.moment(moment) });
    }
    Ok(said)
}

/// `2026-09-23` as browsers send it, `23.09.2026` as people type it.
pub(crate) fn day(typed: &str) -> Option<Day> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let mut parts = typed.split('.').map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(|_| parts.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_as_browsers_and_as_people_write_them() {
        for typed in ["2026-09-23", "23.09.2026", " 23.9.2026 "] {
            assert_eq!(day(typed).map(|day| day.to_string()).as_deref(), Some("2026-09-23"), "{typed}");
        }
        assert_eq!(day("31.02.2026"), None);
        assert_eq!(day("tomorrow"), None);
    }
}
