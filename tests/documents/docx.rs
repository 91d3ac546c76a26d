//! Word documents as paragraphs.

use crate::make::{archive, docx, numbered, p};
use cnd_tracker::document::{Kind, Note, Paper, ReadError, read};

fn labels(paper: &Paper) -> Vec<(&str, &str)> {
    paper.paragraphs.iter().map(|p| (p.label.as_str(), p.text.as_str())).collect()
}

#[test]
fn typed_numbers_items_and_headings() {
    let heading = r#"<w:pStyle w:val="H"/>"#;
    let body = [
        p(heading, "Mandates"),
        p("", "16.1 First."),
        p("", "16.2 Second:"),
        p("", "(a) One;"),
        p("", "(i) Inner;"),
        p("", "(b) Two."),
        p("", "Not numbered."),
    ]
    .concat();
    let styles = r#"<w:style w:styleId="H"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"#;
    let paper = read(&docx(&body, &[("styles", styles)])).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("heading before 16.1", "Mandates"),
            ("16.1", "First."),
            ("16.2", "Second:"),
            ("16.2 (a)", "One;"),
            ("16.2 (a) (i)", "Inner;"),
            ("16.2 (b)", "Two."),
            ("after 16.2", "Not numbered."),
        ]
    );
    assert_eq!(paper.paragraphs[1].heading.as_deref(), Some("Mandates"));
    assert_eq!(paper.notes, []);
}

const LISTS: &str = r#"<w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>"#;

#[test]
fn automatic_numbers_are_counted_as_word_does() {
    let styles = r#"<w:style w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="M"><w:basedOn w:val="N"/></w:style>"#;
    let body = [
        p(&numbered(1, 0), "One."),
        p(&numbered(1, 1), "a;"),
        p(&numbered(1, 2), "i;"),
        p(&numbered(1, 2), "ii;"),
        p(&numbered(1, 1), "b."),
        p(r#"<w:pStyle w:val="M"/>"#, "Two, by its style."),
        p(&numbered(1, 1), "a again."),
        p(&numbered(3, 0), "Three, of a list that shares the pattern."),
        p(&format!(r#"<w:pStyle w:val="M"/>{}"#, numbered(0, 0)), "Numbering switched off."),
        p(&numbered(2, 0), "One, started again."),
    ]
    .concat();
    let paper = read(&docx(&body, &[("styles", styles), ("numbering", LISTS)])).unwrap();
    let labels: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
    assert_eq!(
        labels,
        ["1", "1 (a)", "1 (a) (i)", "1 (a) (ii)", "1 (b)", "2", "2 (a)", "3", "after 3", "1"]
    );
}

#[test]
fn tracked_changes_are_taken_as_accepted() {
    let body = r#"<w:p><w:r><w:t>1. We </w:t></w:r><w:del><w:r><w:delText>do not </w:delText></w:r></w:del>
      <w:ins><w:r><w:t>agree</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>
      <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"#;
    let paper = read(&docx(body, &[])).unwrap();
    assert_eq!(labels(&paper), [("1", "We agree.")]);
}

#[test]
fn footnotes_stand_behind_the_paragraph_that_refers_to_them() {
    let body = format!(
        r#"<w:p><w:r><w:t>1. First</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t> and more.</w:t></w:r></w:p>{}"#,
        p("", "2. Second.")
    );
    let notes = r#"<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>
      <w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>12 trees.</w:t></w:r></w:p></w:footnote>"#;
    let paper = read(&docx(&body, &[("footnotes", notes)])).unwrap();
    assert_eq!(
        labels(&paper),
        [("1", "First and more."), ("fn. 1", "12 trees."), ("2", "Second.")]
    );
}

#[test]
fn a_note_that_is_typed_is_one_by_its_raised_mark() {
    let raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>";
    let body = [
        p("", "1. The Office planted trees."),
        p("", "¹ The trees are oaks (A/90/1)."),
        format!("<w:p>{raised}<w:r><w:t xml:space=\"preserve\"> So are these.</w:t></w:r></w:p>"),
        p("", "2 trees are left."),
    ];
    let paper = read(&docx(&body.concat(), &[])).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("1", "The Office planted trees."),
            ("fn. 1", "The trees are oaks (A/90/1)."),
            ("fn. 2", "So are these."),
            ("after 1", "2 trees are left."),
        ]
    );
}

#[test]
fn raised_digits_that_go_on_are_no_mark_of_a_note() {
    let raised = |digits: &str, rest: &str| {
        format!(
            "<w:p><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{digits}</w:t></w:r>\
             <w:r><w:t xml:space=\"preserve\">{rest}</w:t></w:r></w:p>"
        )
    };
    let body = [
        raised("1", ". The Office planted trees."),
        raised("3", "/4 of the trees are oaks."),
        raised("14", "C dating was used."),
        raised("2", "A tree is a plant."),
        raised("3", "The trees."),
    ];
    let paper = read(&docx(&body.concat(), &[])).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("1", "The Office planted trees."),
            ("after 1", "3/4 of the trees are oaks."),
            ("after 1", "14C dating was used."),
            ("fn. 2", "A tree is a plant."),
            ("fn. 3", "The trees."),
        ]
    );
}

#[test]
fn tables_are_read_cell_by_cell_and_frames_as_text() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", text));
    let body = format!(
        "{}<w:tbl><w:tr>{}{}</w:tr></w:tbl><w:tbl><w:tr>{}</w:tr></w:tbl>",
        p("", "1. First."),
        cell("2. In a cell"),
        cell("12"),
        cell("2. In a frame."),
    );
    let paper = read(&docx(&body, &[])).unwrap();
    assert_eq!(
        labels(&paper),
        [("1", "First."), ("after 1", "2. In a cell"), ("after 1", "12"), ("2", "In a frame.")]
    );
    assert_eq!(paper.paragraphs[1].kind, Kind::Cell);
}

#[test]
fn missing_numbers_are_said() {
    let body = [p("", "1. One."), p("", "2. Two."), p("", "5. Five.")].concat();
    let paper = read(&docx(&body, &[])).unwrap();
    assert_eq!(paper.notes, [Note::MissingNumbers("3".into(), "4".into())]);
    assert_eq!(paper.notes[0].to_string(), "paragraphs 3 to 4 are missing from the sequence");
}

#[test]
fn bounds_that_are_met_are_said() {
    let deep = format!("{}{}", p("", "1. One."), "<w:p>".repeat(1000));
    let paper = read(&docx(&deep, &[])).unwrap();
    assert_eq!(labels(&paper), [("1", "One.")]);
    assert_eq!(
        paper.notes[0].to_string(),
        "not read: what follows in word/document.xml (elements are nested more than 400 deep)"
    );
    let bomb = docx(&" ".repeat((64 << 20) + 1), &[]);
    assert_eq!(read(&bomb), Err(ReadError::TooLarge("bytes in one part", 64 << 20)));
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let whole = docx(&p("", "1. One."), &[]);
    assert!(matches!(read(&whole[..whole.len() / 2]), Err(ReadError::Damaged(_))));
    assert_eq!(read(&docx("", &[])), Err(ReadError::NoText));
    let heading = p(r#"<w:pStyle w:val="H"/>"#, "Trees");
    let styles = r#"<w:style w:styleId="H"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"#;
    assert_eq!(read(&docx(&heading, &[("styles", styles)])), Err(ReadError::NoText));
    let sheet = archive(&[("xl/workbook.xml".into(), "<x/>".into())]);
    assert_eq!(read(&sheet), Err(ReadError::Unsupported("A spreadsheet")));
    let other = archive(&[("a.txt".into(), "1. One.".into())]);
    assert!(matches!(read(&other), Err(ReadError::Damaged(_))));
    assert_eq!(read(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]), Err(ReadError::OldOffice));
}

#[test]
fn a_raised_text_may_be_a_power_or_an_ordinal() {
    for (before, raised, text) in [
        ("It is resolution 72/4;", "3", "It is resolution 72/4;"),
        ("It is the Office", "12, 13", "It is the Office"),
        ("It is 2,050 m", "3", "It is 2,050 m3"),
        ("It is on 20", "th", "It is on 20th"),
    ] {
        let body = format!(
            "<w:p><w:r><w:t>1. {before}</w:t></w:r>\
             <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{raised}</w:t></w:r></w:p>"
        );
        assert_eq!(labels(&read(&docx(&body, &[])).unwrap()), [("1", text)]);
    }
}

#[test]
fn the_first_of_several_headings_of_one_level_leads_a_chapter() {
    let styles = r#"<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>"#;
    let heading = r#"<w:pStyle w:val="H"/>"#;
    for (behind, wanted) in [(p(heading, "Leaves"), Some("Trees")), (String::new(), None)] {
        let body = [p(heading, "Trees"), p("", "1. It grows."), behind, p("", "2. They fall.")];
        let paper = read(&docx(&body.concat(), &[("styles", styles)])).unwrap();
        let first = paper.paragraphs.iter().find(|it| it.label == "1").unwrap();
        assert_eq!(first.heading.as_deref(), wanted);
    }
}
