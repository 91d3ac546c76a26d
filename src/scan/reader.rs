//! The words of a paragraph as the search for unknown names sees them.
//!
//! [`Reader`] goes on in two files: `names.rs` finds a name and where it begins, `complement.rs` where it ends.

use super::token::{Places, Token, Words};

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// It belongs to nothing that is known.
    Free,
    /// It belongs to a known name that ends what goes before and begins anew.
    Known,
    /// It belongs to a known name that any body could bear: "Executive Committee".
    Generic,
    Country,
    Region,
}

/// More capitalised words than this are no name.
pub(super) const LONGEST: usize = 24;

/// The words, and what is known of each.
pub(super) struct Reader<'a> {
    pub tokens: &'a [Token<'a>],
    pub parts: &'a [Part],
}

impl Reader<'_> {
    pub fn is_part(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.is_word() && token.is_capital() && !is_article(token))
    }

    pub fn is_free(&self, at: usize) -> bool {
        !matches!(self.parts[at], Part::Known | Part::Generic)
    }

    /// The place behind the article that may stand at `at`.
    pub fn after_article(&self, at: usize) -> usize {
        at + usize::from(self.tokens.is(at, "the"))
    }

    /// The end of the run of capitalised words that holds `at`.
    pub fn run_end(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + LONGEST && self.is_part(end + 1) && self.is_free(end + 1) {
            end += 1;
        }
        end
    }
}

/// Whether the word is an article.
pub(super) fn is_article(token: &Token) -> bool {
    matches!(token.text, "The" | "the" | "THE" | "A" | "An")
}

/// Function words and formulas of agreements that are in capitals only for emphasis.
static STRESSED: Words = Words::new(
    "ALL ALSO AND ANY ARE BE BEEN BOTH BUT CAN COULD DO DOES EACH EVERY FOR FROM HAD HAS HAVE HOW IF INTO \
     ITS MAY MIGHT MUST NEVER NO NONE NOR NOT ONLY OR OUR SHALL SHOULD THAT THE THEIR THESE THEY THIS \
     THOSE UNDER UNLESS UNTIL WAS WERE WHAT WHEN WHERE WHETHER WHICH WHILE WHOM WHOSE WHY WILL WITH \
     WITHIN WITHOUT WOULD YES YOU YOUR AWARE DONE FOLLOWS HEREBY NOW THEREFORE WHEREAS WHEREOF WITNESS",
);

/// Words that begin a sentence before a name and are no part of it.
pub(super) static FUNCTION_WORDS: Words = Words::new(
    "in at on for with by under to from through as of an a this that these those its their \
     all each both other some many several following during within between when while where \
     also and or see since per recent relevant draft proposed revised report note how if no former our \
     my whereas now hereby therefore",
);

/// Whether a word is one of the closed classes in capitals.
pub(super) fn is_stressed(word: &str) -> bool {
    STRESSED.has(word)
}
