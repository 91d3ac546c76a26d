//! Random datasets.

use cnd_tracker::model::{
    Agency, Citation, CitedAs, Commitment, Country, Coverage, Date, Document, Evidence, External,
    ExternalIds, Figure, FormerName, Id, OutOfScope, Participant, Party, Pillar, Programme,
    Records, Report, Section, Text, Vocabulary,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::full::{id, text};
use crate::valid::valid;

/// A text that means trouble in some format.
pub fn any_text() -> impl Strategy<Value = Text> {
    let awkward = select(vec![
        "=1+1",
        "-",
        "yes",
        "no",
        "null,",
        "2019",
        "2019-03-14",
        "1e3",
        "0x1F",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "[a",
        "{a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "|",
        ">",
        "'",
        "\"",
        "\\",
        "a\nb",
        "a\n\n b\n",
        "a\tb",
        "a | b",
        "<b>",
        "麻薬",
        "Übermut",
        "e\u{301}",
        "\u{202e}x",
        "\u{1}",
        "\u{85}x",
        "\u{2028}x",
        "\u{feff}x",
        "x\u{fffd}",
        "🦀",
        "---",
        "...",
        "? a",
        "key: 'v'",
        "1_000",
        ".5",
        "+1",
        ".nan",
        "true",
        "on",
    ]);
    let any = prop_oneof![awkward.prop_map(str::to_owned), "\\PC{1,12}", "[a-z \n:#'\"-]{1,12}"];
    any.prop_filter_map("no text", |any| Text::new(&any).ok())
}

fn any_word<T: Vocabulary + std::fmt::Debug + 'static>() -> impl Strategy<Value = T> {
    select(T::all())
}

fn any_date() -> impl Strategy<Value = Date> {
    let years = prop_oneof![
        "200[0-5]",
        "200[0-5]-Q[1-4]",
        "200[0-5]-(0[1-9]|1[0-2])",
        "200[0-5]-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
    ];
    years.prop_map(|text| text.parse().unwrap())
}

fn any_country() -> impl Strategy<Value = Country> {
    select(vec!["CIV", "KEN", "TUR", "FRA"]).prop_map(|code| Country::from_code(code).unwrap())
}

fn any_of<T: 'static>(prefix: &'static str, count: usize) -> impl Strategy<Value = Id<T>> {
    (0..count).prop_map(move |i| id(&format!("{prefix}{i}")))
}

fn some_of<T: 'static>(prefix: &'static str, count: usize) -> impl Strategy<Value = Vec<Id<T>>> {
    subsequence((0..count).collect::<Vec<_>>(), 0..=2.min(count))
        .prop_map(move |picked| picked.into_iter().map(|i| id(&format!("{prefix}{i}"))).collect())
}

/// How many records of each kind random datasets have: few, so that they often meet.
pub const AGENCIES: usize = 5;
pub const PILLARS: usize = 3;
pub const DOCUMENTS: usize = 3;
pub const PROGRAMMES: usize = 7;
pub const COMMITMENTS: usize = 6;

fn any_citation() -> impl Strategy<Value = Citation> {
    (any_of("d", DOCUMENTS), select(vec!["1", "2", "3", "fn. 1"]))
        .prop_map(|(document, paragraph)| Citation { document, paragraph: text(paragraph) })
}

fn any_external() -> impl Strategy<Value = External> {
    (vec(any_text(), 1..3), any_text()).prop_map(|(fields, source)| External { fields, source })
}

fn any_agency(i: usize) -> impl Strategy<Value = Agency> {
    let names = (any_text(), option::of(any_text()), vec(any_text(), 0..2), option::of(any_text()));
    let former = (any_text(), option::of(any_text()), option::of(any_date()))
        .prop_map(|(name, acronym, until)| FormerName { name, acronym, until });
    let links =
        (option::of(any_of("a", AGENCIES)), vec(any_citation(), 0..2), vec(any_external(), 0..2));
    (names, any_word(), vec(former, 0..2), links, option::of(any_text())).prop_map(
        move |(
            (name, acronym, aliases, website),
            kind,
            former_names,
            (parent, sources, external),
            remark,
        )| Agency {
            id: id(&format!("a{i}")),
            name,
            acronym,
            kind,
            parent,
            former_names,
            aliases,
            external_ids: ExternalIds { iati: website.clone() },
            website,
            remark,
            review: vec![],
            sources,
            external,
            former_ids: vec![],
        },
    )
}

fn any_pillar(i: usize) -> impl Strategy<Value = Pillar> {
    (any_text(), vec(any_text(), 0..2), option::of(any_text()), vec(any_external(), 0..2)).prop_map(
        move |(name, aliases, remark, external)| Pillar {
            id: id(&format!("p{i}")),
            number: u8::try_from(i).unwrap(),
            name,
            aliases,
            remark,
            external,
            former_ids: vec![],
        },
    )
}

fn any_document(i: usize) -> impl Strategy<Value = Document> {
    let section = (any_text(), any::<u16>(), any::<u16>(), option::of(any_of("p", PILLARS)))
        .prop_map(|(heading, first, last, pillar)| Section { heading, first, last, pillar });
    let excuse = (vec(any_text(), 1..3), any_text())
        .prop_map(|(paragraphs, reason)| OutOfScope { paragraphs, reason });
    let coverage = (vec(any_text(), 0..3), option::of(any_text()), vec(excuse, 0..2)).prop_map(
        |(read, note, out_of_scope)| Coverage { read, note, out_of_scope, compared: vec![] },
    );
    let cited = (any_of("d", DOCUMENTS), any_text(), any_text(), option::of(any_text()))
        .prop_map(|(document, paragraph, form, link)| CitedAs { document, paragraph, form, link });
    let names = (option::of(any_text()), vec(any_text(), 0..2), any_text(), vec(any_text(), 0..2));
    let numbers =
        (option::of(any::<u16>()), option::of(any_date()), any::<bool>(), option::of(coverage));
    let lists = (vec(section, 0..2), vec(cited, 0..2), vec(any_citation(), 0..3));
    let body = option::of(any_of("a", AGENCIES));
    (names, any_word(), body, numbers, lists, option::of(any_text())).prop_map(
        move |(names, kind, body, (session, date, periodic, coverage), lists, remark)| {
            let (symbol, other_symbols, title, aliases) = names;
            let (sections, cited_as, sources) = lists;
            Document {
                id: id(&format!("d{i}")),
                symbol,
                other_symbols,
                short_title: None,
                title,
                aliases,
                kind,
                body,
                session,
                date,
                periodic,
                coverage,
                sections,
                cited_as,
                remark,
                review: vec![],
                sources,
                places: vec![],
                external: vec![],
                former_ids: vec![],
            }
        },
    )
}

fn any_report() -> impl Strategy<Value = Report> {
    let participant = (any_of("a", AGENCIES), any_word()).prop_map(|(agency, role)| Participant {
        agency,
        role,
        through: None,
    });
    let figure = (any_value(), any_text(), any_text(), option::of(any_word()))
        .prop_map(|(value, unit, of, qualifier)| Figure { value, unit, of, qualifier });
    let where_ = (
        vec(any_country(), 0..2),
        vec(any_country(), 0..2),
        vec(select(vec!["Øresund", "West Coast"]), 0..2),
        vec(any_text(), 0..2),
    );
    let what = (vec(figure, 0..2), option::of(any_date()), any::<bool>(), option::of(any_text()));
    (any_citation(), vec(participant, 0..4), where_, what).prop_map(
        |(
            Citation { document, paragraph },
            participants,
            (governments, countries, regions, venues),
            what,
        )| {
            let (figures, date, planned, summary) = what;
            Report {
                programme: None,
                document,
                paragraph,
                participants,
                governments,
                countries,
                regions: regions.into_iter().map(text).collect(),
                venues,
                figures,
                date,
                planned,
                summary,
                review: vec![],
            }
        },
    )
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0..1_000_000_i32).prop_map(f64::from),
        (0..1_000_000_i32).prop_map(|i| f64::from(i) / 64.0),
        select(vec![0.1, 1e15, 9007199254740991.0, 2.0, 1e-7]),
    ]
}

fn any_programme(i: usize) -> impl Strategy<Value = Programme> {
    let names = (any_text(), option::of(any_text()), vec(any_text(), 0..2), option::of(any_text()));
    let place = (
        any_of("p", PILLARS),
        any_word(),
        some_of("p", PILLARS),
        option::of(any_of("g", PROGRAMMES)),
    );
    (names, any_word(), place, vec(any_report(), 0..3), vec(any_external(), 0..2)).prop_map(
        move |((name, acronym, aliases, remark), kind, place, reports, external)| {
            let (pillar, filed_by, second_pillars, part_of) = place;
            Programme {
                id: id(&format!("g{i}")),
                name,
                acronym,
                kind,
                pillar,
                filed_by,
                second_pillars,
                part_of,
                aliases,
                remark,
                review: vec![],
                sole_participant: None,
                reports,
                external,
                former_ids: vec![],
            }
        },
    )
}

fn any_party() -> impl Strategy<Value = Party> {
    prop_oneof![any_of("a", AGENCIES).prop_map(Party::Agency), any_word().prop_map(Party::Group)]
}

fn any_evidence() -> impl Strategy<Value = Evidence> {
    (
        any_of("g", PROGRAMMES),
        any_citation(),
        any_word(),
        option::of(any_text()),
        any::<[bool; 2]>(),
    )
        .prop_map(|(programme, place, link, reason, [completes, earlier])| Evidence {
            commitment: None,
            earlier,
            programme,
            document: place.document,
            paragraph: place.paragraph,
            link,
            reason,
            completes,
            review: vec![],
        })
}

fn any_commitment(i: usize) -> impl Strategy<Value = Commitment> {
    let who = (vec(any_party(), 0..3), vec(any_party(), 0..3));
    let place = (
        option::of(any_of("d", DOCUMENTS)),
        option::of(any_text()),
        any_of("p", PILLARS),
        any_word(),
    );
    let rest = (
        option::of(any_date()),
        option::of(any_text()),
        vec(any_citation(), 0..3),
        vec(any_evidence(), 0..2),
        option::of(any_word()),
    );
    (any_text(), any_word(), who, place, rest).prop_map(
        move |(
            statement,
            force,
            (made_by, addressed_to),
            place,
            (due, remark, sources, evidence, untracked),
        )| {
            let (instrument, instrument_paragraph, pillar, filed_by) = place;
            Commitment {
                id: id(&format!("c{i}")),
                statement,
                force,
                made_by,
                addressed_to,
                instrument,
                instrument_paragraph,
                pillar,
                filed_by,
                due,
                untracked,
                reported_elsewhere: None,
                repeats: vec![],
                remark,
                review: vec![],
                sources,
                evidence,
                external: vec![],
                former_ids: vec![],
            }
        },
    )
}

/// A random dataset that is valid.
pub fn any_records() -> impl Strategy<Value = Records> {
    let every = (
        (0..AGENCIES).map(any_agency).collect::<Vec<_>>(),
        (0..PILLARS).map(any_pillar).collect::<Vec<_>>(),
        (0..DOCUMENTS).map(any_document).collect::<Vec<_>>(),
        (0..PROGRAMMES).map(any_programme).collect::<Vec<_>>(),
        (0..COMMITMENTS).map(any_commitment).collect::<Vec<_>>(),
    );
    every.prop_map(|(agencies, pillars, documents, programmes, commitments)| {
        valid(Records {
            agencies,
            pillars,
            documents,
            programmes,
            commitments,
            ..Records::default()
        })
    })
}
