use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use kernel::Actor;
use web::{Form, Page, Upload, WebError, show};

use super::{Draft, review, send};
use crate::inquiry::{Checking, Format, Need, Step, ZONES, check_step};
use crate::script::{Script, ScriptKind};
use crate::show::{band, zone_name};
use crate::{Confidentiality, Desk, LeadSource, sql};

/// One question page.
#[derive(Template)]
#[template(path = "start/step.html")]
struct StepPage {
    page: Page,
    form: Form,
    step: Step,
    /// Where the form is sent.
    action: String,
    back: String,
    /// The whole address under which the draft is found again; empty before the first page was left.
    link: String,
    saved: String,
    then: String,
    script_name: String,
    bands: Vec<(String, String)>,
    zones: Vec<(String, String)>,
}

impl StepPage {
    fn new(page: Page, desk: &Desk, secret: &str, step: Step, draft: Option<&Draft>, form: Form, then: &str) -> Self {
        let address = |step: Step| page.link(format!("start/{secret}/{}", step.word()));
        let action = if draft.is_some() { address(step) } else { page.link("start") };
        let back = match step.before() {
            Some(before) if then != "check" => address(before),
            Some(_) => address(Step::Check),
            None if draft.is_some() && then == "check" => address(Step::Check),
            None => page.link(""),
        };
        let bands = desk.bands().iter().map(|range| (range.word(), band(&page, range))).collect();
        let mut zones: Vec<(String, String)> =
            ZONES.iter().map(|zone| ((*zone).to_owned(), zone_name(&page, zone, page.now()))).collect();
        let own = desk.zone().iana_name().unwrap_or("Etc/UTC");
        if !ZONES.contains(&own) {
            zones.push((own.to_owned(), zone_name(&page, own, page.now())));
        }
        let saved = draft.map(|draft| clock(&page, draft.changed_at)).unwrap_or_default();
        let link = if draft.is_some() { page.absolute(&address(step)) } else { String::new() };
        let script_name = draft.map(|draft| draft.script_name.clone()).unwrap_or_default();
        Self { form, step, action, back, link, saved, then: then.to_owned(), script_name, bands, zones, page }
    }

    fn formats(&self) -> [Format; 11] {
        Format::ALL
    }

    fn levels(&self) -> [Confidentiality; 3] {
        Confidentiality::ALL
    }

    fn needs(&self) -> [Need; 9] {
        Need::ALL
    }

    fn sources(&self) -> [LeadSource; 13] {
        LeadSource::ALL
    }
}

/// `14:02`, where the commission is.
fn clock(page: &Page, moment: jiff::Timestamp) -> String {
    moment.to_zoned_datetime(page.site().zone().clone()).strftime("%H:%M").to_string()
}

/// The first page, without a draft yet. A link may say from where somebody comes: `?source=market&event=…`.
pub(super) async fn begin(page: Page, State(desk): State<Desk>, form: Form) -> Result<Response, WebError> {
    let mut form = form;
    form.fill("confidentiality", Confidentiality::Open.word());
    show(StatusCode::OK, &StepPage::new(page, &desk, "", Step::What, None, form, ""))
}

/// What was typed first is kept whatever is wrong with it.
pub(super) async fn begun(page: Page, State(desk): State<Desk>, upload: Upload) -> Result<Response, WebError> {
    let secret = desk.store().secret();
    let mut draft = Draft::new(&secret, page.language().tag(), page.now());
    draft.take(Step::What, &upload.form);
    draft.take_origin(&upload.form);
    let change = desk.store().upkeep(page.now()).await?;
    sql::insert_draft(&change, &draft).await?;
    change.commit().await?;
    next(page, &desk, &secret, draft, Step::What, "")
}

pub(super) async fn ask(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret, word)): Path<(String, String, String)>,
    query: Form,
) -> Result<Response, WebError> {
    let step = Step::from_word(&word).ok_or(WebError::NotFound)?;
    let draft = Draft::find(desk.store(), &secret).await?.ok_or(WebError::NotFound)?;
    if draft.production.is_some() {
        return Ok(Redirect::to(&page.link(format!("start/{secret}/sent"))).into_response());
    }
    if step == Step::Check {
        return review::show_answers(page, &desk, &secret, &draft, StatusCode::OK, Form::default());
    }
    let form = draft.form();
    show(StatusCode::OK, &StepPage::new(page, &desk, &secret, step, Some(&draft), form, query.typed("then")))
}

pub(super) async fn submit(
    page: Page,
    State(desk): State<Desk>,
    Path((_, secret, word)): Path<(String, String, String)>,
    upload: Upload,
) -> Result<Response, WebError> {
    let step = Step::from_word(&word).ok_or(WebError::NotFound)?;
    let mut draft = Draft::find(desk.store(), &secret).await?.ok_or(WebError::NotFound)?;
    if draft.production.is_some() {
        return Ok(Redirect::to(&page.link(format!("start/{secret}/sent"))).into_response());
    }
    if step == Step::Check {
        return send::submit(page, &desk, &secret, draft).await;
    }
    draft.take(step, &upload.form);
    draft.language = page.language().tag().to_owned();
    draft.changed_at = page.now();
    let refused = match step {
        Step::Looks => take_script(&page, &desk, &mut draft, &upload).await?,
        Step::What | Step::When | Step::Budget | Step::Needs | Step::Who | Step::Check => Vec::new(),
    };
    let change = desk.store().upkeep(page.now()).await?;
    sql::set_draft(&change, &draft).await?;
    change.commit().await?;
    let then = upload.form.typed("then");
    if refused.is_empty() {
        return next(page, &desk, &secret, draft, step, then);
    }
    let mut form = draft.form();
    for (key, filled) in refused {
        form.refuse_with("script", key, filled);
    }
    show(StatusCode::UNPROCESSABLE_ENTITY, &StepPage::new(page, &desk, &secret, step, Some(&draft), form, then))
}

/// The next page, or the same one again with what is wrong on it.
fn next(page: Page, desk: &Desk, secret: &str, draft: Draft, step: Step, then: &str) -> Result<Response, WebError> {
    let mut form = draft.form();
    let checking = Checking { today: page.today(), bands: desk.bands(), language: page.language() };
    check_step(&checking, step, &mut form);
    if form.is_refused() {
        let template = StepPage::new(page, desk, secret, step, Some(&draft), form, then);
        return show(StatusCode::UNPROCESSABLE_ENTITY, &template);
    }
    let to = if then == "check" { Step::Check } else { step.after() };
    Ok(Redirect::to(&page.link(format!("start/{secret}/{}", to.word()))).into_response())
}

type Refused = Vec<(String, Vec<(&'static str, String)>)>;

/// Keeps a script with the draft if it can be read; otherwise says what, where and what to do.
async fn take_script(page: &Page, desk: &Desk, draft: &mut Draft, upload: &Upload) -> Result<Refused, WebError> {
    if upload.form.chose("remove-script", "yes") {
        draft.script = None;
        draft.script_name = String::new();
    }
    let Some(file) = upload.file("script") else { return Ok(Vec::new()) };
    let read = ScriptKind::of(&file.name, &file.bytes).and_then(|kind| Script::read(kind, &file.bytes));
    if let Err(refusal) = read {
        let both = [refusal.key().to_owned(), refusal.fix_key().to_owned()];
        return Ok(both.into_iter().map(|key| (key, refusal.filled())).collect());
    }
    let stored = match desk.keep().put_bytes(&file.bytes, &file.name, &crate::vault::LIMITS).await {
        Ok(stored) => stored,
        Err(files::PutError::Refused(refusal)) => {
            let both = [refusal.key().to_owned(), refusal.fix_key()];
            return Ok(both.into_iter().map(|key| (key, refusal.arguments())).collect());
        }
        Err(files::PutError::Failed(error)) => return Err(error.into()),
    };
    let change = desk.store().upkeep(page.now()).await?;
    let kept = files::insert_file(&change, &stored, &Actor::Stranger).await?;
    draft.script = Some(kept.id);
    draft.script_name = kept.name;
    sql::set_draft(&change, draft).await?;
    change.commit().await?;
    Ok(Vec::new())
}

/// The sender's zone, or the commission's where theirs was not said.
pub(super) fn zone_of(desk: &Desk, name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or_else(|_| desk.zone().clone())
}
