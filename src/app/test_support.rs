//! An application for tests.

use std::sync::Arc;

use super::{App, clock::StoppedClock, files::write_atomically, open::Opening, paths::Paths};
use crate::{i18n::Lang, study::Setting};

/// In English, at a home of its own with this deck, on a Monday at eight. The deck is in German, so that nothing else is studied.
pub(super) fn app_with(deck: &str) -> (App, Arc<StoppedClock>, tempfile::TempDir) {
    let home = tempfile::tempdir().expect("a home");
    let folder = home.path().join("data/decks");
    std::fs::create_dir_all(&folder).expect("a folder");
    write_atomically(&folder.join("own.yaml"), deck.as_bytes()).expect("written");
    let wall = "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().expect("a time");
    let clock = Arc::new(StoppedClock::new(wall));
    let mut app = App::open(Opening {
        paths: Paths::find(Some(home.path().into())).expect("paths"),
        lang: Some(Lang::En),
        locale: None,
        decks: Vec::new(),
        clock: Arc::clone(&clock) as _,
    })
    .expect("opened");
    app.change_setting(Setting::Languages, Some("de")).expect("kept");
    app.refresh().expect("read");
    (app, clock, home)
}
