//! Gathers the files of `data/` into one JSON text, which the program reads at every start: JSON is
//! read many times as fast as YAML.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    let mut dataset = Map::new();
    let mut paths: Vec<_> = fs::read_dir("data")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
    {
        let lists: Map<String, Value> = serde_yaml::from_str(&fs::read_to_string(path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        for (key, records) in lists {
            if dataset.insert(key.clone(), records).is_some() {
                return Err(
                    format!("{}: `{key}` stands in another file too", path.display()).into()
                );
            }
        }
    }
    let target =
        Path::new(&env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?).join("dataset.json");
    fs::write(target, serde_json::to_string(&dataset)?)?;
    Ok(())
}
