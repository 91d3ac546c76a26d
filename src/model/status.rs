//! Where a commitment stands: derived from the dates of documents and from evidence, never typed in.

use super::{Commitment, Dataset, Document, Evidence, Excuse, Link, vocabulary};

vocabulary! {
    /// Where a commitment stands, as far as the documents of the dataset tell.
    ///
    /// It is never a verdict on anybody: it says what documents report, and a document that is silent does
    /// not say that nothing was done. The first of these rules that fits decides:
    ///
    /// 1. `completed`: a document after the commitment carries evidence, and says that it is carried out.
    /// 2. `reported`: a document after the commitment carries evidence.
    /// 3. `not-reported`: periodic documents after the commitment are in the dataset that had something to report
    ///    ([`Excuse`]), and none of them carries evidence. The status names them.
    /// 4. `no-later-source`: the dataset holds no such document, so that nothing in it could have reported: none
    ///    that is periodic and comes after the commitment, or only such as stand before it is due, or it is for
    ///    States alone to act, of which the periodic documents do not report.
    ///
    /// A commitment that affirms a role or a principle, or is too general for a document to be called silent on it, is
    /// `untracked`, whatever is reported.
    ///
    /// Evidence is a report that the dataset ties to the commitment, or to an earlier one that it repeats if what is
    /// reported is later than the commitment itself ([`Commitment::inherits`]). That a commitment is carried out only a source
    /// can say: what the editors link can report it, not complete it. Which documents come **after** a commitment
    /// is told by [`Order`](super::Order).
    pub enum Status {
        /// A later document says that it is carried out.
        Completed,
        /// A later document carries evidence.
        Reported,
        /// Later periodic documents carry none.
        NotReported,
        /// There is no later periodic document that could have reported.
        NoLaterSource,
        /// No document can be called silent on it.
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
                "later periodic documents are in the dataset, and no later document reports on it"
            }
            Self::Untracked => {
                "it affirms a role or a principle, or is too general for a document to be called silent on it"
            }
            Self::NoLaterSource => "no later document of a periodic series is in the dataset",
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
    /// Who ties the evidence to the commitment, where there is some: the source, of any of it, or the editors alone.
    pub link: Option<Link>,
    /// The later periodic documents that do not report it and are not silent on it either, oldest first, with why.
    pub excused: Vec<(Excuse, &'a Document)>,
}

impl<'a> Standing<'a> {
    /// Applies the rules of [`Status`].
    pub fn of(commitment: &Commitment, dataset: &'a Dataset) -> Self {
        let (documents, excused) = (Vec::new(), Vec::new());
        let untracked =
            Self { status: Status::Untracked, documents, last_document: None, link: None, excused };
        if commitment.untracked.is_some() {
            return untracked;
        }
        let reporting = commitment.answered_in(dataset, |_| true);
        let last_document = reporting.last().copied();
        let completing = commitment.answered_in(dataset, Evidence::says_completed);
        if !reporting.is_empty() {
            let is_stated = |evidence: &Evidence| evidence.link == Link::Stated;
            let stated = !commitment.answered_in(dataset, is_stated).is_empty();
            let link = Some(if stated { Link::Stated } else { Link::Linked });
            let (status, documents) = match completing.as_slice() {
                [] => (Status::Reported, reporting),
                _ => (Status::Completed, completing),
            };
            return Self { status, documents, last_document, link, ..untracked };
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
    pub fn why(&self, commitment: &Commitment) -> String {
        let excuses = self.excused.chunk_by(|a, b| a.0 == b.0).map(|excused| {
            let documents: Vec<&Document> = excused.iter().map(|(_, document)| *document).collect();
            excused[0].0.why(commitment, &documents)
        });
        match self.status {
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
        let own = self.evidence.iter().filter(|evidence| !evidence.earlier);
        let earlier = self.earlier(dataset).into_iter().flat_map(|earlier| &earlier.evidence);
        let evidence = own.chain(earlier.filter(|evidence| self.inherits(evidence, dataset)));
        let documents = evidence
            .filter(|evidence| counts(evidence) && !evidence.is_planned(dataset))
            .filter_map(|evidence| dataset.get(&evidence.document));
        oldest_first(documents.filter(|document| self.is_before(document, dataset)))
    }
}

impl Evidence {
    /// Whether the report that it rests on only announces the work, so that it answers nothing yet.
    pub fn is_planned(&self, dataset: &Dataset) -> bool {
        let programme = dataset.get(&self.programme);
        let reports = programme.iter().flat_map(|programme| &programme.reports);
        let mut its = reports
            .filter(|r| r.document == self.document && r.paragraph == self.paragraph)
            .peekable();
        its.peek().is_some() && its.all(|report| report.planned)
    }
}

impl Dataset {
    /// The periodic documents, oldest first.
    pub fn periodic_documents(&self) -> Vec<&Document> {
        oldest_first(self.records().documents.iter().filter(|document| document.periodic))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::Records;
    use super::*;

    fn commitment(more: &[(&str, Value)]) -> Value {
        let mut commitment = json!({
            "id": "it", "statement": "Do it.", "force": "committed", "made_by": ["who"],
            "instrument": "dated", "pillar": "p", "filed_by": "editors",
            "sources": [{"document": "first", "paragraph": "1"}],
        });
        for (key, value) in more {
            commitment[*key] = value.clone();
        }
        commitment.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        commitment
    }

    fn evidence(documents: &[&str]) -> (&'static str, Value) {
        let evidence = |document: &&str| json!({"programme": "work", "document": document, "paragraph": "2", "link": "stated"});
        ("evidence", documents.iter().map(evidence).collect())
    }

    fn dataset(more: &[(&str, Value)]) -> Dataset {
        let document = |id: &str, date: Option<&str>, periodic: bool| {
            let mut document = json!({"id": id, "title": id, "kind": "note", "periodic": periodic});
            if let Some(date) = date {
                document["date"] = date.into();
            }
            document
        };
        let records: Records = serde_json::from_value(json!({
            "documents": [
                document("second", Some("2021-02-03"), true),
                document("first", Some("2020-02-04"), true),
                document("dated", Some("2019-03"), false),
                document("vague", Some("2020"), false),
                document("undated", None, false),
                document("report", Some("2022"), false),
            ],
            "commitments": [commitment(more)],
        }))
        .unwrap();
        Dataset::new("test".to_owned(), records)
    }

    /// The status of this commitment in words, the documents that it rests on, and the last that reports.
    fn standing(more: &[(&str, Value)]) -> String {
        let dataset = dataset(more);
        let standing = Standing::of(&dataset.records().commitments[0], &dataset);
        let ids: Vec<&str> = standing.documents.iter().map(|d| d.id.as_str()).collect();
        let last = standing.last_document.map_or("none", |document| document.id.as_str());
        format!("{:?} {} {last}", standing.status, ids.join(","))
    }

    #[test]
    fn later_periodic_documents_without_evidence_are_silent() {
        assert_eq!(standing(&[]), "NotReported first,second none");
    }

    #[test]
    fn any_later_document_may_report() {
        assert_eq!(standing(&[evidence(&["first"])]), "Reported first first");
        assert_eq!(standing(&[evidence(&["report", "first"])]), "Reported first,report report");
    }

    #[test]
    fn the_instrument_does_not_answer_itself() {
        assert_eq!(standing(&[evidence(&["dated"])]), "NotReported first,second none");
        let own = [("instrument", json!("second")), evidence(&["second"])];
        assert_eq!(standing(&own), "NoLaterSource  none");
    }

    #[test]
    fn an_instrument_without_a_date_is_older_than_what_cites_it() {
        let undated = ("instrument", json!("undated"));
        assert_eq!(standing(std::slice::from_ref(&undated)), "NotReported first,second none");
        assert_eq!(standing(&[undated, evidence(&["first"])]), "Reported first first");
    }

    #[test]
    fn a_date_that_may_be_as_late_as_the_document_does_not_come_before_it() {
        let elsewhere = ("sources", json!([{"document": "dated", "paragraph": "1"}]));
        let vague = [("instrument", json!("vague")), elsewhere];
        assert_eq!(standing(&vague), "NotReported second none");
    }

    /// The status of this commitment and why it has it.
    fn why(more: &[(&str, Value)]) -> String {
        let record: Commitment = serde_json::from_value(commitment(more)).unwrap();
        let dataset = dataset(more);
        let standing = Standing::of(&record, &dataset);
        format!("{:?}: {}", standing.status, standing.why(&record))
    }

    #[test]
    fn a_document_is_not_silent_on_what_is_not_due_before_it() {
        let due = |date: &str| ("due", json!(date));
        assert_eq!(standing(&[due("2020-02-03")]), "NotReported first,second none");
        for later in ["2020-02-04", "2020-02", "2020"] {
            assert_eq!(standing(&[due(later)]), "NotReported second none", "{later}");
        }
        assert_eq!(
            why(&[due("2021-02-03")]),
            "NoLaterSource: due 2021-02-03, not before first of 4 February 2020, second of 3 February 2021"
        );
        assert_eq!(standing(&[due("2029"), evidence(&["first"])]), "Reported first first");
    }

    #[test]
    fn no_document_is_silent_on_what_states_alone_are_to_do() {
        let made_by = |parties: Value| ("made_by", parties);
        assert_eq!(
            why(&[made_by(json!(["member-states"]))]),
            "NoLaterSource: made by Member States alone; the notes report what organisations do"
        );
        let to = |parties: Value| ("addressed_to", parties);
        assert_eq!(
            why(&[to(json!(["member-states"]))]),
            "NoLaterSource: addressed to Member States alone; the notes report what organisations do"
        );
        let both = [made_by(json!(["member-states"])), to(json!(["member-states", "who"]))];
        assert_eq!(
            why(&both),
            "NotReported: later periodic documents are in the dataset, and no later document reports on it"
        );
        let latest = [("instrument", json!("second"))];
        assert_eq!(
            why(&latest),
            "NoLaterSource: no later document of a periodic series is in the dataset"
        );
    }

    #[test]
    fn a_plan_is_the_word_of_the_document_that_first_states_it() {
        let plan = [("force", json!("planned")), ("instrument", Value::Null)];
        assert_eq!(standing(&plan), "NotReported second none");
        let both = json!([
            {"document": "second", "paragraph": "1"}, {"document": "first", "paragraph": "1"},
        ]);
        let [force, instrument] = plan;
        let again = [force.clone(), instrument.clone(), ("sources", both), evidence(&["first"])];
        assert_eq!(standing(&again), "NotReported second none");
        let late = json!([{"document": "second", "paragraph": "7"}]);
        assert_eq!(
            standing(&[force, instrument, ("sources", late), evidence(&["second"])]),
            "NoLaterSource  none"
        );
    }

    #[test]
    fn a_task_whose_instrument_is_not_known_was_given_before_it_is_told_of() {
        let task = [("force", json!("tasked")), ("instrument", Value::Null), evidence(&["first"])];
        assert_eq!(standing(&task), "Reported first first");
    }

    #[test]
    fn what_a_document_says_is_carried_out_is_completed() {
        let (key, mut evidence) = evidence(&["second", "report"]);
        evidence[0]["completes"] = true.into();
        assert_eq!(standing(&[(key, evidence.clone())]), "Completed second report");
        evidence[0]["link"] = "linked".into();
        assert_eq!(standing(&[(key, evidence.clone())]), "Reported second,report report");
        let link = |more: &[(&str, Value)]| {
            let dataset = dataset(more);
            Standing::of(&dataset.records().commitments[0], &dataset).link
        };
        assert_eq!(link(&[(key, evidence.clone())]), Some(Link::Stated));
        evidence[1]["link"] = "linked".into();
        assert_eq!(link(&[(key, evidence)]), Some(Link::Linked));
        assert_eq!(link(&[]), None);
    }
}
