//! Findings in SARIF 2.1.0, which code hosts show next to the lines of a change.

use serde_json::{Value, json};

use crate::diagnostic::{Code, Finding, Spot};
use crate::model::{Vocabulary, encoded_path};

/// The findings as one SARIF log.
pub fn log(findings: &[Finding]) -> Value {
    let rules: Vec<Value> = Code::all().iter().copied().map(rule).collect();
    let results: Vec<Value> = findings.iter().map(result).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cnd",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: Code) -> Value {
    let explained = code.explain();
    let short = explained.split("\n\n").next().unwrap_or(explained).replace('\n', " ");
    json!({
        "id": code.word(),
        "shortDescription": { "text": short },
        "fullDescription": { "text": explained },
        "help": { "text": explained, "markdown": explained },
        "defaultConfiguration": { "level": <&str>::from(code.severity()) },
    })
}

fn result(finding: &Finding) -> Value {
    let text = match &finding.help {
        Some(help) => format!("{}: {help}", finding.message),
        None => finding.message.clone(),
    };
    let rule = Code::all().iter().position(|code| *code == finding.code);
    let mut result = json!({
        "ruleId": finding.code.word(),
        "ruleIndex": rule,
        "level": <&str>::from(finding.code.severity()),
        "message": { "text": text },
        "locations": [location(&finding.spot)],
    });
    if let Some(other) = &finding.other {
        let mut other = location(other);
        other["message"] = json!({ "text": "the other place" });
        result["relatedLocations"] = json!([other]);
    }
    result
}

fn location(spot: &Spot) -> Value {
    let ((line, column), (end_line, end_column)) = (spot.span.start, spot.span.end);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&spot.file) },
        "region": {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    }})
}

/// The name of a file as a reference, absolute where the path is: what may not stand in one is percent-encoded.
fn uri(file: &str) -> String {
    // Elsewhere, a backslash is a letter of a name like any other.
    let file = if cfg!(windows) { file.replace('\\', "/") } else { file.to_owned() };
    // Two slashes would begin the name of a host.
    let parts: Vec<&str> =
        file.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    let is_drive = parts.first().is_some_and(|first| cfg!(windows) && first.ends_with(':'));
    let root = if file.starts_with('/') || is_drive { "file:///" } else { "" };
    format!("{root}{}", encoded_path(&parts.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_become_references() {
        assert_eq!(uri("./data/agencies.yaml"), "data/agencies.yaml");
        assert_eq!(uri(".//data/./agencies.yaml"), "data/agencies.yaml");
        assert_eq!(uri("/data//agencies.yaml"), "file:///data/agencies.yaml");
        assert_eq!(uri("data dir/é%.yaml"), "data%20dir/%C3%A9%25.yaml");
        #[cfg(not(windows))]
        assert_eq!(uri("a\\b.yaml"), "a%5Cb.yaml");
        assert_eq!(uri("<standard input>"), "%3Cstandard%20input%3E");
    }
}
