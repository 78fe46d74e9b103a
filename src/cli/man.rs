//! The manual, one page for the whole program, made from the same tree as the help.
//!
//! clap_mangen's own page holds English words that cannot be changed, and wants a file for each command; so only its
//! roff writer is used.

use clap::{Arg, Command};
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::{examples, set, tree, words::Words};
use crate::i18n::Messages;

/// The page in the language of `messages`, as roff. It bears no date, so that it only changes with what it says.
#[must_use]
pub(super) fn page(messages: &Messages) -> String {
    let words = Words::new(messages, 0);
    let mut tree = tree::localised(&words);
    tree.build();
    let version = tree.get_version().unwrap_or_default().to_owned();
    let mut roff = Roff::new();
    let source = format!("Carabin {version}");
    // An empty date must be written out, or the rest would move up into its place.
    roff.control("TH", ["CARABIN", "1", "\"\"", source.as_str(), words.get("cli-man-title").as_str()]);
    // roff knows how to hyphenate English only, and would cut options in two.
    roff.control("nh", []);

    section(&mut roff, "name", &words);
    roff.text([roman(format!("carabin - {}", words.get("cli-man-name")))]);
    section(&mut roff, "synopsis", &words);
    synopsis(&mut roff, &tree, &[], &words);
    section(&mut roff, "description", &words);
    paragraphs(&mut roff, &description(&tree));
    section(&mut roff, "commands", &words);
    commands(&mut roff, &tree, &mut Vec::new(), &words);
    section(&mut roff, "global", &words);
    options(&mut roff, tree.get_arguments());
    section(&mut roff, "settings", &words);
    for (name, [title, about, expected]) in set::listing(&words) {
        entry(&mut roff, name, &format!("{title}. {about}\n{expected}"));
    }
    section(&mut roff, "environment", &words);
    for (name, id) in ENVIRONMENT {
        entry(&mut roff, name, &words.get(id));
    }
    section(&mut roff, "files", &words);
    paragraphs(&mut roff, &words.get("cli-man-files"));
    section(&mut roff, "exit", &words);
    for (code, id) in EXITS {
        entry(&mut roff, code, &words.get(id));
    }
    section(&mut roff, "examples", &words);
    example_list(&mut roff, "root", &words);
    roff.render()
}

const ENVIRONMENT: [(&str, &str); 5] = [
    ("CARABIN_HOME", "cli-man-env-home"),
    ("VISUAL, EDITOR", "cli-man-env-editor"),
    ("LC_ALL, LC_MESSAGES, LANG", "cli-man-env-locale"),
    ("NO_COLOR", "cli-man-env-no-color"),
    ("CLICOLOR, CLICOLOR_FORCE", "cli-man-env-clicolor"),
];

const EXITS: [(&str, &str); 3] =
    [("0", "cli-man-exit-done"), ("1", "cli-man-exit-failed"), ("2", "cli-man-exit-misused")];

fn section(roff: &mut Roff, name: &str, words: &Words) {
    roff.control("SH", [words.get(&format!("cli-man-heading-{name}")).as_str()]);
}

fn synopsis(roff: &mut Roff, command: &Command, path: &[String], words: &Words) {
    let program = tree::program(path);
    let usage = tree::usage(command, path, words);
    let rest = usage.strip_prefix(&program).unwrap_or_default();
    roff.text([bold(program), roman(rest)]);
}

fn description(command: &Command) -> String {
    command.get_long_about().or_else(|| command.get_about()).map(ToString::to_string).unwrap_or_default()
}

/// Every command that does something, with its options and examples; the groups (`deck`, `card`) say nothing more.
fn commands(roff: &mut Roff, parent: &Command, path: &mut Vec<String>, words: &Words) {
    for command in parent.get_subcommands().filter(|command| !command.is_hide_set()) {
        path.push(command.get_name().to_owned());
        if command.has_subcommands() {
            commands(roff, command, path, words);
        } else {
            roff.control("SS", [tree::usage(command, path, words).as_str()]);
            paragraphs(roff, &description(command));
            options(roff, command.get_arguments().filter(|arg| !is_global(arg)));
            if !examples::of(&tree::key(path)).is_empty() {
                roff.control("PP", []);
                roff.text([roman(words.get("cli-heading-examples"))]);
                example_list(roff, &tree::key(path), words);
            }
        }
        path.pop();
    }
}

fn is_global(arg: &Arg) -> bool {
    arg.is_global_set() || arg.get_id() == "help"
}

fn options<'a>(roff: &mut Roff, args: impl Iterator<Item = &'a Arg>) {
    for arg in args {
        let mut head = Vec::new();
        if let Some(short) = arg.get_short() {
            head.push(bold(format!("-{short}")));
            head.push(roman(", "));
        }
        if let Some(long) = arg.get_long() {
            head.push(bold(format!("--{long}")));
        }
        let takes_value = arg.is_positional() || arg.get_action().takes_values();
        if let Some(names) = arg.get_value_names().filter(|_| takes_value) {
            head.push(roman(if arg.is_positional() { "" } else { " " }));
            head.push(italic(names.join(" ")));
        }
        roff.control("TP", []);
        roff.text(head);
        let help =
            arg.get_long_help().or_else(|| arg.get_help()).map(ToString::to_string).unwrap_or_default();
        lines(roff, &help);
    }
}

fn example_list(roff: &mut Roff, key: &str, words: &Words) {
    for example in examples::of(key) {
        entry(roff, example.line, &words.get(example.id));
    }
}

/// A term and what it means, indented below it.
fn entry(roff: &mut Roff, term: &str, meaning: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    lines(roff, meaning);
}

fn paragraphs(roff: &mut Roff, text: &str) {
    for (number, paragraph) in text.split("\n\n").enumerate() {
        if number > 0 {
            roff.control("PP", []);
        }
        lines(roff, paragraph);
    }
}

/// Lines that stay lines.
fn lines(roff: &mut Roff, text: &str) {
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            roff.control("br", []);
        }
        roff.text([roman(line)]);
    }
}
