//! Where a value stands in a text: found only when it must be shown.

use saphyr_parser::{Event, Parser, Span};

use super::read::File;
use crate::diagnostic::{Diagnostic, Finding, Place};
use crate::model::Step;

/// The diagnostics with their places found, sorted by file, line and column.
pub fn findings(files: &[File], mut diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.file);
    let mut findings: Vec<(usize, Finding)> = diagnostics
        .into_iter()
        .map(|Diagnostic { code, message, help, file: number, place }| {
            let file = files.get(number);
            let (line, column) = match place {
                Place::Whole => (1, 1),
                Place::At(line, column) => (line, column),
                Place::Path(path) => {
                    file.and_then(|file| position(file.body(), &path)).unwrap_or((1, 1))
                }
            };
            let file = file.map_or_else(String::new, |file| file.name.clone());
            (number, Finding { file, line, column, code, message, help })
        })
        .collect();
    findings.sort_by_key(|(number, finding)| (*number, finding.line, finding.column));
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// The line and the column, both from 1, of the value at `path`; columns count characters.
fn position(text: &str, path: &[Step]) -> Option<(usize, usize)> {
    let mut parser = Parser::new_from_str(text);
    let span = walk(&mut parser, path)?;
    Some((span.start.line(), span.start.col() + 1))
}

fn walk<'a>(
    events: &mut impl Iterator<Item = Result<(Event<'a>, Span), saphyr_parser::ScanError>>,
    path: &[Step],
) -> Option<Span> {
    let mut next = || events.next()?.ok();
    let mut event = next()?;
    while matches!(event.0, Event::StreamStart | Event::DocumentStart(_)) {
        event = next()?;
    }
    for step in path {
        let mut item = 0;
        loop {
            let (candidate, span) = next()?;
            let here = match (step, &candidate) {
                (_, Event::MappingEnd | Event::SequenceEnd) => return None,
                (Step::Key(key), Event::Scalar(text, ..)) => {
                    event = next()?;
                    text == key
                }
                (Step::Key(_), _) => return None,
                (Step::Item(number), _) => {
                    event = (candidate, span);
                    item == *number
                }
            };
            if here {
                break;
            }
            item += 1;
            skip(&event.0, &mut next)?;
        }
    }
    Some(event.1)
}

/// Passes over the rest of the value that `event` begins.
fn skip<'a>(event: &Event<'a>, next: &mut impl FnMut() -> Option<(Event<'a>, Span)>) -> Option<()> {
    let mut depth = begins(event);
    while depth > 0 {
        let (event, _) = next()?;
        depth += begins(&event);
    }
    Some(())
}

fn begins(event: &Event<'_>) -> i32 {
    match event {
        Event::MappingStart(..) | Event::SequenceStart(..) => 1,
        Event::MappingEnd | Event::SequenceEnd => -1,
        _ => 0,
    }
}
