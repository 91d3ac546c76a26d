//! Values quoted for a shell, for help that can be pasted.

use std::borrow::Cow;

/// The text as a shell takes it for one word.
pub fn shell_word(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_alphanumeric() || "_./-+:@%,".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(format!("'{}'", text.replace('\'', "'\\''")))
    }
}

/// A path as a shell hands it over unchanged, and as no option.
pub fn argument(path: &str) -> String {
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    shell_word(&path).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_can_be_pasted_into_a_shell() {
        assert_eq!(argument("data/é.yaml"), "data/é.yaml");
        assert_eq!(argument("my data/a.yaml"), "'my data/a.yaml'");
        assert_eq!(argument("-o"), "./-o");
        assert_eq!(argument(""), "''");
        assert_eq!(argument("it's"), "'it'\\''s'");
    }
}
