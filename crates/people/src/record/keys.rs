//! By what a record is found again, and by what two records are seen to be one. Pure.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Id;

use super::{Field, Party, Sort};
use crate::{CountryRules, fold};

/// What two records may have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    Identifier,
    Email,
    Phone,
    /// The folded name without its legal form.
    Name,
    /// Of the addresses and the site of an organisation.
    Domain,
    /// A folded word of a name: only for finding.
    Word,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub kind: KeyKind,
    pub value: String,
}

/// Two records that may be one, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    pub left: Id,
    pub right: Id,
    pub reasons: Vec<KeyKind>,
}

/// Mailboxes that anybody can have say nothing about who somebody works for.
const FREE_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "mail.ru",
    "inbox.ru",
    "list.ru",
    "bk.ru",
    "internet.ru",
    "yandex.ru",
    "yandex.kz",
    "yandex.com",
    "ya.ru",
    "rambler.ru",
    "yahoo.com",
    "ymail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "web.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "naver.com",
    "orange.fr",
    "free.fr",
    "wanadoo.fr",
    "laposte.net",
    "libero.it",
    "seznam.cz",
    "wp.pl",
    "o2.pl",
    "onet.pl",
    "ukr.net",
    "zoho.com",
    "fastmail.com",
    "mail.com",
    "tutanota.com",
    "kaznet.kz",
];

impl KeyKind {
    pub const ALL: [Self; 6] = [Self::Identifier, Self::Email, Self::Phone, Self::Name, Self::Domain, Self::Word];

    pub fn word(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Name => "name",
            Self::Domain => "domain",
            Self::Word => "word",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    pub fn reason_key(self) -> &'static str {
        match self {
            Self::Identifier => "people-same-identifier",
            Self::Email => "people-same-email",
            Self::Phone => "people-same-phone",
            Self::Name => "people-same-name",
            Self::Domain => "people-same-domain",
            Self::Word => "people-same-word",
        }
    }

    /// How much it says that two records share one; [`ENOUGH`] makes them a likely pair.
    fn weight(self) -> u32 {
        match self {
            Self::Identifier => 100,
            Self::Email => 90,
            Self::Phone => 60,
            Self::Name => 60,
            Self::Domain => 60,
            Self::Word => 0,
        }
    }
}

const ENOUGH: u32 = 60;

/// Every key of a record.
pub(crate) fn keys(rules: &CountryRules, party: &Party) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    let mut add = |kind, value: String| {
        if !value.is_empty() {
            keys.insert(Key { kind, value });
        }
    };
    for entry in party.entries.iter().filter(|entry| !entry.value.is_empty()) {
        match &entry.field {
            Field::Name | Field::Alias | Field::PassportName => {
                add(KeyKind::Name, rules.distinguishing(&entry.value));
                fold::words(&entry.value).into_iter().for_each(|word| add(KeyKind::Word, word));
            }
            Field::Identifier(key) => add(KeyKind::Identifier, format!("{key} {}", entry.value)),
            Field::Phone => add(KeyKind::Phone, entry.value.clone()),
            Field::Email => {
                add(KeyKind::Email, entry.value.to_lowercase());
                if party.sort == Sort::Organisation {
                    add(KeyKind::Domain, mail_domain(&entry.value));
                }
            }
            Field::Website if party.sort == Sort::Organisation => add(KeyKind::Domain, site_domain(&entry.value)),
            Field::Website
            | Field::SortAs
            | Field::AddressAs
            | Field::Kind
            | Field::Address
            | Field::WorksAt
            | Field::Note => {}
        }
    }
    keys
}

/// How like two records are, from what they share; none if that is too little.
pub(crate) fn likeness(left: Id, right: Id, shared: &BTreeSet<KeyKind>) -> Option<Likeness> {
    let weight: u32 = shared.iter().map(|kind| kind.weight()).sum();
    let reasons = shared.iter().copied().filter(|kind| kind.weight() > 0).collect();
    (weight >= ENOUGH).then_some(Likeness { left, right, reasons })
}

/// The likely pairs among records that share keys, the likeliest first.
pub(crate) fn pairs(shared: &[(Id, Id, KeyKind)]) -> Vec<Likeness> {
    let mut by_pair: BTreeMap<(Id, Id), BTreeSet<KeyKind>> = BTreeMap::new();
    for (left, right, kind) in shared {
        by_pair.entry((*left.min(right), *left.max(right))).or_default().insert(*kind);
    }
    let mut pairs: Vec<(u32, Likeness)> = by_pair
        .iter()
        .filter_map(|((left, right), kinds)| {
            let weight = kinds.iter().map(|kind| kind.weight()).sum();
            Some((weight, likeness(*left, *right, kinds)?))
        })
        .collect();
    pairs.sort_by_key(|(weight, pair)| (std::cmp::Reverse(*weight), pair.left, pair.right));
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

fn mail_domain(email: &str) -> String {
    let domain = email.rsplit_once('@').map(|(_, domain)| domain.to_lowercase()).unwrap_or_default();
    if FREE_MAIL.contains(&domain.as_str()) { String::new() } else { domain }
}

fn site_domain(site: &str) -> String {
    let lower = site.to_lowercase();
    let after = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = after.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.trim_start_matches("www.").to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{KeyKind, keys, likeness, pairs};
    use crate::country::tests::kazakhstan;
    use crate::record::tests::{entry, id, party};
    use crate::record::{Field, Party};

    fn shared(left: &Party, right: &Party) -> Vec<&'static str> {
        let rules = kazakhstan();
        let (left_keys, right_keys) = (keys(&rules, left), keys(&rules, right));
        let shared: BTreeSet<KeyKind> = left_keys.intersection(&right_keys).map(|key| key.kind).collect();
        let like = likeness(left.id, right.id, &shared);
        like.map(|like| like.reasons.into_iter().map(KeyKind::word).collect()).unwrap_or_default()
    }

    #[test]
    fn one_company_in_three_spellings_meets_itself() {
        let named = |number, name| party(number, vec![entry(number, Field::Name, "kk", name)]);
        let spellings = ["Барыс Фильм", "Baris Film LLP", "Барыс Фильм ЖШС"];
        for (at, one) in spellings.iter().enumerate() {
            for other in spellings.iter().skip(at + 1) {
                assert_eq!(shared(&named(1, one), &named(2, other)), ["name"], "{one} and {other}");
            }
        }
        assert_eq!(shared(&named(1, "Барыс Фильм"), &named(2, "Барыс Студия")), Vec::<&str>::new());
    }

    #[test]
    fn contact_data_and_identifiers_are_compared() {
        let left = party(
            1,
            vec![
                entry(1, Field::Identifier("bin".to_owned()), "", "180540000002"),
                entry(2, Field::Email, "", "Info@baris.kz"),
            ],
        );
        let right = party(
            2,
            vec![
                entry(3, Field::Identifier("bin".to_owned()), "", "180540000002"),
                entry(4, Field::Website, "", "https://www.baris.kz/en"),
            ],
        );
        assert_eq!(shared(&left, &right), ["identifier", "domain"]);
        let free = |number, mail| party(number, vec![entry(number, Field::Email, "", mail)]);
        assert_eq!(shared(&free(1, "one@gmail.com"), &free(2, "two@gmail.com")), Vec::<&str>::new());
        assert_eq!(shared(&free(1, "one@gmail.com"), &free(2, "ONE@gmail.com")), ["email"]);
    }

    #[test]
    fn pairs_are_told_once_and_the_likeliest_first() {
        let found = pairs(&[
            (id(2), id(1), KeyKind::Name),
            (id(1), id(2), KeyKind::Name),
            (id(3), id(4), KeyKind::Email),
            (id(5), id(6), KeyKind::Word),
        ]);
        let ids: Vec<_> = found.iter().map(|pair| (pair.left, pair.right)).collect();
        assert_eq!(ids, [(id(3), id(4)), (id(1), id(2))]);
    }
}
