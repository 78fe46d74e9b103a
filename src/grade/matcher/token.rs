//! What a typed answer is made of.

use super::{dates::Date, decimal::Decimal, units::Unit};

/// A piece of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Word(Word),
    Number(Number),
    Unit(Unit),
    Date(Date),
    Sign(Sign),
    /// A mark that may separate two things: one of `, ; / + &` or a line feed.
    Break(char),
}

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Lower case, without accents.
    pub(super) plain: String,
    /// Lower case with accents.
    pub(super) accented: String,
    /// Without the endings of number and gender.
    pub(super) stem: String,
    /// How it is written.
    pub(super) form: Form,
    /// Carries no meaning of its own here.
    pub(super) light: bool,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Like most words.
    Plain,
    /// In capitals, two at least (`CPAM`, `T2A`, `PUMa`).
    Capitals,
    /// In capitals with a small s after them (`CPAMs`, `HBs`).
    CapitalsAndS,
    /// A single capital letter without accent (`hépatite A`).
    Letter,
    /// Elided before an apostrophe (`l'`, `d'`).
    Elided,
}

impl Word {
    /// A word put together from others.
    pub(super) fn whole(plain: String, accented: String, stem: String) -> Self {
        Self { plain, accented, stem, form: Form::Plain, light: false }
    }

    pub(super) fn has_digit(&self) -> bool {
        self.plain.bytes().any(|b| b.is_ascii_digit())
    }
}

/// A number, or a rank in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    pub(super) ordinal: bool,
    /// The value when the decimal mark is taken for one that groups thousands: 1500 for `1.500`.
    pub(super) grouped: Option<Decimal>,
}

/// A sign that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Less,
    AtMost,
    Greater,
    AtLeast,
    /// Between two numbers: `4/5`, "4 sur 5".
    Over,
    /// After a symbol: `Na+`.
    Plus,
    /// After a symbol: `Cl-`.
    Minus,
}

impl Token {
    pub(super) fn word(&self) -> Option<&Word> {
        if let Self::Word(word) = self { Some(word) } else { None }
    }

    pub(super) fn number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The word without accents, or nothing.
    pub(super) fn plain(&self) -> &str {
        self.word().map_or("", |w| &w.plain)
    }

    pub(super) fn cardinal(value: Decimal) -> Self {
        Self::Number(Number { value, ordinal: false, grouped: None })
    }

    /// How it reads when the answer is written without spaces.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Word(word) => word.plain.clone(),
            Self::Number(number) => {
                format!("{}{}", number.value.as_str(), if number.ordinal { "e" } else { "" })
            }
            Self::Unit(unit) => unit.name().to_owned(),
            Self::Date(date) => date.key(),
            Self::Sign(sign) => format!("{sign:?}"),
            Self::Break(_) => String::new(),
        }
    }
}
