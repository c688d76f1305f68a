use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use rulebook::{FigureId, OpenId, ParamId, Rulebook, TableId, Target, Tested};
use web::{Page, WebError, show};

use super::examples::Examples;
use super::formula::Look;
use super::from_shelf;
use super::prose::Said;
use super::values::ParamTable;
use super::view::{Definition, InputRow, Named, OpenNote, View};
use crate::Desk;

#[derive(Template)]
#[template(path = "specification/rule.html")]
struct RulePage {
    page: Page,
    own: bool,
    book: Named,
    label: String,
    name: String,
    /// The key of the word for what kind of thing it is.
    kind: &'static str,
    /// What its values are.
    of: String,
    clause: Named,
    definition: Option<Definition>,
    input: Option<InputRow>,
    param: Option<ParamTable>,
    open: Option<OpenNote>,
    untranslatable: Vec<Said>,
    rests_on: Vec<Named>,
    used_by: Vec<Named>,
    examples: Examples,
    /// Where the letters of certainty are explained.
    letters: String,
}

pub(super) async fn own(
    page: Page,
    State(desk): State<Desk>,
    Path((_, name)): Path<(String, String)>,
) -> Result<Response, WebError> {
    see(page.clone(), &desk, desk.own(), &name)
}

pub(super) async fn other(
    page: Page,
    State(desk): State<Desk>,
    Path((_, country, scheme, name)): Path<(String, String, String, String)>,
) -> Result<Response, WebError> {
    let id = format!("{country}/{scheme}");
    from_shelf(&page, &desk, &id, &format!("/rules/{name}"), |book| see(page.clone(), &desk, book, &name))
}

/// What a name stands for. Names are unique in a rulebook.
fn find(book: &Rulebook, name: &str) -> Option<Target> {
    let param = || book.params.iter().position(|param| param.name == name).map(ParamId).map(Target::Param);
    let table = || book.tables.iter().position(|table| table.name == name).map(TableId).map(Target::Table);
    book.find_figure(name)
        .map(Target::Figure)
        .or_else(|| book.find_input(name).map(Target::Input))
        .or_else(param)
        .or_else(|| book.find_open(name).map(Target::Open))
        .or_else(|| book.find_column(name).map(Target::Column))
        .or_else(table)
}

fn see(page: Page, desk: &Desk, book: &Rulebook, name: &str) -> Result<Response, WebError> {
    let view = View::new(&page, desk, book);
    let target = find(book, name).ok_or(WebError::NotFound)?;
    let figure = match target {
        Target::Figure(figure) => Some(figure),
        _ => None,
    };
    let of = match target {
        Target::Figure(id) => book.figure(id).map(|figure| figure.of),
        Target::Input(id) => book.inputs.get(id.0).map(|input| input.of),
        Target::Param(id) => book.params.get(id.0).map(|param| param.of),
        Target::Open(OpenId(at)) => book.opens.get(at).map(|open| open.of),
        Target::Column(id) => book.columns.get(id.0).map(|column| column.of),
        Target::Table(_) => None,
    };
    let used_by = book.used_by(target);
    // A value is shown by the examples of the figures that use it directly.
    let shows = |tested: &Tested| {
        let is_wanted = |id: FigureId| figure.map_or_else(|| used_by.contains(&id), |figure| figure == id);
        tested.shown.iter().any(|shown| is_wanted(shown.figure))
    };
    let definition = figure.and_then(|id| view.definition(id));
    let taints = figure.and_then(|id| book.figure(id)).map(|figure| figure.taints.clone()).unwrap_or_default();
    let template = RulePage {
        own: view.is_own(),
        book: Named { label: view.title().text, href: view.href() },
        label: book.label(name, page.language()),
        name: name.to_owned(),
        kind: match target {
            Target::Figure(_) => definition.as_ref().map_or("spec-kind-define", |definition| definition.kind),
            Target::Input(_) => "spec-kind-input",
            Target::Param(_) => "spec-kind-param",
            Target::Open(_) => "spec-kind-open",
            Target::Column(_) => "spec-kind-column",
            Target::Table(_) => "spec-kind-table",
        },
        of: of.map(|of| view.kind(of, name)).unwrap_or_default(),
        clause: view.clause_named(book.target_clause(target)),
        rests_on: rests_on(&view, target),
        used_by: used_by.iter().filter_map(|id| book.figure(*id)).map(|figure| view.named(&figure.name)).collect(),
        input: match target {
            Target::Input(id) => view.input(id),
            _ => None,
        },
        param: match target {
            Target::Param(id) => view.param(id),
            _ => None,
        },
        open: match target {
            Target::Open(id) => view.open(id),
            _ => None,
        },
        untranslatable: view.untranslatable(|at| taints.contains(&at)),
        examples: view.examples(shows),
        letters: view.letters(),
        definition,
        page: page.clone(),
    };
    show(StatusCode::OK, &template)
}

fn rests_on(view: &View<'_>, target: Target) -> Vec<Named> {
    let Target::Figure(id) = target else { return Vec::new() };
    let explained = view.book.explain(id, None).map(|explained| explained.rests_on).unwrap_or_default();
    explained.into_iter().map(|target| view.named(view.book.target_name(target))).collect()
}
