//! Figures that were worked out for a production. The slice beside this one works them out; `app` ties the two:
//! it offers the reader's productions on the page of an estimate, and when a rulebook has a new text it asks
//! [`estimates_to_look_at`], puts each question to the new text, and says what differs by [`note_difference`].

use kernel::Id;
use serde_json::json;
use store::{By, Entry, Query, Store, StoreError};

use crate::record::AttachedEstimate;
use crate::role::{Act, may};
use crate::sql;

/// An estimate as the slice beside this one knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstimateSeen {
    /// Its address in the archive.
    pub estimate: String,
    /// What it came to, in words.
    pub label: String,
    /// The hash of the text of the rulebook that made it.
    pub rulebook: String,
}

/// The productions to which somebody may attach a figure: reference and title.
pub async fn find_attachable(db: &impl Query, account: Id, email: &str) -> Result<Vec<(Id, String)>, StoreError> {
    let mut attachable = Vec::new();
    for production in sql::list_productions_of(db, account, email).await? {
        let member = sql::find_member(db, production.id, account, email).await?;
        if member.is_some_and(|member| may(member.role, Act::EditMoney)) {
            attachable.push((production.id, format!("{} {}", production.reference, production.title)));
        }
    }
    Ok(attachable)
}

/// Attaches an estimate to a production; twice is once. `by` is somebody for whom [`find_attachable`] names it, or the
/// office.
pub async fn attach_estimate(store: &Store, by: By, production: Id, seen: &EstimateSeen) -> Result<bool, StoreError> {
    let change = store.change(by).await?;
    let actor = change.by().actor.to_string();
    let attached = AttachedEstimate {
        id: change.fresh_id(),
        production_id: production,
        estimate: seen.estimate.clone(),
        label: seen.label.clone(),
        rulebook: seen.rulebook.clone(),
        attached_at: change.moment(),
        newer: String::new(),
        differs: String::new(),
    };
    if !sql::insert_estimate(&change, &attached, &actor).await? {
        return Ok(false);
    }
    let after = json!({ "estimate": seen.estimate, "label": seen.label });
    change.record(Entry::new("production", production, "estimate attached").after(after)).await;
    change.commit().await?;
    Ok(true)
}

/// Attached figures that were not worked out, and not looked at again, by that text of the rules: a hundred of them
/// after an id.
pub async fn estimates_to_look_at(
    db: &impl Query,
    rulebook: &str,
    after: Option<Id>,
) -> Result<Vec<AttachedEstimate>, StoreError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    sql::list_estimates_not_by(db, rulebook, &after).await
}

/// Says what a newer text of the rules makes of an attached figure; `differs` is a sentence with both.
pub async fn note_difference(
    store: &Store,
    by: By,
    attached: &AttachedEstimate,
    newer: &EstimateSeen,
    differs: &str,
) -> Result<(), StoreError> {
    let change = store.change(by).await?;
    sql::set_estimate_differs(&change, attached.id, newer, differs).await?;
    let after = json!({ "estimate": newer.estimate, "differs": differs });
    change.record(Entry::new("production", attached.production_id, "estimate differs").after(after)).await;
    change.commit().await
}
