//! Any text as a rulebook: sound or refused with a place for each mistake, never a panic; a sound one runs its tests.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    // As law alone and as a whole document, so that the lexer and parser are reached without the fuzzer finding fences.
    for text in [text.to_owned(), format!("# A\n```law\ndoc \"a/b\" reviewed_to 2025-01-01\n{text}\n```")] {
        let (book, diagnostics) = rulebook::check(&text);
        for diagnostic in diagnostics.iter().take(5) {
            assert!(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= text.len());
            let _ = (diagnostic.to_terminal("a", &text, false), diagnostic.to_html(&text));
        }
        if let Some(book) = book {
            let _ = book.run_tests();
        }
    }
});
