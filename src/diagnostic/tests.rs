//! Which faults are kept where there are very many.

use super::{Code, Fault, Faults, MOST, Span};

fn fault(code: Code) -> Fault {
    Fault::at(code, Span::at(1, 1), "")
}

#[test]
fn many_warnings_leave_room_for_an_error() {
    let mut faults = Faults::default();
    (0..=MOST).for_each(|_| faults.add(fault(Code::Unquoted)));
    faults.add(fault(Code::UnknownWord));
    assert!(faults.is_cut() && !faults.is_full());
    assert_eq!((faults.kept().len(), faults.errors()), (MOST + 1, 1));
    assert_eq!(faults.kept()[MOST].code, Code::UnknownWord);
}

#[test]
fn behind_the_last_that_is_kept_errors_are_counted() {
    let mut faults = Faults::default();
    (0..=MOST).for_each(|_| faults.add(fault(Code::UnknownKey)));
    assert!(faults.is_cut() && faults.is_full());
    assert_eq!((faults.kept().len(), faults.errors()), (MOST, MOST + 1));
}
