use casework::Case;
use jiff::Timestamp;
use kernel::Actor;
use serde_json::Value as Json;
use web::{Page, Visitor, WebError};

use super::production::called;
use crate::record::Production;
use crate::{Desk, Stage, TeamRole, sql};

/// Something that happened on a production or one of its cases.
pub(crate) struct Happening {
    pub(crate) moment: Timestamp,
    pub(crate) who: String,
    pub(crate) what: String,
    /// What stood there, and what stands there now.
    pub(crate) edits: Vec<(String, String)>,
    pub(crate) text: String,
}

/// How much of the history one page shows.
const MOST: i64 = 200;

/// One timeline of the file and all its cases, the latest first.
pub(crate) async fn happenings(
    page: &Page,
    desk: &Desk,
    production: &Production,
    cases: &[Case],
    staff: &[Visitor],
) -> Result<Vec<Happening>, WebError> {
    let team = sql::list_members(desk.store(), production.id).await?;
    let name = |actor: &str| {
        let actor = actor.parse().unwrap_or(Actor::Stranger);
        called(page, &actor, staff, &team)
    };
    let mut happenings = Vec::new();
    for link in desk.store().audit_of("production", &production.id.to_string(), MOST).await? {
        let detail: Json = link.detail.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let Ok(moment) = link.moment.parse() else { continue };
        let (what, edits, text) = told(page, &link.deed, &detail);
        happenings.push(Happening { moment, who: name(&link.actor), what, edits, text });
    }
    for told in casework::happened(page, desk.cases(), cases, MOST).await? {
        let what = page.say("happened-on-case").with("reference", told.reference).with("what", told.what).to_string();
        let said = [told.reason, told.text].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
        happenings.push(Happening { moment: told.moment, who: told.who, what, edits: Vec::new(), text: said });
    }
    happenings.sort_by_key(|happening| std::cmp::Reverse(happening.moment));
    Ok(happenings)
}

/// What an entry of the chain says: the sentence, old and new values, and somebody's own words.
fn told(page: &Page, deed: &str, detail: &Json) -> (String, Vec<(String, String)>, String) {
    let text = |part: &str, field: &str| {
        let value = detail.get(part).and_then(|part| part.get(field)).and_then(Json::as_str);
        value.unwrap_or_default().to_owned()
    };
    let role = || {
        let role = TeamRole::from_word(&text("after", "role"));
        role.map(|role| page.say(role.label()).to_string()).unwrap_or_default()
    };
    match deed {
        "opened" => (page.say("happened-opened").to_string(), Vec::new(), String::new()),
        "moved" => {
            let stage = Stage::from_word(&text("after", "stage"));
            let stage = stage.map(|stage| page.say(stage.label()).to_string()).unwrap_or_default();
            (page.say("happened-moved").with("stage", stage).to_string(), Vec::new(), text("after", "note"))
        }
        "edited" => edited(page, detail),
        "invited" => (page.say("happened-invited").with("role", role()).to_string(), Vec::new(), String::new()),
        "joined" => (page.say("happened-joined").with("role", role()).to_string(), Vec::new(), String::new()),
        "removed" => (page.say("happened-removed").to_string(), Vec::new(), String::new()),
        "script given" => (page.say("happened-script").to_string(), Vec::new(), text("after", "title")),
        "script withdrawn" => (page.say("happened-script-withdrawn").to_string(), Vec::new(), text("after", "title")),
        "script opened" => (page.say("happened-script-opened").to_string(), Vec::new(), text("after", "title")),
        "estimate attached" => (page.say("happened-estimate").to_string(), Vec::new(), String::new()),
        "estimate differs" => (page.say("happened-differs").to_string(), Vec::new(), String::new()),
        "taken away" => (page.say("happened-exported").to_string(), Vec::new(), String::new()),
        other => (other.to_owned(), Vec::new(), String::new()),
    }
}

fn edited(page: &Page, detail: &Json) -> (String, Vec<(String, String)>, String) {
    let after = detail.get("after").and_then(Json::as_object);
    let mut names = Vec::new();
    let mut edits = Vec::new();
    for (word, value) in after.into_iter().flatten() {
        let label = crate::edit::Field::from_word(word).map(|field| page.say(field.label()).to_string());
        names.push(label.unwrap_or_else(|| word.clone()));
        let before =
            detail.get("before").and_then(|before| before.get(word)).and_then(Json::as_str).unwrap_or_default();
        edits.push((before.to_owned(), value.as_str().unwrap_or_default().to_owned()));
    }
    (page.say("happened-edited").with("field", names.join(", ")).to_string(), edits, String::new())
}
