//! Cutting a text into words, figures and signs.

use super::{
    dates,
    decimal::Decimal,
    inflect,
    language::Language,
    text,
    token::{Form, Number, Sign, Token, Word},
    units::Unit,
};

/// Words that an apostrophe cuts off from the next.
const ELISIONS: &[&str] =
    &["l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"];

/// What follows a figure to make it a rank.
const ORDINAL_ENDINGS: &[&str] = &[
    "er", "re", "ere", "ers", "res", "e", "es", "eme", "emes", "ieme", "iemes", "nd", "nde", "st", "rd", "th",
];

/// The tokens of a prepared text, before words are read as numbers, units or dates.
pub(super) fn scan(prepared: &str, language: Language) -> Vec<Token> {
    let mut scanner = Scanner { chars: prepared.chars().collect(), at: 0, language, out: Vec::new() };
    while scanner.at < scanner.chars.len() {
        scanner.step();
    }
    scanner.out
}

struct Scanner {
    chars: Vec<char>,
    at: usize,
    language: Language,
    out: Vec<Token>,
}

impl Scanner {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn is(&self, ahead: usize, test: impl Fn(char) -> bool) -> bool {
        self.peek(ahead).is_some_and(test)
    }

    /// How many characters from here on pass the test.
    fn run(&self, test: impl Fn(char) -> bool) -> usize {
        self.chars.get(self.at..).unwrap_or_default().iter().take_while(|c| test(**c)).count()
    }

    fn take(&mut self, count: usize) -> String {
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
    fn charge(&mut self, word: &str) {
        let symbol = word.chars().count() <= 5 && word.chars().next().is_some_and(char::is_uppercase);
        if symbol && self.is(0, |c| matches!(c, '+' | '-')) && !self.is(1, char::is_alphanumeric) {
            let sign = if self.is(0, |c| c == '+') { Sign::Plus } else { Sign::Minus };
            self.out.push(Token::Sign(sign));
            self.at += 1;
        }
    }

    fn push_word(&mut self, word: &str, elided: bool) {
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

    /// `.5` for `0.5`.
    fn starts_fraction(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.chars.get(at));
        self.is(0, |c| matches!(c, '.' | ','))
            && self.is(1, |c| c.is_ascii_digit())
            && before.is_none_or(|c| c.is_whitespace())
    }

    fn starts_negative(&self) -> bool {
        let spaced =
            self.at == 0 || self.chars.get(self.at - 1).is_some_and(|c| matches!(c, ' ' | '\n' | '('));
        spaced && self.is(1, |c| c.is_ascii_digit()) && !matches!(self.out.last(), Some(Token::Number(_)))
    }

    fn figure(&mut self, negative: bool) {
        if !negative
            && let Some((date, length)) =
                dates::numeric(self.chars.get(self.at..).unwrap_or_default(), self.language)
        {
            self.at += length;
            self.out.push(Token::Date(date));
            return;
        }
        let start = self.at;
        let digits = self.run(|c| c.is_ascii_digit());
        let mut whole = self.take(digits);
        self.groups(&mut whole);
        let fraction = self.fraction();
        let power = self.power();
        let simple = fraction.is_empty() && power.is_none() && self.at == start + digits;
        let letters: String =
            self.chars.get(self.at..).unwrap_or_default().iter().take_while(|c| c.is_alphabetic()).collect();
        let suffix = text::plain(&letters);
        let length = letters.chars().count();
        let ends = !self.is(length, is_word_char);
        let unit = Unit::named(&suffix).filter(|_| ends || self.is(length, |c| c.is_ascii_digit()));
        let glued = !letters.is_empty() && unit.is_none();
        let ordinal = simple && glued && ends && ORDINAL_ENDINGS.contains(&suffix.as_str());
        if ordinal {
            self.at += length;
        } else if simple && glued && !negative {
            self.at = start;
            let length = self.run(is_word_char);
            let word = self.take(length);
            self.push_word(&word, false);
            self.charge(&word);
            return;
        }
        let mut value = Decimal::new(negative, &whole, &fraction);
        if let Some(power) = power {
            value = if whole == "10" && fraction.is_empty() {
                Decimal::whole(1).shifted(power)
            } else {
                // Any other base is no magnitude; keep it apart from the number without the power.
                self.out.push(Token::cardinal(value));
                Decimal::whole(u64::from(power.unsigned_abs()))
            };
        }
        self.out.push(Token::Number(Number { value, ordinal }));
        if let Some(unit) = unit {
            self.at += length;
            self.out.push(Token::Unit(unit));
        }
    }

    /// `2 000 000`; with dots or commas only where that cannot be a decimal mark.
    fn groups(&mut self, whole: &mut String) {
        if whole.len() > 3 || whole.starts_with('0') {
            return;
        }
        let Some(mark @ (' ' | '.' | ',' | '\'')) = self.peek(0) else { return };
        let group = |s: &Self, n: usize| {
            let at = 4 * n;
            s.is(at, |c| c == mark)
                && (1..=3).all(|i| s.is(at + i, |c| c.is_ascii_digit()))
                && !s.is(at + 4, |c| c.is_ascii_digit())
        };
        let count = (0..6).take_while(|&n| group(self, n)).count();
        let decimal =
            if self.language.has_decimal_comma() { mark != ' ' && mark != '\'' } else { mark == '.' };
        if count == 0 || (decimal && count < 2) {
            return;
        }
        for _ in 0..count {
            self.at += 1;
            let digits = self.take(3);
            whole.push_str(&digits);
        }
    }

    fn fraction(&mut self) -> String {
        if !self.is(0, |c| matches!(c, '.' | ',')) || !self.is(1, |c| c.is_ascii_digit()) {
            return String::new();
        }
        self.at += 1;
        let digits = self.run(|c| c.is_ascii_digit());
        self.take(digits)
    }

    fn power(&mut self) -> Option<i32> {
        if !self.is(0, |c| c == '^') {
            return None;
        }
        let negative = self.is(1, |c| c == '-');
        let skip = if negative { 2 } else { 1 };
        if !self.is(skip, |c| c.is_ascii_digit()) {
            return None;
        }
        self.at += skip;
        let digits = self.run(|c| c.is_ascii_digit());
        let power: i32 = self.take(digits).parse().ok().filter(|p| *p <= 30)?;
        Some(if negative { -power } else { power })
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

fn is_word_char(c: char) -> bool {
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
