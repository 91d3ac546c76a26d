//! Names that are only a part of the name of a body: "African Union" in "African Union Mechanism for Police
//! Cooperation".

use super::list::{capitals, owned};
use super::request::has;
use crate::scan::{Kind, Mention};

/// How many mentions before and behind may belong to the same name.
const NEAR: usize = 6;

/// The last words of what people attend, and of no body: "International AIDS Conference".
const EVENTS: &str = "Conference Congress Summit Symposium Session Seminar Workshop Meeting";

/// Words in the names of what belongs to a body, and acts for it.
const PARTS: &str = "Director Director-General General Secretary Commissioner Office Bureau Board Secretariat Branch \
                     Section Department Division Unit Service Programme Program Project Centre Center Laboratory Committee";

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
        let bodies = || near.iter().filter(|it| it.kind == Kind::Agency);
        let is_part = || bodies().any(|body| is_part_of(text, mention, body));
        match mention.kind {
            Kind::Agency => {
                let is_owner = has_other(text, mention)
                    || bodies().any(|it| owns(text, mention, it) && is_full(it));
                let is_owned = bodies().any(|it| owns(text, it, mention) && !is_office(it));
                let is_left = is_owner || is_owned && !is_full(mention);
                !(is_left || is_event(mention) || is_part())
            }
            Kind::Region => !is_part(),
            _ => true,
        }
    };
    let whole: Vec<bool> =
        mentions.iter().enumerate().map(|(at, mention)| is_whole(at, mention)).collect();
    let mut whole = whole.into_iter();
    mentions.retain(|_| whole.next() == Some(true));
}

/// Whether a body is named as the owner of something that is none of its parts: "INTERPOL’s I-24/7 system".
fn has_other(text: &str, owner: &Mention) -> bool {
    let part = owned(&text[owner.span.end..]).map(capitals);
    let is_part = |name: &str| name.split(' ').any(|word| has(PARTS, word));
    part.is_some_and(|name| is_office(owner) || !is_part(name))
}

/// Whether a name is that of a part of another body: "INTERPOL’s General Secretariat".
fn owns(text: &str, owner: &Mention, part: &Mention) -> bool {
    let name = owned(&text[owner.span.end..]).unwrap_or_default();
    let start = text.len() - name.len();
    (start..start + capitals(name).len()).contains(&part.span.start)
}

/// Whether the name of a part says by itself what it is: "WHO’s Expert Committee on Drug Dependence".
fn is_full(part: &Mention) -> bool {
    !part.ids.is_empty() && [" on ", " for "].iter().any(|word| part.text.contains(word))
}

/// Whether a name is that of an officer, whose envoys and offices are bodies: "the Secretary-General’s Envoy".
fn is_office(mention: &Mention) -> bool {
    mention.text.ends_with("General") || mention.text.ends_with("Commissioner")
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
    let is_of = matches!(between, " of the " | " of ")
        || matches!(between, ") of the " | ") of ") && !text[own.end..].starts_with(" (");
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
