//! Accounts: who may sign in, and how.

mod link;
pub(crate) mod passkey;
mod password;
mod seal;
mod second_factor;

use jiff::{SignedDuration, Timestamp};
use kernel::Id;
use store::{Change, Query, StoreError};
use web::{Role, Visitor};

pub(crate) use link::next_page;
pub(crate) use link::{Link, LinkKind, LinkRefusal};
pub(crate) use password::{LONGEST, Passwords, SHORTEST};
pub use seal::Seal;
pub(crate) use second_factor::{
    SecondFactor, address as second_factor_address, picture, recovery_codes, recovery_fingerprint,
};

use crate::sql::accounts as sql;

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub id: Id,
    /// Small letters; nobody shares one.
    pub email: String,
    pub name: String,
    pub language: String,
    pub time_zone: String,
    pub state: State,
    /// As argon2 writes it; empty for those who sign in by a link.
    pub(crate) password: String,
    /// Sealed; empty until the second factor has been shown to work.
    pub(crate) totp_secret: String,
    pub(crate) totp_step: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Active,
    /// May come back.
    Suspended,
    /// Nobody knows any more who this was.
    Erased,
}

/// How often something may be tried on one account before it has to wait.
pub(crate) const MOST_TRIES: i64 = 8;
pub(crate) const TRIES_COUNT_FOR: SignedDuration = SignedDuration::from_mins(15);
/// Letters to one address: enough for somebody who looks into the wrong folder, too few to be a nuisance.
pub(crate) const MOST_LETTERS: i64 = 6;

/// Staff sign in each working day; a producer comes back after weeks.
pub(crate) const STAFF_DAYS: i64 = 3;
pub(crate) const PRODUCER_DAYS: i64 = 30;

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Erased => "erased",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Erased].into_iter().find(|state| state.word() == word)
    }
}

impl Account {
    /// Somebody new, who signs in by a link until there is a password.
    pub(crate) fn new(id: Id, email: &str, name: &str, language: &str, time_zone: &str) -> Self {
        Self {
            id,
            email: email.to_owned(),
            name: name.to_owned(),
            language: language.to_owned(),
            time_zone: time_zone.to_owned(),
            state: State::Active,
            password: String::new(),
            totp_secret: String::new(),
            totp_step: 0,
        }
    }

    pub fn has_second_factor(&self) -> bool {
        !self.totp_secret.is_empty()
    }

    /// A name for pages; who gave none is called by their address.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { &self.email } else { &self.name }
    }
}

/// An address as it is compared: small letters, no spaces around. Only what can be an address at all.
pub fn email(typed: &str) -> Option<String> {
    let email = typed.trim().to_lowercase();
    let (local, domain) = email.rsplit_once('@')?;
    let is_domain = domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains("..")
        && domain.chars().all(|letter| letter.is_alphanumeric() || letter == '.' || letter == '-');
    let is_local = !local.is_empty()
        && local
            .chars()
            .all(|letter| !letter.is_whitespace() && !letter.is_control() && !"<>()[]\\,;:\"@".contains(letter));
    (is_local && is_domain && email.len() <= 254).then_some(email)
}

/// The account of an id, if it can be used.
pub async fn find(db: &impl Query, id: Id) -> Result<Option<Account>, StoreError> {
    Ok(sql::find_account(db, id).await?.filter(|account| account.state == State::Active))
}

pub async fn find_by_email(db: &impl Query, email: &str) -> Result<Option<Account>, StoreError> {
    Ok(sql::find_account_by_email(db, email).await?.filter(|account| account.state == State::Active))
}

/// The account of an address, made if there is none: for who sends an inquiry and wants to follow it.
pub async fn find_or_make(
    change: &Change,
    email: &str,
    name: &str,
    language: &str,
    time_zone: &str,
) -> Result<Account, StoreError> {
    if let Some(account) = sql::find_account_by_email(change, email).await? {
        return Ok(account);
    }
    let account = Account::new(change.fresh_id(), email, name, language, time_zone);
    sql::insert_account(change, &account).await?;
    change.record(store::Entry::new("account", account.id, "made")).await;
    Ok(account)
}

pub async fn roles(db: &impl Query, account: Id) -> Result<Vec<Role>, StoreError> {
    let words = sql::list_roles(db, account).await?;
    Ok(words.iter().filter_map(|word| word.parse().ok()).collect())
}

/// Puts somebody on the staff, or changes what they are there for. Where they are signed in with other roles, they no
/// longer are.
pub async fn give_roles(change: &Change, account: Id, roles: &[Role]) -> Result<(), StoreError> {
    let before = sql::list_roles(change, account).await?;
    let after: Vec<&str> = roles.iter().map(|role| role.word()).collect();
    sql::set_roles(change, account, &after).await?;
    web::Session::close_all_of(change, account).await?;
    change.record(store::Entry::new("account", account, "roles set").before(before).after(after)).await;
    Ok(())
}

/// People with an account who are not on the staff, by name.
pub async fn outside_staff(db: &impl Query, most: i64) -> Result<Vec<Account>, StoreError> {
    sql::list_outside_staff(db, most).await
}

/// Everybody on the staff who may sign in, with their roles, by name: for choosing who is to do something.
pub async fn staff(db: &impl Query) -> Result<Vec<Visitor>, StoreError> {
    let all = staff_and_suspended(db).await?;
    Ok(all
        .into_iter()
        .filter(|(account, _)| account.state == State::Active)
        .map(|(account, roles)| visitor(&account, roles))
        .collect())
}

pub(crate) async fn staff_and_suspended(db: &impl Query) -> Result<Vec<(Account, Vec<Role>)>, StoreError> {
    let mut staff: Vec<(Account, Vec<Role>)> = Vec::new();
    for (account, role) in sql::list_staff(db).await? {
        let role = role.parse().ok();
        match staff.last_mut().filter(|(last, _)| last.id == account.id) {
            Some((_, roles)) => roles.extend(role),
            None => staff.push((account, role.into_iter().collect())),
        }
    }
    Ok(staff)
}

pub(crate) fn visitor(account: &Account, roles: Vec<Role>) -> Visitor {
    Visitor { account: account.id, name: account.called().to_owned(), email: account.email.clone(), roles }
}

/// Counts a try; false if there were too many already. Counting is not part of what is tried: it stays.
pub(crate) async fn may_try(
    store: &store::Store,
    now: Timestamp,
    subject: &str,
    most: i64,
) -> Result<bool, StoreError> {
    let change = store.upkeep(now).await?;
    let since = now.checked_sub(TRIES_COUNT_FOR).unwrap_or(now);
    let count = sql::count_attempt(&change, &store::fingerprint(subject), since).await?;
    change.commit().await?;
    Ok(count <= most)
}

/// Seals what an older program kept as it was.
pub async fn seal_second_factors(store: &store::Store, seal: &Seal, now: Timestamp) -> Result<(), StoreError> {
    let unsealed = sql::list_unsealed(store).await?;
    if unsealed.is_empty() {
        return Ok(());
    }
    let change = store.upkeep(now).await?;
    for account in unsealed {
        let sealed = seal.close(&account.totp_secret, account.id, &store.secret());
        sql::set_second_factor(&change, account.id, &sealed, account.totp_step).await?;
    }
    change.commit().await
}

/// For the day when the key is lost: everybody sets up a new second factor after the password.
pub async fn forget_second_factors(change: &Change) -> Result<(), StoreError> {
    sql::delete_sealed(change).await
}

pub(crate) async fn forget_tries(change: &Change, subject: &str) -> Result<(), StoreError> {
    sql::delete_attempts(change, &store::fingerprint(subject)).await
}

#[cfg(test)]
mod tests {
    use super::email;

    #[test]
    fn an_address_is_compared_in_small_letters() {
        assert_eq!(email(" Aigerim@Film.KZ "), Some("aigerim@film.kz".to_owned()));
        assert_eq!(email("o'connor+1@mail.example"), Some("o'connor+1@mail.example".to_owned()));
    }

    #[test]
    fn what_cannot_be_an_address_is_not_one() {
        for wrong in
            ["", "@", "a@b", "a@.kz", "a b@film.kz", "a@film..kz", "a@b.kz\r\nbcc: x@y.kz", "<a@b.kz>", "a,b@c.kz"]
        {
            assert_eq!(email(wrong), None, "{wrong}");
        }
        assert_eq!(email(&format!("{}@film.kz", "a".repeat(300))), None);
    }
}
