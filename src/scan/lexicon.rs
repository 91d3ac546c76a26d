//! What is looked for: the names, acronyms, aliases and symbols of a dataset, in every way in which they
//! are written, and the entities of the United Nations system beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::heads;
use super::matcher::{Form, Matcher};
use super::mention::Kind;
use super::symbol;
use super::variants::variants;

/// What a form stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    pub kind: Kind,
    /// The id of the record; none for an entity that the dataset lacks.
    pub id: Option<String>,
    /// The name by which an entity that the dataset lacks is reported.
    pub name: Option<String>,
}

/// Every form of a dataset, made ready for the search.
#[derive(Debug, Default)]
pub struct Lexicon {
    targets: Vec<Target>,
    pub(super) matcher: Matcher,
    symbols: BTreeMap<String, BTreeSet<String>>,
    nouns: BTreeMap<String, Vec<String>>,
    /// Titles that a whole series bears, folded.
    pub(super) standing: BTreeSet<Vec<u8>>,
    /// The ids of bodies with a secretariat that is not that of the United Nations.
    pub(super) apart: BTreeSet<String>,
}

impl Lexicon {
    /// What the forms of a hit stand for: records before entities that the dataset lacks.
    pub(super) fn targets(&self, forms: &[usize]) -> Vec<&Target> {
        let all: BTreeSet<&Target> =
            forms.iter().map(|form| &self.targets[self.matcher.forms[*form].target]).collect();
        let has_records = all.iter().any(|target| target.id.is_some());
        all.into_iter().filter(|target| target.id.is_some() == has_records).collect()
    }

    /// The long forms of what is looked for.
    pub(super) fn names(&self, target: &Target) -> impl Iterator<Item = &str> {
        let forms = self.matcher.forms.iter();
        let of_target =
            move |form: &&Form| !form.is_acronym && self.targets[form.target] == *target;
        forms.filter(of_target).map(|form| form.surface.as_str())
    }

    /// The id of the body with this name.
    pub(super) fn body(&self, name: &str) -> Option<&str> {
        let hit = self.matcher.find(name).into_iter().find(|hit| hit.span.end == name.len())?;
        let [body] = self.targets(&hit.forms)[..] else { return None };
        body.id.as_deref()
    }

    /// The body with this acronym, where it is a joint programme and so calls itself "the Joint Programme".
    pub(super) fn joint_programme(&self, acronym: &str) -> Option<&str> {
        let id = self.body(acronym)?;
        let is_joint = |form: &Form| {
            let words = || form.surface.split(' ');
            self.targets[form.target].id.as_deref() == Some(id)
                && words().next() == Some("Joint")
                && words().any(|word| word == "Programme")
        };
        self.matcher.forms.iter().any(is_joint).then_some(id)
    }

    /// The nouns in the names of a record that tell what kind of body it is.
    pub(super) fn nouns(&self, id: &str) -> &[String] {
        self.nouns.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether all that the forms of a hit stand for are bodies with a secretariat of their own.
    pub(super) fn is_apart(&self, forms: &[usize]) -> bool {
        let is_apart = |id: &String| self.apart.contains(id);
        self.targets(forms).iter().all(|target| target.id.as_ref().is_some_and(is_apart))
    }

    /// Whether a whole series bears this title, so that alone it cites none of its documents.
    pub(super) fn is_standing(&self, title: &str) -> bool {
        self.standing.contains(&fold(title))
    }

    /// The documents of the dataset that bear this symbol.
    pub(super) fn documents(&self, symbol: &str) -> Vec<String> {
        self.symbols.get(&symbol_key(symbol)).into_iter().flatten().cloned().collect()
    }
}

/// A symbol without white space, in capitals.
fn symbol_key(symbol: &str) -> String {
    symbol.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// A lexicon that is being made.
#[derive(Default)]
pub(super) struct Builder {
    /// All of it but what is searched.
    pub lexicon: Lexicon,
    forms: Vec<Form>,
    /// The first target of each folded form.
    by_key: BTreeMap<Vec<u8>, usize>,
}

impl Builder {
    /// Adds a form under which a record is known: a name, an alias, a symbol, or an acronym, whose letters
    /// keep their case.
    pub fn add(&mut self, kind: Kind, id: &str, surface: &str, is_acronym: bool) {
        let surface = surface.trim();
        if kind == Kind::Agency && !is_acronym {
            self.lexicon.nouns.entry(id.to_owned()).or_default().extend(heads::nouns(surface));
        }
        if kind == Kind::Symbol {
            // A resolution without a symbol is called as its number is read: "Commission on … resolution 1/2".
            let symbols = &mut self.lexicon.symbols;
            symbols.entry(symbol_key(surface)).or_default().insert(id.to_owned());
            if symbol::is_symbol(surface) {
                return;
            }
        }
        let has_letters = surface.chars().any(char::is_alphabetic);
        if has_letters || kind == Kind::Symbol {
            let target = self.target(Target { kind, id: Some(id.to_owned()), name: None });
            self.add_forms(surface, kind, target, is_acronym);
        }
    }

    /// The lexicon of what was added, and of those entities of the United Nations system that it lacks.
    pub fn finish(mut self) -> Lexicon {
        self.add_entities();
        Lexicon { matcher: Matcher::new(self.forms), ..self.lexicon }
    }

    fn target(&mut self, target: Target) -> usize {
        self.lexicon.targets.push(target);
        self.lexicon.targets.len() - 1
    }

    fn add_forms(&mut self, surface: &str, kind: Kind, target: usize, is_acronym: bool) {
        for surface in if is_acronym { vec![surface.to_owned()] } else { variants(surface, kind) } {
            let is_one_word = !surface.contains(char::is_whitespace);
            // Names that are common words in small letters: "executive committee", "listen first".
            let is_common = kind == Kind::Agency
                && surface.split_whitespace().all(heads::is_generic)
                || kind == Kind::Programme && surface.split_whitespace().count() < 3;
            // "southern Africa", "sub-Saharan Africa"
            let is_part = kind == Kind::Region && begins_with_direction(&surface);
            self.by_key.entry(fold(&surface)).or_insert(target);
            self.forms.push(Form {
                target,
                is_acronym,
                needs_capital: !is_acronym
                    && (kind.is_place() && !is_part
                        || (is_one_word || is_common) && surface.starts_with(char::is_uppercase)),
                is_open: matches!(kind, Kind::Programme | Kind::Symbol | Kind::Group),
                surface,
            });
        }
    }

    /// The entities of the United Nations system that the dataset lacks, and the acronyms of those that
    /// it has.
    fn add_entities(&mut self) {
        for line in include_str!("entities.tsv").lines().skip(1) {
            let Some((acronym, name)) = line.split_once('\t') else { continue };
            let known =
                variants(name, Kind::Agency).iter().find_map(|name| self.by_key.get(&fold(name)));
            let target = match known {
                Some(target) => *target,
                None => {
                    let target =
                        Target { kind: Kind::Agency, id: None, name: Some(name.to_owned()) };
                    let target = self.target(target);
                    self.add_forms(name, Kind::Agency, target, false);
                    target
                }
            };
            if !acronym.is_empty() && !self.by_key.contains_key(&fold(acronym)) {
                self.add_forms(acronym, Kind::Agency, target, true);
            }
        }
    }
}

/// Whether the name of a region begins with its direction within a larger region.
fn begins_with_direction(name: &str) -> bool {
    const DIRECTIONS: [&str; 7] = ["central", "east", "middle", "north", "south", "sub-", "west"];
    let lower = name.to_lowercase();
    lower.contains(' ') && DIRECTIONS.iter().any(|direction| lower.starts_with(direction))
}
