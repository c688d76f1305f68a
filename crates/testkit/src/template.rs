/// What a person reads of a page: text without tags, scripts and repeated spaces.
pub fn visible(html: &str) -> String {
    let without_head = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut text = String::new();
    for piece in without_head.split('<') {
        let (_, after) = piece.split_once('>').unwrap_or(("", piece));
        text.push_str(after);
        text.push(' ');
    }
    let entities = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
    ];
    let text = entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter));
    text.split(' ').map(str::trim).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Words that stand in a template itself, where only keys may stand: `>Send<`, `title="Send"`.
pub fn literal_words(template: &str) -> Vec<String> {
    let plain = without(without(without(template.to_owned(), "{#", "#}"), "{%", "%}"), "{{", "}}");
    let mut found = Vec::new();
    for piece in plain.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        for attribute in [" title=\"", " alt=\"", " aria-label=\"", " placeholder=\""] {
            found.extend(tag.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
        found.push(text.to_owned());
    }
    // A macro may write attributes into its caller's tag: those are not text.
    found.retain(|text| text.chars().any(char::is_alphabetic) && !text.contains("=\""));
    found.iter().map(|text| text.trim().to_owned()).collect()
}

fn without(text: String, open: &str, close: &str) -> String {
    let mut kept = String::new();
    for (at, piece) in text.split(open).enumerate() {
        kept.push_str(if at == 0 { piece } else { piece.split_once(close).map_or("", |(_, rest)| rest) });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{literal_words, visible};

    #[test]
    fn what_is_visible_has_no_tags() {
        assert_eq!(visible("<head><title>x</title></head><body class=\"a\"><p>1 &lt; 2</p>\n<p>b</p>"), "1 < 2 b");
    }

    #[test]
    fn words_in_a_template_are_found() {
        let template = "<p title=\"Tip\">{{ page.say(\"key\") }} Send</p>{# note #}{% if a %}<br>{% endif %}";
        assert_eq!(literal_words(template), ["Tip", "Send"]);
        assert!(literal_words("<p class=\"a\">{{ page.say(\"key\") }} · </p>").is_empty());
    }
}
