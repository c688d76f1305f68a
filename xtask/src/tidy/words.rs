//! Each folder of words says the same things in every language: the same keys, filled with the same values.

use super::Finding;
use super::tree::{Tree, folder, numbered};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];

/// A key, or `key.attribute`, with the variables that its text is filled with.
type Sentences = BTreeMap<String, BTreeSet<String>>;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.texts(&[".ftl"]).filter(|(path, _)| LANGUAGES.iter().any(|language| is_in(path, language)));
    let folders: BTreeSet<&str> = files.map(|(path, _)| folder(path)).collect();
    folders.into_iter().flat_map(|folder| check_folder(tree, folder)).collect()
}

fn is_in(path: &str, language: &str) -> bool {
    path.trim_start_matches(folder(path)) == format!("{language}.ftl")
}

fn check_folder(tree: &Tree, folder: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut languages = Vec::new();
    for language in LANGUAGES {
        let path = format!("{folder}{language}.ftl");
        match tree.text(&path) {
            Some(text) => {
                let sentences = read(&path, text, &mut findings);
                languages.push((path, text, sentences));
            }
            // A commission speaks the languages of its country; its profile is refused if one of them has no words.
            None if folder.starts_with("profiles/") => {}
            // A profile speaks its country's languages, which may be fewer.
            None if folder.starts_with("profiles/") => {}
            None => findings.push(Finding::error(
                &path,
                None,
                "the other languages of this folder have words, this one has none".to_owned(),
                "translate them: each of our languages has a file here",
            )),
        }
    }
    for (path, text, sentences) in &languages {
        for (other, _, others) in languages.iter().filter(|(other, ..)| other != path) {
            findings.extend(missing(path, sentences, other, others));
        }
        // Values are compared with the first language only, so that a difference is told once.
        if let Some((first, _, expected)) = languages.first().filter(|(first, ..)| first != path) {
            findings.extend(differing(path, text, sentences, first, expected));
        }
    }
    findings
}

/// What the other language says and this one does not.
fn missing(path: &str, sentences: &Sentences, other: &str, others: &Sentences) -> Vec<Finding> {
    let missing = others.keys().filter(|key| !sentences.contains_key(*key));
    let findings = missing.map(|key| {
        Finding::error(path, None, format!("`{key}` is missing, {other} has it"), "add it, or delete it everywhere")
    });
    findings.collect()
}

fn differing(path: &str, text: &str, sentences: &Sentences, other: &str, others: &Sentences) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, values) in sentences {
        let Some(expected) = others.get(key).filter(|expected| *expected != values) else { continue };
        let message = format!("`{key}` is filled with {}, in {other} with {}", listed(values), listed(expected));
        findings.push(Finding::error(path, line_of(text, key), message, "use the same values in every language"));
    }
    findings
}

fn listed(values: &BTreeSet<String>) -> String {
    if values.is_empty() {
        return "nothing".to_owned();
    }
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}

/// The line that defines a key; for an attribute, the line of its key.
fn line_of(text: &str, key: &str) -> Option<usize> {
    let key = key.split('.').next()?;
    let defines = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    numbered(text).find(|(_, line)| defines(line)).map(|(line, _)| line)
}

fn read(path: &str, text: &str, findings: &mut Vec<Finding>) -> Sentences {
    let resource = match parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let before = text.get(..error.pos.start).unwrap_or(text);
                let line = before.matches('\n').count() + 1;
                findings.push(Finding::error(path, line, format!("not Fluent: {}", error.kind), "mend the syntax"));
            }
            resource
        }
    };
    let mut sentences = Sentences::new();
    for entry in &resource.body {
        let (key, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => continue,
        };
        let attributes = attributes.iter().map(|each| (format!("{key}.{}", each.id.name), Some(&each.value)));
        for (name, pattern) in [(key.clone(), value)].into_iter().chain(attributes) {
            let mut values = BTreeSet::new();
            if let Some(pattern) = pattern {
                of_pattern(pattern, &mut values);
            }
            if sentences.insert(name.clone(), values).is_some() {
                let message = format!("`{name}` is defined twice");
                findings.push(Finding::error(path, line_of(text, &name), message, "keep one"));
            }
        }
    }
    sentences
}

fn of_pattern(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, values);
        }
    }
}

fn of_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, values),
        Expression::Select { selector, variants } => {
            of_inline(selector, values);
            for variant in variants {
                of_pattern(&variant.value, values);
            }
        }
    }
}

/// Variables count, and calls with what they are given. References to other sentences are each language's own affair.
fn of_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(format!("${}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => of_arguments(arguments, values),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => of_arguments(arguments, values),
        InlineExpression::Placeable { expression } => of_expression(expression, values),
        InlineExpression::TermReference { arguments: None, .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn of_arguments(arguments: &CallArguments<&str>, values: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        of_inline(argument, values);
    }
    for argument in &arguments.named {
        of_inline(&argument.value, values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::findings;

    #[test]
    fn languages_that_say_the_same_are_fine() {
        let files = [
            ("w/en.ftl", "lines = { $n ->\n    [one] { $n } line\n   *[other] { $n } lines\n }\n    .title = Lines\n"),
            ("w/ru.ftl", "lines = Строк: { $n }\n    .title = Строки\n"),
            ("w/kk.ftl", "lines = { NUMBER($n) } жол\n    .title = Жолдар\n"),
        ];
        assert_eq!(findings(check, &files), "");
    }

    #[test]
    fn a_language_without_a_file_or_a_key_is_found() {
        let files = [("w/en.ftl", "a = A\nb = B\n    .hint = H\n"), ("w/ru.ftl", "a = А\n")];
        let expected = "error: w/kk.ftl: the other languages of this folder have words, this one has none\n\
                        error: w/ru.ftl: `b` is missing, w/en.ftl has it\n\
                        error: w/ru.ftl: `b.hint` is missing, w/en.ftl has it";
        assert_eq!(findings(check, &files), expected);
    }

    #[test]
    fn a_profile_may_speak_fewer_languages_but_says_the_same_in_each() {
        let files = [("profiles/x/words/en.ftl", "a = A\n"), ("profiles/x/words/ru.ftl", "b = Б\n")];
        let expected = "error: profiles/x/words/en.ftl: `b` is missing, profiles/x/words/ru.ftl has it\n\
                        error: profiles/x/words/ru.ftl: `a` is missing, profiles/x/words/en.ftl has it";
        assert_eq!(findings(check, &files), expected);
    }

    #[test]
    fn a_sentence_filled_with_another_value_is_found_with_its_line() {
        let files = [
            ("w/en.ftl", "a = A\nsum = { $amount } due\n"),
            ("w/ru.ftl", "a = А\nsum = К оплате { $total }\n"),
            ("w/kk.ftl", "a = А\nsum = Төленеді\n"),
        ];
        let expected = "error: w/ru.ftl:2: `sum` is filled with `$total`, in w/en.ftl with `$amount`\n\
                        error: w/kk.ftl:2: `sum` is filled with nothing, in w/en.ftl with `$amount`";
        assert_eq!(findings(check, &files), expected);
    }

    #[test]
    fn a_key_defined_twice_and_a_line_that_is_not_fluent_are_found() {
        let files = [("w/en.ftl", "a = A\na = B\n???\n"), ("w/ru.ftl", "a = А\n"), ("w/kk.ftl", "a = А\n")];
        let found = findings(check, &files);
        assert!(found.starts_with("error: w/en.ftl:3: not Fluent: "), "{found}");
        assert!(found.ends_with("\nerror: w/en.ftl:1: `a` is defined twice"), "{found}");
    }
}
