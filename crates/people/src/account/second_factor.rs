use jiff::Timestamp;
use kernel::Id;
use totp_rs::{Builder, Secret, Totp};

/// The clock-and-secret codes of a telephone or a key chain.
pub(crate) struct SecondFactor(Totp);

/// How many recovery codes are given out together.
const CODES: usize = 8;

impl SecondFactor {
    /// 160 bits from a secret of the store, as RFC 4226 wants them, in the letters that authenticators read.
    pub(crate) fn fresh_secret(secret: &str) -> String {
        let digits = store::fingerprint(secret);
        let bytes: Vec<u8> = digits
            .as_bytes()
            .chunks_exact(2)
            .take(20)
            .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
            .collect();
        Secret::from(bytes).to_base32()
    }

    /// Nothing if the secret is not one.
    pub(crate) fn of(secret: &str) -> Option<Self> {
        let secret = Secret::try_from_base32(secret).ok()?;
        Builder::new().with_secret(secret).build().ok().map(Self)
    }

    /// The step a typed code belongs to, which must be later than the last one that was taken.
    pub(crate) fn step_of(&self, typed: &str, now: Timestamp) -> Option<i64> {
        let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let seconds = now.as_second().try_into().ok()?;
        self.0.check(&digits, seconds)?.try_into().ok()
    }

    #[cfg(test)]
    pub(crate) fn code(&self, now: Timestamp) -> String {
        use std::fmt::Write;
        let mut code = String::new();
        write!(code, "{}", self.0.generate(now.as_second().try_into().unwrap())).unwrap();
        code
    }
}

/// What authenticators read from a picture: `otpauth://totp/…`.
pub(crate) fn address(secret: &str, email: &str, issuer: &str) -> String {
    format!("otpauth://totp/{}:{}?secret={secret}&issuer={}", escaped(issuer), escaped(email), escaped(issuer))
}

/// The picture of a text for a camera: the squares of one SVG path, four quiet modules around.
pub(crate) fn picture(text: &str) -> Option<(i32, String)> {
    let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + 4, y + 4));
        }
    }
    Some((code.size() + 8, path))
}

/// Codes for the day when the telephone is lost: `abcde-fghjk`.
pub(crate) fn recovery_codes(secret: impl Fn() -> String) -> Vec<String> {
    let code = |_| {
        let letters: Vec<char> = secret().chars().take(12).collect();
        let (first, last) = letters.split_at(letters.len() / 2);
        format!("{}-{}", first.iter().collect::<String>(), last.iter().collect::<String>())
    };
    (0..CODES).map(code).collect()
}

/// What is kept in place of a recovery code; the same code of two accounts is kept differently.
pub(crate) fn recovery_fingerprint(account: Id, typed: &str) -> String {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).flat_map(char::to_lowercase).collect();
    store::fingerprint(&format!("{account} {code}"))
}

fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::{SecondFactor, address, picture, recovery_codes};

    /// The secret and a time of RFC 6238's examples, with six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let factor = SecondFactor::of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").unwrap();
        let at = |second: i64| jiff::Timestamp::from_second(second).unwrap();
        assert_eq!(factor.step_of("287 082", at(59)), Some(1));
        assert_eq!(factor.step_of("287082", at(89)), Some(1), "one step late is in time");
        assert_eq!(factor.step_of("287082", at(150)), None);
        assert_eq!(factor.step_of("28708", at(59)), None);
        assert_eq!(factor.code(at(59)), "287082");
    }

    #[test]
    fn a_fresh_secret_is_one_and_can_be_pictured() {
        let secret = SecondFactor::fresh_secret("anything");
        assert!(SecondFactor::of(&secret).is_some(), "{secret}");
        let address = address(&secret, "a b@film.kz", "Film: Қазақстан");
        assert!(address.starts_with("otpauth://totp/Film%3A%20%D2%9A") && address.contains("a%20b%40film.kz"));
        assert!(picture(&address).is_some_and(|(size, path)| size > 30 && path.starts_with("M4 4h1v1h-1z")));
    }

    #[test]
    fn recovery_codes_can_be_read_aloud() {
        let codes = recovery_codes(|| "abcdefghijkmnpqr".to_owned());
        assert_eq!(codes.first().map(String::as_str), Some("abcdef-ghijkm"));
        assert_eq!(codes.len(), 8);
    }
}
