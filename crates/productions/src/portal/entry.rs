use kernel::Id;
use store::Query;
use web::{Page, Visitor, WebError};

use crate::record::{Member, Production};
use crate::role::{Act, may};
use crate::sql;

/// Somebody inside a production of theirs. Holding one means that they belong to it.
pub(super) struct Inside {
    pub(super) production: Production,
    pub(super) member: Member,
    pub(super) account: Id,
}

/// A part of the production's pages, if its reader may open it.
pub(super) struct Tab {
    pub(super) link: String,
    pub(super) label: &'static str,
    pub(super) is_current: bool,
}

/// Lets a member in. Who is none does not learn that there is such a production; a member without the right does.
pub(super) async fn enter(db: &impl Query, page: &Page, reference: &str, act: Act) -> Result<Inside, WebError> {
    let Visitor { account, email, .. } = page.visitor().ok_or(WebError::NotFound)?;
    let reference = reference.parse().map_err(|_| WebError::NotFound)?;
    let production = sql::find_production_by_reference(db, &reference).await?.ok_or(WebError::NotFound)?;
    let member = sql::find_member(db, production.id, *account, email).await?.ok_or(WebError::NotFound)?;
    if !may(member.role, act) {
        return Err(WebError::Forbidden);
    }
    Ok(Inside { production, member, account: *account })
}

impl Inside {
    pub(super) fn may(&self, act: Act) -> bool {
        may(self.member.role, act)
    }

    pub(super) fn address(&self, page: &Page) -> String {
        page.link(format!("portal/productions/{}", self.production.reference))
    }

    /// The pages of the production that this member may open.
    pub(super) fn tabs(&self, page: &Page, current: &str) -> Vec<Tab> {
        let all = [
            ("", "portal-status", Act::SeeStatus),
            ("/messages", "portal-messages", Act::SeeMessages),
            ("/documents", "team-papers-title", Act::SeeDocuments),
            ("/scripts", "scripts-title", Act::SeeScripts),
            ("/team", "team-title", Act::SeeTeam),
        ];
        let open = all.into_iter().filter(|(_, _, act)| self.may(*act));
        let tab = |(path, label, _): (&str, &'static str, Act)| {
            let link = format!("{}{path}", self.address(page));
            Tab { link, label, is_current: path == current }
        };
        open.map(tab).collect()
    }
}
