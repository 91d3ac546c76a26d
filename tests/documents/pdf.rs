//! PDF documents as paragraphs.

use crate::make::{line, marked, pages, pdf, stream};
use cnd_tracker::document::{Kind, Note, Paper, ReadError, read};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

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

/// As a server or an archive may have sent it.
#[test]
fn other_bytes_may_come_before_the_document() {
    let whole = tagged();
    for before in ["Content-Type: application/pdf\r\n\r\n", "\u{FEFF}", "report\0\0"] {
        let bytes = [before.as_bytes(), &whole].concat();
        assert_eq!(read(&bytes), read(&whole), "{before:?}");
    }
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

/// Whatever is packed is unpacked while the file is opened, so that it is measured before, images left out.
#[test]
fn streams_that_unpack_to_more_than_the_bound_are_refused() {
    let packed = |bytes: &[u8]| {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let twice = packed(&packed(&vec![0; 4 << 20]));
    let with = |dictionary: &str, data: &[u8], times: usize| {
        let head = format!("\n99 0 obj\n<<{dictionary}>>\nstream\n");
        let object = [head.as_bytes(), data, b"\nendstream\nendobj"].concat();
        read(&[tagged(), object.repeat(times)].concat())
    };
    let refused = Err(ReadError::TooLarge("bytes in its streams", 160 << 20));
    assert_eq!(with("/Filter[/FlateDecode/FlateDecode]", &twice, 40), refused);
    assert_eq!(with("/Filter/LZWDecode", &[b'x'; 120_000], 1), refused);
    assert_eq!(with("/Subtype/Image/Filter/LZWDecode", &[b'x'; 120_000], 1), read(&tagged()));
}

/// Paragraphs of a column that go on below the row that told it to be one belong to the table, be they as
/// large as the text; they have the label that a Word document gives them.
#[test]
fn columns_of_a_table_end_where_text_is_wide_again() {
    let wide = |number: &str, top: f64| {
        let words = "the paragraph is as wide as the page and as long as two of its lines";
        line(100.0, top, 10.0, &format!("{number}. In all {words}"))
            + &line(100.0, top - 12.0, 10.0, words)
            + &line(100.0, top - 24.0, 10.0, words)
    };
    let cell = |top: f64, words: [&str; 2]| {
        line(300.0, top, 10.0, words[0]) + &line(300.0, top - 12.0, 10.0, words[1])
    };
    let contents = [
        wide("1", 700.0),
        line(100.0, 650.0, 10.0, "Table 16.4"),
        line(100.0, 630.0, 10.0, "2024"),
        line(300.0, 630.0, 10.0, "2025"),
        cell(610.0, ["Four raids in Kenya and", "in Peru."]),
        cell(580.0, ["Seven arrests in Chile and", "in Brazil."]),
        wide("2", 540.0),
    ];
    let page: String = contents.iter().zip(0..).map(|(text, id)| marked(id, text)).collect();
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 8 + at)).collect();
    let mut elements = vec![
        "<</Type/StructTreeRoot/K 7 0 R>>".to_owned(),
        format!("<</S/Document/K[{}]>>", kids.join(" ")),
    ];
    elements.extend((0..contents.len()).map(|id| format!("<</S/P/Pg 4 0 R/K {id}>>")));
    let paper = read(&pages(&[page], "/StructTreeRoot 6 0 R", &elements)).unwrap();
    let cells = [
        "Table 16.4",
        "2024",
        "2025",
        "Four raids in Kenya and in Peru.",
        "Seven arrests in Chile and in Brazil.",
    ];
    let found: Vec<(&str, &str)> = labels(&paper)[1..6].to_vec();
    assert_eq!(found, cells.map(|cell| ("table 16.4", cell)));
    assert_eq!(paper.paragraphs[6].label, "2");
    let row = |cells: [&str; 2]| {
        let cells: String =
            cells.map(|cell| format!("<w:tc>{}</w:tc>", crate::make::p("", cell))).concat();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = row([cells[1], cells[2]]) + &row([cells[3], cells[4]]);
    let body = crate::make::p("", "1. One.")
        + &crate::make::p("", cells[0])
        + &format!("<w:tbl>{table}</w:tbl>")
        + &crate::make::p("", "2. Two.");
    let paper = read(&crate::make::docx(&body, &[])).unwrap();
    assert_eq!(labels(&paper)[1..6], found);
}

/// Columns of running text are read across, which is said; a table has rows, and is read by them.
#[test]
fn columns_without_structure_are_said() {
    let whole =
        line(72.0, 730.0, 10.0, "1. This line is as wide as the page, and it has no column.");
    let page = |left: [&str; 2], right: [&str; 2], shift: f64| {
        let row = |at: u32| {
            let (words, top) = (usize::from(at % 2 == 1), 700.0 - 12.0 * f64::from(at));
            line(72.0, top, 10.0, left[words]) + &line(320.0, top - shift, 10.0, right[words])
        };
        whole.clone() + &(0..16).map(row).collect::<String>()
    };
    let prose = ["The trees of the country stand in", "woods that are old and in parks."];
    let rows = ["Number of trees planted a year", "number-of-trees-felled-in-a-year"];
    let columns = |contents: &[String]| {
        let notes = read(&pages(contents, "", &[])).unwrap().notes;
        notes.into_iter().find(|note| matches!(note, Note::Columns(_)))
    };
    let found = [page(prose, prose, 0.0), page(prose, rows, 0.0), page(prose, prose, 5.5)];
    assert_eq!(columns(&found), Some(Note::Columns(vec![1, 3])));
    assert_eq!(columns(&[page(rows, rows, 0.0), page(prose, ["2024", "2025"], 0.0)]), None);
    for (pages, said) in [
        (vec![1, 3], "pages 1, 3 seem to be in columns, and were read across"),
        (vec![2], "page 2 seems to be in columns, and was read across"),
    ] {
        assert_eq!(Note::Columns(pages).to_string(), said);
    }
}
