//! The settings of this device, in `config.toml`.

use std::path::Path;

use crate::{card::Text, i18n::Lang};

/// The keys that the file may hold.
const KEYS: [&str; 7] = ["language", "theme", "editor", "plain", "images", "mouse", "keys"];

/// The settings of this device. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The interface's language.
    pub language: Option<Lang>,
    /// `dark`, `light` or `mono`.
    pub theme: Option<String>,
    /// The command that opens a deck, before `$VISUAL` and `$EDITOR`.
    pub editor: Option<String>,
    /// Plain mode by default.
    pub plain: bool,
    /// How pictures are shown: `kitty`, `sixel`, `iterm2`, `blocks` or `none`; without it as the terminal can.
    pub images: Option<String>,
    /// The mouse is left to the terminal.
    pub no_mouse: bool,
    /// Other keys: a binding's name and its keys.
    pub keys: Vec<(String, Vec<String>)>,
}

/// What is wrong with the file. Nothing of it stops the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// It cannot be read.
    Unreadable {
        /// Why.
        reason: Text,
    },
    /// It is no TOML.
    Syntax {
        /// What the parser says, with line and column.
        reason: Text,
    },
    /// A key that means nothing.
    UnknownKey {
        /// The key.
        key: Text,
        /// The nearest one that exists.
        nearest: Option<&'static str>,
    },
    /// A value that does not fit its key.
    Value {
        /// The key.
        key: Text,
        /// What would fit.
        expected: &'static str,
    },
}

impl Config {
    /// Reads the file; without one everything is at its default.
    #[must_use]
    pub fn read(path: &Path) -> (Self, Vec<ConfigProblem>) {
        match std::fs::read_to_string(path) {
            Ok(source) => Self::parse(&source),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => {
                let reason = Text::one_line(&error.to_string());
                (Self::default(), vec![ConfigProblem::Unreadable { reason }])
            }
        }
    }

    /// Reads the text of a file. What cannot be taken is left at its default and told.
    #[must_use]
    pub fn parse(source: &str) -> (Self, Vec<ConfigProblem>) {
        let mut config = Self::default();
        let table: toml::Table = match source.parse() {
            Ok(table) => table,
            Err(error) => {
                let reason = Text::clean(error.to_string().trim_end());
                return (config, vec![ConfigProblem::Syntax { reason }]);
            }
        };
        let mut problems = Vec::new();
        for (key, value) in &table {
            if !config.take(key, value, &mut problems) && !KEYS.contains(&key.as_str()) {
                let nearest = KEYS
                    .into_iter()
                    .map(|known| (strsim::damerau_levenshtein(known, key), known))
                    .min()
                    .filter(|(distance, _)| *distance <= 3)
                    .map(|(_, known)| known);
                problems.push(ConfigProblem::UnknownKey { key: Text::one_line(key), nearest });
            }
        }
        (config, problems)
    }

    fn take(&mut self, key: &str, value: &toml::Value, problems: &mut Vec<ConfigProblem>) -> bool {
        let expected = match (key, value) {
            ("language", toml::Value::String(code)) if code.parse::<Lang>().is_ok() => {
                self.language = code.parse().ok();
                return true;
            }
            ("theme", toml::Value::String(name)) if ["dark", "light", "mono"].contains(&name.as_str()) => {
                self.theme = Some(name.clone());
                return true;
            }
            ("editor", toml::Value::String(command)) if !command.trim().is_empty() => {
                self.editor = Some(command.clone());
                return true;
            }
            ("images", toml::Value::String(name)) if name == "auto" => {
                self.images = None;
                return true;
            }
            ("images", toml::Value::String(name))
                if ["kitty", "sixel", "iterm2", "blocks", "none"].contains(&name.as_str()) =>
            {
                self.images = Some(name.clone());
                return true;
            }
            ("mouse", toml::Value::Boolean(mouse)) => {
                self.no_mouse = !*mouse;
                return true;
            }
            ("plain", toml::Value::Boolean(plain)) => {
                self.plain = *plain;
                return true;
            }
            ("keys", toml::Value::Table(keys)) => {
                for (name, value) in keys {
                    match key_list(value) {
                        Some(list) => self.keys.push((name.clone(), list)),
                        None => problems.push(ConfigProblem::Value {
                            key: Text::one_line(&format!("keys.{name}")),
                            expected: "\"x\" | [\"x\", \"ctrl-y\"]",
                        }),
                    }
                }
                return true;
            }
            ("language", _) => "\"fr\" | \"en\"",
            ("theme", _) => "\"dark\" | \"light\" | \"mono\"",
            ("editor", _) => "\"nano\"",
            ("plain" | "mouse", _) => "true | false",
            ("images", _) => "\"auto\" | \"kitty\" | \"sixel\" | \"iterm2\" | \"blocks\" | \"none\"",
            ("keys", _) => "[keys]",
            _ => return false,
        };
        problems.push(ConfigProblem::Value { key: Text::one_line(key), expected });
        true
    }
}

fn key_list(value: &toml::Value) -> Option<Vec<String>> {
    match value {
        toml::Value::String(key) => Some(vec![key.clone()]),
        toml::Value::Array(keys) => keys.iter().map(|key| key.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_taken() {
        let source = "language = \"en\"\ntheme = \"light\"\neditor = \"hx\"\nplain = true\nimages = \"blocks\"\nmouse = false\n[keys]\nundo = \"backspace\"\nedit = [\"f2\", \"ctrl-e\"]\n";
        let (config, problems) = Config::parse(source);
        assert_eq!(problems, []);
        assert_eq!((config.language, config.plain), (Some(Lang::En), true));
        assert_eq!((config.images.as_deref(), config.no_mouse), (Some("blocks"), true));
        assert_eq!(config.keys.len(), 2);
    }

    #[test]
    fn an_unknown_key_is_told_with_the_nearest_one() {
        let (_, problems) = Config::parse("langage = \"fr\"");
        let key = Text::clean("langage");
        assert_eq!(problems, [ConfigProblem::UnknownKey { key, nearest: Some("language") }]);
    }

    #[test]
    fn one_mistake_does_not_cost_the_other_settings() {
        let (config, problems) = Config::parse("language = \"de\"\nplain = true\n");
        assert!(config.plain);
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn what_is_no_toml_says_where() {
        let (config, problems) = Config::parse("plain = \n");
        assert_eq!(config, Config::default());
        assert!(matches!(&problems[..], [ConfigProblem::Syntax { reason }] if reason.contains("line 1")));
    }

    #[test]
    fn no_escape_sequence_of_the_file_survives_in_a_problem() {
        let (_, problems) = Config::parse("\"a\\u001b[31mb\" = 1");
        assert!(!format!("{problems:?}").contains('\u{1b}'));
    }
}
