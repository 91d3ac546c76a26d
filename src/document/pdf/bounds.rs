//! What is looked at before a file is opened: how much its streams unpack to.

use super::super::ReadError;
use super::unpack::{LZW_RATIO, RUN_RATIO, count};
use flate2::read::ZlibDecoder;
use std::io::Read;

/// The most that the streams of a file may unpack to, images left out.
const UNPACKED: u64 = 160 << 20;

/// How many layers of compression of a stream are examined.
const LAYERS: usize = 3;

/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 600;

/// Refuses a file whose streams unpack to more than the bound.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let mut total = 0;
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let dictionary = &bytes[at.saturating_sub(DICTIONARY)..at];
        let begin = memchr::memmem::rfind(dictionary, b"obj").map(|object| object + 3);
        let dictionary = &dictionary[begin.unwrap_or(0)..];
        let has = |name: &[u8]| memchr::memmem::find(dictionary, name).is_some();
        if begin.is_some() && has(b"/Image") && !has(b"/ObjStm") && !has(b"/XRef") {
            continue;
        }
        let data = bytes[at + 6..].trim_ascii_start();
        total += if has(b"LZW") || has(b"/RunLength") {
            let end = memchr::memmem::find(data, b"endstream").unwrap_or(data.len());
            let ratio = if has(b"LZW") { LZW_RATIO } else { RUN_RATIO };
            (unpacked(data, UNPACKED, LAYERS).max(end as u64)).saturating_mul(ratio)
        } else {
            unpacked(data, UNPACKED - total, LAYERS)
        };
        if total >= UNPACKED {
            return Err(ReadError::TooLarge("bytes in its streams", UNPACKED));
        }
    }
    Ok(())
}

/// How many bytes the data unpacks to, no more than the bound; packed data in it is unpacked too.
fn unpacked(data: &[u8], bound: u64, layers: usize) -> u64 {
    if !is_packed(data) {
        return 0;
    }
    let mut decoder: Box<dyn Read> = Box::new(ZlibDecoder::new(data));
    for _ in 0..layers {
        let mut head = [0; 2];
        let packed = decoder.read_exact(&mut head).is_ok() && is_packed(&head);
        let rest = std::io::Cursor::new(head).chain(decoder);
        if packed {
            decoder = Box::new(ZlibDecoder::new(rest));
        } else {
            return count(&mut { rest }, bound);
        }
    }
    count(&mut decoder, bound)
}

/// Whether the bytes begin as a zlib stream does.
fn is_packed(data: &[u8]) -> bool {
    matches!(data, [method, flags, ..]
        if method & 0x0F == 8 && (u32::from(*method) << 8 | u32::from(*flags)).is_multiple_of(31))
}
