//! A mock exam of sixty questions on a real terminal, killed in the middle.

use std::fmt::Write as _;

use carabin::journal::{Record, kind};

use super::{
    home::{Home, USUAL, head},
    sitting::{ENTER, say},
    terminal::{Screen, Terminal},
};

const QUESTIONS: usize = 60;

fn deck() -> String {
    let mut deck = head();
    for n in 1..=QUESTIONS {
        let _ = writeln!(
            deck,
            "  - id: card-{n}\n    item: 7\n    rank: A\n    qru: Quaestio {n}/{n}\n    shuffle: false\n    options:\n      - correct: Recte\n      - wrong: Male"
        );
    }
    deck
}

fn number(screen: &Screen) -> Option<usize> {
    let lines = screen.lines();
    let line = lines.iter().find_map(|line| line.trim_start().strip_prefix("Question "))?;
    let (number, rest) = line.split_once('/')?;
    // Drawn as a whole: the question is there too, and nothing is ticked yet.
    let drawn = rest.starts_with("60") && screen.shows("Quaestio") && screen.shows("( ) A");
    number.parse().ok().filter(|_| drawn)
}

/// Answers from the question on the screen on, up to this one; gives the next one.
fn answer_up_to(terminal: &mut Terminal, last: usize) -> usize {
    let mut at = terminal.find("a question", number);
    while at <= last {
        terminal.send("a");
        terminal.find("the tick", |screen| screen.shows("(•) A").then_some(()));
        terminal.send(ENTER);
        if at == QUESTIONS {
            terminal.see(&say("exam-hand-in-title"));
            return at;
        }
        at = terminal.find("the next question", |screen| number(screen).filter(|next| *next != at));
    }
    at
}

#[test]
fn sixty_questions_killed_in_the_middle_go_on_where_they_were() {
    let home = Home::with_deck(&deck());
    let start = |args: &[&str]| {
        let mut command = home.carabin();
        command.arg("exam");
        command.args(args);
        Terminal::start(command, USUAL)
    };
    let mut terminal = start(&["--questions", "60", "--item", "7"]);
    terminal.see(&say("exam-brief-enter"));
    terminal.send(ENTER);
    assert_eq!(answer_up_to(&mut terminal, 30), 31);
    terminal.axe().fall();
    assert_eq!(terminal.end().signal.as_deref(), Some("Killed"));

    let mut terminal = start(&[]);
    terminal.see(&say("exam-under-way-title"));
    terminal.send(ENTER);
    assert_eq!(terminal.find("the question", number), 31);
    assert_eq!(answer_up_to(&mut terminal, QUESTIONS), QUESTIONS);
    terminal.send("r");
    terminal.see("20.00/20");
    terminal.send("q");
    terminal.see_home();
    terminal.send("q");
    assert_eq!(terminal.end().code, 0);

    let journal = home.journal();
    let sittings = journal.of_kind(kind::EXAM_SITTING).expect("it can be read");
    assert_eq!(sittings.len(), 1);
    let Some(Record::ExamSitting(sitting)) = sittings[0].record() else { panic!("{:?}", sittings[0]) };
    assert_eq!(sitting.answers.len(), QUESTIONS);
    assert!(sitting.answers.iter().all(|answer| answer.score == Some(1.0)));
    assert_eq!(home.reviews().len(), QUESTIONS);
    assert_eq!(journal.verify().expect("it can be read"), []);
}
