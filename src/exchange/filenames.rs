//! Names for the files beside a deck.

use std::collections::BTreeSet;

use crate::deck::names;

/// A name that every system takes and that none of `taken` is, whatever its case; from then on it is taken. A name that is
/// such a name already stays as it is.
pub(super) fn unused(name: &str, taken: &mut BTreeSet<String>) -> String {
    let safe = safe(name);
    let mut free = safe.clone();
    let mut number = 2;
    while !taken.insert(free.to_lowercase()) {
        free = numbered(&safe, number);
        number += 1;
    }
    free
}

fn safe(name: &str) -> String {
    const LONGEST: usize = 100;
    let mut safe: String = name
        .chars()
        .map(|c| match c {
            c if c.is_alphanumeric() => c,
            '-' | '_' | '.' | ' ' | '(' | ')' | '+' | ',' | '=' | '\'' => c,
            _ => '_',
        })
        .collect();
    let trimmed = safe.trim_matches([' ', '.']);
    safe = if trimmed.is_empty() { "file".to_owned() } else { trimmed.to_owned() };
    let (stem, extension) = safe.rsplit_once('.').map_or((safe.as_str(), ""), |(stem, end)| (stem, end));
    let mut stem = if names::is_device(&safe) { format!("_{stem}") } else { stem.to_owned() };
    while stem.len() > LONGEST {
        stem.pop();
    }
    let extension: String = extension.chars().take(10).collect();
    if extension.is_empty() { stem } else { format!("{stem}.{extension}") }
}

/// `a.png` → `a-2.png`.
#[must_use]
pub fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{number}.{extension}"),
        None => format!("{name}-{number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_every_system_and_told_apart() {
        assert_eq!(safe("cœur rouge.png"), "cœur rouge.png");
        assert_eq!(safe("a:b?.png"), "a_b_.png");
        assert_eq!(safe("..."), "file");
        assert_eq!(safe("con.png"), "_con.png");
        for name in [&"é".repeat(300), "com0.png", "aux.tar.gz", "a\u{202e}b.png", " .png", "é/../x"] {
            assert_eq!(names::check(&format!("media/{}", safe(name))), Ok(()), "{name:?}");
        }
        assert!(safe(&"a".repeat(300)).len() <= 100);
        let mut taken = BTreeSet::new();
        assert_eq!(
            ["A.png", "a.png", "b.png"].map(|name| unused(name, &mut taken)),
            ["A.png", "a-2.png", "b.png"]
        );
    }
}
