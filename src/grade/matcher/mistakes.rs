//! Typing mistakes.

/// Letters that are written for one another by who spells by ear.
const ALIKE: &[&str] =
    &["ae", "ei", "iy", "ou", "eu", "sc", "sz", "ck", "cq", "kq", "gj", "mn", "st", "ct", "sx", "vw"];

/// The rows of the keyboards; a neighbour is hit by accident.
const ROWS: &[&str] = &["azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// Words shorter than this are one key away from too many others.
const LONG: usize = 8;

/// How many letters differ (left out, added, another one, or two neighbours swapped), and whether all of that is the
/// kind of mistake that is made in typing and spelling. Another letter is one only where the two sound alike or, in
/// a long word, lie side by side on the keyboard.
pub(super) fn between(expected: &str, typed: &str) -> (usize, bool) {
    let (e, t): (Vec<char>, Vec<char>) = (expected.chars().collect(), typed.chars().collect());
    let keys = e.len() >= LONG;
    let plain = distance(&e, &t, |_, _| 1);
    // Where every shortest way goes through an unlikely letter, making those dear makes the way longer.
    let dear = distance(&e, &t, |a, b| if is_likely(a, b, keys) { 1 } else { 3 });
    (plain, plain == dear)
}

fn is_likely(a: char, b: char, keys: bool) -> bool {
    let alike = ALIKE.iter().any(|pair| pair.contains(a) && pair.contains(b));
    let beside = |row: &&str| row.find(a).zip(row.find(b)).is_some_and(|(x, y)| x.abs_diff(y) == 1);
    alike || (keys && ROWS.iter().any(beside))
}

/// Optimal string alignment with the price of each replacement given.
fn distance(a: &[char], b: &[char], price: impl Fn(char, char) -> usize) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let replaced = above[j] + if x == y { 0 } else { price(x, y) };
            let mut least = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_left_out_added_swapped_or_heard_otherwise_are_mistakes() {
        for (a, b) in [
            ("parlement", "parlment"),
            ("appendicite", "apendicite"),
            ("parlement", "parelment"),
            ("prevention", "prevension"),
            ("parlement", "parlemant"),
            ("parlement", "parlrment"),
        ] {
            assert_eq!(between(a, b), (1, true), "{a}, {b}");
        }
    }

    #[test]
    fn a_letter_that_is_not_mistyped_for_another_is_none() {
        for (a, b) in
            [("renine", "retine"), ("carie", "carpe"), ("osteoblaste", "osteoclaste"), ("serum", "sebum")]
        {
            assert_eq!(between(a, b), (1, false), "{a}, {b}");
        }
    }

    proptest! {
        #[test]
        fn the_count_is_the_usual_distance(a in "[a-f]{0,8}", b in "[a-f]{0,8}") {
            prop_assert_eq!(between(&a, &b).0, strsim::osa_distance(&a, &b));
        }
    }
}
