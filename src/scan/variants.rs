//! The ways in which one name is written.

use super::heads;
use super::mention::Kind;
use crate::model::capitalised;

/// The words that British and American spelling write differently beyond "s" and "z".
const SPELLINGS: [(&str, &str); 6] = [
    ("programme", "program"),
    ("centre", "center"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("theatre", "theater"),
    ("neighbourhood", "neighborhood"),
];

/// The ways in which a name is written: without "the", in either spelling, with and without "United
/// Nations" before an office, a country with its bracket in the order of speech.
pub(super) fn variants(surface: &str, kind: Kind) -> Vec<String> {
    let surface = strip_article(surface);
    let mut all = vec![surface.to_owned()];
    if kind == Kind::Country {
        all.extend(in_order_of_speech(surface));
    }
    if kind == Kind::Programme {
        all.extend(surface.strip_prefix("United Nations ").map(|rest| format!("UN {rest}")));
        all.extend(surface.strip_prefix("UN ").map(|rest| format!("United Nations {rest}")));
    }
    if kind == Kind::Agency {
        all.extend(with_and_without_united_nations(surface));
        all.extend(without_house(surface));
        let heads: Vec<String> = all.iter().flat_map(|name| head(name)).collect();
        all.extend(heads);
        let near: Vec<String> = all.iter().flat_map(|name| near(name)).collect();
        all.extend(near);
    }
    let respelt: Vec<String> =
        all.iter().flat_map(|name| [respell(name, true), respell(name, false)]).collect();
    all.extend(respelt);
    all.sort();
    all.dedup();
    all
}

fn strip_article(surface: &str) -> &str {
    match surface.get(..4) {
        Some(article) if article.eq_ignore_ascii_case("the ") => surface[4..].trim_start(),
        _ => surface,
    }
}

/// "Iran (Islamic Republic of)" is the Islamic Republic of Iran, and Iran.
fn in_order_of_speech(surface: &str) -> Vec<String> {
    let Some((short, bracket)) = surface.split_once(" (") else { return Vec::new() };
    let bracket = bracket.trim_end_matches(')');
    let mut names = vec![short.to_owned()];
    if bracket.ends_with(" of") || bracket.ends_with(" of the") {
        names.push(format!("{bracket} {short}"));
    }
    names
}

/// "United Nations Office at X" is also the Office at X, the UN Office at X.
fn with_and_without_united_nations(surface: &str) -> Vec<String> {
    let is_body = |name: &str| {
        let mut words = name.split_whitespace();
        words.next().is_some_and(heads::is_head)
            && words.next().is_some_and(heads::is_connector)
            && words.next().is_some()
    };
    match surface.strip_prefix("United Nations ") {
        Some(rest) if is_body(rest) => vec![format!("UN {rest}"), rest.to_owned()],
        Some(rest) => vec![format!("UN {rest}")],
        None if is_body(surface) => {
            vec![format!("UN {surface}"), format!("United Nations {surface}")]
        }
        None => without_parent(surface).into_iter().collect(),
    }
}

/// "Example Organization of the United Nations" is also called so alone, as the Office of the United Nations
/// Envoy for Example is that of the Envoy for Example.
fn without_house(surface: &str) -> Vec<String> {
    if let Some(name) = surface.strip_suffix(" of the United Nations") {
        let has_more = name.split_whitespace().count() > 2;
        return if has_more { vec![name.to_owned()] } else { Vec::new() };
    }
    if let Some(name) = surface.strip_prefix("Joint United Nations ") {
        return vec![format!("United Nations {name}"), format!("Joint {name}")];
    }
    let Some((before, name)) = surface.split_once(" United Nations ") else { return Vec::new() };
    let is_telling = name.split_whitespace().any(heads::is_connector);
    if is_telling { vec![format!("{before} {name}")] } else { Vec::new() }
}

/// The one who heads an office, who is called by the same title: "Office of the United Nations Envoy for Example".
fn head(name: &str) -> Vec<String> {
    const TITLES: [&str; 5] = ["Adviser", "Commissioner", "Coordinator", "Envoy", "Representative"];
    let Some(head) = name.strip_prefix("Office of the ") else { return Vec::new() };
    let reach = head.find(" for ").or_else(|| head.find(" on "));
    let is_title = |word: &str| TITLES.contains(&word.trim_end_matches('s'));
    let is_titled = reach.is_some_and(|reach| head[..reach].split(' ').any(is_title));
    match head.strip_prefix("United Nations ") {
        _ if !is_titled => Vec::new(),
        Some(rest) => vec![head.to_owned(), format!("UN {rest}")],
        None => vec![head.to_owned()],
    }
}

/// "ABC Expert Committee on Example" is also the Expert Committee on Example; regional offices many have.
fn without_parent(surface: &str) -> Option<String> {
    let (parent, rest) = surface.split_once(' ')?;
    let is_acronym = parent.chars().count() > 1 && parent.chars().all(char::is_uppercase);
    let words = || rest.split_whitespace();
    let is_body =
        words().any(heads::is_head) && words().any(heads::is_connector) && words().count() > 3;
    (is_acronym && is_body && !rest.starts_with("Regional")).then(|| rest.to_owned())
}

/// How a long name is often written: with another small word before what the body is for, "Office for Drugs and Crime",
/// and with one of its words in the singular, "Narcotic Control Board"; but not that of persons, one of whom is no
/// body: "United Nations Volunteer".
fn near(name: &str) -> Vec<String> {
    const SMALL: [&str; 3] = ["for", "of", "on"];
    let words: Vec<&str> = name.split(' ').collect();
    let with = |at: usize, word: &str| [&words[..at], &[word], &words[at + 1..]].concat().join(" ");
    if words.iter().filter(|word| word.starts_with(char::is_uppercase)).count() < 3 {
        return Vec::new();
    }
    let joint = words.iter().position(|word| SMALL.contains(word));
    let joint = joint.filter(|at| words.get(at + 1).is_some_and(|next| *next != "the"));
    let others = joint.into_iter().flat_map(|at| SMALL.map(|small| with(at, small)));
    let has_head = words.iter().any(|word| heads::is_head(word));
    let singular = |(at, word): (usize, &&str)| {
        let is_of_persons = at + 1 == words.len() && word.ends_with("ers") && !has_head;
        let stem = word.strip_suffix('s').filter(|_| !is_of_persons);
        let stem = stem.filter(|stem| stem.len() > 3 && !stem.ends_with('s'));
        stem.map(|stem| with(at, stem))
    };
    others.chain(words.iter().enumerate().filter_map(singular)).collect()
}

/// The name with every word in British or in American spelling.
fn respell(name: &str, is_british: bool) -> String {
    let words = name.split(' ').map(|word| {
        let found = SPELLINGS.iter().find(|(british, american)| {
            word.eq_ignore_ascii_case(british) || word.eq_ignore_ascii_case(american)
        });
        let Some((british, american)) = found else { return word.to_owned() };
        let spelt = if is_british { british } else { american };
        let is_capital = word.starts_with(char::is_uppercase);
        if is_capital { capitalised(spelt) } else { (*spelt).to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}
