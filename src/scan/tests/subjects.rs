//! Several who promise, plan or are asked, and the words by which nobody does.

use super::limbs;

#[test]
fn each_of_several_joined_subjects_is_kept() {
    for (text, expected) in [
        ("UNODC and WHO will plant.", "planned: unodc, who"),
        ("WHO, UNODC and INCB committed themselves to planting.", "committed: who, unodc, incb"),
        ("UNODC and WHO were requested to plant.", "requested: unodc, who"),
        ("Member States and UNODC are encouraged to plant.", "encouraged: member-states, unodc"),
        ("The World Customs Organization (WCO) as well as INCB will plant.", "planned: wco, incb"),
        ("WHO/UNODC will plant.", "planned: who, unodc"),
        ("Either WHO or UNODC will plant.", "planned: who, unodc"),
        ("UNODC and WHO continue to plant.", "practice: unodc, who"),
        ("UNODC and WHO request Member States to plant.", "requested: member-states"),
        ("In 2027, UNODC, WHO, and INCB will plant.", "planned: unodc, who, incb"),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
    let text = ["UNODC and WHO will plant. They will also count."];
    assert_eq!(limbs(&text), ["planned: unodc, who", "planned: unodc, who"]);
}

#[test]
fn an_aside_may_name_several_others() {
    for text in [
        "UNODC, jointly with WHO and INCB, will plant.",
        "UNODC, together with WHO, INCB and WCO, will plant.",
        "UNODC, in support of WHO, as appropriate, will plant.",
        "UNODC, established in 1997, will plant.",
        "UNODC, recalling the work of WHO, will plant.",
        "UNODC, which met WHO in May, will plant.",
    ] {
        assert_eq!(limbs(&[text]), ["planned: unodc"], "{text}");
    }
}

#[test]
fn a_complement_and_the_object_of_another_clause_are_no_subjects() {
    for text in [
        "The work of WHO and UNODC will be guided by trees.",
        "The support of WHO, UNODC and INCB will be needed.",
        "The agreement between WHO and UNODC will expire.",
        "The contributions of all Member States will count.",
        "This helped UNODC and WHO continue to plant.",
        "Member States continue to face droughts.",
        "Neither UNODC nor WHO will plant.",
        "It is open whether UNODC and WHO will plant.",
        "It is not certain that UNODC and WHO will plant.",
        "The team, chaired by UNODC and joined by WHO, will plant.",
        "The leaflet “UNODC and WHO will plant” was printed.",
    ] {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
    for (text, expected) in [
        ("In cooperation with WHO, UNODC and INCB will plant.", "planned: unodc, incb"),
        ("The day was attended by WHO, and UNODC will plant.", "planned: unodc"),
        ("Peru thanked WHO and UNODC will plant.", "planned: unodc"),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
}

#[test]
fn what_is_denied_is_no_plan() {
    for text in [
        "UNODC does not plan to plant; WHO will not plant.",
        "UNODC will no longer plant.",
        "WHO will never plant.",
        "WHO will therefore, however, not plant.",
        "WHO will clearly no longer plant.",
        "WHO and UNODC will neither plant nor count.",
    ] {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
    assert_eq!(limbs(&["UNODC will not only plant, but also count."]), ["planned: unodc"]);
}

#[test]
fn the_present_perfect_is_read_as_the_past() {
    for (text, expected) in [
        ("The General Assembly has requested UNODC to plant.", "requested: unodc"),
        ("WHO had since repeatedly urged Member States to plant.", "urged: member-states"),
        ("The General Assembly has, in its resolution 90/1, invited WHO to plant.", "invited: who"),
        ("UNODC and WHO have also been requested to plant.", "requested: unodc, who"),
        ("Member States have, since 2019, been invited to plant.", "invited: member-states"),
        ("Member States have committed to planting.", "committed: member-states"),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
    assert_eq!(
        limbs(&["The CND has decided to meet, and has requested the Secretariat to plant."]),
        ["decided: ", "requested: un-secretariat"]
    );
    for text in [
        "The CND has not requested UNODC to plant.",
        "UNODC has never been requested to plant.",
        "UNODC would have been requested to plant.",
        "Had UNODC been requested to plant, it would have done so.",
        "If the CND has requested UNODC to plant, it is late.",
        "WHO denied that it had requested UNODC to plant.",
        "The CND has refused to request UNODC to plant.",
    ] {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
}
