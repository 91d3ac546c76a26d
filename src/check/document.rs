//! Rules for documents and their paragraphs.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Collector, steps};
use crate::diagnostic::{Fault, shown, straighten};
use crate::model::{
    Citation, Coverage, Dataset, Document, Fields, FiledBy, Id, Kind, LeafKind, NamedParagraph,
    Pillar, ReadParagraphs, Section, Step, enumerated, for_each_paragraph, is_odd_label, label_key,
    labels, numbers_in, paragraph_number, turned, without_paragraph_word,
};
use crate::nearest::{did_you_mean, nearest};

/// Cited numbered paragraphs and sections lie within the paragraphs that have been read.
pub fn paragraphs_beyond_the_end(found: &mut Collector) {
    let dataset = found.dataset;
    let read = read_paragraphs(dataset);
    let mut beyond: BTreeMap<String, Vec<Fault>> = BTreeMap::new();
    let mut look = |named: NamedParagraph<'_>| {
        let NamedParagraph { at, path, document, paragraph, is_own } = named;
        // What is no number at all, as "fn. 1" or "title", is beyond nothing.
        let is_beyond = |read: &ReadParagraphs| match is_odd_label(paragraph) {
            _ if is_own => !is_no_range(paragraph) && !read.holds(paragraph),
            true => numbers_in(paragraph).any(|number| !read.holds(number)),
            false => is_number(paragraph) && !read.holds(paragraph),
        };
        if read.get(document).is_some_and(is_beyond) {
            let [document, named] = [document, paragraph].map(shown);
            let message = format!("paragraph {named} is outside the `coverage` of `{document}`");
            let help = "correct the number of the paragraph, or `coverage` of the document";
            let fault = Fault::new(found.code, found.at(at).place(path), message);
            beyond.entry(document).or_default().push(fault.help(straighten(paragraph, help)));
        }
    };
    for_each_paragraph(dataset, &mut look);
    for (position, it) in dataset.records().documents.iter().enumerate() {
        let (at, document) = ((Kind::Document, position), it.id.as_str());
        for (i, section) in it.sections.iter().enumerate() {
            let (path, paragraph) = (&steps!("sections", i, "last"), &section.last.to_string());
            look(NamedParagraph { at, path, document, paragraph, is_own: true });
        }
    }
    for mut faults in beyond.into_values() {
        let others = faults.len().saturating_sub(1);
        // So many are not separate mistakes.
        if let (10.., Some(first)) = (others, faults.first_mut()) {
            first.message = format!("{}, and so are {others} more that are cited", first.message);
            faults.truncate(1);
        }
        faults.into_iter().for_each(|fault| found.faults.add(fault));
    }
}

/// Of each document that is held as a source, the paragraphs that have been read, where that can be told.
fn read_paragraphs(dataset: &Dataset) -> HashMap<&str, ReadParagraphs> {
    let documents = dataset.records().documents.iter();
    let read = documents.filter_map(|d| Some((d.id.as_str(), d.coverage.as_ref()?)));
    let is_told = |coverage: &Coverage| {
        let excused = coverage.out_of_scope.iter().flat_map(|excuse| &excuse.paragraphs);
        !coverage.read.iter().chain(excused).any(|range| is_no_range(range))
    };
    let read = read.filter(|(_, coverage)| is_told(coverage));
    read.map(|(id, coverage)| (id, coverage.read_paragraphs())).collect()
}

fn is_number(paragraph: &str) -> bool {
    paragraph.strip_prefix("PP").unwrap_or(paragraph).starts_with(|c: char| c.is_ascii_digit())
}

/// What is cited in words, such as a title or a footnote, is among what has been read, as far as that is known.
pub fn words_for_no_paragraph(found: &mut Collector) {
    let dataset = found.dataset;
    let read = read_paragraphs(dataset);
    for_each_paragraph(dataset, &mut |named| {
        let NamedParagraph { at, path, document, paragraph, is_own } = named;
        let is_in_words = |label: &&str| !is_number(label) && !is_odd_label(label);
        let Some(read) = read.get(document).filter(|read| !read.holds(paragraph)) else { return };
        if is_own || !is_in_words(&paragraph) {
            return;
        }
        let labels: Vec<&str> = read.labels().iter().map(|it| &**it).filter(is_in_words).collect();
        let initial = |label: &str| label.to_lowercase().chars().next();
        let is_alike = |label: &&&str| {
            let is_numbered = numbers_in(label).next().is_some();
            let is_same = numbers_in(label).eq(numbers_in(paragraph));
            is_numbered && is_same && initial(label) == initial(paragraph)
        };
        let alike: Vec<&str> = labels.iter().filter(is_alike).copied().collect();
        let near = if alike.is_empty() { nearest(paragraph, labels) } else { alike };
        if let Some(help) = did_you_mean(&near) {
            let [document, named] = [document, paragraph].map(shown);
            let message = format!("`{named}` is not among what has been read of `{document}`");
            found.at(at).add(path, message, &help);
        }
    });
}

/// Every label is a paragraph label; the ranges under `read` are checked elsewhere.
pub fn odd_paragraphs(found: &mut Collector) {
    let help =
        "write the number of one paragraph alone, such as \"12 (a)\", or words such as \"fn. 1\"";
    for_each_paragraph(found.dataset, &mut |named| {
        let NamedParagraph { at, path, paragraph, is_own, .. } = named;
        if is_odd_label(paragraph) && !(is_own && is_no_range(paragraph)) {
            let message = format!("`{}` is not a paragraph label", shown(paragraph));
            found.at(at).add(path, message, &straighten(paragraph, help));
        }
    });
}

/// Whether this is neither a paragraph nor a range of paragraphs, though it may be one with a word before it.
fn is_no_range(range: &str) -> bool {
    turned(range).is_none()
        && labels(range).iter().any(|label| is_odd_label(without_paragraph_word(label)))
}

/// Sections do not end before they begin.
pub fn sections_out_of_order(document: &Document, found: &mut Collector) {
    for (i, Section { first, last, .. }) in document.sections.iter().enumerate() {
        if first > last {
            let message =
                format!("this section begins with paragraph {first} and ends with {last}");
            found.add(&steps!("sections", i, "first"), message, "correct `first` or `last`");
        }
    }
}

/// Ranges are valid and do not end before they begin.
pub fn ranges_that_are_none(fields: &Fields, found: &mut Collector) {
    fields.leaves(&mut |path, leaf| {
        let ([Step::Key("coverage"), .., Step::Item(_)], LeafKind::Text) = (path, leaf.kind) else {
            return;
        };
        if let Some(turned) = turned(&leaf.text) {
            let message = format!("the range {} ends before it begins", shown(&leaf.text));
            found.add(path, message, &format!("write \"{turned}\""));
        } else if is_no_range(&leaf.text) {
            let message =
                format!("`{}` is neither a paragraph nor a range of them", shown(&leaf.text));
            let help = "write one paragraph or one range for each item: [\"1\", \"3-5\"]";
            found.add(path, message, &straighten(&leaf.text, help));
        }
    });
}

/// What its source has filed under a pillar stands under a heading that names it, where the source has been read or has
/// a heading above it.
pub fn filed_under_another_heading(
    filed_by: FiledBy,
    pillar: &Id<Pillar>,
    places: impl Iterator<Item = Citation>,
    found: &mut Collector,
) {
    if filed_by != FiledBy::Source || found.dataset.get(pillar).is_none() {
        return;
    }
    let mut unnamed = None;
    for place in places {
        // What is known of another document, or of sections that are wrong, may be the heading.
        let is_known = |id: &Id<Pillar>| found.dataset.get(id).is_some();
        let is_wrong =
            |it: &Section| it.first > it.last || !it.pillar.as_ref().is_none_or(is_known);
        let document = found.dataset.get(&place.document);
        let Some(document) = document.filter(|it| !it.sections.iter().any(is_wrong)) else {
            return;
        };
        let above = document.sections.iter().filter(|section| section.holds(&place.paragraph));
        let above: Vec<_> = above.map(|section| section.pillar.as_ref()).collect();
        if above.contains(&Some(pillar)) {
            return;
        }
        let is_read =
            document.coverage.is_some() && paragraph_number::<u16>(&place.paragraph).is_some();
        if is_read || !above.is_empty() {
            unnamed.get_or_insert(place);
        }
    }
    if let Some(Citation { document, paragraph }) = unnamed {
        let [document, paragraph] = [document.as_str(), &paragraph].map(shown);
        let message =
            format!("no heading above paragraph {paragraph} of `{document}` names this pillar");
        let help =
            "correct the pillar or the `sections` of the document, or write `filed_by: editors`";
        found.add(&steps!("pillar"), message, help);
    }
}

/// Every paragraph that has been read is cited by a record, or out of scope for a reason.
pub fn uncited_paragraphs(found: &mut Collector) {
    let dataset = found.dataset;
    let read = read_paragraphs(dataset);
    let mut cited: HashMap<String, HashSet<usize>> = HashMap::new();
    for_each_paragraph(dataset, &mut |NamedParagraph { document, paragraph, .. }| {
        let Some(read) = read.get(document) else { return };
        let odd = numbers_in(paragraph).filter(|_| is_odd_label(paragraph));
        let positions = odd.chain([paragraph]).filter_map(|label| read.position(label));
        cited.entry(document.to_owned()).or_default().extend(positions);
    });
    for (at, document) in dataset.records().documents.iter().enumerate() {
        let id = document.id.as_str();
        let Some(read) = read.get(id) else { continue };
        let cited = cited.remove(id).unwrap_or_default();
        let open: Vec<usize> = (0..read.labels().len()).filter(|at| !cited.contains(at)).collect();
        if !open.is_empty() {
            let plural = if open.len() == 1 { "" } else { "s" };
            let open = enumerated(&read.ranges(&open), "and");
            let message = format!(
                "no record cites paragraph{plural} {open} of `{}`, and none of it is out of scope",
                shown(id)
            );
            let help =
                "record what they say, or say under `out_of_scope:` why there is nothing to record";
            found.at((Kind::Document, at)).add(&steps!("coverage"), message, help);
        }
    }
}

/// A paragraph that is out of scope is stated by no report and no commitment, and stands there once.
pub fn needless_excuses(found: &mut Collector) {
    let (mut cited, mut excused) = (HashSet::new(), HashSet::new());
    let place = |it: &NamedParagraph<'_>| (it.document.to_owned(), label_key(it.paragraph));
    for_each_paragraph(found.dataset, &mut |it| {
        let is_cited = !it.is_own && matches!(it.at.0, Kind::Programme | Kind::Commitment);
        cited.extend(is_cited.then(|| place(&it)));
    });
    for_each_paragraph(found.dataset, &mut |it| {
        if !it.is_own {
            return;
        }
        let place = place(&it);
        let why = if cited.contains(&place) {
            "is out of scope, but a record cites it"
        } else if !excused.insert(place) {
            "is listed as out of scope twice"
        } else {
            return;
        };
        let message = format!("paragraph {} {why}", shown(it.paragraph));
        found.at(it.at).add(it.path, message, "delete it there");
    });
}

/// A periodic document has a date with at least a month.
pub fn vague_editions(document: &Document, found: &mut Collector) {
    if let Some(vague) = document.vague_date() {
        let key = if document.date.is_some() { "date" } else { "periodic" };
        let message = format!("`{}` is periodic but has {vague}", document.id);
        let help = "add the month, so that documents can be ordered";
        found.add(&steps!(key), message, help);
    }
}
