//! Paragraphs as a flag names them: one, or a range.

use crate::model::{ReadParagraphs, fold};

use super::Error;

/// One paragraph, or all from one to another, in lower case: `116`, `105-114`, `pp1-pp4`.
///
/// # Errors
/// When there is nothing in it, or more than one label.
pub fn paragraph_range(value: &str) -> Result<ReadParagraphs, Error> {
    let folded = fold(value);
    let label = ["paragraphs", "paragraph", "paras.", "para.", "§"]
        .iter()
        .find_map(|word| folded.strip_prefix(word))
        .unwrap_or(&folded)
        .trim();
    if label.is_empty() || label.contains([',', '/']) {
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
        _ => Ok(ReadParagraphs::of([label])),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Every;
    use super::*;

    #[test]
    fn a_range_holds_its_paragraphs_and_their_parts() {
        let every = Every::read(&["105-107,PP2".to_owned()], paragraph_range).unwrap();
        let held = |label: &&&str| every.hold(|range| range.holds(&fold(label)));
        let labels = ["104", "105", "106 (a)", "107", "108", "PP2", "PP20", "10"];
        assert_eq!(
            labels.iter().filter(held).copied().collect::<Vec<_>>(),
            ["105", "106 (a)", "107", "PP2"]
        );
        assert!(paragraph_range(" ").is_err());
    }
}
