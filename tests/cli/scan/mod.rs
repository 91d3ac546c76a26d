//! The commands `scan` and `draft` on documents that the tests make.

mod apart;
mod damage;
mod declaration;
mod draft;
mod enacted;
mod instruments;
mod labels;
#[allow(dead_code, reason = "each test target uses a part of it")]
#[path = "../../documents/make.rs"]
mod make;
mod masthead;
mod names;
pub mod paper;
mod roles;
mod rows;
pub mod told;
