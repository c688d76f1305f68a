//! What holds for any file.

mod made;

use costs::{Limits, Options, changes, stage};
use proptest::prelude::*;

/// Small limits, so that nothing takes long.
fn options() -> Options<'static> {
    let limits = Limits { rows: 2_000, cells: 20_000, unpacked_bytes: 4 << 20, ..Limits::default() };
    Options { limits, ..Options::default() }
}

/// A ledger of any shape: headings, then rows of cells that are often amounts, days and words, sometimes anything.
fn ledger() -> impl Strategy<Value = String> {
    let heading = prop::sample::select(vec![
        "Account;Description;Amount;Currency;Date;Vendor",
        "Код;Статья;Сумма, тенге;Поставщик;Дата;Место",
        "Шот;Атауы;Сома;Валюта;Күні;Жеткізуші",
        "Item;Amount, USD;Amount, EUR;Net;VAT;Gross",
    ]);
    let cell = prop_oneof![
        4 => "[1-9][0-9]{0,3}(\\.[0-9]{1,2}){0,2}",
        3 => "[1-9][0-9]{0,2}( [0-9]{3}){0,2}(,[0-9]{1,2})?",
        2 => prop::sample::select(vec!["KZT", "USD", "тенге", "Камера", "Итого", "Всего", "#REF!", "", "01.03.2026", "  x"]).prop_map(str::to_owned),
        1 => "[^;\"\n\r]{0,8}",
    ];
    let row = prop::collection::vec(cell, 0..7).prop_map(|cells| cells.join(";"));
    (heading, prop::collection::vec(row, 0..25)).prop_map(|(heading, rows)| format!("{heading}\n{}\n", rows.join("\n")))
}

proptest! {
    #[test]
    fn the_same_file_twice_changes_nothing(text in ledger()) {
        if let Ok(staged) = stage(text.as_bytes(), "a.csv", &options()) {
            let again = stage(text.as_bytes(), "b.csv", &options()).unwrap();
            prop_assert!(changes(&staged, &again).is_none());
            let prints = staged.fingerprints();
            prop_assert_eq!(&prints, &again.fingerprints());
            let distinct: std::collections::BTreeSet<_> = prints.iter().collect();
            prop_assert_eq!(distinct.len(), prints.len());
        }
    }

    #[test]
    fn its_own_mapping_reads_a_file_the_same(text in ledger()) {
        if let Ok(staged) = stage(text.as_bytes(), "a.csv", &options()) {
            let saved = serde_json::to_string(&staged.mapping).unwrap();
            let mapping = serde_json::from_str(&saved).unwrap();
            let again = stage(text.as_bytes(), "a.csv", &Options { mapping: Some(&mapping), ..options() }).unwrap();
            prop_assert_eq!(&again.mapping, &staged.mapping);
            prop_assert_eq!(again.lines, staged.lines);
        }
    }

    #[test]
    fn the_order_of_a_plain_ledger_does_not_matter(amounts in prop::collection::vec(1_i64..1_000_000, 1..20)) {
        let write = |amounts: &[i64]| {
            let rows = amounts.iter().map(|amount| format!("{amount};Camera;{}.{:02};KZT;A\n", amount % 7, amount % 100));
            format!("Account;Description;Amount;Currency;Vendor\n{}", rows.collect::<String>())
        };
        let mut turned = amounts.clone();
        turned.reverse();
        let one = stage(write(&amounts).as_bytes(), "a", &options()).unwrap();
        let other = stage(write(&turned).as_bytes(), "b", &options()).unwrap();
        prop_assert_eq!(one.sums(), other.sums());
        prop_assert!(changes(&one, &other).is_none());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = stage(&bytes, "x", &options());
    }

    #[test]
    fn no_damage_to_a_workbook_panics(format in 0_usize..4, cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let rows: &[&[&str]] = &[&["Acct", "Description", "Amount, USD"], &["1100", "Script", "5.5"], &["1200", "Light", "7"]];
        let cells: Vec<(u16, u16, &str)> = (0..).zip(rows).flat_map(|(row, cells)| (0..).zip(*cells).map(move |(column, cell)| (row, column, *cell))).collect();
        let mut bytes = match format {
            0 => made::xlsx(rows),
            1 => made::xlsb(rows),
            2 => made::xls(&cells),
            _ => made::ods("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"),
        };
        for (place, byte) in cuts {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _ = stage(&bytes, "x", &options());
    }
}
