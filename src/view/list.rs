//! Lists in one cell, joined so that they can be read back.

use std::borrow::Cow;

/// The items joined by a separator, which is `; ` or a line break. An item that has a semicolon (or a line break)
/// or a quotation mark in it, or nothing, stands in quotation marks; those within are doubled.
pub fn joined<T: AsRef<str>>(items: impl IntoIterator<Item = T>, separator: &str) -> String {
    let mut text = String::new();
    for (number, item) in items.into_iter().enumerate() {
        text.push_str(if number == 0 { "" } else { separator });
        text.push_str(&quoted(item.as_ref(), separator));
    }
    text
}

/// An item as it stands in a list: in quotation marks if it is empty or holds them or a sign that ends items.
pub fn quoted<'t>(item: &'t str, separator: &str) -> Cow<'t, str> {
    let ends = |byte: u8| byte == b'"' || separator.as_bytes().first() == Some(&byte);
    if item.is_empty() || item.bytes().any(ends) {
        Cow::Owned(format!("\"{}\"", item.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(item)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads a list as the guide says.
    fn items(text: &str, separator: &str) -> Vec<String> {
        let mut items = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (item, after) = match rest.strip_prefix('"') {
                None => {
                    let end = rest.find(separator).unwrap_or(rest.len());
                    (rest[..end].to_owned(), &rest[end..])
                }
                Some(quoted) => {
                    let mut end = 0;
                    while let Some(mark) = quoted[end..].find('"') {
                        end += mark;
                        if !quoted[end + 1..].starts_with('"') {
                            break;
                        }
                        end += 2;
                    }
                    (quoted[..end].replace("\"\"", "\""), &quoted[end + 1..])
                }
            };
            items.push(item);
            rest = after.strip_prefix(separator).unwrap_or(after);
        }
        items
    }

    #[test]
    fn items_can_be_told_apart() {
        let joined = |items: &[&str]| joined(items, "; ");
        assert_eq!(joined(&["\"x", "y\""]), "\"\"\"x\"; \"y\"\"\"");
        assert_eq!(joined(&["x; y", "", "a"]), "\"x; y\"; \"\"; a");
        assert_eq!(joined(&["para. 16", "R&D"]), "para. 16; R&D");
        assert_eq!(super::joined(["a; b", "c\nd"], "\n"), "a; b\n\"c\nd\"");
    }

    proptest! {
        #[test]
        fn reads_back_as_the_same_items(
            list in prop::collection::vec(prop_oneof!["[;\"\\n a]{0,5}", "\\PC{0,8}"], 0..5),
            lines: bool,
        ) {
            let separator = if lines { "\n" } else { "; " };
            prop_assert_eq!(items(&joined(&list, separator), separator), list);
        }
    }
}
