//! Citations as links to the document that they name.

use std::collections::BTreeMap;

use crate::model::Dataset;

/// Where the documents of a dataset can be read, by what stands for them in a cell.
pub struct Links<'a> {
    addresses: BTreeMap<&'a str, String>,
}

impl<'a> Links<'a> {
    /// The addresses of the documents that bear a symbol of the United Nations.
    pub fn new(dataset: &'a Dataset) -> Self {
        let documents = dataset.records().documents.iter();
        let linked = documents.filter_map(|document| Some((document.label(), document.link()?)));
        Self { addresses: linked.collect() }
    }

    /// The link of a text that begins with a citation, such as `A/RES/74/178, para. 3: …`: its address, and how
    /// much of the text it covers.
    pub fn find(&self, text: &str) -> Option<(&str, usize)> {
        let ends = text.match_indices([',', ':']).map(|(at, _)| at).chain([text.len()]);
        let mut known = ends.filter_map(|end| Some((end, self.addresses.get(&text[..end])?)));
        let (end, address) = known.next_back()?;
        let length = text[end..].find(": ").map_or(text.len(), |at| end + at);
        Some((address, length))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_citation_is_linked_as_far_as_it_goes() {
        let document = |symbol: &str, id: &str| json!({"id": id, "symbol": symbol, "title": id, "kind": "note"});
        let records = json!({"documents": [
            document("A/80/6 (Sect. 16)", "a"), document("E/1", "b"), document("E/1, part 2", "c"),
        ]});
        let dataset = Dataset::new("test".to_owned(), serde_json::from_value(records).unwrap());
        let links = Links::new(&dataset);
        let found = |text: &str| {
            let (address, length) = links.find(text)?;
            Some((address.to_owned(), text[..length].to_owned()))
        };
        let link = |address: &str, text: &str| {
            Some((format!("https://undocs.org/{address}"), text.to_owned()))
        };
        let sector = "A/80/6 (Sect. 16), para. 3";
        assert_eq!(found(sector), link("A/80/6%20%28Sect.%2016%29", sector));
        let evidence = "E/1, para. 3: work (stated: in part)";
        assert_eq!(found(evidence), link("E/1", "E/1, para. 3"));
        assert_eq!(
            found("E/1, part 2, para. 1"),
            link("E/1%2C%20part%202", "E/1, part 2, para. 1")
        );
        assert_eq!(found("E/1"), link("E/1", "E/1"));
        assert_eq!(found("E/12, para. 3"), None);
    }
}
