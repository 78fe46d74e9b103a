//! Pairing answers with what is expected, one to one.

/// The largest pairing of `left` answers with `right` expectations where `fits(answer, expectation)`: for each
/// expectation, the answer that it got. The number of pairs does not depend on the order of either side.
///
/// Augmenting paths (Kuhn's algorithm); the sides are a handful of zones or items.
pub(super) fn assign(left: usize, right: usize, fits: &dyn Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    let mut owner = vec![None; right];
    for answer in 0..left {
        let mut visited = vec![false; right];
        place(answer, fits, &mut owner, &mut visited);
    }
    owner
}

/// Finds a place for `answer`, moving others on where they have somewhere else to go.
fn place(
    answer: usize,
    fits: &dyn Fn(usize, usize) -> bool,
    owner: &mut [Option<usize>],
    visited: &mut [bool],
) -> bool {
    for at in 0..owner.len() {
        if visited[at] || !fits(answer, at) {
            continue;
        }
        visited[at] = true;
        let free = match owner[at] {
            None => true,
            Some(other) => place(other, fits, owner, visited),
        };
        if free {
            owner[at] = Some(answer);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_moves_on_to_leave_its_place_to_one_that_has_no_other() {
        // Answer 0 fits both, answer 1 only the first.
        let fits = |answer: usize, at: usize| answer == 0 || at == 0;
        assert_eq!(assign(2, 2, &fits), [Some(1), Some(0)]);
    }

    #[test]
    fn what_nothing_fits_stays_empty() {
        assert_eq!(assign(2, 2, &|_, at| at == 1), [None, Some(0)]);
        assert!(assign(0, 0, &|_, _| true).is_empty());
    }
}
