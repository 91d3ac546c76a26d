//! Documents: the sources of the dataset, and the instruments that they cite.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use super::record::record;
use super::vocabulary::words;
use super::{Agency, Citation, Coverage, Date, External, Id, Pillar, Text, fold, paragraph_number};

/// A note, resolution, declaration, report or other instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its id.
    pub id: Id<Document>,
    /// Its official symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Text>,
    /// Other symbols.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_symbols: Vec<Text>,
    /// Short title, for citing a document without a symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_title: Option<Text>,
    /// Its title.
    pub title: Text,
    /// Other forms under which it is cited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// Its kind.
    pub kind: DocumentKind,
    /// The body that adopted or received it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Id<Agency>>,
    /// The session of that body, by number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u16>,
    /// When it was issued or adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Whether it belongs to a series that reports periodically on the commitments.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub periodic: bool,
    /// What has been read, if the dataset uses it as a source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
    /// Its headings and the paragraphs under each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Incorrect citations of it in other documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cited_as: Vec<CitedAs>,
    /// A note for readers that fits no other field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Text>,
    /// Open questions; `cnd check` warns about each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Text>,
    /// Where a document of the dataset names it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Citation>,
    /// The places that give the value of a field, if not all do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<FieldPlace>,
    /// Fields above that do not come from the source documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external: Vec<External>,
    /// Former ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<Id<Document>>,
}

impl Document {
    /// What an edition of a series has instead of a date with its month, if it has none: what comes before and
    /// after it can then be mistaken.
    pub fn vague_date(&self) -> Option<&'static str> {
        match self.date {
            _ if !self.periodic => None,
            Some(date) => date.vague(),
            None => Some("no date"),
        }
    }

    /// What has been read of it, if something has.
    pub fn reading(&self) -> Option<&Coverage> {
        self.coverage.as_ref().filter(|coverage| !coverage.read.is_empty())
    }

    /// Every name that it goes by: symbols, titles, and the wrong forms under which it is cited.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        let symbols = self.symbol.iter().chain(&self.other_symbols);
        let wrong = self.cited_as.iter().map(|cited| &cited.form);
        symbols.chain(&self.short_title).chain([&self.title]).chain(&self.aliases).chain(wrong)
    }

    /// What stands for it in a cell: its symbol, or its short title, or its id where it has neither.
    pub fn label(&self) -> &str {
        let short = self.symbol.as_ref().or(self.short_title.as_ref());
        short.map_or(self.id.as_str(), |short| &**short)
    }

    /// By which documents are put in order: the oldest first, those without a date last.
    pub fn order_in_time(&self) -> impl Ord + use<> {
        let first_day = self.date.map(Date::first_day);
        (first_day.is_none(), first_day, self.label().to_owned())
    }

    /// The address at which the United Nations has it, where it bears a symbol.
    pub fn link(&self) -> Option<String> {
        let symbol = self.symbol.as_deref().filter(|symbol| symbol.contains('/'))?;
        Some(format!("https://undocs.org/{}", encoded_path(symbol)))
    }

    /// These documents in one line.
    pub fn labels(documents: &[&Self]) -> String {
        documents.iter().map(|document| document.label()).collect::<Vec<_>>().join(", ")
    }
}

/// Bodies whose resolutions people name in words, the beginning of their symbols behind each.
const BODIES: [(&str, &str); 7] = [
    ("general assembly ", "A/RES/"),
    ("unga ", "A/RES/"),
    ("ga ", "A/RES/"),
    ("economic and social council ", "E/RES/"),
    ("ecosoc ", "E/RES/"),
    ("security council ", "S/RES/"),
    ("human rights council ", "A/HRC/RES/"),
];

/// The symbol of a resolution that is named in words, without a body its number: `A/RES/74/178` for `UNGA resolution
/// 74/178`.
pub fn resolution_symbol(name: &str) -> Option<String> {
    let name = fold(name);
    let of_body = BODIES.iter().find_map(|(body, symbol)| Some((name.strip_prefix(body)?, symbol)));
    let (rest, symbol) = of_body.map_or((&*name, ""), |(rest, symbol)| (rest, symbol));
    let number = ["resolution ", "res. ", "res "].iter().find_map(|word| rest.strip_prefix(word));
    let number = number.or(of_body.map(|(rest, _)| rest))?;
    number.starts_with(|c: char| c.is_ascii_digit()).then(|| format!("{symbol}{number}"))
}

/// A path as it stands in an address: whatever is no letter, digit or one of these signs is percent-encoded.
pub fn encoded_path(path: &str) -> String {
    const ENCODED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(path, ENCODED).to_string()
}

/// A heading of a document and the numbered paragraphs under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading, as it stands.
    pub heading: Text,
    /// The first numbered paragraph under it.
    pub first: u16,
    /// The last numbered paragraph under it.
    pub last: u16,
    /// The pillar that the heading names, if it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pillar: Option<Id<Pillar>>,
}

impl Section {
    /// Whether a paragraph stands under it, by its number.
    pub fn holds(&self, paragraph: &str) -> bool {
        let number = paragraph_number::<u16>(paragraph);
        number.is_some_and(|number| (self.first..=self.last).contains(&number))
    }

    /// Its place in the document: `para. 6`, `paras. 3–5`.
    pub fn place(&self) -> String {
        if self.first == self.last {
            format!("para. {}", self.first)
        } else {
            format!("paras. {}–{}", self.first, self.last)
        }
    }
}

/// The place that gives the values of some fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldPlace {
    /// The names of the fields.
    #[schemars(length(min = 1))]
    pub fields: Vec<Text>,
    /// The document that says it.
    pub document: Id<Document>,
    /// The paragraph in which it does.
    pub paragraph: Text,
}

/// An incorrect citation of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedAs {
    /// The document that cites it so.
    pub document: Id<Document>,
    /// The paragraph in which it does.
    pub paragraph: Text,
    /// What was written: a symbol, a title.
    pub form: Text,
    /// The address that was given with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Text>,
}

words! {
    /// Its kind.
    pub enum DocumentKind {
        /// A note by a secretariat.
        Note,
        /// A conference room paper other than such a note.
        ConferenceRoomPaper,
        /// A resolution of an intergovernmental body.
        Resolution,
        /// A political or ministerial declaration, a joint statement.
        Declaration,
        /// An outcome document of a special session.
        OutcomeDocument,
        /// A decision of an executive body.
        Decision,
        /// A common position of the United Nations system.
        CommonPosition,
        /// A report.
        Report,
        /// A strategy or plan of action.
        Strategy,
        /// An agenda.
        Agenda,
        /// A treaty.
        Treaty,
        /// A guide, guidelines, standards or another publication.
        Publication,
    }
}

record!(Document, documents, title);
