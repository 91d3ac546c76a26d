//! What a lexicon of few forms finds, and which groups the shipped one has.

use std::collections::BTreeSet;

use super::{Builder, Kind, Lexicon, groups};
use crate::model::{Group, Vocabulary};

fn of(kind: Kind, name: &str) -> Lexicon {
    let mut builder = Builder::default();
    builder.add(kind, "id", name, false);
    builder.finish()
}

/// A number is not the beginning of a longer one with the mark of a note.
#[test]
fn numbers_of_titles_end_with_their_digits() {
    let lexicon = of(Kind::Symbol, "resolution 68/1");
    for (text, count) in [("resolution 68/1", 1), ("Resolution 68/1.", 1), ("résolution 68/196", 0)]
    {
        assert_eq!(lexicon.count(text), count, "{text}");
    }
}

/// A letter with a mark begins a name, behind a curly quotation mark too.
#[test]
fn names_begin_with_any_letter() {
    let lexicon = of(Kind::Region, "Åland Islands");
    for (text, count) in [("Åland Islands", 1), ("the “Åland Islands”", 1), ("éÅland Islands", 0)]
    {
        assert_eq!(lexicon.count(text), count, "{text}");
    }
}

#[test]
fn an_acronym_that_is_a_word_names_nothing_before_its_noun() {
    let mut builder = Builder::default();
    builder.add(Kind::Programme, "smart", "SMART", true);
    let lexicon = builder.finish();
    let read = |text| super::super::read(super::paper(None, &[text]), &lexicon, false);
    assert_eq!(read("SMART indicators").mentions[0].len(), 0);
    assert_eq!(read("the SMART programme").mentions[0].len(), 1);
}

#[test]
fn every_group_of_the_vocabulary_has_forms() {
    let ids: BTreeSet<&str> = groups().map(|(group, _)| group).collect();
    assert_eq!(ids, Group::words().into_iter().collect());
}
