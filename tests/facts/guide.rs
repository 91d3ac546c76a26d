//! What `data/README.md` tells an editor is true.

use std::fs;

use cnd_tracker::load::{Source, load};
use cnd_tracker::model::{
    AgencyKind, DocumentKind, FiledBy, Force, Group, Link, ProgrammeKind, Qualifier, Role,
    Vocabulary,
};

const GUIDE: &str = include_str!("../../data/README.md");

#[test]
fn its_examples_load_beside_the_shipped_files() {
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir("data").unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let examples: Vec<&str> =
        GUIDE.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(examples.len(), 2);
    for (number, example) in examples.iter().enumerate() {
        fs::write(folder.path().join(format!("zz-{number}.yaml")), example).unwrap();
    }
    let shipped = load(&Source::Embedded).unwrap().records().len();
    let data = load(&Source::Path(folder.path().to_owned())).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(data.records().len(), shipped + 5);
}

fn named_in_guide(words: Vec<&str>) {
    for word in words {
        assert!(GUIDE.contains(&format!("`{word}`")), "`{word}` is not explained");
    }
}

#[test]
fn it_explains_every_word_of_every_vocabulary() {
    named_in_guide(AgencyKind::words());
    named_in_guide(DocumentKind::words());
    named_in_guide(ProgrammeKind::words());
    named_in_guide(FiledBy::words());
    named_in_guide(Role::words());
    named_in_guide(Qualifier::words());
    named_in_guide(Force::words());
    named_in_guide(Group::words());
    named_in_guide(Link::words());
}
