//! The digest of a dataset.

use std::io::{self, Write};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::model::Dataset;

/// SHA-256 of the records as compact JSON: the same for the same records in the same order, in whatever files and
/// format.
pub fn digest(dataset: &Dataset) -> Result<String> {
    let mut hash = Hash(Sha256::new());
    serde_json::to_writer(&mut hash, dataset.records())?;
    Ok(hash.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

struct Hash(Sha256);

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
