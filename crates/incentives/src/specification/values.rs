//! Parameters as tables of values with their dates and sources.

use rulebook::{Param, ParamId, Type};

use super::view::{Named, View};

pub(super) struct ParamTable {
    pub(super) named: Named,
    pub(super) rows: Vec<ParamLine>,
    pub(super) has_keys: bool,
    pub(super) has_known: bool,
}

pub(super) struct ParamLine {
    pub(super) keys: String,
    pub(super) value: String,
    pub(super) from: String,
    pub(super) until: Option<String>,
    pub(super) known: Option<String>,
    pub(super) source: String,
    pub(super) certainty: String,
    pub(super) is_now: bool,
}

impl View<'_> {
    pub(super) fn param(&self, id: ParamId) -> Option<ParamTable> {
        let param = self.book.params.get(id.0)?;
        let day = self.day();
        let line = |(at, row): (usize, &rulebook::ParamRow)| {
            // Without an end, a row ends where the next one for the same names begins.
            let next = param.rows.iter().skip(at + 1).find(|next| next.keys == row.keys);
            let until = row.until.or_else(|| next.and_then(|next| next.from.plus_days(-1)));
            ParamLine {
                keys: self.keys(param, row),
                value: self.reader.value(self.book, &row.value.into(), param.of, Some(&param.name)),
                from: self.page.day(row.from),
                until: until.map(|until| self.page.day(until)),
                known: row.known.map(|known| self.page.day(known)),
                source: row.cite.clone().unwrap_or_default(),
                certainty: row.certainty.clone().unwrap_or_default(),
                is_now: row.from <= day && until.is_none_or(|until| until >= day),
            }
        };
        let rows: Vec<ParamLine> = param.rows.iter().enumerate().map(line).collect();
        Some(ParamTable {
            named: self.named(&param.name),
            has_keys: param.by.is_some(),
            has_known: rows.iter().any(|row| row.known.is_some()),
            rows,
        })
    }

    /// For which names a row is; nothing where it is for all.
    pub(super) fn keys(&self, param: &Param, row: &rulebook::ParamRow) -> String {
        let (Some(list), Some(keys)) = (param.by, &row.keys) else { return String::new() };
        // The names of a list are called what they are called as answers to the question, or in the column, that has it.
        let inputs = self.book.inputs.iter().map(|input| (input.of, &input.name));
        let mut questions = inputs.chain(self.book.columns.iter().map(|column| (column.of, &column.name)));
        let question = questions.find(|(of, _)| *of == Type::Choice(list)).map_or("", |(_, name)| name.as_str());
        let names = keys.iter().filter_map(|key| self.book.list(list).get(usize::from(*key)));
        names.map(|name| self.book.option_label(question, name, self.language())).collect::<Vec<_>>().join("; ")
    }
}
