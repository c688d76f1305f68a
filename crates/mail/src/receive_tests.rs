use super::{MOST_PARTS, NotTaken, Received, receive};
use crate::{Address, Desk};
use kernel::Id;

fn desk() -> Desk {
    let address = |address| Address::check("", address).unwrap();
    Desk { from: address("office@film.test"), replies: address("inbox@film.test"), key: vec![7; 32] }
}

fn mail(headers: &str) -> Received {
    let bytes = format!("From: Marie <marie@example.test>\r\nMessage-ID: <1@example.test>\r\n{headers}\r\nBonjour\r\n");
    receive(&desk(), bytes.as_bytes()).unwrap()
}

#[test]
fn a_mail_is_read() {
    let read = mail("To: inbox@film.test\r\nSubject: =?utf-8?B?0KHRitGR0LzQutC4?=\r\n");
    assert_eq!(
        (read.message_id.as_str(), read.from.to_string().as_str()),
        ("1@example.test", "Marie <marie@example.test>")
    );
    assert_eq!((read.subject.as_str(), read.text.trim()), ("Съёмки", "Bonjour"));
    assert!(!read.is_automatic && !read.is_our_own && read.reference.is_none());
}

#[test]
fn a_reply_finds_its_matter_by_the_address_or_by_what_it_answers() {
    let reference = "KZ-2026-0142".parse().unwrap();
    let address = desk().reply_address(&reference);
    assert_eq!(mail(&format!("To: {address}\r\n")).reference, Some(reference.clone()));
    assert_eq!(mail(&format!("To: x@y.z\r\nDelivered-To: {address}\r\n")).reference, Some(reference.clone()));
    let sent = desk().message_id(Id::new(5, 7), Some(&reference));
    let answer = mail(&format!("In-Reply-To: <{sent}>\r\n"));
    assert_eq!((answer.reference, answer.in_reply_to), (Some(reference.clone()), Some(sent.clone())));
    assert_eq!(mail(&format!("References: <{sent}> <other@y.z>\r\n")).reference, Some(reference));
    let forged = address.replace("0142", "0001");
    assert_eq!(mail(&format!("To: {forged}\r\nSubject: [KZ-2026-0001]\r\n")).reference, None);
}

#[test]
fn what_a_machine_wrote_is_told_apart() {
    let automatic = [
        "Auto-Submitted: auto-replied\r\n",
        "Precedence: bulk\r\n",
        "Return-Path: <>\r\n",
        "List-Id: <news.example.test>\r\n",
        "Content-Type: multipart/report; boundary=x\r\n",
    ];
    for headers in automatic {
        assert!(mail(headers).is_automatic, "{headers}");
    }
    for headers in ["Auto-Submitted: no\r\n", "Precedence: normal\r\n", ""] {
        assert!(!mail(headers).is_automatic, "{headers}");
    }
    let bounce = receive(&desk(), b"From: MAILER-DAEMON@example.test\r\n\r\nNo such user\r\n").unwrap();
    assert!(bounce.is_automatic);
}

#[test]
fn our_own_letter_coming_back_is_known() {
    let id = desk().message_id(Id::new(5, 7), None);
    let bytes = format!("From: office@film.test\r\nMessage-ID: <{id}>\r\n\r\nx\r\n");
    assert!(receive(&desk(), bytes.as_bytes()).unwrap().is_our_own);
}

#[test]
fn what_is_no_mail_or_too_much_is_not_taken() {
    assert_eq!(receive(&desk(), b"To: inbox@film.test\r\n\r\nx"), Err(NotTaken::NoSender));
    assert!(receive(&desk(), b"").is_err());
    let head = "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n";
    let parts = "--x\r\nContent-Type: text/plain\r\n\r\na\r\n".repeat(MOST_PARTS + 1);
    assert_eq!(
        receive(&desk(), format!("{head}{parts}--x--\r\n").as_bytes()),
        Err(NotTaken::TooManyParts { most: MOST_PARTS })
    );
    let huge = vec![b'a'; 41 * 1024 * 1024];
    assert!(matches!(receive(&desk(), &huge), Err(NotTaken::TooBig { .. })));
}

#[test]
fn deep_nesting_does_not_break_the_reader() {
    let mut bytes = String::from("From: a@b.test\r\n");
    for depth in 0..20_000 {
        bytes.push_str(&format!("Content-Type: multipart/mixed; boundary=x{depth}\r\n\r\n--x{depth}\r\n"));
    }
    drop(receive(&desk(), bytes.as_bytes()));
    let nested = "Content-Type: message/rfc822\r\n\r\nFrom: a@b.test\r\n".repeat(20_000);
    drop(receive(&desk(), format!("From: a@b.test\r\n{nested}").as_bytes()));
}

#[test]
fn no_bytes_break_the_reader() {
    let mail = "From: =?utf-8?B?0JA=?= <a@b.test>\r\nTo: inbox+x.y@film.test\r\nReferences: <1@b.test> <2@b.test>\r\n\
                Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=koi8-r\r\n\
                Content-Transfer-Encoding: base64\r\n\r\n0JA=\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n\
                From: c@d.test\r\n\r\nx\r\n--x\r\nContent-Disposition: attachment; filename*=utf-8''%D0%90.pdf\r\n\r\n\
                %PDF\r\n--x--\r\n";
    for end in 0..mail.len() {
        drop(receive(&desk(), &mail.as_bytes()[..end]));
        for wrong in [0u8, b'\n', b';', b'=', 0xFF] {
            let mut bytes = mail.as_bytes().to_vec();
            bytes[end] = wrong;
            drop(receive(&desk(), &bytes));
        }
    }
}
