//! The words by which a name is recognised as that of a body, and those that join its parts.

use super::token::Words;

/// The nouns that name a kind of body, in lower case and in the singular.
static HEADS: Words = Words::new(
    "academy administration agency alliance assembly association authority bank board branch \
     bureau center centre chamber coalition college commission commissioner committee commonwealth \
     community compact confederation consortium corporation corps council court department \
     directorate division entity facility federation force forum foundation foundations fund group initiative \
     institute institution league market mechanism mission movement network observatory office \
     organisation organization panel parliament partnership platform program programme \
     registry school secretariat section service society subcommission subcommittee \
     sub-commission sub-committee team tribunal trust union unit university watch conference \
     meeting meetings cluster inspectorate under-secretary-general agence agencia comité gesellschaft \
     organización",
);

/// Words that go with a head without making a name of it: "the Regional Office", "the Executive Board".
static GENERIC: Words = Words::new(
    "ad advisory annual branch central coordinating coordination country drafting editorial \
     evaluation executive expert experts external field general governing headquarters \
     high high-level hoc inter-agency interdepartmental intergovernmental internal international \
     joint liaison main management member ministerial national open-ended permanent plenary \
     preparatory principal programme project regional representative resident review \
     secretariat senior special standing state states steering sub subregional subsidiary \
     support task technical trust vienna-based working governmental non-governmental the new \
     first common",
);

/// The nouns that name an office or an organ of a body.
static PARTS: Words = Words::new(
    "board branch bureau committee council directorate division group meeting office secretariat \
     section service sub-committee subcommittee team unit",
);

/// Words that join the parts of a name.
static CONNECTORS: Words =
    Words::new("of for on against at and & de del des du da do pour la y et für sans");

/// Whether the word is the noun of a body.
pub(super) fn is_head(word: &str) -> bool {
    let is_noun =
        |word: &str| word.starts_with(char::is_uppercase) && HEADS.has(&word.to_lowercase());
    // An agency and its acronym: "Agency-ABC".
    is_noun(word)
        || word
            .split_once('-')
            .is_some_and(|(noun, acronym)| is_noun(noun) && acronym.chars().all(char::is_uppercase))
}

/// Whether the word does not by itself identify a body.
pub(super) fn is_generic(word: &str) -> bool {
    let word = word.to_lowercase();
    GENERIC.has(&word) || HEADS.has(&word)
}

/// Whether the name is that of a person by office: "Secretary-General".
pub(super) fn is_office(name: &str) -> bool {
    let name = name.to_lowercase();
    ["secretary", "director", "commissioner", "president", "chair", "rapporteur"]
        .iter()
        .any(|office| name.contains(office))
}

/// Whether the word ends the title of one who works for a body: "Programme Management Officer".
pub(super) fn is_post(word: &str) -> bool {
    static POSTS: Words = Words::new(
        "Analyst Assistant Associate Clerk Commander Coordinator Manager Officer Secretary",
    );
    POSTS.has(word)
}

/// Whether the word is what the head of a body is called, behind its name: "Council President".
pub(super) fn is_chief(word: &str) -> bool {
    let word = word.strip_prefix("Vice-").unwrap_or(word);
    matches!(word, "Chair" | "Chairperson" | "Chief" | "Director" | "Leader" | "President")
}

/// Whether the word is an ordinal number: "Eighth", "12th".
pub(super) fn is_ordinal(word: &str) -> bool {
    let word = word.to_lowercase();
    ["first", "second", "third", "th"].iter().any(|ending| word.ends_with(ending))
        && !matches!(word.as_str(), "health" | "youth" | "north" | "south" | "earth" | "growth")
}

/// Whether the words before the name of an office make it that of somebody else: "Under-", "Deputy".
pub(super) fn is_under(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '-']);
    ["Under", "Assistant", "Deputy", "Vice"].iter().any(|under| before.ends_with(under))
}

/// The noun of a name: the last word before what "of" and such govern.
fn noun(name: &str) -> &str {
    let reach = name.split(' ').position(is_connector);
    name.split(' ').take(reach.unwrap_or(usize::MAX)).last().unwrap_or_default()
}

/// Whether the noun of a name is one of work that bodies do, as that of a body may be: "Tree Programme".
pub(super) fn has_noun_of_work(name: &str) -> bool {
    matches!(noun(name), "Campaign" | "Initiative" | "Program" | "Programme" | "Project")
}

/// Whether the noun of a name is one of offices and organs, as bodies have them: "Regional Office for Africa".
pub(super) fn has_noun_of_part(name: &str) -> bool {
    PARTS.has(&noun(name).to_lowercase())
}

/// Whether the name is that of work by its own words: "Global Programme on Trees".
pub(super) fn is_undertaking(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let is_sphere = matches!(first, "Country" | "Global" | "Joint" | "Regional" | "Thematic");
    is_sphere && has_noun_of_work(name) && !name.contains("United Nations")
}

/// Whether the word joins two parts of a name.
pub(super) fn is_connector(word: &str) -> bool {
    CONNECTORS.has(word)
}

/// The nouns in a name that tell what kind of body it is, in lower case.
pub(super) fn nouns(name: &str) -> Vec<String> {
    name.split_whitespace().filter(|word| is_head(word)).map(str::to_lowercase).collect()
}
