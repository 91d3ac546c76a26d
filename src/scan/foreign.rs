//! Names that look like known ones but belong to others.

use super::collector::Collector;
use super::context::Context;
use super::lexicon::Target;
use super::matcher::Hit;
use super::mention::Kind;
use super::symbol::Symbol;
use super::token::{Places, Token, Words, tail};
use super::{acronym, belonging, heads, place};

/// Words behind "Congo" in the names of rivers, diseases, operations and crises.
static CALLED_SO: Words = Words::new(
    "basin conflict crises crisis fever haemorrhagic hemorrhagic operation river virus war",
);

/// Words before "governments" that make them those of parts of a State.
static LESSER: Words = Words::new(
    "city county district local municipal provincial regional state sub-national subnational territorial tribal",
);

impl Collector<'_> {
    /// Whether a name that many organisations give a part of themselves is that of another than it stands for.
    pub fn is_of_another(&self, hit: &Hit, hits: &[Hit]) -> bool {
        let targets = self.lexicon.targets(&hit.forms);
        let is_all = |kind| targets.iter().all(|target| target.kind == kind);
        let is_programme = is_all(Kind::Programme);
        let first = self.tokens.partition_point(|token| token.end() <= hit.span.start);
        let last = self.tokens.partition_point(|token| token.start < hit.span.end);
        let next = self.tokens.word(last);
        let text = &self.text[hit.span.clone()];
        let is_named = |word: &Token| ending(hits, word).is_some();
        if is_all(Kind::Symbol) {
            return self.lexicon.is_standing(text) && !self.is_cited(hit);
        }
        if is_all(Kind::Group) {
            return text == "governments" && LESSER.has(self.tokens.word_before(first, 1));
        }
        // "North-West Africa", "South-South-East Asia"
        let is_part =
            || ["North-", "South-"].iter().any(|part| self.text[..hit.span.start].ends_with(part));
        if is_all(Kind::Region) && is_part() {
            return true;
        }
        if is_all(Kind::Country) {
            return place::is_another(self.tokens, (first, last), is_named);
        }
        let before = first.checked_sub(1).and_then(|before| self.tokens.get(before));
        if acronym::is_month(text, before, self.tokens.get(last)) {
            return true;
        }
        if !belonging::is_shared_name(text) {
            return is_programme && acronym::is_plain_word(text, next)
                || is_all(Kind::Agency) && self.has_other_owner(first, hits, &targets);
        }
        // "The Example Task Team" is another than the one that is called so alone.
        is_programme && matches!(next, "on" | "for")
            || (is_programme || is_all(Kind::Agency))
                && belonging::is_of_another(self.text, self.tokens, (first, last), |owner| {
                    is_programme || is_named(owner)
                })
    }

    /// Whether "the Parties" are those of the agreement that is read, and "the Secretariat" that of the body whose
    /// paper it is, or which is named before in the paragraph.
    pub fn is_of_paper(&self, hit: &Hit, hits: &[Hit], context: &Context) -> bool {
        match &self.text[hit.span.clone()] {
            "Parties" => context.has_own_parties,
            // "The Department of Trees of the Secretariat"
            "Secretariat" if self.text[..hit.span.start].ends_with("of the ") => false,
            "Secretariat" => context.has_own_secretariat().unwrap_or_else(|| {
                let before = hits.partition_point(|other| other.span.start < hit.span.start);
                let is_agency =
                    |other: &&Hit| self.lexicon.targets(&other.forms)[0].kind == Kind::Agency;
                let last = hits[..before].iter().rev().find(is_agency);
                let is_joined = self.text[..hit.span.start].ends_with("and the ");
                !is_joined && last.is_some_and(|last| self.lexicon.is_apart(&last.forms))
            }),
            _ => false,
        }
    }

    /// Whether a name that begins with the noun of a part belongs to the body named right before it: "the Example Bank
    /// Office on Trees".
    fn has_other_owner(&self, first: usize, hits: &[Hit], targets: &[&Target]) -> bool {
        let noun = self.tokens.word(first);
        let is_part =
            matches!(noun, "Bureau" | "Department" | "Directorate" | "Division" | "Office")
                && heads::is_connector(self.tokens.word(first + 1));
        let owner = first.checked_sub(1).filter(|_| is_part).map(|before| &self.tokens[before]);
        let Some(owner) = owner.filter(|owner| !belonging::is_house(owner.text)) else {
            return false;
        };
        let owners = ending(hits, owner).map(|hit| self.lexicon.targets(&hit.forms));
        let is_own = owners.as_ref().is_some_and(|owners| {
            owners.iter().any(|owner| owner.kind.is_place() || targets.contains(owner))
        });
        let is_acronym = acronym::may_be_body(owner.text) && !self.tokens[first].is_upper();
        !is_own && (owners.is_some() || is_acronym || belonging::SPHERES.has(owner.text))
    }

    /// Whether "Congo" is the country that the United Nations calls by that name: next to another
    /// country of a list, and not part of another name.
    pub fn is_lesser_congo(&self, hit: &Hit, hits: &[Hit]) -> bool {
        let is_congo = |hit: &Hit| self.text[hit.span.clone()] == *"Congo";
        let before = &self.text[..hit.span.start];
        let lead = before.strip_suffix("the ");
        let is_named = before.ends_with('-')
            || lead
                .is_some_and(|lead| lead.ends_with(['“', '"']) || lead.ends_with("peration in "));
        let next = self.text[hit.span.end..].split_whitespace().next().unwrap_or_default();
        let next = next.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if !is_congo(hit) || is_named || CALLED_SO.has(&next) {
            return false;
        }
        let is_joint = |between: Option<&str>| {
            let words = between.map(|between| between.trim().trim_end_matches("the").trim());
            words.is_some_and(|words| matches!(words, "," | "and" | ", and" | "or" | ", or"))
        };
        let is_listed = |other: &Hit| {
            let beside = is_joint(self.text.get(other.span.end..hit.span.start))
                || is_joint(self.text.get(hit.span.end..other.span.start));
            let targets = self.lexicon.targets(&other.forms);
            beside && targets.iter().all(|it| it.kind == Kind::Country) && !is_congo(other)
        };
        let at = hits.partition_point(|other| other.span.start < hit.span.start);
        let around = at.saturating_sub(1)..hits.len().min(at + 2);
        hits[around].iter().any(is_listed)
    }

    /// Whether a title shared by a whole series is cited as that of one document: next to its
    /// symbol, or else in quotation marks and not as an item of an agenda.
    fn is_cited(&self, hit: &Hit) -> bool {
        let is_near = |between: Option<&str>| {
            between.is_some_and(|text| text.len() < 30 && !text.contains(['.', ';']))
        };
        let beside = |symbol: &&Symbol| {
            is_near(self.text.get(symbol.span.end..hit.span.start))
                || is_near(self.text.get(hit.span.end..symbol.span.start))
        };
        if let Some(symbol) = self.symbols.iter().find(beside) {
            let ids = self.lexicon.documents(&symbol.full);
            let targets = self.lexicon.targets(&hit.forms);
            return targets
                .iter()
                .any(|target| target.id.as_ref().is_some_and(|id| ids.contains(id)));
        }
        let before = &self.text[..hit.span.start];
        let is_quoted =
            before.ends_with(['“', '"', '‘', '\'']) || before.trim_end().ends_with("entitled");
        is_quoted && !tail(before, 31).to_lowercase().contains("item")
    }
}

/// The hit that ends with a word.
fn ending<'h>(hits: &'h [Hit], word: &Token) -> Option<&'h Hit> {
    let until = hits.partition_point(|hit| hit.span.start <= word.start);
    hits[..until].iter().rev().take(4).find(|hit| hit.span.end == word.end())
}
