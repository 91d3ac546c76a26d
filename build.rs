//! Gathers the files of `data/` into one JSON text, which the program reads at every start: JSON is
//! read many times as fast as YAML; and names those files, for the commands that show them.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    let mut dataset = Map::new();
    let mut shipped = String::new();
    let mut paths: Vec<_> = fs::read_dir("data")?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
    {
        let full = fs::canonicalize(path)?;
        write!(shipped, "({:?}, include_str!({:?})),", path.display().to_string(), full)?;
        let lists: Map<String, Value> = serde_yaml::from_str(&fs::read_to_string(path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        for (key, records) in lists {
            let (Value::Array(records), Value::Array(all)) =
                (records, dataset.entry(&key).or_insert_with(|| Value::Array(Vec::new())))
            else {
                return Err(format!("{}: `{key}` is not a list", path.display()).into());
            };
            all.extend(records);
        }
    }
    let target = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let target = Path::new(&target);
    fs::write(target.join("dataset.json"), serde_json::to_string(&dataset)?)?;
    fs::write(target.join("shipped.rs"), format!("&[{shipped}]"))?;
    Ok(())
}
