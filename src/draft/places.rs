//! The places of a report: where the work is done, which governments take part, and where people met.

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

/// What the words before a country make of it.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Government,
    Place,
    /// "With Peru", "Peru and UNODC".
    Unsure,
}

impl Places {
    /// Those of these mentions, and the venues besides.
    pub fn of(mentions: &[Mention], passage: &Passage) -> Self {
        let text = passage.text.as_str();
        let mut places = Self::default();
        let mut last: Option<(usize, Part)> = None;
        for mention in of_kind(mentions, Kind::Country) {
            if let Some(venue) = venue(passage, mention) {
                places.venues.push(venue.to_owned());
                continue;
            }
            let joint = last.filter(|(end, _)| {
                let between = text.get(*end..mention.span.start);
                between.is_some_and(|it| {
                    matches!(it.strip_suffix("the ").unwrap_or(it), ", " | " and " | ", and ")
                })
            });
            let part = joint.map_or_else(|| part(&text[..mention.span.start]), |(_, part)| part);
            last = Some((mention.span.end, part));
            let [code] = mention.ids.as_slice() else { continue };
            let list = match part {
                Part::Government => &mut places.governments,
                Part::Place | Part::Unsure => &mut places.countries,
            };
            list.extend(Country::from_code(code));
            places.unsure.extend((part == Part::Unsure).then(|| mention.text.clone()));
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

/// What a country is to the work, by the words before it.
fn part(before: &str) -> Part {
    let before = before.strip_suffix("the ").unwrap_or(before);
    let governed = ["Government of ", "Governments of ", "government of ", "governments of "]
        .iter()
        .find_map(|lead| before.strip_suffix(lead));
    let words = governed.unwrap_or(before).trim_end();
    let words = words.strip_suffix("the").unwrap_or(words).trim_end();
    let mut words = words.rsplit(' ');
    let (near, far) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_object = is_past(near) || near == "of" && !has(JOINT, far);
    let is_asker = near == "by" && far.starts_with("request");
    match governed {
        Some(_) if is_object || is_asker => Part::Place,
        Some(_) => Part::Government,
        None if has("with by alongside and", near) || near.is_empty() || near.ends_with('.') => {
            Part::Unsure
        }
        None => Part::Place,
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
    let is_event =
        words.any(|word| has(EVENTS, &word.to_lowercase()) || has("met held launched", word));
    let end = sentence.span.start + before.len();
    let start = (end + 1).checked_sub(length)?;
    // "In Peru, Chad": a list.
    let is_read = passage.all.iter().any(|it| it.span.start < end && start < it.span.end);
    let is_venue = is_city && is_event && !is_read && lead.ends_with(" in");
    is_venue.then(|| text[start..country.span.end].trim())
}
