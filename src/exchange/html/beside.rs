//! A picture that stands beside a text, not in it.

use super::Converted;
use crate::card::{Image, Text};

/// The first picture of a text, taken out of it: a terminal shows it beside. What is left says what it is.
pub(in crate::exchange) fn beside(converted: Converted) -> (String, Option<Image>) {
    let Converted { mut text, pictures } = converted;
    let Some(first) = pictures.into_iter().find(|picture| is_picture(&picture.path)) else {
        return (text, None);
    };
    if let Some(at) = text.find(&first.markdown) {
        let after = text.split_off(at);
        let before = text.trim_end_matches(['\\', '\n', ' ']);
        let after = after[first.markdown.len()..].trim_start_matches(['\\', '\n', ' ']);
        let gap = if before.is_empty() || after.is_empty() { "" } else { "\n\n" };
        text = format!("{before}{gap}{after}");
    }
    if text.trim().is_empty() {
        text.clone_from(&first.alt);
    }
    (text, Some(Image { file: first.path, alt: Text::one_line(&first.alt), credit: None }))
}

/// Whether a file is a picture of a type that is shown.
pub(in crate::exchange) fn is_picture(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    matches!(extension.as_str(), "png" | "jpg" | "jpeg" | "gif" | "webp")
}
