use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodRouter, get, post};

use crate::guard::{self, Rule};

/// How much an ordinary form may carry.
const FORM_LIMIT: usize = 256 * 1024;

/// Who may come in. Every route names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Anybody, without an account.
    Public,
}

/// One route as it was registered, for the test that walks over all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    pub method: &'static str,
    pub path: &'static str,
    pub permission: Permission,
    /// The most bytes a body may have.
    pub limit: usize,
}

/// The only way to add a page: a route without a permission cannot be written down.
pub struct Routes<S = ()> {
    pub(crate) router: Router<S>,
    pub(crate) listed: Vec<Listed>,
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    pub fn new() -> Self {
        Self { router: Router::new(), listed: Vec::new() }
    }

    #[must_use]
    pub fn get<H: Handler<T, S>, T: 'static>(self, path: &'static str, permission: Permission, handler: H) -> Self {
        self.add(Listed { method: "GET", path, permission, limit: 0 }, get(handler))
    }

    /// An ordinary form.
    #[must_use]
    pub fn post<H: Handler<T, S>, T: 'static>(self, path: &'static str, permission: Permission, handler: H) -> Self {
        self.add(Listed { method: "POST", path, permission, limit: FORM_LIMIT }, post(handler))
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
        self.add(Listed { method: "POST", path, permission, limit }, post(handler))
    }

    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.listed.extend(other.listed);
        Self { router: self.router.merge(other.router), listed: self.listed }
    }

    /// Gives the handlers what they work with, so that slices with different needs can be merged.
    pub fn with_state<Outer>(self, state: S) -> Routes<Outer> {
        Routes { router: self.router.with_state(state), listed: self.listed }
    }

    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    fn add(mut self, listed: Listed, handler: MethodRouter<S>) -> Self {
        let guarded = handler
            .layer(DefaultBodyLimit::max(listed.limit))
            .route_layer(from_fn_with_state(Rule::of(&listed), guard::admit));
        self.listed.push(listed);
        Self { router: self.router.route(listed.path, guarded), listed: self.listed }
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}
