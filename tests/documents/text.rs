//! Plain text as paragraphs.

use cnd_tracker::document::{Kind, Note, Paper, ReadError, read};

fn labels(paper: &Paper) -> Vec<(&str, &str)> {
    paper.paragraphs.iter().map(|p| (p.label.as_str(), p.text.as_str())).collect()
}

#[test]
fn a_page_with_line_breaks_furniture_and_notes() {
    let text = "\
A/RES/74/178

Distr.: General

The General Assembly,
Reaffirming its commitment to the goals and objectives of the conventions that
were adopted,
Welcoming the declaration, with concern about the health and welfare of humankind,
1. Encourages Member States to fully implement international commitments on
the rule of law, drug -related crime included, and to promote cross-
border cooperation,
__________________
1

17/23

See Official Records of the Council.
19-22335

A/RES/74/178

with one another;
2. Calls upon Member States to counte r trafficking, as follows:
(a) To counter it at once;
(b) To report.
50th plenary meeting
";
    let paper = read(text.as_bytes()).unwrap();
    assert_eq!(paper.symbol.as_deref(), Some("A/RES/74/178"));
    assert_eq!(
        labels(&paper),
        [
            ("enacting line", "The General Assembly,"),
            (
                "PP1",
                "Reaffirming its commitment to the goals and objectives of the conventions that \
                 were adopted,"
            ),
            (
                "PP2",
                "Welcoming the declaration, with concern about the health and welfare of \
                 humankind,"
            ),
            (
                "1",
                "Encourages Member States to fully implement international commitments on the \
                 rule of law, drug-related crime included, and to promote cross-border \
                 cooperation, with one another;"
            ),
            ("fn. 1", "See Official Records of the Council."),
            ("2", "Calls upon Member States to counter trafficking, as follows:"),
            ("2 (a)", "To counter it at once;"),
            ("2 (b)", "To report."),
            ("after 2", "50th plenary meeting"),
        ]
    );
    assert_eq!(paper.notes, [Note::SetAside("lines of page headers and footers", 5)]);
}

#[test]
fn one_paragraph_a_line() {
    let long = "a long paragraph that goes on and on, ".repeat(6);
    let text = format!(
        "76/188. International cooperation\n\nThe General Assembly,\n\nRecalling {long}\n\n\
         1. Takes note of {long}\n\n¹ A note.\n\nand of the rest.\n\nChapter II\n\nSome {long}.\n"
    );
    let paper = read(text.as_bytes()).unwrap();
    let labels: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
    assert_eq!(
        labels,
        ["title", "enacting line", "PP1", "1", "fn. 1", "heading before ch. II", "ch. II"]
    );
    assert!(paper.paragraphs[3].text.ends_with("on and on, and of the rest."));
    assert_eq!(paper.title.as_deref(), Some("76/188. International cooperation"));
}

#[test]
fn line_ends_and_added_furniture_change_nothing() {
    let text = "1. First of all, the Office is asked\nto report.\n\n2. Second,\nthe rest.\n";
    let plain = read(text.as_bytes()).unwrap();
    let crlf = read(text.replace('\n', "\r\n").as_bytes()).unwrap();
    let paged = read(text.replace("asked\n", "asked\n\n3/17\n\nA/80/590\n\n").as_bytes()).unwrap();
    let cr = read(text.replace('\n', "\r").as_bytes()).unwrap();
    assert_eq!(labels(&plain), labels(&crlf));
    assert_eq!(labels(&plain), labels(&cr));
    assert_eq!(labels(&plain), labels(&paged));
}

#[test]
fn numbers_on_lines_of_their_own_are_put_before_their_text() {
    let text = "16.1\n\nThe Office is responsible for supporting Member States\nin all.\n\n\
                25.6\n\nGross\n\n16.2\n\nThe Office is also responsible for many other things.\n";
    let paper = read(text.as_bytes()).unwrap();
    let labels: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels[0], "16.1");
    assert_eq!(labels.last(), Some(&"16.2"));
    assert!(!labels.contains(&"25.6"));
}

#[test]
fn the_margin_of_a_page_may_come_before_its_paragraphs() {
    let text = "\
73/8.

Of trees and of all that stands
in their shade
The General Assembly,
Recalling its resolutions 47/19 of 24 November 1992, 48/16 of 3 November

18-18418 (E)

071118

\u{0C}Of trees and of all that stands in
their shade

A/RES/73/8

1993 and 49/9 of 26 October 1994,
1.
Takes note of the report of the Secretary-General on the uses of trees;
2.

3.

2/2

(a)

First of all, to plant them in every month of the year;

(b)

Then to water them in every month of the year as well, (a) at dawn and
(b) at dusk.
Calls upon all States to plant trees in each of their towns and villages;
Requests the Secretary-General to count them at the end of every year.
";
    let paper = read(text.as_bytes()).unwrap();
    let labels = labels(&paper);
    assert_eq!(
        paper.title.as_deref(),
        Some("73/8. Of trees and of all that stands in their shade")
    );
    assert_eq!(
        labels,
        [
            ("title", "73/8. Of trees and of all that stands in their shade"),
            ("enacting line", "The General Assembly,"),
            (
                "PP1",
                "Recalling its resolutions 47/19 of 24 November 1992, 48/16 of 3 November 1993 \
                 and 49/9 of 26 October 1994,"
            ),
            ("1", "Takes note of the report of the Secretary-General on the uses of trees;"),
            ("1 (a)", "First of all, to plant them in every month of the year;"),
            (
                "1 (b)",
                "Then to water them in every month of the year as well, (a) at dawn and (b) at \
                 dusk."
            ),
            ("2", "Calls upon all States to plant trees in each of their towns and villages;"),
            ("3", "Requests the Secretary-General to count them at the end of every year."),
        ]
    );
}

#[test]
fn the_number_of_a_resolution_alone_on_a_line_belongs_to_its_sentence() {
    let wrapped =
        "1. The Office planted trees in each of the towns and villages, as asked in resolution";
    for (rest, whole) in [
        ("79/191.", "79/191."),
        (
            "79/191\nof 17 December 2024, and it counted them.",
            "79/191 of 17 December 2024, and it counted them.",
        ),
        ("2027/24.", "2027/24."),
        ("74/178 of 18 December 2019 and\n79/191;", "74/178 of 18 December 2019 and 79/191;"),
        ("74/178 and\n79/191\nof the Assembly.", "74/178 and 79/191 of the Assembly."),
    ] {
        let paper = read(format!("{wrapped}\n{rest}\n\n2. They met.\n").as_bytes()).unwrap();
        let text = format!("{} {whole}", wrapped.trim_start_matches("1. "));
        assert_eq!(labels(&paper), [("1", text.as_str()), ("2", "They met.")], "{rest}");
        assert_eq!(paper.notes, [], "{rest}");
    }
    // A page number stands apart, or comes with others.
    for page in ["\n1/2\n\nof 17 December 2024.\n", "1/2\nof 17 December 2024.\n\n2/2\n"] {
        let paper = read(format!("{wrapped} 79/191\n{page}").as_bytes()).unwrap();
        let [(_, text)] = labels(&paper)[..] else { panic!("{page}: {paper:?}") };
        assert!(text.ends_with("79/191 of 17 December 2024."), "{page}: {text}");
    }
}

#[test]
fn numbers_in_a_list_of_resolutions_are_no_pages() {
    let list = "General Assembly resolutions\n\n44/25\n\nOf trees\n\n46/152\n\nOf shade\n\n1/1\n";
    let paper = read(list.as_bytes()).unwrap();
    let texts: Vec<&str> = labels(&paper).into_iter().map(|(_, text)| text).collect();
    for number in ["44/25", "46/152", "1/1"] {
        assert!(texts.contains(&number), "{number}: {texts:?}");
    }
}

#[test]
fn what_is_no_text_is_an_error() {
    assert_eq!(read(b""), Err(ReadError::NoText));
    assert_eq!(read(b" \n\n 3/17\n"), Err(ReadError::NoText));
    assert_eq!(read(b"1. caf\xE9"), Err(ReadError::NotUtf8(6)));
    assert!(matches!(read(b"1. a\0b"), Err(ReadError::Damaged(_))));
    assert_eq!(read(b"{\\rtf1 text}"), Err(ReadError::Unsupported("RTF")));
    for markup in [
        "\u{FEFF}<!DOCTYPE html>\n<html><body><p>1. One.</p></body></html>",
        "<!-- saved -->\n<HTML><P>1. One.</HTML>",
        "<?xml version=\"1.0\"?>\n<text/>",
        "\n<p>1. One.</p>\n<p>2. Two.</p>",
    ] {
        assert_eq!(read(markup.as_bytes()), Err(ReadError::Unsupported("HTML or XML")), "{markup}");
    }
    assert!(read(b"<!-- page 1 -->\n\n1. One <b>tree</b>.\n").is_ok());
    assert!(read(b"<Draft of 5 May>\n\n1. One tree.\n").is_ok());
}

#[test]
fn a_text_may_name_the_signs_of_other_formats() {
    for text in ["PKO mandates are 12 in all.", "A PDF begins with “%PDF-” or %PDF-1.7."] {
        assert_eq!(labels(&read(format!("1. {text}\n").as_bytes()).unwrap()), [("1", text)]);
        assert!(read(text.as_bytes()).is_ok(), "{text}");
    }
}

#[test]
fn the_name_of_an_organ_is_furniture_in_a_letterhead_and_a_heading_in_a_text() {
    let heads = [
        "A/RES/74/178\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n\n",
        "United Nations\n\nEconomic and Social Council\n\nOfficial Records, 2024\n\n",
        "",
    ];
    for head in heads {
        let text = format!(
            "{head}Joint work\n\n1. UNODC met.\n\n3/17\n\nGeneral Assembly\n\n2. WHO met.\n\n\
             Economic and Social Council\n\n3. INCB met.\n\nUnited Nations\n\nA/RES/74/179\n\n\
             General Assembly\n\nDistr.: General\n\n4. FAO met.\n"
        );
        let paper = read(text.as_bytes()).unwrap();
        let numbered = paper.paragraphs.iter().filter(|p| p.kind == Kind::Body);
        let headings: Vec<Option<&str>> = numbered.map(|p| p.heading.as_deref()).collect();
        let organs = ["General Assembly", "Economic and Social Council"];
        assert_eq!(headings[1..], [Some(organs[0]), Some(organs[1]), Some(organs[1])], "{head}");
        let count = |organ| paper.paragraphs.iter().filter(|p| p.text == organ).count();
        assert_eq!(organs.map(count), [1, 1], "{head}");
    }
    let text = "General Assembly\n\n1. UNODC met.\n\nSecurity Council\n\n2. WHO met.\n";
    assert_eq!(read(text.as_bytes()).unwrap().paragraphs[0].text, "General Assembly");
}

/// The cells of a table come as paragraphs of a text, which tells nothing else of it.
#[test]
fn what_follows_the_caption_of_a_table_belongs_to_it() {
    let text = "1. The work is shown in table 16.4.\n\nTable 16.4\n\nPerformance measure\n\n\
                Four raids in Kenya.\n\nSeven arrests in Peru.\n\n\
                2. The work went on.\n\nIt ended in May.\n";
    let paper = read(text.as_bytes()).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("1", "The work is shown in table 16.4."),
            ("table 16.4", "Table 16.4"),
            ("table 16.4", "Performance measure"),
            ("table 16.4", "Four raids in Kenya."),
            ("table 16.4", "Seven arrests in Peru."),
            ("2", "The work went on."),
            ("after 2", "It ended in May."),
        ]
    );
}

#[test]
fn a_label_and_a_tab_may_begin_a_heading() {
    let text = "28/28.\tTrees of the Board\n\nThe Board,\n\n1. Requests WHO to plant;\n";
    let paper = read(text.as_bytes()).unwrap();
    assert_eq!(paper.paragraphs[0].kind, Kind::Title);
}

#[test]
fn a_row_with_tabs_is_no_heading() {
    for gap in ["\n", "\n\n"] {
        let rows = ["Table 1", "Oaks\tLeaves\tYears", "Kenya\tTrees, leaves\tNone"].join(gap);
        let paper =
            read(format!("Trees\n\n1. See table 1.\n\n{rows}\n\n2. They fall.\n").as_bytes());
        let paper = paper.unwrap();
        let last = paper.paragraphs.iter().find(|it| it.label == "2").unwrap();
        assert_eq!(last.heading.as_deref(), Some("Trees"), "{gap:?}");
    }
}

#[test]
fn numbers_may_have_a_bracket_or_a_section_sign() {
    for numbers in [["1)", "2)", "3)"], ["§ 1.", "§ 2.", "§ 3."], ["§1", "§2", "§ 3"]] {
        let text = numbers.map(|number| format!("{number} It is so.\n\n")).concat();
        let paper = read(text.as_bytes()).unwrap();
        assert_eq!(labels(&paper), ["1", "2", "3"].map(|label| (label, "It is so.")));
    }
    let list = "1. There are two things:\n\n1) One thing.\n\n2) Another thing.\n\n2. It goes on.\n";
    let paper = read(list.as_bytes()).unwrap();
    assert_eq!(paper.paragraphs.last().map(|last| last.label.as_str()), Some("2"));
    assert_eq!(paper.notes, []);
}

#[test]
fn a_line_with_leaders_and_a_page_is_one_of_contents_wherever_it_stands() {
    let text = "IV. Analysis of trees ........ 21\n\nA. Rain . . . . . . . . 24\n\n1. One tree grows.\n\n2. It is tall \u{2026}\n";
    let paper = read(text.as_bytes()).unwrap();
    assert_eq!(labels(&paper), [("1", "One tree grows."), ("2", "It is tall \u{2026}")]);
}

/// Where the furniture of the pages is gone, nothing but the text tells where their notes end.
#[test]
fn notes_at_the_foot_of_a_page_end_where_the_text_goes_on() {
    let rule = "____________________";
    let cover = format!(
        "E/CN.7/2030/9\n\nNote by the Secretariat*\n\n{rule}\n* Not edited.\n\nI. Trees\n\n\
         1. One grows.\n\n2. Two grow.\n"
    );
    let paper = read(cover.as_bytes()).unwrap();
    assert_eq!(
        labels(&paper),
        [
            ("before 1", "Note by the Secretariat*"),
            ("fn. *", "Not edited."),
            ("heading before 1", "I. Trees"),
            ("1", "One grows."),
            ("2", "Two grow."),
        ]
    );
    let without_blank_lines = cover.replace("\n\n1. ", "\n1. ").replace("\n\nI. ", "\nI. ");
    assert_eq!(labels(&read(without_blank_lines.as_bytes()).unwrap())[3..], labels(&paper)[3..]);
    let cut = format!("1. One grows.\n{rule}\n2. Two grow.\n");
    assert_eq!(labels(&read(cut.as_bytes()).unwrap()), labels(&paper)[3..]);
    for (rest, expected) in [
        ("3. Three grow.", vec![("3", "Three grow.")]),
        ("Pines\n\n3. Three grow.", vec![("heading before 3", "Pines"), ("3", "Three grow.")]),
        ("(b) Two of pine.", vec![("2 (b)", "Two of pine.")]),
        ("5 See there.\n\n3. Three grow.", vec![("fn. 5", "See there."), ("3", "Three grow.")]),
        ("⁵ See there.\n\n3. Three grow.", vec![("fn. 5", "See there."), ("3", "Three grow.")]),
        ("17\n\n3. Three grow.", vec![("3", "Three grow.")]),
        ("13 trees grow.", vec![("after 2", "13 trees grow.")]),
        ("It is tall.", vec![("after 2", "It is tall.")]),
    ] {
        let text = format!(
            "1. One grows.\n\n2. Trees grow:\n\n(a) One of oak;\n\n{rule}\n4 See A/80/1,\npara. 3.\n\n{rest}\n"
        );
        let paper = read(text.as_bytes()).unwrap();
        assert_eq!(labels(&paper)[3], ("fn. 4", "See A/80/1, para. 3."), "{rest}");
        assert_eq!(labels(&paper)[4..], expected, "{rest}");
    }
}

/// A converter may write the marks of notes as it writes the numbers of paragraphs.
#[test]
fn a_number_that_comes_again_is_that_of_a_note() {
    let rule = "____________________";
    let first = "1. One grows.\n\n2. Two grow.\n\n";
    let rest = "3. Three grow.\n\n4. Four grow.\n";
    for (notes, found) in [
        (
            "3. See A/80/1.\n\n4. Ibid., see there.\n\n",
            vec![("fn. 3", "See A/80/1."), ("fn. 4", "Ibid., see there.")],
        ),
        (
            "1. See A/80/1.\n\n2. Ibid.\n\n3. See there.\n\n",
            vec![("fn. 1", "See A/80/1."), ("fn. 2", "Ibid."), ("fn. 3", "See there.")],
        ),
        ("1. See A/80/1.\n\n2. Ibid.\n\n", vec![("fn. 1", "See A/80/1."), ("fn. 2", "Ibid.")]),
        ("", vec![]),
    ] {
        let last = format!("{rule}\n\n3. Of another page.\n");
        let text = format!("{first}{rule}\n\n{notes}{rest}{last}");
        let paper = read(text.as_bytes()).unwrap();
        let mut expected = vec![("1", "One grows."), ("2", "Two grow.")];
        expected.extend(found);
        expected.extend([("3", "Three grow."), ("4", "Four grow.")]);
        expected.push(("fn. 3", "Of another page."));
        assert_eq!(labels(&paper), expected, "{notes}");
        let paged = format!("{first}{rule}\n\n{notes}\u{0C}{rest}{last}");
        assert_eq!(labels(&read(paged.as_bytes()).unwrap()), expected, "{notes}");
    }
}

/// As Word sets automatic numbers that are wider than their indent, and a PDF keeps them.
#[test]
fn numbers_may_be_glued_to_their_text() {
    let text = "9. FAO met.\n\n10.WHO met.\n\n11.The INCB,\n\n12.A meeting took place.\n";
    let expected = [
        ("9", "FAO met."),
        ("10", "WHO met."),
        ("11", "The INCB,"),
        ("12", "A meeting took place."),
    ];
    assert_eq!(labels(&read(text.as_bytes()).unwrap()), expected);
    let adjacent = text.replace("\n\n", "\n");
    assert_eq!(labels(&read(adjacent.as_bytes()).unwrap()), expected);
}

#[test]
fn the_numbers_of_an_outline_follow_those_of_its_chapters() {
    let text = "1. Trees\n\n1.1 Oaks grow.\n\n1.2 Elms grow.\n\n2. WOOD\n\n2.1. it burns;\n\n\
                2.2 Ash burns.\n\nMore.\n\n3. Leaves fall.\n";
    let paper = read(text.as_bytes()).unwrap();
    let found: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
    assert_eq!(found, ["1", "1.1", "1.2", "2", "2.1", "2.2", "after 2.2", "3"]);
    assert_eq!(paper.notes, []);
    // Figures of a table follow no number.
    let figures =
        "1. Trees grow.\n\n1.1 million grow.\n\n1.5 Oaks\n\n2. Trees fall.\n\n4.2 Gross\n";
    let paper = read(figures.as_bytes()).unwrap();
    let found: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
    assert_eq!(found, ["1", "after 1", "after 1", "2", "after 2"]);
}

#[test]
fn labels_with_letters_are_labels() {
    let text = "PP1 Recalling the trees,\n\nOP1. Requests the Office to plant:\n\n(a) Oaks;\n\n\
                OP1bis. Invites others;\n\nOP2: Calls for more.\n";
    let expected = [
        ("PP1", "Recalling the trees,"),
        ("1", "Requests the Office to plant:"),
        ("1 (a)", "Oaks;"),
        ("1 bis", "Invites others;"),
        ("2", "Calls for more."),
    ];
    assert_eq!(labels(&read(text.as_bytes()).unwrap()), expected);
    let text = "12. Oaks grow.\n\n12 bis. Elms grow.\n\n12A. Ash grows.\n\n14A. None grow.\n\n13. All fall.\n";
    let paper = read(text.as_bytes()).unwrap();
    let found: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
    assert_eq!(found, ["12", "12 bis", "12A", "after 12A", "13"]);
}

#[test]
fn what_looks_like_a_label_or_furniture_may_be_text() {
    for text in [
        "(iiii) Take it.", "(ill) health is one.", "(civil) society met.", "(2013) was dry.",
        "OP1 and OP2 were agreed.", "PP1–PP3 were agreed.", "5.C.2 is one.", "10th of all.",
        "2 bisons graze.", "2A Street is long.", "1990. The year was dry.", "0.5 per cent grew.",
        "A/74/178 is a report.", "1990", "2021-2025", "A and B", "Leaves",
    ] {
        let paper = read(format!("1. One grows.\n\n{text}\n\n2. Two grow.\n").as_bytes()).unwrap();
        let texts: Vec<&str> = labels(&paper).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["One grows.", text, "Two grow."]);
    }
    for line in ["A/81/6 (Sect. 13)/Part A*", "26-00248 (E) 160126", "*2600248*", "- 3 -"] {
        let paper = read(format!("1. One grows.\n\n{line}\n\n2. Two grow.\n").as_bytes()).unwrap();
        assert_eq!(paper.paragraphs.len(), 2, "{line}");
    }
}

#[test]
fn numbers_that_do_not_follow_are_said() {
    let one = "1. One grows.\n\n2. Two grow.\n\n157. Many grow.\n";
    let paper = read(one.as_bytes()).unwrap();
    assert_eq!(labels(&paper)[2], ("after 2", "157. Many grow."));
    assert_eq!(
        paper.notes[0].to_string(),
        "157 is out of the sequence and was not taken for a paragraph number"
    );
    let several = read(format!("{one}\n158. More grow.\n\n3. Three grow.\n").as_bytes()).unwrap();
    assert_eq!(
        several.notes[0].to_string(),
        "157 and 1 more are out of the sequence and were not taken for paragraph numbers"
    );
    assert_eq!(labels(&several)[4], ("3", "Three grow."));
    let figures = read(format!("{one}\n\n12 trees.\n\n25.6 Gross.\n").as_bytes()).unwrap();
    assert_eq!(figures.notes.len(), 1);
}

#[test]
fn a_numbering_that_begins_again_within_a_part_is_said() {
    let first = "1. The first trees.\n\n2. The second trees.\n\n";
    for (text, expected) in [
        (
            format!("{first}1. Reports.\n\n2. Meetings.\n"),
            Some("the numbering begins again after paragraph 2"),
        ),
        (
            format!("{first}{first}{first}"),
            Some("the numbering begins again 2 times, first after paragraph 2"),
        ),
        (
            format!("Chapter I. Oaks\n\n{first}Chapter II. Elms\n\n1. Reports.\n"),
            Some("the numbering begins again after paragraph 2"),
        ),
        (format!("{first}Annex\n\n1. Reports.\n"), None),
        (format!("{first}3. The last.\n"), None),
    ] {
        let paper = read(text.as_bytes()).unwrap();
        let said: Vec<String> = paper.notes.iter().map(Note::to_string).collect();
        assert_eq!(said.first().map(String::as_str), expected, "{text}");
    }
}

#[test]
fn a_word_that_the_end_of_a_line_divides_is_one_where_the_text_has_it() {
    for (first, rest, elsewhere, whole) in [
        ("the trees and their Secu-", "rity", "Security of trees", "Security"),
        ("the trees and their secu-", "rity.", "Security’s trees", "security."),
        ("the trees and their secu-", "rity", "Trees", "secu-rity"),
        ("the trees and their re-", "sign", "To resign is to re-sign", "re-sign"),
        ("the small and medium-", "sized trees", "Trees", "medium-sized trees"),
        ("the trees of Guinea-", "Bissau", "Guineabissau", "Guinea-Bissau"),
        ("30 one-", "year posts", "Oneyear", "30 one-year posts"),
        ("the six-", "teen posts", "Sixteen", "sixteen posts"),
        ("the trees two-", "fold", "Twofold", "twofold"),
        ("the trees of-", "ten", "Often", "often"),
        ("the trees from 2 to", "5 July", "Trees", "to 5 July"),
        ("the treatment -", "care", "Trees", "treatment - care"),
        ("the trees and/", "or leaves", "Trees", "and/or leaves"),
    ] {
        let text = format!("1. It saw {first}\n{rest}\n\n2. {elsewhere} are there.\n");
        let paper = read(text.as_bytes()).unwrap();
        let (_, joined) = labels(&paper)[0];
        assert!(joined.ends_with(&format!(" {whole}")), "{joined}");
    }
}

#[test]
fn white_space_and_invisible_characters_are_evened_out() {
    for (text, line) in [
        ("a\u{A0}b", "a b"),
        ("a \t b", "a b"),
        ("co\u{AD}operation", "cooperation"),
        ("non\u{2011}member", "non-member"),
        ("“2019–2020” the Office’s é ™", "“2019–2020” the Office’s é ™"),
        ("a\u{2009}b\u{200B}c\u{3000}d\u{FEFF}", "a bc d"),
        ("O\u{FB03}ce, \u{FB01}ve \u{FB02}ags, a\u{FB00}airs", "Office, five flags, affairs"),
    ] {
        let paper = read(format!("1. The tree {text}.\n").as_bytes()).unwrap();
        assert_eq!(paper.paragraphs[0].text, format!("The tree {line}."), "{text:?}");
    }
}

#[test]
fn the_signs_of_markup_are_dropped_and_those_of_notes_are_not() {
    for (text, plain) in [
        ("**UNODC** will plant.", "UNODC will plant."),
        ("*Requests* the *Board*, and *invites* WHO", "Requests the Board, and invites WHO"),
        ("**_Requests_** the ***Board***", "Requests the Board"),
        ("Note by the Secretariat*", "Note by the Secretariat*"),
        ("** Not edited. *See A/1.", "** Not edited. *See A/1."),
        ("Trees* and Leaves* of 2*3 a_b_c", "Trees* and Leaves* of 2*3 a_b_c"),
        ("Drugs**Sixty-third session**", "Drugs**Sixty-third session**"),
        ("*2600248*", "*2600248*"),
    ] {
        for number in ["1.", "**1.**"] {
            let paper = read(format!("{number} {text}\n").as_bytes()).unwrap();
            assert_eq!(labels(&paper), [("1", plain)]);
        }
    }
}

#[test]
fn running_text_on_either_side_of_a_gap_is_in_columns() {
    let row = "urges the States to plant    the trees that it asked for,\n";
    let figures = "Posts and other staff      120       240\n";
    for (rows, is_said) in
        [(row.repeat(3), true), (row.repeat(2), false), (figures.repeat(9), false)]
    {
        let paper = read(format!("1. It met.\n\n{rows}").as_bytes()).unwrap();
        assert_eq!(paper.notes.contains(&Note::Columns(Vec::new())), is_said, "{rows}");
    }
}

#[test]
fn numbers_may_have_the_letter_of_a_section_and_the_part_of_a_chapter() {
    for numbers in [
        ["29A.1", "29A.2", "29A.3", "29B.1"],
        ["31.I.1", "31.I.2", "31.II.1", "31.II.2"],
        ["4.1.1", "4.1.2", "4.2", "4.2.1"],
    ] {
        let paragraphs = numbers.map(|number| {
            format!("{number}\tThe Office is responsible for the trees of all Member States.")
        });
        let paper = read(paragraphs.join("\n\n").as_bytes()).unwrap();
        let found: Vec<&str> = labels(&paper).into_iter().map(|(label, _)| label).collect();
        assert_eq!(found, numbers);
        assert!(paper.notes.is_empty(), "{:?}", paper.notes);
    }
}
