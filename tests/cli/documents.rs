//! `cnd documents`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("documents");
}
