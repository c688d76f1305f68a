//! What the slices above show of a case on pages of their own.

use jiff::Timestamp;
use kernel::{Actor, Id};
use store::{Query, StoreError};
use web::{Page, WebError};

use super::timeline::tell;
use crate::line::Reader;
use crate::{Case, Desk, sql};

/// The newest version of a paper, as the applicant may know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsidePaper {
    pub title: String,
    /// As its file is called.
    pub name: String,
    pub number: i64,
    pub size: i64,
    /// Of the `files` crate.
    pub file: Id,
    pub actor: Actor,
    pub made_at: Timestamp,
}

/// Something that happened on a case, in the words of a reader of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    pub moment: Timestamp,
    pub reference: String,
    pub who: String,
    pub what: String,
    pub reason: String,
    /// The words of a message or note.
    pub text: String,
}

/// The papers of a case, the newest version of each.
pub async fn papers_outside(db: &impl Query, case: &Case) -> Result<Vec<OutsidePaper>, StoreError> {
    let mut papers = Vec::new();
    let mut seen = None;
    for version in sql::list_documents(db, case.id).await? {
        // The versions of a paper follow each other, the newest first.
        let Some(file) = version.file.parse().ok().filter(|_| seen != Some(version.id)) else { continue };
        seen = Some(version.id);
        papers.push(OutsidePaper {
            title: version.title,
            name: version.name,
            number: version.number,
            size: version.size,
            file,
            actor: version.actor,
            made_at: version.made_at,
        });
    }
    Ok(papers)
}

/// What happened on some cases, each with its latest entries: for a page of the office that shows one timeline of all.
pub async fn happened(page: &Page, desk: &Desk, cases: &[Case], of_each: i64) -> Result<Vec<Happened>, WebError> {
    let reader = Reader::of(page, desk, &desk.store).await?;
    let mut happened = Vec::new();
    for case in cases {
        let kind = desk.kinds.find(&case.kind);
        for entry in sql::list_entries(&desk.store, case.id, None, i64::MAX, of_each).await? {
            let told = tell(&reader, case, kind, &entry);
            happened.push(Happened {
                moment: entry.moment,
                reference: case.reference.clone(),
                who: told.who,
                what: told.what,
                reason: told.reason,
                text: told.text.filter(|_| !told.is_struck).unwrap_or_default(),
            });
        }
    }
    Ok(happened)
}
