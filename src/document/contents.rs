//! The table of contents, which repeats the headings of the text and is set aside.

use super::block::{Block, Role};
use super::furniture;
use super::label::{Mark, mark};

/// The longest text, in bytes, that is taken for a heading when only its looks say so.
pub(super) const LONGEST_HEADING: usize = 240;

/// Where the list begins and ends, and how many lines it has.
#[derive(Default)]
pub(super) struct Contents {
    open: bool,
    /// The table in which it is set.
    table: Option<usize>,
    pub(super) count: usize,
}

impl Contents {
    /// Whether the block is a line of the list.
    pub(super) fn holds(&mut self, block: &Block) -> bool {
        if block.role == Role::Footnote {
            return false;
        }
        let is_apart = self.open
            && match block.role {
                Role::Footnote => false,
                Role::Heading(_) => true,
                Role::Cell(table) => {
                    let number = block.text.bytes().all(|b| b.is_ascii_digit());
                    !number && *self.table.get_or_insert(table) != table
                }
                Role::Text => {
                    block.bold
                        || block.text == "Summary"
                        || matches!(mark(&block.text), Some((Mark::Number(_) | Mark::Star(_), _)))
                        || block.text.len() > LONGEST_HEADING
                }
            };
        if block.text.eq_ignore_ascii_case("contents") {
            self.open = true;
        } else if is_apart && !furniture::is_contents_line(&block.text) {
            // The notes of the cover page can stand amid the list.
            let star = matches!(mark(&block.text), Some((Mark::Star(_), _)));
            self.open = star;
            return false;
        }
        let has_page = block.text.ends_with(|c: char| c.is_ascii_digit());
        let holds = self.open || has_page && furniture::is_contents_line(&block.text);
        self.count += usize::from(holds);
        holds
    }
}
