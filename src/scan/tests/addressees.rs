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

#[test]
fn the_addressees_of_a_list_are_those_of_its_words() {
    for (text, expected) in [
        ("Requests UNODC as well as WHO to plant;", "unodc, who"),
        ("Requests UNODC, as well as WHO and INCB, to plant;", "unodc, who, incb"),
        ("Requests UNODC/WHO to plant;", "unodc, who"),
        ("Requests the UNODC International Narcotics Control Board to plant;", "incb"),
        ("Requests the UNODC Executive Committee to plant;", "UNODC Executive Committee"),
        (
            "Requests the WHO Garden Board and the INCB Garden Board to plant;",
            "WHO Garden Board, INCB Garden Board",
        ),
        ("Requests the members of the team, led by UNODC, to plant;", ""),
        ("Requests the members of the group chaired by WHO to plant;", ""),
        ("Requests WHO, as far as it can, to plant;", "who"),
    ] {
        assert_eq!(limbs(&[text]), [format!("requested: {expected}")], "{text}");
    }
}

#[test]
fn a_verb_with_other_senses_needs_somebody_who_is_asked() {
    for text in
        ["UNODC directed the film.", "UNODC proposed a plan.", "UNODC requested $5 million."]
    {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
    for (text, expected) in [
        ("The CND directed UNODC to plant.", "tasked: unodc"),
        ("WHO proposed that Member States plant.", "recommended: member-states"),
        ("The CND requested a report.", "requested: "),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
}
