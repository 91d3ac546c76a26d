//! Governing verbs and those to whom they are addressed.

use super::super::Kind;
use super::{asks, limbs, read, scan};

#[test]
fn each_limb_has_its_verb_and_addressee() {
    assert_eq!(
        limbs(&[
            "12. Requests the United Nations Office on Drugs and Crime to plant trees, and invites the International \
                 Narcotics Control Board to count them;"
        ]),
        ["requested: unodc", "invited: incb"]
    );
    assert_eq!(
        limbs(&[
            "Also calls upon Member States to plant, and further strongly encourages INCB and WHO, in this regard, to count;"
        ]),
        ["called-upon: member-states", "encouraged: incb, who"]
    );
}

#[test]
fn verbs_that_bind_nobody_have_no_addressee() {
    assert_eq!(
        limbs(&[
            "Takes note of the report of the Secretary-General, notes with appreciation the work of WHO, and requests that he report;"
        ]),
        ["noted: ", "appreciated: ", "requested: secretary-general"]
    );
    assert_eq!(
        limbs(&[
            "Recognizes the role of WHO, welcomes its work, stresses the need for trees and reaffirms its own role;"
        ]),
        ["recognised: ", "welcomed: ", "stressed: ", "reaffirmed: "]
    );
}

#[test]
fn a_report_may_tell_in_the_present() {
    for (text, expected) in [
        ("The Commission on Narcotic Drugs invites WHO to plant trees.", "invited: who"),
        ("Member States request UNODC to water them.", "requested: unodc"),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
    for text in ["UNODC requests for trees.", "WHO support to Member States grows.", "WHO request"]
    {
        assert_eq!(limbs(&[text]), [""; 0], "{text}");
    }
}

#[test]
fn a_repeated_call_is_a_call() {
    assert_eq!(
        limbs(&[
            "Reiterates its call upon all relevant United Nations entities to plant, and reiterates its request to WHO to count;"
        ]),
        ["called-upon: united-nations-entities", "requested: who"]
    );
    assert_eq!(limbs(&["Reiterates its commitment to trees;"]), ["reaffirmed: "]);
    assert_eq!(limbs(&["Reiterates its strong commitment to planting trees;"]), ["committed: "]);
    assert_eq!(
        limbs(&["Reaffirms the commitment of Member States to strengthen their roots;"]),
        ["committed: member-states"]
    );
    assert_eq!(limbs(&["Reiterates the need to ensure that trees grow;"]), ["stressed: "]);
}

#[test]
fn those_with_whom_it_is_done_are_not_addressed() {
    assert_eq!(
        limbs(&[
            "Requests UNODC, in close cooperation with Member States, WHO and, when appropriate, civil society, to plant;"
        ]),
        ["requested: unodc"]
    );
    assert_eq!(
        limbs(&[
            "Encourages all relevant United Nations bodies and specialized agencies, within their mandates, and WHO, as appropriate, to plant;"
        ]),
        ["encouraged: united-nations-entities, specialised-agencies, who"]
    );
    assert_eq!(
        limbs(&[
            "Requests the specialized agencies, in particular WHO, as well as the World Customs Organization, to plant;"
        ]),
        ["requested: specialised-agencies, who, wco"]
    );
    assert_eq!(limbs(&["Urges coordination with WHO;"]), ["urged: "]);
    assert_eq!(
        limbs(&[
            "Encourages collaboration between the Commission on Narcotic Drugs and WHO, within their mandates, to plant;"
        ]),
        ["encouraged: cnd, who"]
    );
}

#[test]
fn references_back_are_resolved_for_addressees() {
    assert_eq!(
        limbs(&[
            "Reaffirms the work of the United Nations Office on Drugs and Crime, and encourages the Office to go on;"
        ]),
        ["reaffirmed: ", "encouraged: unodc"]
    );
}

#[test]
fn recommendations_and_decisions() {
    assert_eq!(
        limbs(&[
            "4. Recommends that Governments, where they have not done so, plant trees:",
            "(a) To count them;",
            "Then."
        ]),
        ["recommended: member-states", "recommended: member-states"]
    );
    assert_eq!(
        limbs(&["Decides to meet, and authorizes WHO to plant;"]),
        ["decided: ", "decided: "]
    );
}

#[test]
fn a_declaration_speaks_in_the_first_person() {
    assert_eq!(
        limbs(&[
            "We reaffirm our commitment, recognize the need for trees, and urge all Member States to plant them."
        ]),
        ["reaffirmed: ", "recognised: ", "urged: member-states"]
    );
    assert_eq!(
        limbs(&[
            "We also note with concern the storm, and we resolve to plant.",
            "We commit to planting."
        ]),
        ["noted: ", "committed: we", "committed: we"]
    );
    assert_eq!(
        limbs(&[
            "We reiterate our commitment and recommend the following measures:",
            "(a) Plant trees;",
            "(b) Encourage WHO to count them;"
        ]),
        ["reaffirmed: ", "recommended: ", "recommended: ", "encouraged: who"]
    );
}

#[test]
fn a_report_names_its_subjects() {
    assert_eq!(
        limbs(&[
            "In 2019, Member States committed to planting, and invited UNODC to count. WHO was requested to report."
        ]),
        ["committed: member-states", "invited: unodc", "requested: who"]
    );
    assert_eq!(
        limbs(&["UNODC was tasked by the Secretary-General with planting."]),
        ["tasked: unodc"]
    );
    assert_eq!(limbs(&["UNODC continued its work and encouraged trees to grow."]), [""; 0]);
}

#[test]
fn what_speakers_ask_is_marked_as_their_word() {
    let text = "Many speakers, in this regard, encouraged WHO to plant and called for rain. One delegation stressed that.";
    assert_eq!(limbs(&[text]), ["encouraged: who", "called-upon: "]);
    let found = scan(None, &[text]);
    let limbs = found.iter().filter(|mention| mention.kind == Kind::Commitment);
    assert!(limbs.into_iter().all(|mention| mention.is_speaker));
}

#[test]
fn a_letter_has_its_own_verb_beside_that_of_its_chapeau() {
    assert_eq!(
        limbs(&[
            "We recommend the following measures:",
            "(a) Encourage the planting of trees;",
            "(b) Dig wells; and encourage the use of rain;",
        ]),
        ["recommended: ", "encouraged: ", "recommended: ", "encouraged: "]
    );
}

#[test]
fn a_phrase_has_the_force_of_its_noun() {
    for (text, expected) in [
        ("Expresses its profound gratitude to WHO;", "appreciated: "),
        ("Expresses grave concern at the drought;", "noted: "),
        ("Renews its appeal to Member States to plant;", "called-upon: member-states"),
        ("Pays tribute to WHO;", "appreciated: "),
    ] {
        assert_eq!(limbs(&[text]), [expected], "{text}");
    }
}

#[test]
fn plans_and_practices_are_those_of_their_subject() {
    assert_eq!(
        limbs(&[
            "UNODC will continue to plant. It will also count, and will report.",
            "The CND continues to meet."
        ]),
        ["planned: unodc", "planned: unodc", "planned: unodc", "practice: cnd"]
    );
    assert_eq!(limbs(&["WHO, through its work on trees, will plant."]), ["planned: who"]);
    assert_eq!(limbs(&["The work of WHO will be guided by trees."]), [""; 0]);
}

#[test]
fn a_preamble_counts_only_if_asked() {
    let text = ["Recalling its work, and reaffirming the role of WHO,"];
    assert_eq!(limbs(&text), [""; 0]);
    assert_eq!(asks(&read(None, &text, true)), ["noted: ", "reaffirmed: "]);
}

#[test]
fn broken_verbs_and_nouns_that_look_like_verbs() {
    assert_eq!(
        limbs(&["Encour ages WHO to plant, and re-\nquests INCB to count;"]),
        ["encouraged: who", "requested: incb"]
    );
    assert_eq!(
        limbs(&["Calls\u{a0}upon Member States to set goals, tasks, requests and measures;"]),
        ["called-upon: member-states"]
    );
}
