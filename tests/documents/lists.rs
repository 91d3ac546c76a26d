//! Lists whose items have no brackets: letters behind a colon, and bullets.

use crate::make::{docx, numbered, p};
use cnd_tracker::document::{Paper, read};

fn labels(paper: &Paper) -> Vec<(&str, &str)> {
    paper.paragraphs.iter().map(|p| (p.label.as_str(), p.text.as_str())).collect()
}

#[test]
fn letters_without_brackets_are_items_below_a_colon() {
    let text = "1. Encourages the Board to:\n\na. Plant trees;\n\nb) Count them.\n\n2. Requests the Board to:\n\
                a. Plant trees in the gardens of all those that are concerned by the drought\nand water them;\n\
                b. Count them.\n3. They were given vitamin\na. The trees grew.\n";
    assert_eq!(
        labels(&read(text.as_bytes()).unwrap()),
        [
            ("1", "Encourages the Board to:"),
            ("1 (a)", "Plant trees;"),
            ("1 (b)", "Count them."),
            ("2", "Requests the Board to:"),
            (
                "2 (a)",
                "Plant trees in the gardens of all those that are concerned by the drought and water them;"
            ),
            ("2 (b)", "Count them."),
            ("3", "They were given vitamin a. The trees grew."),
        ]
    );
}

#[test]
fn the_lists_of_word_have_their_letters_and_bullets() {
    let lists = r#"<w:abstractNum w:abstractNumId="7">
      <w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
      <w:abstractNum w:abstractNumId="8">
      <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>"#;
    let body = [
        p("", "1. Encourages the Board to:"),
        p(&numbered(1, 0), "Plant;"),
        p(&numbered(1, 0), "Count."),
        p("", "2. Requests the Board to:"),
        p(&numbered(2, 0), "Plant."),
    ]
    .concat();
    assert_eq!(
        labels(&read(&docx(&body, &[("numbering", lists)])).unwrap()),
        [
            ("1", "Encourages the Board to:"),
            ("1 (a)", "Plant;"),
            ("1 (b)", "Count."),
            ("2", "Requests the Board to:"),
            ("after 2", "• Plant."),
        ]
    );
}

#[test]
fn what_is_no_next_letter_is_no_item() {
    for text in ["b. Take one.", "A. Overall.", "i.e. trees", "p.5 of it", "ab. Take one."] {
        let paper = read(format!("1. Plant:\n\n{text}\n\n2. It met.\n").as_bytes()).unwrap();
        assert_eq!(labels(&paper)[1], ("after 1", text));
    }
}

#[test]
fn letters_that_are_roman_numbers_keep_their_level() {
    let items: String = ('a'..='k').map(|letter| format!("({letter}) One;\n\n")).collect();
    let paper = read(format!("1. Plant:\n\n{items}").as_bytes()).unwrap();
    assert_eq!([labels(&paper)[9].0, labels(&paper)[11].0], ["1 (i)", "1 (k)"]);
}
