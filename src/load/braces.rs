//! A file whose records stand in braces, JSON or YAML, and that is not well formed: its records one by one.

use std::ops::Range;

use super::letters::{self, Position};
use super::mend::{Mended, is_list};
use super::read::Fault;
use crate::diagnostic::{Code, Span};

/// Puts in commas that are missing between records, and takes out the records in which `malformed` finds a
/// fault, but for those that `readable` says can be read all the same.
pub fn mend(
    text: &str,
    malformed: impl Fn(&str) -> Option<Fault>,
    readable: impl Fn(&str) -> bool,
) -> Mended {
    let mut mended = Mended::default();
    let mut place = Position::default();
    let mut at = 0;
    let found = find(text);
    // Whether a record stands before that ends with its own brace.
    let mut is_behind_record = false;
    for range in found.records {
        let (between, record) = (&text[at..range.start], &text[range.clone()]);
        let adjoins = at > 0 && between.trim().is_empty();
        if adjoins && is_behind_record {
            let end = place.span().start;
            mended.faults.push(Fault {
                code: Code::Syntax,
                message: "there is no comma behind this record".to_owned(),
                help: Some("write a comma behind the brace".to_owned()),
                span: Span { start: (end.0, end.1 - 1), end },
            });
        }
        if adjoins {
            mended.text.push(',');
        }
        let space = between.strip_prefix(' ').filter(|_| adjoins);
        mended.text.push_str(space.unwrap_or(between));
        place.pass_all(between);
        let fault = malformed(record);
        is_behind_record = fault.is_none();
        if fault.is_none() || readable(record) {
            mended.text.push_str(record);
        } else {
            mended.take_out_braced(record);
        }
        let (line, column) = place.span().start;
        mended.faults.extend(fault.map(|mut fault| {
            for (below, along) in [&mut fault.span.start, &mut fault.span.end] {
                *along += if *below == 1 { column - 1 } else { 0 };
                *below += line - 1;
            }
            fault
        }));
        place.pass_all(record);
        at = range.end;
    }
    mended.text.push_str(&text[at..]);
    let closed = |(bracket, _): &(char, usize)| if *bracket == '{' { '}' } else { ']' };
    if let Some((_, innermost)) = found.open.last() {
        mended.is_cut_off = true;
        if !found.is_record_cut {
            mended.faults.push(Fault {
                code: Code::Syntax,
                message: "this bracket is not closed".to_owned(),
                help: Some(
                    "close it with ] or }, and see whether records behind it are lost".to_owned(),
                ),
                span: letters::place(text, *innermost),
            });
        }
        // At the margin they would close nothing.
        mended.text.push(' ');
        mended.text.extend(found.open.iter().rev().map(closed));
    }
    mended
}

/// The records of the lists, as far as brackets tell that are not within quotes, and the brackets that are never
/// closed.
fn find(text: &str) -> Found<'_> {
    let mut found = Found {
        text,
        open: Vec::new(),
        starts: Vec::new(),
        records: Vec::new(),
        is_record_cut: false,
    };
    let mut before = '\n';
    let mut line = 0;
    let mut behind = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| *c == '\n' || !c.is_whitespace()) {
        if at < behind {
            continue;
        }
        let is_comment = c == '#' || c == '/' && text[at..].starts_with("//");
        match c {
            '\n' => line = at + 1,
            _ if is_comment && text[..at].ends_with(char::is_whitespace) => {
                behind = memchr::memchr(b'\n', &text.as_bytes()[at..])
                    .map_or(text.len(), |end| at + end);
                continue;
            }
            '"' | '\'' if "[{,:".contains(before) => {
                behind = at + quoted(&text[at..]).unwrap_or(0);
            }
            '{' | '[' => found.opened(c, at, &text[line..at]),
            '}' | ']' => found.closed(c, at),
            _ => {}
        }
        if c != '\n' {
            before = c;
        }
    }
    if let Some((_, start)) = found.open.get(found.around()).copied() {
        found.end_without_brace(start, text.len());
        found.is_record_cut = true;
        found.open.truncate(found.around());
    }
    found
}

/// How long the text in quotes is with which this begins: it ends on its line, and a value ends there.
fn quoted(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut escaped = true;
    let mut letters = text.char_indices().take_while(|(_, c)| *c != '\n');
    let end = letters.find_map(|(at, c)| {
        let closes = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        closes.then_some(at + 1)
    })?;
    let next = text[end..].chars().find(|c| *c == '\n' || !c.is_whitespace());
    next.is_none_or(|next| "\n,:]}".contains(next)).then_some(end)
}

struct Found<'t> {
    text: &'t str,
    /// The brackets that are open, and where.
    open: Vec<(char, usize)>,
    /// Where a line within the open record begins as the line of that record does.
    starts: Vec<usize>,
    records: Vec<Range<usize>>,
    /// Whether the text ends within a record.
    is_record_cut: bool,
}

impl Found<'_> {
    /// How many brackets are open around a record: its list, and the whole where that is in braces too.
    fn around(&self) -> usize {
        1 + usize::from(self.open.first().is_some_and(|(bracket, _)| *bracket == '{'))
    }

    fn opened(&mut self, bracket: char, at: usize, before: &str) {
        let is_start = || bracket == '{' && self.text[..at].trim().is_empty();
        let heads_list =
            || bracket == '[' && before.trim_end().strip_suffix(':').is_some_and(is_list);
        if self.open.is_empty() && !is_start() && !heads_list() {
            return;
        }
        if let Some((_, record)) = self.open.get(self.around())
            && bracket == '{'
            && before.trim().is_empty()
        {
            let line = self.text[..*record].rfind('\n').map_or(0, |end| end + 1);
            if self.text[line..*record] == *before {
                self.starts.push(at);
            }
        }
        self.open.push((bracket, at));
    }

    fn closed(&mut self, bracket: char, at: usize) {
        let opening = if bracket == '}' { '{' } else { '[' };
        let Some(matching) = self.open.iter().rposition(|(open, _)| *open == opening) else {
            return;
        };
        let around = self.around();
        if let Some((_, start)) = self.open.get(around).copied().filter(|_| matching <= around) {
            if matching == around {
                self.records.push(start..at + 1);
            } else {
                self.end_without_brace(start, at);
            }
            self.starts.clear();
        }
        self.open.truncate(matching);
    }

    /// Ends a record whose own brace is missing, so that it has taken in those that follow.
    fn end_without_brace(&mut self, start: usize, end: usize) {
        let starts = [start].into_iter().chain(self.starts.iter().copied());
        let ends = self.starts.iter().copied().chain([end]);
        self.records.extend(starts.zip(ends).map(|(start, end)| {
            let record = self.text[start..end].trim_end();
            start..start + record.strip_suffix(',').unwrap_or(record).len()
        }));
    }
}
