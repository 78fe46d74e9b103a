//! The tree is the project and nothing else: the agreed names at its top, no trace of the machine that it was made on.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What may stand at the top. A new name needs a reason.
const TOP: &[&str] = &[
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "assets",
    "benches",
    "clippy.toml",
    "decks",
    "rustfmt.toml", // rustfmt looks for it here alone
    "src",
    "tests",
];

/// The files of the project by their paths from its root: what git keeps, or all there is where there is no git.
fn files() -> Vec<String> {
    let git = Command::new("git").args(["ls-files", "-z"]).current_dir(ROOT).output();
    let mut files = match git {
        Ok(output) if output.status.success() && !output.stdout.is_empty() => {
            let names = String::from_utf8(output.stdout).expect("names in UTF-8");
            names.split_terminator('\0').map(str::to_owned).collect()
        }
        _ => {
            let mut files = Vec::new();
            files_below(Path::new(ROOT), &mut files);
            files
        }
    };
    // What is being removed is still known to git.
    files.retain(|name| Path::new(ROOT).join(name).is_file());
    files
}

fn files_below(folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("its entry").path();
        let name = path.strip_prefix(ROOT).expect("within the project").to_str().expect("a name in UTF-8");
        match name {
            "target" | ".git" => {}
            _ if path.is_dir() => files_below(&path, files),
            _ => files.push(name.replace('\\', "/")),
        }
    }
}

/// The folders that a project must not know: homes of people, work places of machines, what lies beside it.
fn foreign() -> Vec<String> {
    // In pieces, so that this file does not hold them.
    let mut foreign: Vec<String> = [
        ["/ho", "me/"],
        ["/Us", "ers/"],
        ["/ro", "ot/"],
        ["/wo", "rk/"],
        ["C:\\Us", "ers\\"],
        ["../sh", "ared"],
    ]
    .map(|pieces| pieces.concat())
    .into();
    // This checkout, unless its name is so short that it might be a word.
    if PathBuf::from(ROOT).components().count() > 2 {
        foreign.push(ROOT.to_owned());
    }
    foreign
}

/// The lines of `text` that name one of the `foreign` folders, each with the folder.
fn mentions<'a>(text: &str, foreign: &'a [String]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for folder in foreign {
            // `https://example.org/work/` is a page, not a folder.
            let begins =
                |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '~');
            if line.match_indices(folder.as_str()).any(|(at, _)| begins(at)) {
                found.push((number + 1, folder.as_str()));
            }
        }
    }
    found
}

#[test]
fn the_top_level_holds_what_was_agreed() {
    for file in files() {
        let top = file.split('/').next().unwrap_or_default();
        assert!(
            TOP.contains(&top),
            "{top} stands at the top level: put it in a folder, or in TOP with its reason"
        );
    }
}

#[test]
fn no_file_names_a_folder_of_a_machine() {
    let foreign = foreign();
    let mut told = Vec::new();
    for file in files() {
        let bytes = fs::read(Path::new(ROOT).join(&file)).expect("a file");
        let found = mentions(&String::from_utf8_lossy(&bytes), &foreign);
        told.extend(found.into_iter().map(|(line, folder)| format!("{file}:{line}: names {folder}")));
    }
    assert!(told.is_empty(), "outside of this project nobody has these folders:\n  {}", told.join("\n  "));
}

#[test]
fn a_folder_of_a_machine_is_seen_and_a_page_is_not() {
    let foreign = foreign();
    for folder in &foreign {
        let text = format!("one\nsee \"{folder}notes.txt\"\n");
        assert!(mentions(&text, &foreign).contains(&(2, folder.as_str())), "{folder}");
    }
    let page = ["https://example.org/wo", "rk/page and ~/ho", "me/x"].concat();
    assert_eq!(mentions(&page, &foreign), []);
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    for file in files().iter().filter(|name| Path::new(name).extension().is_some_and(|e| e == "md")) {
        let text = fs::read_to_string(Path::new(ROOT).join(file)).expect("a document");
        let folder = Path::new(ROOT).join(file).parent().expect("its folder").to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains(':') {
                assert!(folder.join(path).exists(), "{file} links to {link}, which is not there");
            }
        }
    }
}
