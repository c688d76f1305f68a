//! Which documents have what was typed, and how well.

use tantivy::postings::BlockSegmentPostings;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{InvertedIndexReader, Term};

use crate::fields::Fields;
use crate::set::Set;
use crate::snapshot::{Segment, Snapshot};
use crate::typed::{Chunk, Word};

/// One word of a question, in every segment.
pub(crate) struct Matched {
    pub(crate) segments: Vec<MatchedIn>,
    /// Rare words say more.
    pub(crate) weight: i64,
    pub(crate) is_small: bool,
}

#[derive(Default)]
pub(crate) struct MatchedIn {
    /// Points and who gets them; the most points first.
    pub(crate) tiers: Vec<(i64, Set)>,
}

/// Points by weight of the words: as typed, another form of the word, begun like it, one letter off.
const POINTS: [[i64; 4]; 3] = [[100, 90, 70, 50], [60, 54, 40, 30], [20, 18, 12, 10]];
/// Begins of words say little, and stand for very many.
const LEAST_BEGUN: usize = 2;
/// So many words of an index are taken for one that was begun or misspelled.
const MOST_WORDS: usize = 4_096;

/// The readings of a chunk are tried in turn: as typed, with the other keyboard, one letter wrong, both.
pub(crate) fn matched(snapshot: &Snapshot, fields: &Fields, chunk: &Chunk) -> tantivy::Result<Option<Vec<Matched>>> {
    let ways = [
        (&chunk.words, Way::AsTyped),
        (&chunk.other_layout, Way::AsTyped),
        (&chunk.words, Way::Misspelled),
        (&chunk.other_layout, Way::Misspelled),
    ];
    for (words, way) in ways {
        let all =
            words.iter().map(|word| matched_word(snapshot, fields, word, way)).collect::<tantivy::Result<Vec<_>>>()?;
        let is_known = !all.is_empty() && all.iter().all(|word| word.is_small || word.finds(snapshot));
        if is_known {
            return Ok(Some(all));
        }
    }
    Ok(None)
}

#[derive(Clone, Copy)]
enum Way {
    AsTyped,
    Misspelled,
}

impl Matched {
    fn finds(&self, snapshot: &Snapshot) -> bool {
        let tiers = self.segments.iter().zip(&snapshot.segments);
        tiers
            .flat_map(|(found, segment)| found.tiers.iter().map(move |(_, set)| (set, segment)))
            .any(|(set, segment)| set.len_with(&segment.alive, segment.lanes.size) > 0)
    }
}

impl MatchedIn {
    pub(crate) fn any(&self, size: u32) -> Set {
        if self.tiers.is_empty() { Set::NONE } else { Set::any(self.tiers.iter().map(|(_, set)| set), size) }
    }

    pub(crate) fn points(&self, document: u32) -> i64 {
        self.tiers.iter().find(|(_, set)| set.has(document)).map_or(0, |(points, _)| *points)
    }
}

fn matched_word(snapshot: &Snapshot, fields: &Fields, word: &Word, way: Way) -> tantivy::Result<Matched> {
    let mut segments = Vec::new();
    for segment in &snapshot.segments {
        segments.push(match way {
            Way::AsTyped => as_typed(segment, fields, word)?,
            Way::Misspelled => misspelled(segment, fields, word)?,
        });
    }
    let found: usize = segments
        .iter()
        .zip(&snapshot.segments)
        .map(|(found, segment)| found.any(segment.lanes.size).len_with(&segment.alive, segment.lanes.size))
        .sum();
    let rarity = (snapshot.documents.max(1) / found.max(1)).max(1).ilog2();
    Ok(Matched { segments, weight: 1 + i64::from(rarity), is_small: word.is_small })
}

fn as_typed(segment: &Segment, fields: &Fields, word: &Word) -> tantivy::Result<MatchedIn> {
    let size = segment.lanes.size;
    let mut found = MatchedIn::default();
    for ((indexes, of), [exact, stem, begun, _]) in segment.words.iter().zip(fields.words).zip(POINTS) {
        let term = Term::from_field_text(of.exact, &word.exact);
        found.push(exact, in_terms(&indexes.exact, [term])?, size);
        let stems = word.stems.iter().map(|stem| Term::from_field_text(of.stem, stem));
        found.push(stem, in_terms(&indexes.stem, stems)?, size);
        if word.is_last && word.exact.len() >= LEAST_BEGUN {
            found.push(begun, begun_with(&indexes.exact, &word.exact)?, size);
        }
    }
    found.tiers.sort_by_key(|(points, _)| -points);
    Ok(found)
}

fn misspelled(segment: &Segment, fields: &Fields, word: &Word) -> tantivy::Result<MatchedIn> {
    let mut found = MatchedIn::default();
    if !word.may_be_misspelled {
        return Ok(found);
    }
    for ((indexes, of), [.., points]) in segment.words.iter().zip(fields.words).zip(POINTS) {
        let term = Term::from_field_text(of.exact, &word.exact);
        let like = FuzzyTermQuery::new(term, 1, true).automaton()?;
        let mut stream = indexes.exact.terms().search(like).into_stream()?;
        let mut documents = Vec::new();
        let mut words = 0;
        while let Some((_, info)) = stream.next()
            && words < MOST_WORDS
        {
            words += 1;
            let mut postings = indexes.exact.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            documents.append(&mut self::documents(&mut postings));
        }
        found.push(points, documents, segment.lanes.size);
    }
    Ok(found)
}

impl MatchedIn {
    fn push(&mut self, points: i64, documents: Vec<u32>, size: u32) {
        if !documents.is_empty() {
            self.tiers.push((points, Set::of(documents, size)));
        }
    }
}

fn in_terms(index: &InvertedIndexReader, terms: impl IntoIterator<Item = Term>) -> tantivy::Result<Vec<u32>> {
    let mut all = Vec::new();
    for term in terms {
        if let Some(mut postings) = index.read_block_postings(&term, IndexRecordOption::Basic)? {
            all.append(&mut documents(&mut postings));
        }
    }
    Ok(all)
}

fn begun_with(index: &InvertedIndexReader, begin: &str) -> tantivy::Result<Vec<u32>> {
    let mut all = Vec::new();
    let mut words = 0;
    let mut stream = index.terms().range().ge(begin).into_stream()?;
    while let Some((key, info)) = stream.next() {
        if !key.starts_with(begin.as_bytes()) || words == MOST_WORDS {
            break;
        }
        words += 1;
        // Itself is no begin of it.
        if key.len() > begin.len() {
            let mut postings = index.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
            all.append(&mut documents(&mut postings));
        }
    }
    Ok(all)
}

/// Whose whole name it is.
pub(crate) fn named(segment: &Segment, fields: &Fields, name: &str) -> tantivy::Result<Set> {
    let documents = in_terms(&segment.whole, [Term::from_field_text(fields.whole, name)])?;
    Ok(Set::of(documents, segment.lanes.size))
}

pub(crate) fn documents(postings: &mut BlockSegmentPostings) -> Vec<u32> {
    let mut all = Vec::with_capacity(usize::try_from(postings.doc_freq()).unwrap_or_default());
    while postings.block_len() > 0 {
        all.extend_from_slice(postings.docs());
        postings.advance();
    }
    all
}
