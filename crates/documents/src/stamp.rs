//! The PDF of somebody else with its reader's name on every page, so that no page is passed on without it.

use std::sync::Arc;

use hayro_syntax::Pdf;
use jiff::Timestamp;
use serde_json::json;
use typst::foundations::Smart;
use typst_pdf::PdfOptions;

use crate::letters::showable;
use crate::paper::Paper;
use crate::pdf::{calendar, laid_out, said};
use crate::{DocumentProblem, Picture, Template};

const STAMP: Template = Template { name: "stamp", text: include_str!("stamp.typ") };

/// How many pages a PDF has; nothing if it is none, is locked, or is too broken for its pages to be counted.
pub fn pages_of(pdf: &[u8]) -> Option<usize> {
    Pdf::new(Arc::new(pdf.to_vec())).ok().map(|pdf| pdf.pages().len()).filter(|pages| *pages > 0)
}

/// The same pages, each with the mark across it. A PDF whose pages cannot be counted is refused as one of none.
pub fn stamped(pdf: Vec<u8>, mark: &str, moment: Timestamp) -> Result<Vec<u8>, DocumentProblem> {
    let pages = pages_of(&pdf).ok_or(DocumentProblem::NoPages)?;
    let today = calendar(moment).ok_or(DocumentProblem::Moment(moment))?;
    let text = showable(&json!({ "mark": mark, "pages": pages })).to_string();
    let ident = format!("{}\n{moment}\n{text}", STAMP.name);
    let paper = Paper::new(&STAMP, text, vec![Picture { name: "source.pdf".to_owned(), bytes: pdf }], today);
    let document = laid_out(&STAMP, &paper)?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Tereze".to_owned())),
        timestamp: Some(typst_pdf::Timestamp::new_utc(today)),
        // What is marked says itself what is a heading, or does not.
        tagged: false,
        ..PdfOptions::default()
    };
    let written = typst_pdf::pdf(&document, &options);
    // Nothing of a script stays.
    typst::comemo::evict(0);
    written.map_err(|problems| DocumentProblem::Export { template: STAMP.name, problems: said(&paper, &problems) })
}
