//! Synthetic datasets of any size in the project's own schema: the same records for the same seed, in
//! proportions like those of the shipped dataset.

mod words;

use std::io::{self, Write};

use clap::ValueEnum;
use cnd_tracker::render;
use serde_json::{Value, json};

use words::{
    ACRONYMS, AGENCY_KINDS, COUNTRIES, EDITIONS, PILLARS, PROGRAMME_KINDS, REGIONS, UNITS,
};

/// The numbered paragraphs of an edition.
const PARAGRAPHS: usize = 60;

/// How a dataset is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// In block style, as `cnd init` writes it.
    Yaml,
    /// Compact.
    Json,
}

/// Writes a dataset with so many programmes, and a commitment for every twenty of them. A smaller one of
/// the same seed is the beginning of a larger one.
///
/// # Errors
/// When writing fails.
pub fn write(programmes: usize, seed: u64, format: Format, out: &mut impl Write) -> io::Result<()> {
    let commitments = programmes.div_ceil(20);
    let records = json!({
        "agencies": (0..ACRONYMS.len()).map(agency).collect::<Value>(),
        "pillars": (0..PILLARS.len()).map(pillar).collect::<Value>(),
        "documents": (0..EDITIONS.len()).map(edition).collect::<Value>(),
        "programmes": (0..programmes).map(|number| programme(number, seed)).collect::<Value>(),
        "commitments": (0..commitments).map(|number| commitment(number, seed)).collect::<Value>(),
    });
    match format {
        Format::Yaml => out.write_all(render::dataset_yaml(&records).as_bytes()),
        Format::Json => writeln!(out, "{records}"),
    }
}

fn agency(number: usize) -> Value {
    let acronym = ACRONYMS[number];
    let id = acronym.to_lowercase();
    json!({
        "id": id,
        "name": words::agency(number),
        "acronym": acronym,
        "kind": AGENCY_KINDS[number % AGENCY_KINDS.len()],
        "website": format!("https://{id}.example/"),
        "sources": [citation(0, number)],
    })
}

fn pillar(number: usize) -> Value {
    let (id, name) = PILLARS[number];
    json!({"id": id, "number": number + 1, "name": name})
}

fn edition(number: usize) -> Value {
    let year = 2020 + number;
    json!({
        "id": EDITIONS[number],
        "symbol": format!("E/CN.7/{year}/CRP.{}", 5 + number),
        "title": format!("Inter-agency cooperation in the year {}", year - 1),
        "kind": "note",
        "body": "cnd",
        "session": 63 + number,
        "date": format!("{year}-02-04"),
        "periodic": true,
    })
}

/// What a commitment must know of the programme that answers it.
struct Outline {
    random: Random,
    id: String,
    name: String,
    /// The editions that report it.
    editions: std::ops::Range<usize>,
}

impl Outline {
    fn new(number: usize, seed: u64) -> Self {
        let mut random = Random::new(seed, number);
        let name = words::programme(&mut random);
        let id = format!("{}-{number}", name.to_lowercase().replace(' ', "-"));
        let reports = 1 + usize::from(random.hits(4));
        let first = random.below(EDITIONS.len() - reports + 1);
        Self { random, id, name, editions: first..first + reports }
    }
}

fn programme(number: usize, seed: u64) -> Value {
    let Outline { mut random, id, name, editions } = Outline::new(number, seed);
    let acronym = random.hits(6).then(|| format!("JP{number}"));
    let aliases = random.hits(5).then(|| [format!("Joint activity {number}")]);
    filled(json!({
        "id": id,
        "name": name,
        "acronym": acronym,
        "kind": random.pick(&PROGRAMME_KINDS),
        "pillar": random.pick(&PILLARS).0,
        "filed_by": random.pick(&["source", "editors"]),
        "aliases": aliases,
        "reports": editions.map(|edition| report(edition, number, &mut random)).collect::<Value>(),
    }))
}

fn report(edition: usize, programme: usize, random: &mut Random) -> Value {
    let governments = usize::from(random.hits(8));
    let (countries, regions) = (random.below(4), usize::from(random.hits(3)));
    let figures = usize::from(random.hits(3));
    let date = random.hits(3).then(|| (2020 + edition).to_string());
    filled(json!({
        "document": EDITIONS[edition],
        "paragraph": paragraph(programme),
        "participants": participants(random),
        "governments": some_of(&COUNTRIES, governments, random),
        "countries": some_of(&COUNTRIES, countries, random),
        "regions": some_of(&REGIONS, regions, random),
        "figures": (0..figures).map(|_| figure(random)).collect::<Value>(),
        "date": date,
        "summary": words::summary(random),
    }))
}

/// Two to five agencies, the first of which mostly leads: one alone would be a finding of `cnd check`.
fn participants(random: &mut Random) -> Value {
    let mut agencies = Vec::new();
    let number = 2 + random.below(4);
    while agencies.len() < number {
        // A few agencies take part in many programmes, the others in few.
        let reach = 1 + random.below(ACRONYMS.len());
        let agency = ACRONYMS[random.below(reach)];
        if !agencies.contains(&agency) {
            agencies.push(agency);
        }
    }
    let participant = |(place, agency): (usize, &str)| {
        let role = match (place, random.below(10)) {
            (0, 0..8) => "lead",
            (_, 0..8) => "partner",
            (_, 8) => "member",
            _ => "author",
        };
        json!({"agency": agency.to_lowercase(), "role": role})
    };
    agencies.into_iter().enumerate().map(participant).collect()
}

fn some_of<'w>(words: &[&'w str], number: usize, random: &mut Random) -> Vec<&'w str> {
    let mut chosen: Vec<&str> = (0..number).map(|_| random.pick(words)).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

fn figure(random: &mut Random) -> Value {
    let (unit, of) = random.pick(&UNITS);
    let qualifier = random.hits(2).then(|| random.pick(&["about", "over", "at-least"]));
    filled(json!({
        "value": 2 + random.below(5000),
        "unit": unit,
        "of": of,
        "qualifier": qualifier,
    }))
}

/// A commitment, with the programme of twenty times its number as evidence.
fn commitment(number: usize, seed: u64) -> Value {
    let answer = number * 20;
    let Outline { mut random, id, editions, .. } = Outline::new(answer, seed);
    let evidence = json!({
        "programme": id,
        "document": EDITIONS[editions.start],
        "paragraph": paragraph(answer),
        "link": "stated",
    });
    json!({
        "id": format!("commitment-{number}"),
        "statement": words::summary(&mut random),
        "force": random.pick(&["committed", "tasked", "invited", "planned"]),
        "made_by": ["cnd"],
        "addressed_to": ["unodc"],
        "pillar": random.pick(&PILLARS).0,
        "filed_by": "editors",
        "sources": [citation(0, number)],
        "evidence": [evidence],
    })
}

fn citation(edition: usize, number: usize) -> Value {
    json!({"document": EDITIONS[edition], "paragraph": paragraph(number)})
}

fn paragraph(number: usize) -> String {
    (1 + number % PARAGRAPHS).to_string()
}

/// A record without the fields that hold nothing.
fn filled(mut record: Value) -> Value {
    if let Some(fields) = record.as_object_mut() {
        fields.retain(|_, value| !value.is_null() && *value != json!([]));
    }
    record
}

/// SplitMix64: numbers that look random and are the same for the same seed.
struct Random(u64);

impl Random {
    /// The numbers for one record.
    fn new(seed: u64, record: usize) -> Self {
        Self(seed.wrapping_add(record as u64).wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// A number below `limit`, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % limit as u64).unwrap_or(0)
    }

    /// Whether one of so many cases has come.
    fn hits(&mut self, cases: usize) -> bool {
        self.below(cases) == 0
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}
