//! The words that synthetic records are made of.

use super::Random;

/// The agencies: real acronyms, so that real queries work; all else about them is made up.
pub const ACRONYMS: [&str; 60] = [
    "UNODC", "WHO", "UNAIDS", "UNDP", "INCB", "UNICEF", "UNESCO", "OHCHR", "CND", "INTERPOL",
    "WCO", "UPU", "ILO", "FAO", "UNHCR", "IOM", "UNFPA", "WFP", "UNEP", "UNIDO", "ITU", "WIPO",
    "IMF", "ICAO", "IMO", "IAEA", "UNOPS", "UNITAR", "UNICRI", "UNU", "DPO", "DPPA", "DESA",
    "OCHA", "ECLAC", "ESCAP", "ESCWA", "ECE", "ECA", "CCPCJ", "CSW", "CSTD", "STATCOM", "CPD",
    "EUROPOL", "EMCDDA", "OSCE", "OAS", "CICAD", "ASEAN", "ECOWAS", "SADC", "SCO", "CARICC",
    "CARICOM", "IDB", "ADB", "AFDB", "IFRC", "ICRC",
];

pub const AGENCY_KINDS: [&str; 6] = [
    "secretariat", "specialised-agency", "fund-or-programme", "other-un-entity", "commission",
    "regional",
];

pub const PILLARS: [(&str, &str); 7] = [
    ("demand-reduction", "Demand reduction, prevention, treatment and other health-related issues"),
    (
        "availability-and-access",
        "Availability of and access to controlled substances for medical purposes",
    ),
    ("supply-reduction", "Supply reduction, law enforcement and responses to drug-related crime"),
    ("human-rights", "Drugs and human rights, youth, children, women and communities"),
    ("evolving-trends", "Evolving reality, trends, challenges and threats"),
    ("international-cooperation", "International cooperation on common and shared responsibility"),
    ("alternative-development", "Alternative development and socioeconomic issues"),
];

pub const EDITIONS: [&str; 6] =
    ["note-2020", "note-2021", "note-2022", "note-2023", "note-2024", "note-2025"];

pub const PROGRAMME_KINDS: [&str; 8] = [
    "programme", "project", "publication", "training", "campaign", "network",
    "technical-assistance", "dialogue",
];

pub const COUNTRIES: [&str; 24] = [
    "AFG", "ALB", "ARG", "BOL", "BRA", "COL", "ECU", "EGY", "GHA", "IDN", "IND", "IRN", "KAZ",
    "KEN", "KGZ", "LAO", "MAR", "MEX", "MMR", "NGA", "PAK", "PER", "THA", "TJK",
];

pub const REGIONS: [&str; 8] = [
    "Central Asia", "South-East Asia", "West Africa", "East Africa", "Latin America",
    "the Caribbean", "Eastern Europe", "the Pacific",
];

/// Units of figures, with what is counted.
pub const UNITS: [(&str, &str); 6] = [
    ("countries", "reached by the activity"),
    ("professionals", "trained in the reporting period"),
    ("patients", "served by the facilities that were supported"),
    ("seizures", "reported by the participating services"),
    ("laboratories", "that took part in the exercise"),
    ("households", "with a new source of income"),
];

const FORMS: [&str; 10] = [
    "Joint programme on", "Project on", "Guidelines on", "Training on", "Campaign for",
    "Network for", "Handbook on", "Regional seminar on", "Technical support for",
    "Working group on",
];

const SUBJECTS: [&str; 16] = [
    "drug dependence treatment and care",
    "family skills and prevention at school",
    "HIV services in prisons",
    "access to pain relief",
    "container control at seaports",
    "early warning on new psychoactive substances",
    "precursor control",
    "forensic laboratories",
    "alternatives to imprisonment",
    "overdose prevention in the community",
    "sustainable livelihoods in coca growing areas",
    "financial investigation of trafficking networks",
    "postal security and electronic advance data",
    "drug use surveys among young people",
    "gender responsive services",
    "the quality of drug treatment systems",
];

const ACTORS: [&str; 8] = [
    "The participating agencies",
    "Experts of the entities involved",
    "National authorities with the support of the agencies",
    "The lead agency and its partners",
    "Field offices of the partners",
    "A joint team",
    "The secretariats",
    "Practitioners from the region",
];

const DEEDS: [&str; 12] = [
    "trained health workers and law enforcement officers in the methods that evidence supports",
    "drew up standards of care and tested them in pilot sites before wider use",
    "gave legal and technical advice to the ministries that asked for it",
    "exchanged data on seizures, prices and purity through a shared platform",
    "held a series of regional workshops on the findings of the surveys",
    "published tools that countries adapt to their own laws and languages",
    "helped to set up services for people who use drugs, in prisons and outside them",
    "reviewed national strategies and recommended how to bring them up to date",
    "supported farmers in the move from illicit crops to coffee, cocoa and timber",
    "ran a joint exercise at ports and airports with customs and police",
    "collected what works from the participating countries and shared it with all of them",
    "agreed on a calendar of work and on who reports what by when",
];

/// The name of the agency with this number.
pub fn agency(number: usize) -> String {
    let bodies = ["Office", "Organization", "Programme", "Commission", "Fund"];
    let body = bodies[number % bodies.len()];
    format!("Synthetic {body} for {}", SUBJECTS[number % SUBJECTS.len()])
}

/// The name of a programme.
pub fn programme(random: &mut Random) -> String {
    format!("{} {}", random.pick(&FORMS), random.pick(&SUBJECTS))
}

/// One to three sentences.
pub fn summary(random: &mut Random) -> String {
    let sentence = |random: &mut Random| {
        format!("{} {}, and {}.", random.pick(&ACTORS), random.pick(&DEEDS), random.pick(&DEEDS))
    };
    let sentences: Vec<String> = (0..=random.below(3)).map(|_| sentence(random)).collect();
    sentences.join(" ")
}
