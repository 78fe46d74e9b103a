//! The settings of studying on the screen.

use crate::app::settings::SettingLine;

/// The settings.
#[derive(Debug, Default)]
pub struct SettingsScreen {
    /// What is listed.
    pub lines: Vec<SettingLine>,
    /// The chosen one.
    pub cursor: usize,
}

impl SettingsScreen {
    /// The chosen setting.
    #[must_use]
    pub fn chosen(&self) -> Option<&SettingLine> {
        self.lines.get(self.cursor)
    }

    /// The cursor goes to this setting, or to the last one.
    pub fn choose(&mut self, number: usize) {
        self.cursor = number.min(self.lines.len().saturating_sub(1));
    }
}
