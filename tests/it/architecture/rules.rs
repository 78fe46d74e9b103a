//! Who may name whom. `ARCHITECTURE.md` gives the reasons.

use std::fmt;

use super::{resolve::House, source::Module};

/// A room of the house, that is what stands directly in `src/`.
pub(super) struct Room {
    /// Its name.
    pub(super) name: &'static str,
    /// The other rooms that it may name.
    pub(super) names: &'static [&'static str],
    /// It is part of the core: a function of its arguments, and nothing else.
    pub(super) pure: bool,
}

const fn core(name: &'static str, names: &'static [&'static str]) -> Room {
    Room { name, names, pure: true }
}

const fn room(name: &'static str, names: &'static [&'static str]) -> Room {
    Room { name, names, pure: false }
}

/// The rooms, from the ground up.
pub(super) const ROOMS: &[Room] = &[
    core("card", &[]),
    core("memory", &["card"]),
    core("grade", &["card", "memory"]),
    core("study", &["card", "memory", "grade"]),
    core("insight", &["card", "memory", "grade", "study"]),
    room("i18n", &[]),
    room("deck", &["card", "memory", "grade", "study", "insight"]),
    room("library", &["card", "memory", "grade", "study", "insight", "deck"]),
    room("journal", &["card", "memory", "grade", "study", "insight"]),
    room("exchange", &["card", "memory", "grade", "study", "insight", "deck"]),
    room(
        "app",
        &["card", "memory", "grade", "study", "insight", "deck", "library", "journal", "exchange", "i18n"],
    ),
    room("tui", &["card", "memory", "grade", "study", "insight", "app", "i18n"]),
    room("cli", &["card", "memory", "grade", "study", "insight", "app", "i18n"]),
];

/// `lib.rs` and `main.rs`: they put the surface together and know nothing of what is below.
const ENTRANCE: Room = room("entrance", &["app", "tui", "cli", "i18n"]);

/// Crates that stand for one kind of outside thing, and the rooms that own it.
pub(super) const OWNERS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["deck"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("crokey", &["tui"]),
    ("crossterm", &["tui"]),
    ("directories", &["app"]),
    ("fluent_bundle", &["i18n"]),
    // Decoded at the edge, drawn on the screen.
    ("image", &["library", "tui"]),
    ("ratatui", &["tui"]),
    ("ratatui_image", &["tui"]),
    ("ratatui_textarea", &["tui"]),
    ("rusqlite", &["journal", "library", "exchange"]),
    ("rustix", &["app", "exchange", "tui"]),
    ("saphyr_parser", &["deck"]),
    ("serde_yaml", &["deck"]),
    // The command line hears Ctrl-C during long work.
    ("signal_hook", &["cli", "tui"]),
];

/// The crates that the core may name. A new one is looked at first: does it only compute?
pub(super) const CORE_CRATES: &[&str] = &[
    "std",
    "core",
    "alloc",
    "blake3",
    "fsrs",
    "jiff",
    "rand",
    "serde",
    "serde_json",
    "strsim",
    "thiserror",
    "unicode_normalization",
    "unicode_segmentation",
    "unicode_width",
];

/// What the core never names, though its crate is open to it.
const CORE_NEVER: &[(&str, &str)] = &[
    ("std::env", "no environment"),
    ("std::fs", "no files"),
    ("std::io", "no input or output"),
    ("std::net", "no network"),
    ("std::os", "no operating system"),
    ("std::path", "no files: `Path::exists` would ask the disk"),
    ("std::process", "no processes"),
    ("std::thread", "no threads"),
    ("std::time::Instant", "time is an argument"),
    ("std::time::SystemTime", "time is an argument"),
    ("std::time::UNIX_EPOCH", "time is an argument"),
    ("jiff::Timestamp::now", "time is an argument"),
    ("jiff::Zoned::now", "time is an argument"),
    ("jiff::tz::TimeZone::system", "the time zone is an argument"),
    ("jiff::tz::TimeZone::try_system", "the time zone is an argument"),
    ("rand::random", "chance is a seed that is given"),
    ("rand::rng", "chance is a seed that is given"),
    ("rand::rngs::SysRng", "chance is a seed that is given"),
    ("rand::rngs::ThreadRng", "chance is a seed that is given"),
];

/// A path that a room may name against its rule.
pub(super) struct Exception {
    /// The room.
    pub(super) room: &'static str,
    /// The item, from `crate` on; what stands below it is meant too.
    pub(super) path: &'static str,
    /// Why.
    pub(super) reason: &'static str,
}

/// All there are. Plain data of an edge that a surface shows; anything that does something goes through `app`.
pub(super) const EXCEPTIONS: &[Exception] = &[];

/// A path against the rules.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Violation {
    file: String,
    line: usize,
    path: String,
    rule: String,
}

impl Violation {
    pub(super) fn new(module: &Module, line: usize, path: &str, rule: String) -> Self {
        Self { file: module.file.clone(), line, path: path.to_owned(), rule }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.path, self.rule)
    }
}

/// Whether `module` may name `path`, which begins with `crate` or the name of another crate; if not, the rule.
pub(super) fn judge(
    house: &House,
    module: &Module,
    path: &[String],
    glob: bool,
    public: bool,
) -> Result<(), String> {
    let here = module.path.first().map(String::as_str);
    // What has no rule of its own is told by another test.
    let room = match here {
        None => &ENTRANCE,
        Some(name) => match ROOMS.iter().find(|room| room.name == name) {
            Some(room) => room,
            None => return Ok(()),
        },
    };
    if path.first().is_some_and(|root| root == "crate") {
        names_room(house, room, path, public)
    } else {
        names_crate(house, room, path, glob, public)
    }
}

fn names_room(house: &House, room: &Room, path: &[String], public: bool) -> Result<(), String> {
    let Some(target) = path.get(1).filter(|name| ROOMS.iter().any(|room| room.name == **name)) else {
        return Ok(());
    };
    if target == room.name {
        return Ok(());
    }
    if !room.names.contains(&target.as_str()) {
        let full = path.join("::");
        let within = |e: &&Exception| full == e.path || full.starts_with(&format!("{}::", e.path));
        if let Some(exception) = EXCEPTIONS.iter().filter(|e| e.room == room.name).find(within) {
            debug_assert!(!exception.reason.is_empty());
            house.note(exception);
            return Ok(());
        }
        return Err(match room.names {
            [] => format!("`{}` names no other room", room.name),
            names => format!("`{}` names no other room than {}", room.name, names.join(", ")),
        });
    }
    if public && house.is_module(&path[1..]) {
        return Err(format!("`{}` may pass on items of `{target}`, but no whole module", room.name));
    }
    Ok(())
}

fn names_crate(house: &House, room: &Room, path: &[String], glob: bool, public: bool) -> Result<(), String> {
    let Some(name) = path.first().map(String::as_str) else { return Ok(()) };
    if let Some((_, owners)) = OWNERS.iter().find(|(owned, _)| *owned == name) {
        if !owners.contains(&room.name) {
            return Err(format!("only {} names `{name}`", owners.join(", ")));
        }
        if public {
            return Err(format!("`{name}` stays within {}: it is not passed on", owners.join(", ")));
        }
    }
    if !room.pure || house.is_for_tests(name) {
        return Ok(());
    }
    if !CORE_CRATES.contains(&name) {
        return Err(format!(
            "`{}` is part of the core, which names no crate but {}",
            room.name,
            CORE_CRATES.join(", ")
        ));
    }
    // `core` and `alloc` hold parts of `std` under the same names.
    let full = match path {
        [first, rest @ ..] if ["core", "alloc"].contains(&first.as_str()) => {
            std::iter::once("std").chain(rest.iter().map(String::as_str)).collect::<Vec<_>>().join("::")
        }
        all => all.join("::"),
    };
    let below = |long: &str, short: &str| long == short || long.starts_with(&format!("{short}::"));
    let closed = |never: &str| below(&full, never) || (glob && below(never, &full));
    match CORE_NEVER.iter().find(|(never, _)| closed(never)) {
        Some((never, why)) => {
            Err(format!("`{}` is part of the core, which never names `{never}`: {why}", room.name))
        }
        None => Ok(()),
    }
}
