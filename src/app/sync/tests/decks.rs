//! The student's decks on several devices.

use super::*;

impl Home {
    fn later(&self) -> &Self {
        self.clock.advance(std::time::Duration::from_secs(3600));
        self
    }
}

impl Report {
    fn versions(&self) -> Vec<String> {
        self.news.versions().into_iter().map(str::to_owned).collect()
    }
}

fn two(place: &Path) -> (Home, Home) {
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(place);
    tower.set_up(place);
    (laptop, tower)
}

#[test]
fn decks_and_their_pictures_travel_and_changes_follow() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", "one");
    laptop.put("ecg/deck.yaml", "deck");
    laptop.put("ecg/strip.png", "picture");
    laptop.sync();
    assert_eq!(tower.sync().decks.0, 3);
    assert_eq!(tower.decks(), laptop.decks());
    tower.later().put("cardio.yaml", "two");
    tower.sync();
    laptop.sync();
    assert_eq!(laptop.decks()["cardio.yaml"], "two");
    assert_eq!(laptop.sync().decks, (0, 0, 0));
    assert_eq!(tower.sync().decks, (0, 0, 0));
    // The content that nobody names any more is gone.
    assert_eq!(files(&place.path().join("files")).len(), 3);
}

#[test]
fn a_deck_that_was_changed_on_both_sides_keeps_both_versions_side_by_side() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", "one");
    laptop.sync();
    tower.sync();
    laptop.put("cardio.yaml", "of the laptop");
    tower.later().put("cardio.yaml", "of the tower");
    laptop.sync();
    let told = tower.sync().versions();
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("cardio_version_laptop_2026-11-22_"), "{told:?}");
    assert!(told[0].as_str() > "cardio.yaml", "the version that stays is the one that is studied");
    for home in [&laptop, &tower, &laptop, &tower] {
        home.sync();
    }
    let decks = laptop.decks();
    assert_eq!(decks, tower.decks());
    assert_eq!(decks.len(), 2);
    assert_eq!((decks["cardio.yaml"].as_str(), decks[&told[0]].as_str()), ("of the tower", "of the laptop"));
}

#[test]
fn two_homes_that_had_the_same_deck_before_have_it_once() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", "same");
    tower.later().put("cardio.yaml", "same");
    laptop.sync();
    assert_eq!(tower.sync().versions(), Vec::<String>::new());
    laptop.sync();
    laptop.put("cardio.yaml", "changed");
    laptop.sync();
    tower.sync();
    assert_eq!(tower.decks(), laptop.decks());
    assert_eq!(tower.decks().len(), 1);
}

#[test]
fn a_deletion_travels_unless_the_deck_was_changed_elsewhere() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("old.yaml", "old");
    laptop.put("kept.yaml", "kept");
    laptop.sync();
    tower.sync();
    for name in ["old.yaml", "kept.yaml"] {
        fs::remove_file(laptop.syncer.paths.decks().join(name)).expect("deleted");
    }
    tower.put("kept.yaml", "changed");
    laptop.sync();
    assert_eq!(tower.sync().decks.2, 1);
    laptop.sync();
    assert_eq!(laptop.decks(), BTreeMap::from([("kept.yaml".to_owned(), "changed".to_owned())]));
    assert_eq!(tower.decks(), laptop.decks());
    let removed = files(&tower.folder.path().join("data/sync/removed"));
    assert_eq!(removed.len(), 1, "what was deleted elsewhere is put aside, not destroyed");
}

#[test]
fn a_content_that_has_not_arrived_is_taken_later() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", "one");
    laptop.sync();
    let content = place.path().join("files").join(&files(&place.path().join("files"))[0]);
    let whole = fs::read(&content).expect("a content");
    write_atomically(&content, b"o").expect("torn");
    tower.sync();
    assert_eq!(tower.decks().len(), 0);
    write_atomically(&content, &whole).expect("arrived");
    assert_eq!(tower.sync().decks.0, 1);
}

#[test]
fn three_devices_with_three_versions_come_to_the_same_three_files() {
    let place = tempfile::tempdir().expect("a place");
    let homes = ["a", "b", "c"].map(Home::new);
    for (number, home) in homes.iter().enumerate() {
        home.set_up(place.path()).put("x.yaml", &format!("version {number}"));
    }
    for _ in 0..4 {
        for home in &homes {
            home.sync();
        }
    }
    let decks = homes[0].decks();
    assert_eq!(decks.len(), 3, "{decks:?}");
    assert_eq!((&decks, &decks), (&homes[1].decks(), &homes[2].decks()));
    for number in 0..3 {
        assert!(decks.values().any(|text| *text == format!("version {number}")));
    }
}

#[test]
fn a_list_of_another_device_reaches_no_file_outside_the_decks() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("evil.yaml", "x");
    laptop.sync();
    let lists = place.path().join("decks");
    let name = files(&lists).remove(0);
    let text = fs::read_to_string(lists.join(&name)).expect("a list");
    let body = text.rsplit_once("{\"blake3\"").expect("a trailer").0;
    for path in ["../evil.yaml", "/tmp/evil.yaml", "a/../../evil.yaml", ".hidden", "CON.yaml", "a\\\\b.yaml"]
    {
        let body = body.replace("evil.yaml", path);
        let hash = blake3::hash(body.as_bytes()).to_hex();
        fs::remove_dir_all(&lists).expect("removed");
        let device = name.split('/').next().expect("a device");
        fs::create_dir_all(lists.join(device)).expect("a folder");
        let file = lists.join(format!("{device}/{device}-9-{}.jsonl", &hash.as_str()[..32]));
        write_atomically(&file, format!("{body}{{\"blake3\":\"{hash}\"}}\n").as_bytes()).expect("written");
        let report = tower.sync();
        assert_eq!(report.left_out.len(), 1, "{path}");
        assert_eq!(tower.decks().len(), 0, "{path}");
    }
}

#[test]
fn what_is_hidden_half_written_or_opens_something_stays_at_home() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    for path in [".carabin-x1", "#deck.yaml#", ".git/config", "~deck.yaml"] {
        laptop.put(path, "x");
    }
    laptop.put("ecg/.carabin/origin.toml", "source = \"https://example.org/ecg.git\"");
    let with_password = "mine/.carabin/origin.toml";
    laptop.put(with_password, "source = \"https://me:secret@example.org/mine.git\"");
    assert_eq!(laptop.sync().left_out, [with_password]);
    tower.sync();
    assert_eq!(tower.decks().into_keys().collect::<Vec<_>>(), ["ecg/.carabin/origin.toml"]);
}

/// What makes a home forget what it knew of the decks.
#[derive(Clone, Copy, Debug)]
enum Forgotten {
    SyncWasOff,
    PlaceWasAnother,
    FileLost,
    FileUnreadable,
    ListLostToo,
}

impl Home {
    fn forget(&self, how: Forgotten, place: &Path, elsewhere: &Path) {
        let taken = self.folder.path().join("data/sync/taken.json");
        match how {
            Forgotten::SyncWasOff => {
                self.syncer.turn_off().expect("off");
                self.set_up(place);
            }
            Forgotten::PlaceWasAnother => drop(self.set_up(elsewhere).set_up(place)),
            Forgotten::FileLost => fs::remove_file(taken).expect("lost"),
            Forgotten::FileUnreadable => write_atomically(&taken, b"{\"seen\"").expect("torn"),
            Forgotten::ListLostToo => {
                fs::remove_file(taken).expect("lost");
                let device = self.journal().device().expect("read");
                fs::remove_dir_all(place.join(format!("decks/{device}"))).expect("lost");
            }
        }
    }
}

#[test]
fn a_home_that_has_forgotten_what_it_knew_overwrites_no_edit_with_what_was_before_it() {
    for how in [
        Forgotten::SyncWasOff,
        Forgotten::PlaceWasAnother,
        Forgotten::FileLost,
        Forgotten::FileUnreadable,
        Forgotten::ListLostToo,
    ] {
        let (place, elsewhere) =
            (tempfile::tempdir().expect("a place"), tempfile::tempdir().expect("a place"));
        let (laptop, tower) = two(place.path());
        for text in ["one", "two"] {
            laptop.later().put("cardio.yaml", text);
            laptop.sync();
            tower.sync();
        }
        laptop.later().put("cardio.yaml", "three");
        laptop.forget(how, place.path(), elsewhere.path());
        for home in [&laptop, &tower, &laptop] {
            home.sync();
        }
        let decks = laptop.decks();
        assert_eq!(decks, tower.decks(), "{how:?}");
        assert_eq!(decks["cardio.yaml"], "three", "{how:?}");
        // Who finds its own list in the place knows that it has followed "two".
        let versions = if matches!(how, Forgotten::ListLostToo) { 2 } else { 1 };
        assert_eq!(decks.len(), versions, "{how:?}: {decks:?}");
    }
}

#[test]
fn what_is_gone_from_a_home_that_has_forgotten_what_it_knew_comes_back_and_is_deleted_nowhere() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", "one");
    laptop.put("mine.yaml", "of the laptop alone");
    laptop.sync();
    laptop.syncer.turn_off().expect("off");
    fs::remove_dir_all(laptop.syncer.paths.decks()).expect("lost");
    laptop.syncer.paths.create().expect("made");
    assert_eq!(laptop.set_up(place.path()).sync().decks, (2, 0, 0));
    assert_eq!((tower.sync().decks, tower.decks().len()), ((2, 0, 0), 2));
}

#[test]
fn a_home_that_was_put_back_as_it_was_keeps_what_is_edited_in_it_and_what_was_edited_since() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    let taken = laptop.folder.path().join("data/sync/taken.json");
    laptop.put("cardio.yaml", "one");
    laptop.sync();
    let backup = fs::read(&taken).expect("a file");
    for text in ["two", "three"] {
        laptop.later().put("cardio.yaml", text);
        laptop.sync();
    }
    tower.sync();
    write_atomically(&taken, &backup).expect("put back");
    laptop.put("cardio.yaml", "one and a half");
    for home in [&laptop, &tower, &laptop, &tower] {
        home.sync();
    }
    let texts: Vec<String> = laptop.decks().into_values().collect();
    assert_eq!(laptop.decks(), tower.decks());
    for text in ["three", "one and a half"] {
        assert!(texts.iter().any(|there| there == text), "{text}: {texts:?}");
    }
}

#[test]
fn a_copied_home_overwrites_no_edit_of_the_one_that_it_was_copied_from() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, copy) = two(place.path());
    laptop.put("cardio.yaml", "one");
    laptop.answer(&["d/a"]);
    laptop.sync();
    for file in ["journal.db", "sync/state.json", "sync/taken.json", "decks/cardio.yaml"] {
        let (from, to) = (laptop.folder.path().join("data"), copy.folder.path().join("data"));
        fs::copy(from.join(file), to.join(file)).expect("copied");
    }
    copy.put("cardio.yaml", "of the copy");
    copy.sync();
    // What the copy wrote is still on its way while the laptop goes on.
    let device = copy.journal().device().expect("read").to_string();
    let (list, away) = (place.path().join("decks").join(&device), place.path().join(device));
    fs::rename(&list, &away).expect("on its way");
    for text in ["of the laptop", "of the laptop again"] {
        laptop.later().put("cardio.yaml", text);
        laptop.sync();
    }
    fs::rename(&away, &list).expect("arrived");
    for home in [&copy, &laptop, &copy] {
        home.sync();
    }
    let decks = copy.decks();
    assert_eq!(decks, laptop.decks());
    for text in ["of the copy", "of the laptop again"] {
        assert!(decks.values().any(|there| there == text), "{text}: {decks:?}");
    }
}

/// A deck of three cards with these answers.
fn deck(answers: [&str; 3]) -> String {
    let card = |(id, answer): (&str, &str)| format!("  - id: {id}\n    q: {id} ?\n    a: {answer}\n");
    let cards: String = ["a", "b", "c"].into_iter().zip(answers).map(card).collect();
    format!("format: 1\ndeck: cardio\ntitle: Cardio\nlanguage: fr\ncards:\n{cards}")
}

fn said(report: &Report) -> Vec<String> {
    let messages = crate::i18n::Messages::new(crate::i18n::Lang::En);
    let mut lines = report.news.describe(&messages);
    lines.extend(report.news.warnings(&report.folder, &messages));
    lines
}

#[test]
fn different_cards_of_one_deck_that_were_mended_on_two_devices_meet_in_it_and_both_are_told() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", &deck(["1", "2", "3"]));
    laptop.sync();
    tower.sync();
    laptop.put("cardio.yaml", &deck(["un", "2", "3"]));
    tower.later().put("cardio.yaml", &deck(["1", "deux", "trois"]));
    laptop.sync();
    let told = said(&tower.sync());
    assert!(
        matches!(&told[..], [line] if line.contains("cardio.yaml") && line.contains("1 card")),
        "{told:?}"
    );
    let told = said(&laptop.sync());
    assert!(
        matches!(&told[..], [line] if line.contains("cardio.yaml") && line.contains("2 cards")),
        "{told:?}"
    );
    for home in [&tower, &laptop] {
        let both = BTreeMap::from([("cardio.yaml".to_owned(), deck(["un", "deux", "trois"]))]);
        assert_eq!((home.sync().decks, home.decks()), ((0, 0, 0), both));
    }
    assert_eq!(files(&place.path().join("files")).len(), 1, "what it was made from is not needed any more");
}

#[test]
fn devices_that_go_on_and_on_without_hearing_of_each_other_meet_in_one_deck() {
    let (mine, yours) = (tempfile::tempdir().expect("a place"), tempfile::tempdir().expect("a place"));
    let (laptop, tower) = (Home::new("laptop"), Home::new("tower"));
    laptop.set_up(mine.path()).put("cardio.yaml", &deck(["1", "2", "3"]));
    tower.set_up(yours.path());
    let carried = |from: &Path, to: &Path| {
        for path in files(from).iter().filter(|path| path.contains('/')) {
            let target = to.join(path);
            fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
            fs::copy(from.join(path), target).expect("carried");
        }
    };
    laptop.sync();
    carried(mine.path(), yours.path());
    tower.sync();
    carried(yours.path(), mine.path());
    for (first, last) in [("I", "III"), ("un", "trois")] {
        laptop.later().put("cardio.yaml", &deck([first, "2", "3"]));
        laptop.sync();
        tower.later().put("cardio.yaml", &deck(["1", "2", last]));
        tower.sync();
    }
    carried(mine.path(), yours.path());
    tower.sync();
    carried(yours.path(), mine.path());
    laptop.sync();
    let both = BTreeMap::from([("cardio.yaml".to_owned(), deck(["un", "2", "trois"]))]);
    assert_eq!((laptop.decks(), tower.decks()), (both.clone(), both));
}

#[test]
fn three_devices_that_mend_three_cards_come_to_one_deck() {
    let place = tempfile::tempdir().expect("a place");
    let homes = ["laptop", "tower", "phone"].map(Home::new);
    homes[0].put("cardio.yaml", &deck(["1", "2", "3"]));
    for home in &homes {
        home.set_up(place.path()).sync();
    }
    for (home, answers) in homes.iter().zip([["un", "2", "3"], ["1", "deux", "3"], ["1", "2", "trois"]]) {
        home.put("cardio.yaml", &deck(answers));
    }
    for _ in 0..2 {
        for home in &homes {
            home.sync();
        }
    }
    let all = BTreeMap::from([("cardio.yaml".to_owned(), deck(["un", "deux", "trois"]))]);
    for home in &homes {
        assert_eq!(home.decks(), all);
    }
}

#[test]
fn a_card_that_was_mended_in_two_ways_leaves_both_versions_and_both_devices_are_told_what_to_do() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", &deck(["1", "2", "3"]));
    laptop.sync();
    tower.sync();
    laptop.put("cardio.yaml", &deck(["un", "2", "3"]));
    tower.later().put("cardio.yaml", &deck(["une", "2", "3"]));
    laptop.sync();
    let reports = [tower.sync(), laptop.sync()];
    let version = reports[0].versions().remove(0);
    let there = laptop.decks();
    assert_eq!((&there, there.len()), (&tower.decks(), 2));
    assert_eq!(there["cardio.yaml"], deck(["une", "2", "3"]));
    assert_eq!(there[&version], deck(["un", "2", "3"]));
    for report in &reports {
        assert!(matches!(&said(report)[..], [line] if line.contains(&version)), "{report:?}");
    }
    // What was taken from the other version, and the other version deleted, is the same everywhere.
    fs::remove_file(laptop.syncer.paths.decks().join(&version)).expect("deleted");
    laptop.later().put("cardio.yaml", &deck(["un ou une", "2", "3"]));
    for home in [&laptop, &tower] {
        assert_eq!(said(&home.sync()), [""; 0]);
    }
    assert_eq!(tower.decks(), BTreeMap::from([("cardio.yaml".to_owned(), deck(["un ou une", "2", "3"]))]));
}

#[test]
fn a_deck_of_which_nobody_knows_what_it_was_keeps_both_versions() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", &deck(["un", "2", "3"]));
    tower.later().put("cardio.yaml", &deck(["1", "deux", "3"]));
    laptop.sync();
    assert_eq!(tower.sync().versions().len(), 1);
}

#[test]
fn what_an_author_sent_is_never_made_one_of_two() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    let path = "ecg/.carabin/deck.yaml";
    laptop.put(path, &deck(["1", "2", "3"]));
    laptop.sync();
    tower.sync();
    laptop.put(path, &deck(["un", "2", "3"]));
    tower.later().put(path, &deck(["1", "deux", "3"]));
    laptop.sync();
    let report = tower.sync();
    assert_eq!((&tower.decks()[path], report.versions()), (&deck(["1", "deux", "3"]), Vec::new()));
    assert_eq!(tower.decks().len(), 2, "nothing is lost");
}

#[test]
fn what_a_sync_has_done_that_nobody_saw_is_told_once() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    laptop.put("cardio.yaml", &deck(["1", "2", "3"]));
    laptop.sync();
    tower.sync();
    laptop.put("cardio.yaml", &deck(["un", "2", "3"]));
    tower.later().put("cardio.yaml", &deck(["1", "deux", "3"]));
    laptop.sync();
    tower.sync();
    let messages = crate::i18n::Messages::new(crate::i18n::Lang::En);
    assert_eq!(tower.syncer.untold_news(&messages).len(), 1);
    assert_eq!(tower.syncer.untold_news(&messages), [""; 0]);
}
