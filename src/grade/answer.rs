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
    fn places_are_kept_in_percent() {
        let content = Content::Qrm(choice("+"));
        assert_eq!(Answer::Spots(vec![[12.25, 50.0]]).as_text(&content), "12.2, 50.0");
    }
}
