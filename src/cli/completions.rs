//! `carabin completions`: what a shell needs to complete Carabin's commands.

use clap::Args;
use clap_complete::Shell;

use super::{examples::Example, tree, words::Words};
use crate::i18n::Messages;

/// For which shell.
#[derive(Args, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "shell")]
    pub shell: Shell,
}

impl Completions {
    /// The script, with the explanations in the language of `messages`.
    #[must_use]
    pub fn script(self, messages: &Messages) -> String {
        let mut tree = offered(&tree::localised(&Words::new(messages, 0)));
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut tree, "carabin", &mut script);
        String::from_utf8_lossy(&script).into_owned()
    }
}

/// The tree without what the help hides, which clap_complete would offer.
fn offered(tree: &clap::Command) -> clap::Command {
    clap::Command::new("carabin")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(tree.get_arguments())
        .subcommands(tree.get_subcommands().filter(|command| !command.is_hide_set()))
}

pub(super) const EXAMPLES: &[Example] = &[
    Example {
        line: "carabin completions bash > ~/.local/share/bash-completion/completions/carabin",
        id: "cli-completions-example-bash",
    },
    Example {
        line: "carabin completions fish > ~/.config/fish/completions/carabin.fish",
        id: "cli-completions-example-fish",
    },
];
