//! Citations as links to the document that they name.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::Dataset;

/// Where the documents of a dataset can be read, by what stands for them in a cell.
pub struct Links<'a> {
    addresses: BTreeMap<&'a str, String>,
}

/// The link of a citation: the address, and how much of the text it covers.
pub struct Link<'l> {
    /// The address.
    pub address: &'l str,
    /// The length of the part of the text that is the citation.
    pub length: usize,
}

impl<'a> Links<'a> {
    /// The addresses of the documents that bear a symbol of the United Nations.
    pub fn new(dataset: &'a Dataset) -> Self {
        let documents = dataset.records().documents.iter();
        let linked =
            documents.filter_map(|document| Some((document.label(), address(document.label())?)));
        Self { addresses: linked.collect() }
    }

    /// The link of a text that begins with a citation, such as `A/RES/74/178, para. 3: …`.
    pub fn find(&self, text: &str) -> Option<Link<'_>> {
        let ends = text.match_indices([',', ':']).map(|(at, _)| at).chain([text.len()]);
        let (end, address) =
            ends.filter_map(|end| Some((end, self.addresses.get(&text[..end])?))).last()?;
        let length = text[end..].find(": ").map_or(text.len(), |at| end + at);
        Some(Link { address, length })
    }
}

/// Where the document with this symbol can be read; nothing for what is no symbol of the United Nations.
fn address(symbol: &str) -> Option<String> {
    if !symbol.contains('/') || !symbol.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let mut address = "https://undocs.org/".to_owned();
    for byte in symbol.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        if byte.is_ascii_alphanumeric() || b"/.()-_".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    Some(address)
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
            let link = links.find(text)?;
            Some((link.address.to_owned(), text[..link.length].to_owned()))
        };
        let link = |address: &str, text: &str| {
            Some((format!("https://undocs.org/{address}"), text.to_owned()))
        };
        let sector = "A/80/6 (Sect. 16), para. 3";
        assert_eq!(found(sector), link("A/80/6(Sect.16)", sector));
        let evidence = "E/1, para. 3: work (stated: in part)";
        assert_eq!(found(evidence), link("E/1", "E/1, para. 3"));
        assert_eq!(found("E/1, part 2, para. 1"), link("E/1%2Cpart2", "E/1, part 2, para. 1"));
        assert_eq!(found("E/1"), link("E/1", "E/1"));
        assert_eq!(found("E/12, para. 3"), None);
    }

    #[test]
    fn an_address_is_always_one_of_the_same_site() {
        assert_eq!(address("javascript:alert(1)//"), None);
        assert_eq!(address("note-2020"), None);
        assert_eq!(
            address("A/\"><script>?#é").as_deref(),
            Some("https://undocs.org/A/%22%3E%3Cscript%3E%3F%23%C3%A9")
        );
    }
}
