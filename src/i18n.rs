//! User-facing messages from `assets/locales/{fr,en}`, by Fluent.
//!
//! Every message stands in both languages; a test compares the ids and the variables of both.

use std::{borrow::Cow, fmt, str::FromStr};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// `fr` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// French when `locale` (such as `fr_FR.UTF-8`) is French, English otherwise.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { Self::Fr } else { Self::En }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    fn sources(self) -> &'static [&'static str] {
        macro_rules! sources {
            ($lang:literal) => {
                &[
                    include_str!(concat!("../assets/locales/", $lang, "/app.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/bring.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/cards.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/cli.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/deck.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/exam.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/doctor.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/foreign.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/git.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/grade.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/journal.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/library.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/notebook.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/plain.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/programme.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/settings.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/statistics.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/sync.ftl")),
                    include_str!(concat!("../assets/locales/", $lang, "/tui.ftl")),
                ]
            };
        }
        match self {
            Self::Fr => sources!("fr"),
            Self::En => sources!("en"),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|l| l.code() == s).ok_or_else(|| "fr | en".to_owned())
    }
}

/// A value that a message holds a place for.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A text.
    Text(String),
    /// A number; messages choose their plural by it.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(s: &str) -> Self {
        Self::Text(s.to_owned())
    }
}

impl From<String> for Arg {
    fn from(s: String) -> Self {
        Self::Text(s)
    }
}

impl From<f64> for Arg {
    fn from(n: f64) -> Self {
        Self::Number(n)
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::Number(f64::from(n))
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::from(usize::try_from(number).unwrap_or(usize::MAX))
    }
}

impl From<usize> for Arg {
    #[allow(clippy::cast_precision_loss, reason = "counts on a screen are far below 2^52")]
    fn from(n: usize) -> Self {
        Self::Number(n as f64)
    }
}

/// The messages of one language.
pub struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Messages {
    /// Loads the messages of `lang`, which are part of the binary.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        // Fluent would put invisible direction marks around every value; terminals show them as rubbish.
        bundle.set_use_isolating(false);
        for source in lang.sources() {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message `id`.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The message `id` with values in its places. An unknown id gives the id itself, so that a mistake shows
    /// without stopping a session.
    #[must_use]
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }

    /// Whether a message of this id exists.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Every message id with the variables that it mentions.
    fn catalogue(lang: Lang) -> BTreeMap<String, Vec<String>> {
        let mut out = BTreeMap::new();
        for source in lang.sources() {
            let mut id = None;
            for line in source.lines() {
                if let Some((name, _)) = line.split_once('=')
                    && !line.starts_with([' ', '#', '-'])
                {
                    id = Some(name.trim().to_owned());
                    assert!(
                        out.insert(name.trim().to_owned(), Vec::new()).is_none(),
                        "{lang}: {name} stands twice"
                    );
                }
                if let Some(id) = &id {
                    let variables = line.split('$').skip(1).map(|rest| {
                        rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                            .next()
                            .unwrap_or("")
                            .to_owned()
                    });
                    let entry: &mut Vec<String> = out.entry(id.clone()).or_default();
                    entry.extend(variables);
                    entry.sort();
                    entry.dedup();
                }
            }
        }
        out
    }

    #[test]
    fn every_message_stands_in_both_languages_with_the_same_variables() {
        assert_eq!(catalogue(Lang::Fr), catalogue(Lang::En));
    }

    #[test]
    fn every_message_parses() {
        for lang in Lang::ALL {
            for source in lang.sources() {
                if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                    panic!("{lang}: {errors:?}");
                }
            }
            let messages = Messages::new(lang);
            for id in catalogue(lang).keys() {
                assert!(messages.has(id), "{lang}: {id}");
            }
        }
    }

    #[test]
    fn french_messages_keep_their_punctuation_on_the_line() {
        for source in Lang::Fr.sources() {
            for (number, line) in source.lines().enumerate() {
                let text = line.split_once('=').map_or(line, |(_, text)| text);
                if line.trim_start().starts_with('#') {
                    continue;
                }
                for mark in [" ?", " !", " ;", " :", "« ", " »"] {
                    assert!(!text.contains(mark), "line {}: an ordinary space in {line:?}", number + 1);
                }
            }
        }
    }

    #[test]
    fn the_locale_decides_and_anything_else_is_english() {
        assert_eq!(Lang::of_locale("fr_FR.UTF-8"), Lang::Fr);
        assert_eq!(Lang::of_locale("fr-CA"), Lang::Fr);
        assert_eq!(Lang::of_locale("de_DE"), Lang::En);
        assert_eq!(Lang::of_locale("C"), Lang::En);
    }
}
