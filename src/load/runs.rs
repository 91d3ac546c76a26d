//! Texts that run on over lines which were meant to begin something new.

use super::read::Fault;
use super::tokens::Token;
use super::{bounds, letters};
use crate::diagnostic::{Code, Span};

/// Each line that begins with a dash, but continues a text without quotes because it is indented too deep.
pub fn merged_items(text: &str) -> Vec<Fault> {
    let mut lines = Vec::new();
    let mut faults = Vec::new();
    for placed in bounds::yaml(text).map_while(Result::ok) {
        let (first, last) = (placed.span.start.0, placed.span.end.0);
        if first == last || !matches!(placed.token, Token::Scalar { plain: true, .. }) {
            continue;
        }
        if lines.is_empty() {
            lines = letters::lines(text);
        }
        for (number, line) in (1..).zip(&lines).take(last).skip(first) {
            let content = line.trim_start_matches([' ', '\t']);
            if content.starts_with("- ") {
                let column = line.len() - content.len() + 1;
                faults.push(Fault {
                    code: Code::MergedItem,
                    message: "this line continues the text above it, although it begins with a dash"
                        .to_owned(),
                    help: Some(
                        "put the dash straight below that of the item before, or the text in quotes"
                            .to_owned(),
                    ),
                    span: Span::at(number, column),
                });
            }
        }
    }
    faults
}
