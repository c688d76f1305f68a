//! Any bytes as a ledger: read or refused, never a panic; what was read is read the same again.

#![no_main]

use costs::{Limits, Options, changes, stage};
use libfuzzer_sys::fuzz_target;

// A library that trips over a workbook is caught and the file refused; only what nobody catches stops the fuzzer.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    let limits = Limits { rows: 5_000, cells: 50_000, unpacked_bytes: 8 << 20, ..Limits::default() };
    let options = Options { limits, ..Options::default() };
    let Ok(staged) = stage(bytes, "ledger", &options) else { return };
    let again = stage(bytes, "ledger", &Options { mapping: Some(&staged.mapping), ..options }).expect("read before");
    assert!(changes(&staged, &again).is_none());
});
