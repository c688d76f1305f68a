//! The records of news agencies, which Photoshop keeps in a part of a JPEG and photographers' programs still write.

use crate::Rights;
use crate::rights::tidy;

const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
const RESOURCE: &[u8] = b"8BIM";
const RECORDS: u16 = 0x0404;

/// Dataset numbers of the second record.
const BY_LINE: u8 = 80;
const CREDIT: u8 = 110;
const COPYRIGHT: u8 = 116;

pub(crate) fn read(segment: &[u8]) -> Rights {
    let mut rights = Rights::default();
    let Some(records) = segment.strip_prefix(PHOTOSHOP).and_then(records) else { return rights };
    for (number, text) in datasets(records) {
        let place = match number {
            BY_LINE => &mut rights.creator,
            CREDIT => &mut rights.credit,
            COPYRIGHT => &mut rights.copyright,
            _ => continue,
        };
        // What is no UTF-8 is in letters that the file need not name: rather nothing than wrong names.
        *place = place.take().or_else(|| std::str::from_utf8(text).ok().and_then(tidy));
    }
    rights
}

/// The part of a JPEG that says so much of the rights as fits there.
pub(crate) fn write(rights: &Rights) -> Vec<u8> {
    // Says that what follows is UTF-8.
    let mut records = b"\x1C\x01\x5A\x00\x03\x1B%G".to_vec();
    for (number, text) in [(BY_LINE, &rights.creator), (CREDIT, &rights.credit), (COPYRIGHT, &rights.copyright)] {
        let Some(text) = text else { continue };
        // The standard gives a by-line and a credit 32 letters; every reader takes more.
        let Ok(length) = u16::try_from(text.len()) else { continue };
        records.extend_from_slice(&[0x1C, 2, number]);
        records.extend_from_slice(&length.to_be_bytes());
        records.extend_from_slice(text.as_bytes());
    }
    let length = u32::try_from(records.len()).unwrap_or_default();
    if records.len() % 2 == 1 {
        records.push(0);
    }
    [PHOTOSHOP, RESOURCE, &RECORDS.to_be_bytes(), &[0, 0], &length.to_be_bytes(), &records].concat()
}

/// The agencies' records among Photoshop's resources.
fn records(mut resources: &[u8]) -> Option<&[u8]> {
    loop {
        let rest = resources.strip_prefix(RESOURCE)?;
        let kind = u16::from_be_bytes(*rest.first_chunk()?);
        // A name of some length, filled up to an even number of bytes.
        let name = (usize::from(*rest.get(2)?) + 1).next_multiple_of(2);
        let length = usize::try_from(u32::from_be_bytes(*rest.get(2 + name..)?.first_chunk()?)).ok()?;
        let start = 6 + name;
        let body = rest.get(start..start.checked_add(length)?)?;
        if kind == RECORDS {
            return Some(body);
        }
        resources = rest.get(start + length.next_multiple_of(2)..)?;
    }
}

/// Number and text of each dataset of the second record.
fn datasets(mut records: &[u8]) -> Vec<(u8, &[u8])> {
    let mut found = Vec::new();
    while let Some(([0x1C, record, number, high, low], rest)) = records.split_first_chunk::<5>() {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some((text, rest)) = rest.split_at_checked(length) else { break };
        if *record == 2 {
            found.push((*number, text));
        }
        records = rest;
    }
    found
}
