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
            false,
        ),
        ("WHO encouraged Member States to plant.", "who", "new-note", false),
        (
            "As requested in General Assembly resolution 76/188, WHO invited UNODC to plant.",
            "who",
            "new-note",
            false,
        ),
        (
            "In its resolution 69/3, the Commission on Narcotic Drugs requested UNODC to plant.",
            "cnd",
            "cnd-resolution-69-3",
            false,
        ),
        (
            "In resolution 69/3 of the Commission on Narcotic Drugs, UNODC was requested to plant.",
            "cnd",
            "cnd-resolution-69-3",
            false,
        ),
        (
            "In Economic and Social Council decision 2026/240, WHO was invited to plant.",
            "ecosoc",
            "ecosoc-decision-2026-240",
            false,
        ),
        (
            "The Commission on Narcotic Drugs adopted resolution 69/3, in which it invited WHO to plant.",
            "cnd",
            "cnd-resolution-69-3",
            false,
        ),
        (
            "The General Assembly adopted resolutions 79/191 and 79/192, in which it invited WHO to plant.",
            "general-assembly",
            "new-note",
            false,
        ),
        (
            "In accordance with resolution 79/191, UNODC and WHO are requested to plant.",
            "general-assembly",
            "a-res-79-191",
            true,
        ),
        (
            "In accordance with resolution 79/191, WHO invited UNODC to plant.",
            "who",
            "new-note",
            false,
        ),
        (
            "General Assembly resolution 79/191 also requests WHO to plant.",
            "general-assembly",
            "a-res-79-191",
            false,
        ),
        (
            "General Assembly resolution 79/191 was adopted in 2024. It requests WHO to plant.",
            "general-assembly",
            "a-res-79-191",
            true,
        ),
        (
            "UNODC trained judges under General Assembly resolution 79/191. The resolution requests WHO to plant.",
            "general-assembly",
            "a-res-79-191",
            true,
        ),
        (
            "In its resolution 69/3, the Commission on Narcotic Drugs welcomed trees. The Commission also invited WHO to plant.",
            "cnd",
            "cnd-resolution-69-3",
            true,
        ),
        (
            "UNODC trained judges under General Assembly resolution 79/191. INCB requests WHO to plant.",
            "incb",
            "new-note",
            false,
        ),
        (
            "UNODC trained judges under General Assembly resolution 79/191. The UNODC plan urges WHO to plant.",
            "member-states",
            "new-note",
            true,
        ),
    ] {
        let expected = (maker.to_owned(), instrument.to_owned(), asks_for_the_maker);
        assert_eq!(drafted(paragraph), expected, "{paragraph}");
    }
}

/// The lines of a draft's commitments that begin with one of these keys, or are such a question.
fn commitments(paragraph: &str, keys: &[&str]) -> Vec<String> {
    let text = format!("1. {paragraph}\n");
    let folder = folder(&[("note.txt", text.as_bytes())]);
    let args = ["draft", "note.txt", "--title", "T", "--kind", "note", "--id", "new-note"];
    let (draft, ..) = cnd(folder.path(), "", &args);
    let (_, commitments) = draft.split_once("\ncommitments:\n").unwrap();
    let lines = commitments.lines().map(|line| line.trim_start_matches([' ', '-', '\'', '"']));
    let wanted = lines.filter(|line| keys.iter().any(|key| line.starts_with(key)));
    wanted.map(|line| line.trim_end_matches(['\'', '"']).to_owned()).collect()
}

#[test]
fn a_limb_is_due_at_the_date_by_which_it_is_asked() {
    for (paragraph, wanted) in [
        ("WHO requested UNODC to report by March 2028.", "due: \"2028-03"),
        ("In 2026, WHO requested UNODC to report no later than 2 May 2028.", "due: \"2028-05-02"),
        ("WHO requested UNODC to report. It is printed by May 2028.", ""),
        (
            "WHO requested UNODC to report in 2027 and 2028.",
            "When is it due? The sentence names 2027.",
        ),
    ] {
        assert_eq!(commitments(paragraph, &["due:", "When"]).join(" "), wanted, "{paragraph}");
    }
}

/// A dataset has no countries as parties.
#[test]
fn a_country_that_is_asked_is_asked_about_as_a_member_state() {
    let asked = |paragraph| commitments(paragraph, &["member-states", "who", "Who is"]);
    assert_eq!(asked("INCB urges Member States and WHO to plant."), ["member-states", "who"]);
    let question = "Who is addressed? Complete `addressed_to`.";
    let several = asked("INCB urges the Government of Togo, Chad and WHO to plant.");
    assert_eq!(several, ["member-states", "who", question]);
}

/// A text that asks need not be the paper itself.
#[test]
fn a_text_that_nothing_names_is_asked_about() {
    let asked = |paragraph| commitments(paragraph, &["In which instrument"]).join(" ");
    let question = "In which instrument? Correct `instrument`.";
    assert_eq!(asked("The UNODC strategy calls upon WHO to plant."), question);
    assert_eq!(asked("The declaration urges UNODC to plant."), question);
    assert_eq!(asked("Requests UNODC to plant;"), "");
}

/// What a paper states again is a record already.
#[test]
fn a_limb_that_is_on_record_is_asked_about() {
    let asked = |paragraph: &str| commitments(paragraph, &["Is it one"]).join(" ");
    assert_eq!(
        asked("In resolution 76/188, Member States invited UNODC to pursue joint initiatives."),
        "Is it one of these? unodc-joint-initiatives-76-188, unodc-report-to-cnd-76-188. Then delete this record, and add \
         {document: new-note, paragraph: \\\"1\\\"} to the `sources` of that one."
    );
    for other in [
        "In resolution 76/188, Member States invited FAO to pursue joint initiatives.",
        "In resolution 76/188, Member States urged UNODC to pursue joint initiatives.",
        "In resolution 99/188, Member States invited UNODC to pursue joint initiatives.",
    ] {
        assert_eq!(asked(other), "", "{other}");
    }
}
