//! Documents as the readers take them apart: small ones that the tests make.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod docx;
mod lists;
mod make;
mod pdf;
mod text;
