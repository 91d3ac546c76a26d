//! Whatever the bytes are: they are read, checked and written in every format, and a dataset stays the same when it
//! is written and read again.

#![no_main]

#[path = "../../tests/cli/judge.rs"]
mod judge;
#[path = "../../tests/cli/listings.rs"]
mod listings;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    judge::is_dataset("a.yaml", bytes);
    judge::is_dataset("a.json", bytes);
});
