//! Takes a literate rulebook apart: headings, prose per language, and the blocks of law under them.

use kernel::{Language, LocalText};

/// A stretch of the file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A heading and what stands under it up to the next heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clause {
    /// What a figure cites: `art-15`. Made from the title where the author gave none.
    pub anchor: String,
    pub title: String,
    pub level: usize,
    /// The Markdown between the blocks of law, per language; prose outside `::: xx` is English.
    pub prose: LocalText,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ClauseId(pub usize);

/// A block of law: where it stands and under which clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) clause: ClauseId,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    pub clauses: Vec<Clause>,
    pub(crate) blocks: Vec<Block>,
}

impl Clause {
    /// The heading in a language. The heading itself is English; a text in another language begins with its own in
    /// bold: `**Статья 15: кому и сколько.** …`. Nothing where that language has no text.
    pub fn title_in(&self, language: Language) -> Option<&str> {
        if language == Language::ENGLISH {
            return Some(&self.title);
        }
        self.bold_title(language).map(|(title, _)| title)
    }

    /// The prose in a language, without its heading.
    pub fn text_in(&self, language: Language) -> Option<&str> {
        match self.bold_title(language) {
            Some((_, text)) if language != Language::ENGLISH => Some(text),
            _ => self.prose.get(language),
        }
    }

    fn bold_title(&self, language: Language) -> Option<(&str, &str)> {
        let (title, text) = self.prose.get(language)?.strip_prefix("**")?.split_once("**")?;
        Some((title.trim_end_matches('.'), text.trim_start()))
    }
}

impl Document {
    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.get(id.0)
    }

    pub fn find(&self, anchor: &str) -> Option<ClauseId> {
        self.clauses.iter().position(|clause| clause.anchor == anchor).map(ClauseId)
    }
}

/// Where prose goes while a clause is being read.
struct Prose {
    language: Language,
    texts: Vec<(Language, String)>,
}

impl Prose {
    fn push(&mut self, line: &str) {
        let at = self.texts.iter().position(|(language, _)| *language == self.language);
        let text = match at.and_then(|at| self.texts.get_mut(at)) {
            Some((_, text)) => text,
            None => {
                self.texts.push((self.language, String::new()));
                match self.texts.last_mut() {
                    Some((_, text)) => text,
                    None => return,
                }
            }
        };
        text.push_str(line);
    }

    fn finish(&mut self, clause: &mut Clause) {
        for (language, text) in self.texts.drain(..) {
            if !text.trim().is_empty() {
                clause.prose.insert(language, text.trim());
            }
        }
        self.language = Language::ENGLISH;
    }
}

enum Fence {
    None,
    Law { start: usize, marks: usize },
    Other { marks: usize },
}

pub(crate) fn read(text: &str) -> Document {
    let mut document = Document { clauses: vec![Clause::default()], blocks: Vec::new() };
    let mut prose = Prose { language: Language::ENGLISH, texts: Vec::new() };
    let mut fence = Fence::None;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (offset, offset + line.len());
        offset = end;
        let bare = line.trim();
        let marks = bare.bytes().take_while(|byte| *byte == b'`').count();
        match fence {
            Fence::Law { start: law, marks: opened } => {
                if marks >= opened && bare.len() == marks {
                    let clause = ClauseId(document.clauses.len() - 1);
                    document.blocks.push(Block { clause, span: Span { start: law, end: start } });
                    fence = Fence::None;
                }
                continue;
            }
            Fence::Other { marks: opened } => {
                prose.push(line);
                if marks >= opened && bare.len() == marks {
                    fence = Fence::None;
                }
                continue;
            }
            Fence::None => {}
        }
        if marks >= 3 {
            fence = if bare.trim_start_matches('`').trim() == "law" {
                Fence::Law { start: end, marks }
            } else {
                prose.push(line);
                Fence::Other { marks }
            };
        } else if let Some(tag) = bare.strip_prefix(":::") {
            prose.language = tag.trim().parse().unwrap_or(Language::ENGLISH);
        } else if let Some((level, title)) = heading(line) {
            if let Some(last) = document.clauses.last_mut() {
                prose.finish(last);
                last.span.end = start;
            }
            let (title, anchor) = anchored(title);
            let span = Span { start, end };
            document.clauses.push(Clause { anchor, title, level, prose: LocalText::default(), span });
        } else {
            prose.push(line);
        }
    }
    if let Fence::Law { start, .. } = fence {
        let clause = ClauseId(document.clauses.len() - 1);
        document.blocks.push(Block { clause, span: Span { start, end: text.len() } });
    }
    if let Some(last) = document.clauses.last_mut() {
        prose.finish(last);
        last.span.end = text.len();
    }
    document
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(level..)?;
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| (level, rest.trim()))
}

/// `Article 15 {#art-15}` → title and anchor; without braces the anchor is the title in small letters and dashes.
fn anchored(title: &str) -> (String, String) {
    if let Some((before, after)) = title.rsplit_once("{#")
        && let Some(anchor) = after.strip_suffix('}')
    {
        return (before.trim().to_owned(), anchor.trim().to_owned());
    }
    let mut anchor = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            anchor.push(letter);
        } else if !anchor.ends_with('-') && !anchor.is_empty() {
            anchor.push('-');
        }
    }
    (title.to_owned(), anchor.trim_end_matches('-').to_owned())
}

#[cfg(test)]
mod tests {
    use kernel::Language;

    #[test]
    fn headings_prose_and_law_are_told_apart() {
        let text = "intro\n# Law {#law}\nEnglish\n::: ru\nРусский\n:::\nmore\n```law\naward x\n```\n## Article 2\n```\n# not a heading\n```\n";
        let document = super::read(text);
        let anchors: Vec<&str> = document.clauses.iter().map(|clause| clause.anchor.as_str()).collect();
        assert_eq!(anchors, ["", "law", "article-2"]);
        let law = &document.clauses[1];
        assert_eq!(law.prose.get("ru".parse().unwrap()), Some("Русский"));
        assert_eq!(law.prose.get(Language::ENGLISH), Some("English\nmore"));
        assert_eq!(document.blocks.len(), 1);
        let span = document.blocks[0].span;
        assert_eq!(&text[span.start..span.end], "award x\n");
    }

    #[test]
    fn a_text_in_another_language_begins_with_its_heading() {
        let text = "# Law {#law}\n**English** stays.\n::: ru\n**Закон.** Текст\n:::\n";
        let document = super::read(text);
        let (law, russian) = (&document.clauses[1], "ru".parse().unwrap());
        assert_eq!((law.title_in(russian), law.text_in(russian)), (Some("Закон"), Some("Текст")));
        assert_eq!(law.title_in(Language::ENGLISH), Some("Law"));
        assert_eq!(law.text_in(Language::ENGLISH), Some("**English** stays."));
        assert_eq!(law.title_in("kk".parse().unwrap()), None);
    }

    #[test]
    fn an_unclosed_block_runs_to_the_end() {
        let document = super::read("# A\n```law\naward x");
        assert_eq!(document.blocks[0].span.end, 18);
    }
}
