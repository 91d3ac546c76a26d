//! The first letters of forms, by which most words can be ruled out as the beginning of one.

use super::fold::{self, GAP, UNKNOWN};

/// At least and at most so many characters of a word are looked at at once, gaps among them.
const FIRST: [usize; 2] = [4, 6];
/// So many letters are looked at afterwards, one step after the other.
const STEPS: [usize; 3] = [3, 6, 12];
/// How many bits the number of the letters of a step is cut down to.
const HASHED: u32 = 15;

/// The beginnings of forms.
#[derive(Debug)]
pub(super) struct Beginnings {
    any: Letters,
    /// Of the forms that may begin with a small letter.
    small: Letters,
}

impl Beginnings {
    /// Of folded forms, each with whether it may begin with a small letter.
    pub fn new(keys: &[(&[u8], bool)]) -> Self {
        let small = keys.iter().filter(|(_, may_be_small)| *may_be_small);
        Self {
            any: Letters::new(keys.iter().map(|(key, _)| *key)),
            small: Letters::new(small.map(|(key, _)| *key)),
        }
    }

    /// Whether a form may begin at byte `at`; a character beyond ASCII leaves the question open.
    #[inline]
    pub fn may_stand(&self, bytes: &[u8], at: usize) -> bool {
        let rest = &bytes[at..];
        let Some(first) = rest.first_chunk() else { return true };
        let letters = if first[0].is_ascii_lowercase() { &self.small } else { &self.any };
        letters.may_have(first) && letters.may_begin(rest)
    }
}

/// A set of beginnings, five bits a letter.
#[derive(Debug)]
struct Letters {
    /// How many characters `first` holds.
    length: usize,
    /// The first characters, gaps among them.
    first: Set,
    /// The first letters without gaps.
    steps: [Step; STEPS.len()],
}

/// The beginnings of one length.
#[derive(Debug)]
struct Step {
    begun: Set,
    /// The beginnings of forms that end before the next step, or here.
    ending: Set,
}

impl Letters {
    fn new<'a>(keys: impl Iterator<Item = &'a [u8]> + Clone) -> Self {
        let shortest = keys.clone().map(<[u8]>::len).min().unwrap_or_default();
        let step = |_| Step { begun: Set::new(HASHED), ending: Set::new(HASHED) };
        let length = shortest.clamp(FIRST[0], FIRST[1]);
        let mut letters = Self { length, first: Set::new(18), steps: STEPS.map(step) };
        for key in keys {
            let key: Vec<u64> = key.iter().map(|byte| u64::from(*byte & 31)).collect();
            letters.add_first(&key, 0, 0);
            letters.add_steps(&key);
        }
        letters
    }

    /// Adds every way in which these letters stand behind so many characters with this code.
    fn add_first(&mut self, letters: &[u64], code: u64, count: usize) {
        let left = 5 * (self.length - count);
        match letters.split_first() {
            _ if left == 0 => self.first.add(code),
            // What follows a form may be anything.
            None => (code << left..(code + 1) << left).for_each(|code| self.first.add(code)),
            Some((letter, rest)) => {
                self.add_first(rest, code << 5 | letter, count + 1);
                if count > 0 {
                    self.add_first(letters, code << 5 | GAP, count + 1);
                }
            }
        }
    }

    fn add_steps(&mut self, letters: &[u64]) {
        for (at, (step, length)) in self.steps.iter_mut().zip(STEPS).enumerate() {
            let known = letters.len().min(length);
            let left = 5 * (length - known);
            if at > 0 && left > 0 {
                return;
            }
            let code = letters[..known].iter().fold(0, |code, letter| code << 5 | letter);
            let is_ending = STEPS.get(at + 1).is_none_or(|next| letters.len() < *next);
            for code in code << left..(code + 1) << left {
                step.begun.add(code);
                if is_ending {
                    step.ending.add(code);
                }
            }
        }
    }

    /// Whether a form may begin with these characters.
    #[inline]
    fn may_have(&self, first: &[u8; FIRST[1]]) -> bool {
        let characters = first.map(fold::five_bits);
        let is_open = characters.iter().fold(0, |all, c| all | c) & UNKNOWN != 0;
        let code = characters.iter().fold(0, |code, c| code << 5 | c & 31);
        is_open || self.first.has(code >> (5 * (FIRST[1] - self.length)))
    }

    /// Whether a form may begin the text.
    fn may_begin(&self, text: &[u8]) -> bool {
        let (mut code, mut count) = (0, 0);
        let mut bytes = text.iter().map(|byte| fold::five_bits(*byte)).filter(|c| *c != GAP);
        for (step, length) in self.steps.iter().zip(STEPS) {
            while count < length {
                match bytes.next() {
                    None | Some(UNKNOWN) => return true,
                    Some(letter) => code = code << 5 | letter,
                }
                count += 1;
            }
            if !step.begun.has(code) {
                return false;
            }
            if step.ending.has(code) {
                return true;
            }
        }
        true
    }
}

/// A set of numbers, which are cut down to so many bits: it may hold a few more.
#[derive(Debug)]
struct Set {
    shift: u32,
    bits: Vec<u64>,
}

impl Set {
    fn new(bits: u32) -> Self {
        Self { shift: 64 - bits, bits: vec![0; 1 << (bits - 6)] }
    }

    /// The word and the bit in which a number stands.
    #[inline]
    fn place(&self, number: u64) -> (usize, u64) {
        let hash = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift;
        (hash as usize / 64, 1 << (hash % 64))
    }

    fn add(&mut self, number: u64) {
        let (word, bit) = self.place(number);
        self.bits[word] |= bit;
    }

    #[inline]
    fn has(&self, number: u64) -> bool {
        let (word, bit) = self.place(number);
        self.bits[word] & bit != 0
    }
}
