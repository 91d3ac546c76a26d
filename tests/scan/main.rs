//! The commands `scan` and `draft` on documents that the tests make.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod damage;
mod draft;
mod enacted;
mod guide;
mod instruments;
mod labels;
#[allow(dead_code, reason = "each test target uses a part of it")]
#[path = "../documents/make.rs"]
mod make;
mod masthead;
mod rows;
mod support;
