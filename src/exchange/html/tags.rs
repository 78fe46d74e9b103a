//! What tags mean.

/// What a tag does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Bold,
    Italic,
    Struck,
    Code,
    Raised,
    Lowered,
    Break,
    Rule,
    Paragraph,
    Block,
    Heading,
    Quote,
    List {
        ordered: bool,
    },
    Item,
    Table,
    Row,
    Cell,
    Link,
    Picture,
    Pre,
    /// Its content is shown, the tag itself says nothing.
    Through,
    /// Something that plays or runs.
    Media,
    /// Looks that Markdown does not have: underlining, fonts.
    Looks,
}

/// What the tag of this name means.
pub(super) fn meaning(name: &str) -> Meaning {
    match name.to_ascii_lowercase().as_str() {
        "b" | "strong" => Meaning::Bold,
        "i" | "em" | "cite" | "dfn" | "var" => Meaning::Italic,
        "s" | "strike" | "del" => Meaning::Struck,
        "code" | "kbd" | "samp" | "tt" => Meaning::Code,
        "sup" => Meaning::Raised,
        "sub" => Meaning::Lowered,
        "br" => Meaning::Break,
        "hr" => Meaning::Rule,
        "p" | "dl" | "details" | "figure" => Meaning::Paragraph,
        "div" | "section" | "article" | "header" | "footer" | "center" | "dt" | "dd" | "summary"
        | "figcaption" | "form" | "fieldset" | "main" | "nav" | "address" | "caption" => Meaning::Block,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Meaning::Heading,
        "blockquote" => Meaning::Quote,
        "ul" | "menu" => Meaning::List { ordered: false },
        "ol" => Meaning::List { ordered: true },
        "li" => Meaning::Item,
        "table" => Meaning::Table,
        "tr" => Meaning::Row,
        "td" | "th" => Meaning::Cell,
        "a" => Meaning::Link,
        "img" => Meaning::Picture,
        "pre" => Meaning::Pre,
        "video" | "audio" | "iframe" | "object" | "embed" | "canvas" | "svg" => Meaning::Media,
        "u" | "font" | "mark" | "big" | "small" | "ins" => Meaning::Looks,
        _ => Meaning::Through,
    }
}

/// Whether the tag begins another line.
pub(super) fn breaks(name: &str) -> bool {
    !matches!(
        meaning(name),
        Meaning::Bold
            | Meaning::Italic
            | Meaning::Struck
            | Meaning::Code
            | Meaning::Raised
            | Meaning::Lowered
            | Meaning::Link
            | Meaning::Through
            | Meaning::Looks
    )
}
