//! `cnd init`

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::cli::InitArgs;
use crate::load;

use super::output::Output;
use super::{file, schema, skeleton};

/// By this line an editor finds the schema that lies beside a file.
const MODELINE: &str = "# yaml-language-server: $schema=dataset.schema.json\n";
const HEAD: &str = "# An invented example: delete the first # of each line to use it, and write your own over it.\n";
const GUIDE: &str = include_str!("../../data/README.md");

pub fn run(args: &InitArgs, out: &Output) -> Result<()> {
    let files = if args.empty { empty()? } else { shipped() };
    let folder = &args.folder;
    write(folder, &files).with_context(|| format!("cannot write {}", folder.display()))?;
    out.say(&format!(
        "{} files are written; `cnd --data {}` reads them, and README.md there tells what they hold",
        files.len() + 2,
        folder.display()
    ))
}

type Files = Vec<(String, String)>;

fn shipped() -> Files {
    load::SHIPPED
        .iter()
        .map(|(path, text)| (path.trim_start_matches("data/").to_owned(), (*text).to_owned()))
        .collect()
}

/// The pillars, and an invented example of each other kind of record that is all comments.
fn empty() -> Result<Files> {
    let schema = schema::schema();
    let mut files: Files =
        shipped().into_iter().filter(|(name, _)| name == "pillars.yaml").collect();
    for (list, definition, values) in examples() {
        let Value::Object(values) = values else { continue };
        let example = skeleton::record(&schema, list, definition, &values);
        let commented: String = example.lines().map(|line| format!("# {line}\n")).collect();
        files.push((format!("{list}.yaml"), format!("{MODELINE}{HEAD}{commented}")));
    }
    Ok(files)
}

/// Records that are a dataset together with the pillars.
fn examples() -> [(&'static str, &'static str, Value); 4] {
    [
        (
            "agencies",
            "Agency",
            json!({"id": "example-agency", "name": "Example Agency", "kind": "intergovernmental"}),
        ),
        (
            "documents",
            "Document",
            json!({"id": "example-note", "title": "Example note", "kind": "note", "date": "2021-02"}),
        ),
        (
            "programmes",
            "Programme",
            json!({
                "id": "example-training",
                "name": "Example training",
                "kind": "training",
                "pillar": "demand-reduction",
                "filed_by": "editors",
                "reports": [{
                    "document": "example-note",
                    "paragraph": "1",
                    "participants": [{"agency": "example-agency", "role": "lead"}],
                    "countries": ["KEN"],
                    "figures": [{"value": 40, "unit": "officials", "of": "trained", "qualifier": "over"}],
                    "summary": "Officials were trained.",
                }],
            }),
        ),
        (
            "commitments",
            "Commitment",
            json!({
                "id": "example-commitment",
                "statement": "Report on the training.",
                "force": "invited",
                "made_by": ["member-states"],
                "addressed_to": ["example-agency"],
                "pillar": "demand-reduction",
                "filed_by": "editors",
                "sources": [{"document": "example-note", "paragraph": "2"}],
            }),
        ),
    ]
}

/// Writes the folder beside its place and moves it there when it is whole.
fn write(folder: &Path, files: &Files) -> Result<()> {
    let taken =
        folder.is_file() || fs::read_dir(folder).is_ok_and(|mut items| items.next().is_some());
    if taken || folder.is_symlink() {
        let message = "something is there already, and it is left as it is: name a new folder";
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message).into());
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    let draft =
        file::beside(parent, |parent| tempfile::Builder::new().prefix(".cnd-").tempdir_in(parent))?;
    for (name, text) in files {
        fs::write(draft.path().join(name), text)?;
    }
    fs::write(draft.path().join("dataset.schema.json"), schema::text()?)?;
    fs::write(draft.path().join("README.md"), GUIDE)?;
    #[cfg(unix)]
    readable(draft.path())?;
    fs::rename(draft.path(), folder)?;
    // It has moved: there is nothing left to delete.
    let _ = draft.keep();
    Ok(())
}

/// Temporary folders are closed to others; this one is to be as any folder that somebody makes.
#[cfg(unix)]
fn readable(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}
