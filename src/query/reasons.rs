//! Explanations of numbers.

use std::collections::{BTreeSet, HashSet};

use crate::model::{
    Agency, AnyRecord, Dataset, Date, Document, FiledBy, Id, Link, Pillar, Records, Role, Status,
    Vocabulary, counted,
};

use super::commitment::named_by;
use super::reading::on_open;
use super::{Every, FoundAgency, FoundCommitment, FoundProgramme};

/// Why none or few of these programmes are filed under a pillar, where the documents that report them file by headings;
/// and of how many it is a secondary one.
pub fn on_filing(
    pillar: &Id<Pillar>,
    found: &[FoundProgramme<'_>],
    dataset: &Dataset,
) -> Option<String> {
    let is_filed = found.iter().any(|found| found.programme.pillar == *pillar);
    let second = found.iter().filter(|f| f.programme.second_pillars.contains(pillar)).count();
    let more = counted(second, if is_filed { "more programme" } else { "programme" });
    let have = if second == 1 { "has" } else { "have" };
    let parts = [
        on_headings(pillar, found, dataset),
        (second > 0).then(|| format!("{more} {have} this as a secondary pillar")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Why none of these programmes, or none that some documents report, are filed under a pillar by a heading.
fn on_headings(
    pillar: &Id<Pillar>,
    found: &[FoundProgramme<'_>],
    dataset: &Dataset,
) -> Option<String> {
    // Also those that were not asked for: what the filters leave out is filed all the same.
    let filed = dataset.records().programmes.iter().filter(|p| p.pillar == *pillar);
    let reports = filed.flat_map(|programme| &programme.reports);
    let having: HashSet<&Id<Document>> = reports.map(|report| &report.document).collect();
    let documents = reporting(found, dataset);
    let files = |document: &&Document| document.sections.iter().any(|s| s.pillar.is_some());
    let has_some = |document: &Document| having.contains(&document.id);
    let is_nowhere = !documents.iter().any(|document| has_some(document));
    let with_headings: Vec<&Document> = documents.into_iter().filter(files).collect();
    let lacking: Vec<&Document> =
        with_headings.iter().copied().filter(|d| !names(d, pillar) && !has_some(d)).collect();
    if !lacking.is_empty() {
        return Some(format!("no heading in {} names this pillar", Document::labels(&lacking)));
    }
    (is_nowhere && !found.is_empty() && dataset.whole().is_none()).then(|| {
        if with_headings.is_empty() {
            "no heading names a pillar, and the editors assigned no programme to this one"
                .to_owned()
        } else {
            "no programme is filed under the heading that names it".to_owned()
        }
    })
}

/// Whether a heading of the document names the pillar.
fn names(document: &Document, pillar: &Id<Pillar>) -> bool {
    document.sections.iter().any(|section| section.pillar.as_ref() == Some(pillar))
}

/// The documents that report these programmes.
fn reporting<'a>(found: &[FoundProgramme<'_>], dataset: &'a Dataset) -> Vec<&'a Document> {
    let reports = found.iter().flat_map(|found| &found.reports);
    let reporting: HashSet<&Id<Document>> = reports.map(|report| &report.document).collect();
    let documents = dataset.records().documents.iter();
    documents.filter(|document| reporting.contains(&document.id)).collect()
}

/// How many of these programmes the editors have filed under their pillar, where some are filed so, and whose headings
/// file the others: those of any document that reports them, also of one that was not asked for.
pub fn on_editors(found: &[FoundProgramme<'_>], dataset: &Dataset) -> Option<String> {
    let by_editors = found.iter().filter(|f| f.programme.filed_by == FiledBy::Editors).count();
    let (are, their) = if by_editors == 1 { ("is", "its") } else { ("are", "their") };
    match (by_editors, found.len()) {
        (0, _) => None,
        (1, 1) => Some("this programme is assigned to its pillar by the editors".to_owned()),
        (some, all) if some == all => {
            Some("these programmes are assigned to their pillars by the editors".to_owned())
        }
        (some, all) => Some(format!(
            "{some} of {all} programmes {are} assigned to {their} pillar by the editors, the {} by {}",
            if all - some == 1 { "other" } else { "others" },
            filing(found, dataset)
        )),
    }
}

/// Which headings assign the programmes that the editors did not assign.
fn filing(found: &[FoundProgramme<'_>], dataset: &Dataset) -> String {
    let (mut filing, mut is_elsewhere) = (BTreeSet::new(), false);
    let by_source = found.iter().map(|found| found.programme);
    for programme in by_source.filter(|programme| programme.filed_by != FiledBy::Editors) {
        let documents = programme.reports.iter().filter_map(|report| dataset.get(&report.document));
        let headings: Vec<&Document> =
            documents.filter(|document| names(document, &programme.pillar)).collect();
        is_elsewhere |= headings.is_empty();
        filing.extend(headings.into_iter().map(Document::label));
    }
    let filing: Vec<&str> = filing.into_iter().collect();
    let headings = (!filing.is_empty()).then(|| format!("a heading of {}", filing.join(" or ")));
    let elsewhere = is_elsewhere.then(|| "their source".to_owned());
    headings.into_iter().chain(elsewhere).collect::<Vec<_>>().join(" or by ")
}

/// Why shares of these programmes should not be quoted, or of what they are shares, where some of the documents that
/// report them have been read in part.
pub fn on_shares(found: &[FoundProgramme<'_>], dataset: &Dataset) -> Option<String> {
    let documents = reporting(found, dataset);
    let is_part = |document: &&Document| document.coverage.as_ref().is_none_or(|c| !c.is_whole());
    let in_part: Vec<&Document> = documents.iter().copied().filter(is_part).collect();
    let labels = Document::labels(&in_part);
    match (documents.as_slice(), in_part.as_slice()) {
        (_, []) => None,
        ([one], _) => one.reading().map(|_| {
            format!("{labels} has been read only in part; shares refer to what has been recorded")
        }),
        _ => Some(format!(
            "not every activity of {labels} is on record, so shares over several documents mix different coverage: quote those of one document"
        )),
    }
}

/// What a number of these commitments rests on: who links the reports, that older work does not count, and what is
/// known from another document alone.
pub fn on_commitments(found: &[FoundCommitment<'_>]) -> Vec<String> {
    let with = |status| found.iter().filter(move |row| row.standing.status == status);
    let is_linked = |row: &&FoundCommitment<'_>| row.standing.link == Some(Link::Linked);
    let has_older = |row: &&FoundCommitment<'_>| {
        row.commitment.evidence.iter().any(|evidence| evidence.earlier)
    };
    let linked = with(Status::Reported).filter(is_linked).count();
    let older = with(Status::NotReported).filter(has_older).count();
    let by_account = found.iter().filter(|row| row.commitment.is_known_by_account()).count();
    let remarks = [
        (
            linked,
            format!(
                "reported: in {linked} of {} cases the link was made by the editors, not by the later document",
                with(Status::Reported).count()
            ),
        ),
        (
            older,
            format!(
                "not-reported: earlier work does not count; for {older} of {} the same document reports work that \
                 predates the commitment (column “earlier work”)",
                with(Status::NotReported).count()
            ),
        ),
        (
            by_account,
            format!(
                "known only from other documents that cite the instrument: {by_account} of {} (column “sources”)",
                found.len()
            ),
        ),
    ];
    let remarks = remarks.into_iter().filter(|(count, _)| *count > 0).map(|(_, remark)| remark);
    let open = found.iter().filter(|row| !row.commitment.review.is_empty()).count();
    remarks.chain(on_open(open, &counted(found.len(), "commitment"))).collect()
}

/// Which roles count, if only some do; and that `joint` counts all, where that column is shown.
pub fn on_roles(roles: &Every<Role>, says_joint: bool) -> Option<String> {
    let joint = if says_joint {
        "; joint means that one document names two or more agencies as taking part, in any role"
    } else {
        ""
    };
    let words: Vec<&str> = roles.values().map(|role| role.word()).collect();
    (!words.is_empty())
        .then(|| format!("only agencies that take part as {} count{joint}", words.join(" or ")))
}

/// Which documents the gaps are based on.
pub fn on_editions(editions: &[&Document], dataset: &Dataset) -> String {
    let named = editions.iter().map(|document| document.label_and_date());
    let mut named = named.collect::<Vec<_>>().join(", ");
    if dataset.whole().is_some() {
        named.push_str(" (pillars and agencies are not listed: these gaps need the full dataset)");
    }
    match (editions.len(), dataset.periodic_documents().len()) {
        (_, 0) => "this dataset has no periodic report on inter-agency cooperation, so there can be no gaps".to_owned(),
        (1, 1) => format!(
            "gaps in {named}, the only periodic report on inter-agency cooperation that has been read; later editions, \
             if any, have not been read"
        ),
        (some, all) if some == all => {
            format!("gaps in the periodic reports on inter-agency cooperation in the dataset: {named}")
        }
        (some, all) => {
            format!("gaps in {named}: {some} of {all} periodic reports on inter-agency cooperation in the dataset")
        }
    }
}

/// As whose the work of each of these offices counts, with the command that lists the pairs: all of them, also where
/// other filters `leave_out` some.
pub fn on_offices(asked: &Every<Id<Agency>>, leave_out: bool, dataset: &Dataset) -> Vec<String> {
    let pairs = if leave_out { "its pairs, without the other filters" } else { "its pairs" };
    let reports = || dataset.records().programmes.iter().flat_map(|p| &p.reports);
    let participants = || reports().flat_map(|report| &report.participants);
    let offices: BTreeSet<(&Id<Agency>, &Id<Agency>)> = participants()
        .filter_map(|p| Some((p.through.as_ref()?, &p.agency)))
        .filter(|(office, _)| asked.values().any(|id| id == *office))
        .collect();
    let remark = |(office, agency): (&Id<Agency>, &Id<Agency>)| {
        format!(
            "work of {} is counted under {}; {pairs}: `cnd network --around {agency} --agency {office}`",
            dataset.label_of(office),
            dataset.label_of(agency)
        )
    };
    offices.into_iter().map(remark).collect()
}

/// Of which offices the programmes count as those of another agency.
pub fn on_counted_as<'a>(
    rows: impl Iterator<Item = &'a FoundAgency<'a>>,
    dataset: &Dataset,
) -> Vec<String> {
    let mut remarks = Vec::new();
    for row in rows {
        let agencies: BTreeSet<&Id<Agency>> = row.as_office.iter().map(|(_, id)| *id).collect();
        for agency in agencies {
            let programmes = row.as_office.iter().filter(|(_, id)| *id == agency).count();
            let count = if programmes == 1 { "counts" } else { "count" };
            let (office, agency) = (row.agency.label(), dataset.label_of(agency));
            let programmes = counted(programmes, "programme");
            remarks.push(format!("{programmes} of {office} {count} under {agency}"));
        }
    }
    remarks
}

/// Under which names agencies that have been renamed since stand in the documents that name them, for those that are
/// `shown`.
pub fn on_names<'a>(
    named: impl Iterator<Item = (&'a Id<Agency>, &'a Id<Document>)>,
    shown: impl Fn(&Agency) -> bool,
    dataset: &Dataset,
) -> Option<String> {
    let named: BTreeSet<(&Id<Agency>, &Id<Document>)> = named.collect();
    let name_then = |(agency, document): (&Id<Agency>, &Id<Document>)| {
        let (agency, document) = (dataset.get(agency)?, dataset.get(document)?);
        let was_so = |until: Date| document.date.is_some_and(|date| date.is_before(until));
        let former = agency.former_names.iter().find(|former| former.until.is_some_and(was_so))?;
        let former = former.acronym.as_ref().unwrap_or(&former.name);
        shown(agency).then(|| format!("{} is {former} in {}", agency.label(), document.label()))
    };
    let names: BTreeSet<String> = named.into_iter().filter_map(name_then).collect();
    let names: Vec<String> = names.into_iter().collect();
    (!names.is_empty()).then(|| format!("current names are used: {}", names.join("; ")))
}

/// The agencies that take part in the wanted programmes, or that the wanted commitments concern, each with the
/// document that says so.
pub fn agencies_named(
    dataset: &Dataset,
    wanted: impl Fn(&dyn AnyRecord) -> bool,
) -> Vec<(&Id<Agency>, &Id<Document>)> {
    let Records { programmes, commitments, .. } = dataset.records();
    let mut named = Vec::new();
    for programme in programmes.iter().filter(|programme| wanted(*programme)) {
        named.extend(FoundProgramme::whole(programme).named());
    }
    for commitment in commitments.iter().filter(|commitment| wanted(*commitment)) {
        named.extend(named_by(commitment));
    }
    named
}
