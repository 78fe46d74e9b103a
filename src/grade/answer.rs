//! What a student answers.

use crate::card::{Choice, Content, Ground};

/// An answer, in the author's order of options and spans.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Ticked options of a QRU, QRM or QRP: indices into [`Choice::options`]. Order and repetition do not matter.
    Options(Vec<usize>),
    /// What was typed for a QROC.
    Typed(String),
    /// What was typed for a list, entry by entry; an entry may itself hold several items ("a, b et c").
    Items(Vec<String>),
    /// A step of a script concordance scale, −2 to +2.
    Scale(i8),
    /// Places on a picture, in percent of its width and height.
    Spots(Vec<[f32; 2]>),
    /// Spans of a text zone: indices into [`Ground::Text`]'s spans.
    Spans(Vec<usize>),
}

impl Answer {
    /// The answer as text, one part a line, which is how the history keeps it: options may be reordered or reworded
    /// later, and an index would then lie. What does not belong to the question is left out.
    #[must_use]
    pub fn as_text(&self, content: &Content) -> String {
        match (self, content) {
            (Self::Options(ticks), Content::Qru(c) | Content::Qrm(c) | Content::Qrp(c)) => {
                option_texts(ticks, c)
            }
            (Self::Spans(ticks), Content::Zone(zone)) => match &zone.ground {
                Ground::Text { spans } => {
                    lines(ticks.iter().filter_map(|&i| spans.get(i)).map(|s| s.text.trim()))
                }
                Ground::Image { .. } => String::new(),
            },
            (Self::Typed(text), _) => text.clone(),
            (Self::Items(items), _) => lines(items.iter().map(String::as_str)),
            (Self::Scale(step), _) => format!("{step:+}"),
            (Self::Spots(spots), _) => {
                let spots: Vec<String> = spots.iter().map(|[x, y]| format!("{x:.1}, {y:.1}")).collect();
                lines(spots.iter().map(String::as_str))
            }
            _ => String::new(),
        }
    }
}

impl Answer {
    /// The answer that [`Answer::as_text`] has written as `text`; `None` when it is not in the words of the question.
    #[must_use]
    pub fn from_text(text: &str, content: &Content) -> Option<Self> {
        match content {
            Content::Qru(c) | Content::Qrm(c) | Content::Qrp(c) => {
                let options: Vec<&str> = c.options.iter().map(|o| o.text.as_str()).collect();
                which(text, &options).map(Self::Options)
            }
            Content::Zone(zone) => match &zone.ground {
                Ground::Text { spans } => {
                    let spans: Vec<&str> = spans.iter().map(|span| span.text.trim()).collect();
                    which(text, &spans).map(Self::Spans)
                }
                Ground::Image { .. } => text.lines().map(spot).collect::<Option<_>>().map(Self::Spots),
            },
            Content::Qroc(_) => Some(Self::Typed(text.to_owned())),
            Content::List(_) => Some(Self::Items(text.lines().map(str::to_owned).collect())),
            Content::Tcs(_) => text.parse().ok().map(Self::Scale),
            _ => None,
        }
    }
}

/// The numbers of the parts that `text` is put together from, line by line; each part once.
fn which(text: &str, parts: &[&str]) -> Option<Vec<usize>> {
    let mut rest = text;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let begins = |number: &usize| {
            let after = rest.strip_prefix(parts[*number]).filter(|_| !parts[*number].is_empty());
            !found.contains(number) && after.is_some_and(|after| after.is_empty() || after.starts_with('\n'))
        };
        // A part may begin as another one, which has more lines.
        let number = (0..parts.len())
            .filter(begins)
            .max_by_key(|number| (parts[*number].len(), std::cmp::Reverse(*number)))?;
        rest = rest.strip_prefix(parts[number])?;
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        found.push(number);
    }
    Some(found)
}

fn spot(line: &str) -> Option<[f32; 2]> {
    let (x, y) = line.split_once(", ")?;
    Some([x.parse().ok()?, y.parse().ok()?])
}

fn option_texts(ticks: &[usize], choice: &Choice) -> String {
    lines(ticks.iter().filter_map(|&i| choice.options.get(i)).map(|o| o.text.as_str()))
}

fn lines<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grade::test_support::choice;

    #[test]
    fn ticks_are_kept_as_the_words_of_the_options() {
        let content = Content::Qrm(choice("++-"));
        assert_eq!(Answer::Options(vec![2, 0, 9]).as_text(&content), "option 2\noption 0");
    }

    #[test]
    fn a_step_of_a_scale_keeps_its_sign() {
        let content = Content::Qrm(choice("+"));
        assert_eq!(Answer::Scale(1).as_text(&content), "+1");
        assert_eq!(Answer::Scale(-2).as_text(&content), "-2");
    }

    #[test]
    fn what_was_kept_as_text_reads_as_it_was() {
        let content = Content::Qrm(choice("++-+"));
        for ticks in [vec![], vec![2], vec![0, 1, 3], vec![3, 0]] {
            let text = Answer::Options(ticks.clone()).as_text(&content);
            assert_eq!(Answer::from_text(&text, &content), Some(Answer::Options(ticks)));
        }
        assert_eq!(Answer::from_text("option 7", &content), None, "reworded since");
        assert_eq!(Answer::from_text("option 1\noption 1", &content), None);
    }

    #[test]
    fn places_are_kept_in_percent() {
        let content = Content::Qrm(choice("+"));
        assert_eq!(Answer::Spots(vec![[12.25, 50.0]]).as_text(&content), "12.2, 50.0");
    }
}
