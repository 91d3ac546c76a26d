//! Where words begin, sixty-four bytes at a time.

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// The lowest bit of each.
const LOW: u64 = 0x0101_0101_0101_0101;
/// Gathers the lowest bits of eight bytes in the highest byte.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// The bytes of a text at which a word may begin: letters and digits behind none, a capital behind a small
/// letter, and characters beyond ASCII behind no letter or digit, which the caller has to look at.
pub(super) struct Starts<'a> {
    bytes: &'a [u8],
    /// Where the block begins from which `found` is.
    block: usize,
    next: usize,
    /// A bit for each byte of the block.
    found: u64,
    /// What the last byte of the block before was.
    was: Kinds,
}

/// What each byte of a block is, a bit for each.
#[derive(Clone, Copy, Default)]
struct Kinds {
    lower: u64,
    upper: u64,
    digit: u64,
    /// The first of a character beyond ASCII.
    beyond: u64,
}

impl Kinds {
    /// Of sixty-four bytes.
    fn of(block: &[u8; 64]) -> Self {
        let mut kinds = Self::default();
        for (at, eight) in block.as_chunks().0.iter().enumerate() {
            let eight = u64::from_le_bytes(*eight);
            let (beyond, plain) = (eight & HIGH, eight & !HIGH);
            let from = |byte: u8| plain.wrapping_add(LOW * u64::from(128 - byte));
            let between = |first: u8, last: u8| from(first) & !from(last + 1) & !beyond & HIGH;
            let gather = |mask: u64| ((mask >> 7).wrapping_mul(GATHER) >> 56) << (8 * at);
            kinds.lower |= gather(between(b'a', b'z'));
            kinds.upper |= gather(between(b'A', b'Z'));
            kinds.digit |= gather(between(b'0', b'9'));
            kinds.beyond |= gather(beyond & eight << 1);
        }
        kinds
    }

    fn word(&self) -> u64 {
        self.lower | self.upper | self.digit
    }
}

impl<'a> Starts<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), block: 0, next: 0, found: 0, was: Kinds::default() }
    }

    fn load(&mut self) -> bool {
        let Some(rest) = self.bytes.get(self.next..).filter(|rest| !rest.is_empty()) else {
            return false;
        };
        let kinds = match rest.first_chunk() {
            Some(block) => Kinds::of(block),
            None => {
                let mut block = [0; 64];
                block[..rest.len()].copy_from_slice(rest);
                Kinds::of(&block)
            }
        };
        let before = |mask: u64, was: u64| mask << 1 | was >> 63;
        let (word, was) = (kinds.word(), self.was);
        self.found = word & !before(word, was.word())
            | kinds.upper & before(kinds.lower, was.lower)
            | kinds.beyond & !before(word, was.word());
        self.was = kinds;
        self.block = self.next;
        self.next += 64;
        true
    }
}

impl Iterator for Starts<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if !self.load() {
                return None;
            }
        }
        let at = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_behind_spaces_and_signs_and_within_joined_words() {
        let text = "theUnited Na-tions, 12 of“Ab”";
        let found: Vec<usize> = Starts::new(text).filter(|at| *at < 29).collect();
        assert_eq!(found, [0, 3, 10, 13, 20, 23, 28]);
    }

    #[test]
    fn blocks_make_no_difference() {
        for length in 0..140 {
            let text = format!("{} word", "x".repeat(length));
            let expected: Vec<usize> = if length == 0 { vec![1] } else { vec![0, length + 1] };
            assert_eq!(Starts::new(&text).collect::<Vec<_>>(), expected);
        }
    }
}
