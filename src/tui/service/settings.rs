//! The settings of studying.

use super::{Reply, Request, Service};
use crate::{
    app::{error::AppError, wording::settings as wording},
    study::Setting,
};

/// Something about the settings, which then come anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsRequest {
    /// All of them.
    List,
    /// One gets a value, as the student has written it, or with `None` its default.
    Change(Setting, Option<String>),
    /// The last change on this screen is taken back.
    Undo,
}

impl From<SettingsRequest> for Request {
    fn from(request: SettingsRequest) -> Self {
        Self::Settings(request)
    }
}

impl Service {
    pub(super) fn settings(&mut self, request: SettingsRequest) -> Result<Reply, AppError> {
        let said = match request {
            SettingsRequest::List => {
                self.forget_screen();
                self.changes.clear();
                None
            }
            SettingsRequest::Change(setting, value) => {
                let changed = self.app.change_setting(setting, value.as_deref())?;
                self.changes.extend(changed.event.map(|event| (setting, event)));
                Some(match changed.event {
                    Some(_) => self.say("settings-kept"),
                    None => self.say_setting("settings-unchanged", setting)?,
                })
            }
            SettingsRequest::Undo => {
                let Some((setting, event)) = self.changes.last().copied() else {
                    return Ok(Reply::Nothing(self.say("settings-nothing-to-undo")));
                };
                self.app.undo_setting(event)?;
                self.changes.pop();
                Some(self.say_setting("settings-undone", setting)?)
            }
        };
        Ok(Reply::Settings { lines: self.app.list_settings()?, said })
    }

    fn say_setting(&self, id: &str, setting: Setting) -> Result<String, AppError> {
        let messages = &self.app.messages;
        let value = self.app.setting_in_words(setting)?;
        let args = [("name", wording::name(setting, messages).into()), ("value", value.into())];
        Ok(messages.with(id, &args))
    }
}
