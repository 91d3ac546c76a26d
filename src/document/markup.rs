//! Signs of markup in plain text, and gaps between columns.

/// The longest text, in bytes, that signs of markup are taken to stand around.
const REACH: usize = 400;

/// The text without the asterisks and underscores that markup puts around words:
/// `**Requests** the _Board_`. Those of notes follow a word or are alone.
pub(super) fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['*', '_']) {
        let (before, marked) = rest.split_at(open);
        plain.push_str(before);
        let length = marked.len() - marked.trim_start_matches(&marked[..1]).len();
        let (mark, inner) = marked.split_at(length);
        let begins = !plain.ends_with(char::is_alphanumeric);
        match end_of_marked(mark, inner).filter(|_| begins) {
            Some(end) => {
                plain.push_str(&without_marks(&inner[..end]));
                rest = &inner[end + length..];
            }
            None => {
                plain.push_str(mark);
                rest = inner;
            }
        }
    }
    plain + rest
}

/// Where the words end that a sign of markup before them marks, at the same sign.
fn end_of_marked(mark: &str, inner: &str) -> Option<usize> {
    let begins_word = |c: char| c.is_alphanumeric() || "“\"*_(".contains(c);
    let reach = &inner[..inner.floor_char_boundary(REACH)];
    let closes = |end: &usize| {
        let (marked, behind) = (&reach[..*end], &inner[end + mark.len()..]);
        marked.ends_with(|c: char| !c.is_whitespace() && !mark.contains(c))
            && !behind.starts_with(|c: char| c.is_alphanumeric() || mark.contains(c))
            // "*2600248*" is the code of a page.
            && !marked.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut ends = reach.match_indices(mark).map(|(end, _)| end);
    if mark.len() > 3 || !inner.starts_with(begins_word) { None } else { ends.find(closes) }
}

/// Whether lines seem to be those of columns that were read across: three that follow one another have words on either
/// side of a gap in one place.
pub(super) fn are_in_columns(text: &str) -> bool {
    const ALIKE: usize = 3;
    let (mut gutter, mut count) = (None, 0);
    text.lines().any(|line| {
        let here = gutter_of(line);
        count = if here.is_some() && here == gutter { count + 1 } else { 1 };
        gutter = here;
        here.is_some() && count >= ALIKE
    })
}

/// How many characters stand before the second of two columns in a line of text.
fn gutter_of(line: &str) -> Option<usize> {
    let start = line.len() - line.trim_start().len();
    let gap = start + line[start..].find("   ")?;
    let right = line[gap..].trim_start();
    let is_running = |part: &str| {
        let words = part.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
        part.len() >= 20 && words.count() >= 2 && !part.contains("   ")
    };
    let begins = line.len() - right.len();
    (is_running(line[start..gap].trim()) && is_running(right.trim_end()))
        .then(|| line[..begins].chars().count())
}
