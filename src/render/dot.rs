//! The language of Graphviz.

use std::io::{self, Write};

use super::graph::Graph;
use crate::view::Table;

/// Writes a table of edges as a graph, undirected unless the edges have a direction; an edge is as wide as it weighs.
pub(super) fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let graph = Graph::new(table);
    let (kind, line) = if graph.directed { ("digraph", "->") } else { ("graph", "--") };
    writeln!(out, "{kind} {} {{", quoted(table.name))?;
    if graph.directed {
        writeln!(out, "  rankdir=LR;")?;
    }
    writeln!(out, "  node [shape=box];")?;
    for (id, node) in &graph.nodes {
        write!(out, "  {} [label={}", quoted(id), quoted(&node.label))?;
        attributes(&node.attributes, out)?;
    }
    for edge in &graph.edges {
        let [a, b] = edge.ends.each_ref().map(|id| quoted(id));
        write!(out, "  {a} {line} {b} [")?;
        if graph.directed {
            write!(out, "label={}", quoted(edge.name.as_deref().unwrap_or_default()))?;
        } else {
            let weight = edge.weight.unwrap_or(1);
            write!(out, "label={weight}, weight={weight}, penwidth={}", weight.min(12))?;
        }
        attributes(&edge.attributes, out)?;
    }
    writeln!(out, "}}")
}

fn attributes(attributes: &[(&str, String)], out: &mut dyn Write) -> io::Result<()> {
    for (name, value) in attributes {
        write!(out, ", {}={}", quoted(name), quoted(value))?;
    }
    writeln!(out, "];")
}

/// A quoted string that Graphviz shows as it is: with backslashes, and with what looks like an entity of HTML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for (position, c) in text.char_indices() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '&' if begins_entity(&text[position + 1..]) => quoted.push_str("&amp;"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn begins_entity(rest: &str) -> bool {
    rest.split_once(';').is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ampersand_is_written_out_only_where_it_would_be_an_entity() {
        assert_eq!(quoted(r#"back\slash "Übermut""#), r#""back\\slash \"Übermut\"""#);
        assert_eq!(quoted("R & D; x&y; &#38; &;"), "\"R & D; x&amp;y; &amp;#38; &;\"");
    }
}
