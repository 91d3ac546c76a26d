//! What words find.

use serde_json::json;

use super::super::fixture::{dataset, with};
use super::*;

fn nothing() -> Dataset {
    dataset(with(Vec::new()))
}

fn read(words: &str) -> Words {
    Words::read(&[words], &nothing()).unwrap()
}

/// The excerpt of the text that the words are found in.
fn found(words: &str, text: &str) -> Option<String> {
    read(words).find([("name", text)]).map(|found| found.excerpt)
}

#[test]
fn all_words_in_any_field() {
    let texts = [("name", "Côte d’Ivoire training"), ("summary", "For prosecutors")];
    let found = |words: &str| read(words).find(texts).map(|found| found.fields);
    assert_eq!(found("COTE prosecutors"), Some(vec!["name", "summary"]));
    assert_eq!(found("d'ivoire"), Some(vec!["name"]));
    assert_eq!(found("ivoire"), Some(vec!["name"]));
    assert_eq!(found("cote judges"), None);
}

#[test]
fn words_are_found_in_any_form() {
    for (words, text) in [
        ("reporting", "It was asked to report."),
        ("report", "reporting"),
        ("behavioral organizations", "behavioural organisation"),
        ("policymaking", "policy-making body"),
        ("policy making", "policymaking body"),
        ("policy-making", "policymaking body"),
        ("capacity building", "capacity-building"),
        ("capacity-building", "capacity building"),
        ("workforce", "the health work force"),
        ("non-custodial", "non custodial"),
        ("میخواهم", "می\u{200c}خواهم"),
        ("می\u{200c}خواهم", "میخواهم"),
        ("34,000", "about 34000 patients"),
        ("1234567", "1,234,567 tons"),
        ("1,2", "paragraphs 1,2"),
        ("麻薬", "国連麻薬委員会"),
        ("prosecut*", "prosecutors"),
    ] {
        assert!(found(words, text).is_some(), "{words} in {text}");
    }
    for (words, text) in
        [("1,2", "12"), ("port", "report"), ("apart", "a part"), ("prosecut", "prosecutors")]
    {
        assert_eq!(found(words, text), None, "{words} in {text}");
    }
}

#[test]
fn quotes_keep_a_phrase_together() {
    let text = "Management of chronic pain, and pain-management training";
    assert!(found("\"pain management\"", text).is_some());
    assert_eq!(found("\"management pain\"", text), None);
    assert!(found("management pain", text).is_some());
    let typed = |arguments: &[&str]| Words::typed(arguments, &[], &nothing()).unwrap();
    assert_eq!(typed(&["pain management"]), read("\"pain management\""));
    assert_eq!(typed(&["pain", "management"]), read("pain management"));
    assert_eq!(typed(&["a \"b c\""]), read("a \"b c\""));
}

#[test]
fn what_the_dataset_has_in_capitals_is_found_in_capitals() {
    let mut records = with(Vec::new());
    records["agencies"] = json!([
        {"id": "who", "name": "World Health Organization", "acronym": "WHO", "kind": "specialised-agency"}
    ]);
    let dataset = dataset(records);
    let found = |words: &str, text: &str| {
        Words::read(&[words], &dataset).unwrap().find([("name", text)]).is_some()
    };
    assert!(found("WHO", "a task of WHO's") && !found("WHO", "people who use drugs"));
    assert!(found("who", "people who use drugs") && found("who", "WHO"));
    assert!(found("DRUGS", "people who use drugs"), "no acronym of the dataset");
}

#[test]
fn the_excerpt_shows_the_words_in_their_place() {
    let text = "One two three four five six seven drugs eight nine ten eleven twelve thirteen.";
    assert_eq!(
        found("drug", text).unwrap(),
        "…three four five six seven drugs eight nine ten eleven twelve…"
    );
    assert_eq!(found("two", text).unwrap(), "One two three four five six seven…");
    assert_eq!(
        found("one thirteen", text).unwrap(),
        "One two three four five six… nine ten eleven twelve thirteen."
            .replace("… nine", "… eight nine")
    );
    let best = read("drug").find([("id", "drug"), ("name", "A drug policy")]).unwrap();
    assert_eq!((best.fields, best.excerpt.as_str()), (vec!["id", "name"], "A drug policy"));
}

#[test]
fn repeats_ask_for_more_words_and_none_is_a_mistake() {
    let read = |texts: &[&str]| Words::read(texts, &nothing());
    assert_eq!(read(&["a b", "c"]), read(&["a b c"]));
    assert!(read(&[]).unwrap().is_empty());
    for empty in ["", " ", "\t\u{a0}", "\"\"", "|"] {
        assert!(read(&["a", empty]).is_err(), "{empty:?}");
    }
}
