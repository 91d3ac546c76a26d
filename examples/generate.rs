//! Writes a synthetic dataset of any size to standard output:
//!
//! ```text
//! cargo run --release --example generate -- --programmes 10000 --format yaml > big.yaml
//! cnd --data big.yaml programmes --pillar demand-reduction --agency WHO
//! ```
//!
//! The same number and seed give the same dataset.

use std::io::{self, BufWriter, Write};

use clap::Parser;

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

use synthetic::Format;

/// Writes a synthetic dataset to standard output.
#[derive(Parser)]
struct Args {
    /// How many programmes; there is a commitment for every twenty of them
    #[arg(long, default_value_t = 1000, value_name = "N")]
    programmes: usize,
    /// What it is written in
    #[arg(long, value_enum, default_value = "yaml")]
    format: Format,
    /// Another seed gives other records
    #[arg(long, default_value_t = 0, value_name = "N")]
    seed: u64,
}

fn main() -> io::Result<()> {
    let args = Args::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    synthetic::write(args.programmes, args.seed, args.format, &mut out)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cnd_tracker::load::{Source, load};

    /// The records of a synthetic dataset, loaded.
    fn loaded(format: Format, ending: &str) -> serde_json::Value {
        let mut file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
        synthetic::write(50, 7, format, &mut file).unwrap();
        let dataset = load(&Source::Path(file.path().to_owned())).unwrap();
        serde_json::to_value(dataset.records()).unwrap()
    }

    #[test]
    fn both_formats_hold_the_same_valid_dataset() {
        let yaml = loaded(Format::Yaml, ".yaml");
        assert_eq!(yaml["programmes"].as_array().unwrap().len(), 50);
        assert_eq!(yaml, loaded(Format::Json, ".json"));
    }
}
