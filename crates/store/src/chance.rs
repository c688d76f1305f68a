use std::sync::{Arc, Mutex};

use sha2::{Digest, Sha256};

/// Where unguessable things come from: the machine, or a seed that a test has chosen.
#[derive(Debug, Clone)]
pub enum Chance {
    Machine,
    Seeded(Arc<Mutex<u64>>),
}

impl Chance {
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(seed)))
    }

    pub(crate) fn bytes(&self) -> [u8; 32] {
        match self {
            Self::Machine => {
                let mut bytes = [0; 32];
                getrandom::fill(&mut bytes)
                    .expect("a machine without randomness cannot keep secrets, so it must not run");
                bytes
            }
            Self::Seeded(next) => {
                let mut next = next.lock().expect("nobody panics while counting");
                *next = next.wrapping_add(1);
                Sha256::digest(next.to_be_bytes()).into()
            }
        }
    }

    pub(crate) fn number(&self) -> u128 {
        self.bytes().into_iter().take(16).fold(0, |number, byte| number << 8 | u128::from(byte))
    }

    /// 256 bits as text that fits into an address.
    pub fn secret(&self) -> String {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let letter = |byte: u8| LETTERS.get(usize::from(byte % 32)).map_or('a', |letter| char::from(*letter));
        // Five bits a letter: two draws give the 52 letters that carry 256 bits.
        let letters = self.bytes().into_iter().chain(self.bytes()).take(52).map(letter);
        letters.collect()
    }
}

/// What is kept in place of a secret: who reads the database cannot use it.
pub fn fingerprint(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Chance, fingerprint};

    #[test]
    fn secrets_differ_and_fit_into_an_address() {
        let chance = Chance::Machine;
        let (one, other) = (chance.secret(), chance.secret());
        assert_ne!(one, other);
        assert!(one.len() == 52 && one.chars().all(|letter| letter.is_ascii_alphanumeric()));
        assert_ne!(fingerprint(&one), fingerprint(&other));
    }

    #[test]
    fn a_seed_repeats_itself() {
        assert_eq!(Chance::seeded(7).secret(), Chance::seeded(7).secret());
        assert_ne!(Chance::seeded(7).number(), Chance::seeded(8).number());
    }
}
