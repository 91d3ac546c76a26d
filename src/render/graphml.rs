//! GraphML, which Gephi, yEd, Cytoscape, igraph and NetworkX read.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::graph::Graph;
use crate::view::Table;

/// Writes a table of edges as an undirected graph.
pub(super) fn write(table: &Table, out: &mut impl Write) -> io::Result<()> {
    let graph = Graph::new(table);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    key("node", "label", "string", out)?;
    for name in names(graph.nodes.values().flat_map(|node| &node.attributes)) {
        key("node", name, "string", out)?;
    }
    key("edge", "weight", "long", out)?;
    for name in names(graph.edges.iter().flat_map(|edge| &edge.attributes)) {
        key("edge", name, "string", out)?;
    }
    writeln!(out, "  <graph id=\"{}\" edgedefault=\"undirected\">", escaped(table.name))?;
    for (id, node) in &graph.nodes {
        writeln!(out, "    <node id=\"{}\">", escaped(id))?;
        data("node", "label", &node.label, out)?;
        for (name, value) in &node.attributes {
            data("node", name, value, out)?;
        }
        writeln!(out, "    </node>")?;
    }
    for edge in &graph.edges {
        let [a, b] = edge.ends.each_ref().map(|id| escaped(id));
        writeln!(out, "    <edge source=\"{a}\" target=\"{b}\">")?;
        if let Some(weight) = edge.weight {
            data("edge", "weight", &weight.to_string(), out)?;
        }
        for (name, value) in &edge.attributes {
            data("edge", name, value, out)?;
        }
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

fn names<'a>(attributes: impl Iterator<Item = &'a (&'a str, String)>) -> BTreeSet<&'a str> {
    attributes.map(|(name, _)| *name).collect()
}

fn key(of: &str, name: &str, kind: &str, out: &mut impl Write) -> io::Result<()> {
    let name = escaped(name);
    writeln!(
        out,
        "  <key id=\"{of}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
    )
}

fn data(of: &str, name: &str, value: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "      <data key=\"{of}-{}\">{}</data>", escaped(name), escaped(value))
}

/// The text as XML can hold it: two code points that are no characters have no place in it at all.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.extend(c.escape_default()),
            c => escaped.push(c),
        }
    }
    escaped
}
