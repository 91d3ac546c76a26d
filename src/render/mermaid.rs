//! Mermaid flowcharts, which GitHub and many editors draw.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::graph::Graph;
use crate::view::Table;

/// Writes a table of edges as a flowchart, without arrows unless the edges have a direction; the kind of a node is its
/// class.
pub(super) fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let graph = Graph::new(table);
    writeln!(out, "flowchart LR")?;
    // Ids may be words of the language: numbers cannot.
    let numbers: BTreeMap<&str, usize> = graph.nodes.keys().map(String::as_str).zip(0..).collect();
    for (number, node) in graph.nodes.values().enumerate() {
        write!(out, "  n{number}[\"{}\"]", escaped(&node.label))?;
        match node.attributes.iter().find(|(name, _)| *name == "kind") {
            Some((_, kind)) if !kind.is_empty() => writeln!(out, ":::{}", class(kind))?,
            _ => writeln!(out)?,
        }
    }
    for edge in &graph.edges {
        let [a, b] = edge.ends.each_ref().map(|id| numbers[id.as_str()]);
        let name = edge.name.as_deref().map(escaped);
        // How many programmes there are, and how many of each tie: `3, joint-work 2, attendance 1`.
        let ties = edge.attributes.iter().find(|(name, _)| *name == "ties");
        let ties = ties.map_or(String::new(), |(_, ties)| format!(", {}", ties.replace(';', ",")));
        let ties = escaped(&ties.replace(':', ""));
        let name = name.or_else(|| edge.weight.map(|weight| format!("{weight}{ties}")));
        let name = name.map(|name| format!("|{name}|")).unwrap_or_default();
        let line = if graph.directed { "-->" } else { "---" };
        writeln!(out, "  n{a} {line}{name} n{b}")?;
    }
    Ok(())
}

/// The text with every sign that may mean something in Mermaid as one of its entities: it looks for comments,
/// directives, styles and icons inside of quotes too.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // A number with a full stop, or a dash, is the beginning of a list, which Mermaid refuses to draw.
    let mut begins = true;
    for c in text.chars() {
        let is_list_mark = begins && matches!(c, '-' | '.' | ')');
        begins &= c.is_ascii_digit() || c.is_whitespace();
        if is_list_mark || c.is_ascii_punctuation() && !"-.,/()'".contains(c) {
            escaped.push_str(&format!("#{};", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// A class that is always one name.
fn class(kind: &str) -> String {
    kind.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_begins_a_list() {
        let names = ["1. FC Invented", "- Dash Society", "2) b", "1.5 a-b", "A. B - c"];
        assert_eq!(
            names.map(escaped),
            ["1#46; FC Invented", "#45; Dash Society", "2#41; b", "1#46;5 a-b", "A. B - c"]
        );
    }

    #[test]
    fn what_may_mean_something_is_an_entity_and_a_class_is_one_name() {
        assert_eq!(escaped("R&D <Öl> \"Übermut\""), "R#38;D #60;Öl#62; #34;Übermut#34;");
        assert_eq!(class("end; x"), "end__x");
    }
}
