//! `cnd gaps`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("gaps");
}
