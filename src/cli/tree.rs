//! clap's tree of commands with our words in it.
//!
//! The ids of the messages follow from the place in the tree: `cli-deck-check-about` for a command,
//! `cli-deck-check-arg-fix` for its argument, `cli-root-…` for the program, `cli-global-…` for what every command takes.
//! `-long` and `-more` are optional: what `--help` adds to the description and to the end.

use clap::{
    Arg, ArgAction, Command, CommandFactory,
    builder::{Resettable, StyledStr},
};

use super::{
    args::Root,
    examples,
    page::{self, Page},
    set,
    words::Words,
};

/// Where the options that every command takes stand among the others: last.
const GLOBAL_ORDER: usize = 900;

/// The whole tree in the language of `words`.
pub(super) fn localised(words: &Words) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let root = Root::command().styles(page::styles()).term_width(words.width()).arg(version);
    localise(root, &[], words)
}

/// The part of the messages' ids that stands for a command.
pub(super) fn key(path: &[String]) -> String {
    if path.is_empty() { "root".to_owned() } else { path.join("-") }
}

fn localise(command: Command, path: &[String], words: &Words) -> Command {
    let key = key(path);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let usage_heading = words.get("cli-heading-usage");
    let template = format!(
        "{{about-with-newline}}\n{heading}{usage_heading}{heading:#} {{usage}}\n\n{{all-args}}{{after-help}}",
        heading = page::HEADING,
    );
    let about = words.get(&format!("cli-{key}-about"));
    let long =
        words.find(&format!("cli-{key}-long")).map(|more| StyledStr::from(format!("{about}\n\n{more}")));
    let command = command
        .arg(help)
        .mut_args(|arg| localise_arg(arg, &key, words))
        .about(about)
        .long_about(Resettable::from(long))
        .help_template(template)
        .hide_possible_values(true)
        .arg_required_else_help(false)
        .subcommand_help_heading(words.heading("commands"))
        .after_help(Resettable::from(ending(&key, words, false)))
        .after_long_help(Resettable::from(ending(&key, words, true)));
    let usage = usage(&command, path, words);
    command.override_usage(usage).mut_subcommands(|child| {
        let mut path = path.to_vec();
        path.push(child.get_name().to_owned());
        localise(child, &path, words)
    })
}

fn localise_arg(arg: Arg, command: &str, words: &Words) -> Arg {
    let built_in = matches!(arg.get_id().as_str(), "help" | "version");
    let global = arg.is_global_set() || built_in;
    let owner = if global { "global" } else { command };
    let id = format!("cli-{owner}-arg-{}", arg.get_id().as_str().replace('_', "-"));
    let heading = match (global, arg.is_positional()) {
        (true, _) => "global",
        (false, true) => "arguments",
        (false, false) => "options",
    };
    let help = words.get(&id);
    let long = words.find(&format!("{id}-more")).map(|more| StyledStr::from(format!("{help}. {more}")));
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| words.find(&format!("cli-value-{name}")).unwrap_or_else(|| name.to_string()))
        .collect();
    let order = match arg.get_id().as_str() {
        "help" => Some(GLOBAL_ORDER + 2),
        "version" => Some(GLOBAL_ORDER + 3),
        "color" => Some(GLOBAL_ORDER + 1),
        _ => global.then_some(GLOBAL_ORDER),
    };
    let arg = arg.help(help).long_help(Resettable::from(long)).help_heading(words.heading(heading));
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    match order {
        Some(order) => arg.display_order(order),
        None => arg,
    }
}

/// How the command is called, on one line.
pub(super) fn usage(command: &Command, path: &[String], words: &Words) -> String {
    let mut usage = program(path);
    if let Some(tail) = words.find(&format!("cli-{}-usage", key(path))) {
        return format!("{usage} {tail}");
    }
    let mut push = |part: &str| {
        usage.push(' ');
        usage.push_str(part);
    };
    let optional = |arg: &Arg| !arg.is_positional() && !arg.is_global_set() && arg.get_id() != "help";
    if path.is_empty() || command.get_arguments().any(optional) {
        push(&words.get("cli-usage-options"));
    }
    for arg in command.get_positionals() {
        push(&arg.to_string());
    }
    if command.has_subcommands() {
        let name = words.get("cli-value-command");
        let required = command.is_subcommand_required_set();
        push(&if required { format!("<{name}>") } else { format!("[{name}]") });
    }
    usage
}

/// The words that call a command: `carabin deck check`.
pub(super) fn program(path: &[String]) -> String {
    std::iter::once("carabin").chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
}

/// What stands at the end of a command's help: examples, and for `--help` what there is more to say.
fn ending(key: &str, words: &Words, long: bool) -> Option<StyledStr> {
    let mut parts = Vec::new();
    if long && key == "set" {
        parts.push(settings(words));
    }
    if long && let Some(more) = words.find(&format!("cli-{key}-more")) {
        let mut page = Page::default();
        page.push(&more);
        parts.push(page);
    }
    let examples = examples::of(key);
    if !examples.is_empty() {
        let mut page = Page::default();
        page.styled(page::HEADING, &words.get("cli-heading-examples"));
        for example in examples {
            page.push("\n  ");
            page.styled(page::LITERAL, example.line);
            page.push("\n      ");
            page.push(&words.get(example.id));
        }
        parts.push(page);
    }
    let mut end = StyledStr::new();
    for (number, part) in parts.into_iter().enumerate() {
        end.push_str(if number == 0 { "" } else { "\n\n" });
        end.push_str(&part.into_styled().ansi().to_string());
    }
    (end != StyledStr::new()).then_some(end)
}

fn settings(words: &Words) -> Page {
    let mut page = Page::default();
    page.styled(page::HEADING, &words.get("cli-heading-settings"));
    for (name, [title, _, expected]) in set::listing(words) {
        page.push("\n  ");
        page.styled(page::LITERAL, name);
        for line in [title, expected] {
            page.push("\n      ");
            page.push(&line);
        }
    }
    page
}
