//! Templates: what a type of notes shows of its fields.

use std::borrow::Cow;

use crate::exchange::{Losses, html};

/// A template that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Template(Vec<Node>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Html(String),
    Field { name: String, filters: Vec<String> },
    Section { name: String, inverted: bool, inner: Vec<Node> },
}

/// What a rendering may look up.
pub(super) trait Lookup {
    /// The content of a field, as HTML.
    fn field(&self, name: &str) -> Option<Cow<'_, str>>;
    /// A text with clozes, its marks replaced by those of [`html`].
    fn cloze(&self, text: &str) -> String;
}

/// What came of a rendering.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    /// The HTML.
    pub(super) html: String,
    /// What is shown on demand.
    pub(super) hints: Vec<String>,
    /// The field that is typed.
    pub(super) typed: Option<String>,
    /// Whether a cloze is shown.
    pub(super) cloze: bool,
    /// How many bytes of fields are shown.
    pub(super) bytes: usize,
    /// How many bytes of the template's own text are shown.
    pub(super) text: usize,
}

/// Sections deeper than this are text.
const DEEPEST: usize = 32;
/// So many tags are read of a template; further ones are text.
const TAGS: usize = 2000;
/// A side of a card is not longer than this, in bytes of HTML: a template may show a field as often as it likes.
const LONGEST: usize = 4 << 20;
/// So many bytes of a side may be the template's own, which are the same in each card.
const LONGEST_TEXT: usize = 64 << 10;

impl Template {
    /// Reads a template. What is no tag, or closes nothing, is text.
    pub(super) fn read(source: &str, losses: &mut Losses) -> Self {
        let source = without_runnable(source, losses);
        let mut rest = source.as_str();
        let mut stack: Vec<(String, bool, Vec<Node>)> = Vec::new();
        let mut nodes = Vec::new();
        for _ in 0..TAGS {
            let Some((before, after)) = rest.split_once("{{") else { break };
            let Some((tag, after)) = after.split_once("}}") else { break };
            push_html(&mut nodes, before);
            rest = after;
            let tag = tag.trim_start_matches('{').trim();
            match tag.chars().next() {
                Some(sign @ ('#' | '^')) if stack.len() < DEEPEST => {
                    stack.push((tag[1..].trim().to_owned(), sign == '^', std::mem::take(&mut nodes)));
                }
                Some('/') => {
                    if let Some((name, inverted, outer)) = stack.pop() {
                        let inner = std::mem::replace(&mut nodes, outer);
                        nodes.push(Node::Section { name, inverted, inner });
                    }
                }
                Some('!' | '=' | '#' | '^') | None => {}
                Some(_) => {
                    let mut parts: Vec<&str> = tag.split(':').collect();
                    let name = parts.pop().unwrap_or_default().trim().to_owned();
                    let filters = parts.iter().map(|filter| filter.trim().to_lowercase()).collect();
                    nodes.push(Node::Field { name, filters });
                }
            }
        }
        push_html(&mut nodes, rest);
        // Sections that were left open end with the template.
        while let Some((name, inverted, outer)) = stack.pop() {
            let inner = std::mem::replace(&mut nodes, outer);
            nodes.push(Node::Section { name, inverted, inner });
        }
        Self(nodes)
    }

    /// The template with the fields of a note.
    pub(super) fn render(&self, fields: &dyn Lookup, losses: &mut Losses) -> Rendered {
        let mut out = Rendered::default();
        render(&self.0, fields, &mut out, losses);
        out
    }

    /// The fields that it shows, whatever the conditions, in their order.
    pub(super) fn fields(&self) -> Vec<&str> {
        fn walk<'n>(nodes: &'n [Node], out: &mut Vec<&'n str>) {
            for node in nodes {
                match node {
                    Node::Html(_) => {}
                    Node::Field { name, .. } => out.push(name),
                    Node::Section { inner, .. } => walk(inner, out),
                }
            }
        }
        let mut out = Vec::new();
        walk(&self.0, &mut out);
        out
    }
}

fn push_html(nodes: &mut Vec<Node>, html: &str) {
    if !html.is_empty() {
        nodes.push(Node::Html(html.to_owned()));
    }
}

/// The template without comments, scripts and styles, which would else be gone through for every note.
fn without_runnable(source: &str, losses: &mut Losses) -> String {
    let source = html::without_private(source);
    // The same length in bytes, so that places in the one are places in the other.
    let lower = source.to_ascii_lowercase();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while let Some(found) = lower[at..].find('<') {
        out.push_str(&source[at..at + found]);
        at += found;
        let rest = &lower[at..];
        let is = |tag: &str| {
            rest.strip_prefix(tag)
                .is_some_and(|after| after.starts_with(|c: char| c == '>' || c.is_whitespace()))
        };
        let (kind, close) = if rest.starts_with("<!--") {
            (None, "-->")
        } else if is("<script") {
            (Some("template-script"), "</script>")
        } else if is("<style") {
            (Some("template-style"), "</style>")
        } else {
            out.push('<');
            at += 1;
            continue;
        };
        if let Some(kind) = kind {
            losses.lose(kind, "");
        }
        at = rest.find(close).map_or(lower.len(), |end| at + end + close.len());
    }
    out.push_str(&source[at..]);
    out
}

fn render(nodes: &[Node], fields: &dyn Lookup, out: &mut Rendered, losses: &mut Losses) {
    for node in nodes {
        match node {
            Node::Html(html) => text(html, out, losses),
            Node::Section { name, inverted, inner } => {
                let empty = fields.field(name).is_none_or(|content| html::is_blank(&content));
                if empty == *inverted {
                    render(inner, fields, out, losses);
                }
            }
            Node::Field { name, filters } => field(name, filters, fields, out, losses),
        }
    }
}

/// The text of the template itself: it is in every card.
fn text(html: &str, out: &mut Rendered, losses: &mut Losses) {
    if out.text + html.len() > LONGEST_TEXT {
        losses.lose("too-long", "");
        return;
    }
    out.text += html.len();
    out.html.push_str(html);
}

fn field(name: &str, filters: &[String], fields: &dyn Lookup, out: &mut Rendered, losses: &mut Losses) {
    if filters.iter().any(|filter| filter == "type") {
        // `type:cloze:Text` stands beside the cloze itself.
        if !filters.iter().any(|filter| filter == "cloze") {
            out.typed = Some(name.to_owned());
        }
        return;
    }
    let Some(mut content) = fields.field(name) else {
        if name != "FrontSide" {
            losses.lose("unknown-field", name);
        }
        return;
    };
    if out.bytes + content.len() > LONGEST {
        losses.lose("too-long", name);
        return;
    }
    let mut hint = false;
    // The filter beside the field works first.
    for filter in filters.iter().rev() {
        match filter.as_str() {
            "text" => content = Cow::Owned(escape(&html::plain(&content))),
            "cloze" | "cloze-only" => {
                out.cloze = true;
                content = Cow::Owned(fields.cloze(&content));
            }
            "hint" => hint = true,
            "furigana" => {
                content = Cow::Owned(furigana(&content, |base, reading| format!("{base}({reading})")));
            }
            "kanji" => content = Cow::Owned(furigana(&content, |base, _| base.to_owned())),
            "kana" => content = Cow::Owned(furigana(&content, |_, reading| reading.to_owned())),
            "nc" => {}
            filter if filter.starts_with("tts") => {
                losses.lose("speech", name);
                return;
            }
            filter => losses.lose("filter", filter),
        }
    }
    if html::is_blank(&content) {
        return;
    }
    out.bytes += content.len();
    if hint {
        out.hints.push(content.into_owned());
    } else {
        out.html.push_str(&content);
    }
}

/// A text as HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Japanese with readings: ` 漢字[かんじ]`.
fn furigana(text: &str, show: impl Fn(&str, &str) -> String) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((reading, after)) = after.split_once(']') else { break };
        let cut = before
            .rfind([' ', '>', '\u{a0}'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        let (text, base) = before.split_at(cut);
        out.push_str(text.strip_suffix(' ').unwrap_or(text));
        if reading.starts_with("sound:") || base.is_empty() {
            for piece in [base, "[", reading, "]"] {
                out.push_str(piece);
            }
        } else {
            out.push_str(&show(base, reading));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Note;

    impl Lookup for Note {
        fn field(&self, name: &str) -> Option<Cow<'_, str>> {
            Some(Cow::Borrowed(match name {
                "Nom" => "<b>Aspirine</b>",
                "Vide" => "<br>&nbsp;",
                "Kanji" => "a 漢字[かんじ]",
                _ => return None,
            }))
        }

        fn cloze(&self, text: &str) -> String {
            format!("[{text}]")
        }
    }

    fn rendered(source: &str) -> (String, Vec<&'static str>) {
        let mut losses = Losses::default();
        let html = Template::read(source, &mut losses).render(&Note, &mut losses).html;
        (html, losses.into_all().into_iter().map(|loss| loss.kind).collect())
    }

    #[test]
    fn conditions_ask_whether_a_field_shows_something() {
        assert_eq!(
            rendered("{{#Nom}}a{{^Vide}}b{{/Vide}}{{/Nom}}{{#Vide}}c{{/Vide}}{{^Rien}}d{{/Rien}}").0,
            "abd"
        );
        assert_eq!(rendered("{{#Nom}}a").0, "a");
        assert_eq!(rendered("a{{/Nom}}b {{x").0, "ab {{x");
    }

    #[test]
    fn filters_work_from_the_field_outwards() {
        assert_eq!(
            rendered("{{text:Nom}} {{cloze:Nom}} {{furigana:Kanji}} {{kanji:Kanji}} {{kana:Kanji}}").0,
            "Aspirine [<b>Aspirine</b>] a漢字(かんじ) a漢字 aかんじ"
        );
        assert_eq!(
            rendered("{{inconnu:Nom}}{{tts fr_FR:Nom}}"),
            ("<b>Aspirine</b>".to_owned(), vec!["filter", "speech"])
        );
        let mut losses = Losses::default();
        let out = Template::read("{{hint:Nom}}{{type:nc:Nom}}", &mut losses).render(&Note, &mut losses);
        assert_eq!((out.hints, out.typed), (vec!["<b>Aspirine</b>".to_owned()], Some("Nom".to_owned())));
    }

    #[test]
    fn a_field_that_is_shown_a_thousand_times_does_not_fill_the_memory() {
        struct Long(String);
        impl Lookup for Long {
            fn field(&self, _name: &str) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(&self.0))
            }
            fn cloze(&self, text: &str) -> String {
                text.to_owned()
            }
        }
        let note = Long("a".repeat(1 << 20));
        let mut losses = Losses::default();
        let template = Template::read(&"{{A}}".repeat(1000), &mut losses);
        assert_eq!(template.render(&note, &mut losses).html.len(), LONGEST);
        assert_eq!(losses.into_all()[0].kind, "too-long");
    }

    #[test]
    fn what_runs_is_taken_out_of_the_template_once() {
        assert_eq!(
            rendered("a<script>{{Nom}}</script>b<!-- {{Nom}} -->c<style>x</style>"),
            ("abc".to_owned(), vec!["template-script", "template-style"])
        );
    }
}
