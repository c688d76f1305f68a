//! What a segment is filtered, counted and sorted by, laid out for that once and kept in memory.

use std::collections::BTreeMap;

use tantivy::SegmentReader;
use tantivy::schema::IndexRecordOption;
use tantivy::termdict::TermDictionary;

use crate::fields::{self, Fields, PARTED};
use crate::set::Set;
use crate::{Area, Position};

#[derive(Debug)]
pub(crate) struct Lanes {
    pub(crate) size: u32,
    values: Vec<Value>,
    /// Facet to the places of its values in `values`, which stand together.
    names: BTreeMap<String, std::ops::Range<usize>>,
    /// The values of document `n` are `of_document[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    of_document: Vec<u32>,
    bands: Bands,
    positions: Vec<Option<Position>>,
    ranks: Ranks,
}

#[derive(Debug)]
struct Value {
    value: String,
    documents: Set,
}

/// Documents by latitude, a band for each half degree, and in a band by longitude.
#[derive(Debug, Default)]
struct Bands(BTreeMap<i32, Vec<(i32, i32, u32)>>);

const BAND: i32 = 500_000;

/// The order of documents that nothing else parts.
#[derive(Debug)]
struct Ranks {
    of_document: Vec<u32>,
    documents: Vec<u32>,
    orders: Vec<(i64, u64)>,
}

/// Below this share of documents it is quicker to ask each for its values than each value for its documents.
const ASK_DOCUMENTS_BELOW: u32 = 8;

impl Lanes {
    pub(crate) fn read(reader: &SegmentReader, fields: &Fields) -> tantivy::Result<Self> {
        let size = reader.max_doc();
        let (values, names) = read_values(reader, fields)?;
        let (starts, of_document) = by_document(&values, size);
        let columns = reader.fast_fields();
        let latitudes = columns.i64(fields::LATITUDE)?;
        let longitudes = columns.i64(fields::LONGITUDE)?;
        let position = |document| fields::position(latitudes.first(document), longitudes.first(document));
        let positions: Vec<Option<Position>> = (0..size).map(position).collect();
        let bands = Bands::of(&positions);
        let (order, tie) = (columns.i64(fields::ORDER)?, columns.u64(fields::TIE)?);
        let orders = (0..size).map(|document| {
            (order.first(document).unwrap_or_default().saturating_neg(), tie.first(document).unwrap_or_default())
        });
        let ranks = Ranks::of(orders.collect());
        Ok(Self { size, values, names, starts, of_document, bands, positions, ranks })
    }

    /// The documents that have one of the values.
    pub(crate) fn chosen(&self, facet: &str, values: &[String]) -> Set {
        let known = self.values_of(facet).iter().filter(|known| values.contains(&known.value));
        let sets: Vec<&Set> = known.map(|known| &known.documents).collect();
        if sets.is_empty() { Set::NONE } else { Set::any(sets, self.size) }
    }

    pub(crate) fn within(&self, area: &Area) -> Set {
        let mut documents = Vec::new();
        for (band, members) in self.bands.0.range(area.south.div_euclid(BAND)..=area.north.div_euclid(BAND)) {
            let south = band.saturating_mul(BAND);
            let is_whole = south >= area.south && south.saturating_add(BAND - 1) <= area.north;
            for (west, east) in area.longitudes() {
                let from = members.partition_point(|(longitude, _, _)| *longitude < west);
                let to = members.partition_point(|(longitude, _, _)| *longitude <= east);
                let members = members.get(from..to).unwrap_or_default().iter();
                let members =
                    members.filter(|(_, latitude, _)| is_whole || (area.south..=area.north).contains(latitude));
                documents.extend(members.map(|(_, _, document)| *document));
            }
        }
        Set::of(documents, self.size)
    }

    pub(crate) fn position(&self, document: u32) -> Option<Position> {
        at(document).and_then(|at| self.positions.get(at)).copied().flatten()
    }

    pub(crate) fn rank(&self, document: u32) -> u32 {
        at(document).and_then(|at| self.ranks.of_document.get(at)).copied().unwrap_or(u32::MAX)
    }

    /// What ranks compare, to compare with other segments: less comes first.
    pub(crate) fn order(&self, document: u32) -> (i64, u64) {
        at(document).and_then(|at| self.ranks.orders.get(at)).copied().unwrap_or((i64::MAX, u64::MAX))
    }

    /// Documents from the first to the last.
    pub(crate) fn ranked(&self) -> &[u32] {
        &self.ranks.documents
    }

    /// Adds how many of the documents have which value of the facet.
    pub(crate) fn count(&self, facet: &str, documents: &Set, into: &mut BTreeMap<String, usize>) {
        for value in self.values_of(facet) {
            let found = documents.len_with(&value.documents, self.size);
            add(into, &value.value, found);
        }
    }

    /// The same for several facets at once.
    pub(crate) fn count_all(
        &self,
        facets: &[&str],
        documents: &Set,
        counts: &mut BTreeMap<String, BTreeMap<String, usize>>,
    ) {
        let few = usize::try_from(self.size / ASK_DOCUMENTS_BELOW).unwrap_or_default();
        if documents.len(self.size) > few {
            for facet in facets {
                self.count(facet, documents, counts.entry((*facet).to_owned()).or_default());
            }
            return;
        }
        let mut found = vec![0_usize; self.values.len()];
        documents.each(self.size, |document| {
            for value in self.of(document) {
                at(*value).and_then(|at| found.get_mut(at)).into_iter().for_each(|found| *found += 1);
            }
        });
        for facet in facets {
            let into = counts.entry((*facet).to_owned()).or_default();
            let Some(places) = self.names.get(*facet) else { continue };
            let found = found.get(places.clone()).unwrap_or_default();
            self.values_of(facet).iter().zip(found).for_each(|(value, found)| add(into, &value.value, *found));
        }
    }

    fn values_of(&self, facet: &str) -> &[Value] {
        self.names.get(facet).and_then(|places| self.values.get(places.clone())).unwrap_or_default()
    }

    fn of(&self, document: u32) -> &[u32] {
        let start = |document: usize| self.starts.get(document).copied().and_then(at);
        let Some(document) = at(document) else { return &[] };
        let (Some(from), Some(to)) = (start(document), start(document + 1)) else { return &[] };
        self.of_document.get(from..to).unwrap_or_default()
    }
}

type Named = (Vec<Value>, BTreeMap<String, std::ops::Range<usize>>);

fn read_values(reader: &SegmentReader, fields: &Fields) -> tantivy::Result<Named> {
    let index = reader.inverted_index(fields.facet)?;
    let terms: &TermDictionary = index.terms();
    let mut values: Vec<Value> = Vec::new();
    let mut names: BTreeMap<String, std::ops::Range<usize>> = BTreeMap::new();
    let mut stream = terms.stream()?;
    while let Some((key, info)) = stream.next() {
        let Some((name, value)) = std::str::from_utf8(key).ok().and_then(|key| key.split_once(PARTED)) else {
            continue;
        };
        let mut postings = index.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
        let documents = crate::matching::documents(&mut postings);
        let at = values.len();
        names.entry(name.to_owned()).or_insert(at..at).end = at + 1;
        values.push(Value { value: value.to_owned(), documents: Set::of(documents, reader.max_doc()) });
    }
    Ok((values, names))
}

fn by_document(values: &[Value], size: u32) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; at(size).unwrap_or_default() + 1];
    for value in values {
        value.documents.each(size, |document| {
            let next = at(document).and_then(|at| starts.get_mut(at + 1));
            next.into_iter().for_each(|count| *count += 1);
        });
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut of_document = vec![0_u32; at(sum).unwrap_or_default()];
    let mut next = starts.clone();
    for (value, number) in values.iter().zip(0_u32..) {
        value.documents.each(size, |document| {
            let Some(free) = at(document).and_then(|at| next.get_mut(at)) else { return };
            at(*free).and_then(|at| of_document.get_mut(at)).into_iter().for_each(|place| *place = number);
            *free += 1;
        });
    }
    (starts, of_document)
}

impl Bands {
    fn of(positions: &[Option<Position>]) -> Self {
        let mut bands: BTreeMap<i32, Vec<(i32, i32, u32)>> = BTreeMap::new();
        for (position, document) in positions.iter().zip(0_u32..) {
            let Some(position) = position else { continue };
            let band = bands.entry(position.latitude().div_euclid(BAND)).or_default();
            band.push((position.longitude(), position.latitude(), document));
        }
        bands.values_mut().for_each(|members| members.sort_unstable());
        Self(bands)
    }
}

impl Ranks {
    fn of(orders: Vec<(i64, u64)>) -> Self {
        let mut keyed: Vec<((i64, u64), u32)> = orders.iter().copied().zip(0_u32..).collect();
        keyed.sort_unstable();
        let documents: Vec<u32> = keyed.into_iter().map(|(_, document)| document).collect();
        let mut of_document = vec![0; documents.len()];
        for (document, rank) in documents.iter().zip(0_u32..) {
            at(*document).and_then(|at| of_document.get_mut(at)).into_iter().for_each(|place| *place = rank);
        }
        Self { of_document, documents, orders }
    }
}

fn add(into: &mut BTreeMap<String, usize>, value: &str, found: usize) {
    match into.get_mut(value) {
        Some(sum) => *sum += found,
        None => {
            into.insert(value.to_owned(), found);
        }
    }
}

fn at(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}
