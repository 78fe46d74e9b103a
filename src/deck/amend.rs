//! Changing single cards in a file, and nothing else in it: comments, order and quoting stay.

use std::collections::{HashMap, HashSet};

use super::{
    diagnostic::Edit,
    fix::apply,
    limits::Limits,
    media::Media,
    node::{Entry, Node, Value},
    quote::quoted,
    read::{Deck, read_whole},
    source::Source,
};
use crate::card::{Card, CardKey, ObjectiveId};

/// A change of one card, or of what the head declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment {
    /// A draft becomes a card.
    Accept(CardKey),
    /// A card is taken out.
    Remove(CardKey),
    /// A card is written anew, as [`write_card`](super::write_card) writes it.
    Replace(CardKey, String),
    /// A card is added behind the others, as [`write_card`](super::write_card) writes it.
    Append(String),
    /// The head declares an objective.
    Objective(ObjectiveId),
    /// The head declares a source: its key and its title.
    Source(String, String),
}

/// Makes the changes; `None` when one cannot be made where the file is as it is, or when anything else would change with it:
/// then the student has to do it in an editor.
#[must_use]
pub fn amend(source: &str, media: &dyn Media, amendments: &[Amendment]) -> Option<String> {
    let limits = Limits::default();
    let before = read_whole(source.as_bytes(), media, &limits);
    let deck = before.reading.deck?;
    let file = File::new(source, before.root.as_ref()?, &deck)?;
    let mut edits = Vec::new();
    let mut appended = String::new();
    for amendment in amendments {
        match amendment {
            Amendment::Accept(key) => edits.push(file.accept(file.item(key)?)?),
            Amendment::Remove(key) => edits.push(file.remove(file.item(key)?)?),
            Amendment::Replace(key, text) => edits.push(file.replace(file.item(key)?, text)?),
            Amendment::Append(text) => {
                appended.push('\n');
                appended.push_str(text);
            }
            Amendment::Objective(_) | Amendment::Source(..) => {}
        }
    }
    let removed = amendments.iter().filter(|amendment| matches!(amendment, Amendment::Remove(_))).count();
    if removed == file.items.len() && appended.is_empty() && removed > 0 {
        edits.push(Edit {
            span: file.cards.key_span.end + 1..file.cards.key_span.end + 1,
            text: " []".to_owned(),
        });
    }
    edits.extend(file.declare(amendments)?);
    edits.extend(file.append(&appended)?);
    edits.sort_by_key(|edit| edit.span.start);
    if edits.windows(2).any(|pair| pair[0].span.end > pair[1].span.start) {
        return None;
    }
    if source.contains("\r\n") {
        for edit in &mut edits {
            edit.text = edit.text.replace('\n', "\r\n");
        }
    }
    let text = apply(source, &edits);
    let after = read_whole(text.as_bytes(), media, &limits).reading.deck?;
    is_as_wished(&deck, &after, amendments).then_some(text)
}

/// Whether every card is what it was, but for the amendments.
fn is_as_wished(before: &Deck, after: &Deck, amendments: &[Amendment]) -> bool {
    let (mut accepted, mut removed, mut replaced) = (HashSet::new(), HashSet::new(), HashSet::new());
    for amendment in amendments {
        let (set, key) = match amendment {
            Amendment::Accept(key) => (&mut accepted, key),
            Amendment::Remove(key) => (&mut removed, key),
            Amendment::Replace(key, _) => (&mut replaced, key),
            Amendment::Append(_) | Amendment::Objective(_) | Amendment::Source(..) => continue,
        };
        set.insert(key);
    }
    let mut rest = after.cards.iter();
    for card in &before.cards {
        if removed.contains(&card.key) {
            continue;
        }
        let Some(now) = rest.next() else { return false };
        if replaced.contains(&card.key) {
            continue;
        }
        let mut wanted = Card { line: now.line, ..card.clone() };
        wanted.meta.draft &= !accepted.contains(&card.key);
        if wanted != *now {
            return false;
        }
    }
    let appended = amendments.iter().filter(|a| matches!(a, Amendment::Append(_))).count();
    rest.count() == appended
}

/// A file and the places of its cards.
struct File<'a> {
    text: &'a str,
    entries: &'a [Entry],
    cards: &'a Entry,
    items: &'a [Node],
    /// The items by the cards that were read of them; `None` where a line holds several.
    of_cards: HashMap<&'a CardKey, Option<&'a Node>>,
}

impl<'a> File<'a> {
    fn new(text: &'a str, root: &'a Node, deck: &'a Deck) -> Option<Self> {
        let Value::Map { entries, flow: false } = &root.value else { return None };
        let cards = entries.iter().find(|entry| entry.key == "cards")?;
        let items = match &cards.node.value {
            Value::List { items, flow } if !flow || items.is_empty() => items.as_slice(),
            Value::Nothing => &[],
            _ => return None,
        };
        // Cards know the line of their first key.
        let lines = Source::new(text);
        let mut by_line: HashMap<usize, Option<&Node>> = HashMap::new();
        for item in items {
            if let Some(entry) = keys(item).and_then(|entries| entries.first()) {
                let line = lines.line(entry.key_span.start);
                by_line.entry(line).and_modify(|several| *several = None).or_insert(Some(item));
            }
        }
        let mut of_cards = HashMap::new();
        for card in &deck.cards {
            let item = by_line.get(&(card.line as usize)).copied().flatten();
            of_cards.entry(&card.key).or_insert(item);
        }
        Some(Self { text, entries, cards, items, of_cards })
    }

    /// The item of a card.
    fn item(&self, key: &CardKey) -> Option<&'a Node> {
        self.of_cards.get(key).copied().flatten()
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    /// Behind the line that holds byte `at`, its line end included.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// Where a node's last character ends, without blank lines and comments behind it: the parser counts them to a block
    /// of text before them. What stands in such a block stands further in than `column`, where the node's dash is.
    fn end(&self, node: &Node, column: usize) -> usize {
        let mut text = self.text[..node.span.end].trim_end();
        loop {
            let line = &text[text.rfind('\n').map_or(0, |at| at + 1)..];
            let content = line.trim_start_matches(' ');
            if text.len() - line.len() <= node.span.start
                || !content.starts_with('#')
                || line.len() - content.len() > column
            {
                return text.len();
            }
            text = text[..text.len() - line.len()].trim_end();
        }
    }

    /// Where the line of an item's dash begins, and how far in the dash stands.
    fn dash(&self, item: &Node) -> Option<(usize, usize)> {
        let before = self.text[..item.span.start].trim_end();
        let dash = before.strip_suffix('-')?.len();
        let start = self.line_start(dash);
        self.text[start..dash].chars().all(|c| c == ' ').then_some((start, dash - start))
    }

    fn accept(&self, item: &Node) -> Option<Edit> {
        let (entries, flow) = (keys(item)?, matches!(item.value, Value::Map { flow: true, .. }));
        let Some(number) = entries.iter().position(|entry| entry.key == "draft") else {
            // The draft comes from the deck's defaults.
            let at = entries.first()?.key_span.start;
            let column = self.text[self.line_start(at)..at].chars().count();
            let rest = if flow { ", ".to_owned() } else { format!("\n{}", " ".repeat(column)) };
            return Some(Edit { span: at..at, text: format!("draft: false{rest}") });
        };
        let entry = &entries[number];
        if flow || number == 0 {
            return Some(Edit { span: entry.node.span.clone(), text: "false".to_owned() });
        }
        let span = self.line_start(entry.key_span.start)..self.line_end(self.end(&entry.node, 0));
        Some(Edit { span, text: String::new() })
    }

    fn remove(&self, item: &Node) -> Option<Edit> {
        let (start, column) = self.dash(item)?;
        let mut end = self.line_end(self.end(item, column));
        let next = self.line_end(end);
        if next > end && self.text[end..next].trim().is_empty() {
            end = next;
        }
        Some(Edit { span: start..end, text: String::new() })
    }

    fn replace(&self, item: &Node, text: &str) -> Option<Edit> {
        let (start, column) = self.dash(item)?;
        let text = indented(text, column)?;
        Some(Edit { span: start..self.end(item, column), text: text.trim_end().to_owned() })
    }

    fn append(&self, text: &str) -> Option<Vec<Edit>> {
        if text.is_empty() {
            return Some(Vec::new());
        }
        let Some(last) = self.items.last() else {
            // `cards:` or `cards: []`
            let start = self.cards.key_span.end + 1;
            let end = self.line_end(self.cards.node.span.end.max(start)).max(start);
            let text = format!("\n{}", text.trim_start_matches('\n'));
            return Some(vec![Edit { span: start..end, text }]);
        };
        let (_, column) = self.dash(last)?;
        let at = self.line_end(self.end(last, column));
        let ended = self.text[..at].ends_with('\n');
        let text = format!("{}{}", if ended { "" } else { "\n" }, indented(text, column)?);
        Some(vec![Edit { span: at..at, text }])
    }

    /// What the head has to say besides, each kind behind what it says already or before the cards.
    fn declare(&self, amendments: &[Amendment]) -> Option<Vec<Edit>> {
        let mut objectives: Vec<String> = Vec::new();
        let mut sources: Vec<String> = Vec::new();
        for amendment in amendments {
            match amendment {
                Amendment::Objective(id) => objectives.push(format!("- id: {id}")),
                Amendment::Source(key, title) => sources.push(format!("{}: {}", quoted(key), quoted(title))),
                _ => {}
            }
        }
        let mut before_cards = String::new();
        let mut edits = Vec::new();
        for (name, lines) in [("objectives", objectives), ("sources", sources)] {
            if lines.is_empty() {
                continue;
            }
            let Some(entry) = self.entries.iter().find(|entry| entry.key == name) else {
                before_cards.push_str(name);
                before_cards.push_str(":\n");
                for line in &lines {
                    before_cards.push_str("  ");
                    before_cards.push_str(line);
                    before_cards.push('\n');
                }
                continue;
            };
            let column = match &entry.node.value {
                Value::List { items, flow: false } => self.dash(items.first()?)?.1,
                Value::Map { entries, flow: false } => {
                    let at = entries.first()?.key_span.start;
                    self.text[self.line_start(at)..at].chars().count()
                }
                _ => return None,
            };
            let at = self.line_end(self.end(&entry.node, column));
            let indent = " ".repeat(column);
            let text = lines.iter().flat_map(|line| [indent.as_str(), line, "\n"]).collect();
            edits.push(Edit { span: at..at, text });
        }
        if !before_cards.is_empty() {
            let at = self.line_start(self.cards.key_span.start);
            edits.push(Edit { span: at..at, text: before_cards });
        }
        Some(edits)
    }
}

fn keys(item: &Node) -> Option<&[Entry]> {
    match &item.value {
        Value::Map { entries, .. } => Some(entries),
        _ => None,
    }
}

/// A card's text, which is written with its dash two columns in, with its dash at `column`.
fn indented(text: &str, column: usize) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            out.push_str(line);
        } else {
            out.extend(std::iter::repeat_n(' ', column));
            out.push_str(line.strip_prefix("  ")?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::NoMedia;

    const DECK: &str = "\
format: 1
deck: essai
title: Essai   # à relire
language: fr
cards:
# le premier
- id: a
  q: Un ?
  a: 1
  draft: true  # proposé

- draft: true
  id: b
  q: Deux ?
  a: >-
    deux
    fois

# le dernier
- { id: c, q: Trois ?, a: trois, draft: true }
";

    fn key(id: &str) -> CardKey {
        id.parse().expect("a key")
    }

    #[test]
    fn accepting_takes_the_mark_away_and_nothing_else() {
        let wished = ["a", "b", "c"].map(|id| Amendment::Accept(key(id)));
        let text = amend(DECK, &NoMedia, &wished).expect("amended");
        let expected = DECK
            .replace("  draft: true  # proposé\n", "")
            .replace("- draft: true\n", "- draft: false\n")
            .replace("draft: true }", "draft: false }");
        assert_eq!(text, expected);
    }

    #[test]
    fn a_draft_by_default_is_accepted_on_the_card() {
        let deck = "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ndefaults:\n  draft: true\ncards:\n  - id: a\n    q: Un ?\n    a: x\n";
        let text = amend(deck, &NoMedia, &[Amendment::Accept(key("a"))]).expect("amended");
        assert!(text.ends_with("  - draft: false\n    id: a\n    q: Un ?\n    a: x\n"), "{text}");
    }

    #[test]
    fn a_card_is_taken_out_with_its_lines_and_no_others() {
        let text = amend(DECK, &NoMedia, &[Amendment::Remove(key("b"))]).expect("amended");
        let (from, to) = (DECK.find("- draft").expect("there"), DECK.find("# le dernier").expect("there"));
        assert_eq!(text, format!("{}{}", &DECK[..from], &DECK[to..]));
        let all = ["a", "b", "c"].map(|id| Amendment::Remove(key(id)));
        let text = amend(DECK, &NoMedia, &all).expect("amended");
        assert!(text.contains("cards: []"), "{text}");
    }

    #[test]
    fn cards_are_added_and_written_anew_at_the_files_own_indentation() {
        let wished = [
            Amendment::Replace(
                key("b"),
                "  - id: b\n    q: Deux ?\n    a: |-\n      2\n\n      ou deux\n".to_owned(),
            ),
            Amendment::Append(
                "  - id: d\n    q: Quatre ?\n    a: 4\n    objective: OIC-019-09-A\n    source: lisa\n"
                    .to_owned(),
            ),
            Amendment::Objective("OIC-019-09-A".parse().expect("an objective")),
            Amendment::Source("lisa".to_owned(), "Fiche \"LiSA\"".to_owned()),
        ];
        let text = amend(DECK, &NoMedia, &wished).expect("amended");
        assert!(
            text.contains(
                "objectives:\n  - id: OIC-019-09-A\nsources:\n  \"lisa\": 'Fiche \"LiSA\"'\ncards:\n"
            ),
            "{text}"
        );
        assert!(
            text.contains("- id: b\n  q: Deux ?\n  a: |-\n    2\n\n    ou deux\n\n# le dernier"),
            "{text}"
        );
        assert!(
            text.ends_with(
                "draft: true }\n\n- id: d\n  q: Quatre ?\n  a: 4\n  objective: OIC-019-09-A\n  source: lisa\n"
            ),
            "{text}"
        );
        let more = [
            Amendment::Append("  - id: e\n    q: Cinq ?\n    a: 5\n    objective: OIC-019-10-B\n".to_owned()),
            Amendment::Objective("OIC-019-10-B".parse().expect("an objective")),
        ];
        let text = amend(&text, &NoMedia, &more).expect("amended");
        assert!(text.contains("  - id: OIC-019-09-A\n  - id: OIC-019-10-B\nsources:"), "{text}");
    }

    #[test]
    fn what_would_change_more_is_refused() {
        assert_eq!(amend(DECK, &NoMedia, &[Amendment::Remove(key("z"))]), None);
        assert_eq!(
            amend(DECK, &NoMedia, &[Amendment::Append("  - id: a\n    q: x\n    a: y\n".to_owned())]),
            None
        );
        let one_line = "format: 1\ndeck: d\ntitle: D\nlanguage: fr\ncards: [{ id: a, q: x, a: y }]\n";
        assert_eq!(amend(one_line, &NoMedia, &[Amendment::Remove(key("a"))]), None);
    }

    #[test]
    fn an_empty_deck_takes_its_first_card() {
        for cards in ["cards: []\n", "cards:\n", "cards:"] {
            let deck = format!("format: 1\ndeck: d\ntitle: D\nlanguage: fr\n{cards}");
            let text =
                amend(&deck, &NoMedia, &[Amendment::Append("  - id: a\n    q: x\n    a: y\n".to_owned())]);
            assert!(text.expect("amended").ends_with("cards:\n  - id: a\n    q: x\n    a: y\n"));
        }
    }
}
