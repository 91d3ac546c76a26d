//! Names that are only a part of the name of a body: "African Union" in "African Union Mechanism for Police
//! Cooperation".

use super::request::has;
use crate::scan::{Kind, Mention};

/// How many mentions before and behind may belong to the same name.
const NEAR: usize = 6;

/// The last words of what people attend, and of no body: "International AIDS Conference".
const EVENTS: &str = "Conference Congress Summit Symposium Session Seminar Workshop Meeting";

/// Takes out the mentions that are only a part of another one, or the name of an event.
pub(super) fn keep_whole_names(text: &str, mentions: &mut Vec<Mention>) {
    for at in 0..mentions.len() {
        let (before, behind) = mentions.split_at_mut(at + 1);
        let mention = &mut before[at];
        let mut near = behind.iter().take(NEAR);
        if let Some(short) = near.find(|short| goes_on(text, mention, short)) {
            mention.ids.clone_from(&short.ids);
            mention.name = Some(short.called().to_owned());
            mention.span.end = short.span.start - " (".len();
        }
    }
    let is_whole = |at: usize, mention: &Mention| {
        let near = &mentions[at.saturating_sub(NEAR)..mentions.len().min(at + NEAR)];
        let mut bodies = near.iter().filter(|it| it.kind == Kind::Agency);
        let is_body = mention.kind == Kind::Agency;
        let is_name = is_body || mention.kind == Kind::Region;
        !(is_body && (is_owner(text, mention) || is_event(mention))
            || is_name && bodies.any(|body| is_part_of(text, mention, body)))
    };
    let whole: Vec<bool> =
        mentions.iter().enumerate().map(|(at, mention)| is_whole(at, mention)).collect();
    let mut whole = whole.into_iter();
    mentions.retain(|_| whole.next() == Some(true));
}

/// Whether another name begins with a possessive: "the Secretary-General's Envoy on Youth".
fn is_owner(text: &str, mention: &Mention) -> bool {
    let behind = &text[mention.span.end..];
    let rest = behind.strip_prefix("’s ").or_else(|| behind.strip_prefix("'s "));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Whether a name that the dataset lacks is that of an event.
fn is_event(mention: &Mention) -> bool {
    mention.ids.is_empty()
        && mention.name.is_none()
        && mention.text.split(' ').next_back().is_some_and(|word| has(EVENTS, word))
}

/// Whether a mention is a part of a body's name: within it, right before it, behind its "of", or one of the short forms
/// in its brackets, "(CARICOM IMPACS)".
fn is_part_of(text: &str, mention: &Mention, body: &Mention) -> bool {
    let (own, whole) = (&mention.span, &body.span);
    if whole.start <= own.start && own.end <= whole.end {
        // "The UNODC-WHO Programme" is that of both.
        let is_joint = text[own.end..].starts_with(['-', '–', '/'])
            || text[..own.start].ends_with(['-', '–', '/']);
        return own.len() < whole.len() && !is_joint;
    }
    if text.get(own.end..whole.start) == Some(" ") {
        return mention.kind == Kind::Agency && !mention.ids.is_empty();
    }
    let Some(between) = text.get(whole.end..own.start) else { return false };
    let is_of = matches!(between, " of the " | " of ");
    let is_at = body.ids.is_empty() && matches!(between, " at the " | " at ");
    let is_short = between.strip_prefix(" (").is_some_and(|before| {
        let behind = text[own.end..].split_once(')').map_or("", |(behind, _)| behind);
        let is_form = |part: &str| {
            part.len() < 16
                && !part.contains([',', ';', '(', ')'])
                && !part.split([' ', '-']).any(|it| it.starts_with(char::is_lowercase))
        };
        is_form(before) && is_form(behind) && !(before.is_empty() && behind.is_empty())
    });
    is_of || is_at || is_short
}

/// Whether a body's name goes on up to the short form of another: "Financial Action Task Force of Latin America
/// (GAFILAT)", or is a new form of the name of a known one: "Regional Information Centre (CARICC)".
fn goes_on(text: &str, mention: &Mention, short: &Mention) -> bool {
    let between = text.get(mention.span.end..short.span.start);
    let Some(rest) = between.and_then(|it| it.strip_suffix('(')) else { return false };
    let are_bodies = mention.kind == Kind::Agency && short.kind == Kind::Agency;
    let is_closed = text[short.span.end..].starts_with(')');
    let is_new = rest == " " && mention.ids.is_empty() && !short.ids.is_empty();
    let is_longer = rest.starts_with(" of ")
        && rest.ends_with(' ')
        && rest.len() < 48
        && !rest.contains([',', '(', ';', '.']);
    are_bodies && is_closed && (is_new || is_longer && short.called() != mention.called())
}
