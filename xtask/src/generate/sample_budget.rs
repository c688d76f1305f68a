//! The sample budget of `tereze demo`: a foreign feature film that shoots in Kazakhstan, about 1,000 lines.
//!
//! What is in it stands in `sample_budget/budget.toml`; quantities, prices, names and days are drawn from a small
//! generator with a fixed seed, so the file is the same each time, to the byte.

mod draw;
mod plan;
mod sheet;

use anyhow::{Context, Result};

const TARGET: &str = "profiles/kazakhstan/demo/feature-budget.xlsx";

pub(crate) fn run(_words: &[String]) -> Result<()> {
    let sample = sheet::write(&plan::lines()?)?;
    let target = crate::repository().join(TARGET);
    let folder = target.parent().context("the target has a folder")?;
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(&target, sample).with_context(|| format!("writing {TARGET}"))
}

#[cfg(test)]
mod tests {
    use super::{TARGET, plan, sheet};
    use costs::{Options, Problem, Severity, stage};
    use std::collections::BTreeMap;

    #[test]
    fn the_file_checked_in_is_the_file_generated() {
        let checked_in = std::fs::read(crate::repository().join(TARGET)).unwrap();
        let generated = sheet::write(&plan::lines().unwrap()).unwrap();
        assert!(checked_in == generated, "run `cargo xtask gen sample-budget`");
    }

    #[test]
    fn it_is_read_back_line_by_line() {
        let plan = plan::lines().unwrap();
        let staged = stage(&sheet::write(&plan).unwrap(), "feature-budget.xlsx", &Options::default()).unwrap();
        let shown: Vec<&Problem> =
            staged.problems.rows().into_iter().filter(|one| one.severity() != Severity::Note).collect();
        assert_eq!(shown, Vec::<&Problem>::new());
        let read = staged.lines.iter().map(|line| {
            let text = |field| staged.text(line, field).unwrap_or_default().into_owned();
            let description = text(costs::Field::Description);
            let place = line.work_place.map(|place| place.to_string()).unwrap_or_default();
            (
                text(costs::Field::Account),
                description,
                line.amount.to_string(),
                line.incurred.map(|day| day.to_string()),
                place,
            )
        });
        let planned = plan.lines.iter().map(|line| {
            let place = if line.is_here { "KZ" } else { "abroad" };
            let amount = format!("{}.00 {}", line.amount(), line.currency);
            (
                line.code.clone(),
                line.description.clone(),
                amount,
                line.day.map(|day| format!("2025-12-{day}")),
                place.to_owned(),
            )
        });
        assert_eq!(read.collect::<Vec<_>>(), planned.collect::<Vec<_>>());
        assert!(staged.lines.iter().all(|line| line.category.is_some() && line.kind.is_some()));
    }

    #[test]
    fn its_totals_agree_with_its_lines() {
        let plan = plan::lines().unwrap();
        let staged = stage(&sheet::write(&plan).unwrap(), "feature-budget.xlsx", &Options::default()).unwrap();
        assert!(staged.totals.iter().all(costs::TotalCheck::agrees));
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        plan.lines.iter().for_each(|line| *sums.entry(line.currency.as_str()).or_default() += line.amount());
        let read: Vec<String> = staged.sums().iter().map(|(currency, sum)| format!("{currency} {sum}")).collect();
        let planned: Vec<String> = sums.iter().map(|(currency, sum)| format!("{currency} {sum}")).collect();
        assert_eq!(read.len(), 3);
        assert!(planned.iter().all(|sum| read.contains(sum)), "{planned:?} {read:?}");
        assert!((950..=1_050).contains(&staged.lines.len()), "{}", staged.lines.len());
    }
}
