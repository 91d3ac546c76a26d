//! GraphML, which Gephi, yEd, Cytoscape, igraph and NetworkX read.

use std::collections::BTreeSet;
use std::io::{self, Write};

use maud::Render;

use super::graph::Graph;
use crate::view::{Cell, Table};

/// Writes a table of edges as a graph, undirected unless the edges have a direction.
pub(super) fn write(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    let graph = Graph::new(table);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    key("node", "label", "string", out)?;
    for name in names(graph.nodes.values().flat_map(|node| &node.attributes)) {
        key("node", name, "string", out)?;
    }
    key("edge", "weight", "long", out)?;
    if graph.directed {
        key("edge", "label", "string", out)?;
    }
    for name in names(graph.edges.iter().flat_map(|edge| &edge.attributes)) {
        key("edge", name, if is_count(table, name) { "long" } else { "string" }, out)?;
    }
    let direction = if graph.directed { "directed" } else { "undirected" };
    writeln!(out, "  <graph id=\"{}\" edgedefault=\"{direction}\">", escaped(table.name))?;
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
        if let Some(name) = &edge.name {
            data("edge", "label", name, out)?;
        }
        for (name, value) in &edge.attributes {
            data("edge", name, value, out)?;
        }
        writeln!(out, "    </edge>")?;
    }
    writeln!(out, "  </graph>\n</graphml>")
}

/// Whether a column holds nothing but counts, by which an edge can be weighed.
fn is_count(table: &Table, name: &str) -> bool {
    let at = table.columns.iter().position(|heading| heading.name == name);
    let count = |row: &Vec<Cell>| at.is_some_and(|at| matches!(row.get(at), Some(Cell::Count(_))));
    table.rows.iter().all(count)
}

fn names<'a>(attributes: impl Iterator<Item = &'a (&'a str, String)>) -> BTreeSet<&'a str> {
    attributes.map(|(name, _)| *name).collect()
}

fn key(of: &str, name: &str, kind: &str, out: &mut dyn Write) -> io::Result<()> {
    let name = escaped(name);
    writeln!(
        out,
        "  <key id=\"{of}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
    )
}

fn data(of: &str, name: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "      <data key=\"{of}-{}\">{}</data>", escaped(name), escaped(value))
}

/// The text as XML can hold it: two code points that are no characters have no place in it at all.
fn escaped(text: &str) -> String {
    let text = text.replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}");
    text.render().into_string()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_gives_a_meaning_to_is_an_entity_and_what_is_no_character_is_spelled_out() {
        assert_eq!(
            escaped("R&D <Öl> \"Ü\" \u{ffff}"),
            "R&amp;D &lt;Öl&gt; &quot;Ü&quot; \\u{ffff}"
        );
    }
}
