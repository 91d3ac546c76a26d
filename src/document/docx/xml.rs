//! The subset of XML that the parts of a Word document need.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How deep elements may stand within each other.
const DEPTH: usize = 400;

/// What a walk over a part comes by.
pub(super) enum Step<'a> {
    Open(BytesStart<'a>),
    Close(String),
    Text(String),
}

/// A reader of one part that expands only the predefined entities of XML, and limits depth.
pub(super) struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(xml: &'a [u8]) -> Self {
        let mut reader = Reader::from_reader(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next step, nothing at the end, or what is wrong with the part.
    pub(super) fn next(&mut self) -> Result<Option<Step<'a>>, String> {
        loop {
            let at = self.reader.buffer_position();
            let event = self.reader.read_event().map_err(|error| format!("byte {at}: {error}"))?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(format!("elements are nested more than {DEPTH} deep"));
                    }
                    Step::Open(start)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Step::Text(text.to_string()),
                Event::CData(text) => Step::Text(text.to_string()),
                Event::GeneralRef(reference) => Step::Text(resolved(&reference)),
                Event::Eof if self.depth > 0 => return Err("it ends too soon".to_owned()),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Passes over what the element holds that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), String> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Some(Step::Open(_)) => depth += 1,
                Some(Step::Close(_)) => depth -= 1,
                Some(Step::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }
}

fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned()
}

/// The value of an attribute by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start.attributes().with_checks(false).flatten().find_map(|attribute| {
        let found = attribute.key.local_name().as_ref() == name;
        found.then(|| {
            let value = &attribute.value;
            quick_xml::escape::unescape(value).unwrap_or_else(|_| value.clone()).into_owned()
        })
    })
}

/// The value of an attribute as a number.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(start, name)?.parse().ok()
}

/// Whether a property that can be switched off is on.
pub(super) fn is_on(start: &BytesStart<'_>) -> bool {
    !matches!(attribute(start, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// The part that the relationships of the package name as its document.
pub(super) fn office_document(rels: &[u8]) -> Option<String> {
    let mut walk = Walk::new(rels);
    while let Ok(Some(step)) = walk.next() {
        if let Step::Open(start) = step
            && attribute(&start, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            return attribute(&start, "Target");
        }
    }
    None
}
