use jiff::Timestamp;
use kernel::{Currency, Id, Money};
use store::{Change, Query, Row, StoreError, Value, values};

use super::{known, perhaps, text, unreadable};
use crate::record::{PercentRange, Production, StepTaken};
use crate::{Confidentiality, Format, LeadSource, LostReason, MoneyRange, Need, Reference, Stage};

/// The day of what has no next step: it sorts last.
pub(crate) const NO_DAY: &str = "9999-12-31";

pub(crate) async fn insert_production(
    change: &Change,
    production: &Production,
    search: &str,
) -> Result<(), StoreError> {
    change
        .run(
            "insert into production (id, reference, version, title, code_name, confidentiality, format, brief, synopsis, \
             looks, needs, needs_note, starts_on, ends_on, shooting_days, is_flexible, budget_least, budget_most, \
             budget_currency, spend_least, spend_most, spend_currency, chance_least, chance_most, stage, stage_since, \
             lost_reason, source, source_event, waits_for, next_step, next_owner, next_on, officer, contact, organisation, \
             language, zone, copied_from, search, made_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
             $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, \
             $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42)",
            columns(production, search),
        )
        .await
        .map(drop)
}

/// Writes all of it, if nobody has written since it was read; `false` if somebody has.
pub(crate) async fn set_production(change: &Change, production: &Production, search: &str) -> Result<bool, StoreError> {
    let rows = change
        .run(
            "update production set reference = $2, version = $3 + 1, title = $4, code_name = $5, confidentiality = $6, \
             format = $7, brief = $8, synopsis = $9, looks = $10, needs = $11, needs_note = $12, starts_on = $13, \
             ends_on = $14, shooting_days = $15, is_flexible = $16, budget_least = $17, budget_most = $18, \
             budget_currency = $19, spend_least = $20, spend_most = $21, spend_currency = $22, chance_least = $23, \
             chance_most = $24, stage = $25, stage_since = $26, lost_reason = $27, source = $28, source_event = $29, \
             waits_for = $30, next_step = $31, next_owner = $32, next_on = $33, officer = $34, contact = $35, \
             organisation = $36, language = $37, zone = $38, copied_from = $39, search = $40, made_at = $41, \
             changed_at = $42 where id = $1 and version = $3",
            columns(production, search),
        )
        .await?;
    Ok(rows == 1)
}

fn columns(production: &Production, search: &str) -> Vec<Value> {
    let Production { budget, spend, chance, .. } = production;
    let needs: Vec<&str> = production.needs.iter().map(|need| need.word()).collect();
    let least = |range: &Option<MoneyRange>| range.and_then(|range| range.least()).map(|money| money.minor());
    let most = |range: &Option<MoneyRange>| range.and_then(|range| range.most()).map(|money| money.minor());
    let currency = |range: &Option<MoneyRange>| text(range.map(|range| range.currency()));
    let next_on = production.next_on.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
    values![
        production.id,
        production.reference.to_string(),
        production.version,
        &production.title,
        &production.code_name,
        production.confidentiality.word(),
        production.format.word(),
        &production.brief,
        &production.synopsis,
        &production.looks,
        needs.join(","),
        &production.needs_note,
        text(production.starts_on),
        text(production.ends_on),
        production.shooting_days,
        production.is_flexible,
        least(budget),
        most(budget),
        currency(budget),
        least(spend),
        most(spend),
        currency(spend),
        chance.map(|chance| chance.least()),
        chance.map(|chance| chance.most()),
        production.stage.word(),
        production.stage_since,
        production.lost_reason.map(LostReason::word).unwrap_or_default(),
        production.source.word(),
        &production.source_event,
        &production.waits_for,
        &production.next_step,
        text(production.next_owner),
        next_on,
        text(production.officer),
        text(production.contact),
        text(production.organisation),
        &production.language,
        &production.zone,
        text(production.copied_from),
        search,
        production.made_at,
        production.changed_at,
    ]
}

pub(crate) async fn find_production(db: &impl Query, id: Id) -> Result<Option<Production>, StoreError> {
    let row = db.row("select * from production where id = $1", values![id]).await?;
    row.as_ref().map(production_of).transpose()
}

pub(crate) async fn find_production_by_reference(
    db: &impl Query,
    reference: &Reference,
) -> Result<Option<Production>, StoreError> {
    let row = db.row("select * from production where reference = $1", values![reference.to_string()]).await?;
    row.as_ref().map(production_of).transpose()
}

pub(super) fn production_of(row: &Row) -> Result<Production, StoreError> {
    let needs: String = row.get("needs")?;
    let needs = needs.split(',').filter(|word| !word.is_empty()).map(Need::from_word).collect::<Option<_>>();
    let lost_reason: String = row.get("lost_reason")?;
    let next_on: String = row.get("next_on")?;
    let chance = row.get::<Option<i64>>("chance_least")?.zip(row.get::<Option<i64>>("chance_most")?);
    Ok(Production {
        id: row.get("id")?,
        reference: known(row, "reference", |text| text.parse().ok())?,
        version: row.get("version")?,
        title: row.get("title")?,
        code_name: row.get("code_name")?,
        confidentiality: known(row, "confidentiality", Confidentiality::from_word)?,
        format: known(row, "format", Format::from_word)?,
        brief: row.get("brief")?,
        synopsis: row.get("synopsis")?,
        looks: row.get("looks")?,
        needs: needs.ok_or_else(|| unreadable("needs"))?,
        needs_note: row.get("needs_note")?,
        starts_on: perhaps(row, "starts_on")?,
        ends_on: perhaps(row, "ends_on")?,
        shooting_days: row.get("shooting_days")?,
        is_flexible: row.get("is_flexible")?,
        budget: range_of(row, "budget_least", "budget_most", "budget_currency")?,
        spend: range_of(row, "spend_least", "spend_most", "spend_currency")?,
        chance: chance.and_then(|(least, most)| PercentRange::new(least, most)),
        stage: known(row, "stage", Stage::from_word)?,
        stage_since: row.get("stage_since")?,
        lost_reason: LostReason::from_word(&lost_reason),
        source: known(row, "source", LeadSource::from_word)?,
        source_event: row.get("source_event")?,
        waits_for: row.get("waits_for")?,
        next_step: row.get("next_step")?,
        next_owner: perhaps(row, "next_owner")?,
        next_on: if next_on == NO_DAY { None } else { perhaps(row, "next_on")? },
        officer: perhaps(row, "officer")?,
        contact: perhaps(row, "contact")?,
        organisation: perhaps(row, "organisation")?,
        language: row.get("language")?,
        zone: row.get("zone")?,
        copied_from: perhaps(row, "copied_from")?,
        made_at: row.get("made_at")?,
        changed_at: row.get("changed_at")?,
    })
}

fn range_of(
    row: &Row,
    least: &'static str,
    most: &'static str,
    currency: &'static str,
) -> Result<Option<MoneyRange>, StoreError> {
    let Some(currency) = perhaps::<Currency>(row, currency)? else { return Ok(None) };
    Ok(MoneyRange::new(row.get(least)?, row.get(most)?, currency))
}

pub(crate) async fn insert_step(change: &Change, production: Id, step: &StepTaken) -> Result<(), StoreError> {
    let StepTaken { from, to, note, lost_reason, actor, moment } = step;
    let lost_reason = lost_reason.map(LostReason::word).unwrap_or_default();
    change
        .run(
            "insert into production_step (id, production_id, from_stage, to_stage, note, lost_reason, actor, moment) \
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            values![change.fresh_id(), production, from.word(), to.word(), note, lost_reason, actor, *moment],
        )
        .await
        .map(drop)
}

pub(crate) async fn list_steps(db: &impl Query, production: Id) -> Result<Vec<StepTaken>, StoreError> {
    let rows = db
        .rows(
            "select from_stage, to_stage, note, lost_reason, actor, moment from production_step \
             where production_id = $1 order by id",
            values![production],
        )
        .await?;
    let step = |row: &Row| {
        let lost_reason: String = row.get("lost_reason")?;
        Ok(StepTaken {
            from: known(row, "from_stage", Stage::from_word)?,
            to: known(row, "to_stage", Stage::from_word)?,
            note: row.get("note")?,
            lost_reason: LostReason::from_word(&lost_reason),
            actor: row.get("actor")?,
            moment: row.get::<Timestamp>("moment")?,
        })
    };
    rows.iter().map(step).collect()
}

/// What prospects may bring: the least and the most of those whose spend is said, in one currency.
pub(crate) fn sum_of(ranges: impl Iterator<Item = MoneyRange>, currency: Currency) -> (Money, Money) {
    let zero = Money::from_minor(0, currency);
    ranges.filter(|range| range.currency() == currency).fold((zero, zero), |(least, most), range| {
        let low = range.least().unwrap_or(zero);
        let high = range.most().unwrap_or(low);
        (least.plus(&low).unwrap_or(least), most.plus(&high).unwrap_or(most))
    })
}
