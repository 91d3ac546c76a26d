//! Whether two long forms are names of one body: "Food and Agriculture Organization" and the same "of the
//! United Nations", "International Narcotic Control Board" and the Narcotics Control Board.

use std::collections::BTreeSet;

use super::fold::fold;
use super::heads::is_generic;
use super::token::Words;

/// Words that do not tell one body from another.
static SMALL: Words = Words::new("a an and at by for in of on s the to united nations un");

/// Nouns of the parts of a house, for one of which another is often put.
static OFFICES: Words =
    Words::new("branch bureau department directorate division office organisation section unit");

/// The words that tell which body a name means, in one spelling and in the singular.
fn words(name: &str) -> BTreeSet<Vec<u8>> {
    let name = name.to_lowercase().replace("organization", "organisation");
    let name = name.replace("non-governmental organisation", "ngo");
    let words = name.split(|c: char| !c.is_alphanumeric());
    let telling = words.filter(|word| !word.is_empty() && !SMALL.has(word));
    telling
        .map(|word| match word.strip_suffix('s').filter(|stem| stem.len() > 3) {
            Some(stem) if OFFICES.has(stem) => fold("office"),
            Some(stem) => fold(stem),
            None if OFFICES.has(word) => fold("office"),
            None => fold(word),
        })
        .collect()
}

/// How many distinctive words a name shares with a known one, if one of them has all words of the
/// other and these are more than half; at least three if the known name has three or more.
pub(super) fn shared(name: &str, known: &str) -> Option<usize> {
    let (name, other) = (words(name), words(known));
    let shared = name.intersection(&other).count();
    let (fewer, more) = (name.len().min(other.len()), name.len().max(other.len()));
    // "Health Organization" is enough for that of the world.
    let spheres = [fold("world"), fold("international")];
    let enough = other.iter().filter(|word| !spheres.contains(word)).count().clamp(2, 3);
    (shared >= enough && shared == fewer && 2 * shared > more).then_some(shared)
}

/// "World", "international" and "United Nations" as names in other languages begin to say it.
const SPHERES: [(&str, &[&str]); 3] = [
    ("world", &["mondial", "mundial"]),
    ("international", &["internaciona", "international"]),
    ("united nations", &["unies", "unidas"]),
];

/// What names of bodies are about, and how words for it begin in French, Portuguese and Spanish, where they are unlike.
const SUBJECTS: [(&str, &[&str]); 6] = [
    ("drugs", &["drog"]),
    ("narcotic", &["stupéfiant", "estupefaciente", "entorpecente"]),
    ("health", &["santé", "salud", "saúde"]),
    ("rights", &["droit", "derecho", "direito"]),
    ("children", &["enfan", "infancia", "infância", "niñ"]),
    ("states", &["état", "estado"]),
];

/// Whether a name shares a distinctive word with a known one; in another language it needs the word
/// for "world" or "international" where the known name has it.
pub(super) fn is_near(name: &str, known: &str, is_foreign: bool) -> bool {
    let (name, known) = (name.to_lowercase(), known.to_lowercase());
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let (own, others) = (words(&name), words(&known));
    let has =
        |stems: &[&str]| own.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
    if is_foreign
        && let Some((sphere, stems)) = SPHERES.iter().find(|(sphere, _)| known.contains(sphere))
        && (has(stems) || *sphere != "united nations")
    {
        return has(stems);
    }
    let is_telling = |word: &&String| {
        let is_sphere = matches!(word.as_str(), "world" | "international" | "united" | "nations");
        !is_sphere && word.len() > 3 && !SMALL.has(word) && !is_generic(word)
    };
    others.iter().filter(is_telling).any(|other| {
        let subject = SUBJECTS.iter().find(|(subject, _)| subject == other);
        subject.is_some_and(|(_, stems)| is_foreign && has(stems))
            || own.iter().filter(is_telling).any(|word| begin_alike(word, other))
    })
}

/// Whether two words begin alike, accents apart: "économique", "economic".
fn begin_alike(word: &str, other: &str) -> bool {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'î' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        other => other,
    };
    let first = |word: &str| word.chars().map(plain).take(5).collect::<String>();
    let (word, other) = (first(word), first(other));
    word.starts_with(&other) || other.starts_with(&word)
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn names_of_one_body_differ_by_small_words_and_by_a_part() {
        for (name, other) in [
            ("Food and Leaf Organization", "Food and Leaf Organisation of the United Nations"),
            ("Joint United Nations Programme on HIV and AIDS", "Joint Programme on HIV/AIDS"),
            ("International Narcotic Control Board", "International Narcotics Control Board"),
            ("Vienna Non-Governmental Organization Committee", "Vienna NGO Committee on Drugs"),
            ("Division for Peace Operations", "Department of Peace Operations"),
            (
                "Commission of Crime Prevention",
                "Commission on Crime Prevention and Criminal Justice",
            ),
            ("Children’s Emergency Fund", "United Nations Children's Fund"),
        ] {
            assert!(shared(name, other).is_some(), "{name}, {other}");
        }
    }

    #[test]
    fn another_word_in_the_place_of_one_is_another_body() {
        for (name, other) in [
            ("Asian Development Bank", "African Development Bank"),
            ("International Trade Centre", "International Training Centre"),
            ("International Chamber of Commerce", "International Criminal Court"),
            ("Department of State", "Department of Operational Support"),
            ("Counter-Terrorism Centre", "Counter-Terrorism Committee"),
            ("European Union", "European Union Drugs Agency Office"),
            ("United Nations Fund", "United Nations Population Fund"),
            ("Department of Peace", "Department of Peace Operations"),
            ("Office for Drugs", "United Nations Office on Drugs and Crime"),
        ] {
            assert_eq!(shared(name, other), None, "{name}, {other}");
        }
    }
}
