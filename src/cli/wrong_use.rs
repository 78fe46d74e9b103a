//! clap's errors in our words: what is wrong, what to write instead, where to read more.

use std::{error::Error as _, ffi::OsString};

use clap::{
    Command,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{
    failure::{Exit, Failure, headline, labelled},
    page,
    study::is_yaml,
    tree,
    values::Misfit,
    words::Words,
};
use crate::{card::Item, i18n::Arg};

/// Up to so many values are all told; of more, only the one that was perhaps meant.
const SHORT_LIST: usize = 6;

/// A wrong use, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Misuse {
    /// The command that was meant.
    path: Vec<String>,
    /// What is wrong.
    headline: String,
    /// What to do instead.
    tips: Vec<String>,
}

impl Misuse {
    pub(super) fn of(path: &[&str], headline: String) -> Self {
        Self { path: path.iter().map(|name| (*name).to_owned()).collect(), headline, tips: Vec::new() }
    }

    pub(super) fn tip(mut self, tip: String) -> Self {
        self.tips.push(tip);
        self
    }

    /// The words for standard error: the error, the tips, the usage, the way to the help.
    pub(super) fn into_failure(self, tree: &Command, words: &Words) -> Failure {
        let mut out = headline(&self.headline, words);
        for tip in &self.tips {
            labelled(&mut out, page::TIP, &words.get("cli-tip"), tip, words.width());
        }
        out.push("\n");
        let usage = tree::usage(at(tree, &self.path), &self.path, words);
        labelled(&mut out, page::HEADING, &words.get("cli-heading-usage"), &usage, words.width());
        let help = format!("{} --help", tree::program(&self.path));
        labelled(&mut out, page::HEADING, &words.get("cli-see"), &help, words.width());
        Failure { exit: Exit::Misused, page: out }
    }
}

/// The command at `path`.
pub(super) fn at<'t>(tree: &'t Command, path: &[String]) -> &'t Command {
    path.iter().fold(tree, |command, name| command.find_subcommand(name).unwrap_or(command))
}

/// What clap found wrong.
pub(super) fn explain(error: &clap::Error, tree: &Command, args: &[OsString], words: &Words) -> Misuse {
    let path = path_of(tree, args);
    let command = at(tree, &path);
    let found = Found { error, words };
    let arg = found.first(ContextKind::InvalidArg);
    let misuse = |id: &str, values: &[(&str, Arg)]| Misuse {
        path: path.clone(),
        headline: words.with(id, values),
        tips: Vec::new(),
    };
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = found.first(ContextKind::InvalidValue);
            let wrong = if value.is_empty() {
                misuse("cli-wrong-no-value", &[("arg", arg.as_str().into())])
            } else if path == ["set"] {
                misuse("cli-wrong-no-setting", &[("name", words.quoted(&value))])
            } else {
                misuse("cli-wrong-value", &[("arg", label(&arg).into()), ("value", words.quoted(&value))])
            };
            found.tips_on_value(wrong)
        }
        ErrorKind::InvalidSubcommand => {
            unknown_command(&found.first(ContextKind::InvalidSubcommand), command, path, words)
        }
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            let wrong = misuse("cli-wrong-option", &[("arg", words.quoted(&arg))]);
            found.tips_on_option(wrong, &arg, tree)
        }
        ErrorKind::UnknownArgument if command.has_subcommands() => {
            unknown_command(&arg, command, path, words)
        }
        ErrorKind::UnknownArgument => misuse("cli-wrong-extra", &[("arg", words.quoted(&arg))]),
        ErrorKind::MissingSubcommand => {
            let names = command_names(command);
            let all = names.join(", ");
            misuse(
                "cli-wrong-missing-command",
                &[("command", words.quoted(&tree::program(&path))), ("commands", all.into())],
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = found.all(ContextKind::InvalidArg);
            misuse("cli-wrong-missing", &[("args", labels(&missing).into())])
        }
        ErrorKind::ArgumentConflict => {
            let others = found.all(ContextKind::PriorArg);
            if others.is_empty() || others.contains(&arg) {
                misuse("cli-wrong-twice", &[("arg", label(&arg).into())])
            } else {
                let others = labels(&others);
                misuse("cli-wrong-conflict", &[("arg", label(&arg).into()), ("others", others.into())])
            }
        }
        ErrorKind::TooManyValues => {
            let value = words.quoted(&found.first(ContextKind::InvalidValue));
            misuse("cli-wrong-too-many", &[("arg", label(&arg).into()), ("value", value)])
        }
        ErrorKind::InvalidUtf8 => misuse("cli-wrong-utf8", &[]),
        // The definitions allow no other kind; should clap find one, the usage still says what to write.
        _ => misuse("cli-wrong-use", &[]),
    }
}

/// A command that does not exist.
pub(super) fn unknown_command(typed: &str, level: &Command, path: Vec<String>, words: &Words) -> Misuse {
    let program = tree::program(&path);
    let wrong = Misuse {
        path,
        headline: words.with("cli-wrong-command", &[("command", words.quoted(typed))]),
        tips: Vec::new(),
    };
    if is_yaml(typed.as_ref()) {
        let path = if typed.contains(char::is_whitespace) { "…" } else { typed };
        let line = words.quoted(&format!("carabin study --deck {path}"));
        return wrong.tip(words.with("cli-tip-deck", &[("line", line)]));
    }
    let lower = typed.to_lowercase();
    let names = command_names(level);
    let near = names
        .iter()
        .map(|name| (strsim::jaro_winkler(name, &lower), name))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    if let Some((_, name)) = near {
        wrong.tip(words.with("cli-tip-try", &[("try", words.quoted(&format!("{program} {name}")))]))
    } else {
        wrong.tip(words.with("cli-tip-commands", &[("commands", names.join(", ").into())]))
    }
}

fn command_names(command: &Command) -> Vec<String> {
    command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(|sub| sub.get_name().to_owned()).collect()
}

/// The command that the arguments lead to, as far as they go: clap's error does not name it.
fn path_of(tree: &Command, args: &[OsString]) -> Vec<String> {
    let mut path = Vec::new();
    let mut command = tree;
    let mut rest = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    while let Some(arg) = rest.next() {
        if let Some(long) = arg.strip_prefix("--") {
            let takes_value = |option: &clap::Arg| {
                option.get_long() == Some(long) && matches!(option.get_action(), clap::ArgAction::Set)
            };
            if tree.get_arguments().chain(command.get_arguments()).any(takes_value) {
                rest.next();
            }
        } else if let Some(next) = command.find_subcommand(&*arg) {
            path.push(next.get_name().to_owned());
            command = next;
        } else if !arg.starts_with('-') {
            break;
        }
    }
    path
}

/// An argument without the marks of the usage: `--item` for `--item <N>`, `PATH` for `<PATH>...`.
fn label(arg: &str) -> &str {
    let option = arg.starts_with('-').then(|| arg.split(' ').next()).flatten();
    option.unwrap_or_else(|| arg.trim_matches(['<', '>', '[', ']', '.']))
}

fn labels(args: &[String]) -> String {
    args.iter().map(|arg| label(arg)).collect::<Vec<_>>().join(", ")
}

/// What clap says about an error, cleaned by `Words` when shown.
struct Found<'a> {
    error: &'a clap::Error,
    words: &'a Words<'a>,
}

impl Found<'_> {
    fn all(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn first(&self, kind: ContextKind) -> String {
        self.all(kind).into_iter().next().unwrap_or_default()
    }

    fn tips_on_value(&self, wrong: Misuse) -> Misuse {
        let words = self.words;
        if let Some(misfit) = self.error.source().and_then(|source| source.downcast_ref::<Misfit>()) {
            return wrong.tip(remedy(*misfit, words));
        }
        let values = self.all(ContextKind::ValidValue);
        let similar = self.first(ContextKind::SuggestedValue);
        if !similar.is_empty() && values.len() > SHORT_LIST {
            wrong.tip(words.with("cli-tip-try", &[("try", words.quoted(&similar))]))
        } else if values.is_empty() {
            wrong
        } else {
            wrong.tip(words.with("cli-tip-values", &[("values", values.join(", ").into())]))
        }
    }

    /// The option that was perhaps meant, or the commands that have it.
    fn tips_on_option(&self, wrong: Misuse, arg: &str, tree: &Command) -> Misuse {
        let words = self.words;
        let similar = self.first(ContextKind::SuggestedArg);
        if !similar.is_empty() {
            return wrong.tip(words.with("cli-tip-try", &[("try", words.quoted(&similar))]));
        }
        let mut owners = Vec::new();
        if let Some(long) = arg.strip_prefix("--") {
            owners_of(long, tree, &mut Vec::new(), &mut owners);
        }
        if owners.is_empty() {
            return wrong;
        }
        let commands = words.all_quoted(owners.iter().map(String::as_str));
        wrong.tip(words.with("cli-tip-belongs", &[("arg", words.quoted(arg)), ("commands", commands)]))
    }
}

fn owners_of(long: &str, command: &Command, path: &mut Vec<String>, owners: &mut Vec<String>) {
    for child in command.get_subcommands().filter(|child| !child.is_hide_set()) {
        path.push(child.get_name().to_owned());
        if child.get_arguments().any(|arg| arg.get_long() == Some(long)) {
            owners.push(tree::program(path));
        }
        owners_of(long, child, path, owners);
        path.pop();
    }
}

fn remedy(misfit: Misfit, words: &Words) -> String {
    match misfit {
        Misfit::Item => words.with("cli-misfit-item", &[("last", u32::from(Item::MAX).into())]),
        Misfit::Objective => words.get("cli-misfit-objective"),
        Misfit::Rank => words.get("cli-misfit-rank"),
        Misfit::Deck => words.get("cli-misfit-deck"),
        Misfit::DeckId => words.get("cli-misfit-deck-id"),
        Misfit::Card => words.get("cli-misfit-card"),
        Misfit::Date => words.get("cli-misfit-date"),
        Misfit::Reason => words.get("cli-misfit-reason"),
        Misfit::Count => words.get("cli-misfit-count"),
        Misfit::Share => words.get("cli-misfit-share"),
        Misfit::Seed => words.get("cli-misfit-seed"),
    }
}
