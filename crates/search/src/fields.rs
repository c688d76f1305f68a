//! How documents lie in the index.

use kernel::fold;
use tantivy::TantivyDocument;
use tantivy::schema::{
    Field, IndexRecordOption, NumericOptions, STORED, STRING, Schema as TantivySchema, TextFieldIndexing, TextOptions,
};

use crate::spelling::Speller;
use crate::{Document, Position, Schema, Weight};

/// Between the name and the value of a facet.
pub(crate) const PARTED: char = '\u{1f}';

#[derive(Debug, Clone)]
pub(crate) struct Fields {
    pub(crate) tantivy: TantivySchema,
    pub(crate) id: Field,
    /// Whole names, folded.
    pub(crate) whole: Field,
    pub(crate) words: [WordFields; 3],
    pub(crate) facet: Field,
    numbers: Vec<(String, Field)>,
    latitude: Field,
    longitude: Field,
    order: Field,
    tie: Field,
    pub(crate) kept: Field,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct WordFields {
    pub(crate) exact: Field,
    pub(crate) stem: Field,
}

pub(crate) const ID: &str = "id";
pub(crate) const LATITUDE: &str = "latitude";
pub(crate) const LONGITUDE: &str = "longitude";
pub(crate) const ORDER: &str = "order";
pub(crate) const TIE: &str = "tie";

/// Longer names and values are cut: a term of an index has a limit.
const MOST_LETTERS: usize = 1_000;

impl Fields {
    pub(crate) fn of(schema: &Schema) -> Self {
        let mut building = TantivySchema::builder();
        let id = building.add_text_field(ID, STRING.set_fast("raw"));
        let words = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        let words = TextOptions::default().set_indexing_options(words);
        let raw = TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        let raw = TextOptions::default().set_indexing_options(raw);
        let whole = building.add_text_field("whole", raw.clone());
        let words = Weight::ALL.map(|weight| {
            let (exact, stem) = match weight {
                Weight::Name => ("name", "name_stem"),
                Weight::Keyword => ("keyword", "keyword_stem"),
                Weight::Text => ("told", "told_stem"),
            };
            WordFields {
                exact: building.add_text_field(exact, words.clone()),
                stem: building.add_text_field(stem, words.clone()),
            }
        });
        let facet = building.add_text_field("facet", raw);
        let fast = NumericOptions::default().set_fast();
        let numbers = schema.numbers.iter();
        let numbers = numbers.map(|name| (name.clone(), building.add_i64_field(&number_field(name), fast.clone())));
        let numbers = numbers.collect();
        let latitude = building.add_i64_field(LATITUDE, fast.clone());
        let longitude = building.add_i64_field(LONGITUDE, fast.clone());
        let order = building.add_i64_field(ORDER, fast.clone());
        let tie = building.add_u64_field(TIE, fast);
        let kept = building.add_text_field("kept", STORED);
        Self { tantivy: building.build(), id, whole, words, facet, numbers, latitude, longitude, order, tie, kept }
    }

    pub(crate) fn document(&self, speller: &mut Speller, document: &Document) -> TantivyDocument {
        let mut row = TantivyDocument::new();
        row.add_text(self.id, &document.id);
        for words in &document.words {
            let spelled = speller.spell(words.language, &words.text);
            let exact: Vec<&str> = spelled.iter().map(|word| word.exact.as_str()).collect();
            let mut stem: Vec<&str> = spelled.iter().flat_map(|word| &word.stems).map(String::as_str).collect();
            let joined: Vec<String> = match words.weight {
                Weight::Name => exact.windows(2).map(<[&str]>::concat).collect(),
                Weight::Keyword | Weight::Text => Vec::new(),
            };
            // `Altynemel` finds `Altyn-Emel`.
            stem.extend(joined.iter().map(String::as_str));
            let fields = self.words_of(words.weight);
            row.add_text(fields.exact, exact.join(" "));
            row.add_text(fields.stem, stem.join(" "));
            match words.weight {
                Weight::Name => row.add_text(self.whole, cut(&exact.join(" "))),
                Weight::Keyword | Weight::Text => {}
            }
        }
        for (name, value) in &document.facets {
            row.add_text(self.facet, facet_term(name, value));
        }
        for (name, number) in &document.numbers {
            let field = self.numbers.iter().find(|(known, _)| known == name);
            field.into_iter().for_each(|(_, field)| row.add_i64(*field, *number));
        }
        if let Some(position) = document.position {
            row.add_i64(self.latitude, i64::from(position.latitude()));
            row.add_i64(self.longitude, i64::from(position.longitude()));
        }
        row.add_i64(self.order, document.order);
        row.add_u64(self.tie, tie(&document.id));
        row.add_text(self.kept, &document.kept);
        row
    }

    pub(crate) fn words_of(&self, weight: Weight) -> WordFields {
        let [name, keyword, told] = self.words;
        match weight {
            Weight::Name => name,
            Weight::Keyword => keyword,
            Weight::Text => told,
        }
    }
}

pub(crate) fn number_field(name: &str) -> String {
    format!("number_{name}")
}

pub(crate) fn facet_term(name: &str, value: &str) -> String {
    cut(&format!("{name}{PARTED}{value}"))
}

/// Under which a whole typed text is a whole name.
pub(crate) fn whole_name(text: &str) -> String {
    cut(&fold::fold(text))
}

pub(crate) fn position(latitude: Option<i64>, longitude: Option<i64>) -> Option<Position> {
    Position::from_millionths(i32::try_from(latitude?).ok()?, i32::try_from(longitude?).ok()?)
}

fn cut(text: &str) -> String {
    text.chars().take(MOST_LETTERS).collect()
}

/// The same for an id on every machine: what is equal in everything else stands in one order.
fn tie(id: &str) -> u64 {
    id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
