//! The language of Graphviz.

use std::io::{self, Write};

use super::graph::Graph;
use crate::view::Table;

/// Writes a table of edges as an undirected graph; an edge is as wide as it weighs.
pub(super) fn write(table: &Table, out: &mut impl Write) -> io::Result<()> {
    let graph = Graph::new(table);
    writeln!(out, "graph {} {{", quoted(table.name))?;
    writeln!(out, "  node [shape=box];")?;
    for (id, node) in &graph.nodes {
        write!(out, "  {} [label={}", quoted(id), quoted(&node.label))?;
        attributes(&node.attributes, out)?;
    }
    for edge in &graph.edges {
        let [a, b] = edge.ends.each_ref().map(|id| quoted(id));
        let weight = edge.weight.unwrap_or(1);
        write!(out, "  {a} -- {b} [label={weight}, weight={weight}, penwidth={}", weight.min(12))?;
        attributes(&edge.attributes, out)?;
    }
    writeln!(out, "}}")
}

fn attributes(attributes: &[(&str, String)], out: &mut impl Write) -> io::Result<()> {
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
