//! What the rooms tell by message ids stands in words in both languages.

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
