//! A text of a dataset with one more item in one of its lists.

use crate::load;
use crate::model::{List, Vocabulary};

/// The text of a YAML file with one more item at the end of a list; every line that is there stays as it is. The
/// item stands behind a dash that is indented by two.
///
/// # Errors
/// Why that cannot be done, as the end of a sentence about the file.
pub fn append(text: &str, list: List, item: &str) -> Result<String, &'static str> {
    let own = format!("{}:\n{item}", list.word());
    let (Some(mut wanted), Some(added)) = (load::records(text), load::records(&own)) else {
        return Err("it is not a dataset file, or it has errors");
    };
    wanted.append(added);
    let longer = insert(text, list, item, &own);
    // Whatever the text is like, nothing else in it may be read otherwise.
    longer
        .filter(|longer| load::records(longer).as_ref() == Some(&wanted))
        .ok_or("the list is not written with one item per line, each after a dash")
}

fn insert(text: &str, list: List, item: &str, own: &str) -> Option<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let key = format!("{}:", list.word());
    let Some(at) = lines.iter().position(|line| line.starts_with(&key)) else {
        let gap = if text.trim().is_empty() { "" } else { "\n" };
        return Some(joined(&lines, &[gap, own].concat(), &[]));
    };
    let below = &lines[at + 1..];
    let is_of_list =
        |line: &&&str| line.starts_with([' ', '-', '#', '\r', '\n']) && !line.starts_with("---");
    let below = &below[..below.iter().take_while(is_of_list).count()];
    let Some(first) = below.iter().position(|line| line.trim_start().starts_with('-')) else {
        let head = without_empty_list(lines[at], &key)?;
        return Some(joined(&[&lines[..at], &[&head]].concat(), item, &lines[at + 1..]));
    };
    let (indent, _) = below[first].split_once('-')?;
    // What stands deeper than the dash may be a part of the last text.
    let is_between = |line: &&&str| {
        let inner = line.trim_start();
        inner.is_empty() || inner.starts_with('#') && line.len() - inner.len() <= indent.len()
    };
    let between = below[first + 1..].iter().rev().take_while(is_between).count();
    let (before, after) = lines.split_at(at + 1 + below.len() - between);
    Some(joined(before, &indented(item, indent), after))
}

/// The line of a key without its empty list.
fn without_empty_list(line: &str, key: &str) -> Option<String> {
    let value = line.strip_prefix(key)?.trim_start();
    match value.strip_prefix('[') {
        Some(list) => Some(format!("{key}{}", list.split_once(']')?.1)),
        None => Some(line.to_owned()),
    }
}

/// The item behind a dash that is indented like this.
fn indented(item: &str, indent: &str) -> String {
    item.lines()
        .map(|line| format!("{indent}{}\n", line.strip_prefix("  ").unwrap_or(line)))
        .collect()
}

/// The lines with a text between them, whose lines end as theirs do.
fn joined(before: &[&str], text: &str, after: &[&str]) -> String {
    let mut all = before.concat();
    let end = if all.contains("\r\n") { "\r\n" } else { "\n" };
    if !all.is_empty() && !all.ends_with('\n') {
        all.push_str(end);
    }
    all.push_str(&text.replace('\n', end));
    all.push_str(&after.concat());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEM: &str = "  - id: b\n    name: B\n    kind: academic\n";

    #[test]
    fn an_item_is_added_and_nothing_else_is_touched() {
        let item = "\n  - id: b\n    name: B\n    kind: academic";
        for (before, after) in [
            ("", "agencies:@"),
            ("# Mine.\n", "# Mine.\n\nagencies:@"),
            ("agencies: [] # none\n# More.\n", "agencies: # none@\n# More."),
            ("agencies:\n", "agencies:@"),
            ("pillars: [] # none", "pillars: [] # none\n\nagencies:@"),
            (
                "agencies:\n  # One.\n  - {id: a, name: A, kind: academic} # a\n\n# Next.\npillars: []\n",
                "agencies:\n  # One.\n  - {id: a, name: A, kind: academic} # a@\n\n# Next.\npillars: []",
            ),
            (
                "agencies:\n  - id: a\n    name: A\n    kind: academic\n    remark: |\n      One\n      # two\n    # acronym:\n  # The end.\n",
                "agencies:\n  - id: a\n    name: A\n    kind: academic\n    remark: |\n      One\n      # two\n    # acronym:@\n  # The end.",
            ),
        ] {
            let wanted = format!("{}\n", after.replace('@', item));
            assert_eq!(append(before, List::Agencies, ITEM).as_ref(), Ok(&wanted), "{before}");
        }
    }

    #[test]
    fn an_item_is_indented_and_ended_as_its_neighbours_are() {
        for (before, after) in [
            (
                "agencies:\n- {id: a, name: A, kind: academic}",
                "agencies:\n- {id: a, name: A, kind: academic}\n- id: b\n  name: B\n  kind: academic\n",
            ),
            (
                "agencies:\r\n    - {id: a, name: A, kind: academic}\r\n",
                "agencies:\r\n    - {id: a, name: A, kind: academic}\r\n    - id: b\r\n      name: B\r\n      kind: academic\r\n",
            ),
        ] {
            assert_eq!(append(before, List::Agencies, ITEM).as_deref(), Ok(after));
        }
    }

    #[test]
    fn what_cannot_be_added_to_is_refused() {
        let brackets = "the list is not written with one item per line, each after a dash";
        let errors = "it is not a dataset file, or it has errors";
        for (text, why) in [
            ("agencies: [{id: a, name: A, kind: academic}]\n", brackets),
            ("{agencies: []}\n", brackets),
            ("pillars: []\n...\n", brackets),
            ("agencies: [\n]\n", brackets),
            ("mine\n", errors),
            ("agencies:\n  - {id: a}\n", errors),
        ] {
            assert_eq!(append(text, List::Agencies, ITEM), Err(why), "{text}");
        }
    }
}
