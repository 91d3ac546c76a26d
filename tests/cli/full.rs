//! A record of each kind with every field filled in.

use cnd_tracker::model::{
    Agency, AgencyKind, Change, Citation, CitedAs, Commitment, Comparison, Country, Coverage, Date,
    Document, DocumentKind, Evidence, External, ExternalIds, FieldPlace, Figure, FiledBy, Force,
    FormerName, Group, Id, Kind, Link, OutOfScope, Participant, Party, Pillar, Programme,
    ProgrammeKind, Qualifier, Records, Repetition, Report, Role, Section, SoleParticipant, Text,
    Untracked,
};
use serde_json::Value;

pub fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

pub fn id<T>(slug: &str) -> Id<T> {
    Id::new(slug).unwrap()
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

/// The records that full ones refer to, two of each kind.
pub fn context() -> Records {
    let mut records = Records::default();
    for i in 0..2 {
        let (slug, name) = (["one", "two"][i], text(["One", "Two"][i]));
        records.agencies.push(Agency {
            id: id(slug),
            name: name.clone(),
            acronym: None,
            parent: None,
            former_names: vec![],
            aliases: vec![],
            website: None,
            external_ids: ExternalIds::default(),
            remark: None,
            review: vec![],
            sources: vec![],
            external: vec![],
            former_ids: vec![],
            ..full_agency(i)
        });
        records.pillars.push(Pillar { id: id(slug), name: name.clone(), ..full_pillar(i) });
        records.documents.push(Document {
            id: id(slug),
            symbol: None,
            title: name.clone(),
            body: None,
            date: Some(date("2010-05")),
            sections: vec![],
            cited_as: vec![],
            sources: vec![],
            ..full_document(i)
        });
        records.programmes.push(Programme {
            id: id(slug),
            name,
            part_of: None,
            second_pillars: vec![],
            reports: (0..4).map(report).collect(),
            ..full_programme(i)
        });
        records.commitments.push(Commitment {
            id: id(slug),
            // Before any document, so that it can be repeated.
            force: Force::Decided,
            instrument: None,
            repeats: vec![],
            evidence: vec![],
            sources: vec![citation(i)],
            ..full_commitment(i)
        });
    }
    records
}

/// The record of a kind with every field filled in, as JSON; 0 and 1 differ in each.
pub fn alone(kind: Kind, i: usize) -> Value {
    match kind {
        Kind::Agency => serde_json::to_value(full_agency(i)),
        Kind::Pillar => serde_json::to_value(full_pillar(i)),
        Kind::Document => serde_json::to_value(full_document(i)),
        Kind::Programme => serde_json::to_value(full_programme(i)),
        Kind::Commitment => serde_json::to_value(full_commitment(i)),
    }
    .unwrap()
}

/// An agency with every field filled in; 0 and 1 differ in each.
pub fn full_agency(i: usize) -> Agency {
    Agency {
        id: id(["full", "full-1"][i]),
        name: text(["Full name", "Other name"][i]),
        acronym: Some(text(["FULL", "OTHER"][i])),
        kind: [AgencyKind::Regional, AgencyKind::Academic][i],
        parent: Some(id(["one", "two"][i])),
        former_names: vec![FormerName {
            name: text(["Former", "Earlier"][i]),
            acronym: Some(text(["FO", "EA"][i])),
            until: Some(date(["1990", "1991-02"][i])),
        }],
        aliases: vec![text(["Alias", "Nickname"][i])],
        website: Some(text(["https://one.example", "https://two.example"][i])),
        external_ids: ExternalIds { iati: Some(text(["XX-1", "XX-2"][i])) },
        remark: Some(text(["A remark", "Another remark"][i])),
        review: vec![text(["Whether it is", "Whether it was"][i])],
        sources: vec![citation(i)],
        external: vec![external(i)],
        former_ids: vec![id(["formerly", "earlier"][i])],
    }
}

fn citation(i: usize) -> Citation {
    Citation { document: id(["one", "two"][i]), paragraph: text(["7", "8"][i]) }
}

fn external(i: usize) -> External {
    External { fields: vec![text(["remark", "id"][i])], source: text(["a register", "a site"][i]) }
}

/// A pillar with every field filled in; 0 and 1 differ in each.
pub fn full_pillar(i: usize) -> Pillar {
    Pillar {
        id: id(["full", "full-1"][i]),
        number: [41, 42][i],
        name: text(["Full name", "Other name"][i]),
        aliases: vec![text(["Alias", "Nickname"][i])],
        remark: Some(text(["A remark", "Another remark"][i])),
        external: vec![external(i)],
        former_ids: vec![id(["formerly", "earlier"][i])],
    }
}

/// A document with every field filled in; 0 and 1 differ in each.
pub fn full_document(i: usize) -> Document {
    Document {
        id: id(["full", "full-1"][i]),
        symbol: Some(text(["F/1", "F/2"][i])),
        other_symbols: vec![text(["G/1", "G/2"][i])],
        short_title: Some(text(["Short", "Shorter"][i])),
        title: text(["Full title", "Other title"][i]),
        aliases: vec![text(["Alias", "Nickname"][i])],
        kind: [DocumentKind::Note, DocumentKind::Treaty][i],
        body: Some(id(["one", "two"][i])),
        session: Some([3, 4][i]),
        date: Some(date(["2001-05", "2002-03-04"][i])),
        periodic: [true, false][i],
        coverage: Some(Coverage {
            read: vec![text(["1-10", "1-11"][i])],
            note: Some(text(["The annex was not at hand", "The rest was not"][i])),
            out_of_scope: vec![OutOfScope {
                paragraphs: vec![text(["9", "10"][i])],
                reason: text(["Thanks", "Opens"][i]),
            }],
            compared: vec![Comparison {
                with: id(["one", "two"][i]),
                except: vec![text(["3", "4"][i])],
            }],
        }),
        sections: vec![Section {
            heading: text(["Heading", "Caption"][i]),
            first: [1, 2][i],
            last: [5, 6][i],
            pillar: Some(id(["one", "two"][i])),
        }],
        cited_as: vec![CitedAs {
            document: id(["one", "two"][i]),
            paragraph: text(["5", "6"][i]),
            form: text(["F/3", "F/4"][i]),
            link: Some(text(["https://f3.example", "https://f4.example"][i])),
        }],
        remark: Some(text(["A remark", "Another remark"][i])),
        review: vec![text(["Whether it is", "Whether it was"][i])],
        sources: vec![citation(i)],
        places: vec![FieldPlace {
            fields: vec![text(["title", "symbol"][i])],
            document: id(["one", "two"][i]),
            paragraph: text(["7", "8"][i]),
        }],
        external: vec![external(i)],
        former_ids: vec![id(["formerly", "earlier"][i])],
    }
}

/// A report with every field filled in; 0 and 3 differ in each, and the others in document and paragraph.
fn report(number: usize) -> Report {
    let i = number / 2;
    Report {
        programme: None,
        document: id(["one", "two"][number % 2]),
        paragraph: text(["7", "8"][i]),
        participants: vec![Participant {
            agency: id(["one", "two"][i]),
            role: [Role::Lead, Role::Author][i],
            through: Some(id(["two", "one"][i])),
        }],
        governments: vec![country(["KEN", "PAN"][i])],
        countries: vec![country(["NGA", "TLS"][i])],
        regions: vec![text(["Region", "Area"][i])],
        venues: vec![text(["Venue", "Hall"][i])],
        figures: vec![Figure {
            value: [1.0, 2.5][i],
            unit: text(["units", "pieces"][i]),
            of: text(["made", "sent"][i]),
            qualifier: Some([Qualifier::About, Qualifier::Over][i]),
        }],
        date: Some(date(["2010", "2010-05"][i])),
        planned: [true, false][i],
        summary: Some(text(["A summary", "Another summary"][i])),
        review: vec![text(["Whether it is", "Whether it was"][i])],
    }
}

/// A programme with every field filled in; 0 and 1 differ in each.
pub fn full_programme(i: usize) -> Programme {
    Programme {
        id: id(["full", "full-1"][i]),
        name: text(["Full name", "Other name"][i]),
        acronym: Some(text(["FULL", "OTHER"][i])),
        kind: [ProgrammeKind::Project, ProgrammeKind::Event][i],
        pillar: id(["one", "two"][i]),
        filed_by: [FiledBy::Source, FiledBy::Editors][i],
        second_pillars: vec![id(["two", "one"][i])],
        part_of: Some(id(["one", "two"][i])),
        aliases: vec![text(["Alias", "Nickname"][i])],
        remark: Some(text(["A remark", "Another remark"][i])),
        review: vec![text(["Whether it is", "Whether it was"][i])],
        sole_participant: Some([SoleParticipant::OthersUnnamed, SoleParticipant::NoneMentioned][i]),
        reports: vec![report([0, 3][i])],
        external: vec![external(i)],
        former_ids: vec![id(["formerly", "earlier"][i])],
    }
}

/// A commitment with every field filled in; 0 and 1 differ in each.
pub fn full_commitment(i: usize) -> Commitment {
    Commitment {
        id: id(["full", "full-1"][i]),
        statement: text(["Full statement", "Other statement"][i]),
        force: [Force::Decided, Force::Planned][i],
        made_by: vec![[Party::Group(Group::MemberStates), Party::Agency(id("one"))][i].clone()],
        addressed_to: vec![
            [Party::Agency(id("two")), Party::Group(Group::RegionalOrganisations)][i].clone(),
        ],
        instrument: Some(id(["one", "two"][i])),
        instrument_paragraph: Some(text(["3", "4"][i])),
        pillar: id(["one", "two"][i]),
        filed_by: [FiledBy::Source, FiledBy::Editors][i],
        due: Some(date(["2030", "2031-02"][i])),
        remark: Some(text(["A remark", "Another remark"][i])),
        review: vec![text(["Whether it is", "Whether it was"][i])],
        sources: vec![citation(i)],
        untracked: Some([Untracked::Role, Untracked::General][i]),
        reported_elsewhere: Some(text(["Elsewhere", "Elsewhere again"][i])),
        repeats: vec![Repetition {
            commitment: id(["one", "two"][i]),
            change: [Change::Widened, Change::Narrowed][i],
            how: Some(text(["More of it", "Less of it"][i])),
        }],
        evidence: vec![Evidence {
            commitment: None,
            earlier: [false, true][i],
            programme: id(["one", "two"][i]),
            document: id(["one", "two"][i]),
            paragraph: text(["7", "8"][i]),
            link: [Link::Stated, Link::Linked][i],
            reason: Some(text(["A reason", "Another reason"][i])),
            completes: [true, false][i],
            review: vec![text(["Whether it is", "Whether it was"][i])],
        }],
        external: vec![external(i)],
        former_ids: vec![id(["formerly", "earlier"][i])],
    }
}
