//! Whether a sentence states what was done, what is planned, or what was not done.

use std::collections::BTreeSet;
use std::ops::Range;

use super::adverb::{is_between, is_denied, is_least};
use super::infinitive::NO_ACTS;
use super::mention::{Kind, Mention};
use super::token::{Places, Token, Words, sentences, tokens};
use super::verb::is_past;

/// Verbs of intent in the present: "plans to".
static INTENDS: Words = Words::new(
    "plan plans intend intends propose proposes hope hopes expect expects aspire aspires planning",
);

/// Verbs of intent in the past: "agreed to".
static INTENDED: Words = Words::new(
    "agreed planned decided undertook pledged committed intended promised proposed offered hoped expected \
     resolved",
);

/// What has a time set for it: "is expected", "a course scheduled for May".
static SET: Words = Words::new(
    "expected scheduled planned foreseen envisaged envisioned anticipated slated projected due set",
);

/// What became of what is not done.
static DROPPED: Words = Words::new(
    "cancelled canceled postponed suspended abandoned deferred discontinued unable failed fails fail",
);

/// Words by which a clause says that nothing came of it.
const FAILED: &str = "fell through|called off|not go ahead|prevented from|refrained from|lacked the funds|\
                      missed the target|on hold|shelved|if funds were|ack of funds kept";

/// Nouns that are to do something by their nature: "the aim is to".
static PURPOSES: Words = Words::new(
    "aim aims objective objectives purpose purposes goal goals task tasks role roles mandate mission \
     focus function functions way idea intent ambition priority priorities challenge answer approach",
);

/// What one sentence says of acts; it may say several things at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlook {
    /// The sentence or the clause, in bytes of its paragraph.
    pub span: Range<usize>,
    /// It tells of something in the past.
    pub is_done: bool,
    /// It announces something: "will", "plans to", "is expected".
    pub is_planned: bool,
    /// It denies something, or says that it was put off: "did not", "cancelled".
    pub is_denied: bool,
}

/// What the sentences of a paragraph say of acts, in order.
pub fn outlooks(text: &str, mentions: &[Mention]) -> Vec<Outlook> {
    outlooks_of(text, mentions, sentences(text))
}

/// The same of its clauses, which semicolons and "but" part: "trained judges in Peru; the course in Chad was
/// cancelled".
pub fn clauses(text: &str, mentions: &[Mention]) -> Vec<Outlook> {
    let parts = sentences(text).into_iter().flat_map(|sentence| {
        let marks = ["; ", ", but ", ", while ", ", whereas "].iter().flat_map(|mark| {
            let found = text[sentence.clone()].match_indices(mark);
            found.map(|(at, _)| sentence.start + at + 1)
        });
        let cuts: BTreeSet<usize> = marks.chain([sentence.start, sentence.end]).collect();
        let cuts: Vec<usize> = cuts.into_iter().collect();
        cuts.windows(2).map(|pair| pair[0]..pair[1]).collect::<Vec<_>>()
    });
    outlooks_of(text, mentions, parts.collect())
}

fn outlooks_of(text: &str, mentions: &[Mention], parts: Vec<Range<usize>>) -> Vec<Outlook> {
    let is_body = |mention: &&Mention| {
        matches!(mention.kind, Kind::Agency | Kind::Group | Kind::Programme | Kind::Country)
    };
    let ends: BTreeSet<usize> = mentions.iter().filter(is_body).map(|m| m.span.end).collect();
    let all = unquoted(text);
    let outlook = |span: Range<usize>| {
        let first = all.partition_point(|token| token.start < span.start);
        let last = all.partition_point(|token| token.start < span.end);
        let words = Told { tokens: &all[first..last], ends: &ends };
        let any = |is: &dyn Fn(usize) -> bool| (0..words.tokens.len()).any(is);
        let part = &text[span.clone()];
        let is_failed = FAILED.split('|').any(|words| part.contains(words))
            || part.contains("Neither ") && part.contains(" nor ") && part.contains(" took place");
        // Other clauses of the sentence may still report something done.
        let is_whole = is_failed && !part.contains("; ") && !part.contains(", but ");
        Outlook {
            is_done: any(&|at| words.is_done(at)) && !is_whole,
            is_planned: any(&|at| words.is_planned(at)) && !is_whole,
            is_denied: any(&|at| words.is_denied(at)) || is_failed,
            span,
        }
    };
    parts.into_iter().map(outlook).collect()
}

/// The tokens that no quotation marks enclose.
fn unquoted(text: &str) -> Vec<Token<'_>> {
    let mut depth = 0_i32;
    let is_outside = |token: &Token| {
        match token.text {
            "“" => depth += 1,
            "”" => depth -= 1,
            _ => {}
        }
        depth <= 0
    };
    tokens(text).into_iter().filter(is_outside).collect()
}

/// The words of a sentence.
struct Told<'a> {
    tokens: &'a [Token<'a>],
    /// Where the names of those end who may act.
    ends: &'a BTreeSet<usize>,
}

impl Told<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// The place of the next word that is no adverb.
    fn behind(&self, at: usize) -> usize {
        (at + 1..self.tokens.len()).find(|at| !is_between(self.word(*at))).unwrap_or(at + 1)
    }

    /// The place of the word before that is no adverb.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|at| !is_between(self.word(*at)))
    }

    /// Whether "to" and an act stand at `at`.
    fn is_to_act(&self, at: usize) -> bool {
        let next = self.tokens.get(self.behind(at));
        self.word(at) == "to"
            && next.is_some_and(|next| {
                next.is_word() && !next.is_capital() && !next.is_number() && !NO_ACTS.has(next.text)
            })
    }

    /// The word before that is no adverb.
    fn word_before(&self, at: usize) -> &str {
        self.before(at).map_or("", |before| self.word(before))
    }

    fn is_planned(&self, at: usize) -> bool {
        let (word, next) = (self.word(at), self.behind(at));
        let has_act = self.is_to_act(next);
        let before = self.word_before(at);
        match word {
            "will" | "shall" | "would" | "should" => {
                let is_noun = matches!(before, "political" | "the" | "free" | "good" | "their");
                !is_noun && next < self.tokens.len() && !is_denied(self.tokens, at + 1)
            }
            "is" | "are" | "was" | "were" => {
                has_act && !self.is_purpose(at) || self.is_set(next) && !self.is_none(at)
            }
            "been" | "being" => self.is_set(next) && !self.is_none(at),
            "to" => self.word(at + 1) == "be" && is_past(self.word(self.behind(at + 1))),
            _ if INTENDS.has(word) => {
                let is_noun = matches!(word, "plan" | "plans" | "hope" | "hopes")
                    && !self.ends_name(at)
                    && !before.ends_with('s')
                    && !is_subject(before);
                has_act && !is_noun
            }
            _ if INTENDED.has(word) && has_act => true,
            "ready" => has_act && matches!(before, "stand" | "stands" | "is" | "are"),
            _ => SET.has(word) && word != "set" && self.word(at + 1) == "for",
        }
    }

    /// Whether a time is set there: "expected", "due to open", not "due to rain".
    fn is_set(&self, at: usize) -> bool {
        let word = self.word(at);
        let next = self.word(at + 1);
        SET.has(word)
            && match word {
                "due" => {
                    matches!(next, "in" | "for" | "on" | "by" | "at") || self.is_to_act(at + 1)
                }
                "set" => next == "for" || self.is_to_act(at + 1),
                _ => true,
            }
    }

    /// Whether what is to be is an aim: "the aim of WHO is to".
    fn is_purpose(&self, at: usize) -> bool {
        self.tokens[at.saturating_sub(10)..at]
            .iter()
            .any(|token| PURPOSES.has(&token.text.to_lowercase()))
    }

    /// Whether there is nothing of which the verb at `at` speaks: "No further course is planned".
    fn is_none(&self, at: usize) -> bool {
        // "No fewer than 20 nurses were trained" tells of them.
        let is_least = |no: usize| is_least(self.word(no + 1), self.word(no + 2));
        let is_no = |no: usize| match self.word(no) {
            "No" => !is_least(no),
            word => word == "Neither",
        };
        (0..at.min(4)).any(is_no)
    }

    fn is_denied(&self, at: usize) -> bool {
        let (word, before) = (self.word(at), self.word_before(at));
        match word {
            "cannot" => true,
            "did" | "does" | "do" | "could" | "can" | "was" | "were" | "is" | "are" | "has"
            | "have" | "had" | "will" | "would" | "shall" | "should" | "may" => {
                // "Farmers who could not sell": it is told of others.
                let is_of_others = matches!(before, "who" | "which" | "that" | "what" | "if");
                let is_none = matches!(word, "was" | "were" | "is" | "are") && self.is_none(at);
                let is_not = is_denied(self.tokens, at + 1) && !self.is_owed(at);
                is_not && !is_of_others || is_none
            }
            _ => {
                let is_verb = self.ends_name(at)
                    || is_subject(before)
                    || matches!(before, "was" | "were" | "been" | "is" | "are" | "be");
                self.is_dropped(at)
                    && is_verb
                    && (!word.starts_with("fail") || self.is_to_act(at + 1))
            }
        }
    }

    /// Whether it was done thanks to somebody: "could not have trained them without the support of".
    fn is_owed(&self, at: usize) -> bool {
        let words = [self.word(at), self.word(at + 1), self.word(at + 2)];
        let mut behind = self.tokens[at..].iter();
        matches!(words, ["could" | "would", "not", "have"])
            && behind.any(|token| token.text == "without")
    }

    fn is_done(&self, at: usize) -> bool {
        let (word, next) = (self.word(at), self.behind(at));
        match word {
            "was" | "were" => {
                !is_denied(self.tokens, at + 1) && !self.is_none(at) && !self.is_open(next)
            }
            "has" | "have" | "had" => {
                let is_passive = self.word(next) == "been";
                self.is_act(next) || is_passive && !self.is_open(self.behind(next))
            }
            _ => {
                let is_verb = self.ends_name(at)
                    || is_subject(self.word_before(at))
                        && !matches!(self.word(next), "in" | "by" | "at" | "for" | "under" | "as");
                // These two are present and past alike: "will develop and set up".
                is_verb && self.is_act(at) && !matches!(word, "set" | "put")
            }
        }
    }

    /// Whether what is told there is still to come, or was dropped.
    fn is_open(&self, at: usize) -> bool {
        self.is_set(at) || self.is_to_act(at) || self.is_dropped(at)
    }

    fn is_dropped(&self, at: usize) -> bool {
        DROPPED.has(self.word(at))
    }

    /// Whether the word is the past of an act that was done, not of one that was agreed upon.
    fn is_act(&self, at: usize) -> bool {
        let word = self.word(at);
        let is_intent = INTENDED.has(word) && self.is_to_act(self.behind(at));
        let is_plan = word == "planned" || word == "scheduled";
        is_past(word) && !is_intent && !is_plan && !self.is_dropped(at)
    }

    /// Whether a name ends right before the word at `at`, adverbs and a bracket not counted.
    fn ends_name(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return false };
        let token = &self.tokens[before];
        // A capital marks an unknown name: "WHO and World Vision trained".
        let is_unread = before > 0 && token.is_capital() && at == before + 1;
        token.text == ")" || is_unread || self.ends.contains(&token.end())
    }
}

/// Whether a verb may follow that has its subject before this word or in it.
fn is_subject(word: &str) -> bool {
    matches!(
        word,
        "," | "and" | "it" | "It" | "they" | "They" | "who" | "which" | "that" | "also" | "both"
    )
}
