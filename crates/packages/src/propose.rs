//! Which places a text asks for: words of a scene heading or of an inquiry beside the words of each place. Pure.
//!
//! A word of a place is its name, what it is, or what it can stand in for, in every language of the commission: whoever
//! writes `НАТ. КАНЬОН` and whoever writes `EXT. CANYON` find the same.

use std::collections::BTreeMap;

use kernel::Id;
use kernel::fold;
use productions::{Heading, Setting, TimeOfDay};

/// A place that could be proposed.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) id: Id,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) is_indoors: bool,
    /// Whether one may not work there at night.
    pub(crate) is_closed_at_night: bool,
    /// Folded words, and how much each says.
    words: BTreeMap<String, u32>,
}

/// A place of the script, and in how many scenes it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// As the first heading writes it.
    pub(crate) place: String,
    pub(crate) setting: Setting,
    pub(crate) scenes: Vec<String>,
    pub(crate) times: Vec<TimeOfDay>,
}

/// What was found for one of them, the best first; nothing means that we do not have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proposal {
    pub(crate) id: Id,
    pub(crate) slug: String,
    pub(crate) name: String,
    /// The words that led there, as they were asked for.
    pub(crate) because: Vec<String>,
}

/// How much a word says: a name more than a look, a look more than a type.
pub(crate) const NAME: u32 = 6;
pub(crate) const LOOK: u32 = 4;
pub(crate) const KIND: u32 = 4;
pub(crate) const SAID: u32 = 1;

/// Below that it is chance.
const LEAST: u32 = 4;
const MOST_PROPOSALS: usize = 4;
/// Shorter words are prepositions.
const SHORTEST: usize = 3;
/// So many letters at the start have to agree where the endings differ.
const STEM: usize = 4;
/// The longest ending that a language of ours puts behind a stem.
const LONGEST_ENDING: usize = 4;

/// Words of headings that say nothing of a place, folded as they are compared.
const EMPTY: [&str; 22] = [
    "the",
    "and",
    "near",
    "outside",
    "inside",
    "somewhere",
    "same",
    "other",
    "another",
    "day",
    "night",
    "scene",
    "large",
    "small",
    "old",
    "new",
    "для",
    "возле",
    "около",
    "где",
    "рядом",
    "маңы",
];

impl Candidate {
    pub(crate) fn new(id: Id, slug: &str, name: &str, is_indoors: bool, is_closed_at_night: bool) -> Self {
        let (slug, name) = (slug.to_owned(), name.to_owned());
        Self { id, slug, name, is_indoors, is_closed_at_night, words: BTreeMap::new() }
    }

    /// Adds the words of a text; a word that is said twice weighs as its heavier one.
    pub(crate) fn learn(&mut self, text: &str, weight: u32) {
        for word in fold::words(text) {
            let known = self.words.entry(word).or_default();
            *known = (*known).max(weight);
        }
    }
}

/// The places of a script, each once, in the order in which they come.
pub(crate) fn wanted<'h>(headings: impl Iterator<Item = &'h Heading>) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    for (at, heading) in headings.enumerate() {
        let scene = heading.number.clone().unwrap_or_else(|| (at + 1).to_string());
        let key = fold::fold(&heading.place);
        let known = all.iter_mut().find(|known| fold::fold(&known.place) == key && known.setting == heading.setting);
        match known {
            Some(known) => {
                known.scenes.push(scene);
                if !known.times.contains(&heading.time) {
                    known.times.push(heading.time);
                }
            }
            None => all.push(Wanted {
                place: heading.place.clone(),
                setting: heading.setting,
                scenes: vec![scene],
                times: vec![heading.time],
            }),
        }
    }
    all.retain(|wanted| !wanted.place.trim().is_empty());
    all
}

/// What a heading could be filmed at.
pub(crate) fn propose(wanted: &Wanted, candidates: &[Candidate]) -> Vec<Proposal> {
    let wants_roof = match wanted.setting {
        Setting::Interior => Some(true),
        Setting::Exterior => Some(false),
        Setting::Both | Setting::Unsaid => None,
    };
    let fits = |candidate: &&Candidate| {
        // An interior can be built on any ground, but nobody films a street under a roof.
        let is_under_roof = wants_roof.is_none_or(|roof| roof || !candidate.is_indoors);
        let is_open = !(candidate.is_closed_at_night && wanted.times.contains(&TimeOfDay::Night));
        is_under_roof && is_open
    };
    best(&wanted.place, candidates.iter().filter(fits), wants_roof == Some(true))
}

/// What a text asks for.
pub(crate) fn propose_for_text(text: &str, candidates: &[Candidate]) -> Vec<Proposal> {
    best(text, candidates.iter(), false)
}

fn best<'c>(text: &str, candidates: impl Iterator<Item = &'c Candidate>, prefers_roof: bool) -> Vec<Proposal> {
    let asked: Vec<(String, String)> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST && !EMPTY.contains(&word.to_lowercase().as_str()))
        .flat_map(|word| fold::words(word).into_iter().map(|folded| (word.to_owned(), folded)).collect::<Vec<_>>())
        .collect();
    let mut found: Vec<(u32, Proposal)> = candidates
        .filter_map(|candidate| {
            let (weight, because) = matched(&asked, candidate);
            let weight = weight + u32::from(prefers_roof && candidate.is_indoors);
            let Candidate { id, slug, name, .. } = candidate;
            let proposal = Proposal { id: *id, slug: slug.clone(), name: name.clone(), because };
            (weight >= LEAST && !proposal.because.is_empty()).then_some((weight, proposal))
        })
        .collect();
    // The sort is stable: of equal ones the first stays first.
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.into_iter().take(MOST_PROPOSALS).map(|(_, proposal)| proposal).collect()
}

fn matched(asked: &[(String, String)], candidate: &Candidate) -> (u32, Vec<String>) {
    let mut sum = 0;
    let mut because: Vec<String> = Vec::new();
    for (written, folded) in asked {
        let weights = candidate.words.iter().filter(|(word, _)| are_akin(folded, word)).map(|(_, weight)| *weight);
        let Some(weight) = weights.max() else { continue };
        if !because.contains(written) {
            sum += weight;
            because.push(written.clone());
        }
    }
    (sum, because)
}

/// One word in two of its endings: `степь` and `степи`, `canyon` and `canyons`.
fn are_akin(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let ending = |word: &str| word.chars().count() - common;
    common >= STEM
        && ending(one) <= LONGEST_ENDING
        && ending(other) <= LONGEST_ENDING
        && ending(one) + ending(other) <= 5
}

#[cfg(test)]
mod tests {
    use super::{Candidate, KIND, LOOK, NAME, Wanted, propose, propose_for_text, wanted};
    use kernel::Id;
    use productions::{Script, ScriptKind};

    fn candidates() -> Vec<Candidate> {
        let place = |number: u64, name: &str, others: &str, kind: &str, looks: &str, is_indoors: bool| {
            let mut candidate = Candidate::new(Id::new(number, 1), "slug", name, is_indoors, false);
            candidate.learn(name, NAME);
            candidate.learn(others, NAME);
            candidate.learn(kind, KIND);
            candidate.learn(looks, LOOK);
            candidate
        };
        vec![
            place(
                1,
                "Charyn Canyon",
                "Чарынский каньон Шарын шатқалы",
                "canyon каньон шатқал",
                "Mars Марс Arizona",
                false,
            ),
            place(2, "Singing Dune", "Поющий бархан", "desert dunes пустыня шөл", "Sahara Сахара", false),
            place(3, "Kazakhfilm", "Казахфильм", "studio студия", "", true),
        ]
    }

    fn headings(text: &str) -> Vec<Wanted> {
        let script = Script::read(ScriptKind::Fountain, text.as_bytes()).unwrap().unwrap();
        wanted(script.headings())
    }

    fn found(line: &str) -> Vec<String> {
        let wanted = headings(&format!("\n\n{line}\n\nSomebody walks.\n"));
        let found = propose(wanted.first().unwrap(), &candidates());
        found.into_iter().map(|proposal| proposal.name).collect()
    }

    #[test]
    fn headings_find_places_in_any_language_and_ending() {
        for (line, expected) in [
            ("EXT. RED CANYON - DAY", "Charyn Canyon"),
            ("НАТ. КАНЬОНЫ. РАССВЕТ", "Charyn Canyon"),
            ("EXT. MARS BASE - AIRLOCK - NIGHT", "Charyn Canyon"),
            ("НАТ. ШАРЫН – ДЕНЬ", "Charyn Canyon"),
            ("EXT. DUNES - DUSK", "Singing Dune"),
            ("INT. STUDIO - DAY", "Kazakhfilm"),
        ] {
            assert_eq!(found(line).first().map(String::as_str), Some(expected), "{line}");
        }
    }

    #[test]
    fn what_we_do_not_have_is_said_to_be_missing() {
        for line in ["EXT. TROPICAL ISLAND - DAY", "INT. SUBMARINE - NIGHT", "EXT. STUDIO - DAY", "НАТ. ПАРИЖ. УТРО"]
        {
            assert!(found(line).is_empty(), "{line} {:?}", found(line));
        }
    }

    #[test]
    fn a_place_comes_once_with_all_its_scenes() {
        let script = "\n\nEXT. CANYON - DAY\n\nA.\n\nINT. YURT - NIGHT\n\nB.\n\nEXT. CANYON - NIGHT\n\nC.\n";
        let wanted = headings(script);
        assert_eq!(wanted.len(), 2);
        assert_eq!(wanted[0].scenes, ["1", "3"]);
        assert_eq!(wanted[0].times.len(), 2);
    }

    #[test]
    fn a_text_proposes_the_best_first_and_says_why() {
        let found = propose_for_text("Нужен красный каньон, похожий на Марс, без деревьев", &candidates());
        assert_eq!(found[0].name, "Charyn Canyon");
        assert_eq!(found[0].because, ["каньон", "Марс"]);
        assert!(propose_for_text("Some trees", &candidates()).is_empty());
    }

    #[test]
    fn nobody_is_sent_at_night_where_it_is_forbidden() {
        let mut candidate = Candidate::new(Id::new(9, 1), "slug", "Canyon", false, true);
        candidate.learn("canyon", KIND);
        let wanted = headings("\n\nEXT. CANYON - NIGHT\n\nA.\n");
        assert!(propose(&wanted[0], &[candidate]).is_empty());
    }
}
