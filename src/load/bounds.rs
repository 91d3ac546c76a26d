//! YAML within bounds: how deep, how much aliases repeat, and one document.
//!
//! The YAML crate takes time by the square of the depth, and memory for all that aliases repeat, before it
//! gives up; so whatever is not plain is counted before it is asked. It also takes some texts that YAML 1.2
//! does not allow, and in which no place could be found later: what is refused here is refused always.

use std::collections::HashMap;

use super::blame;
use super::tokens::{self, Malformed, Placed, Token};
use crate::diagnostic::Span;

/// How deep lists and mappings may stand in one another; a dataset needs seven.
const DEPTH: usize = 128;
/// How many times the length of the text its aliases may repeat.
const TIMES: usize = 10;
/// How much they may repeat in any case.
const ALLOWED: usize = 1_000_000;
/// What a value counts, beside the length of its text.
const VALUE: usize = 16;

/// The tokens of a YAML text, up to the first that goes beyond the bounds.
pub fn yaml(text: &str) -> impl Iterator<Item = Result<Placed<'_>, Malformed>> {
    let allowed = ALLOWED.saturating_add(TIMES.saturating_mul(text.len()));
    bounded(text, tokens::yaml(text), allowed)
}

/// The tokens of a JSON text, which has no aliases, up to the first that goes beyond the bounds.
pub fn json(text: &str) -> impl Iterator<Item = Result<Placed<'_>, Malformed>> {
    bounded(text, tokens::json(text), 0)
}

/// What keeps a YAML text from being read, if anything.
pub fn fault(text: &str) -> Option<Malformed> {
    yaml(text).find_map(Result::err)
}

fn bounded<'t>(
    text: &'t str,
    tokens: impl Iterator<Item = Result<Placed<'t>, Malformed>>,
    allowed: usize,
) -> impl Iterator<Item = Result<Placed<'t>, Malformed>> {
    let mut count = Count { allowed, ..Count::default() };
    let mut refused = false;
    tokens.map_while(move |token| {
        if refused {
            return None;
        }
        let token = token
            .map_err(|fault| count.blamed(fault, text))
            .and_then(|placed| count.take(&placed).map(|()| placed));
        refused = token.is_err();
        Some(token)
    })
}

/// What has been read so far.
#[derive(Default)]
struct Count {
    allowed: usize,
    documents: usize,
    /// How much the aliases repeat.
    repeated: usize,
    /// The lists and mappings that are not closed.
    open: Vec<Open>,
    /// How much each anchor stands for.
    anchors: HashMap<usize, usize>,
}

/// A list or mapping.
struct Open {
    span: Span,
    anchor: usize,
    /// How much it holds so far.
    holds: usize,
}

impl Count {
    fn take(&mut self, Placed { token, span, anchor }: &Placed<'_>) -> Result<(), Malformed> {
        match token {
            Token::Scalar { text, .. } => self.add(*anchor, VALUE + text.len()),
            Token::List | Token::Mapping if self.open.len() == DEPTH => {
                let why = format!("lists and mappings stand more than {DEPTH} deep in one another");
                return refuse(why, *span);
            }
            Token::List | Token::Mapping => {
                self.open.push(Open { span: *span, anchor: *anchor, holds: VALUE });
            }
            Token::End => {
                if let Some(Open { anchor, holds, .. }) = self.open.pop() {
                    self.add(anchor, holds);
                }
            }
            Token::Alias(anchor) => return self.repeat(*anchor, *span),
            Token::Document => {
                self.documents += 1;
                if self.documents > 1 {
                    let why = "there are several YAML documents in this file";
                    return refuse(why.to_owned(), *span);
                }
            }
        }
        Ok(())
    }

    fn repeat(&mut self, anchor: usize, span: Span) -> Result<(), Malformed> {
        let Some(holds) = self.anchors.get(&anchor).copied() else {
            let why = "this alias stands inside the value that it repeats";
            return refuse(why.to_owned(), span);
        };
        self.repeated = self.repeated.saturating_add(holds);
        if self.repeated > self.allowed {
            let why =
                "the aliases of this file repeat more than ten times its length and a megabyte";
            return refuse(why.to_owned(), span);
        }
        self.add(0, holds);
        Ok(())
    }

    fn add(&mut self, anchor: usize, holds: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, holds);
        }
        if let Some(open) = self.open.last_mut() {
            open.holds = open.holds.saturating_add(holds);
        }
    }

    fn blamed(&self, fault: Malformed, text: &str) -> Malformed {
        // What is in a block begins without a letter of its own.
        let brackets = self.open.iter().filter(|open| open.span.start != open.span.end);
        let brackets: Vec<_> = brackets.map(|open| open.span.start).collect();
        blame::blamed(fault, &brackets, text)
    }
}

fn refuse(why: String, span: Span) -> Result<(), Malformed> {
    Err(Malformed::new(&why, span))
}
