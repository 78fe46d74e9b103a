//! A program that waits costs nothing.

use std::{fs, thread, time::Duration};

use carabin::memory::Rating;

use super::{
    home::Home,
    sitting::{SPACE, Shown},
    terminal::Terminal,
};

/// What a process has done so far: how often the system has let its threads run and taken the processor away again,
/// and for how many ticks (hundredths of a second) they had it.
fn activity(process: u32) -> (u64, u64) {
    let mut switches = 0;
    for thread in fs::read_dir(format!("/proc/{process}/task")).expect("its threads") {
        // A thread may end between the two.
        let status = fs::read_to_string(thread.expect("a thread").path().join("status")).unwrap_or_default();
        let counts = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
        switches += counts.filter_map(|(_, count)| count.trim().parse::<u64>().ok()).sum::<u64>();
    }
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("the process");
    let after_name = stat.rsplit_once(") ").expect("a name in brackets").1;
    let fields: Vec<&str> = after_name.split(' ').collect();
    let ticks = [11, 12].map(|at| fields[at].parse::<u64>().expect("ticks")).iter().sum();
    (switches, ticks)
}

/// Waits until the process sleeps through a whole second: no thread of it wakes even once. However slow the machine is, a
/// program at rest comes to that; one that polls never does.
fn assert_comes_to_rest(terminal: &Terminal, where_: &str) {
    let mut told = Vec::new();
    for _ in 0..20 {
        let before = activity(terminal.process);
        thread::sleep(Duration::from_secs(1));
        let after = activity(terminal.process);
        // A thread that has ended takes its count along.
        let (woken, ticks) = (after.0.abs_diff(before.0), after.1 - before.1);
        if woken == 0 && ticks <= 2 {
            return;
        }
        told.push((woken, ticks));
    }
    panic!("{where_}: never at rest; wakings and ticks in each second: {told:?}");
}

#[test]
fn idle_costs_nothing() {
    let home = Home::with(2);
    let mut terminal = home.start();
    terminal.see_home();
    assert_comes_to_rest(&terminal, "Home");
    let card = terminal.open_deck();
    assert_comes_to_rest(&terminal, "a question");
    terminal.send(SPACE);
    terminal.see_screen(Shown::Answer(card));
    assert_comes_to_rest(&terminal, "an answer");
    terminal.send("4");
    terminal.answer_and_go_on(Rating::Easy);
    terminal.see_screen(Shown::Summary);
    assert_comes_to_rest(&terminal, "the summary");
}
