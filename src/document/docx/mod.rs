//! Word documents in Office Open XML.

mod body;
mod numbering;
mod styles;
mod table;
mod xml;

use super::block::{Block, Blocks, Role};
use super::{Note, ReadError};
use body::Body;
use numbering::Numbering;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use styles::Styles;
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that one part may unpack to.
const PART_BYTES: u64 = 64 << 20;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The blocks of the document, notes behind the paragraphs that refer to them.
pub(super) fn blocks(bytes: &[u8]) -> Result<Blocks, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let main = main_part(&mut archive)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut notes = Vec::new();
    let Some(document) = part(&mut archive, &main)? else {
        return Err(ReadError::Damaged(format!("it has no part {main}")));
    };
    let mut other = |name: &str| {
        let name = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        part(&mut archive, &name).unwrap_or_else(|error| {
            notes.push(Note::NotRead(format!("{name} ({error})")));
            None
        })
    };
    let styles = other("styles.xml").map(|xml| Styles::read(&xml)).unwrap_or_default();
    let numbering = other("numbering.xml").map(|xml| Numbering::read(&xml)).unwrap_or_default();
    let footnotes = other("footnotes.xml");
    let endnotes = other("endnotes.xml");
    let mut furniture = Vec::new();
    for header in 1..=5 {
        if let Some(xml) = other(&format!("header{header}.xml")) {
            let header = Body::new(&styles, Numbering::default()).read(&xml);
            furniture.extend(header.blocks.into_iter().map(|block| block.block.text));
        }
    }
    let mut body = Body::new(&styles, numbering).read(&document);
    if let Some(error) = body.error.take() {
        if body.blocks.iter().all(|block| block.block.text.trim().is_empty()) {
            return Err(ReadError::Damaged(error));
        }
        notes.push(Note::NotRead(format!("what follows in {main} ({error})")));
    }
    notes.append(&mut body.notes);
    let mut texts = BTreeMap::new();
    for (kind, xml) in [('f', footnotes), ('e', endnotes)] {
        let Some(xml) = xml else { continue };
        let read = Body::new(&styles, Numbering::default()).read(&xml);
        if let Some(error) = read.error {
            notes.push(Note::NotRead(format!("some of the notes ({error})")));
        }
        for block in read.blocks {
            let text: &mut String = texts.entry((kind, block.note.clone())).or_default();
            super::block::join(text, block.block.text.trim());
        }
    }
    let blocks = with_notes(body.blocks, texts);
    Ok(Blocks { blocks, furniture, notes })
}

/// The blocks, each followed by the notes that it refers to.
fn with_notes(read: Vec<body::Read>, mut texts: BTreeMap<(char, String), String>) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(read.len());
    let mut count = 0;
    for body::Read { block, references, .. } in read {
        blocks.push(block);
        for reference in references {
            let text = texts.remove(&(reference.kind, reference.id));
            let (mark, text) = if let Some(mark) = reference.mark {
                let text = text.map(|text| text.strip_prefix(&mark).unwrap_or(&text).to_owned());
                (mark, text)
            } else {
                // A mark that is counted is no part of the text of its note.
                count += 1;
                (count.to_string(), text)
            };
            let Some(text) = text else { continue };
            let (role, number) = (Role::Footnote, Some(mark));
            blocks.push(Block { role, number, text, ..Block::default() });
        }
    }
    blocks
}

/// The name of the part that holds the text.
fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadError> {
    if let Some(rels) = part(archive, "_rels/.rels")?
        && let Some(target) = xml::office_document(&rels)
    {
        return Ok(target.trim_start_matches('/').to_owned());
    }
    let name = "word/document.xml".to_owned();
    if archive.index_for_name(&name).is_some() {
        return Ok(name);
    }
    let sheet = archive.index_for_name("xl/workbook.xml").is_some();
    Err(if sheet {
        ReadError::Unsupported("A spreadsheet")
    } else {
        ReadError::Damaged("the archive holds no Word document".to_owned())
    })
}

/// The bytes of a part, if the document has it.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(damaged(&error)),
    };
    let mut bytes = Vec::new();
    let read = file.take(PART_BYTES + 1).read_to_end(&mut bytes);
    if bytes.len() as u64 > PART_BYTES {
        return Err(ReadError::TooLarge("bytes in one part", PART_BYTES));
    }
    match read {
        Ok(_) => Ok(Some(bytes)),
        // The checksum comes last: what was unpacked is kept if it is complete by its end.
        Err(_) if bytes.trim_ascii_end().ends_with(b">") && name.ends_with("document.xml") => {
            Ok(Some(bytes))
        }
        Err(error) => Err(ReadError::Damaged(format!("{name}: {error}"))),
    }
}

fn damaged(error: &ZipError) -> ReadError {
    ReadError::Damaged(error.to_string())
}
