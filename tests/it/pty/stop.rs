//! Long work that the student stops at the keyboard.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::PathBuf};

use carabin::app::files::write_atomically;

use super::{
    home::{Home, USUAL},
    terminal::Terminal,
};

/// Every file of the home but the log of the program, which tells of each start.
fn files(home: &Home) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![home.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|end| end != "log") {
                let bytes = fs::read(&path).expect("a file");
                files.insert(path, bytes);
            }
        }
    }
    files
}

#[test]
fn ctrl_c_stops_an_import_and_leaves_nothing_of_it() {
    let home = Home::with(3);
    let mut table = String::from("question,answer\n");
    for n in 0..60_000 {
        let _ = writeln!(table, "Question {n}?,Answer {n}");
    }
    let path = home.folder().join("long.csv");
    write_atomically(&path, table.as_bytes()).expect("written");
    let import = || {
        let mut command = home.carabin();
        command.args(["import", "long.csv", "--yes"]);
        command.cwd(home.folder());
        Terminal::start(command, USUAL)
    };
    // A first start makes what every start makes.
    let mut command = home.carabin();
    command.args(["deck", "list"]);
    assert_eq!(Terminal::start(command, USUAL).end().code, 0);
    let before = files(&home);
    for name in ["INT", "TERM"] {
        let terminal = import();
        terminal.see("Reading the table");
        terminal.signal(name);
        let ended = terminal.end();
        let written = String::from_utf8_lossy(&ended.written);
        assert_eq!((ended.code, ended.signal.as_deref()), (1, None), "SIG{name}: {written}");
        assert!(written.contains("nothing was written"), "{written}");
        let after = files(&home);
        assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "SIG{name}");
        assert!(after == before, "SIG{name}: a file has changed");
    }
}
