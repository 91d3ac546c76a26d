//! The instrument that contains a clause, if its sentence says so.

use super::Drafter;
use crate::model::{Document, Id};
use crate::scan::{Kind, Mention};

/// The document in which a limb stands.
#[derive(Clone)]
pub(super) struct Cited {
    pub id: Id<Document>,
    /// Whether the sentence leaves no doubt of it.
    pub is_sure: bool,
}

impl Drafter<'_> {
    /// The document in which a limb stands, where its sentence says so: "in its resolution 79/191, the General
    /// Assembly invited", "adopted resolution 71/3, in which it invited".
    pub(super) fn cited(&self, text: &str, mentions: &[Mention], limb: &Mention) -> Option<Cited> {
        let verb = limb.span.start;
        let stop = text[..verb].rfind(". ");
        let symbols = mentions.iter().filter(|mention| {
            let end = mention.span.end;
            mention.kind == Kind::Symbol && end <= verb && stop.is_none_or(|stop| stop < end)
        });
        let symbols: Vec<&Mention> = symbols.collect();
        let is_passive = limb.ask.as_ref().is_some_and(|ask| ask.by.is_empty());
        let lead = |symbol: &Mention| match leads_in(&text[..symbol.span.start]) {
            Some(Lead::Under) if !is_passive => None,
            lead => lead,
        };
        let words = &text[stop.map_or(0, |stop| stop + 1)..verb];
        let (symbol, is_sure) = match symbols.as_slice() {
            [.., last] if is_passive && is_adverb(&text[last.span.end..verb]) => (*last, true),
            [] if is_passive => {
                let is_before =
                    |mention: &&Mention| mention.kind == Kind::Symbol && mention.span.end <= verb;
                let last = mentions.iter().rfind(is_before)?;
                let sentence = text[..stop?].rfind(". ").map_or(0, |stop| stop + 2);
                let opens = last.span.start < sentence + 40;
                let is_of_text = limb.ask.as_ref().is_some_and(|ask| ask.is_of_text);
                let is_stated = is_of_text && is_text(words, opens);
                (is_stated || goes_on(&text[..last.span.start], words)).then_some((last, false))?
            }
            [.., last] if is_in_which(&text[last.span.end..verb]) => {
                // "Resolutions 71/1 and 71/2, in which it invited": one of them.
                let is_listed = symbols.iter().rev().nth(1).is_some_and(|before| {
                    let between = text.get(before.span.end..last.span.start);
                    between
                        .is_some_and(|words| matches!(words.trim(), "and" | "," | ", and" | "or"))
                });
                (!is_listed).then_some((*last, true))?
            }
            symbols => {
                let mut led = symbols.iter().filter_map(|symbol| Some((*symbol, lead(symbol)?)));
                let ((symbol, lead), None) = (led.next()?, led.next()) else { return None };
                (symbol, lead == Lead::In)
            }
        };
        let id = match symbol.ids.as_slice() {
            [id] => self.dataset.find::<Document>(id).map(|document| document.id.clone()),
            _ => self.new_documents.get(symbol.name.as_deref()?).cloned(),
        };
        let id = id.filter(|id| *id != self.options.id)?;
        Some(Cited { id, is_sure })
    }
}

impl Cited {
    /// The same document for a later limb, where the text continues with it: "It also requested",
    /// "In the same resolution, it invited", "Member States were encouraged".
    pub fn going_on(&self, text: &str, first: &Mention, limb: &Mention) -> Option<Self> {
        let between = text.get(first.span.end..limb.span.start)?;
        let Some((_, words)) = between.rsplit_once(". ") else { return Some(self.clone()) };
        let is_passive = limb.ask.as_ref().is_some_and(|ask| ask.by.is_empty())
            && ["was", "were"].iter().any(|be| between.trim_end().ends_with(be));
        let is_same = words.starts_with("It ")
            || ["In the same ", "In that ", "By the same "]
                .iter()
                .any(|lead| words.starts_with(lead))
            || ["Assembly", "Commission", "Council", "Board"].iter().any(|organ| {
                let rest = words.strip_prefix("The ").and_then(|rest| rest.strip_prefix(organ));
                rest.is_some() && text[..first.span.start].contains(organ)
            });
        (is_same || is_passive).then(|| Self { is_sure: false, ..self.clone() })
    }
}

/// Whether nothing but an adverb stands between a document and the verb: "Resolution 60/1 also requests".
fn is_adverb(between: &str) -> bool {
    matches!(between.trim(), "" | "also" | "further" | "again")
}

/// Whether an organ goes on with what it adopted: "In its resolution 60/1, the Commission", "The Commission also".
fn goes_on(before: &str, words: &str) -> bool {
    const LEAD: &str = "in its resolution ";
    let organs = ["The Commission ", "The Assembly ", "The Council "];
    let end = before.len().checked_sub(LEAD.len()).and_then(|at| before.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(LEAD))
        && organs.iter().any(|organ| words.trim_start().starts_with(organ))
}

/// Whether these words before a verb stand for a document that was named before: "The resolution also", or "It", if
/// that `opens` the sentence before.
fn is_text(words: &str, opens: bool) -> bool {
    let mut words = words.split_whitespace();
    let is_noun = |word: &str| matches!(word, "resolution" | "decision" | "declaration");
    match words.next() {
        Some("It") => opens,
        Some("The") => {
            let nouns = words.filter(|word| !is_adverb(word));
            let mut nouns = nouns.skip_while(|word| matches!(*word, "political" | "ministerial"));
            nouns.next().is_some_and(is_noun) && nouns.next().is_none()
        }
        _ => false,
    }
}

/// How the words before a document lead to what stands in it.
#[derive(Clone, Copy, PartialEq)]
enum Lead {
    /// "In its resolution".
    In,
    /// "In accordance with resolution": perhaps it is asked there.
    Under,
}

/// What words lead to the document named behind them: "In its resolution", "Pursuant to resolution".
fn leads_in(before: &str) -> Option<Lead> {
    let is_owner = |word: &str| {
        let number = word.trim_end_matches([',', ')']);
        let is_number = number.len() < 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        matches!(word, "its" | "the" | "and" | "of" | "on" | "resolution" | "decision" | "report")
            || matches!(word, "paragraph" | "paragraphs" | "operative")
            || is_number
            || word.len() > 2 && word.starts_with(char::is_uppercase)
    };
    let leads = |word: &str| ["in", "by", "through", "under"].contains(&word);
    let owners = before.split_whitespace().rev();
    let owners = owners.take_while(|word| is_owner(word) && !leads(&word.to_lowercase())).count();
    let near = before.split_whitespace().rev().skip(owners).take(4);
    let near: Vec<String> = near.map(str::to_lowercase).collect();
    let mut words = near.iter().map(String::as_str);
    let lead = match (words.next()?, words.next()) {
        ("in" | "by" | "through", before) => (Lead::In, before),
        ("under", before) => (Lead::Under, before),
        ("with", Some("accordance" | "line" | "conformity")) => {
            words.next().filter(|word| *word == "in")?;
            (Lead::Under, words.next())
        }
        ("to", Some("pursuant" | "further")) => (Lead::Under, words.next()),
        _ => return None,
    };
    let (lead, before) = lead;
    before.is_none_or(|word| word.ends_with([',', ';', ':', '.'])).then_some(lead)
}

/// Whether what follows the document named before stands in it: ", in which it", ", by which the Commission also".
fn is_in_which(between: &str) -> bool {
    let mut parts =
        [" in which ", " by which "].iter().filter_map(|words| between.rsplit_once(words));
    parts.any(|(_, subject)| subject.len() < 40 && !subject.contains([',', ';']))
}
