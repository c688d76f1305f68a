//! What colleagues who do not work on a file may know of it.

use store::Query;
use web::{Page, Role, WebError};

use super::production::works_on;
use crate::Confidentiality;
use crate::record::Production;

/// How much of a production its reader may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    All,
    /// That it exists, by its code name.
    CodeName,
    Nothing,
}

/// Who works on a file, who answers for all of them, and who audits them knows it; so does everybody while nobody has
/// taken it, or it would never be found.
pub(super) async fn known(db: &impl Query, page: &Page, production: &Production) -> Result<Known, WebError> {
    let visitor = page.visitor().ok_or(WebError::NotFound)?;
    let sees_all = [Role::Administrator, Role::Approver, Role::Auditor];
    let is_over_all = visitor.roles.iter().any(|role| sees_all.contains(role));
    let is_closed_to_others = match production.confidentiality {
        Confidentiality::Open => false,
        Confidentiality::CodeName | Confidentiality::Secret => production.officer.is_some() && !is_over_all,
    };
    if !is_closed_to_others {
        return Ok(Known::All);
    }
    let cases = casework::cases_of_subject(db, &Production::subject(production.id)).await?;
    if works_on(visitor, production, &cases) {
        return Ok(Known::All);
    }
    match production.outside_name() {
        Some(_) => Ok(Known::CodeName),
        None => Ok(Known::Nothing),
    }
}
