//! The same questions, written for tantivy by hand on the index that we made.

use std::ops::Bound;
use std::path::Path;

use kernel::fold;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, RangeQuery, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Schema};
use tantivy::{Index, Searcher, Term};

use crate::country::{Asked, KINDS};

pub(crate) struct ByHand {
    searcher: Searcher,
    schema: Schema,
}

/// Field, and what a word there is worth.
const FIELDS: [(&str, &str, f32); 3] =
    [("name", "name_stem", 5.0), ("keyword", "keyword_stem", 3.0), ("told", "told_stem", 1.0)];

impl ByHand {
    pub(crate) fn open(folder: &Path) -> Self {
        let index = Index::open_in_dir(folder).unwrap();
        Self { searcher: index.reader().unwrap().searcher(), schema: index.schema() }
    }

    pub(crate) fn segments(&self) -> usize {
        self.searcher.segment_readers().len()
    }

    /// The best of a page, and how many there are.
    pub(crate) fn total(&self, asked: &Asked) -> usize {
        let query = BooleanQuery::new(self.clauses(asked));
        let (_, total) = self.searcher.search(&query, &(TopDocs::with_limit(24).order_by_score(), Count)).unwrap();
        total
    }

    fn clauses(&self, asked: &Asked) -> Vec<(Occur, Box<dyn Query>)> {
        let mut all: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        let words = fold::words(&asked.text);
        for (at, word) in words.iter().enumerate() {
            all.push((Occur::Must, self.word(word, at + 1 == words.len())));
        }
        if let Some(kind) = asked.kind {
            let term = Term::from_field_text(self.field("facet"), &format!("type\u{1f}{}", KINDS[kind]));
            all.push((Occur::Must, Box::new(TermQuery::new(term, IndexRecordOption::Basic))));
        }
        if let Some([west, south, east, north]) = asked.area {
            all.push((Occur::Must, self.range("latitude", south, north)));
            all.push((Occur::Must, self.range("longitude", west, east)));
        }
        all
    }

    fn word(&self, word: &str, is_last: bool) -> Box<dyn Query> {
        let mut any: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for (exact, stem, worth) in FIELDS {
            for (name, worth) in [(exact, worth), (stem, worth * 0.9)] {
                let term = Term::from_field_text(self.field(name), word);
                let query = TermQuery::new(term, IndexRecordOption::Basic);
                any.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), worth))));
            }
            if is_last {
                let field = self.field(exact);
                let behind = Term::from_field_text(field, &format!("{word}{}", char::MAX));
                let begun =
                    RangeQuery::new(Bound::Included(Term::from_field_text(field, word)), Bound::Excluded(behind));
                any.push((Occur::Should, Box::new(begun)));
            }
        }
        Box::new(BooleanQuery::new(any))
    }

    #[expect(clippy::float_arithmetic, clippy::cast_possible_truncation, reason = "millionths of degrees")]
    fn range(&self, name: &str, from: f64, to: f64) -> Box<dyn Query> {
        let term = |degrees: f64| Term::from_field_i64(self.field(name), (degrees * 1e6).round() as i64);
        Box::new(RangeQuery::new(Bound::Included(term(from)), Bound::Included(term(to))))
    }

    fn field(&self, name: &str) -> Field {
        self.schema.get_field(name).unwrap()
    }
}
