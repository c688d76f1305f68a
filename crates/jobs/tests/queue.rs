//! What becomes of a job, on each database.
#![cfg(test)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use jobs::{Every, Job, Patience, Ran, Registry, Setback, Turn, Worker};
use kernel::Actor;
use serde_json::json;
use store::{By, Entry, Query, Store, values};
use testkit::on_each_database;

fn now() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

fn job(kind: &'static str, key: Option<&str>) -> Job {
    Job { kind, args: json!({ "to": "Айгүл" }), run_at: now(), key: key.map(str::to_owned) }
}

/// Enqueues in a change of its own; whether it was added.
async fn enqueue(store: &Store, job: Job) -> bool {
    let by = By { actor: Actor::Stranger, moment: now(), reason: "test".to_owned() };
    let change = store.change(by).await.unwrap();
    change.record(Entry::new("test", "1", "done")).await;
    let added = jobs::enqueue(&change, job).await.unwrap();
    change.commit().await.unwrap();
    added
}

/// Does `test.count` by counting, and whatever else a test adds.
fn counting(count: &Arc<AtomicUsize>) -> Registry {
    let count = Arc::clone(count);
    Registry::new().add("test.count", move |_| {
        let count = Arc::clone(&count);
        async move {
            count.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }
    })
}

/// A worker whose own housekeeping of the first hour is done, so that tests count only their jobs.
async fn worker(store: &Store, registry: Registry) -> Worker {
    let worker = Worker::new(store.clone(), registry);
    worker.run_due(later(-1)).await.unwrap();
    worker
}

fn ran(done: usize, retried: usize, given_up: usize) -> Ran {
    Ran { done, retried, given_up }
}

#[tokio::test]
async fn a_job_is_done_once_and_not_before_its_time() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let worker = worker(&store, counting(&count)).await;
        enqueue(&store, Job { run_at: later(60), ..job("test.count", None) }).await;
        assert_eq!(worker.run_due(later(59)).await.unwrap(), ran(0, 0, 0));
        assert_eq!(worker.run_due(later(60)).await.unwrap(), ran(1, 0, 0));
        assert_eq!(worker.run_due(later(600)).await.unwrap(), ran(0, 0, 0));
        assert_eq!((count.load(Ordering::SeqCst), jobs::count_waiting(&store).await.unwrap()), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_job_of_a_change_that_failed_is_not_done() {
    on_each_database(&jobs::migrations(), async |store| {
        let by = By { actor: Actor::Stranger, moment: now(), reason: "test".to_owned() };
        let change = store.change(by).await.unwrap();
        jobs::enqueue(&change, job("test.count", None)).await.unwrap();
        drop(change);
        assert_eq!(jobs::count_waiting(&store).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_key_waits_once_and_comes_again_when_it_is_done() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let worker = worker(&store, counting(&count)).await;
        assert!(enqueue(&store, job("test.count", Some("a"))).await);
        assert!(!enqueue(&store, job("test.count", Some("a"))).await);
        assert!(enqueue(&store, job("test.count", Some("b"))).await);
        assert!(enqueue(&store, job("test.count", None)).await);
        assert!(enqueue(&store, job("test.count", None)).await);
        assert_eq!(worker.run_due(now()).await.unwrap(), ran(4, 0, 0));
        assert!(enqueue(&store, job("test.count", Some("a"))).await);
    })
    .await;
}

#[tokio::test]
async fn what_fails_is_tried_later_and_then_given_up_where_the_office_sees_it() {
    on_each_database(&jobs::migrations(), async |store| {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let patience = Patience { attempts: 3, ..Patience::default() };
        let turns = Arc::clone(&seen);
        let registry = Registry::new().add_with("test.fail", patience, move |turn: Turn| {
            turns.lock().unwrap().push((turn.attempt, turn.is_last));
            async { Err(Setback::from(anyhow::anyhow!("the line is down"))) }
        });
        let worker = worker(&store, registry).await;
        enqueue(&store, job("test.fail", Some("a"))).await;
        assert_eq!(worker.run_due(now()).await.unwrap(), ran(0, 1, 0));
        assert_eq!(worker.run_due(later(29)).await.unwrap(), ran(0, 0, 0));
        assert_eq!(worker.run_due(later(30)).await.unwrap(), ran(0, 1, 0));
        assert_eq!(worker.run_due(later(90)).await.unwrap(), ran(0, 0, 1));
        assert_eq!(*seen.lock().unwrap(), [(1, false), (2, false), (3, true)]);

        let given_up = jobs::list_given_up(&store, 10).await.unwrap();
        assert_eq!(given_up.len(), 1);
        assert_eq!((given_up[0].failure.as_str(), given_up[0].attempts), ("the line is down", 3));
        assert_eq!(given_up[0].args, json!({ "to": "Айгүл" }));
        let change =
            store.change(By { actor: Actor::Stranger, moment: later(100), reason: "test".into() }).await.unwrap();
        assert!(jobs::try_again(&change, given_up[0].id).await.unwrap());
        change.commit().await.unwrap();
        assert_eq!(jobs::count_given_up(&store).await.unwrap(), 0);
        assert_eq!(worker.run_due(later(100)).await.unwrap(), ran(0, 1, 0));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_get_better_is_given_up_at_once() {
    on_each_database(&jobs::migrations(), async |store| {
        let registry = Registry::new()
            .add("test.never", |_| async { Err(Setback::give_up(anyhow::anyhow!("no such case"))) })
            .add("test.read", |turn: Turn| async move { turn.read::<Vec<u32>>().map(drop) });
        let worker = worker(&store, registry).await;
        enqueue(&store, job("test.never", None)).await;
        enqueue(&store, job("test.read", None)).await;
        assert_eq!(worker.run_due(now()).await.unwrap(), ran(0, 0, 2));
        let id = jobs::list_given_up(&store, 10).await.unwrap()[0].id;
        let change = store.change(By { actor: Actor::Stranger, moment: now(), reason: "test".into() }).await.unwrap();
        assert!(jobs::dismiss(&change, id).await.unwrap());
        assert!(!jobs::dismiss(&change, id).await.unwrap());
        change.commit().await.unwrap();
        assert_eq!(jobs::count_given_up(&store).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_handler_that_panics_or_hangs_fails_and_the_worker_lives() {
    on_each_database(&jobs::migrations(), async |store| {
        let short = Patience { time: Duration::from_millis(50), ..Patience::default() };
        let registry = Registry::new()
            .add("test.panic", |turn: Turn| async move {
                assert!(turn.attempt > 1, "broken");
                Ok(())
            })
            .add_with("test.hang", short, |_| async { std::future::pending().await });
        let worker = worker(&store, registry).await;
        enqueue(&store, job("test.panic", None)).await;
        enqueue(&store, job("test.hang", None)).await;
        enqueue(&store, job("test.unknown", None)).await;
        assert_eq!(worker.run_due(now()).await.unwrap(), ran(0, 3, 0));
    })
    .await;
}

#[tokio::test]
async fn a_retry_gives_way_to_a_newer_job_of_its_key() {
    on_each_database(&jobs::migrations(), async |store| {
        let own = store.clone();
        let registry = Registry::new().add("test.again", move |turn: Turn| {
            let store = own.clone();
            async move {
                if turn.attempt == 1 && turn.now == now() {
                    enqueue(&store, Job { run_at: later(10), ..job("test.again", Some("a")) }).await;
                    return Err(Setback::from(anyhow::anyhow!("not yet")));
                }
                Ok(())
            }
        });
        let worker = worker(&store, registry).await;
        enqueue(&store, job("test.again", Some("a"))).await;
        assert_eq!(worker.run_due(now()).await.unwrap(), ran(0, 1, 0));
        assert_eq!(worker.run_due(later(60)).await.unwrap(), ran(2, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_job_whose_worker_died_is_done_by_another() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let worker = worker(&store, counting(&count)).await;
        enqueue(&store, job("test.count", None)).await;
        // As a worker leaves it that took the lease and was switched off.
        let change = store.upkeep(now()).await.unwrap();
        let sql = "update job set state = 'running', attempts = 1, leased_until = $1 where kind = 'test.count'";
        change.run(sql, values![later(330)]).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(worker.run_due(later(330)).await.unwrap(), ran(0, 0, 0));
        assert_eq!(worker.run_due(later(331)).await.unwrap(), ran(1, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn several_workers_do_each_job_once() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let worker = worker(&store, counting(&count)).await;
        for _ in 0..20 {
            enqueue(&store, job("test.count", None)).await;
        }
        let (one, two, three) = tokio::join!(worker.run_due(now()), worker.run_due(now()), worker.run_due(now()));
        assert_eq!(one.unwrap().done + two.unwrap().done + three.unwrap().done, 20);
        assert_eq!(count.load(Ordering::SeqCst), 20);
    })
    .await;
}

#[tokio::test]
async fn what_comes_by_the_clock_comes_once_for_all_workers() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let registry = counting(&count).every("test.count", Every::Minutes(15));
        let worker = worker(&store, registry.clone()).await;
        let other = Worker::new(store.clone(), registry);
        let counted = || count.load(Ordering::SeqCst);
        assert_eq!(counted(), 1);
        worker.run_due(now()).await.unwrap();
        other.run_due(now()).await.unwrap();
        assert_eq!(counted(), 2);
        other.run_due(later(899)).await.unwrap();
        assert_eq!(counted(), 2);
        worker.run_due(later(900)).await.unwrap();
        assert_eq!(counted(), 3);
        // Nobody worked for a day: it comes once.
        worker.run_due(later(86_400)).await.unwrap();
        assert_eq!(counted(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_job_can_be_made_to_run_twice() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let worker = worker(&store, counting(&count)).await;
        enqueue(&store, job("test.count", None)).await;
        assert_eq!(worker.run_due_twice(now()).await.unwrap(), ran(1, 0, 0));
        assert_eq!(count.load(Ordering::SeqCst), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_done_is_forgotten_after_two_weeks() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let worker = worker(&store, counting(&count)).await;
        enqueue(&store, job("test.count", None)).await;
        worker.run_due(now()).await.unwrap();
        let kept =
            async || store.number("select count(*) as number from job where kind = 'test.count'", values![]).await;
        worker.run_due(later(13 * 86_400)).await.unwrap();
        assert_eq!(kept().await.unwrap(), 1);
        worker.run_due(later(16 * 86_400)).await.unwrap();
        assert_eq!(kept().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_is_stopped_finishes_what_it_has_begun() {
    on_each_database(&jobs::migrations(), async |store| {
        let count = Arc::new(AtomicUsize::new(0));
        let (began, has_begun) = tokio::sync::oneshot::channel();
        let began = Arc::new(Mutex::new(Some(began)));
        let finished = Arc::clone(&count);
        let registry = Registry::new().add("test.slow", move |_| {
            let (began, finished) = (Arc::clone(&began), Arc::clone(&finished));
            async move {
                began.lock().unwrap().take().map(|began| began.send(()));
                tokio::time::sleep(Duration::from_millis(200)).await;
                finished.fetch_add(1, Ordering::SeqCst);
                Ok(())
            }
        });
        let worker = worker(&store, registry).await;
        enqueue(&store, job("test.slow", None)).await;
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let running = tokio::spawn(async move { worker.run_until_stopped(2, now, stopped).await });
        has_begun.await.unwrap();
        stop.send(true).unwrap();
        tokio::time::timeout(Duration::from_secs(10), running).await.unwrap().unwrap();
        assert_eq!(count.load(Ordering::SeqCst), 1);
        assert_eq!(jobs::count_waiting(&store).await.unwrap(), 0);
    })
    .await;
}
