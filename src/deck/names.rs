//! Names that a file can have on every system, in packages and wherever decks meet.

use unicode_normalization::UnicodeNormalization as _;

use crate::card::Text;

/// Why a name is refused. One such name refuses the package: who packs it does not pack decks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// It leads out of the package: absolute, with a drive, or with `..`.
    Outside,
    /// It holds a control character, a backslash, or what no file name can hold everywhere.
    Odd,
    /// It is longer than file systems take.
    Long,
    /// It is a device on Windows, such as `con` or `nul.txt`.
    Device,
    /// It is a link, a pipe or a device, not a file.
    NoFile,
    /// Another name differs from it only in case or in how accents are spelled.
    Twice,
}

impl NameProblem {
    /// The message that tells it.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Outside => "foreign-name-outside",
            Self::Odd => "foreign-name-odd",
            Self::Long => "foreign-name-long",
            Self::Device => "foreign-name-device",
            Self::NoFile => "foreign-name-no-file",
            Self::Twice => "foreign-name-twice",
        }
    }
}

/// Bytes of one step of a path: what ext4, APFS and NTFS take.
const LONGEST_STEP: usize = 255;
/// Bytes of a whole path: Windows takes 260 characters, of which the student's own folders need some.
const LONGEST: usize = 200;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Checks the name of a file, with `/` between folders.
///
/// # Errors
/// Every problem but [`NameProblem::NoFile`] and [`NameProblem::Twice`], which a name alone does not show.
pub fn check(name: &str) -> Result<(), NameProblem> {
    if name.starts_with('/') || name.split(['/', '\\']).any(|step| step == "..") || has_drive(name) {
        return Err(NameProblem::Outside);
    }
    if name.len() > LONGEST {
        return Err(NameProblem::Long);
    }
    name.split('/').try_for_each(check_step)
}

/// Checks one step of a path.
///
/// # Errors
/// As [`check`].
pub fn check_step(step: &str) -> Result<(), NameProblem> {
    let odd = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c) || is_invisible(c);
    if step.is_empty()
        || step == "."
        || step.ends_with([' ', '.'])
        || step.contains(odd)
        || Text::would_lose(step)
    {
        return Err(NameProblem::Odd);
    }
    if step.len() > LONGEST_STEP {
        return Err(NameProblem::Long);
    }
    if is_device(step) { Err(NameProblem::Device) } else { Ok(()) }
}

/// Whether Windows takes the name for a device.
#[must_use]
pub fn is_device(step: &str) -> bool {
    let name = step.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        name.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    });
    DEVICES.contains(&name.as_str()) || numbered
}

fn has_drive(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':')
}

/// What turns the direction of text or has no width: a name is to be what it looks like.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// By what two names are one file on some system: case and composition left aside.
#[must_use]
pub fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_pass() {
        for name in ["deck.yaml", "media/schéma 1.png", "a-b_c/x.y.png", ".carabin", "..a/b", "console.png"]
        {
            assert_eq!(check(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_refused() {
        for name in ["../a", "a/../../b", "/etc/passwd", "C:\\a", "c:a", "a\\..\\b", ".."] {
            assert_eq!(check(name), Err(NameProblem::Outside), "{name}");
        }
    }

    #[test]
    fn a_name_that_is_no_file_everywhere_is_refused() {
        for name in ["a\nb", "a//b", "./a", "a/", "a.", "a ", "a\\b", "ab:c", "a\u{202e}gnp.exe", "", "a?"] {
            assert_eq!(check(name), Err(NameProblem::Odd), "{name:?}");
        }
        for name in ["con", "media/NUL.png", "Com1.yaml", "lpt9"] {
            assert_eq!(check(name), Err(NameProblem::Device), "{name}");
        }
        assert_eq!(check(&"a".repeat(300)), Err(NameProblem::Long));
    }

    #[test]
    fn names_that_differ_in_case_or_composition_are_one() {
        assert_eq!(folded("Sche\u{301}ma.PNG"), folded("sch\u{e9}ma.png"));
    }
}
