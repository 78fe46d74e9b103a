//! Segments of a sync: any lines, under a hash that fits.

#![no_main]

use std::{
    path::PathBuf,
    sync::{Arc, LazyLock, Mutex},
};

use carabin::{
    app::{App, clock::StoppedClock, open::Opening, paths::Paths, progress::Unseen, sync::Setup},
    i18n::Lang,
};
use libfuzzer_sys::fuzz_target;

/// A home that syncs through a place, and its folders.
static HOME: LazyLock<Mutex<(App, PathBuf)>> = LazyLock::new(|| {
    let home = tempfile::tempdir().expect("a folder").keep();
    let place = home.join("place");
    std::fs::create_dir(&place).expect("made");
    let app = App::open(Opening {
        paths: Paths::find(Some(home.join("home").into())).expect("paths"),
        lang: Some(Lang::En),
        locale: None,
        decks: Vec::new(),
        clock: Arc::new(StoppedClock::new(
            "2026-11-23T08:00:00+01:00[Europe/Paris]".parse().expect("a time"),
        )),
    })
    .expect("opened");
    let to = place.to_string_lossy().into_owned();
    app.syncer().set_up(&Setup { place: to, name: None, auto: false, decks: true }).expect("set up");
    Mutex::new((app, place))
});

fuzz_target!(|data: &[u8]| {
    let Some((first, data)) = data.split_first() else { return };
    let (folder, kind) = if first % 2 == 0 { ("events", "segment") } else { ("decks", "decks") };
    let mut bytes = format!("{{\"carabin\":\"{kind}\",\"device\":\"0123456789abcdef\",\"v\":1,").into_bytes();
    bytes.extend(data);
    bytes.push(b'\n');
    let hash = blake3::hash(&bytes).to_hex();
    bytes.extend(format!("{{\"blake3\":\"{hash}\"}}\n").into_bytes());
    let mut home = HOME.lock().expect("alone");
    let (app, place) = &mut *home;
    let folder = place.join(folder).join("0123456789abcdef");
    std::fs::create_dir_all(&folder).expect("made");
    let file = folder.join(format!("0123456789abcdef-1-1-{}.jsonl", &hash.as_str()[..32]));
    std::fs::write(&file, &bytes).expect("written");
    let _ = app.sync(&mut Unseen);
    std::fs::remove_file(&file).expect("removed");
});
