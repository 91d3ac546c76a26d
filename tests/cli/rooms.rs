//! The rooms of the code, and who may use whom: the table of `ARCHITECTURE.md`, held against the imports.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// What each room may use of the others. A room is a file or a folder of `src`.
const RULES: [(&str, &[&str]); 16] = [
    ("model", &[]),
    ("diagnostic", &["model", "invisible"]),
    ("document", &[]),
    ("scan", &["document", "model"]),
    ("draft", &["scan", "document", "model"]),
    ("nearest", &["model"]),
    ("invisible", &[]),
    ("package", &["model", "diagnostic"]),
    ("load", &["model", "diagnostic", "nearest", "invisible", "package"]),
    ("check", &["model", "diagnostic", "nearest"]),
    ("query", &["model", "nearest"]),
    ("view", &["query", "model", "diagnostic", "scan"]),
    ("render", &["view", "invisible"]),
    ("report", &["query", "view", "model", "render"]),
    ("cli", &["command"]),
    (
        "command",
        &[
            "cli",
            "model",
            "diagnostic",
            "nearest",
            "load",
            "check",
            "query",
            "view",
            "render",
            "report",
            "scan",
            "document",
            "draft",
            "package",
        ],
    ),
];

/// A source file: its path below `src`, and its code without comments and texts.
struct File {
    path: String,
    code: String,
}

impl File {
    fn room(&self) -> &str {
        let room = self.path.split('/').next().unwrap();
        room.strip_suffix(".rs").unwrap_or(room)
    }

    /// The names that follow a path such as `crate` wherever it stands, those in braces included.
    fn used(&self, root: &str) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        for (at, _) in self.code.match_indices(&format!("{root}::")) {
            let is_path =
                !self.code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c));
            if is_path {
                used.extend(heads(&self.code[at + root.len() + 2..]));
            }
        }
        used
    }

    /// Whether a name stands anywhere in the code as a word of its own.
    fn names(&self, word: &str) -> bool {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        self.code.match_indices(word).any(|(at, _)| {
            !self.code[..at].ends_with(part) && !self.code[at + word.len()..].starts_with(part)
        })
    }
}

/// The first names of a path: one, or those of a list in braces.
fn heads(rest: &str) -> Vec<String> {
    let Some(list) = rest.strip_prefix('{') else { return vec![head(rest)] };
    let mut depth = 0;
    let mut heads = vec![head(list)];
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(head(&list[at + 1..])),
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn head(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn files() -> Vec<File> {
    fn gather(folder: &Path, files: &mut Vec<File>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(SOURCE).unwrap().to_str().unwrap().to_owned();
                let text = fs::read_to_string(&path).unwrap();
                files.push(File { path: name, code: code(&text) });
            }
        }
    }
    let mut files = Vec::new();
    gather(Path::new(SOURCE), &mut files);
    assert!(files.len() > 40, "{} files only", files.len());
    files
}

/// The text without its comments.
fn code(text: &str) -> String {
    let kept = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(kept).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn imports_follow_the_directions() {
    let rooms: BTreeSet<&str> = RULES.iter().map(|(room, _)| *room).collect();
    for file in files() {
        if matches!(file.path.as_str(), "lib.rs" | "main.rs") {
            continue;
        }
        let Some((room, allowed)) = RULES.iter().find(|(room, _)| *room == file.room()) else {
            panic!("{} belongs to no room of the table", file.path);
        };
        let mut used = file.used("crate");
        // `super` of a file at the top of its room is the room itself, or the library for a room of one file.
        if file.path == format!("{room}/mod.rs") || !file.path.contains('/') {
            used.extend(file.used("super"));
        }
        used.extend(
            file.used("super::super").into_iter().filter(|name| rooms.contains(name.as_str())),
        );
        used.extend(file.used("cnd_tracker"));
        for name in used.iter().filter(|name| rooms.contains(name.as_str())) {
            assert!(
                name == room || allowed.contains(&name.as_str()),
                "src/{} uses `{name}`, which the room `{room}` may not",
                file.path
            );
        }
    }
}

#[test]
fn main_uses_cli_and_command_only() {
    let files = files();
    let main = files.iter().find(|file| file.path == "main.rs").unwrap();
    assert_eq!(main.used("cnd_tracker"), BTreeSet::from(["cli", "command"].map(str::to_owned)));
}

#[test]
fn some_crates_are_named_in_some_places_only() {
    let places: [(&str, &[&str]); 5] = [
        ("serde_yaml", &["load/", "render/"]),
        ("saphyr_parser", &["load/"]),
        ("clap", &["cli.rs", "cli/", "main.rs", "command/"]),
        ("anyhow", &["main.rs", "command/"]),
        ("comfy_table", &["render/"]),
    ];
    let files = files();
    for (name, places) in places {
        let naming: Vec<&File> = files.iter().filter(|file| file.names(name)).collect();
        assert!(!naming.is_empty(), "nothing names {name}");
        for file in naming {
            let allowed = places.iter().any(|place| file.path.starts_with(place));
            assert!(allowed, "src/{} names {name}", file.path);
        }
    }
}

#[test]
fn render_takes_tables_from_view_and_nothing_else() {
    let tables = BTreeSet::from(["Cell", "Heading", "Table", "joined"].map(str::to_owned));
    let files = files();
    let users = files.iter().filter(|f| f.room() == "render" && f.used("crate").contains("view"));
    let mut count = 0;
    for file in users {
        let taken = file.used("crate::view");
        assert!(!taken.is_empty() && taken.is_subset(&tables), "src/{}: {taken:?}", file.path);
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn the_reader_of_imports_reads_them() {
    let file = |code: &str| File { path: "query/x.rs".to_owned(), code: code.to_owned() };
    let used = |text: &str| file(text).used("crate").into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(used("use crate::model::{Agency, Id};"), "model");
    assert_eq!(used("use crate::{model::{A, B}, view::Table, load};"), "load model view");
    assert_eq!(used("use crate::{\n    query::{self, Error},\n    nearest,\n};"), "nearest query");
    assert_eq!(used("let x = crate::render::visible(y);"), "render");
    assert_eq!(used("use other_crate::view; $crate::a"), "a");
    assert!(file("a(clap::Error)").names("clap") && !file("clapper, my_clap").names("clap"));
    assert_eq!(code("// crate::view\nx; \n    /// y\n"), "x; \n");
}
