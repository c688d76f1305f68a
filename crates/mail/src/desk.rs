use hmac::{Hmac, KeyInit, Mac};
use kernel::Id;
use sha2::Sha256;

use crate::{Address, Reference};

/// Who writes: the address letters come from, the box that replies go to, and the key by which we know our own.
#[derive(Clone)]
pub struct Desk {
    pub from: Address,
    /// The local part of replies is `LOCAL+REFERENCE.CHECK`: the mail server must deliver what follows a plus sign.
    pub replies: Address,
    /// At least 32 unguessable bytes, the same for ever: with another, replies to old letters lose their matter.
    pub key: Vec<u8>,
}

/// Five bits each; no case, and nothing that is taken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

const REPLY: &str = "reply";
const MESSAGE: &str = "message";

impl Desk {
    /// Where replies about a matter go.
    pub fn reply_address(&self, reference: &Reference) -> String {
        let (local, host) = self.replies.address().rsplit_once('@').unwrap_or_default();
        let reference = reference.as_str().to_lowercase();
        format!("{local}+{reference}.{}@{host}", self.check(REPLY, &reference))
    }

    /// The matter that an address of ours is about; nothing for an address that somebody made up.
    pub(crate) fn reference_of_address(&self, address: &str) -> Option<Reference> {
        let (own, host) = self.replies.address().rsplit_once('@')?;
        let (local, their_host) = address.trim().rsplit_once('@')?;
        let (box_name, tag) = local.split_once('+')?;
        if !box_name.eq_ignore_ascii_case(own) || !their_host.eq_ignore_ascii_case(host) {
            return None;
        }
        let (reference, check) = tag.rsplit_once('.')?;
        let reference = reference.to_lowercase();
        self.proves(REPLY, &reference, check).then(|| reference.parse().ok()).flatten()
    }

    /// The message id of a letter, without its angle brackets.
    pub(crate) fn message_id(&self, letter: Id, reference: Option<&Reference>) -> String {
        let (_, host) = self.from.address().rsplit_once('@').unwrap_or_default();
        let about = reference.map_or_else(String::new, |reference| format!(".{reference}"));
        let name = format!("{letter}{about}").to_lowercase();
        format!("{name}.{}@{host}", self.check(MESSAGE, &name))
    }

    /// Whether a message id is of our making, and about which matter.
    pub(crate) fn own_message(&self, message_id: &str) -> Option<Option<Reference>> {
        let (local, _) = message_id.trim().trim_matches(['<', '>']).rsplit_once('@')?;
        let (name, check) = local.rsplit_once('.')?;
        let name = name.to_lowercase();
        let reference = name.split_once('.').and_then(|(_, reference)| reference.parse().ok());
        self.proves(MESSAGE, &name, check).then_some(reference)
    }

    fn proves(&self, purpose: &str, text: &str, check: &str) -> bool {
        let expected = self.check(purpose, text);
        let check = check.to_ascii_lowercase();
        // Every letter is compared, so that the time says nothing of how many were right.
        let differences = expected.bytes().zip(check.bytes()).fold(0, |sum, (one, other)| sum | (one ^ other));
        expected.len() == check.len() && differences == 0
    }

    /// Thirteen letters that nobody without the key can tell: 65 bits.
    fn check(&self, purpose: &str, text: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("a key may have any length");
        mac.update(purpose.as_bytes());
        mac.update(b"\0");
        mac.update(text.as_bytes());
        let digest = mac.finalize().into_bytes();
        let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).map_or('a', |letter| char::from(*letter));
        digest.iter().take(13).map(letter).collect()
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Desk {{ from: {}, replies: {} }}", self.from, self.replies)
    }
}

#[cfg(test)]
mod tests {
    use super::Desk;
    use crate::Address;
    use kernel::Id;

    fn desk(key: u8) -> Desk {
        let address = |address| Address::check("", address).unwrap();
        Desk { from: address("office@film.test"), replies: address("inbox@film.test"), key: vec![key; 32] }
    }

    #[test]
    fn a_reply_finds_its_matter_whatever_happened_to_the_case() {
        let reference = "KZ-2026-0142".parse().unwrap();
        let address = desk(1).reply_address(&reference);
        assert_eq!(desk(1).reference_of_address(&address), Some(reference.clone()));
        assert_eq!(desk(1).reference_of_address(&address.to_uppercase()), Some(reference));
    }

    #[test]
    fn a_reference_that_somebody_made_up_is_none() {
        let address = desk(1).reply_address(&"KZ-2026-0142".parse().unwrap());
        let other = address.replace("0142", "0143");
        assert_eq!(desk(1).reference_of_address(&other), None);
        assert_eq!(desk(2).reference_of_address(&address), None);
        assert_eq!(desk(1).reference_of_address("inbox+kz-2026-0142@film.test"), None);
        assert_eq!(desk(1).reference_of_address(&address.replace("film.test", "other.test")), None);
    }

    #[test]
    fn our_own_message_ids_are_known_and_others_are_not() {
        let reference = "KZ-2026-0142".parse().unwrap();
        let id = desk(1).message_id(Id::new(5, 7), Some(&reference));
        assert_eq!(desk(1).own_message(&format!("<{id}>")), Some(Some(reference)));
        let plain = desk(1).message_id(Id::new(5, 7), None);
        assert_eq!(desk(1).own_message(&plain), Some(None));
        assert_eq!(desk(2).own_message(&id), None);
        assert_eq!(desk(1).own_message("<CAF=abc@mail.example>"), None);
    }
}
