//! Looking up a name that no record has exactly.

use super::key;

/// `text` as [`key`] has it, without punctuation, spaces and articles, and with one spelling of -ise and -ize and of
/// "Section" and "Sect."; two numbers stay apart.
pub fn loose_key(text: &str) -> String {
    let key = key(text).replace("iz", "is").replace("yz", "ys").replace("section", "sect");
    let words: Vec<&str> = key.split(' ').filter(|word| *word != "the").collect();
    let mut out = String::with_capacity(key.len());
    let is_sign = |c: char| c == ' ' || c.is_ascii_punctuation() || matches!(c, '“' | '”');
    for part in words.join(" ").split(is_sign) {
        let is_digit = |c: char| c.is_ascii_digit();
        if out.ends_with(is_digit) && part.starts_with(is_digit) {
            out.push(' ');
        }
        out += part;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_signs_spaces_and_spellings_make_no_difference() {
        for (name, other) in [
            ("the U.P.U.", "UPU"),
            ("World Customs Organisation", "World Customs Organization"),
            ("Democratic Republic of the Congo", "democratic republic of Congo"),
            ("A/80/6 (Sect. 16)", "a / 80/6(sect 16)"),
            ("E/CN.7/2024/CRP.3", "e cn7 2024 crp3"),
        ] {
            assert_eq!(loose_key(name), loose_key(other));
        }
        for (name, other) in [("Republic of the Congo", "Congo"), ("A/74/17", "A/7/417")] {
            assert_ne!(loose_key(name), loose_key(other));
        }
    }
}
