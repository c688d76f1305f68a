//! One fact of a file: a plain value, or a table with words, source, day and visibility.

use kernel::{Day, LocalText};
use people::Visibility;
use toml::{Table, Value};

use crate::field::{Field, ValueKind, ValueRefusal};
use crate::record::local;
use crate::record::location::Fact;

const PARTS: [&str; 5] = ["value", "source", "checked_on", "visibility", "uncertain"];

pub(super) fn fact_of(key: &str, said: &Value, source: &str, checked_on: Option<Day>) -> Result<Fact, String> {
    let field = Field::find(key).ok_or_else(|| "is not a fact of places".to_owned())?;
    let nothing = Table::new();
    let (table, plain) = match said {
        Value::Table(table) => (table, table.get("value")),
        plain => (&nothing, Some(plain)),
    };
    let value = plain.map(plainly).transpose()?.unwrap_or_default();
    if field.kind == ValueKind::Words && !value.is_empty() {
        return Err("is said in words: write { en = \"…\" }".to_owned());
    }
    let value = field.check(&value).map_err(|refusal| format!("`{value}` {}", said_of(refusal)))?;
    let note = local_text(table.iter().filter(|(part, _)| !PARTS.contains(&part.as_str())))?;
    let text = |part: &str| table.get(part).and_then(Value::as_str);
    let day = table.get("checked_on").map(plainly).transpose()?;
    let day = day.map(|day| day.parse::<Day>().map_err(|error| error.to_string())).transpose()?;
    let visibility = match text("visibility") {
        Some(word) => Visibility::from_word(word).ok_or_else(|| format!("`{word}` is not a visibility"))?,
        None => field.visibility,
    };
    let fact = Fact {
        field,
        value,
        note,
        source: text("source").unwrap_or(source).to_owned(),
        checked_on: day.or(checked_on),
        visibility,
        is_uncertain: table.get("uncertain").and_then(Value::as_bool).unwrap_or(false),
    };
    if fact.is_empty() { Err("says nothing".to_owned()) } else { Ok(fact) }
}

/// A table of texts by language tag.
pub(super) fn local_text<'t>(pairs: impl IntoIterator<Item = (&'t String, &'t Value)>) -> Result<LocalText, String> {
    let mut texts = Vec::new();
    for (tag, text) in pairs {
        let is_language = tag.parse::<kernel::Language>().is_ok();
        match text.as_str().filter(|_| is_language) {
            Some(text) => texts.push((tag.as_str(), text)),
            None => return Err(format!("`{tag}` is not a text in a language")),
        }
    }
    Ok(local::of_pairs(texts))
}

/// A value as somebody would type it.
pub(super) fn plainly(value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Float(number) => Ok(number.to_string()),
        Value::Datetime(day) => Ok(day.to_string()),
        Value::Boolean(true) => Ok("yes".to_owned()),
        Value::Boolean(false) => Ok("no".to_owned()),
        Value::Array(several) => Ok(several.iter().map(plainly).collect::<Result<Vec<_>, _>>()?.join(",")),
        Value::Table(_) => Err("is a table and no value".to_owned()),
    }
}

/// For whoever writes the file.
fn said_of(refusal: ValueRefusal) -> &'static str {
    match refusal {
        ValueRefusal::NotANumber => "is not a number",
        ValueRefusal::NotWhole => "is not a whole number",
        ValueRefusal::NotMoney => "is not an amount such as `250000 KZT`",
        ValueRefusal::NotAChoice => "is not one of its choices",
        ValueRefusal::NotMonths => "is not twelve letters g, p or n",
        ValueRefusal::NotAnAddress => "is not an address of mail",
        ValueRefusal::TooLong => "is longer than 200 letters",
    }
}
