//! `cnd commitments`

use crate::support::{DATA, Test, transcript};

#[test]
fn transcripts() {
    transcript("commitments");
}

#[test]
fn what_the_editors_link_does_not_complete() {
    let data = format!("{DATA}/check/linked-completion");
    Test::new(["commitments", "--columns", "status,evidence", "-f", "csv", "--data", &data])
        .stdout(
            "status,evidence\nreported,\"note, para. 1: work (linked, does not complete it: only a source \
             can say so)\"\n",
        )
        .run();
}
