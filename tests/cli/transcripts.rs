//! What the program writes for what it is asked: a test for each file of `transcripts/`, by its name.

use std::collections::BTreeSet;
use std::fs;

use crate::support::transcript;

macro_rules! transcripts {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                transcript(stringify!($name));
            }
        )*

        #[test]
        fn every_file_has_its_test() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/transcripts");
            let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
            let files: BTreeSet<String> = names.map(|name| name.into_string().unwrap()).collect();
            assert_eq!(files, [$(concat!(stringify!($name), ".txt").to_owned()),*].into());
        }
    };
}

transcripts! {
    agencies
    commitments
    diff
    documents
    editions
    gaps
    network
    output
    overview
    pillars
    programmes
    questions
    search
    show
    stats
    trace
}
