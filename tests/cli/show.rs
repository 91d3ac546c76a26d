//! `cnd show`

use crate::support::{Test, transcript};

#[test]
fn transcripts() {
    transcript("show");
}

#[test]
fn a_name_without_anything_in_it_is_told_how_to_search() {
    Test::small("show")
        .arg("")
        .stderr("error: no record is called ``; `cnd search WORDS` finds records of every kind\n")
        .status(2)
        .run();
}
