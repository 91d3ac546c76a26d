//! Lines that no file of records has: what editors, chats and version control leave behind, and what joins files.

use super::read::Fault;
use crate::diagnostic::{Code, Span};

/// A text with nothing on such lines, so that all others keep their places.
#[derive(Default)]
pub struct Cleaned {
    pub text: String,
    pub faults: Vec<Fault>,
    /// Whether several documents have become one, in which the lists of each stand.
    pub is_joined: bool,
}

/// Takes such lines out of a text of YAML that is not well formed.
pub fn clean(text: &str) -> Cleaned {
    let mut cleaned = Cleaned::default();
    let mut says_something = false;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let (content, end) = line.split_at(line.trim_end_matches(['\n', '\r']).len());
        let unmarked = content.trim_start_matches('\u{feff}');
        let marks = (content.len() - unmarked.len()) / '\u{feff}'.len_utf8();
        let mut fault = |message: &str, help: &str, column: usize, length: usize| {
            cleaned.faults.push(Fault {
                code: Code::Syntax,
                message: message.to_owned(),
                help: Some(help.to_owned()),
                span: Span { start: (number, column), end: (number, column + length.max(1)) },
            });
        };
        if marks > 0 && number > 1 {
            fault(
                "a byte order mark stands within the file",
                "delete it: two files were joined here",
                1,
                marks,
            );
        }
        match odd(unmarked, says_something) {
            Some((message, help)) => {
                fault(message, help, 1 + marks, unmarked.chars().count());
                cleaned.is_joined |= unmarked.starts_with("---") || unmarked.starts_with("...");
            }
            None => cleaned.text.push_str(unmarked),
        }
        says_something |= !unmarked.trim().is_empty() && !unmarked.starts_with(['#', '%']);
        cleaned.text.push_str(end);
    }
    cleaned
}

/// What is wrong with a line that no file of records has, and the way out; `behind` where something stands above.
fn odd(line: &str, behind: bool) -> Option<(&'static str, &'static str)> {
    const DELETE: &str = "delete this line";
    let word = line.trim_end();
    if word.is_empty() {
        let is_plain = line.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
        return (!is_plain)
            .then_some(("this line has a space of another kind and nothing else", DELETE));
    }
    if ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)) {
        let help = "keep one of the two versions, and delete the lines with such signs";
        return Some(("this line is left from two versions that were merged", help));
    }
    if word.starts_with("```") {
        return Some(("this line marks code, and is no part of it", DELETE));
    }
    match word {
        "---" if behind => Some((
            "there are several YAML documents in this file",
            "put each document into a file of its own, or delete the lines `---`",
        )),
        "..." if behind => Some(("this line ends the file before its end", DELETE)),
        _ => is_prose(line).then_some((
            "this line is no key, no item and no comment",
            "indent it like the text above that it continues, begin it with # as a comment, or delete it",
        )),
    }
}

/// Whether a line at the margin has several words and no sign of YAML.
fn is_prose(line: &str) -> bool {
    let begins = line.starts_with(char::is_alphabetic);
    // What is in brackets may stand at the margin.
    let word = line.trim_end();
    begins
        && word.contains(' ')
        && !word.ends_with(',')
        && !word.contains([':', '[', ']', '{', '}'])
}
