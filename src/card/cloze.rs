//! Texts with blanks.
//!
//! `{{…}}` hides, `{{…::hint}}` gives a hint, `{{c1::…}}` and `{{c1::…::hint}}` are Anki's numbered groups:
//! all blanks of one number are hidden together and share one schedule. Only `c` and a number groups, so
//! `{{cœur::organe}}` is a blank with a hint. Blanks may be nested. `\{{` is a plain `{{`.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{PartKey, Text};

/// A text with blanks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cloze {
    /// The text in order.
    pub segments: Vec<Segment>,
}

/// A piece of a cloze.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Segment {
    /// Always shown.
    Shown(Text),
    /// Hidden while its part is asked.
    Blank {
        /// The schedule that hides it.
        part: PartKey,
        /// What is hidden; may hold further blanks.
        body: Vec<Segment>,
        /// Shown in place of what is hidden.
        hint: Option<Text>,
    },
}

/// What is wrong with a cloze; the numbers are byte offsets in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClozeError {
    /// Nothing is hidden.
    #[error("nothing is hidden: put {{{{…}}}} around what is to be recalled")]
    NoBlank,
    /// A `{{` without its `}}`.
    #[error("this {{{{ is never closed by }}}}")]
    Open(usize),
    /// A blank with nothing in it.
    #[error("this blank is empty")]
    Empty(usize),
    /// Blanks within blanks deeper than [`Cloze::DEEPEST`].
    #[error("blanks are nested too deeply")]
    Deep(usize),
}

impl Cloze {
    /// How many blanks may stand within one another.
    pub const DEEPEST: usize = 8;

    /// Reads the marks of `source`.
    ///
    /// # Errors
    /// When nothing is hidden, a blank is empty, is not closed, or is nested deeper than [`Self::DEEPEST`].
    pub fn parse(source: &str) -> Result<Self, ClozeError> {
        let mut parser = Parser { source, at: 0, seen: HashMap::new() };
        let segments = parser.segments(0)?.0;
        if !segments.iter().any(|s| matches!(s, Segment::Blank { .. })) {
            return Err(ClozeError::NoBlank);
        }
        Ok(Self { segments })
    }

    /// The schedules in the order of their first blank.
    #[must_use]
    pub fn parts(&self) -> Vec<PartKey> {
        fn walk(segments: &[Segment], out: &mut Vec<PartKey>) {
            for segment in segments {
                if let Segment::Blank { part, body, .. } = segment {
                    if !out.contains(part) {
                        out.push(part.clone());
                    }
                    walk(body, out);
                }
            }
        }
        let mut out = Vec::new();
        walk(&self.segments, &mut out);
        out
    }

    /// The text with nothing hidden.
    #[must_use]
    pub fn revealed(&self) -> String {
        reveal(&self.segments)
    }

    /// What `part` hides, blank by blank.
    #[must_use]
    pub fn hidden(&self, part: &PartKey) -> Vec<String> {
        fn walk(segments: &[Segment], wanted: &PartKey, out: &mut Vec<String>) {
            for segment in segments {
                if let Segment::Blank { part, body, .. } = segment {
                    if part == wanted {
                        out.push(reveal(body));
                    } else {
                        walk(body, wanted, out);
                    }
                }
            }
        }
        let mut out = Vec::new();
        walk(&self.segments, part, &mut out);
        out
    }

    /// The text as it was written, marks included.
    #[must_use]
    pub fn source(&self) -> String {
        fn walk(segments: &[Segment], out: &mut String) {
            for segment in segments {
                match segment {
                    Segment::Shown(text) => out.push_str(&text.replace("{{", "\\{{")),
                    Segment::Blank { part, body, hint } => {
                        out.push_str("{{");
                        if !part.as_str().starts_with('~') {
                            out.push_str(part.as_str());
                            out.push_str("::");
                        }
                        walk(body, out);
                        if let Some(hint) = hint {
                            out.push_str("::");
                            out.push_str(hint);
                        }
                        out.push_str("}}");
                    }
                }
            }
        }
        let mut out = String::new();
        walk(&self.segments, &mut out);
        out
    }
}

fn reveal(segments: &[Segment]) -> String {
    segments
        .iter()
        .map(|segment| match segment {
            Segment::Shown(text) => text.to_string(),
            Segment::Blank { body, .. } => reveal(body),
        })
        .collect()
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    /// How often each hidden text was met: equal blanks are told apart by their occurrence.
    seen: HashMap<String, u32>,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    /// Reads up to the end, or within a blank up to its `}}`, which is left in place.
    /// Also returns the hint when a `::` ended the text.
    fn segments(&mut self, depth: usize) -> Result<(Vec<Segment>, Option<Text>), ClozeError> {
        let mut segments = Vec::new();
        let mut shown = String::new();
        let mut hint: Option<String> = None;
        while let Some(c) = self.rest().chars().next() {
            let rest = self.rest();
            if rest.starts_with("\\{{") {
                hint.as_mut().unwrap_or(&mut shown).push_str("{{");
                self.at += 3;
            } else if rest.starts_with("{{") && hint.is_none() {
                if !shown.is_empty() {
                    segments.push(Segment::Shown(Text::clean(&std::mem::take(&mut shown))));
                }
                segments.push(self.blank(depth)?);
            } else if depth > 0 && rest.starts_with("}}") {
                break;
            } else if depth > 0 && hint.is_none() && rest.starts_with("::") {
                hint = Some(String::new());
                self.at += 2;
            } else {
                hint.as_mut().unwrap_or(&mut shown).push(c);
                self.at += c.len_utf8();
            }
        }
        if !shown.is_empty() {
            segments.push(Segment::Shown(Text::clean(&shown)));
        }
        Ok((segments, hint.map(|h| Text::clean(h.trim())).filter(|h| !h.is_empty())))
    }

    fn blank(&mut self, depth: usize) -> Result<Segment, ClozeError> {
        let start = self.at;
        if depth >= Cloze::DEEPEST {
            return Err(ClozeError::Deep(start));
        }
        self.at += 2;
        let group = self.group();
        let (body, hint) = self.segments(depth + 1)?;
        if !self.rest().starts_with("}}") {
            return Err(ClozeError::Open(start));
        }
        self.at += 2;
        let hidden = reveal(&body);
        if hidden.trim().is_empty() {
            return Err(ClozeError::Empty(start));
        }
        let part = if let Some(number) = group {
            PartKey::group(number)
        } else {
            let occurrence = self.seen.entry(hidden.trim().to_owned()).or_insert(0);
            *occurrence += 1;
            PartKey::blank(&hidden, *occurrence)
        };
        Ok(Segment::Blank { part, body, hint })
    }

    /// Takes `c1::` and gives 1; leaves anything else in place.
    fn group(&mut self) -> Option<u32> {
        let rest = self.rest();
        let (head, _) = rest.split_once("::")?;
        let number = head.strip_prefix('c')?;
        if number.is_empty() || number.len() > 4 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number = number.parse().ok()?;
        self.at += head.len() + 2;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(source: &str) -> Vec<String> {
        Cloze::parse(source).expect(source).parts().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_unnumbered_blank_is_its_own_part() {
        let cloze =
            Cloze::parse("La COG est signée entre {{l'État}} et {{la Cnam::caisse}}.").expect("valid");
        assert_eq!(cloze.parts().len(), 2);
        assert_eq!(cloze.revealed(), "La COG est signée entre l'État et la Cnam.");
        assert_eq!(cloze.hidden(&cloze.parts()[1]), ["la Cnam"]);
    }

    #[test]
    fn moving_a_blank_keeps_its_part() {
        assert_eq!(parts("{{a1}} puis {{b2}}")[1], parts("{{b2}} puis {{a1}}")[0]);
    }

    #[test]
    fn equal_blanks_are_told_apart_by_their_occurrence() {
        let both = parts("{{x}} et {{x}}");
        assert_ne!(both[0], both[1]);
        assert_eq!(both[0], parts("{{x}}")[0]);
    }

    #[test]
    fn only_c_and_a_number_groups() {
        assert_eq!(parts("{{c1::a}} {{c2::b}} {{c1::c}}"), ["c1", "c2"]);
        let heart = Cloze::parse("Le {{cœur::organe}} bat.").expect("valid");
        assert!(matches!(&heart.segments[1], Segment::Blank { hint: Some(h), .. } if h.as_str() == "organe"));
        let c = Cloze::parse("{{c::x}}").expect("valid");
        assert_eq!(c.revealed(), "c");
    }

    #[test]
    fn an_escaped_mark_is_plain_text() {
        let cloze = Cloze::parse(r"\{{a}} {{b}}").expect("valid");
        assert_eq!(cloze.revealed(), "{{a}} b");
    }

    #[test]
    fn blanks_may_be_nested() {
        let cloze = Cloze::parse("{{c1::a {{c2::b}} c}}").expect("valid");
        assert_eq!(cloze.parts().iter().map(PartKey::as_str).collect::<Vec<_>>(), ["c1", "c2"]);
        assert_eq!(cloze.hidden(&PartKey::group(1)), ["a b c"]);
        assert_eq!(cloze.hidden(&PartKey::group(2)), ["b"]);
    }

    #[test]
    fn mistakes_say_where() {
        assert_eq!(Cloze::parse("rien"), Err(ClozeError::NoBlank));
        assert_eq!(Cloze::parse("a {{b"), Err(ClozeError::Open(2)));
        assert_eq!(Cloze::parse("a {{}} b"), Err(ClozeError::Empty(2)));
        assert_eq!(Cloze::parse("a {{::indice}}"), Err(ClozeError::Empty(2)));
        assert_eq!(Cloze::parse(&"{{".repeat(50)), Err(ClozeError::Deep(16)));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_parser(source in r"(\{\{|\}\}|::|c[0-9]|\\|é|[a-z ]){0,40}") {
            if let Ok(cloze) = Cloze::parse(&source) {
                prop_assert!(!cloze.parts().is_empty());
                for part in cloze.parts() {
                    prop_assert!(!cloze.hidden(&part).is_empty());
                }
            }
        }

        #[test]
        fn what_is_written_again_reads_the_same(source in r"(\{\{|\}\}|::|c[0-9]::|é|[a-z ]){0,40}") {
            if let Ok(cloze) = Cloze::parse(&source) {
                let again = Cloze::parse(&cloze.source());
                prop_assert_eq!(again.map(|c| c.parts()), Ok(cloze.parts()));
            }
        }
    }
}
