//! The student's decks on several devices.

use super::*;

impl Home {
    fn put(&self, path: &str, text: &str) {
        let path = self.syncer.paths.decks().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        write_atomically(&path, text.as_bytes()).expect("written");
    }

    fn decks(&self) -> BTreeMap<String, String> {
        let folder = self.syncer.paths.decks();
        let text = |path: &String| fs::read_to_string(folder.join(path)).expect("a text");
        files(&folder).into_iter().map(|path| (path.clone(), text(&path))).collect()
    }

    fn later(&self) -> &Self {
        self.clock.advance(std::time::Duration::from_secs(3600));
        self
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
    let told = tower.sync().versions;
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
    assert_eq!(tower.sync().versions, Vec::<String>::new());
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
fn what_is_hidden_or_half_written_stays_at_home() {
    let place = tempfile::tempdir().expect("a place");
    let (laptop, tower) = two(place.path());
    for path in [".carabin-x1", "#deck.yaml#", ".git/config", "~deck.yaml"] {
        laptop.put(path, "x");
    }
    laptop.put("ecg/.carabin/origin.toml", "from = \"x\"");
    laptop.sync();
    tower.sync();
    assert_eq!(tower.decks().into_keys().collect::<Vec<_>>(), ["ecg/.carabin/origin.toml"]);
}
