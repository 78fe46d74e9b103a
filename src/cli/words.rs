//! The messages as the command line shows them.

use crate::{
    card::Text,
    i18n::{Arg, Messages},
};

/// How much of what was typed is repeated in an error, in characters.
const LONGEST_ECHO: usize = 60;

/// The first `most` characters of a text on one line, without anything that a terminal would obey.
pub(super) fn beginning(text: &str, most: usize) -> String {
    let line = Text::one_line(text);
    let mut shown: String = line.chars().take(most).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

/// The messages of one language for a terminal of some width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    messages: &'a Messages,
    width: usize,
}

impl<'a> Words<'a> {
    /// `width` in columns; 0: lines are never broken.
    pub(super) fn new(messages: &'a Messages, width: usize) -> Self {
        Self { messages, width }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The message `id`.
    pub(super) fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message `id` with its values. The narrow no-break space becomes the ordinary one, which every terminal
    /// font has.
    pub(super) fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.messages.with(id, args).replace('\u{202f}', "\u{a0}")
    }

    /// The message `id`, if there is one.
    pub(super) fn find(&self, id: &str) -> Option<String> {
        self.messages.has(id).then(|| self.get(id))
    }

    /// A heading for clap, which adds the colon itself.
    pub(super) fn heading(&self, name: &str) -> String {
        let heading = self.get(&format!("cli-heading-{name}"));
        heading.strip_suffix(':').unwrap_or(&heading).to_owned()
    }

    /// What was typed, in the quotation marks of the language: one line, without anything that a terminal would obey,
    /// and not endless.
    pub(super) fn quoted(&self, typed: &str) -> Arg {
        Arg::from(self.with("cli-quoted", &[("text", beginning(typed, LONGEST_ECHO).into())]))
    }

    /// The same for several, with commas.
    pub(super) fn all_quoted<'t>(&self, typed: impl IntoIterator<Item = &'t str>) -> Arg {
        let quoted = typed.into_iter().map(|text| match self.quoted(text) {
            Arg::Text(text) => text,
            Arg::Number(_) => String::new(),
        });
        Arg::from(quoted.collect::<Vec<_>>().join(", "))
    }
}
