//! The chain: every entry carries the hash of the one before it. Anybody with the entries can work the hashes out again
//! with `sha256sum`.

use jiff::Timestamp;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::chance::hex;
use crate::{Change, Query, Row, Store, StoreError, values};

/// Something that a change does to one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    kind: String,
    subject: String,
    deed: &'static str,
    before: Json,
    after: Json,
}

/// An entry as it stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub position: i64,
    pub moment: String,
    pub actor: String,
    pub reason: String,
    pub kind: String,
    pub subject: String,
    pub deed: String,
    /// Before and after, as JSON; nothing once its time is over.
    pub detail: Option<String>,
    pub detail_hash: String,
    pub previous: String,
    pub hash: String,
}

/// The last entry: who keeps a copy of it elsewhere can prove that nothing before it was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub position: i64,
    pub hash: String,
}

/// What came of reading the whole chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Whole(Checkpoint),
    /// The first entry that does not hold, and why.
    Broken {
        position: i64,
        why: Break,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    Missing,
    Changed,
    DetailChanged,
    Unlinked,
    HeadDiffers,
}

/// What stands before the first entry.
const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Entry {
    /// `kind` and `subject` are the thing (`case`, its id), `deed` what is done to it (`assigned`).
    pub fn new(kind: impl Into<String>, subject: impl ToString, deed: &'static str) -> Self {
        Self { kind: kind.into(), subject: subject.to_string(), deed, before: Json::Null, after: Json::Null }
    }

    #[must_use]
    pub fn before(mut self, before: impl Into<Json>) -> Self {
        self.before = before.into();
        self
    }

    #[must_use]
    pub fn after(mut self, after: impl Into<Json>) -> Self {
        self.after = after.into();
        self
    }
}

impl Link {
    /// The line whose SHA-256 is the hash of the entry.
    pub fn line(&self) -> String {
        let fields: [Json; 9] = [
            self.position.into(),
            self.moment.as_str().into(),
            self.actor.as_str().into(),
            self.reason.as_str().into(),
            self.kind.as_str().into(),
            self.subject.as_str().into(),
            self.deed.as_str().into(),
            self.detail_hash.as_str().into(),
            self.previous.as_str().into(),
        ];
        Json::from(fields.to_vec()).to_string()
    }

    fn of(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            position: row.get("position")?,
            moment: row.get("moment")?,
            actor: row.get("actor")?,
            reason: row.get("reason")?,
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            deed: row.get("deed")?,
            detail: row.get("detail")?,
            detail_hash: row.get("detail_hash")?,
            previous: row.get("previous")?,
            hash: row.get("hash")?,
        })
    }

    fn breach(&self, position: i64, previous: &str) -> Option<Break> {
        if self.position != position {
            return Some(Break::Missing);
        }
        if self.previous != previous {
            return Some(Break::Unlinked);
        }
        if self.detail.as_ref().is_some_and(|detail| hash(detail) != self.detail_hash) {
            return Some(Break::DetailChanged);
        }
        (hash(&self.line()) != self.hash).then_some(Break::Changed)
    }
}

/// Writes the entries of a change behind the last one.
pub(crate) async fn append(change: &Change, entries: &[Entry]) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut head = head(change).await?;
    let by = change.by();
    for entry in entries {
        let detail = serde_json::json!({ "before": entry.before, "after": entry.after }).to_string();
        let mut link = Link {
            position: head.position.saturating_add(1),
            moment: moment_text(by.moment),
            actor: by.actor.to_string(),
            reason: by.reason.clone(),
            kind: entry.kind.clone(),
            subject: entry.subject.clone(),
            deed: entry.deed.to_owned(),
            detail_hash: hash(&detail),
            detail: Some(detail),
            previous: head.hash,
            hash: String::new(),
        };
        link.hash = hash(&link.line());
        change
            .run(
                "insert into audit (position, moment, actor, reason, kind, subject, deed, detail, detail_hash, previous, hash) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                values![
                    link.position,
                    link.moment,
                    link.actor,
                    link.reason,
                    link.kind,
                    link.subject,
                    link.deed,
                    link.detail,
                    link.detail_hash,
                    link.previous,
                    &link.hash
                ],
            )
            .await?;
        head = Checkpoint { position: link.position, hash: link.hash };
    }
    change
        .run("update audit_head set position = $1, hash = $2 where id = 1", values![head.position, head.hash])
        .await?;
    Ok(())
}

async fn head(db: &impl Query) -> Result<Checkpoint, StoreError> {
    match db.row("select position, hash from audit_head where id = 1", values![]).await? {
        Some(row) => Ok(Checkpoint { position: row.get("position")?, hash: row.get("hash")? }),
        None => Ok(Checkpoint { position: 0, hash: BEGINNING.to_owned() }),
    }
}

impl Store {
    /// The last entry of the chain.
    pub async fn checkpoint(&self) -> Result<Checkpoint, StoreError> {
        head(self).await
    }

    /// Entries after a position, in order.
    pub async fn audit_after(&self, position: i64, at_most: i64) -> Result<Vec<Link>, StoreError> {
        let rows = self
            .rows(
                "select position, moment, actor, reason, kind, subject, deed, detail, detail_hash, previous, hash \
                 from audit where position > $1 order by position limit $2",
                values![position, at_most],
            )
            .await?;
        rows.iter().map(Link::of).collect()
    }

    /// Everything that happened to one thing, latest first.
    pub async fn audit_of(&self, kind: &str, subject: &str, at_most: i64) -> Result<Vec<Link>, StoreError> {
        let rows = self
            .rows(
                "select position, moment, actor, reason, kind, subject, deed, detail, detail_hash, previous, hash \
                 from audit where kind = $1 and subject = $2 order by position desc limit $3",
                values![kind, subject, at_most],
            )
            .await?;
        rows.iter().map(Link::of).collect()
    }

    /// Reads the whole chain and works every hash out again.
    pub async fn verify_audit(&self) -> Result<Verdict, StoreError> {
        const AT_ONCE: i64 = 2_000;
        let head = head(self).await?;
        let mut last = Checkpoint { position: 0, hash: BEGINNING.to_owned() };
        loop {
            let links = self.audit_after(last.position, AT_ONCE).await?;
            for link in &links {
                let position = last.position.saturating_add(1);
                if let Some(why) = link.breach(position, &last.hash) {
                    return Ok(Verdict::Broken { position, why });
                }
                last = Checkpoint { position, hash: link.hash.clone() };
                // The head was read first; what came after it is judged next time.
                if position == head.position {
                    let verdict = if last == head {
                        Verdict::Whole(last)
                    } else {
                        Verdict::Broken { position, why: Break::HeadDiffers }
                    };
                    return Ok(verdict);
                }
            }
            if links.is_empty() {
                let is_whole = last == head;
                return Ok(if is_whole {
                    Verdict::Whole(last)
                } else {
                    Verdict::Broken { position: last.position.saturating_add(1), why: Break::Missing }
                });
            }
        }
    }
}

impl Change {
    /// Blanks the details of everything recorded about a thing before a moment, when their time is over. The chain
    /// keeps their hashes and so still holds; that they were blanked is an entry of its own.
    pub async fn blank_audit_of(&self, kind: &str, subject: &str, before: Timestamp) -> Result<u64, StoreError> {
        let blanked = self
            .run(
                "update audit set detail = null where kind = $1 and subject = $2 and moment < $3 and detail is not null",
                values![kind, subject, before],
            )
            .await?;
        if blanked > 0 {
            let entry = Entry::new(kind, subject, "details blanked").after(serde_json::json!({ "entries": blanked }));
            self.record(entry).await;
        }
        Ok(blanked)
    }
}

fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

fn moment_text(moment: Timestamp) -> String {
    format!("{moment:.3}")
}
