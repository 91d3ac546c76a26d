//! What sentences say of acts.

use super::super::outlooks;
use super::read;

/// What a sentence says: `d` for done, `p` for planned, `n` for denied.
fn told(text: &str) -> String {
    let found = outlooks(text, &read(None, &[text], false));
    let letters = found.iter().flat_map(|outlook| {
        [(outlook.is_done, 'd'), (outlook.is_planned, 'p'), (outlook.is_denied, 'n')]
    });
    letters.filter(|(is, _)| *is).map(|(_, letter)| letter).collect()
}

#[test]
fn a_sentence_says_what_was_done_is_planned_or_is_denied() {
    let mut differing = Vec::new();
    for (text, wanted) in [
        ("UNODC and WHO trained 30 nurses.", "d"),
        ("UNODC, together with WHO, trained 30 nurses.", "d"),
        ("A course was held by WHO.", "d"),
        ("UNODC and WHO have also held a course.", "d"),
        ("WHO and UNODC met and agreed on a course.", "d"),
        ("UNODC and WHO support the growers.", ""),
        ("UNODC and WHO support the countries affected.", ""),
        ("The aim of UNODC and WHO is to support growers.", ""),
        ("The plan to train nurses of WHO and UNODC helps.", ""),
        ("The delay, due to rain, worries WHO.", ""),
        ("The political will to act grows with WHO.", ""),
        ("WHO and UNODC printed “What will be done”.", "d"),
        ("UNODC and WHO will hold a course.", "p"),
        ("UNODC and WHO shall hold a course.", "p"),
        ("UNODC and WHO would extend it, funds allowing.", "p"),
        ("UNODC and WHO plan to hold a course.", "p"),
        ("UNODC and WHO intend to hold a course.", "p"),
        ("UNODC and WHO are planning to hold a course.", "p"),
        ("UNODC and WHO agreed to hold a course.", "p"),
        ("UNODC and WHO have agreed to hold a course.", "p"),
        ("WHO is to second two nurses to UNODC.", "p"),
        ("UNODC and WHO are due to complete the guide.", "p"),
        ("A guide of UNODC and WHO is expected to be printed.", "p"),
        ("A guide of UNODC and WHO is planned for May 2027.", "p"),
        ("A course of UNODC and WHO, to be held in Togo, pleases all.", "p"),
        ("A guide will be published by UNODC and WHO.", "p"),
        ("UNODC and WHO wrote a guide, which will be printed.", "dp"),
        ("UNODC and WHO did not hold the course.", "n"),
        ("UNODC could not support the project with WHO.", "n"),
        ("Training by UNODC and WHO did not take place.", "n"),
        ("UNODC and WHO cancelled the course in Togo.", "n"),
        ("The course of WHO was postponed.", "n"),
        ("The course of WHO has been cancelled.", "n"),
        ("No further course of WHO is planned.", "n"),
        ("UNODC will not hold the course.", "n"),
        ("There were no more than 20 nurses of WHO.", "d"),
        ("UNODC and WHO will neither hold nor fund it.", "n"),
        ("WHO will hardly hold the course.", "n"),
        ("WHO will not fail to hold the course.", "p"),
        ("The results of WHO were hardly surprising.", "d"),
        ("There were barely 20 nurses of WHO.", "d"),
        ("It could scarcely be better for WHO.", ""),
        ("UNODC and WHO will develop and set up a centre.", "p"),
        ("UNODC and WHO will meet and put the plan to work.", "p"),
        ("UNODC and WHO have set up a centre.", "d"),
        ("UNODC and WHO heard 40 nurses.", "d"),
        ("UNODC and WHO help farmers who could not sell.", ""),
        ("UNODC not only trained nurses of WHO.", ""),
    ] {
        let found = told(text);
        if found != wanted {
            differing.push((text, found));
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}
