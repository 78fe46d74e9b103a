//! Text → tree, whatever is wrong with the text.

use super::{
    diagnostic::{Diagnostic, Edit, Severity, problem},
    halves,
    limits::Limits,
    node::{Node, Value},
    parse::{self, Tree},
    recover,
    source::{Source, Span},
};

/// The tree of a file and what was found on the way.
pub(super) struct Loaded {
    pub(super) root: Option<Node>,
    pub(super) problems: Vec<Diagnostic>,
    /// Bytes that cannot stay as they are: a card that holds one is left out. In ascending order.
    pub(super) spoiled: Vec<usize>,
}

/// How many spaces a tab may have stood for in the author's editor, the likeliest first.
const WIDTHS: [usize; 4] = [2, 4, 8, 3];

/// Reads the file, piece by piece where it is not YAML as a whole.
pub(super) fn load(source: &Source<'_>, limits: &Limits) -> Loaded {
    let bom = if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &source.text[bom..];
    let tree = halves::parse(text, bom, limits).map_or_else(|| parse::parse(text, bom, limits), Ok);
    let mut loaded = match tree {
        Ok(tree) => Loaded::from(tree),
        Err(error) => match Tabs::find(text, bom) {
            None => Loaded::from(recover::recover(text, bom, limits, &error)),
            Some(tabs) => tabs.load(bom, limits),
        },
    };
    let errors = loaded.problems.iter().filter(|found| found.severity == Severity::Error);
    loaded.spoiled.extend(errors.map(|found| found.span.start));
    loaded.spoiled.sort_unstable();
    loaded
}

impl From<Tree> for Loaded {
    fn from(Tree { root, problems }: Tree) -> Self {
        // A file of comments alone, or of `---` alone, says nothing.
        let root = root.filter(|root| root.value != Value::Nothing);
        Self { root, problems, spoiled: Vec::new() }
    }
}

/// A text whose lines are indented by tabs, which YAML forbids, with spaces instead.
struct Tabs {
    text: String,
    /// Where each tab stood in the file, in ascending order.
    places: Vec<usize>,
    /// The spaces that stand for each.
    width: usize,
}

impl Tabs {
    fn find(text: &str, base: usize) -> Option<Self> {
        let tabs = Self::with(text, base, WIDTHS[0])?;
        // The right width is the one that makes the file YAML, if any does.
        let is_yaml = |tabs: &Self| parse::parse(&tabs.text, base, &Limits::default()).is_ok();
        if is_yaml(&tabs) {
            return Some(tabs);
        }
        WIDTHS[1..].iter().filter_map(|&width| Self::with(text, base, width)).find(is_yaml).or(Some(tabs))
    }

    fn with(text: &str, base: usize, width: usize) -> Option<Self> {
        let spaces = " ".repeat(width);
        let mut out = String::with_capacity(text.len());
        let mut places = Vec::new();
        let mut start = base;
        for line in text.split_inclusive('\n') {
            let content = line.trim_start_matches([' ', '\t']);
            let indent = &line[..line.len() - content.len()];
            // A line of nothing but white space is harmless.
            if content.trim_end().is_empty() {
                out.push_str(line);
            } else {
                places.extend(indent.match_indices('\t').map(|(at, _)| start + at));
                out.push_str(&indent.replace('\t', &spaces));
                out.push_str(content);
            }
            start += line.len();
        }
        (!places.is_empty()).then_some(Self { text: out, places, width })
    }

    /// The byte of the file that stands at byte `at` of the text with spaces.
    fn origin(&self, at: usize) -> usize {
        // Every tab before makes our text longer than the file.
        let longer = self.width - 1;
        let before = self.places.partition_point_indexed(|index, &place| place + longer * index < at);
        (at - (longer * before).min(at)).max(before.checked_sub(1).map_or(0, |last| self.places[last]))
    }

    fn load(self, base: usize, limits: &Limits) -> Loaded {
        let tree = parse::parse(&self.text, base, limits)
            .unwrap_or_else(|error| recover::recover(&self.text, base, limits, &error));
        let mut loaded = Loaded::from(tree);
        let place = |span: &mut Span| *span = self.origin(span.start)..self.origin(span.end);
        if let Some(root) = &mut loaded.root {
            move_spans(root, &place);
        }
        for found in &mut loaded.problems {
            place(&mut found.span);
            found.related.iter_mut().for_each(|related| place(&mut related.span));
            found.edits.iter_mut().for_each(|edit| place(&mut edit.span));
        }
        let first = self.places.first().copied().unwrap_or(base);
        let spaces = " ".repeat(self.width);
        let edits = self.places.iter().map(|&at| Edit { span: at..at + 1, text: spaces.clone() });
        loaded.problems.push(
            problem!(Error "tab" at first..first + 1, count = self.places.len(); help "tab-help").mend(edits),
        );
        loaded.spoiled.clone_from(&self.places);
        loaded
    }
}

/// `partition_point` for a predicate that also needs the index.
trait PartitionPointIndexed<T> {
    fn partition_point_indexed(&self, before: impl Fn(usize, &T) -> bool) -> usize;
}

impl<T> PartitionPointIndexed<T> for [T] {
    fn partition_point_indexed(&self, before: impl Fn(usize, &T) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if before(middle, &self[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn move_spans(node: &mut Node, place: &dyn Fn(&mut Span)) {
    place(&mut node.span);
    match &mut node.value {
        Value::List { items, .. } => items.iter_mut().for_each(|item| move_spans(item, place)),
        Value::Map { entries, .. } => entries.iter_mut().for_each(|entry| {
            place(&mut entry.key_span);
            move_spans(&mut entry.node, place);
        }),
        Value::Nothing | Value::Scalar { .. } | Value::Broken => {}
    }
}
