use super::{compose, paragraphs};
use crate::outbox::Mark;
use crate::{Address, Attachment, Desk, Posted, Purpose, SecondLanguage, receive};
use kernel::Id;

fn desk() -> Desk {
    let address = |name, address| Address::check(name, address).unwrap();
    Desk {
        from: address("Кино комиссиясы", "office@film.test"),
        replies: address("", "inbox@film.test"),
        key: vec![7; 32],
    }
}

fn letter(purpose: Purpose) -> Posted {
    let reference = "KZ-2026-0142".parse().ok();
    let moment = "2026-03-02T09:00:00Z".parse().unwrap();
    Posted {
        id: Id::new(5, 7),
        to: Address::check("Айгүл", "aigul@example.test").unwrap(),
        language: "kk".parse().unwrap(),
        subject: "Шешім".to_owned(),
        text: "Сәлеметсіз бе!\n\nШешім: https://film.test/kk/x.".to_owned(),
        second: Some(SecondLanguage { language: "ru".parse().unwrap(), text: "Здравствуйте!".to_owned() }),
        message_id: desk().message_id(Id::new(5, 7), reference.as_ref()),
        reference,
        purpose,
        in_reply_to: None,
        posted_at: moment,
        send_at: moment,
        mark: Mark::Waiting { trouble: None },
    }
}

fn mail(letter: &Posted, attachments: Vec<Attachment>) -> String {
    String::from_utf8(compose(&desk(), letter, attachments).unwrap().formatted()).unwrap()
}

#[test]
fn a_letter_is_read_back_as_it_was_written() {
    let received = receive(&desk(), mail(&letter(Purpose::Statutory), Vec::new()).as_bytes()).unwrap();
    assert_eq!(received.subject, "Шешім [KZ-2026-0142]");
    assert_eq!(received.from.address(), "office@film.test");
    assert_eq!(received.from.name(), "Кино комиссиясы");
    assert_eq!(received.text.trim(), "Сәлеметсіз бе!\n\nШешім: https://film.test/kk/x.\n\n----------\n\nЗдравствуйте!");
}

#[test]
fn a_letter_sent_again_is_the_same_mail() {
    let headers = |mail: &str| mail.split("\r\n\r\n").next().map(|head| head.replace("boundary", "")).unwrap();
    let without_boundary = |mail: String| headers(&mail).lines().filter(|line| !line.contains('"')).collect::<String>();
    let letter = letter(Purpose::Statutory);
    assert_eq!(without_boundary(mail(&letter, Vec::new())), without_boundary(mail(&letter, Vec::new())));
}

#[test]
fn machines_are_told_what_a_letter_is() {
    let correspondence = mail(&letter(Purpose::Correspondence), Vec::new());
    assert!(!correspondence.contains("Auto-Submitted") && !correspondence.contains("List-Unsubscribe"));
    let statutory = mail(&letter(Purpose::Statutory), Vec::new());
    assert!(statutory.contains("Auto-Submitted: auto-generated\r\n") && !statutory.contains("List-Unsubscribe"));
    let notice = Purpose::Notice { unsubscribe: "https://film.test/u/1".to_owned() };
    let notice = mail(&letter(notice), Vec::new());
    assert!(notice.contains("List-Unsubscribe: <https://film.test/u/1>\r\n"), "{notice}");
    assert!(notice.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    assert!(notice.contains("Content-Language: kk, ru\r\n"));
    assert!(notice.contains("Message-ID: <"));
}

#[test]
fn an_invitation_comes_with_the_letter() {
    let invitation = Attachment::invitation("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    let mail = mail(&letter(Purpose::Correspondence), vec![invitation.clone()]);
    let received = receive(&desk(), mail.as_bytes()).unwrap();
    assert_eq!(received.attachments.len(), 1);
    assert_eq!(received.attachments[0].name, "invitation.ics");
    assert_eq!(received.attachments[0].content, invitation.content);
    assert!(mail.contains("method=REQUEST"));
}

#[test]
fn nothing_typed_begins_another_header() {
    let typed = "Hello\r\nBcc: somebody@else.test\n\nx".to_owned();
    let letter = Posted { subject: typed.clone(), in_reply_to: Some(typed.clone()), ..letter(Purpose::Correspondence) };
    let attachment = Attachment { name: typed, media_type: "text/plain".to_owned(), content: Vec::new() };
    let mail = mail(&letter, vec![attachment]);
    assert!(!mail.to_lowercase().contains("\nbcc"), "{mail}");
    assert_eq!(receive(&desk(), mail.as_bytes()).unwrap().subject, "Hello Bcc: somebody@else.test x [KZ-2026-0142]");
}

#[test]
fn what_cannot_be_delivered_comes_back_to_its_matter() {
    let mail = compose(&desk(), &letter(Purpose::Statutory), Vec::new()).unwrap();
    let from = mail.envelope().from().unwrap().to_string();
    assert_eq!(desk().reference_of_address(&from), "KZ-2026-0142".parse().ok());
}

#[test]
fn nothing_in_a_letter_becomes_markup() {
    assert_eq!(
        paragraphs("<b>1 & 2</b>\nнов\n\nhttps://a.test/?a=1&b=2, да"),
        "<p>&lt;b&gt;1 &amp; 2&lt;/b&gt;<br>\nнов</p>\n<p><a href=\"https://a.test/?a=1&amp;b=2\">https://a.test/?a=1&amp;b=2</a>, да</p>\n"
    );
}
