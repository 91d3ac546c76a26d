//! What the parsers say, for those who do not know their words.

/// The meaning of a message, and the way out, by a table: in each of its lines stand a part of the message, what it
/// means (`=` where that is clear), and the way out.
pub fn plain_words<'w>(message: &'w str, table: &'w str) -> Option<(&'w str, &'w str)> {
    table.lines().find_map(|row| {
        let [of, words, help] = row.split(" | ").collect::<Vec<_>>()[..] else { return None };
        message.contains(of).then_some((if words == "=" { message } else { words }, help))
    })
}

#[cfg(test)]
mod tests {
    use super::plain_words;

    #[test]
    fn each_line_of_the_tables_has_three_parts_and_can_be_reached() {
        for table in [include_str!("words_of_yaml.txt"), include_str!("words_of_json.txt")] {
            for row in table.lines() {
                let parts: Vec<&str> = row.split(" | ").collect();
                let [of, words, help] = parts[..] else { panic!("{row:?}") };
                assert!(parts.iter().all(|part| !part.trim().is_empty()), "{row:?}");
                let words = if words == "=" { of } else { words };
                assert_eq!(plain_words(of, table), Some((words, help)));
            }
        }
    }

    #[test]
    fn an_empty_line_is_no_part_of_a_message() {
        assert_eq!(
            plain_words("odd sign", "\nsign | = | delete it"),
            Some(("odd sign", "delete it"))
        );
        assert_eq!(plain_words("odd", "sign | = | delete it"), None);
    }
}
