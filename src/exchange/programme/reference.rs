//! What names an objective or an item in a cell.

/// An objective as a cell names it; the numbers as they stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reference<'c> {
    pub(super) item: u16,
    pub(super) number: u16,
    /// The letter behind them.
    pub(super) rank: Option<char>,
    /// What else stands in the cell: a title, most likely.
    pub(super) rest: &'c str,
}

/// Between the parts of an id, and between an id and a title.
const BETWEEN: [char; 9] = ['-', '_', '.', ':', ' ', '\u{a0}', '–', '—', '‑'];

impl<'c> Reference<'c> {
    /// Reads `OIC-019-09-A` and `oic_19_9`, also with a title before or behind them, and `019-09-B`.
    pub(super) fn read(cell: &'c str) -> Option<Self> {
        let prefix = cell.char_indices().map(|(at, _)| at).find(|&at| {
            let bytes = cell.as_bytes();
            bytes.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case(b"oic"))
                && !cell[..at].ends_with(char::is_alphanumeric)
        });
        let (before, after) = match prefix {
            Some(at) => (&cell[..at], between(&cell[at + 3..])),
            None => ("", cell.trim_start()),
        };
        let (item, after) = digits(after)?;
        // Without the prefix only hyphens make an id: `3.5` is none.
        let apart = after.trim_start_matches(BETWEEN);
        if apart.len() == after.len() || (prefix.is_none() && !after.starts_with(['-', '_'])) {
            return None;
        }
        let (number, after) = digits(apart)?;
        let (rank, after) = letter(after);
        let before = before.trim_end_matches(BETWEEN).trim();
        let rest = if before.is_empty() { between(after).trim() } else { before };
        // A date or a range is no id: without its prefix one stands alone.
        if prefix.is_none() && !rest.is_empty() {
            return None;
        }
        Some(Self { item, number, rank, rest })
    }
}

/// The item that a cell names, and what else stands in it: `19`, `IC-019`, `Item n° 19`, `19 - Title`.
pub(super) fn item(cell: &str) -> Option<(u16, &str)> {
    let at = cell.find(|c: char| c.is_ascii_digit())?;
    let word = cell[..at].trim_end_matches(BETWEEN).trim().to_lowercase();
    if !["", "item", "ic", "n°", "no", "n", "item n°", "item no", "#"].contains(&word.as_str()) {
        return None;
    }
    let (number, after) = digits(&cell[at..])?;
    if after.starts_with(char::is_alphanumeric) || after.starts_with([',', '%', '/']) {
        return None;
    }
    Some((number, between(after).trim()))
}

fn between(text: &str) -> &str {
    text.trim_start_matches(BETWEEN)
}

/// The number at the beginning, of at most four digits.
fn digits(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, after) = text.split_at(end);
    (1..=4).contains(&end).then(|| number.parse().ok().map(|number| (number, after)))?
}

/// The letter that stands alone behind the numbers.
fn letter(text: &str) -> (Option<char>, &str) {
    let mut chars = between(text).chars();
    match chars.next() {
        Some(c) if c.is_ascii_alphabetic() && !chars.as_str().starts_with(char::is_alphanumeric) => {
            // A title may begin with a word of one letter: `- À …` has a space behind it, a rank the end or a hyphen.
            let rest = chars.as_str();
            let close = text.len() - between(text).len() <= 1;
            if close || rest.is_empty() { (Some(c.to_ascii_uppercase()), rest) } else { (None, text) }
        }
        _ => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(cell: &str) -> Option<(u16, u16, Option<char>, &str)> {
        Reference::read(cell).map(|found| (found.item, found.number, found.rank, found.rest))
    }

    #[test]
    fn an_id_is_read_however_it_is_written() {
        for cell in ["OIC-019-09-A", "oic-19-9-a", "OIC_019_09_A", "OIC 019 09 A", "019-09-A", "OIC–019–09–A"]
        {
            assert_eq!(id(cell), Some((19, 9, Some('A'), "")), "{cell}");
        }
        assert_eq!(id("OIC-019-09"), Some((19, 9, None, "")));
        assert_eq!(id("OIC-019-09-C"), Some((19, 9, Some('C'), "")));
        assert_eq!(
            id("OIC-019-09-A - Connaître les missions"),
            Some((19, 9, Some('A'), "Connaître les missions"))
        );
        assert_eq!(id("OIC-019-09 : Connaître"), Some((19, 9, None, "Connaître")));
        assert_eq!(
            id("Connaître les missions OIC-019-09-A"),
            Some((19, 9, Some('A'), "Connaître les missions"))
        );
    }

    #[test]
    fn what_is_no_id_is_none() {
        for cell in ["", "OIC", "OIC-", "OIC-19", "19", "3.5", "2026-11-22x", "stoic-1-2", "-", "1-", "é-1-2"]
        {
            assert_eq!(id(cell), None, "{cell}");
        }
    }

    #[test]
    fn an_item_is_a_number_with_or_without_its_title() {
        for cell in ["19", "019", "Item 19", "IC-019", "item n° 19", "#19"] {
            assert_eq!(item(cell), Some((19, "")), "{cell}");
        }
        assert_eq!(item("19 - Organisation du système"), Some((19, "Organisation du système")));
        assert_eq!(item("19. Organisation"), Some((19, "Organisation")));
        for cell in ["", "A", "12345", "19e", "1,5", "Diabète de type 2"] {
            assert_eq!(item(cell), None, "{cell}");
        }
    }
}
