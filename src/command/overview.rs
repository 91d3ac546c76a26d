//! `cnd` on its own

use std::borrow::Cow;
use std::path::Path;

use anyhow::Result;

use crate::model::{Agency, Commitment, Dataset, Force, ForceClass, Id, Pillar, capitalised};
use crate::query::{
    self, DocumentFilter, FoundAgency, FoundDocument, FoundPillar, FoundProgramme, PillarFilter,
    shell_word,
};
use crate::view;

use super::counted;
use super::output::Output;

/// The usual width of a narrow terminal.
const WIDTH: usize = 80;

pub fn run(data: Option<&Path>, dataset: &Dataset, out: &mut Output) -> Result<()> {
    let records = dataset.records();
    let taking_part = query::AgencyFilter::default().find(dataset);
    let part = taking_part.iter().filter(|found| found.takes_part_itself()).count();
    let mut agencies = counted(records.agencies.len(), "agency");
    if !records.agencies.is_empty() {
        agencies.push_str(&format!(", {part} of them in a programme"));
    }
    let found = query::ProgrammeFilter::default().find(dataset);
    let counts = format!(
        "{}\n{agencies}; {} ({})\n{}\n\n",
        super::programmes::count(&found),
        counted(records.documents.len(), "document"),
        dataset.name(),
        commitments(&records.commitments),
    );
    let rows = PillarFilter::default().find(dataset);
    let after = time_line(&found, dataset) + &suggestions(data, &rows, &taking_part, dataset);
    out.frame = [counts, after];
    out.rows("pillars", &rows, &view::overview(), dataset)
}

/// How many commitments there are, and of which sort.
fn commitments(all: &[Commitment]) -> String {
    let count = |class: &ForceClass| all.iter().filter(|c| c.force.class() == *class).count();
    let has_decisions = all.iter().any(|commitment| commitment.force == Force::Decided);
    let classes = ForceClass::ALL.iter().map(|class| (class, count(class)));
    let classes: Vec<String> = classes
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| match class {
            ForceClass::Pledge if !has_decisions => counted(count, "pledge"),
            class => format!("{count} {}", class.words(count)),
        })
        .collect();
    let sum = counted(all.len(), "commitment");
    if classes.is_empty() { sum } else { format!("{sum}: {}", classes.join("; ")) }
}

/// The columns for each document, short enough for the usual width.
const HEADINGS: [&str; 5] = ["date", "document", "programmes", "commitments", "read"];

/// The documents that have been read, oldest first, with how much each holds.
fn time_line(programmes: &[FoundProgramme<'_>], dataset: &Dataset) -> String {
    let all = DocumentFilter::default().find(dataset);
    let count = all.len();
    let mut read: Vec<FoundDocument<'_>> =
        all.into_iter().filter(|found| state(found).is_some()).collect();
    if read.is_empty() {
        return String::new();
    }
    read.sort_by_key(|found| (found.document.date, &found.document.id));
    let cells: Vec<[String; 5]> = read.iter().map(line).collect();
    let widths: [usize; 5] = std::array::from_fn(|column| {
        let longest = cells.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
        if longest == 0 { 0 } else { longest.max(HEADINGS[column].len()) }
    });
    let mut lines = String::from("\nDocuments that have been read:\n");
    for cells in [HEADINGS.map(str::to_owned)].iter().chain(&cells) {
        let shown = |(at, (cell, width)): (usize, (&String, usize))| match (width, at) {
            (0, _) => String::new(),
            (_, 2 | 3) => format!("  {cell:>width$}"),
            _ => format!("  {cell:width$}"),
        };
        let line: String = cells.iter().zip(widths).enumerate().map(shown).collect();
        lines += &format!("{}\n", line.trim_end());
    }
    match count - read.len() {
        0 => {}
        more => lines.push_str(&format!("  and {more} that these cite\n")),
    }
    if read.len() > 1 {
        lines.push_str(
            "A programme or commitment is counted under each document that mentions it.\n",
        );
    }
    lines.push_str(
        "A programme is any recorded activity: a project, publication, event or mechanism. It is joint if one \
         document names two or more agencies as taking part, in any role.\n",
    );
    let remarks = [
        query::on_reviews(programmes),
        query::on_editors(programmes, dataset),
        query::on_shares(programmes, dataset),
    ];
    for remark in remarks.into_iter().flatten() {
        lines.push_str(&format!("{}.\n", capitalised(&remark)));
    }
    lines
}

/// How much of a document has been read, where something has.
fn state(found: &FoundDocument<'_>) -> Option<&'static str> {
    Some(if found.document.reading()?.is_whole() { "in full" } else { "in part" })
}

fn line(found: &FoundDocument<'_>) -> [String; 5] {
    let some = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    [
        found.document.date.map_or_else(String::new, |date| date.to_string()),
        found.document.label().to_owned(),
        some(found.programmes.len()),
        some(found.commitments.len()),
        state(found).unwrap_or_default().to_owned(),
    ]
}

/// Commands to try next on this dataset.
fn suggestions(
    data: Option<&Path>,
    pillars: &[FoundPillar<'_>],
    agencies: &[FoundAgency<'_>],
    dataset: &Dataset,
) -> String {
    let data = data.map_or(String::new(), |path| {
        format!(" --data {}", shell_word(&path.display().to_string()))
    });
    let mut lines = Vec::new();
    let mut suggest = |command: String, what| lines.push((format!("  cnd {command}{data}"), what));
    if let Some(pillar) = busiest_pillar(pillars) {
        suggest(format!("programmes --pillar {pillar}"), "what is filed under a pillar");
    }
    if let Some(agency) = busiest_agency(agencies, dataset) {
        suggest(format!("agencies --with {agency}"), "who is named together with it");
        if !dataset.records().commitments.is_empty() {
            suggest("commitments".to_owned(), "what was promised");
        }
        suggest(format!("show {agency}"), "everything about it, with sources");
        suggest("programmes -o programmes.csv --excel".to_owned(), "a spreadsheet");
    }
    let widest = lines.iter().map(|(command, _)| command.chars().count()).max().unwrap_or(0);
    let beside = lines.iter().all(|(_, what)| widest + 3 + what.len() <= WIDTH);
    let line = |(command, what): &(String, &str)| {
        if beside {
            format!("{command:widest$}   {what}\n")
        } else {
            format!("{command}\n      {what}\n")
        }
    };
    let lines: String = lines.iter().map(line).collect();
    if lines.is_empty() { lines } else { format!("\nTry:\n{lines}") }
}

/// The pillar with the most programmes, the first of several.
fn busiest_pillar<'a>(found: &[FoundPillar<'a>]) -> Option<&'a Id<Pillar>> {
    let busiest = found.iter().rev().max_by_key(|found| found.programmes.len())?;
    (!busiest.programmes.is_empty()).then_some(&busiest.pillar.id)
}

/// The agency that takes part in the most programmes, the first of several, as it is best typed.
fn busiest_agency<'a>(found: &[FoundAgency<'a>], dataset: &Dataset) -> Option<Cow<'a, str>> {
    let busiest = found.iter().rev().max_by_key(|found| found.programmes.len())?;
    let agency = busiest.agency;
    let own = |name: &&str| query::all::<Agency>(dataset, name).len() == 1;
    let typed = agency.acronym.as_deref().filter(own).unwrap_or(agency.id.as_str());
    (!busiest.programmes.is_empty()).then(|| shell_word(typed))
}
