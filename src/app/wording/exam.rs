//! What is said about a mock exam.

use crate::{
    app::{
        exam::{Exam, Note, Past, PastQuestion},
        face, markdown, words,
    },
    card::{Kind, Locator},
    grade::rules::RANK_A_MINIMUM,
    i18n::{Arg, Messages},
    study::exam::{Bounds, Group, Verdict},
};

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What it says.
    pub lines: Vec<String>,
}

/// A question of a report on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionLine {
    /// Its points.
    pub points: String,
    /// What it asks, without its format.
    pub text: String,
}

/// A paper before it is begun: how long, of what, and what there is to know.
#[must_use]
pub fn brief(exam: &Exam, messages: &Messages) -> Vec<String> {
    let (questions, minutes) = (exam.questions.len(), exam.minutes());
    let mut lines = vec![
        messages.with("exam-brief", &[("n", questions.into()), ("minutes", minutes.into())]),
        kinds(exam, messages),
    ];
    let (in_groups, groups) = exam.in_groups();
    if groups > 0 {
        lines.push(
            messages.with("exam-brief-groups", &[("n", groups.into()), ("questions", in_groups.into())]),
        );
    }
    lines.extend(notes(exam, messages));
    lines
}

fn kinds(exam: &Exam, messages: &Messages) -> String {
    let kinds = exam.kinds().into_iter();
    let parts: Vec<String> =
        kinds.map(|(kind, count)| format!("{count}\u{a0}{}", kind_name(kind, messages))).collect();
    format!("{}.", parts.join(", "))
}

/// The short name of a kind: `QRM`.
#[must_use]
pub fn kind_name(kind: Kind, messages: &Messages) -> String {
    let name = messages.get(&format!("kind-{}", kind.key()));
    name.split(" · ").next().unwrap_or_default().to_owned()
}

/// What there is to know about a paper.
#[must_use]
pub fn notes(exam: &Exam, messages: &Messages) -> Vec<String> {
    let there = Arg::from(exam.questions.len());
    let cards = |cards: &[Locator]| {
        let names: Vec<String> = cards.iter().take(5).map(ToString::to_string).collect();
        let more = if cards.len() > 5 { ", …" } else { "" };
        Arg::from(format!("{}{more}", names.join(", ")))
    };
    let note = |note: &Note| match note {
        Note::Fewer { wanted } => {
            messages.with("exam-note-fewer", &[("wanted", (*wanted).into()), ("n", there.clone())])
        }
        Note::ShortUnit => messages.with("exam-note-short-unit", &[("n", there.clone())]),
        Note::NoCase => messages.get("exam-note-no-case"),
        Note::Missing(gone) => {
            messages.with("exam-note-missing", &[("n", gone.len().into()), ("cards", cards(gone))])
        }
        Note::Changed(changed) => {
            messages.with("exam-note-changed", &[("n", changed.len().into()), ("cards", cards(changed))])
        }
        Note::Annulled(count) => messages.with("exam-note-annulled", &[("n", (*count).into())]),
        Note::Pictures(count) => messages.with("exam-note-pictures", &[("n", (*count).into())]),
    };
    exam.notes.iter().map(note).collect()
}

/// The time left: `1 h 12`, `54 min`, and to the second once it is short.
#[must_use]
pub fn clock(ms: u64, messages: &Messages) -> String {
    // What is left is never told as less than it is.
    let seconds = ms.div_ceil(1000);
    if seconds < SHORT_SECONDS {
        return format!("{}:{:02}", seconds / 60, seconds % 60);
    }
    spent(seconds.div_ceil(60) * 60_000, messages)
}

/// Below so many seconds the clock tells seconds.
pub const SHORT_SECONDS: u64 = 300;

/// A time that was used.
#[must_use]
pub fn spent(ms: u64, messages: &Messages) -> String {
    words::spent(u32::try_from(ms / 1000).map_or(f64::from(u32::MAX), f64::from), messages)
}

/// A mark out of 20, rounded down, so that 13.999 is not shown as the 14 that it is not: `14,25/20`.
#[must_use]
pub fn mark(mark: Bounds, messages: &Messages) -> String {
    let lang = messages.lang();
    let shown = |mark: f64| words::decimal(((mark + 1e-9) * 100.0).floor() / 100.0, 2, lang);
    if mark.is_sure() {
        return format!("{}/20", shown(mark.low));
    }
    let args = [("low", shown(mark.low).into()), ("high", shown(mark.high).into())];
    format!("{}/20", messages.with("exam-bounds", &args))
}

/// Points of one question: `0,5`, `0 à 1`.
#[must_use]
pub fn points(points: Bounds, messages: &Messages) -> String {
    let shown = |points: f64| {
        let text = words::decimal(points, 2, messages.lang());
        text.trim_end_matches('0').trim_end_matches([',', '.']).to_owned()
    };
    if points.is_sure() {
        return shown(points.low);
    }
    let args = [("low", shown(points.low).into()), ("high", shown(points.high).into())];
    messages.with("exam-bounds", &args)
}

/// What a sitting came to, without its questions.
#[must_use]
pub fn report(past: &Past, messages: &Messages) -> Vec<Section> {
    let report = &past.report;
    let mut sections =
        vec![Section { title: messages.get("exam-section-mark"), lines: head(past, messages) }];
    let mut push = |id: &str, groups: Vec<(String, Group)>| {
        let line = |(name, group): (String, Group)| {
            let args = [
                ("name", name.into()),
                ("mark", mark(group.mark(), messages).into()),
                ("n", group.questions.into()),
            ];
            messages.with("exam-group", &args)
        };
        let lines = groups.into_iter().map(line).collect();
        sections.push(Section { title: messages.get(id), lines });
    };
    let named = |name: Option<String>, none: &str| name.unwrap_or_else(|| messages.get(none));
    let rank = |rank: Option<crate::card::Rank>| {
        let name = rank.map(|rank| messages.with("rank-name", &[("rank", rank.to_string().into())]));
        named(name, "home-row-no-rank")
    };
    push("exam-section-ranks", report.ranks.iter().map(|(key, group)| (rank(*key), *group)).collect());
    let item = |item: Option<crate::card::Item>| {
        let name = item.map(|item| messages.with("exam-item", &[("item", item.to_string().into())]));
        named(name, "exam-no-item")
    };
    push("exam-section-items", report.items.iter().map(|(key, group)| (item(*key), *group)).collect());
    let objective =
        |id: Option<crate::card::ObjectiveId>| named(id.map(|id| id.to_string()), "home-row-no-objective");
    push(
        "exam-section-objectives",
        report.objectives.iter().map(|(key, group)| (objective(*key), *group)).collect(),
    );
    push(
        "exam-section-kinds",
        report.kinds.iter().map(|(kind, group)| (kind_name(*kind, messages), *group)).collect(),
    );
    let slow = past.slowest().into_iter().map(|place| {
        let took = past.questions.get(place).map_or(0, |question| u64::from(question.answer.took_ms));
        let args = [("number", Arg::from(place + 1)), ("time", spent(took, messages).into())];
        messages.with("exam-slow", &args)
    });
    let slow: Vec<String> = slow.collect();
    if !slow.is_empty() {
        sections.push(Section { title: messages.get("exam-section-slowest"), lines: slow });
    }
    sections
}

fn head(past: &Past, messages: &Messages) -> Vec<String> {
    let report = &past.report;
    let args = [
        ("mark", mark(report.mark(), messages).into()),
        ("n", report.all.questions.into()),
        ("blanks", Arg::from(report.blanks)),
    ];
    let mut lines = vec![messages.with("exam-mark", &args)];
    if let (Some(group), Some(verdict)) = (report.double_a, report.verdict()) {
        let id = match verdict {
            Verdict::Reached => "exam-rank-a-reached",
            Verdict::Missed => "exam-rank-a-missed",
            Verdict::Open => "exam-rank-a-open",
        };
        let minimum = words::decimal(RANK_A_MINIMUM, 0, messages.lang());
        let args = [
            ("mark", mark(group.mark(), messages).into()),
            ("n", group.questions.into()),
            ("minimum", minimum.into()),
        ];
        lines.push(messages.with(id, &args));
    } else {
        lines.push(messages.get("exam-rank-a-none"));
    }
    if report.undecided > 0 {
        lines.push(messages.with("exam-undecided", &[("n", report.undecided.into())]));
    }
    let limit = past.limit_ms.unwrap_or(past.took_ms);
    let args = [("time", spent(past.took_ms, messages).into()), ("limit", spent(limit, messages).into())];
    lines.push(messages.with("exam-time", &args));
    let annulled = past.annulled();
    if annulled > 0 {
        lines.push(messages.with("exam-note-annulled", &[("n", annulled.into())]));
    }
    if report.estimated || report.double_a.is_some() {
        lines.push(messages.get("exam-estimation"));
    }
    lines
}

/// A question of a sitting on one line.
#[must_use]
pub fn question(past: &Past, question: &PastQuestion, messages: &Messages) -> QuestionLine {
    let _ = past;
    let text = match &question.asked {
        Some(asked) => markdown::one_line(&face::question(&asked.card, None)),
        None => question.answer.card.to_string(),
    };
    let (given, text) = match &question.outcome {
        None => ("–".to_owned(), format!("{text} ({})", messages.get("exam-question-annulled"))),
        Some(outcome) if outcome.blank => {
            (points(outcome.points, messages), format!("{text} ({})", messages.get("exam-question-blank")))
        }
        Some(outcome) => (points(outcome.points, messages), text),
    };
    QuestionLine { points: given, text }
}
