use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use productions::{Heading, Script, ScriptKind};
use web::{Page, Upload, WebError, show};

use super::package::{answer, found};
use crate::Desk;
use crate::candidates::candidates;
use crate::propose::{Proposal, Wanted, propose as propose_for, wanted};
use crate::record::Package;

/// What a script asks for, heading by heading, and what we have: nothing of the script is kept.
#[derive(Template)]
#[template(path = "office/script.html")]
struct ScriptPage {
    page: Page,
    package: Package,
    base: String,
    title: String,
    rows: Vec<(Wanted, Vec<Proposal>)>,
    missing: Vec<Wanted>,
}

/// More places no script has; what has is no script.
const MOST_PLACES: usize = 200;

pub(super) async fn propose(
    page: Page,
    State(desk): State<Desk>,
    Path((_, package)): Path<(String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let package = found(&page, &desk, &package).await?;
    let mut form = upload.form.clone();
    let read = match upload.file("script") {
        Some(file) => ScriptKind::of(&file.name, &file.bytes)
            .and_then(|kind| Script::read(kind, &file.bytes))
            .map(|script| script.map(|script| (file.name.clone(), headings(&script)))),
        None if !form.typed("pages").trim().is_empty() => {
            let text = format!("\n\n{}\n", form.typed("pages"));
            let script = Script::read(ScriptKind::Fountain, text.as_bytes());
            script.map(|script| script.map(|script| (page.say("package-script-pasted").to_string(), headings(&script))))
        }
        None => Ok(of_production(&page, &desk, &package).await?),
    };
    let read = match read {
        Ok(Some((title, headings))) if !headings.is_empty() => Some((title, headings)),
        Ok(_) => {
            form.refuse("script", "package-script-none");
            None
        }
        Err(refusal) => {
            form.refuse_with("script", refusal.key(), refusal.filled());
            None
        }
    };
    let Some((title, headings)) = read else {
        return answer(page, &desk, StatusCode::UNPROCESSABLE_ENTITY, package, form).await;
    };
    let candidates = candidates(&page, &desk).await?;
    let proposals = wanted(headings.iter()).into_iter().take(MOST_PLACES).map(|wanted| {
        let found = propose_for(&wanted, &candidates);
        (wanted, found)
    });
    let (rows, missing): (Vec<_>, Vec<_>) = proposals.partition(|(_, found)| !found.is_empty());
    let missing = missing.into_iter().map(|(wanted, _)| wanted).collect();
    let base = page.link(format!("office/packages/{}", package.id));
    show(StatusCode::OK, &ScriptPage { page, package, base, title, rows, missing })
}

/// The latest script of the production, if the reader works on its file: that it was opened is written down there.
async fn of_production(
    page: &Page,
    desk: &Desk,
    package: &Package,
) -> Result<Option<(String, Vec<Heading>)>, WebError> {
    let Some(id) = package.production else { return Ok(None) };
    let production = productions::find_production(desk.store(), page, id).await?;
    productions::script_headings(page, &desk.productions, &production).await
}

fn headings(script: &Script) -> Vec<Heading> {
    script.headings().cloned().collect()
}

impl ScriptPage {
    fn scenes(&self, wanted: &Wanted) -> String {
        wanted.scenes.join(", ")
    }

    /// What a box of the form says: the place, and for which scene.
    fn choice(&self, wanted: &Wanted, proposal: &Proposal) -> String {
        format!("{} {}", proposal.id, wanted.place)
    }

    fn because(&self, proposal: &Proposal) -> String {
        proposal.because.join(", ")
    }

    fn location_link(&self, proposal: &Proposal) -> String {
        self.page.link(format!("locations/{}", proposal.slug))
    }
}
