//! Figures that were worked out for a production. The slice beside this one works them out; `app` gives it to this one
//! as [`Estimates`]. When the rules have a new text, each attached question is put to it, and the file says what differs.

use jiff::Timestamp;
use kernel::{Actor, Id};
use serde_json::json;
use store::{By, Entry, Query, Store, StoreError};

use crate::MoneyRange;
use crate::record::AttachedEstimate;
use crate::role::{Act, may};
use crate::sql;

/// An estimate as the slice beside this one knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstimateSeen {
    /// Its address in the archive.
    pub estimate: String,
    /// What it came to; nothing if there is no figure.
    pub figure: Option<MoneyRange>,
    /// The hash of the text of the rulebook that made it.
    pub rulebook: String,
}

/// Who works figures out: the slice beside this one, tied in by `app`.
pub trait Estimates: Send + Sync {
    /// Nothing if there is no such estimate.
    fn find(&self, estimate: &str) -> Option<EstimateSeen>;

    /// The hash of the text of the rules that is in force now.
    fn rulebook(&self) -> String;

    /// The same question put to the text in force now; nothing if that text does not answer it.
    fn again(&self, estimate: &str) -> Option<EstimateSeen>;
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
        figure: seen.figure,
        rulebook: seen.rulebook.clone(),
        attached_at: change.moment(),
        newer: String::new(),
        newer_figure: None,
    };
    if !sql::insert_estimate(&change, &attached, &actor).await? {
        return Ok(false);
    }
    let after = json!({ "estimate": seen.estimate });
    change.record(Entry::new("production", production, "estimate attached").after(after)).await;
    change.commit().await?;
    Ok(true)
}

/// Attached figures that were not worked out, and not looked at again, by that text of the rules: a hundred of them
/// after an id.
async fn estimates_to_look_at(
    db: &impl Query,
    rulebook: &str,
    after: Option<Id>,
) -> Result<Vec<AttachedEstimate>, StoreError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    sql::list_estimates_not_by(db, rulebook, &after).await
}

/// Puts every attached question to the rules in force, once for each text. Answers how many now come to another figure.
pub async fn look_again(store: &Store, rules: &dyn Estimates, now: Timestamp) -> Result<usize, StoreError> {
    let rulebook = rules.rulebook();
    let mut differing = 0;
    let mut after = None;
    loop {
        let old = estimates_to_look_at(store, &rulebook, after).await?;
        let Some(last) = old.last() else { return Ok(differing) };
        after = Some(last.id);
        for attached in &old {
            let Some(newer) = rules.again(&attached.estimate) else { continue };
            let by = By { actor: Actor::program("productions"), moment: now, reason: "estimate.again".to_owned() };
            note_difference(store, by, attached, &newer).await?;
            differing += usize::from(newer.figure != attached.figure);
        }
    }
}

/// Says what a newer text of the rules makes of an attached figure.
async fn note_difference(
    store: &Store,
    by: By,
    attached: &AttachedEstimate,
    newer: &EstimateSeen,
) -> Result<(), StoreError> {
    let change = store.change(by).await?;
    sql::set_estimate_differs(&change, attached.id, newer).await?;
    let after = json!({ "estimate": newer.estimate });
    change.record(Entry::new("production", attached.production_id, "estimate differs").after(after)).await;
    change.commit().await
}
