use std::collections::BTreeMap;

use crate::fields::{self, Fields};
use crate::matching::{self, Matched, MatchedIn};
use crate::set::Set;
use crate::snapshot::{Segment, Snapshot};
use crate::typed;
use crate::{Area, Choice, Found, Hit, Needs, Question, Range, Sort};

/// A name typed to the letter comes before all others.
const POINTS_OF_WHOLE_NAME: i64 = 10_000;
/// Walking documents in their order is quicker than sorting if every so manieth is wanted.
const WALK_FROM: usize = 64;

pub(crate) fn answer(snapshot: &Snapshot, fields: &Fields, question: &Question) -> tantivy::Result<Found> {
    let mut found = Found::default();
    let asked = Asked::read(snapshot, fields, question, &mut found.unknown)?;
    let wanted = question.offset.saturating_add(question.limit);
    let mut best: Vec<Candidate> = Vec::new();
    for (segment, number) in snapshot.segments.iter().zip(0_usize..) {
        let matched: Vec<&MatchedIn> = asked.words.iter().filter_map(|word| word.segments.get(number)).collect();
        let before_choices = before_choices(segment, question, &asked, &matched)?;
        let choices = question.choices.iter();
        let choices: Vec<(&Choice, Set)> =
            choices.map(|choice| (choice, segment.lanes.chosen(&choice.facet, &choice.values))).collect();
        let result = choices.iter().fold(before_choices.clone(), |left, (_, set)| left.and(set));
        count(segment, question, &before_choices, &choices, &result, &mut found.counts);
        found.total += result.len(segment.lanes.size);
        let named = match &asked.name {
            Some(name) => matching::named(segment, fields, name)?,
            None => Set::NONE,
        };
        best.extend(first(segment, number, question, &asked, &matched, &named, &result, wanted)?);
    }
    best.sort_by_key(|candidate| (candidate.first, candidate.order));
    for candidate in best.into_iter().take(wanted).skip(question.offset) {
        let Some(segment) = snapshot.segments.get(candidate.segment) else { continue };
        let near = question.near.zip(segment.lanes.position(candidate.document));
        found.hits.push(Hit {
            id: segment.id(candidate.document)?,
            kept: segment.kept(candidate.document, fields.kept)?,
            metres: near.map(|(near, position)| near.position.metres_to(position)),
        });
    }
    Ok(found)
}

/// The text of a question, understood.
struct Asked {
    words: Vec<Matched>,
    /// Something has to be found and is nowhere.
    finds_nothing: bool,
    name: Option<String>,
}

/// A document that may be shown: less comes first.
struct Candidate {
    first: i64,
    order: (i64, u64),
    segment: usize,
    document: u32,
}

impl Asked {
    fn read(
        snapshot: &Snapshot,
        fields: &Fields,
        question: &Question,
        unknown: &mut Vec<String>,
    ) -> tantivy::Result<Self> {
        let mut words = Vec::new();
        for chunk in typed::read(&question.text) {
            match matching::matched(snapshot, fields, &chunk)? {
                Some(matched) => words.extend(matched),
                None => unknown.push(chunk.typed),
            }
        }
        let has_unknown = !unknown.is_empty();
        let finds_nothing = match question.needs {
            Needs::EveryWord => has_unknown,
            Needs::AnyWord => has_unknown && words.is_empty(),
        };
        let name = Some(fields::whole_name(&question.text)).filter(|name| !name.is_empty());
        Ok(Self { words, finds_nothing, name })
    }
}

/// Who has the text and lies where asked, before anything is chosen of a facet.
fn before_choices(
    segment: &Segment,
    question: &Question,
    asked: &Asked,
    matched: &[&MatchedIn],
) -> tantivy::Result<Set> {
    let size = segment.lanes.size;
    if asked.finds_nothing {
        return Ok(Set::NONE);
    }
    let mut left = segment.alive.clone();
    if let Some(area) = &question.area {
        left = left.and(&segment.lanes.within(area));
    }
    if let Some(near) = question.near
        && let Some(metres) = near.metres
    {
        let around = left.and(&segment.lanes.within(&Area::around(near.position, metres)));
        let mut inside = Vec::new();
        around.each(size, |document| {
            let position = segment.lanes.position(document);
            inside.extend(position.filter(|at| near.position.metres_to(*at) <= metres).map(|_| document));
        });
        left = Set::of(inside, size);
    }
    for range in &question.ranges {
        left = left.and(&in_range(segment, range)?);
    }
    let needs_small = asked.words.iter().all(|word| word.is_small);
    let needed = asked.words.iter().zip(matched).filter(|(word, _)| needs_small || !word.is_small);
    let sets: Vec<Set> = needed.map(|(_, found)| found.any(size)).collect();
    match question.needs {
        Needs::EveryWord => left = sets.iter().fold(left, Set::and),
        Needs::AnyWord if sets.is_empty() => {}
        Needs::AnyWord => left = left.and(&Set::any(&sets, size)),
    }
    Ok(left)
}

/// Where any word is enough, having one more counts for more than where it stands.
fn points(needs: Needs, points: i64) -> i64 {
    match needs {
        Needs::EveryWord => points,
        Needs::AnyWord if points == 0 => 0,
        Needs::AnyWord => 100 + points / 2,
    }
}

fn in_range(segment: &Segment, range: &Range) -> tantivy::Result<Set> {
    let column = segment.reader.fast_fields().i64(&fields::number_field(&range.number))?;
    let within = range.least.unwrap_or(i64::MIN)..=range.most.unwrap_or(i64::MAX);
    let mut documents = Vec::new();
    column.get_docids_for_value_range(within, 0..segment.lanes.size, &mut documents);
    Ok(Set::of(documents, segment.lanes.size))
}

fn count(
    segment: &Segment,
    question: &Question,
    before_choices: &Set,
    choices: &[(&Choice, Set)],
    result: &Set,
    counts: &mut BTreeMap<String, BTreeMap<String, usize>>,
) {
    let is_chosen = |facet: &str| choices.iter().any(|(choice, _)| choice.facet == facet);
    let free: Vec<&str> = question.count.iter().map(String::as_str).filter(|facet| !is_chosen(facet)).collect();
    if !free.is_empty() {
        segment.lanes.count_all(&free, result, counts);
    }
    for facet in question.count.iter().filter(|facet| is_chosen(facet)) {
        let others = choices.iter().filter(|(choice, _)| choice.facet != *facet);
        let without = others.fold(before_choices.clone(), |left, (_, set)| left.and(set));
        segment.lanes.count_all(&[facet], &without, counts);
    }
}

#[expect(clippy::too_many_arguments, reason = "what was found of a question in one segment")]
fn first(
    segment: &Segment,
    number: usize,
    question: &Question,
    asked: &Asked,
    matched: &[&MatchedIn],
    named: &Set,
    result: &Set,
    wanted: usize,
) -> tantivy::Result<Vec<Candidate>> {
    let lanes = &segment.lanes;
    let size = lanes.size;
    let candidate =
        |first: i64, document: u32| Candidate { first, order: lanes.order(document), segment: number, document };
    if wanted == 0 || result.is_empty() {
        return Ok(Vec::new());
    }
    let by_order_alone = match question.sort {
        Sort::Best => asked.words.is_empty(),
        Sort::Nearest => question.near.is_none(),
        Sort::Least(_) | Sort::Most(_) => false,
    };
    if by_order_alone && result.len(size).saturating_mul(WALK_FROM) >= lanes.ranked().len() {
        let members = lanes.ranked().iter().copied().filter(|document| result.has(*document));
        return Ok(members.take(wanted).map(|document| candidate(0, document)).collect());
    }
    let column = match &question.sort {
        Sort::Least(name) | Sort::Most(name) => Some(segment.reader.fast_fields().i64(&fields::number_field(name))?),
        Sort::Best | Sort::Nearest => None,
    };
    let key = |document: u32| match &question.sort {
        Sort::Best => {
            let points = asked
                .words
                .iter()
                .zip(matched)
                .map(|(word, found)| word.weight * points(question.needs, found.points(document)));
            let whole = if named.has(document) { POINTS_OF_WHOLE_NAME } else { 0 };
            -(points.sum::<i64>() + whole)
        }
        Sort::Nearest => {
            let near = question.near.zip(lanes.position(document));
            near.map_or(i64::MAX, |(near, position)| near.position.metres_to(position))
        }
        Sort::Least(_) => column.as_ref().and_then(|column| column.first(document)).unwrap_or(i64::MAX),
        Sort::Most(_) => {
            let number = column.as_ref().and_then(|column| column.first(document));
            number.map_or(i64::MAX, i64::saturating_neg)
        }
    };
    let mut keyed: Vec<(i64, u32, u32)> = Vec::with_capacity(result.len(size));
    result.each(size, |document| keyed.push((key(document), lanes.rank(document), document)));
    if keyed.len() > wanted {
        keyed.select_nth_unstable(wanted - 1);
        keyed.truncate(wanted);
    }
    Ok(keyed.into_iter().map(|(first, _, document)| candidate(first, document)).collect())
}
