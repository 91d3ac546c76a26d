//! `cnd trace`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("trace");
}
