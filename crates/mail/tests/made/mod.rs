//! A desk, a letter, a moment.

use jiff::{SignedDuration, Timestamp};
use jobs::Worker;
use kernel::{Actor, Id};
use mail::{Address, Desk, Letter, Transport};
use store::{By, Migration, Store};

pub(crate) fn all_migrations() -> Vec<Migration> {
    jobs::migrations().into_iter().chain(mail::migrations()).collect()
}

pub(crate) fn desk() -> Desk {
    let address = |name, address| Address::check(name, address).unwrap();
    Desk { from: address("Film office", "office@film.test"), replies: address("", "inbox@film.test"), key: vec![7; 32] }
}

pub(crate) fn now() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

pub(crate) fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

pub(crate) fn letter() -> Letter {
    let to = Address::check("Marie Durand", "marie@example.test").unwrap();
    Letter::new(to, "ru".parse().unwrap(), "Ваш запрос", "Здравствуйте!\n\nМы ответим завтра.")
}

pub(crate) async fn post(store: &Store, letter: &Letter) -> Id {
    let by = By { actor: Actor::Stranger, moment: now(), reason: "test".to_owned() };
    let change = store.change(by).await.unwrap();
    let id = mail::post(&change, &desk(), letter).await.unwrap();
    change.commit().await.unwrap();
    id
}

pub(crate) fn worker(store: &Store, transport: &Transport) -> Worker {
    Worker::new(store.clone(), mail::jobs(store, &desk(), transport))
}
