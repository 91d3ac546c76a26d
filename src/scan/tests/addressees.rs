//! Who is addressed, and who is only named.

use super::limbs;

#[test]
fn the_author_of_a_text_or_of_an_act_is_not_addressed() {
    for text in [
        "Calls for the implementation of General Assembly resolution 90/1;",
        "Calls for the implementation of resolution 90/1 of the General Assembly;",
        "Calls for the implementation of the recommendations of WHO;",
        "Calls for the implementation of WHO’s recommendations;",
        "Calls for the repetition of the measures taken by WHO;",
        "The CND called for the implementation of Economic and Social Council decision 2020/1.",
    ] {
        assert_eq!(limbs(&[text]), ["called-upon: "], "{text}");
    }
    for (text, expected) in [
        ("Requests that UNODC report;", "requested: unodc"),
        ("Calls upon Member States parties to plant;", "called-upon: member-states"),
        ("Encourages efforts by Member States to plant;", "encouraged: member-states"),
        ("Requests UNODC, in the light of WHO guidelines, to plant;", "requested: unodc"),
        (
            "Invites the Secretary-General and, by its decision, WHO to plant;",
            "invited: secretary-general, who",
        ),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
}

#[test]
fn verbs_in_capitals_govern_too() {
    for (text, expected) in [
        ("2. URGES Member States more fully to plant;", "urged: member-states"),
        ("REQUESTS WHO to plant;", "requested: who"),
        ("CALLS UPON Member States to plant;", "called-upon: member-states"),
        ("ALSO RECOMMENDS that Member States plant;", "recommended: member-states"),
        ("FURTHER DECIDES to plant;", "decided: "),
        ("COMMENDS the gardeners;", "appreciated: "),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
    assert_eq!(
        limbs(&["NOTES the trees, and INVITES UNODC to plant;"]),
        ["noted: ", "invited: unodc"]
    );
    for text in ["RECALLING its resolution, and NOTING the report,", "WHO REQUEST", "UNODC NOTES"] {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
}
