//! Checks and tests rulebooks: `cargo run -p rulebook --example suite -- rulebooks/`.
#![expect(clippy::print_stdout, reason = "an example speaks to the terminal")]
fn main() {
    let mut waiting: Vec<std::path::PathBuf> = std::env::args_os().skip(1).map(Into::into).collect();
    let mut failed = 0;
    let mut passed = 0;
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
            continue;
        }
        if !path.to_string_lossy().ends_with(".law.md") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let shown = path.to_string_lossy();
        let (book, diagnostics) = rulebook::check(&text);
        for diagnostic in &diagnostics {
            println!("{}\n", diagnostic.to_terminal(&shown, &text, false));
        }
        let Some(book) = book else {
            failed += 1;
            continue;
        };
        let results = book.run_tests();
        for tested in &results {
            for failure in &tested.failures {
                println!("{}\n", failure.to_terminal(&shown, &text, false));
            }
        }
        let good = results.iter().filter(|tested| tested.passed()).count();
        println!("{shown}: {good} of {} tests pass", results.len());
        passed += good;
        failed += results.len() - good;
    }
    println!("{passed} passed, {failed} failed");
    std::process::exit(i32::from(failed > 0));
}
