use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use serde_json::json;
use store::{Change, Entry};
use web::{Form, Page, WebError};

use super::page::{Asked, answer, ask};
use crate::keeper::Keeper;
use crate::record::{LONGEST_LINE, LONGEST_NOTE, Liking, Package, Reaction};
use crate::{Desk, sql};

/// What a reader thinks of a place. Whoever shared it sees it the next time they look; a case has it on its timeline.
pub(super) async fn say(
    page: Page,
    State(desk): State<Desk>,
    Path((_, token)): Path<(String, String)>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, WebError> {
    let mut form = form;
    let (package, is_maker) = match ask(&page, &desk, &token, &headers).await? {
        Asked::Reader(package) => (package, false),
        Asked::Maker(package) => (package, true),
        Asked::Nobody(response) => return Ok(response),
    };
    let location: Id = form.typed("location").parse().map_err(|_| WebError::NotFound)?;
    let Some(liking) = Liking::from_word(form.typed("liking")) else {
        form.refuse(format!("liking-{location}"), "reaction-missing");
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, package, is_maker, &headers, form).await;
    };
    let keeper = Keeper::of(&page, &headers);
    let change = desk.store().change(page.by("package.react")).await?;
    let chosen = sql::list_places(&change, package.id).await?;
    let chosen = chosen.iter().find(|chosen| chosen.location == location && !chosen.is_taken_out);
    let chosen = chosen.ok_or(WebError::NotFound)?;
    let typed = |field: &str, most: usize| form.typed(field).trim().chars().take(most).collect::<String>();
    let reaction = Reaction {
        id: change.fresh_id(),
        package: package.id,
        location,
        reader: keeper.fingerprint.clone(),
        name: typed("name", LONGEST_LINE),
        liking,
        comment: typed("comment", LONGEST_NOTE),
        language: page.language(),
        moment: change.moment(),
    };
    sql::set_reaction(&change, &reaction).await?;
    let after = json!({ "location": location.to_string(), "liking": liking.word() });
    change.record(Entry::new("package", package.id, "reacted").after(after)).await;
    tell_case(&page, &change, &package, &reaction).await?;
    change.commit().await?;
    let to = format!("/{}{}#place-{}", page.language(), package.path(), chosen.id);
    Ok(keeper.kept(&page, Redirect::to(&to).into_response()))
}

/// Puts the reaction where the officer works.
async fn tell_case(page: &Page, change: &Change, package: &Package, reaction: &Reaction) -> Result<(), WebError> {
    let Some(case) = package.case else { return Ok(()) };
    let Some(case) = casework::find_case(change, case).await? else { return Ok(()) };
    let Some(location) = places::find_location(change, reaction.location).await? else { return Ok(()) };
    let liking = page.say(reaction.liking.label());
    let said = format!("{}: {} {liking}", location.name(page.language()), reaction.liking.sign());
    let text = if reaction.comment.is_empty() { said } else { format!("{said}\n{}", reaction.comment) };
    let name = [&reaction.name, &package.recipient, &case.contact_name].into_iter().find(|name| !name.is_empty());
    casework::write_to_office(change, &case, name.map_or("", String::as_str), &text, None).await?;
    Ok(())
}
