//! Documents as the readers reduce the nesting: small ones that the tests make.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod docx;
mod lists;
mod make;
mod pdf;
mod text;
