//! Words in capitals that name no body, and names of regions in small letters.

use super::{Kind, rows};

#[test]
fn surnames_in_capitals_are_no_agencies_and_first_names_no_countries() {
    for text in [
        "Mr. Jean-Luc LEMONTREE spoke.",
        "H.E. Ms. Jane WOODS, Minister",
        "Dr. J. D'HOOPS (Belgium)",
        "Mr. Jordan Smith and Ms. Chad Peters",
    ] {
        assert_eq!(rows(Kind::Agency, &[text]), [""; 0], "{text}");
        assert_eq!(rows(Kind::Country, &[text]), [""; 0], "{text}");
    }
    assert_eq!(rows(Kind::Agency, &["Mr. Smith of XYZQ and Ms. Doe, XYZQ"]).len(), 2);
    assert_eq!(rows(Kind::Country, &["Mr. Smith (Jordan) and Ms. Doe of Chad"]).len(), 2);
}

#[test]
fn stressed_words_and_months_are_no_agencies() {
    let found = rows(Kind::Agency, &["It MUST NOT wait: ALL and THE others, FROM 5 DEC 2026 on."]);
    assert_eq!(found, [""; 0]);
    assert_eq!(rows(Kind::Agency, &["On 5 MAR, MAR spoke."]), ["MAR = ?"]);
}

#[test]
fn regions_are_found_in_small_letters_with_their_direction() {
    for (text, expected) in [
        ("4 countries in west Africa", "west Africa = west-africa"),
        ("West Africa", "West Africa = west-africa"),
        ("the sahel and Africa", "Africa = africa"),
    ] {
        assert_eq!(rows(Kind::Region, &[text]), [expected], "{text}");
    }
}
