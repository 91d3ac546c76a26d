//! Passages without a number, as records cite them: by chapter, heading and order.

use crate::document::{Kind, Paragraph};

/// What a record cites: "chap. VI, deliberations, para. 2 (a)".
struct Address<'a> {
    chapter: &'a str,
    /// The parts of the chapter, each matched against its headings.
    parts: Vec<&'a str>,
    /// Which of the paragraphs there.
    number: Option<usize>,
    /// Which item of that paragraph.
    item: Option<&'a str>,
}

impl<'a> Address<'a> {
    fn read(cited: &'a str) -> Option<Self> {
        let mut parts: Vec<&str> = cited.split(", ").collect();
        let chapter = chapter_of(parts.remove(0))?;
        let last = parts.last().and_then(|last| last.strip_prefix("para. "));
        let (number, item) = match last {
            Some(last) => {
                parts.pop();
                let (number, item) =
                    last.split_once(' ').map_or((last, None), |(n, i)| (n, Some(i)));
                (Some(number.parse().ok()?), item)
            }
            None => (None, None),
        };
        Some(Self { chapter, parts, number, item })
    }

    /// Whether the passage under these headings of its chapter is meant.
    fn is_under(&self, headings: &[&str]) -> bool {
        self.parts.iter().all(|part| match part.strip_prefix("sect. ") {
            Some(letter) => {
                let last = headings.iter().rev().find_map(|heading| lettered(heading));
                last == Some(letter)
            }
            // The first heading is the title of the chapter.
            None if *part == "opening part" => headings.len() < 2,
            None => headings
                .last()
                .is_some_and(|heading| heading.to_lowercase().contains(&part.to_lowercase())),
        })
    }
}

/// "VI" of "chap. VI", "Chapter VI".
fn chapter_of(text: &str) -> Option<&str> {
    let number = ["chap. ", "ch. ", "Chapter "].iter().find_map(|word| text.strip_prefix(word))?;
    (!number.is_empty() && number.bytes().all(|byte| b"IVXLC".contains(&byte))).then_some(number)
}

/// "E" of "E. Closing".
fn lettered(heading: &str) -> Option<&str> {
    let (letter, _) = heading.split_once(". ")?;
    (letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase())).then_some(letter)
}

/// Replaces the label of each passage that an address leads to with the address as cited.
pub(super) fn resolve<'a>(
    paragraphs: &'a [Paragraph],
    labels: &mut [&'a str],
    cited: impl Iterator<Item = &'a str>,
) {
    for cited in cited {
        let Some(address) = Address::read(cited) else { continue };
        let (mut chapter, mut headings, mut count) = ("", Vec::new(), 0);
        for (at, paragraph) in paragraphs.iter().enumerate() {
            match paragraph.kind {
                Kind::Heading => {
                    count = 0;
                    match chapter_of(&paragraph.text) {
                        Some(number) => {
                            chapter = number;
                            headings.clear();
                        }
                        None => headings.push(paragraph.text.as_str()),
                    }
                }
                Kind::Body => count += 1,
                _ => {}
            }
            let is_there = chapter == address.chapter && address.is_under(&headings);
            let is_counted = address.number.is_none_or(|number| number == count);
            let item = (paragraph.kind == Kind::Item)
                .then(|| paragraph.label.rsplit_once(' ').map_or("", |(_, item)| item));
            if is_there && is_counted && (address.number.is_none() || address.item == item) {
                labels[at] = cited;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::paragraph;
    use super::*;

    #[test]
    fn an_address_leads_to_its_passage() {
        let paragraphs = [
            paragraph(Kind::Heading, "Chapter VI"),
            paragraph(Kind::Heading, "Cooperation"),
            paragraph(Kind::Body, "One."),
            paragraph(Kind::Body, "Two:"),
            Paragraph { label: "ch. VI (a)".into(), ..paragraph(Kind::Item, "of two.") },
            paragraph(Kind::Heading, "Deliberations"),
            paragraph(Kind::Body, "Three."),
            paragraph(Kind::Heading, "E. Closing"),
            paragraph(Kind::Body, "Four."),
        ];
        for (cited, found) in [
            ("chap. VI, opening part, para. 1", vec![2]),
            ("chap. VI, opening part, para. 2 (a)", vec![4]),
            ("chap. VI, deliberations, para. 1", vec![6]),
            ("chap. VI, sect. E", vec![7, 8]),
            ("chap. V, deliberations, para. 1", vec![]),
            ("12", vec![]),
        ] {
            let mut labels = vec![""; paragraphs.len()];
            resolve(&paragraphs, &mut labels, [cited].into_iter());
            let at: Vec<usize> = (0..labels.len()).filter(|at| labels[*at] == cited).collect();
            assert_eq!(at, found, "{cited}");
        }
    }
}
