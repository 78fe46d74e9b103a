//! `carabin help`: the same as `--help`.

use clap::Args;

use super::{
    examples::Example,
    page::Page,
    words::Words,
    wrong_use::{self, Misuse},
};

/// Of what the help is asked.
#[derive(Args, Clone, Debug)]
pub(super) struct HelpArgs {
    /// The path to a command, such as `deck check`; empty: the whole program.
    #[arg(value_name = "command")]
    command: Vec<String>,
}

/// The long help of the command that is meant.
pub(super) fn page(args: &HelpArgs, tree: &mut clap::Command, words: &Words) -> Result<Page, Misuse> {
    tree.build();
    let mut at = Vec::new();
    for name in &args.command {
        let level = wrong_use::at(tree, &at);
        if level.find_subcommand(name).is_none() {
            return Err(wrong_use::unknown_command(name, level, at, words));
        }
        at.push(name.clone());
    }
    let mut meant = wrong_use::at(tree, &at).clone();
    Ok(Page::from(meant.render_long_help()))
}

pub(super) const EXAMPLES: &[Example] =
    &[Example { line: "carabin help deck check", id: "cli-help-example" }];
