//! The walls of the house hold: who may name whom in `src/`.
//!
//! The compiler lets every module name every other one. This reads all sources as tokens (so comments and texts do not
//! count, and the inside of a macro does), resolves every path, and compares it with [`rules`].

mod resolve;
mod rules;
mod samples;
mod source;
mod tokens;

use std::{collections::BTreeSet, fs, path::Path};

use resolve::House;
use rules::{CORE_CRATES, EXCEPTIONS, OWNERS, ROOMS, Violation};

/// Every `.rs` file below `folder`, by its path from the root of the project.
fn sources_below(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("its entry").path();
        if path.is_dir() {
            sources_below(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("within the project");
            let name = name.to_str().expect("an ASCII name").replace('\\', "/");
            files.push((name, fs::read_to_string(&path).expect("a source")));
        }
    }
}

/// The crates of `Cargo.toml`, as they are named in the sources: those of the program, those of its tests.
fn crates() -> (BTreeSet<String>, BTreeSet<String>) {
    let manifest: toml::Table = include_str!("../../Cargo.toml").parse().expect("TOML");
    let mut tables = (BTreeSet::new(), BTreeSet::new());
    collect(&manifest, &mut tables);
    for target in manifest["target"].as_table().expect("tables").values() {
        collect(target.as_table().expect("a table"), &mut tables);
    }
    tables
}

fn collect(table: &toml::Table, (program, tests): &mut (BTreeSet<String>, BTreeSet<String>)) {
    for (kind, names) in [("dependencies", program), ("dev-dependencies", tests)] {
        let table = table.get(kind).and_then(toml::Value::as_table);
        names.extend(table.into_iter().flatten().map(|(name, _)| name.replace('-', "_")));
    }
}

fn house(files: &[(String, String)]) -> House {
    let (program, tests) = crates();
    House::read(files, program, tests)
}

fn the_house() -> House {
    let mut files = Vec::new();
    sources_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.sort();
    house(&files)
}

fn told(violations: &[Violation]) -> String {
    violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
}

#[test]
fn every_path_of_the_sources_keeps_to_the_rules() {
    let violations = the_house().violations();
    assert!(
        violations.is_empty(),
        "{} against the rules of the house:\n  {}",
        violations.len(),
        told(&violations)
    );
}

#[test]
fn every_room_has_its_rule_and_every_rule_its_room() {
    let house = the_house();
    let rooms: Vec<&str> = ROOMS.iter().map(|room| room.name).collect();
    for name in house.rooms() {
        assert!(rooms.contains(&name), "src/{name} has no rule in tests/it/architecture/rules.rs");
    }
    for name in rooms {
        assert!(house.rooms().any(|room| room == name), "the rules tell of src/{name}, which is not there");
    }
}

#[test]
fn every_crate_that_the_rules_name_is_a_dependency() {
    let (program, _) = crates();
    let own = OWNERS.iter().map(|(name, _)| *name);
    for name in own.chain(CORE_CRATES.iter().copied()).filter(|name| !["std", "core", "alloc"].contains(name))
    {
        assert!(program.contains(name), "{name} is not in Cargo.toml");
    }
}

#[test]
fn no_exception_outlives_its_use() {
    let house = the_house();
    let _ = house.violations();
    for exception in EXCEPTIONS {
        assert!(
            house.used(exception),
            "{} no longer names {}: take the exception out",
            exception.room,
            exception.path
        );
    }
}
