//! Verbs of asking that depend on another verb, "continued to call upon", "it is recommended that"; and those that
//! look like it and ask nobody.

use super::adverb::is_adverb;
use super::clause::{Limbs, Previous, Style, Subject, Verb};
use super::infinitive::infinitive;
use super::instrument;
use super::token::{Places, Words};
use super::verb::Tense;

/// Verbs whose "to" introduces a verb of asking.
static GOVERNING: Words = Words::new(
    "continue continues continued wish wishes wished decide decides decided agree agrees agreed resolve resolves \
     resolved like",
);

/// Words that open an indirect question: "how WHO will act".
static QUESTIONS: Words = Words::new("about how if what when where whether which who why");

impl Limbs<'_> {
    /// Who asks with a participle in a report: "INCB is urging", "a resolution urging WHO to act"; one that opens a
    /// paragraph is that of a preamble.
    pub fn participle_subject(&self, verb: &Verb, previous: Previous) -> Option<Subject> {
        let before = verb.before;
        let word = before.map_or("", |before| self.tokens[before].text);
        if matches!(word, "is" | "are" | "was" | "were" | "been") {
            return self.who_is_asking(verb, before?);
        }
        if self.opens(before) {
            return self.with_preamble.then_some(Subject::Organ);
        }
        let follows =
            word == "and" && previous.is_some_and(|(last, _)| last.tense == Tense::Participle);
        let is_attached = matches!(word, "," | "”" | "\"" | ")") || instrument::is_text(word);
        let is_asked = verb.asks() && self.has_infinitive(verb);
        ((is_attached || follows) && is_asked).then_some(Subject::Organ)
    }

    /// Who asks with a verb behind "to": "the Board wishes to encourage"; nothing where no other verb governs
    /// it, and no subject where nobody is found that asks.
    pub fn governed_subject(
        &self,
        verb: &Verb,
        style: Style,
        previous: Previous,
    ) -> Option<Option<Subject>> {
        let to = verb.before?;
        let is_infinitive = self.tokens[to].is("to") && verb.tense == Tense::First && verb.asks();
        let last = self.skip_adverbs(to).filter(|_| is_infinitive)?;
        let word = self.tokens[last].text;
        // "Decides to request WHO to act and to invite": the second is governed as the first.
        if let Some((first, subject)) = previous
            && matches!(word, "and" | ",")
            && self.tokens.word_before(first.tokens.start, 1).eq_ignore_ascii_case("to")
            && first.tense == Tense::First
            && self.is_near(first, verb)
        {
            return self.has_infinitive(verb).then(|| Some(subject.clone()));
        }
        let is_that = self.tokens.is(verb.tokens.end, "that");
        // "Decided to recommend the draft" asks nobody.
        let governing = self.governing(last).filter(|_| is_that || self.has_infinitive(verb))?;
        let before = self.skip_adverbs(governing);
        let opens = self.opens(before);
        match style {
            Style::Operative => opens.then_some(Some(Subject::Organ)),
            // "1. Agrees to request WHO to plant"
            Style::Prose if opens && self.tokens[governing].is_capital() => {
                Some(Some(Subject::Organ))
            }
            Style::Prose => {
                let before = if word == "like" {
                    before
                        .filter(|would| self.tokens[*would].is("would"))
                        .and_then(|would| self.skip_adverbs(would))
                } else {
                    before
                };
                let before = self.before_perfect(before?)?;
                let named = self.named_before(before).map(Subject::Named);
                named.or_else(|| self.is_organ(before).then_some(Subject::Organ)).map(Some)
            }
            _ => None,
        }
    }

    /// The verb that goes on with the "to" behind the token at `last`: right there, or before an insertion or another
    /// act, "decided, by 48 votes to 0, to request", "decides to meet, to request".
    fn governing(&self, last: usize) -> Option<usize> {
        let is_governing = |at: &usize| GOVERNING.has(&self.tokens[*at].text.to_lowercase());
        if is_governing(&last) {
            return Some(last);
        }
        let is_end = matches!(
            self.tokens[last].text,
            "," | ";" | "and" | ")" | "consensus" | "vote" | "votes" | "abstentions"
        );
        if !is_end && !self.tokens[last].is_number() {
            return None;
        }
        let begins = |at: &usize| {
            let next =
                (at + 1..at + 4).map(|at| self.tokens.word(at)).find(|next| !is_adverb(next));
            matches!(next, Some("," | ":" | "by" | "without" | "to"))
        };
        let before = (last.saturating_sub(60)..last).rev();
        let mut before = before.take_while(|at| self.tokens[*at].text != ".");
        before.find(is_governing).filter(begins)
    }

    /// Who recommends in an impersonal clause with the "is" at `at`: "it is recommended that"; what
    /// "was" recommended was said by speakers in a meeting.
    pub fn recommended(&self, verb: &Verb, at: usize) -> Option<Subject> {
        let it = self.skip_adverbs(at).filter(|it| self.tokens[*it].is("it"))?;
        let is_that = self.tokens.is(verb.tokens.end, "that");
        let begins = it == 0 || !self.tokens[it - 1].is_word() || self.tokens[it - 1].is_number();
        if !verb.asks() || !is_that || !begins {
            return None;
        }
        match self.tokens[at].text {
            "is" => Some(Subject::Organ),
            "was" => Some(Subject::Speakers),
            _ => None,
        }
    }

    /// Whether who has been "encouraged" feels so: "by the results", "that".
    pub fn is_felt(&self, verb: &Verb) -> bool {
        let limb = verb.tokens.end..self.tokens.len().min(verb.tokens.end + 30);
        let next = self.next(verb);
        self.text[verb.span.clone()].eq_ignore_ascii_case("encouraged")
            && (next == "that" || next == "by" && infinitive(self.tokens, limb).is_none())
    }

    /// Whether a verb that has other senses asks somebody: not "directed the film", "proposed a plan", "requested
    /// $5 million".
    pub fn is_meant_for_somebody(&self, verb: &Verb) -> bool {
        let Some(next) = self.tokens.get(verb.tokens.end) else { return false };
        let text = self.text[verb.span.clone()].to_lowercase();
        match text.as_str() {
            "directed" | "proposed" | "suggested" => next.is("that") || self.has_infinitive(verb),
            "requested" => !next.is_number() && !matches!(next.text, "US" | "$" | "€"),
            // "Asked how WHO acts" is a question.
            "asked" => !QUESTIONS.has(next.text),
            _ => true,
        }
    }
}
