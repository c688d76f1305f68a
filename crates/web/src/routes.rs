use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::guard::{self, Rule};
use crate::{Pace, Role, Visitor};

/// How much an ordinary form may carry.
const FORM_LIMIT: usize = 256 * 1024;

/// Who may come in. Every route names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Anybody, without an account.
    Public,
    /// Anybody with an account; which productions they may see is asked where a production is read.
    SignedIn,
    /// The commission's staff; an auditor looks and changes nothing.
    Office,
    /// Who may give the second signature.
    Decide,
    /// Accounts, settings, backups.
    Administer,
    /// The chain of everything that was done.
    Audit,
}

impl Permission {
    pub const ALL: [Self; 6] =
        [Self::Public, Self::SignedIn, Self::Office, Self::Decide, Self::Administer, Self::Audit];

    /// Whether somebody may come in, to look or (`changes`) to do something.
    pub fn admits(self, visitor: Option<&Visitor>, changes: bool) -> bool {
        let has = |wanted: &[Role]| visitor.is_some_and(|who| who.roles.iter().any(|role| wanted.contains(role)));
        match self {
            Self::Public => true,
            Self::SignedIn => visitor.is_some(),
            Self::Office if changes => has(&[
                Role::Officer,
                Role::Verifier,
                Role::Approver,
                Role::Finance,
                Role::Events,
                Role::Publisher,
                Role::Administrator,
            ]),
            Self::Office => has(&Role::ALL),
            Self::Decide => has(&[Role::Approver]),
            Self::Administer => has(&[Role::Administrator]),
            Self::Audit if changes => has(&[Role::Administrator]),
            Self::Audit => has(&[Role::Administrator, Role::Auditor]),
        }
    }
}

/// A part of the office, for the rail at its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeItem {
    /// Below the language: `office/cases`.
    pub path: &'static str,
    /// The key of its name.
    pub label: &'static str,
    /// Lower ones stand first.
    pub position: u8,
}

/// One route as it was registered, for the test that walks over all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    pub method: &'static str,
    pub path: &'static str,
    pub permission: Permission,
    /// The most bytes a body may have.
    pub limit: usize,
    /// How often one sender may send it.
    pub pace: Option<Pace>,
}

/// The only way to add a page: a route without a permission cannot be written down.
pub struct Routes<S = ()> {
    pub(crate) router: Router<S>,
    pub(crate) listed: Vec<Listed>,
    pub(crate) office: Vec<OfficeItem>,
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    pub fn new() -> Self {
        Self { router: Router::new(), listed: Vec::new(), office: Vec::new() }
    }

    #[must_use]
    pub fn get<H: Handler<T, S>, T: 'static>(self, path: &'static str, permission: Permission, handler: H) -> Self {
        self.add(Listed { method: "GET", path, permission, limit: 0, pace: None }, get(handler))
    }

    /// An ordinary form.
    #[must_use]
    pub fn post<H: Handler<T, S>, T: 'static>(self, path: &'static str, permission: Permission, handler: H) -> Self {
        let pace = Some(Pace::FORM);
        self.add(Listed { method: "POST", path, permission, limit: FORM_LIMIT, pace }, post(handler))
    }

    /// A form that somebody could try many times: one sender has to wait.
    #[must_use]
    pub fn post_paced<H: Handler<T, S>, T: 'static>(
        self,
        path: &'static str,
        permission: Permission,
        pace: Pace,
        handler: H,
    ) -> Self {
        let pace = Some(pace);
        self.add(Listed { method: "POST", path, permission, limit: FORM_LIMIT, pace }, post(handler))
    }

    /// A form with files, `limit` bytes in all.
    #[must_use]
    pub fn post_upload<H: Handler<T, S>, T: 'static>(
        self,
        path: &'static str,
        permission: Permission,
        limit: usize,
        handler: H,
    ) -> Self {
        let pace = Some(Pace::FORM);
        self.add(Listed { method: "POST", path, permission, limit, pace }, post(handler))
    }

    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.listed.extend(other.listed);
        self.office.extend(other.office);
        Self { router: self.router.merge(other.router), ..self }
    }

    /// Gives the handlers what they work with, so that slices with different needs can be merged.
    pub fn with_state<Outer>(self, state: S) -> Routes<Outer> {
        Routes { router: self.router.with_state(state), listed: self.listed, office: self.office }
    }

    /// Puts a part of the office into the rail at its side.
    #[must_use]
    pub fn office_item(mut self, path: &'static str, label: &'static str, position: u8) -> Self {
        self.office.push(OfficeItem { path, label, position });
        self
    }

    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    fn add(mut self, listed: Listed, handler: MethodRouter<S>) -> Self {
        let guarded = handler
            .layer(DefaultBodyLimit::max(listed.limit))
            .route_layer(from_fn_with_state(Rule::of(&listed), guard::admit));
        self.listed.push(listed);
        Self { router: self.router.route(listed.path, guarded), ..self }
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}
