//! Synthetic datasets of any size in the project's own schema: the same records for the same seed, in
//! proportions like those of the shipped dataset, and laid out as people write them.

mod node;
mod words;

use std::io::{self, Write};

use node::{Layout, Node, list, record, text};
use words::{
    ACRONYMS, AGENCY_KINDS, COUNTRIES, EDITIONS, PILLARS, PROGRAMME_KINDS, REGIONS, UNITS,
};

/// The numbered paragraphs of an edition.
const PARAGRAPHS: usize = 60;

/// How a dataset is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As people write it: lists of records in block style, what is short on one line.
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
    let mut layout = Layout::new(format, out);
    layout.list("agencies", (0..ACRONYMS.len()).map(agency))?;
    layout.list("pillars", (0..PILLARS.len()).map(pillar))?;
    layout.list("documents", (0..EDITIONS.len()).map(edition))?;
    layout.list("programmes", (0..programmes).map(|number| programme(number, seed)))?;
    layout.list("commitments", (0..commitments).map(|number| commitment(number, seed)))?;
    layout.end()
}

fn agency(number: usize) -> Node {
    let acronym = ACRONYMS[number];
    let id = acronym.to_lowercase();
    record([
        ("name", text(words::agency(number))),
        ("acronym", text(acronym)),
        ("kind", text(AGENCY_KINDS[number % AGENCY_KINDS.len()])),
        ("website", text(format!("https://{id}.example/"))),
        ("sources", list([citation(0, number)])),
    ])
    .with_id(id)
}

fn pillar(number: usize) -> Node {
    let (id, name) = PILLARS[number];
    record([("number", Node::Number(number + 1)), ("name", text(name))]).with_id(id)
}

fn edition(number: usize) -> Node {
    let year = 2020 + number;
    record([
        ("symbol", text(format!("E/CN.7/{year}/CRP.{}", 5 + number))),
        ("title", text(format!("Inter-agency cooperation in the year {}", year - 1))),
        ("kind", text("note")),
        ("body", text("cnd")),
        ("session", Node::Number(63 + number)),
        ("date", Node::Quoted(format!("{year}-02-04"))),
        ("periodic", Node::Yes),
    ])
    .with_id(EDITIONS[number])
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

fn programme(number: usize, seed: u64) -> Node {
    let Outline { mut random, id, name, editions } = Outline::new(number, seed);
    let acronym = random.hits(6).then(|| text(format!("JP{number}")));
    let aliases = random.hits(5).then(|| list([text(format!("Joint activity {number}"))]));
    record([
        ("name", text(name)),
        ("acronym", acronym.unwrap_or(Node::None)),
        ("kind", text(random.pick(&PROGRAMME_KINDS))),
        ("pillar", text(random.pick(&PILLARS).0)),
        ("filed_by", text(random.pick(&["source", "editors"]))),
        ("aliases", aliases.unwrap_or(Node::None)),
        ("reports", list(editions.map(|edition| report(edition, number, &mut random)))),
    ])
    .with_id(id)
}

fn report(edition: usize, programme: usize, random: &mut Random) -> Node {
    let governments = usize::from(random.hits(8));
    let (countries, regions) = (random.below(4), usize::from(random.hits(3)));
    let figures = usize::from(random.hits(3));
    let date = random.hits(3).then(|| Node::Quoted((2020 + edition).to_string()));
    record([
        ("document", text(EDITIONS[edition])),
        ("paragraph", paragraph(programme)),
        ("participants", participants(random)),
        ("governments", some_of(&COUNTRIES, governments, random)),
        ("countries", some_of(&COUNTRIES, countries, random)),
        ("regions", some_of(&REGIONS, regions, random)),
        ("figures", list((0..figures).map(|_| figure(random)))),
        ("date", date.unwrap_or(Node::None)),
        ("summary", Node::Prose(words::summary(random))),
    ])
}

/// Two to five agencies, the first of which mostly leads: one alone would be a finding of `cnd check`.
fn participants(random: &mut Random) -> Node {
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
    list(agencies.into_iter().enumerate().map(|(place, agency)| {
        let role = match (place, random.below(10)) {
            (0, 0..8) => "lead",
            (_, 0..8) => "partner",
            (_, 8) => "member",
            _ => "author",
        };
        record([("agency", text(agency.to_lowercase())), ("role", text(role))])
    }))
}

fn some_of(words: &[&'static str], number: usize, random: &mut Random) -> Node {
    let mut chosen: Vec<&str> = (0..number).map(|_| random.pick(words)).collect();
    chosen.sort_unstable();
    chosen.dedup();
    Node::Words(chosen)
}

fn figure(random: &mut Random) -> Node {
    let (unit, of) = random.pick(&UNITS);
    let qualifier = random.hits(2).then(|| text(random.pick(&["about", "over", "at-least"])));
    record([
        ("value", Node::Number(2 + random.below(5000))),
        ("unit", text(unit)),
        ("of", text(of)),
        ("qualifier", qualifier.unwrap_or(Node::None)),
    ])
}

/// A commitment, with the programme of twenty times its number as evidence.
fn commitment(number: usize, seed: u64) -> Node {
    let answer = number * 20;
    let Outline { mut random, id, editions, .. } = Outline::new(answer, seed);
    let evidence = record([
        ("programme", text(id)),
        ("document", text(EDITIONS[editions.start])),
        ("paragraph", paragraph(answer)),
        ("link", text("stated")),
    ]);
    record([
        ("statement", Node::Prose(words::summary(&mut random))),
        ("force", text(random.pick(&["committed", "tasked", "invited", "planned"]))),
        ("made_by", Node::Words(vec!["cnd"])),
        ("addressed_to", Node::Words(vec!["unodc"])),
        ("pillar", text(random.pick(&PILLARS).0)),
        ("filed_by", text("editors")),
        ("sources", list([citation(0, number)])),
        ("evidence", list([evidence])),
    ])
    .with_id(format!("commitment-{number}"))
}

fn citation(edition: usize, number: usize) -> Node {
    record([("document", text(EDITIONS[edition])), ("paragraph", paragraph(number))])
}

fn paragraph(number: usize) -> Node {
    Node::Quoted((1 + number % PARAGRAPHS).to_string())
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
