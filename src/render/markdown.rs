//! A pipe table of GitHub's markdown, in which every cell reads as it stands in the data.

use std::io::{self, Write};

use super::{for_people, is_numeric};
use crate::view::Table;

/// Writes a heading, the alignments, and one line for each row.
pub(super) fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    if table.columns.is_empty() {
        return Ok(());
    }
    for heading in &table.columns {
        write!(out, "| {} ", escaped(&heading.name))?;
    }
    writeln!(out, "|")?;
    for i in 0..table.columns.len() {
        write!(out, "| {} ", if is_numeric(table, i) { "---:" } else { "---" })?;
    }
    writeln!(out, "|")?;
    for row in &table.rows {
        for cell in row {
            write!(out, "| {} ", escaped(&for_people(cell)))?;
        }
        writeln!(out, "|")?;
    }
    Ok(())
}

/// The text with everything escaped that markdown, or HTML within it, would give a meaning to.
fn escaped(text: &str) -> String {
    let inner = text.trim_matches(is_space);
    let start = text.len() - text.trim_start_matches(is_space).len();
    let mut safe = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    let mut at = 0;
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        match c {
            '\n' => safe.push_str("<br>"),
            // Markdown drops white space at the ends of a cell, and takes this one for the end of a line.
            _ if is_space(c) && (at < start || at >= start + inner.len() || c == '\r') => {
                safe.push_str(&format!("&#{};", u32::from(c)));
            }
            _ if is_markup(before, c, after) => safe.extend(['\\', c]),
            _ => safe.push(c),
        }
        at += c.len_utf8();
        before = c;
    }
    safe
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r')
}

/// Whether a character would begin or end markup where it stands.
fn is_markup(before: char, c: char, after: char) -> bool {
    match c {
        '\\' | '|' | '`' | '*' | '[' | ']' | '<' | '~' | '$' => true,
        // Snake case has no emphasis in it.
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        // What could be the beginning of an entity.
        '&' => after == '#' || after.is_ascii_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_would_be_markup_is_escaped() {
        assert_eq!(
            escaped("a_b _c_ *d* [e](f) `g` ~h~ $i$ <j>"),
            r"a_b \_c\_ \*d\* \[e\](f) \`g\` \~h\~ \$i\$ \<j>"
        );
        assert_eq!(escaped(r"R & D, AT&T, &lt; \ \| |"), r"R & D, AT\&T, \&lt; \\ \\\| \|");
        assert_eq!(escaped(" a \t"), "&#32;a&#32;&#9;");
        assert_eq!(escaped(" "), "&#32;");
        assert_eq!(escaped("a\r\nb\n"), "a&#13;<br>b<br>");
    }
}
