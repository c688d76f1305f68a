//! Every statement of the slice.

pub(crate) mod accounts;
pub(crate) mod merges;
pub(crate) mod parties;
pub(crate) mod passkeys;
#[cfg(feature = "oidc")]
pub(crate) mod provider;
