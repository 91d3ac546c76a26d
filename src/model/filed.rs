//! What a document says about a record in another file: reports and evidence in separate lists.

use std::collections::HashMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};

use super::{Commitment, Evidence, Id, List, Programme, Record, Report, Vocabulary};

/// A part of a record that may stand under it, or in a list of its own that names the record.
pub trait Filed: DeserializeOwned + JsonSchema {
    /// The kind of record that it belongs to.
    type Owner: Record;
    /// The list of its own.
    const LIST: List;

    /// The record that it names, in a list of its own under the word for its kind.
    fn owner(&self) -> Option<&Id<Self::Owner>>;
}

impl Filed for Report {
    type Owner = Programme;
    const LIST: List = List::Reports;

    fn owner(&self) -> Option<&Id<Programme>> {
        self.programme.as_ref()
    }
}

impl Filed for Evidence {
    type Owner = Commitment;
    const LIST: List = List::Evidence;

    fn owner(&self) -> Option<&Id<Commitment>> {
        self.commitment.as_ref()
    }
}

/// Reads a list under a record, whose items name no record.
pub fn under_their_record<'de, D: Deserializer<'de>, T: Filed>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let mut items = Vec::<T>::deserialize(deserializer)?;
    // Most records have one, and a list that grows begins with room for four.
    items.shrink_to_fit();
    match items.iter().find_map(T::owner) {
        Some(_) => Err(D::Error::custom(format!("unknown field `{}`", T::Owner::KIND.word()))),
        None => Ok(items),
    }
}

/// Reads a list of its own, whose items name their records.
pub fn in_their_own_list<'de, D: Deserializer<'de>, T: Filed>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items = Vec::<T>::deserialize(deserializer)?;
    match items.iter().all(|item| item.owner().is_some()) {
        true => Ok(items),
        false => Err(D::Error::missing_field(T::Owner::KIND.word())),
    }
}

/// The schema of a list of its own: of the items, with the key that names their record.
pub fn own_list<T: Filed>(generator: &mut SchemaGenerator) -> Schema {
    let key = T::Owner::KIND.word();
    let name = format!("Filed{}", T::schema_name());
    let mut item = T::json_schema(generator);
    let mut owner = generator.subschema_for::<Id<T::Owner>>();
    owner.insert("description".to_owned(), format!("The {key} that it belongs to.").into());
    if let Some(properties) = item.get_mut("properties").and_then(|p| p.as_object_mut()) {
        properties.shift_insert(0, key.to_owned(), owner.to_value());
    }
    if let Some(required) = item.get_mut("required").and_then(|r| r.as_array_mut()) {
        required.insert(0, key.into());
    }
    generator.definitions_mut().insert(name.clone(), item.to_value());
    json_schema!({"type": "array", "items": {"$ref": format!("#/$defs/{name}")}})
}

/// Where the reports and the evidence that stood in lists of their own have gone: of each item, in the order of its
/// list, the position of its record and its place there, or nothing where the dataset has no such record.
#[derive(Debug, Clone, Default)]
pub struct Joined {
    /// The reports, which go to programmes.
    pub reports: Vec<Option<(usize, usize)>>,
    /// The evidence, which goes to commitments.
    pub evidence: Vec<Option<(usize, usize)>>,
}

/// Moves each item to its record, by `put`, which says at which place it is then.
pub fn join<T: Filed>(
    items: &mut Vec<T>,
    owners: &mut [T::Owner],
    put: impl Fn(&mut T::Owner, T) -> usize,
) -> Vec<Option<(usize, usize)>> {
    if items.is_empty() {
        return Vec::new();
    }
    // In reverse, so that the first of several with one id is the one that stays.
    let ids = owners.iter().enumerate().rev();
    let positions: HashMap<String, usize> =
        ids.map(|(position, owner)| (owner.id().to_string(), position)).collect();
    let mut places = Vec::with_capacity(items.len());
    for item in std::mem::take(items) {
        let position = item.owner().and_then(|id| positions.get(id.as_str()).copied());
        match position.and_then(|position| Some((position, owners.get_mut(position)?))) {
            Some((position, owner)) => places.push(Some((position, put(owner, item)))),
            None => {
                places.push(None);
                items.push(item);
            }
        }
    }
    places
}
