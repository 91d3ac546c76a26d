//! Partners with capitalised names that the scan does not recognise: "UNODC and World Vision".

use super::list::{behind_name, capitals};
use super::passage::Passage;
use super::programme::each_once;
use super::request::has;
use crate::scan::{Kind, start_of};

/// Words in capitals that are no names of bodies.
const NO_NAMES: &str = "Government Governments Member Members States Parties Chair Chairs Director Directors Minister \
                        Ministers President Professor Ms Mr Dr United";

/// The names after a body and "and" that no mention in the paragraph covers.
pub(super) fn unknown_partners(passage: &Passage) -> Vec<String> {
    let text = passage.text.as_str();
    let bodies = passage.mentions.iter().filter(|it| it.kind == Kind::Agency && !it.in_title);
    let name = |end: usize| {
        let rest = behind_name(text.get(end..)?);
        let rest = rest.strip_prefix(", and ").or_else(|| rest.strip_prefix(" and "))?;
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let start = start_of(text, rest);
        let name = capitals(rest);
        let is_read = passage.all.iter().any(|it| {
            let first = start..start + name.find(' ').unwrap_or(name.len());
            it.span.start < first.end && first.start < it.span.end && it.kind != Kind::Commitment
        });
        let first = name.split(' ').next()?;
        let is_name = name.len() > 4 && !has(NO_NAMES, first);
        (is_name && !is_read).then(|| name.to_owned())
    };
    each_once(bodies.filter_map(|body| name(body.span.end)))
}
