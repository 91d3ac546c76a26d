//! The rooms of the code, and who may use whom: the table of `ARCHITECTURE.md`, held against the imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src");

/// What each room may use of the others: a room is a file or a folder of `src`.
fn rules() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/ARCHITECTURE.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `src/"));
    let cells: Vec<Vec<&str>> = rows.map(|row| row.split('|').collect()).collect();
    let own = |cells: &Vec<&str>| room(quoted(cells[1])[0]).to_owned();
    let rooms: BTreeSet<String> = cells.iter().map(own).collect();
    let rule = |cells: &Vec<&str>| {
        let named = quoted(cells[3]).into_iter().map(head).collect();
        assert!(rooms.is_superset(&named), "{cells:?}");
        (own(cells), if cells[3].contains("all but") { &rooms - &named } else { named })
    };
    cells.iter().map(rule).collect()
}

/// The words of a text that stand between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The room of a path that may begin with `src`.
fn room(path: &str) -> &str {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let room = path.split('/').next().unwrap();
    room.strip_suffix(".rs").unwrap_or(room)
}

/// A source file: its path below `src`, and its code without comments and texts.
struct File {
    path: String,
    code: String,
}

impl File {
    fn room(&self) -> &str {
        room(&self.path)
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
    let rules = rules();
    assert!(rules["model"].is_empty() && rules["report"].contains("render"));
    assert!(rules["command"].contains("query") && !rules["command"].contains("main"));
    for file in files().into_iter().filter(|file| file.path != "lib.rs") {
        let Some((room, allowed)) = rules.get_key_value(file.room()) else {
            panic!("{} belongs to no room of the table", file.path);
        };
        let mut used = file.used("crate");
        // `super` of a file at the top of its room is the room itself, or the library for a room of one file.
        if file.path == format!("{room}/mod.rs") || !file.path.contains('/') {
            used.extend(file.used("super"));
        }
        used.extend(file.used("super::super").into_iter().filter(|name| rules.contains_key(name)));
        used.extend(file.used("cnd_tracker"));
        for name in used.iter().filter(|name| rules.contains_key(*name)) {
            assert!(
                name == room || allowed.contains(name),
                "src/{} uses `{name}`, which the room `{room}` may not",
                file.path
            );
        }
    }
}

#[test]
fn some_crates_are_named_in_some_places_only() {
    let places: [(&str, &[&str]); 5] = [
        ("serde_yaml", &["load/", "render/"]),
        ("saphyr_parser", &["load/"]),
        ("clap", &["cli.rs", "cli/", "command/"]),
        ("anyhow", &["command/"]),
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
