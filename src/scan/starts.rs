//! Where words begin, eight bytes at a time.

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// The lowest bit of each.
const LOW: u64 = 0x0101_0101_0101_0101;

/// The bytes of a text at which a word may begin: letters and digits behind none, a capital behind a small
/// letter, and letters beside characters beyond ASCII, which the caller has to look at.
pub(super) struct Starts<'a> {
    bytes: &'a [u8],
    /// Where the block begins from which `found` is.
    block: usize,
    next: usize,
    found: u64,
    /// What the last byte of the block before was, in the highest bit of the lowest byte.
    was_word: u64,
    was_lower: u64,
    was_beyond: u64,
}

impl<'a> Starts<'a> {
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        Self { bytes, block: 0, next: 0, found: 0, was_word: 0, was_lower: 0, was_beyond: 0 }
    }

    fn load(&mut self) -> bool {
        let Some(rest) = self.bytes.get(self.next..).filter(|rest| !rest.is_empty()) else {
            return false;
        };
        let mut eight = [0; 8];
        match rest.first_chunk() {
            Some(chunk) => eight = *chunk,
            None => eight[..rest.len()].copy_from_slice(rest),
        }
        let block = u64::from_le_bytes(eight);
        let beyond = block & HIGH;
        let plain = block & !HIGH;
        let from = |byte: u8| plain.wrapping_add(LOW.wrapping_mul(u64::from(128 - byte))) & HIGH;
        let between = |first: u8, last: u8| from(first) & !from(last + 1) & !beyond;
        let (lower, upper) = (between(b'a', b'z'), between(b'A', b'Z'));
        let word = lower | upper | between(b'0', b'9');
        let before = |mask: u64, carried: u64| mask << 8 | carried;
        self.found = word & !before(word, self.was_word)
            | upper & before(lower, self.was_lower)
            | beyond & !before(word | beyond, self.was_word | self.was_beyond);
        self.was_word = word >> 56;
        self.was_lower = lower >> 56;
        self.was_beyond = beyond >> 56;
        self.block = self.next;
        self.next += 8;
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
        let at = self.block + self.found.trailing_zeros() as usize / 8;
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
    fn blocks_of_eight_make_no_difference() {
        for length in 0..20 {
            let text = format!("{} word", "x".repeat(length));
            let expected: Vec<usize> = if length == 0 { vec![1] } else { vec![0, length + 1] };
            assert_eq!(Starts::new(&text).collect::<Vec<_>>(), expected);
        }
    }
}
