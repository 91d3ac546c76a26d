//! `cnd show`

use crate::support::Test;

#[test]
fn a_name_without_anything_in_it_is_told_how_to_search() {
    Test::small("show")
        .arg("")
        .refused("no record is called ``; `cnd search WORDS` finds records of every kind");
}
