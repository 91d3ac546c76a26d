//! One page for people: figures, charts and tables of a dataset, or of a part of it, in a file that needs nothing else.

mod answer;
mod chart;
mod figure;
mod link;
mod listing;
mod listings;
mod title;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::model::{Dataset, Date, Document, Step, capitalised, counted};
use crate::query::{
    FoundAgency, FoundCommitment, FoundProgramme, on_counted_as, on_editors, on_expected, on_names,
    on_part, on_roles, on_shares, shell_word,
};
use crate::render::legible;

pub use answer::Answer;
use chart::Chart;
use link::Links;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// What hides the later rows of long tables until the script has taken them into pages.
const BEGIN: &str = "document.documentElement.classList.add(\"script\")";

/// What a page says of where it comes from.
pub struct Origin {
    /// What was asked: each flag that was given, with its value.
    pub asked: Vec<(String, String)>,
    /// The digest of the dataset.
    pub digest: String,
}

/// The page of an answer.
pub fn page(answer: &Answer<'_>, origin: &Origin, dataset: &Dataset) -> String {
    let title = title::title(&origin.asked, answer.filter, dataset);
    let charts = charts(answer, dataset);
    let (listings, links) = (listings::of(answer, dataset), Links::new(dataset));
    let commitments = answer.commitments.as_deref().unwrap_or_default();
    let named = answer.programmes.iter().flat_map(FoundProgramme::named);
    let named = named.chain(commitments.iter().flat_map(FoundCommitment::named));
    let named = named.chain(answer.agencies.iter().flat_map(FoundAgency::named));
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&title))
            body {
                a.skip href="#main" { "Skip to figures" }
                header {
                    h1 { (legible(&title)) }
                    (about(answer, origin, dataset))
                    nav aria-label="Contents" {
                        ul {
                            li { a href="#figures" { "Figures" } }
                            @if !charts.is_empty() { li { a href="#charts" { "Charts" } } }
                            @for listing in &listings { li { a href={ "#" (listing.name()) } { (listing.title()) } } }
                        }
                    }
                }
                main id="main" {
                    section id="figures" aria-labelledby="figures-title" {
                        h2 id="figures-title" { "Figures" }
                        @match answer.unread(dataset) {
                            Some(why) => p { (legible(&why)) "." },
                            None => (figure::list(&figure::figures(answer, dataset))),
                        }
                        p.note {
                            "If no document reports something, it may still have been done. Being named together \
                             does not show how closely agencies work together."
                        }
                        @if let Some(who) = on_editors(&answer.programmes, dataset) { p.note { "On pillars: " (who) "." } }
                        @if let Some(why) = on_shares(&answer.programmes, dataset) { p.note { "On shares: " (legible(&why)) "." } }
                        @for of_an_office in on_counted_as(answer.agencies.iter(), dataset) { p.note { "On offices: " (legible(&of_an_office)) "." } }
                        @if let Some(what) = on_expected(commitments, dataset) { p.note { "On commitments: " (what) "." } }
                        @if let Some(who) = on_roles(&answer.filter.roles, true) { p.note { "On roles: " (who) "." } }
                        @if let Some(names) = on_names(named, |_| true, dataset) { p.note { "On agencies: " (legible(&names)) "." } }
                    }
                    @if !charts.is_empty() {
                        section id="charts" aria-labelledby="charts-title" {
                            h2 id="charts-title" { "Charts" }
                            div.charts { @for chart in &charts { (chart.figure()) } }
                        }
                    }
                    @for listing in &listings { (listing.section(&links)) }
                }
                footer { p.note { "Made by cnd " (env!("CARGO_PKG_VERSION")) ". Each row cites its paragraphs." } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// The charts that there is something to draw for.
fn charts(answer: &Answer<'_>, dataset: &Dataset) -> Vec<Chart> {
    let of_programmes: [fn(&Answer<'_>, &Dataset) -> Chart; 4] =
        [chart::pillars, chart::agencies, chart::heat, chart::network];
    let mut charts = Vec::new();
    if !answer.programmes.is_empty() {
        charts.extend(of_programmes.map(|chart| chart(answer, dataset)));
    }
    let commitments = answer.commitments.as_deref().unwrap_or_default();
    charts.push(chart::timeline(commitments, dataset));
    charts.retain(|chart| chart.drawing.is_some());
    charts
}

fn head(title: &str) -> Markup {
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}'; style-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(BEGIN),
        hash(SCRIPT),
        hash(STYLE)
    );
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            link rel="icon" href="data:,";
            title { (legible(title)) }
            style { (PreEscaped(STYLE)) }
            script { (PreEscaped(BEGIN)) }
        }
    }
}

/// The hash by which the policy admits a script or a style.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn about(answer: &Answer<'_>, origin: &Origin, dataset: &Dataset) -> Markup {
    let options: Vec<String> =
        origin.asked.iter().map(|(flag, value)| option(flag, value)).collect();
    let (all, questions) = (dataset.records(), open_questions(dataset));
    html! {
        p {
            "Programmes" @if answer.commitments.is_some() { ", agencies and commitments" } @else { " and agencies" }
            " relating to the work of the Commission on Narcotic Drugs, as reported in the documents of the dataset."
        }
        dl.about {
            dt { "Selection" }
            dd {
                @if options.is_empty() { "the whole dataset" }
                @else { code { "cnd report " (legible(&options.join(" "))) } }
            }
            dt { "Dataset" }
            dd {
                (legible(dataset.name())) ": " (all.programmes.len()) " programmes, " (all.agencies.len())
                " agencies, " (all.documents.len()) " documents, " (all.commitments.len()) " commitments"
            }
            dt { "Digest" }
            dd { code { (origin.digest) } }
            dt { "Latest document in the dataset" }
            dd {
                @match newest(dataset) {
                    Some((document, date)) => { (legible(document.label())) ", " (date) },
                    None => "no document has a date",
                }
            }
            @if questions > 0 {
                dt { "Open" }
                dd { (counted(questions, "question")) " still open with the editors of the dataset: the content may \
                 change" }
            }
        }
        @if let Some(part) = on_part(dataset) { p { (legible(&part)) "." } }
        @if let Some(left_out) = &answer.left_out {
            p { (capitalised(left_out)) "." }
        }
    }
}

/// The number of open questions for the editors of the dataset.
fn open_questions(dataset: &Dataset) -> usize {
    let mut questions = 0;
    for (_, record) in dataset.records().every() {
        record.fields().leaves(&mut |path, _| {
            questions += usize::from(matches!(path, [.., Step::Key("review"), _]));
        });
    }
    questions
}

fn option(flag: &str, value: &str) -> String {
    let flag = flag.replace('_', "-");
    match value {
        "yes" if matches!(flag.as_str(), "joint" | "second") => format!("--{flag}"),
        value => format!("--{flag} {}", shell_word(value)),
    }
}

/// The newest document that the dataset has read, or else that it names, with its date.
fn newest(dataset: &Dataset) -> Option<(&Document, Date)> {
    let dated = |read: bool| {
        let documents = dataset.records().documents.iter();
        let wanted = documents.filter(move |document| !read || document.coverage.is_some());
        wanted.filter_map(|document| Some((document, document.date?))).max_by_key(|(_, date)| *date)
    };
    dated(true).or_else(|| dated(false))
}
