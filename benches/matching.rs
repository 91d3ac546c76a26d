//! How fast the names of the shipped dataset are found in 60 MB, against `rg -F -c -f` with the same names:
//! processor time of both on the same text in turn, so that the ratio can be held where others work too.
//!
//! `cargo bench --bench matching` needs rg and Linux; `CND_BENCH_TEXT=FILE` takes a text of your own.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "a benchmark reports, or is to stop")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use cnd_tracker::load::{self, SHIPPED, Source};
use cnd_tracker::scan::Lexicon;

/// How long the text is, in bytes.
const LENGTH: usize = 60_000_000;
/// How often both are run.
const RUNS: usize = 7;

fn main() {
    let dataset = load::load(&Source::Embedded).expect("the shipped dataset is valid");
    let lexicon = Lexicon::of(&dataset);
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let (text, names) = (folder.path().join("text"), folder.path().join("names"));
    let prose = prose();
    fs::write(&text, &prose).expect("it is written");
    let forms: Vec<&str> = lexicon.forms().collect();
    fs::write(&names, forms.join("\n")).expect("it is written");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let before = user_time(OURS);
        let places = lexicon.count(&prose);
        ours.push(user_time(OURS) - before);
        assert!(places > 1_000, "the text names what the dataset names");
        let before = user_time(THEIRS);
        rg(&text, &names);
        theirs.push(user_time(THEIRS) - before);
    }
    let (ours, theirs) = (median(ours), median(theirs));
    println!(
        "{} names, {} MB: rg {theirs}, cnd {ours} ticks",
        forms.len(),
        prose.len() / 1_000_000
    );
    println!("cnd matches at {:.2} of the speed of rg", theirs as f64 / ours as f64);
}

/// The text: the file that is given, or the shipped dataset, over and over.
fn prose() -> String {
    let once = match std::env::var_os("CND_BENCH_TEXT") {
        Some(path) => fs::read_to_string(path).expect("the text can be read"),
        None => SHIPPED.iter().map(|(_, text)| *text).collect(),
    };
    once.repeat(LENGTH.div_ceil(once.len().max(1)))
}

fn rg(text: &Path, names: &Path) {
    let mut command = Command::new("rg");
    command.args(["-F", "-c", "-f"]).args([names, text]).stdout(Stdio::null());
    assert!(command.status().expect("rg is installed").success(), "rg finds names");
}

/// The fields of `/proc/self/stat` that hold the user time of this process and of its children.
const OURS: usize = 13;
const THEIRS: usize = 15;

fn user_time(field: usize) -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("this is Linux");
    // The name of the process is the second field, and may hold spaces.
    let rest = stat.rsplit_once(')').map_or(stat.as_str(), |(_, rest)| rest);
    let value = rest.split_whitespace().nth(field - 2).and_then(|value| value.parse().ok());
    value.expect("the times are numbers")
}

fn median(mut times: Vec<u64>) -> u64 {
    times.sort_unstable();
    times[times.len() / 2].max(1)
}
