//! A text whose places are pointed at, and once it is marked.

use std::collections::BTreeSet;

use ratatui::style::{Color, Modifier, Style};

use super::Lines;
use crate::{
    card::{TextZone, Zone},
    tui::{
        model::Pointing,
        mouse::Target,
        view::Painter,
        widgets::{
            typography::unbreakable,
            wrap::{Run, wrap},
        },
    },
};

/// How a place is shown: what stands before it, what behind, and its style.
type Look = (&'static str, &'static str, Style);

/// ```text
/// Le Parlement vote l'ONDAM. [La Cnam signe seule les conventions]. Les CPAM versent.
/// ```
///
/// In brackets what is pointed at; the cursor's place stands out by its style alone, so that the text does not move.
pub(super) fn write_open(pointing: &Pointing, painter: Painter<'_>, width: u16, lines: &mut Lines) {
    let theme = painter.theme;
    let here = pointing.places.span(pointing.cursor);
    let cursor = theme.selected.add_modifier(Modifier::REVERSED);
    let look = |span: usize| -> Look {
        let chosen = pointing.chosen.contains(&span);
        let style = match (here == Some(span), chosen) {
            (true, _) => cursor,
            (false, true) => theme.accent,
            (false, false) => theme.text,
        };
        let style = style.underline_color(tag(span));
        if chosen { ("[", "]", style) } else { ("", "", style) }
    };
    let begin = lines.out.len();
    write_text(pointing.places.text(), &look, painter, width, lines);
    untag(begin, lines);
    let rows = lines.out.iter().enumerate().skip(begin);
    let under: Vec<usize> = rows
        .filter(|(_, line)| line.spans.iter().any(|span| span.style == cursor))
        .map(|(row, _)| row)
        .collect();
    lines.cursor = under.first().copied().zip(under.last().copied());
}

/// The number of a span, carried through the breaking of lines in the colour of an underline that is never drawn.
fn tag(span: usize) -> Color {
    let [.., high, middle, low] = span.to_be_bytes();
    Color::Rgb(high, middle, low)
}

/// Takes the numbers away again, and tells where each span can be clicked.
fn untag(begin: usize, lines: &mut Lines) {
    for (number, line) in lines.out.iter_mut().enumerate().skip(begin) {
        let mut x = 0;
        for span in &mut line.spans {
            let width = u16::try_from(span.width()).unwrap_or(0);
            if let Some(Color::Rgb(high, middle, low)) = span.style.underline_color.take() {
                let place = u32::from_be_bytes([0, high, middle, low]);
                lines.targets.push((number, x, width, Target::Span(place as usize)));
            }
            x += width;
        }
    }
}

/// ```text
/// [✘ Le Parlement vote l'ONDAM]. [○ La Cnam signe seule les conventions]. Les CPAM versent.
/// ○ à pointer · ✘ pointé à tort
/// ```
pub(super) fn write_marked(
    zone: &Zone,
    pointed: &BTreeSet<usize>,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let theme = painter.theme;
    let cut = zone.cut();
    let spans = cut.spans();
    let look = |span: usize| -> Look {
        let expected = spans.get(span).is_some_and(|span| span.expected);
        match (expected, pointed.contains(&span)) {
            (true, true) => ("[✔\u{a0}", "]", theme.good),
            (true, false) => ("[○\u{a0}", "]", theme.warn),
            (false, true) => ("[✘\u{a0}", "]", theme.bad),
            (false, false) => ("", "", theme.text),
        }
    };
    write_text(spans, &look, painter, width, lines);
    let (mut found, mut missed, mut wrong) = (false, false, false);
    for (number, span) in spans.iter().enumerate() {
        let was = pointed.contains(&number);
        found |= span.expected && was;
        missed |= span.expected && !was;
        wrong |= !span.expected && was;
    }
    let legend = [
        (found, "✔", "place-found", theme.good),
        (missed, "○", "place-missed", theme.warn),
        (wrong, "✘", "place-wrong", theme.bad),
    ];
    let mut runs = Vec::new();
    for (_, mark, id, style) in legend.into_iter().filter(|(any, ..)| *any) {
        if !runs.is_empty() {
            runs.push(Run { text: " · ".to_owned(), style: theme.dim });
        }
        runs.push(Run { text: format!("{mark}\u{a0}{}", painter.say(id)), style });
    }
    lines.gap();
    lines.out.extend(wrap(&runs, width, &[], &[]));
}

fn write_text(
    spans: &[TextZone],
    look: &dyn Fn(usize) -> Look,
    painter: Painter<'_>,
    width: u16,
    lines: &mut Lines,
) {
    let plain = painter.theme.text;
    let mut runs: Vec<Run> = Vec::new();
    let mut put = |text: &str, style: Style, lines: &mut Lines| {
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                lines.out.extend(wrap(&std::mem::take(&mut runs), width, &[], &[]));
            }
            if !line.is_empty() {
                runs.push(Run { text: unbreakable(line), style });
            }
        }
    };
    for (number, span) in spans.iter().enumerate() {
        let core = span.core();
        put(&span.text[..core.start], plain, lines);
        if span.is_place() {
            let (before, behind, style) = look(number);
            put(&format!("{before}{}{behind}", &span.text[core.clone()]), style, lines);
        } else {
            put(&span.text[core.clone()], plain, lines);
        }
        put(&span.text[core.end..], plain, lines);
    }
    if !runs.is_empty() {
        lines.out.extend(wrap(&runs, width, &[], &[]));
    }
}
