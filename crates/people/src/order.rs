use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// The alphabet by which lists are sorted: the one of the commission's first language.
#[derive(Clone)]
pub struct Alphabet(Arc<CollatorBorrowed<'static>>);

impl Alphabet {
    /// `kk-KZ`; a locale nobody has rules for sorts by the common order of all scripts.
    pub fn of(locale: &str) -> Self {
        let locale: Locale = locale.parse().unwrap_or(Locale::UNKNOWN);
        let collator = Collator::try_new(locale.into(), CollatorOptions::default())
            .or_else(|_| Collator::try_new(Locale::UNKNOWN.into(), CollatorOptions::default()))
            .expect("the common order of all scripts is built in");
        Self(Arc::new(collator))
    }

    /// Hexadecimal text that sorts letter by letter as the names do, so that any database can sort by it.
    pub fn key(&self, name: &str) -> String {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Alphabet;

    fn sorted<'n>(locale: &str, mut names: Vec<&'n str>) -> Vec<&'n str> {
        let alphabet = Alphabet::of(locale);
        names.sort_by_key(|name| alphabet.key(name));
        names
    }

    #[test]
    fn names_stand_in_the_order_of_the_kazakh_alphabet() {
        let alphabet = "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я";
        let letters: Vec<&str> = alphabet.split(' ').collect();
        let mut mixed = letters.clone();
        mixed.reverse();
        assert_eq!(sorted("kk-KZ", mixed), letters);
        assert_eq!(
            sorted("kk-KZ", vec!["Ілияс", "Ыбырай", "Әсел", "Ғани", "Асан", "Болат"]),
            ["Асан", "Әсел", "Болат", "Ғани", "Ыбырай", "Ілияс"]
        );
    }

    #[test]
    fn large_and_small_letters_stand_together_and_odd_locales_sort_somehow() {
        assert_eq!(sorted("kk-KZ", vec!["барыс", "Болат", "Барыс фильм"]), ["барыс", "Барыс фильм", "Болат"]);
        assert_eq!(sorted("not a locale", vec!["b", "a"]), ["a", "b"]);
    }
}
