use jiff::Timestamp;
use kernel::Actor;
use store::{By, Entry, Store, StoreError};
use web::Role;

use crate::account::{Link, LinkKind};
use crate::sql::accounts as sql;

/// The path, below the language, of the one-time link by which the first administrator comes in: printed where the
/// program runs, so that a stranger who finds the address cannot claim the installation. Nothing if there is an
/// administrator. A later call ends the earlier link.
pub async fn first_run(store: &Store, now: Timestamp) -> Result<Option<String>, StoreError> {
    if sql::count_with_role(store, Role::Administrator.word()).await? > 0 {
        return Ok(None);
    }
    let by = By { actor: Actor::program("serve"), moment: now, reason: "account.first".to_owned() };
    let change = store.change(by).await?;
    let secret = store.secret();
    sql::end_links(&change, "", LinkKind::First).await?;
    let expires_at = now.checked_add(LinkKind::First.lasts()).unwrap_or(now);
    let link = Link {
        fingerprint: store::fingerprint(&secret),
        kind: LinkKind::First,
        account: None,
        email: String::new(),
        next: String::new(),
        expires_at,
        used_at: String::new(),
    };
    sql::insert_link(&change, &link, expires_at).await?;
    change.record(Entry::new("installation", "first", "link for the first administrator printed")).await;
    change.commit().await?;
    Ok(Some(format!("sign-in/password/{secret}")))
}
