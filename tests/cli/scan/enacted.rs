//! Whose text it is, as the line says with which a resolution begins.

use super::paper::{cnd, folder};

const RESOLUTION: &str = "Resolution 67/2\n\nPromoting trees\n\nThe Commission on Narcotic Drugs,\n\n\
                          Recalling its resolution 60/1,\n\n1. Requests UNODC to report;\n";

#[test]
fn the_heading_of_a_resolution_is_of_the_organ_that_speaks() {
    let folder = folder(&[("a.txt", RESOLUTION.as_bytes())]);
    let args = ["scan", "a.txt", "--kind", "symbol", "-f", "tsv", "--columns", "id"];
    let (found, _, _) = cnd(folder.path(), "", &args);
    assert_eq!(
        found,
        "id\nCommission on Narcotic Drugs resolution 67/2\nCommission on Narcotic Drugs resolution 60/1\n"
    );
}

#[test]
fn a_draft_is_of_the_body_that_speaks() {
    let folder = folder(&[("a.txt", RESOLUTION.as_bytes())]);
    let args = ["draft", "a.txt", "--title", "T", "--kind", "resolution", "--id", "new"];
    let (draft, _, _) = cnd(folder.path(), "", &args);
    assert!(draft.contains("    body: cnd\n"), "{draft}");
    assert!(draft.contains("    made_by:\n    - cnd\n"), "{draft}");
}
