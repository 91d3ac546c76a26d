//! What `cnd scan` prints.

use std::fs;

use super::paper::{as_docx, as_text, cnd, folder};

const EMBEDDED: &str = "";

fn columns(kinds: &str) -> Vec<&str> {
    vec![
        "scan",
        "note.txt",
        "--kind",
        kinds,
        "-f",
        "tsv",
        "--columns",
        "paragraph,kind,text,id,status",
    ]
}

#[test]
fn a_row_for_each_mention() {
    let folder = folder(&[("note.txt", as_text().as_bytes())]);
    let (rows, said, status) =
        cnd(folder.path(), EMBEDDED, &columns("agency,country,symbol,figure,commitment"));
    assert_eq!(
        rows,
        "paragraph\tkind\ttext\tid\tstatus
heading before 1\tagency\tSecretariat\tun-secretariat\tknown
1\tagency\tExample Customs Union\t\tunknown
1\tagency\tECU\t\tunknown
1\tagency\tWHO\twho\tknown
1\tfigure\t34 officials\t\tknown
1\tcountry\tKenya\tKEN\tknown
1\tagency\tGeneral Assembly\tgeneral-assembly\tknown
1\tsymbol\t74/178\tA/RES/74/178\tknown
2\tagency\tUNODC\tunodc\tknown
2\tagency\tUNAIDS\tunaids\tknown
3\tcommitment\tInvites → Member States\t\tknown
3\tcommitment\tencourages → UNODC\t\tknown
3\tagency\tUNODC\tunodc\tknown
4\tagency\tUNODC\tunodc\tknown
4\tcommitment\twill → UNODC\t\tknown
"
    );
    assert_eq!(
        (said.as_str(), status),
        (
            "note.txt: read 5 paragraphs, 3 headings; ignored: 1 line of page headers and footers; \
          no number is missing from the sequence\n",
            0
        )
    );
}

#[test]
fn a_word_document_gives_the_rows_of_its_text() {
    let folder = folder(&[("note.txt", as_text().as_bytes()), ("note.docx", &as_docx())]);
    let args = |file| {
        [
            "scan",
            file,
            "--paragraph",
            "1-5",
            "-f",
            "csv",
            "--columns",
            "document,paragraph,kind,text,id,status",
        ]
    };
    let text = cnd(folder.path(), EMBEDDED, &args("note.txt")).0;
    assert_eq!(cnd(folder.path(), EMBEDDED, &args("note.docx")).0, text);
    assert!(text.lines().count() > 15 && text.contains("E/CN.7/2031/CRP.1,1,agency"), "{text}");
}

#[test]
fn a_file_that_fails_does_not_stop_the_others() {
    let note = as_text();
    let folder = folder(&[
        ("papers/a.txt", note.as_bytes()),
        ("papers/b.pdf", b"%PDF-1.7\nnothing"),
        ("papers/c.txt", b"\n \n"),
        ("papers/d.txt", note.as_bytes()),
        ("papers/e.xyz", b"left out"),
    ]);
    let args = [
        "scan", "papers", "missing.txt", "--paragraph", "2", "--kind", "agency", "-f", "jsonl",
        "--columns", "file,id",
    ];
    let (rows, said, status) = cnd(folder.path(), EMBEDDED, &args);
    let row = |file: &str, id: &str| format!("{{\"file\":\"papers/{file}\",\"id\":\"{id}\"}}\n");
    assert_eq!(
        rows,
        [
            row("a.txt", "unodc"),
            row("a.txt", "unaids"),
            row("d.txt", "unodc"),
            row("d.txt", "unaids")
        ]
        .concat()
    );
    assert_eq!(status, 4);
    let told: Vec<&str> = said.lines().collect();
    assert!(told[0].starts_with("papers: 1 other file was skipped"), "{said}");
    assert!(
        told[2].starts_with("error: cannot read papers/b.pdf: the document is damaged"),
        "{said}"
    );
    assert_eq!(told[3], "error: cannot read papers/c.txt: the document holds no text");
    assert!(told[5].starts_with("error: cannot read missing.txt: No such file"), "{said}");
    assert_eq!(told.len(), 6);
}

#[test]
fn a_list_of_files_comes_from_a_file() {
    let folder = folder(&[("a.txt", as_text().as_bytes()), ("list", b"a.txt\r\r\na.txt\r")]);
    let args =
        ["scan", "--files-from", "list", "--kind", "country", "-f", "jsonl", "--columns", "id"];
    assert_eq!(cnd(folder.path(), EMBEDDED, &args).0, "{\"id\":\"KEN\"}\n{\"id\":\"KEN\"}\n");
}

#[test]
fn a_paragraph_is_held_against_what_the_dataset_records_of_it() {
    let text = "1. UNODC trained officials in Kenya.\n\n2. Nothing is named here.\n";
    let data = "\
pillars: [{id: p, number: 1, name: P}]
agencies:
  - {id: unodc, name: Office, acronym: UNODC, kind: secretariat}
  - {id: who, name: World Health Organization, acronym: WHO, kind: specialised-agency}
documents:
  - {id: note, symbol: A/1/2, title: Note, kind: note, coverage: {read: [1-2]}}
programmes:
  - id: work
    name: Work of the two
    kind: project
    pillar: p
    filed_by: editors
    reports:
      - document: note
        paragraph: \"1\"
        participants: [{agency: unodc, role: lead}, {agency: who, role: partner}]
        figures: [{value: 12, unit: officials, of: trained}]
        summary: S
    external: [{fields: [name], source: a description of ours}]
";
    let folder = folder(&[("note.txt", text.as_bytes()), ("data.yaml", data.as_bytes())]);
    let args: Vec<&str> =
        "scan note.txt --document note -f csv --columns document,paragraph,kind,text,id,status"
            .split(' ')
            .collect();
    let (rows, _, status) = cnd(folder.path(), "data.yaml", &args);
    assert_eq!(
        (rows.as_str(), status),
        (
            "document,paragraph,kind,text,id,status
A/1/2,1,agency,UNODC,unodc,recorded
A/1/2,1,country,Kenya,KEN,unrecorded
A/1/2,1,agency,WHO,who,unsupported
A/1/2,1,figure,12 officials,,unsupported
",
            0
        )
    );
    let args: Vec<&str> =
        "scan note.txt --against note -f csv --columns status,kind,name,here,there"
            .split(' ')
            .collect();
    assert_eq!(
        cnd(folder.path(), "data.yaml", &args).0,
        "status,kind,name,here,there\nboth,agency,UNODC,1,1\nonly-there,agency,WHO,,1\n\
         only-there,programme,Work of the two,,1\n"
    );
    let args: Vec<&str> =
        "scan note.txt --summary -f csv --columns paragraph,agencies,countries,unknown"
            .split(' ')
            .collect();
    assert_eq!(
        cnd(folder.path(), "data.yaml", &args).0,
        "paragraph,agencies,countries,unknown\n1,UNODC,Kenya,\n"
    );
}

/// What a paper names beside another document is what the rows of its scan show.
#[test]
fn references_back_are_not_held_against_another_document() {
    let folder = folder(&[("a.txt", b"1. UNODC met.\n\n2. The Office left.\n".as_slice())]);
    let args = ["scan", "a.txt", "--against", "note-2020", "-f", "csv", "--columns", "id,here"];
    let (rows, ..) = cnd(folder.path(), EMBEDDED, &args);
    assert_eq!(rows.lines().find(|row| row.starts_with("unodc,")), Some("unodc,1"));
}

#[test]
fn a_title_of_two_documents_is_held_against_another_as_the_one_that_is_meant() {
    let title = "International cooperation to address and counter the world drug problem";
    let row = |text: String| {
        let folder = folder(&[("paper.txt", text.as_bytes())]);
        let args = "scan paper.txt --against note-2020 --kind instrument -f csv --columns status,id,here,there";
        let args: Vec<&str> = args.split(' ').collect();
        let rows = cnd(folder.path(), EMBEDDED, &args).0;
        let rows = rows.lines().filter(|row| !row.starts_with("only-there"));
        rows.skip(1).map(|row| format!("{row}\n")).collect::<String>()
    };
    let cited = format!("1. Recalls resolution 74/178 “{title}”.\n\n2. Trees.\n");
    assert_eq!(row(cited), "both,a-res-74-178,1,4; 12\n");
    let elsewhere = format!("1. Recalls resolution 74/178.\n\n2. Recalls “{title}”.\n");
    assert_eq!(row(elsewhere), "both,a-res-74-178,1; 2,4; 12\n");
    let own = format!("A/RES/76/188\n\n{title}\n\n1. Trees.\n");
    assert_eq!(row(own), "");
    let numbered =
        format!("76/188. {title}\n\nThe General Assembly,\n\n1. Decides to plant trees.\n");
    assert_eq!(row(numbered), "");
    let named = "Addressing and countering the world drug problem through a comprehensive, integrated and balanced approach";
    let named = format!("79/191. {named}\n\nThe General Assembly,\n\n1. Decides to plant trees.\n");
    assert_eq!(row(named), "");
    let unclear = format!("1. Recalls “{title}”.\n\n2. Trees.\n");
    assert_eq!(row(unclear), "ambiguous,a-res-74-178,1,4; 12\nambiguous,a-res-76-188,1,\n");
}

#[test]
fn one_document_is_about_one_file() {
    let folder = folder(&[("a.txt", as_text().as_bytes())]);
    let args = ["scan", "a.txt", "a.txt", "--document", "note-2020"];
    let (rows, said, status) = cnd(folder.path(), EMBEDDED, &args);
    assert_eq!(
        (rows.as_str(), said.as_str(), status),
        ("", "error: --document compares exactly one file; name the file of that document\n", 2)
    );
}

#[test]
fn references_back_are_listed_on_request() {
    let folder = folder(&[("note.txt", b"1. UNODC met WHO.\n\n2. The Office left.\n")]);
    let args = ["scan", "note.txt", "--paragraph", "2", "-f", "csv", "--columns", "text,id,marks"];
    assert_eq!(cnd(folder.path(), EMBEDDED, &args).0, "text,id,marks\n");
    let args = [&args[..], &["--guesses"]].concat();
    assert_eq!(cnd(folder.path(), EMBEDDED, &args).0, "text,id,marks\nOffice,unodc,guess\n");
}

#[test]
fn rows_in_a_file_are_those_that_its_name_promises() {
    let folder = folder(&[("a.txt", as_text().as_bytes())]);
    let args = |file| ["scan", "a.txt", "--kind", "country", "-f", "jsonl", "-o", file];
    let (rows, said, status) = cnd(folder.path(), EMBEDDED, &args("rows.csv"));
    let refused = "error: -f jsonl does not match the file extension of rows.csv (csv); leave out -f, or choose another \
                   extension\n";
    assert_eq!((rows.as_str(), said.as_str(), status), ("", refused, 2));
    assert!(!folder.path().join("rows.csv").exists());
    let (_, said, status) = cnd(folder.path(), EMBEDDED, &args("a.txt"));
    let refused = "error: a.txt is the document that is read; choose another file to write\n";
    assert_eq!((said.as_str(), status), (refused, 2));
    assert_eq!(fs::read(folder.path().join("a.txt")).unwrap(), as_text().as_bytes());
    let (_, said, status) = cnd(folder.path(), EMBEDDED, &args("rows.jsonl"));
    assert!(said.ends_with("\nwrote rows.jsonl: 1 mention\n"), "{said}");
    assert_eq!(status, 0);
}
