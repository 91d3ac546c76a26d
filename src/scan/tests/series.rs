//! Symbols of other bodies, and what looks like an acronym and is none.

use super::{Kind, rows};

#[test]
fn symbols_of_other_bodies_are_symbols() {
    for symbol in [
        "WHA70.18",
        "WHA75(11)",
        "EB146/4",
        "EB146.R7",
        "GB.350/INS/5",
        "GB.350/5",
        "UNAIDS/PCB (40)/17.4",
        "UNAIDS/PCB(40)/17",
    ] {
        let text = format!("See {symbol}, para. 3.");
        assert_eq!(rows(Kind::Symbol, &[&text]), [format!("{symbol} = {symbol}")]);
        assert_eq!(rows(Kind::Agency, &[&text]), [""; 0]);
    }
    for text in ["WHA70", "EBX146/4", "the WHA 70.18", "GB.", "AWHA70.18"] {
        assert_eq!(rows(Kind::Symbol, &[text]), [""; 0], "{text}");
    }
}

#[test]
fn a_hyphen_joins_two_symbols() {
    for joint in ["-", "–", ", "] {
        let text = format!("See E/CN.7/2027/2{joint}E/CN.15/2027/2.");
        let expected = ["E/CN.7/2027/2 = E/CN.7/2027/2", "E/CN.15/2027/2 = E/CN.15/2027/2"];
        assert_eq!(rows(Kind::Symbol, &[&text]), expected);
    }
    assert_eq!(rows(Kind::Symbol, &["A/S-30/L.1"]), ["A/S-30/L.1 = A/S-30/L.1"]);
}

#[test]
fn compounds_and_codes_are_no_agencies() {
    for text in ["UN-supported trees", "UN-wide and UN-led", "the project (GLO/K67)"] {
        assert_eq!(rows(Kind::Agency, &[text]), [""; 0], "{text}");
    }
    assert_eq!(rows(Kind::Agency, &["UN-Trees"]), ["UN-Trees = ?"]);
}

#[test]
fn a_body_with_the_noun_of_an_instrument_is_no_title() {
    let found = rows(Kind::Agency, &["the Example Treaty Organization (ETOX) met"]);
    let name = "Example Treaty Organization";
    assert_eq!(found, [format!("{name} = {name}?"), format!("ETOX = {name}?")]);
}
