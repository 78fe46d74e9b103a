//! A note → cards.

mod hidden;

use std::borrow::Cow;

pub use hidden::Hidden;

use super::{
    cloze,
    collection::{Card, Note},
    identity,
    style::{Kind, Style},
    template::{Lookup, Rendered, Template},
};
use crate::{
    card::{CardKey, Cloze, Content, Image, Meta, PartKey, Qroc, QuestionAnswer, Text},
    exchange::{Losses, html},
};

/// What a note became.
#[derive(Default)]
pub(super) struct Made {
    pub(super) cards: Vec<Draft>,
    /// For each of Anki's cards that is kept: which of ours, and which part of it.
    pub(super) schedules: Vec<(Card, usize, Option<PartKey>)>,
}

/// A card that has no deck yet.
pub(super) struct Draft {
    pub(super) key: CardKey,
    pub(super) meta: Meta,
    pub(super) content: Content,
}

/// What notes hang on.
pub(super) struct Surroundings<'s> {
    pub(super) style: &'s Style,
    /// The deck of the note's first card: its levels.
    pub(super) levels: &'s [String],
    /// What a hidden place is called in its question.
    pub(super) hidden: &'s dyn Fn(Hidden) -> String,
}

/// Answers longer than this are not typed.
const TYPED: usize = 80;
/// What stands for an answer that there is not.
const NO_ANSWER: &str = "—";

/// Makes the cards of a note.
pub(super) fn make(
    note: &Note,
    cards: &[Card],
    around: &Surroundings<'_>,
    files: &mut dyn html::Files,
    losses: &mut Losses,
) -> Made {
    let text = html::without_private(&note.fields);
    let values: Vec<&str> = text.split('\u{1f}').collect();
    let fields = Fields { note, around, values: &values, template: "", answers: false };
    let mut maker = Maker { note, cards, around, fields, files, losses, made: Made::default() };
    match around.style.kind {
        Kind::Cloze => maker.cloze(),
        Kind::Occlusion => maker.occlusion(),
        Kind::Mirror => maker.mirror(),
        Kind::Plain => maker.plain(),
    }
    maker.made
}

/// The fields of a note, as templates ask for them.
#[derive(Clone, Copy)]
struct Fields<'n> {
    note: &'n Note,
    around: &'n Surroundings<'n>,
    values: &'n [&'n str],
    template: &'n str,
    /// On the answer of a cloze its text is left out: our card shows it.
    answers: bool,
}

impl Lookup for Fields<'_> {
    fn field(&self, name: &str) -> Option<Cow<'_, str>> {
        let named = |field: &&str| {
            let at = self.around.style.fields.iter().position(|own| own == *field)?;
            Some(Cow::Borrowed(self.values.get(at).copied().unwrap_or("")))
        };
        if let Some(value) = named(&name) {
            return Some(value);
        }
        Some(match name {
            "Tags" => Cow::Borrowed(self.note.tags.trim()),
            "Type" => Cow::Borrowed(&self.around.style.name),
            "Deck" => Cow::Owned(self.around.levels.join("::")),
            "Subdeck" => Cow::Borrowed(self.around.levels.last().map_or("", String::as_str)),
            "Card" => Cow::Borrowed(self.template),
            "CardFlag" | "CardID" => Cow::Borrowed(""),
            // `{{#c1}}` asks whether this is the card of that blank; ours shows all of them.
            name if self.around.style.kind == Kind::Cloze && is_group(name) => Cow::Borrowed("1"),
            _ => return None,
        })
    }

    fn cloze(&self, text: &str) -> String {
        if self.answers { String::new() } else { cloze::protect(text) }
    }
}

fn is_group(name: &str) -> bool {
    name.strip_prefix('c').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

struct Maker<'m> {
    note: &'m Note,
    cards: &'m [Card],
    around: &'m Surroundings<'m>,
    fields: Fields<'m>,
    files: &'m mut dyn html::Files,
    losses: &'m mut Losses,
    made: Made,
}

/// A side of a card.
struct Side {
    text: String,
    image: Option<Image>,
    hints: Vec<String>,
    typed: Option<String>,
}

impl Maker<'_> {
    /// What the note is called where something of it is lost.
    fn example(&self) -> String {
        // The shapes on a picture say nothing to a person.
        let words = self.fields.values.iter().filter(|value| !value.contains("image-occlusion:"));
        words
            .map(|value| html::plain(value))
            .find(|plain| !plain.is_empty())
            .unwrap_or_else(|| self.note.guid.clone())
    }

    fn lose(&mut self, kind: &'static str) {
        let example = self.example();
        self.losses.lose(kind, &example);
    }

    fn convert(&mut self, source: &str) -> html::Converted {
        html::markdown(source, self.files, self.losses)
    }

    fn rendered(&mut self, template: &Template, name: &str) -> Rendered {
        let fields = Fields { template: name, ..self.fields };
        template.render(&fields, self.losses)
    }

    /// A side as Markdown, with its first picture beside it where `pictured`.
    fn side(&mut self, rendered: Rendered, pictured: bool) -> Side {
        let converted = self.convert(&rendered.html);
        let hints = rendered
            .hints
            .iter()
            .map(|hint| self.convert(hint).text)
            .filter(|hint| !hint.is_empty())
            .collect();
        let (text, image) = if pictured { html::beside(converted) } else { (converted.text, None) };
        Side { text, image, hints, typed: rendered.typed }
    }

    fn push(&mut self, extra: Option<u32>, content: Content, meta: Meta) -> Option<usize> {
        let key = identity::key(&self.note.guid, extra)?;
        self.made.cards.push(Draft { key, meta, content });
        Some(self.made.cards.len() - 1)
    }

    fn schedule(&mut self, card: &Card, draft: usize, part: Option<PartKey>) {
        self.made.schedules.push((card.clone(), draft, part));
    }

    fn plain(&mut self) {
        for card in self.cards {
            self.one(card, card.ord);
        }
    }

    /// The card of a template.
    fn one(&mut self, card: &Card, ord: u32) {
        let style = self.around.style;
        let Some((name, question, answer)) = style.templates.get(ord as usize) else {
            self.lose("empty-card");
            return;
        };
        let front = self.rendered(question, name);
        let back = self.rendered(answer, name);
        let extra = (ord > 0).then_some(ord + 1);
        if let Some((content, meta)) = self.asked(front, back, true)
            && let Some(draft) = self.push(extra, content, meta)
        {
            self.schedule(card, draft, None);
        }
    }

    fn asked(&mut self, front: Rendered, back: Rendered, pictured: bool) -> Option<(Content, Meta)> {
        let (before, behind) = at_the_line(&back.html);
        // Some templates put the answer before the line; mostly the question is repeated there.
        let repeats = front.html.contains(before.trim());
        let answer = if html::is_blank(behind) && !repeats { before } else { behind }.to_owned();
        let back = Rendered { html: answer, ..back };
        let front = self.side(front, pictured);
        let back = self.side(back, pictured);
        if front.text.is_empty() {
            self.lose("empty-card");
            return None;
        }
        let hints = front.hints;
        let mut answer = back.text;
        for hint in back.hints {
            // Shown on demand in Anki; here everything is shown after the answer.
            if !hints.contains(&hint) {
                append(&mut answer, &hint);
            }
        }
        let mut meta = Meta {
            hint: (!hints.is_empty()).then(|| Text::from(hints.join("\n\n"))),
            image: front.image,
            answer_image: back.image,
            ..Meta::default()
        };
        let question = Text::from(front.text);
        let typed = front.typed.and_then(|field| {
            let value = Lookup::field(&self.fields, &field).map(|value| html::plain(&value))?;
            (!value.is_empty() && value.chars().count() <= TYPED).then_some(value)
        });
        if let Some(typed) = typed {
            if !answer.is_empty() && answer != typed {
                meta.note = Some(Text::from(answer));
            }
            let qroc = Qroc {
                prompt: question,
                answers: vec![Text::one_line(&typed)],
                accept: Vec::new(),
                expand: false,
            };
            return Some((Content::Qroc(qroc), meta));
        }
        if answer.is_empty() {
            if meta.answer_image.is_none() {
                self.lose("no-answer");
            }
            NO_ANSWER.clone_into(&mut answer);
        }
        let answer = Text::from(answer);
        Some((Content::Qa(QuestionAnswer { question, answer, reverse: false }), meta))
    }

    /// Two cards that ask one another are one card of two directions.
    fn mirror(&mut self) {
        let first = self.cards.iter().find(|card| card.ord == 0);
        let second = self.cards.iter().find(|card| card.ord == 1);
        let style = self.around.style;
        let (Some(first), Some((name, question, answer))) = (first, style.templates.first()) else {
            // The first direction was taken away.
            self.cards.iter().for_each(|card| self.one(card, card.ord));
            return;
        };
        let front = self.rendered(question, name);
        let back = self.rendered(answer, name);
        // A picture beside the question would be beside the answer's direction, too.
        let Some((content, meta)) = self.asked(front, back, second.is_none()) else { return };
        let content = match content {
            Content::Qa(qa) => Content::Qa(QuestionAnswer { reverse: second.is_some(), ..qa }),
            other => other,
        };
        if let Some(draft) = self.push(None, content, meta) {
            self.schedule(first, draft, None);
            if let Some(second) = second {
                self.schedule(second, draft, Some(PartKey::reverse()));
            }
        }
    }

    fn cloze(&mut self) {
        let style = self.around.style;
        let Some((name, question, answer)) = style.templates.first() else {
            self.lose("empty-card");
            return;
        };
        let front = self.rendered(question, name);
        let front = self.side(front, true);
        let source = cloze::marked(&front.text);
        let Ok(cloze) = Cloze::parse(Text::clean(source.trim()).as_str()) else {
            self.lose("empty-card");
            return;
        };
        let before = self.fields;
        self.fields.answers = true;
        let back = self.rendered(answer, name);
        self.fields = before;
        let back = Rendered { html: back.html.replace("<hr id=answer>", "<br>"), ..back };
        let back = self.side(back, true);
        let mut note = cloze::without_marks(&back.text);
        for hint in &back.hints {
            append(&mut note, hint);
        }
        let hint = front.hints.join("\n\n");
        let meta = Meta {
            hint: (!hint.is_empty()).then(|| Text::from(hint)),
            note: (!note.trim().is_empty()).then(|| Text::clean(note.trim())),
            image: front.image,
            answer_image: back.image,
            ..Meta::default()
        };
        let parts = cloze.parts();
        let Some(draft) = self.push(None, Content::Cloze(cloze), meta) else { return };
        for card in self.cards {
            let part = PartKey::group(card.ord + 1);
            if parts.contains(&part) {
                self.schedule(card, draft, Some(part));
            } else {
                self.lose("empty-card");
            }
        }
    }
}

fn append(text: &mut String, further: &str) {
    if further.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(further);
}

/// What stands before and behind `<hr id=answer>`, where the answer begins; everything behind where there is none.
fn at_the_line(html: &str) -> (&str, &str) {
    let mut from = 0;
    while let Some(at) = html[from..].find("<hr") {
        let Some(end) = html[from + at..].find('>') else { break };
        let tag = &html[from + at..from + at + end];
        if tag.contains("answer") && tag.contains("id") {
            return (&html[..from + at], &html[from + at + end + 1..]);
        }
        from += at + end + 1;
    }
    ("", html)
}
