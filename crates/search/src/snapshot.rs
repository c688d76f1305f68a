use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::columnar::StrColumn;
use tantivy::index::SegmentId;
use tantivy::schema::{Field, Value};
use tantivy::store::StoreReader;
use tantivy::{InvertedIndexReader, SegmentReader, TantivyDocument};

use crate::fields::{self, Fields};
use crate::lanes::Lanes;
use crate::set::Set;

/// What was committed at one time: questions go on reading it while the next is made.
pub(crate) struct Snapshot {
    pub(crate) segments: Vec<Segment>,
    pub(crate) documents: usize,
    pub(crate) mark: i64,
}

pub(crate) struct Segment {
    pub(crate) reader: SegmentReader,
    pub(crate) lanes: Arc<Lanes>,
    /// Those that were not replaced or removed since.
    pub(crate) alive: Set,
    pub(crate) words: [WordIndexes; 3],
    pub(crate) whole: Arc<InvertedIndexReader>,
    ids: Option<StrColumn>,
    kept: StoreReader,
}

pub(crate) struct WordIndexes {
    pub(crate) exact: Arc<InvertedIndexReader>,
    pub(crate) stem: Arc<InvertedIndexReader>,
}

/// Of what was kept with documents, for those that are shown most.
const BLOCKS_AT_HAND: usize = 100;

impl Snapshot {
    /// Keeps what it can of the one before: lanes of a segment never change.
    pub(crate) fn of(
        readers: &[SegmentReader],
        fields: &Fields,
        mark: i64,
        before: Option<&Self>,
    ) -> tantivy::Result<Self> {
        let known: BTreeMap<SegmentId, &Arc<Lanes>> = before
            .iter()
            .flat_map(|before| &before.segments)
            .map(|segment| (segment.reader.segment_id(), &segment.lanes))
            .collect();
        let segments = readers.iter().map(|reader| {
            let lanes = match known.get(&reader.segment_id()) {
                Some(lanes) => Arc::clone(lanes),
                None => Arc::new(Lanes::read(reader, fields)?),
            };
            Segment::of(reader, fields, lanes)
        });
        let segments: Vec<Segment> = segments.collect::<tantivy::Result<_>>()?;
        let documents = segments.iter().map(|segment| segment.alive.len(segment.lanes.size)).sum();
        Ok(Self { segments, documents, mark })
    }
}

impl Segment {
    fn of(reader: &SegmentReader, fields: &Fields, lanes: Arc<Lanes>) -> tantivy::Result<Self> {
        let alive = match reader.alive_bitset() {
            Some(alive) => Set::of(alive.iter_alive().collect(), lanes.size),
            None => Set::All,
        };
        let [name, keyword, told] = fields.words;
        let words = |of: fields::WordFields| -> tantivy::Result<WordIndexes> {
            Ok(WordIndexes { exact: reader.inverted_index(of.exact)?, stem: reader.inverted_index(of.stem)? })
        };
        Ok(Self {
            words: [words(name)?, words(keyword)?, words(told)?],
            whole: reader.inverted_index(fields.whole)?,
            ids: reader.fast_fields().str(fields::ID)?,
            kept: reader.get_store_reader(BLOCKS_AT_HAND)?,
            reader: reader.clone(),
            lanes,
            alive,
        })
    }

    pub(crate) fn id(&self, document: u32) -> tantivy::Result<String> {
        let mut id = String::new();
        if let Some(ids) = &self.ids
            && let Some(ord) = ids.term_ords(document).next()
        {
            ids.ord_to_str(ord, &mut id)?;
        }
        Ok(id)
    }

    pub(crate) fn kept(&self, document: u32, field: Field) -> tantivy::Result<String> {
        let row: TantivyDocument = self.kept.get(document)?;
        Ok(row.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned())
    }
}
