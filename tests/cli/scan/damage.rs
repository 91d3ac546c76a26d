//! Damaged documents: no panic, no hang, and no document without text that counts as read.
//!
//! A few by default; on a CI server a thousand of each.

use std::time::{Duration, Instant};

use cnd_tracker::document::read;

use super::make::{line, pages};
use super::paper::as_docx;

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap()
    }
}

fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(3) {
        let length = bytes.len();
        match random.below(5) {
            0 => bytes.truncate(random.below(length)),
            1 => {
                for _ in 0..=random.below(20) {
                    let at = random.below(length);
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << random.below(8);
                    }
                }
            }
            2 => {
                let (from, many) = (random.below(length), random.below(200));
                bytes.drain(from..(from + many).min(length));
            }
            3 => {
                let (from, to) = (random.below(length), random.below(length));
                let piece = bytes[from..(from + 80).min(length)].to_vec();
                bytes.splice(to..to, piece);
            }
            _ => {
                let tokens: [&[u8]; 6] =
                    [b"<<", b"99999999999", b"endobj", b"<w:p>", b"((((", b"0 0 R"];
                let (at, token) = (random.below(length), tokens[random.below(6)]);
                bytes.splice(at..at, token.iter().copied());
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

fn survives(original: &[u8]) {
    assert!(read(original).is_ok_and(|paper| !paper.paragraphs.is_empty()));
    let cases = if std::env::var_os("CI").is_some() { 1000 } else { 60 };
    for case in 1..=cases {
        let mut random = Random(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(case) | 1);
        let bytes = damaged(original, &mut random);
        let start = Instant::now();
        let read = read(&bytes);
        assert!(start.elapsed() < Duration::from_secs(5), "case {case} takes too long");
        if let Ok(paper) = read {
            assert!(paper.paragraphs.iter().any(|p| !p.text.is_empty()), "case {case}: no text");
        }
    }
}

#[test]
fn damaged_word_documents_are_told_or_read() {
    survives(&as_docx());
}

#[test]
fn damaged_pdfs_are_told_or_read() {
    let page =
        |text: &str| line(100.0, 700.0, 12.0, text) + &line(100.0, 680.0, 12.0, "of a page.");
    survives(&pages(&[page("1. The first line"), page("2. The second line")], "", &[]));
}
