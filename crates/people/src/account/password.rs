use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

pub(crate) const SHORTEST: usize = 12;
/// Longer ones are no safer, and hashing them is work for us.
pub(crate) const LONGEST: usize = 200;

/// Hashes and compares passwords, never more than a few at a time: each needs 19 MiB and a core.
#[derive(Clone)]
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
    /// Compared where there is no account, so that it takes as long.
    nobody: Arc<str>,
}

#[derive(Debug, thiserror::Error)]
#[error("a password cannot be hashed: {0}")]
pub(crate) struct NotHashed(String);

const AT_ONCE: usize = 4;

impl Passwords {
    pub(crate) fn new() -> Self {
        // The hash of nothing anybody knows, with today's parameters.
        let nobody = hash("nobody has this password: it is longer than the longest that is taken").unwrap_or_default();
        Self { turns: Arc::new(Semaphore::new(AT_ONCE)), nobody: nobody.into() }
    }

    pub(crate) async fn hash(&self, password: &str) -> Result<String, NotHashed> {
        let password = password.to_owned();
        self.in_turn(move || hash(&password)).await?
    }

    /// Takes as long whether there is such an account or not: `kept` is empty if not.
    pub(crate) async fn is_right(&self, typed: &str, kept: &str) -> Result<bool, NotHashed> {
        let is_known = !kept.is_empty();
        let kept = if is_known { kept.to_owned() } else { self.nobody.to_string() };
        let typed: String = typed.chars().take(LONGEST + 1).collect();
        let is_right = self
            .in_turn(move || {
                PasswordHash::new(&kept)
                    .is_ok_and(|kept| Argon2::default().verify_password(typed.as_bytes(), &kept).is_ok())
            })
            .await?;
        Ok(is_right && is_known)
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, NotHashed> {
        let _turn = self.turns.acquire().await.map_err(|error| NotHashed(error.to_string()))?;
        tokio::task::spawn_blocking(work).await.map_err(|error| NotHashed(error.to_string()))
    }
}

fn hash(password: &str) -> Result<String, NotHashed> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|error| NotHashed(error.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::Passwords;

    #[tokio::test]
    async fn where_there_is_no_account_a_password_is_compared_all_the_same_and_never_right() {
        let passwords = Passwords::new();
        assert!(passwords.nobody.starts_with("$argon2id$"), "{}", passwords.nobody);
        let phrase = "nobody has this password: it is longer than the longest that is taken";
        assert!(!passwords.is_right(phrase, "").await.unwrap());
        let kept = passwords.hash("correct horse battery").await.unwrap();
        assert!(passwords.is_right("correct horse battery", &kept).await.unwrap());
        assert!(!passwords.is_right("correct horse", &kept).await.unwrap());
    }
}
