//! Citations that can be pasted.

use crate::model::{Agency, Citation, Dataset, Date, Document};

use super::Cell;

/// Citations without repetitions, by document and paragraph.
fn sorted<'c>(dataset: &Dataset, citations: &'c [Citation]) -> Vec<&'c Citation> {
    let mut sorted: Vec<&Citation> = citations.iter().collect();
    sorted.sort_by_key(|citation| (dataset.document_label(&citation.document), citation.order()));
    sorted.dedup();
    sorted
}

/// Citations as a list, each by itself.
pub fn citations(dataset: &Dataset, citations: &[Citation]) -> Cell {
    let sorted = sorted(dataset, citations);
    Cell::list(sorted.into_iter().map(|citation| dataset.cite(citation)))
}

/// The addresses of the documents that are cited, in the order of the citations.
pub fn links(dataset: &Dataset, citations: &[Citation]) -> Cell {
    let mut links = Vec::new();
    for citation in sorted(dataset, citations) {
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

/// Citations in one line: the numbered paragraphs of a document together, every other place by itself, as
/// `A/RES/74/178, paras. 1, 7–9; A/RES/74/178, fn. 1`.
pub fn cite_all(dataset: &Dataset, citations: &[Citation]) -> String {
    let sorted = sorted(dataset, citations);
    let numbered =
        |citation: &Citation| citation.paragraph.starts_with(|c: char| c.is_ascii_digit());
    let together =
        |a: &&Citation, b: &&Citation| a.document == b.document && numbered(a) && numbered(b);
    let cite = |citations: &[&Citation]| match citations {
        [one] => dataset.cite(one),
        several => {
            format!("{}, {}", dataset.document_label(&several[0].document), paragraphs(several))
        }
    };
    sorted.chunk_by(together).map(cite).collect::<Vec<_>>().join("; ")
}

/// `paras. 1, 7–9`, of numbered paragraphs in order.
fn paragraphs(citations: &[&Citation]) -> String {
    let number = |citation: &Citation| citation.paragraph.parse::<u32>().ok();
    let follows = |a: &&Citation, b: &&Citation| {
        number(a).is_some_and(|a| number(b).is_some_and(|b| b == a + 1))
    };
    let run = |run: &[&Citation]| match run {
        [first, .., last] => format!("{}–{}", first.paragraph, last.paragraph),
        _ => run.iter().map(|citation| citation.paragraph.to_string()).collect(),
    };
    let runs: Vec<String> = citations.chunk_by(follows).map(run).collect();
    format!("paras. {}", runs.join(", "))
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
        assert_eq!(cited(&["title", "fn. *"]), "note, fn. *; note, title");
        assert_eq!(cited(&["title", "7"]), "note, para. 7; note, title");
        assert_eq!(cited(&["fn. 1", "11", "7"]), "note, paras. 7, 11; note, fn. 1");
    }
}
