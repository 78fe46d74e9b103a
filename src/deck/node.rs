//! A YAML file as a tree in which every node knows where it stands.

use super::source::Span;

/// A node of the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) value: Value,
    /// From its first to behind its last character, tag and anchor included.
    pub(super) span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing is written, or a plain `null` or `~`.
    Nothing,
    /// A text, whatever it looks like: `1945`, `no` and `1.10` stay what they are.
    Scalar { text: String, style: Style },
    /// A list; `flow` when it is written in brackets.
    List { items: Vec<Node>, flow: bool },
    /// A mapping; `flow` when it is written in braces or as a pair within brackets.
    Map { entries: Vec<Entry>, flow: bool },
    /// Something that could not be read and has been told.
    Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// After `|` or `>`.
    Block,
}

/// A key of a mapping and its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Span,
    pub(super) node: Node,
}

impl Node {
    pub(super) fn broken(span: Span) -> Self {
        Self { value: Value::Broken, span }
    }

    pub(super) fn is_broken(&self) -> bool {
        matches!(self.value, Value::Broken)
    }

    /// Whether something in it could not be read.
    pub(super) fn holds_broken(&self) -> bool {
        match &self.value {
            Value::Broken => true,
            Value::List { items, .. } => items.iter().any(Self::holds_broken),
            Value::Map { entries, .. } => entries.iter().any(|entry| entry.node.holds_broken()),
            Value::Nothing | Value::Scalar { .. } => false,
        }
    }

    /// How many nodes stand in it, itself included.
    pub(super) fn count(&self) -> usize {
        1 + match &self.value {
            Value::List { items, .. } => items.iter().map(Self::count).sum(),
            Value::Map { entries, .. } => entries.iter().map(|e| e.node.count()).sum::<usize>(),
            Value::Nothing | Value::Scalar { .. } | Value::Broken => 0,
        }
    }
}
