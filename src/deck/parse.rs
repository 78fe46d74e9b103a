//! YAML text → [`Node`] tree, by the events of `saphyr-parser`.
//!
//! The parser gives places in characters; everything of ours is in bytes. It turns no text into anything else, which
//! is why it was chosen: `1945` stays the text `1945`.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};

use super::{
    diagnostic::{Diagnostic, problem},
    limits::Limits,
    node::{Entry, Node, Style, Value},
    quote::quote_edits,
    source::Span,
};

/// What a text holds.
pub(super) struct Tree {
    /// The first document; `None` when there is none.
    pub(super) root: Option<Node>,
    /// What was found on the way.
    pub(super) problems: Vec<Diagnostic>,
}

/// Where the text stops being YAML.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// The byte of the file.
    pub(super) at: usize,
    /// The parser's own words.
    pub(super) info: String,
}

/// Reads `text`, which begins at byte `base` of the file.
pub(super) fn parse(text: &str, base: usize, limits: &Limits) -> Result<Tree, SyntaxError> {
    let mut builder = Builder {
        text,
        base,
        limits,
        cursor: Cursor { bytes: text.as_bytes(), index: 0, byte: 0 },
        stack: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        alias_nodes: 0,
        beyond: 0,
        problems: Vec::new(),
    };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, place) = event.map_err(|error| SyntaxError {
            at: base + builder.cursor.byte_of(error.marker().index()),
            info: error.info().to_owned(),
        })?;
        let start = builder.cursor.byte_of(place.start.index());
        let end = builder.cursor.byte_of(place.end.index()).max(start);
        let span = base + start..base + end;
        if matches!(event, Event::DocumentStart(_)) {
            documents += 1;
            if documents > 1 {
                builder
                    .problems
                    .push(problem!(Error "several-documents" at span; help "several-documents-help"));
                break;
            }
        }
        builder.event(event, span);
    }
    Ok(builder.finish())
}

/// Turns the parser's character indices, which hardly ever go back, into bytes.
struct Cursor<'t> {
    bytes: &'t [u8],
    index: usize,
    byte: usize,
}

impl Cursor<'_> {
    fn byte_of(&mut self, index: usize) -> usize {
        while self.index < index && self.byte < self.bytes.len() {
            self.byte += match self.bytes[self.byte] {
                0..=0xbf => 1,
                0xc0..=0xdf => 2,
                0xe0..=0xef => 3,
                _ => 4,
            };
            self.index += 1;
        }
        while self.index > index && self.byte > 0 {
            self.byte -= 1;
            while self.byte > 0 && self.bytes[self.byte] & 0xc0 == 0x80 {
                self.byte -= 1;
            }
            self.index -= 1;
        }
        self.byte
    }
}

/// A list or mapping that is not closed yet.
struct Frame {
    start: usize,
    anchor: usize,
    flow: bool,
    open: Open,
}

enum Open {
    List(Vec<Node>),
    /// The entries so far, and a key that waits for its value.
    Map(Vec<Entry>, Option<(String, Span)>),
}

struct Anchor {
    node: Node,
    used: bool,
}

struct Builder<'t> {
    text: &'t str,
    base: usize,
    limits: &'t Limits,
    cursor: Cursor<'t>,
    stack: Vec<Frame>,
    root: Option<Node>,
    anchors: HashMap<usize, Anchor>,
    alias_nodes: usize,
    /// How many levels below the limit of depth we are; nothing is kept there.
    beyond: usize,
    problems: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn slice(&self, span: &Span) -> &str {
        self.text.get(span.start - self.base..span.end - self.base).unwrap_or_default()
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) if self.beyond > 0 => self.beyond += 1,
            Event::SequenceEnd | Event::MappingEnd if self.beyond > 0 => self.beyond -= 1,
            _ if self.beyond > 0 => {}
            Event::Scalar(text, style, anchor, tag) => {
                let node = self.scalar(text.into_owned(), style, tag.as_deref(), span);
                self.add(node, anchor);
            }
            Event::Alias(anchor) => {
                let node = self.alias(anchor, span);
                self.add(node, 0);
            }
            Event::SequenceStart(anchor, tag) => {
                self.open(Open::List(Vec::new()), anchor, tag.as_deref(), &span);
            }
            Event::MappingStart(anchor, tag) => {
                self.open(Open::Map(Vec::new(), None), anchor, tag.as_deref(), &span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, tag: Option<&Tag>, span: Span) -> Node {
        if tag.is_some_and(|tag| !tag.is_yaml_core_schema()) {
            let raw = self.slice(&span).to_owned();
            let mut found = problem!(Error "special-start" at span.clone(), mark = "!"; help "quotes-help");
            if matches!(style, ScalarStyle::Plain) {
                found = found.mend(quote_edits(&span, raw.trim_end()));
            }
            self.problems.push(found);
            return Node::broken(span);
        }
        let value = match style {
            ScalarStyle::Plain if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL") => {
                Value::Nothing
            }
            ScalarStyle::Plain => Value::Scalar { text, style: Style::Plain },
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                Value::Scalar { text, style: Style::Quoted }
            }
            ScalarStyle::Literal | ScalarStyle::Folded => Value::Scalar { text, style: Style::Block },
        };
        Node { value, span }
    }

    /// The node that an alias names, written out in its place.
    fn alias(&mut self, anchor: usize, span: Span) -> Node {
        let Some(named) = self.anchors.get_mut(&anchor) else {
            self.problems.push(problem!(Error "alias-in-itself" at span.clone(); help "alias-help"));
            return Node::broken(span);
        };
        named.used = true;
        if self.alias_nodes <= self.limits.alias_nodes {
            self.alias_nodes += named.node.count();
            if self.alias_nodes <= self.limits.alias_nodes {
                return Node { value: named.node.value.clone(), span };
            }
            self.problems.push(problem!(Error "alias-explosion" at span.clone(),
                limit = self.limits.alias_nodes; help "alias-help"));
        }
        Node::broken(span)
    }

    fn open(&mut self, open: Open, anchor: usize, tag: Option<&Tag>, span: &Span) {
        if self.stack.len() >= self.limits.depth {
            let found =
                problem!(Error "too-deep" at span.clone(), limit = self.limits.depth; help "too-deep-help");
            self.problems.push(found);
            self.add(Node::broken(span.clone()), 0);
            self.beyond = 1;
            return;
        }
        if tag.is_some_and(|tag| !tag.is_yaml_core_schema()) {
            self.problems
                .push(problem!(Error "special-start" at span.clone(), mark = "!"; help "quotes-help"));
        }
        let flow = !span.is_empty() || self.stack.last().is_some_and(|outer| outer.flow);
        self.stack.push(Frame { start: span.start, anchor, flow, open });
    }

    fn close(&mut self, end: usize) {
        let Some(Frame { start, anchor, flow, open }) = self.stack.pop() else { return };
        let value = match open {
            Open::List(items) => Value::List { items, flow },
            Open::Map(entries, _) => Value::Map { entries, flow },
        };
        // The parser ends a block where the next token begins.
        let written = self.slice(&(start..end.max(start))).trim_end().len();
        self.add(Node { value, span: start..start + written }, anchor);
    }

    fn add(&mut self, node: Node, anchor: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, Anchor { node: node.clone(), used: false });
        }
        match self.stack.last_mut().map(|frame| &mut frame.open) {
            None => self.root = Some(node),
            Some(Open::List(items)) => items.push(node),
            Some(Open::Map(entries, waiting)) => {
                if let Some((key, key_span)) = waiting.take() {
                    entries.push(Entry { key, key_span, node });
                    return;
                }
                // A key that is not a text is empty here; whoever reads the mapping says so.
                let key = match node.value {
                    Value::Scalar { text, .. } => text,
                    _ => String::new(),
                };
                *waiting = Some((key, node.span));
            }
        }
    }

    fn finish(mut self) -> Tree {
        // `&COG est …` is an anchor for YAML; when nothing ever names it, it was meant as a text.
        for Anchor { node, used } in self.anchors.values() {
            if !used && matches!(node.value, Value::Scalar { style: Style::Plain, .. } | Value::Nothing) {
                let raw = self.slice(&node.span).trim_end().to_owned();
                let span = node.span.start..node.span.start + raw.len();
                let edits = quote_edits(&span, &raw);
                self.problems.push(
                    problem!(Error "special-start" at span, mark = "&"; help "quotes-help").mend(edits),
                );
            }
        }
        self.problems.sort_by_key(|problem| problem.span.start);
        Tree { root: self.root, problems: self.problems }
    }
}
