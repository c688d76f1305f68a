//! What must not be read out of a copy of the database is sealed with a key that is not in it.

use std::sync::Arc;

use kernel::Id;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::digest::{SHA256, digest};
use ring::hmac;

use super::passkey::{read, written};

/// Seals the secrets of second factors.
#[derive(Clone)]
pub struct Seal {
    key: Arc<LessSafeKey>,
    check: String,
}

/// What was kept before there were seals has no such beginning.
pub(crate) const SEALED: &str = "sealed:";

impl Seal {
    /// `secret` has to be hard to guess: it is not made harder here.
    pub fn new(secret: &str) -> Self {
        let secret = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        let bytes = hmac::sign(&secret, b"second factors");
        let key = UnboundKey::new(&CHACHA20_POLY1305, bytes.as_ref()).expect("a hash is as long as the key has to be");
        let check = written(hmac::sign(&secret, b"which key it is").as_ref());
        Self { key: Arc::new(LessSafeKey::new(key)), check }
    }

    /// Tells this key from others, and nothing else of it.
    pub fn check(&self) -> &str {
        &self.check
    }

    /// Sealed for one account, so that nobody can be given another's. `chance` is a fresh secret each time.
    pub(crate) fn close(&self, secret: &str, account: Id, chance: &str) -> String {
        let mut nonce = [0; NONCE_LEN];
        nonce.iter_mut().zip(digest(&SHA256, chance.as_bytes()).as_ref()).for_each(|(to, from)| *to = *from);
        let mut bytes = secret.as_bytes().to_vec();
        self.key
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad(account), &mut bytes)
            .expect("a secret is far shorter than the longest text");
        format!("{SEALED}{}", written(&[nonce.as_slice(), &bytes].concat()))
    }

    /// Nothing if it was sealed with another key or for another account. What was never sealed is as it is.
    pub(crate) fn open(&self, kept: &str, account: Id) -> Option<String> {
        let Some(sealed) = kept.strip_prefix(SEALED) else { return Some(kept.to_owned()) };
        let bytes = read(sealed)?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE_LEN>()?;
        let mut rest = rest.to_vec();
        let opened = self.key.open_in_place(Nonce::assume_unique_for_key(*nonce), aad(account), &mut rest).ok()?;
        String::from_utf8(opened.to_vec()).ok()
    }
}

fn aad(account: Id) -> Aad<String> {
    Aad::from(account.to_string())
}

#[cfg(test)]
mod tests {
    use kernel::Id;

    use super::Seal;

    #[test]
    fn what_is_sealed_opens_with_its_key_for_its_account_and_not_when_it_was_touched() {
        let (seal, own) = (Seal::new("a secret"), Id::new(1, 1));
        let kept = seal.close("GEZDGNBVGY3TQOJQ", own, "chance");
        assert!(kept.starts_with("sealed:") && !kept.contains("GEZD"), "{kept}");
        assert_eq!(seal.open(&kept, own).as_deref(), Some("GEZDGNBVGY3TQOJQ"));
        assert_eq!(seal.open(&kept, Id::new(1, 2)), None);
        assert_eq!(Seal::new("another").open(&kept, own), None);
        let end = if kept.ends_with('A') { 'B' } else { 'A' };
        for touched in [format!("{}{end}", &kept[..kept.len() - 1]), "sealed:".to_owned(), "sealed:AAAA".to_owned()] {
            assert_eq!(seal.open(&touched, own), None, "{touched}");
        }
        assert_ne!(kept, seal.close("GEZDGNBVGY3TQOJQ", own, "another chance"));
        assert_eq!(seal.open("GEZDGNBVGY3TQOJQ", own).as_deref(), Some("GEZDGNBVGY3TQOJQ"), "of an older program");
        assert_ne!(seal.check(), Seal::new("another").check());
    }
}
