//! The records of a dataset and what they mean.
//!
//! Every fact comes from a report: a record has an identity (id, name, kind), and what is said about
//! it is kept with the document and the paragraph that say so. Nothing here reads or prints.

mod agency;
mod commitment;
mod content;
mod country;
mod coverage;
mod dataset;
mod date;
mod document;
mod figure;
mod filed;
mod id;
mod kind;
mod label;
mod lineage;
mod mentions;
mod name;
mod party;
mod pillar;
mod placeholder;
mod programme;
mod record;
mod reference;
mod region;
mod schema;
mod shape;
mod silence;
mod source;
mod status;
mod text;
mod timing;
mod vocabulary;

pub use agency::{Agency, AgencyKind, ExternalIds, FormerName};
pub use commitment::{
    Change, Commitment, Evidence, Force, ForceClass, Link, Repetition, Untracked,
};
pub use content::{Content, Fields, Leaf, LeafKind, Step};
pub use country::Country;
pub use coverage::{
    Comparison, Coverage, MOST_PARAGRAPHS, OutOfScope, ReadParagraphs, follows, labels, turned,
};
pub use dataset::{Dataset, Records};
pub use date::{Date, MONTHS};
pub use document::{
    CitedAs, Document, DocumentKind, FieldPlace, Section, encoded_path, resolution_symbol,
};
pub use figure::{Figure, Qualifier};
pub use filed::{Filed, Joined};
pub use id::{Id, short_slug, slug};
pub use kind::{Kind, List};
pub use label::{is_odd_label, label_key, numbers_in, same_label, without_paragraph_word};
pub use lineage::Lineage;
pub use name::loose_key;
pub use party::{Group, Party};
pub use pillar::Pillar;
pub use placeholder::{TO_WRITE, is_placeholder, unnamed_activity};
pub use programme::{
    FiledBy, Participant, Programme, ProgrammeKind, Report, Role, SoleParticipant,
};
pub use record::{AnyRecord, Record};
pub use reference::{
    NamedParagraph, Reference, for_each_paragraph, for_each_reference, references,
};
pub use region::Region;
pub use shape::{Field, Shape};
pub use silence::Excuse;
pub use source::{Citation, External, paragraph_number};
pub use status::{Standing, Status};
pub use text::{
    Natural, Text, capitalised, counted, enumerated, fold, has_words, key, several, snake,
};
pub use timing::Timing;
pub use vocabulary::Vocabulary;
pub(crate) use vocabulary::vocabulary;
