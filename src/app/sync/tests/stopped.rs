//! Syncs that are broken off, wherever that is.

use super::*;
use crate::app::progress::Impatient;

/// Homes of which each has something to give, in a place that one of them has been to.
fn homes(place: &Path) -> [Home; 2] {
    let homes = ["laptop", "tower"].map(Home::new);
    for (number, home) in homes.iter().enumerate() {
        home.set_up(place);
        home.answer(&["d/a", "d/b", "d/c", "d/d", "d/e", "d/f", "d/g", "d/h", "d/i"]);
        write_atomically(&home.syncer.paths.decks().join(format!("{number}.yaml")), b"format: 1\n")
            .expect("written");
    }
    homes[0].sync();
    homes[0].answer(&["d/a"]);
    homes
}

#[test]
fn a_sync_that_is_stopped_anywhere_loses_nothing() {
    for patience in 0.. {
        let place = tempfile::tempdir().expect("a place");
        let [laptop, tower] = homes(place.path());
        let mut progress = Impatient::after(patience);
        let done = tower.syncer.sync_with(&mut tower.journal(), 4, &mut progress);
        assert!(matches!(done, Ok(_) | Err(SyncError::Cancelled)), "{done:?}");
        assert_eq!(tower.journal().verify().expect("verified"), [], "after {patience}");
        tower.sync();
        laptop.sync();
        tower.sync();
        assert_eq!(seen(&laptop.journal()), seen(&tower.journal()), "after {patience}");
        let decks = |home: &Home| files(&home.syncer.paths.decks());
        assert_eq!(decks(&laptop), decks(&tower), "after {patience}");
        if done.is_ok() {
            assert!(patience > 3, "it was never asked whether to go on");
            return;
        }
    }
}

#[test]
fn a_sync_tells_how_far_it_is() {
    let place = tempfile::tempdir().expect("a place");
    let [_, tower] = homes(place.path());
    let mut progress = Impatient::after(u32::MAX);
    tower.syncer.sync_with(&mut tower.journal(), 4, &mut progress).expect("synced");
    for what in ["progress-sync-receive", "progress-sync-send", "progress-sync-decks"] {
        assert!(progress.steps.iter().any(|(told, ..)| *told == what), "{what}: {:?}", progress.steps);
    }
    assert!(
        progress.steps.iter().all(|(_, done, of)| of.is_none_or(|of| *done <= of)),
        "{:?}",
        progress.steps
    );
}
