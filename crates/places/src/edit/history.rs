use serde_json::Value;
use store::Link;
use web::{Page, WebError};

use crate::Desk;
use crate::field::Field;
use crate::record::location::Location;
use crate::write::LOCATION;

/// One thing that was done, by whom.
pub(super) struct Said {
    pub(super) moment: String,
    pub(super) deed: &'static str,
    pub(super) what: String,
    pub(super) who: String,
}

const MOST: i64 = 50;

pub(super) async fn history(page: &Page, desk: &Desk, place: &Location) -> Result<Vec<Said>, WebError> {
    let mut history = Vec::new();
    for link in desk.store.audit_of(LOCATION, &place.id.to_string(), MOST).await? {
        let who = match link.actor.strip_prefix("account:").and_then(|id| id.parse().ok()) {
            Some(id) => people::find(&desk.store, id).await?.map(|account| account.called().to_owned()),
            None => None,
        };
        let moment = link.moment.parse::<jiff::Timestamp>().map(|moment| page.moment(moment)).unwrap_or_default();
        history.push(Said { moment, deed: deed(&link.deed), what: what(page, &link), who: who.unwrap_or_default() });
    }
    Ok(history)
}

fn deed(deed: &str) -> &'static str {
    match deed {
        "made" => "places-deed-made",
        "fact set" => "places-deed-fact",
        "looks set" => "places-deed-looks",
        "credit added" => "places-deed-credit",
        "credit removed" => "places-deed-credit-removed",
        "days noted" => "places-deed-days",
        "days taken back" => "places-deed-days-removed",
        "state changed" => "places-deed-state",
        "owner asked" => "places-deed-asked",
        "owner answered" => "places-deed-answered",
        "owner silent" => "places-deed-silent",
        "imported" => "places-deed-imported",
        "import undone" => "places-deed-import-undone",
        _ => "places-deed-edited",
    }
}

/// `Road: gravel → asphalt`, from the detail of an entry.
fn what(page: &Page, link: &Link) -> String {
    let detail: Value = link.detail.as_deref().and_then(|detail| serde_json::from_str(detail).ok()).unwrap_or_default();
    let text = |side: &str, key: &str| {
        let value = detail.get(side).and_then(|values| values.get(key));
        value.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    match link.deed.as_str() {
        "fact set" => {
            let key = [text("after", "field"), text("before", "field")].into_iter().find(|key| !key.is_empty());
            let label = key.and_then(|key| Field::find(&key)).map(|field| page.say(field.label).to_string());
            let (before, after) = (text("before", "value"), text("after", "value"));
            let values = if before == after { String::new() } else { format!(": {before} → {after}") };
            format!("{}{values}", label.unwrap_or_default())
        }
        "state changed" => {
            let label = |side: &str| {
                let state = crate::State::from_word(&text(side, "state"));
                state.map(|state| page.say(state.label()).to_string()).unwrap_or_default()
            };
            format!("{} → {}", label("before"), label("after"))
        }
        "credit added" => text("after", "title"),
        "credit removed" => text("before", "title"),
        _ => String::new(),
    }
}
