//! Who asks and in which instrument, in the commitments that `cnd draft` writes.

use super::paper::{cnd, folder};

/// What the draft of a note with one paragraph says of its only commitment: who made it, where, and what is asked.
fn drafted(paragraph: &str) -> (String, String, bool) {
    let text = format!("1. {paragraph}\n");
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
    let (draft, said, status) = cnd(folder.path(), "", &args);
    assert_eq!(status, 0, "{said}");
    let (_, commitment) = draft.split_once("\ncommitments:\n").unwrap();
    let after = |field: &str| {
        let (_, rest) = commitment.split_once(field).unwrap();
        rest.lines().next().unwrap().trim_matches([' ', '-']).to_owned()
    };
    let asks_for_the_maker = commitment.contains("Correct `made_by`");
    (after("made_by:\n"), after("instrument: "), asks_for_the_maker)
}

#[test]
fn the_sentence_tells_who_asks_and_where() {
    for (paragraph, maker, instrument, asks_for_the_maker) in [
        (
            "In its resolution 79/191, the General Assembly invited WHO to plant.",
            "general-assembly",
            "a-res-79-191",
            false,
        ),
        (
            "The Economic and Social Council, by its resolution 2099/5, urged WHO to plant.",
            "ecosoc",
            "e-res-2099-5",
            false,
        ),
        (
            "In General Assembly resolution 76/188, UNODC was requested to plant.",
            "general-assembly",
            "a-res-76-188",
            true,
        ),
        ("WHO encouraged Member States to plant.", "who", "new-note", false),
        (
            "As requested in General Assembly resolution 76/188, WHO invited UNODC to plant.",
            "who",
            "new-note",
            false,
        ),
    ] {
        let expected = (maker.to_owned(), instrument.to_owned(), asks_for_the_maker);
        assert_eq!(drafted(paragraph), expected, "{paragraph}");
    }
}
