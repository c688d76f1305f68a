use std::collections::HashMap;
use std::fmt;

use sha2::{Digest, Sha256};

use crate::{Field, Line, Staged};

/// Tells one cost from another across files: what it is made of is the cost itself, not the place where it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 16]);

/// The file's own id of a line decides where there is one; else its document, day, supplier, account, description,
/// currency and amount together.
const PARTS: [Field; 8] = [
    Field::InvoiceNumber,
    Field::InvoiceDate,
    Field::SupplierTaxId,
    Field::Supplier,
    Field::Person,
    Field::Account,
    Field::Description,
    Field::PayReference,
];

pub(crate) fn of(staged: &Staged) -> Vec<Fingerprint> {
    let mut twins: HashMap<[u8; 16], u32> = HashMap::new();
    staged
        .lines
        .iter()
        .map(|line| {
            let content = content(staged, line);
            let occurrence = twins.entry(content).or_default();
            *occurrence += 1;
            Fingerprint(if *occurrence == 1 { content } else { short(&[&content[..], &occurrence.to_be_bytes()]) })
        })
        .collect()
}

/// The same cost has the same content in both files, wherever it stands.
pub(crate) fn content(staged: &Staged, line: &Line) -> [u8; 16] {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    };
    add(&line.amount.to_string());
    add(&line.incurred.map(|day| day.to_string()).unwrap_or_default());
    for field in PARTS {
        add(&staged.text(line, field).map(|text| crate::names::fold(&text)).unwrap_or_default());
    }
    shortened(&hash.finalize())
}

/// What stays the same when a line is corrected: its own id, else its document and supplier, else its account and
/// description. None if the file has nothing of the kind.
pub(crate) fn identity(staged: &Staged, line: &Line) -> Option<[u8; 16]> {
    let groups: [&[Field]; 3] = [
        &[Field::LineId],
        &[Field::InvoiceNumber, Field::Supplier, Field::Description],
        &[Field::Account, Field::Description, Field::Supplier, Field::Person],
    ];
    groups.into_iter().enumerate().find_map(|(group, fields)| {
        let first = fields.first().and_then(|field| staged.text(line, *field))?;
        let rest = fields.iter().skip(1).map(|field| staged.text(line, *field).unwrap_or_default());
        let texts: Vec<String> = std::iter::once(first).chain(rest).map(|text| crate::names::fold(&text)).collect();
        let group = group.to_string();
        let parts: Vec<&[u8]> =
            std::iter::once(group.as_bytes()).chain(texts.iter().map(|text| text.as_bytes())).collect();
        Some(short(&parts))
    })
}

pub(crate) fn short(parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    shortened(&hash.finalize())
}

fn shortened(hash: &[u8]) -> [u8; 16] {
    hash.first_chunk::<16>().copied().unwrap_or_default()
}

/// Thirty-two hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self}")
    }
}
