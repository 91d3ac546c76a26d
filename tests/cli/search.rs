//! `cnd search`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("search");
}
