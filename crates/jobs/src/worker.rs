use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;
use store::{Store, StoreError};
use tokio::sync::watch;
use tracing::{error, warn};

use crate::registry::Handler;
use crate::sql::Leased;
use crate::{Every, Patience, Registry, Setback, Turn, sql};

/// Does jobs.
#[derive(Clone)]
pub struct Worker {
    store: Store,
    registry: Registry,
}

/// What came of what was due.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ran {
    pub done: usize,
    pub retried: usize,
    pub given_up: usize,
}

/// Looked at together; whoever is first takes one.
const CANDIDATES: i64 = 20;

/// A lease outlasts the attempt, so that nobody begins a second while the first may still be running.
const LEASE_MARGIN: SignedDuration = SignedDuration::from_secs(30);

/// Done jobs are kept so long, for who asks what happened.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 14);

/// So long a worker without work waits before it looks again.
const IDLE: Duration = Duration::from_secs(1);

/// So often it looks what comes by the clock; the clock counts in minutes.
const LOOK: SignedDuration = SignedDuration::from_secs(20);

/// So long it waits when the database does not answer.
const TROUBLE: Duration = Duration::from_secs(5);

/// A round has an end even if jobs beget jobs.
const ROUND: usize = 10_000;

impl Worker {
    pub fn new(store: Store, registry: Registry) -> Self {
        let own = store.clone();
        let forget = move |turn: Turn| {
            let store = own.clone();
            async move {
                let change = store.upkeep(turn.now).await?;
                sql::delete_done(&change, turn.now.checked_sub(KEPT).unwrap_or(turn.now)).await?;
                change.commit().await?;
                Ok(())
            }
        };
        let registry = registry.add("jobs.forget", forget).every("jobs.forget", Every::Minutes(24 * 60));
        for (kind, _) in &registry.schedule {
            assert!(registry.handlers.contains_key(kind), "`{kind}` has a schedule and no handler");
        }
        Self { store, registry }
    }

    /// Does everything that is due at this moment, one after the other, and comes back.
    pub async fn run_due(&self, now: Timestamp) -> Result<Ran, StoreError> {
        self.round(now, 1).await
    }

    /// As [`Worker::run_due`], but does each job twice, as happens when a worker dies before it says that it is done.
    pub async fn run_due_twice(&self, now: Timestamp) -> Result<Ran, StoreError> {
        self.round(now, 2).await
    }

    /// Works in so many lanes until `stop` turns true; what has been begun is finished.
    pub async fn run_until_stopped<C>(&self, lanes: usize, clock: C, stop: watch::Receiver<bool>)
    where
        C: Fn() -> Timestamp + Clone + Send + 'static,
    {
        let running: Vec<_> =
            (0..lanes.max(1)).map(|_| tokio::spawn(self.clone().lane(clock.clone(), stop.clone()))).collect();
        for lane in running {
            if let Err(broken) = lane.await {
                error!(%broken, "a lane of the worker ended");
            }
        }
    }

    async fn lane(self, clock: impl Fn() -> Timestamp, mut stop: watch::Receiver<bool>) {
        let mut next_look = Timestamp::MIN;
        while !*stop.borrow() {
            let now = clock();
            let worked = async {
                if now >= next_look {
                    self.add_scheduled(now).await?;
                    next_look = now.checked_add(LOOK).unwrap_or(now);
                }
                self.take_one(now, 1).await
            };
            let pause = match worked.await {
                Ok(Some(_)) => continue,
                Ok(None) => IDLE,
                Err(fault) => {
                    error!(error = &fault as &dyn std::error::Error, "the worker cannot reach its jobs");
                    TROUBLE
                }
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                changed = stop.changed() => if changed.is_err() { return },
            }
        }
    }

    async fn round(&self, now: Timestamp, times: usize) -> Result<Ran, StoreError> {
        self.add_scheduled(now).await?;
        let mut ran = Ran::default();
        for _ in 0..ROUND {
            match self.take_one(now, times).await? {
                Some(End::Done) => ran.done += 1,
                Some(End::Again) => ran.retried += 1,
                Some(End::GivenUp) => ran.given_up += 1,
                None => break,
            }
        }
        Ok(ran)
    }

    /// Whoever moves the mark of a kind forward adds its job; the others see that it has been moved.
    async fn add_scheduled(&self, now: Timestamp) -> Result<(), StoreError> {
        for (kind, every) in &self.registry.schedule {
            let due = every.last(now);
            if sql::find_ran_for(&self.store, kind).await?.is_some_and(|ran_for| ran_for >= due) {
                continue;
            }
            let change = self.store.upkeep(now).await?;
            if sql::set_ran_for(&change, kind, due).await? == 1 {
                let key = Some("by the clock".to_owned());
                crate::enqueue(&change, crate::Job { kind, args: Json::Null, run_at: now, key }).await?;
            }
            change.commit().await?;
        }
        Ok(())
    }

    /// Takes the lease of a job that is due and does it; nothing if none is.
    async fn take_one(&self, now: Timestamp, times: usize) -> Result<Option<End>, StoreError> {
        for (id, kind) in sql::list_due(&self.store, now, CANDIDATES).await? {
            let handler = self.registry.handlers.get(kind.as_str());
            let patience = handler.map_or_else(Patience::default, |handler| handler.patience);
            let time = SignedDuration::try_from(patience.time).unwrap_or(SignedDuration::from_hours(1));
            let until = now.checked_add(time.saturating_add(LEASE_MARGIN)).unwrap_or(now);
            let change = self.store.upkeep(now).await?;
            let leased = sql::set_leased(&change, id, now, until).await?;
            change.commit().await?;
            if let Some(leased) = leased {
                let outcome = attempt(handler, &leased, patience, now, times).await;
                return self.end(&leased, patience, now, outcome).await.map(Some);
            }
        }
        Ok(None)
    }

    async fn end(
        &self,
        leased: &Leased,
        patience: Patience,
        now: Timestamp,
        outcome: Result<(), Setback>,
    ) -> Result<End, StoreError> {
        let change = self.store.upkeep(now).await?;
        let (id, kind) = (leased.id, leased.kind.as_str());
        let end = match outcome {
            Ok(()) => {
                sql::set_done(&change, leased, now).await?;
                End::Done
            }
            Err(Setback::Retry(failure)) if leased.attempt < patience.attempts => {
                let next = patience.next(leased.attempt, now);
                warn!(job.id = %id, job.kind = kind, "job {kind} failed and is tried again at {next}: {failure:#}");
                sql::set_waiting_again(&change, leased, next, &format!("{failure:#}")).await?;
                End::Again
            }
            Err(Setback::Retry(failure) | Setback::GiveUp(failure)) => {
                error!(job.id = %id, job.kind = kind, "job {kind} is given up: {failure:#}");
                sql::set_given_up(&change, leased, now, &format!("{failure:#}")).await?;
                End::GivenUp
            }
        };
        change.commit().await?;
        Ok(end)
    }
}

enum End {
    Done,
    Again,
    GivenUp,
}

/// A handler that panics or does not come back has failed; the worker has not.
async fn attempt(
    handler: Option<&Handler>,
    leased: &Leased,
    patience: Patience,
    now: Timestamp,
    times: usize,
) -> Result<(), Setback> {
    let handler = handler.ok_or_else(|| anyhow::anyhow!("nobody here does jobs of kind `{}`", leased.kind))?;
    if leased.attempt > patience.attempts {
        return Err(Setback::GiveUp(anyhow::anyhow!("each worker that began it ended before it did")));
    }
    let args = serde_json::from_str(&leased.args).map_err(Setback::give_up)?;
    let is_last = leased.attempt == patience.attempts;
    let turn = Turn { id: leased.id, args, attempt: leased.attempt, is_last, now };
    for _ in 0..times {
        let mut running = tokio::spawn((handler.run)(turn.clone()));
        match tokio::time::timeout(patience.time, &mut running).await {
            Ok(Ok(outcome)) => outcome?,
            Ok(Err(broken)) => return Err(Setback::Retry(anyhow::anyhow!("it broke: {broken}"))),
            Err(_) => {
                running.abort();
                return Err(Setback::Retry(anyhow::anyhow!("it took longer than {:?}", patience.time)));
            }
        }
    }
    Ok(())
}
