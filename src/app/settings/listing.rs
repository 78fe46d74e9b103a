//! The settings of studying as a screen lists them.

use crate::{
    app::{error::AppError, open::App, wording::settings as wording},
    study::{Setting, Settings},
};

/// A setting with its value, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingLine {
    /// Which.
    pub setting: Setting,
    /// Its value in words.
    pub value: String,
    /// Its value as a student would write it; empty where there is none.
    pub written: String,
    /// Its default in words.
    pub default: String,
    /// It is at its default.
    pub is_default: bool,
    /// The value before and the one after this one, around, where they are few.
    pub beside: Option<(&'static str, &'static str)>,
}

impl App {
    /// All settings in their order, with their values.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn list_settings(&self) -> Result<Vec<SettingLine>, AppError> {
        let settings = self.kept_settings()?;
        Ok(Setting::ALL.map(|setting| self.setting_line(setting, &settings)).into())
    }

    fn setting_line(&self, setting: Setting, settings: &Settings) -> SettingLine {
        let defaults = Settings::default();
        let in_words = |settings| wording::value(setting, settings, self.now().day.date(), &self.messages);
        let kept = settings.get(setting);
        SettingLine {
            setting,
            value: in_words(settings),
            written: wording::written(setting, settings, self.messages.lang()),
            default: in_words(&defaults),
            is_default: kept == defaults.get(setting),
            beside: beside(setting.choices(), &kept),
        }
    }

    /// The value of a setting in words.
    ///
    /// # Errors
    /// When the journal fails.
    pub fn setting_in_words(&self, setting: Setting) -> Result<String, AppError> {
        Ok(self.setting_line(setting, &self.kept_settings()?).value)
    }
}

/// The values before and after `value` among `choices`, around.
fn beside(choices: &'static [&'static str], value: &str) -> Option<(&'static str, &'static str)> {
    let at = choices.iter().position(|choice| *choice == value)?;
    let count = choices.len();
    Some((choices[(at + count - 1) % count], choices[(at + 1) % count]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_beside_one_go_around() {
        assert_eq!(beside(&["a", "b", "c"], "a"), Some(("c", "b")));
        assert_eq!(beside(&["a", "b", "c"], "c"), Some(("b", "a")));
        assert_eq!(beside(&[], "20"), None);
    }
}
