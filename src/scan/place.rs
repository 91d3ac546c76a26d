//! Names of countries that stand within other names: "the Gulf of Guinea", "Lake Chad", "Mr. Jordan Doe".

use std::ops::Range;

use super::token::{Places, Token, Words};

/// Words before the name of a country that make it the name of a body of water, another land or a campaign.
static BEFORE: Words = Words::new("Lake Mount Operation River");

/// Names that, after "New", are those of other places.
static NEWER: Words = Words::new("Britain Guinea Ireland Jersey Mexico");

/// Words before "of" and the name of a country that do so.
static BEFORE_OF: Words = Words::new("Bay Gulf Isthmus Sea Strait Straits");

/// Words behind the name of a country, in lower case.
static BEHIND: Words = Words::new(
    "basin canal channel delta desert peninsula plateau river rivers sea strait straits valley antilles",
);

/// Words that go before the names of persons.
pub(super) static TITLES: Words =
    Words::new("Mr Ms Mrs Mx Dr Prof Professor Ambassador Messrs Mme Sir Dame");

/// Whether the word at `at` belongs to the name of a person: "Ms. Jane DOE", "Mr. Jordan Doe".
pub(super) fn is_person(tokens: &[Token], at: usize) -> bool {
    for before in (at.saturating_sub(6)..at).rev() {
        let token = &tokens[before];
        if TITLES.has(token.text) {
            return true;
        }
        // A full stop behind anything but a title or a letter ends the sentence.
        let is_short = token.text == "."
            && before > 0
            && (TITLES.has(tokens[before - 1].text) || tokens[before - 1].text.len() == 1);
        if !token.is_capital() && !is_short {
            return false;
        }
    }
    false
}

/// Parts of the world in the names of regions.
static DIRECTIONS: Words = Words::new(
    "central east eastern north northern south southeast southeastern southern southwest southwestern west western",
);

/// Whether a word is a direction, to be followed by the noun of a region.
pub(super) fn is_direction(word: &str) -> bool {
    DIRECTIONS.has(&word.replace('-', "").to_lowercase())
}

/// The directions that are joined before the name of a region, whose noun they share, each with the name of its region:
/// "Eastern" in "Eastern and Southern Africa".
pub(super) fn sharing(text: &str, region: &Range<usize>) -> Vec<(Range<usize>, String)> {
    let name = &text[region.clone()];
    let Some((_, noun)) = name.rsplit_once(' ') else { return Vec::new() };
    let mut found = Vec::new();
    let mut before = &text[..region.start];
    let joints = [", and ", " and ", "/", ", "];
    // "Heading west, Central Asia": a list needs more than a comma.
    let joints_left = |found: &[_]| &joints[..joints.len() - usize::from(found.is_empty())];
    while let Some(list) = joints_left(&found).iter().find_map(|joint| before.strip_suffix(joint)) {
        let word = list.rsplit([' ', '(', '/']).next().unwrap_or_default();
        let start = list.len() - word.len();
        let follows = |words: &[&str]| words.iter().any(|land| list[..start].ends_with(land));
        // "The South and Eastern Europe", "the Global North and South America".
        let is_noun = !word.ends_with("ern") && follows(&["the ", "The ", "Global ", "global "]);
        let is_small = word.starts_with(char::is_lowercase) != name.starts_with(char::is_lowercase);
        if follows(&["Far ", "Middle ", "Near "]) || is_noun || is_small || !is_direction(word) {
            break;
        }
        found.push((start..list.len(), format!("{word} {noun}")));
        before = &list[..start];
    }
    found
}

/// The larger of the two countries that "the Congo" may mean.
pub(super) const GREATER_CONGO: &str = "COD";

/// Whether the country named by the tokens `first..last` is another place or thing; `is_place` tells whether a
/// place is named that ends with a token.
pub(super) fn is_another(
    tokens: &[Token],
    (first, last): (usize, usize),
    is_place: impl Fn(&Token) -> bool,
) -> bool {
    let before = |back| tokens.word_before(first, back);
    let behind = |at| tokens.word(last + at);
    let name = tokens.word(first);
    let is_money = name == "US"
        && (["dollar", "Dollar", "cent"].iter().any(|coin| behind(0).starts_with(coin))
            || behind(0) == "$");
    // "The Niger delta", but no "Malta sea rescue".
    let is_named =
        behind(0).starts_with(char::is_uppercase) || before(1).eq_ignore_ascii_case("the");
    // "Atlanta, Georgia, United States": a state, unless what stands before is a country of a list.
    let is_state = name == "Georgia"
        && before(1) == ","
        && first > 1
        && tokens[first - 2].is_capital()
        && !is_place(&tokens[first - 2])
        && behind(0) == ","
        && matches!(behind(1), "US" | "USA" | "United" | "U");
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    // "Spanish America", "América Latina": all of the continent, or a part of it.
    let is_continent = matches!(name, "America" | "América")
        && (first > 1 && is_capital(before(1)) && before(2).starts_with(char::is_alphabetic)
            || is_capital(behind(0))
            || behind(0) == "del");
    // The names of some lands in Spanish begin or end with that of a country: "Guinea Ecuatorial", "Samoa Americana".
    let is_spanish = matches!(before(1), "Nueva" | "Nuevo")
        || matches!(behind(0), "Ecuatorial" | "Americana")
        || behind(0) == "del" && matches!(behind(1), "Norte" | "Sur");
    is_money
        || is_continent
        || is_spanish
        || name == "Gaza" && behind(0) == "Province"
        // "Niger State" is a part of Nigeria.
        || behind(0) == "State" && !is_capital(behind(1)) && behind(1) != "party"
        || name.ends_with("-America")
        || is_state
        || is_person(tokens, first)
        || BEFORE.has(before(1))
        || before(1) == "New" && NEWER.has(name)
        || name == "USA" && behind(0) == "Today"
        || before(1) == "South" && before(2) == "New"
        || before(1) == "of" && BEFORE_OF.has(before(2))
        || BEHIND.has(&behind(0).to_lowercase()) && is_named
}
