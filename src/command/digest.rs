//! The digest of a dataset.

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::model::Dataset;

/// SHA-256 of the records as compact JSON: the same for the same records in the same order, in whatever files and
/// format.
pub fn digest(dataset: &Dataset) -> Result<String> {
    let json = serde_json::to_vec(dataset.records())?;
    Ok(Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect())
}
