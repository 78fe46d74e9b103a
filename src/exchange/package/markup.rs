//! Markdown → HTML, as little of it as cards need. Whatever is not ours to write is escaped: no tag of a deck reaches Anki.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The HTML of a text; a single paragraph stands without its tag.
pub(in crate::exchange) fn html(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut out = String::new();
    let mut paragraphs = 0_usize;
    let mut cell = "td";
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Paragraph) => {
                paragraphs += 1;
                out.push_str("<p>");
            }
            Event::End(TagEnd::Paragraph) => out.push_str("</p>"),
            Event::Start(Tag::TableHead) => {
                cell = "th";
                out.push_str("<tr>");
            }
            Event::End(TagEnd::TableHead) => {
                cell = "td";
                out.push_str("</tr>");
            }
            Event::Start(Tag::TableCell) => wrap(&mut out, "<", cell),
            Event::End(TagEnd::TableCell) => wrap(&mut out, "</", cell),
            Event::Start(Tag::List(Some(start))) => {
                let _ = write!(out, "<ol start=\"{start}\">");
            }
            Event::Start(tag) => wrap_known(&mut out, "<", tag.to_end()),
            Event::End(tag) => wrap_known(&mut out, "</", tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => escape(&text, &mut out),
            Event::Code(text) => {
                out.push_str("<code>");
                escape(&text, &mut out);
                out.push_str("</code>");
            }
            Event::SoftBreak | Event::HardBreak => out.push_str("<br>"),
            Event::Rule => out.push_str("<hr>"),
            _ => {}
        }
    }
    let single = out.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")).map(str::to_owned);
    match single {
        Some(text) if paragraphs == 1 => text,
        _ => out,
    }
}

fn wrap(out: &mut String, open: &str, name: &str) {
    out.push_str(open);
    out.push_str(name);
    out.push('>');
}

fn wrap_known(out: &mut String, open: &str, tag: TagEnd) {
    if let Some(name) = tag_name(tag) {
        wrap(out, open, name);
    }
}

fn tag_name(tag: TagEnd) -> Option<&'static str> {
    Some(match tag {
        TagEnd::Strong => "b",
        TagEnd::Emphasis => "i",
        TagEnd::Strikethrough => "s",
        TagEnd::Heading(_) => "h4",
        TagEnd::List(true) => "ol",
        TagEnd::List(false) => "ul",
        TagEnd::Item => "li",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::CodeBlock => "pre",
        TagEnd::Table => "table",
        TagEnd::TableRow => "tr",
        _ => return None,
    })
}

/// A text as HTML shows it.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // The separator of fields cannot come: a text holds no control character.
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_lists_and_tables_are_kept_and_tags_are_words() {
        assert_eq!(html("Le **rein** *gauche*"), "Le <b>rein</b> <i>gauche</i>");
        assert_eq!(html("a\n\n- x\n- y"), "<p>a</p><ul><li>x</li><li>y</li></ul>");
        assert_eq!(html("1 < 2 & <script>x</script>"), "1 &lt; 2 &amp; &lt;script&gt;x&lt;/script&gt;");
        assert_eq!(
            html("| a | b |\n|--|--|\n| 1 | 2 |"),
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
        );
    }
}
