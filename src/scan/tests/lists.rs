//! What a chapeau asks holds for the items below it, whatever sign they begin with.

use super::limbs;

#[test]
fn a_chapeau_holds_for_the_bullets_below_it() {
    assert_eq!(
        limbs(&[
            "1. Encourages WHO to:",
            "• Plant trees;",
            "– Water them.",
            "Trees grew.",
            "• None."
        ]),
        ["encouraged: who"; 3]
    );
    assert_eq!(
        limbs(&[
            "1. Recommends that Member States:",
            "● Plant trees;",
            "● Invite WHO to count them."
        ]),
        ["recommended: member-states", "recommended: member-states", "invited: who"]
    );
    assert_eq!(limbs(&["1. UNODC met:", "• WHO, to plant trees;", "• To count them."]), [""; 0]);
    assert_eq!(limbs(&["1. Notes that trees:", "• Grow."]), ["noted: "]);
}
