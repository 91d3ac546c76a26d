//! What people type first for a command or an option, and what it is called here.

/// A line for words that people type for a command: the words, and what to type. The first line that has a word counts.
const COMMANDS: &str = include_str!("synonyms/commands.txt");

/// The same for options; before the words stand the commands in which they are meant so, if not in all.
const OPTIONS: &str = include_str!("synonyms/options.txt");

/// What to type instead of this command.
pub fn command(word: &str) -> Option<&'static str> {
    // WHO is no question.
    let is_acronym = word.chars().all(char::is_uppercase) && word != "NGO";
    let word = if is_acronym { word.to_owned() } else { word.to_lowercase() };
    COMMANDS.lines().find_map(|line| {
        let (words, help) = line.split_once(": ")?;
        has(words, &word).then_some(help)
    })
}

/// What to type instead of this option of a command, where `takes` says whether it has an option that the help names.
pub fn option(command: &str, option: &str, takes: impl Fn(&str) -> bool) -> Option<&'static str> {
    let name = option.trim_start_matches('-').to_lowercase().replace('_', "-");
    OPTIONS.lines().find_map(|line| {
        let (words, help) = line.split_once(": ")?;
        let (commands, words) = words.split_once(" | ").unwrap_or(("", words));
        let is_meant = commands.is_empty() || has(commands, command);
        (is_meant && has(words, &name) && options_in(help).all(&takes)).then_some(help)
    })
}

/// The options of the command itself that a help names: those in backticks belong to other commands.
fn options_in(help: &str) -> impl Iterator<Item = &str> {
    let own = help.split('`').step_by(2).flat_map(|text| text.split([' ', ',']));
    let is_option = |word: &str| word.starts_with("--") || word.starts_with('-') && word.len() == 2;
    let names = own.filter(move |word| is_option(word)).map(|word| word.trim_start_matches('-'));
    names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}
