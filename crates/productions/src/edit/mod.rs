//! One field of a production at a time, for the office and for those in its team who may.

mod field;

pub(crate) use field::Field;

use kernel::Currency;
use serde_json::json;
use store::{Change, Entry, fingerprint};
use web::{Form, Page, Visitor, WebError};

use crate::file;
use crate::inquiry::{Format, Need};
use crate::record::Production;
use crate::{Confidentiality, LeadSource};

/// What the form of a field shows.
pub(crate) struct Editing {
    pub(crate) form: Form,
    pub(crate) field: Field,
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) action: String,
    pub(crate) back: String,
    /// What the reader has seen, so that it is noticed if somebody else writes meanwhile.
    pub(crate) seen: String,
    /// What somebody else has written meanwhile.
    pub(crate) theirs: Option<String>,
    pub(crate) staff: Vec<Visitor>,
    pub(crate) currency: String,
}

/// What came of a form that was sent.
pub(crate) enum Edited {
    Saved,
    /// The same as before.
    Unchanged,
    /// Something typed cannot be used; it stands in the form.
    Refused,
    /// Somebody else was faster.
    Overtaken,
}

impl Editing {
    /// The field as it stands in the file; `back` is the file's page.
    pub(crate) fn new(production: &Production, field: Field, back: String, staff: Vec<Visitor>, own: Currency) -> Self {
        let mut form = Form::default();
        field.fill(production, &mut form);
        Self {
            form,
            field,
            reference: production.reference.to_string(),
            title: production.title.clone(),
            action: format!("{back}/edit/{}", field.word()),
            back,
            seen: fingerprint(&field.seen(production)),
            theirs: None,
            staff,
            currency: own.code().to_owned(),
        }
    }

    /// Writes what was typed into the file, unless another has written into the same field since it was read.
    pub(crate) async fn take(
        &mut self,
        page: &Page,
        change: &Change,
        production: &Production,
        form: Form,
    ) -> Result<Edited, WebError> {
        let field = self.field;
        let is_other = self.seen != form.typed("seen");
        self.form = form;
        let changed = field.take(production, &mut self.form, &self.staff);
        if is_other {
            self.theirs = Some(field.shown(page, production, &self.staff));
            return Ok(Edited::Overtaken);
        }
        let Some(changed) = changed else { return Ok(Edited::Refused) };
        if field.seen(production) == field.seen(&changed) {
            return Ok(Edited::Unchanged);
        }
        let shown = |production: &Production| json!({ field.word(): field.shown(page, production, &self.staff) });
        let entry = Entry::new("production", production.id, "edited").before(shown(production)).after(shown(&changed));
        let changed = Production { changed_at: page.now(), ..changed };
        if !file::save(change, &changed, entry).await? {
            return Err(WebError::Conflict);
        }
        Ok(Edited::Saved)
    }

    pub(crate) fn formats(&self) -> [Format; 11] {
        Format::ALL
    }

    pub(crate) fn levels(&self) -> [Confidentiality; 3] {
        Confidentiality::ALL
    }

    pub(crate) fn needs(&self) -> [Need; 9] {
        Need::ALL
    }

    pub(crate) fn sources(&self) -> [LeadSource; 13] {
        LeadSource::ALL
    }
}
