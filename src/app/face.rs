//! What of a card is shown before and after the answer, as Markdown. Shared by the screens and the plain mode.

use crate::card::{Card, Cloze, Content, PartKey, Segment};

/// Stands before what is asked or answered in a cloze; a private-use character, taken out of every text of a deck.
pub const BLANK_BEGIN: char = '\u{e000}';
/// Stands after it.
pub const BLANK_END: char = '\u{e001}';

/// `text` between the marks of a blank.
#[must_use]
pub fn mark_blank(text: &str) -> String {
    format!("{BLANK_BEGIN}{}{BLANK_END}", without_marks(text))
}

/// `text` without the marks.
#[must_use]
pub fn without_marks(text: &str) -> String {
    text.replace([BLANK_BEGIN, BLANK_END], "")
}

/// The prompt of one part of a card.
#[must_use]
pub fn question(card: &Card, part: Option<&PartKey>) -> String {
    match &card.content {
        Content::Cloze(cloze) => part.map_or_else(|| cloze.revealed(), |part| hide(cloze, part)),
        Content::Qa(qa) if part.is_some() => without_marks(&qa.answer),
        content => without_marks(&content.prompt()),
    }
}

/// The answer of one part of a card that the student grades; for a cloze the text with its blanks filled, for a mask what was
/// under it (nothing where only the picture says it).
/// `None` for the kinds whose answer is marked by the program.
#[must_use]
pub fn answer(card: &Card, part: Option<&PartKey>) -> Option<String> {
    match &card.content {
        Content::Cloze(cloze) => Some(part.map_or_else(|| cloze.revealed(), |part| fill(cloze, part))),
        Content::Qa(qa) if part.is_some() => Some(without_marks(&qa.question)),
        Content::Qa(qa) => Some(without_marks(&qa.answer)),
        Content::Mask(mask) => {
            let names: Vec<String> = mask.names().into_iter().map(|name| without_marks(name)).collect();
            Some(names.join(" · "))
        }
        _ => None,
    }
}

fn hide(cloze: &Cloze, part: &PartKey) -> String {
    walk(&cloze.segments, part, &|_, hint| {
        // Without the ellipsis a hint reads as a word of the sentence.
        mark_blank(&hint.map_or_else(|| "[…]".to_owned(), |hint| format!("[…\u{a0}: {hint}]")))
    })
}

fn fill(cloze: &Cloze, part: &PartKey) -> String {
    walk(&cloze.segments, part, &|body, _| mark_blank(&body))
}

fn walk(segments: &[Segment], asked: &PartKey, show: &dyn Fn(String, Option<&str>) -> String) -> String {
    segments
        .iter()
        .map(|segment| match segment {
            Segment::Shown(text) => without_marks(text),
            Segment::Blank { part, body, hint } if part == asked => {
                let body: String = walk(body, asked, &|body, _| body);
                show(body, hint.as_deref())
            }
            Segment::Blank { body, .. } => walk(body, asked, show),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cloze(source: &str) -> Cloze {
        Cloze::parse(source).expect("valid")
    }

    #[test]
    fn only_the_asked_blank_is_hidden() {
        let cloze = cloze("La {{COG}} lie l'État et {{la Cnam::caisse}}.");
        let parts = cloze.parts();
        assert_eq!(without_marks(&hide(&cloze, &parts[0])), "La […] lie l'État et la Cnam.");
        assert_eq!(without_marks(&hide(&cloze, &parts[1])), "La COG lie l'État et […\u{a0}: caisse].");
        assert_eq!(fill(&cloze, &parts[0]), format!("La {} lie l'État et la Cnam.", mark_blank("COG")));
    }

    #[test]
    fn blanks_of_one_group_are_hidden_together() {
        let cloze = cloze("{{c1::a}} {{c2::b}} {{c1::c}}");
        assert_eq!(without_marks(&hide(&cloze, &PartKey::group(1))), "[…] b […]");
    }

    #[test]
    fn an_inner_blank_is_asked_within_the_shown_outer_one() {
        let cloze = cloze("{{c1::a {{c2::b}} c}}");
        assert_eq!(without_marks(&hide(&cloze, &PartKey::group(2))), "a […] c");
        assert_eq!(without_marks(&hide(&cloze, &PartKey::group(1))), "[…]");
    }
}
