//! What is said about a card, the same on the screens and in plain lines. The words are the messages'; how they are laid
//! out and coloured is each surface's own.

pub mod exam;
pub mod figures;
mod plan;
pub mod settings;

pub use plan::{exam, exam_in_short};

use super::{
    asked::Asked,
    markdown,
    overview::{Overview, SyncLine, SyncTime},
    questions::Within,
    report::Report,
    ticks::Limit,
    words,
};
use crate::{
    card::{Content, Ground, Mask, Meta, Opt, Source, Verdict, Zone},
    grade::{ChoiceDetail, PieceState, Tick, matcher::Remark},
    i18n::{Arg, Lang, Messages},
    memory::{Phase, Rating},
};

/// `A`, `B`, … for the options in the order in which they are shown.
#[must_use]
pub fn letter(line: usize) -> char {
    u8::try_from(line).ok().filter(|n| *n < 26).map_or('?', |n| char::from(b'A' + n))
}

/// The kind, what it asks for, and what is known of the card: `QRP · 3 réponses à cocher`, `nouvelle`.
#[must_use]
pub fn kind(asked: &Asked, messages: &Messages) -> Vec<String> {
    let content = &asked.card.content;
    let mut parts: Vec<String> = asked.within.iter().map(|within| numbered(within, messages)).collect();
    parts.push(match (content, Limit::of(content).and_then(Limit::wanted)) {
        (Content::Qrp(_), Some(n)) => messages.with("asked-qrp", &[("n", n.into())]),
        (Content::Zone(Zone { ground: Ground::Image { .. }, .. }), Some(n)) => {
            messages.with("asked-zone-picture", &[("n", n.into())])
        }
        (Content::Zone(_), Some(n)) => messages.with("asked-zone", &[("n", n.into())]),
        (Content::List(list), _) => {
            let id = if list.ordered { "asked-list-ordered" } else { "asked-list" };
            messages.with(id, &[("n", list.items.len().into())])
        }
        // What it stands in has said so.
        (Content::Tcs(_), _) if asked.within.is_some() => return parts,
        _ => messages.get(&format!("kind-{}", content.kind().key())),
    });
    if asked.within.is_some() {
        // It has no schedule.
    } else if asked.phase == Phase::New {
        parts.push(messages.get("card-new"));
    } else if asked.lapses > 0 {
        parts.push(messages.with("card-lapses", &[("n", asked.lapses.into())]));
    }
    parts
}

/// Which question of what: `Dossier progressif, question 2 sur 5`.
#[must_use]
pub fn numbered(within: &Within, messages: &Messages) -> String {
    let kind = messages.get(&format!("kind-{}", within.kind.key()));
    let args = [("kind", kind.into()), ("number", within.number.into()), ("of", within.of.into())];
    messages.with("within-number", &args)
}

/// The thirds of a picture, from the top left on.
const PLACES: [[&str; 3]; 3] = [
    ["place-top-left", "place-top-centre", "place-top-right"],
    ["place-middle-left", "place-middle-centre", "place-middle-right"],
    ["place-bottom-left", "place-bottom-centre", "place-bottom-right"],
];

/// Where on its picture something is hidden, for who does not see it: `en haut à gauche, au centre`.
#[must_use]
pub fn hidden_places(mask: &Mask, messages: &Messages) -> String {
    let mut places: Vec<String> = Vec::new();
    for zone in &mask.zones {
        let [down, across] = zone.area.third();
        let place = messages.get(PLACES[usize::from(down.min(2))][usize::from(across.min(2))]);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join(", ")
}

/// Where the card belongs: its objective, else its rank, else nothing.
#[must_use]
pub fn place(meta: &Meta, messages: &Messages) -> Option<String> {
    let rank =
        || meta.effective_rank().map(|rank| messages.with("rank-name", &[("rank", rank.to_string().into())]));
    meta.objectives.first().map(ToString::to_string).or_else(rank)
}

/// How sync stands, in a few words.
#[must_use]
pub fn sync(line: &SyncLine, messages: &Messages) -> String {
    let mut parts = vec![match &line.last {
        None => messages.get("home-sync-never"),
        Some(SyncTime::Today(time)) => messages.with("home-sync-today", &[("time", time.as_str().into())]),
        Some(SyncTime::On(day)) => {
            messages.with("home-sync-on", &[("date", words::date(*day, messages).into())])
        }
    }];
    if line.failed {
        parts.push(messages.get("home-sync-failed"));
    }
    if let Ok(waiting @ 1..) = u32::try_from(line.waiting) {
        parts.push(messages.with("home-sync-waiting", &[("n", waiting.into())]));
    }
    parts.join(" · ")
}

/// The name of a rating.
#[must_use]
pub fn rating(rating: Rating, messages: &Messages) -> String {
    messages.get(&format!("rating-{rating}"))
}

/// The message about options, or about places of a text or a picture.
fn about(
    content: &Content,
    options: &'static str,
    places: &'static str,
    spots: &'static str,
) -> &'static str {
    match content {
        Content::Zone(Zone { ground: Ground::Image { .. }, .. }) => spots,
        Content::Zone(_) => places,
        _ => options,
    }
}

/// A further tick was refused, since as many are ticked as are right.
#[must_use]
pub fn full(content: &Content, messages: &Messages) -> String {
    let count = Limit::of(content).and_then(Limit::wanted).unwrap_or_default();
    messages.with(about(content, "ticks-full", "places-full", "spots-full"), &[("n", count.into())])
}

/// More was chosen at once than is expected.
#[must_use]
pub fn too_many(content: &Content, messages: &Messages) -> String {
    let count = Limit::of(content).and_then(Limit::wanted).unwrap_or_default();
    messages.with(about(content, "ticks-too-many", "places-too-many", "spots-full"), &[("n", count.into())])
}

/// How many ticks are left to make, before the student hands in with fewer than are right; `None` where all are made or
/// their number is not told.
#[must_use]
pub fn left_to_tick(content: &Content, ticked: usize, messages: &Messages) -> Option<String> {
    let told = matches!(content, Content::Qrp(_) | Content::Zone(_));
    let wanted = Limit::of(content).filter(|_| told)?.wanted()?;
    let left = wanted.saturating_sub(ticked);
    (left > 0).then(|| {
        messages.with(about(content, "ticks-left", "places-left", "spots-left"), &[("n", left.into())])
    })
}

/// What is to be said of an option beside its mark: the id of a message.
#[must_use]
pub fn option_remark(option: &Opt, tick: Tick) -> Option<&'static str> {
    match (tick, option.verdict) {
        (Tick::RequiredMissed, _) => Some("option-required-missed"),
        (Tick::UnacceptableTicked, _) => Some("option-unacceptable-ticked"),
        (Tick::Missed, _) => Some("option-missed"),
        (_, Verdict::Required) => Some("option-required"),
        (_, Verdict::Unacceptable) => Some("option-unacceptable"),
        _ => None,
    }
}

/// A step of a scale as it is written: `−2`, `0`, `+1`.
#[must_use]
pub fn step(step: i8) -> String {
    match step {
        0 => "0".to_owned(),
        below if below < 0 => format!("−{}", below.unsigned_abs()),
        above => format!("+{above}"),
    }
}

/// What a step of a scale says of the hypothesis.
#[must_use]
pub fn step_meaning(step: i8, messages: &Messages) -> String {
    messages.get(match step {
        i8::MIN..=-2 => "scale-minus-2",
        -1 => "scale-minus-1",
        0 => "scale-0",
        1 => "scale-plus-1",
        2.. => "scale-plus-2",
    })
}

/// Why what was typed for a list does not count (yet): the id of a message.
#[must_use]
pub fn piece_remark(state: PieceState) -> Option<&'static str> {
    match state {
        PieceState::Found(_) => None,
        PieceState::Almost(_) => Some("piece-almost"),
        PieceState::Misplaced(_) => Some("piece-misplaced"),
        PieceState::Repeated => Some("piece-repeated"),
        PieceState::Extra => Some("piece-extra"),
    }
}

/// The score, 0 to 1, out of 1: `0,5 point sur 1`.
#[must_use]
pub fn score(score: f64, messages: &Messages) -> String {
    let args = [("score", points_of(score, messages.lang()).into()), ("plural", Arg::Number(score))];
    messages.with("score", &args)
}

/// Points with as many digits as they need, two at most.
fn points_of(points: f64, lang: Lang) -> String {
    let digits = if (points * 10.0).fract().abs() < 1e-9 { 1 } else { 2 };
    let number = words::decimal(points, digits, lang);
    let zero = match lang {
        Lang::Fr => ",0",
        Lang::En => ".0",
    };
    number.strip_suffix(zero).unwrap_or(&number).to_owned()
}

/// Why the score of ticked options is what it is: set to 0, or for a QRM, which is marked by them, so many discordances.
#[must_use]
pub fn discordances(content: &Content, detail: &ChoiceDetail, messages: &Messages) -> Option<String> {
    let count = detail.discordant().count();
    if detail.is_zeroed() {
        Some(messages.get("score-zeroed"))
    } else if count > 0 && matches!(content, Content::Qrm(_)) {
        Some(messages.with("score-discordances", &[("n", count.into())]))
    } else {
        None
    }
}

/// What the matcher says beside its verdict.
#[must_use]
pub fn remark(remark: &Remark, messages: &Messages) -> String {
    let id = format!("grade-remark-{}", remark.name());
    match remark {
        Remark::Confusable { typed, expected } => {
            messages.with(&id, &[("typed", typed.as_str().into()), ("expected", expected.as_str().into())])
        }
        _ => messages.get(&id),
    }
}

/// "True since …", "True until …": a fact that has a date is never shown without it.
#[must_use]
pub fn dates(meta: &Meta, messages: &Messages) -> Option<String> {
    let say = |date| words::date(date, messages);
    match (meta.as_of, meta.until) {
        (Some(from), Some(to)) => {
            Some(messages.with("true-between", &[("from", say(from).into()), ("to", say(to).into())]))
        }
        (Some(from), None) => Some(messages.with("true-from", &[("date", say(from).into())])),
        (None, Some(to)) => Some(messages.with("true-until", &[("date", say(to).into())])),
        (None, None) => None,
    }
}

/// The sources of the card, each on one line without its label.
#[must_use]
pub fn sources(asked: &Asked, messages: &Messages) -> Vec<String> {
    let keys = asked.card.meta.sources.iter();
    keys.filter_map(|key| asked.head.source(key)).map(|found| source(found, messages)).collect()
}

/// A source on one line: author, title, date.
#[must_use]
pub fn source(source: &Source, messages: &Messages) -> String {
    let mut text = source.title.to_string();
    if let Some(author) = &source.author {
        text = format!("{author}, {text}");
    }
    if let Some(date) = source.date {
        text = format!("{text} ({})", words::date(date, messages));
    }
    markdown::one_line(&text)
}

/// What is for today, or when there is something again.
#[must_use]
pub fn today(overview: &Overview, messages: &Messages) -> String {
    let counts = overview.counts;
    let due = counts.reviews + counts.learning;
    if due + counts.new == 0 && counts.ahead > 0 {
        return messages.with("home-today-ahead", &[("n", counts.ahead.into())]);
    }
    if due + counts.new > 0 {
        return messages.with("home-today", &[("due", due.into()), ("new", counts.new.into())]);
    }
    format!("{} {}", messages.get("home-done"), next_card(overview.next_in_days, messages))
}

/// Days in a row and the answers of today, each a part; none when there is neither.
#[must_use]
pub fn habits(overview: &Overview, messages: &Messages) -> Vec<String> {
    let mut parts = Vec::new();
    if overview.streak > 0 {
        parts.push(messages.with("home-streak", &[("days", overview.streak.into())]));
    }
    if overview.answered_today > 0 {
        let time = words::spent(overview.seconds_today, messages);
        let args = [("n", overview.answered_today.into()), ("time", time.into())];
        parts.push(messages.with("home-answered", &args));
    }
    parts
}

/// What is left after a sitting: cards for today, or when the next one comes.
#[must_use]
pub fn what_is_left(report: &Report, messages: &Messages) -> String {
    if report.left > 0 {
        return messages.with("summary-left", &[("n", report.left.into())]);
    }
    next_card(report.next_in_days, messages)
}

/// That new cards wait because the day's limit is reached; nothing while others are still for today.
#[must_use]
pub fn new_waiting(report: &Report, messages: &Messages) -> Option<String> {
    report
        .offers_more_new()
        .then(|| messages.with("summary-new-waiting", &[("n", report.new_waiting.into())]))
}

/// The points of the marked questions: `Questions notées : 3,2 points sur 4, soit 16 sur 20.` `None` where none was marked.
#[must_use]
pub fn points(report: &Report, messages: &Messages) -> Option<String> {
    let mean = report.mean_score()?;
    let number = |value: f64| points_of(value, messages.lang());
    let args = [
        ("points", number(report.points).into()),
        ("plural", Arg::Number(report.points)),
        ("n", report.marked.into()),
        ("mean", number(mean * 20.0).into()),
    ];
    Some(messages.with("summary-points", &args))
}

/// When the next card comes, in days from today.
#[must_use]
pub fn next_card(days: Option<u32>, messages: &Messages) -> String {
    match days {
        Some(days) => messages.with("next-card", &[("days", days.into())]),
        None => messages.get("next-card-none"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_has_as_many_digits_as_it_needs() {
        let shown = |points, lang| score(points, &Messages::new(lang));
        assert_eq!(shown(1.0, Lang::Fr), "1 point sur 1");
        assert_eq!(shown(0.5, Lang::Fr), "0,5 point sur 1");
        assert_eq!(shown(0.25, Lang::En), "0.25 points out of 1");
        assert_eq!(shown(0.0, Lang::En), "0 points out of 1");
    }

    #[test]
    fn options_are_lettered_as_far_as_there_are_letters() {
        assert_eq!([letter(0), letter(4), letter(25), letter(26)], ['A', 'E', 'Z', '?']);
    }
}
