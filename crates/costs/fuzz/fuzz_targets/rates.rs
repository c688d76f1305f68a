//! Any bytes as a table of exchange rates: read or refused, never a panic.

#![no_main]

use costs::{Limits, rates};
use libfuzzer_sys::fuzz_target;

// A library that trips over a workbook is caught and the file refused; only what nobody catches stops the fuzzer.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    let limits = Limits { rows: 5_000, cells: 50_000, unpacked_bytes: 8 << 20, ..Limits::default() };
    let to = "KZT".parse().expect("a currency");
    if let Ok(read) = rates(bytes, "rates", to, 10, "fuzz", &limits) {
        for currency in read.table.currencies() {
            assert!(read.table.quotes(currency).windows(2).all(|pair| pair[0].day < pair[1].day));
        }
    }
});
