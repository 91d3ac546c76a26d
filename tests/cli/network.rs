//! `cnd network`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("network");
}
