//! What a draft takes from the sentences of a paragraph: what is planned, when it was, and in which roles.

use super::paper::{cnd, folder};

/// The lines of a draft that begin with one of these keys, or are such a question, one after another.
pub fn drafted(paragraphs: &[&str], keys: &[&str], more: &[&str]) -> Vec<String> {
    let numbered =
        paragraphs.iter().enumerate().map(|(at, text)| format!("{}. {text}\n\n", at + 1));
    let text = format!("Joint work\n\n{}", numbered.collect::<String>());
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let args = "draft a.txt --title T --kind note --id n --date 2027-02";
    let args: Vec<&str> = args.split(' ').chain(more.iter().copied()).collect();
    let (draft, said, status) = cnd(folder.path(), "", &args);
    assert_eq!(status, 0, "{said}");
    let lines = draft.lines().map(|line| line.trim_start_matches([' ', '-', '"']).replace('"', ""));
    let wanted = lines.filter(|line| keys.iter().any(|key| line.starts_with(key)));
    wanted.collect()
}

#[test]
fn what_is_planned_is_not_drafted_as_done() {
    let paragraphs = [
        "UNODC and WHO trained nurses.",
        "UNODC and WHO plan to train nurses.",
        "A guide will be published by UNODC and WHO.",
        "UNODC and WHO train nurses.",
        "UNODC and WHO train nurses in June 2028.",
        "UNODC and WHO trained nurses. They will train more.",
        "SMART will open an office in July 2027.",
    ];
    let question = "Done, under way or only planned?";
    let found = drafted(&paragraphs, &["paragraph: ", "planned", "Done"], &[]);
    let names = |date: &str| format!("{question} The paragraph names {date}.");
    let (june, july) = (names("June 2028"), names("July 2027"));
    assert_eq!(
        found,
        [
            "paragraph: title", "paragraph: 1", "paragraph: 2", "planned: true", question,
            "paragraph: 3", "planned: true", question, "paragraph: 4", question, "paragraph: 5",
            "planned: true", &june, "paragraph: 6", question, "paragraph: 7", "planned: true",
            &july,
        ]
    );
}

#[test]
fn what_did_not_come_about_is_a_question_and_no_report() {
    let paragraphs = [
        "UNODC and WHO did not hold the course.",
        "UNODC and WHO cancelled the course in Kenya.",
        "SMART was postponed.",
        "UNODC and WHO trained not only nurses.",
        "The course of UNODC and WHO fell through.",
        "UNODC and WHO had to be called off.",
        "UNODC and WHO shelved the plan for Peru.",
        "UNODC and WHO were prevented from visiting Peru.",
        "UNODC and WHO could train nurses if funds were available.",
        "Neither the meeting of UNODC nor that of WHO took place in 2026.",
    ];
    let found = drafted(&paragraphs, &["id: ", "Paragraph"], &[]);
    let asked = |label: usize| {
        format!(
            "Paragraph {label} says that something was not done or was put off: is there a report in it?"
        )
    };
    let asked: Vec<String> = (1..11).filter(|label| *label != 4).map(asked).collect();
    let wanted = [&["id: n".to_owned()], &asked[..], &["id: n-para-4".to_owned()]].concat();
    assert_eq!(found, wanted);
}

#[test]
fn a_date_that_stands_alone_is_filled_in_and_others_are_asked_about() {
    let paragraphs = [
        "UNODC and WHO met on 21 and 22 June 2026.",
        "In 2026, UNODC and WHO met on 11 March 2026.",
        "UNODC and WHO met in May 2025 and in May 2026.",
        "In line with resolution 79/191 of 17 December 2024, UNODC and WHO met.",
        "UNODC and WHO opened a school. It was built in 2025.",
        "UNODC and WHO have met since 2019.",
    ];
    let asked = |dates: &str| format!("When did it take place? The paragraph names {dates}.");
    let found = drafted(&paragraphs, &["paragraph: ", "date: ", "When"], &[]);
    assert_eq!(
        found,
        [
            "date: 2027-02",
            "paragraph: title",
            "paragraph: 1",
            "date: 2026-06",
            "paragraph: 2",
            "date: 2026-03-11",
            "paragraph: 3",
            &asked("May 2025; May 2026"),
            "paragraph: 4",
            "paragraph: 5",
            &asked("2025"),
            "paragraph: 6",
            &asked("2019"),
        ]
    );
}

/// A period is no date, and what others did has one of its own.
#[test]
fn the_date_of_a_period_or_of_something_else_is_asked_about() {
    for (time, wanted) in [
        ("in the autumn of 2026", "date: 2026"),
        ("in the reporting year 2026", "date: 2026"),
        ("from 4 to 15 October 2026", "date: 2026-10"),
        ("between June and November 2026", "November 2026"),
        ("in 2025–2026", "2025"),
        ("in 2025 and 2026", "2025"),
        ("in May and September 2026", "September 2026"),
        ("and supported courses delivered in May 2026", "date: 2026-05"),
        ("and developed a guide published in May 2026", "date: 2026-05"),
        ("and used a guide published in May 2026", "May 2026"),
        ("in a course that ended on 3 May 2026", "date: 2026-05-03"),
        ("on 14 May and 3 December 2026", "3 December 2026"),
        ("before the elections of May 2026", "May 2026"),
        ("following the floods of May 2026", "May 2026"),
        ("under the plan that was launched in May 2026", "May 2026"),
        ("in a school built in 2026", "2026"),
        ("under a plan that they had begun in 2026", "2026"),
        ("as of 1 May 2026", "1 May 2026"),
        ("in a project approved by the Board in 2026", "2026"),
        ("as requested by UNDP in 2026", "2026"),
        ("up from 30 in 2025", "2025"),
        ("compared with 30 in 2025", "2025"),
        ("; the results were published in July 2026", "July 2026"),
        ("at the sixty-ninth session", "at the sixty-ninth session"),
    ] {
        let text = format!("UNODC and WHO trained 40 nurses {time}.").replace(" ;", ";");
        let found = drafted(&[&text], &["date: 2025", "date: 2026", "When did"], &[]);
        let asked = format!("When did it take place? The paragraph names {wanted}.");
        let wanted = if wanted.starts_with("date") { wanted.to_owned() } else { asked };
        assert_eq!(found, [wanted], "{time}");
    }
    let following = "Following the meeting held in 2026, UNODC and WHO trained nurses.";
    let found = drafted(&[following], &["date: 2026", "When did"], &[]);
    assert_eq!(found, ["When did it take place? The paragraph names 2026."]);
    let joined = "UNICEF joined UNODC in January 2026. Since then, the two have trained nurses.";
    let found = drafted(&[joined], &["date: 2026", "When did"], &[]);
    assert_eq!(found, ["When did it take place? The paragraph names January 2026."]);
}

/// What others did in the same paragraph lends nothing to the work that is drafted.
#[test]
fn a_second_activity_lends_no_partners_places_and_figures() {
    let keys = ["agency: ", "KEN", "PER", "value: ", "Does paragraph 1 report"];
    let asked = "Does paragraph 1 report other work as well?";
    for (text, agencies) in [
        (
            "UNODC and WHO trained 40 nurses in Kenya. UNODC and UNICEF opened four schools in Peru.",
            ["unodc", "who"],
        ),
        (
            "In Peru, UNODC trained 25 nurses; in Kenya, WHO and UNODC opened 40 schools.",
            ["who", "unodc"],
        ),
        (
            "UNODC and WHO trained 40 nurses in Kenya. In addition, UNICEF, UNODC and UNDP taught 60 judges in Peru.",
            ["unodc", "who"],
        ),
        (
            "UNODC and WHO trained 40 nurses in Kenya, and UNICEF opened four schools in Peru.",
            ["unodc", "who"],
        ),
        (
            "UNODC and WHO trained 40 nurses in Kenya; UNODC, UNAIDS and UNDP, 60 judges in Peru.",
            ["unodc", "who"],
        ),
        ("UNODC and WHO trained 40 nurses in Kenya and UNICEF 25 in Peru.", ["unodc", "who"]),
        (
            "UNODC and WHO trained 40 nurses in Kenya and UNICEF and UNDP 25 in Peru.",
            ["unodc", "who"],
        ),
        (
            "UNODC and WHO trained 40 nurses in Kenya and, with UNICEF, 25 judges in Peru.",
            ["unodc", "who"],
        ),
        (
            "In Kenya, 40 nurses were trained by UNODC and WHO, and by UNICEF those of Peru.",
            ["unodc", "who"],
        ),
        (
            "UNODC and WHO trained 40 nurses in Kenya. In Peru, a school was opened by WHO and UNICEF.",
            ["unodc", "who"],
        ),
        (
            "UNODC and WHO trained 40 nurses in Kenya. WHO alone trained 30 nurses in Peru.",
            ["unodc", "who"],
        ),
    ] {
        let mut found = drafted(&[text], &keys, &[]);
        found.sort();
        let mut wanted: Vec<String> = agencies.iter().map(|it| format!("agency: {it}")).collect();
        wanted.extend([asked, "KEN", "value: 40"].map(str::to_owned));
        wanted.sort();
        assert_eq!(found, wanted, "{text}");
    }
    let apart = "WHO trained 40 nurses in Kenya. UNODC opened four schools in Peru.";
    let asked = "Is there a report or a commitment in paragraph 1?";
    assert_eq!(drafted(&[apart], &["agency: ", "Is there"], &[]), [asked]);
    let one = "UNODC and WHO trained 40 nurses in Kenya. WFP brought 30 tables.";
    assert_eq!(
        drafted(&[one], &keys[..3], &[]),
        ["agency: unodc", "agency: who", "agency: wfp", "KEN"]
    );
}

#[test]
fn numbers_that_are_not_drafted_are_named() {
    for (text, wanted) in [
        ("UNODC and WHO taught 41, 38 and 52 nurses.", "41; 38"),
        ("UNODC and WHO bought leaves for $1.2 billion.", "$1.2"),
        ("UNODC and WHO taught 40 nurses (of whom 212 had come).", "212"),
    ] {
        let found = drafted(&[text], &["The paragraph has figures"], &[]);
        assert_eq!(found, [format!("The paragraph has figures that are not drafted: {wanted}.")]);
    }
    let none = "In line with paragraph 3 of resolution 79/191 of 17 December 2024, UNODC and WHO met in 2026.";
    assert_eq!(drafted(&[none], &["The paragraph has figures"], &[]), [""; 0]);
}

#[test]
fn the_kind_of_a_programme_is_that_of_its_noun() {
    for (text, kind) in [
        ("UNODC and WHO trained nurses.", "training"),
        ("UNODC and WHO surveyed farmers.", "research"),
        ("UNODC and WHO published a guide.", "publication"),
        ("UNODC and WHO launched a campaign.", "campaign"),
        ("UNODC and WHO held a meeting.", "event"),
        ("UNODC and WHO helped farmers.", "technical-assistance"),
    ] {
        let found = drafted(&[text], &["kind: ", "What kind"], &[]);
        let mut wanted = vec!["kind: note".to_owned(), format!("kind: {kind}")];
        wanted.extend(
            (kind == "technical-assistance").then(|| "What kind of programme is it?".to_owned()),
        );
        assert_eq!(found, wanted, "{text}");
    }
}

/// The questions at the document about what was not drafted, and what is said of it.
fn left(paragraphs: &[&str]) -> Vec<String> {
    drafted(paragraphs, &["Is there a report", "Does paragraph"], &["--like", "note-2020"])
}

#[test]
fn work_of_one_agency_and_a_second_activity_are_asked_about() {
    let work = "report other work as well";
    let plan = "say as well what somebody will do, continues to do or is asked to do";
    let asked = |label: usize, what: &str| format!("Does paragraph {label} {what}?");
    let found = left(&[
        "UNODC trained 300 judges in Peru.",
        "The Tree Control Agency (TCX) trained 40 judges in Malta.",
        "WHO will publish a guide.",
        "SMART trained officers of UNODC. Moreover, UNICEF and WFP opened a school in Malawi.",
        "UNICEF and WHO opened a clinic. In its resolution 79/191, the General Assembly requested UNODC to plant.",
        "SMART trained officers in Kenya. SMART will open an office in Togo.",
        "UNODC and WHO opened a school. UNICEF and UNDP built a road.",
        "UNODC and WHO opened a school. INCB continues to invite experts.",
    ]);
    let all = "Is there a report or a commitment in paragraphs 1, 2 and 3?".to_owned();
    assert_eq!(
        found,
        [all, asked(4, work), asked(5, work), asked(6, plan), asked(7, work), asked(8, plan)]
    );
}

/// A paragraph of which all is drafted, and one that tells of nothing, has no such question.
#[test]
fn what_is_drafted_as_a_whole_is_not_asked_about() {
    let found = left(&[
        "UNODC and WHO opened a school. WHO sent 40 nurses.",
        "UNODC and WHO will open a school.",
        "SMART trained officers of UNODC in Kenya. UNODC sent 40 nurses.",
        "The General Assembly, in its resolution 79/191, requested UNODC to plant.",
        "UNODC is a part of the Secretariat.",
        "The following tables are in line with General Assembly resolution 74/178.",
        "UNODC did not train nurses.",
        "In its resolution 79/191, the General Assembly decided that UNODC will plant.",
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_negation_that_affirms_is_none() {
    for (paragraph, wanted) in [
        ("No fewer than 20 nurses were trained by UNODC and WHO.", "unodc who"),
        ("No more than 20 nurses were trained by UNODC and WHO.", "unodc who"),
        ("UNODC and WHO did not fail to reach 30 clinics.", "unodc who"),
        ("UNODC and WHO had not met before they trained nurses.", "unodc who"),
        (
            "UNODC and WHO could not have trained nurses without the support of UNAIDS.",
            "unodc who unaids",
        ),
        ("No nurses were trained by UNODC and WHO.", "Paragraph 1 says"),
    ] {
        let found = drafted(&[paragraph], &["agency: ", "Paragraph 1 says"], &[]);
        let found = found.join(" ").replace("agency: ", "");
        assert!(found.starts_with(wanted), "{paragraph}: {found}");
    }
}

/// What is taken for asked or undone has no report; if no other record has it either, a question stands at the
/// document.
#[test]
fn what_names_two_bodies_is_drafted_or_asked_about() {
    let found = left(&[
        "The meeting recommended the guide of UNODC and WHO, which was published in 2026.",
        "UNODC and WHO were informed of the guide that was published in 2026.",
        "UNODC invited WHO to the SMART training in Kenya, and both trained 44 officers there.",
        "UNODC invited WHO to the SMART training in Kenya, and both requested INCB to help.",
    ]);
    let more = "Does paragraph 3 report other work as well?";
    assert_eq!(found, ["Is there a report or a commitment in paragraphs 1 and 2?", more]);
}

#[test]
fn only_the_sentence_that_ends_in_a_colon_asks_of_its_items() {
    let list = |lead: &str| {
        format!(
            "The General Assembly, in its resolution 79/191, requested {lead}\n(a) A tree of UNODC;\n(b) A leaf of WHO."
        )
    };
    let keys = ["force: ", "instrument: ", "instrument_paragraph: 1"];
    let found = drafted(&[&list("UNODC to plant. The proposals relate to:")], &keys, &[]);
    assert_eq!(found, ["force: requested", "instrument: a-res-79-191"]);
    let found = drafted(&[&list("UNODC to plant:")], &keys, &[]);
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn what_an_item_denies_is_not_done_whatever_leads_its_list_in() {
    let list = "UNODC and WHO carried out, in 2026:\n(a) Training in Kenya;\n(b) The planned course in Benin, which was postponed.";
    let found = drafted(&[list], &["paragraph: 1", "Paragraph 1", "Is there"], &[]);
    let asked =
        "Paragraph 1 (b) says that something was not done or was put off: is there a report in it?";
    assert_eq!(found, [asked, "paragraph: 1 (a)"]);
}
