//! What a draft takes from the head of a paper, its headings and its sentences.

use super::paper::{cnd, folder};

const NOTE: &str = "E/CN.7/2027/CRP.4\n\n11 January 2027\n\nCommission on Narcotic Drugs\n\nSeventieth session\n\n\
                    Note by the Secretariat\n\nII. Demand reduction\n\n1. UNODC and WHO met.\n\n\
                    IV. Supply reduction\n\n2. With the support of the Governments of France, Japan and Sweden, UNODC \
                    and WHO trained officials in Bolivia.\n\nVI. International cooperation\n\n3. UNODC and WHO spoke in \
                    Chad, Peru and to the Government of Togo.\n";

fn draft(more: &[&str]) -> String {
    let folder = folder(&[("a.txt", NOTE.as_bytes())]);
    let args = [&["draft", "a.txt", "--title", "T", "--kind", "note", "--like", "note-2020"], more]
        .concat();
    cnd(folder.path(), "", &args).0
}

#[test]
fn session_and_day_stand_in_the_head() {
    let found = draft(&[]);
    assert!(found.contains("    session: 70\n    date: \"2027-01-11\"\n"), "{found}");
    assert!(found.contains("Are `body` and `session` right?"), "{found}");
    assert!(!found.contains("Add `date`"), "{found}");
    let given = draft(&["--date", "2027-02"]);
    assert!(given.contains("2027-02"), "{given}");
}

#[test]
fn other_lines_of_the_head_name_neither_session_nor_day() {
    for (lines, session, day) in [
        ("Sixty-third session\n\nVienna, 12 March 2018", Some("63"), None),
        ("EIGHTIETH session\n\n2–6 March 2020", Some("80"), None),
        ("Twelfth session\n\n31 February 2020", Some("12"), None),
        ("Forty-eleventh session\n\n8 March 2018", None, Some("\"2018-03-08\"")),
        ("The seventieth session", None, None),
        ("Special session", None, None),
        ("1. Text.\n\nSeventieth session\n\n11 January 2027", None, None),
    ] {
        let text = format!("E/CN.7/2027/1\n\n{lines}\n\n2. UNODC and WHO met.\n");
        let folder = folder(&[("a.txt", text.as_bytes())]);
        let found = cnd(folder.path(), "", &["draft", "a.txt", "--title", "T", "--kind", "note"]).0;
        let value = |key: &str| found.lines().find_map(|line| line.strip_prefix(key));
        assert_eq!((value("    session: "), value("    date: ")), (session, day), "{found}");
    }
}

#[test]
fn a_heading_names_a_pillar_by_its_id_too() {
    let found = draft(&[]);
    let pillars: Vec<&str> =
        found.lines().filter_map(|line| line.strip_prefix("    pillar: ")).collect();
    assert_eq!(pillars, ["demand-reduction", "supply-reduction", "international-cooperation"]);
    assert!(!found.contains("Which pillar?"), "{found}");
}

#[test]
fn governments_that_are_named_as_such_are_no_countries_of_work() {
    let found = draft(&[]);
    for lists in [
        "      governments:\n      - FRA\n      - JPN\n      - SWE\n      countries:\n      - BOL\n",
        "      governments:\n      - TGO\n      countries:\n      - TCD\n      - PER\n",
    ] {
        assert!(found.contains(lists), "{lists}\n--- is not in\n{found}");
    }
}
