//! Which locators are one card.
//!
//! An alias between two cards as a whole makes them one, part by part: `a` and `b`, and for every part `p`, `a#p` and
//! `b#p`. An alias that names a part makes just those two schedules one. Aliases are symmetric and classes are their
//! unions, so neither order nor rings matter.

use std::collections::BTreeSet;

/// The aliases of a card and its parts, as pairs of which the first is on that card.
pub(super) type Edges<'a, E> = &'a mut dyn FnMut(&str) -> Result<Vec<(String, String)>, E>;

/// The card and the part of a locator's text.
pub(super) fn split(locator: &str) -> (&str, Option<&str>) {
    match locator.split_once('#') {
        Some((card, part)) => (card, Some(part)),
        None => (locator, None),
    }
}

/// All schedules that are one with `start`, itself included.
pub(super) fn class<E>(start: &str, edges: Edges<'_, E>) -> Result<BTreeSet<String>, E> {
    let mut out = BTreeSet::from([start.to_owned()]);
    let mut open = vec![start.to_owned()];
    while let Some(locator) = open.pop() {
        let (card, part) = split(&locator);
        for (a, b) in edges(card)? {
            let next = match part {
                _ if a == locator => b,
                Some(part) if !a.contains('#') && !b.contains('#') => format!("{b}#{part}"),
                _ => continue,
            };
            if out.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    Ok(out)
}

/// All cards (as a whole) that any alias connects with one of `starts`, themselves included.
pub(super) fn cards<E>(
    starts: impl IntoIterator<Item = String>,
    edges: Edges<'_, E>,
) -> Result<BTreeSet<String>, E> {
    let mut out: BTreeSet<String> = starts.into_iter().collect();
    let mut open: Vec<String> = out.iter().cloned().collect();
    while let Some(card) = open.pop() {
        for (_, b) in edges(&card)? {
            let next = split(&b).0.to_owned();
            if out.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn edges_of(aliases: &[(&str, &str)]) -> impl Fn(&str) -> Result<Vec<(String, String)>, Infallible> {
        let both: Vec<(String, String)> = aliases
            .iter()
            .flat_map(|&(a, b)| [(a.to_owned(), b.to_owned()), (b.to_owned(), a.to_owned())])
            .collect();
        move |card| Ok(both.iter().filter(|(a, _)| split(a).0 == card).cloned().collect())
    }

    fn class_of(start: &str, aliases: &[(&str, &str)]) -> Vec<String> {
        let mut edges = edges_of(aliases);
        let Ok(out) = class(start, &mut |card: &str| edges_mut(&mut edges, card));
        out.into_iter().collect()
    }

    fn edges_mut(
        edges: &mut impl Fn(&str) -> Result<Vec<(String, String)>, Infallible>,
        card: &str,
    ) -> Result<Vec<(String, String)>, Infallible> {
        edges(card)
    }

    #[test]
    fn a_card_alone_is_its_own_class() {
        assert_eq!(class_of("d/x", &[]), ["d/x"]);
    }

    #[test]
    fn cards_are_one_part_by_part() {
        let aliases = [("d/x", "d/y"), ("d/z", "d/y")];
        assert_eq!(class_of("d/x#c1", &aliases), ["d/x#c1", "d/y#c1", "d/z#c1"]);
        assert_eq!(class_of("d/y", &aliases), ["d/x", "d/y", "d/z"]);
    }

    #[test]
    fn an_alias_of_parts_is_about_those_alone() {
        let aliases = [("d/x#~a", "d/y#~b")];
        assert_eq!(class_of("d/x#~a", &aliases), ["d/x#~a", "d/y#~b"]);
        assert_eq!(class_of("d/x#~c", &aliases), ["d/x#~c"]);
        assert_eq!(class_of("d/x", &aliases), ["d/x"]);
    }

    #[test]
    fn a_card_may_become_a_part() {
        let aliases = [("d/x", "d/y#c1"), ("d/y", "d/z")];
        assert_eq!(class_of("d/x", &aliases), ["d/x", "d/y#c1", "d/z#c1"]);
        assert_eq!(class_of("d/x#c1", &aliases), ["d/x#c1"]);
    }

    #[test]
    fn rings_end_and_every_member_sees_the_same_class() {
        let aliases = [("d/a", "d/b"), ("d/b", "d/c#p"), ("d/c#p", "d/a"), ("d/c", "d/a"), ("d/b", "d/b")];
        let whole = class_of("d/a", &aliases);
        for member in &whole {
            assert_eq!(&class_of(member, &aliases), &whole);
        }
    }
}
