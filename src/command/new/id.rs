//! Ids made from the name of a record, in the style of existing ids.

use crate::model::{Dataset, Date, DocumentKind, Id, Kind, Record, Vocabulary, short_slug, slug};
use crate::query::{self, Error};

/// The number of words of a statement that go into an id, before the part for the instrument.
const OF_STATEMENT: usize = 4;
/// Words that are left out of ids.
const SMALL: [&str; 18] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or",
    "that", "the", "to", "with",
];

/// The id that is given, or else the one that was made of a name.
pub fn given_or_made<T: Record>(
    given: &Option<String>,
    made: &str,
    name: &str,
) -> Result<Id<T>, Error> {
    let slug = given.as_deref().unwrap_or(made);
    Id::new(slug).map_err(|why| {
        let why = if slug.is_empty() && given.is_none() {
            format!("cannot make an id from `{}`", name.escape_debug())
        } else {
            why
        };
        Error::new(why, "give one with --id")
    })
}

/// The same, which no record of the kind may have yet.
pub fn id<T: Record>(
    given: &Option<String>,
    made: &str,
    name: &str,
    dataset: &Dataset,
) -> Result<String, Error> {
    let id = given_or_made::<T>(given, made, name)?;
    let of_id = dataset.get(&id);
    if T::KIND != Kind::Programme {
        let Some(known) = of_id else { return Ok(id.to_string()) };
        let (id, kind) = (known.slug(), T::KIND.word());
        let message = format!("the id `{id}` is that of another {kind} of the dataset");
        return Err(Error::new(message, "give another with --id"));
    }
    // Whoever gives an id knows that another programme has the name.
    let of_name = || query::all::<T>(dataset, name).into_iter().next().filter(|_| given.is_none());
    let Some(known) = of_id.or_else(of_name) else { return Ok(id.to_string()) };
    let (known, typed) = (known.slug(), given.as_deref().unwrap_or(name).escape_debug());
    let message = format!("`{typed}` is already the programme `{known}`");
    let help = format!(
        "to add a report on it, use `cnd new report {known}`; for a different programme, give an id with --id"
    );
    Err(Error::new(message, help))
}

/// The id of a document: of a note by its year, of any other by its symbol, or else its title.
pub fn of_document(
    kind: DocumentKind,
    date: Option<Date>,
    symbol: Option<&str>,
    title: &str,
) -> String {
    match (kind, date) {
        (DocumentKind::Note, Some(date)) => format!("note-{}", date.year()),
        _ => short_slug(symbol.unwrap_or(title)),
    }
}

/// The id of a commitment: the first telling words of its statement, and what tells the instrument in which it
/// stands: `share-data-76-188`.
pub fn of_statement(statement: &str, document: &str) -> String {
    let words = slug(statement);
    let telling = words.split('-').filter(|word| !word.is_empty() && !SMALL.contains(word));
    let mut parts: Vec<&str> = telling.take(OF_STATEMENT).collect();
    let all: Vec<&str> = document.split('-').collect();
    let is_number = |part: &&&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = all.iter().rev().take_while(is_number).count();
    let from = all.len() - numbers;
    // The special sessions of the Assembly: A/RES/S-30/1.
    let from = if numbers > 0 && from > 0 && all[from - 1] == "s" { from - 1 } else { from };
    if !parts.is_empty() {
        parts.extend(&all[from..]);
    }
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_like_those_that_are_there() {
        use DocumentKind::{Declaration, Note, Resolution};
        for (kind, date, symbol, title, id) in [
            (Note, Some("2021-02-04"), Some("E/CN.7/2021/CRP.5"), "Cooperation", "note-2021"),
            (Note, None, None, "Note on cooperation", "note-on-cooperation"),
            (Resolution, Some("2021"), Some("A/RES/76/188"), "Addressing it", "a-res-76-188"),
            (Declaration, None, None, "High-level declaration", "high-level-declaration"),
        ] {
            let date = date.map(|date| date.parse().unwrap());
            assert_eq!(of_document(kind, date, symbol, title), id);
        }
        for (statement, document, id) in [
            ("Share the data of the Office.", "a-res-76-188", "share-data-office-76-188"),
            ("Share data.", "a-res-s-30-1", "share-data-s-30-1"),
            ("Share data.", "note-2020", "share-data-2020"),
            ("Share data.", "common-position", "share-data"),
            (
                "Keep the calendar of joint meetings up to date.",
                "e-res-1988-13",
                "keep-calendar-joint-meetings-1988-13",
            ),
            ("The", "note-2020", ""),
        ] {
            assert_eq!(of_statement(statement, document), id);
        }
    }
}
