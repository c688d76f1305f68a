//! Who is on the staff, and what for: set by an administrator.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Id;
use store::Entry;
use web::{Form, Page, Permission, Role, Routes, Session, WebError, show};

use crate::Desk;
use crate::account::{self, Account, State as AccountState};
use crate::sign_in;
use crate::sql::{accounts as sql, passkeys};

pub(crate) fn routes() -> Routes<Desk> {
    Routes::new()
        .get("/{lang}/office/settings/staff", Permission::Administer, list)
        .post("/{lang}/office/settings/staff", Permission::Administer, invite)
        .post("/{lang}/office/settings/staff/{id}", Permission::Administer, set)
        .office_item("office/settings/staff", "people-staff", 90)
}

#[derive(Template)]
#[template(path = "staff/staff.html")]
struct StaffPage {
    page: Page,
    form: Form,
    members: Vec<Member>,
}

struct Member {
    id: Id,
    name: String,
    email: String,
    roles: Vec<Role>,
    state: AccountState,
    has_password: bool,
    has_second_factor: bool,
    passkeys: i64,
}

impl StaffPage {
    fn roles(&self) -> [Role; 8] {
        Role::ALL
    }
}

async fn list(page: Page, State(desk): State<Desk>) -> Result<Response, WebError> {
    show(StatusCode::OK, &staff_page(page, &desk, Form::default()).await?)
}

async fn invite(page: Page, State(desk): State<Desk>, mut form: Form) -> Result<Response, WebError> {
    let email = account::email(form.typed("email"));
    if email.is_none() {
        form.refuse("email", "people-not-an-address");
    }
    let roles = chosen(&form);
    if roles.is_empty() {
        form.refuse("roles", "people-no-role");
    }
    let Some(email) = email.filter(|_| !form.is_refused()) else {
        return show(StatusCode::UNPROCESSABLE_ENTITY, &staff_page(page, &desk, form).await?);
    };
    let back = page.link("office/settings/staff");
    let change = desk.change(&page, "staff.invite").await?;
    if let Some(earlier) = change.once(form.typed("once"), &back).await? {
        return Ok(Redirect::to(&earlier).into_response());
    }
    let member = match sql::find_account_by_email(&change, &email).await? {
        Some(account) => account,
        None => {
            let zone = page.site().zone().iana_name().unwrap_or("UTC").to_owned();
            let name = form.typed("name").split_whitespace().collect::<Vec<_>>().join(" ");
            let name: String = name.chars().take(200).collect();
            let account = Account::new(change.fresh_id(), &email, &name, page.language().tag(), &zone);
            sql::insert_account(&change, &account).await?;
            account
        }
    };
    account::give_roles(&change, member.id, &roles).await?;
    if member.password.is_empty() {
        sign_in::invite(&page, &desk, &change, &member).await?;
    }
    change.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

async fn set(
    page: Page,
    State(desk): State<Desk>,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let change = desk.change(&page, "staff.set").await?;
    let before = account::roles(&change, id).await?;
    let found = sql::find_account(&change, id).await?.filter(|_| !before.is_empty());
    let Some(mut member) = found else { return Err(WebError::NotFound) };
    match form.typed("way") {
        "invite" => sign_in::invite(&page, &desk, &change, &member).await?,
        "suspend" => {
            member.state = AccountState::Suspended;
            sql::set_person(&change, &member).await?;
            Session::close_all_of(&change, id).await?;
            change.record(Entry::new("account", id, "suspended")).await;
        }
        "readmit" => {
            member.state = AccountState::Active;
            sql::set_person(&change, &member).await?;
            change.record(Entry::new("account", id, "readmitted")).await;
        }
        // For a lost telephone, and the passkeys on it: the next sign-in sets a new one up.
        "forget-factor" => {
            sql::set_second_factor(&change, id, "", 0).await?;
            sql::set_recovery_codes(&change, id, &[]).await?;
            passkeys::delete_passkeys_of(&change, id).await?;
            Session::close_all_of(&change, id).await?;
            change.record(Entry::new("account", id, "second factor and passkeys taken away")).await;
        }
        "roles" => account::give_roles(&change, id, &chosen(&form)).await?,
        _ => return Err(WebError::NotFound),
    }
    // An installation without an administrator could only be opened with a screwdriver.
    if sql::count_with_role(&change, Role::Administrator.word()).await? == 0 {
        drop(change);
        form.refuse(format!("roles-{id}"), "people-last-administrator");
        return show(StatusCode::CONFLICT, &staff_page(page, &desk, form).await?);
    }
    change.commit().await?;
    Ok(Redirect::to(&page.link("office/settings/staff")).into_response())
}

fn chosen(form: &Form) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| form.chose("roles", role.word())).collect()
}

async fn staff_page(page: Page, desk: &Desk, form: Form) -> Result<StaffPage, WebError> {
    let mut members = Vec::new();
    for (account, roles) in account::staff_and_suspended(desk.store()).await? {
        members.push(Member {
            id: account.id,
            name: account.called().to_owned(),
            roles,
            state: account.state,
            has_password: !account.password.is_empty(),
            has_second_factor: account.has_second_factor(),
            passkeys: passkeys::count_passkeys(desk.store(), account.id).await?,
            email: account.email,
        });
    }
    Ok(StaffPage { page, form, members })
}
