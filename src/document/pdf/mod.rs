//! PDF documents: by their structure if they are tagged, else by the position of the text.

mod bounds;
mod columns;
mod content;
mod font;
mod layout;
mod page;
mod rows;
mod run;
mod span;
mod state;
mod tags;
mod unpack;

use super::block::Blocks;
use super::{Note, ReadError};
use content::Reader;
use hayro_syntax::{LoadPdfError, Pdf};
use page::Page;

/// The most pages that are read.
const PAGES: usize = 5_000;

/// The share of the text, in hundredths, that the structure must hold to be trusted.
const TRUSTED: usize = 60;

/// The blocks of the document.
pub(super) fn blocks(bytes: &[u8]) -> Result<Blocks, ReadError> {
    bounds::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::Encrypted,
        LoadPdfError::Invalid => ReadError::Damaged("no pages can be found in it".to_owned()),
    })?;
    let pages = pdf.pages();
    let mut reader = Reader::default();
    let read: Vec<Page> = pages.iter().take(PAGES).map(|page| reader.page(page)).collect();
    let mut notes = Vec::new();
    if pages.len() > PAGES {
        notes.push(Note::Bound("pages", PAGES as u64));
    }
    notes.extend(reader.bound().map(|(what, bound)| Note::Bound(what, bound)));
    check_pages(&read, &mut notes)?;
    let mut furniture: Vec<String> = read.iter().take(1).flat_map(page::artifact_lines).collect();
    let structure = tags::read(&pdf, &read);
    let all: usize = read.iter().map(Page::letter_count).sum();
    let mut blocks = match structure {
        Some(found) if found.letters * 100 >= all * TRUSTED => {
            if found.letters < all {
                let left = all - found.letters;
                notes.push(Note::NotRead(format!("letters outside the structure ({left})")));
            }
            notes.extend(found.notes);
            found.blocks
        }
        _ => {
            let (blocks, set_aside, in_columns) = layout::blocks(&read);
            furniture.extend(set_aside);
            if !in_columns.is_empty() {
                notes.push(Note::Columns(in_columns));
            }
            blocks
        }
    };
    if reader.unknown > 0 {
        notes.push(Note::UnknownCharacters(reader.unknown));
    }
    blocks.retain(|block| !block.text.trim().is_empty());
    Ok(Blocks { blocks, furniture, notes })
}

/// Says which pages hold no text, and fails if none does.
fn check_pages(pages: &[Page], notes: &mut Vec<Note>) -> Result<(), ReadError> {
    let numbers = |wanted: &dyn Fn(&Page) -> bool| -> Vec<u32> {
        let found = (1..).zip(pages).filter(|(_, page)| wanted(page));
        found.map(|(number, _)| number).collect()
    };
    let empty = |page: &Page| page.letter_count() == 0;
    let images = numbers(&|page| empty(page) && page.images > 0);
    if pages.iter().all(empty) {
        return Err(if !images.is_empty() {
            ReadError::ImageOnly(pages.len())
        } else if pages.iter().any(|page| page.damaged) {
            ReadError::Damaged("its pages cannot be unpacked".to_owned())
        } else {
            ReadError::NoText
        });
    }
    let damaged = numbers(&|page| page.damaged);
    if !images.is_empty() {
        notes.push(Note::ImagePages(images));
    }
    if !damaged.is_empty() {
        notes.push(Note::DamagedPages(damaged));
    }
    Ok(())
}
