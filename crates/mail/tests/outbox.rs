//! What becomes of a letter between the change that posts it and the mail server, on each database.
#![cfg(test)]

mod made;

use jiff::SignedDuration;
use made::{all_migrations, later, letter, now, post, worker};
use mail::{Letter, Purpose, SmtpServer, SmtpTls, State, Transport};
use store::By;
use testkit::on_each_database;

fn by(seconds: i64) -> By {
    By { actor: kernel::Actor::Stranger, moment: later(seconds), reason: "test".to_owned() }
}

/// Nobody listens there.
fn no_server() -> Transport {
    Transport::Smtp(SmtpServer { host: "127.0.0.1".to_owned(), port: 1, tls: SmtpTls::None, login: None })
}

#[tokio::test]
async fn a_letter_waits_a_minute_and_is_sent() {
    on_each_database(&all_migrations(), async |store| {
        let worker = worker(&store, &Transport::Demo);
        let id = post(&store, &letter()).await;
        let state = async |seconds| mail::find(&store, id).await.unwrap().unwrap().state(later(seconds));
        assert_eq!(state(0).await, State::Held { until: later(60) });
        worker.run_due(later(59)).await.unwrap();
        assert_eq!(state(59).await, State::Held { until: later(60) });
        assert_eq!(state(60).await, State::Queued { trouble: None });
        worker.run_due_twice(later(60)).await.unwrap();
        assert_eq!(state(61).await, State::Sent { at: later(60) });
    })
    .await;
}

#[tokio::test]
async fn a_letter_can_be_taken_back_within_the_minute_and_not_after() {
    on_each_database(&all_migrations(), async |store| {
        let (early, late) = (post(&store, &letter()).await, post(&store, &letter()).await);
        let change = store.change(by(59)).await.unwrap();
        assert!(mail::take_back(&change, early).await.unwrap());
        assert!(!mail::take_back(&change, early).await.unwrap());
        change.commit().await.unwrap();
        worker(&store, &Transport::Demo).run_due(later(60)).await.unwrap();
        let change = store.change(by(60)).await.unwrap();
        assert!(!mail::take_back(&change, late).await.unwrap());
        drop(change);
        let state = async |id| mail::find(&store, id).await.unwrap().unwrap().state(later(60));
        assert_eq!(state(early).await, State::TakenBack { at: later(59) });
        assert_eq!(state(late).await, State::Sent { at: later(60) });
        assert_eq!(jobs::count_waiting(&store).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_key_leaves_at_once_and_is_forgotten_when_it_is_sent() {
    on_each_database(&all_migrations(), async |store| {
        let key = Letter { purpose: Purpose::Key, ..letter() };
        let id = post(&store, &key).await;
        // In the demo the outbox is where it is read.
        worker(&store, &Transport::Demo).run_due(now()).await.unwrap();
        let sent = mail::find(&store, id).await.unwrap().unwrap();
        assert_eq!((sent.state(now()), sent.text.as_str()), (State::Sent { at: now() }, letter().text.as_str()));
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_away_is_tried_for_a_day_and_then_the_letter_has_failed() {
    on_each_database(&all_migrations(), async |store| {
        let away = worker(&store, &no_server());
        let id = post(&store, &letter()).await;
        let mut moment = later(60);
        away.run_due(moment).await.unwrap();
        let posted = mail::find(&store, id).await.unwrap().unwrap();
        let State::Queued { trouble: Some(trouble) } = posted.state(moment) else { panic!("{posted:?}") };
        assert!(trouble.contains("Connection refused"), "{trouble}");
        for _ in 0..11 {
            moment += SignedDuration::from_hours(6);
            away.run_due(moment).await.unwrap();
        }
        let failed = mail::find(&store, id).await.unwrap().unwrap();
        assert!(matches!(failed.state(moment), State::Failed { .. }), "{failed:?}");
        assert_eq!(mail::count_failed(&store).await.unwrap(), 1);
        assert_eq!(mail::list_failed(&store, 10).await.unwrap(), [failed]);
        assert_eq!(jobs::count_given_up(&store).await.unwrap(), 0);

        let change = store.change(By { moment, ..by(0) }).await.unwrap();
        assert!(mail::try_again(&change, id).await.unwrap());
        change.commit().await.unwrap();
        worker(&store, &Transport::Demo).run_due(moment).await.unwrap();
        let sent = mail::find(&store, id).await.unwrap().unwrap();
        assert_eq!(sent.state(moment), State::Sent { at: moment });
    })
    .await;
}

#[tokio::test]
async fn the_outbox_is_listed_latest_first_by_address_and_by_matter() {
    on_each_database(&all_migrations(), async |store| {
        let reference = "KZ-2026-0142".parse().unwrap();
        let first = post(&store, &letter()).await;
        let about = Letter { reference: Some(reference), ..letter() };
        let second = post(&store, &about).await;
        let ids = |letters: Vec<mail::Posted>| letters.iter().map(|letter| letter.id).collect::<Vec<_>>();
        let mut both = vec![first, second];
        both.sort();
        both.reverse();
        assert_eq!(ids(mail::list(&store, None, 10).await.unwrap()), both);
        assert_eq!(ids(mail::list(&store, Some(both[0]), 10).await.unwrap()), both[1..]);
        assert_eq!(ids(mail::list_to(&store, "marie@example.test", 10).await.unwrap()), both);
        let reference = "KZ-2026-0142".parse().unwrap();
        assert_eq!(ids(mail::list_of(&store, &reference, 10).await.unwrap()), [second]);
    })
    .await;
}
