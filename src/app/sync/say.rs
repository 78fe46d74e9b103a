//! Sync in words.

use jiff::Timestamp;

use super::{
    error::SyncError,
    run::{Report, Status, Syncer},
};
use crate::{
    app::{
        open::App,
        overview::{SyncLine, SyncTime},
        problems::say_with,
        words,
    },
    i18n::{Arg, Messages},
};

impl Report {
    /// What happened, a line each.
    #[must_use]
    pub fn describe(&self, messages: &Messages) -> Vec<String> {
        let mut lines = Vec::new();
        if self.received + self.sent > 0 {
            let args = [("received", self.received.into()), ("sent", self.sent.into())];
            lines.push(messages.with("sync-said-events", &args));
        }
        let (received, sent, removed) = self.decks;
        if received + sent + removed > 0 {
            let args = [("received", received.into()), ("sent", sent.into()), ("removed", removed.into())];
            lines.push(messages.with("sync-said-decks", &args));
        }
        lines.extend(self.news.describe(messages));
        if lines.is_empty() {
            lines.push(messages.get("sync-said-nothing"));
        }
        lines
    }

    /// What the student should look at, a line each.
    #[must_use]
    pub fn warnings(&self, messages: &Messages) -> Vec<String> {
        let path = |id: &str, path: &str| say_with(messages, id, &[("path", path.to_owned())]);
        let mut lines = self.news.warnings(&self.folder, messages);
        for (file, fault) in &self.faulty {
            lines.push(path(fault.message_id(), file));
        }
        lines.extend(self.left_out.iter().map(|file| path("sync-said-left-out", file)));
        if self.conflicts > 0 {
            lines.push(messages.with("sync-said-conflicts", &[("n", self.conflicts.into())]));
        }
        if self.renewed {
            lines.push(messages.get("journal-shared-device"));
        }
        lines
    }

    /// What a session is told that is under way; `None` when nothing here has changed.
    fn in_short(&self, messages: &Messages) -> Option<String> {
        if self.received > 0 {
            return Some(messages.with("sync-said-arrived", &[("n", self.received.into())]));
        }
        self.changed_here().then(|| messages.get("sync-said-decks-arrived"))
    }
}

impl Status {
    /// What is told of it: a heading and a text each.
    #[must_use]
    pub fn describe(&self, app: &App) -> Vec<(String, String)> {
        let messages = &app.messages;
        let say = |id: &str| messages.get(id);
        let yes = |yes: bool| say(if yes { "sync-status-yes" } else { "sync-status-no" });
        let last = self.last.map_or_else(|| say("sync-status-never"), |last| app.when(last));
        let waiting = u32::try_from(self.waiting).unwrap_or(u32::MAX);
        let mut out = vec![
            (say("sync-status-place"), self.place.clone()),
            (say("sync-status-name"), self.name.clone()),
            (say("sync-status-last"), last),
            (say("sync-status-waiting"), messages.with("sync-status-events", &[("n", waiting.into())])),
            (say("sync-status-auto"), yes(self.auto)),
            (say("sync-status-decks"), yes(self.decks)),
        ];
        if let Some(trouble) = self.trouble(messages) {
            out.push((say("sync-status-trouble"), trouble));
        }
        if !self.faulty.is_empty() {
            out.push((say("sync-status-faulty"), self.faulty.join("\n")));
        }
        out
    }

    /// Why the last sync did not go through, in words.
    #[must_use]
    pub fn trouble(&self, messages: &Messages) -> Option<String> {
        self.trouble.as_ref().map(|(id, args)| say_trouble(messages, id, args))
    }
}

fn say_trouble(messages: &Messages, id: &str, args: &[(String, String)]) -> String {
    // The file may be of another version: what is not known is said in general.
    if !messages.has(id) {
        return messages.get("sync-trouble");
    }
    let args: Vec<(&str, String)> = args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    say_with(messages, id, &args)
}

impl App {
    /// `22 novembre 2026, 20:04`, in the student's zone.
    fn when(&self, at: Timestamp) -> String {
        let local = at.to_zoned(self.clock.wall().time_zone().clone());
        let args: [(&str, Arg); 2] = [
            ("date", words::date(local.date(), &self.messages).into()),
            ("time", local.strftime("%H:%M").to_string().into()),
        ];
        self.messages.with("sync-when", &args)
    }

    /// How sync stands, for Home; `None` when it is not set up.
    pub(in crate::app) fn sync_line(&self) -> Option<SyncLine> {
        let status = self.sync_status().ok()??;
        let last = status.last.map(|at| {
            let local = at.to_zoned(self.clock.wall().time_zone().clone());
            if local.date() == self.clock.wall().date() {
                SyncTime::Today(local.strftime("%H:%M").to_string())
            } else {
                SyncTime::On(local.date())
            }
        });
        Some(SyncLine { last, waiting: status.waiting, failed: status.trouble.is_some() })
    }
}

impl Syncer {
    /// What a session is told of a sync beside it; `None` when nothing here has changed.
    #[must_use]
    pub fn said(&self, result: &Result<Report, SyncError>, messages: &Messages) -> Option<String> {
        let news = self.untold_news(messages);
        if !news.is_empty() {
            return Some(news.join("\n"));
        }
        match result {
            Ok(report) => report.in_short(messages),
            Err(_) => self.untold(messages),
        }
    }

    /// What was not told yet about the last sync, which failed: once for each kind of trouble, until it is over.
    #[must_use]
    pub fn untold(&self, messages: &Messages) -> Option<String> {
        let (id, args) = self.take_untold()?;
        Some(say_trouble(messages, &id, &args))
    }

    /// What was not told yet of decks that two devices have changed, what is to be looked at first.
    #[must_use]
    pub fn untold_news(&self, messages: &Messages) -> Vec<String> {
        let Ok(news) = self.take_news() else { return Vec::new() };
        let mut lines = news.warnings(&self.paths.decks(), messages);
        lines.extend(news.describe(messages));
        lines
    }
}
