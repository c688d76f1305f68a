use std::fmt;
use std::str::FromStr;

/// Somebody's mail address and name. Holding one means that the address can be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    name: String,
    address: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a mail address")]
pub struct NotAnAddress(pub String);

/// What a matter is called towards people: `KZ-2026-0142`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a reference; write letters, digits and hyphens such as `KZ-2026-0142`")]
pub struct NotAReference(pub String);

impl Address {
    pub fn check(name: &str, address: &str) -> Result<Self, NotAnAddress> {
        let address = address.trim();
        let wrong = || NotAnAddress(address.to_owned());
        let parsed: lettre::Address = address.parse().map_err(|_| wrong())?;
        // Names of hosts have no case.
        let address = format!("{}@{}", parsed.user(), parsed.domain().to_lowercase());
        let name = name.chars().filter(|letter| !letter.is_control()).collect::<String>();
        Ok(Self { name: name.trim().to_owned(), address })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn mailbox(&self) -> Result<lettre::message::Mailbox, lettre::address::AddressError> {
        let name = (!self.name.is_empty()).then(|| self.name.clone());
        Ok(lettre::message::Mailbox::new(name, self.address.parse()?))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name.as_str() {
            "" => out.write_str(&self.address),
            name => write!(out, "{name} <{}>", self.address),
        }
    }
}

impl Reference {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Addresses lose their case on the way: a reference has capital letters only.
impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let reference = text.trim().to_ascii_uppercase();
        let fits = (1..=40).contains(&reference.len())
            && reference.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
        if fits { Ok(Self(reference)) } else { Err(NotAReference(text.to_owned())) }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Reference};

    #[test]
    fn an_address_is_checked_and_a_name_cannot_add_headers() {
        let address = Address::check("Айгүл\r\nBcc: x@y.z", " aigul@FILM.kz ").unwrap();
        assert_eq!(address.to_string(), "АйгүлBcc: x@y.z <aigul@film.kz>");
        for wrong in ["", "aigul", "a b@film.kz", "a@film.kz\r\nBcc: x@y.z", "a@b@c"] {
            assert!(Address::check("", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_reference_has_one_spelling() {
        let reference: Reference = " kz-2026-0142".parse().unwrap();
        assert_eq!(reference.as_str(), "KZ-2026-0142");
        for wrong in ["", "KZ 2026", "KZ.2026", "ҚЗ-1"] {
            assert!(wrong.parse::<Reference>().is_err(), "{wrong}");
        }
    }
}
