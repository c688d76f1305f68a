//! At size: lists and timelines stay quick. Slow, so only with TEREZE_SLOW.

use std::time::{Duration, Instant};

use store::values;
use testkit::Browser;

use crate::world::{MORNING, World, by, migrations, moment, path};

const CASES: i64 = 100_000;

#[tokio::test]
async fn a_hundred_thousand_cases_and_a_long_timeline_answer_at_once() {
    #[expect(clippy::disallowed_methods, reason = "slow tests run only where they are asked for")]
    if std::env::var("TEREZE_SLOW").is_err() {
        return;
    }
    let world = World::new(testkit::fresh_store(&migrations()).await).await;
    let case = world.open("permit", "Charyn, the long one").await;
    fill(&world, &case).await;
    let mut aigul = world.aigul().await;
    for address in [
        "/en/office",
        "/en/office/inbox",
        "/en/office/cases",
        "/en/office/cases?sort=title",
        "/en/office/cases?sort=changed&open=all",
        "/en/office/cases?due=overdue",
        "/en/office/cases?q=nowhere",
        "/en/office/search?q=charyn",
        "/en/office/deadlines",
        "/en/office/calendar?month=2026-07",
        &path(&case),
        &format!("{}?before=500", path(&case)),
        &format!("{}?show=note", path(&case)),
    ] {
        let took = time(&mut aigul, address).await;
        assert!(took < Duration::from_millis(1_500), "{address} took {took:?}");
    }
}

async fn time(browser: &mut Browser, address: &str) -> Duration {
    // The first reads the file into memory.
    browser.get(address).await;
    #[expect(clippy::disallowed_methods, reason = "this test measures")]
    let begun = Instant::now();
    let answer = browser.get(address).await;
    let took = begun.elapsed();
    assert!(answer.status.is_success(), "{address}");
    println!("{address}: {took:?}");
    took
}

async fn fill(world: &World, case: &casework::Case) {
    let change = world.store.change(by("test.fill", MORNING)).await.unwrap();
    let numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < $1) \
        insert into case_record (id, reference, kind, title, title_key, state, turn, is_closed, owner, subject, \
        applicant, contact_name, contact_email, language, summary, due_on, opened_at, changed_at, closed_at, search) \
        select '01J' || substr('00000000000000000000000' || i, -23), 'KZ-2020-' || i, 'inquiry', 'Film ' || i, \
        substr('0000000' || i, -7), 'working', 'office', i % 4 = 0, '01J9ZK3V5T000000000000000' || (1 + i % 3), '', '', \
        '', '', 'en', '', case when i % 4 = 0 then '9999-12-31' else date('2026-06-01', '+' || (i % 400) || ' days') end, \
        '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '', 'kz-2020-' || i || ' film ' || i from n";
    change.run(numbers, values![CASES]).await.unwrap();
    let clocks = "insert into case_clock (id, case_id, basis, source, started_on, working_days, state, due_on, since, \
        left_days, reason, escalated) select id, id, 'promise', '', '2026-01-01', 5, 'running', due_on, '', 0, '', 0 \
        from case_record where is_closed = 0 and reference like 'KZ-2020-%'";
    change.run(clocks, values![]).await.unwrap();
    let entries = "with recursive n (i) as (select 10 union all select i + 1 from n where i < 1009) \
        insert into case_entry (case_id, position, kind, moment, actor, deed, field, before, after, reason, refers, \
        operation) select $1, i, case when i % 2 = 0 then 'task' else 'edit' end, $2, 'program:test', 'added', 'title', \
        'a', 'b', '', '', '' from n";
    change.run(entries, values![case.id, moment(MORNING)]).await.unwrap();
    change.record(store::Entry::new("test", "fill", "filled")).await;
    change.commit().await.unwrap();
}
