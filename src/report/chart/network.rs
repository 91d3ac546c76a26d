//! Agencies named together, as a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::TAU;

use maud::{Markup, html};

use crate::model::{Dataset, Vocabulary, counted};
use crate::query::{End, Pair, PairFilter};
use crate::render::legible;

use super::super::answer::Answer;
use super::{Chart, Drawing, in_roles, px, scale, shorten};

/// So many agencies and pairs are drawn; weaker pairs are left out.
const AGENCIES: usize = 48;
const PAIRS: usize = 160;
/// The number of pairs in the table.
const ROWS: usize = 40;
/// The measures of the drawing.
const RADIUS: u32 = 205;
const GAP: u32 = 14;
/// The longest label, and the width of a letter.
const LETTERS: usize = 18;
const LETTER: usize = 8;

/// An agency on the circle.
struct Node<'a> {
    end: End<'a>,
    pairs: usize,
    angle: f64,
}

/// The pairs of the programmes that were found.
pub fn network(answer: &Answer<'_>, dataset: &Dataset) -> Chart {
    let (pairs, _) = PairFilter::default().find(&answer.programmes, dataset);
    let drawn = strongest(&pairs);
    let least = drawn.last().map_or(1, |pair| pair.programmes.len());
    let nodes = circle(drawn);
    let row = |pair: &Pair<'_>| {
        vec![format!("{} – {}", pair.a.label, pair.b.label), pair.programmes.len().to_string()]
    };
    let some = if drawn.len() < pairs.len() {
        format!(
            " The chart shows {} of {} pairs: those named together in at least {least} programmes.",
            drawn.len(),
            pairs.len()
        )
    } else {
        let are = if pairs.len() == 1 { "is" } else { "are" };
        format!(" There {are} {}.", counted(pairs.len(), "pair"))
    };
    let listed = if pairs.len() > ROWS {
        format!(" The table lists the {ROWS} pairs with the most programmes.")
    } else {
        String::new()
    };
    Chart {
        id: "network",
        title: "Agencies named together".to_owned(),
        caption: format!(
            "A line joins two agencies that a document names in the same programme, {}; thicker lines mean more \
             programmes. Being named together can mean joint work, membership or attendance.{some}{listed}",
            in_roles(&answer.filter.roles)
        ),
        drawing: (!drawn.is_empty()).then(|| draw(drawn, &nodes)),
        headings: ["Agencies", "Programmes"].map(str::to_owned).to_vec(),
        rows: pairs.iter().take(ROWS).map(row).collect(),
    }
}

/// The pairs with most programmes, as long as there is room for their agencies; of pairs with equally many, all or
/// none, unless none would be left.
fn strongest<'p, 'a>(pairs: &'p [Pair<'a>]) -> &'p [Pair<'a>] {
    let mut agencies: BTreeSet<&str> = BTreeSet::new();
    let fits = |pair: &&'p Pair<'a>| {
        agencies.extend([pair.a.key, pair.b.key]);
        agencies.len() <= AGENCIES
    };
    let room = pairs.iter().take(PAIRS).take_while(fits).count();
    let Some(next) = pairs.get(room) else { return pairs };
    let whole = pairs.partition_point(|pair| pair.programmes.len() > next.programmes.len());
    &pairs[..if whole == 0 { room } else { whole }]
}

/// The agencies of the pairs, by kind and then by label, around the circle.
fn circle<'a>(pairs: &[Pair<'a>]) -> BTreeMap<&'a str, Node<'a>> {
    let mut nodes: BTreeMap<&str, Node<'a>> = BTreeMap::new();
    for end in pairs.iter().flat_map(|pair| [pair.a, pair.b]) {
        let node = nodes.entry(end.key).or_insert(Node { end, pairs: 0, angle: 0.0 });
        node.pairs += 1;
    }
    let kind = |end: &End<'_>| end.agency.map_or("", |agency| agency.kind.word());
    let count = nodes.len();
    let mut order: Vec<&mut Node<'a>> = nodes.values_mut().collect();
    order.sort_by_key(|node| (kind(&node.end), node.end.label));
    for (at, node) in order.into_iter().enumerate() {
        node.angle = scale(at, count, TAU) - TAU / 4.0;
    }
    nodes
}

/// A place on a circle around the middle.
fn at(angle: f64, radius: u32) -> (f64, f64) {
    (angle.cos() * f64::from(radius), angle.sin() * f64::from(radius))
}

fn draw(pairs: &[Pair<'_>], nodes: &BTreeMap<&str, Node<'_>>) -> Drawing {
    let degree = nodes.values().map(|node| node.pairs).max().unwrap_or(1);
    let longest = nodes.values().map(|node| node.end.label.chars().count().min(LETTERS)).max();
    let room = u32::try_from(longest.unwrap_or(0) * LETTER).unwrap_or(0);
    let middle = RADIUS + GAP + room;
    let content = html! {
        g transform={ "translate(" (middle) " " (middle) ")" } {
            (lines(pairs, nodes))
            @for node in nodes.values() {
                @let (x, y) = at(node.angle, RADIUS);
                circle.node cx=(px(x)) cy=(px(y)) r=(px(3.0 + scale(node.pairs, degree, 6.0))) {}
                (label(node))
            }
        }
    };
    Drawing { width: middle * 2, height: middle * 2, content }
}

/// The lines between agencies, the strongest last, above the others.
fn lines(pairs: &[Pair<'_>], nodes: &BTreeMap<&str, Node<'_>>) -> Markup {
    let most = pairs.iter().map(|pair| pair.programmes.len()).max().unwrap_or(1);
    html! {
        @for pair in pairs.iter().rev() {
            @if let (Some(a), Some(b)) = (nodes.get(pair.a.key), nodes.get(pair.b.key)) {
                @let ((ax, ay), (bx, by)) = (at(a.angle, RADIUS), at(b.angle, RADIUS));
                @let strength = scale(pair.programmes.len(), most, 1.0).sqrt();
                path.edge d={ "M" (px(ax)) " " (px(ay)) "Q0 0 " (px(bx)) " " (px(by)) }
                    stroke-width=(px(0.6 + strength * 5.0)) stroke-opacity=(px(0.25 + strength * 0.6)) {
                    title { (legible(pair.a.label)) " – " (legible(pair.b.label)) ": " (pair.programmes.len()) }
                }
            }
        }
    }
}

/// The label, outside the circle, in the direction of its agency and never upside down.
fn label(node: &Node<'_>) -> Markup {
    let (x, y) = at(node.angle, RADIUS + GAP);
    let degrees = node.angle.to_degrees();
    let is_left = node.angle.cos() < -1e-9;
    let turn = if is_left { degrees + 180.0 } else { degrees };
    html! {
        text.end[is_left] x=(px(x)) y=(px(y)) dy="4" transform={ "rotate(" (px(turn)) " " (px(x)) " " (px(y)) ")" } {
            title { (legible(node.end.label)) }
            (legible(&shorten(node.end.label, LETTERS)))
        }
    }
}
