use super::{Sample, directory_place, is_locked, kind, wide};
use crate::Kind;

fn sample(head: &[u8]) -> Sample {
    Sample { head: head.to_vec(), tail: head.to_vec(), directory: Vec::new() }
}

fn old_office(name: &str) -> Sample {
    let head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    Sample { head, tail: Vec::new(), directory: wide(name) }
}

#[test]
fn files_are_known_by_their_first_bytes() {
    let known: [(&[u8], Kind); 20] = [
        (b"\r\n\r\n%PDF-1.3", Kind::Pdf),
        (b"%PDF-1.7\n", Kind::Pdf),
        (b"\xFF\xD8\xFF\xE0..JFIF", Kind::Jpeg),
        (b"\x89PNG\r\n\x1A\n....", Kind::Png),
        (b"RIFF....WEBPVP8 ", Kind::Webp),
        (b"....ftypheic", Kind::Heic),
        (b"....ftypqt  ", Kind::Mov),
        (b"....ftypisom", Kind::Mp4),
        (b"{\\rtf1\\ansi", Kind::Rtf),
        (b"MZ\x90\0", Kind::Program),
        (b"#!/bin/sh\n", Kind::Program),
        (b"Account;Amount\n1100;12\n", Kind::Text),
        ("Смета;Сумма\n".as_bytes(), Kind::Text),
        (b"\xD1\xEC\xE5\xF2\xE0\r\n", Kind::Text),
        (b"  <!DOCTYPE html><p>", Kind::Html),
        (b"<?xml version=\"1.0\"?><svg onload=\"x\"/>", Kind::Svg),
        (b"<?xml version=\"1.0\"?>\n<FinalDraft DocumentType=\"Script\">", Kind::FinalDraft),
        (b"BEGIN:VCALENDAR\r\n", Kind::Calendar),
        (b"\x00\x01\x02", Kind::Unknown),
        (b"PK\x03\x04\x14\0\0\0........................x.txt", Kind::Zip),
    ];
    for (head, expected) in known {
        assert_eq!(kind(&sample(head)), expected, "{}", String::from_utf8_lossy(head));
    }
}

#[test]
fn office_files_are_told_apart_by_what_they_hold() {
    let zip = b"PK\x03\x04\x14\0\0\0...[Content_Types].xml";
    let with = |part: &[u8]| kind(&Sample { head: zip.to_vec(), tail: part.to_vec(), directory: Vec::new() });
    assert_eq!(with(b"..word/document.xml.."), Kind::Docx);
    assert_eq!(with(b"..xl/workbook.xml.."), Kind::Xlsx);
    assert_eq!(with(b"..holiday.jpg.."), Kind::Zip);
    assert_eq!(kind(&old_office("Workbook")), Kind::Xls);
    assert_eq!(kind(&old_office("WordDocument")), Kind::Doc);
    assert_eq!(kind(&old_office("SomethingElse")), Kind::Unknown);
}

#[test]
fn a_password_is_noticed() {
    assert!(is_locked(&sample(b"%PDF-1.7 trailer << /Encrypt 5 0 R >>")));
    assert!(!is_locked(&sample(b"%PDF-1.7 trailer << /Root 5 0 R >>")));
    assert!(is_locked(&sample(b"PK\x03\x04\x14\0\x01\0")));
    assert!(!is_locked(&sample(b"PK\x03\x04\x14\0\x00\0")));
    assert!(is_locked(&old_office("EncryptedPackage")));
}

#[test]
fn the_names_in_an_old_office_file_are_found() {
    let mut head = vec![0; 512];
    head[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    head[30..32].copy_from_slice(&9u16.to_le_bytes());
    head[48..52].copy_from_slice(&3u32.to_le_bytes());
    assert_eq!(directory_place(&head, 100_000), Some(2_048..10_240));
    assert_eq!(directory_place(&head, 1_000), None);
    head[48..52].copy_from_slice(&u32::MAX.to_le_bytes());
    head[30..32].copy_from_slice(&u16::MAX.to_le_bytes());
    assert_eq!(directory_place(&head, 100_000), None);
}

#[test]
fn no_bytes_break_the_reader() {
    let starts: [&[u8]; 6] =
        [b"PK\x03\x04", b"RIFF", b"....ftyp", b"<?xml", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"%PDF-"];
    for start in starts {
        let mut bytes = start.to_vec();
        for length in 0..600usize {
            // Any bytes will do, as long as they are the same each time.
            bytes.push(u8::try_from(length * length % 251).unwrap());
            let _ = (kind(&sample(&bytes)), is_locked(&sample(&bytes)), directory_place(&bytes, length as u64));
        }
    }
}
