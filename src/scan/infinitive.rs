//! Where what somebody is to do begins.

use std::ops::Range;

use super::token::{Token, Words};

/// Words whose "to" begins no infinitive.
static BEFORE_TO: Words = Words::new(
    "view order relation regard respect addition pursuant according prior due related access \
     relating subject belonging affected contribution contributions",
);

/// Words behind "parties to" that tell to what: "parties to existing treaties".
static TREATIES: Words = Words::new(
    "armed applicable bilateral conflict drug existing international multilateral regional relevant",
);

/// Words behind "to" that begin no act: "to date", "to some extent", "is to blame".
pub(super) static NO_ACTS: Words = Words::new(
    "the a an its their his her our all those these this that which whom it such some many most much each \
     every any both no date blame",
);

/// Where what is to be done begins: the "to" before a verb, outside brackets.
pub(super) fn infinitive(tokens: &[Token], limb: Range<usize>) -> Option<usize> {
    let mut depth = 0;
    for at in limb.clone() {
        let token = &tokens[at];
        match token.text {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth > 0 || !token.is("to") || at == limb.start {
            continue;
        }
        let before = tokens[at - 1].text;
        let after = tokens.get(at + 1)?;
        let is_verb =
            after.text == "," || after.is_word() && !after.is_capital() && !after.is_number();
        let is_tie = match before {
            "parties" => TREATIES.has(after.text),
            _ => BEFORE_TO.has(before),
        };
        if !is_tie && !NO_ACTS.has(after.text) && is_verb {
            return Some(at);
        }
    }
    None
}
