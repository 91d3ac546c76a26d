//! The graph formats of `cnd network`, read by the programs that they are for, where these are installed:
//! Graphviz, NetworkX (in Python) and Mermaid (in Node, with jsdom, from a `node_modules` above this file).

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{DATA, Test};

/// A query with every sort of end: quotes, accents, other scripts, what looks like a formula.
const PAIRS: &str = "network --by agency";
const PLACES: &str = "network --by country";

/// How many nodes and edges a query has, counted in its rows.
fn counted(query: &str) -> (usize, usize) {
    let run = Test::small(&format!("{query} -f jsonl --columns id_a,id_b")).output();
    let rows: Vec<serde_json::Value> =
        run.quiet().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ends = rows.iter().flat_map(|row| [row["id_a"].to_string(), row["id_b"].to_string()]);
    (ends.collect::<std::collections::BTreeSet<_>>().len(), rows.len())
}

/// What a program makes of the query in a format; nothing where the program, or what it needs, is missing.
fn read_by(program: &str, args: &[&str], query: &str, format: &str) -> Option<Output> {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("graph");
    let graph = Test::small(&format!("{query} -f {format}")).output();
    std::fs::write(&file, graph.quiet()).unwrap();
    let output = Command::new(program).args(args).arg(&file).output().ok()?;
    // What a missing module ends the scripts below with.
    (output.status.code() != Some(77)).then_some(output)
}

#[track_caller]
fn understood(output: Option<Output>) -> Option<String> {
    let output = output?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.is_empty(), "{said}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn graphviz_reads_every_node_and_edge() {
    for query in [PAIRS, PLACES] {
        let Some(plain) = understood(read_by("dot", &["-Tplain"], query, "dot")) else { return };
        let lines = |word: &str| plain.lines().filter(|line| line.starts_with(word)).count();
        assert_eq!((lines("node "), lines("edge ")), counted(query), "{plain}");
    }
}

#[test]
fn networkx_reads_every_node_edge_and_label() {
    const SCRIPT: &str = "\
import sys
try:
    import networkx
except ImportError:
    sys.exit(77)
graph = networkx.read_graphml(sys.argv[1])
assert all(isinstance(weight, int) for _, _, weight in graph.edges(data='weight'))
print(len(graph), graph.size(), *sorted(label for _, label in graph.nodes(data='label')), sep='\\n')
";
    for query in [PAIRS, PLACES] {
        let Some(read) = understood(read_by("python3", &["-c", SCRIPT], query, "graphml")) else {
            return;
        };
        let (nodes, edges) = counted(query);
        assert!(read.starts_with(&format!("{nodes}\n{edges}\n")), "{read}");
        assert!(read.contains("\nBÊTA\n"), "{read}");
    }
}

#[test]
fn mermaid_reads_it_as_a_flowchart() {
    let script = format!("{}/../cli/mermaid.mjs", DATA);
    assert!(Path::new(&script).exists());
    for query in [PAIRS, PLACES] {
        let Some(kind) = understood(read_by("node", &[&script], query, "mermaid")) else { return };
        assert_eq!(kind, "flowchart-v2\n");
    }
}
