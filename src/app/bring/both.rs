//! A card that came before, and may have been changed there, here, or on both sides.

use crate::{
    card::{Card, Meta, Text},
    exchange::{Before, original::look},
};

/// What becomes of the student's card `own` when `new` comes and it looked as `before` when it last came; `None` where both
/// sides changed it, and the student's stays.
pub(super) fn merged(own: &Card, new: &Card, before: &Before) -> Option<Card> {
    let tags = tags(&own.meta.tags, &new.meta.tags, &before.tags);
    let (here, there) = (look(own), look(new));
    if there == before.look {
        // Only the student may have changed it.
        return Some(Card { meta: Meta { tags, ..own.meta.clone() }, ..own.clone() });
    }
    let changed_here = here != before.look && here != there;
    (!changed_here).then(|| Card { meta: Meta { tags, ..new.meta.clone() }, ..new.clone() })
}

/// The student's tags, without those that were taken away there, and with those that were added there.
fn tags(own: &[Text], new: &[Text], before: &[Text]) -> Vec<Text> {
    let stays = own.iter().filter(|tag| new.contains(tag) || !before.contains(tag));
    let comes = new.iter().filter(|tag| !own.contains(tag) && !before.contains(tag));
    stays.chain(comes).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Content, Fingerprint, QuestionAnswer};

    fn card(answer: &str, tags: &[&str]) -> Card {
        let qa = QuestionAnswer { question: "Un ?".into(), answer: answer.into(), reverse: false };
        let content = Content::Qa(qa);
        Card {
            deck: "d".parse().expect("an id"),
            key: "anki-x".parse().expect("a key"),
            was: Vec::new(),
            line: 0,
            meta: Meta { tags: tags.iter().map(|tag| Text::from(*tag)).collect(), ..Meta::default() },
            fingerprint: Fingerprint::of(&content.identity()),
            content,
        }
    }

    fn merge(own: &Card, new: &Card, before: &Card) -> Option<(String, String)> {
        let before = Before { look: look(before), tags: before.meta.tags.clone() };
        let card = merged(own, new, &before)?;
        let Content::Qa(qa) = card.content else { return None };
        let tags: Vec<&str> = card.meta.tags.iter().map(Text::as_str).collect();
        Some((qa.answer.to_string(), tags.join(" ")))
    }

    #[test]
    fn the_side_that_changed_a_card_holds_and_the_student_where_both_did() {
        let before = card("1", &["a", "b"]);
        let is = |own: &Card, new: &Card, answer: &str| {
            assert_eq!(merge(own, new, &before).map(|(answer, _)| answer).as_deref(), Some(answer));
        };
        is(&card("mine", &[]), &card("1", &[]), "mine");
        is(&card("1", &[]), &card("theirs", &[]), "theirs");
        is(&card("both", &[]), &card("both", &[]), "both");
        assert_eq!(merge(&card("mine", &[]), &card("theirs", &[]), &before), None);
    }

    #[test]
    fn tags_are_added_and_taken_away_by_both_sides() {
        let before = card("1", &["a", "b", "c"]);
        let (_, tags) = merge(&card("1", &["a", "b", "mine"]), &card("2", &["b", "c", "theirs"]), &before)
            .expect("no conflict");
        assert_eq!(tags, "b mine theirs");
    }
}
