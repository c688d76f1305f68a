//! For the slices above: what happens to a thing of theirs may move its case. As an officer's own acts, these can be
//! undone.

use kernel::Id;
use store::{Change, StoreError};

use crate::act::Act;
use crate::{Desk, operation};

/// Brings a case to another state; `false` if it cannot go there or is there already.
pub async fn move_case(desk: &Desk, change: &Change, case: Id, state: &str, reason: &str) -> Result<bool, StoreError> {
    act(desk, change, case, &Act::SetState(state.to_owned()), reason).await
}

/// Gives a case to somebody on the staff; `false` if it is theirs already.
pub async fn assign_case(desk: &Desk, change: &Change, case: Id, owner: Id, reason: &str) -> Result<bool, StoreError> {
    act(desk, change, case, &Act::Assign(Some(owner)), reason).await
}

async fn act(desk: &Desk, change: &Change, case: Id, act: &Act, reason: &str) -> Result<bool, StoreError> {
    Ok(operation::perform(desk, change, &[case], act, reason).await?.changed() > 0)
}
