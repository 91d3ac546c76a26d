//! A table of edges as a graph: what the graph formats have in common.
//!
//! Each row is an edge between what stands in its first two columns. Columns whose names end in `_a` and
//! `_b` describe the one and the other end (`id` what it is known by, where its label might stand for
//! two); the first count is the weight of the edge; the other columns are its attributes. A column `change` names the
//! edge, and gives it a direction: from the first to the second.

use std::collections::BTreeMap;

use super::escape::legible;
use crate::view::{Cell, Table};

/// The column that names an edge.
const NAME: &str = "change";

/// Nodes and edges.
pub(super) struct Graph<'t> {
    /// The nodes by their id.
    pub nodes: BTreeMap<String, Node<'t>>,
    /// The edges, in the order of the rows.
    pub edges: Vec<Edge<'t>>,
    /// Whether edges have a direction.
    pub directed: bool,
}

/// An end of an edge.
pub(super) struct Node<'t> {
    /// What people read.
    pub label: String,
    /// What else is known of it, by name.
    pub attributes: Vec<(&'t str, String)>,
}

/// An edge.
pub(super) struct Edge<'t> {
    /// The ids of its ends.
    pub ends: [String; 2],
    /// How much it weighs.
    pub weight: Option<u64>,
    /// What it is called.
    pub name: Option<String>,
    /// What else is known of it, by name.
    pub attributes: Vec<(&'t str, String)>,
}

impl<'t> Graph<'t> {
    /// The graph of these edges; a table of fewer than two columns has none.
    pub fn new(table: &'t Table) -> Self {
        let directed = table.columns.iter().any(|heading| heading.name == NAME);
        let mut graph = Self { nodes: BTreeMap::new(), edges: Vec::new(), directed };
        for row in table.rows.iter().filter(|row| row.len() > 1) {
            let cells = || table.columns.iter().map(|heading| &*heading.name).zip(row).skip(2);
            let ends = [("_a", &row[0]), ("_b", &row[1])].map(|(suffix, label)| {
                let of_end =
                    |(name, cell): (&'t str, _)| Some((name.strip_suffix(suffix)?, text(cell)));
                graph.node(text(label), cells().filter_map(of_end).collect())
            });
            let of_edge =
                cells().filter(|(name, _)| !name.ends_with("_a") && !name.ends_with("_b"));
            let (mut weight, mut called) = (None, None);
            let mut attributes = Vec::new();
            for (name, cell) in of_edge {
                match cell {
                    Cell::Count(count) if weight.is_none() => weight = Some(*count),
                    cell if name == NAME => called = Some(text(cell)).filter(|n| !n.is_empty()),
                    cell => attributes.push((name, text(cell))),
                }
            }
            graph.edges.push(Edge { ends, weight, name: called, attributes });
        }
        graph
    }

    /// Adds a node, unless it is there, and gives its id.
    fn node(&mut self, label: String, mut attributes: Vec<(&'t str, String)>) -> String {
        let id = match attributes.iter().position(|(name, _)| *name == "id") {
            Some(position) => attributes.remove(position).1,
            None => label.clone(),
        };
        self.nodes.entry(id.clone()).or_insert(Node { label, attributes });
        id
    }
}

/// The cell as plain text; graph formats have no place for control characters.
fn text(cell: &Cell) -> String {
    legible(&cell.to_string()).into_owned()
}
