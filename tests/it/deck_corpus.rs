//! The decks of `tests/corpus`: good ones read without a word, bad ones give exactly the message beside them
//! (`NAME.expected`, in French `NAME.fr.expected`). `CARABIN_BLESS=1 cargo test` writes the messages anew; read the difference before you commit it.

use std::{
    collections::BTreeSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use carabin::{
    deck::{self, Message, Reading},
    i18n::{Arg, Lang, Messages},
    library::MediaFolder,
};

fn corpus(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(kind)
}

fn decks(kind: &str) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(corpus(kind))
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .collect();
    all.sort();
    all
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

fn read(path: &Path) -> (Vec<u8>, Reading) {
    let bytes = fs::read(path).expect("a deck");
    let reading = deck::read(&bytes, &MediaFolder::of_deck(path).looking_inside());
    (bytes, reading)
}

fn rendered(path: &Path, lang: Lang) -> String {
    let (bytes, reading) = read(path);
    let messages = Messages::new(lang);
    let translate = |message: &Message| {
        let args: Vec<(&str, Arg)> = message.args.iter().map(|(n, v)| (*n, Arg::from(v.as_str()))).collect();
        messages.with(message.id, &args)
    };
    let source = String::from_utf8_lossy(&bytes);
    let mut out = deck::render(&reading.diagnostics, &source, &name(path), false, &translate);
    let kept = reading.deck.map(|deck| deck.cards.len());
    out.push_str(&kept.map_or("no deck\n".to_owned(), |kept| format!("cards kept: {kept}\n")));
    // The renderer leaves spaces at the end of some lines; files do not.
    out.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

#[test]
fn good_decks_read_without_a_word() {
    let all = decks("good");
    assert!(!all.is_empty());
    for path in all {
        let (_, reading) = read(&path);
        assert_eq!(reading.diagnostics, [], "{}", name(&path));
        assert!(reading.deck.is_some_and(|deck| !deck.cards.is_empty()), "{}", name(&path));
    }
}

#[test]
fn each_bad_deck_gives_its_message() {
    let bless = std::env::var_os("CARABIN_BLESS").is_some();
    let mut wrong = Vec::new();
    let in_english = decks("bad").into_iter().map(|path| (path, Lang::En, "expected"));
    let in_french = decks("bad").into_iter().map(|path| (path, Lang::Fr, "fr.expected"));
    for (path, lang, extension) in in_english.chain(in_french) {
        let beside = path.with_extension(extension);
        // The French words stand beside a few decks only.
        if lang == Lang::Fr && !beside.exists() {
            continue;
        }
        let found = rendered(&path, lang);
        if bless {
            let mut file = fs::File::create(&beside).expect("a file");
            file.write_all(found.as_bytes()).expect("written");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_message_of_a_bad_deck_has_words_in_both_languages() {
    for path in decks("bad") {
        for lang in Lang::ALL {
            let found = rendered(&path, lang);
            let bare = found.lines().find(|line| line.contains("deck-") && line.contains("help: deck-"));
            assert_eq!(bare, None, "{}: a message without words", name(&path));
            assert!(!found.contains("]: deck-"), "{}: {found}", name(&path));
            assert!(!found.contains("{$"), "{}: {found}", name(&path));
        }
    }
}

/// Codes that need a file of many megabytes or thousands of mistakes; unit tests show them with lower limits.
const BY_LIMITS: [&str; 3] = ["file-too-large", "too-many-cards", "too-many-mistakes"];

/// The sources of the room, without their tests.
fn sources() -> Vec<String> {
    let mut all = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/deck")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the room") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if !matches!(name(&path).as_str(), "tests.rs" | "laws.rs" | "diagnostic.rs") {
                let text = fs::read_to_string(&path).expect("a source");
                all.push(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned());
            }
        }
    }
    all
}

/// The text in quotes that follows each `mark`.
fn named(sources: &[String], mark: &str) -> BTreeSet<String> {
    let pieces = sources.iter().flat_map(|text| text.split(mark).skip(1));
    pieces
        .filter_map(|piece| {
            let piece =
                piece.trim_start().trim_start_matches("Error").trim_start_matches("Warning").trim_start();
            piece.strip_prefix('"')?.split('"').next().map(str::to_owned)
        })
        .collect()
}

#[test]
fn every_kind_of_mistake_has_a_bad_deck() {
    let mut shown: BTreeSet<String> = BY_LIMITS.iter().map(ToString::to_string).collect();
    for path in decks("bad") {
        shown.extend(read(&path).1.diagnostics.into_iter().map(|found| found.code.to_owned()));
    }
    let known = named(&sources(), "problem!(");
    let missing: Vec<_> = known.difference(&shown).collect();
    assert!(missing.is_empty(), "no bad deck shows {missing:?}");
    assert!(known.len() > 100);
}

#[test]
fn every_message_is_used_and_every_used_one_has_words() {
    let sources = sources();
    let mut used = named(&sources, "problem!(");
    used.extend(named(&sources, "message!("));
    used.extend(named(&sources, "help "));
    let words = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/en/deck.ftl"));
    let words: BTreeSet<String> = words
        .expect("the messages")
        .lines()
        .filter_map(|line| line.strip_prefix("deck-")?.split_once(" =").map(|(id, _)| id.to_owned()))
        .collect();
    let silent: Vec<_> = used.difference(&words).collect();
    let idle: Vec<_> = words.difference(&used).collect();
    assert!(silent.is_empty() && idle.is_empty(), "without words: {silent:?}; never used: {idle:?}");
}
