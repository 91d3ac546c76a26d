//! Which names, places and questions a draft takes from a paragraph.

use super::told::drafted;

#[test]
fn a_name_within_a_longer_one_is_no_partner() {
    for (partner, wanted) in [
        ("the African Union Mechanism for Police Cooperation (AFRIPOL)", "afripol"),
        ("the European Union Agency for Tree Planting (EUATP)", "euatp"),
        (
            "the Caribbean Community Implementation Agency for Crime and Security (CARICOM IMPACS)",
            "caribbean-community-implementation-agency-for-crime",
        ),
        ("the Financial Action Task Force of Latin America (GAFILAT)", "gafilat"),
        ("the Pompidou Group of the Council of Europe", "pompidou-group"),
        ("the WHO Regional Office for the Western Pacific", "who-regional-office-for-the-western"),
        ("the WHO Collaborating Centre at the University of Adelaide", "who-collaborating-centre"),
        ("the Regional Information and Coordination Centre for Central Asia (CARICC)", "caricc"),
        ("WHO", "who"),
    ] {
        let text = format!("UNODC and {partner} trained 30 officers.");
        let found = drafted(&[&text], &["agency: ", "regions:", "Does "], &[]);
        assert_eq!(found, ["agency: unodc", &format!("agency: {wanted}")], "{partner}");
    }
    for text in [
        "UNODC and WHO spoke at the International Tree Conference.",
        "UNODC and WHO met at the Kofi Annan Training Centre.",
        "UNODC and WHO met during the ninth session of the Statistical Commission.",
    ] {
        let found = drafted(&[text], &["agency: "], &[]);
        assert_eq!(found, ["agency: unodc", "agency: who"], "{text}");
    }
    let envoy = "The Secretary-General's Envoy on Trees and UNODC planted oaks.";
    let asked = "Is there a report or a commitment in paragraph 1?";
    assert_eq!(drafted(&[envoy], &["agency: ", "Is there"], &[]), [asked]);
}

#[test]
fn a_place_is_where_the_work_is_done_and_not_where_people_met_or_came_from() {
    let held = |place: &str| format!("Was it held in {place}? Then add `venues`.");
    let or = "Does the government take part, or is the work done there?";
    for (text, wanted) in [
        (
            "UNODC and WHO held a seminar in Vienna, Austria, for nurses of Kenya.",
            vec![held("Vienna, Austria"), "KEN".into()],
        ),
        ("UNODC and WHO opened a clinic in Kisumu, Kenya.", vec!["KEN".into()]),
        ("UNODC and WHO held seminars in Kenya, Niger.", vec!["KEN".into(), "NER".into()]),
        ("With the support of Norway, UNODC and WHO trained nurses in Kenya.", vec!["KEN".into()]),
        ("UNODC and WHO briefed the Permanent Missions of Norway and Austria.", vec![]),
        ("UNODC and WHO trained nurses of Kenya and the Niger.", vec!["KEN".into(), "NER".into()]),
        ("UNODC and WHO, with Kenya, trained nurses.", vec![format!("{or} Kenya."), "KEN".into()]),
        ("UNODC and WHO advised the Government of Kenya.", vec!["countries:".into(), "KEN".into()]),
        (
            "UNODC, WHO and the Government of Kenya trained nurses.",
            vec!["Do these governments take part?".into(), "governments:".into(), "KEN".into()],
        ),
    ] {
        let keys = ["AUT", "KEN", "NER", "NOR", "Was it", "Do", "governments:", "countries:"];
        let mut found = drafted(&[text], &keys, &[]);
        if !wanted.iter().any(|it: &String| it == "countries:") {
            found.retain(|line| line != "countries:");
        }
        found.sort();
        let mut wanted = wanted;
        wanted.sort();
        assert_eq!(found, wanted, "{text}");
    }
}

#[test]
fn a_role_is_asked_about_where_no_word_gives_it() {
    for (text, wanted) in [
        ("UNODC and WHO trained nurses.", None),
        (
            "UNODC joined the network of WHO and UNDP.",
            Some("In which role do WHO and UNDP take part?"),
        ),
        (
            "UNODC hosted a delegation of the African Union.",
            Some("In which role does African Union take part?"),
        ),
    ] {
        let found = drafted(&[text], &["In which role"], &[]);
        assert_eq!(found, wanted.into_iter().collect::<Vec<_>>(), "{text}");
    }
}

/// A declaration says "We", a resolution begins with its verbs.
#[test]
fn who_makes_a_commitment_is_asked_once_where_the_paragraphs_name_nobody() {
    let once = "`made_by` is `cnd` where a paragraph opens with its verb and names nobody who asks: is that right?";
    let each = "Who asks or promises it? Correct `made_by`.";
    let keys = ["`made_by` is", "Who asks", "cnd", "member-states"];
    let found = |text: &str| drafted(&[text], &keys, &["--like", "note-2020"]);
    let we = found("We recognize the role of UNODC.");
    assert_eq!(we, ["member-states"]);
    let verb = found("Requests UNODC to report, and invites WHO to do so.");
    assert_eq!(verb, [once, "cnd", "cnd"]);
    let other = found("At its ninth session, the Commission requested UNODC to report.");
    assert_eq!(other, ["cnd", each]);
}
