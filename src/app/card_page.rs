//! Everything that is known of a card as lines to read, shared by the command line and the screens.

use super::{
    card_content::{ContentInfo, OptionInfo},
    card_info::{CardInfo, ScheduleInfo},
    markdown, words,
};
use crate::{
    card::{Text, Verdict},
    i18n::{Arg, Messages},
};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What stands above what follows.
    Heading(String),
    /// A line.
    Line(String),
    /// A line of a table of two columns.
    Row(String, String),
}

/// Everything that is known of a card, in the language of `messages`.
#[must_use]
pub fn pieces(info: &CardInfo, messages: &Messages) -> Vec<Piece> {
    let mut page = Page { messages, pieces: Vec::new() };
    page.head(info);
    if let Some(content) = &info.content {
        page.line(String::new());
        page.content(content);
        page.more(info);
    }
    page.heading("cli-card-memory");
    page.schedules(&info.schedules);
    page.heading("cli-card-history");
    page.history(info);
    if !info.versions.is_empty() {
        page.heading("cli-card-versions");
        for version in &info.versions {
            let id = if version.current { "cli-card-version-current" } else { "cli-card-version" };
            page.say(id, &[("fingerprint", version.fingerprint.as_str().into())]);
            version.text.lines().for_each(|line| page.line(format!("    {line}").trim_end().to_owned()));
        }
    }
    page.pieces
}

/// The same as one plain text.
#[must_use]
pub fn text(info: &CardInfo, messages: &Messages) -> Text {
    let lines = pieces(info, messages).into_iter().map(|piece| match piece {
        Piece::Heading(text) => format!("\n{text}"),
        Piece::Line(text) => text,
        Piece::Row(first, second) => format!("{first} · {second}"),
    });
    Text::clean(lines.collect::<Vec<_>>().join("\n").trim_start())
}

struct Page<'a> {
    messages: &'a Messages,
    pieces: Vec<Piece>,
}

impl Page<'_> {
    fn line(&mut self, text: String) {
        self.pieces.push(Piece::Line(text));
    }

    fn get(&self, id: &str) -> String {
        self.messages.get(id)
    }

    fn say(&mut self, id: &str, args: &[(&str, Arg)]) {
        self.line(self.messages.with(id, args));
    }

    fn heading(&mut self, id: &str) {
        self.pieces.push(Piece::Heading(self.get(id)));
    }

    /// The locator, the deck, the place in the programme.
    fn head(&mut self, info: &CardInfo) {
        self.pieces.push(Piece::Heading(info.card.clone()));
        match &info.deck {
            Some(deck) => {
                let file = deck.path.clone().unwrap_or_else(|| deck.id.clone());
                let args = [
                    ("title", deck.title.as_str().into()),
                    ("file", file.into()),
                    ("line", deck.line.into()),
                ];
                self.say("cli-card-place", &args);
            }
            None => self.say("cli-card-gone", &[]),
        }
        let m = self.messages;
        let kind = info.content.as_ref().map(|content| m.get(&format!("kind-{}", content.kind)));
        let rank = info.rank.as_deref().map(|rank| m.with("rank-name", &[("rank", rank.into())]));
        let item = info.item.map(|item| m.with("cli-card-item", &[("item", item.to_string().into())]));
        let parts = kind.into_iter().chain(info.objectives.iter().cloned()).chain(rank).chain(item);
        let parts: Vec<String> = parts.chain(info.tags.iter().map(ToString::to_string)).collect();
        if !parts.is_empty() {
            self.line(parts.join(" · "));
        }
        if !info.aliases.is_empty() {
            self.say("cli-card-aliases", &[("cards", info.aliases.join(", ").into())]);
        }
        if info.content.is_some() && info.is_without_id() {
            self.say("cli-card-without-id", &[]);
        }
    }

    fn content(&mut self, content: &ContentInfo) {
        self.markdown("", content.cloze.as_ref().unwrap_or(&content.prompt));
        if let Some(answer) = &content.answer {
            self.markdown(&self.get("plain-answer"), answer);
        }
        content.options.iter().for_each(|option| self.option(option));
        let list = |texts: &[Text]| texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" · ");
        if !content.answers.is_empty() {
            self.line(format!("{} {}", self.get("answer-expected"), list(&content.answers)));
        }
        if !content.accept.is_empty() {
            self.line(format!("{} {}", self.get("answer-half"), list(&content.accept)));
        }
        for item in &content.items {
            self.line(format!("- {}", list(item)));
        }
        if let Some(picture) = &content.picture {
            self.line(format!("{} {}", self.get("image-label"), markdown::one_line(picture)));
        }
        for zone in &content.zones {
            self.line(format!("- {zone}"));
        }
        for question in &content.questions {
            self.pieces.push(Piece::Heading(question.id.to_string()));
            self.content(&question.content);
        }
    }

    fn option(&mut self, option: &OptionInfo) {
        let id = match option.verdict {
            Verdict::Required => "cli-card-option-required",
            Verdict::Correct => "cli-card-option-correct",
            Verdict::Wrong => "cli-card-option-wrong",
            Verdict::Unacceptable => "cli-card-option-unacceptable",
        };
        self.say(id, &[("text", markdown::one_line(&option.text).into())]);
        if let Some(why) = &option.why {
            self.line(format!("    {}", markdown::one_line(why)));
        }
    }

    /// What the author and the student have to say beside the question.
    fn more(&mut self, info: &CardInfo) {
        let m = self.messages;
        let date = |date| Arg::from(words::date(date, m));
        if let Some(hint) = &info.hint {
            self.markdown(&m.get("hint-label"), hint);
        }
        if let Some(note) = &info.note {
            self.markdown(&m.get("plain-note"), note);
        }
        match (info.as_of, info.until) {
            (Some(from), Some(to)) => self.say("true-between", &[("from", date(from)), ("to", date(to))]),
            (Some(from), None) => self.say("true-from", &[("date", date(from))]),
            (None, Some(to)) => self.say("true-until", &[("date", date(to))]),
            (None, None) => {}
        }
        for source in &info.sources {
            let author = source.author.as_ref().map(|author| format!("{author}, ")).unwrap_or_default();
            let day = source.date.map(|day| format!(" ({})", words::date(day, m)));
            let url = source.url.as_ref().map(|url| format!(" {url}"));
            self.line(format!(
                "{} {author}{}{}{}",
                m.get("source-label"),
                markdown::one_line(&source.title),
                day.unwrap_or_default(),
                url.unwrap_or_default()
            ));
        }
        if let Some(note) = &info.own_note {
            self.markdown(&m.get("plain-own-note"), note);
        }
    }

    /// `label` and the lines of a text.
    fn markdown(&mut self, label: &str, source: &str) {
        let lines = markdown::spoken(source, &|inner| inner.to_owned());
        for (number, line) in lines.iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            self.line(format!("{label} {line}").trim_start().to_owned());
        }
    }

    fn schedules(&mut self, schedules: &[ScheduleInfo]) {
        if schedules.is_empty() {
            return self.say("cli-card-no-schedule", &[]);
        }
        for schedule in schedules {
            let several = schedules.len() > 1;
            if several {
                self.line(schedule.locator.clone());
            }
            let indent = if several { "  " } else { "" };
            self.line(format!("{indent}{}", standing(schedule, self.messages).join(" · ")));
        }
    }

    fn history(&mut self, info: &CardInfo) {
        if info.history.is_empty() {
            return self.say("cli-card-no-history", &[]);
        }
        for event in &info.history {
            let part = event.card.as_deref().and_then(|card| card.split_once('#'));
            let part = part.map(|(_, part)| format!("#{part} ")).unwrap_or_default();
            let void = if event.void { format!(" ({})", self.get("event-void")) } else { String::new() };
            self.pieces.push(Piece::Row(event.moment.clone(), format!("{part}{}{void}", event.words)));
        }
    }
}

/// How a schedule stands: what is known of its memory, when it is due, what keeps it away.
fn standing(schedule: &ScheduleInfo, messages: &Messages) -> Vec<String> {
    let mut parts = Vec::new();
    let number = |value: f64| Arg::from(words::decimal(value, 1, messages.lang()));
    match (schedule.stability, schedule.difficulty) {
        (Some(stability), Some(difficulty)) => {
            parts.push(messages.with("cli-card-stability", &[("days", number(stability))]));
            parts.push(messages.with("cli-card-difficulty", &[("difficulty", number(difficulty))]));
        }
        _ => parts.push(messages.get("card-new")),
    }
    if let Some(recall) = schedule.retrievability {
        let share = words::percent(recall, messages.lang());
        parts.push(messages.with("cli-card-recall", &[("share", share.into())]));
    }
    parts.extend(due(schedule, messages));
    if schedule.suspended {
        parts.push(messages.get("event-suspend"));
    }
    parts.extend(set_apart(schedule, messages));
    parts
}

/// When a schedule is due and how often it was answered.
pub(super) fn due(schedule: &ScheduleInfo, messages: &Messages) -> Vec<String> {
    let due = schedule.due_words.as_ref();
    let mut parts: Vec<String> =
        due.map(|due| messages.with("cli-card-due", &[("date", due.as_str().into())])).into_iter().collect();
    if schedule.reps > 0 {
        let args = [("reps", schedule.reps.into()), ("lapses", Arg::from(schedule.lapses))];
        parts.push(messages.with("cli-card-reps", &args));
    }
    parts
}

/// Until when a schedule is hidden, and its flag.
pub(super) fn set_apart(schedule: &ScheduleInfo, messages: &Messages) -> Vec<String> {
    let until = schedule.buried_until.map(|until| words::date(until, messages));
    let buried = until.map(|until| messages.with("event-bury", &[("date", until.into())]));
    let flag = (schedule.flag > 0)
        .then(|| messages.with("event-flag", &[("flag", u32::from(schedule.flag).into())]));
    buried.into_iter().chain(flag).collect()
}
