//! The status of a commitment: derived from the dates of documents and from evidence, never typed in.

use super::{
    Commitment, Dataset, Document, Evidence, Excuse, Link, Report, Untracked, same_label,
    vocabulary,
};

vocabulary! {
    /// The status of a commitment, as far as the documents of the dataset show it.
    ///
    /// It is never a judgement on anyone: it says what documents report, and a document that is silent does
    /// not say that nothing was done. The first of these rules that fits decides:
    ///
    /// 1. `completed`: a document after the commitment carries evidence, and says that it is carried out.
    /// 2. `reported`: a document after the commitment carries evidence.
    /// 3. `not-reported`: periodic documents after the commitment are in the dataset that had something to report
    ///    ([`Excuse`]), and none of them carries evidence. The status names them.
    /// 4. `no-later-source`: the dataset holds no such document, so that nothing in it could have reported: none
    ///    that is periodic and comes after the commitment, or only such as come before it is due; or it is for
    ///    States alone to act, of which the periodic documents do not report, or would be reported elsewhere.
    ///
    /// A commitment that affirms a role or a principle, asks for a single step of procedure, or is too general for a
    /// document to be called silent on it, is `untracked`, whatever is reported.
    ///
    /// Evidence is a report that the dataset ties to the commitment, or to an earlier one that it repeats if what is
    /// reported is later than the commitment itself ([`Commitment::inherits`]). That a commitment is carried out only a
    /// source can say: what the editors link can report it, not complete it. [`Timing`](super::Timing) defines which
    /// documents come **after** a commitment.
    pub enum Status {
        /// A later document says that it is carried out.
        Completed,
        /// A later document carries evidence.
        Reported,
        /// Later periodic documents carry none.
        NotReported,
        /// There is no later periodic document that could have reported.
        NoLaterSource,
        /// It is not tracked.
        Untracked,
    }
}

impl Status {
    /// The rule by which a commitment has this status, in a sentence.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Completed => "a later document says that it is carried out",
            Self::Reported => "a later document reports on it",
            Self::NotReported => {
                "a later periodic report on inter-agency cooperation does not report on it, and no subsequent work \
                 is linked to it"
            }
            Self::Untracked => {
                "it affirms a role or a principle, asks for a single procedural step, or is too general to be tracked"
            }
            Self::NoLaterSource => {
                "no later periodic report on inter-agency cooperation has been read, and no work later than the commitment is linked to it"
            }
        }
    }

    /// Whether a document reports it.
    pub fn is_answered(self) -> bool {
        matches!(self, Self::Completed | Self::Reported)
    }
}

/// The status of a commitment, with what it rests on.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The status.
    pub status: Status,
    /// The documents that it rests on, oldest first: those that say it is completed, that report it, or
    /// that could have reported it and are silent.
    pub documents: Vec<&'a Document>,
    /// The latest document after the commitment that carries evidence.
    pub last_document: Option<&'a Document>,
    /// Who links the evidence to the commitment, if there is any: the source (for at least some of it) or only the
    /// editors.
    pub link: Option<Link>,
    /// The earlier commitments that it repeats under which all of the evidence stands; none where some is its own.
    pub inherited: Vec<&'a Commitment>,
    /// The later periodic documents that do not report it and are not silent on it either, oldest first, with why.
    pub excused: Vec<(Excuse, &'a Document)>,
}

impl<'a> Standing<'a> {
    /// Applies the rules of [`Status`].
    pub fn of(commitment: &Commitment, dataset: &'a Dataset) -> Self {
        let (documents, excused) = (Vec::new(), Vec::new());
        let untracked = Self {
            status: Status::Untracked,
            documents,
            last_document: None,
            link: None,
            inherited: Vec::new(),
            excused,
        };
        if commitment.untracked.is_some() {
            return untracked;
        }
        let mut inherited = commitment.inherited(dataset);
        let evidence = commitment.evidence.iter().chain(inherited.iter().map(|(_, it)| *it));
        let reporting = commitment.answers(dataset, evidence.clone(), |_| true);
        if !reporting.is_empty() {
            let last_document = reporting.last().copied();
            let completing =
                commitment.answers(dataset, evidence.clone(), Evidence::says_completed);
            let is_stated = |evidence: &Evidence| evidence.link == Link::Stated;
            let stated = !commitment.answers(dataset, evidence, is_stated).is_empty();
            let link = Some(if stated { Link::Stated } else { Link::Linked });
            let (status, documents) = match completing.as_slice() {
                [] => (Status::Reported, reporting),
                _ => (Status::Completed, completing),
            };
            let is_own = !commitment.answers(dataset, &commitment.evidence, |_| true).is_empty();
            inherited.retain(|(_, evidence)| !is_own && !evidence.is_planned(dataset));
            // What is of one earlier commitment stands together.
            inherited.dedup_by(|(a, _), (b, _)| a.id == b.id);
            let inherited = inherited.into_iter().map(|(earlier, _)| earlier).collect();
            return Self { status, documents, last_document, link, inherited, ..untracked };
        }
        let mut later = dataset.periodic_documents();
        later.retain(|document| commitment.is_before(document, dataset));
        let (mut silent, mut excused) = (Vec::new(), Vec::new());
        for document in later {
            match commitment.excuse(document) {
                Some(excuse) => excused.push((excuse, document)),
                None => silent.push(document),
            }
        }
        let status = if silent.is_empty() { Status::NoLaterSource } else { Status::NotReported };
        Self { status, documents: silent, excused, ..untracked }
    }

    /// Why the commitment has its status, in a sentence.
    pub fn why(&self, commitment: &Commitment, dataset: &Dataset) -> String {
        let excuses = self.excused.chunk_by(|a, b| a.0 == b.0).map(|excused| {
            let documents: Vec<&Document> = excused.iter().map(|(_, document)| *document).collect();
            excused[0].0.why(commitment, &documents)
        });
        let linked = self.link == Some(Link::Linked);
        match self.status {
            Status::Reported if !self.inherited.is_empty() => {
                let earlier =
                    |earlier: &&Commitment| match commitment.change_words(earlier, dataset) {
                        None => earlier.id.to_string(),
                        Some(changes) => format!("{}, {changes} since", earlier.id),
                    };
                let earlier: Vec<String> = self.inherited.iter().map(earlier).collect();
                let earlier = format!("an earlier text that it repeats ({})", earlier.join("; "));
                if linked {
                    format!("a later document reports work that the editors link to {earlier}")
                } else {
                    format!("a later document reports on {earlier}")
                }
            }
            Status::Reported if linked => {
                "a later document reports work that the editors link to it".to_owned()
            }
            Status::Untracked => {
                commitment.untracked.map_or_else(|| self.status.rule(), Untracked::rule).to_owned()
            }
            Status::NoLaterSource if !self.excused.is_empty() => {
                excuses.collect::<Vec<_>>().join("; ")
            }
            status => status.rule().to_owned(),
        }
    }
}

/// These documents, each once, oldest first.
fn oldest_first<'a>(documents: impl Iterator<Item = &'a Document>) -> Vec<&'a Document> {
    let mut documents: Vec<&Document> = documents.collect();
    documents.sort_by_key(|document| (document.date, &document.id));
    documents.dedup_by_key(|document| &document.id);
    documents
}

impl Commitment {
    /// The documents after it whose evidence `counts`, oldest first.
    pub fn answered_in<'a>(
        &self,
        dataset: &'a Dataset,
        counts: impl Fn(&Evidence) -> bool,
    ) -> Vec<&'a Document> {
        let inherited = self.inherited(dataset).into_iter().map(|(_, evidence)| evidence);
        self.answers(dataset, self.evidence.iter().chain(inherited), counts)
    }

    /// The documents after it of that evidence which `counts`, oldest first.
    fn answers<'a, 'e>(
        &self,
        dataset: &'a Dataset,
        evidence: impl IntoIterator<Item = &'e Evidence>,
        counts: impl Fn(&Evidence) -> bool,
    ) -> Vec<&'a Document> {
        let counts = |evidence: &&Evidence| {
            !evidence.earlier && counts(evidence) && !evidence.is_planned(dataset)
        };
        let evidence = evidence.into_iter().filter(counts);
        let documents = evidence.filter_map(|evidence| dataset.get(&evidence.document));
        oldest_first(documents.filter(|document| self.is_before(document, dataset)))
    }
}

impl Evidence {
    /// The reports that it names: those of its programme in its paragraph of its document.
    pub fn reports<'d>(&'d self, dataset: &'d Dataset) -> impl Iterator<Item = &'d Report> {
        let programme = dataset.get(&self.programme).into_iter();
        programme
            .flat_map(|programme| &programme.reports)
            .filter(|report| report.document == self.document)
            .filter(|report| same_label(&report.paragraph, &self.paragraph))
    }

    /// Whether the report that it rests on only announces the work, so that it answers nothing yet.
    pub fn is_planned(&self, dataset: &Dataset) -> bool {
        let mut its = self.reports(dataset).peekable();
        its.peek().is_some() && its.all(|report| report.planned)
    }
}

impl Dataset {
    /// The periodic documents, oldest first.
    pub fn periodic_documents(&self) -> Vec<&Document> {
        oldest_first(self.records().documents.iter().filter(|document| document.periodic))
    }
}
