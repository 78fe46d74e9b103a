//! What the rooms tell by message ids stands in words in both languages.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use carabin::{
    i18n::{Lang, Messages},
    journal::{DeviceId, EventId, JournalError, Notice},
};

fn every_error() -> Vec<JournalError> {
    let id = EventId { device: DeviceId([1; 8]), counter: 7 };
    vec![
        JournalError::Newer { found: 9, known: 1 },
        JournalError::NotAJournal,
        JournalError::Damaged("why".to_owned()),
        JournalError::Busy,
        JournalError::Full,
        JournalError::Unwritten("why".to_owned()),
        JournalError::ReadOnly,
        JournalError::Open { path: "journal.db".into(), reason: "why".to_owned() },
        JournalError::Io("why".to_owned()),
        JournalError::NoSuchEvent(id),
        JournalError::Unkeepable,
        JournalError::Sqlite(rusqlite::Error::InvalidQuery),
    ]
}

#[test]
fn every_error_and_notice_has_its_message_with_nothing_left_open() {
    let device = DeviceId([1; 8]);
    let notices = [
        Notice::NewDevice { before: device, now: device },
        Notice::SharedDevice { before: device, now: device },
        Notice::Rollback,
        Notice::SyncedFolder { folder: "Dropbox".into() },
    ];
    let told = every_error()
        .iter()
        .map(|error| (error.message_id(), error.message_args()))
        .chain(notices.iter().map(|notice| (notice.message_id(), notice.message_args())))
        .collect::<Vec<_>>();
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for (id, args) in &told {
            assert!(messages.has(id), "{lang}: {id}");
            let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.clone().into())).collect();
            assert!(!messages.with(id, &args).contains('{'), "{lang}: {id}");
        }
    }
}

/// Ids that are put together at run time, by their beginnings: a test of their own room holds each.
const MADE: &[&str] = &[
    "cli-",
    "deck-",
    "git-",
    "grade-remark-",
    "journal-",
    "key-",
    "keyname-",
    "kind-",
    "library-",
    "loss-",
    "month-",
    "plain-exam-word-",
    "plain-word-",
    "rating-",
    "setting-",
    "weekday-",
    "check-",
];

fn files_below(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, end, out);
        } else if path.extension().is_some_and(|extension| extension == end) {
            out.push(path);
        }
    }
}

/// The texts between quotes of all sources that have the form of a message's id.
fn ids_in_the_sources() -> BTreeSet<String> {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "rs", &mut files);
    let mut ids = BTreeSet::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        for (before, quoted) in text.split('"').zip(text.split('"').skip(1)) {
            let form = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let said = [".get(", ".with(", ".say(", ".tell(", ".tell_with(", ".labelled("];
            if !quoted.is_empty() && !quoted.ends_with('-') && quoted.chars().all(form) {
                let asked = quoted.contains('-') && said.iter().any(|call| before.trim_end().ends_with(call));
                ids.insert(if asked { format!("!{quoted}") } else { quoted.to_owned() });
            }
        }
    }
    ids
}

#[test]
fn every_message_that_is_asked_for_exists() {
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let missing: Vec<String> = ids_in_the_sources()
            .iter()
            .filter_map(|id| id.strip_prefix('!'))
            .filter(|id| !messages.has(id))
            .map(str::to_owned)
            .collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn no_message_is_left_over() {
    let used = ids_in_the_sources();
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/en"), "ftl", &mut files);
    let mut left_over = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        let ids =
            text.lines().filter(|line| !line.starts_with([' ', '#', '}'])).filter_map(|l| l.split_once(" ="));
        for (id, _) in ids {
            let made = MADE.iter().any(|beginning| id.starts_with(beginning));
            if !made && !used.contains(id) && !used.contains(&format!("!{id}")) {
                left_over.push(id.to_owned());
            }
        }
    }
    assert!(left_over.is_empty(), "{left_over:?}");
}

#[test]
fn every_loss_of_an_import_is_told_in_words() {
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exchange"), "rs", &mut files);
    let mut kinds = BTreeSet::new();
    for file in files.iter().filter(|file| !file.ends_with("tests.rs") && !file.ends_with("import.rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        for call in text.split("lose(").skip(1) {
            let kind = call.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            kinds.extend(kind.map(|kind| format!("loss-{kind}")));
        }
    }
    kinds.extend(["template-script", "template-style", "script", "style"].map(|kind| format!("loss-{kind}")));
    assert!(kinds.len() > 20, "{kinds:?}");
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let said = std::fs::read_to_string(format!("assets/locales/{}/bring.ftl", lang.code())).unwrap();
        let told: BTreeSet<String> = said
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id.to_owned())
            .filter(|id| id.starts_with("loss-"))
            .collect();
        assert!(kinds.iter().all(|id| messages.has(id)));
        assert_eq!(told, kinds, "{lang}");
    }
}
