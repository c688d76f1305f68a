//! The design tokens as custom properties of the style sheet.
//!
//! `crates/web/assets/tokens.json` is a resolver document of the Design Tokens format, 2025.10. Raw values get no
//! property of their own: a style sheet can only use what has a meaning.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const SOURCE: &str = "crates/web/assets/tokens.json";
const TARGET: &str = "crates/web/assets/css/tokens.css";

/// The tier that style sheets may not see.
const RAW: &str = "raw";

/// Every token of one theme by its path: `color.accent`.
type Tokens = BTreeMap<String, Token>;

#[derive(Clone)]
struct Token {
    kind: String,
    value: Value,
}

pub(crate) fn run(_words: &[String]) -> Result<()> {
    let root = crate::repository();
    let text = std::fs::read_to_string(root.join(SOURCE)).with_context(|| format!("reading {SOURCE}"))?;
    let document: Value = serde_json::from_str(&text).with_context(|| format!("{SOURCE} is not JSON"))?;
    std::fs::write(root.join(TARGET), style_sheet(&document)?).with_context(|| format!("writing {TARGET}"))
}

fn style_sheet(document: &Value) -> Result<String> {
    let [light, dark, print] = ["light", "dark", "print"].map(|theme| theme_tokens(document, theme));
    let (light, dark, print) = (light?, dark?, print?);
    let paths: BTreeSet<&String> = light.keys().filter(|path| !path.starts_with("raw.")).collect();
    let mut properties = String::new();
    let mut printed = String::new();
    for path in paths {
        let name = path.replace('.', "-");
        let value = |tokens: &Tokens| written(tokens, path).with_context(|| format!("token `{path}`"));
        let (in_light, in_dark, in_print) = (value(&light)?, value(&dark)?, value(&print)?);
        if in_light == in_dark {
            writeln!(properties, "    --{name}: {in_light};")?;
        } else {
            writeln!(properties, "    --{name}: light-dark({in_light}, {in_dark});")?;
        }
        if in_print != in_light {
            writeln!(printed, "      --{name}: {in_print};")?;
        }
    }
    Ok(format!(
        "/* Made from tokens.json by `cargo xtask gen tokens`. */\n\
         @layer tokens {{\n  :root {{\n    color-scheme: light dark;\n{properties}  }}\n\
         \x20 [data-theme=\"light\"] {{ color-scheme: light; }}\n\
         \x20 [data-theme=\"dark\"] {{ color-scheme: dark; }}\n\
         \x20 @media print {{\n    :root, [data-theme] {{\n      color-scheme: light;\n{printed}    }}\n  }}\n}}\n"
    ))
}

/// Sets and the chosen context of the theme, in the order that the document gives; later ones win.
fn theme_tokens(document: &Value, theme: &str) -> Result<Tokens> {
    let mut tokens = Tokens::new();
    for step in document.get("resolutionOrder").and_then(Value::as_array).context("no resolutionOrder")? {
        let reference = step.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
        let reference = reference.context("a step of resolutionOrder without $ref")?;
        let target = document.pointer(reference).with_context(|| format!("`{reference}` leads nowhere"))?;
        let sources = target.get("sources").or_else(|| target.pointer(&format!("/contexts/{theme}")));
        for source in sources.and_then(Value::as_array).with_context(|| format!("`{reference}` has no sources"))? {
            flatten(source.as_object().context("a source is a group of tokens")?, "", None, &mut tokens)?;
        }
    }
    Ok(tokens)
}

fn flatten(group: &Map<String, Value>, prefix: &str, kind: Option<&str>, tokens: &mut Tokens) -> Result<()> {
    let kind = group.get("$type").and_then(Value::as_str).or(kind);
    if let Some(value) = group.get("$value") {
        let kind = kind.with_context(|| format!("token `{prefix}` has no $type"))?.to_owned();
        tokens.insert(prefix.to_owned(), Token { kind, value: value.clone() });
        return Ok(());
    }
    for (name, inner) in group.iter().filter(|(name, _)| !name.starts_with('$')) {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        flatten(inner.as_object().with_context(|| format!("`{path}` is not a group"))?, &path, kind, tokens)?;
    }
    Ok(())
}

/// A token as CSS: an alias of a meaning stays a `var()`, an alias of a raw value becomes that value.
fn written(tokens: &Tokens, path: &str) -> Result<String> {
    let token = tokens.get(path).with_context(|| format!("`{path}` does not exist"))?;
    if let Some(alias) = token.value.as_str().and_then(|text| text.strip_prefix('{')?.strip_suffix('}')) {
        let is_raw = alias.split('.').next() == Some(RAW);
        return if is_raw { written(tokens, alias) } else { Ok(format!("var(--{})", alias.replace('.', "-"))) };
    }
    match token.kind.as_str() {
        "color" => color(&token.value).context("a colour is oklch with three components"),
        "dimension" | "duration" => {
            let unit = token.value.get("unit").and_then(Value::as_str).context("no unit")?;
            Ok(format!("{}{unit}", token.value.get("value").context("no value")?))
        }
        "number" | "fontWeight" => Ok(token.value.to_string()),
        "fontFamily" => {
            let names = token.value.as_array().context("a font family is a list")?.iter().filter_map(Value::as_str);
            let quoted = names.map(|name| if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() });
            Ok(quoted.collect::<Vec<_>>().join(", "))
        }
        other => bail!("nobody knows how to write a token of type `{other}`"),
    }
}

fn color(value: &Value) -> Option<String> {
    let [lightness, chroma, hue] = value.get("components")?.as_array()?.as_slice() else { return None };
    let alpha = value.get("alpha").map(|alpha| format!(" / {alpha}")).unwrap_or_default();
    let is_oklch = value.get("colorSpace")?.as_str()? == "oklch";
    is_oklch.then(|| format!("oklch({lightness} {chroma} {hue}{alpha})"))
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tests;
