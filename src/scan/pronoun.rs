//! Pronouns for those addressed: "and requests it to", "and invites them".

use crate::model;

use super::heads;
use super::named::{Named, is_several};
use super::party::Party;
use super::token::Token;

/// The limb before, to whose parties a pronoun refers.
pub(super) struct Earlier {
    /// Those addressed in it, or of whom it speaks.
    pub parties: Vec<Party>,
    /// Where its verb ends.
    pub verb: usize,
    /// Whether it stands in the same sentence.
    pub is_near: bool,
}

/// The pronoun that stands for those addressed, if the limb begins with one.
pub(super) fn pronoun<'a>(tokens: &'a [Token]) -> Option<&'a str> {
    let first =
        tokens.iter().find(|token| !matches!(token.text, "that" | "also" | "further" | ","))?;
    matches!(first.text, "him" | "he" | "it" | "them" | "they" | "her" | "she")
        .then_some(first.text)
}

/// Whom a pronoun means, and whether that is a guess: those of the limb before, or the last who was named.
pub(super) fn meant(
    pronoun: &str,
    named: &[Named],
    verb: usize,
    earlier: Option<&Earlier>,
) -> (Vec<Party>, bool) {
    let is_person = matches!(pronoun, "he" | "him" | "she" | "her");
    let before = &named[..named.partition_point(|named| named.span.end <= verb)];
    match (pronoun, earlier.map(|earlier| (earlier, earlier.parties.as_slice()))) {
        ("it", Some((Earlier { is_near: true, .. }, [only])))
            if !is_several(only) && !is_office_holder(only) =>
        {
            (vec![only.clone()], false)
        }
        // "Thanks WHO for its work with UNODC, and invites them": both, or Member States that stand there.
        ("them", Some((earlier, [only]))) if !is_several(only) => {
            let first = before.partition_point(|named| named.span.start < earlier.verb);
            let between = &before[first..];
            if let Some(group) = between.iter().rev().find(|named| named.is_several()) {
                return (vec![group.party.clone()], true);
            }
            let mut parties = vec![only.clone()];
            for named in between {
                if !parties.contains(&named.party) {
                    parties.push(named.party.clone());
                }
            }
            (parties, true)
        }
        ("them", Some((_, parties @ [_, ..]))) => (parties.to_vec(), false),
        _ => {
            let is_meant = |named: &&Named| !is_person || is_office_holder(&named.party);
            let last = before.iter().rev().find(is_meant);
            (last.map(|named| named.party.clone()).into_iter().collect(), false)
        }
    }
}

/// Whether a party is a person by office.
fn is_office_holder(party: &Party) -> bool {
    let name = match party {
        Party::Known(model::Party::Agency(id)) => id.as_str(),
        Party::Unknown(name) => name,
        _ => return false,
    };
    heads::is_office(name)
}
