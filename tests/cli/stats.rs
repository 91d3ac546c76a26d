//! `cnd stats`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("stats");
}
