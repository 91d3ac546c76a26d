//! A quick look at YAML before its parser has it: that takes time by the square of the depth of brackets, and
//! drops tags and repeats aliases.

/// So many brackets may stay open at the end of their line, by which the depth is bounded.
const OPEN: usize = 128;
/// So many columns of spaces and dashes may stand before a line, by which the depth of blocks is bounded.
const INDENT: usize = 256;

/// Whether a text is neither nested deeply nor has aliases or tags. A false "no" only costs time: the tree is then
/// read.
pub fn is_harmless(text: &str) -> bool {
    let mut open = 0;
    text.as_bytes().split(|byte| matches!(byte, b'\n' | b'\r')).all(|line| {
        let indent = line.iter().take_while(|byte| b" -?".contains(byte)).count();
        let is_plain = !line.iter().fold(false, |any, byte| any | b"[{&!".contains(byte));
        open += if is_plain { 0 } else { unclosed(line).unwrap_or(OPEN + 1) };
        open <= OPEN && indent <= INDENT
    })
}

/// How many brackets of a line stay open behind it; nothing where that cannot be told, where too many are open within
/// it, or where there is an anchor or a tag.
///
/// Behind a bracket that opens a list, quotes begin and end as the parser has it. Where the bracket is a letter of a
/// text, its quotes are letters as well, and what stands between them may open a bracket: nothing is returned for such
/// a line, nor for one with quotes within quotes.
fn unclosed(line: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    // The byte before, and the last that is no space.
    let (mut before, mut said) = (b' ', b' ');
    let mut rest = line;
    while let Some((byte, mut behind)) = rest.split_first() {
        let begins = matches!(before, b' ' | b'\t' | b'[' | b'{' | b',');
        match byte {
            b'[' | b'{' if depth == OPEN => return None,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'!' if begins => return None,
            b'&' if begins && behind.first().is_some_and(|next| *next != b' ') => return None,
            b'#' if depth > 0 && b" \t[]{},:\"'".contains(&before) => return None,
            b'"' | b'\'' if depth > 0 && (before == b':' || said == b'?') => return None,
            b'"' | b'\'' if depth > 0 && b"[{,:".contains(&said) => {
                let end = behind.iter().position(|next| next == byte).unwrap_or(behind.len());
                let (quoted, after) = behind.split_at(end);
                behind = after.get(1..).unwrap_or_default();
                if quoted.iter().any(|byte| b"[{]}\\".contains(byte))
                    || behind.first() == Some(byte)
                {
                    return None;
                }
            }
            _ => {}
        }
        before = *byte;
        if !matches!(byte, b' ' | b'\t') {
            said = *byte;
        }
        rest = behind;
    }
    Some(depth)
}
