//! That nothing takes time by the square of the size of a dataset, or worse.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::Test;

/// What is asked of a dataset that is made in two sizes.
struct Case {
    args: &'static str,
    data: fn(usize) -> Value,
    small: usize,
    large: usize,
}

const CASES: [Case; 6] = [
    Case { args: "diff --documents old new --data a.json", data: layers, small: 2, large: 24 },
    Case { args: "diff --documents old new --data a.json", data: excepted, small: 20, large: 160 },
    Case { args: "commitments --latest --data a.json", data: star, small: 100, large: 800 },
    Case { args: "documents --data a.json", data: documents, small: 1_250, large: 20_000 },
    Case {
        args: "programmes --columns agencies --explode agencies --data a.json",
        data: crowd,
        small: 1_250,
        large: 20_000,
    },
    Case { args: "check a.json", data: repeated, small: 3_000, large: 48_000 },
];

/// The time of the larger is held against that of the smaller, so that it does not matter how fast a machine is; and
/// both are measured again where something else may have held up the larger.
#[test]
fn what_is_so_many_times_as_large_takes_at_most_three_times_so_long() {
    for Case { args, data, small, large } in CASES {
        let files = [small, large].map(|size| data(size).to_string());
        let time = |file: &str| {
            let begun = Instant::now();
            let run = Test::line(&format!("{args} -f csv")).file("a.json", file).output();
            assert!(run.status < 2 && !run.stdout.is_empty(), "cnd {args}: {}", run.stderr);
            begun.elapsed()
        };
        let [mut least, mut most] = [Duration::MAX; 2];
        let is_held = (0..5).any(|_| {
            (least, most) = (least.min(time(&files[0])), most.min(time(&files[1])));
            most < least * 3 * u32::try_from(large / small).unwrap()
        });
        assert!(is_held, "cnd {args}: {small} take {least:?}, and {large} take {most:?}");
    }
}

/// A dataset that has these lists, and what they refer to.
fn dataset(lists: &Value) -> Value {
    let mut all = json!({
        "pillars": [{"id": "p", "number": 1, "name": "P"}],
        "documents": [document("old", "1940"), document("new", "2010")],
    });
    for (list, records) in lists.as_object().unwrap() {
        all[list] = records.clone();
    }
    all
}

fn document(id: &str, date: &str) -> Value {
    json!({"id": id, "title": id, "kind": "resolution", "date": date})
}

fn commitment(id: &str, instrument: &str, repeats: &[String]) -> Value {
    let repeats: Vec<Value> =
        repeats.iter().map(|id| json!({"commitment": id, "change": "same"})).collect();
    json!({
        "id": id, "statement": "Do it.", "force": "invited", "made_by": ["member-states"], "instrument": instrument,
        "pillar": "p", "filed_by": "editors", "repeats": repeats,
        "sources": [{"document": instrument, "paragraph": "1"}],
    })
}

fn programme(id: &str, report: &Value) -> Value {
    let mut report = report.clone();
    report["summary"] = json!("Said.");
    json!({
        "id": id, "name": id, "kind": "event", "pillar": "p", "filed_by": "editors", "reports": [report],
    })
}

/// Layers of two commitments that each repeat both of the layer before: there are twice as many ways with each layer.
fn layers(size: usize) -> Value {
    let instrument =
        |layer| if layer + 1 == size { "new".to_owned() } else { format!("in{layer}") };
    let both = |layer: usize| ["a", "b"].map(|side| format!("c{layer}-{side}"));
    let asked = |layer: usize| {
        let before = layer.checked_sub(1).map(both);
        let before = before.as_ref().map_or(&[][..], |both| both);
        both(layer).map(|id| commitment(&id, &instrument(layer), before))
    };
    let mut commitments: Vec<Value> = (0..size).flat_map(asked).collect();
    commitments.push(commitment("other", "old", &[]));
    let mut all = dataset(&json!({"commitments": commitments}));
    let between =
        (0..size - 1).map(|layer| document(&instrument(layer), &(1950 + layer).to_string()));
    all["documents"].as_array_mut().unwrap().extend(between);
    all
}

/// Programmes of a document, most of whose paragraphs are excepted where it has been compared.
fn excepted(size: usize) -> Value {
    let reported = |number: usize| {
        programme(
            &format!("p{number}"),
            &json!({"document": "old", "paragraph": number.to_string()}),
        )
    };
    let programmes: Vec<Value> = (1..=size).map(reported).collect();
    let mut all = dataset(&json!({"programmes": programmes}));
    let except = format!("{size}-{}", 100 * size);
    all["documents"][1]["coverage"] =
        json!({"read": ["1"], "compared": [{"with": "old", "except": [except]}]});
    all
}

/// One commitment that all others repeat.
fn star(size: usize) -> Value {
    let later = |number: usize| commitment(&format!("c{number}"), "new", &["first".to_owned()]);
    let mut commitments: Vec<Value> = (0..size).map(later).collect();
    commitments.push(commitment("first", "old", &[]));
    dataset(&json!({"commitments": commitments}))
}

/// As many documents as programmes, each with its own.
fn documents(size: usize) -> Value {
    let ids: Vec<String> = (0..size).map(|number| format!("d{number}")).collect();
    let documents = ids.iter().map(|id| json!({"id": id, "title": id, "kind": "note"}));
    let programmes = ids.iter().map(|id| programme(id, &json!({"document": id, "paragraph": "1"})));
    dataset(&json!({
        "documents": documents.collect::<Vec<_>>(), "programmes": programmes.collect::<Vec<_>>(),
    }))
}

/// One programme in which all agencies take part.
fn crowd(size: usize) -> Value {
    let ids: Vec<String> = (0..size).map(|number| format!("a{number}")).collect();
    let agencies = ids.iter().map(|id| json!({"id": id, "name": id, "kind": "academic"}));
    let participants = ids.iter().map(|id| json!({"agency": id, "role": "partner"}));
    let participants: Vec<Value> = participants.collect();
    let report = json!({"document": "old", "paragraph": "1", "participants": participants});
    dataset(&json!({
        "agencies": agencies.collect::<Vec<_>>(), "programmes": [programme("p", &report)],
    }))
}

/// One country that a report names over and over.
fn repeated(size: usize) -> Value {
    let report = json!({"document": "old", "paragraph": "1", "countries": vec!["KEN"; size]});
    dataset(&json!({"programmes": [programme("p", &report)]}))
}
