//! A note that the tests make, and runs of the program on it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::Test;

/// Runs the program in a folder, on a dataset, and gives its standard output, standard error and exit code.
pub fn cnd(folder: &Path, data: &str, args: &[&str]) -> (String, String, i32) {
    let test = Test::new(args.iter().copied()).env("CND_DATA", data).in_folder(folder);
    let run = test.output();
    (run.stdout, run.stderr, run.status)
}

/// A folder with these files.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// The paragraphs of a small note, with their numbers, under their headings.
pub const NOTE: [&str; 7] = [
    "Joint work of the year",
    "1. The Example Customs Union (ECU) and WHO trained 34 officials in Kenya in line with \
     General Assembly resolution 74/178.",
    "2. UNODC and UNAIDS continued the joint programme of the two.",
    "Requests",
    "3. Invites Member States to share data, and encourages UNODC to help them.",
    "4. UNODC will publish a guide in 2031.",
    "5. Nothing is named here.",
];

/// The note as a text.
pub fn as_text() -> String {
    format!("E/CN.7/2031/CRP.1\n\nNote by the Secretariat on joint work\n\n{}\n", NOTE.join("\n\n"))
}

/// The note as a Word document.
pub fn as_docx() -> Vec<u8> {
    let styles = r#"<w:style w:styleId="H"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>"#;
    let heading = r#"<w:pStyle w:val="H"/>"#;
    let paragraph = |text: &&str| {
        let is_heading = !text.starts_with(|c: char| c.is_ascii_digit());
        super::make::p(if is_heading { heading } else { "" }, text)
    };
    let head = ["E/CN.7/2031/CRP.1", "Note by the Secretariat on joint work"];
    let head = super::make::p("", head[0]) + &super::make::p(r#"<w:pStyle w:val="T"/>"#, head[1]);
    let body: String = NOTE.iter().map(paragraph).collect();
    let styles = format!(
        "{styles}<w:style w:styleId=\"T\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    );
    super::make::docx(&(head + &body), &[("styles", &styles)])
}
