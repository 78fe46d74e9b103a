//! Which of several decks of one id is studied, and how a bundled deck becomes the user's own.

use super::*;
use crate::library::{Base, BundledFile, MediaError, Own, Problem, Tier};

const BUNDLED: &[Bundled] = &[Bundled {
    path: "edn.yaml",
    text: "format: 1\ndeck: edn\ntitle: EDN\nlanguage: fr\nversion: 1.2.0\ncards:\n  - id: x\n    q: Fournie ?\n    a: Oui.\n",
    media: &[],
}];

const ILLUSTRATED: &[Bundled] = &[Bundled {
    path: "edn.yaml",
    text: "format: 1\ndeck: edn\ntitle: EDN\nlanguage: fr\ncards:\n  - id: x\n    q: Que voit-on ?\n    a: Rien.\n    image: { file: media/a.png, alt: Une image }\n",
    media: &[BundledFile { path: "media/a.png", bytes: b"png" }],
}];

fn prompt(library: &Library, card: &str) -> String {
    let card = library.card(&locator(card)).expect("readable").expect("there");
    card.content.prompt().to_string()
}

#[test]
fn named_decks_come_before_the_users_and_these_before_the_bundled() {
    let mut room = Room::new();
    room.bundled = BUNDLED;
    let mut library = room.fresh();
    assert_eq!(prompt(&library, "edn/x"), "Fournie ?");
    assert_eq!(library.place_of(&locator("edn/x")), None, "it has no file");

    room.write("edn.yaml", &deck("edn", &[("x", "Mienne ?", "Oui.")]));
    assert_eq!(refresh(&mut library).changed, [id("edn")]);
    assert_eq!(prompt(&library, "edn/x"), "Mienne ?");

    let named = room.path("elsewhere/named.yaml");
    write(&named, &deck("edn", &[("x", "Nommée ?", "Oui.")]));
    room.extra = vec![named];
    let library = room.fresh();
    assert_eq!(prompt(&library, "edn/x"), "Nommée ?");
    let catalogue = library.catalogue();
    let tiers: Vec<_> = catalogue.decks.iter().map(|deck| (deck.origin.tier, deck.shadowed_by)).collect();
    assert_eq!(tiers, [(Tier::Extra, None), (Tier::User, Some(0)), (Tier::Bundled, Some(0))]);
    assert_eq!(catalogue.entries.len(), 1);

    room.extra.clear();
    assert_eq!(
        prompt(&room.open(), "edn/x"),
        "Mienne ?",
        "what another run named is not studied in this one"
    );
}

#[test]
fn the_same_id_twice_is_told() {
    let room = Room::new();
    let first = room.write("a.yaml", &deck("edn", &[("x", "A ?", "Oui.")]));
    let second = room.write("b.yaml", &deck("edn", &[("x", "B ?", "Oui.")]));
    let mut library = room.open();
    let told = refresh(&mut library);
    let [Problem::Duplicate { deck, kept, hidden }] = told.problems.as_slice() else { panic!("{told:?}") };
    assert_eq!((deck, &kept.path, &hidden.path), (&id("edn"), &first, &second));
    assert_eq!(prompt(&library, "edn/x"), "A ?");
}

#[test]
fn the_same_file_named_twice_is_nothing_to_tell() {
    let mut room = Room::new();
    room.extra = vec![room.write("a.yaml", &deck("edn", &[("x", "A ?", "Oui.")]))];
    assert_eq!(refresh(&mut room.open()).problems, []);
}

#[test]
fn a_folder_may_be_named_too() {
    let mut room = Room::new();
    write(&room.path("elsewhere/deck.yaml"), &deck("a", &[("x", "q", "r")]));
    write(&room.path("elsewhere/other/deck.yaml"), &deck("b", &[("x", "q", "r")]));
    room.extra = vec![room.path("elsewhere")];
    assert_eq!(locators(&room.fresh()), ["a/x", "b/x"]);
}

#[test]
fn editing_a_bundled_deck_copies_it_with_the_version_it_came_from() {
    let mut room = Room::new();
    room.bundled = BUNDLED;
    let mut library = room.fresh();
    let path = library.copy_to_user(&id("edn")).expect("copied").path;
    let text = fs::read_to_string(&path).expect("readable");
    let base = Base::of(&text).expect("the first line says it");
    assert_eq!(base.version.as_deref(), Some("1.2.0"));
    assert!(text.ends_with(BUNDLED[0].text));
    assert!(Base::of(BUNDLED[0].text).is_none());

    let told = refresh(&mut library);
    assert_eq!(told.problems, [], "a copy in the place of its original is meant");
    assert_eq!(library.place_of(&locator("edn/x")), Some((path.clone(), 8)));
    let again = library.copy_to_user(&id("edn")).expect("there");
    assert_eq!(again, Own { path, made: false }, "a second time gives the same file");
}

#[test]
fn a_bundled_deck_has_its_pictures_and_takes_them_along_when_it_is_copied() {
    let mut room = Room::new();
    room.bundled = ILLUSTRATED;
    let mut library = room.open();
    assert_eq!(refresh(&mut library).problems, []);
    assert_eq!(library.media(&id("edn"), "media/a.png"), Ok(b"png".to_vec()));
    assert_eq!(library.media(&id("edn"), "media/b.png"), Err(MediaError::Missing("media/b.png".to_owned())));
    assert_eq!(library.media(&id("none"), "media/a.png"), Err(MediaError::NoDeck(id("none"))));

    let taken = room.write("edn/notes.txt", "Mes notes.");
    let path = library.copy_to_user(&id("edn")).expect("copied").path;
    assert!(path.ends_with("edn-2/deck.yaml"), "{path:?}");
    assert_eq!(fs::read_to_string(taken).expect("readable"), "Mes notes.");
    assert_eq!(refresh(&mut library).problems, []);
    assert_eq!(library.place_of(&locator("edn/x")), Some((path, 7)));
    assert_eq!(library.media(&id("edn"), "media/a.png"), Ok(b"png".to_vec()));
    let left = fs::read_dir(room.path("decks")).expect("readable").count();
    assert_eq!(left, 2, "nothing half-made is left behind");
}

#[test]
fn a_copy_that_is_as_it_was_can_be_taken_back_and_one_that_is_not_stays() {
    for bundled in [BUNDLED, ILLUSTRATED] {
        let mut room = Room::new();
        room.bundled = bundled;
        let mut library = room.fresh();
        let path = library.copy_to_user(&id("edn")).expect("copied").path;
        refresh(&mut library);
        assert!(library.take_back_copy(&path).expect("looked at"));
        assert_eq!(fs::read_dir(room.path("decks")).expect("readable").count(), 0);
        refresh(&mut library);
        assert_eq!(library.place_of(&locator("edn/x")), None, "bundled again");

        let path = library.copy_to_user(&id("edn")).expect("copied").path;
        let text = fs::read_to_string(&path).expect("readable");
        write(&path, &format!("{text}# mine\n"));
        assert!(!library.take_back_copy(&path).expect("looked at"));
        assert!(path.exists());
    }
    let mut room = Room::new();
    room.bundled = ILLUSTRATED;
    let library = room.fresh();
    let path = library.copy_to_user(&id("edn")).expect("copied").path;
    room.write("edn/notes.txt", "Mes notes.");
    assert!(!library.take_back_copy(&path).expect("looked at"), "something lies beside it");
    assert!(path.exists());
}

#[test]
fn another_picture_in_the_binary_is_another_deck() {
    const REDRAWN: &[Bundled] =
        &[Bundled { media: &[BundledFile { path: "media/a.png", bytes: b"other" }], ..ILLUSTRATED[0] }];
    let mut room = Room::new();
    room.bundled = ILLUSTRATED;
    room.fresh();
    room.bundled = REDRAWN;
    assert_eq!(refresh(&mut room.open()).changed, [id("edn")]);
}

#[test]
fn a_copy_never_overwrites() {
    let mut room = Room::new();
    room.bundled = BUNDLED;
    let taken = room.write("edn.yaml", "deck: [broken");
    let library = room.fresh();
    let path = library.copy_to_user(&id("edn")).expect("copied").path;
    assert!(path.ends_with("edn-2.yaml"));
    assert_eq!(fs::read_to_string(taken).expect("readable"), "deck: [broken");
}

#[test]
fn a_renamed_card_and_a_renamed_deck_tell_their_former_names() {
    let room = Room::new();
    let text = "format: 1\ndeck: neuf\nwas: vieux\ntitle: T\nlanguage: fr\ncards:\n  - id: y\n    was: x\n    q: Q ?\n    a: R.\n    reverse: true\n";
    room.write("neuf.yaml", text);
    let mut library = room.fresh();
    let renamed = |library: &Library| -> Vec<String> {
        let mut all: Vec<String> =
            library.catalogue().renamed().iter().map(|(a, b)| format!("{a} {b}")).collect();
        all.sort();
        all
    };
    assert_eq!(
        renamed(&library),
        [
            "neuf/x neuf/y",
            "neuf/x#reverse neuf/y#reverse",
            "vieux/x neuf/y",
            "vieux/x#reverse neuf/y#reverse",
            "vieux/y neuf/y",
            "vieux/y#reverse neuf/y#reverse",
        ]
    );
    room.write("vieux.yaml", &deck("vieux", &[("x", "Q ?", "R.")]));
    refresh(&mut library);
    assert!(
        !renamed(&library).iter().any(|pair| pair.starts_with("vieux/x")),
        "what is live was not renamed"
    );
}

#[test]
fn another_version_of_a_deck_is_told_and_is_no_deck_beside_the_one_that_is_studied() {
    let room = Room::new();
    for (kept, version) in [
        ("edn.yaml", "edn_version_laptop_2026-11-22_3fa9.yaml"),
        ("ecg/deck.yaml", "ecg/deck_version_laptop_2026-11-22_3fa9.yaml"),
    ] {
        let deck_id = kept.split(['/', '.']).next().expect("a name");
        let kept = room.write(kept, &deck(deck_id, &[("x", "A ?", "Oui.")]));
        let path = room.write(version, &deck(deck_id, &[("x", "B ?", "Oui.")]));
        let mut library = room.open();
        let told = refresh(&mut library);
        assert_eq!(told.problems, [Problem::Version { path: path.clone(), kept: kept.clone() }]);
        assert_eq!(locators(&library), [format!("{deck_id}/x")]);
        // Once the student has settled it, in either way, there is nothing to tell.
        fs::remove_file(&kept).expect("removed");
        if kept.ends_with("edn.yaml") {
            assert_eq!(refresh(&mut library).problems, []);
            assert_eq!(prompt(&library, "edn/x"), "B ?");
        }
        fs::remove_file(&path).expect("removed");
    }
}

#[test]
fn a_copy_of_a_bundled_deck_gives_way_to_it_again_and_is_kept() {
    let mut room = Room::new();
    room.bundled = BUNDLED;
    let mut library = room.fresh();
    assert_eq!(library.reset(&id("edn")).expect("looked"), None, "there is no copy yet");
    let whole = BUNDLED[0].text;
    for broken in [
        whole.replace("Fournie ?", "Mienne ?"),
        whole.replace("cards:", "cards"),
        // Its name is lost with the mistake: the first line still says what it is.
        whole.replace("deck: edn", "deck: [edn"),
        whole.replace("deck: edn", "deck: autre"),
    ] {
        let copy = library.copy_to_user(&id("edn")).expect("copied").path;
        let first = fs::read_to_string(&copy).expect("there").lines().next().expect("a line").to_owned();
        let text = format!("{first}\n{broken}");
        write(&copy, &text);
        refresh(&mut library);
        let texts = library.bundled_texts(&id("edn")).expect("read").expect("a bundled deck");
        assert_eq!(texts, (whole.to_owned(), broken));
        let kept = library.reset(&id("edn")).expect("moved").expect("a copy");
        assert_eq!(fs::read_to_string(&kept).expect("kept"), text);
        assert!(!copy.exists());
        assert_eq!(refresh(&mut library).problems, []);
        assert_eq!(prompt(&library, "edn/x"), "Fournie ?");
    }
    let kept = fs::read_dir(room.path("decks/.removed")).expect("there").count();
    assert_eq!(kept, 4, "one never takes the place of another");
}

#[test]
fn only_a_bundled_deck_comes_back() {
    let mut room = Room::new();
    room.bundled = BUNDLED;
    let own = room.write("own.yaml", &deck("own", &[("x", "A ?", "Oui.")]));
    let library = room.fresh();
    assert_eq!(library.reset(&id("own")).expect("looked"), None);
    assert_eq!(library.bundled_texts(&id("own")).expect("looked"), None);
    assert!(own.exists());
}

#[test]
fn a_copy_with_pictures_is_put_aside_with_its_folder() {
    let mut room = Room::new();
    room.bundled = ILLUSTRATED;
    let mut library = room.fresh();
    let copy = library.copy_to_user(&id("edn")).expect("copied").path;
    refresh(&mut library);
    let kept = library.reset(&id("edn")).expect("moved").expect("a copy");
    assert!(kept.join("deck.yaml").is_file() && kept.join("media/a.png").is_file());
    assert!(!copy.parent().expect("a folder").exists());
}
