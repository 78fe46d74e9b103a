//! The template that says which objective a page is about.

use super::inline::find;
use crate::{card::ObjectiveId, exchange::table::folded};

/// What the template says, and the page without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) identifier: Option<String>,
    pub(super) parent: Option<String>,
    pub(super) rank: Option<String>,
    pub(super) title: Option<String>,
    pub(super) rubric: Option<String>,
    pub(super) description: Option<String>,
    pub(super) contributors: Option<String>,
    pub(super) order: Option<String>,
    pub(super) body: String,
}

/// What the template is called, without accents and capitals.
const NAMES: [&str; 5] =
    ["objectif de connaissance", "objectif connaissance", "knowledge objective", "learning objective", "oic"];

/// Longest name of a template that is looked at, in characters.
const LONGEST: usize = 64;

/// The most bytes of a page: several times what the longest pages have.
pub(super) const LARGEST: usize = 256 << 10;

/// Takes the template off; `None` when there is none.
pub(super) fn split(text: &str) -> Option<Page> {
    let mut from = 0;
    while let Some(at) = text[from..].find("{{").map(|at| from + at) {
        // No name of ours is longer: what goes on and on is none, and is not gone through at every `{{`.
        let mut start = text[at + 2..].char_indices().take(LONGEST);
        let end = start.find(|(_, c)| matches!(c, '|' | '}' | '\n')).map_or(0, |(end, _)| end);
        let name = &text[at + 2..at + 2 + end];
        if !NAMES.contains(&folded(name).as_str()) {
            from = at + 2;
            continue;
        }
        let end = closing(text, at).unwrap_or_else(|| lines_end(text, at));
        let inside = text[at..end].trim_start_matches("{{").trim_end_matches("}}");
        let mut page = Page { body: format!("{}{}", &text[..at], &text[end..]), ..Page::default() };
        for field in fields(inside) {
            if let Some((name, value)) = field.split_once('=') {
                page.put(&folded(name), value.trim());
            }
        }
        return Some(page);
    }
    None
}

/// Behind the `}}` that closes the `{{` at `at`.
pub(super) fn closing(text: &str, at: usize) -> Option<usize> {
    let (mut depth, mut i) = (0_usize, at);
    let mut missing = false;
    while i < text.len() {
        let rest = &text[i..];
        if rest.starts_with("<nowiki>") {
            i += find(rest, "</nowiki>", &mut missing).map_or(8, |end| end + 9);
        } else if rest.starts_with("{{") {
            depth += 1;
            i += 2;
        } else if rest.starts_with("}}") {
            depth -= 1;
            i += 2;
            if depth == 0 {
                return Some(i);
            }
        } else {
            i += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// A template that is never closed ends before the first line that is no field.
fn lines_end(text: &str, at: usize) -> usize {
    let mut end = at;
    for (number, line) in text[at..].split_inclusive('\n').enumerate() {
        if number > 0 && !line.trim_start().starts_with('|') {
            break;
        }
        end += line.len();
    }
    end
}

/// Cuts at the pipes that stand neither in a link nor in another template.
pub(super) fn fields(inside: &str) -> Vec<&str> {
    let (mut out, mut depth, mut start, mut i) = (Vec::new(), 0_i32, 0, 0);
    let mut missing = false;
    while i < inside.len() {
        let rest = &inside[i..];
        if rest.starts_with("<nowiki>") {
            i += find(rest, "</nowiki>", &mut missing).map_or(8, |end| end + 9);
        } else if rest.starts_with("{{") || rest.starts_with("[[") {
            depth += 1;
            i += 2;
        } else if rest.starts_with("}}") || rest.starts_with("]]") {
            depth -= 1;
            i += 2;
        } else {
            if depth <= 0 && rest.starts_with('|') {
                out.push(&inside[start..i]);
                start = i + 1;
            }
            i += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    out.push(&inside[start..]);
    out
}

impl Page {
    fn put(&mut self, name: &str, value: &str) {
        let field = match name {
            "identifiant" | "identifier" | "id" | "oic" | "code" => &mut self.identifier,
            "item parent" | "parent" | "parent id" | "parent item" | "item" => &mut self.parent,
            "rang" | "rank" => &mut self.rank,
            "intitule" | "title" | "titre" | "name" | "nom" | "label" => &mut self.title,
            "rubrique" | "rubric" | "section" | "heading" => &mut self.rubric,
            "description" | "descriptif" => &mut self.description,
            "contributeurs" | "contributors" | "contributeur" | "contributrices" | "auteurs" | "authors" => {
                &mut self.contributors
            }
            "ordre" | "order" | "numero" | "number" => &mut self.order,
            _ => return,
        };
        if !value.is_empty() && field.is_none() {
            *field = Some(value.to_owned());
        }
    }

    /// The objective: its identifier, else what the other fields make of it.
    pub(super) fn objective(&self) -> Option<ObjectiveId> {
        let written = self.identifier.as_deref().map(str::trim);
        if let Some(objective) = written.and_then(|id| id.parse().ok()) {
            return Some(objective);
        }
        let digits = |text: &str| -> String {
            text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect()
        };
        let item = digits(self.parent.as_deref()?);
        let order = digits(self.order.as_deref()?);
        format!("OIC-{item}-{order}-{}", self.rank.as_deref()?.trim()).parse().ok()
    }
}
