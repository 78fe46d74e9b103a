//! `carabin generate`: the generated files of `assets/`, for those who build Carabin.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::man;
use crate::i18n::{Lang, Messages};

/// Where the files go.
#[derive(Args, Clone, Debug, PartialEq, Eq)]
pub struct Generate {
    /// The folder that plays the part of `assets/`.
    #[arg(value_name = "dir", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

/// A file that the program writes about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// Its place below `assets/`, with `/`.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

impl Generated {
    /// The files that the command line knows: the manual in both languages, laid out so that
    /// `MANPATH=assets/man man carabin` finds it.
    #[must_use]
    pub fn of_command_line() -> Vec<Self> {
        let manual = |lang: Lang| {
            let folder = match lang {
                Lang::En => "man/man1".to_owned(),
                Lang::Fr => format!("man/{lang}/man1"),
            };
            Self { path: format!("{folder}/carabin.1"), text: man::page(&Messages::new(lang)) }
        };
        Lang::ALL.into_iter().map(manual).collect()
    }
}
