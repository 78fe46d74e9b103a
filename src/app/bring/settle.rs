//! A card that came before and comes again may have changed there, here, or on both sides.
//!
//! Field by field: what has changed only there is taken, what was mended here stays, and where both have changed a field the
//! student's stays and is told. (An update of a deck of others exchanges whole texts instead, to keep its author's comments and
//! order; what is imported has neither, and is often a part of its deck.) A field of which nothing is said stays as it is: a
//! table need not have all columns.

use crate::card::{Card, Meta, Text};

/// What becomes of a card.
pub(super) struct Settled {
    /// The card as it will be.
    pub(super) card: Card,
    /// Something of it has changed on both sides; the student's stays.
    pub(super) both: bool,
}

/// Settles what becomes of the student's card `own` when `new` comes; `base` is how it came last, where that is known. Where it
/// is not, what is new counts.
pub(super) fn settle(own: &Card, new: &Card, base: Option<&Card>) -> Settled {
    let mut both = false;
    let content = changed(&own.content, &new.content, base.map(|base| &base.content), &mut both).clone();
    let mut was = own.was.clone();
    was.extend(new.was.iter().filter(|was| !own.was.contains(was)).cloned());
    let meta = meta(&own.meta, &new.meta, base.map(|base| &base.meta), &mut both);
    Settled { card: Card { was, meta, content, ..own.clone() }, both }
}

/// The one of two versions that was changed last, as far as that can be known.
fn changed<'t, T: PartialEq>(own: &'t T, new: &'t T, base: Option<&T>, both: &mut bool) -> &'t T {
    match base {
        _ if own == new => own,
        None => new,
        Some(base) if new == base => own,
        Some(base) if own == base => new,
        Some(_) => {
            *both = true;
            own
        }
    }
}

fn meta(own: &Meta, new: &Meta, base: Option<&Meta>, both: &mut bool) -> Meta {
    /// The same, where nothing is no news.
    fn said<T: Clone + Default + PartialEq>(own: &T, new: &T, base: Option<&T>, both: &mut bool) -> T {
        if *new == T::default() { own.clone() } else { changed(own, new, base, both).clone() }
    }
    macro_rules! said {
        ($field:ident) => {
            said(&own.$field, &new.$field, base.map(|base| &base.$field), both)
        };
    }
    Meta {
        objectives: said!(objectives),
        rank: said!(rank),
        item: said!(item),
        situation: said!(situation),
        tags: tags(&own.tags, &new.tags, base.map(|base| base.tags.as_slice())),
        sources: said!(sources),
        hint: said!(hint),
        note: said!(note),
        image: said!(image),
        answer_image: said!(answer_image),
        as_of: said!(as_of),
        until: said!(until),
        keep_order: said!(keep_order),
        suspended: said!(suspended),
        // What the student has accepted is no draft again.
        draft: own.draft,
        facts: said!(facts),
    }
}

/// Tags are taken away and added one by one, on either side.
fn tags(own: &[Text], new: &[Text], base: Option<&[Text]>) -> Vec<Text> {
    match base {
        _ if new.is_empty() => own.to_vec(),
        None => new.to_vec(),
        Some(base) => {
            let stays = own.iter().filter(|tag| new.contains(tag) || !base.contains(tag));
            let comes = new.iter().filter(|tag| !own.contains(tag) && !base.contains(tag));
            stays.chain(comes).cloned().collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Content, Fingerprint, QuestionAnswer};

    fn card(answer: &str, note: Option<&str>, tags: &[&str]) -> Card {
        let qa = QuestionAnswer { question: "Un ?".into(), answer: answer.into(), reverse: false };
        let content = Content::Qa(qa);
        let tags = tags.iter().map(|tag| Text::from(*tag)).collect();
        Card {
            deck: "d".parse().expect("an id"),
            key: "a".parse().expect("a key"),
            was: Vec::new(),
            line: 0,
            meta: Meta { note: note.map(Text::from), tags, ..Meta::default() },
            fingerprint: Fingerprint::of(&content.identity()),
            content,
        }
    }

    /// What becomes of the student's (answer, note), and whether both sides changed something.
    fn settled(
        own: (&str, Option<&str>),
        new: (&str, Option<&str>),
        base: Option<(&str, Option<&str>)>,
    ) -> (String, Option<String>, bool) {
        let base = base.map(|(answer, note)| card(answer, note, &[]));
        let settled = settle(&card(own.0, own.1, &[]), &card(new.0, new.1, &[]), base.as_ref());
        let Content::Qa(qa) = settled.card.content else { panic!("a question") };
        (qa.answer.to_string(), settled.card.meta.note.map(|note| note.to_string()), settled.both)
    }

    #[test]
    fn each_side_keeps_what_only_it_has_changed() {
        let base = Some(("1", Some("note")));
        let note = |note: &str| Some(note.to_owned());
        assert_eq!(
            settled(("mine", Some("note")), ("1", Some("note")), base),
            ("mine".to_owned(), note("note"), false)
        );
        assert_eq!(
            settled(("1", Some("note")), ("2", Some("note")), base),
            ("2".to_owned(), note("note"), false)
        );
        assert_eq!(
            settled(("1", Some("mine")), ("2", Some("note")), base),
            ("2".to_owned(), note("mine"), false)
        );
        assert_eq!(settled(("mine", None), ("1", Some("new")), base), ("mine".to_owned(), None, true));
        assert_eq!(
            settled(("2", Some("note")), ("2", Some("note")), base),
            ("2".to_owned(), note("note"), false)
        );
    }

    #[test]
    fn what_both_have_changed_stays_the_students_and_is_told() {
        assert_eq!(settled(("mine", None), ("2", None), Some(("1", None))), ("mine".to_owned(), None, true));
    }

    #[test]
    fn where_nobody_knows_what_came_last_what_is_said_counts() {
        let note = Some("mine".to_owned());
        assert_eq!(settled(("mine", Some("mine")), ("2", None), None), ("2".to_owned(), note, false));
    }

    #[test]
    fn tags_are_taken_away_and_added_one_by_one() {
        let of = |own: &[&str], new: &[&str], base: &[&str]| {
            let settled = settle(&card("1", None, own), &card("1", None, new), Some(&card("1", None, base)));
            settled.card.meta.tags.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of(&["a", "b", "mine"], &["b", "new"], &["a", "b"]), "b mine new");
        assert_eq!(of(&["b"], &["a", "b"], &["a", "b"]), "b", "what was taken away here stays away");
        assert_eq!(of(&["a", "mine"], &[], &["a"]), "a mine");
    }
}
