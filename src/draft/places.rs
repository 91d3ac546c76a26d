//! The places of a report: where the work is done, which governments take part, and where people met.

use super::list::{before_name, goes_on};
use super::passage::Passage;
use super::programme::{each_once, of_kind};
use super::request::has;
use super::role::EVENTS;
use crate::model::{Country, Text, enumerated};
use crate::scan::{Kind, Mention, is_past};

/// Words before "of" with which a Government takes part.
const JOINT: &str =
    "participation cooperation collaboration partnership leadership involvement support";

/// The places of a report.
#[derive(Default)]
pub(super) struct Places {
    pub governments: Vec<Country>,
    pub countries: Vec<Country>,
    pub regions: Vec<Text>,
    /// Countries that may take part themselves, as they are written.
    unsure: Vec<String>,
    /// Where people met, as it is written.
    venues: Vec<String>,
}

/// The part that a country has, by the words before it.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Government,
    Place,
    /// "With Peru", "Peru and UNODC": a place if no other one is named.
    Unsure,
    /// "The Ministry of Health of Peru": a place if no other one is named; asked about only if one is.
    National,
    /// "From Peru", "UNODC and Peru": where someone or something comes from, or a State that takes part.
    Other,
}

impl Places {
    /// Those of these mentions, and the venues besides.
    pub fn of(mentions: &[Mention], passage: &Passage) -> Self {
        let text = passage.text.as_str();
        let mut places = Self::default();
        let mut open = Vec::new();
        let mut last: Option<(&Mention, Part)> = None;
        let kinds = [Kind::Agency, Kind::Country, Kind::Region];
        for mention in mentions.iter().filter(|it| kinds.contains(&it.kind)) {
            if mention.kind != Kind::Country {
                let part = if mention.kind == Kind::Agency { Part::Other } else { Part::Place };
                last = Some((mention, part));
                continue;
            }
            if let Some(venue) = venue(passage, mention) {
                places.venues.push(venue.to_owned());
                continue;
            }
            let joint = last.and_then(|(before, part)| joint(text, before, mention, part));
            let part = joint.unwrap_or_else(|| part(&text[..mention.span.start]));
            last = Some((mention, part));
            let [code] = mention.ids.as_slice() else { continue };
            let country = Country::from_code(code);
            match part {
                Part::Government => places.governments.extend(country),
                Part::Place => places.countries.extend(country),
                Part::Unsure | Part::National | Part::Other => open.push((mention, country, part)),
            }
        }
        let is_alone = places.countries.is_empty();
        open.retain(|(_, it, _)| it.is_none_or(|country| !places.countries.contains(&country)));
        let asked = open.iter().filter(|(.., part)| !is_alone || *part != Part::National);
        let aside = of_kind(&passage.others, Kind::Country);
        let unsure = asked.map(|(mention, ..)| *mention).chain(aside);
        places.unsure = unsure.map(|mention| mention.text.clone()).collect();
        if is_alone {
            let here = open.iter().filter(|(.., part)| *part != Part::Other);
            places.countries.extend(here.filter_map(|(_, country, _)| *country));
        }
        let regions = of_kind(mentions, Kind::Region);
        places.regions = each_once(regions.filter_map(|region| Text::new(&region.text).ok()));
        places.governments = each_once(places.governments);
        places.countries = each_once(places.countries);
        places
    }

    /// What a person has to decide about them.
    pub fn questions(&self) -> Vec<String> {
        let mut questions = Vec::new();
        if !self.governments.is_empty() {
            questions.push("Do these governments take part?".to_owned());
        }
        let list = |names: &[String]| enumerated(&each_once(names.to_vec()), "and");
        if !self.unsure.is_empty() {
            let names = list(&self.unsure);
            questions.push(format!(
                "Does the government take part, or is the work done there? {names}."
            ));
        }
        if !self.venues.is_empty() {
            let names = list(&self.venues);
            questions.push(format!("Was it held in {names}? Then add `venues`."));
        }
        questions
    }
}

/// The part of a country that continues a list or a route, which is that of the name before it ("in Peru and Chad", "from
/// Peru to Chad"), or belongs to the name of a national body ("Federal Criminal Police Office of Germany").
fn joint(text: &str, before: &Mention, next: &Mention, part: Part) -> Option<Part> {
    if before.kind == Kind::Agency && next.span.start < before.span.end {
        return Some(Part::Other);
    }
    let between = text.get(before.span.end..next.span.start)?;
    let is_start = part == Part::Other && before.kind == Kind::Country;
    let is_way = is_start && matches!(between, " to " | " to the " | " through " | " via ");
    let is_new = before.kind == Kind::Agency && before.ids.is_empty();
    let is_national = is_new && matches!(between, " of " | " of the ");
    (goes_on(between) || is_way || is_national).then_some(part)
}

/// Who or what comes from a country where the work is done, too: "trained nurses from Peru".
const COMING: &str = "officers officials nurses judges prosecutors practitioners participants experts doctors \
                      teachers trainers students analysts scientists representatives personnel staff police \
                      investigators lawyers counsellors pharmacists physicians midwives coaches guards farmers \
                      women men people persons youth professionals specialists delegates workers prisoners \
                      refugees children families laboratories authorities agencies institutions universities \
                      countries units services them those came programme project technicians magistrates \
                      journalists parliamentarians inspectors trainees traders were ministries inmates \
                      mothers pupils managers directors policymakers leaders citizens nationals volunteers";

/// What goes from one place to another.
const WAYS: &str = "destined bound couriers flights shipments export exports exported exporting extradite \
                      extradited extraditing extradition return returned deported travelled route routes smuggled \
                      trafficked posted";

/// What is of a country and goes elsewhere.
const SENT: &str = "delegation delegations example manual experience";

/// What a country is called, or a part of it: "the Kingdom of Morocco", "the Northern Region of Ghana".
const LANDS: &str = "Republic Kingdom State Sultanate Emirate Region Province District Gulf Coast";

/// What a country is to the work, by the words before it.
fn part(before: &str) -> Part {
    let (words, is_governed) = before_name(before);
    let mut words = words.rsplit(' ');
    let near = words.next().unwrap_or_default().to_lowercase();
    let far = words.next().unwrap_or_default();
    if is_governed {
        let is_object = is_past(&near) || near == "of" && !has(JOINT, far);
        let is_asker = near == "by" && far.starts_with("request");
        return if is_object || is_asker { Part::Place } else { Part::Government };
    }
    match near.as_str() {
        "from" if !has(COMING, far) => Part::Other,
        "by" | "(by" | "(with" | "via" | "which" | "that" | "where" => Part::Other,
        "to" | "for" if has(WAYS, far) => Part::Other,
        "in" if matches!(far, "originating" | "produced" | "headquartered") => Part::Other,
        "of" if has(SENT, far) => Part::Other,
        // "The Drug Enforcement Administration of".
        "of" if far.starts_with(char::is_uppercase) && !has(LANDS, far) => Part::National,
        "with" | "alongside" | "and" | "while" | "" => Part::Unsure,
        near if near.ends_with(['.', ';']) => Part::Unsure,
        _ => Part::Place,
    }
}

/// The city and country where people met, if a country is such: "met in Vienna, Austria".
fn venue<'p>(passage: &'p Passage, country: &Mention) -> Option<&'p str> {
    let text = passage.text.as_str();
    let sentence = passage.outlooks.iter().find(|it| it.span.contains(&country.span.start))?;
    let before = text.get(sentence.span.start..country.span.start)?;
    let before = before.strip_suffix("the ").unwrap_or(before).strip_suffix(", ")?;
    let city: Vec<&str> =
        before.rsplit(' ').take_while(|word| word.starts_with(char::is_uppercase)).collect();
    let length = city.iter().map(|word| word.len() + 1).sum::<usize>();
    let lead = before[..before.len().checked_sub(length)?].trim_end();
    let is_city = !city.is_empty() && !city.iter().any(|word| word.contains(','));
    let mut words = lead.split([' ', ',']);
    let is_event = words.any(|word| {
        has(EVENTS, &word.to_lowercase())
            || has("met held launched convened organized hosted", word)
    });
    let end = sentence.span.start + before.len();
    let start = (end + 1).checked_sub(length)?;
    // "In Peru, Chad": a list.
    let is_read = passage.all.iter().any(|it| it.span.start < end && start < it.span.end);
    let is_venue = is_city && is_event && !is_read && lead.ends_with(" in");
    is_venue.then(|| text[start..country.span.end].trim())
}
