use jiff::Timestamp;
use jiff::tz::Offset;
use serde_json::Value;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::letters::showable;
use crate::paper::Paper;

/// A document of ours: its name, for messages, and its text in Typst, embedded in the crate it belongs to.
///
/// The text begins with `#import "/kit.typ": *`, reads `json("/data.json")` and hands it to `paper`; `src/kit.typ` says
/// what that wants.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    pub name: &'static str,
    pub text: &'static str,
}

/// A picture of a document: its template says `image("/pictures/NAME", alt: …)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Small Latin letters, digits, `-` and an ending that says what it is: `1-2.svg`. Another picture has another name.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Our own mistake: a template that does not fit its data.
#[derive(Debug, thiserror::Error)]
pub enum DocumentProblem {
    #[error("the template `{template}` does not fit its data: {}", .problems.join("; "))]
    Template { template: &'static str, problems: Vec<String> },
    #[error("the document `{template}` cannot be written as PDF: {}", .problems.join("; "))]
    Export { template: &'static str, problems: Vec<String> },
    #[error("the pages of a PDF cannot be counted")]
    NoPages,
    #[error("no document can be of the moment {0}")]
    Moment(Timestamp),
}

/// A tagged PDF for screen readers and archives: PDF/UA-1 and PDF/A-2a.
pub fn pdf(template: &Template, data: &Value, moment: Timestamp) -> Result<Vec<u8>, DocumentProblem> {
    illustrated(template, data, Vec::new(), moment)
}

/// As [`pdf`], with pictures: JPEG, PNG or SVG.
pub fn illustrated(
    template: &Template,
    data: &Value,
    pictures: Vec<Picture>,
    moment: Timestamp,
) -> Result<Vec<u8>, DocumentProblem> {
    let today = calendar(moment).ok_or(DocumentProblem::Moment(moment))?;
    let text = showable(data).to_string();
    let ident = format!("{}\n{moment}\n{text}", template.name);
    let paper = Paper::new(template, text, pictures, today);
    let document = laid_out(template, &paper)?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Tereze".to_owned())),
        timestamp: Some(typst_pdf::Timestamp::new_utc(today)),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .expect("the two standards agree on a version of PDF"),
        ..PdfOptions::default()
    };
    let written = typst_pdf::pdf(&document, &options);
    // What was worked out for this document helps the next ones, and others are being made at this moment: only what
    // helped none of them for a while is let go.
    typst::comemo::evict(20);
    written.map_err(|problems| DocumentProblem::Export { template: template.name, problems: said(&paper, &problems) })
}

/// A warning is a mistake as well: a font that is missing, a layout that does not settle.
pub(crate) fn laid_out(template: &Template, paper: &Paper) -> Result<PagedDocument, DocumentProblem> {
    let refuse = |problems: &[SourceDiagnostic]| DocumentProblem::Template {
        template: template.name,
        problems: said(paper, problems),
    };
    let compiled = typst::compile::<PagedDocument>(paper);
    let document = compiled.output.map_err(|problems| refuse(&problems))?;
    if compiled.warnings.is_empty() { Ok(document) } else { Err(refuse(&compiled.warnings)) }
}

pub(crate) fn said(paper: &Paper, problems: &[SourceDiagnostic]) -> Vec<String> {
    let one = |problem: &SourceDiagnostic| {
        let range = paper.range(problem.span);
        let place = problem.span.id().zip(range).map(|(file, range)| paper.place(file, range.start));
        let hints: Vec<&str> = problem.hints.iter().map(|hint| hint.v.as_str()).collect();
        [place.unwrap_or_default(), problem.message.to_string(), hints.join(", ")].join(" ").trim().to_owned()
    };
    problems.iter().map(one).collect()
}

pub(crate) fn calendar(moment: Timestamp) -> Option<Datetime> {
    let utc = Offset::UTC.to_datetime(moment);
    let part = |number: i8| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        i32::from(utc.year()),
        part(utc.month())?,
        part(utc.day())?,
        part(utc.hour())?,
        part(utc.minute())?,
        part(utc.second())?,
    )
}
