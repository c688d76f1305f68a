//! The Markdown of a rulebook as HTML. A rulebook is data: nothing in it can become markup of ours.

use kernel::{Language, LocalText};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};
use rulebook::Clause;
use web::Page;

/// A text, and which language it is in where that is not the reader's.
pub(super) struct Said {
    pub(super) text: String,
    pub(super) other: Option<Language>,
}

impl Said {
    pub(super) fn of(text: &LocalText, wished: Language) -> Self {
        match text.get(wished) {
            Some(text) => Self { text: text.to_owned(), other: None },
            None => {
                let other =
                    [Language::ENGLISH].into_iter().chain(text.languages()).find(|other| text.get(*other).is_some());
                Self { text: text.or_other(wished).unwrap_or_default().to_owned(), other }
            }
        }
    }

    pub(super) fn title(clause: &Clause, wished: Language) -> Self {
        match clause.title_in(wished) {
            Some(title) => Self { text: title.to_owned(), other: None },
            None => Self { text: clause.title.clone(), other: Some(Language::ENGLISH) },
        }
    }

    /// The prose of a clause as HTML.
    pub(super) fn html(clause: &Clause, wished: Language) -> Self {
        let other = match clause.prose.get(wished) {
            Some(_) => None,
            None => Self::of(&clause.prose, wished).other,
        };
        let text = clause.text_in(other.unwrap_or(wished)).unwrap_or_default();
        Self { text: to_html(text), other }
    }

    /// A note where the reader's language has no text.
    pub(super) fn note(&self, page: &Page) -> Option<String> {
        let other = self.other.filter(|_| !self.text.is_empty())?;
        Some(page.say("spec-language-missing").with("language", language_name(page, other)).to_string())
    }
}

/// What a language calls itself, or its tag.
pub(super) fn language_name(page: &Page, language: Language) -> String {
    let known = page.languages().into_iter().find(|link| link.language == language);
    known.map_or_else(
        || if language == Language::ENGLISH { "English".to_owned() } else { language.to_string() },
        |link| link.text,
    )
}

/// Markup in the text is shown as the letters it consists of; links lead to the web and nowhere else; pictures are
/// left out, their descriptions stay.
fn to_html(markdown: &str) -> String {
    let mut dropped_links = Vec::new();
    let safe = Parser::new(markdown).filter_map(|event| match event {
        Event::Html(markup) | Event::InlineHtml(markup) => Some(Event::Text(markup)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) => {
            let is_web = ["https://", "http://", "mailto:", "#"].iter().any(|start| dest_url.starts_with(start));
            dropped_links.push(!is_web);
            is_web.then_some(event)
        }
        Event::End(TagEnd::Link) => (dropped_links.pop() == Some(false)).then_some(event),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, safe);
    out
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn emphasis_is_kept_and_markup_is_text() {
        assert_eq!(to_html("a **b**"), "<p>a <strong>b</strong></p>\n");
        assert_eq!(to_html("a <b onclick=x>c</b>"), "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n");
        assert_eq!(to_html("<script>\nalert(1)\n</script>"), "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
    }

    #[test]
    fn links_lead_to_the_web_only() {
        assert_eq!(to_html("[law](https://law.example)"), "<p><a href=\"https://law.example\">law</a></p>\n");
        assert_eq!(to_html("[x [y](javascript:a) z](data:b)"), "<p>[x y z](data:b)</p>\n");
        assert_eq!(to_html("![a picture](https://x.example/p.png)"), "<p>a picture</p>\n");
    }
}
