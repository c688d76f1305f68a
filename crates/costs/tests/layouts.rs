//! The layouts that accounting programs and offices export.

use costs::{Decision, Field, Options, Place, Problem, Severity, Staged, stage};

fn read(bytes: &[u8]) -> Staged {
    stage(bytes, "ledger.txt", &Options::default()).expect("a ledger")
}

fn lines(staged: &Staged) -> Vec<String> {
    let text = |line, field| staged.text(line, field).unwrap_or_default().into_owned();
    let shown = |line| format!("{} {}", text(line, Field::Account), text(line, Field::Description));
    staged.lines.iter().map(|line| format!("{} {} {}", line.row, line.amount, shown(line))).collect()
}

/// Problems that are more than a note, as `kind place found`.
fn problems(staged: &Staged) -> Vec<String> {
    let shown = |problem: &Problem| format!("{} {} {}", problem.kind.name(), problem.origin, problem.found);
    let rows = staged.problems.rows().into_iter().filter(|problem| problem.severity() != Severity::Note);
    rows.map(shown).collect()
}

fn categories(staged: &Staged) -> Vec<&'static str> {
    staged.lines.iter().map(|line| line.category.map_or("none", |category| category.id())).collect()
}

#[test]
fn a_ledger_with_a_tax_credit_code_on_each_line() {
    let staged = read(
        b"Bible\tThe Quiet Pass\nCurrency: USD\n\n\
          Account\tDescription\tVendor\tTrans Date\tDoc No\tTax Credit\tAmount\n\
          2010-00\tLine producer week 3\tHarbour LLC\t12/25/2025\tPR-17\tQW\t4,500.00\n\
          3305-00\tCamera package\tSilver Oak\t12/26/2025\tINV 88\tQE\t1,234\n\
          3305-00\tCamera package\tSilver Oak\t12/26/2025\tINV 88\tQE\t1,234\n\
          4401-00\tCompositing\tBlue Mesa\t01/02/2026\tINV 90\tVU\t(250.00)\n\
          3601-00\tRecce abroad\tRoad Co\t01/03/2026\tINV 91\tXX\t99.00-\n\
          3602-00\tParking\tCity\t01/04/2026\tINV 92\tZZ\t10.00\n\
          Total\t\t\t\t\t\t6,629.00\n",
    );
    assert_eq!(
        lines(&staged),
        [
            "5 4500.00 USD 2010-00 Line producer week 3",
            "6 1234.00 USD 3305-00 Camera package",
            "7 1234.00 USD 3305-00 Camera package",
            "8 -250.00 USD 4401-00 Compositing",
            "9 -99.00 USD 3601-00 Recce abroad",
            "10 10.00 USD 3602-00 Parking",
        ]
    );
    assert_eq!(problems(&staged), ["twin-lines 'ledger.txt'!E7 INV 88", "tag-unknown 'ledger.txt'!F10 ZZ"]);
    assert!(staged.totals[0].agrees());
    let days: Vec<String> = staged.lines.iter().filter_map(|line| line.incurred).map(|day| day.to_string()).collect();
    assert_eq!(days[4], "2026-01-03");
    assert_eq!((staged.lines[3].decision, staged.lines[4].work_place), (Decision::Tag("VU"), Some(Place::Abroad)));
    assert_eq!(staged.lines[0].kind.map(costs::Kind::name), Some("labour"));
}

#[test]
fn a_tab_delimited_budget_without_headings() {
    let staged = read(
        b"1100\tSTORY & SCRIPT\t12,500\n1101\tWriter\t10,000\n1102\tScript copies\t2,500\n\
          1300\tDIRECTOR\t20,000.00\n1301\tDirector's fee\t20,000.00\n\
          3300\tCAMERA\t7,000\n3301\tCamera rental\t5,000\n3302\tLenses\t2,000\n",
    );
    assert!(problems(&staged).contains(&"currency-unknown 'ledger.txt'!C1 12,500".to_owned()));
    let options = Options { currency: "USD".parse().ok(), ..Options::default() };
    let text = b"1100\tSTORY & SCRIPT\t12,500\n1101\tWriter\t10,000\n1102\tScript copies\t2,500\n\
          1300\tDIRECTOR\t20,000.00\n1301\tDirector's fee\t20,000.00\n\
          3300\tCAMERA\t7,000\n3301\tCamera rental\t5,000\n3302\tLenses\t2,000\n";
    let staged = stage(text, "mmb.txt", &options).unwrap();
    assert_eq!(
        lines(&staged),
        [
            "2 10000.00 USD 1101 Writer",
            "3 2500.00 USD 1102 Script copies",
            "5 20000.00 USD 1301 Director's fee",
            "7 5000.00 USD 3301 Camera rental",
            "8 2000.00 USD 3302 Lenses",
        ]
    );
    assert_eq!(categories(&staged), ["story", "story", "director", "camera", "camera"]);
    assert_eq!(staged.mapping.heading_rows, None);
    // What was only guessed is said.
    assert_eq!(staged.problems.of_kind(costs::ProblemKind::ColumnToCheck), 3);
}

#[test]
fn a_movie_magic_budget_with_its_details() {
    let staged = read(
        b"Account\tDescription\tAmt\tUnits\tX\tCurr\tRate\tSubtotal\tTotal\n\
          3300\tCAMERA\t\t\t\tUSD\t\t\t9,500\n\
          3301\tOperator\t\t\t\tUSD\t\t\t7,500\n\
          \tPrep\t1\tWeek\t1\tUSD\t2,500\t2,500\t\n\
          \tShoot\t2\tWeeks\t1\tUSD\t2,500\t5,000\t\n\
          3302\tLenses\t\t\t\tUSD\t\t\t2,000\n",
    );
    assert_eq!(lines(&staged), ["3 7500.00 USD 3301 Operator", "6 2000.00 USD 3302 Lenses"]);
}

#[test]
fn amounts_in_a_column_for_each_currency() {
    let staged = read(
        "Статья;Сумма, KZT;Сумма, USD;Сумма, EUR\nПитание;100 000;;\nКамера;;2 000,50;\nТитры;;;7\n\
         Итого;100 000;2 000,50;7\n"
            .as_bytes(),
    );
    assert_eq!(lines(&staged), ["2 100000.00 KZT  Питание", "3 2000.50 USD  Камера", "4 7.00 EUR  Титры"]);
    assert_eq!(staged.totals.iter().filter(|total| total.agrees()).count(), 3);
    assert_eq!(problems(&staged), Vec::<String>::new());
}

#[test]
fn the_same_cost_in_two_currencies_counts_once() {
    let staged = read("Статья;Сумма, KZT;Сумма, USD\nПитание;512 810;1 000\nКамера;1 025 620;2 000\n".as_bytes());
    assert_eq!(lines(&staged), ["2 512810.00 KZT  Питание", "3 1025620.00 KZT  Камера"]);
    assert_eq!(problems(&staged), ["equivalent-column 'ledger.txt'!C:C Сумма, USD"]);
}

#[test]
fn thousands_in_the_heading_multiply() {
    let staged = read("Статья;Сумма, тыс. тенге\nПитание;1 200,5\n".as_bytes());
    assert_eq!(lines(&staged), ["2 1200500.00 KZT  Питание"]);
    assert_eq!(staged.problems.of_kind(costs::ProblemKind::AmountInThousands), 1);
}

#[test]
fn tax_is_checked_and_the_amount_without_it_is_the_cost() {
    let staged = read(
        "Наименование;Сумма без НДС;НДС;Сумма с НДС;Валюта\nПитание;100;12;112;KZT\nСвет;100;12;120;KZT\n".as_bytes(),
    );
    assert_eq!(lines(&staged), ["2 100.00 KZT  Питание", "3 100.00 KZT  Свет"]);
    let line = &staged.lines[0];
    let money = |field| staged.money(line, field).map(|money| money.to_string());
    assert_eq!((money(Field::Tax), money(Field::Gross)), (Some("12.00 KZT".into()), Some("112.00 KZT".into())));
    assert_eq!(problems(&staged), ["tax-does-not-add-up 'ledger.txt'!D3 120.00 KZT"]);
}

#[test]
fn a_kazakh_ledger_in_the_code_page_of_windows_is_read() {
    let text = "Наименование;Сумма;Валюта;Место\nПитание;1 000;тенге;Казахстан\nКамера;2,5;евро;Луна\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let staged = read(&bytes);
    assert_eq!(staged.text_form.unwrap().encoding, "windows-1251");
    assert_eq!(lines(&staged), ["2 1000.00 KZT  Питание", "3 2.50 EUR  Камера"]);
    assert_eq!(problems(&staged), ["place-unknown 'ledger.txt'!D3 Луна"]);
    let kazakh = "Шығындар атауы;Сомасы, теңге;Орындалған жері\nТамақтандыру;1 000;Қазақстан\nБарлығы;1 000;\n";
    let staged = read(kazakh.as_bytes());
    assert_eq!(lines(&staged), ["2 1000.00 KZT  Тамақтандыру"]);
    assert_eq!((categories(&staged), staged.totals[0].agrees()), (vec!["catering"], true));
}

#[test]
fn indented_accounts_are_nested() {
    let staged =
        read("Item;Cost, EUR;Vendor\nCamera;300;\n  Body;200;A\n  Lenses;100;B\nSound;50;\n  Boom;50;C\n".as_bytes());
    assert_eq!(
        lines(&staged),
        ["3 200.00 EUR    Body", "4 100.00 EUR    Lenses", "6 50.00 EUR    Boom"]
            .map(|line| line.replace("    ", "  "))
    );
    assert_eq!(staged.sections(&staged.lines[2]), ["Sound"]);
}

#[test]
fn what_cannot_be_used_is_said_with_its_place() {
    let staged = read(
        "Item;Amount;Currency;Date\nA;1.5 млн;KZT;01.03.2026\nB;abc;KZT;31.02.2026\nC;5;тугрики;1/2/2026\nD;;KZT;\nE;;KZT;05.05.2026\nF;7;KZT;2026-05-05\n"
            .as_bytes(),
    );
    assert_eq!(lines(&staged), ["7 7.00 KZT  F"]);
    assert_eq!(
        problems(&staged),
        [
            "amount-in-words 'ledger.txt'!B2 1.5 млн",
            "amount-unreadable 'ledger.txt'!B3 abc",
            "date-unreadable 'ledger.txt'!D3 31.02.2026",
            "currency-unknown 'ledger.txt'!B4 5",
            "currency-unreadable 'ledger.txt'!C4 тугрики",
            "date-ambiguous 'ledger.txt'!D4 1/2/2026",
            "amount-missing 'ledger.txt'!6:6 E",
            "account-unknown 'ledger.txt'!A7 F",
        ]
        .map(str::to_owned)
    );
    assert!(!staged.is_usable());
}

#[test]
fn a_chart_of_accounts_decides_where_the_words_agree_with_it() {
    let known = "1101;Writer;1\n1201;Producer;1\n3301;Camera;1\n3501;Driver;1\n4601;Composer;1\n2901;Costumes;1\n";
    let ledger = |rows: &str| read(format!("Account;Description;Amount, USD\n{known}{rows}").as_bytes());
    let staged = ledger("3202;Reimbursement 17;5\n2999;Sundry;5\n9999;Sundry;5\n");
    assert_eq!(staged.mapping.chart.as_deref(), Some("us-four-digits"));
    assert_eq!(categories(&staged)[6..], ["lighting", "wardrobe", "none"]);
    assert_eq!(staged.lines[6].decision, Decision::Chart("3200-3299"));
    assert_eq!(staged.lines[7].kind.map(costs::Kind::name), Some("labour"));
    assert_eq!(problems(&staged), ["account-unknown 'ledger.txt'!A10 9999 Sundry"]);
    // The same numbers mean something else in another chart: then only the words count.
    let other = "Account;Description;Amount, USD\n1101;Camera;1\n1201;Driver;1\n3301;Writer;1\n3501;Producer;1\n\
                 4601;Costumes;1\n2901;Composer;1\n3202;Reimbursement;5\n";
    let staged = read(other.as_bytes());
    assert_eq!((staged.mapping.chart.as_deref(), categories(&staged)[6]), (None, "none"));
}

#[test]
fn a_persons_own_words_decide() {
    let text = "Account;Description;Amount, KZT;Place\n77;Misc stuff;5;Almaty\n";
    let mut mapping = read(text.as_bytes()).mapping;
    let word = |theirs: &str, ours: &str| [(theirs.to_owned(), ours.to_owned())].into();
    mapping.values.insert(Field::Category, word("77", "catering"));
    mapping.values.insert(Field::WorkPlace, word("Almaty", "KZ"));
    let staged = stage(text.as_bytes(), "x", &Options { mapping: Some(&mapping), ..Options::default() }).unwrap();
    assert_eq!((categories(&staged), staged.lines[0].decision), (vec!["catering"], Decision::Person));
    assert_eq!(staged.lines[0].work_place, Place::from_code("KZ"));
    assert_eq!(problems(&staged), Vec::<String>::new());
}

#[test]
fn a_second_file_is_compared_with_the_first() {
    let heading = "Invoice;Vendor;Description;Amount, KZT\n";
    let old = read(format!("{heading}1;A;Camera;100\n2;B;Light;200\n2;B;Light;200\n3;C;Sound;300\n").as_bytes());
    let new = read(format!("{heading}3;C;Sound;350\n2;B;Light;200\n2;B;Light;200\n4;D;Grip;5\n").as_bytes());
    let changes = costs::changes(&old, &new);
    assert_eq!(changes.unchanged, [(1, 1), (2, 2)]);
    assert_eq!(changes.changed, [(3, 0)]);
    assert_eq!((changes.added, changes.missing), (vec![3], vec![0]));
    let prints = old.fingerprints();
    assert_ne!(prints[1], prints[2]);
    assert_eq!(prints[1..3], new.fingerprints()[1..3]);
}
