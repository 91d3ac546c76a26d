//! `cnd` alone

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("overview");
}
