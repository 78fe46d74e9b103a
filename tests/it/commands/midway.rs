//! What is lost between two answers of a session: the right to write, the room to write in. It is told, the answer waits, and
//! the session goes on once it is mended.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};

use carabin::i18n::Lang;

use super::{Home, faults};

const DECK: &str = "format: 1\ndeck: own\ntitle: Propre\nlanguage: fr\ncards:\n  \
                    - id: a\n    qroc: Question a ?\n    answers: [aorte]\n  \
                    - id: b\n    qroc: Question b ?\n    answers: [bronche]\n  \
                    - id: c\n    qroc: Question c ?\n    answers: [caecum]\n";

/// How long a line may take on a loaded machine before the test gives up.
const PATIENCE: Duration = Duration::from_secs(90);

/// A session in lines that goes on while something happens to the machine.
struct Dialogue {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    said: String,
}

impl Dialogue {
    fn begin(mut command: Command) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("its output"));
        let (told, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = told.send(line);
            }
        });
        Self { child, input, lines, said: String::new() }
    }

    /// Types a line.
    fn types(&mut self, line: &str) -> &mut Self {
        let input = self.input.as_mut().expect("an input");
        writeln!(input, "{line}").and_then(|()| input.flush()).expect("it listens");
        self
    }

    /// Waits for a line with this text.
    #[track_caller]
    fn hears(&mut self, text: &str) -> &mut Self {
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    self.said += &(line.clone() + "\n");
                    if line.contains(text) {
                        return self;
                    }
                }
                Err(_) => panic!("{text:?} is not said:\n{}", self.said),
            }
        }
    }

    /// The input ends; gives the exit code.
    fn ends(&mut self) -> Option<i32> {
        self.input = None;
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Dialogue {
    fn drop(&mut self) {
        // After a failed test nothing goes on in the background.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
}

/// What was typed in the answers that are kept.
fn answered(home: &Home) -> Vec<String> {
    let export = home.run(["journal", "export"], "").stdout;
    let events = export.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let typed = |event: serde_json::Value| event["body"]["answered"].as_str().map(str::to_owned);
    events.filter(|event| event["kind"] == "review").filter_map(typed).collect()
}

/// The system refuses every write from one moment on, as it does when a disk fails, a quota is used up or there is no room: no
/// file may grow. Rights do not do for this, since who has a file open keeps them.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_the_system_refuses_waits_until_it_is_mended() {
    use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};

    let home = Home::with_deck(Lang::Fr, DECK);
    let script = format!("trap '' XFSZ; exec '{}' study --plain --deck own", env!("CARGO_BIN_EXE_carabin"));
    let mut session = Dialogue::begin(faults::command_in(&home, "sh", &["-c", &script]));
    session
        .hears("Question a")
        .types("aorte")
        .hears("Entrée pour 3")
        .types("")
        .hears("Gardé")
        .hears("Question b");
    let process = i32::try_from(session.child.id()).ok().and_then(Pid::from_raw);
    let before = getrlimit(Resource::Fsize);
    prlimit(process, Resource::Fsize, Rlimit { current: Some(0), maximum: before.maximum }).expect("limited");
    session.types("bronche").hears("Entrée pour 3").types("").hears("Le système a refusé d'écrire");
    session
        .types("")
        .hears("Le système a refusé d'écrire")
        .types("répéter")
        .hears("bronche")
        .hears("Entrée pour 3");
    prlimit(process, Resource::Fsize, before).expect("mended");
    session.types("").hears("Gardé").hears("Question c");
    assert_eq!(session.ends(), Some(0), "{}", session.said);
    assert_eq!(answered(&home), ["aorte", "bronche"]);
    assert_eq!(home.run(["doctor"], "").code, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_student_who_leaves_while_it_is_refused_is_told_and_keeps_the_rest() {
    use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};

    let home = Home::with_deck(Lang::Fr, DECK);
    let script = format!("trap '' XFSZ; exec '{}' study --plain --deck own", env!("CARGO_BIN_EXE_carabin"));
    let mut session = Dialogue::begin(faults::command_in(&home, "sh", &["-c", &script]));
    session
        .hears("Question a")
        .types("aorte")
        .hears("Entrée pour 3")
        .types("")
        .hears("Gardé")
        .hears("Question b");
    let process = i32::try_from(session.child.id()).ok().and_then(Pid::from_raw);
    let limit = Rlimit { current: Some(0), maximum: getrlimit(Resource::Fsize).maximum };
    prlimit(process, Resource::Fsize, limit).expect("limited");
    session.types("bronche").hears("Entrée pour 3").types("").hears("Le système a refusé d'écrire");
    session.types("quitter").hears("Séance terminée");
    assert_eq!(session.ends(), Some(1), "what was not kept is told: {}", session.said);
    assert_eq!(answered(&home), ["aorte"]);
    assert_eq!(home.run(["doctor"], "").code, 0);
}

#[test]
fn rights_that_are_taken_away_in_a_session_lose_nothing_and_the_next_start_tells() {
    let home = Home::with_deck(Lang::Fr, DECK);
    let (data, journal) = (home.path("data"), home.path("data/journal.db"));
    let Some(command) = faults::somebody_in(&home, &["study", "--plain", "--deck", "own"]) else {
        println!("not run: nobody here whom rights stop (setpriv is missing)");
        return;
    };
    let mut session = Dialogue::begin(command);
    session
        .hears("Question a")
        .types("aorte")
        .hears("Entrée pour 3")
        .types("")
        .hears("Gardé")
        .hears("Question b");
    set(&journal, 0o400);
    set(&data, 0o500);
    // Who has the file open may still write: the answer is kept, and read back below.
    session.types("bronche").hears("Entrée pour 3").types("").hears("Gardé").hears("Question c");
    assert_eq!(session.ends(), Some(0), "{}", session.said);
    let refused =
        faults::somebody_in(&home, &["study", "--plain"]).expect("somebody").output().expect("it runs");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{told}");
    assert!(told.contains("en lecture seule") && told.contains("chmod"), "{told}");
    set(&data, 0o700);
    set(&journal, 0o600);
    assert_eq!(answered(&home), ["aorte", "bronche"]);
}

#[test]
fn an_exam_whose_folder_may_no_longer_be_written_waits_for_it() {
    let home = Home::with_deck(Lang::Fr, include_str!("../screens/exam-fr.yaml"));
    let exam = ["exam", "--plain", "--item", "7", "--seed", "7"];
    let Some(command) = faults::somebody_in(&home, &exam) else {
        println!("not run: nobody here whom rights stop (setpriv is missing)");
        return;
    };
    let mut session = Dialogue::begin(command);
    session.types("").hears("Question 1 sur 5").types("a").hears("Question 2 sur 5");
    set(&home.path("data/exams"), 0o500);
    session.types("a").hears("Votre copie ne peut pas être gardée").types("quitter");
    assert_eq!(session.ends(), Some(1), "{}", session.said);
    assert!(!session.said.contains("L'épreuve est gardée"), "{}", session.said);
    let mut session = Dialogue::begin(faults::somebody_in(&home, &["exam", "--plain"]).expect("somebody"));
    session.hears("Question 2 sur 5").types("a").hears("Votre copie ne peut pas être gardée");
    set(&home.path("data/exams"), 0o700);
    session.types("a").hears("Réponse gardée").hears("Question 3 sur 5").types("quitter");
    assert_eq!(session.ends(), Some(0), "{}", session.said);
    let resumed = faults::somebody_in(&home, &["exam", "--plain"]).expect("somebody");
    let mut session = Dialogue::begin(resumed);
    session.types("précédente").hears("Question 2 sur 5").hears("Votre réponse");
}

/// A disk of eight megabytes, full: everything in this happens in a mount namespace of its own, as whoever runs the tests.
const SMALL_DISK: &str = r#"
mount -t tmpfs -o size=8m tmpfs "$CARABIN_HOME" || exit 77
mkdir -p "$CARABIN_HOME/data/decks" && cp "$OUTSIDE/own.yaml" "$CARABIN_HOME/data/decks/"
answers() { i=0; while [ $i -lt $1 ]; do printf '\n3\n'; i=$((i+1)); done; }
kept() { "$CARABIN" journal export | grep -c '"kind":"review"'; }
"$CARABIN" set new-per-day 60 >&2
answers 1 | "$CARABIN" study --plain --deck own --limit 1 >&2
cat /dev/zero 2>/dev/null > "$CARABIN_HOME/filler"
truncate -s -100K "$CARABIN_HOME/filler"
answers 50 | "$CARABIN" study --plain --deck own > "$OUTSIDE/full"; echo "full: $?"
echo "said: $(grep -c Gardé "$OUTSIDE/full") kept: $(kept)"
"$CARABIN" doctor > "$OUTSIDE/doctor"; echo "doctor: $?"
rm "$CARABIN_HOME/filler"
"$CARABIN" doctor >&2; echo "doctor: $?"
answers 5 | "$CARABIN" study --plain --deck own >&2; echo "again: $? kept: $(kept)"
"#;

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_indeed_loses_nothing_that_was_said_to_be_kept() {
    let home = Home::new(Lang::Fr);
    let outside = tempfile::tempdir().expect("a folder");
    carabin::app::files::write_atomically(&outside.path().join("own.yaml"), faults::deck(60).as_bytes())
        .expect("written");
    let mut command = faults::command_in(
        &home,
        "unshare",
        &["--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK],
    );
    command.env("OUTSIDE", outside.path()).env("CARABIN", env!("CARGO_BIN_EXE_carabin"));
    let output = match command.output() {
        Ok(output) if output.status.success() => output,
        // Where namespaces are forbidden, the limit on a file's size in the other tests must do.
        other => {
            let unshare =
                Command::new("unshare").args(["--user", "--map-root-user", "--mount", "true"]).output();
            let forbidden = !unshare.is_ok_and(|output| output.status.success());
            let no_mount = other.as_ref().is_ok_and(|output| output.status.code() == Some(77));
            assert!(forbidden || no_mount, "{other:?}");
            println!("not run: this machine allows no file system of one's own");
            return;
        }
    };
    let told = String::from_utf8(output.stdout).expect("text");
    let full = fs::read_to_string(outside.path().join("full")).expect("what was said");
    assert!(full.contains("Le disque est plein"), "{full}");
    let said = full.matches("Gardé").count();
    assert!(said < 50, "it was full: {told}");
    let doctor = fs::read_to_string(outside.path().join("doctor")).expect("what the doctor said");
    assert!(doctor.contains("Il reste 0 Mo sur le disque"), "{doctor}");
    let expected = format!(
        "full: 1\nsaid: {said} kept: {}\ndoctor: 1\ndoctor: 0\nagain: 0 kept: {}\n",
        said + 1,
        said + 6
    );
    assert_eq!(told, expected, "{}", String::from_utf8_lossy(&output.stderr));
}
