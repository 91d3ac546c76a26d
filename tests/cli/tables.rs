//! Tables on terminals of every width, and what is written to files.

use cnd_tracker::load::{Source, load};
use cnd_tracker::query::KINDS;
use cnd_tracker::render::{Envelope, Format, Style, render};

use crate::listings;
use crate::support::Test;

/// Every listing, with what narrows some of them.
const LISTINGS: [&str; 20] = [
    "",
    "programmes",
    "programmes --pillar supply-reduction",
    "programmes --agency WHO",
    "agencies",
    "agencies --with UNODC",
    "pillars",
    "documents",
    "commitments",
    "gaps",
    "commitments --instrument 74/178 --limit 20",
    "gaps --document note-2020",
    "search prison",
    "search drug",
    "diff --documents note-2020 E/2024/28",
    "stats",
    "stats --by agency",
    "stats --by pillar --across kind",
    "network --around UNODC",
    "show UNODC",
];

#[test]
fn a_wider_terminal_hides_no_column_that_a_narrower_one_shows() {
    for listing in LISTINGS {
        let hidden = [60, 80, 100, 120, 160, 200].map(|width| {
            let width = width.to_string();
            let args = listing.split_whitespace().chain(["--width", &width]);
            let run = Test::new(args).output();
            assert!(run.stdout.lines().all(|line| line.chars().count() <= width.parse().unwrap()));
            let hidden = run.stderr.split_once("hidden to fit: ").unwrap_or_default().1;
            let hidden = hidden.split_once(" (").unwrap_or_default().0;
            hidden.split(", ").map(str::to_owned).collect::<Vec<_>>()
        });
        for [narrow, wide] in hidden.array_windows() {
            let known = |name: &String| name.is_empty() || narrow.contains(name);
            assert!(wide.iter().all(known), "{listing}: {narrow:?}, {wide:?}");
        }
    }
}

#[test]
fn no_card_has_an_id_that_is_parted_like_a_number() {
    let dataset = load(&Source::Embedded).unwrap();
    let mut cards = String::new();
    for record in KINDS.iter().flat_map(|kind| dataset.records().of(*kind)) {
        let (card, mut out) = (listings::card(record, &dataset), Vec::new());
        render(&card, Format::Table, &Style::default(), &Envelope::default(), &mut out).unwrap();
        cards.push_str(&String::from_utf8(out).unwrap());
    }
    let is_parted = |at: usize| {
        let text = &cards.as_bytes()[at..];
        matches!(text, [b'-', first, b',', rest @ ..] if first.is_ascii_digit()
            && rest.len() > 2 && rest[..3].iter().all(u8::is_ascii_digit))
    };
    let parted: Vec<&str> = (0..cards.len())
        .filter(|at| is_parted(*at))
        .filter_map(|at| cards.get(at..at + 9))
        .collect();
    assert_eq!(parted, [""; 0]);
    assert!(cards.contains("about 34,000 patients"), "the figures are");
}

#[test]
fn a_table_is_not_narrower_than_can_be_read() {
    for width in ["0", "19", "ten"] {
        let run = Test::small("pillars --width").arg(width).output();
        let said = format!("error: --width takes a whole number from 20, not `{width}`");
        assert!(run.stderr.contains(&said), "{}", run.stderr);
        assert_eq!((run.stdout.as_str(), run.status), ("", 2));
    }
}

#[test]
fn a_file_is_named_when_it_is_written() {
    for (args, file) in
        [("-o a.csv", "a.csv"), ("-f csv -o a.txt", "a.txt"), ("-o a.json", "a.json")]
    {
        let run = Test::small(&format!("pillars --limit 1 {args}")).output();
        let said = format!("wrote {file}: 1 of ");
        assert!(run.stderr.starts_with(&said), "{}", run.stderr);
    }
}
