//! When the command line colours its text.

use std::str::FromStr;

/// What `--color` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// On a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Always, in pipes too.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// All, in the order of the help.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    /// Whether to colour a stream that is a terminal or not. `variable` reads the environment.
    ///
    /// In this order: `--color`; `NO_COLOR` (<https://no-color.org>: set and not empty); `CLICOLOR_FORCE` and
    /// `CLICOLOR` (<https://bixense.com/clicolors>: `0` or not); `TERM=dumb`; whether it is a terminal.
    pub fn wanted(self, terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
        let filled = |name: &str| variable(name).filter(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if filled("NO_COLOR").is_some() => false,
            Self::Auto if filled("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Self::Auto if filled("CLICOLOR").is_some_and(|value| value == "0") => false,
            Self::Auto if filled("TERM").is_some_and(|value| value == "dumb") => false,
            Self::Auto => terminal,
        }
    }
}

impl FromStr for Colour {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|colour| colour.name() == s)
            .ok_or_else(|| "auto | always | never".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(colour: Colour, terminal: bool, environment: &[(&str, &str)]) -> bool {
        colour.wanted(terminal, |name| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_terminal_is_coloured_and_a_pipe_is_not() {
        assert!(wanted(Colour::Auto, true, &[]));
        assert!(!wanted(Colour::Auto, false, &[]));
    }

    #[test]
    fn the_option_stands_above_the_environment() {
        assert!(wanted(Colour::Always, false, &[("NO_COLOR", "1")]));
        assert!(!wanted(Colour::Never, true, &[("CLICOLOR_FORCE", "1")]));
    }

    #[test]
    fn the_environment_stands_above_the_terminal() {
        assert!(!wanted(Colour::Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(!wanted(Colour::Auto, true, &[("CLICOLOR", "0")]));
        assert!(!wanted(Colour::Auto, true, &[("TERM", "dumb")]));
        assert!(wanted(Colour::Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(wanted(Colour::Auto, true, &[("NO_COLOR", ""), ("CLICOLOR_FORCE", "0"), ("CLICOLOR", "1")]));
    }
}
