//! Who is named in a note: `@Aigul`, `@Айгүл Нұрланқызы`. A name is understood in any script and spelling.

use kernel::Id;
use people::fold::fold;
use web::Visitor;

/// No name is longer.
const LONGEST_NAME: usize = 80;

/// The colleagues that a text names, each once, in its order. A part of a name counts if only one colleague has it.
pub(crate) fn mentioned(text: &str, staff: &[Visitor]) -> Vec<Id> {
    let folded: Vec<(Id, String)> = staff.iter().map(|colleague| (colleague.account, fold(&colleague.name))).collect();
    let mut found = Vec::new();
    for (_, after) in text.match_indices('@').filter_map(|(at, _)| text.get(at + 1..).map(|after| (at, after))) {
        if !after.starts_with(char::is_alphabetic) {
            continue;
        }
        let words: String = after.chars().take(LONGEST_NAME).collect();
        let typed = fold(&words);
        let whole = folded.iter().filter(|(_, name)| begins_with_words(&typed, name));
        let named = whole.max_by_key(|(_, name)| name.len()).map(|(account, _)| *account).or_else(|| {
            let first = typed.split(' ').next().unwrap_or_default();
            let mut having = folded.iter().filter(|(_, name)| name.split(' ').any(|part| part == first));
            let one = having.next().map(|(account, _)| *account);
            one.filter(|_| having.next().is_none())
        });
        found.extend(named.filter(|account| !found.contains(account)));
    }
    found
}

fn begins_with_words(text: &str, words: &str) -> bool {
    !words.is_empty() && text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::mentioned;
    use kernel::Id;
    use web::Visitor;

    #[test]
    fn a_name_is_understood_in_any_script_and_only_if_it_is_one_persons() {
        let colleague = |number, name: &str| Visitor {
            account: Id::new(number, 0),
            name: name.to_owned(),
            email: String::new(),
            roles: Vec::new(),
        };
        let staff = [colleague(1, "Айгүл Сәрсенова"), colleague(2, "Данияр Омаров"), colleague(3, "Данияр Ким")];
        let said = |text: &str| {
            mentioned(text, &staff)
                .iter()
                .map(|id| staff.iter().position(|one| one.account == *id).unwrap() + 1)
                .collect::<Vec<_>>()
        };
        assert_eq!(said("Look, @Айгүл: and @Aigul again"), [1]);
        assert_eq!(said("@Данияр"), [0; 0]);
        assert_eq!(said("@Daniyar Kim, @айгул"), [3, 1]);
        assert_eq!(said("mail a@b.kz, @ , @@, @Nobody"), [0; 0]);
    }
}
