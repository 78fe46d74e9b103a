//! The test of the test: every rule, broken on purpose in every way that Rust has of naming a thing, is found; and what is
//! allowed is not.

use super::{house, rules::ROOMS};

/// The violations of a house in which `file` holds `source` and the other rooms are empty.
fn found(file: &str, source: &str) -> Vec<String> {
    let root = ROOMS.iter().fold(String::new(), |root, room| root + "pub mod " + room.name + ";\n");
    let mut files = vec![("src/lib.rs".to_owned(), root), ("src/main.rs".to_owned(), String::new())];
    files.extend(ROOMS.iter().map(|room| (format!("src/{}/mod.rs", room.name), String::new())));
    // A module deep within a room, and what passes on a whole module.
    files.push(("src/journal/store.rs".to_owned(), "pub struct Rows;".to_owned()));
    files.retain(|(name, _)| name != file);
    files.push((file.to_owned(), source.to_owned()));
    house(&files).violations().iter().map(ToString::to_string).collect()
}

#[track_caller]
fn refused(file: &str, source: &str, line: usize, path: &str, rule: &str) {
    let found = found(file, source);
    let start = format!("{file}:{line}: {path}: ");
    assert!(
        found.iter().any(|told| told.strip_prefix(&start).is_some_and(|why| why.contains(rule))),
        "expected {start}…{rule}…\nof {source}\nfound {found:#?}"
    );
}

#[track_caller]
fn allowed(file: &str, source: &str) {
    let found = found(file, source);
    assert!(found.is_empty(), "{source}\nis allowed, but: {found:#?}");
}

#[test]
fn every_room_is_held_to_the_rooms_that_it_may_name() {
    for room in ROOMS {
        for other in ROOMS.iter().filter(|other| other.name != room.name) {
            let file = format!("src/{}/mod.rs", room.name);
            let source = format!("fn f() {{\n    crate::{}::thing();\n}}", other.name);
            if room.names.contains(&other.name) {
                allowed(&file, &source);
            } else {
                let path = format!("crate::{}::thing", other.name);
                refused(&file, &source, 2, &path, &format!("`{}` names no other room", room.name));
            }
        }
    }
}

#[test]
fn the_core_is_a_ladder() {
    let rung = |name| ROOMS.iter().position(|room| room.name == name).expect("a room");
    for pair in ["card", "memory", "grade", "study", "insight"].windows(2) {
        assert!(rung(pair[0]) < rung(pair[1]));
        assert!(ROOMS[rung(pair[1])].names.contains(&pair[0]));
        assert!(!ROOMS[rung(pair[0])].names.contains(&pair[1]));
    }
}

#[test]
fn the_surfaces_never_name_each_other_or_an_edge() {
    for surface in ["tui", "cli"] {
        for other in
            ["tui", "cli", "deck", "library", "journal", "exchange"].iter().filter(|o| **o != surface)
        {
            let path = format!("crate::{other}::thing");
            refused(
                &format!("src/{surface}/mod.rs"),
                &format!("use {path};"),
                1,
                &path,
                "names no other room",
            );
        }
    }
}

#[test]
fn the_entrance_knows_only_the_surface() {
    allowed("src/main.rs", "fn main() -> ExitCode { carabin::cli::run() }");
    refused("src/main.rs", "use carabin::journal::Journal;", 1, "crate::journal::Journal", "`entrance`");
    refused("src/main.rs", "use rusqlite::Connection;", 1, "rusqlite::Connection", "only journal, library");
}

#[test]
fn a_crate_stays_with_its_owners() {
    for (room, path, owners) in [
        ("app", "rusqlite::Connection", "only journal, library, exchange"),
        ("deck", "rusqlite::Connection", "only journal, library, exchange"),
        ("tui", "rusqlite::Connection", "only journal, library, exchange"),
        ("cli", "rusqlite::Connection", "only journal, library, exchange"),
        ("app", "ratatui::Frame", "only tui"),
        ("cli", "crossterm::event::KeyCode", "only tui"),
        ("tui", "clap::Parser", "only cli"),
        ("app", "serde_yaml::Value", "only deck"),
        ("library", "serde_yaml::Value", "only deck"),
        ("library", "saphyr_parser::Parser", "only deck"),
        ("cli", "saphyr_parser::Parser", "only deck"),
        ("tui", "serde_yaml::Value", "only deck"),
    ] {
        refused(&format!("src/{room}/mod.rs"), &format!("use {path};"), 1, path, owners);
    }
    for (room, path) in [
        ("journal", "rusqlite::Connection"),
        ("library", "rusqlite::Connection"),
        ("tui", "ratatui::Frame"),
        ("cli", "clap::Parser"),
        ("deck", "serde_yaml::Value"),
    ] {
        allowed(&format!("src/{room}/mod.rs"), &format!("use {path};"));
    }
}

#[test]
fn the_core_touches_nothing_outside() {
    for path in [
        "std::fs::read",
        "std::env::var",
        "std::io::Write",
        "std::net::TcpStream",
        "core::net::IpAddr",
        "std::process::exit",
        "std::thread::spawn",
        "std::path::Path",
        "std::time::SystemTime",
        "std::time::Instant",
        "jiff::Zoned::now",
        "jiff::tz::TimeZone::system",
        "rand::rng",
        "rusqlite::Connection",
        "ratatui::Frame",
        "crossterm::event",
        "serde_yaml::Value",
        "directories::ProjectDirs",
        "tempfile::NamedTempFile",
    ] {
        for room in ROOMS.iter().filter(|room| room.pure) {
            refused(&format!("src/{}/mod.rs", room.name), &format!("use {path};"), 1, path, "");
        }
    }
    for path in
        ["std::time::Duration", "std::fmt", "jiff::Zoned", "rand::rngs::SmallRng", "proptest::prelude"]
    {
        allowed("src/memory/mod.rs", &format!("use {path};"));
    }
    allowed("src/app/mod.rs", "use std::{fs, env, process};");
}

#[test]
fn no_way_of_naming_a_thing_goes_unseen() {
    let rows = "crate::journal::store::Rows";
    for (source, line, path) in [
        ("use crate::journal::store::Rows;", 1, rows),
        ("use crate::{\n    app,\n    journal::{store::Rows, store},\n};", 3, rows),
        ("use crate::journal;\nfn f() { journal::store::Rows; }", 2, rows),
        ("use crate::journal as j;\nfn f() { j::store::Rows; }", 2, rows),
        ("use crate::journal::{self as j, store::{self}};\nfn f() { j::store::Rows; store::Rows; }", 2, rows),
        ("use crate as root;\nfn f() { root::journal::store::Rows; }", 2, rows),
        ("use crate::*;\nfn f() { journal::store::Rows; }", 2, rows),
        ("use super::*;\nfn f() { journal::store::Rows; }", 2, rows),
        ("use crate::journal::store::*;", 1, "crate::journal::store::*"),
        ("use crate::journal::store::Rows as _;", 1, rows),
        ("fn f() { use crate::journal::store::Rows; }", 1, rows),
        ("fn f() -> Vec<crate::journal::store::Rows> { vec![] }", 1, rows),
        ("fn f() { g::<crate::journal::store::Rows>() }", 1, rows),
        ("impl crate::journal::store::Rows {}", 1, rows),
        ("fn f() { matches!(x, Some(crate::journal::store::Rows)) }", 1, rows),
        ("macro_rules! m { () => { $crate::journal::store::Rows } }", 1, rows),
        ("fn f() { super::journal::store::Rows; }", 1, rows),
        ("fn f() { self::super::journal::store::Rows; }", 1, rows),
        ("mod inner {\n    fn f() { super::super::journal::store::Rows; }\n}", 2, rows),
        (
            "mod inner {\n    use super::*;\n    fn f() { j::Rows; }\n}\nuse crate::journal::store as j;",
            3,
            rows,
        ),
        ("mod inner {\n    fn f() { super::j::Rows; }\n}\nuse crate::journal::store as j;", 2, rows),
        ("#[cfg(windows)]\nfn f() { crate::journal::store::Rows; }", 2, rows),
        ("#[cfg(test)]\nmod tests {\n    use crate::journal::store::Rows;\n}", 3, rows),
        ("#[derive(crate::journal::store::Rows)]\nstruct A;", 1, rows),
        ("struct A {\n    #[serde(with = \"crate::journal::store::Rows\")]\n    a: u8,\n}", 2, rows),
        ("fn f() { crate::r#journal::store::Rows; }", 1, rows),
        ("fn f() { <crate::journal::store::Rows as Default>::default() }", 1, rows),
        ("pub use crate::journal::store::Rows;", 1, rows),
    ] {
        refused("src/tui/mod.rs", source, line, path, "`tui` names no other room");
    }
    let connection = "rusqlite::Connection";
    for (source, line, path) in [
        ("fn f() { rusqlite::Connection::open(p) }", 1, "rusqlite::Connection::open"),
        ("fn f() -> ::rusqlite::Connection { g() }", 1, connection),
        ("use ::rusqlite::Connection;", 1, connection),
        ("use rusqlite as sql;\nfn f(c: &sql::Connection) {}", 2, connection),
        ("extern crate rusqlite as sql;\nfn f(c: &sql::Connection) {}", 2, connection),
        ("use rusqlite;", 1, "rusqlite"),
        ("use rusqlite::*;", 1, "rusqlite::*"),
    ] {
        refused("src/tui/mod.rs", source, line, path, "only journal, library, exchange");
    }
    for (source, line, path) in [
        ("use std as s;\nfn f() { s::fs::read(p) }", 2, "std::fs::read"),
        ("use std::*;\nfn f() { fs::read(p) }", 2, "std::fs::read"),
        ("use std::{time::*};", 1, "std::time::*"),
        ("use jiff::Zoned;\nfn f() { Zoned::now() }", 2, "jiff::Zoned::now"),
        ("fn f() { return ::std::fs::read(p); }", 1, "std::fs::read"),
    ] {
        refused("src/card/mod.rs", source, line, path, "`card` is part of the core");
    }
}

#[test]
fn what_only_looks_like_a_path_is_left_alone() {
    for source in [
        "// crate::journal::store::Rows\nfn f() {}",
        "/// See [`crate::journal::store::Rows`].\nfn f() {}",
        "const A: &str = \"crate::journal::store::Rows\";",
        "const A: &str = r#\"use rusqlite::Connection;\"#;",
        "mod rusqlite { pub struct Connection; }\nfn f() { rusqlite::Connection; }",
        "fn f() { Self::rusqlite(); Thing::<u8>::new(); rusqlite.len(); }",
        "#[error(\"{path}\", path = path.display())]\nstruct A;",
        "fn f<'a>(x: &'a u8) -> impl Sized + use<'a> { x }",
        "pub(super) struct A;\npub(in crate::tui) struct B;",
    ] {
        allowed("src/tui/mod.rs", source);
    }
}

#[test]
fn imports_that_turn_in_a_circle_end() {
    allowed("src/tui/mod.rs", "use self::a::b as c;\nmod a { pub use super::c as b; }\nfn f() { c::d(); }");
    allowed("src/tui/mod.rs", "use inner::*;\nmod inner { use super::*; fn f() { x::y(); } }");
}

#[test]
fn what_would_blind_this_test_is_refused() {
    let file = "src/tui/mod.rs";
    refused(file, "#[path = \"../journal/store.rs\"]\nmod store;", 1, "#[path]", "");
    refused(file, "#[cfg_attr(unix, path = \"../journal/store.rs\")]\nmod store;", 1, "#[path]", "");
    refused(file, "include!(\"../journal/store.rs\");", 1, "include!", "");
    refused(file, "macro_rules! m { ($r:ident) => { crate::$r::thing() } }", 1, "crate::$…", "");
    refused(file, "macro_rules! m { ($p:path) => { use $p; } }", 1, "use $…", "");
    allowed(file, "const A: &str = include_str!(\"a.txt\");");
}

#[test]
fn a_room_has_no_back_door() {
    refused("src/journal/mod.rs", "pub(crate) mod store;", 1, "pub(crate)", "inside of a room");
    refused(
        "src/journal/mod.rs",
        "pub use rusqlite::Connection;",
        1,
        "rusqlite::Connection",
        "not passed on",
    );
    refused("src/app/mod.rs", "pub use crate::journal;", 1, "crate::journal", "no whole module");
    refused("src/app/mod.rs", "pub use crate::journal::*;", 1, "crate::journal::*", "no whole module");
    refused(
        "src/app/mod.rs",
        "pub use crate::journal::store;",
        1,
        "crate::journal::store",
        "no whole module",
    );
    allowed("src/app/mod.rs", "pub use crate::journal::Draft;\nuse crate::journal;");
    allowed("src/journal/mod.rs", "pub(super) use rusqlite::Connection;");
}
