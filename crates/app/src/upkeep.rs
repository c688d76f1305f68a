//! What the installation does by itself: sweeps of the platform's tables and files.

use jiff::SignedDuration;
use jobs::{Every, Registry};
use store::Store;
use web::Session;

use crate::{App, sql};

/// A form that was sent longer ago than this is not sent again by accident.
const FORMS_KEPT: SignedDuration = SignedDuration::from_hours(24 * 14);

pub(crate) fn jobs(app: &App) -> Registry {
    let store = app.store.clone();
    let forget = move |turn: jobs::Turn| forget(store.clone(), turn);
    let (store, keep) = (app.store.clone(), app.keep.clone());
    let sweep = move |turn: jobs::Turn| sweep(store.clone(), keep.clone(), turn);
    let (store, keep) = (app.store.clone(), app.keep.clone());
    let scan = move |turn: jobs::Turn| scan(store.clone(), keep.clone(), turn);
    Registry::new()
        .add("app.forget", forget)
        .every("app.forget", Every::Minutes(60))
        .add("files.sweep", sweep)
        .every("files.sweep", Every::Minutes(60))
        .add("files.scan", scan)
        .every("files.scan", Every::Minutes(1))
}

/// Sessions that have ended, and keys of forms that were sent long ago.
async fn forget(store: Store, turn: jobs::Turn) -> Result<(), jobs::Setback> {
    let change = store.upkeep(turn.now).await?;
    Session::sweep(&change).await?;
    sql::delete_forms_sent_before(&change, turn.now.checked_sub(FORMS_KEPT)?).await?;
    Ok(change.commit().await?)
}

async fn sweep(store: Store, keep: files::Keep, turn: jobs::Turn) -> Result<(), jobs::Setback> {
    let swept = files::sweep(&store, &keep, turn.now).await?;
    for hash in &swept.missing {
        tracing::error!(file = %hash, "the bytes of file {hash} are gone; a backup may have them");
    }
    Ok(())
}

async fn scan(store: Store, keep: files::Keep, turn: jobs::Turn) -> Result<(), jobs::Setback> {
    files::scan_waiting(&store, &keep, turn.now).await?;
    Ok(())
}
