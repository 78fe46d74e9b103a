//! The marked answer: what was right and wrong, and everything that the screens show with it.

use super::{Plain, card::spoken, lines::Stop};
use crate::{
    app::{
        answered::{Answered, Undecided},
        asked::Asked,
        face, markdown, wording,
    },
    card::{Content, Opt, Qroc, Text, Verdict},
    grade::{
        ChoiceDetail, Detail, Tick,
        matcher::{Match, Remark},
    },
};

impl Plain<'_> {
    /// The matcher is unsure: both texts, and what it has to say.
    pub(super) fn say_undecided(&mut self, undecided: &Undecided) -> Result<(), Stop> {
        self.tell("almost-title")?;
        self.labelled_text("answer-label", &undecided.typed)?;
        if let Detail::Typed(found) = &undecided.marked.detail {
            self.labelled_text("answer-expected", found.matched.as_deref().unwrap_or_default())?;
            self.say_remark(found.remark.as_ref())?;
        }
        Ok(())
    }

    /// Everything that is told once a card is answered.
    pub(super) fn say_answer(&mut self, asked: &Asked, answered: &Answered) -> Result<(), Stop> {
        let card = &asked.card;
        match (&card.content, answered.marked.as_ref().map(|m| &m.detail)) {
            (content, Some(Detail::Choice(detail))) => {
                self.say_score(answered, wording::discordances(content, detail, &self.messages))?;
                self.say_options(asked, detail)?;
            }
            (Content::Qroc(qroc), Some(Detail::Typed(found))) => {
                self.say_score(answered, None)?;
                self.say_typed(qroc, answered, found)?;
            }
            (Content::Zone(zone), Some(Detail::Zone(_))) => {
                self.say_score(answered, None)?;
                self.say_pointed(zone, &answered.ticked)?;
            }
            (_, Some(Detail::Tcs(detail))) => {
                self.say_score(answered, None)?;
                self.say_panel(asked, detail)?;
            }
            (Content::List(list), Some(Detail::List(detail))) => {
                let args = [("n", detail.found().into()), ("wanted", detail.items.len().into())];
                self.say_score(answered, Some(self.messages.with("plain-found-part", &args)))?;
                self.say_items(list, detail)?;
            }
            (Content::Mask(mask), _) if mask.names().is_empty() => self.tell("mask-unnamed")?,
            (Content::Cloze(cloze), _) => {
                let hidden = asked.part().map(|part| cloze.hidden(part)).unwrap_or_default();
                let hidden =
                    hidden.iter().map(|text| markdown::one_line(text)).collect::<Vec<_>>().join("; ");
                self.labelled_text("plain-answer", &hidden)?;
                self.say_markdown(&face::answer(card, asked.part()).unwrap_or_default())?;
            }
            _ => {
                let text = face::answer(card, asked.part()).unwrap_or_default();
                self.labelled_markdown("plain-answer", &text)?;
            }
        }
        if let Some(image) = &card.meta.answer_image {
            self.labelled_text("image-label", &image.alt)?;
        }
        if let Some(note) = &card.meta.note {
            self.labelled_markdown("plain-note", note)?;
        }
        if let Some(dates) = wording::dates(&card.meta, &self.messages) {
            self.say(&dates)?;
        }
        for source in wording::sources(asked, &self.messages) {
            self.labelled_text("source-label", &source)?;
        }
        if let Some(note) = &asked.note {
            self.labelled_markdown("plain-own-note", note)?;
        }
        Ok(())
    }

    /// `Juste, 1 point sur 1.`
    fn say_score(&mut self, answered: &Answered, more: Option<String>) -> Result<(), Stop> {
        let Some(score) = answered.score else { return Ok(()) };
        let verdict = if score >= 1.0 {
            "plain-right"
        } else if score > 0.0 {
            "plain-partly"
        } else {
            "plain-wrong"
        };
        let mut parts = vec![self.messages.get(verdict), wording::score(score, &self.messages)];
        parts.extend(more);
        self.say(&format!("{}.", parts.join(", ")))
    }

    /// ```text
    /// A, juste et cochée : Établissement public …
    /// Pourquoi : …
    /// ```
    fn say_options(&mut self, asked: &Asked, detail: &ChoiceDetail) -> Result<(), Stop> {
        for (line, number, option) in asked.options() {
            let Some(&tick) = detail.options.get(number) else { continue };
            let args = [
                ("letter", wording::letter(line).to_string().into()),
                ("text", markdown::one_line(&option.text).into()),
            ];
            self.tell_with(mark(option, tick), &args)?;
            if let Some(why) = &option.why {
                self.labelled_text("plain-why", why)?;
            }
        }
        Ok(())
    }

    fn say_typed(&mut self, qroc: &Qroc, answered: &Answered, found: &Match) -> Result<(), Stop> {
        let typed = answered.typed.as_deref().unwrap_or_default();
        if !typed.is_empty() {
            self.labelled_text("answer-label", typed)?;
        }
        let list =
            |texts: &[Text]| texts.iter().map(|text| markdown::one_line(text)).collect::<Vec<_>>().join("; ");
        self.labelled_text("answer-expected", &list(&qroc.answers[..qroc.answers.len().min(1)]))?;
        if qroc.answers.len() > 1 {
            self.labelled_text("answer-also", &list(&qroc.answers[1..]))?;
        }
        if !qroc.accept.is_empty() {
            self.labelled_text("answer-half", &list(&qroc.accept))?;
        }
        self.say_remark(found.remark.as_ref())
    }

    fn say_remark(&mut self, remark: Option<&Remark>) -> Result<(), Stop> {
        match remark {
            Some(remark) => {
                let text = wording::remark(remark, &self.messages);
                self.say(&text)
            }
            None => Ok(()),
        }
    }

    fn labelled_text(&mut self, label: &str, text: &str) -> Result<(), Stop> {
        if text.is_empty() { Ok(()) } else { self.labelled(label, text) }
    }

    /// `label` before the first line of Markdown.
    pub(super) fn labelled_markdown(&mut self, label: &str, source: &str) -> Result<(), Stop> {
        let mut label = Some(self.messages.get(label));
        for line in spoken(source, &self.messages) {
            match label.take() {
                // A list or a table begins on a line of its own.
                Some(label) if line.starts_with("- ") || line.starts_with("1. ") => {
                    self.say(&label)?;
                    self.say(&line)?;
                }
                Some(label) => self.say(&format!("{label} {line}"))?,
                None => self.say(&line)?,
            }
        }
        Ok(())
    }

    fn say_markdown(&mut self, source: &str) -> Result<(), Stop> {
        for line in spoken(source, &self.messages) {
            self.say(&line)?;
        }
        Ok(())
    }
}

/// The message that says what an option is and what became of it.
fn mark(option: &Opt, tick: Tick) -> &'static str {
    match (tick, option.verdict) {
        (Tick::Found, Verdict::Required) => "plain-option-required-found",
        (Tick::Found, _) => "plain-option-found",
        (Tick::RequiredMissed, _) => "plain-option-required-missed",
        (Tick::Missed, _) => "plain-option-missed",
        (Tick::UnacceptableTicked, _) => "plain-option-unacceptable-ticked",
        (Tick::Wrong, _) => "plain-option-wrong",
        (Tick::Avoided, Verdict::Unacceptable) => "plain-option-unacceptable-avoided",
        (Tick::Avoided, _) => "plain-option-avoided",
    }
}
