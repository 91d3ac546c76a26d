//! In which role somebody takes part, where the words before the name say so.

use crate::model::Role;
use crate::scan::{Kind, Mention};

/// Words that say it, right before the name.
const SAID: [(Role, &str); 3] = [
    (Role::Lead, "led by|chaired by|coordinated by|under the leadership of"),
    (
        Role::Partner,
        "in partnership with|in close partnership with|in cooperation with|in close cooperation with|\
         in collaboration with|in close collaboration with|jointly with|together with",
    ),
    (Role::Organiser, "organized by|organised by|organized jointly by|hosted by|convened by"),
];

/// A role that is said, as far as its list goes.
struct Said {
    role: Role,
    /// Where the last name of the list ends.
    end: usize,
    /// Whether a comma ends the list: "In partnership with WHO, UNODC …", "led by WHO and UNICEF, …".
    is_closed: bool,
}

/// The role that the words before each mention give it; of a list that of its first.
pub(super) fn roles(text: &str, mentions: &[Mention]) -> Vec<Option<Role>> {
    let mut last: Option<Said> = None;
    let role = |mention: &Mention| {
        if mention.kind != Kind::Agency {
            return None;
        }
        let joined = || {
            let said = last.as_ref()?;
            let between = text.get(said.end..mention.span.start).filter(|it| is_joint(it))?;
            let has_and = between.contains("and");
            let is_short = between.trim() == "(";
            let is_in = has_and || is_short || between.contains(',') && !said.is_closed;
            is_in.then_some((said.role, said.is_closed || has_and))
        };
        let found = said(&text[..mention.span.start]).or_else(joined);
        last = found.map(|(role, is_closed)| Said { role, end: mention.span.end, is_closed });
        found.map(|(role, _)| role)
    };
    mentions.iter().map(role).collect()
}

/// The role that these words give to whom they go before, and whether they open a sentence.
fn said(before: &str) -> Option<(Role, bool)> {
    let before = before.trim_end();
    let before = before.strip_suffix(" the").unwrap_or(before);
    let ends = |words: &str| {
        let at = before.len().checked_sub(words.len())?;
        let end = before.get(at..)?;
        end.eq_ignore_ascii_case(words).then(|| end.starts_with(char::is_uppercase))
    };
    SAID.iter().find_map(|(role, words)| Some((*role, words.split('|').find_map(ends)?)))
}

/// Whether nothing but what joins the names of a list stands there: ", the", "(WFP) and".
fn is_joint(between: &str) -> bool {
    let is_bracket = |word: &str| word.starts_with('(') || word.ends_with(')');
    let words = between.split([' ', ',']).filter(|word| !word.is_empty());
    between.len() < 24
        && words.into_iter().all(|word| matches!(word, "and" | "the") || is_bracket(word))
}
