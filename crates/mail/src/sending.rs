use std::time::Duration;

use anyhow::anyhow;
use jiff::SignedDuration;
use jobs::{Every, Patience, Registry, Setback, Turn};
use kernel::{Actor, Id};
use store::{By, Entry, Store};
use tracing::error;

use crate::compose::compose;
use crate::outbox::{Mark, SEND};
use crate::transport::NotSent;
use crate::{Desk, Posted, Transport, sql};

/// About a day: mail servers come back.
const PATIENCE: Patience =
    Patience { attempts: 12, time: Duration::from_secs(180), first_pause: Duration::from_secs(60) };

/// A mail that comes again after so long is a new one.
const KNOWN: SignedDuration = SignedDuration::from_hours(24 * 90);

const FORGET: &str = "mail.forget";

/// Who does the jobs of this crate. A letter that cannot be sent is seen in the outbox, not among the jobs given up.
pub fn jobs(store: &Store, desk: &Desk, transport: &Transport) -> Registry {
    let own = store.clone();
    let forget = move |turn: Turn| {
        let store = own.clone();
        async move { forget(&store, &turn).await }
    };
    let (store, desk, transport) = (store.clone(), desk.clone(), transport.clone());
    let send = move |turn: Turn| {
        let (store, desk, transport) = (store.clone(), desk.clone(), transport.clone());
        async move { send(&store, &desk, &transport, &turn).await }
    };
    Registry::new().add_with(SEND, PATIENCE, send).add(FORGET, forget).every(FORGET, Every::Minutes(24 * 60))
}

async fn forget(store: &Store, turn: &Turn) -> Result<(), Setback> {
    let change = store.upkeep(turn.now).await?;
    sql::delete_received(&change, turn.now.checked_sub(KNOWN).unwrap_or(turn.now)).await?;
    change.commit().await?;
    Ok(())
}

async fn send(store: &Store, desk: &Desk, transport: &Transport, turn: &Turn) -> Result<(), Setback> {
    let id = turn.args.get("letter").and_then(|id| id.as_str()).and_then(|id| id.parse::<Id>().ok());
    let id = id.ok_or_else(|| Setback::give_up(anyhow!("the job names no letter")))?;
    let letter = sql::find_letter(store, id).await?;
    let letter = letter.ok_or_else(|| Setback::give_up(anyhow!("letter {id} does not exist")))?;
    match letter.mark {
        Mark::Waiting { .. } => {}
        Mark::Sent { .. } | Mark::Failed { .. } | Mark::TakenBack { .. } => return Ok(()),
    }
    match give(store, desk, transport, &letter).await {
        Ok(()) => end(store, turn, &letter, transport, None).await,
        Err(NotSent::NotNow(reason)) if !turn.is_last => {
            let change = store.upkeep(turn.now).await?;
            sql::set_trouble(&change, id, &reason).await?;
            change.commit().await?;
            Err(Setback::Retry(anyhow!("letter {id}: {reason}")))
        }
        Err(NotSent::NotNow(reason) | NotSent::Refused(reason)) => {
            error!(letter.id = %id, "letter {id} is not sent: {reason}");
            end(store, turn, &letter, transport, Some(&reason)).await
        }
    }
}

async fn give(store: &Store, desk: &Desk, transport: &Transport, letter: &Posted) -> Result<(), NotSent> {
    match transport {
        Transport::Demo => Ok(()),
        Transport::Smtp(server) => {
            let attachments = sql::list_attachments(store, letter.id).await;
            let attachments = attachments.map_err(|error| NotSent::NotNow(error.to_string()))?;
            let mail = compose(desk, letter, attachments).map_err(|error| NotSent::Refused(format!("{error:#}")))?;
            server.send(mail).await
        }
    }
}

async fn end(
    store: &Store,
    turn: &Turn,
    letter: &Posted,
    transport: &Transport,
    failure: Option<&str>,
) -> Result<(), Setback> {
    let by = By { actor: Actor::program("mail"), moment: turn.now, reason: SEND.to_owned() };
    let change = store.change(by).await?;
    let deed = match failure {
        None => {
            // In the demo the outbox is where the letter is read.
            sql::set_sent(&change, letter.id, turn.now, *transport != Transport::Demo).await?;
            "sent"
        }
        Some(reason) => {
            sql::set_failed(&change, letter.id, turn.now, reason).await?;
            "failed"
        }
    };
    change.record(Entry::new("letter", letter.id, deed)).await;
    change.commit().await?;
    Ok(())
}
