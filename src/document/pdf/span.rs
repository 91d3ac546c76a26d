//! The attributes of cells.

use hayro_syntax::object::Object;
use hayro_syntax::object::dict::Dict;

/// How many columns a cell spans.
pub(super) fn span(cell: &Dict<'_>) -> usize {
    let attributes = match cell.get::<Object<'_>>("A") {
        Some(Object::Array(array)) => array.iter::<Dict<'_>>().take(16).collect(),
        Some(Object::Dict(one)) => vec![one],
        _ => Vec::new(),
    };
    let span = attributes.iter().find_map(|attribute| attribute.get::<u8>("ColSpan"));
    usize::from(span.unwrap_or(1).max(1))
}
