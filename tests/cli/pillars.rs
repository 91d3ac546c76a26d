//! `cnd pillars`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("pillars");
}
