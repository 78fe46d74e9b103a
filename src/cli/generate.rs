//! `carabin generate`: the generated files of `assets/`, for those who build Carabin.

use std::{fs, io, path::PathBuf, process::ExitCode};

use clap::{Args, ValueHint};

use super::{Failure, Page, guide, man, run::Session};
use crate::{
    app::{check, files::write_atomically},
    i18n::{Lang, Messages},
};

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
    /// All of them: the JSON Schema of decks; the manual in both languages, laid out so that
    /// `MANPATH=assets/man man carabin` finds it; the reference of the format in both; the keys in both, which `keys`
    /// writes.
    #[must_use]
    pub fn all(keys: fn(&Messages) -> String) -> Vec<Self> {
        let mut files = vec![Self { path: "deck.schema.json".to_owned(), text: check::schema() }];
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let folder = match lang {
                Lang::En => "man/man1".to_owned(),
                Lang::Fr => format!("man/{lang}/man1"),
            };
            files.push(Self { path: format!("{folder}/carabin.1"), text: man::page(&messages) });
            files.push(Self {
                path: format!("guide/format-{lang}.md"),
                text: guide::reference::markdown(lang, &messages),
            });
            files.push(Self { path: format!("keys/{lang}.md"), text: keys(&messages) });
        }
        files
    }
}

/// Writes them, those that are there already too.
pub(super) fn run(args: &Generate, session: &Session) -> Result<ExitCode, Failure> {
    let mut page = Page::default();
    for Generated { path, text } in Generated::all(session.screens.keys) {
        let file = args.dir.join(&path);
        let written = || -> io::Result<()> {
            fs::create_dir_all(file.parent().unwrap_or(&args.dir))?;
            write_atomically(&file, text.as_bytes())
        };
        written().map_err(|error| session.failed(&format!("{}: {error}", file.display())))?;
        page.line(&file.to_string_lossy());
    }
    session.print(&page)
}
