//! "The Joint Programme" in papers that cite those of one in their head.

use super::super::Mention;
use super::{LEXICON, paper};
use crate::document::Kind;

/// The references back in a paper with this symbol whose head cites one of UNAIDS.
fn guesses(symbol: Option<&str>) -> Vec<Mention> {
    let mut paper = paper(symbol, &["See UNAIDS/PCB(40)/17.4", "The Joint Programme met."]);
    paper.paragraphs[0].kind = Kind::Heading;
    let read = super::super::read(paper, &LEXICON, false);
    read.mentions.into_iter().flatten().filter(|mention| mention.is_guess).collect()
}

#[test]
fn it_is_none_in_a_paper_with_a_symbol_of_another_body() {
    assert_eq!(guesses(Some("E/CN.7/2027/CRP.9")), []);
    assert_eq!(guesses(None)[0].ids, ["unaids"]);
}
