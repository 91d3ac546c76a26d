//! The title of the page.

const SUBJECT: &str = "Inter-agency cooperation on drug policy";

/// What the page is about: everything, or what was asked for, option by option.
pub(super) fn title(asked: &[(String, String)]) -> String {
    let option = |(option, value): &(String, String)| {
        let name = option.replace('_', " ");
        if value == "yes" { name } else { format!("{name} {value}") }
    };
    let options: Vec<String> = asked.iter().map(option).collect();
    let colon = if options.is_empty() { "" } else { ": " };
    format!("{SUBJECT}{colon}{}", options.join(", "))
}
