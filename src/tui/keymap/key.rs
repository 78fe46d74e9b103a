//! A key: what is read from a configuration, compared with an event and shown by its name.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::i18n::Messages;

/// A key as it is compared: for characters, Shift is already in the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    control: bool,
    alt: bool,
    /// With an arrow; with a character Shift is in the character.
    shift: bool,
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        let code = match event.code {
            KeyCode::Char(c) if shift => KeyCode::Char(c.to_uppercase().next().unwrap_or(c)),
            code => code,
        };
        Self {
            code,
            control: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift: shift && matches!(code, KeyCode::Up | KeyCode::Down | KeyCode::Left | KeyCode::Right),
        }
    }
}

impl Key {
    /// Reads a key as crokey writes it: `ctrl-e`, `space`, `?`.
    ///
    /// # Errors
    /// When crokey does not know it.
    pub fn parse(text: &str) -> Result<Self, crokey::ParseKeyError> {
        // crokey counts bytes, so it does not know `é`.
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(Self { code: KeyCode::Char(c), control: false, alt: false, shift: false });
        }
        let combination: KeyCombination = crokey::parse(text)?;
        let event: KeyEvent = combination.into();
        Ok(Self::from(event))
    }

    /// Whether it writes a character.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.control && !self.alt
    }

    /// Its name on the screen.
    #[must_use]
    pub fn label(self, messages: &Messages) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => messages.get("keyname-space"),
            KeyCode::Char(c) if self.control => c.to_uppercase().to_string(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Enter => messages.get("keyname-enter"),
            KeyCode::Esc => messages.get("keyname-esc"),
            KeyCode::Tab => messages.get("keyname-tab"),
            KeyCode::BackTab => messages.get("keyname-backtab"),
            KeyCode::Backspace => messages.get("keyname-backspace"),
            KeyCode::Delete => messages.get("keyname-delete"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => messages.get("keyname-page-up"),
            KeyCode::PageDown => messages.get("keyname-page-down"),
            KeyCode::F(n) => format!("F{n}"),
            other => format!("{other:?}"),
        };
        let control = if self.control { messages.get("keyname-ctrl") } else { String::new() };
        let alt = if self.alt { "Alt-" } else { "" };
        let shift = if self.shift { messages.get("keyname-shift") } else { String::new() };
        format!("{control}{alt}{shift}{name}")
    }
}
