//! The guide for authors of decks: a text of `assets/guide`, and the reference of the format made from its schema.

pub(super) mod layout;
pub(super) mod reference;

use crate::i18n::{Lang, Messages};

/// The guide and the reference, as Markdown.
pub(super) fn whole(lang: Lang, messages: &Messages) -> String {
    let guide = match lang {
        Lang::Fr => include_str!("../../../assets/guide/fr.md"),
        Lang::En => include_str!("../../../assets/guide/en.md"),
    };
    format!("{guide}\n{}", reference::markdown(lang, messages))
}
