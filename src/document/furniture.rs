//! Page furniture, which is not part of the text, and lines that are recognised by their words.

use super::block::{Block, Role, ends_sentence};
use super::label::{is_number, mark};
use super::pages::{numbers_of_texts, page_of_pages};

/// The first parts of symbols: principal organs, series, and bodies that issue documents of their own.
pub(crate) const ROOTS: &[&str] = &[
    "A", "S", "E", "T", "ST", "CEB", "ACC", "CAT", "CCPR", "CEDAW", "CERD", "CMW", "CRC", "CRPD",
    "CED", "HRI", "CTOC", "CAC", "CD", "BWC", "CCW", "NPT", "UNODC", "UNEP", "UNFPA", "UNICEF",
    "UNW", "DP", "DPI", "TD", "ID", "IDB", "GC", "GOV", "HSP", "HS", "FCCC", "ICCD", "CBD", "JIU",
    "SPLOS", "ISBA", "ITLOS", "LOS", "SG", "WFP", "EB", "ECE", "ESCAP", "LC", "PBC", "APLC",
    "UNCTAD", "TRADE", "ICEF", "WHA", "PCNICC", "MAG", "CGRFA", "UNIDIR", "UNITAR", "UNU", "AT",
    "ICC", "ICCPR", "INFCIRC", "CP", "CRP",
];

/// The longest line, in bytes, that is taken for furniture.
const LONGEST: usize = 120;

/// Which lines of a document, each with whether it stands apart from the one above, are page furniture.
///
/// The name of an organ is furniture on a cover page, if above all text and not directly above it,
/// or next to a line of a letterhead such as "United Nations"; elsewhere it is a heading.
pub(super) fn classify<'a>(lines: impl Iterator<Item = (&'a str, bool)>) -> Vec<bool> {
    let (lines, apart): (Vec<&str>, Vec<bool>) = lines.unzip();
    let in_text = numbers_of_texts(&lines, &apart);
    let is_text = |line: &&str| ends_sentence(line) || mark(line).is_some();
    let text = lines.iter().position(is_text).unwrap_or(lines.len());
    let is_letterhead = |line: &&str| *line == "United Nations" || line.starts_with("Distr.:");
    let is_in_letterhead = |at: usize| {
        let around = at.saturating_sub(1)..lines.len().min(at + 2);
        at + 1 < text || lines[around].iter().any(is_letterhead)
    };
    let line = |at: usize| {
        is_furniture(lines[at]) && !in_text[at] || is_organ(lines[at]) && is_in_letterhead(at)
    };
    (0..lines.len()).map(line).collect()
}

/// Takes out the blocks that are page furniture, and says how many; what stands in a cell is none.
pub(super) fn set_aside(blocks: &mut Vec<Block>) -> usize {
    let count = blocks.len();
    let furniture = classify(blocks.iter().map(|block| (block.text.as_str(), true)));
    let mut furniture = furniture.into_iter();
    blocks.retain(|it| furniture.next() != Some(true) || matches!(it.role, Role::Cell(_)));
    count - blocks.len()
}

/// Whether the line is page furniture where it stands at the edge of a page.
pub(super) fn can_be_furniture(line: &str) -> bool {
    is_furniture(line) || is_organ(line.trim())
}

/// Whether the line is the name of an organ in a letterhead.
fn is_organ(line: &str) -> bool {
    matches!(line, "General Assembly" | "Economic and Social Council")
}

/// Whether the line is page furniture wherever it stands: a symbol, a page or job number, a date of distribution.
pub(super) fn is_furniture(line: &str) -> bool {
    let line = line.trim();
    if line.len() > LONGEST {
        return false;
    }
    line.starts_with("Distr.:")
        || line.starts_with("Original:")
        || matches!(line, "United Nations" | "Please recycle" | "English only")
        || matches!(line, "[...]" | "[…]" | "[. . .]")
        || is_symbol(line)
        || is_page_number(line)
        || is_job_number(line)
        || (line.len() >= 3 && line.chars().all(|c| matches!(c, '_' | '-' | '–' | '—' | '=')))
        || (line.starts_with("<!--") && line.ends_with("-->"))
}

/// Whether the line is furniture side by side, as a converter keeps it: `United Nations     A/74/178`.
pub(super) fn is_row_of_furniture(line: &str) -> bool {
    line.contains("   ") && columns(line).all(can_be_furniture)
}

/// Whether a symbol stands alone in the line or in a column of it.
pub(super) fn has_symbol(line: &str) -> bool {
    columns(line).any(is_symbol)
}

fn columns(line: &str) -> impl Iterator<Item = &str> {
    line.trim().split("   ").map(str::trim).filter(|column| !column.is_empty())
}

/// A symbol that stands alone, such as `A/81/6 (Sect. 13)/Part A*`.
fn is_symbol(line: &str) -> bool {
    let line = line.trim_end_matches('*').trim_end();
    let Some(first) = line.split('/').next() else { return false };
    let ends = line.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')');
    let plain = |c: char| c.is_ascii_alphanumeric() || "/.-() ".contains(c);
    let words = line
        .split(' ')
        .all(|word| word.contains(['/', '(', ')']) || word == "Part" || word.len() <= 2);
    ROOTS.contains(&first)
        && ends
        && line.len() < 50
        && line.matches('/').count() >= 2
        && line.chars().all(plain)
        && words
        && line.bytes().any(|b| b.is_ascii_digit())
}

/// A page of pages (`3/27`), or a page number between dashes.
fn is_page_number(line: &str) -> bool {
    let plain = line.trim_matches(['-', '–', ' ']);
    page_of_pages(line).is_some() || is_number(plain.strip_prefix("Page ").unwrap_or(plain), 1..=3)
}

/// A job number (`19-22335`, `26-00248 (E) 160126`), its day or its bar code (`*2600248*`).
fn is_job_number(line: &str) -> bool {
    if let Some(code) = line.strip_prefix('*').and_then(|rest| rest.strip_suffix('*')) {
        return is_number(code, 6..=LONGEST);
    }
    if is_number(line, 6..=6) {
        return is_day(line);
    }
    let mut words = line.split_whitespace();
    let Some(job) = words.next() else { return false };
    let Some((series, number)) = job.trim_start_matches("V.").split_once('-') else { return false };
    is_number(series, 2..=2)
        && is_number(number, 5..=5)
        && words.all(|word| {
            word.starts_with('(') || word.bytes().all(|b| b.is_ascii_digit() || b == b'*')
        })
}

/// Whether six digits are a day, as printed next to a job number: `160126`.
fn is_day(digits: &str) -> bool {
    let in_range = |part: Option<&str>, range: std::ops::RangeInclusive<u32>| {
        part.and_then(|part| part.parse().ok()).is_some_and(|value| range.contains(&value))
    };
    in_range(digits.get(..2), 1..=31) && in_range(digits.get(2..4), 1..=12)
}

/// A line of a list of contents: it ends with leaders or a page number after them.
pub(super) fn is_contents_line(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    line.ends_with("....") || line.ends_with(". . .") || line.ends_with("…")
}

/// The first symbol that stands alone among the lines.
pub(super) fn symbol<'a>(lines: impl Iterator<Item = &'a String>) -> Option<String> {
    lines
        .map(|line| line.trim().trim_start_matches("United Nations ").trim_end_matches('*').trim())
        .find(|line| is_symbol(line))
        .map(str::to_owned)
}

/// The label of a table or figure, if the line is its caption: `table 16.2`.
pub(super) fn caption(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let word = words.next().filter(|word| matches!(*word, "Table" | "Figure" | "Box"))?;
    let number = words.next()?.trim_end_matches(['.', ':']);
    let plain = number.bytes().all(|b| b.is_ascii_digit() || b"IVXLC.".contains(&b));
    (plain && line.len() < 200).then(|| format!("{} {number}", word.to_lowercase()))
}

/// The line that says who speaks, with which a preamble begins.
pub(super) fn is_enacting_line(line: &str) -> bool {
    const BODIES: [&str; 13] = [
        "Commission on Crime Prevention and Criminal Justice",
        "Commission on Narcotic Drugs",
        "Commission on the Status of Women",
        "Conference of the Parties",
        "Conference of the States Parties",
        "Economic and Social Council",
        "General Assembly",
        "Governing Body",
        "Human Rights Council",
        "Security Council",
        "Statistical Commission",
        "United Nations Environment Assembly",
        "World Health Assembly",
    ];
    let named = line.strip_prefix("The ").map(|name| name.strip_suffix(',').unwrap_or(name));
    let body = named.is_some_and(|name| BODIES.contains(&name));
    let we = line.strip_prefix("We, ").is_some_and(|rest| {
        rest.contains("Heads of State")
            || rest.contains("inisters")
            || rest.contains("epresentatives")
    });
    body || we
}

/// The line that says when a text was adopted: `50th plenary meeting`, `18 December 2019`.
pub(super) fn is_closing_line(line: &str) -> bool {
    (line.len() < 60 && line.contains("plenary meeting")) || is_date(line)
}

/// Whether the line is a date and nothing else.
pub(super) fn is_date(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    matches!(words.as_slice(), [day, month, year]
        if is_number(day, 1..=2) && is_number(year, 4..=4)
            && month.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether a paragraph of a preamble begins so.
pub(super) fn begins_preamble(text: &str) -> bool {
    const WORDS: &str = "Acknowledging Affirming Alarmed Appreciating Aware Bearing Cognizant Commending Concerned \
                         Conscious Considering Convinced Deeply Desiring Determined Emphasizing Encouraged \
                         Expressing Guided Having Highlighting Mindful Noting Reaffirming Recalling Recognizing \
                         Reiterating Stressing Taking Underlining Underscoring Welcoming We Reminding";
    let first = text.split([' ', ',']).next().unwrap_or_default();
    WORDS.split(' ').any(|word| word == first)
}

/// How paragraphs below the heading of a chapter are cited: `ch. VI`.
pub(super) fn chapter(heading: &str) -> Option<String> {
    let number = heading.strip_prefix("Chapter ")?.split([' ', '.', ':']).next()?;
    let plain = number.bytes().all(|b| b.is_ascii_digit() || b"IVXLC".contains(&b));
    (plain && !number.is_empty()).then(|| format!("ch. {number}"))
}

/// Whether the heading begins a text with a numbering of its own.
pub(super) fn begins_part(heading: &str) -> bool {
    let first = heading.split(' ').next().unwrap_or_default();
    matches!(first, "Annex" | "Appendix" | "Chapter" | "Resolution" | "Decision" | "Draft")
        || is_resolution(heading)
}

/// Whether the heading is the number and title of a resolution: `76/188. International …`.
pub(super) fn is_resolution(heading: &str) -> bool {
    let first = heading.split(' ').next().unwrap_or_default();
    let Some((session, number)) = first.strip_suffix('.').and_then(|f| f.split_once('/')) else {
        return false;
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(session.trim_start_matches("S-").trim_start_matches("ES-")) && digits(number)
}
