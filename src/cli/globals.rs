//! What must be known before the arguments are read: the language and the colours of help and errors.

use std::ffi::OsString;

use super::colour::Colour;
use crate::i18n::Lang;

/// The options that stand before or after any command.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Globals {
    /// `--lang`
    pub lang: Option<Lang>,
    /// `--color`
    pub colour: Colour,
}

impl Globals {
    /// Finds the options without judging anything: [`super::parse`] does that, in the language found here.
    #[must_use]
    pub fn scan(args: &[OsString]) -> Self {
        Self {
            lang: value_of("--lang", args).and_then(|value| value.parse().ok()),
            colour: value_of("--color", args).and_then(|value| value.parse().ok()).unwrap_or_default(),
        }
    }
}

/// What follows the first `option`, as `--option value` or `--option=value`, before any `--`.
fn value_of<'a>(option: &str, args: &'a [OsString]) -> Option<&'a str> {
    let mut rest =
        args.iter().skip(1).map(|arg| arg.to_str().unwrap_or_default()).take_while(|arg| *arg != "--");
    while let Some(arg) = rest.next() {
        if arg == option {
            return rest.next();
        }
        if let Some(value) = arg.strip_prefix(option).and_then(|end| end.strip_prefix('=')) {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(line: &str) -> Globals {
        Globals::scan(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn both_spellings_are_found_before_and_after_the_command() {
        let expected = Globals { lang: Some(Lang::En), colour: Colour::Never };
        assert_eq!(scan("carabin --lang en study --color=never"), expected);
        assert_eq!(scan("carabin study --color never --lang=en"), expected);
    }

    #[test]
    fn what_does_not_fit_or_is_not_an_option_is_left_to_the_locale() {
        for line in [
            "carabin",
            "carabin --lang",
            "carabin --lang de",
            "carabin --language fr",
            "carabin set x -- --lang fr",
        ] {
            assert_eq!(scan(line), Globals::default(), "{line}");
        }
    }
}
