//! Keys and single values.

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error as _;
use serde::de::value::Error;

use super::not_plain;

/// A single value.
pub struct Scalar<'t> {
    pub text: Cow<'t, str>,
    /// Whether it stands in quotes, or is folded, and so is a text in any case.
    pub quoted: bool,
}

impl<'t> Scalar<'t> {
    /// The value that fills the rest of a line.
    pub fn on_a_line(line: &'t str) -> Result<Self, Error> {
        if line.starts_with(['"', '\'']) {
            return match quoted(line)? {
                (text, "") => Ok(Self { text: text.into(), quoted: true }),
                _ => not_plain(),
            };
        }
        Self::plain(line)
    }

    /// The value in brackets with which `rest` begins; what stands behind it is left.
    pub fn in_brackets(rest: &mut &'t str) -> Result<Self, Error> {
        if rest.starts_with(['"', '\'']) {
            let (text, behind) = quoted(rest)?;
            *rest = behind;
            return Ok(Self { text: text.into(), quoted: true });
        }
        let end = rest.find([',', '[', ']', '{', '}']).unwrap_or(rest.len());
        let (text, behind) = rest.split_at(end);
        if text.contains([':', '?']) || text.ends_with(' ') {
            return not_plain();
        }
        *rest = behind;
        Self::plain(text)
    }

    fn plain(text: &'t str) -> Result<Self, Error> {
        let begins_well = |first: u8| {
            first.is_ascii_alphanumeric() || matches!(first, b'(' | b'/' | b'_') || first >= 0x80
        };
        if text.bytes().next().is_some_and(begins_well) && !is_cut(text) {
            Ok(Self { text: text.into(), quoted: false })
        } else {
            not_plain()
        }
    }

    /// The number that it is, written with digits and at most one point between them.
    pub fn number<T: FromStr<Err: Display>>(&self) -> Result<T, Error> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let (whole, fraction) = self.text.split_once('.').unwrap_or((&self.text, "0"));
        let padded = whole.len() > 1 && whole.starts_with('0');
        if self.quoted || padded || !digits(whole) || !digits(fraction) {
            return not_plain();
        }
        self.text.parse().map_err(Error::custom)
    }
}

/// A key, and what stands behind its colon.
pub fn key(text: &str) -> Result<(&str, &str), Error> {
    let length = text.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    let (key, behind) = text.split_at(length);
    match behind.strip_prefix(':') {
        Some(value) if length > 0 && (value.is_empty() || value.starts_with(' ')) => {
            Ok((key, value.trim_start_matches(' ')))
        }
        _ => not_plain(),
    }
}

/// What stands between the quotes that a text begins with, and behind them.
fn quoted(text: &str) -> Result<(&str, &str), Error> {
    let (quote, inner) = text.split_at(1);
    match inner.split_once(quote) {
        Some((inner, behind)) if !inner.contains('\\') && !behind.starts_with(quote) => {
            Ok((inner, behind))
        }
        _ => not_plain(),
    }
}

/// Whether a value without quotes has something in it that ends it: the colon of a key, or a comment.
fn is_cut(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b':', b'#', bytes).any(|at| match bytes[at] {
        b':' => bytes.get(at + 1).is_none_or(|next| *next == b' '),
        _ => at > 0 && bytes[at - 1] == b' ',
    })
}
