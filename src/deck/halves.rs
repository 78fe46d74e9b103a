//! Large decks are parsed in two halves at once.
//!
//! Most of the time of reading goes into the YAML parser. A list of cards can be cut before any line that begins an item
//! in the list's own column: in a file that is YAML such a line can be nothing else, since whatever belongs to a
//! card stands deeper, and brackets or quotes that are still open make the first half fail. Where either half fails or has
//! something to tell (a mistake, an alias across the cut, keys behind the cards), the whole is parsed instead.

use super::{
    limits::Limits,
    node::Value,
    parse::{self, Tree},
};

/// Files below this many bytes are read faster than a thread starts.
const LARGE: usize = 256 << 10;

/// The tree of `text`, or `None` where it has to be parsed as a whole.
pub(super) fn parse(text: &str, base: usize, limits: &Limits) -> Option<Tree> {
    if text.len() < LARGE {
        return None;
    }
    at_once(text, cut(text)?, base, limits)
}

/// The byte in the middle of the cards where a line begins an item of their list.
fn cut(text: &str) -> Option<usize> {
    // A document that ends before the cut would be read on behind it.
    if text.contains("\n---") || text.contains("\n...") {
        return None;
    }
    let cards = if text.starts_with("cards:") { 0 } else { text.find("\ncards:")? + 1 };
    let lines = text[cards..].find('\n')? + 1 + cards;
    let first = text[lines..].lines().find(|line| !is_idle(line))?;
    let column = first.len() - first.trim_start_matches(' ').len();
    first[column..].starts_with("- ").then_some(())?;
    let mark = format!("\n{}- ", " ".repeat(column));
    let mut middle = usize::midpoint(lines, text.len());
    while !text.is_char_boundary(middle) {
        middle += 1;
    }
    text[middle..].find(&mark).map(|at| middle + at + 1)
}

fn is_idle(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with('#')
}

fn at_once(text: &str, cut: usize, base: usize, limits: &Limits) -> Option<Tree> {
    let (front, back) = text.split_at(cut);
    let (front, back) = std::thread::scope(|scope| {
        let back = scope.spawn(|| parse::parse(back, base + cut, limits).ok());
        let front = parse::parse(front, base, limits).ok();
        (front, back.join().ok().flatten())
    });
    let (mut front, back) = (front?, back?);
    if !front.problems.is_empty() || !back.problems.is_empty() {
        return None;
    }
    let Value::Map { entries, .. } = &mut front.root.as_mut()?.value else { return None };
    let cards = &mut entries.last_mut().filter(|entry| entry.key == "cards")?.node;
    let (Value::List { items, flow: false }, end) = (&mut cards.value, &mut cards.span.end) else {
        return None;
    };
    let back_root = back.root?;
    let Value::List { items: more, flow: false } = back_root.value else { return None };
    items.extend(more);
    *end = back_root.span.end;
    if let Some(root) = &mut front.root {
        root.span.end = back_root.span.end;
    }
    Some(front)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GOOD: &str = include_str!("../../tests/corpus/good/every-kind.yaml");

    fn agree(text: &str) {
        let limits = Limits::default();
        let Some(halves) = cut(text).and_then(|cut| at_once(text, cut, 0, &limits)) else { return };
        let whole = parse::parse(text, 0, &limits).expect("what reads in halves reads as a whole");
        assert!(halves.root == whole.root && halves.problems == whole.problems, "{text}");
    }

    #[test]
    fn a_good_deck_is_cut_and_reads_the_same() {
        assert!(cut(GOOD).is_some_and(|at| GOOD[at..].starts_with("  - id: ")));
        let limits = Limits::default();
        assert!(cut(GOOD).and_then(|cut| at_once(GOOD, cut, 0, &limits)).is_some());
        agree(GOOD);
    }

    #[test]
    fn what_crosses_the_cut_is_parsed_as_a_whole() {
        let aliased = GOOD
            .replace("accept: [\"1946\"]", "accept: &a [\"1946\"]")
            .replace("answers: [Coma]", "answers: *a");
        let limits = Limits::default();
        assert!(cut(&aliased).and_then(|cut| at_once(&aliased, cut, 0, &limits)).is_none());
    }

    proptest! {
        #[test]
        fn whatever_reads_in_halves_is_what_reads_as_a_whole(text in crate::deck::laws::damaged()) {
            agree(&text);
        }
    }
}
