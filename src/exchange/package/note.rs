//! A card as a note of one of our types.

use std::fmt::Write as _;

use super::{
    Outgoing, guid, markup,
    types::{self, Type},
};
use crate::{
    card::{Area, Choice, Cloze, Content, Ground, Image, Kind, Mask, PartKey, Segment, Tcs, Verdict},
    exchange::groups,
};

/// What goes into a note.
pub(super) struct Note {
    pub(super) kind: &'static Type,
    pub(super) fields: Vec<String>,
    /// The number of Anki's card of each schedule; `None` where it has none.
    pub(super) ords: Vec<Option<u32>>,
}

/// Marks of a cloze while its Markdown is turned into HTML: characters that no deck has a use for.
const OPEN: char = '\u{e0f0}';
const OPENED: char = '\u{e0f1}';
const CLOSE: char = '\u{e0f2}';
const HINT: char = '\u{e0f3}';

/// The note of a card. `picture` gives the name under which a picture of the deck goes along.
pub(super) fn note(out: &Outgoing, picture: &dyn Fn(&str) -> Option<String>) -> Note {
    let card = &out.card;
    let mut before = String::new();
    for text in &out.before {
        let _ = write!(before, "<div class=\"before\">{}</div>", markup::html(text));
    }
    let image = |image: Option<&crate::card::Image>| {
        let Some(image) = image else { return String::new() };
        let Some(name) = picture(&image.file) else { return String::new() };
        let (mut source, mut alt) = (String::new(), String::new());
        markup::escape(&name, &mut source);
        markup::escape(&image.alt, &mut alt);
        format!("<div><img src=\"{source}\" alt=\"{alt}\"></div>")
    };
    let prompt = |text: &str| format!("{before}{}{}", markup::html(text), image(card.meta.image.as_ref()));
    let html = |text: Option<&crate::card::Text>| text.map(|text| markup::html(text)).unwrap_or_default();
    let hint = html(card.meta.hint.as_ref());
    let note = format!("{}{}", html(card.meta.note.as_ref()), image(card.meta.answer_image.as_ref()));
    let name = guid(&out.locator);
    let basic = |question: String, answer: String, reverse: bool| Note {
        kind: &types::QUESTION,
        ords: if reverse { vec![Some(0), Some(1)] } else { vec![Some(0)] },
        fields: vec![
            question,
            answer,
            if reverse { "1" } else { "" }.to_owned(),
            hint.clone(),
            note.clone(),
            name.clone(),
        ],
    };
    match &card.content {
        Content::Qa(qa) => basic(prompt(&qa.question), markup::html(&qa.answer), qa.reverse),
        Content::Cloze(cloze) => {
            let (numbers, ords) = numbers(cloze);
            Note {
                kind: &types::CLOZE,
                ords,
                fields: vec![
                    format!("{before}{}{}", blanks(cloze, &numbers), image(card.meta.image.as_ref())),
                    hint,
                    note,
                    name,
                ],
            }
        }
        Content::Qru(choice) | Content::Qrm(choice) | Content::Qrp(choice) => Note {
            kind: &types::OPTIONS,
            ords: vec![Some(0)],
            fields: vec![
                prompt(&choice.prompt),
                kind(card.kind(), choice),
                options(choice, card.kind() == Kind::Qru, card.meta.keep_order),
                hint,
                note,
                name,
            ],
        },
        Content::Qroc(qroc) => {
            let mut answer = format!(
                "<b>{}</b>",
                qroc.answers.iter().map(|a| markup::html(a)).collect::<Vec<_>>().join(" / ")
            );
            if !qroc.accept.is_empty() {
                let accepted = qroc.accept.iter().map(|a| markup::html(a)).collect::<Vec<_>>().join(" / ");
                let _ = write!(answer, "<div class=\"kind\">½ : {accepted}</div>");
            }
            basic(prompt(&qroc.prompt), answer, false)
        }
        Content::List(list) => {
            let tag = if list.ordered { "ol" } else { "ul" };
            let mut items = String::new();
            for item in &list.items {
                let spellings: Vec<String> = item.iter().map(|spelling| markup::html(spelling)).collect();
                let _ = write!(items, "<li>{}</li>", spellings.join(" / "));
            }
            let count = format!("<div class=\"kind\">{}</div>", list.items.len());
            basic(format!("{}{count}", prompt(&list.prompt)), format!("<{tag}>{items}</{tag}>"), false)
        }
        Content::Zone(zone) => {
            let (question, answer) = ground(&zone.ground, picture);
            basic(format!("{}{question}", prompt(&zone.prompt)), answer, false)
        }
        Content::Mask(mask) => {
            let (question, answer) = masked(mask, picture);
            basic(format!("{}{question}", prompt(&mask.prompt)), answer, false)
        }
        Content::Tcs(tcs) => basic(format!("{before}{}", scale(tcs)), votes(tcs), false),
        Content::Case(_) | Content::Kfp(_) | Content::Article(_) => {
            basic(prompt(&card.content.prompt()), String::new(), false)
        }
    }
}

fn kind(kind: Kind, choice: &Choice) -> String {
    match kind {
        Kind::Qrp => format!("QRP · {}", choice.right_count()),
        kind => kind.key().to_uppercase(),
    }
}

fn options(choice: &Choice, one: bool, keep: bool) -> String {
    let mut out = String::from("<ol");
    out.push_str(if one { " data-one" } else { "" });
    out.push_str(if keep { " data-keep" } else { "" });
    out.push('>');
    for option in &choice.options {
        let class = match option.verdict {
            Verdict::Required => "right must",
            Verdict::Correct => "right",
            Verdict::Wrong => "wrong",
            Verdict::Unacceptable => "wrong never",
        };
        let _ = write!(out, "<li class=\"{class}\"><span class=\"t\">{}</span>", markup::html(&option.text));
        if let Some(why) = &option.why {
            let _ = write!(out, "<div class=\"why\">{}</div>", markup::html(why));
        }
        out.push_str("</li>");
    }
    out.push_str("</ol>");
    out
}

fn ground(ground: &Ground, picture: &dyn Fn(&str) -> Option<String>) -> (String, String) {
    match ground {
        Ground::Text { spans } => {
            let mut question = String::from("<p>");
            let mut answer = String::from("<p>");
            for span in spans {
                markup::escape(&span.text, &mut question);
                if span.expected {
                    answer.push_str("<b>");
                }
                markup::escape(&span.text, &mut answer);
                if span.expected {
                    answer.push_str("</b>");
                }
            }
            (question + "</p>", answer + "</p>")
        }
        Ground::Image { image, zones } => {
            let shown = whole_width(image, picture);
            let mut marks = String::new();
            let mut labels = String::new();
            for zone in zones {
                marks.push_str(&outline(&zone.area));
                let _ = write!(labels, "<li>{}</li>", markup::html(&zone.label));
            }
            let answer = format!(
                "<div style=\"position:relative\">{shown}<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" \
                 style=\"position:absolute;left:0;top:0;width:100%;height:100%\">{marks}</svg></div><ul>{labels}</ul>"
            );
            (format!("<div>{shown}</div>"), answer)
        }
    }
}

/// A picture as wide as the card, for what lies over it in percent.
fn whole_width(image: &Image, picture: &dyn Fn(&str) -> Option<String>) -> String {
    let (mut name, mut alt) = (String::new(), String::new());
    markup::escape(&picture(&image.file).unwrap_or_default(), &mut name);
    markup::escape(&image.alt, &mut alt);
    format!("<img src=\"{name}\" alt=\"{alt}\" style=\"display:block;width:100%\">")
}

/// A picture with what is hidden under masks, in HTML alone: every Anki shows it, on every device.
fn masked(mask: &Mask, picture: &dyn Fn(&str) -> Option<String>) -> (String, String) {
    const ASKED: &str = "#f06e3c";
    const OTHER: &str = "#969baa";
    let shown = whole_width(&mask.image, picture);
    let whole = |marks: &str| format!("<div style=\"position:relative\">{shown}{marks}</div>");
    let mut others = String::new();
    for area in &mask.others {
        others.push_str(&over(area, &format!("fill=\"{OTHER}\"")));
    }
    let (mut asked, mut told) = (others.clone(), others);
    for zone in &mask.zones {
        asked.push_str(&over(&zone.area, &format!("fill=\"{ASKED}\"")));
        let [x, y] = zone.area.middle();
        let _ = write!(
            asked,
            "<b style=\"position:absolute;left:{x}%;top:{y}%;transform:translate(-50%,-50%);color:#000\">?</b>"
        );
        told.push_str(&over(&zone.area, &format!("fill=\"none\" stroke=\"{ASKED}\" stroke-width=\"0.6\"")));
    }
    let names: Vec<String> = mask.names().into_iter().map(|name| markup::html(name)).collect();
    let names = if names.is_empty() { String::new() } else { format!("<div>{}</div>", names.join(" · ")) };
    (whole(&asked), format!("{}{names}", whole(&told)))
}

/// An area over the picture before it.
fn over(area: &Area, look: &str) -> String {
    // The radius of a circle is in percent of the width alone: it is drawn on a square of that width.
    if let Area::Circle([x, y, r]) = area {
        let (left, side) = (x - r, 2.0 * r);
        return format!(
            "<div style=\"position:absolute;left:{left}%;top:{y}%;width:{side}%;transform:translateY(-50%)\">\
             <svg viewBox=\"0 0 100 100\" style=\"display:block;width:100%\"><circle cx=\"50\" cy=\"50\" r=\"50\" {look}/></svg></div>"
        );
    }
    format!(
        "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" \
         style=\"position:absolute;left:0;top:0;width:100%;height:100%\">{}</svg>",
        shape(area, look)
    )
}

fn outline(area: &Area) -> String {
    shape(area, "fill=\"#0a58ca\" fill-opacity=\"0.25\" stroke=\"#0a58ca\" stroke-width=\"0.6\"")
}

fn shape(area: &Area, look: &str) -> String {
    match area {
        Area::Rect([x, y, w, h]) => {
            format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" {look}/>")
        }
        Area::Circle([x, y, r]) => format!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{r}\" ry=\"{r}\" {look}/>"),
        Area::Polygon(points) => {
            let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
            format!("<polygon points=\"{}\" {look}/>", points.join(" "))
        }
    }
}

fn scale(tcs: &Tcs) -> String {
    let mut out = markup::html(&tcs.vignette);
    for question in &tcs.questions {
        let _ = write!(
            out,
            "<p>{}</p><p>{}</p><div class=\"kind\">−2 … +2</div>",
            markup::html(&question.hypothesis),
            markup::html(&question.finding)
        );
    }
    out
}

fn votes(tcs: &Tcs) -> String {
    let mut out = String::new();
    for question in &tcs.questions {
        out.push_str("<table><tr><th>−2</th><th>−1</th><th>0</th><th>+1</th><th>+2</th></tr><tr>");
        for votes in question.votes {
            let _ = write!(out, "<td>{votes}</td>");
        }
        out.push_str("</tr></table>");
        if let Some(note) = &question.note {
            out.push_str(&markup::html(note));
        }
    }
    out
}

/// The number of Anki's group of each part, and the number of its card.
fn numbers(cloze: &Cloze) -> (Vec<(PartKey, u32)>, Vec<Option<u32>>) {
    let out = groups::numbered(cloze.parts().iter());
    let ords = out.iter().map(|(_, number)| number.checked_sub(1).filter(|ord| *ord < 500)).collect();
    (out, ords)
}

/// A cloze as Anki writes it.
pub(in crate::exchange) fn cloze_html(cloze: &Cloze) -> String {
    blanks(cloze, &numbers(cloze).0)
}

fn blanks(cloze: &Cloze, numbers: &[(PartKey, u32)]) -> String {
    fn walk(segments: &[Segment], numbers: &[(PartKey, u32)], out: &mut String) {
        for segment in segments {
            match segment {
                Segment::Shown(text) => out.push_str(text),
                Segment::Blank { part, body, hint } => {
                    let number = numbers.iter().find(|(own, _)| own == part).map_or(1, |(_, number)| *number);
                    let _ = write!(out, "{OPEN}{number}{OPENED}");
                    walk(body, numbers, out);
                    if let Some(hint) = hint {
                        out.push(HINT);
                        out.push_str(hint);
                    }
                    out.push(CLOSE);
                }
            }
        }
    }
    let mut source = String::new();
    walk(&cloze.segments, numbers, &mut source);
    // What Anki would take for marks of its own is shown as it is.
    let html =
        markup::html(&source).replace("{{", "{&#123;").replace("}}", "}&#125;").replace("::", ":&#58;");
    let mut out = String::with_capacity(html.len());
    for c in html.chars() {
        match c {
            OPEN => out.push_str("{{c"),
            OPENED | HINT => out.push_str("::"),
            CLOSE => out.push_str("}}"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_get_ankis_marks_and_foreign_ones_are_words() {
        let cloze =
            Cloze::parse("Le **{{rein}}** \\{{x}} et {{foie::organe}} : {{c7::a::b}}").expect("a cloze");
        let (numbers, ords) = numbers(&cloze);
        assert_eq!(ords, [Some(0), Some(1), Some(6)]);
        assert_eq!(
            blanks(&cloze, &numbers),
            "Le <b>{{c1::rein}}</b> {&#123;x}&#125; et {{c2::foie::organe}} : {{c7::a::b}}"
        );
    }
}
