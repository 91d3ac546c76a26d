//! Documents as the readers take them apart: small ones that the tests make.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod docx;
#[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "PDFs are made for their reader alone"))]
mod make;
#[cfg(feature = "pdf")]
mod pdf;
mod text;
