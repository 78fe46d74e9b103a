//! Names for cards that have none.

use std::collections::HashSet;

use crate::deck::{check::Name, diagnostic::Edit, keys::slug, read::Whole};

/// Most characters of an id that is made from a prompt.
const LONGEST: usize = 40;

/// An id to write into the file.
pub(super) struct NewId {
    /// The byte before which it is written: the card's first key.
    pub(super) at: usize,
    /// Whether the card is written in braces.
    pub(super) flow: bool,
    pub(super) id: String,
}

impl NewId {
    pub(super) fn edit(&self, text: &str) -> Edit {
        let before = text.get(..self.at).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count();
        let line_end = if text[self.at..]
            .lines()
            .next()
            .is_some_and(|line| text[self.at + line.len()..].starts_with("\r\n"))
        {
            "\r\n"
        } else {
            "\n"
        };
        let id = &self.id;
        let text = if self.flow {
            format!("id: {id}, ")
        } else {
            format!("id: {id}{line_end}{}", " ".repeat(column))
        };
        Edit { span: self.at..self.at, text }
    }
}

/// An id for every card and question that has none, in the order of the file.
pub(super) fn names(whole: &Whole) -> Vec<NewId> {
    let mut taken: HashSet<String> = whole.taken.iter().cloned().collect();
    let mut all: Vec<NewId> = whole
        .unnamed
        .iter()
        .map(|unnamed| {
            let id = match &unnamed.name {
                Name::Fixed(id) => id.clone(),
                Name::Prompt(prompt) => new_id(prompt, &mut taken),
            };
            NewId { at: unnamed.at, flow: unnamed.flow, id }
        })
        .collect();
    all.sort_by_key(|name| name.at);
    all
}

/// An id for a card with this prompt, other than those that are taken, which it then joins.
pub fn new_id<S: std::hash::BuildHasher>(prompt: &str, taken: &mut HashSet<String, S>) -> String {
    let id = free(&from_prompt(prompt), taken);
    taken.insert(id.clone());
    id
}

fn from_prompt(prompt: &str) -> String {
    let slug = slug(prompt, LONGEST);
    // Other YAML readers would take these for a number, a date, a truth value or nothing.
    let reserved =
        matches!(slug.as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n");
    if slug.is_empty() {
        "card".to_owned()
    } else if reserved || slug.parse::<f64>().is_ok() || slug.starts_with(|c: char| c.is_ascii_digit()) {
        crate::deck::keys::slug(&format!("card {slug}"), LONGEST)
    } else {
        slug
    }
}

fn free<S: std::hash::BuildHasher>(wanted: &str, taken: &HashSet<String, S>) -> String {
    if !taken.contains(wanted) {
        return wanted.to_owned();
    }
    let mut number = 2_usize;
    loop {
        let suffix = format!("-{number}");
        let stem = wanted.get(..wanted.len().min(LONGEST - suffix.len())).unwrap_or(wanted);
        let id = format!("{}{suffix}", stem.trim_end_matches('-'));
        if !taken.contains(&id) {
            return id;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_word_for_every_reader_of_yaml() {
        assert_eq!(from_prompt("Qui vote l'ONDAM ?"), "qui-vote-l-ondam");
        assert_eq!(from_prompt("1945"), "card-1945");
        assert_eq!(from_prompt("1e5"), "card-1e5");
        assert_eq!(from_prompt("No"), "card-no");
        assert_eq!(from_prompt("2012-01-01"), "card-2012-01-01");
        assert_eq!(from_prompt("???"), "card");
        assert!(from_prompt(&"9".repeat(60)).len() <= LONGEST);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number_and_stays_short() {
        let long = "a".repeat(LONGEST);
        let taken = HashSet::from(["x".to_owned(), "x-2".to_owned(), long.clone()]);
        assert_eq!(free("x", &taken), "x-3");
        assert_eq!(free("y", &taken), "y");
        assert_eq!(free(&long, &taken).len(), LONGEST);
    }
}
