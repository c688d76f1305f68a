//! Files as people have them, and what is read from them.

use costs::{Field, Mapping, Options, Problem, Staged, stage};

fn read(text: &str) -> Staged {
    stage(text.as_bytes(), "ledger.csv", &Options::default()).expect("a ledger")
}

/// Each line as `row amount description`.
fn lines(staged: &Staged) -> Vec<String> {
    let description = |line| staged.text(line, Field::Description).unwrap_or_default();
    staged.lines.iter().map(|line| format!("{} {} {}", line.row, line.amount, description(line))).collect()
}

/// Each problem as `kind place found`.
fn problems(staged: &Staged) -> Vec<String> {
    let shown = |problem: &&Problem| format!("{} {} {}", problem.kind.name(), problem.origin, problem.found);
    staged.problems.rows().iter().map(shown).collect()
}

#[test]
fn a_plain_ledger_is_read() {
    let staged = read("Account,Description,Amount,Currency\n1100,Script,\"1,200,000.50\",KZT\n1300,Director,5,USD\n");
    assert_eq!(lines(&staged), ["2 1200000.50 KZT Script", "3 5.00 USD Director"]);
    assert_eq!(problems(&staged), Vec::<String>::new());
    let category = |place: usize| staged.lines[place].category.unwrap().id();
    assert_eq!((category(0), category(1)), ("story", "director"));
}

#[test]
fn titles_totals_and_a_heading_in_two_rows_are_understood() {
    let staged = read(
        "Смета фильма;;;;;\nВалюта: тенге;;;;;\n;;;;;\n\
         №;Наименование расходов;Стоимость;;Поставщик;\n\
         ;;Кол-во;Сумма;Наименование;Страна\n\
         1;2;3;4;5;6\n\
         ;Операторская группа;;;;\n\
         1;Аренда камеры;10;1 000 000,50;ТОО «Свет»;Казахстан\n\
         2;Объективы;2;500 000;ARRI;Германия\n\
         ;Итого по разделу;;1 500 000,50;;\n\
         ;Транспорт;;;;\n\
         3;Автобус;3;250 000;ИП Ахметов;Казахстан\n\
         ;Итого по разделу;;250 000;;\n\
         ;Всего;;1 750 000,50;;\n",
    );
    assert_eq!(
        lines(&staged),
        ["8 1000000.50 KZT Аренда камеры", "9 500000.00 KZT Объективы", "12 250000.00 KZT Автобус"]
    );
    assert_eq!(staged.mapping.heading_rows, Some((4, 5)));
    assert_eq!(staged.totals.len(), 3);
    assert!(staged.totals.iter().all(|total| total.agrees()), "{:?}", staged.totals);
    assert_eq!(staged.totals[1].rows, Some((12, 12)));
    assert_eq!(staged.totals[2].rows, Some((8, 12)));
    assert_eq!(staged.sections(&staged.lines[2]), ["Транспорт"]);
    assert_eq!(staged.lines[1].supplier_country.unwrap().to_string(), "DE");
    assert!(staged.is_usable());
}

#[test]
fn nested_accounts_are_not_counted_twice() {
    let staged = read(
        "Код;Статья;Сумма, тенге\n1;Подготовка;300\n1.1;Сценарий;100\n1.2;Питание;200\n\
         1.2.1;Обеды;150\n1.2.2;Вода;50\n2;Съемки;70\n2.1;Камера;71\n",
    );
    assert_eq!(
        lines(&staged),
        ["3 100.00 KZT Сценарий", "5 150.00 KZT Обеды", "6 50.00 KZT Вода", "8 71.00 KZT Камера"]
    );
    let found = problems(&staged);
    assert!(found.contains(&"subtotal-left-out 'ledger.csv'!C2 300.00 KZT".to_owned()), "{found:?}");
    assert!(found.contains(&"subtotal-differs 'ledger.csv'!C7 70.00 KZT".to_owned()), "{found:?}");
}

#[test]
fn a_mapping_is_saved_edited_and_used_again() {
    let text = "Item;Sum;Shoe size\nScript;10;38\nCamera;1,234;39\n";
    let first = read(text);
    assert!(problems(&first)[0].starts_with("currency-unknown"), "{:?}", problems(&first));
    let mut mapping = first.mapping.clone();
    mapping.constants.insert(Field::Currency, "USD".to_owned());
    let saved = serde_json::to_string(&mapping).unwrap();
    let mapping: Mapping = serde_json::from_str(&saved).unwrap();
    let options = Options { mapping: Some(&mapping), ..Options::default() };
    let moved = "Budget\n\nShoe size;Item;Sum\n38;Script;10\n39;Camera;1,234\n";
    let staged = stage(moved.as_bytes(), "other.csv", &options).unwrap();
    assert_eq!(lines(&staged), ["4 10.00 USD Script"]);
    assert_eq!(problems(&staged)[0], "amount-ambiguous 'other.csv'!C5 1,234");
    let mut mapping = staged.mapping.clone();
    mapping.columns.iter_mut().find(|column| column.field == Some(Field::Amount)).unwrap().decimal_mark =
        Some(costs::DecimalMark::Point);
    let options = Options { mapping: Some(&mapping), ..Options::default() };
    let staged = stage(moved.as_bytes(), "other.csv", &options).unwrap();
    assert_eq!(lines(&staged), ["4 10.00 USD Script", "5 1234.00 USD Camera"]);
}
