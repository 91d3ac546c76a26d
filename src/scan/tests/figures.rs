//! How numbers are written.

use super::scan;

fn figures(text: &str) -> Vec<String> {
    let found = scan(None, &[text]).into_iter().filter_map(|mention| mention.figure);
    found.map(|figure| format!("{} {}", figure.value, figure.unit)).collect()
}

#[test]
fn numbers_are_read_as_they_are_written() {
    for (text, expected) in [
        ("15 of the 54 countries had replied", vec!["15 countries"]),
        ("in 12 of the 15 pilot countries", vec!["12 pilot countries"]),
        ("seven out of ten schools", vec!["7 schools"]),
        ("5 of 6 of them", vec![]),
        ("1 245 nurses and 12\u{a0}500 teachers", vec!["1245 nurses", "12500 teachers"]),
        ("1\u{2009}245\u{2009}300 pupils", vec!["1245300 pupils"]),
        ("In 2019 245 countries", vec!["245 countries"]),
        ("10.000 pupils", vec![]),
        ("1.245 million pupils", vec!["1245000 pupils"]),
        ("1.5 per cent and 0.125 per cent", vec!["1.5 per cent", "0.125 per cent"]),
        ("one hundred and twenty officers", vec!["120 officers"]),
        ("two thousand five hundred and six officers", vec!["2506 officers"]),
        ("three hundred officers and twenty judges", vec!["300 officers", "20 judges"]),
        ("one million people", vec!["1000000 people"]),
        ("a hundred schools, half a million trees", vec!["100 schools"]),
        ("one officers", vec![]),
        ("between 40 and 50 judges", vec![]),
        ("40 to 50 judges, and 30 judges", vec!["30 judges"]),
        ("rose from 40 to 50 judges", vec!["50 judges"]),
        ("40 officers and 50 judges", vec!["40 officers", "50 judges"]),
        ("three (3) workshops", vec!["3 workshops"]),
        ("three (4) workshops", vec![]),
    ] {
        assert_eq!(figures(text), expected, "{text}");
    }
}
