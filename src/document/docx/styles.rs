//! Paragraph styles, as far as they tell headings and numbers.

use super::xml::{Step, Walk, attribute, is_on, number};
use std::collections::BTreeMap;

/// The longest chain of styles based on one another that is followed.
const CHAIN: usize = 16;

/// The paragraph styles of a document by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
}

/// What a style says, or what it says together with those that it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// The level of the heading, the highest being 1.
    pub(super) heading: Option<u8>,
    pub(super) bold: Option<bool>,
    /// The list that it numbers by, and the level in it.
    pub(super) list: Option<u32>,
    pub(super) level: Option<u32>,
}

impl Styles {
    /// Reads the part of the styles; what cannot be read ends it.
    pub(super) fn read(xml: &[u8]) -> Self {
        let mut styles = Self::default();
        let mut walk = Walk::new(xml);
        let mut current: Option<(String, Style)> = None;
        while let Ok(Some(step)) = walk.next() {
            let start = match step {
                Step::Open(start) => start,
                Step::Close(name) if name == "style" => {
                    styles.styles.extend(current.take());
                    continue;
                }
                _ => continue,
            };
            match (start.local_name().as_ref(), &mut current) {
                ("style", _) => {
                    let id = attribute(&start, "styleId").unwrap_or_default();
                    let paragraph = attribute(&start, "type").is_none_or(|t| t == "paragraph");
                    if paragraph && attribute(&start, "default").is_some_and(|d| d == "1") {
                        styles.default = Some(id.clone());
                    }
                    current = Some((id, Style::default()));
                }
                (name, _) if name.ends_with("Change") => {
                    let skipped = walk.skip();
                    if skipped.is_err() {
                        break;
                    }
                }
                ("name", Some((_, style))) => style.rename(&start),
                ("basedOn", Some((_, style))) => style.based_on = attribute(&start, "val"),
                ("outlineLvl", Some((_, style))) => style.heading = outline(&start),
                ("b", Some((_, style))) => style.bold = Some(is_on(&start)),
                ("numId", Some((_, style))) => style.list = number(&start, "val"),
                ("ilvl", Some((_, style))) => style.level = number(&start, "val"),
                _ => {}
            }
        }
        styles
    }

    /// What holds for paragraphs of the style.
    pub(super) fn resolved(&self, id: Option<&str>) -> Style {
        let mut resolved = Style::default();
        let mut next = id.map(str::to_owned).or_else(|| self.default.clone());
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(&id)) else { break };
            resolved.heading = resolved.heading.or(style.heading);
            resolved.bold = resolved.bold.or(style.bold);
            resolved.list = resolved.list.or(style.list);
            resolved.level = resolved.level.or(style.level);
            next = style.based_on.clone();
        }
        resolved
    }
}

impl Style {
    fn rename(&mut self, start: &quick_xml::events::BytesStart<'_>) {
        let name = attribute(start, "val").unwrap_or_default().to_lowercase();
        let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
        self.heading = self.heading.or(level).or((name == "title").then_some(1));
    }
}

/// The level of a heading; 9 stands for text.
pub(super) fn outline(start: &quick_xml::events::BytesStart<'_>) -> Option<u8> {
    let level = u8::try_from(number(start, "val")?).ok()?;
    (level < 9).then_some(level + 1)
}
