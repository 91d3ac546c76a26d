//! `cnd show`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("show");
}
