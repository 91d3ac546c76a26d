//! `cnd agencies`

use crate::support::transcript;

#[test]
fn transcripts() {
    transcript("agencies");
}
