//! Paragraphs as a flag names them: one, a range, or all of whose labels it is a part.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::model::{
    Dataset, MOST_PARAGRAPHS, Natural, ReadParagraphs, for_each_paragraph, label_key, labels,
    turned, without_paragraph_word,
};

use super::{Error, Every};

/// The labels that records cite, by their keys.
type Cited = BTreeMap<String, String>;

/// The values of a flag for paragraphs: `116`, `105-114`, `PP1-PP4`, `chap. II, sect. A, para. 1`, or `chap. II` or
/// `resolution 67/4` for all of whose labels it is a part. Commas part alternatives, but labels that the dataset has may hold some.
///
/// # Errors
/// When there is nothing in a value, or what is no label.
pub fn paragraphs(dataset: &Dataset, values: &[String]) -> Result<Every<ReadParagraphs>, Error> {
    let cited = OnceCell::new();
    let cited = || cited.get_or_init(|| labels_of(dataset));
    let group = |value: &String| {
        let value = in_signs(value);
        let parts: Vec<&str> = value.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
        match &*parts {
            [one] => Ok(vec![alone(one, cited)?]),
            parts => match split(parts, cited()) {
                Some(split) => split.into_iter().collect(),
                None => Ok(vec![named(value.trim())?]),
            },
        }
    };
    Ok(Every::of(values.iter().map(group).collect::<Result<_, _>>()?))
}

/// Numbers that words join, with the signs for these: `14-16` for `14 to 16`, `22,24` for `22 and 24`.
fn in_signs(value: &str) -> String {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let numbers = without_paragraph_word(value);
    match numbers.split(' ').all(|word| is_number(word) || matches!(word, "to" | "and")) {
        true => numbers.replace(" to ", "-").replace(" and ", ","),
        false => value.to_owned(),
    }
}

/// The alternatives in a value with commas, the longest label first; none where one of its parts is no paragraph by
/// itself.
fn split(parts: &[&str], cited: &Cited) -> Option<Vec<Result<ReadParagraphs, Error>>> {
    let mut split = Vec::new();
    let (mut at, mut is_begun) = (0, false);
    while at < parts.len() {
        let part = parts[at];
        // Behind the beginning of labels, a word for a paragraph belongs to them.
        if is_begun && without_paragraph_word(part) != part {
            return None;
        }
        let longest = (at + 1..=parts.len()).rev().find_map(|end| {
            let found = known(&parts[at..end], cited);
            (!found.is_empty()).then_some((end, found))
        });
        if let Some((end, found)) = longest {
            is_begun = !cited.contains_key(&key(&parts[at..end]));
            split.push(Ok(ReadParagraphs::of(found.iter().map(String::as_str))));
            at = end;
        } else if part.contains(|c: char| c.is_ascii_digit()) {
            split.push(named(part));
            at += 1;
        } else {
            return None;
        }
    }
    (!split.is_empty()).then_some(split)
}

/// The paragraphs of a value without a comma.
fn alone<'c>(value: &str, cited: impl Fn() -> &'c Cited) -> Result<ReadParagraphs, Error> {
    if without_paragraph_word(value).starts_with(|c: char| c.is_ascii_digit())
        && !value.contains('/')
    {
        return named(value);
    }
    let resolution = format!("resolution {value}");
    let found = [value, &resolution].map(|value| known(&[value], cited()));
    match found.into_iter().find(|found| !found.is_empty()) {
        None => named(value),
        Some(found) => Ok(ReadParagraphs::of(found.iter().map(String::as_str))),
    }
}

/// One paragraph by its label, or all from one to another.
fn named(value: &str) -> Result<ReadParagraphs, Error> {
    let label = without_paragraph_word(value);
    if label.trim_matches(',').is_empty() || label.contains('/') {
        return Err(Error::new(
            format!("no paragraph is called `{value}`"),
            "write its number alone, such as 12, 22-24 or `fn. 1`, and name the document with --document",
        ));
    }
    if let Some((first, last)) = label.split_once(['-', '–'])
        && labels(label).len() == 1
    {
        let (first, last) = (first.trim(), last.trim());
        if let Some(turned) = turned(label) {
            let message = format!("the range {value} ends before it begins");
            return Err(Error::new(message, format!("write {turned}")));
        }
        if let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>())
            && last - first.min(last) >= MOST_PARAGRAPHS
        {
            let message = format!("the range {value} is too long");
            return Err(Error::new(message, "the limit is 100,000 paragraphs"));
        }
    }
    Ok(ReadParagraphs::of([label]))
}

/// The labels that are cited so, or else all of which this is a part; of a range behind the beginning of a label, all in it.
fn known(parts: &[&str], cited: &Cited) -> Vec<String> {
    let wanted = key(parts);
    if let Some(label) = cited.get(&wanted) {
        return vec![label.clone()];
    }
    if let [before @ .., last] = parts
        && let Some((from, to)) = without_paragraph_word(last).split_once(['-', '–'])
        && without_paragraph_word(last) != *last
        && !before.is_empty()
    {
        let end = |number: &str| format!("{}, para. {}", before.join(", "), number.trim());
        let range = labels(&format!("{}-{}", end(from), end(to)));
        return range.iter().filter_map(|label| cited.get(&key(&[label])).cloned()).collect();
    }
    if !wanted.starts_with(char::is_alphabetic) {
        return Vec::new();
    }
    let part = format!(",{wanted},");
    let having_it = cited.iter().filter(|(key, _)| format!(",{key},").contains(&part));
    let mut labels: Vec<String> = having_it.map(|(_, label)| label.clone()).collect();
    labels.sort_by_cached_key(|label| Natural::new(label));
    labels
}

fn labels_of(dataset: &Dataset) -> Cited {
    let mut cited = Cited::new();
    for_each_paragraph(dataset, &mut |named| {
        cited.entry(key(&[named.paragraph])).or_insert_with(|| named.paragraph.to_owned());
    });
    cited
}

/// A label as labels are compared, with the words for parts of a document shortened, and without full stops behind
/// words.
fn key(parts: &[&str]) -> String {
    let word = |word: &str| {
        let bare = word.trim_end_matches(['.', ',']).to_lowercase();
        let comma = if word.ends_with(',') { "," } else { "" };
        let short = match &*bare {
            "chapter" => "chap",
            "section" | "sec" => "sect",
            "paragraph" => "para",
            "annexe" => "annex",
            short => short,
        };
        format!("{short}{comma}")
    };
    let words: Vec<String> = parts.join(", ").split_whitespace().map(word).collect();
    label_key(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Records;

    #[test]
    fn a_range_holds_its_paragraphs_and_their_parts() {
        let dataset = Dataset::new("none".to_owned(), Records::default());
        let read = |value: &str| paragraphs(&dataset, &[value.to_owned()]);
        let every = read("105-107,PP2").unwrap();
        let held = |label: &&&str| every.each_holds(|range| range.holds(label));
        let labels = ["104", "105", "106 (a)", "107", "108", "PP2", "PP20", "10"];
        assert_eq!(
            labels.iter().filter(held).copied().collect::<Vec<_>>(),
            ["105", "106 (a)", "107", "PP2"]
        );
        assert!(read(" ").is_err());
        for (wrong, help) in [
            ("1-999999", "the limit is 100,000 paragraphs"),
            ("24-22", "write 22-24"),
            ("7,PP4-PP1", "write PP1-PP4"),
        ] {
            assert!(read(wrong).unwrap_err().to_string().contains(help), "{wrong}");
        }
    }
}
