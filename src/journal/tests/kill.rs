//! Killed at any moment: what was acknowledged is there.

use std::{
    env,
    hint::black_box,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

use super::{super::*, *};

/// Tells the child where its journal is.
const JOURNAL: &str = "CARABIN_TEST_KILL_JOURNAL";

/// How often is killed; a longer run is made by setting this variable.
const ROUNDS: &str = "CARABIN_TEST_KILLS";

/// Not a test of its own: it is what the child process of the test below runs, until it is killed.
#[test]
fn child() {
    let Ok(path) = env::var(JOURNAL) else { return };
    let mut journal = Journal::open(Path::new(&path), "laptop").expect("a journal");
    for n in 0.. {
        let ids = if n % 5 == 4 {
            let last = journal.recent(1).expect("read").pop().expect("a batch");
            let ids: Vec<EventId> = last.iter().map(|stored| stored.event.id).collect();
            journal.undo(&ids, &wall(n)).expect("undone")
        } else {
            let bury = Record::Bury { card: card("d/b"), until: Day::new(30_000) };
            journal.append(&[good("d/a"), bury.into()], &wall(n)).expect("kept")
        };
        // One line for one append, written at once: an acknowledgement.
        println!("\nkept {}", ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
    }
}

fn start(path: &Path) -> Child {
    Command::new(env::current_exe().expect("this test"))
        .args(["journal::tests::kill::child", "--exact", "--nocapture", "--test-threads=1"])
        .env(JOURNAL, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child")
}

fn acknowledged(line: &str) -> Option<Vec<EventId>> {
    line.strip_prefix("kept ")?.split(' ').map(|id| id.parse().ok()).collect()
}

#[test]
fn no_acknowledged_answer_is_lost_whenever_the_program_is_killed() {
    let rounds: u64 = env::var(ROUNDS).ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(8);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let mut kept: Vec<EventId> = Vec::new();
    let mut rng = ChaCha8Rng::seed_from_u64(2026);
    for round in 0..rounds {
        // Two at once every other time.
        let mut children: Vec<Child> = (0..=round % 2).map(|_| start(&path)).collect();
        let mut outputs: Vec<_> = children
            .iter_mut()
            .map(|child| BufReader::new(child.stdout.take().expect("a pipe")).lines())
            .collect();
        let enough = rng.random_range(1..20_usize);
        outputs[0]
            .by_ref()
            .map_while(Result::ok)
            .filter_map(|line| acknowledged(&line))
            .take(enough)
            .for_each(|ids| kept.extend(ids));
        // Somewhere within the next append.
        for n in 0..rng.random_range(0..300_000_u32) {
            black_box(n);
        }
        for child in &mut children {
            child.kill().expect("killed");
            child.wait().expect("gone");
        }
        for output in outputs {
            // A line that was cut is no acknowledgement that anyone has read.
            kept.extend(output.map_while(Result::ok).filter_map(|line| acknowledged(&line)).flatten());
        }
        let journal = Journal::open(&path, "laptop").expect("it opens");
        for id in &kept {
            assert_eq!(journal.events(*id).expect("read").len(), 1, "{id} of round {round}");
        }
        assert_eq!(journal.verify().expect("verified"), [], "round {round}");
    }
    assert!(kept.len() as u64 > rounds);
}
