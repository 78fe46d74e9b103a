//! A card that was mended here, written back into the fields of its note.
//!
//! Templates cannot be undone in general. What is tried is the plain case, a side that shows one field; and it counts only when
//! the note, read again, comes to the card as it stands here.

use super::{
    collection, keep,
    note::{self, Draft, Surroundings},
    style::{Kind, Style},
    template::Template,
};
use crate::{
    card::{Card, Content, Image, Meta, Text},
    exchange::{
        Losses, html,
        original::{NoteType, Original, Sent, look},
        package::{cloze_html, html as to_html},
    },
};

/// The files of a note, by the names that it has for them.
struct Named<'n>(&'n Original);

impl html::Files for Named<'_> {
    fn path(&mut self, name: &str) -> Option<String> {
        self.0.files.get(name).cloned()
    }
}

impl Named<'_> {
    /// A picture of ours as the note names it.
    fn image(&self, image: Option<&Image>) -> Option<String> {
        let Some(image) = image else { return Some(String::new()) };
        let (name, _) = self.0.files.iter().find(|(_, path)| **path == image.file)?;
        let quoted = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        Some(format!("<div><img src=\"{}\" alt=\"{}\"></div>", quoted(name), quoted(&image.alt)))
    }
}

/// What goes to Anki in the place of the note of these cards; `Ok(None)` where they are as they came.
/// `depth`: for how many levels of Anki's tree the deck stands.
///
/// # Errors
/// When what was mended here cannot be said in its fields.
pub fn mended(
    note: &Original,
    kind: &NoteType,
    depth: usize,
    cards: &[&Card],
) -> Result<Option<Sent>, Unsaid> {
    let tags = tags(note, depth, cards);
    let changed: Vec<(u32, &Card)> = cards
        .iter()
        .filter_map(|card| {
            let key = card.key.to_string();
            let of = note.cards.iter().find(|of| of.key == key && of.look != look(card))?;
            Some((of.ord, *card))
        })
        .collect();
    let fields = if changed.is_empty() {
        note.fields.clone()
    } else {
        fields(note, kind, cards, &changed).ok_or(Unsaid)?
    };
    if fields == note.fields && tags == note.tags {
        return Ok(None);
    }
    // Newer than what Anki has, as far as is known; what was changed there since is newer still.
    let modified = match &note.sent {
        Some(sent) if sent.fields == fields && sent.tags == tags => sent.modified,
        Some(sent) => sent.modified.max(note.modified).saturating_add(1),
        None => note.modified.saturating_add(1),
    };
    Ok(Some(Sent { modified, tags, fields }))
}

/// What was mended here cannot be said in the fields of its note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsaid;

/// The tags of a note: as they came, as long as its cards have those.
fn tags(note: &Original, depth: usize, cards: &[&Card]) -> String {
    let before = keep::all_tags(note, depth);
    let mut now: Vec<&Text> = Vec::new();
    for tag in cards.iter().flat_map(|card| &card.meta.tags) {
        if !now.contains(&tag) {
            now.push(tag);
        }
    }
    if now.len() == before.len() && before.iter().all(|tag| now.contains(&tag)) {
        return note.tags.clone();
    }
    let branch = keep::branch(&note.deck, depth);
    let own = now.into_iter().filter(|tag| Some(*tag) != branch.as_ref());
    let words: Vec<String> = own.map(|tag| tag.split_whitespace().collect::<Vec<_>>().join("_")).collect();
    if words.is_empty() { String::new() } else { format!(" {} ", words.join(" ")) }
}

/// The fields with what was changed, as long as they read as these cards.
fn fields(note: &Original, kind: &NoteType, cards: &[&Card], changed: &[(u32, &Card)]) -> Option<String> {
    let mut losses = Losses::default();
    let style = Style::new(kind, &mut losses);
    let mut values: Vec<String> = note.fields.split('\u{1f}').map(str::to_owned).collect();
    values.resize(style.fields.len(), String::new());
    for (ord, card) in changed {
        write(&mut values, &style, *ord, card, &Named(note))?;
    }
    let text = values.join("\u{1f}");
    let read = collection::Note {
        id: note.id,
        guid: String::new(),
        notetype: note.notetype,
        modified: note.modified,
        tags: note.tags.clone(),
        fields: text.clone(),
    };
    let rows: Vec<collection::Card> = note
        .cards
        .iter()
        .map(|of| collection::Card { id: of.id, ord: of.ord, ..collection::Card::default() })
        .collect();
    let around = Surroundings { style: &style, levels: &note.deck, hidden: &|_| String::new() };
    let made = note::make(&read, &rows, &around, &mut Named(note), &mut losses);
    let is_read = |card: &&Card| {
        let place = note.cards.iter().position(|of| of.key == card.key.to_string());
        let ord = place.map(|place| note.cards[place].ord);
        let draft = made.schedules.iter().find(|(row, ..)| Some(row.ord) == ord);
        draft.and_then(|(_, index, _)| made.cards.get(*index)).is_some_and(|draft| same(draft, card))
    };
    cards.iter().all(is_read).then_some(text)
}

/// Writes a card into the fields that its sides show.
fn write(values: &mut [String], style: &Style, ord: u32, card: &Card, files: &Named<'_>) -> Option<()> {
    let is_cloze = style.kind == Kind::Cloze;
    let (_, question, answer) = style.templates.get(if is_cloze { 0 } else { ord as usize })?;
    let asked = only(style, question, None)?;
    let told = only(style, answer, Some(asked));
    let before = files.image(card.meta.image.as_ref())?;
    let behind = files.image(card.meta.answer_image.as_ref())?;
    let side = |text: &str, image: &str| format!("{}{image}", to_html(text));
    let note = card.meta.note.as_ref().map_or("", Text::as_str);
    match (&card.content, style.kind) {
        (Content::Cloze(cloze), Kind::Cloze) => {
            values[asked] = format!("{}{before}", cloze_html(cloze));
            match told {
                Some(told) => values[told] = side(note, &behind),
                None if note.is_empty() && behind.is_empty() => {}
                None => return None,
            }
        }
        (Content::Qa(qa), Kind::Plain | Kind::Mirror) => {
            values[asked] = side(&qa.question, &before);
            values[told?] = side(&qa.answer, &behind);
        }
        (Content::Qroc(qroc), Kind::Plain | Kind::Mirror) => {
            values[asked] = side(&qroc.prompt, &before);
            values[told?] = to_html(qroc.answers.first()?);
        }
        _ => return None,
    }
    Some(())
}

/// The one field that a side shows beside those of the other one.
fn only(style: &Style, side: &Template, beside: Option<usize>) -> Option<usize> {
    let mut shown =
        side.fields().into_iter().filter_map(|name| style.fields.iter().position(|own| own == name));
    let first = shown.by_ref().find(|field| Some(*field) != beside)?;
    shown.all(|field| field == first || Some(field) == beside).then_some(first)
}

/// Whether a card that was read says what the student's says: in HTML, where several ways of writing Markdown meet.
fn same(draft: &Draft, card: &Card) -> bool {
    let texts = |content: &Content| -> Vec<String> {
        match content {
            Content::Qa(qa) => vec![to_html(&qa.question), to_html(&qa.answer), qa.reverse.to_string()],
            Content::Cloze(cloze) => vec![cloze_html(cloze)],
            Content::Qroc(qroc) => {
                qroc.answers.iter().chain([&qroc.prompt]).map(|text| to_html(text)).collect()
            }
            other => vec![other.identity()],
        }
    };
    let beside = |meta: &Meta| -> Vec<String> {
        let texts =
            [&meta.hint, &meta.note].map(|text| text.as_ref().map_or_else(String::new, |text| to_html(text)));
        let images =
            [&meta.image, &meta.answer_image].map(|image| image.as_ref().map(|image| image.file.clone()));
        texts.into_iter().chain(images.into_iter().map(Option::unwrap_or_default)).collect()
    };
    draft.content.kind() == card.kind()
        && texts(&draft.content) == texts(&card.content)
        && beside(&draft.meta) == beside(&card.meta)
}
