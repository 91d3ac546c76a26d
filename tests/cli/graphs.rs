//! The graph formats of `cnd network`, read by the programs that they are for, where these are installed:
//! Graphviz, NetworkX (in Python) and Mermaid (in Node, with jsdom, from a `node_modules` above this file or in
//! `target/readers`, where `.ci/run` puts it).

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

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
    let folder = TempDir::new().unwrap();
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

/// The script for Mermaid, in a folder of its own beside the modules if `.ci/run` has installed them: Node looks
/// for modules above a script.
fn mermaid_script() -> (Option<TempDir>, String) {
    let script = format!("{DATA}/../cli/mermaid.mjs");
    let installed = concat!(env!("CARGO_MANIFEST_DIR"), "/target/readers");
    if !Path::new(installed).join("node_modules/mermaid").exists() {
        return (None, script);
    }
    let folder = TempDir::new_in(installed).unwrap();
    let copy = folder.path().join("mermaid.mjs");
    std::fs::copy(&script, &copy).unwrap();
    let copy = copy.to_str().unwrap().to_owned();
    (Some(folder), copy)
}

#[test]
fn mermaid_draws_every_node_and_edge() {
    let (_folder, script) = mermaid_script();
    for query in [PAIRS, PLACES] {
        let Some(read) = understood(read_by("node", &[&script], query, "mermaid")) else { return };
        let (nodes, edges) = counted(query);
        assert!(read.starts_with(&format!("flowchart-v2\n{edges}\n")), "{read}");
        assert_eq!(read.lines().count(), 2 + nodes, "{read}");
        assert!(read.contains("\n\"BÊTA\"\n"), "{read}");
    }
}

/// Names that mean something in one of the formats.
const AWKWARD: [&str; 26] = [
    "R&D \"Über\" <b>x</b>", "a | b [c] {d} (e)", "semi;colon: #35; &amp; &lt;", "back\\slash \\n",
    "%%{init: {'theme':'dark'}}%%", "%% comment", "`tick` **bold** _it_", "end", "graph TD; x",
    "\"]; evil --> n0", "Ωmega 🚀 العربية", "<script>alert(1)</script>", "$$x^2$$",
    "style n0 fill:#f00;", "style: #34; x", "classDef a:#b;", "click n0 call it()", "C++ & C#",
    "#quot;", "<br/>", "//x", "A -- B", "http://a.b/c?d=e&f=g", "fa:fa-car icon", "@{ shape: x }",
    "麻薬",
];

/// A dataset in which agencies of awkward names work together.
fn awkward() -> String {
    let ids = || (0..AWKWARD.len()).map(|i| format!("a{i:02}"));
    let agencies = ids().zip(AWKWARD);
    let agencies: serde_json::Value = agencies
        .map(|(id, name)| serde_json::json!({"id": id, "name": name, "kind": "regional"}))
        .collect();
    let participants: serde_json::Value =
        ids().map(|id| serde_json::json!({"agency": id, "role": "partner"})).collect();
    let report = serde_json::json!({
        "document": "d", "paragraph": "1", "participants": participants, "summary": "S.",
    });
    serde_json::json!({
        "agencies": agencies,
        "pillars": [{"id": "p", "number": 1, "name": "P"}],
        "documents": [{"id": "d", "title": "D", "kind": "note"}],
        "programmes": [{
            "id": "g", "name": "G", "kind": "network", "pillar": "p", "filed_by": "source",
            "reports": [report],
        }],
    })
    .to_string()
}

#[test]
fn mermaid_draws_awkward_names_as_they_are() {
    let run = Test::new(["network", "--data", "a.json", "-f", "mermaid", "-o", "graph.mmd"])
        .file("a.json", awkward())
        .run();
    let (_folder, script) = mermaid_script();
    let folder = TempDir::new().unwrap();
    let graph = folder.path().join("graph.mmd");
    std::fs::write(&graph, run.file("graph.mmd")).unwrap();
    let Ok(output) = Command::new("node").arg(script).arg(&graph).output() else {
        return;
    };
    if output.status.code() == Some(77) {
        return;
    }
    let read = understood(Some(output)).unwrap();
    let labels: Vec<String> =
        read.lines().skip(2).map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(labels, AWKWARD);
}

#[test]
fn a_graph_that_mermaid_would_refuse_is_told_of() {
    let agencies = 40;
    let mut records: serde_json::Value = serde_json::from_str(&awkward()).unwrap();
    for i in AWKWARD.len()..agencies {
        let id = format!("a{i:02}");
        let more = serde_json::json!({"id": id, "name": id, "kind": "regional"});
        records["agencies"].as_array_mut().unwrap().push(more);
        let participants = &mut records["programmes"][0]["reports"][0]["participants"];
        let more = serde_json::json!({"agency": id, "role": "partner"});
        participants.as_array_mut().unwrap().push(more);
    }
    let run = Test::new(["network", "--data", "a.json", "-f", "mermaid"])
        .file("a.json", records.to_string())
        .output();
    assert_eq!(
        run.complaints(),
        "780 edges: Mermaid draws at most 500 unless its maxEdges is raised; --min 2 leaves out the weakest\n"
    );
}
