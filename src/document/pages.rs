//! Lines like `3/27`: the pages of a document, or the numbers of resolutions.

use std::collections::{BTreeSet, HashMap};

use super::label::is_number;

/// Which lines look like a page of pages (`3/27`) but are the numbers of resolutions: those beyond
/// the last page, those with a count of pages that no other line has, and those that complete the
/// line above unless they are a page missing among the others.
pub(super) fn numbers_of_texts(lines: &[&str], apart: &[bool]) -> Vec<bool> {
    let mut pages: Vec<Option<(u32, u32)>> = lines.iter().map(|line| page_of_pages(line)).collect();
    let is_number: Vec<bool> = pages.iter().map(Option::is_some).collect();
    for page in &mut pages {
        *page = page.filter(|(page, last)| page <= last);
    }
    let (mut free, mut cited) = (HashMap::new(), Vec::new());
    for (at, page) in pages.iter().enumerate() {
        let Some((page, last)) = *page else { continue };
        let above = at.checked_sub(1).filter(|_| !apart[at]).map_or("", |above| lines[above]);
        if is_cited_behind(above) {
            cited.push(at);
        } else {
            free.entry(last).or_insert_with(BTreeSet::new).insert(page);
        }
    }
    for at in cited {
        let is_missing = |(page, last): &(u32, u32)| {
            free.get(last).is_some_and(|pages| pages.len() > 1 && !pages.contains(page))
        };
        pages[at] = pages[at].filter(is_missing);
    }
    let mut totals: HashMap<u32, usize> = HashMap::new();
    for (_, last) in pages.iter().flatten() {
        *totals.entry(*last).or_default() += 1;
    }
    let count: usize = totals.values().sum();
    let is_page = |last: u32| count == 1 || totals.get(&last).is_some_and(|pages| *pages > 1);
    let is_in_text = |(page, is_number): (Option<(u32, u32)>, bool)| {
        is_number && !page.is_some_and(|(_, last)| is_page(last))
    };
    pages.into_iter().zip(is_number).map(is_in_text).collect()
}

/// Whether the number of a resolution must follow the line: "as asked in its resolution", "resolutions 74/178 and".
fn is_cited_behind(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let is_cited =
        |word: &str| word.contains('/') && word.bytes().any(|byte| byte.is_ascii_digit());
    match last {
        "resolution" | "resolutions" | "decision" | "decisions" => true,
        "and" | "or" => line.split(' ').any(is_cited),
        _ => last.ends_with(',') && is_cited(last),
    }
}

/// Whether the line has nothing but numbers of resolutions: "62/8", "27/4; 28/2", "Decision 2022/316".
pub(super) fn is_numbers_of_texts(text: &str) -> bool {
    let text = text.strip_prefix("Decision ").unwrap_or(text);
    let is_number = |word: &str| {
        let word = word.trim_end_matches([';', ',']).trim_start_matches("S-");
        word.contains('/') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
    };
    text.split(' ').all(is_number)
}

/// The page and the number of pages in a line like `3/27`.
pub(super) fn page_of_pages(line: &str) -> Option<(u32, u32)> {
    let (page, pages) = line.trim_matches(['-', '–', ' ']).split_once('/')?;
    let count = |part: &str| if is_number(part, 1..=4) { part.parse().ok() } else { None::<u32> };
    Some((count(page)?, count(pages)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of the lines, none of which stands apart, are numbers of resolutions.
    fn found<'a>(lines: &[&'a str]) -> Vec<&'a str> {
        let told = numbers_of_texts(lines, &vec![false; lines.len()]);
        lines.iter().zip(told).filter(|(_, is_number)| *is_number).map(|(line, _)| *line).collect()
    }

    #[test]
    fn a_page_that_is_missing_among_the_others_is_no_resolution() {
        let none = [""; 0];
        let above = "It recalled General Assembly resolution";
        let pages = ["2/9", "It met.", "4/9", "It met.", "5/9"];
        assert_eq!(found(&[&[above, "3/9", "74/178 and WHO."], &pages[..]].concat()), none);
        assert_eq!(found(&[&["resolutions 76/188 and", "3/9"], &pages[..]].concat()), none);
        assert_eq!(found(&[&[above, "4/9"], &pages[..]].concat()), ["4/9"]);
        assert_eq!(found(&[&[above, "7/8"], &pages[..]].concat()), ["7/8"]);
        assert_eq!(found(&[above, "3/9"]), ["3/9"]);
        assert_eq!(found(&["It met.", "3/9"]), none);
    }

    #[test]
    fn many_pages_take_no_longer_each() {
        let lines: Vec<String> = (0..200_000).map(|at| format!("1/{}", at % 900 + 100)).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(found(&lines), [""; 0]);
    }

    #[test]
    fn numbers_alone_are_told_from_words_and_years() {
        for line in ["62/8", "27/4 28/2; 34/1", "Decision 2022/316", "S-30/1"] {
            assert!(is_numbers_of_texts(line), "{line}");
        }
        for line in ["2021-2025", "62/8 Trees", "Decision", "Annex I", "A/80/1", "2030"] {
            assert!(!is_numbers_of_texts(line), "{line}");
        }
    }
}
