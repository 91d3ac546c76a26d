//! Folders that hold a dataset which nobody has named.

use std::fs;
use std::path::Path;

use crate::load;
use crate::model::List;

/// Whether a YAML file of the folder has one of the lists of a dataset.
pub fn holds_dataset(folder: &Path) -> bool {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let is_yaml = |path: &Path| {
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        load::is_dataset_file(path) && (ending == "yaml" || ending == "yml")
    };
    files
        .filter(|path| is_yaml(path))
        .any(|path| fs::read_to_string(path).is_ok_and(|text| has_list(&text)))
}

fn has_list(text: &str) -> bool {
    let key = |line: &str| line.split_once(':').is_some_and(|(key, _)| key.parse::<List>().is_ok());
    text.lines().any(key)
}
