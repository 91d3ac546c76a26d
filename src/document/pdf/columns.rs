//! Pages that are set in columns.

use super::run::{Run, Text, letter_count};

/// The fewest lines that a column has on either side.
const LINES: usize = 6;

/// The fewest letters of a line of a column; numbers, marks of items and most cells of tables have less.
const LETTERS: usize = 15;

/// As many pieces of a page tell.
const PIECES: usize = 500;

/// A piece of a row, with gaps on either side that are wider than between words.
struct Piece {
    left: f64,
    right: f64,
    /// Whether it begins within a sentence.
    goes_on: bool,
}

/// Whether the rows, each from left to right, are those of columns of running text, or of cells that run over lines as
/// it does: what is read across them is no text.
pub(super) fn are_in_columns(rows: &[Vec<&Run>]) -> bool {
    let pieces: Vec<Piece> = rows.iter().flat_map(|row| pieces(row)).take(PIECES).collect();
    let begins = |piece: &&Piece, at: f64| (piece.left - at).abs() < 2.0;
    let lines_from = |at: f64| pieces.iter().filter(|piece| begins(piece, at)).count();
    let edge = pieces.iter().map(|piece| piece.left).fold(f64::INFINITY, f64::min);
    let ends_before = |at: f64| pieces.iter().any(|piece| piece.right < at);
    let gutter = pieces.iter().map(|piece| piece.left).filter(|at| *at > edge && ends_before(*at));
    let Some(gutter) = gutter.max_by_key(|at| lines_from(*at)) else { return false };
    let left: Vec<&Piece> = pieces.iter().filter(|piece| piece.right < gutter).collect();
    let right: Vec<&Piece> = pieces.iter().filter(|piece| begins(piece, gutter)).collect();
    let is_column = |lines: &[&Piece]| {
        let go_on = lines.iter().filter(|line| line.goes_on).count();
        lines.len() >= LINES && go_on * 4 >= lines.len()
    };
    let across = pieces.iter().filter(|piece| piece.left < gutter - 2.0 && piece.right >= gutter);
    is_column(&left) && is_column(&right) && across.count() * 4 <= left.len() + right.len()
}

/// The pieces of a row that are as long as the lines of a column.
fn pieces(row: &[&Run]) -> Vec<Piece> {
    let shown: Vec<&Run> = row.iter().copied().filter(|run| !run.text.trim().is_empty()).collect();
    let pieces = shown.chunk_by(|a, b| b.left - a.right < a.size.max(b.size));
    let piece = |runs: &[&Run]| {
        let mut text = Text::default();
        runs.iter().for_each(|run| text.add(run));
        let words =
            text.text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
        let goes_on = words.count() > 2 && text.text.trim_start().starts_with(char::is_lowercase);
        let piece = Piece { left: runs.first()?.left, right: runs.last()?.right, goes_on };
        (letter_count(&text.text) >= LETTERS).then_some(piece)
    };
    pieces.filter_map(piece).collect()
}
