//! What is told about a deck: typed values; the words stand in `assets/locales/*/deck.ftl`.

use super::source::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// What it is about is left out until it is mended: the card, or for the head the whole deck.
    Error,
    /// Everything is read; something is probably not what the author meant.
    Warning,
}

/// A text that the surface translates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its Fluent id.
    pub id: &'static str,
    /// The values of its places: each on one line, of at most 200 characters, safe to show.
    pub args: Vec<(&'static str, String)>,
}

/// A second place that explains the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where, in bytes of the file.
    pub span: Span,
    /// What is there.
    pub message: Message,
}

/// A change of the text that mends a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the file.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// One mistake of a deck, or one doubt about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its name, for scripts and for looking it up; it never changes its meaning.
    pub code: &'static str,
    /// Where, in bytes of the file. For a file that is not UTF-8: of its text with U+FFFD for what cannot be read.
    pub span: Span,
    /// Its line, from 1.
    pub line: u32,
    /// Its column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: Message,
    /// What to write instead.
    pub help: Option<Message>,
    /// The id of the card that it is about.
    pub card: Option<String>,
    /// Further places.
    pub related: Vec<Related>,
    /// What [`fix`](super::fix) does about it; empty when only the author can.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    pub(super) fn relate(mut self, span: Span, message: Message) -> Self {
        self.related.push(Related { span, message });
        self
    }

    pub(super) fn mend(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.edits.extend(edits);
        self
    }
}

/// `message!("name", arg = value)`: the Fluent message `deck-name`.
macro_rules! message {
    ($name:literal $(, $arg:ident = $value:expr)* $(,)?) => {
        $crate::deck::diagnostic::Message {
            id: concat!("deck-", $name),
            args: vec![$((stringify!($arg), $value.to_string())),*],
        }
    };
}

/// `problem!(Error "code" at span, arg = value; help "name")`: a diagnostic whose message is `deck-code` and whose
/// help is `deck-name`, both with the same values.
macro_rules! problem {
    ($severity:ident $code:literal at $span:expr $(, $arg:ident = $value:expr)* $(; help $help:literal)? $(,)?) => {{
        let message = $crate::deck::diagnostic::message!($code $(, $arg = $value)*);
        #[allow(unused_mut, unused_assignments, reason = "only some have a help")]
        let mut help: Option<&'static str> = None;
        $(help = Some(concat!("deck-", $help));)?
        $crate::deck::diagnostic::Diagnostic {
            severity: $crate::deck::diagnostic::Severity::$severity,
            code: $code,
            span: $span,
            line: 0,
            column: 0,
            help: help.map(|id| $crate::deck::diagnostic::Message { id, args: message.args.clone() }),
            message,
            card: None,
            related: Vec::new(),
            edits: Vec::new(),
        }
    }};
}

pub(super) use {message, problem};
