//! The words of the plain mode: one for each action of the screens.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::{i18n::Lang, memory::Rating};

/// An action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Which words there are.
    Help,
    /// What was last asked or told, again.
    Repeat,
    /// The author's hint.
    Hint,
    /// No option at all.
    Nothing,
    /// The student does not know.
    GiveUp,
    /// The last answer or action is taken back.
    Undo,
    /// The student's own note.
    Note,
    /// The card is put aside.
    Suspend,
    /// The card comes tomorrow.
    Bury,
    /// The next flag.
    Flag,
    /// The card in the editor.
    Edit,
    /// The time spent.
    Time,
    /// How far the session is.
    Progress,
    /// What is wrong with the decks.
    Problems,
    /// Why the answer was wrong.
    Reason,
    /// A miss elsewhere.
    Mistake,
    /// The error notebook.
    Notebook,
    /// A few marked questions.
    Flash,
    /// What was missed, again.
    Missed,
    /// Cases, KFP, TCS and articles.
    Cases,
    /// The article that the questions are about.
    Article,
    /// Cards that are not due yet.
    Ahead,
    /// New cards beyond the day's limit.
    MoreNew,
    /// The lists of Home.
    Decks,
    /// The same by objective.
    Objectives,
    /// The same by rank.
    Ranks,
    /// How the objectives of the programme stand.
    Programme,
    /// Back to Home.
    Home,
    /// The end.
    Quit,
}

/// How a word is written. All spellings are understood whatever the language of the interface; the first of its language
/// is the one that is said.
struct Spelling {
    word: Word,
    /// The message that says what it does is `plain-word-` and this.
    name: &'static str,
    fr: &'static [&'static str],
    en: &'static [&'static str],
    /// A single character; only where no answer can be one.
    short: Option<&'static str>,
}

const fn spelling(
    word: Word,
    name: &'static str,
    fr: &'static [&'static str],
    en: &'static [&'static str],
    short: Option<&'static str>,
) -> Spelling {
    Spelling { word, name, fr, en, short }
}

const TABLE: &[Spelling] = &[
    spelling(Word::Help, "help", &["aide"], &["help"], Some("?")),
    spelling(Word::Repeat, "repeat", &["répéter", "relire"], &["repeat"], Some("r")),
    spelling(Word::Hint, "hint", &["indice"], &["hint"], Some("h")),
    spelling(Word::Nothing, "nothing", &["aucune", "aucun", "rien"], &["none", "nothing"], Some("0")),
    spelling(
        Word::GiveUp,
        "give-up",
        &["nsp", "je ne sais pas", "sais pas"],
        &["idk", "i don't know", "don't know"],
        Some("-"),
    ),
    spelling(Word::Undo, "undo", &["annuler"], &["undo"], Some("u")),
    spelling(Word::Note, "note", &["note"], &["note"], Some("n")),
    spelling(Word::Suspend, "suspend", &["suspendre"], &["suspend"], Some("s")),
    spelling(Word::Bury, "bury", &["reporter", "demain"], &["later", "bury", "tomorrow"], Some("b")),
    spelling(Word::Flag, "flag", &["drapeau"], &["flag"], Some("f")),
    spelling(Word::Edit, "edit", &["modifier", "éditer"], &["edit"], Some("e")),
    spelling(Word::Time, "time", &["temps"], &["time"], Some("t")),
    spelling(Word::Progress, "progress", &["progression"], &["progress", "score"], Some("p")),
    spelling(Word::Problems, "problems", &["problèmes"], &["problems"], None),
    spelling(Word::Reason, "reason", &["raison", "motif"], &["reason", "why"], None),
    spelling(Word::Mistake, "mistake", &["erreur"], &["mistake"], Some("+")),
    spelling(Word::Notebook, "notebook", &["carnet"], &["notebook"], None),
    spelling(Word::Flash, "flash", &["flash"], &["flash"], None),
    spelling(Word::Missed, "missed", &["manquées", "ratées"], &["missed"], Some("m")),
    spelling(Word::MoreNew, "more", &["encore", "plus"], &["more"], None),
    spelling(Word::Ahead, "ahead", &["avance", "en avance"], &["ahead"], Some("a")),
    spelling(Word::Decks, "decks", &["paquets"], &["decks"], None),
    spelling(Word::Objectives, "objectives", &["objectifs"], &["objectives"], None),
    spelling(Word::Cases, "cases", &["dossiers"], &["cases"], None),
    spelling(Word::Article, "article", &["texte", "vignette"], &["text", "vignette"], None),
    spelling(Word::Ranks, "ranks", &["rangs"], &["ranks"], None),
    spelling(Word::Programme, "programme", &["programme"], &["programme"], Some("o")),
    spelling(Word::Home, "home", &["accueil"], &["home"], None),
    spelling(Word::Quit, "quit", &["quitter", "fin"], &["quit", "exit", "leave"], Some("q")),
];

impl Word {
    fn spelling(self) -> Option<&'static Spelling> {
        TABLE.iter().find(|spelling| spelling.word == self)
    }

    /// The spelling that is said, and the short one.
    pub(super) fn names(self, lang: Lang) -> (&'static str, Option<&'static str>) {
        let spellings = |spelling: &Spelling| match lang {
            Lang::Fr => spelling.fr,
            Lang::En => spelling.en,
        };
        let found = self.spelling();
        (
            found.and_then(|s| spellings(s).first().copied()).unwrap_or_default(),
            found.and_then(|spelling| spelling.short),
        )
    }

    /// The id of the message that says what it does.
    pub(super) fn message(self) -> String {
        format!("plain-word-{}", self.spelling().map_or("", |spelling| spelling.name))
    }

    /// The word that a line is, or begins with where something follows it (`note my text`), and what follows. Of the
    /// single characters, those that `short` takes. `/` before the word, which makes it one anywhere, is left to the
    /// caller.
    pub(super) fn read(line: &str, short: fn(&str) -> bool) -> Option<(Self, &str)> {
        let line = line.trim();
        let (whole, as_typed) = (folded(line), line.to_lowercase());
        let is = |spelling: &&Spelling| {
            let mut names = spelling.fr.iter().chain(spelling.en);
            names.any(|name| folded(name) == whole)
                || spelling.short.is_some_and(|name| name == as_typed && short(name))
        };
        if let Some(spelling) = TABLE.iter().find(is) {
            return Some((spelling.word, ""));
        }
        let (first, rest) = line.split_once(' ')?;
        let (word, _) = Self::read(first, |_| false)?;
        let takes_more =
            [Self::Note, Self::Ahead, Self::Reason, Self::Mistake, Self::Programme].contains(&word);
        takes_more.then_some((word, rest.trim()))
    }
}

/// The rating that a line names: by number (also by the unshifted keys of a French keyboard) or by a word of either
/// language.
pub(super) fn rating(line: &str) -> Option<Rating> {
    let line = line.trim();
    if line == "é" {
        return Some(Rating::Hard);
    }
    match folded(line).as_str() {
        "1" | "&" | "again" | "a revoir" | "revoir" | "oublie" => Some(Rating::Again),
        "2" | "hard" | "difficile" => Some(Rating::Hard),
        "3" | "\"" | "good" | "correct" | "bien" => Some(Rating::Good),
        "4" | "'" | "easy" | "facile" => Some(Rating::Easy),
        _ => None,
    }
}

/// What an almost right answer is worth, in half points.
pub(super) fn halves(line: &str) -> Option<u8> {
    match folded(line.trim()).as_str() {
        "0" | "faux" | "wrong" => Some(0),
        "0,5" | "0.5" | "5" | ",5" | ".5" | "1/2" | "½" | "moitie" | "demi" | "half" => Some(1),
        "1" | "juste" | "right" => Some(2),
        _ => None,
    }
}

/// A step of a scale: its number from 1 to 5, or the step itself with its sign.
pub(super) fn step(line: &str) -> Option<i8> {
    let line = line.trim().replace('−', "-");
    match line.as_str() {
        "-2" | "1" => Some(-2),
        "-1" | "2" => Some(-1),
        "0" | "3" => Some(0),
        "+1" | "4" => Some(1),
        "+2" | "5" => Some(2),
        _ => None,
    }
}

/// Whether an almost right item counts.
pub(super) fn counts(line: &str) -> Option<bool> {
    match folded(line.trim()).as_str() {
        "1" | "oui" | "o" | "yes" | "y" | "juste" | "right" => Some(true),
        "0" | "non" | "no" | "faux" | "wrong" => Some(false),
        _ => None,
    }
}

/// The lines of the ticked options, from 0: letters, with or without something between them, or numbers. `None` when a
/// letter stands for no option.
pub(super) fn options(line: &str, count: usize) -> Option<Vec<usize>> {
    let mut chosen = Vec::new();
    for piece in line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '+' | '/' | '-')) {
        if let Ok(number) = piece.parse::<usize>() {
            chosen.push(number.checked_sub(1).filter(|line| *line < count)?);
            continue;
        }
        for c in piece.chars() {
            let c = c.to_ascii_lowercase();
            let line = c.is_ascii_lowercase().then(|| usize::from(c as u8 - b'a'))?;
            chosen.push(Some(line).filter(|line| *line < count)?);
        }
    }
    (!chosen.is_empty()).then_some(chosen)
}

/// Lower case, without accents, with plain apostrophes.
fn folded(text: &str) -> String {
    let text = text.replace('’', "'");
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::i18n::Messages;

    fn none(_: &str) -> bool {
        false
    }

    fn any(_: &str) -> bool {
        true
    }

    #[test]
    fn a_word_is_understood_in_both_languages_with_or_without_its_accents() {
        for line in ["répéter", "REPETER", "relire", "repeat", " Repeat "] {
            assert_eq!(Word::read(line, none), Some((Word::Repeat, "")), "{line}");
        }
        assert_eq!(Word::read("Je ne sais pas", none), Some((Word::GiveUp, "")));
        assert_eq!(Word::read("I don’t know", none), Some((Word::GiveUp, "")));
    }

    #[test]
    fn a_note_may_follow_its_word_and_nothing_else_may() {
        assert_eq!(Word::read("note  voir la fiche 78", none), Some((Word::Note, "voir la fiche 78")));
        assert_eq!(Word::read("avance 2", none), Some((Word::Ahead, "2")));
        assert_eq!(Word::read("aide médicale d'État", none), None, "an answer");
    }

    #[test]
    fn a_single_character_is_a_word_only_where_it_may_be() {
        assert_eq!(Word::read("q", any), Some((Word::Quit, "")));
        assert_eq!(Word::read("q", none), None);
        assert_eq!(Word::read("é", any), None, "a rating");
    }

    #[test]
    fn no_spelling_means_two_words() {
        let mut seen = HashMap::new();
        for spelling in TABLE {
            for name in spelling.fr.iter().chain(spelling.en).chain(&spelling.short) {
                let other = seen.insert(folded(name), spelling.word);
                assert!(other.is_none_or(|other| other == spelling.word), "{name}");
            }
        }
    }

    #[test]
    fn no_word_can_be_taken_for_the_letters_of_five_options() {
        for spelling in TABLE {
            for name in spelling.fr.iter().chain(spelling.en).filter(|name| name.len() > 1) {
                assert_eq!(options(name, 5), None, "{name}");
            }
        }
    }

    #[test]
    fn every_word_is_explained_in_both_languages() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for spelling in TABLE {
                assert!(messages.has(&spelling.word.message()), "{lang}: {}", spelling.name);
                assert!(!spelling.word.names(lang).0.is_empty());
            }
        }
    }

    #[test]
    fn a_rating_is_a_number_or_a_word() {
        for (line, number) in [
            ("1", 1),
            ("à revoir", 1),
            ("HARD", 2),
            ("é", 2),
            ("correct", 3),
            ("\"", 3),
            ("facile", 4),
            ("4", 4),
        ] {
            assert_eq!(rating(line).map(Rating::number), Some(number), "{line}");
        }
        for line in ["0", "5", "", "oui", "e"] {
            assert_eq!(rating(line), None, "{line}");
        }
    }

    #[test]
    fn options_are_letters_or_numbers_however_they_are_written() {
        for line in ["a c", "ac", "A, C", "1 3", "a;c", "A.C."] {
            assert_eq!(options(line, 5), Some(vec![0, 2]), "{line}");
        }
        for line in ["f", "6", "0", "a f", "", "é", "13"] {
            assert_eq!(options(line, 5), None, "{line}");
        }
    }

    #[test]
    fn a_step_is_its_number_or_itself_with_its_sign() {
        for (line, expected) in [("1", -2), ("-1", -1), ("−1", -1), ("0", 0), ("4", 1), (" +2 ", 2)] {
            assert_eq!(step(line), Some(expected), "{line}");
        }
        for line in ["", "6", "-3", "+0", "deux"] {
            assert_eq!(step(line), None, "{line}");
        }
    }

    #[test]
    fn half_a_point_is_written_in_many_ways() {
        for line in ["0,5", "0.5", "half", "moitié", "½"] {
            assert_eq!(halves(line), Some(1), "{line}");
        }
        assert_eq!((halves("0"), halves("1"), halves("2")), (Some(0), Some(2), None));
    }
}
