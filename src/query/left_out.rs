//! Messages on what results do not show: records that filters leave out, and work listed under other names.

use std::collections::BTreeSet;

use crate::model::{
    Agency, Country, Dataset, Group, Id, Party, Programme, Region, Report, counted,
};

use super::{
    CommitmentFilter, Every, FoundProgramme, Gap, GapFilter, GapKind, ProgrammeFilter, shell_word,
};

/// The unit of further results.
const MORE: &str = "more programme";

/// What `--latest` leaves out that a reader may miss: commitments that are not reported, which others repeat, and
/// branches of a line that end before another.
pub fn on_latest(filter: &CommitmentFilter, dataset: &Dataset) -> Option<String> {
    let (silences, ends) = filter.left_out_by_latest(dataset);
    let ends = (ends > 0).then(|| match ends {
        1 => {
            "1 earlier commitment whose line continues in another branch (`cnd trace ID` shows it)"
                .to_owned()
        }
        several => format!(
            "{several} earlier commitments whose lines continue in another branch (`cnd trace ID` shows them)"
        ),
    });
    let silences = (silences > 0).then(|| {
        format!("{} that later texts repeat", counted(silences, "not-reported commitment"))
    });
    let parts: Vec<String> = silences.into_iter().chain(ends).collect();
    (!parts.is_empty()).then(|| format!("--latest leaves out {}", parts.join(", and ")))
}

/// How many more commitments are addressed to groups that include one that is asked for, or are part of it.
pub fn on_akin(filter: &CommitmentFilter, found: usize, dataset: &Dataset) -> Option<String> {
    let [asked] = filter.to.groups() else { return None };
    let with = |to: &[Party]| {
        CommitmentFilter { to: Every::of(vec![to.to_vec()]), ..filter.clone() }.find(dataset).len()
    };
    let akin = asked.iter().filter_map(Party::group).flat_map(Group::akin);
    let mut akin: Vec<Group> = akin.collect();
    akin.retain(|group| {
        !asked.contains(&Party::Group(*group)) && with(&[Party::Group(*group)]) > 0
    });
    let all = asked.iter().cloned().chain(akin.iter().copied().map(Party::Group));
    let all: Vec<Party> = all.collect();
    let more = with(&all) - found;
    let names: Vec<&str> = akin.into_iter().map(Group::name).collect();
    let all: Vec<&str> = all.iter().map(Party::as_str).collect();
    (more > 0).then(|| {
        let commitments = counted(more, "more commitment");
        let verb = if more == 1 { "is" } else { "are" };
        let names = names.join(" or ");
        format!("{commitments} {verb} addressed to {names}: --to {}", all.join(","))
    })
}

/// How many gaps of a document have been reported since: those that are left out, or are among these where documents
/// are named.
pub fn on_reported_since(
    filter: &GapFilter,
    found: &[Gap<'_>],
    dataset: &Dataset,
) -> Option<String> {
    let of = |documents| GapFilter { documents, ..filter.clone() }.find(dataset);
    // That an agency has no other activity is no gap either where a later document does not name it.
    let keys = |gaps: &[Gap<'_>]| -> BTreeSet<_> {
        let gaps = gaps.iter().filter(|gap| gap.gap != GapKind::NoOtherActivity);
        gaps.map(|gap| (gap.gap, gap.record.slug().to_owned())).collect()
    };
    let editions = filter.editions(dataset).into_iter().map(|document| document.id.clone());
    let (named, open) = if filter.documents.is_empty() {
        (keys(&of(Every::of(vec![editions.collect()]))), keys(found))
    } else {
        (keys(found), keys(&of(Every::default())))
    };
    match (named.difference(&open).count(), filter.documents.is_empty()) {
        (0, _) => None,
        (since, true) => Some(format!(
            "left out, as a later document reports on them: {} (use --document)",
            counted(since, "gap")
        )),
        (since, false) => {
            let all = counted(found.len(), "gap");
            Some(format!("a later document reports on {since} of {all}"))
        }
    }
}

/// How many programmes `--only` leaves out, and `--without` does not, since others take part that are not named.
pub fn on_unnamed(filter: &ProgrammeFilter, dataset: &Dataset) -> Option<String> {
    let (left_out, kept) = filter.with_unnamed(dataset);
    let remarks = [
        (left_out, "--only leaves out", "whose other participants are not named"),
        (kept, "--without keeps", "whose participants are not all named"),
    ];
    let remarks = remarks.into_iter().filter(|(unnamed, ..)| *unnamed > 0);
    let remarks: Vec<String> = remarks
        .map(|(unnamed, does, why)| format!("{does} {} {why}", counted(unnamed, "programme")))
        .collect();
    (!remarks.is_empty()).then(|| remarks.join("; "))
}

/// Where documents name those of these agencies that take part in no programme.
pub fn on_bystanders<'a>(
    agencies: impl IntoIterator<Item = &'a Id<Agency>>,
    dataset: &Dataset,
) -> Vec<String> {
    let naming = dataset.agency_mentions();
    let takes_part = |id: &Id<Agency>| {
        let agencies = Every::only(id.clone());
        !ProgrammeFilter { agencies, ..ProgrammeFilter::default() }.find(dataset).is_empty()
    };
    let bystander = |id: &'a Id<Agency>| {
        let places = naming.get(id).into_iter().flatten();
        let documents: BTreeSet<&str> =
            places.map(|place| dataset.label_of(&place.document)).collect();
        (!documents.is_empty() && !takes_part(id)).then(|| {
            let (agency, named) = (dataset.label_of(id), Vec::from_iter(documents).join(", "));
            format!("{agency} takes part in no programme; it is named in {named} (`cnd show {id}`)")
        })
    };
    agencies.into_iter().filter_map(bystander).collect()
}

/// What else is reported of the agencies and countries that are asked for, by another name: what a part of an agency
/// does, what a government takes part in, and what is done in a region that holds a country. Each ends with the option
/// to use instead; for an agency that is `option`.
pub fn on_others(filter: &ProgrammeFilter, option: &str, dataset: &Dataset) -> Vec<String> {
    let agencies = match filter.agencies.groups() {
        [agencies] => agencies.as_slice(),
        _ => &[],
    };
    let has_places = !filter.countries.is_empty() || !filter.regions.is_empty();
    if agencies.is_empty() && !has_places && filter.governments.is_empty() {
        return Vec::new();
    }
    let found: BTreeSet<&Id<Programme>> =
        filter.find(dataset).iter().map(|found| &found.programme.id).collect();
    let anywhere = ProgrammeFilter { countries: Every::default(), ..filter.clone() };
    let everywhere = if filter.countries.is_empty() { Vec::new() } else { anywhere.find(dataset) };
    let of_parts = |id| of_parts(id, filter, (&found, option), dataset);
    let mut others: Vec<String> = agencies.iter().filter_map(of_parts).collect();
    for country in filter.countries.values() {
        let government = ProgrammeFilter { governments: Every::only(*country), ..anywhere.clone() };
        let more = more(&government, &found, dataset);
        if more > 0 {
            others.push(format!(
                "the government of {country} takes part in {}: --government {}",
                counted(more, MORE),
                shell_word(country.name())
            ));
        }
        others.extend(around(*country, &everywhere, &found));
    }
    if found.is_empty() && !filter.governments.is_empty() {
        let whichever = ProgrammeFilter { governments: Every::default(), ..filter.clone() };
        let found = whichever.find(dataset);
        others.extend(without(&found, "government", |report| report.governments.is_empty()));
    } else if found.is_empty() && !filter.regions.is_empty() {
        let anywhere = ProgrammeFilter { regions: Every::default(), ..anywhere }.find(dataset);
        let nowhere = |report: &Report| report.countries.is_empty() && report.regions.is_empty();
        others.extend(without(&anywhere, "country or region", nowhere));
    } else if found.is_empty() {
        others.extend(without(&everywhere, "country", |report| report.countries.is_empty()));
    }
    others
}

/// How many of these programmes list no country, region or government, if any.
fn without(
    found: &[FoundProgramme<'_>],
    what: &str,
    lists_none: impl Fn(&Report) -> bool,
) -> Option<String> {
    let nowhere = |found: &&FoundProgramme<'_>| found.reports.iter().all(|r| lists_none(r));
    let nowhere = found.iter().filter(nowhere).count();
    let verb = if nowhere == 1 { "lists" } else { "list" };
    (nowhere > 0)
        .then(|| format!("{nowhere} of {} {verb} no {what}", counted(found.len(), "programme")))
}

/// How many more programmes another filter finds.
fn more(filter: &ProgrammeFilter, found: &BTreeSet<&Id<Programme>>, dataset: &Dataset) -> usize {
    let all = filter.find(dataset);
    all.iter().filter(|other| !found.contains(&other.programme.id)).count()
}

/// In how many more programmes the organs and offices of an agency take part.
fn of_parts(
    whole: &Id<Agency>,
    filter: &ProgrammeFilter,
    (found, option): (&BTreeSet<&Id<Programme>>, &str),
    dataset: &Dataset,
) -> Option<String> {
    let of = |agencies| ProgrammeFilter { agencies, ..filter.clone() };
    let mut parts: Vec<&Id<Agency>> = vec![whole];
    let mut at = 0;
    while let Some(above) = parts.get(at).copied() {
        let below = dataset.records().agencies.iter().filter(|a| a.parent.as_ref() == Some(above));
        let new: Vec<_> = below.map(|agency| &agency.id).filter(|id| !parts.contains(id)).collect();
        parts.extend(new);
        at += 1;
    }
    parts.remove(0);
    parts.retain(|id| more(&of(Every::only((*id).clone())), found, dataset) > 0);
    if parts.is_empty() {
        return None;
    }
    let all = parts.iter().map(|id| (*id).clone()).collect();
    let more = more(&of(Every::of(vec![all])), found, dataset);
    let ids: Vec<&str> = parts.iter().map(|id| id.as_str()).collect();
    let whole = dataset.label_of(whole);
    let who = match parts.as_slice() {
        [part] => format!("{}, a part of {whole}, takes part", dataset.label_of(part)),
        _ => format!("parts of {whole} take part"),
    };
    Some(format!("{who} in {}: {option} {}", counted(more, MORE), ids.join(",")))
}

/// How many more programmes name a region in which a country lies, or may lie where only the parts of the standard are
/// known across which the region lies.
fn around(
    country: Country,
    everywhere: &[FoundProgramme<'_>],
    found: &BTreeSet<&Id<Programme>>,
) -> Option<String> {
    let (mut names, mut more) = (BTreeSet::new(), 0);
    for other in everywhere {
        let regions = other.reports.iter().flat_map(|report| &report.regions);
        let holding = regions.filter(|name| Region::may_include(name, country));
        let holding: Vec<&str> = holding.map(|name| &**name).collect();
        if !found.contains(&other.programme.id) && !holding.is_empty() {
            names.extend(holding);
            more += 1;
        }
    }
    let names: Vec<&str> = names.into_iter().collect();
    let verb = if more == 1 { "names" } else { "name" };
    (more > 0).then(|| {
        format!(
            "{} {verb} a region that includes or may include {country}: --region {}",
            counted(more, MORE),
            shell_word(&names.join(","))
        )
    })
}

/// That this is a selection from a dataset, if it is: missing records mean nothing.
pub fn on_part(dataset: &Dataset) -> Option<String> {
    dataset.whole().map(|whole| {
        format!(
            "{} is a selection from a dataset of {whole}; missing records are not gaps, and counts and shares refer \
             to the selection",
            dataset.name()
        )
    })
}
