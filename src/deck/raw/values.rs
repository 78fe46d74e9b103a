//! Values that are more than text: dates, numbers, yes or no, ids.

use jiff::civil::Date;
use serde_json::json;

use super::{At, Cx, Defs, Node, Read, text::text_of};
use crate::{
    card::{DeckId, Item, ObjectiveError, ObjectiveId, Rank},
    deck::{diagnostic::problem, keys::slug, node::Value, source::Span},
};

/// Yes or no.
pub(in crate::deck) struct Flag(pub(in crate::deck) bool);

/// A whole number, not below zero.
pub(in crate::deck) type Whole = At<u32>;

/// Numbers in a row: `[10, 20, 30, 40]`.
pub(in crate::deck) type Numbers = At<Vec<f32>>;

/// Corners: `[[0, 0], [50, 0], [50, 50]]`.
pub(in crate::deck) type Points = At<Vec<[f32; 2]>>;

/// Something whose form hangs on the kind of the card, read once that is known.
pub(in crate::deck) struct Later<'n>(pub(in crate::deck) &'n Node);

impl<'n> Read<'n> for Later<'n> {
    fn read(node: &'n Node, _key: &str, _cx: &mut Cx<'_>) -> Option<Self> {
        Some(Self(node))
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({})
    }
}

impl<'n> Read<'n> for Flag {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        match text {
            "true" | "True" | "TRUE" => Some(Self(true)),
            "false" | "False" | "FALSE" => Some(Self(false)),
            _ => {
                cx.report(
                    problem!(Error "not-yes-no" at node.span.clone(), key = key, text = text; help "not-yes-no-help"),
                );
                None
            }
        }
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "boolean" })
    }
}

impl<'n> Read<'n> for Whole {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        let Ok(value) = text.trim().parse() else {
            cx.report(
                problem!(Error "not-a-number" at node.span.clone(), key = key, text = text; help "whole-help"),
            );
            return None;
        };
        Some(At { value, span: node.span.clone() })
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

fn number(node: &Node, key: &str, cx: &mut Cx<'_>) -> Option<f32> {
    let text = text_of(node, key, cx)?;
    match text.trim().parse::<f32>() {
        Ok(value) if value.is_finite() => Some(value),
        _ => {
            cx.report(
                problem!(Error "not-a-number" at node.span.clone(), key = key, text = text; help "numbers-help"),
            );
            None
        }
    }
}

impl<'n> Read<'n> for Numbers {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::List { items, .. } = &node.value else {
            if node.is_broken() {
                cx.taint();
            } else {
                cx.report(problem!(Error "not-numbers" at node.span.clone(), key = key; help "numbers-help"));
            }
            return None;
        };
        let value: Vec<f32> = items.iter().filter_map(|item| number(item, key, cx)).collect();
        (value.len() == items.len()).then(|| At { value, span: node.span.clone() })
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 100 } })
    }
}

impl<'n> Read<'n> for Points {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let Value::List { items, .. } = &node.value else {
            if node.is_broken() {
                cx.taint();
            } else {
                cx.report(problem!(Error "not-numbers" at node.span.clone(), key = key; help "points-help"));
            }
            return None;
        };
        let mut value = Vec::with_capacity(items.len());
        for item in items {
            let corner = Numbers::read(item, key, cx)?;
            let &[x, y] = corner.value.as_slice() else {
                cx.report(problem!(Error "not-numbers" at corner.span, key = key; help "points-help"));
                return None;
            };
            value.push([x, y]);
        }
        Some(At { value, span: node.span.clone() })
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        let corner = json!({
            "type": "array", "minItems": 2, "maxItems": 2,
            "items": { "type": "number", "minimum": 0, "maximum": 100 },
        });
        json!({ "type": "array", "minItems": 3, "items": corner })
    }
}

impl<'n> Read<'n> for At<Date> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?.trim();
        let digits = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        match text.parse::<Date>() {
            Ok(value) if digits => Some(At { value, span: node.span.clone() }),
            _ => {
                cx.report(
                    problem!(Error "not-a-date" at node.span.clone(), text = text; help "not-a-date-help"),
                );
                None
            }
        }
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
    }
}

impl<'n> Read<'n> for At<DeckId> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        if let Ok(value) = text.parse() {
            return Some(At { value, span: node.span.clone() });
        }
        let near = slug(text, usize::MAX);
        let near = if near.is_empty() { "edn-019".to_owned() } else { near };
        cx.report(problem!(Error "bad-deck-id" at node.span.clone(), text = text, near = near; help "bad-deck-id-help"));
        None
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^[a-z0-9-]{1,100}$" })
    }
}

impl<'n> Read<'n> for At<Item> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        if let Ok(value) = text.trim().parse() {
            return Some(At { value, span: node.span.clone() });
        }
        cx.report(
            problem!(Error "bad-item" at node.span.clone(), text = text, last = Item::MAX; help "bad-item-help"),
        );
        None
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "integer", "minimum": 1, "maximum": Item::MAX })
    }
}

impl<'n> Read<'n> for At<Rank> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        if let Ok(value) = text.trim().parse() {
            return Some(At { value, span: node.span.clone() });
        }
        cx.report(problem!(Error "bad-rank" at node.span.clone(), text = text; help "bad-rank-help"));
        None
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "enum": ["A", "B"] })
    }
}

impl<'n> Read<'n> for At<ObjectiveId> {
    fn read(node: &'n Node, key: &str, cx: &mut Cx<'_>) -> Option<Self> {
        let text = text_of(node, key, cx)?;
        let span: Span = node.span.clone();
        let found = match text.parse() {
            Ok(value) => return Some(At { value, span }),
            Err(ObjectiveError::Form) => {
                problem!(Error "bad-objective" at span, text = text; help "bad-objective-help")
            }
            Err(ObjectiveError::Item) => {
                problem!(Error "bad-objective-item" at span, text = text, last = Item::MAX; help "bad-objective-help")
            }
            Err(ObjectiveError::Rank) => {
                problem!(Error "bad-objective-rank" at span, text = text; help "bad-objective-help")
            }
        };
        cx.report(found);
        None
    }

    fn shape(_defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "string", "pattern": "^OIC-\\d{3}-\\d{2,3}-[AB]$" })
    }
}
