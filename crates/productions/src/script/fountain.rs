//! Fountain: a script as plain text. A scene heading stands between blank lines and opens with INT, EXT or their likes,
//! or with a dot.

use super::{Gathered, Heading, ParagraphKind, Script, ScriptRefusal};

pub(super) fn read(text: &str) -> Result<Script, ScriptRefusal> {
    let text = without_remarks(text);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut gathered = Gathered::default();
    let body = read_title_page(&lines, &mut gathered)?;
    let mut after_blank = true;
    let mut speaking = false;
    for (at, line) in lines.iter().enumerate().skip(body) {
        let next_is_blank = lines.get(at + 1).is_none_or(|next| next.trim().is_empty());
        let shown = line.trim();
        if shown.is_empty() {
            after_blank = true;
            speaking = false;
            continue;
        }
        // Outline and page breaks are the author's, not the film's.
        if is_outline(shown) {
            after_blank = true;
            continue;
        }
        let kind = kind_of(shown, after_blank, next_is_blank, speaking);
        match kind {
            ParagraphKind::Heading => gathered.add(kind, shown.trim_start_matches('.'), Some(heading(shown)))?,
            ParagraphKind::Character => gathered.add(kind, shown.trim_start_matches('@'), None)?,
            ParagraphKind::Transition => gathered.add(kind, shown.trim_start_matches('>').trim(), None)?,
            ParagraphKind::Action => gathered.add(kind, shown.trim_start_matches('!'), None)?,
            ParagraphKind::Title | ParagraphKind::Parenthetical | ParagraphKind::Dialogue => {
                gathered.add(kind, shown, None)?;
            }
        }
        speaking = match kind {
            ParagraphKind::Character => true,
            ParagraphKind::Parenthetical | ParagraphKind::Dialogue => speaking,
            ParagraphKind::Title | ParagraphKind::Heading | ParagraphKind::Action | ParagraphKind::Transition => false,
        };
        after_blank = false;
    }
    Ok(Script { paragraphs: gathered.paragraphs })
}

/// `Title: The Road`: pairs before the first blank line, if the file opens with one.
fn read_title_page(lines: &[&str], gathered: &mut Gathered) -> Result<usize, ScriptRefusal> {
    let opens = lines.first().and_then(|line| line.split_once(':')).is_some_and(|(key, _)| {
        let key = key.trim();
        let short =
            !key.is_empty() && key.chars().count() <= 24 && key.chars().all(|sign| sign.is_alphabetic() || sign == ' ');
        short && Heading::of(key).is_none() && key.chars().any(char::is_lowercase)
    });
    if !opens {
        return Ok(0);
    }
    let end = lines.iter().position(|line| line.trim().is_empty()).unwrap_or(lines.len());
    for line in lines.iter().take(end) {
        gathered.add(ParagraphKind::Title, line.trim(), None)?;
    }
    Ok(end)
}

fn kind_of(line: &str, after_blank: bool, next_is_blank: bool, speaking: bool) -> ParagraphKind {
    if speaking {
        let is_aside = line.starts_with('(') && line.ends_with(')');
        return if is_aside { ParagraphKind::Parenthetical } else { ParagraphKind::Dialogue };
    }
    if line.starts_with('!') {
        return ParagraphKind::Action;
    }
    if is_forced_heading(line) || (after_blank && Heading::of(line).is_some()) {
        return ParagraphKind::Heading;
    }
    let shouted = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
    let is_transition = line.starts_with('>') && !line.ends_with('<');
    if is_transition || (after_blank && next_is_blank && shouted && line.ends_with("TO:")) {
        return ParagraphKind::Transition;
    }
    // `ANNA (V.O.)`: the name is shouted, what is in brackets need not be.
    let name = line.split('(').next().unwrap_or(line);
    let named = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
    if after_blank && !next_is_blank && (named || line.starts_with('@')) {
        return ParagraphKind::Character;
    }
    ParagraphKind::Action
}

/// `.SNIPER SCOPE`; an ellipsis is none.
fn is_forced_heading(line: &str) -> bool {
    line.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

fn heading(line: &str) -> Heading {
    match line.strip_prefix('.') {
        Some(rest) => Heading::forced(rest, None),
        None => Heading::of(line).unwrap_or_else(|| Heading::forced(line, None)),
    }
}

fn is_outline(line: &str) -> bool {
    line.starts_with('#') || (line.starts_with('=') && !line.starts_with("==")) || line.starts_with("===")
}

/// Without `/* … */` and `[[ … ]]`; lines stay where they were.
fn without_remarks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let next = [("/*", "*/"), ("[[", "]]")].into_iter().filter_map(|(open, close)| Some((rest.find(open)?, close)));
        let Some((at, close)) = next.min_by_key(|(at, _)| *at) else {
            kept.push_str(rest);
            return kept;
        };
        let (before, remark) = rest.split_at(at);
        kept.push_str(before);
        // A remark that never ends is not one: the rest of the script is not lost.
        let Some(end) = remark.get(2..).and_then(|inside| inside.find(close)) else {
            kept.push_str(remark);
            return kept;
        };
        let end = end + 4;
        kept.extend(remark.get(..end).unwrap_or("").chars().filter(|letter| *letter == '\n'));
        rest = remark.get(end..).unwrap_or("");
    }
}
