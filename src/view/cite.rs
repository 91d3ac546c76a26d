//! Citations that can be pasted.

use crate::model::{Agency, Citation, Dataset, Date, Document, follows};

use super::Cell;

/// Citations as a list, each by itself.
pub fn citations(dataset: &Dataset, citations: &[Citation]) -> Cell {
    Cell::list(dataset.in_order(citations).into_iter().map(|citation| dataset.cite(citation)))
}

/// The addresses of the documents that are cited, in the order of the citations.
pub fn links(dataset: &Dataset, citations: &[Citation]) -> Cell {
    let mut links = Vec::new();
    for citation in dataset.in_order(citations) {
        let link = dataset.get(&citation.document).and_then(Document::link);
        links.extend(link.filter(|link| !links.contains(link)));
    }
    Cell::List(links)
}

/// The document as a bibliography has it: its body, title, symbol and date.
pub fn full(document: &Document, dataset: &Dataset) -> String {
    let body = document.body.as_ref().and_then(|body| dataset.get(body));
    let body = body.map(|body: &Agency| body.name.to_string());
    let symbol = document.symbol.as_ref().map(ToString::to_string);
    let parts =
        [body, Some(format!("“{}”", document.title)), symbol, document.date.map(Date::words)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Citations in one line: the numbered paragraphs of a document together, its tables too, and every other place by
/// itself, as `A/RES/74/178, paras. 1, 7–9; A/RES/74/178, fn. 1`.
pub fn cite_all(dataset: &Dataset, citations: &[Citation]) -> String {
    let sorted = dataset.in_order(citations);
    let together = |a: &&Citation, b: &&Citation| {
        a.document == b.document && part(a).is_some() && part(a) == part(b)
    };
    let cite = |citations: &[&Citation]| match citations {
        [one] => dataset.cite(one),
        several => {
            let (label, part) = (dataset.label_of(&several[0].document), part(several[0]));
            format!("{label}, {} {}", part.unwrap_or_default(), numbers(several))
        }
    };
    sorted.chunk_by(together).map(cite).collect::<Vec<_>>().join("; ")
}

/// The table of a citation by its number, or the paragraph.
fn number(citation: &Citation) -> &str {
    citation.paragraph.strip_prefix("table ").unwrap_or(&citation.paragraph)
}

/// What several places are that differ in their numbers alone.
fn part(citation: &Citation) -> Option<&'static str> {
    let is_numbered = number(citation).starts_with(|c: char| c.is_ascii_digit());
    let is_table = citation.paragraph.starts_with("table ");
    is_numbered.then_some(if is_table { "tables" } else { "paras." })
}

/// `1, 7–9` or `16.1, 16.4–16.6`, of numbers in order.
fn numbers(citations: &[&Citation]) -> String {
    // Of lettered parts each is named.
    let follows =
        |a: &&Citation, b: &&Citation| !a.paragraph.ends_with(')') && follows(number(a), number(b));
    let run = |run: &[&Citation]| match run {
        [first, .., last] => format!("{}–{}", number(first), number(last)),
        _ => run.iter().map(|citation| number(citation).to_owned()).collect(),
    };
    citations.chunk_by(follows).map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::model::{Id, Records, Text};

    use super::*;

    #[test]
    fn what_is_not_a_numbered_paragraph_stands_by_itself() {
        let dataset = Dataset::new("none".to_owned(), Records::default());
        let cited = |paragraphs: &[&str]| {
            let citation = |paragraph: &&str| Citation {
                document: Id::new("note").unwrap(),
                paragraph: Text::new(paragraph).unwrap(),
            };
            cite_all(&dataset, &paragraphs.iter().map(citation).collect::<Vec<_>>())
        };
        assert_eq!(cited(&["12"]), "note, para. 12");
        assert_eq!(cited(&["9", "10", "7", "12 (a)", "9"]), "note, paras. 7, 9–10, 12 (a)");
        assert_eq!(cited(&["16.4", "16.5", "16.2", "16.6"]), "note, paras. 16.2, 16.4–16.6");
        assert_eq!(
            cited(&["table 16.1", "table 16.2", "1"]),
            "note, para. 1; note, tables 16.1–16.2"
        );
        assert_eq!(cited(&["title", "fn. *"]), "note, fn. *; note, title");
        assert_eq!(cited(&["title", "7"]), "note, para. 7; note, title");
        assert_eq!(cited(&["fn. 1", "11", "7"]), "note, paras. 7, 11; note, fn. 1");
    }
}
