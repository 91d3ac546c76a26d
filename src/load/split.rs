//! A big file in pieces, so that all cores can read it, and so that a value which is not plain sends no more
//! than its piece to the YAML crate, whose events take many times the memory of the text.
//!
//! A YAML file is cut only between the records of its top-level lists. Inside a record every line is
//! indented deeper than the dash that begins it, but for quoted texts that run over the edge, and a
//! piece with half of one does not parse. A piece that does not parse, for this or any other reason,
//! sends its file back to be parsed as a whole. A file with anchors is not cut.

use std::ops::Range;

use super::read::{File, Format, Part};
use super::{plain, yaml};
use crate::model::{Kind, Vocabulary};

/// Pieces are about this long. Long enough that starting a parser costs nothing beside its work, short
/// enough that what the YAML crate makes of a piece stays in the cache.
const PIECE: usize = 64 * 1024;

/// A part of a file that can be parsed alone.
pub enum Piece<'a> {
    /// The whole file.
    Whole(&'a File),
    /// Some records of one list.
    List(Kind, &'a str),
}

impl Piece<'_> {
    /// Its records; nothing where it does not parse alone.
    pub fn parse(&self) -> Option<Part> {
        let mut part = Part::default();
        let Part { records, intricate } = &mut part;
        match self {
            Self::Whole(file) => return file.parse().ok(),
            Self::List(Kind::Agency, text) => (records.agencies, *intricate) = yaml::list(text)?,
            Self::List(Kind::Pillar, text) => (records.pillars, *intricate) = yaml::list(text)?,
            Self::List(Kind::Document, text) => (records.documents, *intricate) = yaml::list(text)?,
            Self::List(Kind::Programme, text) => {
                (records.programmes, *intricate) = yaml::list(text)?
            }
            Self::List(Kind::Commitment, text) => {
                (records.commitments, *intricate) = yaml::list(text)?
            }
        }
        Some(part)
    }
}

/// The pieces of a file, in order: the file itself where it is small or its layout is not plain.
pub fn pieces(file: &File) -> Vec<Piece<'_>> {
    let text = file.body();
    let is_odd = file.format == Format::Json || !file.encoding.is_empty();
    if is_odd || text.len() < 2 * PIECE || has_anchor(text) {
        return vec![Piece::Whole(file)];
    }
    cut(text).unwrap_or_else(|| vec![Piece::Whole(file)])
}

/// Whether there seems to be an anchor: what aliases repeat is counted over the whole file.
fn has_anchor(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'&', bytes).any(|at| {
        let begins = at == 0 || matches!(bytes[at - 1], b' ' | b'\t' | b'\n' | b'[' | b'{' | b',');
        begins && bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace())
    })
}

/// A list that is being read.
struct Open {
    kind: Kind,
    /// The column of its dashes, once the first is seen.
    indent: Option<usize>,
    /// The piece that is being gathered.
    piece: Range<usize>,
}

fn cut(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut seen = Vec::new();
    let mut open: Option<Open> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let dash = content.starts_with("- ");
        if content.trim_end_matches('\n').is_empty() || content.starts_with('#') {
            // Blank lines and comments belong to whatever they stand in; above all lists nobody else reads them.
            if open.is_none() && !plain::has_plain_letters(line) {
                return None;
            }
        } else if indent == 0 && !dash {
            let kind = heading(content)?;
            if seen.contains(&kind) {
                return None;
            }
            seen.push(kind);
            if let Some(open) = open.take() {
                pieces.push(open.piece(text)?);
            }
            open = Some(Open { kind, indent: None, piece: at..at });
            continue;
        } else if dash {
            let list = open.as_mut()?;
            let first = *list.indent.get_or_insert(indent);
            if indent < first {
                return None;
            }
            if indent == first && list.piece.len() >= PIECE {
                pieces.push(list.piece(text)?);
                list.piece = start..start;
            }
        } else if open.as_ref()?.indent.is_none_or(|dashes| indent <= dashes) {
            return None;
        }
        if let Some(list) = &mut open {
            list.piece.end = at;
        }
    }
    if let Some(open) = open {
        pieces.push(open.piece(text)?);
    }
    Some(pieces)
}

impl Open {
    /// The piece, unless there is no record in the list.
    fn piece<'a>(&self, text: &'a str) -> Option<Piece<'a>> {
        self.indent.map(|_| Piece::List(self.kind, &text[self.piece.clone()]))
    }
}

/// The kind whose list a line such as `programmes:` begins.
fn heading(line: &str) -> Option<Kind> {
    let key = line.trim_end_matches([' ', '\n']).strip_suffix(':')?;
    Kind::all().iter().copied().find(|kind| kind.list() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Option<Vec<(&'static str, &str)>> {
        let pieces = cut(text)?;
        Some(
            pieces
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::List(kind, text) => Some((kind.word(), text)),
                    Piece::Whole(_) => None,
                })
                .collect(),
        )
    }

    #[test]
    fn lists_are_cut_apart() {
        let text =
            "# top\nagencies:\n  - id: a\n    name: b\nprogrammes:\n- id: c\n  x: |\n    - y\n";
        assert_eq!(
            texts(text),
            Some(vec![
                ("agency", "  - id: a\n    name: b\n"),
                ("programme", "- id: c\n  x: |\n    - y\n"),
            ])
        );
    }

    #[test]
    fn long_lists_are_cut_between_records() {
        let record = format!("  - id: a\n    name: {}\n", "x".repeat(PIECE / 2));
        let text = format!("agencies:\n{}", record.repeat(5));
        let pieces = texts(&text).unwrap();
        assert_eq!(
            pieces.iter().map(|(_, p)| p.len() / record.len()).collect::<Vec<_>>(),
            [2, 2, 1]
        );
        assert_eq!(pieces.iter().map(|(_, p)| *p).collect::<String>(), record.repeat(5));
    }

    #[test]
    fn other_layouts_are_left_whole() {
        for odd in [
            "agencies: [{id: a}]\n",
            "---\nagencies:\n  - id: a\n",
            "agencies:\n  - id: a\nagencies:\n  - id: b\n",
            "agencies:\n    - id: a\n  - id: b\n",
            "agencies:\n  - id: a\n  name: b\n",
            "stuff:\n  - id: a\n",
            "  - id: a\n",
            "# x\rpillars: []\nagencies:\n  - id: a\n",
            "# \u{1b}\nagencies:\n  - id: a\n",
            "\u{a0}\nagencies:\n  - id: a\n",
            "agencies:\u{a0}\n  - id: a\n",
            "agencies:\n# \u{2028}\nprogrammes:\n  - id: a\n",
        ] {
            assert_eq!(texts(odd), None, "{odd}");
        }
    }
}
