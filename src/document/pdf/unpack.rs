//! Streams unpacked within bounds: the reader of the format unpacks whatever it is given.

use std::borrow::Cow;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use std::io::Read;

/// The most that a stream may unpack to.
pub(super) const STREAM: u64 = 64 << 20;

/// How many times its own length an LZW stream can unpack to.
pub(super) const LZW_RATIO: u64 = 1400;

/// How many times its own length a run-length stream can unpack to.
pub(super) const RUN_RATIO: u64 = 64;

/// The data of a stream, if it is no image, not damaged and within the bound.
pub(super) fn unpacked(stream: &Stream<'_>) -> Option<Vec<u8>> {
    if !fits(stream) {
        return None;
    }
    stream.decoded_data().ok().map(Cow::into_owned)
}

/// Whether the stream unpacks to no more than the bound.
pub(super) fn fits(stream: &Stream<'_>) -> bool {
    let filters = stream.filters();
    let raw = stream.raw_data();
    let largest = filters.iter().fold(raw.len() as u64, |largest, filter| {
        // The most that each filter can make of a byte.
        largest.saturating_mul(match filter {
            Filter::FlateDecode => 1032,
            Filter::LzwDecode => LZW_RATIO,
            Filter::RunLengthDecode => RUN_RATIO,
            Filter::AsciiHexDecode | Filter::Ascii85Decode => 4,
            _ => 1,
        })
    });
    if largest <= STREAM {
        return true;
    }
    if !filters.iter().all(|filter| *filter == Filter::FlateDecode) {
        return false;
    }
    let mut reader: Box<dyn Read + '_> = Box::new(raw.as_ref());
    for _ in filters.iter().take(4) {
        reader = Box::new(ZlibDecoder::new(reader).take(STREAM + 1));
    }
    filters.len() <= 4 && count(&mut reader, STREAM + 1) <= STREAM
}

/// How many bytes there are to read, counted no further than the bound.
pub(super) fn count(reader: &mut dyn Read, bound: u64) -> u64 {
    let mut buffer = vec![0; 64 << 10];
    let mut total = 0;
    while total < bound {
        match reader.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => total += read as u64,
        }
    }
    total.min(bound)
}
