//! What was just done, said once on the page that one comes back to.

use kernel::Id;
use store::{Query, StoreError};
use web::{Form, Page};

use crate::act::Skip;
use crate::operation::can_be_undone;
use crate::sql;

/// `done=01J…` in an address is an operation, any other known word a sentence.
pub(crate) struct Toast {
    pub(crate) text: String,
    pub(crate) href: Option<String>,
    pub(crate) undo: Option<String>,
}

/// The words that may stand in an address, and their sentences.
const SAID: [(&str, &str); 15] = [
    ("decided", "toast-decided"),
    ("sent", "toast-sent"),
    ("taken-back", "toast-taken-back"),
    ("too-late", "toast-too-late"),
    ("noted", "toast-noted"),
    ("task", "toast-task"),
    ("proposed", "toast-proposed"),
    ("approved", "toast-approved"),
    ("refused", "toast-refused"),
    ("document", "toast-document"),
    ("requirement", "toast-requirement"),
    ("saved", "toast-saved"),
    ("already-undone", "toast-already-undone"),
    ("too-old", "toast-too-old"),
    ("nothing", "toast-nothing"),
];

impl Toast {
    pub(crate) async fn of(page: &Page, db: &impl Query, form: &Form) -> Result<Option<Self>, StoreError> {
        let done = form.typed("done");
        if let Some((_, key)) = SAID.iter().find(|(word, _)| *word == done) {
            return Ok(Some(Self { text: page.say(key).to_string(), href: None, undo: None }));
        }
        let Ok(id) = done.parse::<Id>() else {
            let skip = Skip::ALL.iter().find(|skip| skip.name() == done);
            return Ok(skip.map(|skip| Self {
                text: page.say(Skip::label(skip.name())).to_string(),
                href: None,
                undo: None,
            }));
        };
        let Some(operation) = sql::find_operation(db, id).await? else { return Ok(None) };
        let (changed, skipped) = (count(operation.changed), count(operation.skipped));
        let key = match (operation.undone_at, skipped) {
            (Some(_), _) => "toast-undone",
            (None, 0) => "toast-done",
            (None, _) => "toast-partly",
        };
        let text =
            page.say(key).count("changed", changed).count("skipped", skipped).with("deed", deed(page, &operation.kind));
        let href = page.link(format!("office/operations/{id}"));
        let undo = can_be_undone(&operation, page.now()).then(|| format!("{href}/undo"));
        Ok(Some(Self { text: text.to_string(), href: Some(href), undo }))
    }
}

/// What an operation did, in words.
pub(crate) fn deed(page: &Page, kind: &str) -> String {
    let key = match kind {
        "assign" => "deed-assign",
        "move" => "deed-move",
        "state" => "deed-state",
        "decide" => "deed-decide",
        "rename" => "deed-rename",
        "describe" => "deed-describe",
        "pause" => "deed-pause",
        "resume" => "deed-resume",
        _ => "deed-extend",
    };
    page.say(key).to_string()
}

pub(crate) fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}
