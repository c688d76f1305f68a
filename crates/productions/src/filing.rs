//! For whoever brings productions in without a form: an import, a fair, a sample.

use kernel::Id;
use store::{Change, Entry, StoreError};

use crate::file::{self, NotMoved};
use crate::inquiry::Inquiry;
use crate::{Desk, Mover, Moving, Reference, StageRefusal, sql};

/// An inquiry that has become a production with its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    pub production: Id,
    pub reference: Reference,
    pub case: Id,
}

/// Opens the file, the case and the contact, as the form does.
pub async fn file_inquiry(desk: &Desk, change: &Change, inquiry: &Inquiry) -> Result<Filed, anyhow::Error> {
    let opened = file::open(desk, change, inquiry).await.map_err(anyhow::Error::from)?;
    let file::Opened { production, case } = opened;
    Ok(Filed { production: production.id, reference: production.reference, case: case.id })
}

/// Takes a step with a production in the name of the staff; a step that the stages do not know is refused.
pub async fn step_by_staff(
    change: &Change,
    production: Id,
    moving: &Moving<'_>,
) -> Result<Result<(), StageRefusal>, StoreError> {
    let Some(known) = sql::find_production(change, production).await? else {
        return Ok(Err(StageRefusal::NoSuchStep));
    };
    match file::move_on(change, &known, moving, Mover::Staff).await {
        Ok(_) => Ok(Ok(())),
        Err(NotMoved::Refused(refusal)) => Ok(Err(refusal)),
        // Changes take turns: within one nobody else writes.
        Err(NotMoved::Overtaken) => Ok(Err(StageRefusal::NoSuchStep)),
        Err(NotMoved::Broken(error)) => Err(error),
    }
}

/// Says who answers new inquiries.
pub async fn set_officer_on_duty(change: &Change, account: Id) -> Result<(), StoreError> {
    sql::set_duty(change, account).await?;
    change.record(Entry::new("duty", "today", "set").after(account.to_string())).await;
    Ok(())
}
