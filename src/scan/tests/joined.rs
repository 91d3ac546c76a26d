//! Verbs that are joined to an earlier one, which may have no force of its own.

use super::super::Kind;
use super::{limbs, scan};

#[test]
fn an_operative_paragraph_may_open_with_any_verb() {
    for (text, expected) in [
        ("Draws the attention of WHO to it, and requests UNODC to plant;", "requested: unodc"),
        ("1. Agrees that trees grow, and requests UNODC to plant;", "requested: unodc"),
        ("Demands that they grow, and urges INCB to plant;", "urged: incb"),
        ("Elects a gardener, and invites WHO to plant;", "invited: who"),
        ("Reseeds its garden and also requests WHO to plant;", "requested: who"),
        ("Expresses its readiness to plant, and requests a tree;", "requested: "),
        ("Remains seized of the matter, and requests UNODC to plant.", "requested: unodc"),
        ("Having seen the trees, requests UNODC to plant;", "requested: unodc"),
        ("In this regard, requests UNODC to plant;", "requested: unodc"),
        ("Recalling its resolution 90/1, decides to plant;", "decided: "),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
    for (text, force) in [
        ("Thanks WHO, and requests UNODC to plant;", "appreciated: "),
        ("Congratulates WHO, and requests UNODC to plant;", "appreciated: "),
        ("Pays homage to WHO, and requests UNODC to plant;", "appreciated: "),
    ] {
        assert_eq!(limbs(&[text]), [force, "requested: unodc"], "{text}");
    }
    for text in [
        "Demands for trees rose, and requests from UNODC to WHO to plant grew.",
        "Activities in 12 gardens grew, and requests for trees did.",
        "Recalling the resolution of the Council, which requests UNODC to plant,",
        "Thanks to WHO and UNODC, trees grow.",
    ] {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
    assert_eq!(limbs(&["Notes the growth, thanks to WHO, and requests for rain;"]), ["noted: "]);
}

#[test]
fn a_request_may_follow_an_act_of_any_kind() {
    for (text, expected) in [
        ("The CND took note of the trees and requested UNODC to plant.", "requested: unodc"),
        ("The CND held a fair and requested WHO to plant.", "requested: who"),
        ("The CND welcomed it, sat down, and called upon INCB to plant.", "called-upon: incb"),
        ("The CND approved it and recommended that WHO plant.", "recommended: who"),
        ("The CND adopted a plan, in which it invited WHO to plant.", "invited: who"),
        ("UNODC supports WHO and requests INCB to plant.", "requested: incb"),
        ("UNODC was commended and requested to plant.", "requested: unodc"),
        ("UNODC and WHO joined and were requested to plant.", "requested: unodc, who"),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
    assert_eq!(
        limbs(&["UNODC and WHO were invited and encouraged to plant."]),
        ["invited: unodc, who", "encouraged: unodc, who"]
    );
    for text in [
        "UNODC continued its work and encouraged trees to grow.",
        "WHO trained judges and invited UNODC to a fair.",
        "The trees were watered by WHO and requested by UNODC to grow.",
        "If the CND took note of it and requested UNODC to plant, trees grew.",
        "Togo joined WHO in 2020 and requested UNODC to plant.",
    ] {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
    let found = scan(None, &["Several speakers saw it and called upon UNODC to plant."]);
    let limb = found.iter().find(|mention| mention.kind == Kind::Commitment);
    assert!(limb.is_some_and(|limb| limb.is_speaker));
}
