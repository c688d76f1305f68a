//! Final Draft: XML whose paragraphs say what they are.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Gathered, Heading, ParagraphKind, Script, ScriptRefusal};

/// Deeper than any document of the program.
const DEEPEST: usize = 64;
/// No paragraph of a script is so long.
const LONGEST: usize = 64 * 1024;

/// A paragraph that is being read.
struct Open {
    kind: ParagraphKind,
    number: Option<String>,
    text: String,
    depth: usize,
}

pub(super) fn read(text: &str) -> Result<Script, ScriptRefusal> {
    let mut xml = Reader::from_str(text);
    let mut gathered = Gathered::default();
    let mut depth = 0_usize;
    let mut is_script = false;
    // Notes, headers and footers have paragraphs too; only those of the first Content are the film's.
    let mut content: Option<usize> = None;
    let mut open: Option<Open> = None;
    // INVARIANT: letters count only inside Text, so that white space between elements is none.
    let mut in_text = false;
    loop {
        let damaged = |xml: &Reader<&[u8]>| ScriptRefusal::Damaged { line: line_at(text, xml.buffer_position()) };
        match xml.read_event() {
            Err(_) => return Err(damaged(&xml)),
            Ok(Event::DocType(_)) => {
                return Err(ScriptRefusal::OwnEntities { line: line_at(text, xml.buffer_position()) });
            }
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(damaged(&xml));
                }
                match start.name().into_inner() {
                    "FinalDraft" if depth == 1 => is_script = true,
                    "Content" if depth == 2 => content = Some(depth),
                    "Paragraph" if content.is_some() && open.is_none() => open = Some(Open::new(&start, depth)),
                    "Text" => in_text = open.is_some(),
                    _ => {}
                }
                if !is_script {
                    return Err(ScriptRefusal::NotFinalDraft);
                }
            }
            Ok(Event::End(end)) => {
                if end.name().into_inner() == "Text" {
                    in_text = false;
                }
                if let Some(done) = open.take_if(|paragraph| paragraph.depth == depth) {
                    done.close(&mut gathered)?;
                }
                if content == Some(depth) {
                    content = None;
                }
                depth = depth.saturating_sub(1);
            }
            Ok(Event::Text(part)) => add(open.as_mut(), in_text, &part.xml10_content()),
            Ok(Event::CData(part)) => add(open.as_mut(), in_text, &part),
            Ok(Event::GeneralRef(entity)) => match entity.resolve_char_ref() {
                Ok(Some(sign)) => add(open.as_mut(), in_text, sign.encode_utf8(&mut [0; 4])),
                _ => {
                    let named = quick_xml::escape::resolve_predefined_entity(&entity).unwrap_or("");
                    add(open.as_mut(), in_text, named);
                }
            },
            Ok(Event::Eof) if !is_script => return Err(ScriptRefusal::NotFinalDraft),
            Ok(Event::Eof) if depth > 0 => return Err(damaged(&xml)),
            Ok(Event::Eof) => return Ok(Script { paragraphs: gathered.paragraphs }),
            Ok(Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
        }
    }
}

impl Open {
    fn new(start: &BytesStart<'_>, depth: usize) -> Self {
        let kind = match attribute(start, "Type").unwrap_or_default().as_str() {
            "Scene Heading" => ParagraphKind::Heading,
            "Character" => ParagraphKind::Character,
            "Parenthetical" => ParagraphKind::Parenthetical,
            "Dialogue" => ParagraphKind::Dialogue,
            "Transition" => ParagraphKind::Transition,
            _ => ParagraphKind::Action,
        };
        Self { kind, number: attribute(start, "Number"), text: String::new(), depth }
    }

    fn close(self, gathered: &mut Gathered) -> Result<(), ScriptRefusal> {
        let text = self.text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let heading = (self.kind == ParagraphKind::Heading).then(|| Heading::forced(text, self.number.as_deref()));
        gathered.add(self.kind, text, heading)
    }
}

fn add(open: Option<&mut Open>, in_text: bool, part: &str) {
    let Some(open) = open.filter(|_| in_text) else { return };
    if open.text.len() < LONGEST {
        open.text.push_str(part);
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.try_get_attribute(name).ok()??;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn line_at(text: &str, position: u64) -> usize {
    let end = usize::try_from(position).unwrap_or(usize::MAX).min(text.len());
    text.as_bytes().iter().take(end).filter(|byte| **byte == b'\n').count() + 1
}
