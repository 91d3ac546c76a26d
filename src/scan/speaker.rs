//! Who spoke: the sentences that say so, and their lists of speakers.

use std::ops::Range;

use super::token::{sentences, start_of};

/// Words by which a sentence says who spoke.
const SPOKEN: &str = "\
    statement was made by|statements were made by|statement was also made by|\
    statements were also made by|made a statement|made statements|\
    made an introductory statement|made introductory statements|made an opening statement|\
    made opening statements|remarks were made by|remarks were delivered by|\
    remarks were also made by|remarks were also delivered by|took the floor|\
    statements were delivered by|statement was delivered by|presentations were made by|\
    presentation was made by|presentations were delivered by|\
    statements were also delivered by|made opening remarks|delivered opening remarks|\
    delivered the opening remarks|video message was|video messages were|\
    delivered a statement|delivered statements|was represented by observers|\
    were represented by observers|statement by the observer|made presentations";

/// The sentences that say who spoke.
pub(super) fn spoken(text: &str) -> Vec<Range<usize>> {
    let is_spoken = |sentence: &Range<usize>| {
        let words = text[sentence.clone()].trim().to_lowercase();
        SPOKEN.split('|').any(|phrase| words.contains(phrase))
            || words.starts_with("statements were") && words.contains(" by ")
            || words.contains("observer")
                && words.contains(" statement")
                && [" made", " delivered"].iter().any(|act| words.contains(act))
    };
    sentences(text).into_iter().filter(is_spoken).collect()
}

/// The items of a list of speakers: what stands between commas behind "observers for" or "by".
pub(super) fn items(text: &str, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let words = &text[sentence.clone()];
    let mut items = Vec::new();
    for opening in ["observers for ", "observer for ", "representatives of ", "representative of "]
    {
        for (at, _) in words.match_indices(opening) {
            let from = at + opening.len();
            let reach = words.floor_char_boundary(from + 4_000);
            let stop = [
                ", in its capacity", " also made", " made ", " (video", ". ", "observers for",
                "representatives of",
            ]
            .iter()
            .filter_map(|stop| words[from..reach].find(stop))
            .min();
            let until = stop.map_or(reach, |stop| from + stop);
            items.extend(split(words, from..until));
        }
    }
    items.into_iter().map(|item| item.start + sentence.start..item.end + sentence.start).collect()
}

/// The parts of a list, without articles and brackets.
fn split(text: &str, list: Range<usize>) -> Vec<Range<usize>> {
    let mut cuts = vec![list.start];
    let inner = &text[list.clone()];
    let mut depth = 0_i32;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => cuts.push(list.start + at),
            _ => {}
        }
    }
    let last = cuts.last().map_or(list.start, |cut| *cut);
    let final_and = text[last..list.end].find(" and the ").or_else(|| {
        (text[last..list.end].matches(" and ").count() == 1)
            .then(|| text[last..list.end].find(" and "))?
    });
    cuts.extend(final_and.map(|at| last + at));
    cuts.push(list.end);
    cuts.windows(2).filter_map(|pair| item(text, pair[0]..pair[1])).collect()
}

fn item(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let mut rest = &text[span];
    for lead in [",", " ", "and ", "the "] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let rest = rest.split(" (").next().unwrap_or(rest).trim_end_matches([' ', '.', ',', ';']);
    let start = start_of(text, rest);
    let is_name = rest.starts_with(char::is_uppercase) && rest.len() < 120;
    is_name.then(|| start..start + rest.len())
}
