//! The fields of a deck's head as they stand in its text, each with the comments above it.

/// A field of the head in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field<'t> {
    /// Its key; empty for what stands before the first one.
    pub(super) name: String,
    /// Its lines, with the comments and empty lines above them.
    pub(super) text: &'t str,
}

/// Cuts the text of a head; the fields together are the text.
pub(super) fn fields(text: &str) -> Vec<Field<'_>> {
    let mut starts: Vec<(String, usize)> = Vec::new();
    // Where the comments begin that stand above the line.
    let (mut at, mut above) = (0, 0);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let plain = line.trim_end();
        if plain.is_empty() || plain.starts_with('#') {
            at = end;
            continue;
        }
        if !plain.starts_with([' ', '\t', '-', '%', '}', ']']) {
            let key = plain.split(':').next().unwrap_or_default();
            let name = key.trim().trim_matches(['"', '\'']).to_owned();
            starts.push((name, above));
        }
        (at, above) = (end, end);
    }
    if let Some(first) = starts.first_mut() {
        first.1 = 0;
    } else if !text.is_empty() {
        starts.push((String::new(), 0));
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(_, start)| *start).chain([text.len()]).collect();
    starts.into_iter().zip(ends).map(|((name, start), end)| Field { name, text: &text[start..end] }).collect()
}

/// The field of this name.
pub(super) fn find<'t>(fields: &[Field<'t>], name: &str) -> Option<&'t str> {
    fields.iter().find(|field| field.name == name).map(|field| field.text)
}

/// A text of the author's with the comments of the student's that it does not have, above it; and whether some were left out,
/// since they stand on lines that are not there any more.
pub(super) fn with_comments(base: &str, theirs: &str, mine: &str) -> (String, bool) {
    let known = |line: &str| [base, theirs].iter().any(|text| text.lines().any(|own| own.trim() == line));
    let indent: String = theirs
        .lines()
        .find(|line| !line.trim().is_empty())
        .map(|line| line.chars().take_while(|c| *c == ' ').collect())
        .unwrap_or_default();
    let (mut out, mut lost) = (String::new(), false);
    for line in mine.lines().map(str::trim).filter(|line| !known(line)) {
        if line.starts_with('#') {
            out.extend([indent.as_str(), line, "\n"]);
        } else {
            lost |= line.contains(" #");
        }
    }
    (out + theirs, lost)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# the deck\nformat: 1\ntitle: T # ours\nobjectives:\n- id: X\n\n# why\n\"sources\":\n  a: A\n  # b\n  b: B\ncards:\n";

    #[test]
    fn the_fields_are_the_text() {
        let all = fields(HEAD);
        let names: Vec<&str> = all.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["format", "title", "objectives", "sources", "cards"]);
        assert_eq!(all.iter().map(|field| field.text).collect::<String>(), HEAD);
        assert_eq!(find(&all, "sources"), Some("\n# why\n\"sources\":\n  a: A\n  # b\n  b: B\n"));
        assert_eq!(fields("---\nformat: 1\n")[0].text, "---\nformat: 1\n");
    }

    #[test]
    fn comments_go_above_what_has_changed() {
        let told = with_comments(
            "  - id: a\n    q: x\n",
            "  - id: a\n    q: y\n",
            "  - id: a\n    # why\n    q: x\n",
        );
        assert_eq!(told, ("  # why\n  - id: a\n    q: y\n".to_owned(), false));
        assert!(with_comments("q: x\n", "q: y\n", "q: x  # no\n").1);
        assert!(!with_comments("q: 'x'\n", "q: y\n", "q: x\n").1, "quotes are no comment");
    }
}
