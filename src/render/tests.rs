use super::*;

#[test]
fn workbooks_of_before_2007_have_no_format() {
    assert_eq!(Format::from_extension("xls"), None);
}

#[test]
fn long_numbers_are_read_in_groups() {
    assert_eq!(
        [0, 999, 1000, 34_000, 1_234_567].map(|n: u32| in_groups(&n.to_string())),
        ["0", "999", "1,000", "34,000", "1,234,567"]
    );
    assert_eq!(figure("more than 34000 people (trained)"), "more than 34,000 people (trained)");
    assert_eq!(figure("1234.5 t (seized)"), "1,234.5 t (seized)");
    assert_eq!(figure("up to 27 countries (reached)"), "up to 27 countries (reached)");
    let text = |text: &str| Cell::Text(text.to_owned());
    for id in ["contributions-to-cnd-2019 (linked)", "2019 people (x)"] {
        assert_eq!(for_people(&text(id)), id);
    }
}
