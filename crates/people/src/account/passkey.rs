//! Passkeys: what an authenticator signs, and whether it may be believed (WebAuthn level 3, sections 7.1 and 7.2).
//!
//! No attestation is asked for: who made somebody's key chain is not ours to know. What is left is a fixed layout of
//! bytes, and one signature, which `ring` checks.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use kernel::Id;
use ring::digest::{SHA256, digest};
use ring::signature::{self, RsaPublicKeyComponents, UnparsedPublicKey};
use serde::Deserialize;

/// Who asks authenticators: this site, under the address in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RelyingParty {
    origin: String,
    /// The host alone: a passkey belongs to it.
    pub id: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passkey {
    /// As the authenticator knows it, in base64url.
    pub id: String,
    pub account: Id,
    pub name: String,
    pub key: PublicKey,
    pub counter: i64,
    pub made_at: Timestamp,
    /// Empty until then.
    pub used_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicKey {
    pub algorithm: Algorithm,
    /// A point of the curve as its library wants it; the modulus of an RSA key, whose exponent is 65537.
    pub bytes: Vec<u8>,
}

/// In the order of our preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Ed25519,
    Es256,
    Rs256,
}

/// What is asked of an authenticator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Challenge {
    pub fingerprint: String,
    pub kind: ChallengeKind,
    /// Whose the new passkey will be; nobody where somebody wants to sign in.
    pub account: Option<Id>,
    pub name: String,
    pub expires_at: Timestamp,
    /// Empty until then.
    pub used_at: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChallengeKind {
    Make,
    SignIn,
}

/// What the browser sends back, whichever was asked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reply {
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    /// Only where somebody signs in.
    pub signature: Vec<u8>,
}

/// A key that an authenticator has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    pub id: String,
    pub key: PublicKey,
    pub counter: i64,
}

/// Why a reply is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Disbelief {
    /// Not what a browser sends.
    Unreadable,
    OtherPurpose,
    OtherChallenge,
    /// Made on another site, or inside of one.
    OtherSite,
    /// Nobody touched the authenticator.
    NobodyThere,
    /// The authenticator did not ask who it is.
    NotVerified,
    /// A key of a kind that was not asked for.
    OtherKey,
    OtherSignature,
}

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;
/// Hash of the host, flags, counter.
const HEAD: usize = 32 + 1 + 4;
/// WebAuthn allows no longer ones.
const LONGEST_ID: usize = 1_023;
pub(crate) const MOST_PASSKEYS: usize = 20;
pub(crate) const CHALLENGE_LASTS: SignedDuration = SignedDuration::from_mins(5);

/// The whole of the data that browsers collect is larger than this only if somebody plays.
const LONGEST_CLIENT_DATA: usize = 4_096;

#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    purpose: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    is_framed: bool,
}

struct Seen<'d> {
    counter: i64,
    flags: u8,
    rest: &'d [u8],
}

impl RelyingParty {
    /// Nothing where browsers offer no passkeys: without a name, or without encryption on the way.
    pub(crate) fn of(origin: &str) -> Option<Self> {
        let (scheme, host_and_port) = origin.split_once("://")?;
        let host = host_and_port.split(['/', ':']).next().filter(|host| !host.is_empty())?.to_lowercase();
        let is_local = host == "localhost" || host.ends_with(".localhost");
        let is_address = host.chars().all(|letter| letter.is_ascii_digit() || letter == '.') || host.starts_with('[');
        let is_safe = (scheme == "https" && !is_address) || (scheme == "http" && is_local);
        is_safe.then(|| Self { origin: origin.trim_end_matches('/').to_owned(), id: host })
    }

    /// A new passkey, if it was made here, for this challenge, by an authenticator that knows its owner.
    pub(crate) fn check_made(&self, challenge: &str, reply: &Reply) -> Result<Made, Disbelief> {
        self.check_client(challenge, "webauthn.create", &reply.client_data)?;
        let seen = self.check_authenticator(&reply.authenticator_data)?;
        if seen.flags & HAS_KEY == 0 {
            return Err(Disbelief::Unreadable);
        }
        // The model of the authenticator stands first: nobody's business.
        let rest = seen.rest.get(16..).ok_or(Disbelief::Unreadable)?;
        let (length, rest) = rest.split_first_chunk::<2>().ok_or(Disbelief::Unreadable)?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length == 0 || length > LONGEST_ID {
            return Err(Disbelief::Unreadable);
        }
        let (id, key) = rest.split_at_checked(length).ok_or(Disbelief::Unreadable)?;
        let key = PublicKey::of_cose(key).ok_or(Disbelief::OtherKey)?;
        Ok(Made { id: URL_SAFE_NO_PAD.encode(id), key, counter: seen.counter })
    }

    /// The authenticator's counter, if the passkey has signed this challenge here.
    pub(crate) fn check_used(&self, challenge: &str, reply: &Reply, key: &PublicKey) -> Result<i64, Disbelief> {
        self.check_client(challenge, "webauthn.get", &reply.client_data)?;
        let seen = self.check_authenticator(&reply.authenticator_data)?;
        let mut signed = reply.authenticator_data.clone();
        signed.extend_from_slice(digest(&SHA256, &reply.client_data).as_ref());
        key.verifies(&signed, &reply.signature).then_some(seen.counter).ok_or(Disbelief::OtherSignature)
    }

    fn check_client(&self, challenge: &str, purpose: &str, bytes: &[u8]) -> Result<(), Disbelief> {
        if bytes.len() > LONGEST_CLIENT_DATA {
            return Err(Disbelief::Unreadable);
        }
        let data: ClientData = serde_json::from_slice(bytes).map_err(|_| Disbelief::Unreadable)?;
        if data.purpose != purpose {
            return Err(Disbelief::OtherPurpose);
        }
        if data.challenge != URL_SAFE_NO_PAD.encode(challenge) {
            return Err(Disbelief::OtherChallenge);
        }
        if data.origin != self.origin || data.is_framed {
            return Err(Disbelief::OtherSite);
        }
        Ok(())
    }

    fn check_authenticator<'d>(&self, bytes: &'d [u8]) -> Result<Seen<'d>, Disbelief> {
        let (head, rest) = bytes.split_first_chunk::<HEAD>().ok_or(Disbelief::Unreadable)?;
        let (host, head) = head.split_at(32);
        if host != digest(&SHA256, self.id.as_bytes()).as_ref() {
            return Err(Disbelief::OtherSite);
        }
        let (&flags, counter) = head.split_first().ok_or(Disbelief::Unreadable)?;
        if flags & PRESENT == 0 {
            return Err(Disbelief::NobodyThere);
        }
        if flags & VERIFIED == 0 {
            return Err(Disbelief::NotVerified);
        }
        let counter = counter.iter().fold(0, |counter: i64, byte| counter << 8 | i64::from(*byte));
        Ok(Seen { counter, flags, rest })
    }
}

impl PublicKey {
    /// A COSE key as CTAP2 writes it: canonical, so that each kind begins with bytes that are known.
    fn of_cose(cose: &[u8]) -> Option<Self> {
        const ED25519: &[u8] = &[0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20];
        const P256_X: &[u8] = &[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        const P256_Y: &[u8] = &[0x22, 0x58, 0x20];
        const RSA_2048: &[u8] = &[0xa4, 0x01, 0x03, 0x03, 0x39, 0x01, 0x00, 0x20, 0x59, 0x01, 0x00];
        const RSA_EXPONENT: &[u8] = &[0x21, 0x43, 0x01, 0x00, 0x01];
        // Extensions may follow the key; none was asked for and none is read.
        if let Some(rest) = cose.strip_prefix(ED25519) {
            return Some(Self { algorithm: Algorithm::Ed25519, bytes: rest.get(..32)?.to_vec() });
        }
        if let Some(rest) = cose.strip_prefix(P256_X) {
            let (x, rest) = rest.split_at_checked(32)?;
            let y = rest.strip_prefix(P256_Y)?.get(..32)?;
            // Four says that both coordinates are written out.
            return Some(Self { algorithm: Algorithm::Es256, bytes: [&[4], x, y].concat() });
        }
        let (modulus, rest) = cose.strip_prefix(RSA_2048)?.split_at_checked(256)?;
        rest.strip_prefix(RSA_EXPONENT)?;
        Some(Self { algorithm: Algorithm::Rs256, bytes: modulus.to_vec() })
    }

    fn verifies(&self, signed: &[u8], signature: &[u8]) -> bool {
        match self.algorithm {
            Algorithm::Ed25519 => UnparsedPublicKey::new(&signature::ED25519, &self.bytes).verify(signed, signature),
            Algorithm::Es256 => {
                UnparsedPublicKey::new(&signature::ECDSA_P256_SHA256_ASN1, &self.bytes).verify(signed, signature)
            }
            Algorithm::Rs256 => RsaPublicKeyComponents { n: self.bytes.as_slice(), e: &[1, 0, 1] }.verify(
                &signature::RSA_PKCS1_2048_8192_SHA256,
                signed,
                signature,
            ),
        }
        .is_ok()
    }
}

impl Algorithm {
    pub(crate) const ALL: [Self; 3] = [Self::Ed25519, Self::Es256, Self::Rs256];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Ed25519 => "ed25519",
            Self::Es256 => "es256",
            Self::Rs256 => "rs256",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.word() == word)
    }

    /// Its number in the register that browsers use.
    pub(crate) fn cose(self) -> i64 {
        match self {
            Self::Ed25519 => -8,
            Self::Es256 => -7,
            Self::Rs256 => -257,
        }
    }
}

impl ChallengeKind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Make => "make",
            Self::SignIn => "sign-in",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Make, Self::SignIn].into_iter().find(|kind| kind.word() == word)
    }
}

impl Challenge {
    pub(crate) fn is_open(&self, kind: ChallengeKind, now: Timestamp) -> bool {
        self.kind == kind && self.used_at.is_empty() && now < self.expires_at
    }
}

impl Reply {
    /// From the fields that the script of the page fills in; what cannot be read is empty, and is not believed.
    pub(crate) fn of(typed: impl Fn(&str) -> String) -> Self {
        let bytes = |field: &str| URL_SAFE_NO_PAD.decode(typed(field)).unwrap_or_default();
        Self {
            client_data: bytes("client-data"),
            authenticator_data: bytes("authenticator-data"),
            signature: bytes("signature"),
        }
    }
}

impl Disbelief {
    /// The key of what a person is told: more only where they can do something about it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::NobodyThere | Self::NotVerified => "people-passkey-not-verified",
            Self::OtherKey => "people-passkey-other-key",
            Self::OtherChallenge => "people-passkey-over",
            Self::Unreadable | Self::OtherPurpose | Self::OtherSite | Self::OtherSignature => "people-passkey-refused",
        }
    }
}

pub(crate) fn written(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
