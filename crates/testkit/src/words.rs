use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use web::SliceWords;

use crate::literal_words;

/// A key with the places its sentence has.
type Sentences = BTreeMap<String, BTreeSet<String>>;

/// Everything that is wrong with the words of a crate: a key that a language lacks, places that differ between
/// languages, a key that a template or handler asks for and nobody has, a key that nobody asks for, and words that
/// stand in a template itself. `others` are the words a page may also use; `crate_folder` is `CARGO_MANIFEST_DIR`.
pub fn check_words(own: &SliceWords, others: &[SliceWords], languages: &[&str], crate_folder: &str) -> Vec<String> {
    let mut problems = missing_words(own, languages);
    let mut known: BTreeSet<String> = keys(own);
    known.extend(others.iter().flat_map(keys));
    let mut sources = Vec::new();
    for folder in ["src", "templates"] {
        read_sources(&Path::new(crate_folder).join(folder), &mut sources);
    }
    let mut quoted = BTreeSet::new();
    for (path, text) in &sources {
        quoted.extend(text.split('"').map(str::to_owned));
        let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for asked in code.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if !known.contains(asked) {
                problems.push(format!("{}: nobody has words for `{asked}`", path.display()));
            }
        }
        if path.extension().is_some_and(|ending| ending == "html") {
            let words = literal_words(text).into_iter();
            problems.extend(words.map(|word| format!("{}: `{word}` belongs into the words files", path.display())));
        }
    }
    let unused = keys(own).into_iter().filter(|key| !quoted.contains(key));
    problems.extend(unused.map(|key| format!("{}: nobody asks for `{key}`", own.slice)));
    problems
}

/// Keys that a language lacks, files that cannot be read, and places that differ between languages.
pub fn missing_words(own: &SliceWords, languages: &[&str]) -> Vec<String> {
    let mut problems = Vec::new();
    let read: Vec<(&str, Sentences)> = languages
        .iter()
        .map(|language| {
            let text = own.files.iter().find(|(tag, _)| tag == language).map(|(_, text)| *text);
            if text.is_none() {
                problems.push(format!("{}: no words in {language}", own.slice));
            }
            (*language, sentences(text.unwrap_or_default(), own.slice, language, &mut problems))
        })
        .collect();
    for (language, sentences) in &read {
        for (other, others) in read.iter().filter(|(other, _)| other != language) {
            for (key, places) in others {
                match sentences.get(key) {
                    None => problems.push(format!("{}: {language} lacks `{key}`, which {other} has", own.slice)),
                    Some(known) if known != places => {
                        problems.push(format!("{}: `{key}` has other places in {language} than in {other}", own.slice));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    problems
}

fn keys(words: &SliceWords) -> BTreeSet<String> {
    let files = words.files.iter().flat_map(|(tag, text)| sentences(text, words.slice, tag, &mut Vec::new()));
    files.map(|(key, _)| key).collect()
}

fn sentences(text: &str, slice: &str, language: &str, problems: &mut Vec<String>) -> Sentences {
    let resource = match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            problems.extend(errors.iter().map(|error| format!("{slice}: words in {language}: {error}")));
            resource
        }
    };
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    let with_places = messages.map(|message| {
        let mut places = BTreeSet::new();
        if let Some(pattern) = &message.value {
            collect_pattern(pattern, &mut places);
        }
        (message.id.name.to_owned(), places)
    });
    with_places.collect()
}

fn collect_pattern(pattern: &Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, places);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, places: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, places),
        Expression::Select { selector, variants } => {
            collect_inline(selector, places);
            variants.iter().for_each(|variant| collect_pattern(&variant.value, places));
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, places: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            places.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, places),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, named }, .. } => {
            positional.iter().for_each(|argument| collect_inline(argument, places));
            named.iter().for_each(|argument| collect_inline(&argument.value, places));
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

fn read_sources(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            read_sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html") {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            into.push((path, text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::missing_words;
    use web::SliceWords;

    #[test]
    fn what_languages_disagree_on_is_told() {
        let files = &[("en", "a = { $x }\nb = b"), ("ru", "a = { $y }\n")];
        let problems = missing_words(&SliceWords { slice: "s", files }, &["en", "ru", "kk"]);
        assert!(problems.contains(&"s: no words in kk".to_owned()), "{problems:?}");
        assert!(problems.contains(&"s: ru lacks `b`, which en has".to_owned()), "{problems:?}");
        assert!(problems.contains(&"s: `a` has other places in ru than in en".to_owned()), "{problems:?}");
    }
}
