//! What a table says of itself before its first row, and what it does not say but shows.

use super::{cells::cells, values};

/// What stands between the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separator(pub char);

impl Separator {
    /// Those that are looked for when a file names none, the likeliest first.
    const USUAL: [char; 4] = ['\t', ';', ',', '|'];

    /// A separator by its name in Anki's header line, or itself.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let trimmed = name.trim();
        let lower = trimmed.to_lowercase();
        let separator = match lower.as_str() {
            "tab" | "\\t" | "tabulation" => '\t',
            "comma" | "virgule" => ',',
            "semicolon" | "point-virgule" => ';',
            "space" | "espace" => ' ',
            "pipe" => '|',
            "colon" | "deux-points" => ':',
            _ => {
                // `#separator:` and a tab: trimming has taken it.
                let mut chars = if trimmed.is_empty() { name.chars() } else { trimmed.chars() };
                return chars
                    .next()
                    .filter(|c| chars.next().is_none() && !c.is_alphanumeric() && *c != '"')
                    .map(Self);
            }
        };
        Some(Self(separator))
    }

    /// The one that stands as often in each of the first rows, outside quotes; a comma with a space after it is one of
    /// a sentence, one between digits a decimal's.
    pub(super) fn guess(text: &str) -> Self {
        let mut best = (0_usize, '\t');
        for candidate in Self::USUAL {
            let counts = counts(text, candidate);
            let filled = counts.iter().filter(|&&count| count > 0).count();
            let same = counts.first().is_some_and(|first| counts.iter().all(|count| count == first));
            let score = filled * if same { 4 } else { 1 };
            if score > best.0 {
                best = (score, candidate);
            }
        }
        Self(best.1)
    }
}

fn counts(text: &str, separator: char) -> Vec<usize> {
    let mut out = Vec::new();
    let (mut count, mut quoted, mut before) = (0, false, '\n');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or('\n');
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if before != '\n' {
                    out.push(count);
                }
                count = 0;
                if out.len() == 20 {
                    return out;
                }
            }
            c if c == separator && !quoted => {
                let sentence =
                    c == ',' && (next == ' ' || (before.is_ascii_digit() && next.is_ascii_digit()));
                count += usize::from(!sentence);
            }
            _ => {}
        }
        if c != '\r' {
            before = c;
        }
    }
    if before != '\n' {
        out.push(count);
    }
    out
}

/// Anki's header lines; columns count from 1 there and from 0 here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) separator: Option<Separator>,
    pub(super) html: bool,
    pub(super) columns: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) deck: Option<String>,
    pub(super) notetype: Option<String>,
    pub(super) tags_column: Option<usize>,
    pub(super) deck_column: Option<usize>,
    pub(super) notetype_column: Option<usize>,
    pub(super) guid_column: Option<usize>,
    /// How many rows the lines take.
    pub(super) rows: usize,
}

impl Header {
    /// The names that `#columns:` gives.
    pub(super) fn names(&self, separator: Separator) -> Option<Vec<String>> {
        let rows = cells(self.columns.as_deref()?, separator.0, 1);
        Some(rows.ok()?.into_iter().next().map(|(_, names)| names).unwrap_or_default())
    }
}

/// Reads the header lines; gives them and the rest of the text. Lines of a name that is not known are passed over, as Anki
/// does.
pub(super) fn header(text: &str) -> (Header, &str) {
    let mut header = Header::default();
    let mut rest = text;
    while let Some(line) = rest.strip_prefix('#') {
        let end = line.find('\n').unwrap_or(line.len());
        let (line, after) = line.split_at(end);
        rest = after.strip_prefix('\n').unwrap_or(after);
        header.rows += 1;
        let line = line.trim_end_matches('\r');
        let Some((name, value)) = line.split_once(':') else { continue };
        let column = || value.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let text = || Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        match name.trim().to_lowercase().as_str() {
            "separator" => header.separator = Separator::named(value),
            "html" => header.html = value.trim().eq_ignore_ascii_case("true"),
            "columns" => header.columns = Some(value.to_owned()),
            "tags" => header.tags = values::tags(value),
            "deck" => header.deck = text(),
            "notetype" => header.notetype = text(),
            "tags column" => header.tags_column = column(),
            "deck column" => header.deck_column = column(),
            "notetype column" => header.notetype_column = column(),
            "guid column" => header.guid_column = column(),
            _ => {}
        }
    }
    (header, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ankis_header_lines_are_read_and_counted() {
        let text = "#separator:Semicolon\r\n#html:true\n#tags column:3\n#guid column:1\n#deck:Cardio\n#columns:a;b\n#odd\nx;y";
        let (header, rest) = header(text);
        assert_eq!(header.separator, Some(Separator(';')));
        assert!(header.html);
        assert_eq!((header.tags_column, header.guid_column), (Some(2), Some(0)));
        assert_eq!(header.deck.as_deref(), Some("Cardio"));
        assert_eq!(header.columns.as_deref(), Some("a;b"));
        assert_eq!((header.rows, rest), (7, "x;y"));
    }

    #[test]
    fn a_separator_that_is_not_named_shows_itself() {
        assert_eq!(Separator::guess("question;réponse\nDose, à jeun ?;0,5 mg\n"), Separator(';'));
        assert_eq!(Separator::guess("question,answer\n\"a, b; c\",2\n"), Separator(','));
        assert_eq!(Separator::guess("a\tb;c\nd\te\n"), Separator('\t'));
        assert_eq!(Separator::guess("une colonne"), Separator('\t'));
        assert_eq!(Separator::named("\t"), Some(Separator('\t')));
        assert_eq!(Separator::named("x"), None);
    }
}
