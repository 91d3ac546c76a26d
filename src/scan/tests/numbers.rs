//! Symbols, resolutions cited by number, and figures.

use super::{Kind, row, rows, scan};

fn symbols(text: &str) -> Vec<String> {
    rows(Kind::Symbol, &[text])
        .iter()
        .map(|row| row.split(" = ").nth(1).unwrap().to_owned())
        .collect()
}

#[test]
fn symbols_are_read_in_all_their_forms() {
    for symbol in [
        "A/RES/74/178",
        "E/CN.7/2020/CRP.5",
        "E/CN.7/2024/10/Add.1",
        "A/80/6 (Sect. 16)",
        "A/80/6 (Sect. 16)/Corr.1",
        "A/81/6 (Sect. 16)/Part A",
        "S/RES/1373 (2001)",
        "CEB/2018/2",
        "A/C.3/74/L.5/Rev.1",
        "A/S-30/L.1",
        "E/2024/28/Add.1",
        "A/HRC/54/53",
    ] {
        assert_eq!(symbols(&format!("(see {symbol}, para. 3).")), [symbol]);
    }
}

#[test]
fn symbols_run_over_line_ends() {
    assert_eq!(
        symbols("E/CN.7/\n2020/CRP. 5 and A/RES/\u{a0}74/178."),
        ["E/CN.7/2020/CRP.5", "A/RES/74/178"]
    );
    assert_eq!(symbols("and/or, HIV/AIDS, WHO/UNODC, 17/23, km/h, A/B"), [""; 0]);
}

#[test]
fn bare_numbers_take_their_organ_from_the_words_before() {
    for (text, expected) in [
        ("General Assembly resolutions 68/1 and 70/1", vec!["A/RES/68/1", "A/RES/70/1"]),
        (
            "Assembly resolutions 45/179, 46/152 and 46/185 C",
            vec!["A/RES/45/179", "A/RES/46/152", "A/RES/46/185 C"],
        ),
        ("resolutions 75/290 A and 75/290 B", vec!["A/RES/75/290 A", "A/RES/75/290 B"]),
        ("Security Council resolution 1373 (2001)", vec!["S/RES/1373 (2001)"]),
        (
            "la résolution 68/196 et la décision 2022/310",
            vec!["A/RES/68/196", "Economic and Social Council decision 2022/310"],
        ),
        ("la resolución 74/178", vec!["A/RES/74/178"]),
        ("Commission resolution 63/4", vec!["Commission resolution 63/4"]),
        (
            "the Commission on Narcotic Drugs recalled Commission resolution 63/4",
            vec!["Commission on Narcotic Drugs resolution 63/4"],
        ),
        ("Economic and Social Council resolution 2019/30", vec!["E/RES/2019/30"]),
        ("Human Rights Council resolution 37/42 of 23 March 2018", vec!["A/HRC/RES/37/42"]),
        ("resolution S-30/1", vec!["A/RES/S-30/1"]),
        ("resolution\u{a0}74/\n178", vec!["A/RES/74/178"]),
        ("Statistical Commission decision 48/110", vec!["Statistical Commission decision 48/110"]),
        (
            "Commission on Narcotic Drugs resolution 61/2",
            vec!["Commission on Narcotic Drugs resolution 61/2"],
        ),
        (
            "the General Assembly, in its resolution 37/198 of 18 December 1982,",
            vec!["A/RES/37/198"],
        ),
        ("its resolution 1775 (LIV) of 18 May 1973", vec!["A/RES/1775 (LIV)"]),
        (
            "In its resolution 1819 (LV) of 9 August 1973, the Economic and Social Council saw trees",
            vec!["E/RES/1819 (LV)"],
        ),
        (
            "General Assembly resolutions 76/3, entitled “Of trees”, 80/76 on shade and 80/44 on wood",
            vec!["A/RES/76/3", "A/RES/80/76", "A/RES/80/44"],
        ),
        (
            "resolutions 319 A (IV), by which it began, and 428 (V)",
            vec!["A/RES/319 A (IV)", "A/RES/428 (V)"],
        ),
        ("its resolution 12 pages long", vec![]),
    ] {
        assert_eq!(symbols(text), expected, "{text}");
    }
}

#[test]
fn bare_numbers_take_their_organ_from_the_document_last() {
    let found = |symbol| {
        let found = scan(Some(symbol), &["in resolution 60/1 and Commission resolution 61/2"]);
        found.iter().filter(|mention| mention.kind == Kind::Symbol).map(row).collect::<Vec<_>>()
    };
    assert_eq!(
        found("E/CN.7/2020/1"),
        [
            "60/1 = Commission on Narcotic Drugs resolution 60/1",
            "61/2 = Commission on Narcotic Drugs resolution 61/2"
        ]
    );
    assert_eq!(found("A/90/1")[0], "60/1 = A/RES/60/1");
    assert_eq!(found("A/HRC/90/1")[0], "60/1 = A/HRC/RES/60/1");
    assert_eq!(found("E/CN.3/2020/1")[0], "60/1 = A/RES/60/1");
}

#[test]
fn a_symbol_of_the_dataset_is_known() {
    let found = scan(None, &["General Assembly resolution 74/178 and A/RES/90/2"]);
    let ids: Vec<_> =
        found.iter().filter(|m| m.kind == Kind::Symbol).map(|m| m.ids.clone()).collect();
    assert_eq!(ids, [vec!["a-res-74-178".to_owned()], vec![]]);
}

fn figures(text: &str) -> Vec<String> {
    let found = scan(None, &[text]);
    let figures = found.into_iter().filter_map(|mention| mention.figure);
    figures
        .map(|figure| {
            let qualifier = figure.qualifier.map(|word| format!("{word} ")).unwrap_or_default();
            format!("{qualifier}{} {}", figure.value, figure.unit)
        })
        .collect()
}

#[test]
fn figures_come_with_what_they_count() {
    assert_eq!(
        figures(
            "in 24 countries, reaching an estimated 34,000 patients and over 40 justice and tree practitioners"
        ),
        ["24 countries", "an estimated 34000 patients", "over 40 justice and tree practitioners"]
    );
    assert_eq!(
        figures("twenty-five trees, 1.5 million people and 54 per cent"),
        ["25 trees", "1500000 people", "54 per cent"]
    );
    assert_eq!(figures("three UNODC projects"), ["3 UNODC projects"]);
}

#[test]
fn years_labels_and_symbols_are_no_figures() {
    assert_eq!(
        figures(
            "In 2019 countries met on 18 December 2019; paragraph 12 commissions, Goal 17 targets"
        ),
        [""; 0]
    );
    assert_eq!(
        figures("resolution 74/178 countries, the 62nd sessions, the three conventions, 10 years"),
        [""; 0]
    );
}
