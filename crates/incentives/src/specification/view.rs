//! The parts of a rulebook as its pages show them.

use kernel::{Day, Language};
use rulebook::{
    Bound, ClauseId, Excepted, ExceptionId, FigureId, InputId, Level, Open, OpenId, ParamId, Piece, Rulebook, Target,
    Type,
};
use web::Page;

use super::examples::Examples;
use super::formula::Part;
use super::prose::Said;
use super::root;
use super::values::ParamTable;
use crate::desk::speaker;
use crate::{Desk, Speaker};

/// One rulebook and one reader.
pub(super) struct View<'v> {
    pub(super) page: &'v Page,
    pub(super) desk: &'v Desk,
    pub(super) book: &'v Rulebook,
    pub(super) reader: Speaker<'v>,
    root: String,
}

/// A name with its page.
pub(super) struct Named {
    pub(super) label: String,
    pub(super) href: String,
}

/// A line, total or define.
pub(super) struct Definition {
    pub(super) named: Named,
    /// The key of the word for what kind of figure it is.
    pub(super) kind: &'static str,
    pub(super) formula: Vec<Part>,
    pub(super) exceptions: Vec<ExceptionRow>,
}

pub(super) struct ExceptionRow {
    pub(super) label: String,
    /// The exception that this is one to.
    pub(super) overrides: Option<String>,
    pub(super) when: Vec<Part>,
    pub(super) then: Vec<Part>,
    /// Where it stands, if that is another clause.
    pub(super) clause: Option<Named>,
}

pub(super) struct InputRow {
    pub(super) named: Named,
    pub(super) ask: Said,
    pub(super) kind: String,
    pub(super) default: Option<Vec<Part>>,
}

pub(super) struct OpenNote {
    pub(super) named: Named,
    pub(super) because: Said,
    pub(super) readings: Vec<Vec<Part>>,
}

/// A clause with all that stands in it.
pub(super) struct ClauseView {
    pub(super) anchor: String,
    pub(super) title: Said,
    pub(super) html: Said,
    pub(super) note: Option<String>,
    pub(super) href: String,
    pub(super) in_force: Vec<String>,
    pub(super) definitions: Vec<Definition>,
    /// Exceptions to figures of other clauses.
    pub(super) exceptions: Vec<(Named, Vec<ExceptionRow>)>,
    pub(super) inputs: Vec<InputRow>,
    pub(super) params: Vec<ParamTable>,
    pub(super) opens: Vec<OpenNote>,
    pub(super) untranslatable: Vec<Said>,
    pub(super) points: Vec<String>,
    pub(super) examples: Examples,
    /// Where the letters of certainty are explained.
    pub(super) letters: String,
}

impl ClauseView {
    /// Whether there is anything in it that a machine reads.
    pub(super) fn is_prose_alone(&self) -> bool {
        self.in_force.is_empty()
            && self.definitions.is_empty()
            && self.exceptions.is_empty()
            && self.inputs.is_empty()
            && self.params.is_empty()
            && self.opens.is_empty()
            && self.untranslatable.is_empty()
            && self.points.is_empty()
    }
}

impl<'v> View<'v> {
    pub(super) fn new(page: &'v Page, desk: &'v Desk, book: &'v Rulebook) -> Self {
        Self { page, desk, book, reader: speaker(page), root: root(desk, book) }
    }

    pub(super) fn language(&self) -> Language {
        self.page.language()
    }

    pub(super) fn is_own(&self) -> bool {
        self.book.id == self.desk.own().id
    }

    /// Where the whole rulebook is read.
    pub(super) fn href(&self) -> String {
        self.page.link(&self.root)
    }

    pub(super) fn clause_href(&self, id: ClauseId) -> String {
        self.page.link(format!("{}/clauses/{}", self.root, self.book.anchor(id)))
    }

    pub(super) fn named(&self, name: &str) -> Named {
        let href = self.page.link(format!("{}/rules/{name}", self.root));
        Named { label: self.book.label(name, self.language()), href }
    }

    /// Where the letters of certainty are explained: each rulebook does so in its first clause.
    pub(super) fn letters(&self) -> String {
        self.clauses().first().map(|clause| self.clause_href(*clause)).unwrap_or_default()
    }

    pub(super) fn title(&self) -> Said {
        let clause = self.book.document.clauses.iter().find(|clause| clause.title == self.book.title);
        match clause {
            Some(clause) => Said::title(clause, self.language()),
            None => Said { text: self.book.title.clone(), other: Some(Language::ENGLISH) },
        }
    }

    /// The clauses that a person can read, in order.
    pub(super) fn clauses(&self) -> Vec<ClauseId> {
        let clauses = self.book.document.clauses.iter().enumerate();
        clauses.filter(|(_, clause)| !clause.anchor.is_empty()).map(|(at, _)| ClauseId(at)).collect()
    }

    pub(super) fn clause_title(&self, id: ClauseId) -> String {
        self.book.clause(id).map(|clause| Said::title(clause, self.language()).text).unwrap_or_default()
    }

    pub(super) fn clause_named(&self, id: ClauseId) -> Named {
        Named { label: self.clause_title(id), href: self.clause_href(id) }
    }

    /// The day for which values are shown: today while the scheme is in force, else its last day.
    pub(super) fn day(&self) -> Day {
        let today = self.page.today();
        let in_force = self.book.in_force.iter();
        let covers_today =
            in_force.clone().any(|span| span.from <= today && span.until.is_none_or(|until| until >= today));
        if covers_today { today } else { self.book.usual_day().unwrap_or(today) }
    }

    pub(super) fn clause(&self, id: ClauseId) -> Option<ClauseView> {
        let clause = self.book.clause(id)?;
        let figures = (0..self.book.figures.len()).map(FigureId);
        let here = |figure: &FigureId| self.book.figure(*figure).is_some_and(|figure| figure.clause == id);
        // Those inside another exception of this clause are shown with it.
        let stands_here = |exception: &rulebook::Exception| exception.clause == id && !here(&exception.figure);
        let is_inner = |inner: &ExceptionId| {
            self.book.exceptions.iter().any(|outer| stands_here(outer) && outer.exceptions.contains(inner))
        };
        let of_other = |exception: &ExceptionId| {
            self.book.exceptions.get(exception.0).is_some_and(stands_here) && !is_inner(exception)
        };
        let html = Said::html(clause, self.language());
        Some(ClauseView {
            anchor: clause.anchor.clone(),
            title: Said::title(clause, self.language()),
            note: html.note(self.page),
            html,
            href: self.clause_href(id),
            in_force: self.periods(Some(id)),
            definitions: figures.filter(here).filter_map(|figure| self.definition(figure)).collect(),
            exceptions: (0..self.book.exceptions.len())
                .map(ExceptionId)
                .filter(of_other)
                .filter_map(|exception| self.exception_elsewhere(exception, id))
                .collect(),
            inputs: (0..self.book.inputs.len())
                .map(InputId)
                .filter(|input| self.book.target_clause(Target::Input(*input)) == id)
                .filter_map(|input| self.input(input))
                .collect(),
            params: (0..self.book.params.len())
                .map(ParamId)
                .filter(|param| self.book.target_clause(Target::Param(*param)) == id)
                .filter_map(|param| self.param(param))
                .collect(),
            opens: (0..self.book.opens.len())
                .map(OpenId)
                .filter(|open| self.book.target_clause(Target::Open(*open)) == id)
                .filter_map(|open| self.open(open))
                .collect(),
            untranslatable: self
                .untranslatable(|at| self.book.untranslatable.get(at).is_some_and(|note| note.clause == id)),
            points: self
                .book
                .points
                .iter()
                .filter(|points| points.clause == id)
                .map(|points| self.points(points))
                .collect(),
            examples: self.examples(|tested| tested.clause == id),
            letters: self.letters(),
        })
    }

    /// From when until when, in sentences: what one clause says, or all that governs the award.
    pub(super) fn periods(&self, clause: Option<ClauseId>) -> Vec<String> {
        let wanted = self.book.in_force.iter().filter(|period| match clause {
            Some(clause) => period.clause == clause,
            None => period.governs.is_empty() || self.book.award.is_some_and(|award| period.governs.contains(&award)),
        });
        let said = wanted.map(|period| {
            let from = self.page.day(period.from);
            let said = match period.until {
                Some(until) => {
                    self.page.say("spec-period").with("from", from).with("until", self.page.day(until)).to_string()
                }
                None => self.page.say("spec-period-open").with("from", from).to_string(),
            };
            let governed: Vec<String> = period
                .governs
                .iter()
                .filter_map(|figure| self.book.figure(*figure))
                .map(|figure| self.book.label(&figure.name, self.language()))
                .collect();
            if governed.is_empty() { said } else { format!("{said}: {}", governed.join("; ")) }
        });
        said.collect()
    }

    pub(super) fn definition(&self, id: FigureId) -> Option<Definition> {
        let (figure, explained) = (self.book.figure(id)?, self.book.explain(id, None)?);
        let mut exceptions = Vec::new();
        for exception in &explained.exceptions {
            self.exception(exception, None, figure.clause, &mut exceptions);
        }
        Some(Definition {
            named: self.named(&figure.name),
            kind: match figure.level {
                Level::Line => "spec-kind-line",
                Level::Total => "spec-kind-total",
                Level::Define => "spec-kind-define",
            },
            formula: self.parts(&explained.formula),
            exceptions,
        })
    }

    /// An exception and those to it, the outer first.
    fn exception(&self, exception: &Excepted, to: Option<ExceptionId>, here: ClauseId, into: &mut Vec<ExceptionRow>) {
        into.push(ExceptionRow {
            label: self.exception_label(exception.exception),
            overrides: to.map(|to| self.exception_label(to)),
            when: self.parts(&exception.when),
            then: self.parts(&exception.then),
            clause: (exception.clause != here).then(|| self.clause_named(exception.clause)),
        });
        for inner in &exception.exceptions {
            self.exception(inner, Some(exception.exception), here, into);
        }
    }

    /// An exception to a figure of another clause, as the clause shows it in which it stands.
    fn exception_elsewhere(&self, id: ExceptionId, here: ClauseId) -> Option<(Named, Vec<ExceptionRow>)> {
        let (exception, explained) = (self.book.exceptions.get(id.0)?, self.book.explain_exception(id)?);
        let mut rows = Vec::new();
        let parent = self.book.exceptions.iter().position(|other| other.exceptions.contains(&id)).map(ExceptionId);
        self.exception(&explained, parent, here, &mut rows);
        Some((self.named(&self.book.figure(exception.figure)?.name), rows))
    }

    fn exception_label(&self, id: ExceptionId) -> String {
        match self.book.exceptions.get(id.0) {
            Some(exception) if exception.label.is_none() => self.clause_title(exception.clause),
            _ => self.book.exception_label(id, self.language()),
        }
    }

    pub(super) fn input(&self, id: InputId) -> Option<InputRow> {
        let input = self.book.inputs.get(id.0)?;
        let range = input.within.map(|(low, high)| {
            let (low, high) = (self.bound(low, input.of), self.bound(high, input.of));
            self.page.say("formula-range").with("low", low).with("high", high).to_string()
        });
        let kind = self.kind(input.of, &input.name);
        let default = self.book.explain_default(id).map(|(low, high)| {
            let mut pieces = low;
            if let Some(high) = high {
                pieces.push(Piece::Sign("…"));
                pieces.extend(high);
            }
            self.parts_of(&pieces, &input.name)
        });
        Some(InputRow {
            named: self.named(&input.name),
            ask: Said::of(&input.ask, self.language()),
            kind: range.map_or_else(|| kind.clone(), |range| format!("{kind}, {range}")),
            default,
        })
    }

    fn bound(&self, bound: Bound, of: Type) -> String {
        match bound {
            Bound::Number(number) => self.reader.number(&number, of),
            Bound::Day(day) => self.page.day(day),
        }
    }

    /// What kind of thing a value is, in words.
    pub(super) fn kind(&self, of: Type, name: &str) -> String {
        let plain = |key: &'static str| self.page.say(key).to_string();
        match of {
            Type::Money(currency) | Type::Exact(currency) => {
                self.page.say("spec-type-money").with("currency", currency).to_string()
            }
            Type::MoneyByCurrency => plain("spec-type-any-money"),
            Type::Rate => plain("spec-type-rate"),
            Type::Count => plain("spec-type-count"),
            Type::Points => plain("spec-type-points"),
            Type::Days => plain("spec-type-days"),
            Type::Date => plain("spec-type-date"),
            Type::Bool => plain("spec-type-bool"),
            Type::Key => plain("spec-type-key"),
            Type::Choice(list) => {
                let options = self.book.list(list).iter();
                options
                    .map(|option| self.book.option_label(name, option, self.language()))
                    .collect::<Vec<_>>()
                    .join(" / ")
            }
        }
    }

    pub(super) fn open(&self, id: OpenId) -> Option<OpenNote> {
        let open: &Open = self.book.opens.get(id.0)?;
        Some(OpenNote {
            named: self.named(&open.name),
            because: Said::of(&open.because, self.language()),
            readings: open
                .readings
                .iter()
                .map(|reading| self.parts_of(&self.book.explain_reading(reading), &open.name))
                .collect(),
        })
    }

    pub(super) fn untranslatable(&self, wanted: impl Fn(usize) -> bool) -> Vec<Said> {
        let notes = self.book.untranslatable.iter().enumerate().filter(|(at, _)| wanted(*at));
        notes.map(|(_, note)| Said::of(&note.note, self.language())).collect()
    }

    pub(super) fn points(&self, points: &rulebook::Points) -> String {
        let said = self.page.say("spec-points").with("name", self.book.label(&points.name, self.language()));
        said.with("pass", points.pass).with("of", points.of).to_string()
    }
}
