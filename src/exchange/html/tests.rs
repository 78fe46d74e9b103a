//! From HTML to Markdown.

use proptest::prelude::*;

use super::*;

struct Some2;

impl Files for Some2 {
    fn path(&mut self, name: &str) -> Option<String> {
        (!name.contains("perdu") && !name.is_empty() && !name.contains('<')).then(|| format!("media/{name}"))
    }
}

fn convert(html: &str) -> (String, Vec<&'static str>) {
    let mut losses = Losses::default();
    let text = markdown(html, &mut Some2, &mut losses).text;
    (text, losses.into_all().into_iter().map(|loss| loss.kind).collect())
}

fn is(html: &str, expected: &str) {
    assert_eq!(convert(html).0, expected, "{html}");
}

#[test]
fn words_and_emphasis() {
    is("Qui vote l'<b>ONDAM</b>&nbsp;?", "Qui vote l'**ONDAM**\u{a0}?");
    is("<b> a </b>b<i>c</i>", "**a** b*c*");
    is("<b><strong>a</strong></b> <b></b>", "**a**");
    is("<b>a<i>b</b>c</i>", "**a*b****c*");
    is("<u>a</u> <span style='color:red'>b</span>", "a b");
    is("<h2>Titre</h2>suite", "**Titre**\n\nsuite");
}

#[test]
fn lines_and_paragraphs() {
    is("a<br>b", "a\\\nb");
    is("a<br><br>b", "a\n\nb");
    is("a<div>b</div><div>c</div>", "a\\\nb\\\nc");
    is("<p>a</p><p>b</p>", "a\n\nb");
    is("<div>a</div><br>", "a");
    is("<b>a<br>b</b><p><b>c</b></p>", "**a\\\nb**\n\n**c**");
    is("a<hr>b", "a\n\n---\n\nb");
}

#[test]
fn lists() {
    is(
        "Signes<ul><li>un</li><li>deux<ul><li>deux bis</li></ul></li></ul><p>Fin</p>",
        "Signes\n\n- un\n- deux\n  - deux bis\n\nFin",
    );
    is("<ol><li>a<li>b</ol>", "1. a\n2. b");
    is("<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b");
    is("<blockquote>a<br>b</blockquote>c", "> a\\\n> b\n\nc");
    is("<ol><li><p>a</p><p>b</p></li></ol>", "1. a\n\n   b");
}

#[test]
fn tables() {
    is(
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2 | 3<br>4</td></tr></table>x",
        "| A | B |\n| --- | --- |\n| 1 | 2 \\| 3 / 4 |\n\nx",
    );
    is("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\\\nb");
}

#[test]
fn scripts_and_formulas() {
    is("CO<sub>2</sub>, Ca<sup>2+</sup>, x<sup>qz</sup>", "CO₂, Ca²⁺, x^(qz)");
    is(r"\(\alpha\) et [$]\beta[/$] et \[x^2\]", "α et β et x²");
    assert_eq!(
        convert(r"\(\begin{matrix}1\end{matrix}\)"),
        (r"`\begin{matrix}1\end{matrix}`".to_owned(), vec!["formula"])
    );
}

#[test]
fn pictures_and_sounds() {
    let mut losses = Losses::default();
    let converted =
        markdown("Quoi ?<img src=\"c%C5%93ur.png\"> <img src='perdu.png'>", &mut Some2, &mut losses);
    assert_eq!(converted.text, "Quoi ?![cœur](media/cœur.png) (perdu)");
    assert_eq!(converted.pictures[0].path, "media/cœur.png");
    assert_eq!(convert("[sound:a b.mp3]"), ("[♪ a b.mp3](<media/a b.mp3>)".to_owned(), vec!["sound"]));
}

#[test]
fn what_looks_like_markdown_is_escaped() {
    is(
        "# pas un titre<br>- pas une liste<br>1. ni ça *non* _non_",
        "\\# pas un titre\\\n\\- pas une liste\\\n1\\. ni ça \\*non\\* \\_non\\_",
    );
    is("a_b 2 * 3 &lt;b&gt; &amp;eacute; C# -1", "a_b 2 * 3 \\<b> \\&eacute; C# -1");
}

#[test]
fn what_runs_is_left_out_and_told() {
    assert_eq!(
        convert("a<script>x<b></script>b<style>c</style>"),
        ("ab".to_owned(), vec!["script", "style"])
    );
    is("a<!-- b -->c < d", "ac < d");
}

#[test]
fn plain_text_has_no_markup() {
    assert_eq!(plain("<b>Langer</b>hans<br>x&nbsp;y"), "Langerhans x y");
    assert!(is_blank("<div><br></div>&nbsp;") && !is_blank("<img src=x>"));
}

proptest! {
    #[test]
    fn no_fragment_breaks_the_converter(pieces in prop::collection::vec(prop::sample::select(vec![
        "<b>", "</b>", "<i>", "</i>", "<ul>", "<li>", "</ul>", "</li>", "<table>", "<tr>", "<td>", "</td>", "</table>",
        "<br>", "<p>", "<div>", "</div>", "<sup>", "</sup>", "<a href='http://x'>", "</a>", "<img src=a>", "<", ">", "&",
        "&lt;", "é", "\n", " ", "\\(", "\\)", "[sound:", "]", "x", "<script>", "</script>", "<!--", "-->", "\u{e010}0\u{e011}",
        "<a =\"", "'", "<blockquote>", "<pre>", "{", "}", "^", "_", "<sub>",
    ]), 0..40)) {
        let html = pieces.concat();
        let (text, _) = convert(&html);
        prop_assert!(!text.contains("<script"));
        let _ = plain(&html);
        let _ = is_blank(&html);
    }
}

#[test]
fn a_declaration_that_never_ends_is_text() {
    is("<b>a</b> si x <!y et plus", "**a** si x \\<!y et plus");
}

#[test]
fn no_blank_is_left_where_a_deck_drops_what_stood_behind_it() {
    is("a \u{1}", "a");
    is("&#1; a<br>&#2;", "a");
}

#[test]
fn what_was_made_to_take_forever_does_not() {
    // Each of these took minutes, or more memory than there is.
    let many = 200_000;
    for html in [
        "<sup>a".repeat(many),
        "<b>a<i>".repeat(many),
        format!("<table><tr>{}{}", "<td>a".repeat(many), "<tr><td>b".repeat(many)),
    ] {
        let mut losses = Losses::default();
        let converted = markdown(&html, &mut Some2, &mut losses);
        assert!(converted.text.len() < html.len() * 4, "{}", converted.text.len());
    }
}
