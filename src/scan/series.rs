//! Symbols of bodies outside the Secretariat, each with its own pattern: `WHA70.18`, `EB146/4`,
//! `GB.350/INS/5`, `UNAIDS/PCB (40)/17.4`.

use super::fold::is_word;
use super::symbol::Symbol;

/// How each begins, and what follows: `9` is a number, `X` a part in capitals or digits; `/X` may be repeated.
const SERIES: [(&str, &[&str]); 7] = [
    ("A6", &["9/9"]),
    ("A7", &["9/9"]),
    ("A8", &["9/9"]),
    ("WHA", &["9.9", "9(9)"]),
    ("EB", &["9.R9", "9(9)", "9/9"]),
    ("GB.", &["9/X/X", "9/X"]),
    ("UNAIDS/PCB", &["(9)/9.9", "(9)/9", "(9)/X"]),
];

/// Every such symbol in the text.
pub(super) fn find(text: &str) -> Vec<Symbol> {
    let mut found = Vec::new();
    for (root, forms) in SERIES {
        for (start, _) in text.match_indices(root) {
            let rest = &text[start + root.len()..];
            let gap = rest.len() - rest.trim_start_matches(' ').len();
            let rest = &rest[gap.min(usize::from(forms[0].starts_with('(')))..];
            let length = forms.iter().find_map(|form| reach(rest, form));
            if let Some(length) = length.filter(|_| !text[..start].ends_with(is_word)) {
                let end = text.len() - rest.len() + length;
                found.push(Symbol { span: start..end, full: text[start..end].to_owned() });
            }
        }
    }
    found
}

/// The length of a form at the beginning of a text, if all of it is there.
fn reach(text: &str, form: &str) -> Option<usize> {
    let mut at = 0;
    for sign in form.chars() {
        let rest = &text[at..];
        let is_part = |c: &char| match sign {
            '9' => c.is_ascii_digit(),
            _ => c.is_ascii_uppercase() || c.is_ascii_digit(),
        };
        at += match sign {
            '9' | 'X' => {
                Some(rest.chars().take_while(is_part).count()).filter(|length| *length > 0)?
            }
            _ => rest.starts_with(sign).then_some(1)?,
        };
    }
    (!text[at..].starts_with(char::is_alphanumeric)).then_some(at)
}
