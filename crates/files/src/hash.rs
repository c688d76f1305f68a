use std::fmt;
use std::str::FromStr;

use object_store::path::Path;
use sha2::{Digest, Sha256};

/// The SHA-256 of a file's bytes. Holding one means it is 64 small hexadecimal letters: no path can leave its folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(String);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the hash of a file")]
pub struct NotAHash(pub String);

impl Hash {
    pub fn of(bytes: &[u8]) -> Self {
        Self::from_digest(Sha256::new_with_prefix(bytes))
    }

    pub(crate) fn from_digest(digest: Sha256) -> Self {
        Self(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Two letters make a folder, so that none holds a million names.
    pub(crate) fn path(&self) -> Path {
        let (folder, rest) = self.0.split_at_checked(2).expect("a hash has 64 letters");
        Path::from_iter([KEPT, folder, rest])
    }

    /// The hash that a path of ours stands for.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let parts: Vec<String> = path.parts().map(|part| part.as_ref().to_owned()).collect();
        match parts.as_slice() {
            [kept, folder, rest] if kept == KEPT && folder.len() == 2 => format!("{folder}{rest}").parse().ok(),
            _ => None,
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The folder of what has arrived whole.
pub(crate) const KEPT: &str = "kept";

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let is_hash = text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hash { Ok(Self(text.to_owned())) } else { Err(NotAHash(text.to_owned())) }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Hash;

    #[test]
    fn a_hash_is_what_sha256sum_says() {
        let hash = Hash::of(b"abc");
        assert_eq!(hash.as_str(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(Hash::of_path(&hash.path()), Some(hash));
    }

    #[test]
    fn nothing_that_could_leave_the_folder_is_a_hash() {
        let long = "A".repeat(64);
        for wrong in ["", "..", "../../etc/passwd", "ba78", long.as_str(), &format!("../{}", "a".repeat(61))] {
            assert!(wrong.parse::<Hash>().is_err(), "{wrong}");
        }
    }
}
