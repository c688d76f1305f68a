//! The chain of what was done, for those who want to check it themselves.

use std::io::Write;
use std::path::Path;

use serde_json::json;
use store::{Break, Checkpoint, Store};

use super::Problem;
use super::problem::Doing;

/// Read at once.
const PAGE: i64 = 2_000;

/// Writes every entry as a line of JSON. `line` is the text whose SHA-256 is `hash`, and `previous` the hash before it.
pub async fn export_chain(store: &Store, path: &Path) -> Result<Checkpoint, Problem> {
    let part = path.with_added_extension("part");
    let file = std::fs::File::create_new(&part).doing("write", &part)?;
    let mut out = std::io::BufWriter::new(file);
    let mut last = Checkpoint { position: 0, hash: String::new() };
    loop {
        let links = store.audit_after(last.position, PAGE).await?;
        for link in &links {
            let detail = link.detail.as_deref();
            let entry = json!({
                "position": link.position, "moment": link.moment, "actor": link.actor, "reason": link.reason,
                "kind": link.kind, "subject": link.subject, "deed": link.deed, "detail": detail,
                "detail_hash": link.detail_hash, "previous": link.previous, "hash": link.hash, "line": link.line(),
            });
            writeln!(out, "{entry}").doing("write", &part)?;
            last = Checkpoint { position: link.position, hash: link.hash.clone() };
        }
        if links.is_empty() {
            break;
        }
    }
    let file = out.into_inner().map_err(std::io::IntoInnerError::into_error).doing("write", &part)?;
    file.sync_all().doing("write", &part)?;
    std::fs::rename(&part, path).doing("rename", &part)?;
    Ok(last)
}

/// What is wrong with the chain, in words.
pub fn say_break(position: i64, why: Break) -> String {
    match why {
        Break::Missing => format!("entry {position} is missing"),
        Break::Changed => format!("entry {position} was changed after it had been written"),
        Break::DetailChanged => format!("the details of entry {position} were changed after they had been written"),
        Break::Unlinked => format!("entry {position} does not follow the one before it"),
        Break::HeadDiffers => format!("the chain ends with entry {position}, but not as it was noted"),
    }
}
