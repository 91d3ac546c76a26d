//! Lines of a page become paragraphs: for plain text, and for PDF files without structure.

use super::block::{Block, Role, ends_sentence, on_one_line};
use super::furniture;
use super::hyphens::Hyphens;
use super::item::{bare_item, follows_bare_item};
use super::label::{Mark, mark};
use super::line::Line;
use super::margin_numbers::with_numbers;
use super::pages::is_numbers_of_texts;
use std::collections::{HashMap, HashSet};

/// Whether tabs part the cells of a row; behind a label they do not: "28/28.\tTrees".
pub(super) fn is_row(line: &str) -> bool {
    let cells = line.trim();
    let is_label = |(label, _): &(&str, &str)| label.len() < 8 && !label.contains('\t');
    cells.split_once(".\t").filter(is_label).map_or(cells, |(_, title)| title).contains('\t')
}

/// The paragraphs that the lines make up, and the lines that were set aside as furniture.
pub(super) fn blocks(mut lines: Vec<Line>) -> (Vec<Block>, Vec<String>) {
    let repeated = repeated(lines.iter().map(|line| line.text.as_str()));
    let mut by_place = running_heads(&lines);
    let mut rows = HashSet::new();
    for (line, by_place) in lines.iter_mut().zip(&mut by_place) {
        *by_place |= furniture::is_row_of_furniture(&line.text);
        // Table rows are repeated as running heads are, but with spaces at their ends: they stay.
        let text = on_one_line(&line.text);
        if text != line.text.trim() {
            if is_row(&line.text) {
                rows.insert(text.clone());
            }
            line.text = text;
        }
        *by_place |= repeated.contains(&line.text);
    }
    let by_words = furniture::classify(lines.iter().map(|line| (line.text.trim(), line.apart)));
    let mut verdicts = by_place.into_iter().zip(by_words);
    let mut furniture = Vec::new();
    let mut apart = false;
    lines.retain_mut(|line| {
        let set_aside = verdicts.next().is_some_and(|(by_place, by_words)| by_place || by_words);
        if set_aside {
            furniture.push(std::mem::take(&mut line.text));
            apart |= line.apart;
        } else {
            line.apart |= std::mem::take(&mut apart);
        }
        !set_aside
    });
    let mut lines = with_numbers(lines);
    join_split_words(&mut lines);
    let edge = right_edge(&lines);
    let hyphens = Hyphens::of(&lines);
    let mut blocks: Vec<(Block, Line)> = Vec::new();
    for line in lines {
        let continues = blocks.last().is_some_and(|(block, last)| {
            line.note == last.note && !begins(&line, last, block, edge)
        });
        match blocks.last_mut().filter(|_| continues) {
            Some((block, last)) => {
                block.bold &= line.bold;
                hyphens.join(&mut block.text, &line.text);
                *last = Line { left: last.left.min(line.left), ..line };
            }
            None => {
                let role = if line.note { Role::Footnote } else { Role::Text };
                let (page, bold, text) = (line.page, line.bold, line.text.clone());
                blocks.push((Block { page, role, number: None, bold, text, cell: None }, line));
            }
        }
    }
    let blocks: Vec<Block> = blocks.into_iter().map(|(block, _)| block).collect();
    (with_headings(blocks, &rows), furniture)
}

/// Whether the line begins a paragraph, after the block that ends with the line `last`.
fn begins(line: &Line, last: &Line, block: &Block, edge: f64) -> bool {
    if furniture::is_enacting_line(&last.text) && last.text.len() < 80 {
        return true;
    }
    let ended = ends_sentence(&block.text);
    let capital = line.text.chars().next().is_some_and(|c| !c.is_lowercase());
    let short = last.right < edge * 0.85;
    if line.apart || (line.bold != last.bold && capital && short) {
        // A page break within a sentence parts lines that belong together.
        return ended || capital || line.apart && line.page == last.page;
    }
    let comma = ended || block.text.ends_with(',');
    let opens = block.text.ends_with([':', ';', '.']) || block.text.ends_with("; and");
    match mark(&line.text) {
        Some((Mark::Number(_) | Mark::Lettered(..), rest)) if comma || short => {
            return rest.chars().next().is_some_and(|c| !c.is_lowercase());
        }
        Some((Mark::Item(item), rest)) if opens || short => {
            return !rest.is_empty() && !is_in_sentence(&item, &block.text);
        }
        Some((Mark::Star(_), _)) => return true,
        _ => {}
    }
    if bare_item(&line.text).is_some_and(|(item, _)| follows_bare_item(&item, &block.text)) {
        return opens || short;
    }
    if furniture::is_enacting_line(&line.text) {
        return true;
    }
    let preamble = block.text.ends_with(',') && furniture::begins_preamble(&line.text);
    let indented = line.left > last.left + 1.5 && mark(&block.text).is_none();
    capital && ((comma && short) || preamble || (indented && comma))
}

/// Whether the item before this one stands within the text, so that this one does too: "(a) one; (b) two".
fn is_in_sentence(item: &str, text: &str) -> bool {
    let letter = item.as_bytes().get(1).copied().unwrap_or_default();
    let before = char::from(letter.saturating_sub(1));
    item.len() == 3 && letter.is_ascii_alphabetic() && text.contains(&format!(" ({before}) "))
}

/// Where full lines end.
fn right_edge(lines: &[Line]) -> f64 {
    let mut rights: Vec<f64> = lines.iter().map(|line| line.right).collect();
    rights.sort_by(f64::total_cmp);
    rights.get(rights.len() * 8 / 10).copied().unwrap_or(0.0)
}

/// Which lines are at the head or foot of a page and repeated on others, or are above its symbol.
fn running_heads(lines: &[Line]) -> Vec<bool> {
    /// As many lines of a page are looked at on either end.
    const REACH: usize = 4;
    let pages: Vec<&[Line]> = lines.chunk_by(|a, b| a.page == b.page).collect();
    let ends = |page: &[Line]| {
        let length = page.len();
        (0..length).filter(move |at| *at < REACH || *at + REACH >= length)
    };
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for page in &pages {
        let texts: HashSet<&str> = ends(page).map(|at| page[at].text.as_str()).collect();
        texts.into_iter().for_each(|text| *counts.entry(text).or_default() += 1);
    }
    let mut heads = Vec::with_capacity(lines.len());
    for (nth, page) in pages.iter().enumerate() {
        let from = heads.len();
        heads.resize(from + page.len(), false);
        for at in ends(page) {
            let text = &page[at].text;
            let is_plain = mark(text).is_none() && !ends_sentence(text) && !text.ends_with(',');
            heads[from + at] = pages.len() > 3 && is_plain && counts[text.as_str()] >= 3;
        }
        let symbol = page.iter().take(3).position(|line| furniture::has_symbol(&line.text));
        if let Some(symbol) = symbol.filter(|_| nth > 0) {
            heads[from..=from + symbol].fill(true);
        }
    }
    heads
}

/// Lines that are repeated and do not end a sentence: running heads.
pub(super) fn repeated<'a>(lines: impl Iterator<Item = &'a str>) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in lines.filter(|line| (9..160).contains(&line.len())) {
        let text = on_one_line(line);
        if !ends_sentence(&text) && !text.ends_with(',') && mark(&text).is_none() {
            *counts.entry(text).or_default() += 1;
        }
    }
    let heads = counts.into_iter().filter(|(text, count)| {
        *count >= 4 && text.len() > 8 && !furniture::is_enacting_line(text)
    });
    heads.map(|(text, _)| text).collect()
}

/// Makes headings of short blocks that stand alone, end no sentence and are no rows of tables.
fn with_headings(mut blocks: Vec<Block>, rows: &HashSet<String>) -> Vec<Block> {
    for at in 0..blocks.len() {
        let next = blocks.get(at + 1).is_some_and(|next| next.role == Role::Text);
        let block = &mut blocks[at];
        let text = &block.text;
        let marked = mark(text).is_some()
            || rows.contains(text)
            || is_numbers_of_texts(text)
            || furniture::begins_preamble(text)
            || furniture::is_closing_line(text);
        let capital = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let open = ends_sentence(text) || text.ends_with([',', '”', '"', '*']);
        let longest = if begins_as_a_pillar(text) { 400 } else { 200 };
        let short = text.len() <= longest && !furniture::is_enacting_line(text);
        if block.role == Role::Text && next && capital && short && !open && !marked {
            block.role = Role::Heading(2);
        }
    }
    blocks
}

/// Whether a text begins as the headings of the outcome document of 2016 do, some of which are long.
fn begins_as_a_pillar(text: &str) -> bool {
    const HEADINGS: [&str; 6] = [
        "Cross-cutting issues",
        "Operational recommendations on ",
        "Alternative development",
        "Supply reduction",
        "Demand reduction",
        "Ensuring the availability",
    ];
    HEADINGS.iter().any(|heading| text.starts_with(heading))
}

/// Puts together words that the extraction has broken: `money -laundering`, and `inclu ding` where
/// the document has `including` and neither of the parts as words of their own.
fn join_split_words(lines: &mut [Line]) {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for word in lines.iter().flat_map(|line| words(&line.text)) {
        *counts.entry(word).or_default() += 1;
    }
    let joined: Vec<String> = lines.iter().map(|line| joined(&line.text, &counts)).collect();
    for (line, text) in lines.iter_mut().zip(joined) {
        line.text = text;
    }
}

/// The line with its broken words put together.
fn joined(line: &str, counts: &HashMap<&str, u32>) -> String {
    let mut text = String::with_capacity(line.len());
    let mut before = None;
    for word in line.split(' ') {
        if let Some(before) = before.replace(word)
            && !is_split_word(before, word, counts)
        {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// Whether what stands on either side of a space is one word.
fn is_split_word(before: &str, word: &str, counts: &HashMap<&str, u32>) -> bool {
    if let Some(rest) = word.strip_prefix('-') {
        return before.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic);
    }
    let count = |word: &str| counts.get(word).copied().unwrap_or(0);
    let plain = word.trim_end_matches(|c: char| !c.is_alphabetic());
    let (first, second) = (count(before), count(plain));
    let rare = (first <= 1 && second <= 1)
        || (first <= 1 && before.len() <= 2 && !is_short_word(before))
        || (second <= 1 && plain.len() <= 2 && !is_short_word(plain));
    let letters = |word: &str| !word.is_empty() && word.chars().all(char::is_alphabetic);
    rare && letters(before)
        && letters(plain)
        && !plain.starts_with(char::is_uppercase)
        && count(&format!("{before}{plain}")) > 0
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Short words that can well stand alone once.
fn is_short_word(word: &str) -> bool {
    const SHORT: [&str; 20] = [
        "a", "i", "an", "as", "at", "be", "by", "do", "he", "if", "in", "is", "it", "me", "no",
        "of", "on", "or", "so", "to",
    ];
    SHORT.contains(&word.to_lowercase().as_str())
}
