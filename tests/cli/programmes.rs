//! `cnd programmes`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("programmes");
}
