//! Cutting a text into words, figures and signs.

use super::{
    inflect,
    language::Language,
    text,
    token::{Form, Sign, Token, Word},
    units::Unit,
};

/// Words that an apostrophe cuts off from the next.
const ELISIONS: &[&str] =
    &["l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"];

/// The tokens of a prepared text, before words are read as numbers, units or dates.
pub(super) fn scan(prepared: &str, language: Language) -> Vec<Token> {
    let mut scanner = Scanner { chars: prepared.chars().collect(), at: 0, language, out: Vec::new() };
    while scanner.at < scanner.chars.len() {
        scanner.step();
    }
    scanner.out
}

/// A text while it is being cut.
pub(super) struct Scanner {
    pub(super) chars: Vec<char>,
    pub(super) at: usize,
    pub(super) language: Language,
    pub(super) out: Vec<Token>,
}

impl Scanner {
    pub(super) fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    pub(super) fn is(&self, ahead: usize, test: impl Fn(char) -> bool) -> bool {
        self.peek(ahead).is_some_and(test)
    }

    /// How many characters from here on pass the test.
    pub(super) fn run(&self, test: impl Fn(char) -> bool) -> usize {
        self.chars.get(self.at..).unwrap_or_default().iter().take_while(|c| test(**c)).count()
    }

    pub(super) fn take(&mut self, count: usize) -> String {
        let end = (self.at + count).min(self.chars.len());
        let text = self.chars.get(self.at..end).unwrap_or_default().iter().collect();
        self.at = end;
        text
    }

    fn step(&mut self) {
        let Some(c) = self.peek(0) else { return };
        if self.dotted() {
            return;
        }
        if c.is_ascii_digit() || self.starts_fraction() {
            self.figure(false);
        } else if is_word_char(c) {
            self.word();
        } else if c == '-' && self.starts_negative() {
            self.at += 1;
            self.figure(true);
        } else {
            self.mark(c);
        }
    }

    /// Single letters with dots between them are one word: `O.N.D.A.M.`, `T.2.A`.
    fn dotted(&mut self) -> bool {
        let mut letters = String::new();
        let mut ahead = 0;
        while self.is(ahead, char::is_alphanumeric) && !self.is(ahead + 1, char::is_alphanumeric) {
            letters.extend(self.peek(ahead));
            ahead += 1;
            if !self.is(ahead, |c| c == '.') || !self.is(ahead + 1, char::is_alphanumeric) {
                break;
            }
            ahead += 1;
        }
        let count = letters.chars().count();
        if count < 2 || 2 * count - 1 != ahead || !letters.chars().any(char::is_alphabetic) {
            return false;
        }
        self.at += ahead;
        if self.is(0, |c| c == '.') {
            self.at += 1;
        }
        self.push_word(&letters, false);
        true
    }

    fn word(&mut self) {
        let length = self.run(is_word_char);
        let word = self.take(length);
        let before_apostrophe = self.is(0, |c| c == '\'') && self.is(1, is_word_char);
        let plain = text::plain(&word);
        if self.language == Language::English && before_apostrophe && self.english_ending(&word, &plain) {
            return;
        }
        let elided = before_apostrophe && ELISIONS.contains(&plain.as_str());
        self.push_word(&word, elided);
        self.charge(&word);
    }

    /// `Crohn's` is `Crohn`, `doesn't` is `does not`.
    fn english_ending(&mut self, word: &str, plain: &str) -> bool {
        let ends = |s: &Self, ahead: usize| !s.is(ahead, is_word_char);
        if self.is(1, |c| matches!(c, 's' | 'S')) && ends(self, 2) && plain != "it" {
            self.push_word(word, false);
            self.at += 2;
            return true;
        }
        if plain.ends_with('n') && self.is(1, |c| matches!(c, 't' | 'T')) && ends(self, 2) {
            self.push_word("not", false);
            self.at += 2;
            return true;
        }
        false
    }

    /// The charge of an ion or the like: `Na+`, `Ca2+`, `Cl-`.
    pub(super) fn charge(&mut self, word: &str) {
        let plus = self.is(0, |c| c == '+');
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        // In small letters a dash may as well be a hyphen: "pré- et post-".
        let longest = match (capital, plus) {
            (true, _) => 5,
            (false, true) => 4,
            (false, false) => 2,
        };
        let symbol = word.chars().count() <= longest && (plus || self.is(0, |c| c == '-'));
        if symbol && !self.is(1, char::is_alphanumeric) {
            let sign = if plus { Sign::Plus } else { Sign::Minus };
            self.out.push(Token::Sign(sign));
            self.at += 1;
        }
    }

    pub(super) fn push_word(&mut self, word: &str, elided: bool) {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let small = word.chars().filter(|c| c.is_lowercase()).count();
        let (plain, accented) = (text::plain(word), text::lower(word));
        let plain = greek(&plain).map_or(plain.clone(), |name| plain.replacen(name.0, name.1, 1));
        let form = if elided {
            Form::Elided
        } else if capitals > 1 && small == 1 && word.ends_with('s') {
            Form::CapitalsAndS
        } else if capitals > 1 && capitals >= small {
            Form::Capitals
        } else if word.chars().count() == 1 && capitals == 1 && plain == accented {
            Form::Letter
        } else {
            Form::Plain
        };
        if plain.is_empty() {
            return;
        }
        let stem = if matches!(form, Form::Capitals | Form::CapitalsAndS) {
            plain.clone()
        } else {
            inflect::stem(&plain, self.language)
        };
        self.out.push(Token::Word(Word { plain, accented, stem, form, light: false }));
    }

    fn mark(&mut self, c: char) {
        self.at += 1;
        let equal = self.is(0, |c| c == '=');
        let token = match c {
            '%' => Unit::named("%").map(Token::Unit),
            '‰' => Unit::named("‰").map(Token::Unit),
            '€' => Unit::named("euro").map(Token::Unit),
            '$' => Unit::named("dollar").map(Token::Unit),
            '°' if self.is(0, |c| matches!(c, 'C' | 'c')) && !self.is(1, is_word_char) => {
                self.at += 1;
                Unit::named("celsius").map(Token::Unit)
            }
            '°' => Unit::named("degre").map(Token::Unit),
            '<' if equal => Some(Token::Sign(Sign::AtMost)),
            '>' if equal => Some(Token::Sign(Sign::AtLeast)),
            '<' => Some(Token::Sign(Sign::Less)),
            '>' => Some(Token::Sign(Sign::Greater)),
            '≤' | '⩽' => Some(Token::Sign(Sign::AtMost)),
            '≥' | '⩾' => Some(Token::Sign(Sign::AtLeast)),
            // The fraction slash is what NFKC makes of ½.
            '/' | '⁄' => Some(Token::Break('/')),
            ',' | ';' | '\n' | '+' | '&' => Some(Token::Break(c)),
            _ => None,
        };
        if equal && matches!(c, '<' | '>') {
            self.at += 1;
        }
        self.out.extend(token);
    }
}

pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// The name of a Greek letter that stands for one at the start of a word: β-bloquant, TNFα keeps its own.
fn greek(plain: &str) -> Option<(char, &'static str)> {
    let first = plain.chars().next()?;
    let name = match first {
        'α' => "alpha",
        'β' => "beta",
        'γ' => "gamma",
        'δ' => "delta",
        'ε' => "epsilon",
        'κ' => "kappa",
        'λ' => "lambda",
        'σ' => "sigma",
        'ω' => "omega",
        _ => return None,
    };
    let latin = plain.chars().skip(1).all(|c| c.is_ascii());
    latin.then_some((first, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        scan(&text::prepare(text), Language::French).iter().map(Token::key).collect()
    }

    #[test]
    fn dots_between_single_letters_vanish() {
        assert_eq!(keys("O.N.D.A.M."), ["ondam"]);
        assert_eq!(keys("A.T.-M.P. et T.2.A"), ["at", "mp", "et", "t2a"]);
        assert_eq!(keys("l'art. L.162 a b."), ["l", "art", "l", "162", "a", "b"]);
    }

    #[test]
    fn figures_are_read_with_groups_and_decimals() {
        assert_eq!(keys("2 000 000"), ["2000000"]);
        assert_eq!(keys("2\u{202f}000"), ["2000"]);
        assert_eq!(keys("2.000.000"), ["2000000"]);
        assert_eq!(keys("0,5 0.50 007"), ["0.5", "0.5", "7"]);
        assert_eq!(keys("1945 1967 2004"), ["1945", "1967", "2004"]);
        assert_eq!(keys("-2 à 2018-2022"), ["-2", "a", "2018", "2022"]);
        assert_eq!(keys("10⁹ 10⁻³"), ["1000000000", "0.001"]);
    }

    #[test]
    fn a_figure_with_letters_is_a_rank_a_measure_or_a_name() {
        assert_eq!(
            keys("1er 2e 3ème 5ans 75% 12h30 T2A H1N1 3D"),
            ["1e", "2e", "3e", "5", "an", "75", "%", "12", "h", "30", "t2a", "h1n1", "3d"]
        );
    }

    #[test]
    fn an_apostrophe_cuts_the_elided_word_off() {
        assert_eq!(keys("l'État d’une qu'il jusqu'à"), ["l", "etat", "d", "une", "qu", "il", "jusqu", "a"]);
    }

    #[test]
    fn ions_keep_their_charge() {
        assert_eq!(keys("Na+ et Cl-"), ["na", "Plus", "et", "cl", "Minus"]);
        assert_eq!(keys("A+B"), ["a", "", "b"]);
    }

    #[test]
    fn greek_letters_are_written_out() {
        assert_eq!(keys("β-bloquants βhCG"), ["beta", "bloquants", "betahcg"]);
    }
}
