//! In which role a draft has those who take part.

use super::told::drafted;

/// The agencies of each record with their roles, in one line for each paragraph.
fn roles(paragraphs: &[&str]) -> Vec<String> {
    let found = drafted(paragraphs, &["paragraph: 1", "agency: ", "role: "], &[]);
    let values = found.iter().map(|line| line.split_once(": ").unwrap().1);
    let values: Vec<&str> = values.collect();
    values.split(|value| value.starts_with('1')).skip(1).map(|roles| roles.join(" ")).collect()
}

#[test]
fn a_role_is_what_the_words_beside_the_name_say() {
    for (paragraph, wanted) in [
        // The doers of a finished verb, or of one that goes on.
        ("UNODC and WHO trained nurses.", "unodc partner who partner"),
        (
            "UNODC, WHO and UNICEF jointly opened a school.",
            "unodc partner who partner unicef partner",
        ),
        ("UNODC and WHO continue to teach nurses.", "unodc partner who partner"),
        ("UNODC and WHO will train nurses.", "unodc partner who partner"),
        ("Nurses were trained by UNODC and WHO.", "unodc partner who partner"),
        (
            "In June, UNODC, through its office in Chad, and WHO trained nurses.",
            "unodc partner who partner",
        ),
        (
            "UNODC and the Government of Togo trained nurses of WHO.",
            "unodc partner who participant",
        ),
        ("UNODC and WHO reviewed the guide.", "unodc partner who partner"),
        (
            "UNODC printed a plan endorsed by WHO and ILO.",
            "unodc lead who participant ilo participant",
        ),
        ("UNODC, Japan and WHO trained nurses.", "unodc partner who partner"),
        (
            "UNODC’s Research Branch and WHO’s Director-General trained nurses.",
            "unodc partner who partner",
        ),
        ("WHO and INTERPOL’s General Secretariat met.", "who partner interpol partner"),
        // One alone and its partners.
        ("UNODC, jointly with WHO, trained nurses.", "unodc lead who partner"),
        ("Jointly with WHO, UNODC trained nurses.", "who partner unodc lead"),
        (
            "In partnership with UNAIDS, WHO and UNICEF, UNODC opened a school.",
            "unaids partner who partner unicef partner unodc lead",
        ),
        (
            "In partnership with UNAIDS, WHO and UNICEF opened a school.",
            "unaids partner who partner unicef partner",
        ),
        ("UNODC trained nurses in close cooperation with WHO.", "unodc lead who partner"),
        ("UNODC partnered with WHO to train nurses.", "unodc lead who partner"),
        ("UNODC worked closely with WHO.", "unodc lead who partner"),
        ("A guide was prepared by UNODC in association with WHO.", "unodc lead who partner"),
        (
            "UNODC led the training, with WHO and UNICEF as partners.",
            "unodc lead who partner unicef partner",
        ),
        (
            "With UNODC in the lead, WHO and UNICEF trained nurses.",
            "unodc lead who partner unicef partner",
        ),
        (
            "Under the joint leadership of UNICEF and UNODC, nurses were trained.",
            "unicef lead unodc lead",
        ),
        (
            "The school, led by WHO and UNICEF, was opened by UNODC.",
            "who lead unicef lead unodc participant",
        ),
        ("A WHO-led mission, with the participation of UNODC, left.", "who lead unodc participant"),
        ("Led jointly by WHO and UNODC, the mission left.", "who lead unodc lead"),
        ("Led by UNODC, WHO and UNDP surveyed farms.", "unodc lead who partner undp partner"),
        // Events, members and authors.
        ("UNODC and WHO organized a seminar.", "unodc organiser who organiser"),
        ("UNODC and WHO co-hosted a meeting.", "unodc organiser who organiser"),
        ("A meeting was held by UNODC and WHO.", "unodc organiser who organiser"),
        ("UNODC and WHO held talks on trees.", "unodc partner who partner"),
        ("The guide, co-authored by UNODC and WHO, was published.", "unodc author who author"),
        (
            "The network was founded by UNODC; the other members are WHO and ILO.",
            "unodc lead who member ilo member",
        ),
        // Those who help what others carry.
        ("UNODC trained nurses. WHO supplied beds.", "unodc lead who participant"),
        ("UNODC trained nurses with the support of WHO.", "unodc lead who participant"),
        (
            "UNODC held a course, which was attended by WHO and ILO.",
            "unodc organiser who participant ilo participant",
        ),
        ("SMART is a joint initiative of UNODC and WHO.", "unodc partner who partner"),
    ] {
        assert_eq!(roles(&[paragraph]), [wanted], "{paragraph}");
    }
}
