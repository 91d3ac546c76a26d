//! Word's automatic numbers: lists with levels, formats, starts and restarts.

use super::styles::Styles;
use super::xml::{Step, Walk, attribute, is_on, number};
use roman_numerals_rs::RomanNumeral;
use std::collections::{BTreeMap, BTreeSet};

const LEVELS: usize = 9;

/// Stands for any bullet of a list, most of which are characters of a special font.
pub(super) const BULLET: &str = "•";

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<u32, List>,
    patterns: BTreeMap<u32, Pattern>,
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
    begun: BTreeSet<u32>,
}

/// A list: the pattern that it follows and what it sets anew.
#[derive(Debug, Default)]
struct List {
    pattern: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Debug, Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
    style: Option<String>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// The level at which, or above which, a count restarts this one; 0 for never.
    restart: Option<u32>,
    legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        let (format, text) = ("decimal".to_owned(), String::new());
        Self { start: 1, format, text, restart: None, legal: false }
    }
}

impl Numbering {
    /// Reads the part of the numbering; what cannot be read ends it.
    pub(super) fn read(xml: &[u8]) -> Self {
        let mut numbering = Self::default();
        let mut walk = Walk::new(xml);
        let (mut pattern, mut list, mut at) = (None, None, 0);
        while let Ok(Some(step)) = walk.next() {
            let start = match step {
                Step::Open(start) => start,
                Step::Close(name) => {
                    match name.as_str() {
                        "abstractNum" => pattern = None,
                        "num" => list = None,
                        _ => {}
                    }
                    continue;
                }
                Step::Text(_) => continue,
            };
            match start.local_name().as_ref() {
                "abstractNum" => pattern = number(&start, "abstractNumId"),
                "num" => list = number(&start, "numId"),
                "lvl" | "lvlOverride" => {
                    at = number(&start, "ilvl").map_or(0, |level| level as usize).min(LEVELS - 1);
                }
                name => numbering.set(name, &start, (pattern, list), at),
            }
        }
        numbering
    }

    fn set(
        &mut self,
        name: &str,
        start: &quick_xml::events::BytesStart<'_>,
        (pattern, list): (Option<u32>, Option<u32>),
        at: usize,
    ) {
        let value = || attribute(start, "val").unwrap_or_default();
        match (name, pattern, list) {
            ("abstractNumId", _, Some(list)) => {
                self.lists.entry(list).or_default().pattern = number(start, "val").unwrap_or(0);
            }
            ("startOverride", _, Some(list)) => {
                let begin = number(start, "val").unwrap_or(1);
                self.lists.entry(list).or_default().starts.insert(at, begin);
            }
            ("numStyleLink", Some(pattern), _) => {
                self.patterns.entry(pattern).or_default().style = Some(value());
            }
            ("start" | "numFmt" | "lvlText" | "lvlRestart" | "isLgl", ..) => {
                let levels = match (pattern, list) {
                    (_, Some(list)) => &mut self.lists.entry(list).or_default().levels,
                    (Some(pattern), None) => &mut self.patterns.entry(pattern).or_default().levels,
                    (None, None) => return,
                };
                let level = levels.entry(at).or_default();
                match name {
                    "start" => level.start = number(start, "val").unwrap_or(1),
                    "numFmt" => level.format = value(),
                    "lvlText" => level.text = value(),
                    "lvlRestart" => level.restart = number(start, "val"),
                    _ => level.legal = is_on(start),
                }
            }
            _ => {}
        }
    }

    /// The number of the next paragraph of the list at the level, such as `12.` or `(a)`, or its bullet;
    /// nothing if the list has neither.
    pub(super) fn next(&mut self, list: u32, level: u32, styles: &Styles) -> Option<String> {
        let at = (level as usize).min(LEVELS - 1);
        let own = self.lists.get(&list)?;
        let key = self.linked(own.pattern, styles);
        let pattern = self.patterns.get(&key)?;
        let find = |at: usize| own.levels.get(&at).or_else(|| pattern.levels.get(&at));
        let shown = find(at)?.clone();
        let counters = self.counters.entry(key).or_default();
        if self.begun.insert(list) {
            for (at, begin) in &own.starts {
                counters[*at] = begin.checked_sub(1);
            }
        }
        let begin = own.starts.get(&at).copied().unwrap_or(shown.start);
        counters[at] = Some(counters[at].map_or(begin, |count| count.saturating_add(1)));
        for (below, count) in counters.iter_mut().enumerate().skip(at + 1) {
            let restart = find(below).and_then(|level| level.restart);
            if restart.is_none_or(|from| from as usize > at) {
                *count = None;
            }
        }
        let counters = *counters;
        match shown.format.as_str() {
            "bullet" => return Some(BULLET.to_owned()),
            "none" => return None,
            _ => {}
        }
        let mut text = shown.text.clone();
        for (part, count) in counters.iter().enumerate() {
            let place = format!("%{}", part + 1);
            if text.contains(&place) {
                let level = find(part).cloned().unwrap_or_default();
                let count = count.unwrap_or(level.start);
                let format = if shown.legal { "decimal" } else { level.format.as_str() };
                text = text.replace(&place, &formatted(count, format));
            }
        }
        let text = text.trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The pattern that a pattern stands for, if it only names a style.
    fn linked(&self, pattern: u32, styles: &Styles) -> u32 {
        self.patterns
            .get(&pattern)
            .and_then(|found| found.style.as_deref())
            .and_then(|style| styles.resolved(Some(style)).list)
            .and_then(|list| self.lists.get(&list))
            .map_or(pattern, |list| list.pattern)
    }
}

fn formatted(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperRoman" => roman(count).to_uppercase(),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`, as Word counts.
fn letters(count: u32) -> String {
    let Some(zero) = count.checked_sub(1) else { return count.to_string() };
    let letter = char::from(b'a' + u8::try_from(zero % 26).unwrap_or(0));
    String::from(letter).repeat((zero / 26 + 1).min(32) as usize)
}

/// The roman number, in digits where there is none for the count.
fn roman(count: u32) -> String {
    RomanNumeral::try_from(count).map_or_else(|_| count.to_string(), RomanNumeral::to_lowercase)
}
