//! Colours. Only the sixteen that the student chose for their terminal are used, so that every palette stays readable.

use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// None: bold, dim, underlined and reversed text only (`NO_COLOR`).
    Mono,
}

impl FromStr for ThemeName {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        match s {
            "dark" => Ok(Self::Dark),
            "light" => Ok(Self::Light),
            "mono" => Ok(Self::Mono),
            _ => Err(()),
        }
    }
}

/// The styles by what they mean.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What stands back: hints, sources, keys' names.
    pub dim: Style,
    /// Headings and the program's name.
    pub title: Style,
    /// What the eye is to find: the cursor, the keys.
    pub accent: Style,
    /// Right.
    pub good: Style,
    /// Half right, or to be looked at.
    pub warn: Style,
    /// Wrong.
    pub bad: Style,
    /// The chosen line.
    pub selected: Style,
    /// A blank that is asked.
    pub blank: Style,
    /// Lines between areas.
    pub rule: Style,
}

impl Theme {
    /// The styles of a theme.
    #[must_use]
    pub fn new(name: ThemeName) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        match name {
            ThemeName::Mono => Self {
                text: plain,
                dim: plain.add_modifier(Modifier::DIM),
                title: bold,
                accent: bold,
                good: bold,
                warn: plain.add_modifier(Modifier::UNDERLINED),
                bad: plain.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
                selected: plain.add_modifier(Modifier::REVERSED),
                blank: plain.add_modifier(Modifier::REVERSED),
                rule: plain.add_modifier(Modifier::DIM),
            },
            ThemeName::Dark => Self {
                text: plain,
                dim: plain.fg(Color::DarkGray),
                title: bold.fg(Color::Cyan),
                accent: bold.fg(Color::Cyan),
                good: plain.fg(Color::Green),
                // Not yellow: where the background is light and nothing says so, it cannot be read.
                warn: plain.fg(Color::Magenta),
                bad: plain.fg(Color::LightRed),
                selected: bold.fg(Color::Cyan),
                blank: bold.fg(Color::Magenta),
                rule: plain.fg(Color::DarkGray),
            },
            ThemeName::Light => Self {
                text: plain,
                dim: plain.fg(Color::DarkGray),
                title: bold.fg(Color::Blue),
                accent: bold.fg(Color::Blue),
                good: plain.fg(Color::Green),
                warn: plain.fg(Color::Magenta),
                bad: plain.fg(Color::Red),
                selected: bold.fg(Color::Blue),
                blank: bold.fg(Color::Magenta),
                rule: plain.fg(Color::Gray),
            },
        }
    }
}
