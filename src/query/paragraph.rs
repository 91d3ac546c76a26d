//! Paragraphs as a flag names them: one, or a range.

use crate::model::{
    Dataset, ReadParagraphs, for_each_paragraph, label_key, labels, without_paragraph_word,
};

use super::Error;

/// One paragraph, or all from one to another: `116`, `105-114`, `PP1-PP4`, `chap. II, sect. A, para. 1`.
///
/// A label that the dataset has may hold commas. Any other text with commas is refused, so that its parts are tried,
/// unless one of them is no paragraph by itself.
///
/// # Errors
/// When there is nothing in it, or more than one label.
pub fn paragraph_range(dataset: &Dataset, value: &str) -> Result<ReadParagraphs, Error> {
    let label = without_paragraph_word(value);
    let stands_alone =
        |part: &str| part.contains(|c: char| c.is_ascii_digit()) || is_label(dataset, part);
    let several = || {
        let mut parts = label.split(',').map(str::trim).filter(|part| !part.is_empty());
        label.contains(',') && parts.all(stands_alone)
    };
    let is_none = label.is_empty() || label.contains('/') || several();
    if is_none && !is_label(dataset, label) {
        return Err(Error::new(
            format!("no paragraph is called `{value}`"),
            "write its number alone, such as 12, 22-24 or `fn. 1`, and name the document with --document",
        ));
    }
    let ends = label.split_once(['-', '–']);
    let ends = ends.and_then(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?)));
    match ends {
        Some((first, last)) if last < first => Err(Error::new(
            format!("the range {value} ends before it begins"),
            format!("write {last}-{first}"),
        )),
        Some((first, last)) if first < last && labels(label).len() == 1 => {
            Err(Error::new(format!("the range {value} is too long"), "choose a nearer end"))
        }
        _ => Ok(ReadParagraphs::of([label])),
    }
}

/// Whether a record names a paragraph so.
fn is_label(dataset: &Dataset, label: &str) -> bool {
    let key = label_key(label);
    let mut found = false;
    for_each_paragraph(dataset.records(), &mut |named| found |= label_key(named.paragraph) == key);
    found
}

#[cfg(test)]
mod tests {
    use super::super::Every;
    use super::super::fixture::editions;
    use super::*;

    #[test]
    fn a_range_holds_its_paragraphs_and_their_parts() {
        let read = |value: &str| paragraph_range(&editions(), value);
        let every = Every::read(&["105-107,PP2".to_owned()], read).unwrap();
        let held = |label: &&&str| every.hold(|range| range.holds(label));
        let labels = ["104", "105", "106 (a)", "107", "108", "PP2", "PP20", "10"];
        assert_eq!(
            labels.iter().filter(held).copied().collect::<Vec<_>>(),
            ["105", "106 (a)", "107", "PP2"]
        );
        assert!(read(" ").is_err());
        assert!(read("1-999999").is_err());
    }
}
