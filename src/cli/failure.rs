//! How the program ends when it did not do what was asked.

use std::process::ExitCode;

use super::{
    page::{self, Page},
    words::Words,
};
use crate::{card::Text, i18n::Messages};

/// The exit codes, which scripts rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It was done.
    Done,
    /// It could not be done.
    Failed,
    /// The arguments make no sense.
    Misused,
}

impl Exit {
    /// 0, 1 or 2.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Misused => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// Why a command was not done, in the words for standard error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// The words.
    pub page: Page,
}

impl Failure {
    /// A command that failed for `reason`, a message in the student's language. Whatever it holds of files or arguments,
    /// nothing of it reaches the terminal as a command.
    #[must_use]
    pub fn failed(reason: &str, messages: &Messages) -> Self {
        let page = headline(Text::clean(reason).trim_end(), &Words::new(messages, 0));
        Self { exit: Exit::Failed, page }
    }
}

/// `error: …`, with a line end.
pub(super) fn headline(text: &str, words: &Words) -> Page {
    let mut page = Page::default();
    labelled(&mut page, page::ERROR, &words.get("cli-error"), text, words.width());
    page
}

/// `warning: …`, with a line end.
pub(super) fn warning(text: &str, words: &Words) -> Page {
    let mut page = Page::default();
    labelled(&mut page, page::WARNING, &words.get("cli-warning"), text.trim_end(), words.width());
    page
}

/// `label text`, broken into lines, with a line end.
pub(super) fn labelled(
    page: &mut Page,
    style: clap::builder::styling::Style,
    label: &str,
    text: &str,
    width: usize,
) {
    let broken = page::wrap(&format!("{label} {text}"), width, 2);
    page.styled(style, label);
    page.push(broken.strip_prefix(label).unwrap_or(text));
    page.push("\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn the_codes_are_what_scripts_expect() {
        assert_eq!([Exit::Done, Exit::Failed, Exit::Misused].map(Exit::code), [0, 1, 2]);
    }

    #[test]
    fn no_escape_sequence_of_a_file_passes_through_a_failure() {
        let failure = Failure::failed("cannot read \u{1b}[31mx\u{7}\n", &Messages::new(Lang::En));
        assert_eq!(failure.exit, Exit::Failed);
        assert_eq!(failure.page.render(false), "error: cannot read [31mx\n");
    }
}
