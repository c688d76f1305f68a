//! Out through a real mail server into a Maildir, and back in from it. Without `TEREZE_TEST_SMTP` only the part that
//! needs no server is tried; the script `test` starts one.
#![cfg(test)]

mod made;

use std::cell::RefCell;
use std::path::Path;

use made::{all_migrations, desk, later, letter, post, worker};
use mail::{Admission, Attachment, Letter, Purpose, Received, SecondLanguage, SmtpServer, SmtpTls, State, Transport};
use store::Store;
use testkit::{on_each_database, scratch_folder, test_mail_server};

/// Every new mail of a Maildir.
async fn read_all(maildir: &Path) -> Vec<Received> {
    let read = RefCell::new(Vec::new());
    let take = |received| {
        read.borrow_mut().push(received);
        std::future::ready(Ok(()))
    };
    mail::poll(maildir, &desk(), take).await.unwrap();
    read.into_inner()
}

async fn admit(store: &Store, received: &Received, seconds: i64) -> Admission {
    let change = store.upkeep(later(seconds)).await.unwrap();
    let admission = mail::admit(&change, received).await.unwrap();
    change.commit().await.unwrap();
    admission
}

#[tokio::test]
async fn a_letter_goes_through_a_mail_server_and_its_reply_finds_the_matter() {
    let Some(server) = test_mail_server() else {
        println!("skipped: TEREZE_TEST_SMTP names no mail server");
        return;
    };
    let smtp = SmtpServer { host: server.host.clone(), port: server.port, tls: SmtpTls::None, login: None };
    let transport = Transport::Smtp(smtp);
    on_each_database(&all_migrations(), async |store| {
        let reference = "KZ-2026-0142".parse().unwrap();
        let text = "Құрметті Мари!\n\nШешім қабылданды.".to_owned();
        let decision = Letter {
            language: "kk".parse().unwrap(),
            text,
            second: Some(SecondLanguage {
                language: "ru".parse().unwrap(), text: "Решение принято.".to_owned()
            }),
            reference: Some(reference),
            purpose: Purpose::Statutory,
            attachments: vec![Attachment::invitation("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")],
            ..letter()
        };
        let id = post(&store, &decision).await;
        let key = post(&store, &Letter { purpose: Purpose::Key, ..letter() }).await;
        worker(&store, &transport).run_due(later(60)).await.unwrap();
        let sent = mail::find(&store, id).await.unwrap().unwrap();
        assert_eq!(sent.state(later(60)), State::Sent { at: later(60) });
        assert_eq!(mail::find(&store, key).await.unwrap().unwrap().text, "");

        // Two mails arrived; both are our own, which a mail that comes back tells by its id.
        let arrived = read_all(&server.maildir).await;
        let arrived: Vec<_> = arrived.iter().filter(|mail| mail.attachments.len() == 1).collect();
        assert_eq!(arrived.len(), 1);
        let read = arrived[0];
        assert_eq!(
            (read.message_id.as_str(), read.is_our_own, read.is_automatic),
            (sent.message_id.as_str(), true, true)
        );
        assert_eq!(read.subject, "Ваш запрос [KZ-2026-0142]");
        assert!(read.text.starts_with("Құрметті Мари!\n\nШешім қабылданды.\n\n----------\n\nРешение принято."));
        assert_eq!(admit(&store, read, 61).await, Admission::Loop);

        // Her mail program answers to the reply address.
        let address = desk().reply_address(&"KZ-2026-0142".parse().unwrap());
        let reply = format!(
            "From: Marie <marie@example.test>\r\nTo: {address}\r\nMessage-ID: <r-{id}@example.test>\r\n\
             In-Reply-To: <{}>\r\nSubject: Re\r\n\r\nMerci\r\n",
            sent.message_id
        );
        std::fs::write(server.maildir.join("new").join(format!("reply-{id}")), reply).unwrap();
        let replies = read_all(&server.maildir).await;
        assert_eq!(replies.len(), 1);
        assert_eq!(replies[0].reference.as_ref().unwrap().as_str(), "KZ-2026-0142");
        assert_eq!(admit(&store, &replies[0], 62).await, Admission::New);
        assert_eq!(admit(&store, &replies[0], 63).await, Admission::SeenBefore);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_refuses_is_believed_at_once() {
    let Some(server) = test_mail_server() else {
        println!("skipped: TEREZE_TEST_SMTP names no mail server");
        return;
    };
    let smtp = SmtpServer { host: server.host.clone(), port: server.port, tls: SmtpTls::None, login: None };
    on_each_database(&all_migrations(), async |store| {
        // More than the server takes.
        let content = vec![b'a'; 40 * 1024 * 1024];
        let huge = Attachment { name: "a.bin".to_owned(), media_type: "application/octet-stream".to_owned(), content };
        let id = post(&store, &Letter { attachments: vec![huge], ..letter() }).await;
        worker(&store, &Transport::Smtp(smtp.clone())).run_due(later(60)).await.unwrap();
        let posted = mail::find(&store, id).await.unwrap().unwrap();
        let State::Failed { reason, .. } = posted.state(later(60)) else { panic!("{posted:?}") };
        assert!(reason.contains("552"), "{reason}");
        assert_eq!(jobs::count_waiting(&store).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_sender_who_writes_faster_than_a_person_is_a_loop() {
    on_each_database(&all_migrations(), async |store| {
        let mail = |number: i64| {
            let bytes = format!("From: robot@example.test\r\nMessage-ID: <{number}@example.test>\r\n\r\nx\r\n");
            mail::receive(&desk(), bytes.as_bytes()).unwrap()
        };
        for number in 0..30 {
            assert_eq!(admit(&store, &mail(number), number).await, Admission::New);
        }
        assert_eq!(admit(&store, &mail(30), 30).await, Admission::Loop);
        assert_eq!(admit(&store, &mail(31), 3_700).await, Admission::New);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_dealt_with_stays_for_the_next_look() {
    let maildir = scratch_folder("maildir");
    std::fs::create_dir_all(maildir.join("new")).unwrap();
    std::fs::write(maildir.join("new").join("1"), "From: a@b.test\r\n\r\nx\r\n").unwrap();
    std::fs::write(maildir.join("new").join("2"), "no mail").unwrap();
    let fail = |_| std::future::ready(Err(anyhow::anyhow!("the disk is full")));
    let polled = mail::poll(&maildir, &desk(), fail).await.unwrap();
    assert_eq!((polled.taken, polled.not_taken, polled.failed), (0, 1, 1));
    assert_eq!(read_all(&maildir).await.len(), 1);
    let mut read: Vec<_> =
        std::fs::read_dir(maildir.join("cur")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    read.sort();
    assert_eq!(read, ["1:2,S", "2:2,FS"]);
    assert!(read_all(&maildir).await.is_empty());
    assert!(mail::poll(&maildir.join("missing"), &desk(), |_| std::future::ready(Ok(()))).await.is_err());
}
