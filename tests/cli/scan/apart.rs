//! What a draft does not take for work: who is left out or only told, what a list denies or plans, and what is asked.

use super::paper::{cnd, folder};
use super::told::drafted;

/// The agencies of each record, in one line for each.
fn agencies(paragraphs: &[&str]) -> Vec<String> {
    let found = drafted(paragraphs, &["paragraph: ", "agency: "], &[]);
    let found: Vec<&str> = found.iter().map(|line| line.split_once(": ").unwrap().1).collect();
    let lines = found.split(|value| value.starts_with(|c: char| c.is_ascii_digit())).skip(1);
    lines.map(|agencies| agencies.join(" ")).collect()
}

#[test]
fn who_is_left_out_consulted_told_or_served_takes_no_part() {
    for paragraph in [
        "UNODC and WHO printed the guide; UNDP was not involved in it.",
        "UNODC and WHO printed the guide. UNICEF was kept informed.",
        "UNODC and WHO printed the guide. UNICEF and UNFPA were consulted.",
        "UNODC and WHO printed the guide; the Food and Agriculture Organization (FAO) was also consulted.",
        "UNODC and WHO printed the guide without the participation of UNDP.",
        "UNODC and WHO printed the guide in consultation with UNICEF and UNFPA.",
        "In consultation with UNICEF, UNODC and WHO printed the guide.",
        "UNODC and WHO presented the guide to UNICEF and UNESCO.",
        "UNODC and WHO, but not UNAIDS, printed the guide.",
        "UNODC and WHO trained staff of UNICEF.",
        "UNODC and WHO met at the headquarters of UNESCO.",
        "Except for UNAIDS, all members, UNODC and WHO, met.",
        "UNDP withdrew from the project of UNODC and WHO.",
        "UNODC and WHO replaced UNDP.",
        "UNODC and WHO used a manual of UNESCO.",
        "Neither UNDP nor UNAIDS took part in the mission of UNODC and WHO.",
        "UNODC and WHO printed the guide; UNDP was invited as an observer.",
        "UNODC and WHO printed the guide, and UNICEF was asked to do so in 2028.",
        "At the request of UNDP, UNODC and WHO printed the guide.",
        "UNODC and WHO printed the guide, as requested by UNDP.",
        "With the financial support of UNDP, UNODC and WHO printed the guide.",
        "UNODC and WHO trained 40 staff of UNDP and UNICEF.",
        "UNODC and WHO printed the data of UNDP and UNICEF.",
        "In the absence of UNDP, UNODC and WHO printed the guide.",
        "UNODC and WHO printed the guide, whereas UNDP stayed away.",
        // Those who are not meant, left or have another part in it.
        "UNODC and WHO, unlike UNDP, printed the guide.",
        "It was UNODC and WHO, not UNDP, that printed the guide.",
        "UNODC and WHO, in place of UNDP, printed the guide.",
        "With UNDP no longer on board, UNODC and WHO printed the guide.",
        "UNODC and WHO printed the guide independently of UNDP.",
        "UNODC and WHO printed the guide and ended their work with UNDP.",
        "UNODC and WHO printed the guide, whereas UNDP left the project.",
        "Neither the meeting with UNDP nor that with UNICEF took place. UNODC and WHO nevertheless printed the guide.",
    ] {
        let found = agencies(&[paragraph]);
        assert_eq!(found, ["unodc who"], "{paragraph}");
    }
    // Words that only look so.
    for (paragraph, wanted) in [
        ("Thanks to UNICEF, WHO and UNODC met.", "unicef who unodc"),
        ("In addition to UNICEF, WHO met.", "unicef who"),
        ("UNODC and WHO were not only told, but met.", "unodc who"),
        ("Staff of UNODC and WHO met.", "unodc who"),
        ("Nurses were trained by staff of UNODC and by WHO.", "unodc who"),
        ("UNODC and WHO trained nurses. UNDP left equipment.", "unodc who undp"),
        ("UNODC and WHO left Peru a clinic.", "unodc who"),
    ] {
        assert_eq!(agencies(&[paragraph]), [wanted], "{paragraph}");
    }
}

/// What others did before, or to the object of the work, lends neither them nor their places and dates; a question
/// names them.
#[test]
fn those_of_a_clause_beside_the_work_are_asked_about() {
    for (paragraph, other) in [
        ("In Peru, where UNDP had closed a post in 2025, UNODC and WHO trained nurses.", "UNDP"),
        ("UNODC and WHO run a clinic in Peru that UNDP closed in 2025.", "UNDP"),
        ("UNODC and WHO opened a clinic in Peru after UNDP had closed its own in 2025.", "UNDP"),
        ("Before UNDP came in 2025, UNODC and WHO trained nurses in Peru.", "UNDP"),
        ("UNODC and WHO trained nurses in Peru, as did UNDP in 2025.", "UNDP"),
        ("UNODC and WHO trained nurses in Peru who had been chosen by UNDP in 2025.", "UNDP"),
        ("UNODC and WHO renovated in Peru a school built by UNDP in 2025.", "UNDP"),
        ("UNODC and WHO met in Peru at a seminar convened by UNDP in 2025.", "UNDP"),
        ("UNODC and WHO held talks in Peru, at which Chad spoke.", "Chad"),
        ("UNODC had intended to join UNDP. Instead, it opened a clinic in Peru with WHO.", "UNDP"),
    ] {
        let found = drafted(
            &[paragraph],
            &["agency: ", "PER", "TCD", "date: 2025", "Does UNDP", "Does the government"],
            &[],
        );
        let asked = match other {
            "Chad" => "Does the government take part, or is the work done there? Chad.".to_owned(),
            body => format!("Does {body} take part as well?"),
        };
        assert_eq!(found, ["agency: unodc", "agency: who", "PER", &asked], "{paragraph}");
    }
    for paragraph in [
        "UNODC and WHO held a course, which was attended by UNDP.",
        "UNODC and WHO held a course that UNDP hosted.",
        "UNODC and WHO held a course facilitated by UNDP.",
        "UNODC held a course, at which WHO and UNDP presented a guide.",
    ] {
        assert_eq!(agencies(&[paragraph]), ["unodc who undp"], "{paragraph}");
    }
}

/// A country is a place of the work by the words before it; of what is left out, a question names it.
#[test]
fn a_country_that_is_none_of_the_places_is_asked_about() {
    let question = "Does the government take part, or is the work done there?";
    for (paragraph, places, asked) in [
        (
            "UNODC and WHO seized in Peru cocaine on flights from Chad to Kenya.",
            "PER",
            "Chad and Kenya",
        ),
        ("UNODC and WHO seized in Peru cocaine destined for Chad.", "PER", "Chad"),
        ("UNODC and WHO used in Peru data from Chad.", "PER", "Chad"),
        ("UNODC, Chad and WHO trained nurses in Peru.", "PER", "Chad"),
        ("UNODC and WHO trained nurses in Peru. Chad left the project.", "PER", "Chad"),
        ("UNODC and WHO (with Chad) trained nurses in Peru.", "PER", "Chad"),
        ("UNODC and WHO used in Peru a manual of Chad.", "PER", "Chad"),
        ("UNODC and WHO visited the Ministry of Health of Chad.", "TCD", ""),
        ("UNODC and WHO trained nurses from Chad and Peru.", "TCD PER", ""),
        ("UNODC and WHO trained magistrates and inspectors from Chad and Peru.", "TCD PER", ""),
        ("UNODC and WHO trained nurses in Peru and in the Republic of Chad.", "PER TCD", ""),
        ("UNODC and WHO trained nurses in Peru and the Northern Region of Chad.", "PER TCD", ""),
        (
            "UNODC and WHO found kits sent from Peru to Chad, and trained nurses in Peru.",
            "PER",
            "Chad",
        ),
        ("UNODC and UNDP opened in Peru a post that WHO closed in Chad.", "PER", "Chad"),
        ("UNODC and UNDP opened a project that WHO manages in Chad.", "TCD", ""),
        ("UNODC and WHO extended the programme from Chad to Peru.", "TCD PER", ""),
        ("UNODC and WHO trained nurses (Chad and Peru).", "TCD PER", ""),
        ("UNODC and WHO trained nurses in Peru and ended their work in Chad.", "PER", ""),
        ("UNODC and WHO trained nurses in all of Africa with the exception of Chad.", "", ""),
    ] {
        let found = drafted(&[paragraph], &["PER", "TCD", "KEN", question], &[]);
        let mut wanted: Vec<String> = places.split_whitespace().map(str::to_owned).collect();
        wanted.extend((!asked.is_empty()).then(|| format!("{question} {asked}.")));
        assert_eq!(found, wanted, "{paragraph}");
    }
}

#[test]
fn what_might_be_done_is_no_report_and_is_named() {
    for paragraph in [
        "The Secretariat would welcome guidance on whether UNODC should join WHO.",
        "UNODC and WHO could work together in Peru.",
        "There is scope for UNODC and WHO to work together.",
        "UNODC and WHO estimate that farmers need help.",
        "UNODC: Tree Branch. WHO: Leaf Branch.",
        "There is a need for UNODC and WHO to work together.",
    ] {
        let found = drafted(&[paragraph], &["agency: ", "Is there a report"], &[]);
        assert_eq!(found, ["Is there a report or a commitment in paragraph 1?"], "{paragraph}");
    }
    for paragraph in [
        "UNODC and WHO will assess the needs of farmers in Peru.",
        "UNODC and WHO support a study on whether farmers need help.",
        "UNODC and WHO help countries considering new laws.",
        "UNODC and WHO estimate crops in Peru every year.",
    ] {
        assert_eq!(agencies(&[paragraph]), ["unodc who"], "{paragraph}");
    }
}

#[test]
fn a_place_or_a_figure_of_what_was_not_done_is_not_taken() {
    for (paragraph, wanted) in [
        ("UNODC and WHO trained nurses in Peru, but not in Chad.", "PER"),
        ("UNODC and WHO trained nurses in Peru; the course for Chad was cancelled.", "PER"),
        ("UNODC and WHO trained nurses in Peru, but the course in Chad was postponed.", "PER"),
        ("UNODC and WHO trained nurses in Peru. They will open a school in Chad.", "PER"),
        ("UNODC and WHO trained 30 nurses; 500 nurses had been expected.", "value: 30"),
        ("Instead of the 500 nurses foreseen, UNODC and WHO trained 30 doctors.", "value: 30"),
        ("UNODC and WHO trained nurses in Peru and Chad.", "PER TCD"),
        ("UNODC and WHO will train nurses in Chad.", "TCD"),
        ("UNODC and WHO trained nurses in Peru. WHO opened a school in Chad.", "PER"),
        ("UNODC and WHO trained nurses in Peru. A school was opened in Chad.", "PER TCD"),
        ("UNODC and WHO trained 30 nurses in Chad, more than they had planned.", "TCD value: 30"),
        ("UNODC and WHO had planned a course in Peru, and trained 30 nurses.", "value: 30"),
        ("UNODC and WHO had hoped for 40 nurses and trained 30 doctors in Peru.", "PER value: 30"),
        ("UNODC and WHO met in Peru. Instead, judges were trained in Chad.", "PER TCD"),
        (
            "UNODC and WHO trained nurses in Peru. In Chad, judges were trained instead, as asked.",
            "PER TCD",
        ),
        ("Officers of UNODC and WHO stopped 30 boats in Peru.", "PER value: 30"),
        ("UNODC and WHO completed a project that ended in Peru.", "PER"),
    ] {
        let found = drafted(&[paragraph], &["PER", "TCD", "value: "], &[]);
        assert_eq!(found.join(" "), wanted, "{paragraph}");
    }
}

#[test]
fn an_item_has_the_outlook_of_what_leads_its_list_in() {
    let list = |lead: &str| {
        format!("{lead}\n(a) Courses of UNODC and WHO in Kenya;\n(b) A guide of UNDP and UNICEF.")
    };
    for (lead, wanted) in [
        ("In 2028, the following is planned:", "1 (a) planned 1 (b) planned"),
        ("The Office will, in 2028, support:", "1 (a) planned 1 (b) planned"),
        ("The following took place:", "1 (a) 1 (b)"),
        ("The following could not be carried out:", ""),
        ("The following was postponed:", ""),
        ("UNODC and UNFPA did not hold:", ""),
    ] {
        let found = drafted(&[&list(lead)], &["paragraph: 1", "planned: true"], &[]);
        let found: Vec<&str> = found
            .iter()
            .map(|line| line.trim_start_matches("paragraph: ").trim_end_matches(": true"))
            .collect();
        assert_eq!(found.join(" "), wanted, "{lead}");
    }
    // One partner stands before the list, the other in the item; who leads in is not drafted beside the items.
    let joint = "UNODC carried out:\n(a) Courses with WHO;\n(b) A guide with UNDP.";
    assert_eq!(agencies(&[joint]), ["unodc who", "unodc undp"]);
    let bare = "UNODC and WHO teach:\n(a) Nurses;\n(b) Doctors.";
    assert_eq!(agencies(&[bare]), ["unodc who"]);
    let pledge = "UNODC and WHO commit to:\n(a) Sharing data by May 2028;\n(b) Printing a guide.";
    let found = drafted(&[pledge], &["force: ", "due: ", "instrument_paragraph: "], &[]);
    assert_eq!(
        found,
        [
            "force: committed", "instrument_paragraph: 1 (a)", "due: 2028-05", "force: committed",
            "instrument_paragraph: 1 (b)",
        ]
    );
}

#[test]
fn what_is_asked_for_is_no_report() {
    for paragraph in [
        "UNODC requested INCB to extend SMART to Peru.",
        "INCB invited UNODC to use SMART in Chad.",
        "Member States may wish to support SMART.",
        "The evaluators recommended that SMART and UNODC train WHO.",
        "The meeting recommended that UNODC and WHO appoint nurses by June 2028.",
        "The report recommends that UNODC and WHO train nurses.",
        "The team calls on UNODC and WHO to train nurses.",
        "The Commission may wish to invite UNODC and WHO to report to it.",
        "Recalling the work of UNODC and WHO with SMART,",
    ] {
        let found = drafted(&[paragraph], &["programme: ", "name: Activity"], &[]);
        assert_eq!(found, Vec::<String>::new(), "{paragraph}");
    }
    let done = "SMART trained nurses and was asked to go on.";
    assert_eq!(drafted(&[done], &["programme: "], &[]), ["programme: global-smart"]);
}

#[test]
fn what_is_asked_in_words_of_nobody_and_joint_work_with_an_unknown_partner_are_named() {
    let asked = "Is there a report or a commitment in paragraph 1?";
    for (paragraph, is_named) in [
        ("The team recommends that UNODC report.", true),
        ("The team also recommends that the Secretary report.", true),
        ("The members of the team commit to:\n(a) Sharing data;\n(b) Printing a guide.", true),
        ("The Commission may wish to ask UNODC for it.", true),
        ("The team asked UNODC to report.", true),
        ("UNODC and World Vision trained 30 nurses.", true),
        ("UNODC and Penal Reform International held a course.", true),
        ("Trees grow in Peru.", false),
    ] {
        let found = drafted(&[paragraph], &["Is there a report"], &[]);
        assert_eq!(found.iter().any(|line| line == asked), is_named, "{paragraph} {found:?}");
    }
    let with = "SMART, of UNODC and Youth Tree Club, trained nurses.";
    let question = "Does Youth Tree Club take part as well?";
    assert_eq!(drafted(&[with], &["Does Youth"], &[]), [question]);
}

/// The draft of a text, and what is said of it.
fn of_text(text: &str) -> (String, String) {
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let args = "draft a.txt --title T --kind note --id n --date 2027-02 --like note-2020";
    let args: Vec<&str> = args.split(' ').collect();
    let (draft, said, status) = cnd(folder.path(), "", &args);
    assert_eq!(status, 0, "{said}");
    (draft, said)
}

#[test]
fn paragraphs_without_a_number_are_cited_by_their_heading_or_counted() {
    let (draft, said) =
        of_text("Trees\n\nUNODC and WHO planted oaks.\n\nLeaves\n\nUNODC and UNDP sold leaves.\n");
    assert!(
        said.contains(
            "\nno paragraph has a number: its 2 paragraphs are cited by the heading above\n"
        ),
        "{said}"
    );
    assert!(
        draft.contains("      paragraph: Trees\n") && draft.contains("      paragraph: Leaves\n"),
        "{draft}"
    );
    assert!(said.contains("; valid with the dataset"), "{said}");
    let (_, said) = of_text(
        "Trees\n\nUNODC and WHO planted oaks.\n\nLeaves\n\n1. UNODC and UNDP sold leaves.\n",
    );
    assert!(said.contains("\n1 paragraph has no number; nothing was drafted there\n"), "{said}");
}

#[test]
fn numbers_that_several_paragraphs_share_are_asked_about() {
    let work = "1. UNODC and WHO planted oaks.\n\n2. It rained.\n\n";
    let (draft, _) = of_text(&format!("Trees\n\n{work}Leaves\n\n{work}"));
    let question =
        "Several paragraphs are numbered 1: which of them do the records mean that cite one?";
    assert!(draft.contains(question), "{draft}");
}

#[test]
fn a_heading_that_begins_with_a_number_is_no_paragraph() {
    let (draft, said) = of_text("1858th Plenary Meeting\n\n1. UNODC and WHO planted oaks.\n");
    assert!(said.contains("; valid with the dataset"), "{said}");
    assert!(!draft.contains("- 1858th"), "{draft}");
}

#[test]
fn a_heading_names_its_pillar_in_its_usual_shortenings() {
    for (heading, pillar) in [
        ("Supply reduction and related measures", "supply-reduction"),
        (
            "Supply reduction and related measures; effective law enforcement; responses to drug-related crime; \
             and countering money-laundering and promoting judicial cooperation",
            "supply-reduction",
        ),
        ("B. Drug supply reduction", "supply-reduction"),
        ("Drug demand reduction", "demand-reduction"),
        ("Prevention, treatment and other health-related issues", "demand-reduction"),
        ("Access to controlled medicines", "availability-and-access"),
        ("Strengthening international cooperation", "international-cooperation"),
        ("Alternative development and related socioeconomic issues", "alternative-development"),
        ("Drugs and human rights, youth, children, women and communities", "human-rights"),
        ("Emerging and persistent challenges and threats", "evolving-trends"),
        ("Crime and youth", ""),
        ("Trees and leaves", ""),
        ("Introduction", ""),
    ] {
        let (draft, _) = of_text(&format!("{heading}\n\n1. UNODC and WHO planted oaks.\n"));
        let is_known = !draft.contains("No heading names a pillar");
        assert_eq!(is_known, !pillar.is_empty(), "{heading}");
        let found = draft.lines().find_map(|line| line.strip_prefix("    pillar: ")).unwrap();
        assert!(pillar.is_empty() || found == pillar, "{heading}: {found}");
    }
}

#[test]
fn a_limb_goes_on_in_the_instrument_before_it() {
    let lead = "In its resolution 79/191, the General Assembly invited WHO to plant.";
    for (behind, instrument) in [
        ("It also requested UNODC to plant.", "a-res-79-191"),
        ("In the same resolution, it requested UNODC to plant.", "a-res-79-191"),
        ("The Assembly further requested UNODC to plant.", "a-res-79-191"),
        ("Member States were encouraged to plant.", "a-res-79-191"),
        ("INCB requested UNODC to plant.", "n"),
    ] {
        let found = drafted(&[&format!("{lead} {behind}")], &["instrument: "], &[]);
        let wanted = ["instrument: a-res-79-191".to_owned(), format!("instrument: {instrument}")];
        assert_eq!(found, wanted, "{behind}");
    }
    let of =
        "In paragraph 110 of its resolution 79/191, the General Assembly invited WHO to plant.";
    assert_eq!(drafted(&[of], &["instrument: "], &[]), ["instrument: a-res-79-191"]);
    let list = "In its resolution 79/191, the General Assembly requested UNODC:\n(a) To plant;\n(b) To reap.";
    let found = drafted(&[list], &["instrument: "], &[]);
    assert!(
        !found.is_empty() && found.iter().all(|line| line == "instrument: a-res-79-191"),
        "{found:?}"
    );
}

#[test]
fn the_symbol_of_a_resolution_tells_who_speaks() {
    for (symbol, body) in [
        ("A/RES/91/238", "general-assembly"),
        ("E/RES/2033/15", "ecosoc"),
        ("A/HRC/RES/92/24", "human-rights-council"),
    ] {
        let text = format!("{symbol}\n\n1. Requests WHO to plant;\n");
        let folder = folder(&[("a.txt", text.as_bytes())]);
        let args = ["draft", "a.txt", "--title", "T", "--kind", "resolution", "--id", "n"];
        let draft = cnd(folder.path(), "", &args).0;
        assert!(draft.contains(&format!("    made_by:\n    - {body}\n")), "{symbol}\n{draft}");
    }
}

#[test]
fn a_time_that_is_no_date_is_asked_about() {
    for (time, due, named) in [
        ("by end-2028", "2028", ""),
        ("by Q3 2028", "2028-Q3", ""),
        ("by mid-2028", "", "by mid-2028"),
        ("at its seventy-eighth session", "", "at its seventy-eighth session"),
        ("no later than by the next session", "", "by the next session"),
        ("within six months", "", "within six months"),
        ("every year by 31 October", "", "by 31 October"),
        ("between 2028 and 2030", "", "between 2028 and 2030"),
        ("by spring 2028", "", "by spring 2028"),
        ("by 30/06/2028", "", "by 30/06/2028"),
        ("at the request of WHO", "", ""),
        ("with WHO, which joined in May 2026", "", ""),
    ] {
        let found = drafted(
            &[&format!("UNODC commits to print it {time}.")],
            &["due: ", "When is it"],
            &[],
        );
        let wanted = match (due, named) {
            ("", "") => Vec::new(),
            ("", named) => vec![format!("When is it due? The sentence names {named}.")],
            (due, _) => vec![format!("due: {due}")],
        };
        assert_eq!(found, wanted, "{time}");
    }
    let found = drafted(
        &["UNODC and WHO met with UNDP, which joined in May 2026."],
        &["date: 2026", "When did"],
        &[],
    );
    assert_eq!(found, ["When did it take place? The paragraph names May 2026."]);
}
