//! `cnd commitments`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("commitments");
}
