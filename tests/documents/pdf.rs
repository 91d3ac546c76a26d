//! PDF documents as paragraphs.

use crate::make::{line, marked, pages, pdf, stream};
use cnd_tracker::document::{Kind, Note, Paper, ReadError, read};

fn labels(paper: &Paper) -> Vec<(&str, &str)> {
    paper.paragraphs.iter().map(|p| (p.label.as_str(), p.text.as_str())).collect()
}

/// Two tagged pages: a heading, a paragraph across both, a row of a table and a note.
fn tagged() -> Vec<u8> {
    let first = [
        "/Artifact BMC\n".to_owned() + &line(400.0, 770.0, 9.0, "A/80/590") + "EMC\n",
        marked(0, &line(100.0, 700.0, 12.0, "Mandates")),
        marked(
            1,
            &(line(100.0, 680.0, 10.0, "1. The work of small and medium-")
                + &line(100.0, 668.0, 10.0, "sized bodies ")
                + &line(160.0, 672.0, 6.0, "1")),
        ),
        marked(2, &line(100.0, 100.0, 8.0, "1 See there.")),
    ]
    .concat();
    let second = [
        marked(0, &line(100.0, 700.0, 10.0, "goes on.")),
        marked(1, &line(100.0, 650.0, 8.0, "Left")),
        marked(2, &line(300.0, 650.0, 8.0, "Right")),
        marked(3, &line(100.0, 600.0, 10.0, "2. The end is a long paragraph.")),
    ]
    .concat();
    let root = "<</Type/StructTreeRoot/RoleMap<</Footnote/Note>>/K 9 0 R>>";
    let document = "<</S/Document/K[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]>>";
    let elements = [
        "<</S/H1/Pg 4 0 R/K 0>>",
        "<</S/P/Pg 4 0 R/K[1 <</Type/MCR/Pg 6 0 R/MCID 0>> <</S/Footnote/Pg 4 0 R/K 2>>]>>",
        "<</S/P/Pg 6 0 R/K 1>>",
        "<</S/P/Pg 6 0 R/K 2>>",
        "<</S/P/Pg 6 0 R/K 3>>",
    ];
    let more: Vec<String> =
        [root, document].iter().chain(&elements).map(|object| (*object).to_owned()).collect();
    pages(&[first, second], "/StructTreeRoot 8 0 R", &more)
}

#[test]
fn structure_gives_whole_paragraphs() {
    let paper = read(&tagged()).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("title", "Mandates"),
            ("1", "The work of small and medium-sized bodies goes on."),
            ("fn. 1", "See there."),
            ("after 1", "Left"),
            ("after 1", "Right"),
            ("2", "The end is a long paragraph."),
        ]
    );
    assert_eq!(paper.symbol.as_deref(), Some("A/80/590"));
    let kinds: Vec<(Kind, Option<u32>)> =
        paper.paragraphs.iter().map(|p| (p.kind, p.page)).collect();
    assert_eq!(kinds[1], (Kind::Body, Some(1)));
    assert_eq!(kinds[3], (Kind::Cell, Some(2)));
}

#[test]
fn pages_without_structure_are_read_by_place() {
    let first = [
        line(72.0, 760.0, 9.0, "United Nations"),
        line(100.0, 640.0, 10.0, "The General Assembly,"),
        line(110.0, 620.0, 10.0, "Recalling its resolutions on the world drug problem of old and"),
        line(72.0, 608.0, 10.0, "of late,"),
        line(110.0, 590.0, 10.0, "1. Requests the Office to report on what was done and what"),
        line(72.0, 40.0, 7.0, "18-18418"),
    ]
    .concat();
    let second = [
        line(72.0, 760.0, 8.0, "A running head in smaller letters"),
        line(72.0, 640.0, 10.0, "was left undone."),
        line(110.0, 620.0, 10.0, "2. Decides."),
    ]
    .concat();
    let paper = read(&pages(&[first, second], "", &[])).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("enacting line", "The General Assembly,"),
            ("PP1", "Recalling its resolutions on the world drug problem of old and of late,"),
            ("1", "Requests the Office to report on what was done and what was left undone."),
            ("2", "Decides."),
        ]
    );
}

#[test]
fn image_pages_are_said_and_image_files_are_an_error() {
    let image = "BI /W 1 /H 1 /BPC 8 /CS /G ID \u{1} EI\n".to_owned();
    assert_eq!(read(&pages(std::slice::from_ref(&image), "", &[])), Err(ReadError::ImageOnly(1)));
    let paper = read(&pages(&[line(72.0, 600.0, 10.0, "1. One."), image], "", &[])).unwrap();
    assert_eq!(paper.notes, [Note::ImagePages(vec![2])]);
    assert_eq!(read(&pages(&[String::new()], "", &[])), Err(ReadError::NoText));
}

#[test]
fn damaged_and_bottomless_files_end() {
    let whole = tagged();
    assert!(matches!(read(&whole[..40]), Err(ReadError::Damaged(_))));
    let forms = (0..20).map(|at| {
        let next = format!("/Resources<</XObject<</X {} 0 R>>>>", 7 + at);
        stream(&format!("/Subtype/Form/BBox[0 0 9 9]{next}"), &"/X Do ".repeat(20))
    });
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>".into(),
        stream("", &(line(72.0, 600.0, 10.0, "1. One.") + "/X Do")),
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>".to_owned(),
    ];
    objects.extend(forms);
    let paper = read(&pdf(&objects)).unwrap();
    assert_eq!(labels(&paper), [("1", "One.")]);
    assert_eq!(paper.notes, [Note::Bound("forms", 20_000)]);
}

/// A font that gives widths to four thousand million characters is not loaded.
#[test]
fn endless_tables_of_widths_are_passed_over() {
    for font in [
        "<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 4000000000/LastChar 4000000001/Widths[1 2]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H\
         /DescendantFonts[<</Subtype/CIDFontType2/W[0 4294967295 500]>>]>>",
    ] {
        let objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            &stream("", &line(72.0, 600.0, 10.0, "1. One.")),
            font,
        ]
        .map(str::to_owned);
        assert_eq!(labels(&read(&pdf(&objects)).unwrap()), [("1", "One.")]);
    }
}
