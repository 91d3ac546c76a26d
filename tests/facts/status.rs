//! What the note reports of each commitment, and where it is silent.

use cnd_tracker::model::{Change, Commitment, Standing, Vocabulary};

use crate::{NOTE, dataset};

/// Each link was read against the note: one more or less is a new claim about it.
#[test]
fn what_answers_each_commitment() {
    let data = dataset();
    let row = |commitment: &Commitment| {
        let standing = Standing::of(commitment, &data);
        let links = commitment.evidence.iter().filter(|evidence| !evidence.earlier);
        let links = links.map(|e| format!(" {}={}", e.paragraph, e.link.word()));
        format!("{} {}{}", commitment.id, standing.status.word(), links.collect::<String>())
    };
    let states = |c: &&Commitment| c.sources.iter().any(|source| source.document.as_str() == NOTE);
    let rows: Vec<String> = data.records().commitments.iter().filter(states).map(row).collect();
    assert_eq!(
        rows,
        [
            "increase-cooperation-2009 untracked",
            "shared-responsibility-2014 untracked",
            "accelerate-implementation-2019 untracked",
            "leave-no-one-behind-2019 untracked",
            "principal-role-of-cnd-2019 untracked",
            "leading-role-of-unodc-2019 untracked",
            "contributions-to-cnd-2019 reported 8=linked chap. I, sect. B, resolution 67/4, PP15=linked 16=linked",
            "un-system-cooperation-2019 untracked 11=linked",
            "unodc-cooperation-2019 reported 11=linked",
            "un-system-cooperation-74-178 untracked",
            "unodc-cooperation-74-178 not-reported",
            "unodc-joint-initiatives-74-178 not-reported",
            "unodc-report-to-cnd-74-178 reported 16=linked 19=linked 20=linked 22=linked 31=linked",
            "lead-ungass-coordination-2017 reported 8=stated 9=stated 9=stated",
            "synergies-and-cooperation-2018 reported 11=linked",
            "use-of-expertise-2018 untracked",
            "mutual-support-2018 untracked",
            "support-to-member-states-2018 reported 24=linked 34=linked",
            "task-team-coherent-efforts no-later-source",
            "task-team-coordinated-data-collection no-later-source",
            "inclusive-meetings-of-cnd reported chap. II, sect. B, para. 3=linked",
            "active-contributions-to-cnd reported chap. I, sect. B, resolution 67/3, para. 14=linked",
            "horizontal-cooperation-of-commissions no-later-source 37=linked",
            "joint-events-of-commissions no-later-source 37=linked",
            "outreach-for-thematic-discussions no-later-source",
            "annual-hlpf-contributions reported table 16.16=linked table 16.21=linked",
            "beijing-25-event-at-session-63 no-later-source",
        ]
    );
}

/// Whether a periodic document is expected to report on a commitment does not depend on whether it does: a reason that
/// speaks of the resolution as a whole is given for each of its commitments, and one for a commitment also for those
/// that repeat it in the same words.
#[test]
fn what_is_reported_elsewhere_is_set_whatever_is_reported() {
    let data = dataset();
    let tracked = || data.records().commitments.iter().filter(|c| c.untracked.is_none());
    for (one, reason) in tracked().filter_map(|c| Some((c, c.reported_elsewhere.as_ref()?))) {
        let is_same = |a: &Commitment, b: &Commitment| {
            a.repeats.iter().any(|it| it.commitment == b.id && it.change == Change::Same)
        };
        let is_alike = |other: &&Commitment| {
            reason.contains("this resolution") && other.instrument == one.instrument
                || is_same(one, other)
                || is_same(other, one)
        };
        for other in tracked().filter(is_alike) {
            assert!(other.reported_elsewhere.is_some(), "{} as {}", other.id, one.id);
        }
    }
}
