//! Lists of mandates: below the heading "General Assembly resolutions", or in a table that is headed so, numbers alone
//! are those of resolutions, and numbers behind the word "Decision" those of decisions.

use std::ops::Range;

use super::citation_number::{Number, NumberForm, next_number, read_number};
use super::heads;
use super::organ::{ORGANS, Organ};
use super::symbol::Symbol;
use super::token::{Token, Words, tokens};
use crate::document::{Kind, Paragraph};

/// The resolutions and decisions that lists cite.
#[derive(Default)]
pub(super) struct Mandates {
    /// Those of each paragraph.
    pub symbols: Vec<Vec<Symbol>>,
    /// How many numbers stand in lists that could not be read.
    pub unread: usize,
}

/// Whose the numbers of a list are.
#[derive(Debug, Clone, PartialEq)]
enum Owner {
    Organ(Organ),
    /// A body that is known by its name alone.
    Body(String),
    Unknown,
}

/// What the heading of a list says.
#[derive(Debug, Clone, PartialEq)]
struct List {
    owner: Owner,
    /// What a number alone is.
    what: &'static str,
}

/// What is listed below a heading like "General Assembly resolutions".
static LISTED: Words =
    Words::new("resolution resolutions decision decisions statements declarations");

/// The mandates in the lists of a document; `commission` is the one that it calls "the Commission".
pub(super) fn find(paragraphs: &[Paragraph], commission: Option<Organ>) -> Mandates {
    let mut reader = Reader { commission, ..Reader::default() };
    for paragraph in paragraphs {
        let symbols = reader.take(paragraph);
        reader.mandates.symbols.push(symbols);
    }
    reader.mandates
}

#[derive(Default)]
struct Reader {
    commission: Option<Organ>,
    /// The list below the last heading.
    below: Option<List>,
    /// The list that the cells of a table are, by its heading row.
    table: Option<List>,
    /// Whether the last cell was such a heading.
    is_headed: bool,
    /// Whether the last paragraph was a number, so that a heading is its title.
    is_titled: bool,
    mandates: Mandates,
}

impl Reader {
    fn take(&mut self, paragraph: &Paragraph) -> Vec<Symbol> {
        if paragraph.kind == Kind::Footnote {
            return Vec::new();
        }
        if paragraph.kind != Kind::Cell {
            self.table = None;
        }
        if paragraph.is_citable() {
            self.below = None;
            return Vec::new();
        }
        let text = paragraph.text.as_str();
        let from = self.head(paragraph.kind, text);
        let is_headed = from.is_some() && paragraph.kind == Kind::Cell;
        let is_titled = std::mem::take(&mut self.is_titled);
        self.is_headed = is_headed;
        if is_headed {
            return Vec::new();
        }
        let Leading { numbers: found, what, end } = leading(text, from.unwrap_or(0));
        let ends_list =
            matches!(paragraph.kind, Kind::Heading | Kind::Title) && from.is_none() && !is_titled;
        if ends_list && found.is_empty() {
            self.below = self.below.take().map(|list| List { owner: Owner::Unknown, ..list });
        }
        let Some(list) = self.table.as_ref().or(self.below.as_ref()) else { return Vec::new() };
        self.is_titled = !found.is_empty();
        let all = found.len();
        let symbols: Vec<Symbol> =
            found.into_iter().filter_map(|found| list.symbol(found, what)).collect();
        self.mandates.unread += all - symbols.len();
        if paragraph.kind != Kind::Cell || all > 0 {
            self.mandates.unread += loose(text, end);
        }
        symbols
    }

    /// Takes the paragraph as the heading of a list, if it is one, and says where it ends.
    fn head(&mut self, kind: Kind, text: &str) -> Option<usize> {
        let (mut list, end) = heading(text)?;
        if let Owner::Organ(organ) = &mut list.owner
            && *organ == Organ::SOME_COMMISSION
        {
            *organ = self.commission.unwrap_or(*organ);
        }
        let is_whole = text[end..].trim_end_matches([':', '*', '.']).trim().is_empty();
        match kind {
            Kind::Cell if !is_whole || list.owner == Owner::Unknown => return None,
            // A row of several organs heads columns, which the cells do not tell.
            Kind::Cell => {
                let is_other =
                    self.is_headed && self.table.as_ref().is_some_and(|table| *table != list);
                list.owner = if is_other { Owner::Unknown } else { list.owner };
                self.table = Some(list);
            }
            Kind::Heading | Kind::Title if is_whole || !leading(text, end).numbers.is_empty() => {
                self.below = Some(list);
            }
            Kind::Body
                if list.owner != Owner::Unknown && !leading(text, end).numbers.is_empty() =>
            {
                self.below = Some(list);
            }
            _ => return None,
        }
        Some(end)
    }
}

impl List {
    /// What a number in the list stands for, if its owner numbers its texts so.
    fn symbol(&self, (span, number): (Range<usize>, Number), what: Option<&str>) -> Option<Symbol> {
        let what = what.unwrap_or(self.what);
        let form = &number.form;
        let full = match &self.owner {
            Owner::Unknown => return None,
            Owner::Body(name) => format!("{name} {what} {}", number.text),
            Owner::Organ(organ) => {
                let fits = match *organ {
                    Organ::SECURITY_COUNCIL => *form == NumberForm::YearInBrackets,
                    Organ::GENERAL_ASSEMBLY => {
                        matches!(form, NumberForm::Session | NumberForm::RomanInBrackets)
                    }
                    Organ::ECONOMIC_AND_SOCIAL_COUNCIL => {
                        matches!(form, NumberForm::Year | NumberForm::RomanInBrackets)
                    }
                    _ => *form == NumberForm::Session,
                };
                fits.then(|| organ.full_form(what, &number.text))?
            }
        };
        Some(Symbol { span, full })
    }
}

/// The heading of a list with which a text begins, and where it ends.
fn heading(text: &str) -> Option<(List, usize)> {
    let tokens = tokens(text);
    let is_listed = |token: &&Token| LISTED.has(&token.text.to_lowercase());
    let first = tokens.iter().position(|token| is_listed(&token))?;
    let mut last = first;
    for (at, token) in tokens.iter().enumerate().skip(first + 1) {
        if is_listed(&token) {
            last = at;
        } else if !matches!(token.text, "," | "and" | "or") {
            break;
        }
    }
    let is_plural = tokens[last].text.ends_with('s');
    let mut end = tokens[last].end();
    let has = |what: &str| {
        tokens[first..=last].iter().any(|token| token.text.to_lowercase().starts_with(what))
    };
    let what = ["resolution", "decision"].into_iter().find(|what| has(what))?;
    let name = without_label(text[..tokens[first].start].trim());
    let owner = if name.is_empty() {
        let (organ, length) = adopter(&text[end..])?;
        end += length;
        Owner::Organ(organ)
    } else {
        owner(name)
    };
    // "General Assembly resolution 74/178" is about that one.
    let is_one = !is_plural && !text[end..].trim().is_empty();
    (!is_one).then_some((List { owner, what }, end))
}

/// The name without the number or letter before it: "A. General Assembly".
fn without_label(name: &str) -> &str {
    let name = name.trim_start_matches(|c: char| !c.is_alphabetic());
    let name = match name.split_once(' ') {
        Some((label, rest)) if label.ends_with(['.', ')']) => rest,
        _ => name,
    };
    name.strip_prefix("The ").unwrap_or(name)
}

/// The organ named behind "Resolutions", and where its name ends: " adopted by the General Assembly".
fn adopter(rest: &str) -> Option<(Organ, usize)> {
    let lower = rest.to_ascii_lowercase();
    let mut name = lower.trim_start();
    for word in ["adopted", "of", "by", "the"] {
        name = name.strip_prefix(word).map_or(name, str::trim_start);
    }
    let (known, organ) = ORGANS.iter().find(|(known, _)| name.starts_with(known))?;
    Some((*organ, lower.len() - name.len() + known.len()))
}

/// The body with the name.
fn owner(name: &str) -> Owner {
    let lower = name.to_lowercase();
    let short = [
        ("assembly", Organ::GENERAL_ASSEMBLY),
        ("council", Organ::ECONOMIC_AND_SOCIAL_COUNCIL),
        ("commission", Organ::SOME_COMMISSION),
    ];
    if let Some((_, organ)) = short.iter().find(|(known, _)| lower == *known) {
        return Owner::Organ(*organ);
    }
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || is_joint(word);
    if !name.split(' ').all(is_name) {
        return Owner::Unknown;
    }
    let mut named = ORGANS.iter().filter(|(known, _)| known.contains(' ') && lower.contains(known));
    match named.clone().find(|(known, _)| lower.starts_with(known)) {
        Some((_, organ)) => Owner::Organ(*organ),
        // "Example General Assembly" is another one.
        None if named.next().is_none() && name.split(' ').any(heads::is_head) => {
            Owner::Body(name.to_owned())
        }
        None => Owner::Unknown,
    }
}

fn is_joint(word: &str) -> bool {
    heads::is_connector(word) || matches!(word, "and" | "the" | "to")
}

/// The numbers with which a text begins, what the word before them says that they are, and where they end.
struct Leading {
    numbers: Vec<(Range<usize>, Number)>,
    what: Option<&'static str>,
    end: usize,
}

/// The numbers that stand at `from` and are followed by nothing or by a title.
fn leading(text: &str, from: usize) -> Leading {
    let rest = text[from..].trim_start_matches([' ', ':', '•', '–']);
    let mut at = text.len() - rest.len();
    let mut what = None;
    for word in ["resolution", "decision"] {
        let is_word = rest.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
        if is_word {
            let plural = usize::from(rest[word.len()..].starts_with('s'));
            at += word.len() + plural;
            what = Some(word);
        }
    }
    let mut numbers = Vec::new();
    let mut end = at;
    while let Some((start, number)) = next_number(text, after_mark(text, end)) {
        end = number.end;
        numbers.push((start..end, number));
    }
    let rest = text[end..].trim_start_matches([';', ',', '.', '*', ' ', '“', '"', '\'', '‘']);
    if !rest.is_empty() && !rest.starts_with(|c: char| c.is_uppercase()) {
        numbers.clear();
    }
    Leading { numbers, what, end }
}

/// Behind the semicolon or comma at byte `at`, if one is there.
fn after_mark(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches([' ', ';', ',']);
    text.len() - rest.len()
}

/// How many numbers of resolutions stand loose behind byte `from`, as a page in columns leaves them.
fn loose(text: &str, from: usize) -> usize {
    let tokens = tokens(&text[from..]);
    let is_loose = |(at, token): &(usize, &Token)| {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
        let is_cited = LISTED.has(&before.to_lowercase()) || matches!(before, "and" | "," | "/");
        let has_slash = read_number(&text[from..], token.start)
            .is_some_and(|number| number.form != NumberForm::YearInBrackets);
        token.is_number() && has_slash && !is_cited
    };
    tokens.iter().enumerate().filter(is_loose).count()
}
